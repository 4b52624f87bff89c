"""One entry of 批评意见 as a form: to whom, what, on which occasion, what is hoped for; and what could be looked at."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from assistant.finding import Severity
from assistant.review import criticism
from assistant.review.criticism import FIELDS, Criticism
from assistant.text import canonical

_EXPECTED = {
    "to": "姓名或职务，一条只写给一人",
    "problem": "在对方身上看到的不足，一两句",
    "instance": "哪一次、哪一件事；写本人看到的，一件即可",
    "wish": "希望对方怎样改进",
}
_LINES = {"problem": 3, "instance": 4, "wish": 3}  # how many are seen at least

_LEFT_TO_WINDOW = (Qt.Key.Key_N, Qt.Key.Key_O, Qt.Key.Key_S, Qt.Key.Key_E, Qt.Key.Key_P, Qt.Key.Key_Return)


class CriticismEntry(QWidget):
    """Shows one entry at a time and tells of each change; Tab goes from field to field."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._entry = Criticism()
        self._showing = False
        self._to = QLineEdit()
        self._texts = {name: QPlainTextEdit() for name in _LINES}
        self._hints = QLabel()
        self._hints.setWordWrap(True)
        self._hints.setAccessibleName("提示")
        column = self._column = QVBoxLayout(self)
        for name, label in FIELDS.items():
            field = self._to if name == "to" else self._texts[name]
            field.setAccessibleName(label)
            field.setPlaceholderText(_EXPECTED[name])
            field.textChanged.connect(self._take)
            field.installEventFilter(self)
            title = QLabel(label)
            title.setBuddy(field)
            column.addWidget(title)
            column.addWidget(field, _LINES.get(name, 0))
        for name, field in self._texts.items():
            field.setTabChangesFocus(True)
            field.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)  # else each wants ten lines
            field.setMinimumHeight(_LINES[name] * field.fontMetrics().lineSpacing() + 16)
        column.addWidget(self._hints)
        column.addStretch(1)

    def show_entry(self, entry: Criticism) -> None:
        """Show another entry."""
        self._showing = True
        self._to.setText(entry.to)
        for name, field in self._texts.items():
            field.setPlainText(getattr(entry, name))
        self._showing = False
        self._entry = entry
        self._show_hints()

    @property
    def entry(self) -> Criticism:
        """The entry as it stands."""
        problem, instance, wish = (canonical(field.toPlainText()) for field in self._texts.values())
        return Criticism(canonical(self._to.text()), problem, instance, wish, self._entry.extra)

    def take_focus(self) -> None:
        """Go to the first field."""
        self._to.setFocus()

    @property
    def hints(self) -> str:
        """What is told of the entry."""
        return self._hints.text()

    def _take(self) -> None:
        if not self._showing:
            self._show_hints()
            self.changed.emit()

    def _show_hints(self) -> None:
        found = criticism.hints(self.entry)
        self._hints.setText("\n".join(f"{Severity.HINT.sign} {each}" for each in found))
        self._hints.setVisible(bool(found))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Let the hints be seen whole; a layout that is scrolled reckons them too low."""
        inside = self.contentsRect().width() - self._column.contentsMargins().left() * 2
        self._hints.setMinimumHeight(max(self._hints.heightForWidth(inside), 0) if self._hints.text() else 0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leave the window's own keys to it; on Linux a field would take Ctrl+E for the end of the line."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride:
            control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
            if control and event.key() in _LEFT_TO_WINDOW:
                event.ignore()
                return True
        return super().eventFilter(watched, event)
