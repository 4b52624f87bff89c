"""Make the lists beside the counts anew: `python3 packaging/slip_model/lists.py shapes|idioms`, printed to be put into
resources/slips/shapes.toml (`near`) and terms.toml (`idioms`).

Shapes: pictures of common characters in two typefaces, blurred a little, and for each those most like it. Idioms: of
four characters, from jieba's list, but those of two words that also stand alone (地面沉降): one of these may be
another's neighbour.
"""

from __future__ import annotations

import os
import re
import sys
import textwrap
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import lexicon  # needs the path above
import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QImage, QPainter

_TYPEFACES = ("Noto Sans CJK SC", "Noto Serif CJK SC")
_SIDE, _SIZE = 40, 34  # pixels of a picture, and of the character in it
_COMMON = 800  # uses of a character in jieba's list
_ALIKE = 0.74  # of two pictures, 1 where they are the same
_MOST = 4  # that look like one
_WELL_KNOWN = 5  # uses of an idiom
_ALONE = 20  # uses of a word of two characters, from which on it is one
_NEITHER = re.compile("应当|不得|所在|为人|未被|拒不|可加|百分|正规|自来水")  # no idioms, whatever the list says


def shapes() -> list[str]:
    """Give each common character and those that look like it."""
    common = [each for each, (uses, _) in lexicon.words().items() if len(each) == 1 and uses >= _COMMON]
    alike = sum(_compared(common, typeface) for typeface in _TYPEFACES) / len(_TYPEFACES)
    found: list[str] = []
    for at, character in enumerate(common):
        best = [other for other in np.argsort(-alike[at]).tolist() if other != at and alike[at, other] >= _ALIKE]
        if best:
            found.append(character + "".join(common[other] for other in best[:_MOST]))
    return found


def _compared(characters: list[str], typeface: str) -> np.ndarray:
    font = QFont(typeface)
    font.setPixelSize(_SIZE)
    pictures = np.array([_picture(each, font) for each in characters])
    pictures -= pictures.mean(axis=1, keepdims=True)
    pictures /= np.linalg.norm(pictures, axis=1, keepdims=True)
    return pictures @ pictures.T


def _picture(character: str, font: QFont) -> np.ndarray:
    """Draw a character, blur it, and give its pixels in a row."""
    image = QImage(_SIDE, _SIDE, QImage.Format.Format_Grayscale8)
    image.fill(0)
    painter = QPainter(image)
    painter.setPen(QColor("white"))
    painter.setFont(font)
    painter.drawText(QRectF(0, 0, _SIDE, _SIDE), Qt.AlignmentFlag.AlignCenter, character)
    painter.end()
    drawn = np.frombuffer(image.constBits(), np.uint8).reshape(_SIDE, image.bytesPerLine())[:, :_SIDE] / 255
    for axis in (0, 1):
        drawn = sum(part * np.roll(drawn, by, axis) for by, part in ((-2, 1), (-1, 2), (0, 3), (1, 2), (2, 1))) / 9
    return np.asarray(drawn).ravel()


def idioms() -> list[str]:
    """Give the well-known words of four characters that are no two words."""
    words = lexicon.words()

    def alone(word: str) -> bool:
        return words.get(word, lexicon.Word(0, "")).frequency >= _ALONE

    return [
        word
        for word, (uses, kind) in words.items()
        if len(word) == 4 and kind == "i" and uses >= _WELL_KNOWN
        if not (alone(word[:2]) and alone(word[2:])) and not _NEITHER.search(word)
    ]


if __name__ == "__main__":
    application = QGuiApplication(sys.argv)
    found = shapes() if sys.argv[1:] == ["shapes"] else idioms()
    print("\n".join(textwrap.wrap(" ".join(found), 100, break_long_words=False)))
