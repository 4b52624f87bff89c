"""Says which earlier materials have no text on this machine, and asks for their files again."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from assistant.ui.buttons import link_button


class MissingTexts(QWidget):
    """A line and a button for each."""

    again_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("strip")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._column = QVBoxLayout(self)
        self._shown: tuple[tuple[str, str], ...] = ()
        self.hide()

    def show_missing(self, missing: Sequence[tuple[str, str]]) -> None:
        """Show those of these ids and names."""
        if self._shown == tuple(missing):
            return
        self._shown = tuple(missing)
        while (item := self._column.takeAt(0)) is not None:
            if widget := item.widget():
                widget.deleteLater()
        for identifier, name in missing:
            label = QLabel(f"“{name}”的文字不在这台电脑上，草稿可以照常写。要对照的，请重新选这个文件。")
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            self._column.addWidget(label)
            button = link_button("重新选文件…")
            button.clicked.connect(partial(self._ask, identifier))
            self._column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self.setVisible(bool(missing))

    def _ask(self, identifier: str, _checked: bool = False) -> None:
        self.again_wanted.emit(identifier)
