"""Parts that single sentences ask for: 「要报告…」「对…作出说明」「剖析原因」「提出…措施」, and of whom."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from assistant.language.part_names import CAUSES, MEASURES
from assistant.language.sentences import piece_start
from assistant.templates.notice.page import Page
from assistant.templates.notice.refusals import Refusal
from assistant.templates.notice.subject_words import subjects_in
from assistant.templates.notice.values import NoticePart
from assistant.templates.template import MeetingKind, PartKind, Subject
from assistant.text import Span

MEETING = "(?:民主|组织)?生活会"
BEFORE = r"(?:上一?年度|上年|去年|上次|上一次|20[0-9]{2}年度?|主题教育专题|党史学习教育专题)"
QUESTION = re.compile("(?:^|[、.])(?:问|Q[0-9]{0,2})：[^？\n]*？")
RANK = {
    PartKind.PREFACE: 0,
    PartKind.PREVIOUS_RECTIFICATION: 1,
    PartKind.OTHER: 2,
    PartKind.DECLARATIONS: 3,
    PartKind.PROBLEMS: 4,
    PartKind.CASE_ANALYSIS: 5,
    PartKind.CAUSE: 6,
    PartKind.MEASURE: 7,
}
# two parts in one: 「原因剖析、整改措施合并写」
TOGETHER = "(?:(?:[、和与及]|以及|同|跟)[^，。；：、]{2,8})?(?:[两二]个?部分|部分)?[^，。；：、不]{0,4}(?:合并|合写|合在一起|合为|合成|并为|并作|一并写|写在一起|放在一起)"
# sentences whose 问题, 原因 or 措施 are not parts of the material
_ELSEWHERE = re.compile(
    "会后|会上|谈心|征求|听取意见|整改方案|整改清单|问题清单|督导|学习研讨|通报会|议程|主持会议|列席|相互批评|开展批评"
)
_IS_A_REPORT = re.compile(
    "的?(?:专题|书面)?报告(?=[，。；\t\n]|$)"
)  # 「另报上年度…整改落实情况报告」: a paper of its own
EXTENT = re.compile("的.{1,8}(?:要|须|应)逐|篇幅|三分之|全文的|不少于|不超过|[0-9]字")
# 「对上年度…整改情况作出说明」 is last year's part and no declaration, and so is what stands before 、 or 和
_REPORT_OF_LAST = f"^(?:[对就]|说明)*{BEFORE}[^，。；：、]*?整改[^，。；：、和及]*"
_PREPARATION = re.compile(f"{_REPORT_OF_LAST}$|会前|起草|准备情况|请假|未参加|不能参加|缺席")
_REPORTED = re.compile("报告|通报|汇报|说明|写明|反映")
_WRITTEN = re.compile(
    "材料|提纲|对照|查摆|查找|检视|剖析|撰写|报告|说明|作出|原因要|措施要|单独一段|单独成段|单列|合并|合写|写在一起|放在一起|合在一起"
)
_COMMANDS = (
    (
        PartKind.PREVIOUS_RECTIFICATION,
        re.compile(
            f"{BEFORE}[^，。；：]{{0,24}}?{MEETING}[^，。；：]{{0,16}}?整改(?:[^，。；：、和及]{{0,8}}?情况|[^，。；：、和及]{{0,8}})"
            f"|(?:去年|上年)[^，。；：]{{0,10}}整改[^，。；：]{{0,8}}?情况(?=单独|另|要|须|应|需|也要|写|一段)"
            f"|上一?年度[^，。；：]{{0,20}}整改[^，。；：、和及]{{0,8}}?情况"
        ),
    ),
    (
        PartKind.OTHER,
        re.compile(
            "(?:深入)?[^，。；：和及、对报告]{0,16}学习教育[^，。；：生]{0,14}(?:整改|整治)[^，。；：、和及]{0,6}情况"
        ),
    ),
    (
        PartKind.OTHER,
        re.compile(
            "(?<=报告)[^，。；：和及、]{0,10}巡[视察][^，。；：生和及]{0,10}整改[^，。；：、和及]{0,6}情况"
            "|(?<=、)[^，。；：和及、]{0,10}巡[视察][^，。；：生和及、]{0,10}整改(?=、[^。；]{0,40}报告)"
        ),
    ),
    (
        PartKind.DECLARATIONS,
        re.compile(
            "对[^，。；：]{2,80}(?:作出|作|做出|做|予以|进行|逐项|逐一|如实)+(?:具体|逐一|逐项|书面|实事求是)?(?:地)?说明"
            "|(?:如实|逐项|专门|一并)?说明[^，。；：]{0,40}(?:事项|情况)"
            "|[^，。；：]{2,30}(?:的|等|情况)(?:情况)?，?(?:同志|党员|干部|个人|本人)?(?:要|应当?|必?须|需)[^，。；：对]{0,8}说明"
            "|[^，。；：“”]{0,14}有关(?:情况|事项)说明"
            "|(?:[^，。；：、对]{2,30}、)?(?:个人(?:有关|重大)事项|谈话函询)[^，。；：]{0,60}说明"
        ),
    ),
    (
        PartKind.CASE_ANALYSIS,
        re.compile(
            "[^，。；：→+]{0,40}案例[^，。；：]{0,24}(?:剖析|反思|检视|分析|对照检查)|(?:剖析|反思|分析)[^，。；：]{0,16}案例"
        ),
    ),
    (
        PartKind.CAUSE,
        re.compile(
            f"(?:剖析|分析|深挖|查找|找准|挖掘|深究|查|写[明清出])[^，。；：、]{{0,18}}(?:{CAUSES})"
            "|原因(?:剖析|分析)|根源剖析|党性分析"
            "|原因要(?=[深准透实具往从])|原因要?从[^，。；：]{1,12}(?:剖析|分析|深挖|查找)"
            f"|(?:{CAUSES})(?={TOGETHER})"
            "|(?<=问题、)原因(?=、(?:整改|改进)?措施”?[等这]?[三四五]?个?大?(?:部分|方面|块))"
        ),
    ),
    (
        PartKind.MEASURE,
        re.compile(
            "(?:提出|制定|明确|拿出|列出|研究|形成|细化|写[明出清])[^，。；：]{0,16}"
            f"(?:{MEASURES}|具体措施|措施)(?:和[^，。；：]{{0,6}}措施)?"
            f"|(?:{MEASURES})(?=要?(?:单独|另起|单列))|措施要(?=[可具务实有明管])"
            f"|(?:{MEASURES}|措施)(?={TOGETHER})"
            "|(?<=问题、原因、)(?:整改|改进)?措施(?=”?[等这]?[三四五]?个?大?(?:部分|方面|块))"
        ),
    ),
    (
        PartKind.PROBLEMS,
        re.compile("(?:查摆|查找|检视|梳理|找准|列出|摆出)[^，。；：、]{0,14}问题(?!线索|整改|整治|的?整改|清单)"),
    ),
)
_NEEDED = {  # words without which a command cannot be there: looking for them first is ten times as fast
    PartKind.PREVIOUS_RECTIFICATION: ("整改",),
    PartKind.OTHER: ("学习教育", "巡视", "巡察"),
    PartKind.DECLARATIONS: ("说明",),
    PartKind.CASE_ANALYSIS: ("案例",),
    PartKind.CAUSE: (*CAUSES.split("|"), "党性分析"),
    PartKind.MEASURE: (*MEASURES.split("|"), "措施"),
    PartKind.PROBLEMS: ("问题",),
}
_COMMAND_WORDS = re.compile(
    "^(?:要|但|写[明出清]|运用|应|须|需|并|还|逐一|重点|认真|如实|深刻|切实|联系|结合|剖析|针对性|提出|制定|明确|拿出|列出|研究|形成|细化|报告|对|就|凡是?有?(?!关)|如有)+"
)
# words that name whose material is meant, and words that ask of it more than of the others
_WHOSE = re.compile(
    "(?:(?:领导)?班子(?:成员)?|党[组委工]+(?:委?成员|委员)?|支部(?:班子|委员会)?|支委会?|党员(?:领导干部|干部)?|领导干部|个人)(?:的|个人|自身)*"
    "(?:对照检查|剖析|检视|检查|发言|书面)*(?:材料|提纲)|(?<![和与及、])发言提纲|(?:班子成员|党[组委]成员|领导干部|委员|每名党员)(?:本人|个人)?(?=(?:还|另|也)?[应要须需])"
)
_MORE_OF_IT = re.compile("还[要应须需]|另[外要应须需]?|同时[要应须需]|并[要应须需]|单独|专门")
_SHORT = 24
_GENERIC = 4  # 「有关」, 「个人有关」
_OF_ALL = (PartKind.PREVIOUS_RECTIFICATION, PartKind.PROBLEMS, PartKind.CAUSE, PartKind.MEASURE)
# What brackets behind a heading ask of the part is not its name; for whom it is, and what it includes, is.
_BRACKETED = re.compile(
    "（(?!含|一|二|三|四|(?:仅|只|限|由)*(?:班子|个人|党员|领导班子|支部))[^（）]*）?$"
    "|（[^（）]*(?:[0-9][字个条项]|不[写列作])[^（）]*）?$"
)
_TOLD_OF = re.compile(
    "(?:作出|作|做出|做|予以|进行|逐项|逐条|逐一|如实|专门|一并)+(?:具体|书面)?(?:说明|报告|汇报|通报)?$"
)
_NAMES = {PartKind.CAUSE: "原因剖析", PartKind.PROBLEMS: "存在的问题"}


def commanded(
    page: Page, wanted: list[Span], meeting: MeetingKind, refused: Sequence[Refusal] = ()
) -> list[NoticePart]:
    """Find what sentences ask for: 「要报告…」「对…作出说明」「剖析原因」「提出…措施」; not what is `refused` there."""
    found: dict[tuple[PartKind, str, tuple[Subject, ...]], tuple[int, NoticePart]] = {}
    for sentence in wanted:
        words = sentence.of(page.flat)
        if QUESTION.search(words):
            continue  # what is asked about is not yet asked for
        for kind, match in _commands(words):
            start, end = _clause(words, *match.span())
            if EXTENT.search(words[start : end + 10].split("，")[0]) or _IS_A_REPORT.match(words, end):
                continue
            place = Span(sentence.start + start, sentence.start + end)
            at = Span(sentence.start + match.start(), place.end)
            if any(each.span.overlaps(at) and not (each.bracketed and each.of) for each in refused):
                continue
            heading = _named(kind, match[0])
            others = next((each.asked_of for each in refused if each.asked_of and each.named.overlaps(at)), ())
            whose = others or _whose(topic(page, sentence) + words[: match.start()], kind, meeting)
            key = (kind, heading if kind is PartKind.OTHER else "", whose)
            if key not in found:
                part = replace(make(page, kind, heading, place), subjects=whose)
                found[key] = (sentence.start + match.start(), part)
            elif kind is PartKind.DECLARATIONS and found[key][0] >= sentence.start:
                first, part = found[key]  # 「对…作出说明，受到问责的要作出说明」
                place = Span(page.sentence(first).start, sentence.start + end)
                found[key] = first, replace(_with_more(page, part, heading, place), subjects=whose)
    ordered = [part for _, part in sorted(found.values(), key=lambda each: (bool(each[1].subjects), each[0]))]
    arranged: list[NoticePart] = []
    for part in ordered:
        arranged = placed(arranged, part)
    return arranged


def _commands(words: str) -> Iterator[tuple[PartKind, re.Match[str]]]:
    """Yield the parts that a sentence asks for, with the words that do."""
    if _ELSEWHERE.search(words) or not _WRITTEN.search(words):
        return
    said_at_the_meeting = re.match("[^，。]{0,6}通报", words)
    for kind, command in _COMMANDS:
        if not any(word in words for word in _NEEDED[kind]) or (kind is PartKind.OTHER and not _REPORTED.search(words)):
            continue
        if kind is PartKind.PREVIOUS_RECTIFICATION and said_at_the_meeting:
            continue
        for match in command.finditer(words):
            if kind is not PartKind.DECLARATIONS or not _PREPARATION.search(match[0]):
                yield kind, match


def placed(found: list[NoticePart], part: NoticePart) -> list[NoticePart]:
    at = next((n for n, each in enumerate(found) if RANK[each.kind] > RANK[part.kind]), len(found))
    return [*found[:at], part, *found[at:]]


def make(page: Page, kind: PartKind, heading: str, place: Span) -> NoticePart:
    said = page.found(None, *place)
    return NoticePart(kind, _heading(heading), said.said, said.span)


def _heading(text: str) -> str:
    text = re.sub(
        "^(?:[一二三四五六七八九十]{1,2}、|（[一二三四五六七八九十0-9]{1,2}）|[0-9]{1,2}[.、]|[①-⑳])", "", text
    )
    text = re.sub(
        "^(?:[一二三四五六七八九]是|第[一二三四五六七八九](?:部分)?[，：])", "", text.strip("，。；：、“” \t\n")
    )
    return _BRACKETED.sub("", text).rstrip("等").strip("，。；：、 ")


def topic(page: Page, sentence: Span) -> str:
    """Give the short sentence that opens the paragraph and says what it is about: 「（二）个人发言提纲。」."""
    line = page.line(sentence.start)
    first = page.sentence(line.start)
    return first.of(page.flat) if first.end <= sentence.start and first.end - first.start <= _SHORT else ""


def _whose(before: str, kind: PartKind, meeting: MeetingKind) -> tuple[Subject, ...]:
    """Tell of whom alone a part is asked, by the words before it in its sentence; none where it is asked of all.

    What every material has, and what a sentence that describes the whole text of one material asks for, says nothing
    about the others; 「个人发言提纲还要…」 does, and a declaration is made by those who are told to.
    """
    if kind in _OF_ALL:
        return ()
    before = before[piece_start(before, len(before), "；：") :]
    named = [*_WHOSE.finditer(before)]
    if not named:
        return ()
    more = _MORE_OF_IT.search(before[named[-1].end() :][:16])
    whose = subjects_in(before[: named[-1].end()][-_SHORT:], meeting)
    return whose if len(whose) == 1 and (more or kind is PartKind.DECLARATIONS) else ()


def _with_more(page: Page, part: NoticePart, heading: str, place: Span) -> NoticePart:
    """Put another declaration that the same sentence asks for under the same heading."""
    first, more = (re.sub("(?:等?(?:情况|事项))?的?说明$", "", each) for each in (part.heading, heading))
    whole = f"{first}、{more}情况说明" if len(first) > _GENERIC else heading
    return part if more in first else make(page, part.kind, whole, place)


def _named(kind: PartKind, words: str) -> str:
    if name := _NAMES.get(kind) or ("整改措施" if words in ("措施要", "措施") else ""):
        return name
    bare = _COMMAND_WORDS.sub("", words)
    if kind is PartKind.DECLARATIONS:
        bare = re.sub(
            f"{_REPORT_OF_LAST}(?:、|和|以?及)(?=.{{4}})",
            "说明" if bare.startswith("说明") else "",
            bare,
        )
        bare = re.sub("等?(?:需要?|应当?|要)(?:作出|作|予以)?说明的(?=情况|事项|问题)", "", bare)
        bare = re.sub("(?:应当?|必?须|需)(?=(?:作出|作|做出|予以)?说明$)", "", bare)
        bare = re.sub("(?:应当|应|要|须|需)?在[^，]{1,14}中(?=.{0,8}说明$)", "", bare)
        bare = re.sub(
            "(?:作出|作|做出|做|予以|进行|逐项|逐一|如实)+(?:具体|逐一|逐项|书面|实事求是)?(?:地)?说明$", "说明", bare
        )
        bare = re.sub(
            "(?:情形)?(?:的|等|情况)(?:情况)?，?[^，的等]{0,4}(?:要|应当?|必?须|需)[^，。；：对]{0,8}说明$",
            "情况说明",
            bare,
        )
        return re.sub("^说明(.+)", r"\1说明", bare)
    if kind is PartKind.MEASURE:
        return re.sub(f"^.*(?:{CAUSES})(?:和|及|以及|与|、)", "", bare)
    if kind is PartKind.CASE_ANALYSIS:
        return re.sub("(案例).*$", r"\1剖析", bare)
    if kind in (PartKind.PREVIOUS_RECTIFICATION, PartKind.OTHER):
        return f"{re.sub('等?(?:情况)?$', '', _TOLD_OF.sub('', bare))}情况"
    return bare


def _clause(words: str, start: int, end: int) -> tuple[int, int]:
    return piece_start(words, start, "，；。："), end
