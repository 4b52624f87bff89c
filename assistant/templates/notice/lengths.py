"""The lengths that a notice sets, for materials and for their parts.

「3000字左右」 is read as nine to eleven tenths of it. A length belongs to those whose words stand nearest before it; one
without such words is everybody's. What can be kept for nobody, as of two parts together, is told and not guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from assistant.language.numbering import CIRCLED, parse
from assistant.templates.notice.limits import SUBJECT_WORDS, asked_before, subjects_in
from assistant.templates.notice.page import Page
from assistant.templates.notice.values import LengthRange
from assistant.templates.template import MeetingKind, PartKind, Subject
from assistant.text import Span

_NUMBER = r"[0-9][0-9.]*[千万kK]?|[一二三四五六七八九十百千万两]+"
_LENGTH = re.compile(
    rf"(?P<before>不少于|不低于|不得少于|不超过|不得超过|不能超过|不多于|不要超过|控制在|限制在|限|至少|最少|最多|约|大约)?[为在]?"
    rf"(?P<first>{_NUMBER})字?(?:[-—–~～至到]+(?P<second>{_NUMBER}))?字(?P<after>以内|之内|以下|内|以上|左右|上下)?"
)
_SIZED = re.compile("字数|多少字|几千字|篇幅|材料|提纲|全文|[0-9]{3}")
_NOT_THE_MATERIAL = re.compile(
    "情况报告|总结|简报|信息|心得|体会|方案|批评意见|意见建议|相互批评|小结|报道|读书|笔记|点评|讲话"
)
_MATERIAL = re.compile("材料|提纲|发言|对照检查")
_BARELY = re.compile("字数|篇幅|(?:材料|提纲|个人|班子|党员|成员)[^，。；]{0,2}$")
_RESPECTIVE = re.compile("分别|依次")
_PART_WORDS = (
    (PartKind.PREVIOUS_RECTIFICATION, re.compile("上一?年度|整改(?:措施)?落实|上次")),
    (PartKind.DECLARATIONS, re.compile("说明事项|有关事项|情况说明|需要说明")),
    (PartKind.CASE_ANALYSIS, re.compile("案例")),
    (
        PartKind.PROBLEMS,
        re.compile(
            "(?:查摆|检视|存在)(?:的|出)?(?:突出|主要|具体)?问题|问题(?=部分|[和、与及](?:原因|根源|措施|整改))"
        ),
    ),
    (PartKind.CAUSE, re.compile("原因|根源")),
    (PartKind.MEASURE, re.compile("整改措施|改进措施|努力方向|整改方向")),
)
_SMALL = re.compile("每(?:个|一)?(?:方面|条|项|部分)|单个|各方面")

_ONE_OF_THEM = re.compile("主要负责(?:同志|人)|党政正职|一把手|[正副]职")  # who has no template of his own
_TOGETHER = re.compile("[两三四]个?(?:大)?(?:部分|项|方面)|合计|共|一起|加起来")
_PART_NUMBER = f"[{CIRCLED}]|[一二三四五六七八九十]|[0-9]{{1,2}}"
_NUMBERED_PART = re.compile(
    rf"第(?:{_PART_NUMBER})(?:(?:[、和及至到—-]|以及)?第?(?:{_PART_NUMBER}))*个?(?:大)?(?:部分|项|条|板块|块|点)|前[两二三四]个?部分|后[两二三四]个?部分"
)
_ONE_PART = re.compile(rf"(?<![前后])(?:{_PART_NUMBER})")
_BETWEEN = re.compile(rf"({_NUMBER})字?(?:以上|及以上)[、，到至]*(?:不超过)?({_NUMBER})字(?:以下|以内|之内)")
_WITHOUT_UNIT = re.compile(
    r"(?<![0-9.年月—~～至-])([1-9][0-9]{3,4}(?:[-—–~～至到]+[1-9][0-9]{3,4})?)(?![0-9字年月日.千万kK—–~～至到-])"
)
_LEAST_AND_MOST = re.compile(
    rf"(?:不少于|不低于|不得少于|至少)({_NUMBER})字?[、，]?(?:但|且|也|又)?(?:不超过|不得超过|不多于|不得多于|不高于|最多)({_NUMBER})字"
)
_ALTERED = re.compile("由[^，。；]{1,14}?(?:调整|修改|更改|变更|压缩|放宽|缩减|增加|减少|改)(?:为|到|至)")


@dataclass(frozen=True, slots=True)
class LengthLimit:
    """A length set for some subjects (none: for all) or for one part of the text.

    `unclear` are the words of one that can be kept for neither: of several parts together, of each aspect or problem.
    """

    range: LengthRange
    span: Span
    subjects: tuple[Subject, ...] = ()
    part: PartKind | None = None
    unclear: str = ""


def lengths(
    page: Page, wanted: list[Span], meeting: MeetingKind, order: Mapping[int, PartKind] = MappingProxyType({})
) -> Iterator[LengthLimit]:
    """Yield the lengths that a notice sets for materials and their parts; `order` tells which parts it numbers."""
    for sentence in wanted:
        text = _usual(sentence.of(page.flat))
        if "字" not in text:
            continue
        found = [m for m in _LENGTH.finditer(text) if _plausible(asked_before(page, sentence, text) + text, text, m)]
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
            limit = _of_numbered_part(text, match, sentence, order)
            yield from [limit] if limit else _assigned(text, match, before, sentence, meeting=meeting, lead=lead)
            done = match.end()


def _usual(text: str) -> str:
    """Write lengths in the usual way: 「字数：班子5000，个人3500」, 「3000字以上4000字以下」."""
    text = _BETWEEN.sub(r"\1-\2字", _ALTERED.sub("", text))
    text = _LEAST_AND_MOST.sub(r"\1-\2字", text)
    return _WITHOUT_UNIT.sub(r"\1字", text) if re.search("字数|篇幅", text) else text


def _of_numbered_part(
    text: str, match: re.Match[str], sentence: Span, order: Mapping[int, PartKind]
) -> LengthLimit | None:
    """Read a length of 「第二部分」; of 「第②③部分」 together, or of a part that nothing numbers, it stays unclear."""
    clause = re.split("[，；。：]", text[: match.start()])[-1]
    named = _NUMBERED_PART.search(clause)
    if named is None:
        return None
    numbers = [parse(each) if each not in CIRCLED else CIRCLED.index(each) + 1 for each in _ONE_PART.findall(named[0])]
    limits = _range(match, text)
    if len(numbers) == 1 and numbers[0] in order:
        return LengthLimit(limits, sentence, (), order[numbers[0]])
    return LengthLimit(limits, sentence, unclear=clause + match[0])


def _assigned(
    text: str, match: re.Match[str], before: str, sentence: Span, *, meeting: MeetingKind, lead: str
) -> Iterator[LengthLimit]:
    """Yield a length for those whose words stand nearest before it; `lead` is what opens the paragraph."""
    if kind := _bracketed_part(before, meeting):
        yield LengthLimit(_range(match, text), sentence, (), kind)
        return
    clause = re.split("[，；。：]", before)[-1]
    inside = clause.rpartition("（")[2]  # 「党员写材料（党员领导干部不少于1500字…」
    clause = inside if SUBJECT_WORDS.search(inside) else clause
    after = re.match("的?(?:个人|班子|党员)?[^，。；]{0,4}(?:发言提纲|材料|提纲|发言稿)", text[match.end() :])
    near = clause + (after[0] if after else "")
    if _NOT_THE_MATERIAL.search(near) and not _MATERIAL.search(near):
        return
    limits = _range(match, text)
    if _ONE_OF_THEM.search(clause):
        yield LengthLimit(limits, sentence, unclear=clause + match[0])
        return
    named = [kind for kind, words in _PART_WORDS if words.search(near)]
    part = next(iter(named), None)
    if _SMALL.search(near) or (len(named) > 1 and _TOGETHER.search(near)):
        yield LengthLimit(limits, sentence, unclear=near[: len(clause)] + match[0])
        return
    if part and not re.search("材料|提纲|全文|总", near):
        yield LengthLimit(limits, sentence, (), part)
        return
    if SUBJECT_WORDS.search(near) and not subjects_in(near, meeting):
        return  # it is the other meeting's
    subjects = subjects_in(near, meeting) or subjects_in(before, meeting) or subjects_in(lead, meeting)
    yield LengthLimit(limits, sentence, subjects)


def _bracketed_part(before: str, meeting: MeetingKind) -> PartKind | None:
    """Tell the part behind whose name a length stands in brackets: 「典型案例剖析（结合实际，不少于300字」."""
    opened = before.rfind("（")
    if opened < 0 or "）" in before[opened:] or _SMALL.search(before[opened:]) or subjects_in(before[opened:], meeting):
        return None
    named = re.split("[，；。：、]", before[:opened])[-1]
    if re.search("材料|提纲|全文", named):
        return None
    return next((kind for kind, words in _PART_WORDS if words.search(named)), None)


def _plausible(about: str, text: str, match: re.Match[str]) -> bool:
    value = _value(match["second"] or match["first"])
    bounded = match["before"] or match["after"] or match["second"] or _BARELY.search(text[: match.start()])
    return 100 <= value <= 30000 and bool(bounded) and bool(_SIZED.search(about))


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
    unit = {"千": 1000, "万": 10000, "k": 1000, "K": 1000}
    if numeral[0].isdigit():
        factor = unit.get(numeral[-1], 1)
        try:
            return int(float(numeral.rstrip("千万kK.")) * factor)
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
