"""Pictures of windows as small files: the colors there are most of are kept, each other becomes the nearest of them."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtGui import QImage

_COLORS = 256
_STEP = 12  # of a channel; shades nearer than this to one that is kept are not kept too
_LOOKED_AT = 20_000  # of the commonest colors; a window has fewer


def save(image: QImage, path: Path) -> int:
    """Write a picture as PNG with at most 256 colors and give its size; the file changes only where the picture does."""
    exact = image.convertToFormat(QImage.Format.Format_RGB32)
    chosen = _chosen(exact)
    small = exact.convertToFormat(
        QImage.Format.Format_Indexed8,
        chosen,
        Qt.ImageConversionFlag.ThresholdDither | Qt.ImageConversionFlag.AvoidDither,
    )
    small.setDevicePixelRatio(1)
    small.setDotsPerMeterX(3780)  # 96 an inch, whatever machine made it
    small.setDotsPerMeterY(3780)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    small.save(buffer, "PNG", 0)  # type: ignore[call-overload]  # 0: the smallest file
    content = bytes(buffer.data().data())
    if not path.exists() or path.read_bytes() != content:
        path.write_bytes(content)
    return len(content)


def _chosen(image: QImage) -> list[int]:
    """Choose the colors to keep: by how many points have them, none much like one that is kept already."""
    points = memoryview(image.constBits()).cast("I")
    kept: list[int] = []
    cells: dict[tuple[int, int, int], list[tuple[int, int, int]]] = {}
    for color, _ in Counter(points).most_common(_LOOKED_AT):
        red, green, blue = color >> 16 & 255, color >> 8 & 255, color & 255
        cell = (red // _STEP, green // _STEP, blue // _STEP)
        if any(
            abs(red - r) + abs(green - g) + abs(blue - b) < _STEP
            for dr in (-1, 0, 1)
            for dg in (-1, 0, 1)
            for db in (-1, 0, 1)
            for r, g, b in cells.get((cell[0] + dr, cell[1] + dg, cell[2] + db), ())
        ):
            continue
        cells.setdefault(cell, []).append((red, green, blue))
        kept.append(0xFF000000 | color & 0xFFFFFF)
        if len(kept) == _COLORS:
            break
    return kept
