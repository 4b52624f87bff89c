"""Shows a draft as it was when it was left: the caret, and if it is still the same, all that the window showed of it.

That is shown before anything is loaded that reads a text. Nothing can be chosen in it: the text is read before any event
of the hands is taken, and where that shows otherwise it stands.
"""

from __future__ import annotations

from collections.abc import Callable

from assistant.files import former_states, kept_views, layouts, settings
from assistant.review import outline_values
from assistant.review.outline_values import RowState
from assistant.ui import first_reading, view_values
from assistant.ui.page.desk import Desk
from assistant.ui.panels.outline_panel import OutlinePanel
from assistant.ui.panels.side_panel import SidePanel
from assistant.ui.panels.sides import Sides
from assistant.ui.panels.status import StatusLine
from assistant.ui.view_values import View
from assistant.ui.work.files import Files


class LastView:
    """Knows by what a draft is the same as when it was left."""

    def __init__(
        self, files: Files, sides: Sides, desk: Desk, *, outline: OutlinePanel, side: SidePanel, status: StatusLine
    ) -> None:
        self._files, self._sides, self._desk = files, sides, desk
        self._outline, self._right_panel, self._status = outline, side, status
        self.shown = False  # whether the window has opened with it

    @property
    def place(self) -> int:
        """Where the caret was when the draft was left."""
        known = self._files.settings.carets.get(str(self._files.session.path), 0)
        return min(known, len(self._files.editor.text))

    def remember_place(self) -> None:
        """Keep where the caret is in a draft that has a file."""
        if path := self._files.session.path:
            known = settings.with_others(self._files.settings).with_caret(str(path), self._files.editor.caret)
            self._files.change_settings(carets=known.carets)

    def return_to_place(self) -> None:
        """Put the caret where it was, unless it is there already, or somebody has clicked on the page before that."""
        if not self._files.editor.caret:
            self._files.editor.go_to(self.place)

    def show(self) -> bool:
        """Show it, with the caret where it was, or what was read beside the start; tell whether one of them is right."""
        path, place = self._files.session.path, self.place
        if path is None or self._files.modified:
            return False
        about = self._about(place)
        found = (not self._files.settings.public and kept_views.read(path, about)) or first_reading.taken(about)
        kept = view_values.decoded(found) if found else None
        if kept is None or (kept.rows and kept.rows[0].state is RowState.EMPTY and not place):
            return False  # the caret of a fresh page is yet to be put where it belongs
        self._show(kept, place)
        if place:
            self._files.editor.go_to(place)
        self.shown = True
        return True

    def _show(self, kept: View, place: int) -> None:
        editor = self._files.editor
        spans = dict(zip(editor.text.split("\n"), kept.spans, strict=False))
        editor.highlighter.use(lambda text, _: spans.get(text, ()))
        editor.show_looks(kept.looks)
        self._outline.show_rows(kept.rows, kept.completed, kept.grave)
        self._outline.select(outline_values.around(kept.rows, place))
        self._status.show_texts(kept.status)
        self._right_panel.show_kept(kept.cards, kept.findings, kept.findings_tip)
        self._sides.right_fold.rail.show_labels(self._right_panel.titles())
        self._desk.marks.show_marks(kept.marks)

    def keep(self, shown: Callable[[], View]) -> None:
        """Keep what is shown of the draft for when it is opened again, if it is left as its file is known to hold it.

        Nothing is kept on a public machine, nor of a draft that was never saved on this one; nor where the template asks
        for other paper than is chosen: the page would be laid out anew.
        """
        files, path = self._files, self._files.session.path
        other_paper = layouts.is_another(files.session.template, files.settings.layout)
        if path is None or files.modified or files.settings.public or other_paper:
            return
        if former_states.saved_states(path) and files.session.is_on_disk(files.editor.text):
            kept_views.keep(path, self._about(files.editor.caret), view_values.encoded(shown()))

    def _about(self, place: int) -> bytes:
        file = self._files.session.file
        return view_values.about(self._files.settings.analysis, place, file.known if file else b"")
