"""The zoom of the page in the status line: smaller, a slider, larger, and how much it is."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QSlider, QToolButton, QWidget

from assistant.ui import icons
from assistant.ui.theme import Theme

_STEP = 5  # per cent


class ZoomControl(QWidget):
    """Shows the zoom and tells what is wanted; a click on the figure goes back to the usual."""

    zoom_wanted = Signal(int)  # per cent
    step_wanted = Signal(int)

    def __init__(self, theme: Theme, least: int, most: int, usual: int) -> None:
        super().__init__()
        self._theme = theme
        self._less, self._figure, self._more = (QToolButton() for _ in range(3))
        for button, name in ((self._less, "缩小"), (self._figure, "恢复标准大小"), (self._more, "放大")):
            button.setAccessibleName(name)
            button.setToolTip(name)
            button.setAutoRaise(True)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(least // _STEP, most // _STEP)
        self.slider.setPageStep(2)
        self.slider.setAccessibleName("稿纸大小")
        self.slider.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 0, 4, 0)
        row.setSpacing(2)
        for widget in (self._less, self.slider, self._more, self._figure):
            row.addWidget(widget)
        self._less.clicked.connect(lambda: self.step_wanted.emit(-1))
        self._more.clicked.connect(lambda: self.step_wanted.emit(1))
        self._figure.clicked.connect(lambda: self.zoom_wanted.emit(usual))
        self._rest = QTimer(self)  # a long text is not laid out anew for every pixel that the hand moves
        self._rest.setSingleShot(True)
        self._rest.setInterval(80)
        self._rest.timeout.connect(lambda: self.zoom_wanted.emit(self.slider.value() * _STEP))
        self.slider.valueChanged.connect(lambda _: self._rest.start())
        self.show_theme()

    def show_zoom(self, percent: int) -> None:
        """Show what the zoom is."""
        self._figure.setText(f"{percent}%")
        self._figure.setAccessibleDescription(f"现在{percent}%")
        self.slider.blockSignals(True)  # shown, not moved by hand
        self.slider.setValue(round(percent / _STEP))
        self.slider.blockSignals(False)

    def widths(self) -> tuple[int, int]:
        """Tell how wide it is without its slider, and how wide the slider."""
        buttons = (self._less, self._more, self._figure)
        return sum(each.sizeHint().width() + 2 for each in buttons) + 10, self.slider.width() + 2

    def show_theme(self) -> None:
        """Take the colors and sizes in force."""
        side = self._theme.length(24)
        for button, name in ((self._less, "minus"), (self._more, "plus")):
            button.setIcon(icons.icon(self._theme, name))
            button.setIconSize(QSize(self._theme.length(14), self._theme.length(14)))
            button.setFixedSize(side, side)
        self._figure.setFixedHeight(side)
        self._figure.setMinimumWidth(self.fontMetrics().horizontalAdvance("200%") + 12)
        self.slider.setFixedWidth(self._theme.length(72))
