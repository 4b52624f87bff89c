"""The window: puts the panels side by side and joins them. Nothing else in the program connects two of them."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from functools import partial
from html import escape
from pathlib import Path

from PySide6.QtCore import QByteArray, QPoint
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QUndoStack
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QMenu, QSplitter, QStackedWidget, QToolTip, QVBoxLayout, QWidget

from assistant import progress, safekeeping
from assistant.finding import Finding
from assistant.material import Material
from assistant.progress import Row
from assistant.settings import Settings
from assistant.ui import actions
from assistant.ui.analyser import Analyser
from assistant.ui.bars import Choice, MessageBars
from assistant.ui.deeds import Deeds
from assistant.ui.editor import Editor
from assistant.ui.files import Files
from assistant.ui.find_bar import FindBar
from assistant.ui.highlighter import Highlighter
from assistant.ui.marking import Marking
from assistant.ui.outline_panel import OutlinePanel
from assistant.ui.prompts import Prompts
from assistant.ui.session import Session
from assistant.ui.side_panel import SidePanel
from assistant.ui.start_page import StartPage
from assistant.ui.status import StatusLine
from assistant.ui.theme import Theme


class MainWindow(QMainWindow):
    """One window, one material."""

    def __init__(self, colors: Theme, prompts: Prompts | None = None) -> None:
        super().__init__()
        self.setAcceptDrops(True)
        self.history = QUndoStack(self)
        self.session = Session()
        self.editor = Editor(colors, self.history)
        self.analyser = Analyser(self.editor, self.session)
        self.editor.highlighter = Highlighter(self.editor.document(), colors, self.analyser.scan)
        self.marking = Marking(self.editor)
        self.bars = MessageBars()
        asking = prompts or Prompts(self)
        self.files = Files(self.editor, self.session, self.history, self.bars, asking)
        self.deeds = Deeds(
            self.editor, self.session, self.analyser, history=self.history, bars=self.bars, prompts=asking
        )
        self.outline = OutlinePanel(colors)
        self.side = SidePanel(colors)
        self.find_bar = FindBar(self.editor)
        self.start = StartPage()
        self.status = StatusLine()
        self._rows: Sequence[Row] = ()
        self._path: Sequence[Row] = ()
        self._lay_out()
        self.actions_ = actions.build(self)
        self._connect_signals()
        self._show_settings(self.files.settings)
        self.show_start()

    def _lay_out(self) -> None:
        desk = QWidget()
        desk.setObjectName("desk")
        middle = QHBoxLayout(desk)
        middle.setContentsMargins(16, 12, 16, 0)
        middle.addStretch(1)
        middle.addWidget(self.editor)
        middle.addStretch(1)
        column = QWidget()
        rows = QVBoxLayout(column)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(desk, 1)
        rows.addWidget(self.find_bar)
        self.work = QSplitter()
        for widget, stretch in ((self.outline, 0), (column, 1), (self.side, 0)):
            self.work.addWidget(widget)
            self.work.setStretchFactor(self.work.count() - 1, stretch)
        self.work.setSizes([300, 760, 320])
        self._pages = QStackedWidget()
        self._pages.addWidget(self.start)
        self._pages.addWidget(self.work)
        central = QWidget()
        whole = QVBoxLayout(central)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.bars)
        whole.addWidget(self._pages, 1)
        self.setCentralWidget(central)
        self.setStatusBar(self.status)
        self.resize(1360, 860)
        if self.files.settings.geometry:
            self.restoreGeometry(QByteArray.fromBase64(self.files.settings.geometry.encode()))

    def _connect_signals(self) -> None:
        """Join the panels."""
        self.editor.text_edited.connect(self.marking.note_edit)
        self.editor.text_edited.connect(self.analyser.follow)
        self.editor.caret_moved.connect(self.marking.note_caret)
        self.editor.caret_moved.connect(self._follow_caret)
        self.editor.selectionChanged.connect(self._show_selection)
        self.editor.menu_wanted.connect(self._show_menu)
        self.editor.tip_wanted.connect(self._show_tip)
        self.editor.file_dropped.connect(self.open_file)
        self.editor.zoom_changed.connect(lambda zoom: self.files.change_settings(zoom=zoom))
        self.analyser.material_ready.connect(self._show_material)
        self.session.choices_changed.connect(self.analyser.analyse_now)
        self.history.cleanChanged.connect(lambda _: self._show_title())
        self.outline.row_chosen.connect(self.deeds.go_to_row)
        self.side.place_chosen.connect(self.deeds.go_to)
        self.side.fix_chosen.connect(self.deeds.fix)
        self.side.ignore_chosen.connect(self.deeds.ignore)
        self.side.elsewhere_chosen.connect(self.deeds.answer_elsewhere)
        self.side.not_applicable_chosen.connect(self.deeds.mark_not_applicable)
        self.side.note_written.connect(self.deeds.write_note)
        self.status.place_wanted.connect(lambda place: self.deeds.go_to(place, place))
        self.find_bar.closed.connect(self.editor.setFocus)
        self.files.opened.connect(self._show_opened)
        self.files.saved.connect(self._show_title)
        self.files.settings_changed.connect(self._show_settings)
        self.start.new_wanted.connect(self.files.new)
        self.start.open_wanted.connect(self.files.open)
        self.start.sample_wanted.connect(self.files.open_sample)
        self.start.recent_wanted.connect(self.open_file)

    # Showing

    def show_start(self) -> None:
        """Show the first page."""
        self._pages.setCurrentWidget(self.start)
        self._show_title()

    def open_file(self, path: str) -> bool:
        """Open a file given on the command line, dropped, or from the recent ones."""
        return self.files.open_path(Path(path))

    def offer_recovery(self) -> None:
        """Offer what a window that died left behind."""
        for found in safekeeping.abandoned():
            told, when = found.path.stem if found.path else "未保存的材料", _clock(found.time)
            choices: list[Choice] = [
                (f"找回{when}的内容", partial(self.files.recover, found)),
                ("不要了", found.discard),
            ]
            self.bars.show_message(f"上次没有正常关闭，「{told}」还有未保存的内容。", choices, key=str(found.journal))

    def _show_opened(self, notes: str) -> None:
        self._pages.setCurrentWidget(self.work)
        self.marking.start_afresh()
        self.analyser.analyse_now()
        if self.session.source:
            self._tell_read(self.analyser.material, notes)
        self._show_title()
        self.editor.setFocus()
        self.editor.go_to(0)

    def _tell_read(self, material: Material, notes: str) -> None:
        """Say in one sentence what was read from a file that is to be revised."""
        problems = sum(fact.problems or 0 for fact in material.parts if fact.parent)
        told = f"读到{len(material.sections)}节" + (f"、{problems}个问题" if problems else "") + "；原文件未改。"
        if notes:
            told += f"{notes}。"
        asked = f"现按「{material.template.label}」对照。" if material.template else "没有认出是哪一次会议的材料。"
        self.bars.show_message(told + asked, [("换成本次要求…", self.deeds.exchange_requirements)], key="read")

    def _show_material(self, material: Material) -> None:
        self.marking.show(material)
        self._rows = progress.rows(material)
        self._path = progress.around(self._rows, self.editor.caret)
        self.outline.show_rows(self._rows, progress.completed(material))
        self.outline.select(self._path)
        self.status.show_material(material, self.files.layout)
        self.side.show_material(material, self._rows, self._path)
        self._show_title()

    def _follow_caret(self, position: int) -> None:
        material = self.analyser.material
        if material.text != self.editor.text:
            return  # the next analysis is coming
        path = progress.around(self._rows, position)
        if path != self._path:
            self._path = path
            self.outline.select(path)
            self.side.show_material(material, self._rows, path)

    def _show_selection(self) -> None:
        start, end = self.editor.selected
        self.status.show_selection(self.editor.text[start:end])

    def _show_title(self) -> None:
        working = self._pages.currentWidget() is self.work
        star = "*" if working and self.files.modified else ""
        self.setWindowTitle(f"{star}{self.files.name} — 对照检查写作助手" if working else "对照检查写作助手")
        if working:
            self.status.show_saved(self.files.saved_at, modified=self.files.modified)
        actions.enable(self, working=working)

    def _show_settings(self, settings: Settings) -> None:
        self.start.show_recent(settings.recent)
        if settings.zoom != self.editor.zoom or not self.editor.maximumWidth() < 9999:
            self.editor.set_zoom(settings.zoom)
        actions.show_settings(self, settings)

    # Menus and tips on the page

    def next_finding(self, step: int = 1) -> None:
        """Go to the next finding and say what it is."""
        finding = self.deeds.next_finding(step)
        if finding:
            point = self.editor.viewport().mapToGlobal(self.editor.cursorRect().bottomRight())
            QToolTip.showText(point, _tip(finding), self.editor)

    def _show_tip(self, position: int, point: QPoint) -> None:
        found = self.deeds.findings_at(position)[:3]
        QToolTip.showText(point, "<hr>".join(_tip(finding) for finding in found), self.editor)

    def _show_menu(self, position: int, point: QPoint) -> None:
        menu = QMenu(self)
        for finding in self.deeds.findings_at(position)[:3]:
            menu.addAction(finding.message).setDisabled(True)
            if finding.fix:
                menu.addAction(finding.fix.title, partial(self.deeds.fix, finding))
            menu.addAction("忽略此处", partial(self.deeds.ignore, finding))
            menu.addSeparator()
        menu.addActions(self.actions_.editing)
        menu.exec(point)

    # Leaving

    def toggle_focus(self, *, on: bool) -> None:
        """Leave nothing but the page (专注)."""
        for widget in (self.outline, self.side):
            widget.setVisible(not on)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        local = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        if local:
            event.acceptProposedAction()
            self.open_file(local[0])

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.files.may_leave():
            event.ignore()
            return
        self.files.change_settings(geometry=bytes(self.saveGeometry().toBase64().data()).decode())
        self.session.close()
        event.accept()


def _tip(finding: Finding) -> str:
    return f"〔{finding.severity.label}〕{escape(finding.message)}<br>{escape(finding.advice)}<br>依据：{escape(finding.basis)}"


def _clock(seconds: float) -> str:
    return f"{datetime.datetime.fromtimestamp(seconds):%H:%M}"  # noqa: DTZ006
