"""Places of a text that are found again after edits elsewhere: by what stands there and around it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from assistant.text import Edit, Span

CONTEXT = 12  # characters kept on each side


class Anchor(NamedTuple):
    """A place of the text that is found again after edits elsewhere: what stands there, and `CONTEXT` characters on each side."""

    text: str
    before: str
    after: str

    @staticmethod
    def of(text: str, start: int, end: int) -> Anchor:
        """Describe a stretch of text so that it can be found again."""
        return Anchor(text[start:end], text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT])

    def place(self, places: Sequence[Anchor]) -> int | None:
        """Tell which of some places is meant: one that agrees on both sides, else the first that agrees on one."""
        alike = [n for n, each in enumerate(places) if each.text == self.text]
        near = [n for n in alike if places[n].before == self.before or places[n].after == self.after]
        return next((n for n in near if places[n] == self), near[0] if near else None)


_ENOUGH = 8  # characters that are the same place wherever they stand, if they stand only once


def locate(anchor: Anchor, text: str) -> Span | None:
    """Find a place again: where text and both sides agree, else one side; a longer text that stands only once needs none."""
    size = len(anchor.text)
    best: tuple[int, int] | None = None
    spots = _spots(anchor.text, text) if size else _points(anchor, text)
    for at in spots:
        now = Anchor.of(text, at, at + size)
        if not size and now != anchor and not (_agrees(now.before, anchor.before) or _agrees(now.after, anchor.after)):
            continue  # that both stand at an edge of the text is no sign of a place
        agreed = (now.before == anchor.before) + (now.after == anchor.after)
        if best is None or agreed > best[0]:
            best = (agreed, at)
    if best and (best[0] or (size >= _ENOUGH and len(spots) == 1)):
        return Span(best[1], best[1] + size)
    return None


def _agrees(now: str, known: str) -> bool:
    return bool(known) and now == known


def _spots(wanted: str, text: str) -> list[int]:
    found: list[int] = []
    at = text.find(wanted)
    while at >= 0:
        found.append(at)
        at = text.find(wanted, at + 1)
    return found


def _points(anchor: Anchor, text: str) -> list[int]:
    """List where a place without text of its own may be: behind what stood before it, before what stood behind."""
    behind = [at + len(anchor.before) for at in _spots(anchor.before, text)] if anchor.before else [0]
    return sorted({*behind, *(_spots(anchor.after, text) if anchor.after else [len(text)])})


def moved(span: Span, edit: Edit, *, whole: bool) -> Span | None:
    """Tell where a place is after an edit; None where that has taken it away with what stands around it, or changed it, if it has to stay `whole`."""
    by = len(edit.replacement) - (edit.end - edit.start)
    if edit.start >= span.end and not (span.start == span.end == edit.start == edit.end):
        return span
    if edit.end <= span.start:
        return span.shifted(by)
    if whole or (edit.start < span.start and span.end < edit.end):
        return None
    start, end = min(span.start, edit.start), max(span.end, edit.end)
    return Span(start, end + by)


def followed(anchor: Anchor, text: str, edits: Sequence[Edit], after: str, *, whole: bool) -> Anchor:
    """Describe a place anew that edits elsewhere have moved, or whose surroundings they have changed."""
    span = locate(anchor, text)
    for edit in sorted(edits, key=lambda each: (each.start, each.end), reverse=True):
        span = moved(span, edit, whole=whole) if span else None
    return Anchor.of(after, *span) if span else anchor
