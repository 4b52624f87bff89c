"""Where what 审改稿 has brought (comments, changes) and answered opinions stand in the draft while one writes on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from assistant.anchors import Anchor, followed, locate, moved
from assistant.decisions import Decisions
from assistant.review import accepting
from assistant.rounds import Round
from assistant.text import Edit, Span, apply

if TYPE_CHECKING:
    from PySide6.QtGui import QUndoStack

    from assistant.ui.page.editor import Editor


class ReturnedAnchors:
    """Goes with what is typed; a place that was lost is looked for again.

    Where undo or redo brings a text back, a place that was edited since then is where it was in that text.
    """

    def __init__(self, editor: Editor, history: QUndoStack) -> None:
        self._editor, self._history = editor, history
        self._spans: dict[Anchor, Span | None] = {}  # where each place stands in the text as it is now
        self._was: dict[Anchor, dict[int, Span]] = {}  # where it stood before a step changed it, by the text's hash
        self._step = -1  # that the last key belongs to
        self._text: str | None = None  # the text that the spans are of, None where there are none
        editor.text_edited.connect(self._follow)

    def forget(self) -> None:
        """Look for all places anew."""
        self._spans.clear()
        self._text = None

    def begin(self) -> None:
        """Forget all places: another document is open."""
        self.forget()
        self._was.clear()

    def _follow(self, edit: Edit) -> None:
        """Let the places go with what is typed."""
        text = self._text
        if text is None:
            return
        before, goes_on = hash(text), self._goes_on()
        self._text = apply(text, [edit])  # not the editor's, which may be further on: edits are told one by one
        now = hash(self._text)
        for anchor, span in self._spans.items():
            was = self._was.get(anchor)
            if span and edit.start <= span.end and span.start <= edit.end:
                was = self._was.setdefault(anchor, {})
                if not goes_on:
                    was[before] = span
            known = was.get(now) if was else None
            self._spans[anchor] = known or (moved(span, edit, whole=False) if span else None)

    def _goes_on(self) -> bool:
        """Tell a key that has become part of the step before: undo never leads to the text between the two."""
        former, self._step = self._step, self._history.index() if self._editor.typing else -1
        return former == self._step >= 0

    def span(self, anchor: Anchor, *, whole: bool) -> Span | None:
        """Tell where a place is now: where it was last, unless it has to be `whole` and no longer is; else looked for."""
        if self._text is None:
            self._text = self._editor.text
        text = self._text
        span = self._spans.get(anchor) or self._was.get(anchor, {}).get(hash(text))
        if span is None or span.end > len(text) or (whole and span.of(text) != anchor.text):
            span = locate(anchor, text)
        self._spans[anchor] = span
        return span

    def anchored(self, decisions: Decisions) -> Decisions:
        """Describe all places as they are now."""
        text = self._editor.text

        def now(anchor: Anchor, *, whole: bool) -> Anchor:
            span = self.span(anchor, whole=whole)
            if span is None:
                return anchor
            described = Anchor.of(text, *span)
            self._spans[described] = span
            if described != anchor and anchor in self._was:
                self._was[described] = self._was[anchor]  # the same place
            return described

        rounds = tuple(
            each._replace(
                comments=tuple(one._replace(anchor=now(one.anchor, whole=False)) for one in each.comments),
                changes=tuple(
                    one._replace(parts=tuple(p._replace(anchor=now(p.anchor, whole=True)) for p in one.parts))
                    for one in each.changes
                ),
            )
            for each in decisions.rounds
        )
        kept = tuple(
            each._replace(anchor=now(each.anchor, whole=False)) if each.anchor else each for each in decisions.opinions
        )
        return decisions._replace(rounds=rounds, opinions=kept)

    def after(self, decisions: Decisions, rounds: Sequence[Round], edits: Sequence[Edit]) -> Decisions:
        """Put rounds that were decided in their place; what stands elsewhere goes with the edits."""
        text = self._editor.text
        now = apply(text, edits)

        def go(anchor: Anchor, *, whole: bool) -> Anchor:
            return followed(anchor, text, edits, now, whole=whole)

        kept = tuple(
            new if new is not old or not edits else accepting.followed_round(old, text, edits, now)
            for old, new in zip(decisions.rounds, rounds, strict=True)
        )
        given = tuple(
            each._replace(anchor=go(each.anchor, whole=False)) if each.anchor else each for each in decisions.opinions
        )
        return decisions._replace(rounds=kept, opinions=given)
