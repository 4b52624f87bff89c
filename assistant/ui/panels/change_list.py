"""The changes between two texts, one below the other, drawn and not built of widgets.

Up and down go from change to change, left and right from button to button, Enter presses the button the keys are at;
without one it goes to the place on the page. What is the same is folded to a line, which Enter or a click unfolds.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from assistant.review.listed_changes import FoldedSame, ListedChange
from assistant.ui.panels import change_drawing
from assistant.ui.panels.change_drawing import LEFT, RIGHT, Drawn, Painted
from assistant.ui.scrolling import keep_place_for_bar
from assistant.ui.theme import Theme

_EDGE, _GAP = 12, 8  # beside an entry and between two, in pixels beside type of the usual size
_KEPT = 100  # laid out and no longer shown; each takes some ten thousand bytes
_Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()


class _Model(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self.entries: tuple[ListedChange | FoldedSame, ...] = ()

    def rowCount(self, parent: _Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self.entries)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        entry = self.entries[index.row()]
        if role == Qt.ItemDataRole.UserRole:
            return entry
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return _read_out(entry)
        return None

    def show(self, entries: tuple[ListedChange | FoldedSame, ...]) -> None:
        self.beginResetModel()
        self.entries = entries
        self.endResetModel()


def _read_out(entry: ListedChange | FoldedSame) -> str:
    """Say an entry as who cannot see it hears it."""
    if isinstance(entry, FoldedSame):
        return f"{entry.first}：相同{len(entry.texts)}段"
    old = "".join(piece.old for piece in entry.pieces)
    new = "".join(piece.new for piece in entry.pieces)
    sides = "，".join(
        filter(None, (f"{LEFT}：{old}" if old else f"{LEFT}没有", f"{RIGHT}：{new}" if new else f"{RIGHT}没有"))
    )
    state = change_drawing.state_of(entry)
    return f"{change_drawing.LABELS[entry.kind]}，{entry.where}，{state}{'，' if state else ''}{sides}"


class _Delegate(QStyledItemDelegate):
    def __init__(self, theme: Theme, view: ChangeList) -> None:
        super().__init__(view)
        self._theme, self._view = theme, view
        self._known: dict[tuple[ListedChange | FoldedSame, int, bool], Drawn] = {}

    def forget(self) -> None:
        self._known.clear()

    def drawn(self, entry: ListedChange | FoldedSame) -> Drawn:
        width, opened = self._view.viewport().width() - 2 * self._theme.length(_EDGE), entry.key in self._view.unfolded
        key = (entry, width, opened)
        if key not in self._known:
            if len(self._known) > _KEPT + 2 * len(self._view.entries()):
                self._known.clear()
            made = change_drawing.lay_out(entry, width, self._theme, self._view.font(), opened=opened)
            self._known[key] = made
        return self._known[key]

    def frame(self, box: QRect, entry: ListedChange | FoldedSame) -> QRect:
        edge = self._theme.length(_EDGE)
        return QRect(box.left() + edge, box.top(), box.width() - 2 * edge, self.drawn(entry).height)

    def sizeHint(self, _option: QStyleOptionViewItem, index: _Index) -> QSize:
        entry: ListedChange | FoldedSame = index.data(Qt.ItemDataRole.UserRole)
        return QSize(self._view.viewport().width(), self.drawn(entry).height + self._theme.length(_GAP))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        view = self._view
        entry: ListedChange | FoldedSame = index.data(Qt.ItemDataRole.UserRole)
        current = index.row() == view.currentIndex().row()
        hot = view.hot[1] if view.hot[0] == entry.key else ""
        marked = view.marked if current and view.hasFocus() else -1
        look = Painted(self.frame(option.rect, entry), current, marked, hot, entry.key in view.unfolded)
        painter.setFont(view.font())
        change_drawing.paint(painter, entry, self.drawn(entry), look, self._theme)


class ChangeList(QListView):
    """Shows changes and tells what is decided about them."""

    pressed_button = Signal(str, str)  # the entry's key, the button's name
    place_wanted = Signal(str)
    left = Signal()  # by Escape
    moved = Signal()  # another entry is the current one

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.unfolded: set[str] = set()
        self._whole = False  # all is read, what is the same too
        self.hot = ("", "")  # entry and button under the pointer
        self.marked = -1  # which button the keys are at
        self._model = _Model()
        self._delegate = _Delegate(theme, self)
        self.setObjectName("changes")
        self.setAccessibleName("不同之处")
        self.setModel(self._model)
        self.setItemDelegate(self._delegate)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        keep_place_for_bar(self)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        theme.changed.connect(self._redraw)

    # Showing

    def show_entries(self, entries: Sequence[ListedChange | FoldedSame]) -> None:
        """Show other changes; the current one stays the current one, and where the eye is."""
        wanted = tuple(entries)
        if wanted == self._model.entries:
            return
        self._unfold(wanted)
        before, row = self.current(), self.currentIndex().row()
        top = self.visualRect(self.currentIndex()).top() if before else 0
        self._model.show(wanted)
        keys = [each.key for each in wanted]
        at = keys.index(before.key) if before and before.key in keys else min(row, len(keys) - 1)
        if before and at >= 0:
            self.setCurrentIndex(self._model.index(at, 0))
            self.executeDelayedItemsLayout()
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + self.visualRect(self.currentIndex()).top() - top)
        self.viewport().update()

    def read_whole(self, *, whole: bool) -> None:
        """Unfold all that is the same, so that the other text can be read through, or fold it."""
        self._whole = whole
        self.unfolded.clear()
        self._unfold(self._model.entries)
        self.scheduleDelayedItemsLayout()
        self.viewport().update()

    def _unfold(self, entries: Sequence[ListedChange | FoldedSame]) -> None:
        if self._whole:
            self.unfolded |= {each.key for each in entries if isinstance(each, FoldedSame)}

    def entries(self) -> tuple[ListedChange | FoldedSame, ...]:
        return self._model.entries

    def current(self) -> ListedChange | FoldedSame | None:
        index = self.currentIndex()
        return self._model.entries[index.row()] if index.isValid() else None

    def select(self, key: str) -> bool:
        """Make an entry the current one and bring it into view; tell whether it is there."""
        row = next((n for n, each in enumerate(self._model.entries) if each.key == key), None)
        if row is None:
            return False
        self.setCurrentIndex(self._model.index(row, 0))
        self.executeDelayedItemsLayout()
        self.scrollTo(self.currentIndex())
        return True

    def step(self, step: int) -> None:
        """Go to the next change, or with -1 to the one before, past what is folded, round and round."""
        entries = self._model.entries
        rows = [n for n, each in enumerate(entries) if isinstance(each, ListedChange)]
        if rows:
            here = self.currentIndex().row()
            after = [n for n in rows if n > here] if step > 0 else [n for n in reversed(rows) if 0 <= n < here]
            self.select(entries[(after or (rows if step > 0 else rows[::-1]))[0]].key)

    def currentChanged(self, current: _Index, previous: _Index) -> None:
        super().currentChanged(current, previous)
        self.marked = -1
        self.viewport().update()
        self.moved.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.current() is None:
            self.step(1)

    # Hands

    def _under(self, point: QPoint) -> tuple[ListedChange | FoldedSame, str] | None:
        index = self.indexAt(point)
        if not index.isValid():
            return None
        entry = self._model.entries[index.row()]
        inside = point - self._delegate.frame(self.visualRect(index), entry).topLeft()
        drawn = self._delegate.drawn(entry)
        if isinstance(entry, FoldedSame):
            return entry, "fold" if inside.y() < drawn.head else ""
        return entry, next((button.name for button in drawn.buttons if button.box.contains(inside)), "")

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        hit = self._under(event.position().toPoint())
        if hit and hit[1] and event.button() == Qt.MouseButton.LeftButton and hit[0] == self.current():
            self._press(hit[0], hit[1])

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        hit = self._under(event.position().toPoint())
        hot = (hit[0].key, hit[1]) if hit and hit[1] else ("", "")
        if hot != self.hot:
            self.hot = hot
            self.viewport().update()
            self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if hot[1] else Qt.CursorShape.ArrowCursor)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        hit = self._under(event.position().toPoint())
        if hit and not hit[1] and isinstance(hit[0], ListedChange):
            self.place_wanted.emit(hit[0].key)

    def _press(self, entry: ListedChange | FoldedSame, name: str) -> None:
        if isinstance(entry, FoldedSame):
            self.unfolded ^= {entry.key}
            self.scheduleDelayedItemsLayout()
        else:
            self.pressed_button.emit(entry.key, name)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        entry = self.current()
        names = [name for name, _ in change_drawing.buttons_of(entry)] if isinstance(entry, ListedChange) else []
        if event.key() in (Qt.Key.Key_Right, Qt.Key.Key_Left) and names:
            step = 1 if event.key() == Qt.Key.Key_Right else -1
            self.marked = min(max(self.marked + step, -1), len(names) - 1)
            self.viewport().update()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and entry:
            if isinstance(entry, FoldedSame):
                self._press(entry, "fold")
            elif 0 <= self.marked < len(names):
                self._press(entry, names[self.marked])
            else:
                self.place_wanted.emit(entry.key)
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    # Size

    def _redraw(self) -> None:
        self._delegate.forget()
        self.scheduleDelayedItemsLayout()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def hideEvent(self, event: QHideEvent) -> None:
        """Let go of what is laid out: it would hold its fonts too, some megabytes, until the next comparison."""
        super().hideEvent(event)
        self._delegate.forget()
