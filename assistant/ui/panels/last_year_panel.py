"""去年: beside the caret's section what the writer's own earlier material says there, copied runs marked; and row by row
what became of last year's problems.

It is told what to show (LastYearView) and tells what was chosen; nothing is computed here.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QFont, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMenu,
    QSizePolicy,
    QSplitter,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from assistant.facts.last_year.copied import Run
from assistant.review.beside import Passage
from assistant.ui import icons
from assistant.ui.buttons import link_button
from assistant.ui.eliding import ElidedChoice
from assistant.ui.panels.answer_list import AnswerRow
from assistant.ui.panels.earlier_text import EarlierText
from assistant.ui.panels.last_year_rows import LastYearRows
from assistant.ui.panels.missing_texts import MissingTexts
from assistant.ui.panels.nothing_earlier import NothingEarlier
from assistant.ui.panels.seen_panel import SeenPanel
from assistant.ui.scrolling import scrolled
from assistant.ui.theme import Theme

_EXCLUDED = "规定标题、主题、固定表述已扣除；相同处两边都标有底色和下划线。"
_SCARCE, _SCARCER = 430, 270  # pixels of height, beside type of the usual size


@dataclass(frozen=True)
class LastYearView:
    """All that the panel shows. `names` are the earlier materials by their id, the one in force first."""

    names: tuple[tuple[str, str], ...] = ()
    listed: tuple[str, str] | None = None  # the 整改清单: its id and name
    missing: tuple[tuple[str, str], ...] = ()
    told: str = ""  # what the section and the whole have in common with last year's
    section: str = ""  # which of last year's sections are shown
    text: str = ""
    passages: tuple[Passage, ...] = ()
    runs: tuple[Run, ...] = ()
    rows: tuple[AnswerRow, ...] = ()
    unsaid: int = 0  # rows that stand nowhere yet
    unfilled: int = 0  # places 【完成情况】 in the text; one may be for several rows
    kept: int = 0  # sentences of last year's that nobody has touched

    @property
    def at_hand(self) -> bool:
        """Whether there is anything to be held against."""
        return bool(self.text or self.rows)

    @property
    def files(self) -> tuple[tuple[str, str], ...]:
        return (*self.names, *((self.listed,) if self.listed else ()))


class LastYearPanel(SeenPanel):
    """Shows what of last year belongs to the section one writes in."""

    add_wanted = Signal()
    list_wanted = Signal()
    paste_wanted = Signal()
    chosen = Signal(str)  # the earlier material of this id is to be in force
    removed = Signal(str)
    again_wanted = Signal(str)  # the file of this id is to be given again
    run_chosen = Signal(object)
    whole_wanted = Signal(bool)  # all of last year's text, or the section
    kept_wanted = Signal()
    left = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("lastYear")
        self.setAccessibleName("去年")
        self._theme, self._view = theme, LastYearView()
        self._drawn = False  # the line between text and rows, by hand
        self._pages = QStackedWidget()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._pages)
        self._nothing, page = NothingEarlier(), QWidget()
        for each in (self._nothing, page):
            self._pages.addWidget(scrolled(each))  # still empty: what goes into another is styled anew with all in it
        self._nothing.fill()
        self._nothing.add_wanted.connect(self.add_wanted)
        self._nothing.list_wanted.connect(self.list_wanted)
        self._nothing.paste_wanted.connect(self.paste_wanted)
        self._nothing.missing.again_wanted.connect(self.again_wanted)
        self._fill(page)
        self.show_theme()
        theme.changed.connect(self.show_theme)
        self.show_view(self._view)

    # Making

    def _fill(self, page: QWidget) -> None:
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._head())
        self._missing = MissingTexts()
        self._missing.again_wanted.connect(self.again_wanted)
        column.addWidget(self._missing)
        self._split = split = QSplitter(Qt.Orientation.Vertical)
        split.setChildrenCollapsible(False)
        split.setHandleWidth(1)
        column.addWidget(split, 1)
        split.addWidget(self._upper())
        self.rows = LastYearRows(self._theme)
        self.rows.left.connect(self.left)
        split.addWidget(self.rows)
        split.splitterMoved.connect(self._note_hand)
        split.installEventFilter(self)

    def _head(self) -> QVBoxLayout:
        self._names = ElidedChoice()
        self._names.setAccessibleName("与哪一份对照")
        self._names.setMinimumContentsLength(6)
        self._names.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._names.activated.connect(lambda n: self.chosen.emit(self._names.itemData(n)))
        self._more = QToolButton()
        self._more.setProperty("plain", "true")
        self._more.setAccessibleName("添加、移除以往的材料")
        self._more.setToolTip("添加、移除以往的材料")
        self._more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._more_menu = QMenu(self)
        self._more_menu.aboutToShow.connect(self._fill_more)
        self._more.setMenu(self._more_menu)
        row = QHBoxLayout()
        self._whole = link_button("看全文")
        self._whole.setCheckable(True)
        self._whole.toggled.connect(self._choose_whole)
        row.addWidget(self._names, 1)
        row.addWidget(self._whole)
        row.addWidget(self._more)
        self._told = QLabel()
        self._told.setWordWrap(True)
        self._kept = link_button("")
        self._kept.setToolTip("逐句列出与去年一字不差的句子")
        self._kept.clicked.connect(self.kept_wanted)
        shared = QHBoxLayout()
        shared.addWidget(self._told, 1)
        shared.addWidget(self._kept)
        self._excluded = QLabel(_EXCLUDED)
        self._excluded.setWordWrap(True)
        self._excluded.setObjectName("faint")
        self._head_layout = QVBoxLayout()
        self._head_layout.addLayout(row)
        self._head_layout.addLayout(shared)
        self._head_layout.addWidget(self._excluded)
        return self._head_layout

    def _upper(self) -> QWidget:
        self._upper_part = upper = QWidget()
        column = QVBoxLayout(upper)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._section = QLabel()
        self._section.setObjectName("panelTitle")
        column.addWidget(self._section)
        self.text = EarlierText(self._theme)
        self.text.run_chosen.connect(self.run_chosen)
        column.addWidget(self.text, 1)
        return upper

    # Showing

    @property
    def view(self) -> LastYearView:
        return self._view

    def show_view(self, view: LastYearView) -> None:
        """Show another state of things."""
        self._view = view
        moved = self.turn(self._pages, 1 if view.at_hand else 0)
        for row in (self._missing, self._nothing.missing):
            row.show_missing(view.missing)
        self._show_names(view)
        self._told.setText(view.told)
        self._told.setToolTip(_EXCLUDED)
        self._kept.setText(f"去年原句{view.kept}句…")
        self._kept.setVisible(view.kept > 0)
        self._section.setText(view.section)
        self._upper_part.setVisible(bool(view.text))
        self._whole.setVisible(bool(view.text))
        self.text.show_passages(view.text, view.passages, view.runs)
        self.rows.show_rows(view.rows, unsaid=view.unsaid, unfilled=view.unfilled, has_text=bool(view.text))
        self._make_room()
        if moved:
            self.take_focus()

    def _note_hand(self) -> None:
        self._drawn = True

    def _make_room(self) -> None:
        """Where height is scarce, let what only explains go: else the parts' scroll bars would lie within another, and no row be seen."""
        scarce, scarcer = (self.height() < self._theme.length(each) for each in (_SCARCE, _SCARCER))
        self._excluded.setVisible(bool(self._view.told) and not scarce)
        self._section.setVisible(not scarce)
        self.text.entitle(self._view.section if scarce else "")
        self.rows.counts_row.setVisible(not scarcer)  # each row says how it stands
        self.rows.stand_close(close=scarcer)
        self.rows.answers.stand_close(close=scarce)
        side = self._theme.length(12)
        above, below = (side // 3, side // 4) if scarcer else (side * 2 // 3, side // 2)
        self._head_layout.setContentsMargins(side, above, side, below)
        self._share_room()

    def _share_room(self) -> None:
        """Part the height between text and rows: half each, but none more than it can use. A line drawn by hand stays."""
        if self._drawn or not (self._view.text and self._view.rows):
            return
        room = self._split.height() - self._split.handleWidth()
        upper = self._upper_part.sizeHint().height() - self.text.sizeHint().height() + self.text.whole_height()
        height = min(upper, max(room // 2, room - self.rows.height_wanted))
        self._split.setSizes([height, max(room - height, 1)])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self._split:
            self._share_room()
        return super().eventFilter(watched, event)

    def _show_names(self, view: LastYearView) -> None:
        wanted = view.names or view.files
        if [self._names.itemText(n) for n in range(self._names.count())] != [name for _, name in wanted]:
            self._names.clear()
            for identifier, name in wanted:
                self._names.addItem(name, identifier)
        self._names.setCurrentIndex(0)
        self._names.setToolTip(self._names.currentText())

    def _choose_whole(self, on: bool) -> None:
        self._whole.setText("只看本节" if on else "看全文")
        self.whole_wanted.emit(on)

    def show_whole(self) -> None:
        """Show all of last year's text, as by the button."""
        self._whole.setChecked(True)

    def take_focus(self) -> None:
        """Go here with the keyboard."""
        shown = self.rows.answers if self._view.rows else self.text
        (shown if self._view.at_hand else self._nothing.first).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _fill_more(self) -> None:
        menu = self._more_menu
        menu.clear()
        menu.addAction("添加以往的材料…", self.add_wanted.emit)
        menu.addAction("选整改清单…", self.list_wanted.emit)
        menu.addAction("粘贴整改清单", self.paste_wanted.emit)
        menu.addSeparator()
        for identifier, name in self._view.files:
            menu.addAction(f"移除“{name}”", partial(self.removed.emit, identifier))

    def show_theme(self) -> None:
        """Take the colors and sizes in force."""
        self._head_layout.setSpacing(self._theme.length(3))
        self._more.setIcon(icons.icon(self._theme, "plus"))
        self._more.setIconSize(QSize(self._theme.length(15), self._theme.length(15)))
        self._more.setFixedSize(self._theme.length(30), self._theme.length(28))
        small = QFont(self.font())
        small.setPointSizeF(self._theme.sizes.small)
        self._excluded.setFont(small)
        self._make_room()
