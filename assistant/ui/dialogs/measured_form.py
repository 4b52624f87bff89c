"""A form whose rows keep their heights where one of them gets higher."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QFormLayout


class MeasuredForm(QFormLayout):
    """Measures its rows anew before it lays them out.

    Where lines of a row wrap, Qt keeps what it has measured for a width, and spoils it when it lays the rows out in too
    small a room, as it does first when a list gets higher: the next list was too low afterwards, its buttons over its rows.
    """

    def setGeometry(self, rect: QRect) -> None:
        if self.hasHeightForWidth():
            self.heightForWidth(rect.width() + 1)  # another width, so that it forgets
            self.heightForWidth(rect.width())
        super().setGeometry(rect)
