"""What a notice says need not be written: 「不再单列…」「…不作要求」「可不写…」, and of whom alone a part is then asked.

A refusal takes the part out of what is asked for; one that depends on something (「没有的可不写」) only says nothing
by itself. 「不得只列问题、不剖析原因」 forbids to leave out, and is no refusal.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.templates.notice.nearby import clause_start
from assistant.templates.notice.page import Page
from assistant.templates.notice.subject_words import subjects_in
from assistant.templates.template import MeetingKind, Subject
from assistant.text import Span

_WRITE = (
    "(?:单独成(?:段|章|篇|节)|独立成(?:段|章|篇|节)|成段|撰写|书写|编写|起草|填写|写入|写进|列入|列进|写|单列|列|单设|设|另附|附|报告|汇报|通报|"
    "说明|剖析|分析|(?:一|个)(?:部分|段|节|章)|提供|提交|报送|形成|准备|要求|体现|涉及|纳入|包括|包含|反映|阐述|展开|提出|制定|含)"
)
_APART = "(?:再|重复|单独|另行|另外|另起|另|专门|分别|独立|一并|继续|统一|一律|作|做|进行|予以|在材料中|在文中|对其?)*"
_REFUSING = re.compile(
    f"(?:不再|不必|不用|不需要?|不须|无需要?|无须|毋需|毋须|不强求|不要求|(?<!必)不要|(?:可以?|也可|可暂|暂)不|不(?=另|单))(?!只|仅|光){_APART}{_WRITE}(?!成|得)"
    f"|不(?:单列|单写|另写|另列|另附|单独(?:写|列|成段|撰写)|写|列入|纳入|包括|包含|设)(?!成|得|明|清|实|[进入])|不(?:写|列)[进入]"
    "|免(?:于)?(?:写|撰写|列|报|附|填)|(?:不再|不必|不用|不需要?|无需|无须|毋需|不要求)(?:再|单独|另行)*(?=对[^，。；]{2,30}(?:说明|报告|汇报|剖析))|不[作做](?:统一|硬性|具体|单独|必写|强制)*(?:的)?(?:要求|规定)|不要求(?=[对写列报作每各]|人人|所有)|不要求$"
    "|不在(?:此列|要求之列|撰写范围)|(?:取消|删去|略去|去掉|省略|从略|省去)(?:不写)?"
)
_MANNER = re.compile("逐[条项一个]|一一|展开|详细|过多|面面俱到|赘述|具体列|罗列|长篇")
_FORBIDDEN = re.compile("不得|不能|不可|不允许|严禁|禁止|避免|防止|杜绝|切忌|克服|只[^，。；]{0,12}$|而$|不要只|光")
_CONDITION = re.compile(
    "没有|(?<![有])无(?!需|须|论)|未(?:发生|涉及|受到|出现|被)|不涉及|不存在|不属于|(?:^|，)(?:如|若|凡|因)[^，。；]{0,14}(?:的|，)"
)
_FILLER = re.compile(
    "(?:今年|本年度?|本次|这次|此次|现在|各|其|也|均|都|则|一律|原则上|一般|就|在|中|里|内|可以?|部分|内容|一项|"
    "(?:班子|领导班子|支部班子|党[组委](?:班子)?|个人|党员|班子成员|成员|委员)(?:的)?|(?:对照检查|检视剖析|发言)?(?:材料|提纲))*"
)
_NO_OBJECT = re.compile(
    "报告|说明|汇报|剖析|(?:班子|个人|本次|此次)*(?:的)?(?:对照检查|检视剖析|发言)?(?:材料|提纲|正文|发言稿|稿子)[中里内]?"
)
_BRACKET = 40  # characters
_STOPS = "，；。：！？\n\t"
_BRACKETS = "（）"
_TAIL = re.compile("(?:的|了|这|该|一)*(?:部分|内容|章节|一节|板块|一块|专题)?$")


@dataclass(frozen=True, slots=True)
class Refusal:
    """`span` is the stretch of `flat` in which nothing is asked for, `named` what is refused there.

    `of` are those who need not write it, none: nobody need. Where it is asked of others in the same breath, `asked_of`
    are those others. One in brackets behind a part's name (`bracketed`) may be of some alone: 「案例剖析（个人不写）」.
    """

    span: Span
    named: Span
    certain: bool = True
    of: tuple[Subject, ...] = ()
    asked_of: tuple[Subject, ...] = ()
    bracketed: bool = False


def refusals(page: Page, wanted: list[Span], meeting: MeetingKind) -> Iterator[Refusal]:
    """Yield what the sentences say need not be written."""
    for sentence in wanted:
        words = sentence.of(page.flat)
        for match in _REFUSING.finditer(words):
            if found := _refusal(words, match, meeting):
                yield Refusal(
                    Span(sentence.start + found.span.start, sentence.start + found.span.end),
                    Span(sentence.start + found.named.start, sentence.start + found.named.end),
                    found.certain,
                    found.of,
                    found.asked_of,
                    found.bracketed,
                )


def _refusal(words: str, match: re.Match[str], meeting: MeetingKind) -> Refusal | None:
    begins, ends = _clause(words, match.start(), match.end())
    before, after = words[begins : match.start()], words[match.end() : ends]
    if _MANNER.search(match[0] + after[:4]) or _FORBIDDEN.search(before):
        return None
    earlier, bracketed = _object_before(words, begins)
    if _CONDITION.search(before) or (_FILLER.fullmatch(before) and _CONDITION.search(words[earlier:begins])):
        return Refusal(Span(begins if bracketed else earlier, ends), Span(match.end(), match.end()), certain=False)
    object_after = _TAIL.sub("", after)
    if len(object_after) >= 2 and not _NO_OBJECT.fullmatch(object_after):
        return Refusal(Span(begins, ends), Span(match.end(), ends), of=_alone(before, meeting))
    if not _FILLER.fullmatch(before):
        return Refusal(Span(begins, ends), Span(begins, match.start()), of=_alone(before, meeting))
    return (
        _of_the_clause_before(words, Span(earlier, begins), Span(begins, ends), meeting) if earlier < begins else None
    )


def _of_the_clause_before(words: str, earlier: Span, refusing: Span, meeting: MeetingKind) -> Refusal:
    """Read a refusal that names nothing itself: 「上年度整改情况由班子统一报告，个人材料不再写」「案例剖析（可不写）」."""
    before = refusing.of(words)
    mine, others = subjects_in(before, meeting), subjects_in(earlier.of(words), meeting)
    if mine and others and not {*mine} & {*others}:
        return Refusal(refusing, earlier, of=mine, asked_of=others)
    opened = words[refusing.start - 1] == "（"
    closing = words.find("）", refusing.end, refusing.end + _BRACKET) if opened else -1
    place = Span(earlier.start, closing + 1 if closing >= 0 else refusing.end)
    return Refusal(place, earlier, of=_alone(before, meeting), bracketed=opened)


def _alone(words: str, meeting: MeetingKind) -> tuple[Subject, ...]:
    whose = subjects_in(words, meeting)
    return whose if len(whose) == 1 else ()


def _clause(words: str, start: int, end: int) -> tuple[int, int]:
    """Give the clause around a stretch, or what stands around it in brackets."""
    begins = clause_start(words, start, _STOPS + _BRACKETS)
    stop = re.compile(f"[{_STOPS}{_BRACKETS}]").search(words, end)
    return begins, stop.start() if stop else len(words)


def _object_before(words: str, begins: int) -> tuple[int, bool]:
    """Tell where what a bare refusal is about begins: the clause before it, or the name before its bracket."""
    if begins == 0 or words[begins - 1] not in "，（：":
        return begins, False
    bracketed = words[begins - 1] == "（"
    stops = _STOPS + ("、" if bracketed else "")
    return clause_start(words, begins - 1, stops), bracketed
