"""The band behind the row of a form that one is at, with a bar at its left edge."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtWidgets import QFormLayout, QFrame, QWidget

_AROUND = 3  # pixels above and below the row


class RowBand(QFrame):
    """Stands behind one row of a form and follows it; the style sheet gives its colors."""

    def __init__(self, sheet: QWidget, form: QFormLayout) -> None:
        super().__init__(sheet)
        self.setObjectName("rowBand")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._sheet, self._form = sheet, form
        self._row: QWidget | None = None
        self.lower()
        self.hide()

    def show_behind(self, row: QWidget) -> None:
        """Go behind a row."""
        if self._row is not row:
            if self._row:
                self._row.removeEventFilter(self)
            self._row = row
            row.installEventFilter(self)
        self._follow()
        self.show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Move, QEvent.Type.Resize):
            self._follow()
        elif event.type() in (QEvent.Type.HideToParent, QEvent.Type.ShowToParent):
            self.setVisible(event.type() == QEvent.Type.ShowToParent)
        return super().eventFilter(watched, event)

    def _follow(self) -> None:
        if self._row is None:
            return
        box = self._row.geometry()
        label = self._form.labelForField(self._row)
        if label:
            box = box.united(label.geometry())
        self.setGeometry(QRect(0, box.top() - _AROUND, self._sheet.width(), box.height() + 2 * _AROUND))
