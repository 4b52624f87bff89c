"""What the panel 去年 shows while there is no earlier material: what it is for, and the ways to add one."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from assistant.ui.buttons import link_button
from assistant.ui.panels.missing_texts import MissingTexts

_WHAT_FOR = "还没有添加本人以往的材料。添加以后，这里按光标所在的一节列出去年对应的内容，标出与去年相同的句子，并逐条列出去年的问题今年是否已经写到。"


class NothingEarlier(QWidget):
    """Asks for an earlier material or a 整改清单, and for the files of those whose text is not on this machine."""

    add_wanted = Signal()
    list_wanted = Signal()
    paste_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.missing = MissingTexts()

    def fill(self) -> None:
        """Put everything in, once this stands where it is to stay: what goes into another is styled anew with all in it."""
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.addWidget(self.missing)
        what_for = QLabel(_WHAT_FOR)
        what_for.setWordWrap(True)
        column.addWidget(what_for)
        self.first = add = QPushButton("选去年的材料…")  # where the keyboard goes
        add.setProperty("primary", "true")
        add.clicked.connect(self.add_wanted)
        column.addWidget(add, 0, Qt.AlignmentFlag.AlignLeft)
        for label, signal in (("选整改清单…", self.list_wanted), ("粘贴整改清单", self.paste_wanted)):
            button = link_button(label)
            button.clicked.connect(signal)
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
