"""The status line: how much is still to do, how long the text is, how large it is shown, whether it is saved."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QSizePolicy, QStatusBar, QWidget

from assistant import __version__
from assistant.review import days_left
from assistant.text import length
from assistant.ui import keys
from assistant.ui.announcing import announce
from assistant.ui.buttons import link_button
from assistant.ui.clock import clock
from assistant.ui.document.session import Safety
from assistant.ui.eliding import ElidedLabel
from assistant.ui.panels.panel_values import StatusTexts
from assistant.ui.panels.zoom import ZoomControl
from assistant.ui.theme import Theme

if TYPE_CHECKING:  # the line is shown before anything is known that reads a text
    from assistant.review.progress import Unfinished

_TOLD_MS = 6000  # that something is said in the place of the names


class StatusLine(QStatusBar):
    """Says in one line how far the writer has come; what is unfinished is a list to be opened, never a line that pushes."""

    unfinished_chosen = Signal(object)  # Unfinished
    focus_ended = Signal()

    def __init__(self, theme: Theme, zooms: Sequence[int], usual_zoom: int) -> None:
        super().__init__()
        self.setSizeGripEnabled(False)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._theme = theme
        self._left: Sequence[Unfinished] = ()
        self._names = ""  # of what is unfinished
        self._idle = False  # the first page is shown
        self._count = link_button("")
        self._count.setObjectName("unfinishedCount")
        self._count.setMenu(QMenu(self._count))
        self._count.menu().aboutToShow.connect(self._fill_unfinished)
        self._named = ElidedLabel()
        self._named.setObjectName("faint")
        self._unfocus = link_button(keys.with_key("退出只看正文", keys.ONLY_PAGE))
        self._unsafe = QLabel()
        self._unsafe.setAccessibleName("断电备份")
        self._unsafe.setTextFormat(Qt.TextFormat.RichText)
        self._unsafe.hide()
        self._unfocus.clicked.connect(self.focus_ended)
        self.stage = link_button("")
        self.stage.setAccessibleName("阶段")
        self._stages = QMenu("阶段")  # Qt does not keep it alive
        self.stage.setMenu(self._stages)
        for button in (self._count, self.stage, self._unfocus):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keyboard with the page
            button.hide()
        self._told = ""  # in the place of the names, for a while
        self._telling = QTimer(self)
        self._telling.setSingleShot(True)
        self._telling.setInterval(_TOLD_MS)
        self._telling.timeout.connect(lambda: self.say(""))
        self._deadline, self._length, self._chosen, self._pages, self._saved = (QLabel() for _ in range(5))
        self.zoom = ZoomControl(theme, zooms[0], zooms[-1], usual_zoom)
        self._lay_out()

    def _lay_out(self) -> None:
        """Put what is unfinished at the left; at the right what gives way, the least needed first."""
        left = QWidget()
        row = QHBoxLayout(left)
        row.setContentsMargins(4, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self._count)
        row.addWidget(self._named, 1)
        left.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.addWidget(left, 1)
        self._pieces = (
            self._unsafe,
            self._unfocus,
            self.stage,
            self._deadline,
            self._length,
            self._chosen,
            self._pages,
            self.zoom,
            self._saved,
        )
        self._giving_way: tuple[QWidget, ...] = (  # the slider is a part of the zoom's
            self.zoom.slider,
            self._pages,
            self._deadline,
            self.zoom,
            self._saved,
            self._chosen,
        )
        for piece in self._pieces:
            piece.setProperty("piece", "true")
            self.addPermanentWidget(piece)

    # Width

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def sizeHint(self) -> QSize:
        return QSize(0, super().sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        """Show what there is room for: the count always, of its names at least the first words."""
        spacing = self._theme.length(6)
        widths: dict[QWidget, int] = {
            each: each.sizeHint().width() + spacing for each in self._pieces if self._speaks(each)
        }
        widths[self.zoom], widths[self.zoom.slider] = self.zoom.widths()
        room = self.width() - self._count.sizeHint().width() - self._theme.length(60)
        kept = set(widths)
        for widget in self._giving_way:
            if sum(widths[each] for each in kept) > room:
                kept.discard(widget)
        if self._idle:
            kept &= {self._saved}
        for widget in self._giving_way:
            if widget.isHidden() == (widget in kept):
                widget.setVisible(widget in kept)

    def _speaks(self, piece: QWidget) -> bool:
        """Tell whether a piece has anything to show just now."""
        return bool(piece.text()) if isinstance(piece, QLabel) else piece in self._giving_way or not piece.isHidden()

    def show_theme(self) -> None:
        """Take the colors and sizes in force."""
        self.zoom.show_theme()
        self._make_room()

    # Showing

    def show_idle(self) -> None:
        """Say what stands below the first page, where nothing is open."""
        self._idle = True
        self._named.setText("本机离线")
        self._saved.setText(f"版本 {__version__}")
        self._make_room()

    def show_texts(self, texts: StatusTexts, left: Sequence[Unfinished] = ()) -> None:
        """Show the stage, what is unfinished, the length and the number of pages; `left` is what the list of that holds."""
        self._idle = False
        self.stage.setText(f"{texts.stage}阶段")
        self.stage.setAccessibleName(f"阶段：{texts.stage}")
        self.stage.show()
        self._left = left
        self._say_open(texts.how_many, texts.named)
        today = datetime.date.today()  # noqa: DTZ011  # where the writer sits
        self._deadline.setText(days_left.told(texts.hand_in, texts.meeting, today))
        self._length.setText(texts.length)
        self._show_over(over=texts.over)
        self._pages.setText(texts.pages)
        self._make_room()

    def _show_over(self, *, over: bool) -> None:
        """Let a length over the limit be seen."""
        if self._length.property("over") != over:
            self._length.setProperty("over", over)
            self._length.style().unpolish(self._length)
            self._length.style().polish(self._length)

    def _say_open(self, count: str, named: str) -> None:
        self._count.setText(count)
        self._count.setAccessibleName(count)
        self._count.setAccessibleDescription(named)
        self._count.setVisible(bool(count))
        self._names = named
        self._named.setText(self._told or named)

    def say(self, message: str) -> None:
        """Say something in the place of the names for a while; nothing waits for it."""
        self._told = message
        self._named.setText(message or self._names)
        announce(self, message)
        self._telling.start() if message else self._telling.stop()

    def _fill_unfinished(self) -> None:
        """Fill the list of what is unfinished, just before it opens."""
        menu = self._count.menu()
        menu.clear()
        for each in self._left:
            menu.addAction(each.label, partial(self.unfinished_chosen.emit, each))

    def show_unfinished(self) -> None:
        """Open the list of what is unfinished, for the keyboard."""
        if self._left:
            self._count.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self._count.showMenu()

    def take_focus(self) -> None:
        """Go to the line with the keyboard."""
        (self._count if self._left else self.stage).setFocus(Qt.FocusReason.ShortcutFocusReason)

    @property
    def unfinished(self) -> Sequence[Unfinished]:
        return self._left

    def offer_end_of_focus(self, *, offered: bool) -> None:
        """Show the way back while nothing but the page is left."""
        self._unfocus.setVisible(offered)
        self._make_room()

    def show_selection(self, text: str) -> None:
        """Show the length of what is selected beside that of the whole."""
        self._chosen.setText(f"选中{length(text)}字" if text else "")
        self._make_room()

    def show_saved(self, when: float | None, *, modified: bool, saving: bool = False) -> None:
        """Show when the draft was last saved, or that it is being saved."""
        if saving:
            self._saved.setText("正在保存…")
        elif modified:
            self._saved.setText("有未保存的更改")
        else:
            self._saved.setText(f"已保存 {clock(when)}" if when else "")
        self._make_room()

    def show_safety(self, safety: Safety) -> None:
        """Say as long as it is so that a power cut would take what is not saved, or where that is kept instead."""
        self._unsafe.setVisible(bool(safety.cause) or not safety.kept)
        if safety.kept:
            self._unsafe.setText("断电备份暂存在草稿旁边" if safety.cause else "")
            why = f"断电备份未能写入本机的文件夹（{safety.cause}）。没有保存的内容暂存为草稿旁边的隐藏文件，保存后自动删除。"
        else:
            self._unsafe.setText("<b>断电备份未能写入，请及时保存</b>")
            why = f"断电备份未能写入（{safety.cause}）。请按{keys.SAVE}保存；不能保存的，请另存到其他磁盘。"
        self._unsafe.setToolTip(why)
        self._make_room()

    def told(self) -> str:
        """Give the line as plain text."""
        opened = "：".join(filter(None, (self._count.text(), self._named.text())))
        labels = (self._deadline, self._length, self._pages, self._chosen, self._saved)
        return "　".join((opened, *(label.text() for label in labels)))
