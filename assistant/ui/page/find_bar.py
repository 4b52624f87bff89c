"""Find and replace, below the page: in the section or the whole text, with a list of the places. Esc puts it away."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from itertools import pairwise

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from assistant.text import Edit, Span
from assistant.ui.buttons import plain_button
from assistant.ui.eliding import ElidedChoice
from assistant.ui.page.editor import Editor
from assistant.ui.page.text_search import hits

_CHARACTERS = 14  # that a field holds in sight
_LISTED = 500  # places; more nobody looks through
_ROWS = 4  # of the list in sight
_AROUND = 12  # characters of the text before a place in the list
_FOLLOW_MS = 250  # after a key in the text
_HIT = Qt.ItemDataRole.UserRole


class FindBar(QWidget):
    """Finds in the editor's text; half- and full-width forms of a letter are the same, so are its cases."""

    closed = Signal()

    def __init__(self, editor: Editor, section: Callable[[], tuple[Span, str] | None]) -> None:
        super().__init__()
        self.setObjectName("find")
        self._editor, self._section = editor, section
        self._hits: Sequence[Span] = ()
        self._within: Span | None = None  # the section, as long as it is searched alone
        self._find, self._replace = self._field("查找"), self._field("替换为")
        self._scope = ElidedChoice()
        self._scope.addItems(["全文", "本节"])
        self._scope.setAccessibleName("查找范围")
        self._scope.activated.connect(self._choose_scope)
        self._told = QLabel()
        self._told.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._list = QListWidget()
        self._list.setAccessibleName("找到的各处")
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self._list.currentRowChanged.connect(self._show_hit)
        self._list.itemActivated.connect(lambda _: self._editor.setFocus())
        self._follow = QTimer(self)
        self._follow.setSingleShot(True)
        self._follow.setInterval(_FOLLOW_MS)
        self._follow.timeout.connect(self._search)
        self._lay_out()
        self._find.returnPressed.connect(self.next)
        self._replace.returnPressed.connect(self.replace)
        self._find.textChanged.connect(lambda _: self._search())
        editor.text_edited.connect(self._note_edit)
        self.hide()

    @staticmethod
    def _field(label: str) -> QLineEdit:
        field = QLineEdit()
        field.setPlaceholderText(label)
        field.setAccessibleName(label)
        field.setMinimumWidth(_CHARACTERS * field.fontMetrics().horizontalAdvance("国") + 20)
        return field

    def _lay_out(self) -> None:
        first, second = QHBoxLayout(), QHBoxLayout()
        first.addWidget(self._find, 3)
        first.addWidget(self._scope)
        for label, slot in (("上一处", self.previous), ("下一处", self.next)):
            first.addWidget(plain_button(label, slot))
        first.addWidget(self._told, 2)
        first.addWidget(plain_button("关闭", self.put_away))
        second.addWidget(self._replace, 3)
        for label, slot in (("替换", self.replace), ("全部替换", self.replace_all)):
            second.addWidget(plain_button(label, slot))
        second.addStretch(2)
        second.setContentsMargins(0, 0, 0, 0)
        self._replacing = QWidget()
        self._replacing.setLayout(second)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 4, 8, 4)
        column.setSpacing(4)
        column.addLayout(first)
        column.addWidget(self._replacing)
        column.addWidget(self._list)
        first_stops = (self._find, self._replace, self._list)  # word, Tab, other word
        others = (*self.findChildren(QComboBox), *self.findChildren(QPushButton))
        self.stops: Sequence[QWidget] = (*first_stops, *others)  # what Tab stops at, in its order
        for before, after in pairwise(self.stops):
            QWidget.setTabOrder(before, after)

    def open(self, *, replacing: bool = False) -> None:
        """Show the bar with the caret in the word to find, which is what is selected; for `replacing` the other word too."""
        start, end = self._editor.selected
        chosen = self._editor.text[start:end]
        if chosen and "\n" not in chosen:
            self._find.setText(chosen)
        self._replacing.setVisible(replacing)
        self.show()
        self._find.setFocus()
        self._find.selectAll()
        self._search()

    # Where it is searched

    def _choose_scope(self, index: int) -> None:
        found = self._section() if index else None
        self._within = found[0] if found else None
        if index and found is None:
            self._scope.setCurrentIndex(0)  # the caret is in no section
        self._scope.setItemText(1, f"本节：{found[1][:8]}" if found else "本节")
        self._search()

    def _note_edit(self, edit: Edit) -> None:
        """Keep the section where it is while its text, or what stands before it, is changed."""
        if self._within:
            start, end = self._within
            more = len(edit.replacement) - (edit.end - edit.start)
            self._within = Span(start + more * (edit.end <= start), end + more * (edit.start < end))
        if self.isVisible():
            self._follow.start()

    def _search(self) -> None:
        """Find the word anew, and list where it stands."""
        self._follow.stop()
        text, word = self._editor.text, self._find.text()
        self._hits = tuple(hits(text, word, self._within))
        self._list.blockSignals(True)
        self._list.clear()
        for hit in self._hits[:_LISTED]:
            item = QListWidgetItem(_around(text, hit))
            item.setData(_HIT, hit)
            self._list.addItem(item)
        self._list.blockSignals(False)
        rows = min(len(self._hits), _ROWS)
        self._list.setVisible(bool(rows))
        if rows:
            self._list.setFixedHeight(rows * self._list.sizeHintForRow(0) + 2 * self._list.frameWidth() + 2)
        self._tell()

    # Going there

    def next(self) -> None:
        """Go to the next place, from the top again after the last; where no word is given yet, ask for it."""
        if not self._find.text():
            self.open()
        self._renew()
        _, end = self._editor.selected
        self._go(bisect_left(self._hits, (end, end)))

    def previous(self) -> None:
        """Go to the place before, from the bottom again before the first."""
        self._renew()
        start, _ = self._editor.selected
        self._go(bisect_left(self._hits, (start, start)) - 1)

    def _renew(self) -> None:
        """Search again if the text has changed since."""
        if self._follow.isActive():
            self._search()

    def _go(self, number: int) -> None:
        if self._hits:
            self._editor.go_to(*self._hits[number % len(self._hits)])
        self._tell()

    def _show_hit(self, row: int) -> None:
        item = self._list.item(row)
        if item:
            self._editor.go_to(*item.data(_HIT))
            self._tell()

    # Replacing

    def replace(self) -> None:
        """Replace the place that is selected, if it is one, and go to the next."""
        self._renew()
        selected = Span(*self._editor.selected)
        if selected in self._hits:
            self._editor.apply([Edit(*selected, self._replace.text())], "替换")
            self._editor.go_to(selected.start + len(self._replace.text()))
            self._search()
        self.next()

    def replace_all(self) -> None:
        """Replace every place, as one step of undo."""
        self._renew()
        edits = [Edit(*hit, self._replace.text()) for hit in self._hits]
        self._editor.apply(edits, "全部替换")
        self._search()
        self._told.setText(f"已替换{len(edits)}处" if edits else "没有找到")
        self._told.setToolTip("可撤销" if edits else "")

    def put_away(self) -> None:
        self.hide()
        self._scope.setCurrentIndex(0)
        self._choose_scope(0)
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.put_away()
        elif event.key() == Qt.Key.Key_Down and self._find.hasFocus() and self._hits:
            self._list.setFocus(Qt.FocusReason.TabFocusReason)
            self._list.setCurrentRow(max(self._list.currentRow(), 0))
        else:
            super().keyPressEvent(event)

    def _tell(self) -> None:
        """Say how many there are and which of them is selected; the list follows."""
        selected = Span(*self._editor.selected)
        at = bisect_left(self._hits, selected)
        here = at < len(self._hits) and self._hits[at] == selected
        count = f"第{at + 1}处，共{len(self._hits)}处" if here else f"共{len(self._hits)}处"
        self._told.setText("" if not self._find.text() else count if self._hits else "没有找到")
        if here and at < self._list.count() and self._list.currentRow() != at:
            self._list.blockSignals(True)
            self._list.setCurrentRow(at)
            self._list.blockSignals(False)


def _around(text: str, hit: Span) -> str:
    """Show a place with what stands around it in its paragraph."""
    start = text.rfind("\n", 0, hit.start) + 1
    end = text.find("\n", hit.end)
    begin = max(start, hit.start - _AROUND)
    line = text[begin : end if end >= 0 else len(text)][:100]
    return f"{'…' if begin > start else ''}{line}"
