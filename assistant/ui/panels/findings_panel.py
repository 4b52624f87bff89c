"""The tab 检查结果 round its cards: sifted by how grave they are, counted, mended all at once.

What a card shows and offers is made in `finding_cards`; `cards` is the list that shows any panel's cards.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QPainter, QPixmap, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from assistant.finding import Finding, Severity
from assistant.review import progress
from assistant.review.material import Material
from assistant.ui import drawn_signs, icons, keys
from assistant.ui.buttons import link_button
from assistant.ui.panels.cards import CardList
from assistant.ui.theme import Theme

_SIGN = 11


class SeverityFilter(QWidget):
    """全部, 必改, 建议, 提示, each with its number; one is in force. Where it is narrow the words go."""

    chosen = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._group = QButtonGroup(self)
        self._kinds: tuple[Severity | None, ...] = (None, *Severity)
        self._counts: Counter[Severity] = Counter()
        self._grave = ""
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for number, _ in enumerate(self._kinds):
            button = QToolButton()
            button.setCheckable(True)
            button.setChecked(number == 0)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            button.setProperty("segment", "true")
            self._group.addButton(button, number)
            row.addWidget(button)
        row.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._group.idClicked.connect(lambda _: self.chosen.emit())
        self.show_theme()

    @property
    def wanted(self) -> Severity | None:
        """The only severity to be listed; None for all."""
        return self._kinds[self._group.checkedId()]

    def show_counts(self, findings: Sequence[Finding], grave: str = "") -> None:
        """Show how many there are of each; `grave` says what those that must be changed count besides."""
        counts = Counter(finding.severity for finding in findings)
        if (counts, grave) != (self._counts, self._grave):
            self._counts, self._grave = counts, grave
            self._label()

    def choose(self, severity: Severity | None) -> None:
        """Put a severity in force, as a click would."""
        self._group.button(self._kinds.index(severity)).click()

    def show_theme(self) -> None:
        """Take the colors and sizes in force."""
        side = self._theme.length(_SIGN)
        for number, kind in enumerate(self._kinds):
            button = self._group.button(number)
            button.setIconSize(QSize(side, side))
            button.setMinimumHeight(self._theme.length(26))
            if kind:
                button.setIcon(_sign(kind.sign, self._theme, kind.value))
        self._label()

    def _label(self) -> None:
        for named in (self._kinds, (None,), ()):  # where there is little room, signs and numbers have to do
            for number, kind in enumerate(self._kinds):
                button = self._group.button(number)
                count = self._counts[kind] if kind else self._counts.total()
                name = kind.label if kind else "全部"
                button.setText(f"{name} {count}" if kind in named else f"{count}")
                besides = f"，{self._grave}" if self._grave and kind is Severity.ERROR else ""
                button.setToolTip(f"只列{name}{besides}" if kind else "全部列出")
                button.setAccessibleName(f"{name} {count}处")
            if sum(each.sizeHint().width() for each in self._group.buttons()) <= self.width():
                return

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._label()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._label()  # only now the buttons have the type they are measured with

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self._theme.length(26))


class FindingsPanel(QWidget):
    """Holds the cards of findings between what sifts them and what is done with all of them."""

    sifted = Signal()
    step_wanted = Signal(int)  # to the next finding, or with -1 to the one before
    mend_wanted = Signal()
    aside_wanted = Signal()  # the list of what is set aside

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.cards = CardList(theme, "检查结果")
        self.filter = SeverityFilter(theme)
        self.filter.chosen.connect(self.sifted)
        self._steps = {name: QToolButton() for name in ("up", "down")}
        head = QHBoxLayout()
        head.addWidget(self.filter, 1)
        steps = ((-1, "上一处", keys.PREVIOUS_FINDING), (1, "下一处", keys.NEXT_FINDING))
        for button, (step, label, key) in zip(self._steps.values(), steps, strict=True):
            button.setAutoRaise(True)
            button.setProperty("step", "true")
            button.setToolTip(keys.with_key(label, key))
            button.setAccessibleName(label)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(lambda _=False, step=step: self.step_wanted.emit(step))
            head.addWidget(button)
        self._mend = QPushButton()
        self._mend.clicked.connect(self.mend_wanted)
        self._aside = link_button("")
        self._aside.clicked.connect(self.aside_wanted)
        self._foot = QWidget()
        self._foot.setObjectName("foot")
        self._foot.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        foot = QHBoxLayout(self._foot)
        foot.addWidget(self._mend)
        foot.addStretch(1)
        foot.addWidget(self._aside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(head)
        whole.addWidget(self.cards, 1)
        whole.addWidget(self._foot)
        self._heads = (head, foot)
        self.show_theme()
        theme.changed.connect(self.show_theme)

    def show_counts(self, material: Material, *, mendable: int, aside: int) -> None:
        """Show how many there are, how many can be mended without changing the sense, how many are set aside."""
        self.filter.show_counts(progress.noticed(material), progress.told_of_grave(material))
        self._mend.setText(f"全部改正{mendable}处…")
        self._mend.setVisible(mendable > 0)
        self._aside.setText(f"已忽略{aside}处")
        self._aside.setVisible(aside > 0)
        self._foot.setVisible(mendable > 0 or aside > 0)
        for button in self._steps.values():
            button.setEnabled(bool(material.findings))

    def show_theme(self) -> None:
        """Take the colors and sizes in force."""
        side = self._theme.length(12)
        for layout in self._heads:
            layout.setContentsMargins(side, side * 2 // 3, side * 2 // 3, side * 2 // 3)
            layout.setSpacing(4)
        for name, button in self._steps.items():
            button.setIcon(icons.icon(self._theme, name, "accent"))
            button.setIconSize(QSize(self._theme.length(15), self._theme.length(15)))
            button.setFixedSize(self._theme.length(26), self._theme.length(26))
        self._mend.setIcon(icons.icon(self._theme, "mend"))
        self.filter.show_theme()


def _sign(sign: str, theme: Theme, role: str) -> QIcon:
    """Give a sign as an icon."""
    side = theme.length(_SIGN)
    picture = QPixmap(side * 2, side * 2)
    picture.fill(Qt.GlobalColor.transparent)
    picture.setDevicePixelRatio(2)
    painter = QPainter(picture)
    drawn_signs.paint(painter, sign, QRectF(0, 0, side, side), theme.color(role))
    painter.end()
    return QIcon(picture)
