"""Contact sheets: pictures of one scene beside each other, half as large, to be looked through."""

from __future__ import annotations

import os
from collections import defaultdict
from pathlib import Path

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter

_TILE = QSize(960, 560)
_HEAD = 24
_IN_A_ROW = 2


def make(pictures: dict[str, list[Path]], folder: Path) -> int:
    """Write one sheet for each scene and give how many there are; a sheet lies in `folder` under the scene's name."""
    folder.mkdir(parents=True, exist_ok=True)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    running = QGuiApplication.instance() or QGuiApplication([])  # letters are drawn by nothing less
    for name, paths in pictures.items():
        rows = -(-len(paths) // _IN_A_ROW)
        sheet = QImage(
            _TILE.width() * min(len(paths), _IN_A_ROW), (_TILE.height() + _HEAD) * rows, QImage.Format.Format_RGB32
        )
        sheet.fill(QColor("gray"))
        painter = QPainter(sheet)
        for number, path in enumerate(paths):
            at = QPoint(number % _IN_A_ROW * _TILE.width(), number // _IN_A_ROW * (_TILE.height() + _HEAD))
            kept, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
            picture = QImage(str(path)).convertToFormat(QImage.Format.Format_RGB32)
            painter.drawText(at + QPoint(8, _HEAD - 7), f"{path.parent.name} {path.stem}")
            painter.drawImage(at + QPoint(0, _HEAD), picture.scaled(_TILE, kept, smooth))
        painter.end()
        sheet.save(str(folder / f"{name}.png"))
    del running
    return len(pictures)


def by_scene(folders: list[Path], looks: list[str]) -> dict[str, list[Path]]:
    """Gather the pictures of some folders by scene; a picture is named after its scene and its look."""
    found: dict[str, list[Path]] = defaultdict(list)
    for folder in folders:
        for path in sorted(folder.glob("*.png")):
            scene, _, look = path.stem.rpartition("-")
            found[scene if look in looks else path.stem].append(path)
    return found
