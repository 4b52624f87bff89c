"""问题—原因—措施: what belongs together, beside the page; what is found can be corrected by menus or by dragging.

It is told what to show (a Correspondence) and tells what was chosen; nothing is computed here.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFont, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from assistant.facts.items import Item, ItemKind
from assistant.review.correspondence import CAUSE, MEASURE, NAMES, PROBLEM, Correspondence, Line, State
from assistant.ui.buttons import link_button
from assistant.ui.eliding import ElidedLabel
from assistant.ui.panels.links_table import LinksTable
from assistant.ui.panels.seen_panel import SeenPanel
from assistant.ui.theme import Theme

_NOTHING = (
    "材料里还没有认出查摆的问题。写了“存在的问题”“原因剖析”“整改措施”以后，这里逐个列出每个问题对应的原因和措施。"
)
_NORMAL = "原因和措施不必与问题一一对应；这里只用来查看有没有遗漏。"
_FILTERS = (frozenset[State](), frozenset({State.ALONE, State.UNKNOWN}))


class _ChoiceButton(QPushButton):
    """Opens the list of what may belong to the chosen item; never wider than there is room."""

    def __init__(self) -> None:
        super().__init__()
        self._whole = ""
        self.setProperty("choice", "true")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_text(self, text: str) -> None:
        self._whole = text
        self.setToolTip(text)
        self.setAccessibleName(text)
        self._fit()

    def _fit(self) -> None:
        room = self.width() - self.fontMetrics().horizontalAdvance("字字字")
        shown = self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, max(room, 0))
        edge = "" if shown.startswith("（") else "\u2002"  # Qt draws it at the very edge; a bracket has room of its own
        self.setText(edge + shown.replace("&", "&&"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance("字字字字"), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


class LinksPanel(SeenPanel):
    """Shows a table and what can be done about the chosen line."""

    item_pointed = Signal(object)
    item_entered = Signal(object)
    chosen = Signal(object, object, object)  # to an item, of a kind, belong these; None: what the program finds
    joined = Signal(object, object)  # an item was dragged to another
    write_wanted = Signal()  # a measure
    automatic_wanted = Signal()
    table_wanted = Signal()
    left = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("linksPanel")
        self.setAccessibleName("问题、原因、措施")
        self._theme = theme
        self._found: Correspondence | None = None
        self._made = False

    # Making

    def make(self) -> None:
        """Make all that is shown, once it is first wanted: most never look here, and each widget is drawn anew with a theme."""
        if self._made:
            return
        self._made = True
        self.table = LinksTable(self._theme)
        self.table.item_pointed.connect(self.item_pointed)
        self.table.item_entered.connect(self.item_entered)
        self.table.line_chosen.connect(self._show_line)
        self.table.joined.connect(self.joined)
        self.table.left.connect(self.left)
        self._nothing = QLabel(_NOTHING)
        self._nothing.setWordWrap(True)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._head())
        whole.addWidget(self._nothing, 1)
        whole.addWidget(self.table, 1)
        whole.addWidget(self._strip())
        whole.addWidget(self._foot())
        self.show_theme()
        self._theme.changed.connect(self.show_theme)
        self.show_found(None)

    def _head(self) -> QWidget:
        self._counts = ElidedLabel()
        self._filter = QButtonGroup(self)
        self._head_row = QHBoxLayout()
        self._head_row.addWidget(self._counts, 1)
        segments = QHBoxLayout()
        segments.setSpacing(0)
        for number, tip in enumerate(("全部列出", "只列没有对应原因、措施或问题的各项")):
            button = QToolButton()
            button.setCheckable(True)
            button.setChecked(number == 0)
            button.setProperty("segment", "true")
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setToolTip(tip)
            self._filter.addButton(button, number)
            segments.addWidget(button)
        self._filter.idClicked.connect(lambda _: self._fill())
        self._head_row.addLayout(segments)
        self._head_part = QWidget()
        self._head_part.setLayout(self._head_row)
        return self._head_part

    def _strip(self) -> QWidget:
        """Make what corrects the chosen line: a menu for each kind that may belong to it."""
        self._choices: dict[ItemKind, tuple[QLabel, _ChoiceButton]] = {}
        self._strip_row = QHBoxLayout()
        for kind in (PROBLEM, CAUSE, MEASURE):
            label, button = QLabel(NAMES[kind]), _ChoiceButton()
            menu = QMenu(button)
            menu.aboutToShow.connect(partial(self._fill_menu, menu, kind))
            button.setMenu(menu)
            self._choices[kind] = (label, button)
            self._strip_row.addWidget(label)
            self._strip_row.addWidget(button, 1)
        self._write = QPushButton("补写一条措施")
        self._write.setProperty("primary", "true")
        self._write.setToolTip("光标移到整改措施的末尾")
        self._write.clicked.connect(self.write_wanted)
        self._strip_row.addWidget(self._write)
        self._strip_part = QWidget()
        self._strip_part.setObjectName("foot")
        self._strip_part.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._strip_part.setLayout(self._strip_row)
        return self._strip_part

    def _foot(self) -> QWidget:
        self._normal = QLabel(_NORMAL)
        self._normal.setWordWrap(True)
        self._normal.setObjectName("faint")
        self._export = QPushButton("导出整改清单…")
        self._export.setToolTip("把问题、原因、措施和会上批评意见另存为Word或Excel表；措施里写明的时限一并填入")
        self._export.clicked.connect(self.table_wanted)
        self._automatic = link_button("")
        self._automatic.setToolTip("取消本人定的对应，按程序认出的对应列出；可撤销")
        self._automatic.clicked.connect(self.automatic_wanted)
        self._foot_grid = QGridLayout()
        self._foot_grid.addWidget(self._normal, 0, 0, 1, 3)
        self._foot_grid.addWidget(self._export, 1, 0)
        self._foot_grid.setColumnStretch(1, 1)
        self._foot_grid.addWidget(self._automatic, 1, 2)
        self._foot_part = QWidget()
        self._foot_part.setObjectName("foot")
        self._foot_part.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._foot_part.setLayout(self._foot_grid)
        return self._foot_part

    # Showing

    def show_found(self, found: Correspondence | None) -> None:
        """Show another state of things; None or one without problems: say what is missing."""
        self.make()
        self._found = found if found and found.of_kind(PROBLEM) else None
        for part in (self._head_part, self.table, self._foot_part):
            part.setVisible(self._found is not None)
        self._nothing.setVisible(self._found is None)
        self._fill()

    def _fill(self) -> None:
        found = self._found
        if found is None:
            self._strip_part.hide()
            return
        counts = ((PROBLEM, "个问题"), (CAUSE, "条原因"), (MEASURE, "条措施"))
        self._counts.setText(" · ".join(f"{len(found.of_kind(kind))}{unit}" for kind, unit in counts))
        for number, label in enumerate((f"全部 {len(found.lines)}处", f"没有对应的 {found.unclear}处")):
            self._filter.button(number).setText(label)
        self.table.show_lines(found, only=_FILTERS[self._filter.checkedId()])
        own = len(found.links.decided)
        self._automatic.setText(f"本人定的{own}处恢复自动对应")
        self._automatic.setVisible(own > 0)
        self._show_line()

    def _show_line(self) -> None:
        """Show what belongs to the chosen line, to be corrected."""
        line, found = self.table.current_line, self._found
        self._strip_part.setVisible(line is not None)
        if line is None or found is None:
            return
        for kind, (label, button) in self._choices.items():
            cell = line.cell(kind)
            label.setVisible(cell is not None)
            button.setVisible(cell is not None)
            if cell:
                words = "；".join(found.titles[other] for other in cell.others) or cell.state.told(kind)
                button.show_text(words)
                button.setAccessibleName(f"对应的{NAMES[kind]}：{words}")
                button.setEnabled(bool(found.of_kind(kind)))
        measures = line.cell(MEASURE)
        self._write.setVisible(measures is not None and not measures.others)

    def _fill_menu(self, menu: QMenu, kind: ItemKind) -> None:
        """List what may belong to the chosen line; several may be ticked, one after another."""
        menu.clear()
        line, found = self.table.current_line, self._found
        cell = line.cell(kind) if line else None
        if line is None or cell is None or found is None:
            return
        for item in found.of_kind(kind):
            action = menu.addAction(found.titles[item].replace("&", "&&"), partial(self._toggle, line, kind, item))
            action.setCheckable(True)
            action.setChecked(item in cell.others)
        menu.addSeparator()
        none = menu.addAction("不必对应", partial(self.chosen.emit, line.item, kind, ()))
        none.setCheckable(True)
        none.setChecked(cell.state is State.NOT_NEEDED)
        back = menu.addAction("恢复自动对应", partial(self.chosen.emit, line.item, kind, None))
        back.setEnabled(cell.chosen)

    def _toggle(self, line: Line, kind: ItemKind, item: Item) -> None:
        cell = line.cell(kind)
        held = cell.others if cell else ()
        others = tuple(each for each in held if each != item) if item in held else (*held, item)
        self.chosen.emit(line.item, kind, others)

    def follow(self, position: int) -> None:
        """Choose the line of the problem at a place of the text, unless the hands are here."""
        if self._found is None or self.table.hasFocus():
            return
        line = next((each for each in self._found.lines if each.item.start <= position < each.item.span.end), None)
        if line:
            self.table.choose(line.item)

    def take_focus(self) -> None:
        """Go here with the keyboard."""
        self.make()
        if self._found is None:
            self.setFocus()
            return
        if self.table.current_line is None:
            first = next(iter(self._found.lines), None)
            if first:
                self.table.choose(first.item)
        self.table.setFocus()

    def show_theme(self) -> None:
        """Take the sizes in force."""
        side = self._theme.length(12)
        for layout in (self._head_row, self._strip_row, self._foot_grid):
            layout.setContentsMargins(side, side * 2 // 3, side * 2 // 3, side * 2 // 3)
            layout.setSpacing(self._theme.length(6))
        self._nothing.setContentsMargins(side, side, side, side)
        for button in self._filter.buttons():
            button.setMinimumHeight(self._theme.length(26))
        small = QFont(self.font())
        small.setPointSizeF(self._theme.sizes.small)
        self._normal.setFont(small)

    def showEvent(self, event: QShowEvent) -> None:
        self.make()
        super().showEvent(event)
