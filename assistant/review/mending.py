"""全部改正: the safe changes of a text, worked out beforehand so that each can be looked at before it is made.

What one change brings to light (a mark doubled by two repairs that meet) is worked out as well and joined to it, so
that after all of them a second look finds nothing. All positions are those of the text as it is now.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from assistant.finding import Finding, Fix
from assistant.text import Edit, Span, apply

_ROUNDS = 6  # two rules that undo each other's work must come to an end


class Mending(NamedTuple):
    """Changes that are made together or not at all, by the rules that ask for them."""

    rules: tuple[str, ...]
    edits: tuple[Edit, ...]

    @property
    def start(self) -> int:
        return self.edits[0].start

    def span(self) -> Span:
        """Give the stretch from the first to the last change."""
        return Span(self.edits[0].start, max(edit.end for edit in self.edits))

    def replacement(self, text: str) -> str:
        """Give what will stand in the place of `span`."""
        start, end = self.span()
        return apply(text[:end], self.edits)[start:]


class _Placed(NamedTuple):
    """A change already planned, and the stretch of the mended text that it has made."""

    now: Span
    edit: Edit

    @property
    def growth(self) -> int:
        return len(self.edit.replacement) - (self.edit.end - self.edit.start)


def plan(text: str, findings_of: Callable[[str], Sequence[Finding]]) -> tuple[Mending, ...]:
    """Work out all safe changes in text order. `findings_of` says what is found in a text, each time anew."""
    planned: list[Mending] = []
    for _ in range(_ROUNDS):
        placed = _placed(planned)
        chosen = _chosen(findings_of(apply(text, (each.edit for each in placed))), placed)
        if not chosen:
            break
        planned = _joined(text, planned, placed, chosen)
    return tuple(planned)


def has_safe(findings: Iterable[Finding]) -> bool:
    """Tell whether there is anything that can be mended without a thought."""
    return any(finding.fix is not None and finding.fix.safe for finding in findings)


def _placed(planned: Sequence[Mending]) -> list[_Placed]:
    placed: list[_Placed] = []
    shift = 0
    for edit in sorted(edit for mending in planned for edit in mending.edits):
        start = edit.start + shift
        placed.append(_Placed(Span(start, start + len(edit.replacement)), edit))
        shift += placed[-1].growth
    return placed


def _chosen(findings: Sequence[Finding], placed: Sequence[_Placed]) -> list[Finding]:
    """Choose the safe fixes that do not get in one another's way: of two the earlier; the other has its turn later."""
    chosen: list[Finding] = []
    taken = _Taken()
    for finding in sorted(findings, key=lambda each: each.span):
        if finding.fix is None or not finding.fix.safe or not finding.fix.edits:
            continue
        own = [Span(edit.start, edit.end) for edit in finding.fix.edits]
        own += [each.now for each in _touched(finding.fix, placed)]
        if not any(map(taken.meets, own)):
            chosen.append(finding)
            for span in own:
                taken.add(span)
    return chosen


class _Taken:
    """Which characters, and which gaps between them, are spoken for."""

    def __init__(self) -> None:
        self._characters: set[int] = set()
        self._edges: set[int] = set()  # the gaps in and beside the characters taken
        self._gaps: set[int] = set()

    def meets(self, span: Span) -> bool:
        if span.start == span.end:
            return span.start in self._edges or span.start in self._gaps
        inside = not self._characters.isdisjoint(range(*span))
        return inside or not self._gaps.isdisjoint(range(span.start, span.end + 1))

    def add(self, span: Span) -> None:
        if span.start == span.end:
            self._gaps.add(span.start)
        else:
            self._characters.update(range(*span))
            self._edges.update(range(span.start, span.end + 1))


def _touched(fix: Fix, placed: Sequence[_Placed]) -> list[_Placed]:
    """List the changes already planned that a fix touches, in order."""
    found: set[_Placed] = set()
    for edit in fix.edits:
        at = bisect_right(placed, edit.end, key=lambda each: each.now.start)
        while at and placed[at - 1].now.end >= edit.start:  # none overlap, so their ends are in order too
            at -= 1
            if _meet(edit, placed[at].now):
                found.add(placed[at])
    return sorted(found)


def _meet(one: Edit | Span, other: Edit | Span) -> bool:
    """Tell whether two stretches overlap; an empty one also meets what it touches."""
    if one.start == one.end or other.start == other.end:
        return one.start <= other.end and other.start <= one.end
    return one.start < other.end and other.start < one.end


def _joined(
    text: str, planned: Sequence[Mending], placed: Sequence[_Placed], chosen: Sequence[Finding]
) -> list[Mending]:
    """Add the changes just chosen, given in the mended text, to those planned; what they touch becomes one with them."""
    mended = apply(text, (each.edit for each in placed))
    result = list(planned)
    for finding in chosen:
        assert finding.fix is not None
        touched = _touched(finding.fix, placed)
        gone = {each.edit for each in touched}
        joined = [mending for mending in result if not gone.isdisjoint(mending.edits)]
        edits = [edit for mending in joined for edit in mending.edits if edit not in gone]
        edits += _regions(mended, finding.fix.edits, touched, placed)
        edits = [edit for edit in edits if edit.replacement != text[edit.start : edit.end]]
        rules = dict.fromkeys([*(rule for mending in joined for rule in mending.rules), finding.rule])
        result = [mending for mending in result if mending not in joined]
        if edits:
            result.append(Mending(tuple(rules), tuple(sorted(edits))))
    return sorted(result, key=lambda mending: mending.edits)


def _regions(mended: str, edits: Sequence[Edit], touched: Sequence[_Placed], placed: Sequence[_Placed]) -> list[Edit]:
    """Turn edits of the mended text into edits of the first one; with a change that one touches it becomes one edit."""
    regions: list[Span] = []
    for piece in sorted([*(Span(edit.start, edit.end) for edit in edits), *(each.now for each in touched)]):
        if regions and _meet(regions[-1], piece):
            regions[-1] = Span(regions[-1].start, max(regions[-1].end, piece.end))
        else:
            regions.append(piece)
    found: list[Edit] = []
    for start, end in regions:
        inside = [
            Edit(e.start - start, e.end - start, e.replacement) for e in edits if start <= e.start and e.end <= end
        ]
        within = [each for each in touched if start <= each.now.start and each.now.end <= end]
        first = start - sum(each.growth for each in placed if each.now.end <= start and each not in within)
        past = first + (end - start) - sum(each.growth for each in within)
        found.append(Edit(first, past, apply(mended[start:end], inside)))
    return found
