"""What was taken over from another text (对比), step by step: undo and redo bring it back together with the text."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtGui import QUndoCommand, QUndoStack

if TYPE_CHECKING:
    from assistant.review.adoption import Taken
    from assistant.ui.page.editor import Editor
    from assistant.ui.work.compared_texts import OtherText


class TakingOver:
    """Knows of each other text what was taken over from it, and what of one's own wording is to stay.

    The first goes with the steps of undo; the second changes no text and is none.
    """

    def __init__(self, editor: Editor, history: QUndoStack) -> None:
        self._editor, self._history = editor, history
        self._taken: dict[OtherText, tuple[Taken, ...]] = {}
        self._kept: dict[OtherText, set[str]] = {}

    def forget(self) -> None:
        """Another document is open."""
        self._taken, self._kept = {}, {}

    def taken(self, other: OtherText) -> tuple[Taken, ...]:
        """List what was taken over; what was changed by hand since then is among it."""
        return self._taken.get(other, ())

    def kept(self, other: OtherText) -> set[str]:
        """Give the keys of the changes that were refused, to be added to and taken from."""
        return self._kept.setdefault(other, set())

    def step(self, other: OtherText, taken: Sequence[Taken], text: str, title: str) -> None:
        """Put a text in the place of the draft's, with what is now taken over, as one step of undo."""

        def know(now: tuple[Taken, ...]) -> None:
            self._taken[other] = now

        self._history.beginMacro(title)
        self._editor.replace_all(text, title)
        self._history.push(_TakenCommand(self.taken(other), tuple(taken), know, title))
        self._history.endMacro()


class _TakenCommand(QUndoCommand):
    """Changed what is taken over; `know` puts one of the two states in force."""

    def __init__(
        self,
        before: tuple[Taken, ...],
        after: tuple[Taken, ...],
        know: Callable[[tuple[Taken, ...]], None],
        title: str,
    ) -> None:
        super().__init__(title)
        self._before, self._after, self._know = before, after, know

    def redo(self) -> None:
        self._know(self._after)

    def undo(self) -> None:
        self._know(self._before)
