"""The text of a notice beside what was read from it: the sentence one is at is marked, what was not understood hatched."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QGuiApplication, QPainter, QPaintEvent, QPalette, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPlainTextEdit, QTextEdit, QVBoxLayout, QWidget

from assistant.text import Span, utf16
from assistant.ui.buttons import link_button, press_alone

_FAINTER = 0.55  # so that letters are read over the lines


class NoticeText(QWidget):
    """Shows a notice. `unread` are the places in it that were not understood."""

    def __init__(self, text: str, unread: Sequence[Span] = ()) -> None:
        super().__init__()
        self._text, self._unread = text, sorted(unread)
        self._at = -1
        self.page = QPlainTextEdit(text)
        self.page.setReadOnly(True)
        self.page.setAccessibleName("通知原文")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        head = QHBoxLayout()
        title = QLabel("通知原文")
        title.setObjectName("noticeTitle")
        head.addWidget(title)
        head.addStretch(1)
        self.to_unread = link_button(f"没有认出的{len(self._unread)}句")
        self.to_unread.setToolTip("转到通知里没有认出的句子；再点一次，转到下一句")
        press_alone(self.to_unread)
        self.to_unread.clicked.connect(self.show_unread)
        self.to_unread.setVisible(bool(self._unread))
        head.addWidget(self.to_unread)
        column.addLayout(head)
        column.addWidget(self.page, 1)
        column.addWidget(_Legend(hatched=bool(self._unread)))
        self._hatch()

    def show_sentence(self, said: str) -> None:
        """Mark where a value was taken from, nothing for one that has no sentence of its own."""
        at = self._text.find(said) if said else -1
        if at >= 0:
            self._mark(Span(at, at + len(said)))
        else:
            cursor = self.page.textCursor()
            cursor.clearSelection()
            self.page.setTextCursor(cursor)

    def shown_sentence(self) -> str:
        """Give the sentence that is marked."""
        return self.page.textCursor().selectedText()

    def hatched(self) -> list[str]:
        """List what is hatched."""
        return [each.cursor.selectedText() for each in self.page.extraSelections()]

    def show_unread(self) -> None:
        """Mark the first sentence that was not understood, then the next."""
        self._at = (self._at + 1) % len(self._unread)
        self._mark(self._unread[self._at])

    def _mark(self, span: Span) -> None:
        self.page.setTextCursor(self._cursor(span))
        self.page.centerCursor()

    def _cursor(self, span: Span) -> QTextCursor:
        cursor = self.page.textCursor()
        cursor.setPosition(utf16(self._text, span.start))
        cursor.setPosition(utf16(self._text, span.end), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _hatch(self) -> None:
        selections = []
        for span in self._unread:
            look = QTextCharFormat()
            look.setBackground(hatching())
            each = QTextEdit.ExtraSelection()
            each.cursor, each.format = self._cursor(span), look
            selections.append(each)
        self.page.setExtraSelections(selections)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange):
            self._hatch()


class _Legend(QWidget):
    """Tells what the marks in the text mean."""

    def __init__(self, *, hatched: bool) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for meaning, sample in (("当前一项的原句", False), *((("没有认出，请核对", True),) if hatched else ())):
            row.addWidget(_Sample(hatched=sample))
            label = QLabel(meaning)
            label.setObjectName("faint")
            row.addWidget(label)
        row.addStretch(1)


class _Sample(QWidget):
    """A small piece of paper with a mark on it."""

    def __init__(self, *, hatched: bool) -> None:
        super().__init__()
        self._hatched = hatched

    def sizeHint(self) -> QSize:
        return QSize(2 * self.fontMetrics().height(), self.fontMetrics().height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        palette = QGuiApplication.palette()
        line = self.fontMetrics().height()
        box = self.rect().adjusted(0, (self.height() - line) // 2, -1, -1)
        box.setHeight(line - 1)
        painter.fillRect(box, palette.color(QPalette.ColorRole.Base if self._hatched else QPalette.ColorRole.Highlight))
        if self._hatched:
            painter.fillRect(box, hatching())
            painter.setPen(palette.color(QPalette.ColorRole.Mid))
            painter.drawRect(box)
        painter.end()


def hatching() -> QBrush:
    """Give the brush for what was not understood, in the faint color of the theme in force."""
    color = QColor(QGuiApplication.palette().color(QPalette.ColorRole.PlaceholderText))
    color.setAlphaF(_FAINTER)
    return QBrush(color, Qt.BrushStyle.BDiagPattern)
