"""The weights by which 的 is told where 地 or 得 stands (assistant/language/slip_particle_signs).

Each 的, 地 and 得 of right text is written as 地 and as 得. Where 的 stood it is meant; where one of the others stood it is
not, and that weighs more. Text without a 得 of its own, as statutes are, says little: materials that were kept back, and
what the project says of itself, are needed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import fitting
from fitting import Row

from assistant.language import slip_particles
from assistant.language.slips import Finder
from assistant.text import Span

_CLEAN = 10.0  # how much heavier than a slip missed it weighs that right text is accused


def fitted(finder: Finder, paragraphs: Iterable[str]) -> dict[str, list[float]]:
    """Fit them: to each exchange the weights of its signs, the bias last."""
    rows: dict[str, list[Row]] = {"地的": [], "得的": []}
    for paragraph in paragraphs:
        for place in slip_particles.places(paragraph):
            for exchange, row in _rows(finder, paragraph, place):
                rows[exchange].append(row)
    found: dict[str, list[float]] = {}
    for exchange, each in rows.items():
        weights, bias = fitting.weighed(each)
        found[exchange] = [*weights, bias]
    return found


def _rows(finder: Finder, paragraph: str, place: int) -> Iterator[tuple[str, Row]]:
    """Yield what is seen of a place with 地 and with 得 in it."""
    right = paragraph[place]
    for written in "地得":
        text = paragraph[:place] + written + paragraph[place + 1 :]
        if place in slip_particles.places(text):
            signs = finder.particles.signs(text, place, finder.gain(text, Span(place, place + 1), "的"))
            yield written + "的", (signs, right == "的", _CLEAN if right == written else 1.0)
