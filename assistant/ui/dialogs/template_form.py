"""One template (本次要求) as a form: every value can be corrected, beside the sentence of the notice it came from."""

from __future__ import annotations

import datetime
from contextlib import nullcontext, suppress
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from assistant.certainty import Certainty
from assistant.files import layouts, shipped_shelf
from assistant.strict_toml import DataError
from assistant.templates import own_template, seasons
from assistant.templates.notice import standing
from assistant.templates.notice.standing import Standing
from assistant.templates.notice.values import NoticeTemplate
from assistant.templates.template import MEETING_LABELS, SUBJECT_LABELS, Dates, Theme
from assistant.templates.template_file import TemplateFile
from assistant.ui.buttons import link_button, press_alone
from assistant.ui.dialogs import field_kinds, part_sizes, template_entries, usual_parts
from assistant.ui.dialogs.date_field import DateField, of_season, written
from assistant.ui.dialogs.file_name_field import FileNameField
from assistant.ui.dialogs.form_fields import FIRST_YEAR, Year
from assistant.ui.dialogs.form_rows import FormRows
from assistant.ui.dialogs.limit_rows import LimitRows
from assistant.ui.dialogs.own_days import OwnDays
from assistant.ui.dialogs.row_band import RowBand
from assistant.ui.dialogs.row_list import ListRow, RowList
from assistant.ui.eliding import ElidedChoice


class TemplateForm(QScrollArea):
    """The values of one template file; `file` gives them back as corrected."""

    sentence_wanted = Signal(str)

    def __init__(self, file: TemplateFile, today: datetime.date, asked: NoticeTemplate | None = None) -> None:
        """Show a file; `asked` is what was read of the notice that it was just made of."""
        super().__init__()
        self._file, self._today = file, today
        self._unasked = Standing.OUTLINE.value if asked else ""
        self._previous = file.meeting_before
        self.setAccessibleName("本次要求各项")
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its fields have it
        inside = QWidget()
        inside.setObjectName("sheet")
        self._column = QVBoxLayout(inside)
        self.rows = FormRows(self, standing.rows(asked) if asked else {})
        self.rows.sentence_wanted.connect(self.sentence_wanted)
        self._row = self.rows.add
        self._column.addLayout(self.rows.form)
        self.rows.come_to.connect(RowBand(inside, self.rows.form).show_behind)
        self._column.addStretch(1)
        self.setWidget(inside)
        self._make_head(file)
        self._make_lists(file)
        self.limits = LimitRows(self.rows, file)
        self._show_subjects()
        self._meeting.currentIndexChanged.connect(self._follow_meeting)
        self._make_rest(file)

    @property
    def label(self) -> str:
        """How the sheet is called among several."""
        subjects = [SUBJECT_LABELS[subject] for subject, box in self._subjects.items() if box.isChecked()]
        return f"{MEETING_LABELS[self._meeting.currentData()]}·{'、'.join(subjects)}"

    def take_focus(self) -> None:
        """Go to the first field."""
        self._meeting.setFocus()

    def show_next(self, *, afresh: bool = False) -> None:
        """Go to the next row to be checked and scroll all of it into sight."""
        if row := self.rows.next_open(afresh=afresh):
            self.ensureWidgetVisible(row)

    # Making

    def _make_head(self, file: TemplateFile) -> None:
        self._meeting = ElidedChoice()
        for kind, label in MEETING_LABELS.items():
            self._meeting.addItem(label, kind)
        self._meeting.setCurrentIndex(self._meeting.findData(file.meeting))
        self._year = Year(file.year or 0, seasons.of_day(self._today))
        self._name = QLineEdit(file.name)
        self._subjects = {subject: QCheckBox(label) for subject, label in SUBJECT_LABELS.items()}
        subjects = QWidget()
        row = QHBoxLayout(subjects)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * self.fontMetrics().horizontalAdvance("国"))  # else a label seems to belong to the next box
        for subject, box in self._subjects.items():
            box.setChecked(subject in file.subjects)
            row.addWidget(box)
        row.addStretch(1)
        self._theme = QPlainTextEdit(file.theme.text if file.theme else "")
        self._theme.setTabChangesFocus(True)
        self._theme.setFixedHeight(3 * self._theme.fontMetrics().lineSpacing() + 16)
        self._row("会议", self._meeting, key="meeting")
        self._row("年度", self._year, key="year")
        self._row("会议名称", self._name, key="name")
        self._row("材料类别", subjects, key="subjects")
        self._row("会议主题", self._theme, file.theme.said if file.theme else "", key="theme")
        self._year.valueChanged.connect(self._follow_year)

    def _show_subjects(self) -> None:
        fitting = own_template.subjects_of(self._meeting.currentData())
        for subject, box in self._subjects.items():
            box.setVisible(subject in fitting)
            self.rows.form.setRowVisible(self.limits.length_rows[subject], subject in fitting)

    def _based(self) -> TemplateFile:
        """Give the file with what decides on its usual parts as it stands now."""
        return usual_parts.of_meeting(replace(self._file, previous=self._previous), self._meeting.currentData())

    def _follow_meeting(self) -> None:
        """Go over to what is usual at another meeting: its name, whom it is for, its parts."""
        meeting, year = self._meeting.currentData(), self._year.value()
        self._show_subjects()
        if self._name.text().lstrip("0123456789") in own_template.MEETING_NAMES.values():
            self._name.setText(f"{year or ''}{own_template.MEETING_NAMES[meeting]}")
        if not any(self._subjects[subject].isChecked() for subject in own_template.subjects_of(meeting)):
            for subject in own_template.subjects_of(meeting):
                self._subjects[subject].setChecked(True)
        self._previous = self._meeting_before()
        self._parts.show_rows(usual_parts.part_rows(self._based(), self._unasked))

    def _follow_year(self, year: int) -> None:
        """Put the year before the usual names, and the meeting before it into the parts that report on that one.

        A name that the writer has worded himself stays, and so does what is reported on there.
        """
        name = self._name.text().lstrip("0123456789")
        if year and name in own_template.MEETING_NAMES.values():
            self._name.setText(f"{year}{name}")
            former, self._previous = self._previous, self._meeting_before()
            self._parts.reword(former, self._previous)

    def _meeting_before(self) -> str:
        """Name the meeting whose measures are reported on; what the file says of its own year and meeting stands."""
        meeting, year = self._meeting.currentData(), self._year.value()
        if meeting is self._file.meeting and self._file.year in (year, None):
            return self._file.meeting_before
        return shipped_shelf.previous_meeting(year, meeting) if year else f"上{own_template.MEETING_NAMES[meeting]}"

    def _make_lists(self, file: TemplateFile) -> None:
        self._aspects = RowList("方面", "带头", sized=True)
        self._aspects.show_rows(template_entries.aspect_rows(file))
        self._parts = RowList("材料的各部分", "", sized=True)
        self._parts.show_rows(usual_parts.part_rows(file, self._unasked))
        add_known = link_button("添加常见部分…")
        press_alone(add_known)
        add_known.clicked.connect(partial(self._offer_parts, add_known))
        self._parts.put_button(add_known)
        for each, label, key in ((self._aspects, "查摆的方面", "aspects"), (self._parts, "各部分", "parts")):
            each.sentence_wanted.connect(self.sentence_wanted)
            self._row(label, each, key=key)

    def _offer_parts(self, button: QPushButton) -> None:
        menu = QMenu(self)
        for row in self.parts_to_add():
            menu.addAction(row.text, partial(self.add_part, row))
        menu.exec(button.mapToGlobal(button.rect().bottomLeft()))
        menu.deleteLater()

    def parts_to_add(self) -> list[ListRow]:
        """List the usual parts that are not asked for yet."""
        return usual_parts.rows_to_add(self._based(), self._parts.rows())

    def add_part(self, row: ListRow) -> None:
        """Put a usual part where it usually stands."""
        self._parts.insert(usual_parts.place(self._based(), self._parts.rows(), row), row)

    def _make_rest(self, file: TemplateFile) -> None:
        dates = file.dates or Dates()
        self._hand_in, self._meets = (DateField(day, self._year_of) for day in (dates.hand_in, dates.meeting))
        self._row("交稿日期", self._hand_in, dates.hand_in_said, key="hand_in")
        self.own_days = OwnDays(self.rows, file, self._year_of)
        self._row("开会日期", self._meets, dates.meeting_said, key="meets")
        self._layout = ElidedChoice()
        self._layout.addItem("由起草人自选", "")
        for layout in layouts.every():
            self._layout.addItem(layout.name, layout.id)
        self._layout.setCurrentIndex(max(self._layout.findData(file.layout), 0))
        self._file_name = FileNameField(file.file_name)
        self._words = QLineEdit("、".join(file.unit_words))
        self._words.setPlaceholderText("本单位的专名、简称，用顿号分开，检查时不再提示")
        self._row("Word版式", self._layout, key="layout")
        self._row("文件名", self._file_name, key="file_name")
        self._name.textChanged.connect(self._show_file_name)
        self._year.valueChanged.connect(self._show_file_name)
        self._show_file_name()
        self._row("本单位用语", self._words)

    def _show_file_name(self) -> None:
        self._file_name.show_for(self._name.text().strip(), self._season())

    def _year_of(self, month: int, day: int) -> int:
        return of_season(self._season())(month, day)

    def _season(self) -> int:
        """Give the year under review, today's as long as it is open."""
        return self._year.value() or seasons.of_day(self._today)

    def doubt(self, *, kept: bool) -> str:
        """Say what is unlikely in the dates, "" where nothing is. Raises DataError.

        Of a file that was `kept` before, dates that stay are not asked about again.
        """
        dates = self._changed_dates()
        if not dates or not dates.hand_in or (kept and dates == self._file.dates):
            return ""
        said = f"交稿日期{written(dates.hand_in)}"
        doubts = [f"{said}已过，请核对。"] if dates.hand_in < self._today else []
        if dates.meeting and dates.meeting < dates.hand_in:
            doubts.append(f"{said}在开会日期{written(dates.meeting)}之后，请核对。")
        return "\n".join(doubts)

    def state(self) -> tuple[object, ...]:
        """Give all that stands in the fields, to tell whether anything was changed."""
        typing = [line.text() for line in self.findChildren(QLineEdit)]  # of a number not taken over yet, too
        return (field_kinds.values(self), typing)

    # The answer

    def file(self) -> TemplateFile:
        """Give the template as corrected. Raises DataError with what is still to be filled in."""
        meeting = self._meeting.currentData()
        subjects = tuple(s for s in own_template.subjects_of(meeting) if self._subjects[s].isChecked())
        name, aspects = self._name.text().strip(), template_entries.aspects(self._aspects.rows(), self._file.subjects)
        for lacking, what in ((not name, "会议名称"), (not subjects, "材料类别"), (not aspects, "查摆的方面")):
            if lacking:
                raise DataError(f"还没有填{what}。")
        if 0 < self._year.typed() < FIRST_YEAR:
            raise DataError(f"年度请写成四位数，如{seasons.of_day(self._today)}。")
        return self._changed(self._file)

    def held(self) -> TemplateFile:
        """Give the template as far as it is filled in, for the journal; what cannot be taken over yet stays as it was."""
        return self._changed(self._file, held=True)

    def _changed(self, file: TemplateFile, *, held: bool = False) -> TemplateFile:
        for step in (self._with_head, self._with_aspects, self._with_dates, self._with_rest, self._with_parts):
            with suppress(DataError) if held else nullcontext():
                file = step(file, held=held)
        return file

    def _with_head(self, file: TemplateFile, **_: bool) -> TemplateFile:
        meeting = self._meeting.currentData()
        base = file.base if meeting is file.meeting else meeting.value
        changed = replace(file, meeting=meeting, base=base, year=self._year.typed() or None)
        changed = own_template.revised(replace(changed, previous=self._previous), self._file)
        subjects = tuple(s for s in own_template.subjects_of(meeting) if self._subjects[s].isChecked())
        changed = replace(changed, name=self._name.text().strip(), subjects=subjects, theme=self._changed_theme())
        return self.limits.put_into(changed)

    def _with_aspects(self, file: TemplateFile, *, held: bool) -> TemplateFile:
        rows = part_sizes.with_known(self._aspects.held()) if held else self._aspects.rows()
        aspects = template_entries.aspects(rows, self._file.subjects)
        unchanged = aspects == template_entries.first_aspects(self._file)
        return file if unchanged else replace(file, aspects=aspects, frames=())

    def _with_rest(self, file: TemplateFile, **_: bool) -> TemplateFile:
        words = tuple(filter(None, (each.strip() for each in self._words.text().replace("，", "、").split("、"))))
        file = replace(file, layout=self._layout.currentData(), unit_words=words)
        return replace(file, file_name=self._file_name.pattern())

    def _with_dates(self, file: TemplateFile, **_: bool) -> TemplateFile:
        return self.own_days.put_into(replace(file, dates=self._changed_dates()))

    def _with_parts(self, file: TemplateFile, *, held: bool) -> TemplateFile:
        rows = part_sizes.with_known(self._parts.held()) if held else self._parts.rows()
        order, parts = template_entries.parts(rows, self._based())
        return replace(file, order=order, parts=parts)

    def _changed_theme(self) -> Theme | None:
        text, known = self._theme.toPlainText().strip().replace("\n", ""), self._file.theme
        if known and known.text == text:
            return known
        return Theme(text, Certainty.NOTICE) if text else None

    def _changed_dates(self) -> Dates | None:
        known = self._file.dates or Dates()
        hand_in, meets = self._hand_in.called("交稿日期"), self._meets.called("开会日期")
        return Dates(hand_in, meets, known.hand_in_said, known.meeting_said) if hand_in or meets else None
