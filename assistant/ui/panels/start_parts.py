"""What the first page is made of: tiles that are buttons, strips, and boxes of links."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from assistant.ui import icons
from assistant.ui.buttons import link_button
from assistant.ui.eliding import ElidedLabel
from assistant.ui.theme import Theme

_LARGE = 26  # pixels of a picture beside type of the usual size


class Picture(QLabel):
    """An outline in a color of the theme."""

    def __init__(self, theme: Theme, name: str, role: str = "accent", pixels: int = _LARGE) -> None:
        super().__init__()
        side = theme.length(pixels)
        self.setPixmap(icons.icon(theme, name, role, pixels).pixmap(QSize(side, side)))
        self.setFixedWidth(side + 4)


def _words(text: str, name: str) -> QLabel:
    label = QLabel(text)
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label


class Tile(QPushButton):
    """A button of two lines beside a picture: what it does, and what to expect of it."""

    def __init__(self, theme: Theme, picture: str, label: str, what: str, action: Callable[[], object]) -> None:
        super().__init__()
        self.setObjectName("tile")
        self.setAccessibleName(label)
        self.setAccessibleDescription(what)
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(theme.length(18), theme.length(12), theme.length(12), theme.length(12))
        row.setSpacing(theme.length(12))
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(_words(label, "tileLabel"))
        column.addWidget(_words(what, "faint"))
        row.addWidget(Picture(theme, picture))
        row.addLayout(column, 1)
        for each in self.findChildren(QLabel):
            each.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.clicked.connect(lambda *_: action())

    def sizeHint(self) -> QSize:
        return self._row.sizeHint()

    def minimumSizeHint(self) -> QSize:
        least = self._row.minimumSize()
        return QSize(least.width(), max(least.height(), self._row.heightForWidth(max(self.width(), least.width()))))


class Continue(QFrame):
    """接着写: the last draft, how far it is, and the one button that Enter presses; of one that is broken, the way to `find` it."""

    def __init__(self, theme: Theme, name: str, action: Callable[[], object], find: Callable[[], object]) -> None:
        super().__init__()
        self.setObjectName("continue")
        self.button = QPushButton("接着写")
        self.button.setProperty("primary", "true")
        self.button.setMinimumSize(theme.length(88), theme.length(36))
        self.button.setAccessibleDescription(name)
        self.button.clicked.connect(lambda *_: action())
        self.former = QPushButton("找回以前保存的版本…")
        self.former.setMinimumHeight(theme.length(36))
        self.former.setAccessibleDescription(name)
        self.former.clicked.connect(lambda *_: find())
        self.former.hide()
        self._told = ElidedLabel()
        self._told.setObjectName("faint")
        title = ElidedLabel(name)
        title.setObjectName("continueName")
        column = QVBoxLayout()
        column.setSpacing(theme.length(4))
        column.addWidget(_words("接着写", "faint"))
        column.addWidget(title)
        column.addWidget(self._told)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.length(20), theme.length(14), theme.length(18), theme.length(14))
        row.addLayout(column, 1)
        row.addWidget(self.former)
        row.addWidget(self.button)

    def tell(self, message: str) -> None:
        """Say how far it is."""
        self._told.setText(message)
        self.button.setAccessibleDescription(f"{self.button.accessibleDescription().partition('，')[0]}，{message}")

    def offer_former(self) -> None:
        """Offer the kept states of a draft that cannot be read, before another try to open it."""
        had_focus = self.window().focusWidget() is self.button
        for each, primary in ((self.former, "true"), (self.button, "")):
            each.setProperty("primary", primary)
            each.style().unpolish(each)
            each.style().polish(each)
        self.former.show()
        if had_focus:
            self.former.setFocus(Qt.FocusReason.OtherFocusReason)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.button.setFocus(Qt.FocusReason.OtherFocusReason)


class RecoveryStrip(QFrame):
    """What was left unsaved: to be looked at, or later. Nothing here removes it."""

    def __init__(self, theme: Theme, look: Callable[[], object]) -> None:
        super().__init__()
        self.setObjectName("strip")
        self._told = _words("", "stripTold")
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(self._told)
        column.addWidget(_words("暂不处理的，会留在“找回以前保存的版本”里。", "faint"))
        self.look = QPushButton("查看这些内容…")
        self.look.clicked.connect(lambda *_: look())
        later = link_button("以后再说")
        later.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.length(20), theme.length(8), theme.length(12), theme.length(8))
        row.setSpacing(theme.length(12))
        row.addWidget(Picture(theme, "lifebuoy", "advice", 22))
        row.addLayout(column, 1)
        row.addWidget(self.look)
        row.addWidget(later)
        self.hide()

    def tell(self, message: str) -> None:
        """Say what was left, or put the strip away where there is nothing."""
        self._told.setText(message)
        self.setVisible(bool(message))

    @property
    def told(self) -> str:
        return self._told.text()


class LinkBox(QFrame):
    """A few links under a title, each with a line about it."""

    def __init__(
        self, theme: Theme, title: str, links: Sequence[tuple[str, str, str, Callable[[], object]]], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setObjectName("links")
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.length(12), theme.length(10), theme.length(12), theme.length(12))
        column.setSpacing(0)
        column.addWidget(_words(title, "tileLabel"))
        for picture, label, what, action in links:
            button = link_button(label)
            button.setIcon(icons.icon(theme, picture, "accent"))
            button.setAccessibleDescription(what)
            button.clicked.connect(lambda _=False, action=action: action())
            column.addSpacing(theme.length(6))
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
            about = _words(what, "faint")
            about.setContentsMargins(theme.length(34), 0, 0, 0)
            column.addWidget(about)
