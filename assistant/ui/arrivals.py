"""Files that come in and are no material: requirements of somebody else's, a notice. The open draft stays open."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from assistant import requirements
from assistant.readers import Unreadable
from assistant.strict_toml import DataError
from assistant.ui.bars import Choice, MessageBars
from assistant.writers import Unwritable

if TYPE_CHECKING:
    from assistant.ui.files import Files

_KEY = "arrival"


def take_requirements(files: Files, bars: MessageBars, path: Path) -> None:
    """Keep a requirements file among the writer's own and offer what it is for; says so where it cannot be used."""
    try:
        own = requirements.take_over(path)
    except (Unreadable, DataError, Unwritable) as error:
        bars.show_message(f"没有收下「{path.name}」，它不能用作本次要求。{error}", key=_KEY)
        return
    choices: list[Choice] = [("按它新建…", partial(files.new, own=own))]
    if files.has_document:
        choices.append(("更换当前稿子的要求…", partial(files.exchange_wanted.emit, own, "")))
    bars.show_message(f"已收下“{own.templates[0].label.partition(' · ')[0]}”。", choices, key=_KEY)


def is_notice(text: str) -> bool:
    """Tell whether a text asks for materials and is none itself."""
    from assistant import notice

    return bool(notice.read(text).asked)


def offer_notice(files: Files, bars: MessageBars, path: Path, text: str) -> bool:
    """Offer what a notice is for that came while a draft was open; tell whether it is a notice."""
    if not is_notice(text):
        return False

    def open_all_the_same() -> None:
        files.open_path(path, as_material=True)

    choices: list[Choice] = [
        ("按通知新建…", partial(files.new, notice=text)),
        ("更换当前稿子的要求…", partial(files.exchange_wanted.emit, None, text)),
        ("仍当作材料打开", open_all_the_same),
    ]
    told = f"「{path.name}」像一份会议通知，不是材料。正在写的稿子没有动。"
    bars.show_message(told, choices, key=_KEY)
    return True
