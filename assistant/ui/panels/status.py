"""The status line: what is still to do, how long the text is, whether it is saved."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QStatusBar

from assistant.certainty import Certainty
from assistant.review import progress
from assistant.review.material import Material
from assistant.review.progress import Open
from assistant.templates.layout import Layout
from assistant.text import length
from assistant.ui.document.places import clock
from assistant.ui.panels.bars import link_button


class StatusLine(QStatusBar):
    """Says in one line how far the writer has come; a click on what is open leads there."""

    open_chosen = Signal(Open)
    focus_ended = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setSizeGripEnabled(False)
        self._open = QLabel()
        self._open.setTextFormat(Qt.TextFormat.RichText)
        self._open.setAccessibleName("还差")
        self._open.linkActivated.connect(lambda link: self.open_chosen.emit(self._left[int(link)]))
        self._left: Sequence[Open] = ()
        self._deadline = QLabel()
        self._length = QLabel()
        self._saved = QLabel()
        self.addWidget(self._open, 1)
        self._unfocus = link_button("退出专注（F11）")
        self._unfocus.clicked.connect(self.focus_ended)
        self._unfocus.hide()
        self.stage = link_button("")
        self.stage.setAccessibleName("阶段")
        self.stage.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keyboard with the page
        self.stage.hide()
        self.addPermanentWidget(self._unfocus)
        self.addPermanentWidget(self.stage)
        self.addPermanentWidget(self._deadline)
        self.addPermanentWidget(self._length)
        self.addPermanentWidget(self._saved)

    def show_material(self, material: Material, layout: Layout) -> None:
        """Show the stage, what is open, the length and the number of pages."""
        self.stage.setText(material.decisions.stage.label)
        self.stage.show()
        left = self._left = progress.outstanding(material)
        if not material.text.strip() or material.template is None:
            self._open.setText("" if material.template else "未选定本次要求，只作不依要求的检查")
        elif not left:
            self._open.setText("本次要求的各部分都已写")
        else:
            names = "、".join(
                f'<a href="{n}" style="text-decoration:none">{escape(each.label)}</a>'
                for n, each in enumerate(left[:4])
            )
            more = "等" if len(left) > 4 else ""
            self._open.setText(f"<b>还差 {len(left)} 项</b>：{names}{more}")
        dates = material.template.dates if material.template else None
        today = datetime.date.today()  # noqa: DTZ011  # where the writer sits
        self._deadline.setText(progress.deadline(dates, today) if dates else "")
        asked = material.template.length if material.template else None
        limit = f"／{asked.most:,}" if asked and asked.most and asked.certainty is not Certainty.MEMORY else ""
        pages = layout.pages(fact.length for fact in material.facts.paragraphs)
        if progress.begun(material) or not material.length:
            self._length.setText(f"{material.length:,}{limit} 字　约{pages}页")
        else:
            self._length.setText(f"标题 {material.length:,} 字")  # Word counts them too, but nobody has written yet

    def offer_end_of_focus(self, *, offered: bool) -> None:
        """Show the way back while nothing but the page is left."""
        self._unfocus.setVisible(offered)

    def show_selection(self, text: str) -> None:
        """Show the length of what is selected beside that of the whole."""
        whole = self._length.text().split("　选中")[0]
        self._length.setText(f"{whole}　选中 {length(text):,} 字" if text else whole)

    def show_saved(self, when: float | None, *, modified: bool) -> None:
        """Show when the draft was last saved."""
        if modified:
            self._saved.setText("有未保存的更改")
        else:
            self._saved.setText(f"已保存 {clock(when)}" if when else "")

    def told(self) -> str:
        """Give the line as plain text."""
        parts = (
            re.sub("<[^>]+>", "", label.text()) for label in (self._open, self._deadline, self._length, self._saved)
        )
        return "　".join(parts)
