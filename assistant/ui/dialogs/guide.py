"""使用说明: the guide, page by page; docs/guide.md is the same text with pictures of these windows."""

from __future__ import annotations

import re

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTabWidget, QTextBrowser, QVBoxLayout, QWidget

from assistant import paths
from assistant.ui import screens

_PICTURE = re.compile(r"(?m)^!\[[^\]]*\]\([^)]*\)\n\n?")
_PAGE = re.compile(r"(?m)^## ")


class GuideDialog(QDialog):
    """Shows the guide; stays open beside the text."""

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle("使用说明")
        screens.open_at(self, 760, 620)
        self._tabs = QTabWidget()
        self._tabs.setAccessibleName("使用说明的各页")
        for title, text in pages():
            browser = QTextBrowser()
            browser.setAccessibleName(title)
            browser.setMarkdown(text)
            self._tabs.addTab(browser, title)
        buttons = QDialogButtonBox()
        buttons.addButton("关闭", QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self._tabs, 1)
        layout.addWidget(buttons)

    def told(self) -> list[str]:
        """Give each page as plain text."""
        browsers = (self._tabs.widget(n) for n in range(self._tabs.count()))
        return [each.toPlainText() for each in browsers if isinstance(each, QTextBrowser)]


def pages() -> list[tuple[str, str]]:
    """Give the pages of the guide, title and Markdown, without the pictures: the windows themselves are at hand."""
    text = _PICTURE.sub("", (paths.resources() / "guide.md").read_text("utf-8"))
    preface, *parts = _PAGE.split(text)
    opening = preface.partition("\n")[2].strip()
    made = []
    for number, part in enumerate(parts):
        title, _, content = part.partition("\n")
        _, _, short = title.partition("　")
        made.append((short or title, f"{opening}\n\n{content}" if number == 0 else content))
    return made
