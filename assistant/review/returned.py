"""What a file that came back (审改稿) says of the text that is being written: comments and changes, each at its place.

The file as it was before its tracked changes is compared with the text that was handed out: what differs was changed
without a trace. Both, and the comments, are then brought to their places in the text as it is now.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from assistant.anchors import Anchor, locate
from assistant.language.sentences import sentence_at
from assistant.reading import Reading, Revision
from assistant.review import rewriting
from assistant.review.comparison import Comparison, Kind, Segment, compare
from assistant.review.paragraph_pairs import likeness
from assistant.rounds import Change, KeptComment, Part, Round
from assistant.text import Edit, Span

LEAST_ALIKE = 50.0  # per cent; what is less like the text is another material


class Handed(NamedTuple):
    """A text that may have been handed out, and how it is called."""

    name: str
    text: str


class _Tracked(NamedTuple):
    """A tracked change as an edit of the file as it was before."""

    edit: Edit
    author: str
    date: str


class Before(NamedTuple):
    """A file as it was before its tracked changes; `places` lead from the text with them: (there, here, length)."""

    text: str
    tracked: tuple[_Tracked, ...]
    places: tuple[tuple[int, int, int], ...]


def nearest(before: str, handed: Iterable[Handed]) -> tuple[Handed | None, float]:
    """Choose the text that was handed out: the one most like what came back, of equal ones the first; and how much, in %."""
    best: tuple[Handed | None, float] = (None, -1.0)
    for each in handed:
        alike = 100.0 if each.text == before else min(likeness(each.text, before), 99.99)
        if alike > best[1]:
            best = (each, alike)
    return best


def before(reading: Reading) -> Before:
    """Take the tracked changes back: what was inserted goes, what was deleted stands again."""
    text, at, here = reading.text, 0, 0
    pieces: list[str] = []
    places: list[tuple[int, int, int]] = []
    tracked: list[_Tracked] = []
    joined = False  # with the change before, from which nothing parts it
    for each in sorted(reading.revisions, key=lambda one: (one.start, one.end)):
        start, end = _whole_line(text, each)
        start = max(start, at)
        if each.kind == "inserted" and end <= start:
            continue  # inside one that was taken already
        if start > at:
            pieces.append(text[at:start])
            places.append((at, here, start - at))
            here += start - at
            joined = False
        at = max(at, end)
        old, new = ("", text[start:end]) if each.kind == "inserted" else (each.text, "")
        edit = Edit(here, here + len(old), new)
        last = tracked[-1] if tracked else None
        if last and joined and last.author == each.author and last.edit.end == here:
            edit = Edit(last.edit.start, edit.end, last.edit.replacement + new)
            tracked[-1] = last._replace(edit=edit)
        else:
            tracked.append(_Tracked(edit, each.author, each.date))
        pieces.append(old)
        here += len(old)
        joined = True
    pieces.append(text[at:])
    places.append((at, here, len(text) - at))
    return Before("".join(pieces), tuple(tracked), tuple(places))


def _whole_line(text: str, revision: Revision) -> tuple[int, int]:
    """Let the line break go with what was inserted, where that is whole paragraphs."""
    start, end = revision.start, revision.end
    begins, ends = start == 0 or text[start - 1] == "\n", end == len(text) or text[end] == "\n"
    if start < end and begins and ends:
        return (start, end + 1) if end < len(text) else (max(0, start - 1), end)
    return start, end


class _Way:
    """Leads from places of one text to places of another, over what both have in common."""

    def __init__(self, comparison: Comparison) -> None:
        self._here, self._there = comparison.old, comparison.new
        self._runs: list[tuple[int, int, int]] = []  # there, here, length
        for row in comparison.rows:
            if not row.old or not row.new:
                continue
            here, there = row.old.start, row.new.start
            for piece in row.pieces:
                if piece.same:
                    self._runs.append((there, here, len(piece.old)))
                here, there = here + len(piece.old), there + len(piece.new)
            if self._here[here : here + 1] == "\n" == self._there[there : there + 1]:
                self._runs.append((there, here, 1))
        self._runs.sort()

    def place(self, position: int) -> int | None:
        """Give the place of a character, or of the end of what stands before it."""
        ends: int | None = None
        for there, here, length in self._runs:
            if there <= position < there + length:
                return here + position - there
            if there + length == position:
                ends = here + length
        return ends

    def exactly(self, span: Span) -> Span | None:
        """Give the same stretch of text in the other one, None where it is another there."""
        start = self.place(span.start)
        if start is None:
            return None
        found = Span(start, start + span.end - span.start)
        return found if found.of(self._here) == span.of(self._there) else None

    def roughly(self, span: Span) -> Span | None:
        """Give what is left of a stretch of text in the other one."""
        hits = [
            (here + max(span.start, there) - there, here + min(span.end, there + length) - there)
            for there, here, length in self._runs
            if there < span.end and span.start < there + length
        ]
        return Span(min(start for start, _ in hits), max(end for _, end in hits)) if hits else None


def compared(reading: Reading, handed: Handed, text: str, segment: Segment | None = None) -> Round:
    """List all that a file says, at its places in `text`, the one that is being written; only `handed` tells what was there.

    What has no place in the text, since that has been rewritten, keeps what it says of the file.
    """
    former = before(reading)
    silent = compare(handed.text, former.text, segment)
    to_handed = _Way(silent)
    to_text = None if handed.text == text else _Way(compare(text, handed.text, segment))
    found = _Found(text, handed.text, former.text, to_handed, to_text)
    changes = [change for several in _signed_groups(former) for change in found.tracked(several)]
    changes += [change for number, row in silent.changes() for change in found.silent(silent, number, row.kind)]
    comments = tuple(
        KeptComment(found.commented(reading.text, Span(each.start, each.end), former), each.said)
        for each in reading.comments
    )
    ordered = sorted(changes, key=lambda change: _order(change, text))
    return Round("", "", "", handed.name, comments, tuple(ordered))


def _signed_groups(former: Before) -> Iterator[list[_Tracked]]:
    """Put together what one hand has done to one sentence on one day."""
    hands = groupby(former.tracked, key=lambda each: (each.author, each.date[:10]))
    for own in (list(each) for _, each in hands):
        for numbers in rewriting.groups([each.edit for each in own], former.text):
            yield [own[number] for number in numbers]


def _order(change: Change, text: str) -> int:
    span = locate(change.parts[0].anchor, text)
    return span.start if span else len(text)


class _Found(NamedTuple):
    """Brings what was found to its places."""

    text: str
    handed: str
    former: str
    to_handed: _Way
    to_text: _Way | None

    def tracked(self, several: Sequence[_Tracked]) -> list[Change]:
        """Give the changes to one sentence as one; where that has been changed in other ways too, one by one."""
        whole = rewriting.joined([each.edit for each in several], self.former)
        span = Span(whole.start, whole.end)
        there = self.to_handed.exactly(span)
        if len(several) > 1 and not (there and self._stands(there)):
            return [change for each in several for change in self.tracked([each])]
        anchor = self._in_text(there) if there else Anchor.of(self.former, *span)
        part = Part(anchor, span.of(self.former), whole.replacement)
        return [Change((part,), tracked=True, author=several[0].author, date=several[0].date)]

    def _stands(self, span: Span) -> bool:
        """Tell whether a stretch of what was handed out still stands in the text."""
        return self.to_text is None or self.to_text.exactly(span) is not None

    def silent(self, comparison: Comparison, number: int, kind: Kind) -> list[Change]:
        """Give the changes of one row: each rewording is one; what was moved leaves its old place in the same change."""
        parts: list[Part] = []
        edits = comparison.edit(number)
        for edit in edits if kind is Kind.MOVED else self._reworded(edits):
            span = Span(edit.start, edit.end)
            parts.append(Part(self._in_text(span), span.of(self.handed), edit.replacement))
        parts = [part for part in parts if part.old.strip() or part.new.strip()]
        if kind is Kind.MOVED:
            return [Change(tuple(parts), tracked=False)]
        return [Change((part,), tracked=False) for part in parts]

    def _reworded(self, edits: Sequence[Edit]) -> Iterator[Edit]:
        for numbers in rewriting.groups(edits, self.handed):
            several = [edits[number] for number in numbers]
            whole = rewriting.joined(several, self.handed)
            yield from [whole] if self._stands(Span(whole.start, whole.end)) else several

    def _in_text(self, span: Span) -> Anchor:
        """Describe a stretch of what was handed out as it stands in the text now; else as it stood."""
        here = self.to_text.exactly(span) if self.to_text else span
        return Anchor.of(self.text, *here) if here else Anchor.of(self.handed, *span)

    def commented(self, read: str, span: Span, former: Before) -> Anchor:
        """Find the place of a comment; one on a point speaks of the sentence there."""
        if span.start == span.end:
            span = sentence_at(read, min(span.start, max(len(read) - 1, 0)))
        hits = [
            (here + max(span.start, there) - there, here + min(span.end, there + length) - there)
            for there, here, length in former.places
            if there < span.end and span.start < there + length
        ]
        place = Span(hits[0][0], hits[-1][1]) if hits else None
        place = self.to_handed.roughly(place) if place else None
        if place and self.to_text:
            place = self.to_text.roughly(place)
        return Anchor.of(self.text, *place) if place else Anchor.of(read, *span)
