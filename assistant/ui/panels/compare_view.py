"""对比: two texts, the earlier one on the left, what differs one below the other; what is chosen goes into the draft.

It stands in the place of the page. It is told what to show and tells what was chosen.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QBoxLayout,
    QButtonGroup,
    QHBoxLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from assistant.review.comparison import Kind
from assistant.review.listed_changes import FoldedSame, ListedChange, State
from assistant.ui import icons, keys
from assistant.ui.buttons import plain_button
from assistant.ui.eliding import ElidedLabel
from assistant.ui.panels.change_drawing import LABELS, LEFT
from assistant.ui.panels.change_list import ChangeList
from assistant.ui.panels.version_list import VersionList
from assistant.ui.theme import Theme

_ALL = "全部"
_TOLD = f"接受的改动写进{LEFT}的材料；接受、拒绝都可以逐处撤销。"
_TOLD_BACK = "改回、保留都可以逐处撤销。"


def _counted(standing: Sequence[tuple[str, int]]) -> str:
    """Say how many there are in all, then of them what is left and what was decided, as far as there is any."""
    some = [(label, count) for label, count in standing if count]
    each = f"均{some[0][0]}" if len(some) == 1 else "，".join(f"{label}{count}处" for label, count in some)
    return f"共{sum(count for _, count in some)}处不同，{each}。"


class _Foot(QWidget):
    """What is told stands beside the buttons, or above them where it would be cut off."""

    def __init__(self, words: ElidedLabel, buttons: QHBoxLayout) -> None:
        super().__init__()
        self.setObjectName("foot")
        self._told, self._buttons = words, buttons
        self._parts = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._parts.setContentsMargins(12, 8, 12, 8)
        self._parts.addWidget(words, 1)
        self._parts.addLayout(buttons)

    def fit(self) -> None:
        """Lay out for the width that there is and what is told now."""
        wanted = self._told.fontMetrics().horizontalAdvance(self._told.text())
        room = self.width() - self._buttons.sizeHint().width() - 2 * 12 - self._parts.spacing()
        directions = QBoxLayout.Direction
        self._parts.setDirection(directions.TopToBottom if wanted > room else directions.LeftToRight)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()


class CompareView(QWidget):
    """Shows a comparison."""

    section_wanted = Signal(int)  # all that is open in this section is to be taken over
    rest_wanted = Signal()
    export_wanted = Signal()
    back_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("compare")
        self._theme = theme
        self._entries: tuple[ListedChange | FoldedSame, ...] = ()
        self._kind: Kind | None = None
        self.versions = VersionList(theme)
        self.changes = ChangeList(theme)
        self.changes.moved.connect(self._follow)
        self.changes.left.connect(self.back_wanted)
        self.versions.left.connect(self.back_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.versions)
        row.addWidget(self._edge())
        column = QVBoxLayout()
        column.setSpacing(0)
        row.addLayout(column, 1)
        column.addLayout(self._head())
        column.addLayout(self._titles())
        column.addWidget(self.changes, 1)
        self._below = self._foot()
        column.addWidget(self._below)
        for key, step in ((keys.NEXT_CHANGE, 1), (keys.PREVIOUS_CHANGE, -1)):
            shortcut = QShortcut(QKeySequence(key), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda step=step: self.step(step))
        self.show_theme()
        theme.changed.connect(self.show_theme)

    @staticmethod
    def _edge() -> QWidget:
        edge = QWidget()
        edge.setObjectName("compareEdge")
        edge.setFixedWidth(1)
        return edge

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(12, 8, 12, 4)
        row.setSpacing(0)
        self._filters: dict[Kind | None, QToolButton] = {}
        group = QButtonGroup(self)
        for kind in (None, *LABELS):
            button = QToolButton()
            button.setCheckable(True)
            button.setChecked(kind is None)
            button.setProperty("segment", "true")
            button.clicked.connect(lambda _=False, kind=kind: self.show_kind(kind))
            group.addButton(button)
            self._filters[kind] = button
            row.addWidget(button)
        row.addSpacing(8)
        self.whole = QToolButton()
        self.whole.setCheckable(True)
        self.whole.setText("看全文")
        self.whole.setToolTip("相同的段落也展开，便于通读")
        self.whole.setProperty("plain", "true")
        self.whole.toggled.connect(lambda on: self.changes.read_whole(whole=on))
        row.addWidget(self.whole)
        row.addSpacing(8)
        self._place = ElidedLabel()  # of all, the first filter tells the number too
        self._place.setObjectName("faint")
        self._place.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._place, 1)
        row.addSpacing(8)
        self._steps: list[tuple[QToolButton, str]] = []
        for picture, label, key, step in (
            ("up", "上一处", keys.PREVIOUS_CHANGE, -1),
            ("down", "下一处", keys.NEXT_CHANGE, 1),
        ):
            button = QToolButton()
            button.setProperty("plain", "true")
            button.setToolTip(keys.with_key(label, key))
            button.setAccessibleName(button.toolTip())
            button.clicked.connect(lambda _=False, step=step: self.step(step))
            self._steps.append((button, picture))
            row.addWidget(button)
        return row

    def _titles(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(24, 4, 24, 8)
        self._left, self._right = ElidedLabel(), ElidedLabel()
        for label in (self._left, self._right):
            label.setObjectName("compareTitle")
            row.addWidget(label, 1)
        return row

    def _foot(self) -> _Foot:
        self._told = ElidedLabel()
        row = QHBoxLayout()
        row.addStretch(1)
        self._section = plain_button("接受本节各处", self._take_section)
        self._rest = plain_button("接受其余各处…", self.rest_wanted.emit)
        self._export = plain_button("导出修订稿…", self.export_wanted.emit)
        for button in (self._section, self._rest, self._export, plain_button("回到写作", self.back_wanted.emit)):
            row.addWidget(button)
        return _Foot(self._told, row)

    def show_theme(self) -> None:
        """Take the colors and sizes in force."""
        height = self._theme.length(26)
        for segment in (*self._filters.values(), self.whole):
            segment.setMinimumHeight(height)
        for button, picture in self._steps:
            button.setIcon(icons.icon(self._theme, picture, "accent"))
            button.setFixedSize(height + 2, height)

    # Showing

    def show_texts(self, left: str, right: str) -> None:
        """Say which texts are held against each other."""
        self._left.setText(left)
        self._right.setText(right)

    def show_entries(self, entries: Sequence[ListedChange | FoldedSame], nothing: str, *, back: bool = False) -> None:
        """Show what differs; `nothing` is said where there is none. `back`: the other text is an earlier one."""
        self._entries = tuple(entries)
        changes = [each for each in self._entries if isinstance(each, ListedChange)]
        for kind, button in self._filters.items():
            number = sum(kind in (None, each.kind) for each in changes)
            button.setText(f"{LABELS[kind] if kind else _ALL} {number}")
        counts = {state: sum(each.state is state for each in changes) for state in State}
        taken, kept, still = counts[State.TAKEN], counts[State.KEPT], counts[State.OPEN]
        sentence = _counted((("未处理", still), ("已接受", taken), ("已拒绝", kept))) + _TOLD
        if back:
            sentence = _counted((("未处理", still), ("已改回", taken), ("已保留", kept))) + _TOLD_BACK
        self._section.setText(f"本节改回{LEFT}" if back else "接受本节各处")
        which = "其余" if taken or kept else "全部"
        self._rest.setText(f"{which}改回{LEFT}…" if back else f"接受{which}各处…")
        self._told.setText(sentence if changes else nothing)
        self._below.fit()
        self._rest.setEnabled(counts[State.OPEN] > 0)
        self._export.setEnabled(bool(changes))
        self._list()

    def show_kind(self, kind: Kind | None) -> None:
        """List the changes of one kind only, or all with what is the same."""
        self._kind = kind
        self._filters[kind].setChecked(True)
        self._list()

    def _list(self) -> None:
        wanted = [
            e for e in self._entries if self._kind is None or (isinstance(e, ListedChange) and e.kind is self._kind)
        ]
        self.changes.show_entries(wanted)
        if not isinstance(self.changes.current(), ListedChange):
            self.changes.step(1)
        self._follow()

    def _follow(self) -> None:
        """Say which change is the current one, and offer what can be done in its section."""
        changes = [each for each in self.changes.entries() if isinstance(each, ListedChange)]
        current = self.changes.current()
        at = changes.index(current) + 1 if isinstance(current, ListedChange) and current in changes else 0
        self._place.setText(f"第{at}处，共{len(changes)}处" if at else f"共{len(changes)}处")
        self._section.setEnabled(any(each.state is State.OPEN for each in self._of_section()))

    def _of_section(self) -> list[ListedChange]:
        current = self.changes.current()
        if not isinstance(current, ListedChange):
            return []
        return [e for e in self._entries if isinstance(e, ListedChange) and e.section == current.section]

    def _take_section(self) -> None:
        current = self.changes.current()
        if isinstance(current, ListedChange):
            self.section_wanted.emit(current.section)

    def step(self, step: int) -> None:
        """Go to the next change, or to the one before."""
        self.changes.step(step)
        self.changes.setFocus()

    def told(self) -> str:
        """Give what the foot says."""
        return self._told.text()
