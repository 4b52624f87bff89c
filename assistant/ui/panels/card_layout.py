"""How a card is laid out: closed in two or three lines, open with all it says and its buttons."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics

from assistant.ui.panels.panel_values import Card, Link
from assistant.ui.theme import Theme

_PAD_X, _PAD_Y = 12, 8
_SIGN, _BUTTON, _SMALL_PAD, _PRIMARY_PAD = 11, 28, 8, 12
ARROW_ROOM = 13  # for the arrow of a button with a menu
_CLOSED_LINES = 2
WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
_NO_LIMIT = 100_000


class Text(NamedTuple):
    """A text in its place within the card."""

    box: QRect
    text: str
    role: str
    bold: bool = False
    small: bool = False
    underlined: bool = False


class Button(NamedTuple):
    """A link as a button in its place within the card."""

    box: QRect
    link: Link
    primary: bool

    @property
    def label(self) -> str:
        return self.link.label


class Drawn(NamedTuple):
    """A card laid out; boxes count from the corner of its frame."""

    height: int
    texts: tuple[Text, ...]
    buttons: tuple[Button, ...] = ()
    sign: QRectF | None = None
    bar: QRect | None = None  # beside the quote of an open card


class CardLayout:
    """Lays one card out from top to bottom."""

    def __init__(self, card: Card, width: int, theme: Theme, font: QFont, *, opened: bool) -> None:
        self._card, self._theme, self._open = card, theme, opened
        small, bold = QFont(font), QFont(font)
        small.setPointSizeF(theme.sizes.small)
        bold.setBold(True)
        self._body, self._small, self._bold = QFontMetrics(font), QFontMetrics(small), QFontMetrics(bold)
        self._x, self._y = theme.length(_PAD_X), theme.length(_PAD_Y)
        self._width = width - 2 * self._x
        self._texts: list[Text] = []

    def heading(self) -> Drawn:
        card, metrics = self._card, self._small if self._card.told else self._bold
        width = self._width + 2 * self._x
        if card.told:
            height = self._height(card.title, metrics, width)
            text = Text(QRect(0, self._y, width, height), card.title, "faint", small=True)
            return Drawn(height + 2 * self._y, (text,))
        count_width = self._small.horizontalAdvance(card.count) + 8 if card.count else 0
        title, lines = self._clipped(card.title, metrics, width - count_width, _CLOSED_LINES)
        height = lines * metrics.lineSpacing()
        texts = [Text(QRect(0, self._y, width - count_width, height), title, "text", bold=True)]
        if card.count:
            shown = min(metrics.horizontalAdvance(title), width - count_width) if lines == 1 else width - count_width
            texts.append(
                Text(QRect(shown + 8, self._y, count_width, metrics.height()), card.count, "faint", small=True)
            )
        return Drawn(height + self._y + self._y // 2, tuple(texts))

    def card(self) -> Drawn:
        sign = self._head()
        bar = self._quote()
        buttons: tuple[Button, ...] = ()
        if self._open:
            for line in self._card.lines:
                height = self._height(line, self._small, self._width)
                role = "faint" if line.startswith("依据") else "text"
                self._texts.append(Text(QRect(self._x, self._y, self._width, height), line, role, small=True))
                self._y += height + 2
            buttons = tuple(self._buttons())
        elif self._card.peek:
            height = self._small.lineSpacing()
            line = self._small.elidedText(
                " ".join(self._card.lines[0].split()), Qt.TextElideMode.ElideRight, self._width
            )
            self._texts.append(Text(QRect(self._x, self._y, self._width, height), line, "faint", small=True))
            self._y += height
        return Drawn(self._y + self._theme.length(_PAD_Y), tuple(self._texts), buttons, sign, bar)

    def _head(self) -> QRectF | None:
        """Put sign and label before the title, whose lines stand below each other."""
        card, x, line = self._card, self._x, self._body.lineSpacing()
        sign = None
        if card.sign:
            side = self._theme.length(_SIGN)
            sign = QRectF(x, self._y + (line - side) / 2, side, side)
            x += side + 6
        if card.label:
            width = self._body.horizontalAdvance(card.label)
            self._texts.append(Text(QRect(x, self._y, width + 2, line), card.label, card.role))
            x += width + 8
        if card.signed:
            room = self._x + self._width - x
            shown = self._small.elidedText(card.signed, Qt.TextElideMode.ElideRight, room)
            self._texts.append(Text(QRect(x, self._y, room, line), shown, "faint", small=True))
            x = self._x
            self._y += line + 2
        room = self._x + self._width - x
        title, height = card.title, self._height(card.title, self._body, room) if self._open else 0
        if not self._open:
            title, lines = self._clipped(card.title, self._body, room, _CLOSED_LINES)
            height = lines * line
        role = "faint" if card.label and card.role == "faint" else "text"
        self._texts.append(Text(QRect(x, self._y, room, height), title, role))
        self._y += height + 2
        return sign

    def _quote(self) -> QRect | None:
        if not self._card.quote:
            return None
        indent = self._theme.length(10) if self._open else 0
        left, right, height = self._x + indent, self._x + self._width, self._small.lineSpacing()
        top = self._y + (4 if self._open else 0)
        for number, part in enumerate(self._card.quote):
            if part and left < right:
                shown = self._small.elidedText(part, Qt.TextElideMode.ElideRight, right - left)
                width = self._small.horizontalAdvance(shown)
                box = QRect(left, top, width + 1, height)
                self._texts.append(
                    Text(box, shown, "text" if self._open else "faint", small=True, underlined=number == 1)
                )
                left += width
        self._y = top + height + (6 if self._open else 0)
        return QRect(self._x, top, 3, height) if self._open else None

    def _buttons(self) -> Iterator[Button]:
        """Put the buttons into rows, the first in front of all."""
        x, height = self._x, self._theme.length(_BUTTON)
        self._y += 4
        for number, link in enumerate(self._card.links):
            button = Button(QRect(), link, primary=number == 0)
            pad = self._theme.length(_SMALL_PAD if number else _PRIMARY_PAD)
            arrow = self._theme.length(ARROW_ROOM) if link.choices else 0
            width = min(self._body.horizontalAdvance(button.label) + arrow + 2 * pad, self._width)
            if x > self._x and x + width > self._x + self._width:
                x = self._x
                self._y += height + 2
            yield button._replace(box=QRect(x, self._y, width, height))
            x += width + 4
        self._y += height if self._card.links else 0

    @staticmethod
    def _height(text: str, metrics: QFontMetrics, width: int) -> int:
        if metrics.horizontalAdvance(text) <= width:
            return metrics.lineSpacing()
        return metrics.boundingRect(QRect(0, 0, width, _NO_LIMIT), WRAP, text).height()

    @staticmethod
    def _clipped(text: str, metrics: QFontMetrics, width: int, lines: int) -> tuple[str, int]:
        """Keep a text to some lines; an open card, or the tip, tells the whole."""
        if metrics.horizontalAdvance(text) <= width:
            return text, 1
        room = lines * width - lines * metrics.height()  # a line may end a character early
        return metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(room, width)), lines
