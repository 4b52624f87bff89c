"""What one sees first: three ways to begin, and one line that says what this program does not do."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from assistant.ui.panels.bars import link_button
from assistant.ui.waiting import later

_SHOWN = 5


class StartPage(QScrollArea):
    """Offers: a new material, last year's file, one of the last drafts, the sample."""

    new_wanted = Signal()
    open_wanted = Signal()
    sample_wanted = Signal()
    recent_wanted = Signal(str)

    def __init__(self, recent: Sequence[str]) -> None:
        super().__init__()
        self.setAccessibleName("首页")
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        inside = QWidget()
        inside.setObjectName("start")
        self.setWidget(inside)
        layout = QVBoxLayout(inside)
        layout.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout.setSpacing(10)
        title = QLabel("对照检查写作助手")
        title.setObjectName("startTitle")
        layout.addWidget(title)
        for label, told, signal in (
            ("收到通知，新建", "粘贴、打开通知，或直接选年度、会议和对象", self.new_wanted),
            ("打开去年的材料改", "Word、文本文件都可以；原文件不会改动", self.open_wanted),
        ):
            layout.addWidget(_entry(label, told, signal.emit))
        drafts = QVBoxLayout()
        drafts.setSpacing(10)
        layout.addLayout(drafts)
        later(  # a share that hangs holds up no start
            lambda: [path for path in recent if _is_there(path)][:_SHOWN], partial(self._offer_recent, drafts), self
        )
        sample = link_button("看一份写好的样例（人物单位均为虚构）")
        sample.clicked.connect(self.sample_wanted)
        layout.addWidget(sample)
        promise = QLabel("本机离线运行，不改动原文件，不代写")
        promise.setObjectName("faint")
        layout.addWidget(promise)

    def _offer_recent(self, layout: QVBoxLayout, paths: Sequence[str]) -> None:
        """Offer the last drafts: the last one large (接着写), the others below it."""
        if paths:
            layout.addWidget(_entry("接着写", Path(paths[0]).stem, partial(self.recent_wanted.emit, paths[0])))
        for path in paths[1:]:
            button = link_button(Path(path).name)
            button.setToolTip(path)
            button.clicked.connect(partial(self.recent_wanted.emit, path))
            layout.addWidget(button)


def _is_there(path: str) -> bool:
    try:
        return Path(path).exists()
    except (OSError, ValueError):  # a drive that is gone, a name that cannot be
        return False


def _entry(label: str, told: str, action: object) -> QPushButton:
    button = QPushButton(f"{label}\n{told}")
    button.setMinimumWidth(380)
    button.setAccessibleName(label)
    button.setAccessibleDescription(told)
    button.clicked.connect(action)
    return button
