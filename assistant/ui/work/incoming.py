"""Opened files that may not be what is to be written: a template from somebody else, a notice, an earlier year's material.

The open draft stays open.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from assistant.facts.last_year.written_year import WrittenYear, written_year
from assistant.files import own_shelf, template_shelf
from assistant.files.draft import TemplateChoice
from assistant.files.own_shelf import OwnFile
from assistant.files.trouble import Unwritable
from assistant.language.punctuation import quoted
from assistant.reading import Unreadable
from assistant.strict_toml import DataError
from assistant.structure.parsing import parse
from assistant.ui import waiting
from assistant.ui.document.opened import Opened
from assistant.ui.panels.bars import Choice, MessageBars

_KEY = "arrival"


def is_notice(text: str) -> bool:
    """Tell whether a text asks for materials and is none itself."""
    from assistant.templates.notice import notice

    return bool(notice.read(text).templates)


def year_of(text: str, name: str, choice: TemplateChoice | None) -> WrittenYear | None:
    """Tell the year that a material was written for: by its title, its file's name, else by what it answers."""
    template = template_shelf.chosen(choice)
    return written_year(parse(text).materials[0].title or "", name, template.year if template else None)


class Looks(NamedTuple):
    """What a text looks like that comes while a draft is open."""

    notice: bool = False
    written: WrittenYear | None = None


def looks_of(text: str, name: str, choice: TemplateChoice | None) -> Looks:
    """Look at a text that may be a notice or an earlier year's material."""
    return Looks(notice=True) if is_notice(text) else Looks(written=year_of(text, name, choice))


class Incoming(QObject):
    """Says what such a file is for, and tells what the writer chooses to do with it."""

    new_wanted = Signal(object, str)  # a material by a template (OwnFile), or by a notice's text
    exchange_wanted = Signal(object, str)  # for the open draft, likewise
    material_wanted = Signal(Path)  # the file is to be opened as a material all the same
    beside_wanted = Signal(Path)  # the open draft is to be held against the file (去年)

    def __init__(self, bars: MessageBars) -> None:
        super().__init__(bars)
        self._bars = bars

    def take_template(self, path: Path, *, has_document: bool) -> None:
        """Keep a template file among the writer's own and offer what it is for; says so where it cannot be used."""
        try:
            own = waiting.result_of(
                partial(own_shelf.take_over, path), f"正在打开{waiting.named(path.name)}…", self._bars.window()
            )
        except waiting.GivenUp:
            return
        except (Unreadable, DataError, Unwritable) as error:
            self._bars.show_message(f"“{path.name}”不能用作本次要求，没有导入。{error}", key=_KEY)
            return
        self.tell_kept("已导入", own, has_document=has_document)

    def tell_kept(self, done: str, own: OwnFile, *, has_document: bool) -> None:
        """Say that a template was kept among the writer's own, and offer what it is for."""
        choices: list[Choice] = [("按这份要求新建…", partial(self.new_wanted.emit, own, ""))]
        if has_document:
            choices.append(("用于正在写的材料…", partial(self.exchange_wanted.emit, own, "")))
        self._bars.show_message(f"{done}{quoted(own.templates[0].label.partition(' · ')[0])}。", choices, key=_KEY)

    def offer(self, path: Path, opened: Opened, looks: Looks, current: int | None) -> bool:
        """Offer what a file is for that may not be meant to take the place of the open draft, which is of the `current` year.

        Tells whether it is such.
        """
        if looks.notice:
            self._offer_notice(path, opened)
        elif current is not None and looks.written and looks.written.year < current:
            self._offer_earlier(path, looks.written)
        else:
            return False
        return True

    def _offer_notice(self, path: Path, opened: Opened) -> None:
        choices: list[Choice] = [
            ("按通知新建…", partial(self.new_wanted.emit, None, opened.text)),
            ("用于正在写的材料…", partial(self.exchange_wanted.emit, None, opened.text)),
            ("仍作为材料打开", partial(self.material_wanted.emit, path)),
        ]
        message = f"“{path.name}”疑为会议通知，不是材料。正在写的材料没有变动。" + "".join(
            f"{note}。" for note in opened.notes
        )
        self._bars.show_message(message, choices, key=_KEY)

    def _offer_earlier(self, path: Path, written: WrittenYear) -> None:
        choices: list[Choice] = [
            ("放到“去年”一栏", partial(self.beside_wanted.emit, path)),
            ("打开这份材料", partial(self.material_wanted.emit, path)),
        ]
        message = f"“{path.name}”：{written.told}。正在写的材料没有变动。"
        self._bars.show_message(message, choices, key=_KEY)
