"""What one sees first: what was written last, the ways to begin, the recent files; and what this program does not do."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from assistant import NAME
from assistant.ui.buttons import link_button
from assistant.ui.document.recent import Recent
from assistant.ui.fonts import page_font
from assistant.ui.panels.recent_files import RecentFiles
from assistant.ui.panels.start_parts import Continue, LinkBox, RecoveryStrip, Tile
from assistant.ui.theme import Theme

_LISTED = 4  # recent files below the one that is gone on with
_MAIN, _SIDE, _GAP = 800, 296, 24  # pixels beside type of the usual size


class StartPage(QScrollArea):
    """Offers all ways to begin. Beside each other where there is room, else below; it scrolls."""

    new_wanted = Signal()
    open_wanted = Signal()
    sample_wanted = Signal()
    recent_wanted = Signal(str)
    former_wanted = Signal()  # 找回以前保存的版本
    former_of_wanted = Signal(str)  # those of one draft, which is broken
    folder_wanted = Signal()  # a folder is to be checked
    safety_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setAccessibleName("首页")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # what stands in it has the keyboard
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._theme = theme
        self._recent: Sequence[Recent] = ()
        self._known: dict[str, Recent] = {}  # by path: of which it was told how far they are
        self._make()
        theme.changed.connect(self._make_anew)

    def _make(self) -> None:
        """Make all that stands on the page, in the colors and sizes in force."""
        theme = self._theme
        self._continue: Continue | None = None
        self._last = ""
        inside = QWidget()
        inside.setObjectName("start")
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._sides.setSpacing(theme.length(_GAP))
        page = QWidget()
        page.setMaximumWidth(theme.length(_MAIN + _SIDE + _GAP))
        whole = QVBoxLayout(page)
        whole.setContentsMargins(0, 0, 0, 0)
        title = QLabel(NAME)
        title.setObjectName("startTitle")
        title.setFont(page_font("title", theme.length(24)))
        whole.addWidget(title)
        whole.addWidget(_faint("本机离线运行，不改动原文件，不代写。涉密内容请勿在本机起草。"))
        whole.addSpacing(theme.length(6))
        whole.addLayout(self._sides)
        self._sides.addLayout(self._main(), _MAIN)
        self._sides.addWidget(self._aside(), _SIDE)
        around = QHBoxLayout(inside)
        around.setContentsMargins(*[theme.length(16)] * 4)
        around.addStretch(1)
        around.addWidget(page, 100)
        around.addStretch(1)
        self._turn_sides()
        self.setWidget(inside)  # what stood there before goes

    def _make_anew(self) -> None:
        """Show the same in other colors and sizes: icons, rows and margins keep those they were made with."""
        reached = self.findChildren(QWidget)
        focused = self.focusWidget()
        at = reached.index(focused) if focused in reached else -1
        row = self.files.currentIndex().row()
        unsaved = "" if self.recovery.isHidden() else self.recovery.told
        self._make()
        self.show_recent(self._recent)
        for each in self._known.values():
            self.tell(each)
        self.offer_recovery(unsaved)
        if current := self.files.topLevelItem(row):
            self.files.setCurrentItem(current)
        if at >= 0:  # the same things are made again, in the same order
            self.findChildren(QWidget)[at].setFocus(Qt.FocusReason.OtherFocusReason)

    def _main(self) -> QVBoxLayout:
        theme, column = self._theme, QVBoxLayout()
        column.setSpacing(theme.length(12))
        self._last_box = QVBoxLayout()
        column.addLayout(self._last_box)
        self.recovery = RecoveryStrip(theme, self.former_wanted.emit)
        column.addWidget(self.recovery)
        tiles = QHBoxLayout()
        tiles.setSpacing(theme.length(12))
        asked = "粘贴、打开通知，读出要求，核对后列出提纲"
        tiles.addWidget(Tile(theme, "new", "收到通知，新建", asked, self.new_wanted.emit))
        kinds = "Word、WPS、文本都可以，原文件不动"
        tiles.addWidget(Tile(theme, "history", "打开去年的材料改", kinds, self.open_wanted.emit))
        column.addLayout(tiles)
        column.addWidget(self._list())
        column.addWidget(_faint("也可以把文件拖到这里：只读取，不移动、不改动。"))
        column.addStretch(1)
        return column

    def _list(self) -> QFrame:
        """List what else was open last, and the ways to other files."""
        box = QFrame()
        box.setObjectName("links")
        column = QVBoxLayout(box)
        column.setContentsMargins(1, 1, 1, 4)
        column.setSpacing(4)
        self.files = RecentFiles(self._theme)
        self.files.hide()
        self.files.chosen.connect(self.recent_wanted)
        column.addWidget(self.files)
        row = QHBoxLayout()
        for label, signal in (("打开其他文件…", self.open_wanted), ("找回以前保存的版本…", self.former_wanted)):
            button = link_button(label)
            button.clicked.connect(signal)
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)
        return box

    def _aside(self) -> QWidget:
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._theme.length(12))
        office = ("folder", "检查一批文件", "哪些已交、缺什么、要改什么", self.folder_wanted.emit)
        first = (
            ("file", "看一份样例", "单位和人员均为虚构，只作格式参考", self.sample_wanted.emit),
            ("shield", "本机安全", "内容存在哪里，怎样清除", self.safety_wanted.emit),
        )
        column.addWidget(LinkBox(self._theme, "办公室使用", (office,), side))
        column.addWidget(LinkBox(self._theme, "初次使用", first, side))
        column.addStretch(1)
        return side

    # Following

    def show_recent(self, recent: Sequence[Recent]) -> None:
        """Show the recent files, of which the last leads and has the focus: Enter goes on with it."""
        self._recent = recent
        if recent and self._continue is None:
            last = recent[0]
            self._last = last.path
            write, find = (partial(each.emit, last.path) for each in (self.recent_wanted, self.former_of_wanted))
            self._continue = Continue(self._theme, last.name, write, find)
            self._continue.tell(f"{last.when}改动")
            self._last_box.addWidget(self._continue)
            QWidget.setTabOrder(self._continue.former, self._continue.button)
            QWidget.setTabOrder(self._continue.button, self.recovery.look)
        self.files.show_files(recent[1 : 1 + _LISTED])

    def tell(self, one: Recent) -> None:
        """Tell how far a recent draft is, once it is read."""
        self._known[one.path] = one
        if one.path == self._last and self._continue:
            self._continue.tell(" · ".join(filter(None, (one.when, one.told))))
            if one.former:
                self._continue.offer_former()
        else:
            self.files.show_file(one)

    def offer_recovery(self, message: str) -> None:
        """Offer what was left unsaved; "" for nothing."""
        self.recovery.tell(message)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._turn_sides()
        super().resizeEvent(event)

    def _turn_sides(self) -> None:
        """Put the boxes of the side below where there is no room beside."""
        narrow = self.width() < self._theme.length(_MAIN - 100 + _SIDE + 2 * _GAP)
        wanted = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        if self._sides.direction() != wanted:
            self._sides.setDirection(wanted)


def _faint(text: str) -> QLabel:
    label = QLabel(text)
    label.setObjectName("faint")
    label.setWordWrap(True)
    return label
