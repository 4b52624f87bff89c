"""Dates as people type them."""

import datetime

import pytest
from PySide6.QtCore import QDate

from assistant.ui.dialogs.date_field import nearest_to, of_season, read_date

JANUARY = datetime.date(2026, 1, 5)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("2026-12-30", (2026, 12, 30)),
        ("2026/12/30", (2026, 12, 30)),
        ("2026.12.30", (2026, 12, 30)),
        ("2026年12月30日", (2026, 12, 30)),
        (" ２０２６年１２月３０日前", (2026, 12, 30)),
        ("12月30日", (2026, 12, 30)),
        ("11月5号", (2026, 11, 5)),
        ("1月20日", (2027, 1, 20)),
        ("3-31", (2027, 3, 31)),
    ],
)
def test_a_date_is_typed_as_people_write_it(typed, day):
    assert read_date(typed, of_season(2026)) == datetime.date(*day)


def test_no_date_is_undecided_and_none_is_guessed():
    assert read_date("", of_season(2026)) is None
    assert read_date("未定", of_season(2026)) is None
    for typed in ("月底", "2026年13月1日", "2月30日", "2026年12月", "12", "30/12/2026", "0月3日", "13.1"):
        for year_of in (of_season(2026), nearest_to(JANUARY)):
            with pytest.raises(ValueError):  # noqa: PT011
                read_date(typed, year_of)


@pytest.mark.parametrize(
    ("typed", "today", "year"),
    [
        ("12月5日", (2027, 1, 10), 2026),
        ("12.5", (2027, 1, 10), 2026),
        ("1.8", (2027, 1, 10), 2027),
        ("12月5日", (2026, 11, 29), 2026),
        ("1月8日", (2026, 12, 20), 2027),
        ("8.20", (2023, 9, 1), 2023),
        ("2月29日", (2027, 1, 10), 2028),
        ("2025.12.5", (2027, 1, 10), 2025),
        ("12月31日", (9999, 12, 31), 9999),
    ],
)
def test_what_was_sent_is_dated_near_to_today(typed, today, year):
    read = read_date(typed, nearest_to(datetime.date(*today)))
    assert read is not None
    assert read.year == year


def test_dates_of_the_form_are_typed_picked_and_refused(dialog, said):
    sheet = dialog.sheets[0]
    sheet._hand_in.line.setText("12月30日")
    sheet._hand_in.line.editingFinished.emit()
    sheet._meets.pick(QDate(2026, 1, 8))
    assert sheet._hand_in.line.text() == "2025年12月30日"
    assert sheet.file().dates.meeting == datetime.date(2026, 1, 8)
    sheet._meets.line.setText("月底")
    dialog._keep()
    assert said.told == ["没有认出开会日期“月底”，请写成2025年12月30日"]
    sheet._meets.line.clear()
    assert sheet.file().dates.meeting is None
