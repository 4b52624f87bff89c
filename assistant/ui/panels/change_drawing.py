"""How a change between two texts is laid out and drawn: what it is and where, below it both wordings side by side.

What is gone is struck through, what is new underlined, what was moved stands in a dashed frame; color only adds to it.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QFont, QFontMetrics, QPainter, QPen, QTextCharFormat, QTextLayout, QTextOption

from assistant.review.comparison import Kind, Piece
from assistant.review.listed_changes import FoldedSame, ListedChange, State
from assistant.ui.fonts import page_font
from assistant.ui.theme import Theme

LEFT, RIGHT = (
    "左边",
    "右边",
)  # what the sides are called wherever one is spoken of; which text is on which, `work/comparing` says
LABELS = {Kind.CHANGED: "改写", Kind.ADDED: "增加", Kind.REMOVED: "删去", Kind.MOVED: "移动"}
SIGNS = {Kind.CHANGED: "～", Kind.ADDED: "＋", Kind.REMOVED: "－", Kind.MOVED: "↕"}
TAKE, KEEP, BACK = "take", "keep", "back"  # buttons
_STATES = {State.OPEN: "", State.TAKEN: "✓ 已接受", State.KEPT: f"✕ 已拒绝，保留{LEFT}"}
_STATES_BACK = {State.OPEN: "", State.TAKEN: f"已改回{LEFT}", State.KEPT: "✓ 已保留现在的文字"}
_UNDO = {State.TAKEN: "撤销接受", State.KEPT: "撤销拒绝"}
_UNDO_BACK = {State.TAKEN: "撤销改回", State.KEPT: "取消保留"}
_GO_BACK = {
    Kind.CHANGED: f"改回{LEFT}的写法",
    Kind.ADDED: "删去这一段",
    Kind.REMOVED: "补回这一段",
    Kind.MOVED: "移回原处",
}
_PIXELS = 15  # of a letter of the texts, beside type of the usual size
_PAD, _HEAD, _BUTTON, _LEAST = 12, 34, 26, 40
_LINE = 1.5  # of a letter's height
_HATCH = 0.35  # how strong the strokes are where one side has nothing


class Column(NamedTuple):
    """One wording, laid out; none: the other side has nothing here."""

    layout: QTextLayout | None
    height: float
    moved: bool = False


class Button(NamedTuple):
    name: str
    label: str
    box: QRect  # counted from the corner of the frame


class Drawn(NamedTuple):
    """An entry laid out for a width."""

    height: int
    columns: tuple[Column, ...]
    buttons: tuple[Button, ...]
    head: int


def state_of(entry: ListedChange) -> str:
    """Say what was decided about a change; "" while it is open."""
    return (_STATES_BACK if entry.back else _STATES)[entry.state]


def buttons_of(entry: ListedChange) -> tuple[tuple[str, str], ...]:
    """Give what can be done about a change, by name and label."""
    if entry.state is not State.OPEN:
        return ((BACK, (_UNDO_BACK if entry.back else _UNDO)[entry.state]),)
    return ((TAKE, _GO_BACK[entry.kind]), (KEEP, "保留现在的文字")) if entry.back else ((TAKE, "接受"), (KEEP, "拒绝"))


def lay_out(entry: ListedChange | FoldedSame, width: int, theme: Theme, font: QFont, *, opened: bool) -> Drawn:
    """Lay an entry out for the width of its frame."""
    pad, head = theme.length(_PAD), theme.length(_HEAD)
    if isinstance(entry, FoldedSame):
        if not opened:
            return Drawn(head, (), (), head)
        style = _styles(theme)[""]
        column = _column("\n".join(entry.texts), [], style, width - 2 * pad, theme)
        return Drawn(head + round(column.height) + pad, (column,), (), head)
    half = width // 2 - 2 * pad
    columns = (_wording(entry, half, theme, left=True), _wording(entry, half, theme, left=False))
    tallest = max(theme.length(_LEAST), *(round(column.height) + pad for column in columns))
    return Drawn(head + tallest, columns, tuple(_placed(entry, width, theme, font)), head)


def _placed(entry: ListedChange, width: int, theme: Theme, font: QFont) -> Iterable[Button]:
    """Put the buttons to the right end of the head, the last one outermost."""
    metrics, height = QFontMetrics(font), theme.length(_BUTTON)
    right, top = width - theme.length(8), (theme.length(_HEAD) - height) // 2
    for name, label in reversed(buttons_of(entry)):
        wide = metrics.horizontalAdvance(label) + 2 * theme.length(_PAD)
        yield Button(name, label, QRect(right - wide, top, wide, height))
        right -= wide + theme.length(6)


def _wording(entry: ListedChange, width: int, theme: Theme, *, left: bool) -> Column:
    """Lay out one side: the old wording on the left, the new one on the right."""
    styles = _styles(theme)
    texts = [(_side(piece, left=left), piece.same) for piece in entry.pieces]
    if not any(text for text, _ in texts):
        return Column(None, 0.0)
    moved = entry.kind is Kind.MOVED
    at, ranges = 0, list[QTextLayout.FormatRange]()
    for text, same in texts:
        mark = ("moved" if moved else "") if same else ("removed" if left else "added")
        if text and mark:
            stretch = QTextLayout.FormatRange()
            stretch.start, stretch.length, stretch.format = at, len(text.encode("utf-16-le")) // 2, styles[mark]
            ranges.append(stretch)
        at += len(text.encode("utf-16-le")) // 2
    return _column("".join(text for text, _ in texts), ranges, styles[""], width, theme)._replace(moved=moved)


def _side(piece: Piece, *, left: bool) -> str:
    return piece.old if left else piece.new


def _styles(theme: Theme) -> dict[str, QTextCharFormat]:
    made: dict[str, QTextCharFormat] = {}
    for mark in ("", "removed", "added", "moved"):
        style = made[mark] = QTextCharFormat()
        style.setForeground(theme.color("page_text"))
        if mark:
            style.setBackground(theme.color(mark))
        style.setFontStrikeOut(mark == "removed")
        style.setFontUnderline(mark == "added")
    return made


def _column(
    text: str, ranges: list[QTextLayout.FormatRange], plain: QTextCharFormat, width: int, theme: Theme
) -> Column:
    font = page_font("song", theme.length(_PIXELS))
    layout = QTextLayout(text.replace("\n", "\u2028"), font)
    layout.setCacheEnabled(True)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    whole = QTextLayout.FormatRange()
    whole.start, whole.length, whole.format = 0, len(layout.text()), plain
    layout.setFormats([whole, *ranges])
    layout.beginLayout()
    y, step = 0.0, round(theme.length(_PIXELS) * _LINE)
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, y + (step - line.height()) / 2))
        y += step
    layout.endLayout()
    return Column(layout, y)


class Painted(NamedTuple):
    """How an entry is to look: where, whether the keys are on it and at which button, what the pointer is on."""

    frame: QRect
    current: bool
    marked: int
    hot: str
    opened: bool


def paint(painter: QPainter, entry: ListedChange | FoldedSame, drawn: Drawn, look: Painted, theme: Theme) -> None:
    """Draw an entry in the painter's font."""
    painter.save()
    if isinstance(entry, FoldedSame):
        _paint_same(painter, entry, drawn, look, theme)
    else:
        _paint_entry(painter, entry, drawn, look, theme)
    painter.restore()


def _paint_same(painter: QPainter, entry: FoldedSame, drawn: Drawn, look: Painted, theme: Theme) -> None:
    where = entry.first if entry.first == entry.last else f"{entry.first} 至 {entry.last}"
    line = f"{'▾' if look.opened else '▸'} 相同{len(entry.texts)}段　{where}"
    head = QRect(look.frame.left(), look.frame.top(), look.frame.width(), drawn.head)
    if look.current:
        painter.setPen(QPen(theme.color("accent"), 2))
        painter.drawRoundedRect(head.adjusted(1, 3, -1, -3), 4, 4)
    painter.setPen(theme.color("accent" if look.current else "faint"))
    room = head.adjusted(theme.length(_PAD), 0, -theme.length(_PAD), 0)
    shown = painter.fontMetrics().elidedText(line, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)
    if drawn.columns:
        body = look.frame.adjusted(0, drawn.head, 0, 0)
        painter.fillRect(body, theme.color("page"))
        _draw_text(painter, drawn.columns[0], body, theme)


def _paint_entry(painter: QPainter, entry: ListedChange, drawn: Drawn, look: Painted, theme: Theme) -> None:
    frame = look.frame
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color("card"))
    painter.drawRoundedRect(frame, 4, 4)
    body = frame.adjusted(0, drawn.head, 0, -1)
    middle = body.left() + body.width() // 2
    left = QRect(body.left() + 1, body.top(), middle - body.left() - 1, body.height())
    right = QRect(middle + 1, body.top(), body.right() - middle - 1, body.height())
    for column, box, absent in zip(
        drawn.columns, (left, right), (f"{LEFT}没有这一段", f"{RIGHT}没有这一段"), strict=True
    ):
        painter.fillRect(box, theme.color("page"))
        if column.layout is None:
            painter.setOpacity(_HATCH)
            painter.fillRect(box, QBrush(theme.color("page_faint"), Qt.BrushStyle.BDiagPattern))
            painter.setOpacity(1)
            width = painter.fontMetrics().horizontalAdvance(absent) + theme.length(16)
            label = QRect(0, 0, width, painter.fontMetrics().height() + theme.length(4))
            label.moveCenter(box.center())
            painter.fillRect(label, theme.color("page"))
            painter.setPen(theme.color("page_faint"))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, absent)
        else:
            _draw_text(painter, column, box, theme)
    painter.setPen(theme.color("border"))
    painter.drawLine(frame.left(), body.top(), frame.right(), body.top())
    painter.drawLine(middle, body.top(), middle, body.bottom())
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.color("accent" if look.current else "border"), 2 if look.current else 1))
    painter.drawRoundedRect(QRectF(frame).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
    _paint_head(painter, entry, drawn, look, theme)


def _paint_head(painter: QPainter, entry: ListedChange, drawn: Drawn, look: Painted, theme: Theme) -> None:
    head = QRect(look.frame.left(), look.frame.top(), look.frame.width(), drawn.head)
    metrics = painter.fontMetrics()
    end = min(button.box.left() for button in drawn.buttons) + head.left() - theme.length(8)
    if state := state_of(entry):
        width = metrics.horizontalAdvance(state)
        painter.setPen(theme.color("done" if entry.state is State.TAKEN else "faint"))
        painter.drawText(QRect(end - width, head.top(), width + 1, head.height()), Qt.AlignmentFlag.AlignVCenter, state)
        end -= width + theme.length(12)
    painter.setPen(theme.color("text"))
    room = QRect(head.left() + theme.length(_PAD), head.top(), end - head.left() - theme.length(_PAD), head.height())
    said = f"{SIGNS[entry.kind]} {LABELS[entry.kind]}　{entry.where}"
    painter.drawText(
        room, Qt.AlignmentFlag.AlignVCenter, metrics.elidedText(said, Qt.TextElideMode.ElideMiddle, room.width())
    )
    # the buttons are laid out from the right; the keys count them from the left
    for number, button in enumerate(reversed(drawn.buttons)):
        primary = button.name == TAKE and look.current and not entry.back  # nothing urges to undo what was just written
        hot = look.hot == button.name
        box = button.box.translated(look.frame.topLeft())
        role = "accent_hover" if primary and hot else "accent" if primary else "hover" if hot else "card"
        painter.setBrush(theme.color(role))
        painter.setPen(QPen(theme.color("accent" if primary else "strong"), 1))
        painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        if look.current and number == look.marked:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.color("text" if primary else "accent"), 2))
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 4, 4)
        painter.setPen(theme.color("on_accent" if primary else "text"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, button.label)


def _draw_text(painter: QPainter, column: Column, box: QRect, theme: Theme) -> None:
    """Draw a wording, and a dashed frame round each line of what was moved."""
    assert column.layout is not None
    corner = QPointF(box.left() + theme.length(_PAD), box.top() + theme.length(_PAD) // 2)
    column.layout.draw(painter, corner)
    if column.moved:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.color("page_faint"), 1, Qt.PenStyle.DashLine))
        for number in range(column.layout.lineCount()):
            line = column.layout.lineAt(number).naturalTextRect()
            painter.drawRect(line.translated(corner).adjusted(-2, -1, 2, 1))
