"""Headings that bear no usual number: 「存在的突出问题」「原因剖析」, 「【整改措施】」, 「带头固本培元方面」 alone on a line.

They are known by their words alone, so only such words are taken as chapters that these materials have, and only where
the text does not number its chapters; lines are given without those that are title or name.
"""

from __future__ import annotations

from collections.abc import Iterable

from assistant.language.part_names import CAUSES, PROBLEMS
from assistant.patterns import compiled_later
from assistant.text import BLANK

_YEAR = "(?:上一?年度?|去年|本年度|20[0-9]{2}年度?)"
_JOINED = "(?:[和及与、以]{1,2})"
_PROBLEMS = (
    f"(?:对照检查|检视|查摆|查找|自查)?(?:出来?)?的?(?:自身|个人|班子|当前|本人)?(?:存在|主要|突出|查摆|查找|检视|剖析|面临)的?(?:主要|突出|具体|其他|个人)?的?(?:{PROBLEMS})"
    f"(?:{_JOINED}(?:{PROBLEMS}|主?要?表现|原因(?:剖析|分析)?))?(?:的?(?:清单|情况|表现))?"
)
_CAUSES = f"(?:(?:剖析|分析|查找|深挖|反思)(?:出)?|(?:产生|存在|上述))?(?:上述)?的?(?:问题|不足)?(?:产生|存在)?的?(?:主要|深层次|思想|具体)?(?:{CAUSES})(?:{_JOINED}根源)?的?(?:剖析|分析|检视)?"
# Of the measures' names all, and such as stand alone on no other line: 努力的方向, 整改落实措施, 整改目标
_FUTURE = "(?:努力(?:的)?方向|(?:整改|改进)(?:落实)?(?:措施|举措|方向|打算|计划|思路|目标))"
_HENCEFORTH = "(?:今后|下一?步|下一?阶段)"
_MEASURES = f"(?:明确|制定|落实|提出)?{_HENCEFORTH}?的?(?:主要|具体)?{_FUTURE}(?:{_JOINED}{_HENCEFORTH}?的?{_FUTURE})?|{_HENCEFORTH}的?(?:工作)?(?:打算|措施|举措)"
_PREVIOUS = f"(?:{_YEAR}[^，。；：]{{0,24}}|[^，。；：]{{0,20}}学习教育[^，。；：]{{0,14}}|[^，。；：]{{0,16}}(?:反馈|巡视|巡察)[^，。；：]{{0,10}})整改[^，。；：]{{0,10}}情况"
_DECLARED = "(?:个人)?(?:有关|其他|重大|需要?说明的?)(?:情况|事项|问题)(?:[^，。；：]{0,6}情况)?的?(?:说明|报告)|需要?说明的(?:情况|事项|问题)|(?:有关|其他)(?:情况|事项)"
_CASES = "(?:反面)?(?:典型|警示)案例的?(?:剖析|分析|反思)(?:情况)?|以案(?:促改|为鉴)[^，。；：]{0,12}"
_CHAPTER = compiled_later(
    f"(?:(?P<problems>{_PROBLEMS})|(?P<causes>{_CAUSES})|(?P<measures>{_MEASURES})|(?P<previous>{_PREVIOUS})|(?P<declared>{_DECLARED})|(?P<cases>{_CASES}))(?:部分)?"
)
_ASPECT = compiled_later(
    "在?(?:带头|对照(?!检查(?:人|材料|提纲|发言))|聚焦|围绕)[^，。；：！？\n]{4,45}$|[^，。；：！？\n]{3,45}方面$"
)
LONGEST = 50  # characters of such a heading
_FRAME = compiled_later(rf"^[{BLANK}*◆■▲★◇▶►※☆▪●○+—–-]*[【〖\[〔《＜<“「]?|[】〗\]〕》＞>”」]?[：:*{BLANK}—–※★☆◆■-]*$")
# 「关于原因剖析」「方面一：…」
_BEFORE = compiled_later(
    "^(?:关于|(?:问题|方面|板块|模块|维度|部分)(?:[一二三四五六七八九十]{1,2}|[1-9])[：:、]|第(?:[一二三四五六七八九十]{1,2}|[1-9])(?:个?(?:方面|问题)|块|板块)[：:、，])"
)
_PREFIX = compiled_later(
    r"(?:之?第?|(?:PART|Part) ?)(?:[一二三四五六七八九十]{1,2}|[0-9０-９]{1,2}|[A-H])[^\u4e00-\u9fffA-Za-z0-9]{0,3}"
)
_BLANKS = compiled_later(f"[{BLANK}]")
_SPACED = compiled_later(rf"[^{BLANK}](?:[{BLANK}]+[^{BLANK}])+")


def squeezed(line: str) -> str:
    """Take the blanks out of a line whose characters are spaced out: 「存 在 的 问 题」."""
    return _BLANKS.sub("", line) if _SPACED.fullmatch(line) else line


def bare(line: str) -> str:
    """Give the words of a line that may be a heading: without 【】, signs before it and a colon behind."""
    return squeezed(_FRAME.sub("", line))


def chapter(line: str) -> str:
    """Tell which chapter a line names, "" for none."""
    if len(line) > LONGEST or line[-1:] in "。；，":
        return ""
    words = _BEFORE.sub("", bare(line))
    match = _CHAPTER.fullmatch(words) or _CHAPTER.fullmatch(_PREFIX.sub("", words, count=1))
    return match.lastgroup or "" if match else ""


def is_aspect(line: str) -> bool:
    """Tell whether a line names an aspect and nothing else."""
    if len(line) > LONGEST or line[-1:] in "。；，":
        return False
    words = bare(line)
    told_by_number = words.startswith("方面") and _BEFORE.match(words)
    return bool(told_by_number or _ASPECT.match(_BEFORE.sub("", words)))


def levels(lines: Iterable[tuple[int, str, bool]], *, numbered: bool) -> dict[int, int]:
    """Tell which lines are headings, and of which level; given are index, text, and whether it has a number.

    `numbered`: the text numbers its chapters, so that a chapter's name alone on a line is none; but the aspects below
    may still bear no number.
    """
    found: dict[int, int] = {}
    kinds: set[str] = set()
    aspects: list[int] = []
    for index, line, with_number in lines:
        if not numbered and (kind := chapter(line)):
            kinds.add(kind)
            found[index] = 1
        elif not with_number and is_aspect(line):
            aspects.append(index)
    if len(kinds) < 2:
        found = {}
    if len(aspects) > 1 and (numbered or found):
        found.update(dict.fromkeys(aspects, 2))
    return found
