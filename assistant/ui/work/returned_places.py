"""Where on the page what came back stands, and how it is marked there: by the keys of the cards that say it."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.decisions import Decisions
from assistant.rounds import Change, Reply, Verdict
from assistant.text import Span
from assistant.ui.page.edge_labels import EdgeLabel
from assistant.ui.page.place_marks import Kind, Mark
from assistant.ui.panels.panel_values import Card
from assistant.ui.work.returned_anchors import ReturnedAnchors


def place(key: str, decisions: Decisions, anchors: ReturnedAnchors) -> Span | None:
    """Find the place of a card: of a comment, a change, or what answers an opinion; None where it is gone."""
    kind, *numbers = key.split(":")
    if kind == "o":
        anchor = decisions.opinions[int(numbers[0])].anchor
        return anchors.span(anchor, whole=False) if anchor else None
    round_ = decisions.rounds[int(numbers[0])]
    if kind == "c":
        return anchors.span(round_.comments[int(numbers[1])].anchor, whole=False)
    return anchors.span(round_.changes[int(numbers[1])].parts[0].anchor, whole=True)


def marks(key: str, decisions: Decisions, anchors: ReturnedAnchors, text: str) -> list[Mark]:
    """List how the places of a card are marked on the page; a moved paragraph has two."""
    kind, *numbers = key.split(":")
    if kind not in ("c", "r") or int(numbers[0]) >= len(decisions.rounds):
        return []
    round_, number = decisions.rounds[int(numbers[0])], int(numbers[1])
    if kind == "c":
        comment = round_.comments[number]
        span = anchors.span(comment.anchor, whole=False)
        return [Mark(span, Kind.COMMENT if comment.reply is Reply.OPEN else Kind.SETTLED)] if span else []
    change = round_.changes[number]
    spans = [anchors.span(part.anchor, whole=True) for part in change.parts]
    return [_mark(span, change, text) for span in spans if span]


def labels(cards: Sequence[Card], decisions: Decisions, anchors: ReturnedAnchors, text: str) -> list[EdgeLabel]:
    """Give the labels at the page's edge: 批注3, 修订, 未标修订, beside the first place of each card; in short 3, 修, 未."""
    found = []
    for card in cards:
        marked = marks(card.key, decisions, anchors, text)
        if marked:
            words = card.label.partition(" ")[0]
            short = words.removeprefix("批注") if card.key.startswith("c:") else words[:1]
            found.append(EdgeLabel(marked[0].span.start, words, short, card.key, card.role == "done"))
    return found


def _mark(span: Span, change: Change, text: str) -> Mark:
    """Mark the place of a change; where something is to come between two characters, the one before it."""
    if change.verdict is Verdict.REJECTED:
        kind = Kind.SETTLED
    elif change.verdict is Verdict.ACCEPTED:
        kind = Kind.ADDED if span.start < span.end else Kind.SETTLED
    else:
        kind = Kind.REMOVED if span.start < span.end else Kind.POINT
    if span.start == span.end:
        span = Span(max(span.start - 1, text.rfind("\n", 0, span.start) + 1), span.end)
    return Mark(span, kind)
