"""What came back from those who read the material (审改稿), and what others said of the writer (意见), as the draft keeps it.

Each stands at a place of the text, which is found again after edits elsewhere; what has lost its place is kept all the
same, so nobody's word is lost.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from types import MappingProxyType
from typing import Any, NamedTuple

from assistant.anchors import Anchor
from assistant.reading import Said


class Reply(Enum):
    """What the writer has done about a comment (批注)."""

    OPEN = ""
    DONE = "done"
    EXPLAINED = "explained"
    IN_PERSON = "in_person"

    @property
    def label(self) -> str:
        return {"": "未处理", "done": "已改", "explained": "已说明", "in_person": "待当面请示"}[self.value]


class Verdict(Enum):
    """What the writer has done about a change (修订)."""

    OPEN = ""
    ACCEPTED = "accepted"
    REJECTED = "rejected"

    @property
    def label(self) -> str:
        return {"": "未处理", "accepted": "已接受", "rejected": "已拒绝"}[self.value]


class KeptComment(NamedTuple):
    """A comment on a place of the text: what its file says of it (reading.Said), and what was done about it."""

    anchor: Anchor
    said: Said
    reply: Reply = Reply.OPEN
    extra: Mapping[str, Any] = MappingProxyType({})


class Part(NamedTuple):
    """One place of a change: `old` becomes `new`. The anchor's text is what of the two stands there now."""

    anchor: Anchor
    old: str
    new: str


class Change(NamedTuple):
    """A change: tracked (修订), or made without a trace and found by comparison. A moved paragraph has two parts."""

    parts: tuple[Part, ...]
    tracked: bool
    author: str = ""
    date: str = ""
    verdict: Verdict = Verdict.OPEN
    extra: Mapping[str, Any] = MappingProxyType({})


class Round(NamedTuple):
    """One file that came back: its name and fingerprint, when it was taken in, and what it was compared with.

    `version` is how that was called then; `handed` is the fingerprint of its text, by which it is known whatever it is called.
    """

    name: str
    sha256: str
    returned: str
    version: str
    comments: tuple[KeptComment, ...] = ()
    changes: tuple[Change, ...] = ()
    extra: Mapping[str, Any] = MappingProxyType({})
    handed: str = ""

    @property
    def open(self) -> int:
        """How many of all are not answered yet."""
        comments = sum(each.reply is Reply.OPEN for each in self.comments)
        return comments + sum(each.verdict is Verdict.OPEN for each in self.changes)


class Answer(Enum):
    """Where an opinion on the writer is answered."""

    OPEN = ""
    WRITTEN = "written"
    MEASURE = "measure"
    MEETING = "meeting"
    AFTER = "after"

    @property
    def label(self) -> str:
        return {
            "": "未答复",
            "written": "已写入",
            "measure": "并入整改措施",
            "meeting": "会上说明",
            "after": "会后整改",
        }[self.value]


SOURCES = ("群众", "服务对象", "上级点明", "谈心谈话", "巡视巡察")
AT_MEETING = "会上批评"  # what was said to the writer at the meeting itself; it is for the 整改清单 afterwards


class Opinion(NamedTuple):
    """An opinion on the writer (意见台账). `anchor` is the place that answers it, where there is one."""

    text: str
    source: str = ""
    answer: Answer = Answer.OPEN
    anchor: Anchor | None = None
    extra: Mapping[str, Any] = MappingProxyType({})
