"""快捷键一览: every command of the menus with its keys, and the keys that stand in no menu. Made from the menus themselves."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QMenu,
    QMenuBar,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from assistant.ui import keys, screens
from assistant.ui.buttons import plain_button

# keys that the widgets themselves answer
_ELSEWHERE = (
    ("稿纸", "按词移动；加Shift按词选择", "Ctrl+←、Ctrl+→"),
    ("稿纸", "按段移动；加Shift按段选择", "Ctrl+↑、Ctrl+↓"),
    ("稿纸", "放大、缩小", "Ctrl+滚轮"),
    ("菜单栏", "打开菜单", "Alt+F、Alt+E、Alt+C……"),
    ("提纲", "转到那一节；缺少的部分，插入标题", "回车"),
    ("提纲", "输入标题的前几个字，转到那一行", "直接打字"),
    ("右栏的卡片", "换一张卡片、选按钮、执行、回到稿纸", "↑↓、←→、回车、Esc"),
    ("右栏的标签", "换标签", "←、→"),
    ("上方的提示", "选按钮、执行、回到稿纸", "Tab、空格、Esc"),
    ("查找", "下一处；转到列表；收起", "回车、↓、Esc"),
    ("记一笔", "保存并收起", "Ctrl+回车、Esc"),
)

_RECENT = "最近的文件"


class KeysPage(QDialog):
    """Lists keys; a line narrows them down. What has no key says so: it is reached through its menu."""

    def __init__(self, parent: QWidget | None, bar: QMenuBar) -> None:
        super().__init__(parent)
        self.setWindowTitle("快捷键一览")
        screens.open_at(self, 680, 560)
        self._search = QLineEdit()
        self._search.setPlaceholderText("查找命令或快捷键")
        self._search.setAccessibleName("查找命令或快捷键")
        self._search.textChanged.connect(self._narrow)
        self._list = QTreeWidget()
        self._list.setAccessibleName("快捷键一览")
        self._list.setHeaderLabels(["位置", "命令", "快捷键"])
        self._list.setRootIsDecorated(False)
        for column in (0, 2):
            self._list.header().setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        self._list.header().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        self._list.header().setStretchLastSection(False)
        for row in (*_of_menus(bar), *_ELSEWHERE):
            QTreeWidgetItem(self._list, list(row))
        close = plain_button("关闭", self.reject)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(close)
        layout = QVBoxLayout(self)
        layout.addWidget(self._search)
        layout.addWidget(self._list, 1)
        layout.addLayout(foot)

    def shown(self) -> list[tuple[str, str, str]]:
        """List the rows that are shown."""
        items = (self._list.topLevelItem(n) for n in range(self._list.topLevelItemCount()))
        return [(each.text(0), each.text(1), each.text(2)) for each in items if each and not each.isHidden()]

    def _narrow(self, wanted: str) -> None:
        wanted = wanted.strip().lower()
        for n in range(self._list.topLevelItemCount()):
            if item := self._list.topLevelItem(n):
                item.setHidden(not any(wanted in item.text(column).lower() for column in range(3)))


def _of_menus(bar: QMenuBar) -> Iterator[tuple[str, str, str]]:
    for action in bar.actions():
        menu = QMenu.menuInAction(action)
        if isinstance(menu, QMenu):
            yield from _of_menu(menu, (_bare(action),))


def _of_menu(menu: QMenu, path: Sequence[str]) -> Iterator[tuple[str, str, str]]:
    for action in menu.actions():
        below = QMenu.menuInAction(action)
        if isinstance(below, QMenu) and _bare(action) == _RECENT:
            yield " › ".join(path), _RECENT, ""  # files, no commands
        elif isinstance(below, QMenu):
            yield from _of_menu(below, (*path, _bare(action)))
        elif not action.isSeparator():
            label, _, shown = _bare(action).partition("\t")
            named = "、".join(keys.spoken(key.toString()) for key in action.shortcuts()) or shown
            yield " › ".join(path), label, named


def _bare(action: QAction) -> str:
    """Give a label without the mark of its letter: 文件(&F)."""
    label = action.text().partition("(&")[0].removesuffix("…")
    return action.iconText() if label.startswith(f"{action.iconText()} ") else label  # 撤销 says what would be undone
