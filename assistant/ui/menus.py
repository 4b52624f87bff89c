"""Menus, toolbar and keys: each action is one line. Keys are those of WPS and Word; F7 goes to the next place.

The toolbar and the menus' titles are there from the start; the menus are filled after the first paint.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence, QUndoStack
from PySide6.QtWidgets import QMainWindow, QMenu

from assistant.files.settings import Settings
from assistant.ui import appearance, asking
from assistant.ui.menu_windows import MenuWindows
from assistant.ui.page.editor import Editor
from assistant.ui.page.page import USUAL_ZOOM
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
    from assistant.ui.work.correspondence import CorrespondenceWork
    from assistant.ui.work.last_year import LastYearWork
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
        self._working: list[QAction] = []  # make sense only with a document
        self._recent_shown: Sequence[str] = ()
        self._recent: QMenu | None = None
        self._choices: list[QAction] = []  # each a value of a setting
        self._menus = [window.menuBar().addMenu(title) for title in _TITLES]
        self._new = self._action("新建", files.new, always=True)
        self._open = self._action("打开", files.open, always=True)
        self._save = self._action("保存", files.save, stays=True)
        self._undo = history.createUndoAction(window, "撤销")
        self._redo = history.createRedoAction(window, "恢复")
        for action, label in ((self._undo, "撤销"), (self._redo, "恢复")):
            action.setIconText(label)  # in the toolbar always as wide; the menu says what would be undone
        self._find = self._action("查找", self.find_wanted.emit)
        self._last_year = self._action("去年", lambda: self.last_year_toggled.emit(self._last_year.isChecked()))
        self._last_year.setCheckable(True)
        self._links = self._action("问题—原因—措施", lambda: self.links_toggled.emit(self._links.isChecked()))
        self._links.setCheckable(True)
        self._returned = self._action("审改稿", lambda: self.returned_toggled.emit(self._returned.isChecked()))
        self._returned.setCheckable(True)
        self._export = self._action("导出Word", files.export)
        self._focus = self._action("只看正文", lambda: self.focus_toggled.emit(self._focus.isChecked()))
        self._focus.setCheckable(True)
        self.editing = [self._undo, self._redo]
        self.toolbar = self._make_toolbar(theme)
        window.addToolBar(self.toolbar)

    def _action(self, label: str, slot: Callable[[], object], *, always: bool = False, stays: bool = False) -> QAction:
        """Make an action; one that `stays` leaves what stands in the place of the page where it is."""
        action = QAction(label, self._window)
        if not (always or stays):
            action.triggered.connect(lambda *_: self.page_wanted.emit())
        action.triggered.connect(lambda *_: slot())
        if not always:
            self._working.append(action)
        return action

    def _make_toolbar(self, theme: Theme) -> ToolBar:
        pictures = {
            self._new: "new",
            self._open: "open",
            self._save: "save",
            self._undo: "undo",
            self._find: "find",
            self._last_year: "history",
            self._returned: "returned",
            self._export: "export",
        }
        groups = (
            (self._new, self._open, self._save),
            (self._undo, self._find),
            (self._last_year, self._returned),
            (self._export,),
        )
        return ToolBar(theme, groups, pictures, (self._undo, self._find, self._export))

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
        links: CorrespondenceWork,
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
        self._add(edit, "上移这一节", partial(move_section, -1), "Alt+Shift+Up")
        self._add(edit, "下移这一节", partial(move_section, 1), "Alt+Shift+Down")
        self._add(check, "下一处", partial(next_finding, 1), "F7")
        self._add(check, "上一处", partial(next_finding, -1), "Shift+F7")
        self._add(check, "改正光标处", fix_here, "Alt+Return")
        self._mend_all = self._add(check, "全部改正…", mend_all, "Alt+Shift+Return", always=True)
        self._add(check, "字数统计…", show_lengths, "Ctrl+Shift+G")
        self._fill_check(check, windows, stages, links, up_to_date)
        self._fill_returned(check, returned)
        self._add(template, "更换本次要求…", exchange.choose)
        self._add(template, "查看、修改本次要求…", exchange.correct)
        self._add(template, "全部要求…", exchange.show_all, always=True)
        self._fill_last_year(earlier, last_year, beside)
        self._fill_view(view, panes)
        self._add(help_, "使用说明", self._opens.show_guide, always=True)
        self._add(help_, "检查项目说明", windows.explain, "F1", always=True)
        self._add(help_, "按键一览", self._opens.show_keys, "Shift+F1", always=True)
        self._add(help_, "看一份样例", self._files.open_sample, always=True)
        self._add(help_, "本机安全", self._opens.show_safety, always=True)
        self._add(help_, "关于", self._opens.show_about, always=True)
        self.show_settings(self._files.settings)
        self.enable(working=self._files.has_document)

    def _add(
        self,
        menu: QMenu,
        label: str,
        slot: Callable[[], object],
        keys: str = "",
        *,
        always: bool = False,
        stays: bool = False,
    ) -> QAction:
        action = self._action(label, slot, always=always, stays=stays)
        self._put(menu, action, label, keys)
        return action

    def _put(self, menu: QMenu, action: QAction, label: str, keys: str = "") -> None:
        """Put an action into a menu under its full name; several keys are parted by a bar."""
        action.setIconText(action.text())
        action.setText(label)
        if keys:
            action.setShortcuts([QKeySequence(key) for key in keys.split("|")])
            action.setToolTip(f"{label.removesuffix('…')}（{keys.partition('|')[0]}）")  # in the toolbar
        menu.addAction(action)

    def _add_switch(self, menu: QMenu, label: str, setting: str) -> None:
        """Offer a setting that is on or off."""
        action = menu.addAction(label)
        action.setCheckable(True)
        action.triggered.connect(lambda on: self._files.change_settings(**{setting: on}))
        action.setData((setting, True))
        self._choices.append(action)

    def _add_choices(self, menu: QMenu, labels: Mapping[str, str], setting: str) -> None:
        """Offer the values of a setting, of which one is in force."""
        group = QActionGroup(menu)
        for value, label in labels.items():
            action = menu.addAction(label, partial(self._files.change_settings, **{setting: value}))
            action.setCheckable(True)
            action.setData((setting, value))
            self._choices.append(group.addAction(action))

    def _fill_file(self, menu: QMenu, compare: ComparePage, up_to_date: Callable[[], Material]) -> None:
        files = self._files
        self._put(menu, self._new, "新建…", "Ctrl+N")
        self._put(menu, self._open, "打开…", "Ctrl+O")
        self._recent = menu.addMenu("最近的文件")
        menu.addSeparator()
        self._put(menu, self._save, "保存", "Ctrl+S")
        self._add(menu, "另存为…", files.save_as, "F12|Ctrl+Shift+S", stays=True)
        self._add(menu, "另存一稿…", compare.versions.save_version, "Ctrl+Shift+D", stays=True)
        self._add(menu, "另存一份可传阅的草稿…", compare.versions.pass_on, stays=True)
        self._sendings = self._add(
            menu, "送审登记…", lambda: asking.answered(compare.versions.sendings().dialog(self._window)), stays=True
        )
        toggle = self._add(menu, "各稿对比", lambda: compare.toggle(on=toggle.isChecked()), "Ctrl+D", stays=True)
        toggle.setCheckable(True)
        compare.shown_changed.connect(toggle.setChecked)
        self._add(menu, "找回以前保存的版本…", files.find_former, always=True)
        self._add(menu, "清理本机留存的内容…", self._opens.clean, always=True)
        self._public = menu.addAction("公用电脑：关闭后清除副本")
        self._public.setCheckable(True)
        self._public.triggered.connect(self._opens.set_public)
        menu.addSeparator()
        self._put(menu, self._export, "导出Word…", "Ctrl+E")
        self._add(menu, "导出PDF…", partial(self._opens.export_pdf, up_to_date))
        layouts = menu.addMenu("Word版式")
        layouts.aboutToShow.connect(partial(self._list_layouts, layouts))
        self._refresh_word = menu.addAction("保存时同时更新同名的Word")
        self._refresh_word.setCheckable(True)
        self._refresh_word.triggered.connect(lambda on: files.change_settings(refresh_word=on))
        self._add(menu, "打印…", partial(self._opens.print_text, up_to_date), "Ctrl+P")
        menu.addSeparator()
        self._add(menu, "退出", self._window.close, "Ctrl+Q", always=True)

    def _fill_edit(self, menu: QMenu, find_bar: FindBar, show_notes: Callable[[], None], panes: Panes) -> None:
        for action, keys in ((self._undo, "Ctrl+Z"), (self._redo, "Ctrl+Y|Ctrl+Shift+Z")):
            action.setShortcuts([QKeySequence(key) for key in keys.split("|")])
            menu.addAction(action)
        menu.addSeparator()
        editor = self._editor
        for label, slot, key in (
            ("剪切", editor.cut, "Ctrl+X"),
            ("复制", editor.copy, "Ctrl+C"),
            ("粘贴", editor.paste, "Ctrl+V"),
            ("全选", editor.selectAll, "Ctrl+A"),
        ):
            # the key is shown only: in a text field the field itself answers it
            self.editing.append(self._add(menu, f"{label}\t{key}", slot))
        menu.addSeparator()
        self._put(menu, self._find, "查找…", "Ctrl+F")
        self._add(menu, "替换…", partial(find_bar.open, replacing=True), "Ctrl+H")
        self._add(menu, "查找下一处", find_bar.next, "F3")
        self._add(menu, "查找上一处", find_bar.previous, "Shift+F3")
        self._add(menu, "随记…", show_notes, "Ctrl+Shift+N")
        self._add(menu, "定位…", panes.go_to_outline, "Ctrl+G")

    def _fill_check(
        self,
        menu: QMenu,
        windows: CheckWindows,
        stages: Stages,
        links: CorrespondenceWork,
        up_to_date: Callable[[], Material],
    ) -> None:
        self._mend_all.setEnabled(False)  # until something is found that can be mended
        menu.addSeparator()
        self._put(menu, self._links, "问题—原因—措施", "Ctrl+M")
        self._add(menu, "导出整改清单…", links.export_table)
        menu.addSeparator()
        self._add(menu, "已忽略的提示…", windows.list_aside)
        self._quiet = menu.addAction("只看必改")
        self._quiet.setCheckable(True)
        self._quiet.triggered.connect(lambda on: self._files.change_settings(quiet=on))
        self._working += (self._quiet, menu.addMenu(stages.menu))
        menu.addSeparator()
        self._add(menu, "导出检查报告…", partial(self._opens.export_report, up_to_date))
        self._add(menu, "检查一批文件…", self._opens.check_folder, always=True)

    def _fill_view(self, view: QMenu, panes: Panes) -> None:
        editor = self._editor
        self._add(view, "放大", partial(editor.step_zoom, 1), "Ctrl+=|Ctrl++")
        self._add(view, "缩小", partial(editor.step_zoom, -1), "Ctrl+-")
        self._add(view, "通常大小", partial(editor.set_zoom, USUAL_ZOOM), "Ctrl+0")
        view.addSeparator()
        self._add_choices(view.addMenu("外观"), appearance.CHOICES, "theme")
        self._add_choices(view.addMenu("界面字号"), SIZES, "type_size")
        view.addSeparator()
        self._add(view, "到下一栏", partial(panes.step, 1), "F6")
        self._add(view, "到上一栏", partial(panes.step, -1), "Shift+F6")
        self._add(view, "到检查结果", partial(panes.go_to_side, 1), "Ctrl+F7")
        self._add(view, "到想一想", partial(panes.go_to_side, 0), "Ctrl+Shift+F7")
        self._add(view, "还差的各项", panes.list_open, "Ctrl+F6")
        self._add(view, "到上方的提示", panes.go_to_message, "Ctrl+Shift+F6", always=True)
        view.addSeparator()
        self._add_switch(view, "提纲", "outline_shown")
        self._add_switch(view, "右栏", "side_shown")
        self._put(view, self._focus, "只看正文", "F11")
        view.addSeparator()
        self._add_switch(view, "送审登记", "sendings")

    def _fill_last_year(self, menu: QMenu, work: LastYearWork, beside: BesideFiles) -> None:
        self._put(menu, self._last_year, "与去年对照", "Ctrl+L")
        menu.addSeparator()
        self._add(menu, "添加以往的材料…", beside.choose_file)
        self._add(menu, "选整改清单…", beside.choose_list)
        self._add(menu, "粘贴整改清单", beside.paste_list)
        menu.addSeparator()
        self._add(menu, "带入未写的问题和措施", work.fill_in)
        self._add(menu, "去年原句…", work.list_untouched)
        self._add(menu, "导出上年度整改落实情况表…", work.export_table)

    def _fill_returned(self, menu: QMenu, work: ReturnedWork) -> None:
        menu.addSeparator()
        menu = menu.addMenu("审改稿、意见")  # all in one list it would be higher than a small screen
        self._put(menu, self._returned, "审改稿和意见", "Ctrl+R")
        self._add(menu, "打开审改稿…", work.open_file)
        self._add(menu, "接受其余修订", work.accept_rest)
        menu.addSeparator()
        self._add(menu, "添加意见…", work.add_opinions)
        self._add(menu, "添加会上批评意见…", work.add_criticisms)
        menu.addSeparator()
        self._add(menu, "批评意见…", lambda: self._files.criticisms.show(), always=True)

    # Showing

    def show_returned(self, *, seen: bool) -> None:
        """Show whether the panel 审改稿 is seen."""
        self._returned.setChecked(seen)

    def show_last_year(self, *, seen: bool) -> None:
        """Show whether the panel 去年 is seen."""
        self._last_year.setChecked(seen)

    def show_links(self, *, seen: bool) -> None:
        """Show whether the table 问题—原因—措施 is seen."""
        self._links.setChecked(seen)

    def show_findings(self, *, mendable: bool) -> None:
        """Let 全部改正 be chosen only where there is something to mend."""
        self._mend_all.setEnabled(mendable)

    def enable(self, *, working: bool) -> None:
        """Let the actions that need a document be chosen only when there is one."""
        for action in self._working:
            action.setEnabled(working)

    def show_settings(self, settings: Settings) -> None:
        """Show what is set: the Word file beside the draft, the recent files."""
        if self._recent is None:
            return  # not filled yet
        self._refresh_word.setChecked(settings.refresh_word)
        self._quiet.setChecked(settings.quiet)
        self._sendings.setVisible(settings.sendings)
        self._public.setChecked(settings.public)
        for action in self._choices:
            setting, value = action.data()
            action.setChecked(getattr(settings, setting) == value)
        if self._recent_shown != settings.recent:
            self._recent_shown = settings.recent
            self._recent.clear()
            for path in settings.recent:
                self._recent.addAction(path, partial(self._files.open_path, Path(path)))
        self._recent.setEnabled(bool(settings.recent))

    def _list_layouts(self, menu: QMenu) -> None:
        """List the layouts when the menu is opened; until then nobody needs them read."""
        from assistant.files import layouts

        menu.clear()
        menu.setToolTipsVisible(True)  # a layout says what it is for
        group = QActionGroup(menu)
        files = self._files
        for layout in layouts.every():
            action = menu.addAction(layout.name, partial(files.change_settings, layout=layout.id))
            action.setCheckable(True)
            action.setChecked(layout.id == files.settings.layout)
            action.setToolTip(layout.description)
            group.addAction(action)

    # Doing

    def stop_focus(self) -> None:
        """Bring back what 只看正文 has put away."""
        self._focus.setChecked(False)
        self.focus_toggled.emit(False)
