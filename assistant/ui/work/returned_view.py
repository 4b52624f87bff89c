"""What the panel 审改稿 lists: what came back, file by file, and the opinions, sifted as its reader wants."""

from __future__ import annotations

from assistant.decisions import Decisions
from assistant.review import accepting, opinions, outline_rows, outline_values
from assistant.review.material import Material
from assistant.rounds import AT_MEETING, Opinion, Reply, Round, Verdict
from assistant.ui.panels import returned_cards
from assistant.ui.panels.panel_values import Card
from assistant.ui.panels.returned_panel import FILTERS, ReturnedView
from assistant.ui.work.returned_anchors import ReturnedAnchors

_NONE = Card("none", "这一类没有内容。选“全部”，可列出其他各类。", heading=True, told=True)


def of(decisions: Decisions, material: Material, text: str, anchors: ReturnedAnchors, *, wanted: str) -> ReturnedView:
    """List what of a draft's rounds and opinions is wanted (one of FILTERS), the last file first, and count all of it.

    `text` is the text as it is, of which `anchors` knows where everything stands; `material` may still be that of before.
    """
    view = _View(material, text, anchors, wanted)
    cards: list[Card] = []
    for at in reversed(range(len(decisions.rounds))):
        cards += view.of_round(at, decisions.rounds[at])
    cards += view.of_opinions(decisions.opinions)
    acceptable = sum(len(accepting.open_changes(each)) for each in decisions.rounds)
    undecided = acceptable == sum(len(each.changes) for each in decisions.rounds)
    return ReturnedView(tuple(cards or [_NONE]), tuple(view.counts.items()), acceptable, undecided)


class _View:
    """Makes the cards and counts, by FILTERS, what there is."""

    def __init__(self, material: Material, text: str, anchors: ReturnedAnchors, wanted: str) -> None:
        self._material, self._text, self._anchors, self._wanted = material, text, anchors, wanted
        self.counts = dict.fromkeys(FILTERS, 0)

    def _counted(self, kind: str, *, open_: bool) -> bool:
        """Count one thing; tell whether it is to be listed."""
        self.counts["all"] += 1
        self.counts[kind] += 1
        self.counts["open"] += open_
        return self._wanted in ("all", kind) or (self._wanted == "open" and open_)

    def of_round(self, at: int, round_: Round) -> list[Card]:
        """Make the cards of a file that came back: comments and changes, as they stand in the text."""
        text = self._text
        placed: list[tuple[int, Card]] = []
        for n, comment in enumerate(round_.comments):
            if self._counted("comment", open_=comment.reply is Reply.OPEN):
                span = self._anchors.span(comment.anchor, whole=False)
                card = returned_cards.comment(f"c:{at}:{n}", n + 1, comment, text, span)
                placed.append((span.start if span else len(text) + 1, card))
        for n, change in enumerate(round_.changes):
            kind = "tracked" if change.tracked else "silent"
            if self._counted(kind, open_=change.verdict is Verdict.OPEN):
                spans = [self._anchors.span(part.anchor, whole=True) for part in change.parts]
                span = spans[0] if all(spans) else None
                card = returned_cards.change(f"r:{at}:{n}", change, text, span, round_.version)
                placed.append((span.start if span else len(text) + 1, card))
        if not placed:
            return []
        when = returned_cards.day(round_.returned)
        compared = Card(f"told:{at}", f"{when}打开，与“{round_.version}”比对", heading=True, told=True)
        count = f"未处理{round_.open}处" if round_.open else "都已处理"
        placed.sort(key=lambda each: each[0])
        return [Card(f"round:{at}", round_.name, heading=True, count=count), compared, *(card for _, card in placed)]

    def of_opinions(self, given: tuple[Opinion, ...]) -> list[Card]:
        """Make the cards of the opinions, and of what was said at the meeting."""
        asked: list[Card] = []
        at_meeting: list[Card] = []
        for n, each in enumerate(given):
            if self._counted("opinion", open_=opinions.is_open(each)):
                group = at_meeting if each.source == AT_MEETING else asked
                group.append(returned_cards.opinion(f"o:{n}", len(group) + 1, each, self._where(each)))
        headed: list[Card] = []
        for key, title, group in (("opinions", "意见台账", asked), ("meeting", "会上批评意见", at_meeting)):
            if group:
                headed += [Card(key, title, heading=True, count=f"{len(group)}条"), *group]
        return headed

    def _where(self, opinion: Opinion) -> str:
        """Say which place answers an opinion, "" where none does."""
        span = self._anchors.span(opinion.anchor, whole=False) if opinion.anchor else None
        if span is None:
            return ""
        path = outline_values.around(outline_rows.rows(self._material), span.start)
        words = span.of(self._text)
        return f"{path[-1].title if path else '全文'}“{words[:16]}{'…' if len(words) > 16 else ''}”"
