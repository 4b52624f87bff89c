"""Rows of several lines, each as high as all of its text."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtWidgets import QListView, QStyle, QStyleOptionViewItem

from assistant.ui.dialogs.kept_color import KeptColor

_ROOM = 4  # pixels between two rows
_ANYTHING = 100_000  # pixels down


class WrappedRows(KeptColor):
    """Measures a row for the width that is left beside a scroll bar and a tick.

    Qt measures for the view's width before the scroll bar has come; the last line of a row is then cut off.
    """

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view
        view.setResizeMode(QListView.ResizeMode.Adjust)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        self.initStyleOption(option, index)
        style = self._view.style()
        bar = style.pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent)
        width = self._view.width() - 2 * self._view.frameWidth() - bar
        option.rect = QRect(0, 0, width, _ANYTHING)
        box = style.subElementRect(QStyle.SubElement.SE_ItemViewItemText, option, self._view)
        margin = style.pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin) + 1
        flags = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft
        text = option.fontMetrics.boundingRect(
            QRect(0, 0, max(box.width() - 2 * margin, 1), _ANYTHING), int(flags), option.text
        )
        return QSize(width, max(text.height() + _ROOM, super().sizeHint(option, index).height()))
