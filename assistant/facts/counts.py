"""The numbers that a text states about itself, and what they come to when one counts.

「查摆5个方面15个问题」, 「主要有以下四点」, 「其中政治忠诚方面3个」.

Only what is said of this text's own search is a claim: not the notice's 「五个带头」, last year's counts, an
inspection's 「其余15项」.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

from assistant.facts.facts import Facts
from assistant.facts.material_facts import MaterialFacts, State
from assistant.language.figures import is_slip
from assistant.language.numbering import counting, value_of
from assistant.language.part_names import CAUSES
from assistant.language.punctuation import QUOTATION, quoted
from assistant.language.sentences import CLAUSE
from assistant.patterns import compiled_later
from assistant.structure.outline import Section
from assistant.templates.aspect_likeness import SURE, likeness
from assistant.templates.template import PartKind
from assistant.text import Span
from assistant.text_memory import remembered

_NUMBER = "[0-9]{1,2}|[一二两三四五六七八九十]{1,3}"
_FOLLOWING = compiled_later(rf"以下({_NUMBER})(?:个方面|方面|点|条|项|个)")
# 「主要表现在三个方面：」「采取四项措施：」 just before the first of them; with 。 only where it can be nothing else
_UNITS = "(?:个方面|方面|点|条|项|个问题|个原因|条措施|项措施|个)"
_ANNOUNCED = compiled_later(
    rf"(?:有|在|为|是|从|存在|包括|分为|做到|做好|抓好|采取|突出|主要|下面|这|如下|具体)({_NUMBER}){_UNITS}[^，。；：、0-9]{{0,10}}[：:]$"
    rf"|(?:主要有|主要是|表现在|体现在|存在)({_NUMBER}){_UNITS}(?:的?(?:问题|不足|原因|差距|表现))?。?$"
)
# compiled when first wanted: few texts tell shares
_SHARE = compiled_later(
    rf"([\u4e00-\u9fff“”、]{{2,24}}?)(?:方面)?(?:的?问题)? ?({_NUMBER}) ?(?:个|条|项)(?=[，、；。（,;]|$|问题)"
)
_GOES_ON = compiled_later("其[二三四五]|第[二三四五]|[二三四五六][要则]|再次|最后|此外|另外|同时，")
_OF_THIS_TEXT = compiled_later("查摆|查找|检视|梳理|形成|找出|检查|剖析|对照|紧扣|存在问题")
_PLANNED = compiled_later("制定|提出|明确|形成|细化|列出")
_OF_ANOTHER = compiled_later(
    "通知|要求|明确|规定|《|带头|反馈|巡视|巡察|审计|督导|其余|专题|征求|提出|点出|其中|意见|成员|人均"
)
_ANOTHER_PLAN = compiled_later("通知|规定|《|带头|反馈|巡视|巡察|审计|督导|其余|专题|征求|点出|其中|意见|已|完成|落实")
# 「征求意见建议20条，梳理形成3个方面8个问题」: what others said, sorted; a search of one's own would say 查摆
_OPINIONS = compiled_later("(?:征求|征集|收集|收到)[^。]*[0-9一二两三四五六七八九十]余?[条个件]")
_INSPECTION = compiled_later("巡视|巡察|审计|督导|反馈|督查|调研")
_BEHIND = compiled_later(CAUSES)
_SEARCHED = compiled_later("查摆|查找|检视|对照")
_OWN_SEARCH = compiled_later("查摆|查找|检视|检查|剖析|对照")
# What has been searched out now is not yet mended, but for what was mended at once.
_MENDED = compiled_later(
    "(?:均|都|全部|已|基本)[^。，]{0,14}(?:整改到位|整改完成|整改完毕|完成整改|得到整改|解决|销号|办结|改好|改完|改到位|落实到位)"
)
_ALL_PROBLEMS = compiled_later(
    "(?:对|对照|针对|围绕|把|将)(?:这次|本次|此次|会前|上述|以上|自己|自身|所)*(?:(?:查摆|检视|查找|梳理|剖析|检查)(?:发现|出来?|到)?的)?"
    r"(?:[0-9]{1,2}个方面)?([0-9]{1,2})(?:个|条|项)(?:具体|突出|主要|的)*问题"
)
_CLOSING = 400  # characters at the end of a text, in the paragraphs of which all is taken up
_NEAR = 24  # characters in which it is said what became of what was counted
_ENDS = compiled_later("[。\n]")
_AT_ONCE = compiled_later("立行立改|即知即改|边查边改|其中")
_OF_ANOTHER_TIME = compiled_later(
    "上一?年度|上一?年|去年|前年|往年|上一?[次轮]|生活会上|生活会后?(?:所|我|共|我们|班子)?(?:查摆|检视|查找|剖析|检查)(?:出来?|到)?的"
)
_BY_THE_BODY = compiled_later(
    "(?:班子|党组|党委|党工委|支部|支委会)(?:对照[^，。；]*)?(?:共|先后|认真)?(?:查摆|检视|查找)"
)
_STATED_YEAR = compiled_later("(20[0-9]{2}) ?年度?[^，。；]{0,12}生活会")


class Counted(Enum):
    """What a number counts."""

    ASPECTS = "aspects"
    PROBLEMS = "problems"
    CAUSES = "causes"
    MEASURES = "measures"
    FOLLOWING = "following"


_COUNTED = {
    counted: compiled_later(pattern)
    for counted, pattern in {
        Counted.ASPECTS: rf"(?<![第一二三四五六七八九十])({_NUMBER}) ?个?方面",  # not 「第四个方面」
        Counted.PROBLEMS: rf"({_NUMBER}) ?(?:个|条|项)(?:具体|突出|主要|的)*问题"
        rf"|(?:查摆|查找|检视|检查|找出|存在)(?:[出了的到]|各类|具体|突出|主要)*问题(?:共|共计|合计)? ?({_NUMBER}) ?(?:个|条|项)(?!方面)",
        Counted.CAUSES: rf"({_NUMBER})(?:个|条|点|项)?(?:方面)?(?:的|主要|深层次)*原因|原因({_NUMBER})(?:个|条|点|项)",
        Counted.MEASURES: rf"({_NUMBER})(?:条|项|个)(?:具体|整改|的)*措施|措施({_NUMBER})(?:条|项|个)",
    }.items()
}


@dataclass(frozen=True, slots=True)
class Claim:
    """A number in the text: where it stands, as written, and its value, with the words around it; of a share also of what (「政治忠诚」)."""

    counted: Counted
    span: Span
    written: str
    value: int
    phrase: str
    of: str = ""


def _about_whole(facts: Facts, material: MaterialFacts, place: Span) -> Iterator[Claim]:
    """Yield what a stretch of text (preface, opening of the problems) claims about the whole text."""
    end = place.end + _NEAR
    of_one = facts.template is not None and facts.template.subject.of_one
    yield from _claims(facts.text[:end], facts.years_in_digits[:end], place, facts.year(material), of_one)


@remembered(16)  # after a key what a text begins with is mostly what it was
def _claims(text: str, plain: str, place: Span, year: int | None, of_one: bool) -> tuple[Claim, ...]:
    """Give the claims of a stretch at the end of a text; `plain` has its years in digits, `of_one` speaks one person."""
    return tuple(_all_claims(text, plain, place, year, of_one))


def _all_claims(text: str, plain: str, place: Span, year: int | None, of_one: bool) -> Iterator[Claim]:
    for match in CLAUSE.finditer(text, place.start, place.end):
        clause, start = match[0], match.start()
        if "“" in clause:  # 「对照“四个带头”查摆了8个问题」
            clause = QUOTATION.sub(lambda quoted: "“" * len(quoted[0]), clause)
        if not any(unit in clause for unit in ("方面", "问题", "原因", "措施")):
            continue
        begin = text.rfind("。", place.start, start) + 1
        sentence = text[begin:start] + clause
        if _OF_ANOTHER_TIME.search(sentence) or _is_mended(text, match.end(), clause):
            continue
        if of_one and _BY_THE_BODY.search(clause):
            continue
        if year and any(int(each) < year for each in _STATED_YEAR.findall(plain, begin, match.end())):
            continue
        for counted in _said(clause, sentence):
            if claim := _COUNTED[counted].search(clause):
                yield _claim(counted, start, claim)


def _is_mended(text: str, end: int, clause: str) -> bool:
    """Tell whether what a clause counts has been mended already: 「…等4个问题，均已整改到位」."""
    around = clause + _ENDS.split(text[end : end + _NEAR], maxsplit=1)[0]
    return bool(_MENDED.search(around)) and not _AT_ONCE.search(around)


def _said(clause: str, sentence: str) -> Iterator[Counted]:
    """Tell what a clause may count: what this text has searched out, what lies behind it, what is planned."""
    if "措施" in clause and _PLANNED.search(clause) and not _ANOTHER_PLAN.search(clause):
        yield Counted.MEASURES
    if not _OF_THIS_TEXT.search(clause) or _OF_ANOTHER.search(clause):
        return
    if _OPINIONS.search(sentence.removesuffix(clause)) and not _OWN_SEARCH.search(clause):
        return
    if _INSPECTION.search(sentence) and not _OWN_SEARCH.search(clause):
        return
    if _BEHIND.search(clause):
        yield Counted.CAUSES
        if not _SEARCHED.search(clause):
            return  # 「从4个方面剖析了原因」
    if "措施" not in clause:
        yield Counted.ASPECTS
        yield Counted.PROBLEMS


def _claimed_shares(facts: Facts, claims: Sequence[Claim], place: Span) -> Iterator[tuple[Claim, tuple[Claim, ...]]]:
    """Yield each total of problems with the shares told after it: 「15个问题，其中政治忠诚方面3个、…」."""
    for total in claims:
        if total.counted is not Counted.PROBLEMS:
            continue
        stop = facts.text.find("。", total.span.end, place.end)
        end = stop if stop >= 0 else place.end
        begin = facts.text.find("其中", total.span.end, end)
        if begin >= 0:
            found = _SHARE.finditer(facts.text, begin + 2, end)
            yield total, tuple(_claim(Counted.PROBLEMS, 0, match, 2, of=match[1].strip("、“”")) for match in found)


def _about_following(facts: Facts, section: Section) -> Iterator[tuple[Claim, int]]:
    """Yield what the last sentence before a section's items says of their number, and how many there are."""
    row = list(_first_row(section))
    if len(row) < 2:
        return
    own = facts.text[section.heading_end : section.own_end].rstrip()
    last = own[own.rstrip("。：:").rfind("。") + 1 :]
    match = _FOLLOWING.search(last)
    if match is None and not _OF_ANOTHER.search(last) and not _OF_ANOTHER_TIME.search(last):
        match = _ANNOUNCED.search(last)
    if match and all(facts.is_written(child) for child in section.children):  # else it is not yet said
        claim = _claim(Counted.FOLLOWING, section.heading_end + len(own) - len(last), match)
        if claim.value < len(row) or not _GOES_ON.search(facts.text, row[-1].heading_end, row[-1].end):
            yield claim, len(row)


def _first_row(section: Section) -> Iterator[Section]:
    """Yield the items that follow the heading's own text, up to where their numbers begin anew."""
    for index, child in enumerate(section.children):
        if child.style is not section.children[0].style or (index and child.value == 1):
            return
        yield child


def _items(sections: Sequence[Section]) -> list[int]:
    """Count the items below headings in every way they may be counted: those next below, or those at the bottom."""
    below = [child for section in sections for child in section.children]
    bottom = sum(max(1, len(child.children)) for child in below)
    return sorted({len(below), bottom})


def _claim(counted: Counted, offset: int, match: re.Match[str], group: int = 0, of: str = "") -> Claim:
    group = group or next(number for number in range(1, len(match.groups()) + 1) if match[number])
    span = Span(offset + match.start(group), offset + match.end(group))
    return Claim(counted, span, match[group], value_of(match[group]), match[0].strip(" ：:。"), of)


class Mismatch(NamedTuple):
    """A claim that does not agree with what there is; `firm` where nothing else could have been counted."""

    claim: Claim
    actual: int
    told: str
    firm: bool = True
    where: str = "此处"

    @property
    def right(self) -> str:
        """The true number, written as the claim was."""
        return counting(self.actual, self.claim.written)


def mismatches(facts: Facts) -> Iterator[Mismatch]:
    """Yield the claims that do not agree with the text."""
    for material in facts.materials:
        found = (*_following(facts, material), *_whole(facts, material), *_at_the_end(facts, material))
        yield from (mismatch for mismatch in found if mismatch.actual and mismatch.claim.value != mismatch.actual)


def _following(facts: Facts, material: MaterialFacts) -> Iterator[Mismatch]:
    for section in (each for each in material.outline.walk() if len(each.children) > 1):
        for claim, row in _about_following(facts, section):
            firm = all(child.leading for child in section.children) or facts.text[claim.span.start - 2 :].startswith(
                "以下"
            )
            yield Mismatch(claim, row, f"下文实有{row}条", firm)


def _whole(facts: Facts, material: MaterialFacts) -> Iterator[Mismatch]:
    """Yield what preface and opening of the problems say, as far as all aspects are written."""
    problems = material.of_kind(PartKind.PROBLEMS)
    aspects = [fact for fact in material.parts if fact.part.kind is PartKind.ASPECT]
    if problems is None or any(not f.answer.sections or f.state is State.EMPTY for f in aspects):
        return
    places = [(Span(section.heading_end, section.own_end), "此处") for section in problems.answer.sections]
    for place, where in ((material.outline.preface_span, "前言"), *places):
        claims = tuple(_about_whole(facts, material, place))
        for claim in claims:
            yield _counted(material, claim)._replace(where=where)
        for total, parts in _claimed_shares(facts, claims, place):
            yield from (mismatch._replace(where=where) for mismatch in _shares(material, total, parts))


def _at_the_end(facts: Facts, material: MaterialFacts) -> Iterator[Mismatch]:
    """Yield what the last paragraphs take up of all problems: 「对查摆出的12个问题，逐项销号」, a digit off."""
    counts = _problems(material)
    outline = material.outline
    begin = facts.text.rfind("\n", outline.start, max(outline.start, outline.end - _CLOSING)) + 1
    for match in _ALL_PROBLEMS.finditer(facts.text, max(begin, outline.start), outline.end) if counts else ():
        claim = _claim(Counted.PROBLEMS, 0, match)
        if is_slip(claim.value, sum(counts)):
            told = f"正文实有{sum(counts)}个（各方面{'、'.join(map(str, counts))}）"
            yield Mismatch(claim, sum(counts), told, firm=False)


def _counted(material: MaterialFacts, claim: Claim) -> Mismatch:
    if claim.counted is Counted.ASPECTS:
        # other topics among the problems (意识形态, 巡察反馈) are no aspects
        aspects = {s.start for f in material.parts if f.part.kind is PartKind.ASPECT for s in f.answer.sections}
        return Mismatch(claim, len(aspects), f"正文实有{len(aspects)}个方面")
    if claim.counted is Counted.PROBLEMS:
        counts = _problems(material)
        return Mismatch(claim, sum(counts), f"正文实有{sum(counts)}个（各方面{'、'.join(map(str, counts))}）")
    fact = material.of_kind(PartKind.CAUSE if claim.counted is Counted.CAUSES else PartKind.MEASURE)
    ways = _items(fact.answer.sections) if fact and fact.state is State.WRITTEN else []
    number = claim.value if claim.value in ways else next(iter(ways), 0)
    return Mismatch(claim, number, f"正文实有{number}条", firm=False)


def _problems(material: MaterialFacts) -> list[int]:
    """Count the problems of each aspect; give nothing where one is not written or not numbered."""
    facts = [fact for fact in material.parts if fact.part.kind is PartKind.ASPECT]
    counts = [fact.problems for fact in facts if fact.state is State.WRITTEN]
    numbers = [count for count in counts if count is not None]
    return numbers if len(numbers) == len(facts) else []


def _shares(material: MaterialFacts, total: Claim, parts: Sequence[Claim]) -> Iterator[Mismatch]:
    """Count the shares of a total against their aspects; where that cannot be done, their sum against the total."""
    aspects = [fact for fact in material.parts if fact.part.kind is PartKind.ASPECT]
    frame = material.alignment.frame if material.alignment else None
    for claim in parts if frame else ():
        for number, fact in enumerate(aspects):
            if frame and fact.problems is not None and likeness(frame, claim.of, number) >= SURE:
                yield Mismatch(claim, fact.problems, f"正文{quoted(fact.part.short)}实有{fact.problems}个", firm=False)
    if len(parts) == len(aspects) and not _problems(material):
        added = sum(claim.value for claim in parts)
        yield Mismatch(total, added, f"其中各项相加为{added}")
