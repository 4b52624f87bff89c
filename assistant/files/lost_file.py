"""A draft that was saved, and whose file holds it no more: what became of the file, said before its text is let go."""

from __future__ import annotations

from typing import NamedTuple

from assistant.files import known_file
from assistant.files.draft import DraftFile

EMPTIED = "被其他程序清空（0字节）"
DAMAGED = "被其他程序截断或改坏，内容已不能读取"
KEPT_BESIDE = "受损的文件会改名留在旁边。"


class Lost(NamedTuple):
    """What is said of it; `may_save_anew`: nobody's work is lost where the draft is written there again."""

    message: str
    may_save_anew: bool


def told(file: DraftFile) -> Lost | None:
    """Say what became of a draft's file; None where it is as it was last saved, or was renamed, or cannot be reached."""
    if not known_file.is_changed(file.path, file.known):
        return None
    name = file.path.name
    if known_file.is_damaged(file.path, file.known):
        return Lost(f"草稿文件“{name}”保存以后{DAMAGED}。是否按这里的正文再保存一次？{KEPT_BESIDE}", True)
    data = known_file.content_of(file.path)
    if data:
        return Lost(f"草稿文件“{name}”保存以后被其他程序改动，与这里的正文不同。是否把这里的正文另存一份？", False)
    if file.path.exists():
        return Lost(f"草稿文件“{name}”保存以后{EMPTIED}。是否按这里的正文再保存一次？", True)
    return Lost(f"草稿文件“{name}”已不在原处，可能已移走或删除。是否按这里的正文再保存一次？", True)
