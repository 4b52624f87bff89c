"""The pattern for the names of files, typed in plain words, with an example of what it makes below it."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from assistant.strict_toml import DataError
from assistant.ui.document import suggested_names

_INVENTED = ("市水务局", "副局长", "陈国栋")


class FileNameField(QWidget):
    """A line for the pattern. `show_for` says for which meeting the example is."""

    def __init__(self, pattern: str) -> None:
        super().__init__()
        self.line = QLineEdit(pattern)
        self.line.setPlaceholderText("标题-姓名，也可写成：单位+姓名+发言提纲")
        self.line.setToolTip("标题、年度、单位、职务、姓名会换成实际内容")
        self.line.textChanged.connect(self._show)
        self.example = QLabel()
        self.example.setObjectName("faint")
        self.example.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.line)
        column.addWidget(self.example)
        self.setFocusProxy(self.line)
        self.show_for("", 0)

    def show_for(self, meeting: str, year: int) -> None:
        """Make the example for a meeting's name and year."""
        words = (f"{meeting}个人对照检查材料", str(year), *_INVENTED)
        self._words = dict(zip(suggested_names.FIELDS, words, strict=True))
        self._show()

    def _show(self) -> None:
        self.example.setText(
            f"如：{suggested_names.filled(suggested_names.pattern_of(self.line.text()), self._words)}.docx"
        )

    def pattern(self) -> str:
        """Give the pattern, "" for the usual one. Raises DataError."""
        typed = self.line.text().strip()
        pattern = suggested_names.pattern_of(typed) if typed else ""
        if unknown := suggested_names.unknown_fields(pattern):
            usable = "、".join(f"{{{field}}}" for field in suggested_names.FIELDS)
            raise DataError(f"文件名里的“{'、'.join(unknown)}”不能使用。花括号里可写：{usable}。")
        return pattern
