"""Choosing files and folders: 桌面, 文档, 下载 at the side, and each kind of question begins where it was answered last."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

from PySide6.QtCore import QFileInfo, QStandardPaths, QUrl
from PySide6.QtWidgets import QFileDialog, QFileIconProvider, QHeaderView, QSplitter, QTreeView, QWidget

from assistant.files import kinds, settings
from assistant.files.disk import nearest_folder
from assistant.files.kinds import Use
from assistant.ui import asking, screens
from assistant.ui.dismissing import dismiss

_OWN = (Use.DRAFT, Use.TEMPLATE, Use.CRITICISM)
_SIZE = (860, 520)  # pixels, beside type of the usual size: a file's name has room beside size, kind and day
_SIDE_SHARE = 6  # of a dialog's width the usual folders have one part of so many
_SIDE = (
    QStandardPaths.StandardLocation.DesktopLocation,
    QStandardPaths.StandardLocation.DocumentsLocation,
    QStandardPaths.StandardLocation.DownloadLocation,
    QStandardPaths.StandardLocation.HomeLocation,
)


def file_to_open(
    parent: QWidget | None, title: str, filters: str, folder: Path | None = None, *, key: str = ""
) -> Path | None:
    """Ask for a file that is there. `key` names the kind of question, whose folder is remembered."""
    dialog = _dialog(parent, title, folder, key)
    dialog.setNameFilters(filters.split(";;"))
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    return _answer(dialog, key)


def notice_to_open(parent: QWidget) -> Path | None:
    """Ask for a notice, or for a template file that somebody has made of one."""
    wanted = kinds.dialog_filter("通知", (Use.MATERIAL, Use.TEMPLATE))
    return file_to_open(parent, "打开通知", wanted, key="notice")


def folder_to_open(parent: QWidget, title: str, folder: Path | None = None, *, key: str = "") -> Path | None:
    """Ask for a folder."""
    dialog = _dialog(parent, title, folder, key)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    return _answer(dialog, key)


def file_to_write(
    parent: QWidget,
    title: str,
    suggested: Path,
    filters: str,
    *,
    complete: Callable[[Path, str], Path],
    may_replace: Callable[[Path], bool],
) -> Path | None:
    """Ask where to write. `complete` gives a name its suffix by the kind chosen; what is there is replaced only if it may be."""
    dialog = _dialog(parent, title, suggested.parent, "")
    dialog.setNameFilters(filters.split(";;"))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)  # asked below, where it is known whose file it is
    dialog.selectFile(suggested.name)
    try:
        while dialog.exec() and (chosen := dialog.selectedFiles()):
            path = complete(Path(chosen[0]), dialog.selectedNameFilter())
            if not path.exists() or may_replace(path):
                return path
        return None
    finally:
        dismiss(dialog)


class _OurKinds(QFileIconProvider):
    """Tells in a file dialog what our own files are: the system may know them for text only, where nothing is installed."""

    def type(self, info: QFileInfo) -> str:
        suffix = f".{info.suffix().lower()}"
        own = next((kind.name for kind in kinds.KINDS if kind.use in _OWN and suffix in kind.suffixes), "")
        return own if own and info.isFile() else super().type(info)


@cache  # Qt does not keep it; and what is put into a property never goes again, with thirteen kilobytes of pictures
def _icons() -> _OurKinds:
    return _OurKinds()


def _dialog(parent: QWidget | None, title: str, folder: Path | None, key: str) -> QFileDialog:
    """Make a dialog that opens where this kind of question was answered last, else in the folder given, else in 文档.

    Without any Qt would take the folder that the program was started in, which means nothing to its user.
    """
    last = settings.load().folders.get(key, "") if key else ""
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    where = nearest_folder(Path(last)) if last else folder or nearest_folder(Path(documents))
    dialog = QFileDialog(parent, title, str(where))
    for table in dialog.findChildren(QTreeView, "treeView"):  # the system's own dialog has none
        screens.open_at(dialog, *_SIZE)
        header = table.header()
        for column in range(1, header.count()):  # size, kind and day are not cut; the name takes what is left
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    for parts in dialog.findChildren(QSplitter, "splitter"):
        parts.setSizes([dialog.width() // _SIDE_SHARE, dialog.width() * (_SIDE_SHARE - 1) // _SIDE_SHARE])
    dialog.setIconProvider(_icons())
    dialog.setSidebarUrls([QUrl.fromLocalFile(each) for each in _side()])
    return dialog


def _side() -> list[str]:
    """List the folders at the side that this machine has, each once."""
    found = (QStandardPaths.writableLocation(where) for where in _SIDE)
    return [each for each in dict.fromkeys(found) if each and Path(each).is_dir()]


def _answer(dialog: QFileDialog, key: str) -> Path | None:
    chosen = dialog.selectedFiles() if asking.answered(dialog) else []
    if not chosen:
        return None
    path = Path(chosen[0])
    if key:
        known = settings.load()
        folder = path if dialog.fileMode() == QFileDialog.FileMode.Directory else path.parent
        settings.save(known.with_folder(key, str(folder)))
    return path
