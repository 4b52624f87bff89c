"""Opened files that are not a material: a template from somebody else, or a notice. The open draft stays open."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from assistant.files import template_shelf
from assistant.files.disk import Unwritable
from assistant.reading import Unreadable
from assistant.strict_toml import DataError
from assistant.ui.panels.bars import Choice, MessageBars

_KEY = "arrival"


def is_notice(text: str) -> bool:
    """Tell whether a text asks for materials and is none itself."""
    from assistant.templates.notice import notice

    return bool(notice.read(text).templates)


class Incoming(QObject):
    """Says what such a file is for, and tells what the writer chooses to do with it."""

    new_wanted = Signal(object, str)  # a material by a template (OwnFile), or by a notice's text
    exchange_wanted = Signal(object, str)  # for the open draft, likewise
    material_wanted = Signal(Path)  # the file is to be opened as a material all the same

    def __init__(self, bars: MessageBars) -> None:
        super().__init__(bars)
        self._bars = bars

    def take_template(self, path: Path, *, has_document: bool) -> None:
        """Keep a template file among the writer's own and offer what it is for; says so where it cannot be used."""
        try:
            own = template_shelf.take_over(path)
        except (Unreadable, DataError, Unwritable) as error:
            self._bars.show_message(f"没有收下「{path.name}」，它不能用作本次要求。{error}", key=_KEY)
            return
        choices: list[Choice] = [("按它新建…", partial(self.new_wanted.emit, own, ""))]
        if has_document:
            choices.append(("更换当前稿子的要求…", partial(self.exchange_wanted.emit, own, "")))
        self._bars.show_message(f"已收下“{own.templates[0].label.partition(' · ')[0]}”。", choices, key=_KEY)

    def offer_notice(self, path: Path, text: str) -> bool:
        """Offer what a notice is for that came while a draft was open; tell whether it is a notice."""
        if not is_notice(text):
            return False
        choices: list[Choice] = [
            ("按通知新建…", partial(self.new_wanted.emit, None, text)),
            ("更换当前稿子的要求…", partial(self.exchange_wanted.emit, None, text)),
            ("仍当作材料打开", partial(self.material_wanted.emit, path)),
        ]
        told = f"「{path.name}」像一份会议通知，不是材料。正在写的稿子没有动。"
        self._bars.show_message(told, choices, key=_KEY)
        return True
