"""Windows that show something of the whole text: 随记, all private notes, and 字数统计."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt

from assistant.review import outline_rows
from assistant.ui import asking
from assistant.ui.panels.side_panel import SidePanel
from assistant.ui.work.workplace import Workplace


class TextWindows(QObject):
    """Opens them; they are loaded when they are first wanted."""

    def __init__(self, place: Workplace, side: SidePanel) -> None:
        super().__init__(place.actions)
        self._place, self._right_panel = place, side

    def show_notes(self) -> None:
        """List all private notes; going to one goes to its part, or where that belongs."""
        from assistant.ui.dialogs.notes import NotesDialog

        self._right_panel.keep_note()
        dialog = NotesDialog(self._place.editor.window(), self._place.analyser.up_to_date())
        dialog.part_wanted.connect(self._go_to_part)
        dialog.into_text.connect(self._place.actions.insert_note)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _go_to_part(self, part: str) -> None:
        tops = outline_rows.rows(self._place.analyser.up_to_date())
        rows = (row for top in tops for row in (top, *top.children))
        if row := next((row for row in rows if row.part == part and not row.missing), None):
            self._place.actions.go_to_row(row)
        else:
            self._place.actions.go_where_missing(part)

    def show_lengths(self) -> None:
        """Tell how long the text, its sections and what is selected are (字数统计)."""
        from assistant.ui.dialogs.lengths import LengthsDialog

        editor = self._place.editor
        material, layout = self._place.analyser.up_to_date(), self._place.files.layout
        start, end = editor.selected
        asking.answered(LengthsDialog(editor.window(), editor.theme, material, layout, editor.text[start:end]))
