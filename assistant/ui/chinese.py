"""Chinese for all that Qt itself says: Qt's own translation, and the few sentences it leaves in English."""

from __future__ import annotations

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, QTranslator
from PySide6.QtWidgets import QApplication

_LEFT_OUT = {
    ("QFileDialog", "&Look in:"): "查找范围(&L)：",
    ("QFileDialog", "Files of &type:"): "文件类型(&T)：",
    ("QAbstractFileIconProvider", "Folder"): "文件夹",
    ("QAbstractFileIconProvider", "File Folder"): "文件夹",
    ("QAbstractFileIconProvider", "File"): "文件",
    ("QAbstractFileIconProvider", "%1 File"): "%1 文件",
    ("QAbstractFileIconProvider", "Drive"): "驱动器",
    ("QPrintSettingsOutput", "Duplex Printing"): "双面打印",
    ("QPrintSettingsOutput", "None"): "单面",
    ("QPrintSettingsOutput", "Long side"): "沿长边翻页",
    ("QPrintSettingsOutput", "Short side"): "沿短边翻页",
}


class _LeftOut(QTranslator):
    """Translates what Qt's own translation does not."""

    def isEmpty(self) -> bool:
        return False

    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str | None:  # noqa: ARG002  # type: ignore[override]
        return _LEFT_OUT.get((context, source))


def speak(app: QApplication) -> None:
    """Let Qt speak Chinese; without its translation its dialogs would read OK and Cancel."""
    if app.findChild(QObject, "chinese") is not None:
        return
    QLocale.setDefault(QLocale(QLocale.Language.Chinese, QLocale.Country.China))
    whole, rest = QTranslator(app), _LeftOut(app)
    whole.setObjectName("chinese")
    if whole.load("qtbase_zh_CN", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        app.installTranslator(whole)
    app.installTranslator(rest)
