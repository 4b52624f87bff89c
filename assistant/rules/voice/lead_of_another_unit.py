"""牵头的人、开会的党组似是其他单位的

检查什么：前言、结尾里写的“县水利局党组对开好民主生活会高度重视”“以上是县水利局党组的对照检查”，与署名、标题里的单位是否一致；局的措施写“由分管副镇长牵头”、医院的措施写“由分管副校长负责”的，单位的种类是否相符。
为什么：多是在其他单位的材料上改写时漏改的，审核时容易引起疑问。
怎么改：改为本单位的名称、职务；写的确是其他单位的，写明是谁、做什么。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.facts import writer
from assistant.facts.facts import Facts
from assistant.facts.material_facts import MaterialFacts
from assistant.facts.sought import Sought
from assistant.finding import Finding, Quoted, Severity
from assistant.language import posts
from assistant.language.sentences import sentence_at
from assistant.patterns import compiled_later
from assistant.rules.example_material import FIRST_ASPECT, FROM_THE_SECOND_ASPECT
from assistant.rules.rule import Example, Rule, Scope
from assistant.templates.template import PartKind
from assistant.text import Span

_GROUP = "(?:党组|党委|党工委|党总支)"
# Whose meeting it is: 「县水利局党组对开好民主生活会高度重视」, 「以上是县水利局党组的对照检查」
_HOLDS_THE_MEETING = Sought(
    ("党组", "党委", "党工委", "党总支"),
    "(?:^|(?<=[，。；：])|(?<=以上是)|(?<=代表))"
    f"(?P<unit>(?:(?!以上|代表)[一-龥]{{1,6}})?[省市县区](?P<line>[一-龥]{{2,10}})(?:局|委员会|委)){_GROUP}(?:领导班子|班子)?"
    "(?=对开好|高度重视|理论学习中心组|紧扣|紧紧围绕|认真(?:对照|查摆|准备|组织|召开|开展)|坚持(?:问题|刀刃|把|以)|深入(?:查摆|学习|开展)|(?:20[0-9]{2}年度)?的?(?:民主生活会)?的?对照检查)",
)
_WITH_OTHERS = compiled_later("派员|派出|指导|督导|联学|共建|会同|联合|邀请|向我|案例|通报|某")
# Who does it, of one's own unit: 「由分管副镇长牵头」
_DONE_BY = Sought(
    ("由分管", "由副", "由班子", "由主管"),
    "由(?:(?:分管|主管)(?:[一-龥]{1,8}?(?=的))?的?|班子成员、)?(?P<post>副(?:[市县区镇乡局校院厂]长|总经理))(?:同志)?(?=牵头|负责|包抓|包保|主抓|带队|挂帅|逐|每|任组长)",
)
_OTHERS_TOO = compiled_later("请|建议|上报|报告|联合|会同|专班|政府|各[镇乡县校院局]|[市县区]里")
_ADVICE = "请核对；写的确是其他单位的可忽略，宜写明是谁、做什么。"


def check(facts: Facts) -> Iterator[Finding]:
    for material in facts.asked:
        head = writer.head(facts, material)
        if head.strip():
            yield from _of_the_meeting(facts, material, head)
            yield from _of_the_measures(facts, material, head)


def _of_the_meeting(facts: Facts, material: MaterialFacts, head: str) -> Iterator[Finding]:
    """Yield the party group of another line of work as the one whose meeting it is."""
    outline = material.outline
    own = writer.unit(facts, material)
    last = facts.starts[facts.paragraph_at(max(outline.start, outline.end - 2))]
    for place in (outline.preface_span, Span(max(outline.preface_span.end, last), outline.end)) if own else ():
        for start, match in _HOLDS_THE_MEETING.between(facts, *place):
            span = Span(*match.span("unit")).shifted(start)
            others = _WITH_OTHERS.search(sentence_at(facts.text, span.start).of(facts.text))
            if not others and not _is_named(match["line"], head):
                message = f"此处写“{span.of(facts.text)}”，{writer.unit_is_from(facts)}“{own}”。"
                yield RULE.finding(span, message, _ADVICE)


def _of_the_measures(facts: Facts, material: MaterialFacts, head: str) -> Iterator[Finding]:
    """Yield who does what is planned, by a post that nobody holds in a unit of the writer's kind."""
    measures = material.of_kind(PartKind.MEASURE)
    for place in measures.spans if measures else ():
        for start, match in _DONE_BY.between(facts, *place):
            span = Span(*match.span("post")).shifted(start)
            apart = posts.is_of_another_kind(match["post"], head) and facts.text.count(match["post"]) == 1
            if apart and not _OTHERS_TOO.search(sentence_at(facts.text, span.start).of(facts.text)):
                message = f"此处写“{match['post']}”，{writer.unit_is_from(facts)}“{writer.unit(facts, material)}”。"
                yield RULE.finding(span, message, _ADVICE)


def _is_named(line: str, head: str) -> bool:
    """Tell whether the writer's lines have all characters of a unit's line of work in their order: 卫健 in 卫生健康."""
    return re.search(".*".join(map(re.escape, line)), head) is not None or line[-2:] in head or line[:2] in head


_TEXT = "{}2025年度民主生活会对照检查材料\n{}\n" + FIRST_ASPECT + "1.学得浅。\n" + FROM_THE_SECOND_ASPECT + "{}\n"
_BUREAU = "枫林县卫生健康局党组"

RULE = Rule(
    __name__,
    __doc__,
    check,
    Severity.HINT,
    Scope.MATERIAL,
    "材料须写本单位的事（审核常见意见）",
    (
        Example(
            _TEXT.format(
                _BUREAU,
                "⟦县水利局⟧党组对开好民主生活会高度重视，县卫健局党组认真准备。",
                "由分管⟦副镇长⟧牵头，每月核对。由分管副局长牵头，每月通报。",
            ),
            with_template=True,
        ),
        Example(
            _TEXT.format(
                _BUREAU,
                "县教育局党组对开好民主生活会高度重视，邀请我们座谈。向县委组织部报告。",
                "请县政府协调，由分管副县长牵头，会同各镇，由分管副镇长负责。由副局长负责。",
            ),
            with_template=True,
        ),
        Example(
            _TEXT.format(
                "枫林县第二医院党委", "会前认真准备。", "由分管后勤的⟦副校长⟧负责，每月通报。由分管后勤的副院长负责。"
            ),
            with_template=True,
            shown=False,
        ),
    ),
    quoted=Quoted.NEVER,
)
