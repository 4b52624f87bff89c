"""Which findings show when: underlines wait until the hands rest, and nothing is said of the sentence being typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from assistant.language.sentences import sentence_at
from assistant.text import Edit, Span
from assistant.ui.page import looks
from assistant.ui.page.editor import Editor
from assistant.ui.page.highlighter import look_of
from assistant.ui.page.looks import Look

if TYPE_CHECKING:
    from assistant.review.material import Material

REST_MS = 1000  # after the last key


class Underlining(QObject):
    """Shows the looks of a Material on the page, and knows what the panels may say."""

    sentence_left = Signal()  # what was withheld may be said

    def __init__(self, editor: Editor) -> None:
        super().__init__(editor)
        self._editor = editor
        self._material: Material | None = None
        self._typed: Span | None = None  # the sentence being typed
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self._show)

    def note_edit(self, edit: Edit) -> None:
        """Take notice that the hands are at work here; what comes whole, as a fix or undo, is looked at at once."""
        if not self._editor.typing:
            self.start_afresh()
            return
        self._typed = sentence_at(self._editor.text, edit.start + len(edit.replacement))
        self._rest.start()

    def note_caret(self, position: int) -> None:
        """Take notice that the caret has moved; out of the typed sentence, its underlines may show."""
        if self._typed and not self._typed.start <= position <= self._typed.end:
            self.leave_sentence()

    def leave_sentence(self) -> None:
        """Take the sentence as written: the caret is elsewhere, or the text is saved or looked through."""
        if self._typed is None:
            return
        self._typed = None
        if not self._rest.isActive():
            self._show()
        self.sentence_left.emit()

    @property
    def resting(self) -> bool:
        """Whether no sentence is being typed."""
        return self._typed is None

    def told(self, material: Material) -> Material:
        """Give a Material as the panels may show it: a word half typed is no fault yet."""
        return material.sparing(self._typed) if self._typed else material

    def show(self, material: Material) -> None:
        """Show a new Material: kinds and hints at once, underlines when the hands rest."""
        self._material = material
        self._show()

    def start_afresh(self) -> None:
        """Forget the hands: another text is shown, or this one was changed otherwise than by typing."""
        self._typed = None
        self._rest.stop()

    def _show(self) -> None:
        material = self._material
        if material is None or material.text != self._editor.text:
            return
        wanted = looks.of(material)
        if self._rest.isActive():
            shown = (look_of(block).underlines for block in self._editor.blocks())
            wanted = [look._replace(underlines=old) for look, old in zip(wanted, shown, strict=False)]
        elif self._typed:
            wanted = self._spared(material, wanted, self._typed)
        self._editor.show_looks(wanted)

    def _spared(self, material: Material, wanted: list[Look], typed: Span) -> list[Look]:
        """Leave out the underlines in the sentence being typed."""
        index = material.facts.paragraph_at(typed.start)
        begin = material.facts.starts[index]
        kept = [u for u in wanted[index].underlines if not Span(u.start + begin, u.end + begin).overlaps(typed)]
        wanted[index] = wanted[index]._replace(underlines=tuple(kept))
        return wanted
