"""The window: the page in the middle, menus above, room for the panels that come after the first paint.

What is imported here is loaded before anything is on the screen, so it is kept to what the page needs.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QMainWindow, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from assistant import NAME
from assistant.files import journals, naming
from assistant.files.settings import Settings
from assistant.files.too_large import PASTED_TOO_LONG
from assistant.reading import changed_characters
from assistant.ui import dropping, screens
from assistant.ui.document.history import History
from assistant.ui.document.session import Session
from assistant.ui.menu_windows import MenuWindows
from assistant.ui.menus import Menus
from assistant.ui.page import looks
from assistant.ui.page.desk import Desk
from assistant.ui.page.editor import Editor
from assistant.ui.page.held_keys import HeldKeys
from assistant.ui.page.highlighter import Highlighter
from assistant.ui.panels.bars import MessageBars
from assistant.ui.panels.sides import Sides
from assistant.ui.theme import Theme
from assistant.ui.waiting import later
from assistant.ui.work.files import Files

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent, QPaintEvent

    from assistant.ui.wiring import Wiring
    from assistant.ui.work.prompts import Prompts
    from assistant.ui.work.start_page_work import StartPageWork

USUAL = (1380, 860)  # pixels, where the screen has them


class MainWindow(QMainWindow):
    """One window, one material."""

    first_painted = Signal()

    def __init__(self, theme: Theme, prompts: Prompts | None = None) -> None:
        super().__init__()
        self.setAcceptDrops(True)
        self._theme = theme
        self.wiring: Wiring | None = None  # made by `join`
        self._painted = False
        self._starting: StartPageWork | None = None  # as long as the first page is shown
        self._start: QWidget | None = None
        self.history = History(self)
        self.session = Session()
        self.editor = Editor(theme, self.history)
        self.editor.highlighter = Highlighter(
            self.editor.document(), theme, lambda text, kind: looks.spans(text, (), kind)
        )
        self._keys = HeldKeys(self.editor)  # until `join` knows where the caret belongs
        self.bars = MessageBars()
        self.files = Files(self.editor, self.session, self.history, self.bars, prompts)
        self._lay_out()
        self.opens = MenuWindows(self, theme, files=self.files, session=self.session, bars=self.bars)
        self.menus = Menus(self, theme, files=self.files, history=self.history, opens=self.opens)
        self.menus.find_wanted.connect(self._open_find_bar)
        self.menus.last_year_toggled.connect(lambda on: self.join().show_last_year(shown=on))
        self.menus.returned_toggled.connect(lambda on: self.join().show_returned(shown=on))
        self.menus.focus_toggled.connect(lambda only: self.join().leave_only_page(only=only))
        self.editor.file_dropped.connect(self.open_file)
        self.editor.paste_refused.connect(self._tell_too_long)
        self.editor.paste_changed.connect(self._tell_changed)
        self.editor.zoom_changed.connect(lambda zoom: self.files.change_settings(zoom=zoom))
        self.history.cleanChanged.connect(lambda _: self._show_title())
        self.session.unfinished_changed.connect(self._show_title)
        self.session.choices_changed.connect(self._show_title)  # what is not saved yet is called by its template
        self.files.finishing.connect(self._take_keys)
        self.files.opened.connect(self._show_work)
        self.files.opened.connect(self._offer_of_draft)
        self.files.saved.connect(self._show_title)
        self.files.saving_changed.connect(self._show_title)
        self.files.settings_changed.connect(self._apply_settings)
        self.editor.set_layout(self.files.layout)
        self.editor.set_zoom(self.files.settings.zoom)
        self._apply_settings(self.files.settings)
        self._show_title()

    def _take_keys(self) -> None:
        """Have all that was typed in the text before it is saved or let go, however early that is."""
        if self.working:
            self.join()

    def _tell_too_long(self) -> None:
        self.bars.show_message(PASTED_TOO_LONG, key="insert")

    def _tell_changed(self, look_alikes: int, unseen: int) -> None:
        self.bars.show_message(f"{changed_characters('粘贴的文字中', look_alikes, unseen)}。", key="pasted", quiet=True)

    def _lay_out(self) -> None:
        self.desk = Desk(self.editor, self._theme)
        column = QWidget()
        self._column = QVBoxLayout(column)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.desk, 1)
        self.work = QSplitter()
        self.work.setHandleWidth(1)
        self.work.setChildrenCollapsible(False)
        self.work.addWidget(column)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.work)
        self.sides = Sides(self.work, self._theme)
        self.work.setStretchFactor(1, 1)
        central = QWidget()
        whole = QVBoxLayout(central)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.bars)
        whole.addWidget(self._pages, 1)
        self.setCentralWidget(central)
        self._take_place()

    def _take_place(self) -> None:
        """Stand where the window stood on this screen, or as large as it is usual and the screen allows."""
        known = self.files.settings
        screens_now = {screens.key_of(screen): screen for screen in QGuiApplication.screens()}
        screen = screens_now.get(known.screen) or QGuiApplication.primaryScreen()
        place = screens.remembered(known.places.get(screens.key_of(screen), ()))
        self._fills_screen = screens.put(self, QSize(*USUAL), place, screen)

    def open_up(self) -> None:
        """Show the window, filling its screen where it did so before or the screen is small."""
        if self._fills_screen:
            self.showMaximized()
        else:
            self.show()

    def join(self, seen: Callable[[], None] = lambda: None) -> Wiring:
        """Make what stands beside the page and join it, if that is not done yet; at the latest after the first paint.

        `seen` is called when all that can be seen is made and shows the text, for it to be painted before the rest.
        """
        if self.wiring is None:
            from assistant.ui.wiring import Wiring

            made = self.wiring = Wiring(
                self,
                self._theme,
                desk=self.desk,
                pages=self._pages,
                sides=self.sides,
                files=self.files,
                menus=self.menus,
            )
            self.setStatusBar(made.status)
            made.status.show()  # Qt would show it an event later, and lay out and paint everything twice
            if self._starting:
                made.status.show_idle()
            if self.working:
                made.show_first()
            seen()
            made.complete()
            self._column.addWidget(made.find_bar)
            made.unseen.order_tabs()
            self._keys.give()
        return self.wiring

    @property
    def working(self) -> bool:
        """Whether a document is open, and not the first page shown."""
        return self.files.has_document

    # Showing

    def show_start(self) -> None:
        """Show the first page."""
        from assistant.ui.panels.start_page import StartPage
        from assistant.ui.work.start_page_work import StartPageWork

        start = StartPage(self._theme)
        self._starting = StartPageWork(start, self.files)
        start.new_wanted.connect(self.files.new)
        start.open_wanted.connect(self.files.open)
        start.sample_wanted.connect(self.files.open_sample)
        start.recent_wanted.connect(self.open_file)
        start.former_wanted.connect(self.files.find_former)
        start.former_of_wanted.connect(lambda path: self.files.recovery.show_of(Path(path)))
        start.folder_wanted.connect(self.opens.check_folder)
        start.safety_wanted.connect(self.opens.show_safety)
        self._pages.addWidget(start)
        self._pages.setCurrentWidget(start)
        self._start = start
        self.menus.toolbar.hide()

    def _show_work(self) -> None:
        if self._start:
            self._pages.removeWidget(self._start)
            self._start.deleteLater()
            self.menus.toolbar.show()
            self._start = self._starting = None
        self._show_title()
        self.editor.setFocus()

    def open_file(self, path: str) -> bool:
        """Open a file given on the command line, dropped, or from the recent ones."""
        return self.files.open_path(Path(path))

    def offer_recovery(self) -> None:
        """Offer what a window that died left behind."""
        if self._starting:
            self._starting.go_on()
        else:
            self.files.recovery.offer()

    def _offer_of_draft(self) -> None:
        """Offer what was left unsaved of the draft that has just been opened, however it was opened."""
        if path := self.session.path:
            later(lambda: any(journals.left_of(path)), self._offer_if, self)

    def _offer_if(self, found: bool) -> None:
        if found:
            self.offer_recovery()

    def _show_title(self) -> None:
        star = "*" if self.working and self.files.modified else ""
        self.setWindowTitle(f"{star}{naming.readable(self.files.name)} — {NAME}" if self.working else NAME)
        self.menus.enable(working=self.working)

    def _apply_settings(self, settings: Settings) -> None:
        if settings.zoom != self.editor.zoom:
            self.editor.set_zoom(settings.zoom)
        if self.files.layout != self.editor.shown_layout:
            self.editor.set_layout(self.files.layout)
        self.sides.show_wanted(outline=settings.outline_shown, side=settings.side_shown)

    def _open_find_bar(self) -> None:
        self.join().find_bar.open()

    # Keys, painting, dropping, leaving

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press the button that has the keyboard with Return too, as in dialogs; Qt knows only the space bar here."""
        button = self.focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(button, QAbstractButton):
            if not event.isAutoRepeat():
                button.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            self.first_painted.emit()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        dropping.welcome_files(event)

    def dropEvent(self, event: QDropEvent) -> None:
        if local := dropping.dropped_file(event):
            self.open_file(local)

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.files.may_leave():
            event.ignore()
            return
        if self.working:
            self.files.leaving.emit()
        kept = self.files.settings.with_place(screens.key_of(self.screen()), screens.place_of(self))
        self.files.change_settings(places=kept.places, screen=kept.screen)
        self.session.close()
        if self.files.settings.public:
            from assistant.files import housekeeping

            housekeeping.clear_all()
        self.history.blockSignals(True)  # it speaks once more when it is taken apart, to a window that is gone
        event.accept()
