"""What a text says its writer is in charge of (分管), and an account of it that nothing else in the text bears out.

Whoever is in charge of something has his problems there: of all that an account lists, the rest of his text speaks of some.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from assistant.facts import writer
from assistant.facts.facts import Facts
from assistant.facts.material_facts import MaterialFacts
from assistant.facts.sought import Sought
from assistant.language.sentences import clause_at, sentence_at
from assistant.language.signs import FORMERLY
from assistant.patterns import compiled_later
from assistant.templates.template import PartKind
from assistant.text import Span

_ONE = "(?:(?![的了不再])[一-龥]){2,10}?"
# 「我分管刑事审判、少年审判和后勤保障工作」, 「结合分管的基层卫生、医政和信息化工作」
_ACCOUNT = Sought(
    ("分管", "主管"),
    "(?:(?<=[，。；：我己人照合于自])|^)(?:分管|主管)(?:的|着|全[市县区局院校])?"
    f"(?P<fields>{_ONE}(?:、{_ONE})*(?:、|和|以及|及){_ONE})(?=等|的?(?:工作|职责|领域|业务|事务|方面|条线)|[0-9]个|[，。；]|$)",
)
_BETWEEN = compiled_later("、|和(?![谐平解])|以及|及(?!时)")
# People and houses, which an account may name beside, and what every text speaks of
_NO_FIELD = compiled_later(
    "领导|同志|(?<!老)干部|人员|负责|部门|单位|[站所]|班子|成员|副|委员|联系|股室|科室|处室|党员|职工|问题|要求|[多少高低]$"
)
# What is in no field alone, and what is somebody's charge in every house and makes no problem
_GENERAL = compiled_later(
    "工作|管理|建设|服务|事务|保障|发展|安全|机关|综合|业务|开发|推进|监督|党建|党务|治理|指导|协调|改革|宣传|财[政务]|审计|统[计战]"
    "|组织|人事|信访|档案|工会|后勤|意识形态|纪检|保密|群团|老干部|[处股科室办部队庭]$|中心$|大队$"
)
_ANOTHERS = compiled_later(
    f"{FORMERLY}|副[局院校县区镇]长|同志|领导|由|他|她|案例|(?:19|20)[0-9]{{2}}年[^，。；]{{0,6}}起"
)
_SEVERAL = 2  # fields: of more than so many one may be named elsewhere by chance
_OFTEN = 2  # times: how often a word that others use too tells that its field is meant


class Account(NamedTuple):
    """What one is said to be in charge of: where, and each field."""

    span: Span
    fields: tuple[str, ...]


def of_another(facts: Facts, material: MaterialFacts) -> Iterator[Account]:
    """Yield an account of one's charge of which nothing stands anywhere else in the text."""
    outline = material.outline
    found = list(_ACCOUNT.between(facts, outline.preface_span.start, outline.end))
    if not found or facts.template is None or not facts.template.subject.of_one:
        return
    head = writer.head(facts, material)
    cases = material.answers(PartKind.CASE_ANALYSIS)
    for start, match in found:
        span = Span(*match.span("fields")).shifted(start)
        fields = tuple(each for each in _BETWEEN.split(match["fields"]) if each)
        clause = clause_at(facts.text, span.start)
        others = _ANOTHERS.search(facts.text, clause.start, span.start) or any(map(span.overlaps, cases))
        if others or any(_NO_FIELD.search(each) for each in fields):
            continue
        sentence = sentence_at(facts.text, span.start)
        rest = facts.text[outline.front_end : sentence.start] + facts.text[sentence.end : outline.end]
        words = [own for each in fields if (own := _own_words(each, fields, head))]
        told = sum(_times_told(own, rest) for own in words)
        if len(words) > 1 and told <= (len(words) > _SEVERAL):
            yield Account(span, fields)


def _times_told(words: list[str], text: str) -> int:
    """Count how often a text speaks of a field: by all its words, or by any of them often, as 配网 for 配网运维."""
    times = [text.count(word) for word in words]
    return max(min(times), max(times) if max(times) > _OFTEN else 0)


def _own_words(field: str, fields: tuple[str, ...], head: str) -> list[str]:
    """Give the pairs of characters that a field has for itself: neither what every unit has nor what this unit is called by."""
    cores = _GENERAL.sub("，", field)
    pairs = (cores[at : at + 2] for at in range(0, len(cores) - 1, 2))
    others = "，".join(each for each in fields if each != field)
    return [pair for pair in pairs if "，" not in pair and pair not in head and pair not in others]
