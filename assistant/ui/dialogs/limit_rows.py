"""The rows of a form that limit a material: how long it is for whom, what share problems take, how many there are."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from PySide6.QtWidgets import QCheckBox, QWidget

from assistant.certainty import Certainty
from assistant.templates.template import KIND_LABELS, SUBJECT_LABELS, PartKind, ProblemLimits, Share, Subject
from assistant.templates.template_file import LengthEntry, TemplateFile
from assistant.ui.dialogs import form_fields, usual_parts
from assistant.ui.dialogs.form_fields import Number
from assistant.ui.dialogs.form_rows import FormRows
from assistant.ui.eliding import ElidedChoice

_SHARES = (None, Fraction(1, 2), Fraction(3, 5), Fraction(2, 3), Fraction(7, 10), Fraction(3, 4))
_SHARE_LABELS = {Fraction(1, 2): "一半", Fraction(2, 3): "三分之二", Fraction(3, 4): "四分之三"}
_SHARED = (PartKind.PROBLEMS, PartKind.CAUSE)


class LimitRows:
    """Puts the rows into a form and gives back what they say."""

    def __init__(self, rows: FormRows, file: TemplateFile) -> None:
        self._rows, self._file = rows, file
        self.lengths: dict[Subject, tuple[Number, Number]] = {}
        self.length_rows: dict[Subject, QWidget] = {}
        for subject in SUBJECT_LABELS:
            self._add_length(subject)
        self._add_share()
        self._add_counts()

    def _add_length(self, subject: Subject) -> None:
        label, known = SUBJECT_LABELS[subject], (self._file.lengths or {}).get(subject.value)
        pair = form_fields.length(known.least if known else 0), form_fields.length(known.most if known else 0)
        for box, end in zip(pair, ("最少", "最多"), strict=True):
            box.setAccessibleName(f"{label}字数，{end}")
        self.lengths[subject] = pair
        self.length_rows[subject] = self._rows.add(
            f"{label}字数",
            form_fields.beside(*pair, between="至"),
            known.said if known else "",
            key=f"length:{subject.value}",
            remark=usual_parts.length(self._file, subject),
        )

    def _add_share(self) -> None:
        known = self._file.share
        shares = list(dict.fromkeys((*_SHARES, known.least if known else None)))
        self._share = ElidedChoice()
        for share in shares:
            self._share.addItem(_share_label(share), share)
        self._share.setCurrentIndex(shares.index(known.least if known else None))
        label = f"{'和'.join(KIND_LABELS[kind] for kind in (known.of if known else _SHARED))}占全文"
        of_whom = "、".join(SUBJECT_LABELS[each] for each in known.share_of) if known else ""
        remark = f"只要求{of_whom}" if of_whom else ""
        self._rows.add(label, self._share, known.said if known else "", key="share", remark=remark)

    def _add_counts(self) -> None:
        limits = self._file.problem_limits or ProblemLimits()
        self._per_aspect = Number(20, limits.per_aspect, "未规定")
        self._total = Number(99, limits.total, "未规定")
        self._total.setAccessibleName("全文至少几个问题")
        of_whom = "、".join(SUBJECT_LABELS[each] for each in limits.instances_of)
        self._instances = QCheckBox(f"须附具体事例（{of_whom}）" if of_whom else "须附具体事例")
        self._instances.setChecked(limits.with_instances)
        numbers = form_fields.beside(self._per_aspect, self._total, between="全文至少几个")
        self._rows.add("每个方面至少几个问题", form_fields.above(numbers, self._instances), limits.said, key="problems")

    def put_into(self, file: TemplateFile) -> TemplateFile:
        """Give a file with these limits; what was not changed keeps its source."""
        counts = self._changed_counts()
        return replace(
            file, lengths=self._changed_lengths() or None, share=self._changed_share(), problem_limits=counts
        )

    def _changed_lengths(self) -> dict[str, LengthEntry]:
        known = self._file.lengths or {}
        found: dict[str, LengthEntry] = {}
        for subject, (least, most) in self.lengths.items():
            old, values = known.get(subject.value), (least.typed(), most.typed())
            if old and (old.least, old.most) == values:
                found[subject.value] = old
            elif any(values) or old:
                found[subject.value] = LengthEntry(Certainty.NOTICE, *values)  # 不限 too is said, against the base's
        return found

    def _changed_share(self) -> Share | None:
        least, known = self._share.currentData(), self._file.share
        if known and known.least == least:
            return known
        share_of = known.share_of if known else ()
        return Share(known.of if known else _SHARED, least, share_of=share_of) if least else None

    def _changed_counts(self) -> ProblemLimits | None:
        known = self._file.problem_limits or ProblemLimits()
        values = (self._per_aspect.typed(), self._total.typed(), self._instances.isChecked())
        return ProblemLimits(*values, Certainty.NOTICE, known.said, known.instances_of) if any(values) else None


def _share_label(share: Fraction | None) -> str:
    if share is None:
        return "未规定"
    return f"不少于{_SHARE_LABELS.get(share, f'{float(share):.0%}')}"
