"""关于: which version this is, what it does and does not do, of what it is made and under which licences."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from assistant import NAME, __version__
from assistant.files import licences
from assistant.ui import screens
from assistant.ui.buttons import press_alone
from assistant.ui.dialogs.wrapped_rows import WrappedRows

_COMPONENT = Qt.ItemDataRole.UserRole
_TOLD = (
    "本机离线运行：程序里没有任何联网的代码，不登录、不上传、不自动更新。不改动打开的原文件，不代写。",
    "各年度的主题和方面据公开报道整理，每份要求都标明来源和可靠程度，请以本单位通知为准。",
)


class AboutDialog(QDialog):
    """Shows the parts beside the licence of the chosen one."""

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle("关于")
        screens.open_at(self, 860, 600)
        name = QLabel(f"{NAME} {__version__}")
        name.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)  # for whoever asks which one it is
        words = QLabel("\n".join(_TOLD))
        words.setWordWrap(True)
        self._parts = QListWidget()
        self._parts.setAccessibleName("所含组件")
        self._parts.setItemDelegate(WrappedRows(self._parts))
        self._parts.setWordWrap(True)
        self._parts.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)  # lines are broken instead
        self._text = QPlainTextEdit()
        self._text.setReadOnly(True)
        self._text.setAccessibleName("许可全文")
        self._about = QLabel()
        self._about.setWordWrap(True)
        self._about.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._about)
        column.addWidget(self._text, 1)
        columns = QSplitter()
        columns.addWidget(self._parts)
        columns.addWidget(right)
        columns.setSizes([240, 620])
        buttons = QDialogButtonBox()
        press_alone(buttons.addButton("关闭", QDialogButtonBox.ButtonRole.RejectRole))
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        for widget in (name, words, QLabel("程序由下列组件组成，各按所列的许可使用：")):
            layout.addWidget(widget)
        layout.addWidget(columns, 1)
        layout.addWidget(buttons)
        for each in licences.components():
            item = QListWidgetItem(each.name, self._parts)
            item.setData(_COMPONENT, each)
        self._parts.currentItemChanged.connect(self._show)
        self._parts.setCurrentRow(0)

    def _show(self, item: QListWidgetItem | None, _before: QListWidgetItem | None = None) -> None:
        if item is not None:
            component: licences.Component = item.data(_COMPONENT)
            self._about.setText(f"{component.told}许可：{component.licence}")
            self._text.setPlainText(licences.text(component))
            self._text.setVisible(bool(component.texts))
