"""Small signs that say by their form what a color says too: how grave a finding is, how far a part is written."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF


def paint(painter: QPainter, sign: str, box: QRectF, color: QColor) -> None:
    """Paint a sign as large as a square box; what is not known by form is written."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    if sign in _FORMS:
        _FORMS[sign](painter, box, color)
    else:
        painter.setPen(color)
        painter.drawText(box.adjusted(-4, -4, 4, 4), Qt.AlignmentFlag.AlignCenter, sign)
    painter.restore()


def _square(painter: QPainter, box: QRectF, _color: QColor) -> None:
    painter.drawRect(_inset(box, 0.12))


def _triangle(painter: QPainter, box: QRectF, _color: QColor) -> None:
    inside = _inset(box, 0.04)
    top = QPointF(inside.center().x(), inside.top())
    painter.drawPolygon(QPolygonF([top, inside.bottomRight(), inside.bottomLeft()]))


def _diamond(painter: QPainter, box: QRectF, color: QColor) -> None:
    middle, half = box.center(), box.width() * 0.44
    corners = [QPointF(middle.x() + x * half, middle.y() + y * half) for x, y in ((0, -1), (1, 0), (0, 1), (-1, 0))]
    _outlined(painter, box, color)
    painter.drawPolygon(QPolygonF(corners))


def _full(painter: QPainter, box: QRectF, _color: QColor) -> None:
    painter.drawEllipse(_inset(box, 0.08))


def _ring(painter: QPainter, box: QRectF, color: QColor) -> None:
    _outlined(painter, box, color)
    painter.drawEllipse(_inset(box, 0.13))


def _half(painter: QPainter, box: QRectF, color: QColor) -> None:
    round_ = _inset(box, 0.13)
    path = QPainterPath(QPointF(round_.center().x(), round_.top()))
    path.arcTo(round_, 90, 180)
    path.closeSubpath()
    painter.drawPath(path)
    _ring(painter, box, color)


def _plus(painter: QPainter, box: QRectF, color: QColor) -> None:
    inside = _inset(box, 0.1)
    painter.setPen(QPen(color, max(1.6, box.width() * 0.16)))
    painter.drawLine(QPointF(inside.left(), box.center().y()), QPointF(inside.right(), box.center().y()))
    painter.drawLine(QPointF(box.center().x(), inside.top()), QPointF(box.center().x(), inside.bottom()))


def _tick(painter: QPainter, box: QRectF, color: QColor) -> None:
    painter.setPen(QPen(color, max(1.6, box.width() * 0.14)))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    at = [QPointF(box.left() + x * box.width(), box.top() + y * box.height()) for x, y in ((0.1, 0.55), (0.4, 0.82))]
    painter.drawPolyline([*at, QPointF(box.left() + 0.92 * box.width(), box.top() + 0.2 * box.height())])


def _clock(painter: QPainter, box: QRectF, color: QColor) -> None:
    _ring(painter, box, color)
    middle, reach = box.center(), box.width() * 0.24
    painter.drawPolyline([middle - QPointF(0, reach), middle, middle + QPointF(reach * 0.8, 0)])


def _dash(painter: QPainter, box: QRectF, color: QColor) -> None:
    painter.setPen(QPen(color, max(1.6, box.width() * 0.14)))
    middle = box.center().y()
    painter.drawLine(QPointF(box.left() + 1, middle), QPointF(box.right() - 1, middle))


def _query(painter: QPainter, box: QRectF, color: QColor) -> None:
    _ring(painter, box, color)
    font = painter.font()
    font.setPixelSize(max(6, round(box.height() * 0.66)))
    font.setBold(True)
    painter.setFont(font)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, "?")


def _outlined(painter: QPainter, box: QRectF, color: QColor) -> None:
    painter.setPen(QPen(color, max(1.4, box.width() * 0.13)))
    painter.setBrush(Qt.BrushStyle.NoBrush)


def _inset(box: QRectF, share: float) -> QRectF:
    by = box.width() * share
    return box.adjusted(by, by, -by, -by)


_FORMS: dict[str, Callable[[QPainter, QRectF, QColor], None]] = {
    "■": _square,
    "▲": _triangle,
    "◇": _diamond,
    "●": _full,
    "○": _ring,
    "◐": _half,
    "✚": _plus,
    "✓": _tick,
    "◷": _clock,
    "–": _dash,
    "？": _query,
}
