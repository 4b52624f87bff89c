"""One undo stack over edits and decisions.

Qt's own undo cannot carry this: restyling after a key would be a step of its own. Commands hold text positions of the
Python text and both states of what they change; adjacent typing is one step up to the end of a sentence.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtGui import QUndoCommand, QUndoStack

from assistant.decisions import Decisions
from assistant.files.draft import Reference, TemplateChoice
from assistant.language.sentences import STATEMENT_STOPS


class Choices(NamedTuple):
    """What undo brings back besides text: the decisions, the template chosen, the earlier materials beside it."""

    decisions: Decisions
    template: TemplateChoice | None
    references: tuple[Reference, ...] = ()


class TextCommand(QUndoCommand):
    """Replaced `old` by `new` at `start`. `replace(start, length, text, caret)` carries it out.

    `back_to` is where the caret was before; without it undo leads behind what it brings back. What was `typed` goes on
    in one step, be it by single keys or by the words of an input method.
    """

    def __init__(
        self,
        start: int,
        old: str,
        new: str,
        replace: Callable[[int, int, str, int], None],
        *,
        title: str = "",
        back_to: int | None = None,
        typed: bool = False,
    ) -> None:
        super().__init__(title)
        self.start, self.old, self.new = start, old, new
        self._replace, self._back_to = replace, back_to
        self._done = True  # it describes what has already happened
        # a key takes one character away; a word taken away at once is a step of its own
        self._joins = typed and (not old or len(old) + len(new) == 1)

    def take(self, other: TextCommand) -> bool:
        """Take a further key into this step where it goes on at the same place; tell whether it does."""
        if not (self._joins and other._joins) or (self.new and self.new[-1] in f"{STATEMENT_STOPS}\n"):
            return False
        if other.new and not other.old and not self.old and other.start == self.start + len(self.new):
            self.new += other.new
            return True
        if other.old and not other.new and not self.new:
            if other.start == self.start:  # Delete goes on
                self.old += other.old
                return True
            if other.start + len(other.old) == self.start:  # Backspace goes on
                self.old, self.start = other.old + self.old, other.start
                return True
        return False

    def forget(self) -> None:
        """Let go of the text; the step is never taken again."""
        self.old = self.new = ""

    def redo(self) -> None:
        if self._done:
            self._done = False
            return
        self._replace(self.start, len(self.old), self.new, self.start + len(self.new))

    def undo(self) -> None:
        behind = self.start + len(self.old)
        self._replace(self.start, len(self.new), self.old, behind if self._back_to is None else self._back_to)


class History(QUndoStack):
    """The undo stack. Keys are merged here: PySide6 keeps for ever each command that Qt's own push takes away."""

    def push(self, command: QUndoCommand) -> None:
        """Add a step that was taken, or take it into the last one."""
        index, count = self.index(), self.count()
        last = self.command(index - 1) if index == count and not self.isClean() else None
        if isinstance(last, TextCommand) and isinstance(command, TextCommand) and last.take(command):
            return
        for number in range(index, count):  # Qt takes away what was undone
            undone = self.command(number)
            if isinstance(undone, TextCommand):
                undone.forget()
        super().push(command)


class ChoiceCommand(QUndoCommand):
    """Changed decisions, or another template; `show` puts one of the two states in force."""

    def __init__(self, before: Choices, after: Choices, show: Callable[[Choices], None], title: str) -> None:
        super().__init__(title)
        self._before, self._after, self._show = before, after, show

    def redo(self) -> None:
        self._show(self._after)

    def undo(self) -> None:
        self._show(self._before)
