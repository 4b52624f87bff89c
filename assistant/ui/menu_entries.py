"""What stands in the menus, menu by menu: each entry is one line. Its keys stand in `keys`.

Made after the first paint, once all that the entries reach is there.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu

from assistant.files.settings import USUAL_ZOOM, Settings
from assistant.ui import appearance, keys, menu_lists
from assistant.ui.menu_lists import RecentFiles
from assistant.ui.theme import SIZES

if TYPE_CHECKING:
    from assistant.ui.menus import Menus
    from assistant.ui.page.find_bar import FindBar
    from assistant.ui.panels.panes import Panes
    from assistant.ui.right_tabs import RightTabs
    from assistant.ui.work.check_windows import CheckWindows
    from assistant.ui.work.compare_page import ComparePage
    from assistant.ui.work.findings_on_page import FindingsOnPage
    from assistant.ui.work.stages import Stages
    from assistant.ui.work.template_exchange import TemplateExchange
    from assistant.ui.work.text_windows import TextWindows
    from assistant.ui.work.workplace import Workplace


class Reached(NamedTuple):
    """All that entries set to work."""

    place: Workplace
    tabs: RightTabs
    on_page: FindingsOnPage
    exchange: TemplateExchange
    windows: CheckWindows
    stages: Stages
    compare: ComparePage
    find_bar: FindBar
    panes: Panes
    text_windows: TextWindows


class MenuEntries(QObject):
    """Fills the menus and keeps in step those entries that show what is set."""

    def __init__(self, menus: Menus, reached: Reached) -> None:
        super().__init__(menus)
        self._menus, self._reached = menus, reached
        self._files, self._editor = reached.place.files, reached.place.editor
        self._up_to_date = reached.place.analyser.up_to_date
        self._add, self._add_switch, self._opens = menus.actions.add, menus.actions.add_switch, menus.opens
        file, edit, check, template, last_year, view, help_ = menus.in_bar
        self._fill_file(file)
        self._fill_edit(edit)
        self._fill_check(check)
        self._fill_returned(check)
        self._add(template, "更换本次要求…", reached.exchange.choose)
        self._add(template, "查看、修改本次要求…", reached.exchange.correct)
        self._add(template, "全部要求…", reached.exchange.show_all, always=True)
        self._fill_last_year(last_year)
        self._fill_view(view)
        self._fill_help(help_)
        self._files.settings_changed.connect(self._show_in_force)
        self._show_in_force(self._files.settings)
        menus.enable(working=self._files.has_document)

    def _fill_file(self, menu: QMenu) -> None:
        files, compare = self._files, self._reached.compare
        menu.addActions([self._menus.new, self._menus.open])
        self._recent = RecentFiles(menu.addMenu("最近的文件"), files.open_path)
        menu.addSeparator()
        menu.addAction(self._menus.save)
        self._add(menu, "另存为…", files.save_as, keys.SAVE_AS, stays=True)
        self._add(menu, "另存一稿…", compare.versions.save_version, keys.SAVE_VERSION, stays=True)
        self._add(menu, "另存一份可传阅的草稿…", compare.versions.pass_on, stays=True)
        self._sendings = self._add(menu, "送审登记…", self._open_sendings, stays=True)
        toggle = self._add(
            menu, "各稿对比", lambda: compare.toggle(on=toggle.isChecked()), keys.COMPARE_VERSIONS, stays=True
        )
        toggle.setCheckable(True)
        compare.shown_changed.connect(toggle.setChecked)
        self._add(menu, "找回以前保存的版本…", files.find_former, always=True)
        self._add(menu, "清理本机留存的内容…", self._opens.clean, always=True)
        self._public = menu.addAction("公用电脑：关闭后清除副本")
        self._public.setCheckable(True)
        self._public.triggered.connect(self._opens.set_public)
        menu.addSeparator()
        menu.addAction(self._menus.export)
        self._add(menu, "导出PDF…", partial(self._opens.export_pdf, self._up_to_date))
        layouts = menu.addMenu("Word版式")
        layouts.aboutToShow.connect(partial(menu_lists.list_layouts, layouts, files))
        self._add_switch(menu, "保存时同时更新同名的Word", "refresh_word")
        self._add(menu, "打印…", partial(self._opens.print_text, self._up_to_date), keys.PRINT)
        menu.addSeparator()
        self._add(menu, "退出", self._editor.window().close, keys.QUIT, always=True)

    def _open_sendings(self) -> None:
        self._opens.answer(self._reached.compare.versions.sendings().dialog(self._editor.window()))

    def _fill_edit(self, menu: QMenu) -> None:
        menus, reached = self._menus, self._reached
        menu.addActions([menus.undo, menus.redo])
        menu.addSeparator()
        editor = self._editor
        for label, slot, key, of_selection in (
            ("剪切", editor.cut, keys.CUT, True),
            ("复制", editor.copy, keys.COPY, True),
            ("粘贴", editor.paste, keys.PASTE, False),
            ("全选", editor.selectAll, keys.SELECT_ALL, False),
        ):
            # the key is shown only: in a text field the field itself answers it
            entry = self._add(menu, f"{label}\t{key}", slot, always=of_selection)
            if of_selection:  # without a document nothing is selected
                entry.setEnabled(False)
                editor.copyAvailable.connect(entry.setEnabled)
            menus.editing.append(entry)
        menu.addSeparator()
        menu.addAction(menus.find)
        self._add(menu, "替换…", partial(reached.find_bar.open, replacing=True), keys.REPLACE)
        self._add(menu, "查找下一处", reached.find_bar.next, keys.FIND_NEXT)
        self._add(menu, "查找上一处", reached.find_bar.previous, keys.FIND_PREVIOUS)
        self._add(menu, "随记…", reached.text_windows.show_notes, keys.NOTES)
        self._add(menu, "定位…", reached.panes.go_to_outline, keys.GO_TO)
        self._add(menu, "上移这一节", partial(reached.place.actions.move_section_here, -1), keys.MOVE_UP)
        self._add(menu, "下移这一节", partial(reached.place.actions.move_section_here, 1), keys.MOVE_DOWN)

    def _fill_check(self, menu: QMenu) -> None:
        reached = self._reached
        self._add(menu, "下一处", partial(reached.on_page.step, 1), keys.NEXT_FINDING)
        self._add(menu, "上一处", partial(reached.on_page.step, -1), keys.PREVIOUS_FINDING)
        self._add(menu, "改正光标处", reached.place.actions.fix_here, keys.MEND_HERE)
        menu.addAction(self._menus.mend_all)
        self._add(menu, "字数统计…", reached.text_windows.show_lengths, keys.LENGTHS)
        menu.addSeparator()
        menu.addAction(self._menus.links)
        self._add(menu, "导出整改清单…", reached.tabs.links.export_table)
        menu.addSeparator()
        self._add(menu, "已忽略的提示…", reached.windows.list_aside)
        quiet = self._add_switch(menu, "只看必改", "quiet")
        self._menus.actions.need_document(quiet, menu.addMenu(reached.stages.menu))
        menu.addSeparator()
        self._add(menu, "导出检查报告…", partial(self._opens.export_report, self._up_to_date))
        self._add(menu, "检查一批文件…", self._opens.check_folder, always=True)
        again = self._add(menu, "上一批的检查结果…", self._opens.show_folder_results, always=True)
        again.setEnabled(False)
        self._opens.folder_checked.connect(lambda: again.setEnabled(True))

    def _fill_returned(self, menu: QMenu) -> None:
        work = self._reached.tabs.returned
        menu.addSeparator()
        menu = menu.addMenu("审改稿、意见")  # all in one list it would be higher than a small screen
        menu.addAction(self._menus.returned)
        self._add(menu, "打开审改稿…", work.open_file)
        rest = self._add(menu, "接受未处理的修订", work.accept_rest)
        menu.aboutToShow.connect(lambda: rest.setEnabled(work.has_rest))
        menu.addSeparator()
        self._add(menu, "添加意见…", work.add_opinions)
        self._add(menu, "添加会上批评意见…", work.add_criticisms)
        menu.addSeparator()
        self._add(menu, "批评意见…", self._files.show_criticisms, always=True)

    def _fill_last_year(self, menu: QMenu) -> None:
        work, beside = self._reached.tabs.last_year, self._reached.tabs.beside
        menu.addAction(self._menus.last_year)
        menu.addSeparator()
        self._add(menu, "添加以往的材料…", beside.choose_file)
        self._add(menu, "选整改清单…", beside.choose_list)
        self._add(menu, "粘贴整改清单", beside.paste_list)
        menu.addSeparator()
        self._add(menu, "带入未写的问题和措施", work.fill_in)
        self._add(menu, "去年原句…", work.untouched.list)
        self._add(menu, "导出上年度整改落实情况表…", work.export_table)

    def _fill_view(self, menu: QMenu) -> None:
        editor, panes = self._editor, self._reached.panes
        self._add(menu, "放大", partial(editor.step_zoom, 1), keys.ENLARGE)
        self._add(menu, "缩小", partial(editor.step_zoom, -1), keys.REDUCE)
        self._add(menu, "标准大小", partial(editor.set_zoom, USUAL_ZOOM), keys.USUAL_SIZE)
        menu.addSeparator()
        self._menus.actions.add_choices(menu.addMenu("外观"), appearance.CHOICES, "theme")
        self._menus.actions.add_choices(menu.addMenu("界面字号"), SIZES, "type_size")
        menu.addSeparator()
        self._add(menu, "到下一栏", partial(panes.step, 1), keys.NEXT_PANE)
        self._add(menu, "到上一栏", partial(panes.step, -1), keys.PREVIOUS_PANE)
        self._add(menu, "转到“检查结果”", partial(panes.go_to_side, 1), keys.TO_RESULTS)
        self._add(menu, "转到“想一想”", partial(panes.go_to_side, 0), keys.TO_QUESTIONS)
        self._add(menu, "还差的各项", panes.show_unfinished, keys.UNFINISHED)
        self._add(menu, "到上方的提示", panes.go_to_message, keys.TO_MESSAGE, always=True)
        menu.addSeparator()
        self._add_switch(menu, "提纲", "outline_shown")
        self._add_switch(menu, "右栏", "side_shown")
        menu.addAction(self._menus.focus)
        menu.addSeparator()
        self._add_switch(menu, "送审登记", "sendings")

    def _fill_help(self, menu: QMenu) -> None:
        self._add(menu, "使用说明", self._opens.show_guide, always=True)
        self._add(menu, "检查项目说明", self._reached.windows.explain, keys.EXPLAIN, always=True)
        self._add(menu, "快捷键一览", self._opens.show_keys, keys.LIST_KEYS, always=True)
        self._add(menu, "看一份样例", self._files.open_sample, always=True)
        self._add(menu, "本机安全", self._opens.show_safety, always=True)
        self._add(menu, "关于", self._opens.show_about, always=True)

    def _show_in_force(self, settings: Settings) -> None:
        self._menus.actions.show_in_force(settings)
        self._sendings.setVisible(settings.sendings)
        self._public.setChecked(settings.public)
        self._recent.show_files(settings.recent)
