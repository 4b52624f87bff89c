"""Lines under findings, painted over the page: solid what must be changed, dashed what is advised, dotted a hint.

They are no formats of letters, so another finding changes no layout, and they are as thick as the eye needs.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from PySide6.QtCore import QLineF, QPointF, Qt
from PySide6.QtGui import QPainter, QPen, QTextBlock, QTextLine

from assistant.text import utf16
from assistant.ui.page.looks import Underline
from assistant.ui.theme import Theme

# Strokes and gaps, in widths of the line; none: solid.
_PATTERNS: dict[str, tuple[float, ...]] = {"error": (), "advice": (3.0, 2.0), "hint": (1.0, 1.5)}
_ORDER = ("hint", "advice", "error")  # the graver lies on top


def draw(
    painter: QPainter,
    block: QTextBlock,
    underlines: tuple[Underline, ...],
    *,
    theme: Theme,
    pixels: float,
    scrolled: int,
) -> None:
    """Draw the lines of a block; `pixels` is the size of the body's letters, `scrolled` how far the page is moved."""
    thick = max(2, round(pixels / 10))
    for each in sorted(underlines, key=lambda underline: _ORDER.index(underline.severity.value)):
        pen = QPen(theme.color(f"page_{each.severity.value}"), thick)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        if pattern := _PATTERNS[each.severity.value]:
            pen.setDashPattern(pattern)
        painter.setPen(pen)
        for line in lines(block, each, below=pixels * 0.16 + thick / 2):
            painter.drawLine(line.translated(0, -scrolled))


def lines(block: QTextBlock, underline: Underline, below: float) -> Iterator[QLineF]:
    """Give where a finding's letters stand on the page, line by line, in the document; `below` their foot."""
    text, layout = block.text(), block.layout()
    start, end = (utf16(text, min(at, len(text))) for at in (underline.start, underline.end))
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        first, past = max(start, line.textStart()), min(end, line.textStart() + line.textLength())
        if first < past:
            foot = layout.position() + QPointF(0, line.y() + line.ascent() + below)
            yield QLineF(foot + QPointF(_at(line, first), 0), foot + QPointF(_at(line, past), 0))


def _at(line: QTextLine, position: int) -> float:
    found: Any = line.cursorToX(position)  # PySide6 gives the position too
    return float(found[0] if isinstance(found, tuple) else found)
