"""草稿, 送审, 定稿: where the writer chooses how far he is, and when 送审 is offered to him, once."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu

from assistant.decisions import Stage
from assistant.review import progress
from assistant.review.material import Material
from assistant.ui.panels.bars import MessageBars
from assistant.ui.work.deciding import Deciding

_WRITTEN = "各部分都已写到"
TOLD = {
    Stage.DRAFT: "未写的显示为灰色，标点、篇幅等先不提示",
    Stage.REVIEW: "未写的和送审前要看的都提示",
    Stage.FINAL: "上报前逐项核对，全部提示",
}


class Stages(QObject):
    """The choice of the stage, which fills a menu; the offer to go on from 草稿."""

    def __init__(self, deciding: Deciding, bars: MessageBars, menu: QMenu) -> None:
        super().__init__(deciding)
        self._deciding, self._bars = deciding, bars
        self.menu = menu
        menu.setToolTipsVisible(True)
        group = QActionGroup(self)
        self.actions: dict[Stage, QAction] = {}
        for stage in Stage:
            action = menu.addAction(f"{stage.label}　{TOLD[stage]}", partial(deciding.set_stage, stage))
            action.setCheckable(True)
            group.addAction(action)
            self.actions[stage] = action
        self._offered = self._for_written = False
        self._complete: bool | None = None  # whether all was written when last looked; None: another text is shown
        self._written = QTimer(self)  # said when it is sure that it is still the same document
        self._written.setSingleShot(True)
        self._written.timeout.connect(partial(self._offer, _WRITTEN))

    def start_afresh(self) -> None:
        """Another document is shown; what it was offered is unknown to this one."""
        self._offered, self._complete = False, None
        self._written.stop()

    def follow(self, material: Material, *, resting: bool) -> None:
        """Show the stage, and offer the next when the last part has been written and its sentence is done."""
        self.actions[material.decisions.stage].setChecked(True)
        written, asked = progress.completed(material)
        complete = 0 < asked <= written
        if not complete and self._complete and self._for_written:
            self._bars.clear("stage")  # something is to be written again
        if complete and not resting:
            return
        if complete and self._complete is False:
            self._written.start()
        self._complete = complete

    def offer_after_export(self) -> None:
        """Offer it to one who hands on what he still calls a draft."""
        self._offer("已经导出")

    def _offer(self, why: str) -> None:
        if self._deciding.stage is Stage.DRAFT and not self._offered:
            self._offered, self._for_written = True, why == _WRITTEN
            message = (
                f"{why}，现在还是草稿阶段。要不要按送审稿再检查一遍（标点、篇幅、具体事例等）？文件不会发给任何人。"
            )
            self._bars.show_message(
                message, [("按送审稿检查", partial(self._deciding.set_stage, Stage.REVIEW))], key="stage"
            )
