"""A date that is typed as people write it, or picked from a calendar; empty is 未定."""

from __future__ import annotations

import datetime
import re
import unicodedata
from collections.abc import Callable

from PySide6.QtCore import QDate, QPoint
from PySide6.QtWidgets import QCalendarWidget, QHBoxLayout, QLineEdit, QMenu, QWidget, QWidgetAction

from assistant.language.years import days_in
from assistant.strict_toml import DataError
from assistant.templates.seasons import year_of_month
from assistant.ui.buttons import plain_button

_UNDECIDED = ("", "未定", "待定")
_MARK = r"\s*[-/.年]\s*"
_DATE = re.compile(
    rf"(?:(?P<year>20[0-9]{{2}}){_MARK})?(?P<month>[0-9]{{1,2}})\s*[-/.月]\s*(?P<day>[0-9]{{1,2}})\s*[日号]?前?"
)


YearOf = Callable[[int, int], int]
"""Gives the year of a month and day that were typed without one."""


def of_season(season: int) -> YearOf:
    """Take a date for one of the season of a year under review, whose meetings go on until March of the next."""
    return lambda month, _day: year_of_month(month, season)


def nearest_to(today: datetime.date) -> YearOf:
    """Take a date for the one nearest to a day: in January 12月5日 is of last year, in November 1月8日 of the next."""

    def year_of(month: int, day: int) -> int:
        years = range(max(today.year - 1, 1), min(today.year + 1, datetime.MAXYEAR) + 1)
        days = [datetime.date(year, month, day) for year in years if day <= days_in(year, month)]
        return min(days, key=lambda each: abs(each - today)).year if days else today.year

    return year_of


def read_date(typed: str, year_of: YearOf) -> datetime.date | None:
    """Read a date as typed, None for 未定. Raises ValueError."""
    plain = unicodedata.normalize("NFKC", typed).strip()
    if plain in _UNDECIDED:
        return None
    match = _DATE.fullmatch(plain)
    if match is None:
        raise ValueError(typed)
    month, day = int(match["month"]), int(match["day"])
    if not 1 <= month <= 12:
        raise ValueError(typed)
    return datetime.date(int(match["year"]) if match["year"] else year_of(month, day), month, day)


def written(day: datetime.date | None) -> str:
    """Write a date as it stands in materials."""
    return f"{day.year}年{day.month}月{day.day}日" if day else ""


class DateField(QWidget):
    """A line to type a date into, with a calendar beside it."""

    def __init__(self, value: datetime.date | None, year_of: YearOf) -> None:
        super().__init__()
        self._year_of = year_of
        self.line = QLineEdit(written(value))
        self.line.setPlaceholderText(f"未定。可写成{self.example()}")
        self.line.editingFinished.connect(self._write_out)
        self._open = plain_button("日历…", self._show_calendar)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.line, 1)
        row.addWidget(self._open)
        self.setFocusProxy(self.line)

    def date(self) -> datetime.date | None:
        """Give the date as typed. Raises ValueError."""
        return read_date(self.line.text(), self._year_of)

    def called(self, label: str) -> datetime.date | None:
        """Give the date as typed, or call it by its label where it is not understood. Raises DataError."""
        try:
            return self.date()
        except ValueError:
            raise DataError(f"没有认出{label}“{self.line.text().strip()}”，请写成{self.example()}") from None

    def example(self) -> str:
        """Show how a date is written."""
        return f"{self._year_of(12, 30)}年12月30日"

    def _write_out(self) -> None:
        """Write a date out in full, so that the year it was taken for can be seen; what is not understood stays."""
        try:
            self.line.setText(written(self.date()))
        except ValueError:
            return

    def _show_calendar(self) -> None:
        """Open the calendar at the date, else at this month."""
        menu = QMenu(self)
        sheet = QCalendarWidget()
        try:
            if day := self.date():
                sheet.setSelectedDate(QDate(day.year, day.month, day.day))
        except ValueError:
            pass  # it opens at this month
        holder = QWidgetAction(menu)
        holder.setDefaultWidget(sheet)
        menu.addAction(holder)
        sheet.clicked.connect(self.pick)
        sheet.clicked.connect(menu.close)
        menu.exec(self._open.mapToGlobal(QPoint(0, self._open.height())))
        menu.deleteLater()

    def pick(self, day: QDate) -> None:
        """Take a day of the calendar."""
        self.line.setText(written(datetime.date(day.year(), day.month(), day.day())))
