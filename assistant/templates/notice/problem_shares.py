"""What a notice asks of the problems: their share of the whole, how many, and whether with instances; and of whom."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from fractions import Fraction

from assistant.language.numbering import value_of
from assistant.language.part_names import CAUSES, MEASURES
from assistant.templates.notice.aspect_names import is_aspect
from assistant.templates.notice.nearby import REACH, asked_before, clause_start
from assistant.templates.notice.page import Page
from assistant.templates.notice.subject_words import SUBJECT_WORDS, subjects_in
from assistant.templates.notice.values import Share
from assistant.templates.template import MeetingKind, PartKind, Subject
from assistant.text import Span

_FRACTION = re.compile(
    r"(?P<least>不少于|不低于|不得少于|不得低于|至少|应占|要占|占到|占|达到|(?<![不得能可宜要应])超过)[^，。；]{0,10}?"
    r"(?:(?P<below>[二三四五六七八九十百]{1,2})分之(?P<above>[一二三四五六七八九十百]{1,4})|(?P<percent>[0-9]{2})%|(?P<up>[1-9])/(?P<down>[1-9])"
    r"|(?P<tenths>[一二三四五六七八九])成|(?P<half>一半|半数|二分之一))"
    r"|(?:(?P<below2>[二三四五六七八九])分之(?P<above2>[一二三四五六七八九])|(?P<half2>一半))以上(?=的?(?:篇幅|内容|字数|文字))"
)
_SHARE_WORDS = "[一二三四五六七八九十百]{1,2}分之[一二三四五六七八九十百]{1,4}|[0-9]{2}%|[1-9]/[1-9]|[一二三四五六七八九]成|一半|半数"
_PLAIN_SHARE = re.compile(_SHARE_WORDS)
_ROW_OF_SHARES = re.compile(f"分别[^，。；、0-9]{{0,14}}?(?:{_SHARE_WORDS})(?:[、和与及](?:{_SHARE_WORDS}))+")
_NEXT_SHARE = re.compile(f"[、和与及]({_SHARE_WORDS})")
_BOUNDED_ABOVE = re.compile("(?:的?(?:篇幅|比例))?(?:以内|之内|以下|左右|上下|[-—–~～至到]+[0-9])")
_AT_MOST = re.compile(
    "(?:不(?:得|能|要|应|可|宜|准|再)?(?:超过|突破|多于|高于|大于|超)|至多|最多|上限|控制在|限制在|压缩[在到至]|不到|不足)[^，。；]*$"
)
_OF_THE_WHOLE = re.compile(
    "[0-9]%|[一二三四五六七八九十]分之|[1-9]/[1-9](?![0-9])|[一二三四五六七八九]成(?=以|左右|的?篇幅|$)"
    "|分别[^，。；、]{0,8}?(?:一半|半数)"
)
_RATIO = re.compile(  # 「5∶2∶3」「五比二比三」
    "(?<![0-9：:])(?:[0-9]{1,2}(?:[：:∶比][0-9]{1,2}){2,}|[一二三四五六七八九](?:比[一二三四五六七八九]){2,})(?![0-9])"
)
_FILLS = re.compile("占(?![用有据领线])|分别[^，。；]{0,6}(?:少于|低于|至少)")
_EXTENT = re.compile("部分|篇幅|字数|全文|全篇|总量|内容|材料|比重|比例|正文")
_NO_EXTENT = re.compile("人数|优秀|评议|评定|等次|满意|出席|到会|参会|党员大会|票|应到|实到|测评")
# Beside a share a bare 措施 or 剖析 is a part: nothing else has a share of the whole
_SHARE_KINDS = (
    (PartKind.PROBLEMS, re.compile("问题|查摆|检视")),
    (PartKind.CASE_ANALYSIS, re.compile("案例")),
    (PartKind.CAUSE, re.compile(f"{CAUSES}|剖析")),
    (PartKind.MEASURE, re.compile(f"{MEASURES}|措施")),
)

_SMALL_NUMBER = "[0-9]{1,2}|[一二两三四五六七八九十]{1,2}"
_COUNT = re.compile(
    rf"(?:不少于|不低于|不得少于|至少|最少|不能少于)[^，。；0-9]{{0,8}}?(?P<a>{_SMALL_NUMBER})(?:个|条|项|点|处)"
    rf"|(?P<b>{_SMALL_NUMBER})(?:[-—–~～至到](?:{_SMALL_NUMBER}))?(?:个|条|项|点|处)(?:以上)?(?:具体|突出|主要|以上|的)*(?:问题|表现|不足)(?:以上)?"
    rf"|每(?:个|一)?(?:方面|维度|带头)(?:查摆?|写|列|检视|找)?(?P<e>{_SMALL_NUMBER})(?:[-—–~～至到](?:{_SMALL_NUMBER}))?(?:个|条|项)"
    rf"|问题(?P<d>{_SMALL_NUMBER})(?:[-—–~～至到](?:{_SMALL_NUMBER}))?(?:个|条|项)"
    rf"|(?P<c>{_SMALL_NUMBER})(?:个|条|项|点)(?:\(含\)|（含）|及)?以上"
)
_EACH_ASPECT = re.compile(
    "一个(?:方面|维度|带头)(?=[^，。；]{0,4}(?:至少|不少于|要|须|写|查))|每(?:个|一|一个|项)?“?(?:方面|带头|部分|条|对照|维度|层面)|每项(?=写|至少|不少于|查|列|[0-9])|各(?:个)?方面|每方面|逐个方面|(?:带头|方面)[^，。；]{0,4}(?:每个|各|分别)|每个(?:都|至少|不少于|写|查摆|列)"
)
_PROBLEM = re.compile("问题|查摆|表现|不足|短板|检视")
_NOT_PROBLEMS = re.compile("意见|建议|谈话|谈心|研讨|学习|案例|措施|次|批评|人数|座谈")
# what is counted are instances of the problems, or what is to be said of each of them
_COUNTED_INSTANCES = re.compile(
    "(?:以上)?(?:的|具体|典型|突出|真实|身边|工作|实际|生动|鲜活|正反面?)*(?:事例|实例|例证|例子|案例|例)"
)
_FOUND = re.compile(
    "(?:梳理|归纳|汇总|收集|排查|(?<!检)查)(?:出|到|了)[^，。；]{0,4}$|(?:反馈|指出|发现|通报)[^，。；]{0,6}$"
)
_OF_EACH_PROBLEM = re.compile("每(?:个|一|一个|条|项)?(?:查摆的|具体|突出)*问题")
_OF_EACH_WRITER = re.compile(
    "^每(?:名|位|人|个人)[^，。；]{0,6}(?:不少于|至少|不低于|查)"
)  # 「查找不足，每名党员不少于3条」
_OF_PROBLEMS = re.compile("(?:[，；。：]|^)(?:问题[^，；。：]*|[^，；。：]*问题)，$")  # 「问题要具体，不少于3条」
_INSTANCE = re.compile(
    "(?:附|附上|列举|举出|写出|写明|有|用|结合|佐以|说明)[^，。；]{0,8}(?:事例|实例|例证|例子|案例佐证)|举(?:出|[^，。；]{0,4}[0-9一二两三]+(?:个|项)?)(?:以上)?(?:具体|典型|真实)*(?:事例|实例|例)|举例|具体事例|典型事例"
)
_NO_INSTANCE = re.compile("(?:不必|无须|无需|不要求|不用)[^，。；]{0,6}(?:举例|事例)|先进[^，。；]{0,6}事例|事迹")


def share(page: Page, wanted: list[Span]) -> Iterator[tuple[Share, Span, Span]]:
    """Yield what part of the whole some parts should fill at least, its sentence, and the number in it."""
    for sentence in wanted:
        text = sentence.of(page.flat)
        for match in _FRACTION.finditer(text):
            begins = clause_start(text, match.start(), "。；")
            clause = text[begins : match.end() + 8]
            if not _EXTENT.search(clause) or _NO_EXTENT.search(clause) or _BOUNDED_ABOVE.match(text, match.end()):
                continue
            if _of_parts_each(text, match):
                continue
            after = re.split("[，。；]", text[match.end() : match.end() + 8])[0]
            near = text[max(begins, text.rfind("，", 0, match.start()) + 1) : match.end()] + after
            kinds = _shared(near) or _shared(text[begins : match.end()]) or _shared(clause)
            least = _fraction(match)
            if kinds and 0 < least <= 1 and not _AT_MOST.search(text[begins : match.end()][-16:]):
                yield Share(kinds, least), sentence, Span(sentence.start + match.start(), sentence.start + match.end())
                for place, other in _beside(text, match.end()):  # 「分别不少于一半、三分之二」
                    yield Share(kinds, other), sentence, Span(sentence.start + place.start, sentence.start + place.end)


def _of_parts_each(text: str, match: re.Match[str]) -> bool:
    """Tell whether a share is one of several, each of a part: 「问题、原因、措施分别占50%、20%、30%」; no more than one is kept."""
    begins = clause_start(text, match.start(), "，。；：")
    said = text.rfind("分别", begins, match.end())
    row = _ROW_OF_SHARES.match(text, said) if said >= 0 else None
    return row is not None and len(_shared(text[begins:said])) > 1 and not SUBJECT_WORDS.search(text, begins, said)


def _beside(text: str, end: int) -> Iterator[tuple[Span, Fraction]]:
    """Yield the shares that stand in a row behind one."""
    while (following := _NEXT_SHARE.match(text, end)) and (match := _FRACTION.match(f"占{following[1]}")):
        yield Span(*following.span(1)), _fraction(match)
        end = following.end()


def whose_in_row(page: Page, sentence: Span, place: Span, meeting: MeetingKind) -> tuple[Subject, ...] | None:
    """Tell whose a share is that stands in a row: 「班子、个人的问题部分分别不少于一半、三分之二」; None where it stands in none."""
    text = page.flat[max(sentence.start, place.start - REACH) : min(sentence.end, place.end + REACH)]
    at = place.start - max(sentence.start, place.start - REACH)
    said = text.rfind("分别", clause_start(text, at), at + 2)
    row = _ROW_OF_SHARES.match(text, said) if said >= 0 else None
    if row is None or row.end() < at:
        return None
    whose = subjects_in(text[:said], meeting)
    shares = _PLAIN_SHARE.findall(row[0])
    before = len(_PLAIN_SHARE.findall(text[said : at + (place.end - place.start)])) - 1
    return (whose[before],) if len(whose) == len(shares) and 0 <= before < len(whose) else ()


def shares_left(page: Page, wanted: list[Span]) -> Iterator[Span]:
    """Yield the clauses that bound what part of the whole something fills, beside the one share that is kept."""
    read = list(share(page, wanted))
    kept = sorted(place for each, _, place in read if each == read[0][0])
    for sentence in wanted:
        text = sentence.of(page.flat)
        if not (_EXTENT.search(text) or _FILLS.search(text) or _RATIO.search(text)) or _NO_EXTENT.search(text):
            continue
        for ratio in _RATIO.finditer(text):
            begins = clause_start(text, ratio.start(), "，。；")
            if len(_shared(text[begins : ratio.end()])) > 1 or re.search("篇幅|占比|比重|比例", text[begins:]):
                yield Span(sentence.start + begins, sentence.start + ratio.end())
        for clause in page.clauses(*sentence):
            words = clause.of(page.flat)
            about = _shared(words) or re.search("篇幅|比重|比例|占比|全文|全篇", text)
            if about and _OF_THE_WHOLE.search(words) and not _holds_any(clause, kept):
                yield clause


def _holds_any(clause: Span, places: Sequence[Span]) -> bool:
    """Tell whether one of some places, in their order, lies within a clause."""
    n = bisect_left(places, Span(clause.start, 0))
    return n < len(places) and places[n].start < clause.end


def _shared(words: str) -> tuple[PartKind, ...]:
    return tuple(kind for kind, names in _SHARE_KINDS if names.search(words))


def counts(page: Page, wanted: list[Span]) -> Iterator[tuple[bool, int, Span, Span]]:
    """Yield how many problems are asked for, whether for each aspect, the sentence, and the number in it."""
    for sentence in wanted:
        text = sentence.of(page.flat)
        asked = asked_before(page, sentence, text)
        for match in _COUNT.finditer(text):
            begins = clause_start(text, match.start())
            clause = text[begins : match.end() + 10].split("。")[0]
            before = text[max(0, begins - REACH) : begins]
            earlier = asked + text[max(0, match.start() - REACH) : match.start()]
            in_all = re.search("共|总计|合计|总数", clause[: match.end() - begins])
            of_aspect = is_aspect(page.row_name(sentence.start + match.start()))
            each = of_aspect or bool(not in_all and (_EACH_ASPECT.search(clause) or _EACH_ASPECT.search(earlier[-24:])))
            near = re.split("[，；]", text[match.end() : match.end() + 12])[0]
            about = clause[: match.end() - begins] + near
            of_each_one = _OF_EACH_WRITER.search(clause) and _PROBLEM.search(before)
            if of_each_one or _OF_PROBLEMS.search(before):
                about = f"问题，{about}"
            if _found_by_others(clause[: match.start() - begins]):
                continue
            if _of_instances(clause[: match.end() - begins], text[match.end() : match.end() + 12]):
                continue
            if _NOT_PROBLEMS.search(about) or not (_PROBLEM.search(before + about if in_all else about) or each):
                continue
            value = value_of(match["a"] or match["b"] or match["c"] or match["d"] or match["e"])
            bounded = (
                match["a"]
                or match["c"]
                or each
                or re.search("每[名人位]|一般|查摆|查找|找出|找准|查出|写出|列出|检视|梳理", clause)
            )
            if value and bounded and (match["e"] or not re.search("方面", match[0])):
                yield each, value, sentence, Span(sentence.start + match.start(), sentence.start + match.end())


def _found_by_others(before: str) -> bool:
    """Tell whether a number counts problems that were found already: 「巡察反馈5个问题」「征求意见梳理出3个问题」."""
    return bool(_FOUND.search(before) and not re.search("每[名人位个]|各|要|应|须|一般", before))


def _of_instances(counted: str, after: str) -> bool:
    """Tell whether a number counts instances, or what is said of each problem: 「附事例不少于1个」「列举1个具体事例」."""
    named_before = _INSTANCE.search(counted) and not _PROBLEM.search(counted + re.split("[，；。]", after)[0])
    return bool(named_before or _COUNTED_INSTANCES.match(after) or _OF_EACH_PROBLEM.search(counted))


def instances(page: Page, wanted: list[Span]) -> Iterator[tuple[Span, Span]]:
    """Yield the sentences that ask for instances, and the words that do."""
    for sentence in wanted:
        text = sentence.of(page.flat)
        if (match := _INSTANCE.search(text)) and not _NO_INSTANCE.search(text):
            yield sentence, Span(sentence.start + match.start(), sentence.start + match.end())


def _fraction(match: re.Match[str]) -> Fraction:
    if match["half"] or match["half2"]:
        return Fraction(1, 2)
    if match["percent"]:
        return Fraction(int(match["percent"]), 100)
    if match["up"]:
        return Fraction(int(match["up"]), int(match["down"]))
    if match["tenths"]:
        return Fraction(value_of(match["tenths"]), 10)
    below = match["below"] or match["below2"]
    return Fraction(value_of(match["above"] or match["above2"]), 100 if below == "百" else value_of(below))
