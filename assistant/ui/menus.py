"""The menu bar and the toolbar, there from the start, and the actions that stand in both. Their keys stand in `keys`.

What else stands in the menus is `menu_entries`' business; it comes after the first paint.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeySequence, QUndoStack
from PySide6.QtWidgets import QMainWindow

from assistant.ui import keys
from assistant.ui.menu_actions import MenuActions
from assistant.ui.menu_windows import MenuWindows
from assistant.ui.panels.toolbar import ToolBar
from assistant.ui.theme import Theme
from assistant.ui.work.files import Files

_TITLES = ("文件(&F)", "编辑(&E)", "检查(&C)", "要求(&R)", "去年(&L)", "查看(&V)", "帮助(&H)")


class Menus(QObject):
    """The actions of a window that are known before anything else is."""

    find_wanted = Signal()
    mend_all_wanted = Signal()
    focus_toggled = Signal(bool)  # 只看正文: only the page, or all
    last_year_toggled = Signal(bool)  # the panel 去年 is to be seen, or no longer
    page_wanted = Signal()  # what was chosen is done on the page, which has to be seen for it
    links_toggled = Signal(bool)  # the table 问题—原因—措施
    returned_toggled = Signal(bool)  # the panel 审改稿, the same

    def __init__(
        self, window: QMainWindow, theme: Theme, *, files: Files, history: QUndoStack, opens: MenuWindows
    ) -> None:
        super().__init__(window)
        self.opens = opens
        self.actions = MenuActions(window, files)
        self.actions.page_wanted.connect(self.page_wanted)
        self.in_bar = [window.menuBar().addMenu(title) for title in _TITLES]
        make, toggle, name = self.actions.make, self.actions.make_toggle, self.actions.name
        self.new = name(make("新建", files.new, always=True), "新建…", keys.NEW)
        self.open = name(make("打开", files.open, always=True), "打开…", keys.OPEN)
        self.save = name(make("保存", files.save, stays=True), "保存", keys.SAVE)
        self.undo = history.createUndoAction(window, "撤销")
        self.redo = history.createRedoAction(window, "恢复")
        for action, label, shortcuts in ((self.undo, "撤销", keys.UNDO), (self.redo, "恢复", keys.REDO)):
            action.setIconText(label)  # in the toolbar always as wide; the menu says what would be undone
            action.setShortcuts([QKeySequence(key) for key in keys.every(shortcuts)])
        self.find = name(make("查找", self.find_wanted.emit), "查找…", keys.FIND)
        self.last_year = name(toggle("去年", self.last_year_toggled.emit), "与去年对照", keys.LAST_YEAR)
        self.links = name(toggle("问题—原因—措施", self.links_toggled.emit), "问题—原因—措施", keys.LINKS)
        self.returned = name(toggle("审改稿", self.returned_toggled.emit), "审改稿和意见", keys.RETURNED)
        self._tabs = {"last_year": self.last_year, "links": self.links, "returned": self.returned}
        self.export = name(make("导出Word", files.export), "导出Word…", keys.EXPORT)
        self.focus = name(toggle("只看正文", self.focus_toggled.emit), "只看正文", keys.ONLY_PAGE)
        self.mend_all = name(make("全部改正", self.mend_all_wanted.emit, always=True), "全部改正…", keys.MEND_ALL)
        self.mend_all.setEnabled(False)  # until something is found that can be mended
        self.editing = [self.undo, self.redo]
        self.toolbar = self._make_toolbar(theme)
        window.addToolBar(self.toolbar)

    def _make_toolbar(self, theme: Theme) -> ToolBar:
        groups = (
            ((self.new, "new"), (self.open, "open"), (self.save, "save")),
            ((self.undo, "undo"), (self.find, "find")),
            ((self.last_year, "history"), (self.returned, "returned")),
            ((self.export, "export"),),
        )
        return ToolBar(theme, groups, wordless=(self.undo, self.find, self.export))

    def show_tab(self, tab: str, *, seen: bool) -> None:
        """Show whether a tab of the right panel is seen: last_year, links or returned."""
        self._tabs[tab].setChecked(seen)

    def show_findings(self, *, mendable: bool) -> None:
        """Let 全部改正 be chosen only where there is something to mend."""
        self.mend_all.setEnabled(mendable)

    def enable(self, *, working: bool) -> None:
        """Let the actions that need a document be chosen only when there is one."""
        self.actions.enable(working=working)

    def stop_focus(self) -> None:
        """Bring back what 只看正文 has put away."""
        self.focus.setChecked(False)
        self.focus_toggled.emit(False)
