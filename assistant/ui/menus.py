"""Menus and toolbar: each action is one line. Its keys stand in `keys`.

The toolbar and the menus' titles are there from the start; the menus are filled after the first paint.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QKeySequence, QUndoStack
from PySide6.QtWidgets import QMainWindow, QMenu

from assistant.files.settings import USUAL_ZOOM, Settings
from assistant.ui import appearance, keys, menu_lists
from assistant.ui.menu_actions import MenuActions
from assistant.ui.menu_lists import RecentFiles
from assistant.ui.menu_windows import MenuWindows
from assistant.ui.page.editor import Editor
from assistant.ui.panels.toolbar import ToolBar
from assistant.ui.theme import SIZES, Theme
from assistant.ui.work.files import Files

if TYPE_CHECKING:  # loaded after the first paint, as what the menus reach
    from assistant.review.material import Material
    from assistant.ui.page.find_bar import FindBar
    from assistant.ui.panels.panes import Panes
    from assistant.ui.work.beside_files import BesideFiles
    from assistant.ui.work.check_windows import CheckWindows
    from assistant.ui.work.compare_page import ComparePage
    from assistant.ui.work.last_year import LastYearWork
    from assistant.ui.work.links import LinksWork
    from assistant.ui.work.returned import ReturnedWork
    from assistant.ui.work.stages import Stages
    from assistant.ui.work.template_exchange import TemplateExchange

_TITLES = ("文件(&F)", "编辑(&E)", "检查(&C)", "要求(&R)", "去年(&L)", "查看(&V)", "帮助(&H)")


class Menus(QObject):
    """The actions of a window."""

    find_wanted = Signal()
    focus_toggled = Signal(bool)  # 只看正文: only the page, or all
    last_year_toggled = Signal(bool)  # the panel 去年 is to be seen, or no longer
    page_wanted = Signal()  # what was chosen is done on the page, which has to be seen for it
    links_toggled = Signal(bool)  # the table 问题—原因—措施
    returned_toggled = Signal(bool)  # the panel 审改稿, the same

    def __init__(
        self,
        window: QMainWindow,
        theme: Theme,
        *,
        files: Files,
        editor: Editor,
        history: QUndoStack,
        opens: MenuWindows,
    ) -> None:
        super().__init__(window)
        self._window, self._files, self._editor = window, files, editor
        self._opens = opens
        self._recent: RecentFiles | None = None
        self._actions = MenuActions(window, files)
        self._actions.page_wanted.connect(self.page_wanted)
        self._menus = [window.menuBar().addMenu(title) for title in _TITLES]
        make, toggle, name = self._actions.make, self._actions.make_toggle, self._actions.name
        self._new = name(make("新建", files.new, always=True), "新建…", keys.NEW)
        self._open = name(make("打开", files.open, always=True), "打开…", keys.OPEN)
        self._save = name(make("保存", files.save, stays=True), "保存", keys.SAVE)
        self._undo = history.createUndoAction(window, "撤销")
        self._redo = history.createRedoAction(window, "恢复")
        for action, label, shortcuts in ((self._undo, "撤销", keys.UNDO), (self._redo, "恢复", keys.REDO)):
            action.setIconText(label)  # in the toolbar always as wide; the menu says what would be undone
            action.setShortcuts([QKeySequence(key) for key in keys.every(shortcuts)])
        self._find = name(make("查找", self.find_wanted.emit), "查找…", keys.FIND)
        self._last_year = name(toggle("去年", self.last_year_toggled.emit), "与去年对照", keys.LAST_YEAR)
        self._links = name(toggle("问题—原因—措施", self.links_toggled.emit), "问题—原因—措施", keys.LINKS)
        self._returned = name(toggle("审改稿", self.returned_toggled.emit), "审改稿和意见", keys.RETURNED)
        self._tabs = {"last_year": self._last_year, "links": self._links, "returned": self._returned}
        self._export = name(make("导出Word", files.export), "导出Word…", keys.EXPORT)
        self._focus = name(toggle("只看正文", self.focus_toggled.emit), "只看正文", keys.ONLY_PAGE)
        self._mend_all: QAction | None = None
        self._mendable = False  # until something is found that can be mended
        self.editing = [self._undo, self._redo]
        self.toolbar = self._make_toolbar(theme)
        window.addToolBar(self.toolbar)

    def _make_toolbar(self, theme: Theme) -> ToolBar:
        groups = (
            ((self._new, "new"), (self._open, "open"), (self._save, "save")),
            ((self._undo, "undo"), (self._find, "find")),
            ((self._last_year, "history"), (self._returned, "returned")),
            ((self._export, "export"),),
        )
        return ToolBar(theme, groups, wordless=(self._undo, self._find, self._export))

    # Filling, after the first paint

    def fill(
        self,
        *,
        fix_here: Callable[[], None],
        exchange: TemplateExchange,
        windows: CheckWindows,
        last_year: LastYearWork,
        beside: BesideFiles,
        compare: ComparePage,
        links: LinksWork,
        stages: Stages,
        returned: ReturnedWork,
        find_bar: FindBar,
        panes: Panes,
        next_finding: Callable[[int], None],
        mend_all: Callable[[], None],
        show_notes: Callable[[], None],
        move_section: Callable[[int], None],
        show_lengths: Callable[[], None],
        up_to_date: Callable[[], Material],
    ) -> None:
        """Fill the menus and give the actions their keys."""
        file, edit, check, template, earlier, view, help_ = self._menus
        self._fill_file(file, compare, up_to_date)
        self._fill_edit(edit, find_bar, show_notes, panes)
        self._actions.add(edit, "上移这一节", partial(move_section, -1), keys.MOVE_UP)
        self._actions.add(edit, "下移这一节", partial(move_section, 1), keys.MOVE_DOWN)
        self._actions.add(check, "下一处", partial(next_finding, 1), keys.NEXT_FINDING)
        self._actions.add(check, "上一处", partial(next_finding, -1), keys.PREVIOUS_FINDING)
        self._actions.add(check, "改正光标处", fix_here, keys.MEND_HERE)
        self._mend_all = self._actions.add(check, "全部改正…", mend_all, keys.MEND_ALL, always=True)
        self._actions.add(check, "字数统计…", show_lengths, keys.LENGTHS)
        self._fill_check(check, windows, stages, links, up_to_date)
        self._fill_returned(check, returned)
        self._actions.add(template, "更换本次要求…", exchange.choose)
        self._actions.add(template, "查看、修改本次要求…", exchange.correct)
        self._actions.add(template, "全部要求…", exchange.show_all, always=True)
        self._fill_last_year(earlier, last_year, beside)
        self._fill_view(view, panes)
        self._actions.add(help_, "使用说明", self._opens.show_guide, always=True)
        self._actions.add(help_, "检查项目说明", windows.explain, keys.EXPLAIN, always=True)
        self._actions.add(help_, "快捷键一览", self._opens.show_keys, keys.LIST_KEYS, always=True)
        self._actions.add(help_, "看一份样例", self._files.open_sample, always=True)
        self._actions.add(help_, "本机安全", self._opens.show_safety, always=True)
        self._actions.add(help_, "关于", self._opens.show_about, always=True)
        self.show_settings(self._files.settings)
        self.enable(working=self._files.has_document)

    def _fill_file(self, menu: QMenu, compare: ComparePage, up_to_date: Callable[[], Material]) -> None:
        files = self._files
        menu.addActions([self._new, self._open])
        self._recent = RecentFiles(menu.addMenu("最近的文件"), files.open_path)
        menu.addSeparator()
        menu.addAction(self._save)
        self._actions.add(menu, "另存为…", files.save_as, keys.SAVE_AS, stays=True)
        self._actions.add(menu, "另存一稿…", compare.versions.save_version, keys.SAVE_VERSION, stays=True)
        self._actions.add(menu, "另存一份可传阅的草稿…", compare.versions.pass_on, stays=True)
        self._sendings = self._actions.add(
            menu, "送审登记…", lambda: self._opens.answer(compare.versions.sendings().dialog(self._window)), stays=True
        )
        toggle = self._actions.add(
            menu, "各稿对比", lambda: compare.toggle(on=toggle.isChecked()), keys.COMPARE_VERSIONS, stays=True
        )
        toggle.setCheckable(True)
        compare.shown_changed.connect(toggle.setChecked)
        self._actions.add(menu, "找回以前保存的版本…", files.find_former, always=True)
        self._actions.add(menu, "清理本机留存的内容…", self._opens.clean, always=True)
        self._public = menu.addAction("公用电脑：关闭后清除副本")
        self._public.setCheckable(True)
        self._public.triggered.connect(self._opens.set_public)
        menu.addSeparator()
        menu.addAction(self._export)
        self._actions.add(menu, "导出PDF…", partial(self._opens.export_pdf, up_to_date))
        layouts = menu.addMenu("Word版式")
        layouts.aboutToShow.connect(partial(menu_lists.list_layouts, layouts, files))
        self._actions.add_switch(menu, "保存时同时更新同名的Word", "refresh_word")
        self._actions.add(menu, "打印…", partial(self._opens.print_text, up_to_date), keys.PRINT)
        menu.addSeparator()
        self._actions.add(menu, "退出", self._window.close, keys.QUIT, always=True)

    def _fill_edit(self, menu: QMenu, find_bar: FindBar, show_notes: Callable[[], None], panes: Panes) -> None:
        menu.addActions([self._undo, self._redo])
        menu.addSeparator()
        editor = self._editor
        for label, slot, key in (
            ("剪切", editor.cut, keys.CUT),
            ("复制", editor.copy, keys.COPY),
            ("粘贴", editor.paste, keys.PASTE),
            ("全选", editor.selectAll, keys.SELECT_ALL),
        ):
            # the key is shown only: in a text field the field itself answers it
            self.editing.append(self._actions.add(menu, f"{label}\t{key}", slot))
        menu.addSeparator()
        menu.addAction(self._find)
        self._actions.add(menu, "替换…", partial(find_bar.open, replacing=True), keys.REPLACE)
        self._actions.add(menu, "查找下一处", find_bar.next, keys.FIND_NEXT)
        self._actions.add(menu, "查找上一处", find_bar.previous, keys.FIND_PREVIOUS)
        self._actions.add(menu, "随记…", show_notes, keys.NOTES)
        self._actions.add(menu, "定位…", panes.go_to_outline, keys.GO_TO)

    def _fill_check(
        self,
        menu: QMenu,
        windows: CheckWindows,
        stages: Stages,
        links: LinksWork,
        up_to_date: Callable[[], Material],
    ) -> None:
        self.show_findings(mendable=self._mendable)
        menu.addSeparator()
        menu.addAction(self._links)
        self._actions.add(menu, "导出整改清单…", links.export_table)
        menu.addSeparator()
        self._actions.add(menu, "已忽略的提示…", windows.list_aside)
        quiet = self._actions.add_switch(menu, "只看必改", "quiet")
        self._actions.need_document(quiet, menu.addMenu(stages.menu))
        menu.addSeparator()
        self._actions.add(menu, "导出检查报告…", partial(self._opens.export_report, up_to_date))
        self._actions.add(menu, "检查一批文件…", self._opens.check_folder, always=True)
        again = self._actions.add(menu, "上一批的检查结果…", self._opens.show_folder_results, always=True)
        again.setEnabled(False)
        self._opens.folder_checked.connect(lambda: again.setEnabled(True))

    def _fill_view(self, view: QMenu, panes: Panes) -> None:
        editor = self._editor
        self._actions.add(view, "放大", partial(editor.step_zoom, 1), keys.ENLARGE)
        self._actions.add(view, "缩小", partial(editor.step_zoom, -1), keys.REDUCE)
        self._actions.add(view, "标准大小", partial(editor.set_zoom, USUAL_ZOOM), keys.USUAL_SIZE)
        view.addSeparator()
        self._actions.add_choices(view.addMenu("外观"), appearance.CHOICES, "theme")
        self._actions.add_choices(view.addMenu("界面字号"), SIZES, "type_size")
        view.addSeparator()
        self._actions.add(view, "到下一栏", partial(panes.step, 1), keys.NEXT_PANE)
        self._actions.add(view, "到上一栏", partial(panes.step, -1), keys.PREVIOUS_PANE)
        self._actions.add(view, "转到“检查结果”", partial(panes.go_to_side, 1), keys.TO_RESULTS)
        self._actions.add(view, "转到“想一想”", partial(panes.go_to_side, 0), keys.TO_QUESTIONS)
        self._actions.add(view, "还差的各项", panes.list_open, keys.STILL_OPEN)
        self._actions.add(view, "到上方的提示", panes.go_to_message, keys.TO_MESSAGE, always=True)
        view.addSeparator()
        self._actions.add_switch(view, "提纲", "outline_shown")
        self._actions.add_switch(view, "右栏", "side_shown")
        view.addAction(self._focus)
        view.addSeparator()
        self._actions.add_switch(view, "送审登记", "sendings")

    def _fill_last_year(self, menu: QMenu, work: LastYearWork, beside: BesideFiles) -> None:
        menu.addAction(self._last_year)
        menu.addSeparator()
        self._actions.add(menu, "添加以往的材料…", beside.choose_file)
        self._actions.add(menu, "选整改清单…", beside.choose_list)
        self._actions.add(menu, "粘贴整改清单", beside.paste_list)
        menu.addSeparator()
        self._actions.add(menu, "带入未写的问题和措施", work.fill_in)
        self._actions.add(menu, "去年原句…", work.untouched.list)
        self._actions.add(menu, "导出上年度整改落实情况表…", work.export_table)

    def _fill_returned(self, menu: QMenu, work: ReturnedWork) -> None:
        menu.addSeparator()
        menu = menu.addMenu("审改稿、意见")  # all in one list it would be higher than a small screen
        menu.addAction(self._returned)
        self._actions.add(menu, "打开审改稿…", work.open_file)
        rest = self._actions.add(menu, "接受其余修订", work.accept_rest)
        menu.aboutToShow.connect(lambda: rest.setEnabled(work.has_rest))
        menu.addSeparator()
        self._actions.add(menu, "添加意见…", work.add_opinions)
        self._actions.add(menu, "添加会上批评意见…", work.add_criticisms)
        menu.addSeparator()
        self._actions.add(menu, "批评意见…", lambda: self._files.criticisms.show(), always=True)

    # Showing

    def show_tab(self, tab: str, *, seen: bool) -> None:
        """Show whether a tab of the right panel is seen: last_year, links or returned."""
        self._tabs[tab].setChecked(seen)

    def show_findings(self, *, mendable: bool) -> None:
        """Let 全部改正 be chosen only where there is something to mend."""
        self._mendable = mendable
        if self._mend_all:
            self._mend_all.setEnabled(mendable)

    def enable(self, *, working: bool) -> None:
        """Let the actions that need a document be chosen only when there is one."""
        self._actions.enable(working=working)

    def show_settings(self, settings: Settings) -> None:
        """Show what is set: the Word file beside the draft, the recent files."""
        if self._recent is None:
            return  # not filled yet
        self._actions.show_settings(settings)
        self._sendings.setVisible(settings.sendings)
        self._public.setChecked(settings.public)
        self._recent.show_files(settings.recent)

    def stop_focus(self) -> None:
        """Bring back what 只看正文 has put away."""
        self._focus.setChecked(False)
        self.focus_toggled.emit(False)
