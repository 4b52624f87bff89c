"""检查项目说明: what each check looks for, why, how to mend it, on what it rests, with examples; and its switch."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QTextBrowser,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from assistant.decisions import Decisions
from assistant.review.explanation import Explanation, explanations
from assistant.ui import screens
from assistant.ui.buttons import press_alone
from assistant.ui.dialogs.side_by_side import SideBySide
from assistant.ui.theme import Theme

_EXPLANATION = Qt.ItemDataRole.UserRole


class ChecksDialog(QDialog):
    """Lists all checks beside the explanation of the chosen one; stays open beside the text."""

    switched = Signal(str, bool)  # a check, on or off in this material

    def __init__(self, parent: QWidget | None, theme: Theme) -> None:
        super().__init__(parent)
        self.setWindowTitle("检查项目说明")
        screens.open_at(self, 900, 620)
        self._theme = theme
        self._search = QLineEdit()
        self._search.setPlaceholderText("查找：项目、词语、依据")
        self._search.setAccessibleName("查找检查项目")
        self._search.setClearButtonEnabled(True)
        self._search.textChanged.connect(self._sift)
        self._tree = QTreeWidget()
        self._tree.setHeaderHidden(True)
        self._tree.setAccessibleName("检查项目")
        self._tree.currentItemChanged.connect(self._show)
        self._tree.itemChanged.connect(self._switch)
        theme.changed.connect(self._show_again)
        self._told = QTextBrowser()
        self._told.setAccessibleName("说明")
        self._hint = QLabel("在这份材料里，勾选的项目检查，取消勾选的不再检查；可以撤销。")
        self._hint.setWordWrap(True)
        self._fill()
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        for widget in (self._search, self._tree, self._hint):
            column.addWidget(widget)
        columns = SideBySide(left, self._told, shares=(1, 2))
        buttons = QDialogButtonBox()
        press_alone(buttons.addButton("关闭", QDialogButtonBox.ButtonRole.RejectRole))
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(columns, 1)
        layout.addWidget(buttons)

    def _fill(self) -> None:
        groups: dict[str, QTreeWidgetItem] = {}
        for each in explanations():
            if each.group not in groups:
                groups[each.group] = QTreeWidgetItem(self._tree, [each.group])
                groups[each.group].setFlags(Qt.ItemFlag.ItemIsEnabled)
            item = QTreeWidgetItem(groups[each.group], [each.rule.title])
            item.setData(0, _EXPLANATION, each)
            item.setCheckState(0, Qt.CheckState.Checked)
        self._tree.expandAll()
        self._tree.setCurrentItem(next(self._items()))

    def _items(self) -> Iterator[QTreeWidgetItem]:
        for row in range(self._tree.topLevelItemCount()):
            if group := self._tree.topLevelItem(row):
                yield from (child for n in range(group.childCount()) if (child := group.child(n)))

    def show_switches(self, decisions: Decisions, *, working: bool) -> None:
        """Show which checks are on; where no material is open there is nothing to switch."""
        self._tree.blockSignals(True)  # shown, not switched by hand
        for item in self._items():
            on = item.data(0, _EXPLANATION).rule.is_on(decisions)
            item.setCheckState(0, Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
            flags = item.flags() | Qt.ItemFlag.ItemIsUserCheckable
            item.setFlags(flags if working else flags & ~Qt.ItemFlag.ItemIsUserCheckable)
        self._tree.blockSignals(False)
        self._tree.viewport().update()
        self._hint.setVisible(working)

    def choose(self, rule: str) -> None:
        """Go to a check."""
        self._search.clear()
        for item in self._items():
            if item.data(0, _EXPLANATION).rule.name == rule:
                self._tree.setCurrentItem(item)
        self._tree.setFocus()

    def told(self) -> str:
        """Give the explanation shown as plain text."""
        return self._told.toPlainText()

    def listed(self) -> list[str]:
        """List the checks that the search has left."""
        return [item.text(0) for item in self._items() if not item.isHidden()]

    def _sift(self, sought: str) -> None:
        left: list[QTreeWidgetItem] = []
        for item in self._items():
            item.setHidden(not item.data(0, _EXPLANATION).holds(sought))
            left += [] if item.isHidden() else [item]
        for row in range(self._tree.topLevelItemCount()):
            if group := self._tree.topLevelItem(row):
                group.setHidden(not any(item.parent() is group for item in left))
        if left and self._tree.currentItem() not in left:
            self._tree.setCurrentItem(left[0])
        elif not left:
            self._told.setPlainText("没有找到，请换一个词再查找。")

    def _show(self, item: QTreeWidgetItem | None) -> None:
        explanation: Explanation | None = item.data(0, _EXPLANATION) if item else None
        if explanation:
            self._told.setHtml(_page(explanation, self._theme))

    def _show_again(self) -> None:
        self._show(self._tree.currentItem())

    def _switch(self, item: QTreeWidgetItem) -> None:
        explanation: Explanation | None = item.data(0, _EXPLANATION)
        if explanation:
            self.switched.emit(explanation.rule.name, item.checkState(0) is Qt.CheckState.Checked)


def _page(each: Explanation, theme: Theme) -> str:
    """Write an explanation as HTML."""
    lines = [f"<h3>{escape(each.rule.title)}</h3>"]
    rows = (*each.told, ("依据", each.rule.basis), ("程度", each.when))
    lines += [f"<p><b>{label}</b>　{escape(text)}</p>" for label, text in rows]
    for example in each.wrong:
        lines += [_quoted("示例（会提示）", example.marked, theme, sign="×")]
        if example.fixed is not None:
            lines += [_quoted("改后", example.fixed, theme, sign="✓")]
    lines += [_quoted("示例（不提示）", example.marked, theme, sign="✓") for example in each.right]
    return "".join(lines)


def _quoted(label: str, text: str, theme: Theme, *, sign: str) -> str:
    """Quote an example, underlining what ⟦⟧ enclose; nothing between them is a place, shown by a caret."""
    faint, accent, desk = (theme.colors[role] for role in ("faint", "accent", "desk"))
    shown = escape(text.strip("\n")).replace("⟦⟧", f'<b style="color:{accent}">‸</b>')
    shown = re.sub("⟦([^⟧]*)⟧", rf'<u style="color:{accent}">\1</u>', shown).replace("\n", "<br>")
    return (
        f'<p style="color:{faint}; margin-bottom:2px">{sign} {label}</p>'
        f'<table width="100%" cellpadding="6" style="background:{desk}"><tr><td>{shown}</td></tr></table>'
    )
