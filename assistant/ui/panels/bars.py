"""The yellow bar above the page: one sentence and what can be done about it. It waits; it never stops the hands."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from enum import Enum
from functools import partial
from types import MappingProxyType

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from assistant.files import naming
from assistant.ui.announcing import announce
from assistant.ui.buttons import link_button

Choice = tuple[str, Callable[[], object]]  # an action that returns False was cancelled, so its message stays


class Lasts(Enum):
    """How long a message is true; it goes with its cause, whether it was answered or not."""

    ANSWERED = "answered"  # it is of no document: until it is answered, or whoever said it takes it back
    DOCUMENT = "document"  # until another document is open
    TEXT = "text"  # until the text changes: it tells of the text as it stands


# By key; whoever says something else under one of these keys names it. What ends sooner is taken back by its sayer.
LASTS: Mapping[str, Lasts] = MappingProxyType(
    {
        "aside": Lasts.DOCUMENT,  # a check that was switched off; until it is on again
        "arrival": Lasts.DOCUMENT,  # a file that came while one writes
        "batch": Lasts.ANSWERED,  # a folder that was checked
        "beside": Lasts.TEXT,  # 去年
        "compare": Lasts.TEXT,
        "correspondence": Lasts.TEXT,  # 措施
        "criticism": Lasts.ANSWERED,  # 批评意见 left unsaved
        "damaged": Lasts.DOCUMENT,  # where the damaged file was put when the draft was written anew
        "exchange": Lasts.DOCUMENT,  # another template; until there is another again
        "export": Lasts.TEXT,  # what was written is the text as it was then
        "folder": Lasts.ANSWERED,  # where a table, letters or 修改单 of a folder were saved
        "form": Lasts.ANSWERED,  # a form of 本次要求 left unsaved
        "fonts": Lasts.ANSWERED,  # that some are missing here; told once only
        "input": Lasts.ANSWERED,  # that the input method cannot be reached
        "insert": Lasts.TEXT,
        "kept": Lasts.DOCUMENT,  # a kept state of a draft that cannot be read; until it is saved
        "next": Lasts.TEXT,  # also until something is decided
        "pasted": Lasts.DOCUMENT,  # which characters of what was pasted were changed
        "public": Lasts.ANSWERED,  # 公用电脑; until it is that no more
        "read": Lasts.DOCUMENT,  # what was read from a file
        "recovery": Lasts.ANSWERED,  # what a window that died has left
        "report": Lasts.TEXT,
        "returned": Lasts.TEXT,  # 审改稿
        "saving": Lasts.DOCUMENT,  # that it takes long; until it is done
        "stage": Lasts.DOCUMENT,  # the offer of 送审; until it is that
        "state": Lasts.DOCUMENT,  # until it is saved again
        "unsaved": Lasts.DOCUMENT,  # until it is saved
        "untouched": Lasts.DOCUMENT,  # 去年原句 before 送审; until none is left
        "version": Lasts.TEXT,
        "word": Lasts.DOCUMENT,  # the Word file beside the draft; until it is as it should be
    }
)


class _Bar(QWidget):
    """One message: its words beside the buttons, or above them where the bar is lower so."""

    def __init__(self, message: str) -> None:
        super().__init__()
        self.setObjectName("bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._words = QLabel(message)
        self._words.setTextFormat(Qt.TextFormat.PlainText)  # a file may be called <b>
        self._words.setWordWrap(True)
        self._parts = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._parts.setContentsMargins(12, 4, 8, 4)
        self._parts.setSpacing(0)
        self._parts.addWidget(self._words, 1)
        self._buttons = QHBoxLayout()
        self._buttons.addStretch(1)
        self._parts.addLayout(self._buttons)

    def add_button(self, title: str) -> QPushButton:
        button = link_button(title)
        self._buttons.addWidget(button)
        return button

    def fit(self) -> None:
        """Lay out for the width that there is; the buttons alone may be nearly as wide."""
        around, wanted = self._parts.contentsMargins(), self._buttons.sizeHint()
        width = self.width() - around.left() - around.right()
        beside = self._words.heightForWidth(max(width - wanted.width(), 1))
        above = self._words.heightForWidth(max(width, 1)) + wanted.height()
        directions = QBoxLayout.Direction
        self._parts.setDirection(directions.TopToBottom if above < beside else directions.LeftToRight)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.fit()


class MessageBars(QWidget):
    """Holds the messages that wait for the writer and shows one, the newest; how many wait behind it stands beside it.

    One that is `quiet` asks for nothing and waits behind all others.
    """

    left = Signal()  # by the keyboard: put away or called off

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("提示条")
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._unseen: dict[QWidget, Callable[[], object]] = {}

    def show_message(
        self,
        message: str,
        choices: Sequence[Choice] = (),
        *,
        key: str = "",
        close: str = "知道了",
        seen: Callable[[], object] | None = None,
        quiet: bool = False,
        lasts: Lasts | None = None,
    ) -> None:
        """Show a message until it is answered, put away with `close` or no longer true; one with the same key takes its place.

        `lasts` is given where that is something else than what the key says; `seen` is called once it stands
        in front, as one that waits behind others does not.
        """
        self.clear(key or message)
        bar = _Bar(naming.readable(message))
        bar.setProperty("key", key or message)
        bar.setProperty("quiet", quiet)
        bar.setProperty("lasts", (lasts or LASTS.get(key, Lasts.ANSWERED)).value)
        for title, action in choices:
            bar.add_button(title).clicked.connect(partial(self._answer, bar, action))
        bar.add_button(close).clicked.connect(partial(self._remove, bar))
        more = bar.add_button("")
        more.setObjectName("more")
        more.setToolTip("看下一条，这一条保留")
        more.clicked.connect(self._turn)
        if seen:
            self._unseen[bar] = seen
        bars = self._bars()
        self._layout.insertWidget(len(bars) - sum(map(_is_quiet, bars)) if quiet else 0, bar)
        self._make_room()
        announce(self, message)

    def change_message(self, message: str, *, key: str) -> None:
        """Say something else in the bar of a key, if it is still there; its buttons stay under the hand."""
        for bar in self._bars():
            if bar.property("key") == key:
                for label in bar.findChildren(QLabel):
                    label.setText(message)
                bar.fit()

    def messages(self) -> list[str]:
        """List what waits, the one that is shown first."""
        return [label.text() for bar in self._bars() for label in bar.findChildren(QLabel)]

    def choose(self, title: str) -> None:
        """Press the topmost button of a title, as a click would."""
        for bar in self._bars():
            for button in bar.findChildren(QPushButton):
                if button.text() == title:
                    button.click()
                    return

    def has(self, key: str) -> bool:
        """Tell whether the message of a key is still there, be it behind others."""
        return any(bar.property("key") == key for bar in self._bars())

    def clear(self, key: str = "") -> None:
        """Put away the message of a key, or all."""
        for bar in self._bars():
            if not key or bar.property("key") == key:
                self._remove(bar)

    def leave_text(self) -> None:
        """Put away what told of the text as it was: it has changed."""
        self._put_away(Lasts.TEXT)

    def leave_document(self) -> None:
        """Put away what told of a document that is no longer open."""
        self._put_away(Lasts.TEXT, Lasts.DOCUMENT)

    def _put_away(self, *ended: Lasts) -> None:
        for bar in self._bars():
            if Lasts(bar.property("lasts")) in ended:
                self._remove(bar)

    def take_focus(self) -> bool:
        """Go to the message with the keyboard; False where there is none."""
        bars = self._bars()
        if bars:
            bars[0].findChildren(QPushButton)[0].setFocus(Qt.FocusReason.ShortcutFocusReason)
        return bool(bars)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()  # the message stays
        else:
            super().keyPressEvent(event)

    def _bars(self) -> list[_Bar]:
        items = (self._layout.itemAt(n) for n in range(self._layout.count()))
        return [widget for item in items if item is not None and isinstance(widget := item.widget(), _Bar)]

    def _make_room(self) -> None:
        """Show the first one, and how many wait behind it."""
        bars = self._bars()
        for n, bar in enumerate(bars):
            more = bar.findChild(QPushButton, "more")
            assert isinstance(more, QPushButton)
            more.setText(f"还有{len(bars) - 1}条")
            more.setVisible(len(bars) > 1)
            bar.setVisible(n == 0)
            bar.fit()
        if bars and bars[0] in self._unseen:
            QTimer.singleShot(0, self, self._tell_seen)  # what is said at the same time may come before it

    def _tell_seen(self) -> None:
        """Tell whoever asked that the first one stands in front."""
        if (bars := self._bars()) and (seen := self._unseen.pop(bars[0], None)):
            seen()

    def _turn(self, _checked: bool = False) -> None:
        """Show the next one, in the place of the first, which waits behind all others now."""
        focused = self._bars()[0].isAncestorOf(self.focusWidget()) if self.focusWidget() else False
        first = self._bars()[0]
        self._layout.removeWidget(first)
        self._layout.addWidget(first)
        self._make_room()
        if focused:
            self.take_focus()

    def _answer(self, bar: QWidget, action: Callable[[], object], _checked: bool = False) -> None:
        if action() is not False and bar in self._bars():
            self._remove(bar)

    def _remove(self, bar: QWidget, _checked: bool = False) -> None:
        focus = self.window().focusWidget()
        held = focus is not None and bar.isAncestorOf(focus)
        self._layout.removeWidget(bar)
        self._unseen.pop(bar, None)
        bar.hide()
        bar.deleteLater()
        self._make_room()
        if held:
            self.left.emit()


def _is_quiet(bar: QWidget) -> bool:
    return bool(bar.property("quiet"))
