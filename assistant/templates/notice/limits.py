"""The numbers a notice sets: lengths, the share of the problems, how many problems, and whether with instances.

「3000字左右」 is read as nine to eleven tenths of it. A length belongs to those whose words stand nearest before it; one
without such words is everybody's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from assistant.language.numbering import parse
from assistant.templates.notice.page import Page
from assistant.templates.notice.values import LengthRange, Share
from assistant.templates.template import MeetingKind, PartKind, Subject
from assistant.text import Span

_NUMBER = r"[0-9][0-9.]*[千万]?|[一二三四五六七八九十百千万两]+"
_LENGTH = re.compile(
    rf"(?P<before>不少于|不低于|不得少于|不超过|不得超过|不能超过|不多于|不要超过|控制在|限制在|限|至少|最少|最多|约|大约)?[为在]?"
    rf"(?P<first>{_NUMBER})字?(?:[-—–~～至到]+(?P<second>{_NUMBER}))?字(?P<after>以内|之内|以下|内|以上|左右|上下)?"
)
_SIZED = re.compile("字数|篇幅|材料|提纲|全文|[0-9]{3}")
_NOT_THE_MATERIAL = re.compile(
    "情况报告|总结|简报|信息|心得|体会|方案|批评意见|意见建议|相互批评|小结|报道|读书|笔记|点评|讲话"
)
_MATERIAL = re.compile("材料|提纲|发言|对照检查")
_BARELY = re.compile("字数|篇幅|(?:材料|提纲|个人|班子|党员|成员)[^，。；]{0,2}$")
_RESPECTIVE = re.compile("分别|依次")

_SUBJECT_WORDS = re.compile(
    "(?P<BRANCH>支部班子|支部委员会|支委会|支部(?=材料|对照|检查)|支部(?:检视|剖析))"
    "|(?P<INDIVIDUAL>班子成员|党[组委]成员|党员领导干部|领导干部|党委委员|委员|个人|成员|每人)|(?P<MEMBER>(?:每名|普通|全体)?党员)"
    "|(?P<LEADERSHIP>班子|党[组委](?=对照|材料|检查|的对照|检视|剖析)|集体)|(?P<OUTLINE>发言提纲)"
)
_LEADERS = re.compile("班子成员|党[组委]成员|党员领导干部|领导干部|党委委员|党[组委]")
_PART_WORDS = (
    (PartKind.PREVIOUS_RECTIFICATION, re.compile("上一?年度|整改(?:措施)?落实|上次")),
    (PartKind.DECLARATIONS, re.compile("说明事项|有关事项|情况说明|需要说明")),
    (PartKind.CASE_ANALYSIS, re.compile("案例")),
    (PartKind.PROBLEMS, re.compile("(?:查摆|检视|存在)(?:的|出)?(?:突出|主要|具体)?问题|问题(?=部分)")),
    (PartKind.CAUSE, re.compile("原因|根源")),
    (PartKind.MEASURE, re.compile("整改措施|改进措施|努力方向|整改方向")),
)
_SMALL = re.compile("每(?:个|一)?(?:方面|条|项|部分)|单个|各方面")

_FRACTION = re.compile(
    r"(?P<least>不少于|不低于|不得少于|不得低于|至少|应占|要占|占到|占|达到|超过)[^，。；]{0,10}?"
    r"(?:(?P<below>[二三四五六七八九十百]{1,2})分之(?P<above>[一二三四五六七八九十百]{1,4})|(?P<percent>[0-9]{2})%|(?P<up>[1-9])/(?P<down>[1-9])"
    r"|(?P<tenths>[一二三四五六七八九])成|(?P<half>一半|半数|二分之一))"
)
_EXTENT = re.compile("篇幅|字数|全文|全篇|总量|内容|材料|比重|比例|正文")
_NO_EXTENT = re.compile("人数|到会|参会|党员大会|票|应到|实到|测评")
_SHARE_KINDS = (
    (PartKind.PROBLEMS, re.compile("问题|查摆|检视")),
    (PartKind.CASE_ANALYSIS, re.compile("案例")),
    (PartKind.CAUSE, re.compile("原因|根源|剖析")),
    (PartKind.MEASURE, re.compile("措施|努力方向")),
)

_SMALL_NUMBER = "[0-9]{1,2}|[一二两三四五六七八九十]{1,2}"
_COUNT = re.compile(
    rf"(?:不少于|不低于|不得少于|至少|最少|不能少于)[^，。；0-9]{{0,8}}?(?P<a>{_SMALL_NUMBER})(?:个|条|项|点|处)"
    rf"|(?P<b>{_SMALL_NUMBER})(?:[-—–~～至到](?:{_SMALL_NUMBER}))?(?:个|条|项|点|处)(?:以上)?(?:具体|突出|主要|以上|的)*(?:问题|表现|不足)(?:以上)?"
    rf"|问题(?P<d>{_SMALL_NUMBER})(?:[-—–~～至到](?:{_SMALL_NUMBER}))?(?:个|条|项)"
    rf"|(?P<c>{_SMALL_NUMBER})(?:个|条|项|点)(?:\(含\)|（含）|及)?以上"
)
_EACH_ASPECT = re.compile("每(?:个|一|一个|项)?“?(?:方面|带头|部分|条|对照)|各(?:个)?方面|每方面|逐个方面")
_PROBLEM = re.compile("问题|查摆|表现|不足|短板|检视")
_NOT_PROBLEMS = re.compile("意见|建议|谈话|谈心|研讨|学习|案例|措施|次|批评|人数|座谈")
_OF_PROBLEMS = re.compile("(?:[，；。：]|^)(?:问题[^，；。：]*|[^，；。：]*问题)，$")  # 「问题要具体，不少于3条」
_INSTANCE = re.compile(
    "(?:附|附上|列举|举出|写出|写明|有|用|结合|佐以|说明)[^，。；]{0,8}(?:事例|实例|例证|例子|案例佐证)|举例|具体事例|典型事例"
)
_NO_INSTANCE = re.compile("(?:不必|无须|无需|不要求|不用)[^，。；]{0,6}(?:举例|事例)|先进[^，。；]{0,6}事例|事迹")


@dataclass(frozen=True, slots=True)
class LengthLimit:
    """A length set for some subjects (none: for all) or for one part of the text."""

    range: LengthRange
    span: Span
    subjects: tuple[Subject, ...] = ()
    part: PartKind | None = None


def lengths(page: Page, wanted: list[Span], meeting: MeetingKind) -> Iterator[LengthLimit]:
    """Yield the lengths that a notice sets for materials and their parts."""
    for sentence in wanted:
        text = sentence.of(page.flat)
        if "字" not in text:
            continue
        found = [m for m in _LENGTH.finditer(text) if _plausible(text, m)]
        line = page.line(sentence.start).start
        near = page.flat[max(line, sentence.start - 20) : sentence.start]
        lead = near if subjects_in(near, meeting) else page.flat[line : min(line + 24, sentence.start)]
        done = 0
        if respective := _RESPECTIVE.search(text):
            after = [match for match in found if match.start() >= respective.start()]
            named = subjects_in(text[max(text.rfind("。", 0, respective.start()), 0) : respective.start()], meeting)
            if 1 < len(named) <= len(after):
                for subject, match in zip(named, after, strict=False):
                    yield LengthLimit(_range(match, text), sentence, (subject,))
                    done = match.end()
                found = [match for match in found if match.start() >= done]
        for match in found:
            before = text[done : match.start()]
            yield from _assigned(text, match, before, sentence, meeting=meeting, lead=lead)
            done = match.end()


def _assigned(
    text: str, match: re.Match[str], before: str, sentence: Span, *, meeting: MeetingKind, lead: str
) -> Iterator[LengthLimit]:
    """Yield a length for those whose words stand nearest before it; `lead` is what opens the paragraph."""
    clause = re.split("[，；。：]", before)[-1]
    inside = clause.rpartition("（")[2]  # 「党员写材料（党员领导干部不少于1500字…」
    clause = inside if _SUBJECT_WORDS.search(inside) else clause
    after = re.match("的?(?:个人|班子|党员)?[^，。；]{0,4}(?:发言提纲|材料|提纲|发言稿)", text[match.end() :])
    near = clause + (after[0] if after else "")
    if _NOT_THE_MATERIAL.search(near) and not _MATERIAL.search(near):
        return
    limits = _range(match, text)
    part = next((kind for kind, words in _PART_WORDS if words.search(near)), None)
    if _SMALL.search(near) or (part and not re.search("材料|提纲|全文|总", near)):
        if part and not _SMALL.search(near):
            yield LengthLimit(limits, sentence, (), part)
        return
    if _SUBJECT_WORDS.search(near) and not subjects_in(near, meeting):
        return  # it is the other meeting's
    subjects = subjects_in(near, meeting) or subjects_in(before, meeting) or subjects_in(lead, meeting)
    yield LengthLimit(limits, sentence, subjects)


def subjects_in(text: str, meeting: MeetingKind) -> tuple[Subject, ...]:
    """Tell whose material a few words speak of, in their order.

    「发言提纲」 alone is an individual's; with 班子成员 beside it the word says nothing more.
    """
    found: list[Subject] = []
    single = Subject.INDIVIDUAL if meeting is MeetingKind.DEMOCRATIC else Subject.MEMBER
    body = Subject.LEADERSHIP if meeting is MeetingKind.DEMOCRATIC else Subject.BRANCH
    for match in _SUBJECT_WORDS.finditer(text):
        kind = match.lastgroup
        if _of_the_other_meeting(text, match, meeting):
            continue
        found.append(body if kind in ("BRANCH", "LEADERSHIP") else single)
    return tuple(dict.fromkeys(found))


def _of_the_other_meeting(text: str, match: re.Match[str], meeting: MeetingKind) -> bool:
    """Tell whether a word names those who hold the other meeting: 党员 and 支部 there, the leadership here."""
    if meeting is MeetingKind.DEMOCRATIC:
        return match.lastgroup == "BRANCH" or (match.lastgroup == "MEMBER" and text[match.end() :][:2] != "干部")
    leading = re.search("(?:党委|党组|工委|领导)$", text[: match.start()])
    return bool(_LEADERS.fullmatch(match[0]) or (match.lastgroup == "LEADERSHIP" and leading))


def share(page: Page, wanted: list[Span]) -> Iterator[tuple[Share, Span]]:
    """Yield what part of the whole some parts should fill."""
    for sentence in wanted:
        text = sentence.of(page.flat)
        for match in _FRACTION.finditer(text):
            clause = text[max(text.rfind(stop, 0, match.start()) for stop in "。；") + 1 : match.end() + 8]
            if not _EXTENT.search(clause) or _NO_EXTENT.search(clause):
                continue
            near = clause[clause.rfind("，", 0, len(clause) - 8) + 1 :]
            kinds = _shared(near) or _shared(clause)
            least = _fraction(match)
            if kinds and 0 < least <= 1:
                yield Share(kinds, least), sentence


def _shared(words: str) -> tuple[PartKind, ...]:
    return tuple(kind for kind, names in _SHARE_KINDS if names.search(words))


def counts(page: Page, wanted: list[Span]) -> Iterator[tuple[bool, int, Span]]:
    """Yield how many problems are asked for, and whether for each aspect."""
    for sentence in wanted:
        text = sentence.of(page.flat)
        for match in _COUNT.finditer(text):
            begins = max(text.rfind(stop, 0, match.start()) for stop in "，；。：") + 1
            clause = text[begins : match.end() + 10].split("。")[0]
            earlier = text[: match.start()]
            in_all = re.search("共|总计|合计|总数", clause[: match.end() - begins])
            each = bool(not in_all and (_EACH_ASPECT.search(clause) or _EACH_ASPECT.search(earlier[-24:])))
            near = re.split("[，；]", text[match.end() : match.end() + 12])[0]
            about = clause[: match.end() - begins] + near
            if _OF_PROBLEMS.search(text[:begins]):
                about = f"问题，{about}"
            if _NOT_PROBLEMS.search(about) or not (_PROBLEM.search(text if in_all else about) or each):
                continue
            value = parse(match["a"] or match["b"] or match["c"] or match["d"])
            bounded = match["a"] or match["c"] or each or re.search("每[名人位]|一般|查摆|列出|检视|梳理", clause)
            if value and bounded and not re.search("方面", match[0]):
                yield each, value, sentence


def instances(page: Page, wanted: list[Span]) -> Iterator[Span]:
    """Yield the sentences that ask for instances."""
    for sentence in wanted:
        text = sentence.of(page.flat)
        if _INSTANCE.search(text) and not _NO_INSTANCE.search(text):
            yield sentence


def _plausible(text: str, match: re.Match[str]) -> bool:
    value = _value(match["second"] or match["first"])
    bounded = match["before"] or match["after"] or match["second"] or _BARELY.search(text[: match.start()])
    return 100 <= value <= 30000 and bool(bounded) and bool(_SIZED.search(text))


def _range(match: re.Match[str], text: str) -> LengthRange:
    first = _value(match["first"])
    before, after = match["before"] or "", match["after"] or ""
    if match["second"]:
        second = _value(match["second"])
        if first < 100 <= second:  # 「三至五千字」「3至5千字」
            first *= 1000
        return LengthRange(min(first, second), max(first, second))
    if after in ("左右", "上下") or "约" in before:
        return LengthRange(first * 9 // 10, first * 11 // 10)
    if re.match("不少于|不低于|不得少于|至少|最少", before) or after == "以上":
        return LengthRange(least=first)
    if before or after:
        return LengthRange(most=first)
    lead = text[max(0, match.start() - 6) : match.start()]
    if "不少于" in lead:
        return LengthRange(least=first)
    return LengthRange(first * 9 // 10, first * 11 // 10)


def _value(numeral: str) -> int:
    unit = {"千": 1000, "万": 10000}
    if numeral[0].isdigit():
        factor = unit.get(numeral[-1], 1)
        try:
            return int(float(numeral.rstrip("千万.")) * factor)
        except ValueError:
            return 0
    total = section = digit = 0
    for mark in numeral.replace("两", "二"):
        value = {"十": 10, "百": 100, "千": 1000, "万": 10000}.get(mark)
        if value is None:
            digit = parse(mark)
        elif value == 10000:
            total += (section + digit) * value
            section = digit = 0
        else:
            section += (digit or 1) * value
            digit = 0
    return total + section + digit


def _fraction(match: re.Match[str]) -> Fraction:
    if match["half"]:
        return Fraction(1, 2)
    if match["percent"]:
        return Fraction(int(match["percent"]), 100)
    if match["up"]:
        return Fraction(int(match["up"]), int(match["down"]))
    if match["tenths"]:
        return Fraction(parse(match["tenths"]), 10)
    below = 100 if match["below"] == "百" else parse(match["below"])
    return Fraction(parse(match["above"]), below) if below else Fraction(0)
