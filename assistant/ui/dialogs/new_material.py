"""Choosing the template (本次要求): year, meeting, subject, frame; with the outline it leads to.

Serves both a new material and the exchange of an open one's template.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from assistant.decisions import Profile
from assistant.files import template_shelf
from assistant.files.draft import TemplateChoice
from assistant.files.own_shelf import OwnFile
from assistant.files.references import Read
from assistant.files.template_shelf import Entry
from assistant.templates import seasons
from assistant.templates.template import MEETING_LABELS, SUBJECT_LABELS, MeetingKind, Subject, Template
from assistant.ui import pasted, screens
from assistant.ui.dialogs.earlier_file import EarlierFile, Way
from assistant.ui.dialogs.measured_form import MeasuredForm
from assistant.ui.dialogs.notice_strip import NoticeStrip
from assistant.ui.dialogs.outline_preview import OutlinePreview
from assistant.ui.dialogs.side_by_side import SideBySide
from assistant.ui.eliding import ElidedChoice
from assistant.ui.scrolling import scrolled

_SUBJECTS = {
    MeetingKind.DEMOCRATIC: (Subject.INDIVIDUAL, Subject.LEADERSHIP),
    MeetingKind.ORGANIZATIONAL: (Subject.MEMBER, Subject.BRANCH),
}


@dataclass(frozen=True, slots=True)
class NewMaterial:
    """What the writer chose; `earlier` is a material of his own that serves the new one in a `way`, `listed` last year's 整改清单."""

    template: Template
    choice: TemplateChoice
    profile: Profile
    source: Path | None = None  # the file of `earlier`
    earlier: Read | None = None
    listed: Read | None = None
    way: Way = Way.ANEW


class NewMaterialDialog(QDialog):
    """Asks for the template. `exchange` asks for no name and no file: the text is there already."""

    def __init__(
        self,
        parent: QWidget | None,
        today: datetime.date,
        profile: Profile,
        *,
        current: Template | None = None,
        source: Path | None = None,
        exchange: bool = False,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("更换本次要求" if exchange else "新建材料")
        self._season = seasons.of_day(today)
        self._offered: list[tuple[Template, TemplateChoice]] = []
        self._year, self._meeting, self._subject, self._variant, self._frame = (ElidedChoice() for _ in range(5))
        self._variant.setMinimumContentsLength(26)
        self._variant.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._unit, self._post, self._name = (QLineEdit(text) for text in (profile.unit, profile.post, profile.name))
        self._told = QLabel()
        self._told.setWordWrap(True)
        self._told.setObjectName("faint")
        self._preview = OutlinePreview()
        self._earlier: EarlierFile | None = None  # none where a template is exchanged
        self._settled = False  # a notice was kept, or a template chosen by hand: no file read later changes that
        self._lay_out(exchange=exchange)
        self._fill(current)
        if self._earlier and source:
            self._earlier.open(source, profile.name)
        screens.open_at(self, 860, 600)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let a notice that is pasted into the line of a name, where it cannot be meant to stand, be read."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            held = QGuiApplication.clipboard().mimeData()
            if event.matches(QKeySequence.StandardKey.Paste) and (
                pasted.file_of(held) or "\n" in pasted.text_of(held).strip()
            ):
                self.strip.paste()
                return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste):  # as one drops it
            self.strip.paste()
        else:
            super().keyPressEvent(event)

    def _lay_out(self, *, exchange: bool) -> None:
        self._form = MeasuredForm()
        self._form.setLabelAlignment(Qt.AlignmentFlag.AlignRight)
        rows: list[tuple[str, QWidget]] = [("年度", self._year), ("会议", self._meeting), ("材料类别", self._subject)]
        rows += [("要求", self._variant), ("查摆哪几个方面", self._frame)]
        if not exchange:
            rows += [
                ("单位", self._unit),
                ("职务", self._post),
                ("姓名", self._name),
            ]
        for label, widget in rows:
            self._form.addRow(label, widget)
        if not exchange:
            self._earlier = EarlierFile(self._form)
            self._earlier.read.connect(self._follow_earlier)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self._begin = buttons.button(QDialogButtonBox.StandardButton.Ok)
        self._begin.setText("更换本次要求" if exchange else "开始写")
        buttons.button(QDialogButtonBox.StandardButton.Cancel).setText("取消")
        for button in buttons.buttons():
            button.setIcon(QIcon())  # some styles put pictures on these two
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        fields = QWidget()
        left = QVBoxLayout(fields)
        left.setContentsMargins(0, 0, 8, 0)
        left.addLayout(self._form)
        left.addWidget(self._told)
        left.addStretch(1)
        columns = SideBySide(scrolled(fields), self._preview, shares=(3, 2))
        whole = QVBoxLayout(self)
        self.strip = NoticeStrip()
        self.strip.kept.connect(self.take_own)
        for line in (self._unit, self._post, self._name):
            line.installEventFilter(self)
        whole.addWidget(self.strip)
        whole.addWidget(columns, 1)
        whole.addWidget(buttons)
        self._year.currentIndexChanged.connect(self._list_templates)
        self._meeting.currentIndexChanged.connect(self._list_subjects)
        self._subject.currentIndexChanged.connect(self._list_templates)
        self._variant.currentIndexChanged.connect(self._list_frames)
        self._frame.currentIndexChanged.connect(self._show_preview)
        for box in (self._year, self._meeting, self._subject, self._variant, self._frame):
            box.activated.connect(self._settle)

    def _settle(self) -> None:
        """Remember that the template is the writer's choice."""
        self._settled = True

    def _follow_earlier(self) -> None:
        """Take from an earlier material who wrote it, and, where nothing is settled yet, for which meeting and whom."""
        earlier = self._earlier.earlier if self._earlier else None
        if earlier is None or self._earlier is None:
            return
        for box, value in zip((self._unit, self._post, self._name), self._earlier.profile(), strict=True):
            if value:
                box.setText(value)
        former = earlier.last.template
        if former and not self._settled and self._meeting.findData(former.meeting) >= 0:
            self.choose(self._season, former.meeting, former.subject)

    # Filling the boxes

    def _fill(self, current: Template | None) -> None:
        years = {entry.year for entry in template_shelf.entries() if entry.year}
        for year in sorted(years | {self._season}, reverse=True):
            self._year.addItem(f"{year}年度", year)
        for kind, label in MEETING_LABELS.items():
            self._meeting.addItem(label, kind)
        self._list_subjects()
        if current is not None:
            for box, value in ((self._meeting, current.meeting), (self._subject, current.subject)):
                box.setCurrentIndex(max(box.findData(value), 0))
        self._year.setCurrentIndex(max(self._year.findData(self._season), 0))
        if current is None:
            self._prefer_own()
        self._list_templates()

    def _prefer_own(self) -> None:
        """Begin with what the writer's own templates of the season are for, where they are not for the usual."""
        served = [
            (each.meeting, each.subject)
            for each in template_shelf.entries()
            if each.own and self._is_of(each, self._season)
        ]
        if served and (self._meeting.currentData(), self._subject.currentData()) not in served:
            self.choose(self._season, *served[0])

    @staticmethod
    def _is_of(entry: Entry, year: int) -> bool:
        return entry.year == year or (entry.own is not None and entry.year is None)

    def _tell_of_years(self) -> None:
        """Say of the season's year whether there is a template for the meeting and subject chosen."""
        wanted = (self._meeting.currentData(), self._subject.currentData())
        asked = [each for each in template_shelf.entries() if (each.meeting, each.subject) == wanted]
        for index in range(self._year.count()):
            year = self._year.itemData(index)
            known = year < self._season or any(self._is_of(each, year) for each in asked)
            self._year.setItemText(index, f"{year}年度" if known else f"{year}年度（通知未到，先用通用提纲）")

    def choose(self, year: int, meeting: MeetingKind, subject: Subject) -> None:
        """Set the three boxes, as a person would."""
        for box, value in ((self._year, year), (self._meeting, meeting), (self._subject, subject)):
            box.setCurrentIndex(box.findData(value))

    def take_own(self, kept: tuple[OwnFile, ...]) -> None:
        """Choose the template that was just made of a notice or came in, for the subject chosen if it serves that."""
        self._settle()
        templates = [template for own in kept for template in own.templates]
        subject = self._subject.currentData()
        template = next((each for each in templates if each.subject is subject), templates[0])
        year = template.year or self._year.currentData()
        if self._year.findData(year) < 0:
            self._year.insertItem(0, f"{year}年度", year)
        self.choose(year, template.meeting, template.subject)
        self._list_templates()
        self._variant.setCurrentIndex([each.id for each, _ in self._offered].index(template.id))
        asked = (self._unit, self._post, self._name) if self._earlier else ()
        next((box for box in asked if not box.text().strip()), self._begin).setFocus()  # what is to be done next

    def _list_subjects(self) -> None:
        self._subject.blockSignals(True)  # one list is exchanged for another
        self._subject.clear()
        for subject in _SUBJECTS[self._meeting.currentData()]:
            self._subject.addItem(SUBJECT_LABELS[subject], subject)
        self._subject.blockSignals(False)
        self._list_templates()

    def _list_templates(self) -> None:
        year, meeting, subject = (box.currentData() for box in (self._year, self._meeting, self._subject))
        if year is None or meeting is None or subject is None:
            return
        self._tell_of_years()
        self._offered = list(template_shelf.choices(year, meeting, subject))
        self._variant.blockSignals(True)
        self._variant.clear()
        for label in template_shelf.labels(self._offered):
            self._variant.addItem(label)
            self._variant.setItemData(self._variant.count() - 1, label, Qt.ItemDataRole.ToolTipRole)
        self._variant.view().setMinimumWidth(self._variant.view().sizeHintForColumn(0))
        self._variant.blockSignals(False)
        self._form.setRowVisible(self._variant, len(self._offered) > 1)
        self._list_frames()

    def _list_frames(self) -> None:
        template = self._template()
        frames = template.frames if template else ()
        self._frame.blockSignals(True)
        self._frame.clear()
        for frame in frames:
            self._frame.addItem(
                "一般用这几个方面" if template and frame.name == template.name else frame.name, frame.name
            )
        self._frame.blockSignals(False)
        self._form.setRowVisible(self._frame, len(frames) > 1)
        self._show_preview()

    def _template(self) -> Template | None:
        index = self._variant.currentIndex()
        return self._offered[index][0] if 0 <= index < len(self._offered) else None

    def _show_preview(self) -> None:
        template = self._chosen()
        self._preview.show_template(template)
        if template is None:
            return
        if self._earlier:
            self._earlier.hold_against(self._year.currentData())
        theme = f"主题：{template.theme.text}（{template.theme.certainty.label}）。" if template.theme else ""
        self._told.setText(f"{theme}{template.note}")

    # The answer

    def _chosen(self) -> Template | None:
        template = self._template()
        return template_shelf.with_frame(template, self._frame.currentData() or "") if template else None

    def chosen(self) -> NewMaterial | None:
        """Give what was chosen; None where nothing fits."""
        template = self._chosen()
        if template is None:
            return None
        choice = self._offered[self._variant.currentIndex()][1]._replace(frame=self._frame.currentData() or "")
        profile = Profile(*(box.text().strip() for box in (self._unit, self._post, self._name)))
        if self._earlier is None:
            return NewMaterial(template, choice, profile)
        chosen = self._earlier
        return NewMaterial(template, choice, profile, chosen.path, chosen.earlier, chosen.listed, chosen.way)
