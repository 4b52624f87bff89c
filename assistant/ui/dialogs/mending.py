"""全部改正: every change before it is made, by kind of check, each with a tick to take away."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from assistant.review.mending import Mending
from assistant.rules.registry import RULES
from assistant.ui import screens

_MENDING = Qt.ItemDataRole.UserRole
_AROUND = 8  # characters shown on each side of a change
_LONGEST = 40  # characters of a change that are shown


class MendingDialog(QDialog):
    """Shows changes; `chosen` are those still ticked when it is accepted. `where` names the section of a place."""

    def __init__(
        self, parent: QWidget | None, text: str, mendings: Sequence[Mending], where: Callable[[int], str]
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("全部改正")
        intro = QLabel("下列改动不影响文意。请核对，不改的请取消勾选。改后可以一步撤销。")
        intro.setWordWrap(True)
        self._tree = QTreeWidget()
        self._tree.setAccessibleName("拟改正的各处")
        self._tree.setHeaderLabels(["位置", "现在", "改为"])
        self._tree.setUniformRowHeights(True)
        header = self._tree.header()
        header.setStretchLastSection(False)
        header.resizeSection(0, 18 * self.fontMetrics().horizontalAdvance("国"))
        for column in (1, 2):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        self._fill(text, mendings, where)
        self._tree.itemChanged.connect(self._count)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self._accept = buttons.button(QDialogButtonBox.StandardButton.Ok)
        cancel = buttons.button(QDialogButtonBox.StandardButton.Cancel)
        cancel.setText("取消")
        for button in (self._accept, cancel):
            button.setIcon(QIcon())
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        for widget in (intro, self._tree, buttons):
            layout.addWidget(widget)
        self._accept.setDefault(True)
        self._count()
        screens.open_at(self, 860, 560)

    def _fill(self, text: str, mendings: Sequence[Mending], where: Callable[[int], str]) -> None:
        """List the changes under the check that asks for them, in the order of the panel."""
        flags = Qt.ItemFlag.ItemIsUserCheckable
        for rule in RULES:
            own = [each for each in mendings if each.rules[0] == rule.name]
            if not own:
                continue
            kind = QTreeWidgetItem(self._tree, [f"{rule.group.label}　{rule.title}　{len(own)}处"])
            kind.setFlags(kind.flags() | flags | Qt.ItemFlag.ItemIsAutoTristate)
            kind.setFirstColumnSpanned(True)
            for each in own:
                now, then = shown(each, text)
                item = QTreeWidgetItem(kind, [where(each.start), now, then])
                item.setFlags(item.flags() | flags)
                item.setCheckState(0, Qt.CheckState.Checked)
                item.setData(0, _MENDING, each)
                for column in range(3):
                    item.setToolTip(column, item.text(column))
        self._tree.expandAll()
        if first := self._tree.topLevelItem(0):
            self._tree.setCurrentItem(first)

    def _items(self) -> Iterator[QTreeWidgetItem]:
        for row in range(self._tree.topLevelItemCount()):
            if kind := self._tree.topLevelItem(row):
                yield from (child for n in range(kind.childCount()) if (child := kind.child(n)))

    def chosen(self) -> tuple[Mending, ...]:
        """List the changes that are ticked."""
        ticked = (item for item in self._items() if item.checkState(0) is Qt.CheckState.Checked)
        return tuple(item.data(0, _MENDING) for item in ticked)

    def _count(self) -> None:
        count = len(self.chosen())
        self._accept.setText(f"改正这{count}处")
        self._accept.setEnabled(bool(count))


def shown(mending: Mending, text: str) -> tuple[str, str]:
    """Quote a change in its line before and after: 「…谈话▸,◂征求…」 → 「…谈话▸，◂征求…」; no author writes these signs."""
    start, end = mending.span()
    first, line_end = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    past = line_end if line_end >= 0 else len(text)
    before = ("…" if start - first > _AROUND else "") + text[max(first, start - _AROUND) : start]
    after = text[end : min(past, end + _AROUND)] + ("…" if past - end > _AROUND else "")
    now, then = (_short(each) for each in (text[start:end], mending.replacement(text)))
    return f"{before}▸{now}◂{after}", f"{before}▸{then}◂{after}"


def _short(text: str) -> str:
    """Show blanks and line breaks, which are often what is changed."""
    visible = text.replace(" ", "␣").replace("\u3000", "□").replace("\n", "↵")
    return visible if len(visible) <= _LONGEST else f"{visible[: _LONGEST // 2]}…{visible[-_LONGEST // 2 :]}"
