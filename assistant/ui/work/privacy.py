"""What stays on this machine: clearing it, leaving nothing on a public one, and the page that tells of it all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from assistant.ui import asking
from assistant.ui.dialogs.clearing import ClearingDialog
from assistant.ui.dialogs.safety_page import SafetyPage

if TYPE_CHECKING:
    from assistant.ui.panels.bars import MessageBars
    from assistant.ui.work.files import Files


def clean(window: QWidget, files: Files) -> None:
    """Show what the program has left here, and clear what is ticked."""
    dialog = ClearingDialog(window, files.settings.recent)
    dialog.recent_cleared.connect(lambda: files.change_settings(recent=(), carets={}))
    asking.answered(dialog)


def set_public(files: Files, bars: MessageBars, *, public: bool) -> None:
    """Begin or end 公用电脑; it takes effect when the window is closed, but the recent files go at once."""
    if public:
        files.change_settings(public=True, recent=(), carets={})
        message = (
            "已设为公用电脑。关闭窗口后，清除以前保存的版本、断电备份、最近的文件和填过的单位、姓名；"
            "草稿（连同另存在里面的各稿）和Word文件留在保存的地方，请自行带走或删除。"
        )
        bars.show_message(message, key="public")
    else:
        files.change_settings(public=False)
        bars.clear("public")


def show_page(window: QWidget) -> None:
    """Tell what is where, who can read it, how to clear it, and that there is no network code."""
    asking.answered(SafetyPage(window))
