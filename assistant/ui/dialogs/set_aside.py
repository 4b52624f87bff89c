"""已忽略的提示: all that the writer has set aside in this material, each with the way back."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from assistant.review.setting_aside import KINDS, Entry
from assistant.ui import screens

_ENTRY = Qt.ItemDataRole.UserRole


class SetAsideDialog(QDialog):
    """Lists what is set aside; stays open beside the text and follows it."""

    taken_back = Signal(Entry)
    all_taken_back = Signal()

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle("已忽略的提示")
        screens.open_at(self, 620, 420)
        self._told = QLabel()
        self._told.setWordWrap(True)
        self._tree = QTreeWidget()
        self._tree.setAccessibleName("已忽略的提示")
        self._tree.setHeaderLabels(["内容", "说明"])
        self._tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self._tree.header().setStretchLastSection(False)
        self._tree.header().resizeSection(1, 16 * self.fontMetrics().horizontalAdvance("国"))
        self._tree.currentItemChanged.connect(self._enable)
        self._tree.itemDoubleClicked.connect(self._take_back)
        self._back = QPushButton("重新提示这一条")
        self._back.clicked.connect(self._take_back)
        self._all = QPushButton("全部重新提示")
        self._all.clicked.connect(self.all_taken_back)
        close = QPushButton("关闭")
        close.clicked.connect(self.reject)
        row = QHBoxLayout()
        for button in (self._back, self._all, close):
            row.addWidget(button)
        row.insertStretch(2, 1)
        self._back.setDefault(True)
        layout = QVBoxLayout(self)
        layout.addWidget(self._told)
        layout.addWidget(self._tree, 1)
        layout.addLayout(row)

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """List what is set aside now, and stay at the same place of the list."""
        at = next((n for n, item in enumerate(self._rows()) if item is self._tree.currentItem()), 0)
        self._tree.clear()
        for field, label in KINDS.items():
            own = [entry for entry in entries if entry.field == field]
            kind = QTreeWidgetItem(self._tree, [f"{label}　{len(own)}条"])
            kind.setFlags(Qt.ItemFlag.ItemIsEnabled)
            kind.setHidden(not own)
            for entry in own:
                item = QTreeWidgetItem(kind, [entry.title, entry.told])
                item.setData(0, _ENTRY, entry)
                item.setToolTip(0, entry.title)
                item.setToolTip(1, entry.told)
        self._tree.expandAll()
        rows = self._rows()
        if rows:
            self._tree.setCurrentItem(rows[min(at, len(rows) - 1)])
        self._told.setText(
            "选中一条，按回车或点“重新提示这一条”，就会重新提示。" if entries else "这份材料没有已忽略的提示。"
        )
        self._all.setEnabled(bool(entries))
        self._enable()

    def _rows(self) -> list[QTreeWidgetItem]:
        kinds = (self._tree.topLevelItem(n) for n in range(self._tree.topLevelItemCount()))
        return [child for kind in kinds if kind for n in range(kind.childCount()) if (child := kind.child(n))]

    def _entry(self) -> Entry | None:
        item = self._tree.currentItem()
        return item.data(0, _ENTRY) if item else None

    def _enable(self) -> None:
        self._back.setEnabled(self._entry() is not None)

    def _take_back(self) -> None:
        if entry := self._entry():
            self.taken_back.emit(entry)
