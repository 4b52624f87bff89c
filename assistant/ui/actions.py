"""Menus, toolbar and keys: each action is one line. Keys are those of WPS and Word; F7 goes to the next place."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMessageBox, QSizePolicy, QToolBar, QWidget

from assistant import __version__, requirements
from assistant.settings import Settings
from assistant.ui import printing

if TYPE_CHECKING:  # the window builds its actions with this module
    from assistant.ui.main_window import MainWindow


@dataclass(slots=True)
class Actions:
    """The actions that others ask for again."""

    toolbar: QToolBar
    recent: QMenu
    layouts: dict[str, QAction] = field(default_factory=dict[str, QAction])
    refresh_word: QAction = field(default_factory=QAction)
    editing: list[QAction] = field(default_factory=list[QAction])
    working: list[QAction] = field(default_factory=list[QAction])  # make sense only with a document
    recent_paths: Sequence[str] = ()


def build(window: MainWindow) -> Actions:
    """Make all menus and the toolbar of a window."""
    bar = window.menuBar()
    toolbar = QToolBar("常用")
    toolbar.setMovable(False)
    window.addToolBar(toolbar)
    made = Actions(toolbar, QMenu("最近的文件", window))

    def add(menu: QMenu, label: str, slot: Callable[[], object], key: str = "", *, always: bool = False) -> QAction:
        action = menu.addAction(label)
        action.triggered.connect(lambda *_: slot())
        if key:
            action.setShortcuts([QKeySequence(each) for each in key.split("|")])
        if not always:
            made.working.append(action)
        return action

    _file_menu(window, bar.addMenu("文件(&F)"), made, add)
    _edit_menu(window, bar.addMenu("编辑(&E)"), made, add)
    check = bar.addMenu("检查(&C)")
    add(check, "下一处", window.next_finding, "F7")
    add(check, "上一处", partial(window.next_finding, -1), "Shift+F7")
    add(check, "修正光标处", window.deeds.fix_here, "Alt+Return")
    add(check, "恢复已忽略的", window.deeds.restore_ignored)
    asked = bar.addMenu("要求(&R)")
    add(asked, "更换本次要求…", window.deeds.exchange_requirements)
    _view_menu(window, bar.addMenu("查看(&V)"), made, add)
    help_ = bar.addMenu("帮助(&H)")
    add(help_, "看一份写好的样例", window.files.open_sample, always=True)
    add(help_, "关于", partial(_about, window), always=True)
    return made


Add = Callable[..., QAction]


def _file_menu(window: MainWindow, menu: QMenu, made: Actions, add: Add) -> None:
    files = window.files
    new = add(menu, "新建…", files.new, "Ctrl+N", always=True)
    open_ = add(menu, "打开…", files.open, "Ctrl+O", always=True)
    menu.addMenu(made.recent)
    menu.addSeparator()
    save = add(menu, "保存", files.save, "Ctrl+S")
    add(menu, "另存为…", files.save_as, "F12|Ctrl+Shift+S")
    add(menu, "找回以前的稿子…", files.find_former)
    menu.addSeparator()
    export = add(menu, "导出Word…", files.export, "Ctrl+E")
    layouts = menu.addMenu("Word版式")
    group = QActionGroup(window)
    for layout in requirements.all_layouts():
        action = layouts.addAction(layout.name, partial(files.change_settings, layout=layout.id))
        action.setCheckable(True)
        action.setToolTip(layout.description)
        group.addAction(action)
        made.layouts[layout.id] = action
    made.refresh_word = menu.addAction("保存时同时更新同名的Word")
    made.refresh_word.setCheckable(True)
    made.refresh_word.triggered.connect(lambda on: files.change_settings(refresh_word=on))
    add(menu, "打印…", partial(printing.print_text, window), "Ctrl+P")
    menu.addSeparator()
    add(menu, "退出", window.close, "Ctrl+Q", always=True)
    toolbar = made.toolbar
    for action, label in ((new, "新建"), (open_, "打开"), (save, "保存")):
        _on_toolbar(toolbar, action, label)
    toolbar.addSeparator()
    undo = window.history.createUndoAction(window, "撤销")
    undo.setShortcut(QKeySequence("Ctrl+Z"))
    redo = window.history.createRedoAction(window, "恢复")
    redo.setShortcuts([QKeySequence("Ctrl+Y"), QKeySequence("Ctrl+Shift+Z")])
    made.editing += [undo, redo]
    for action, label in ((undo, "撤销"), (redo, "恢复")):
        _on_toolbar(toolbar, action, label)
    toolbar.addSeparator()
    find = QAction("查找", window)
    find.triggered.connect(lambda _: window.find_bar.open())
    find.setToolTip("查找和替换（Ctrl+F、Ctrl+H）")
    toolbar.addAction(find)
    made.working.append(find)
    toolbar.addSeparator()
    _on_toolbar(toolbar, export, "导出 Word")
    spacer = QWidget()
    spacer.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    toolbar.addWidget(spacer)


def _on_toolbar(toolbar: QToolBar, action: QAction, label: str) -> None:
    action.setIconText(label)
    toolbar.addAction(action)


def _edit_menu(window: MainWindow, menu: QMenu, made: Actions, add: Add) -> None:
    menu.addActions(made.editing)
    menu.addSeparator()
    editor = window.editor
    for label, slot, key in (
        ("剪切", editor.cut, "Ctrl+X"),
        ("复制", editor.copy, "Ctrl+C"),
        ("粘贴", editor.paste, "Ctrl+V"),
        ("全选", editor.selectAll, "Ctrl+A"),
    ):
        action = add(menu, label, slot)
        action.setText(f"{label}\t{key}")  # shown only: in a text field the field itself answers these keys
        made.editing.append(action)
    menu.addSeparator()
    add(menu, "查找…", window.find_bar.open, "Ctrl+F")
    add(menu, "替换…", partial(window.find_bar.open, replacing=True), "Ctrl+H")
    add(menu, "定位…", window.outline.take_focus, "Ctrl+G")


def _view_menu(window: MainWindow, menu: QMenu, made: Actions, add: Add) -> None:
    add(menu, "放大", partial(window.editor.step_zoom, 1), "Ctrl+=|Ctrl++")
    add(menu, "缩小", partial(window.editor.step_zoom, -1), "Ctrl+-")
    add(menu, "原大", partial(window.editor.set_zoom, 100), "Ctrl+0")
    menu.addSeparator()
    focus = add(menu, "专注", lambda: None, "F11")
    focus.setCheckable(True)
    focus.toggled.connect(lambda on: window.toggle_focus(on=on))
    _on_toolbar(made.toolbar, focus, "专注  F11")


def enable(window: MainWindow, *, working: bool) -> None:
    """Let the actions that need a document be chosen only when there is one."""
    for action in window.actions_.working:
        action.setEnabled(working)


def show_settings(window: MainWindow, settings: Settings) -> None:
    """Show what is set: the layout, the Word file beside the draft, the recent files."""
    made = window.actions_
    for identifier, action in made.layouts.items():
        action.setChecked(identifier == settings.layout)
    made.refresh_word.setChecked(settings.refresh_word)
    if made.recent_paths != settings.recent:
        made.recent_paths = settings.recent
        made.recent.clear()
        for path in settings.recent:
            made.recent.addAction(path, partial(window.open_file, path))
        made.recent.setEnabled(bool(settings.recent))


def _about(window: MainWindow) -> None:
    told = (
        f"对照检查写作助手 {__version__}\n\n本机离线运行：程序里没有任何联网的代码，不登录、不上传、不升级。\n"
        "不改动打开的原文件，不代写。\n\n各年度的主题和方面据公开报道整理，每份要求都标明来源和把握，请以本单位通知为准。"
    )
    QMessageBox.about(window, "关于", told)
