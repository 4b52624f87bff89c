"""What a form needs to know of each kind of field: its value, and the signals of a change, by hand or by the program.

A new kind of field is one more row of KINDS.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPlainTextEdit, QSpinBox, QWidget

from assistant.ui.dialogs.row_list import RowList


class FieldKind(NamedTuple):
    """A kind of field. Its value is false where nothing stands in it; `by_hand` tells of what the writer does alone."""

    widget: type[QWidget]
    value: Callable[[Any], object]
    by_hand: Callable[[Any], tuple[SignalInstance, ...]]
    changed: Callable[[Any], SignalInstance]


KINDS = (
    FieldKind(
        RowList, lambda f: tuple((row.text, row.size) for row in f.rows()), lambda f: (f.changed,), lambda f: f.changed
    ),
    FieldKind(QPlainTextEdit, lambda f: f.toPlainText().strip(), lambda f: (f.textChanged,), lambda f: f.textChanged),
    FieldKind(QComboBox, lambda f: f.currentData(), lambda f: (f.activated,), lambda f: f.currentIndexChanged),
    FieldKind(
        QSpinBox,
        lambda f: f.value(),  # what is being typed is none yet
        lambda f: (f.valueChanged, f.lineEdit().textEdited),
        lambda f: f.valueChanged,
    ),
    FieldKind(QCheckBox, lambda f: f.isChecked(), lambda f: (f.clicked,), lambda f: f.toggled),
    FieldKind(QLineEdit, lambda f: f.text().strip(), lambda f: (f.textEdited,), lambda f: f.textChanged),
)


def fields(whole: QWidget) -> Iterator[tuple[QWidget, FieldKind]]:
    """Yield the fields in a widget, each with its kind; the line inside a number or a choice is none of its own."""
    for each in whole.findChildren(QWidget):
        if isinstance(each.parentWidget(), QSpinBox | QComboBox):
            continue
        if kind := next((kind for kind in KINDS if isinstance(each, kind.widget)), None):
            yield each, kind


def values(whole: QWidget) -> tuple[object, ...]:
    """Give what stands in the fields of a widget."""
    return tuple(kind.value(field) for field, kind in fields(whole))
