"""Which paragraphs of a text stand on paper: blank lines part them on the screen, on paper the indents do."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise


def on_paper(texts: Sequence[str], front: Sequence[bool]) -> list[int]:
    """Give the numbers of the paragraphs that stand on paper; `front` are title and name lines.

    No blank line does, but the first between those and what follows. Where all are blank, all do.
    """
    written = [number for number, text in enumerate(texts) if text]
    if not written:
        return list(range(len(texts)))
    found = written[:1]
    for before, number in pairwise(written):
        if number - before > 1 and front[before] and not front[number]:
            found.append(before + 1)
        found.append(number)
    return found
