"""Accepting and rejecting what a file that came back says (审改稿): what it makes of the text, and of the places."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from assistant.anchors import Anchor, followed, locate
from assistant.rounds import Change, Part, Round, Verdict
from assistant.text import Edit, apply


class Decided(NamedTuple):
    """What deciding on changes comes to: the edits of the text, and the round; `lost` are those without a place."""

    edits: tuple[Edit, ...]
    round: Round
    lost: int = 0


def open_changes(round_: Round) -> tuple[int, ...]:
    """Give the numbers of the changes that are neither accepted nor rejected yet."""
    return tuple(number for number, change in enumerate(round_.changes) if change.verdict is Verdict.OPEN)


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
