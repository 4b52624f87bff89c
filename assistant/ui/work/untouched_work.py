"""去年原句: listing the sentences that are still as they were last year, and saying how many before the material is handed in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from assistant.decisions import Stage
from assistant.review import beside, outline_rows, outline_values
from assistant.review.beside import Kept
from assistant.review.material import Material
from assistant.ui.work.workplace import Workplace

if TYPE_CHECKING:
    from assistant.ui.dialogs.untouched_sentences import UntouchedDialog

_KEY = "untouched"  # of bars


class UntouchedSentences(QObject):
    """Keeps the list open beside the text while it is wanted."""

    def __init__(self, place: Workplace) -> None:
        super().__init__(place.actions)
        self._place = place
        self._analyser, self._editor, self._session, self._bars = (
            place.analyser,
            place.editor,
            place.session,
            place.bars,
        )
        self.dialog: UntouchedDialog | None = None
        self._stage = self._session.choices.decisions.stage
        self._session.choices_changed.connect(self._note_stage)
        place.files.opened.connect(lambda _: self._start_afresh())
        self._analyser.material_ready.connect(self._count_again)

    @property
    def is_listed(self) -> bool:
        return self.dialog is not None

    def list(self) -> None:
        """List them; the list stays open beside the text and follows it."""
        from assistant.ui.dialogs.untouched_sentences import UntouchedDialog

        material = self._analyser.up_to_date()
        if self.dialog is None:
            self.dialog = UntouchedDialog(self._editor.window())
            self.dialog.place_chosen.connect(self._place.actions.go_to)
            self.dialog.finished.connect(self._forget_dialog)
        self.show(material, beside.untouched(material))
        self.dialog.show()
        self.dialog.raise_()

    def show(self, material: Material, kept: Sequence[Kept]) -> None:
        """Show those there are now, where the list is open."""
        if self.dialog:
            self.dialog.show_sentences(material, kept, self._where)

    def _where(self, place: int) -> str:
        path = outline_values.around(outline_rows.rows(self._analyser.material), place)
        return path[-1].title if path else "全文"

    def _forget_dialog(self) -> None:
        if self.dialog:
            self.dialog.deleteLater()
            self.dialog = None

    def _start_afresh(self) -> None:
        self._stage = self._session.choices.decisions.stage

    def _note_stage(self) -> None:
        """Before it is handed in, say how many sentences are still last year's."""
        stage, before = self._session.choices.decisions.stage, self._stage
        self._stage = stage
        if stage is Stage.DRAFT:
            self._bars.clear(_KEY)
        elif before is Stage.DRAFT:
            QTimer.singleShot(0, self, self._say_how_many)

    def _say_how_many(self) -> None:
        kept = len(beside.untouched(self._analyser.up_to_date()))
        if kept:
            lost = self._bars.has("recovery")  # what may be newer than this text comes first
            self._bars.show_message(_sentence(kept), [("逐句查看…", self.list)], key=_KEY, quiet=lost)

    def _count_again(self, material: Material) -> None:
        """Let what is said above the page be true while one writes: so many as there are now, and nothing where none is left."""
        if self._bars.has(_KEY) and material.text == self._editor.text:
            kept = len(beside.untouched(material))
            if kept:
                self._bars.change_message(_sentence(kept), key=_KEY)
            else:
                self._bars.clear(_KEY)


def _sentence(kept: int) -> str:
    return f"送审前请看：还有{kept}句与去年的材料一字不差。"
