"""What a file that came back (审改稿) says of the text that is being written: comments and changes, each at its place.

The file as it was before its tracked changes is compared with the text that was handed out: what differs was changed
without a trace. Both, and the comments, are then brought to their places in the text as it is now.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from rapidfuzz import fuzz

from assistant.anchors import Anchor, followed, locate
from assistant.language.sentences import sentence_at
from assistant.reading import Reading, Revision
from assistant.review.comparison import Comparison, Kind, Segment, compare
from assistant.rounds import Change, Part, Remark, Round, Verdict
from assistant.text import Edit, Span, apply

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
        alike = 100.0 if each.text == before else min(fuzz.ratio(each.text, before), 99.99)
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
    changes = [found.tracked(each) for each in former.tracked]
    changes += [change for number, row in silent.changes() for change in found.silent(silent, number, row.kind)]
    comments = tuple(
        Remark(found.remarked(reading.text, Span(each.start, each.end), former), each.author, each.date, each.text)
        for each in reading.comments
    )
    ordered = sorted(changes, key=lambda change: _order(change, text))
    return Round("", "", "", handed.name, comments, tuple(ordered))


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

    def tracked(self, each: _Tracked) -> Change:
        span = Span(each.edit.start, each.edit.end)
        there = self.to_handed.exactly(span)
        anchor = self._in_text(there) if there else Anchor.of(self.former, *span)
        part = Part(anchor, span.of(self.former), each.edit.replacement)
        return Change((part,), tracked=True, author=each.author, date=each.date)

    def silent(self, comparison: Comparison, number: int, kind: Kind) -> list[Change]:
        """Give the changes of one row: each piece is one; what was moved leaves its old place in the same change."""
        parts: list[Part] = []
        for edit in comparison.edit(number):
            span = Span(edit.start, edit.end)
            parts.append(Part(self._in_text(span), span.of(self.handed), edit.replacement))
        parts = [part for part in parts if part.old.strip() or part.new.strip()]
        if kind is Kind.MOVED:
            return [Change(tuple(parts), tracked=False)]
        return [Change((part,), tracked=False) for part in parts]

    def _in_text(self, span: Span) -> Anchor:
        """Describe a stretch of what was handed out as it stands in the text now; else as it stood."""
        here = self.to_text.exactly(span) if self.to_text else span
        return Anchor.of(self.text, *here) if here else Anchor.of(self.handed, *span)

    def remarked(self, read: str, span: Span, former: Before) -> Anchor:
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


# Deciding


class Decided(NamedTuple):
    """What deciding on changes comes to: the edits of the text, and the round; `lost` are those without a place."""

    edits: tuple[Edit, ...]
    round: Round
    lost: int = 0


def decide(round_: Round, numbers: Sequence[int], verdict: Verdict, text: str) -> Decided:
    """Accept or reject some changes. One whose place is gone can be rejected but not accepted: it stays as it is."""
    changes = list(round_.changes)
    edits: list[Edit] = []
    lost = 0
    for number in numbers:
        change = changes[number]
        planned = _planned(change, verdict, text)
        taken = [*edits, *(planned or ())]
        if planned is None or _clash(taken):
            lost += 1
            continue
        edits = taken
        changes[number] = change._replace(verdict=verdict)
    after = apply(text, edits)
    anchored = [_anchored_anew(change, text, edits, after) for change in changes]
    comments = tuple(
        each._replace(anchor=followed(each.anchor, text, edits, after, whole=False)) for each in round_.comments
    )
    return Decided(tuple(edits), round_._replace(changes=tuple(anchored), comments=comments), lost)


def _planned(change: Change, verdict: Verdict, text: str) -> list[Edit] | None:
    """Plan what a verdict changes in the text: what was accepted stands there new, all else as it was."""
    accepted = verdict is Verdict.ACCEPTED
    if accepted == (change.verdict is Verdict.ACCEPTED):
        return []
    edits: list[Edit] = []
    for part in change.parts:
        span = locate(part.anchor, text)
        if span is None:
            return None
        edits.append(Edit(span.start, span.end, part.new if accepted else part.old))
    return edits


def _clash(edits: Sequence[Edit]) -> bool:
    ordered = sorted(edits, key=lambda edit: (edit.start, edit.end))
    return any(one.end > other.start for one, other in pairwise(ordered))


def _anchored_anew(change: Change, text: str, edits: Sequence[Edit], after: str) -> Change:
    """Describe the places of a change as they are after the edits."""
    wanted = [part.new if change.verdict is Verdict.ACCEPTED else part.old for part in change.parts]
    parts: list[Part] = []
    for part, now in zip(change.parts, wanted, strict=True):
        span = locate(part.anchor, text)
        own = next((edit for edit in edits if span and (edit.start, edit.end) == span), None)
        if span and own and own.replacement == now:
            start = own.start + sum(len(e.replacement) - (e.end - e.start) for e in edits if _earlier(e, own))
            parts.append(part._replace(anchor=Anchor.of(after, start, start + len(now))))
        else:
            parts.append(part._replace(anchor=followed(part.anchor, text, edits, after, whole=True)))
    return change._replace(parts=tuple(parts))


def _earlier(one: Edit, other: Edit) -> bool:
    return one is not other and (one.start, one.end) <= (other.start, other.end)


def followed_round(round_: Round, text: str, edits: Sequence[Edit], after: str) -> Round:
    """Describe all places of a round as they are after edits of the text that it had no part in."""
    comments = (
        each._replace(anchor=followed(each.anchor, text, edits, after, whole=False)) for each in round_.comments
    )
    changes = (
        change._replace(
            parts=tuple(
                part._replace(anchor=followed(part.anchor, text, edits, after, whole=True)) for part in change.parts
            )
        )
        for change in round_.changes
    )
    return round_._replace(comments=tuple(comments), changes=tuple(changes))
