"""The rows of a form for the days to hand in that are one kind of material's own, below the day of all."""

from __future__ import annotations

from dataclasses import replace

from assistant.templates.template import SUBJECT_LABELS, Dates
from assistant.templates.template_file import TemplateFile
from assistant.ui.dialogs.date_field import DateField, YearOf
from assistant.ui.dialogs.form_rows import FormRows


class OwnDays:
    """Puts the rows into a form and gives back what they say; a material without a day of its own has no row."""

    def __init__(self, rows: FormRows, file: TemplateFile, year_of: YearOf) -> None:
        self._known = file.dates_for or {}
        self.fields: dict[str, DateField] = {}
        self._labels = {subject.value: f"{label}交稿日期" for subject, label in SUBJECT_LABELS.items()}
        for subject, label in self._labels.items():
            known = self._known.get(subject, Dates())
            if known.hand_in:
                self.fields[subject] = DateField(known.hand_in, year_of)
                rows.add(label, self.fields[subject], known.hand_in_said, key=f"hand_in:{subject}")

    def put_into(self, file: TemplateFile) -> TemplateFile:
        """Give a file with these days; one that is cleared is the day of all again. Raises DataError."""
        days = dict(self._known)
        for subject, field in self.fields.items():
            days[subject] = replace(days[subject], hand_in=field.called(self._labels[subject]))
            if not days[subject].hand_in and not days[subject].meeting:
                del days[subject]
        return replace(file, dates_for=days or None)
