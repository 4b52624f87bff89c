"""The outline beside the page."""

import gc

from PySide6.QtWidgets import QTreeWidgetItem

from assistant.review import progress
from assistant.review.material import analyse
from assistant.ui import theme
from assistant.ui.panels.outline_panel import OutlinePanel


def test_rows_that_are_gone_leave_nothing_in_memory(qtbot):
    def items():
        gc.collect()
        return sum(isinstance(each, QTreeWidgetItem) for each in gc.get_objects())

    panel = OutlinePanel(theme.load())
    qtbot.addWidget(panel)
    rows = progress.rows(analyse("标题\n" + "\n".join(f"一、问题{n}\n（一）学习{n}\n正文" for n in range(50))))
    before = items()
    for _ in range(3):
        panel.show_rows(rows, (1, 2))
        assert len(panel.rows()) == 100
        panel.show_rows(rows[:1], (0, 1))

    assert items() - before <= 2
