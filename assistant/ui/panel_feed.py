"""What the panels are shown of a text: hands each new Material on to outline, side panel, status line and scroll bar."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from assistant.finding import Finding
from assistant.review import outline_rows, outline_values, progress
from assistant.review.material import Material
from assistant.review.outline_values import Row
from assistant.ui import view_making
from assistant.ui.page.analyser import Analyser
from assistant.ui.page.desk import Desk
from assistant.ui.page.editor import Editor
from assistant.ui.page.underlining import Underlining
from assistant.ui.panels import status_texts
from assistant.ui.panels.outline_panel import OutlinePanel
from assistant.ui.panels.side_panel import SidePanel
from assistant.ui.panels.sides import Sides
from assistant.ui.panels.status import StatusLine
from assistant.ui.view_values import View


class PanelFeed(QObject):
    """Shows a Material, without what is said only when a sentence is left, and follows the caret in it."""

    shown = Signal(object)  # the Material as the panels show it

    def __init__(
        self,
        editor: Editor,
        analyser: Analyser,
        underlining: Underlining,
        *,
        outline: OutlinePanel,
        side: SidePanel,
        sides: Sides,
        status: StatusLine,
        desk: Desk,
    ) -> None:
        super().__init__(editor)
        self._editor, self._analyser, self._underlining = editor, analyser, underlining
        self._outline, self._right_panel, self._sides, self._status, self._desk = outline, side, sides, status, desk
        self._shown = analyser.material
        self._path: Sequence[Row] = ()
        self._marked: Sequence[Finding] = ()
        self.rows: Sequence[Row] = ()  # of the outline

    def show(self, material: Material) -> None:
        """Show a new Material, underlines first."""
        self._underlining.show(material)
        self._show_panels(material)

    def show_withheld(self) -> None:
        """Show what waited for the sentence being typed."""
        if self._analyser.material.text == self._editor.text:  # else the next analysis is coming
            self._show_panels(self._analyser.material)

    def _show_panels(self, material: Material) -> None:
        material = self._shown = self._underlining.told(material)
        self.rows = outline_rows.rows(material)
        self._path = outline_values.around(self.rows, self._editor.caret)
        self._outline.show_rows(self.rows, progress.completed(material), view_making.grave_places(material))
        self._outline.select(self._path)
        left = progress.unfinished(material)
        self._status.show_texts(status_texts.of(material, self._analyser.layout, left), left)
        self.shown.emit(material)
        self._right_panel.show_material(material, self.rows, self._path)
        self._sides.right_fold.rail.show_labels(self._right_panel.titles())
        self._show_marks(material)

    def _show_marks(self, material: Material) -> None:
        """Mark in the scroll bar what is found in the text; what is not written yet is no fault while drafting."""
        self._marked = progress.noticed(material)
        self._desk.marks.show_marks(view_making.scroll_marks(self._marked))

    def view(self) -> View:
        """Give what is shown of the text when it is opened again with the caret where it is."""
        return view_making.of(self._analyser.as_opened(), self._analyser.layout, self._editor.caret)

    def marked(self, number: int) -> Finding:
        """Give the finding behind a mark of the scroll bar."""
        return self._marked[number]

    def follow_caret(self, position: int) -> None:
        """Show in the panels where in the text one is."""
        if self._shown.text != self._editor.text:
            return  # the next analysis is coming
        path = outline_values.around(self.rows, position)
        if path != self._path:
            self._path = path
            self._outline.select(path)
            self._right_panel.show_material(self._shown, self.rows, path)
        self._right_panel.follow(position)
