"""Find and replace, below the page. Esc puts it away."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from assistant.text import Edit
from assistant.ui.page.editor import Editor


class FindBar(QWidget):
    """Finds in the editor's text. Half- and full-width forms of a letter are different; so are cases."""

    closed = Signal()

    def __init__(self, editor: Editor) -> None:
        super().__init__()
        self.setObjectName("find")
        self._editor = editor
        self._find = QLineEdit()
        self._find.setPlaceholderText("查找")
        self._find.setAccessibleName("查找")
        self._replace = QLineEdit()
        self._replace.setPlaceholderText("替换为")
        self._replace.setAccessibleName("替换为")
        self._told = QLabel()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 4, 8, 4)
        layout.addWidget(self._find, 2)
        for label, slot in (("下一处", self.next), ("上一处", self.previous)):
            layout.addWidget(_button(label, slot))
        layout.addWidget(self._replace, 2)
        self.setTabOrder(self._find, self._replace)  # word, Tab, other word
        for label, slot in (("替换", self.replace), ("全部替换", self.replace_all)):
            layout.addWidget(_button(label, slot))
        layout.addWidget(self._told, 1)
        layout.addWidget(_button("关闭", self.put_away))
        self._find.returnPressed.connect(self.next)
        self._replace.returnPressed.connect(self.replace)
        self._find.textChanged.connect(lambda _: self._tell())
        self.hide()

    def open(self, *, replacing: bool = False) -> None:
        """Show the bar, with what is selected as the word to find."""
        start, end = self._editor.selected
        chosen = self._editor.text[start:end]
        if chosen and "\n" not in chosen:
            self._find.setText(chosen)
        self.show()
        field = self._replace if replacing and self._find.text() else self._find
        field.setFocus()
        field.selectAll()
        self._tell()

    def next(self) -> None:
        """Go to the next place, from the top again after the last."""
        _, end = self._editor.selected
        self._go(self._editor.text.find(self._find.text(), end), self._editor.text.find(self._find.text()))

    def previous(self) -> None:
        """Go to the place before, from the bottom again before the first."""
        start, _ = self._editor.selected
        text, word = self._editor.text, self._find.text()
        self._go(text.rfind(word, 0, start), text.rfind(word))

    def replace(self) -> None:
        """Replace the place that is selected, if it is one, and go to the next."""
        start, end = self._editor.selected
        word = self._find.text()
        if word and self._editor.text[start:end] == word:
            self._editor.apply([Edit(start, end, self._replace.text())], "替换")
            self._editor.go_to(start + len(self._replace.text()))
        self.next()

    def replace_all(self) -> None:
        """Replace every place, as one step of undo."""
        word, edits, at = self._find.text(), [], 0
        while word and (at := self._editor.text.find(word, at)) >= 0:
            edits.append(Edit(at, at + len(word), self._replace.text()))
            at += len(word)
        self._editor.apply(edits, "全部替换")
        self._told.setText(f"已替换 {len(edits)} 处，可撤销" if edits else "没有找到")

    def put_away(self) -> None:
        self.hide()
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.put_away()
        else:
            super().keyPressEvent(event)

    def _go(self, place: int, otherwise: int) -> None:
        word = self._find.text()
        place = place if place >= 0 else otherwise
        if word and place >= 0:
            self._editor.go_to(place, place + len(word))
        self._tell()

    def _tell(self) -> None:
        word = self._find.text()
        count = self._editor.text.count(word) if word else 0
        self._told.setText("" if not word else f"共 {count} 处" if count else "没有找到")


def _button(label: str, slot: object) -> QPushButton:
    button = QPushButton(label)
    button.setAutoDefault(False)
    button.clicked.connect(slot)
    return button
