"""What a day in a table of tasks is for: 「撰写班子对照检查材料｜办公室｜1月10日前」 under 「工作任务｜责任单位｜完成时限」.

The row's task says it, whatever words its clause has: its material is to be handed in, the meeting is held, or it is of
other work.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from assistant.templates.notice.days.respective import DayOf
from assistant.templates.notice.page import Page
from assistant.templates.notice.subject_words import SUBJECT_WORDS
from assistant.templates.notice.tables import Row

_COLUMNS = 40  # no table of tasks has more
_DUE = re.compile("^(?:完成|截止|办结|办理|进度)?(?:时限|时间节点|时间|期限|日期|节点)(?:要求|安排)?$")
_TASK = re.compile("任务|事项|内容|工作|项目|环节|步骤|名称|材料|会议")
_BY_WHOM = re.compile("责任|承办|牵头|负责|单位|部门|人员|配合|参加")
_OTHER = re.compile(
    "学习|谈心|谈话|征求|意见|动员|整改|测评|评议|方案|议程|记录|报告|总结|清单|台账|审核|审阅|把关|督导|通报|会议材料|准备会|批评|培训"
)
_MATERIAL = re.compile("材料|提纲|对照检查|检视剖析|发言")
_MEETING = re.compile("生活会|会议|召开|开会")
_STAGE_OF_THE_MEETING = re.compile("^(?:会中|会议召开|召开会议)(?:阶段)?$")
_NO_MEETING = re.compile("筹备|通知|准备|请示")


class Task(NamedTuple):
    """The words of a task, with those who do it where it names nobody, and what its day is for."""

    words: str
    of: DayOf


def task_at(page: Page, place: int) -> Task | None:
    """Give the task whose due day stands at a place of `flat`; None where it stands in no such column."""
    row = page.tables.row(place)
    if row is None or not _DUE.search(row.heads[row.cell_at(place)].strip()):
        return None
    words = _under(page, row, _TASK, but=_BY_WHOM)
    if not words:
        return None
    named = words if SUBJECT_WORDS.search(words) else words + _under(page, row, _BY_WHOM)
    held = _STAGE_OF_THE_MEETING.search(row.group or row.cells[0].of(page.flat)) is not None
    return Task(named, DayOf.MEETING if held else _kind(words))


def _under(page: Page, row: Row, head: re.Pattern[str], but: re.Pattern[str] | None = None) -> str:
    """Join the words of a row that stand under certain heads."""
    cells = zip(row.cells[:_COLUMNS], row.heads[:_COLUMNS], strict=True)
    return "".join(
        cell.of(page.flat).strip() for cell, said in cells if head.search(said) and not (but and but.search(said))
    )


def _kind(words: str) -> DayOf:
    if _OTHER.search(words):
        return DayOf.OTHER
    if _MATERIAL.search(words):
        return DayOf.HANDING_IN
    return DayOf.MEETING if _MEETING.search(words) and not _NO_MEETING.search(words) else DayOf.OTHER
