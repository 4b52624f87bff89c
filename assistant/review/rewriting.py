"""Edits that together reword one sentence are one change to whoever decides on it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from assistant.language.sentences import SENTENCE_STOPS
from assistant.text import Edit

_NEAR = 8  # characters kept between two edits of one rewording at most
_CLOSING = "”’」』）)"


def groups(edits: Sequence[Edit], text: str) -> Iterator[list[int]]:
    """Yield the numbers of edits that belong together: neighbours in one sentence that change more of it than they keep.

    The edits are of `text`, in its order. Corrections of single characters stay apart, and so does what adds or takes away
    whole sentences.
    """
    bare = [_bare(each, text) for each in edits]
    for near in _near(edits, text):
        changed = sum(_size(bare[number]) for number in near)
        kept = sum(bare[other].start - bare[one].end for one, other in pairwise(near))
        yield from [near] if changed >= kept else ([number] for number in near)


def _near(edits: Sequence[Edit], text: str) -> Iterator[list[int]]:
    group: list[int] = []
    for number, edit in enumerate(edits):
        if group and not _together(edits[group[-1]], edit, text):
            yield group
            group = []
        group.append(number)
    if group:
        yield group


def _together(one: Edit, other: Edit, text: str) -> bool:
    """Tell whether two edits stand in one sentence, with little between them."""
    if one.end > other.start:
        return False
    between, gone = text[one.end : other.start], text[one.start : one.end]
    if len(between) > _NEAR or any(mark in between for mark in (*SENTENCE_STOPS, "\n")):
        return False
    if any("\n" in words for words in (one.replacement, other.replacement, gone, text[other.start : other.end])):
        return False
    ended = any(words.rstrip(_CLOSING).endswith(tuple(SENTENCE_STOPS)) for words in (one.replacement, gone))
    return not (between and ended)


def _bare(edit: Edit, text: str) -> Edit:
    """Leave out of an edit what it does not change at its two ends."""
    old, new = text[edit.start : edit.end], edit.replacement
    before = _agreeing(old, new)
    after = _agreeing(old[before:][::-1], new[before:][::-1])
    return Edit(edit.start + before, edit.end - after, new[before : len(new) - after])


def _agreeing(one: str, other: str) -> int:
    """Count the characters that two texts begin with in common."""
    return next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def _size(edit: Edit) -> int:
    return max(edit.end - edit.start, len(edit.replacement))


def joined(edits: Iterable[Edit], text: str) -> Edit:
    """Make one edit of several in their order, with what is kept between them."""
    whole, *rest = edits
    for each in rest:
        kept = text[whole.end : each.start]
        whole = Edit(whole.start, each.end, whole.replacement + kept + each.replacement)
    return whole
