"""Columns of numbers in a list: numbers stand to the right, and so do the words above them."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem

RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


def align_headings(tree: QTreeWidget, columns: Iterable[int]) -> None:
    """Put the headings of columns to the right."""
    align(tree.headerItem(), columns)


def align(row: QTreeWidgetItem, columns: Iterable[int]) -> None:
    """Put the cells of a row to the right."""
    for column in columns:
        row.setTextAlignment(column, RIGHT)
