"""Choosing files: the usual folders at the side, the last folder of each kind of question, drops as copies."""

import gc
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QFileInfo, QMimeData, QPointF, QSize, Qt, QUrl
from PySide6.QtGui import QDropEvent, QFont
from PySide6.QtWidgets import QFileDialog, QFileIconProvider, QHeaderView, QTreeView

from assistant.files import settings
from assistant.ui import choosing, screens
from assistant.ui.eliding import ElidedChoice


@pytest.fixture
def asked(monkeypatch, tmp_path):
    """Answer each question with a file of a folder, and tell where it opened and what stood at its side."""
    seen = []

    def answer(dialog):
        seen.append((dialog.directory().absolutePath(), [url.toLocalFile() for url in dialog.sidebarUrls()]))
        return True

    folder = tmp_path / "单位发的"
    folder.mkdir()
    monkeypatch.setattr(QFileDialog, "exec", answer)
    monkeypatch.setattr(QFileDialog, "selectedFiles", lambda _: [str(folder / "通知.docx")])
    return seen


def test_a_question_opens_where_it_was_answered_last(qtbot, asked, tmp_path):
    first = choosing.file_to_open(None, "打开通知", "通知 (*.docx)", tmp_path, key="notice")
    choosing.file_to_open(None, "打开通知", "通知 (*.docx)", tmp_path, key="notice")
    choosing.file_to_open(None, "选旧稿", "材料 (*.docx)", tmp_path, key="earlier")
    assert first == tmp_path / "单位发的" / "通知.docx"
    assert [Path(where) for where, _ in asked] == [tmp_path, tmp_path / "单位发的", tmp_path]


@pytest.mark.parametrize("there", [True, False])
def test_a_question_that_was_never_answered_opens_in_the_documents(qtbot, asked, tmp_path, monkeypatch, there):
    """Not where the program was started; where there are none, in the nearest folder above."""
    documents, started = tmp_path / "文档", tmp_path / "别处"
    started.mkdir()
    if there:
        documents.mkdir()
    monkeypatch.chdir(started)
    monkeypatch.setattr("PySide6.QtCore.QStandardPaths.writableLocation", lambda _: str(documents))
    choosing.file_to_open(None, "选旧稿", "材料 (*.docx)", key="earlier")
    choosing.notice_to_open(None)
    choosing.folder_to_open(None, "选择文件夹")

    assert {Path(where) for where, _ in asked} == {documents if there else tmp_path}


def test_nothing_is_remembered_on_a_public_machine(qtbot, asked, tmp_path):
    settings.save(settings.Settings(public=True))
    choosing.file_to_open(None, "打开通知", "通知 (*.docx)", tmp_path, key="notice")
    assert settings.load().folders == {}
    assert settings.Settings(folders={"notice": "x"}).without_traces().folders == {}


def test_no_column_but_the_name_is_cut_and_large_type_has_a_large_dialog(qtbot, qapp, tmp_path, monkeypatch):
    modes, sizes = [], []

    def look(dialog):
        header = dialog.findChild(QTreeView, "treeView").header()
        modes.extend(header.sectionResizeMode(column) for column in range(header.count()))
        sizes.append(dialog.size())
        return False

    monkeypatch.setattr(QFileDialog, "exec", look)
    choosing.file_to_open(None, "打开", "材料 (*.docx)", tmp_path)
    assert modes == [QHeaderView.ResizeMode.Stretch, *[QHeaderView.ResizeMode.ResizeToContents] * 3]

    usual = qapp.font()
    monkeypatch.setattr(QFileDialog, "font", lambda _: QFont(usual.family(), 21))  # twice the usual size
    choosing.file_to_open(None, "打开", "材料 (*.docx)", tmp_path)
    free = qapp.primaryScreen().availableGeometry().size() - screens._FRAME
    assert sizes[1] == QSize(1720, 1040).boundedTo(free)


def test_the_usual_folders_stand_at_the_side(qtbot, asked, tmp_path, monkeypatch):
    usual = {name: tmp_path / name for name in ("DesktopLocation", "DocumentsLocation", "DownloadLocation")}
    for path in usual.values():
        path.mkdir()
    monkeypatch.setattr(
        "PySide6.QtCore.QStandardPaths.writableLocation", lambda where: str(usual.get(where.name, tmp_path / "没有"))
    )
    choosing.folder_to_open(None, "选择文件夹", tmp_path)
    assert [Path(each) for each in asked[0][1]] == list(usual.values())


def test_nothing_of_a_dialog_stays_when_it_is_answered(qtbot, asked, tmp_path):
    def pictures():
        gc.collect()
        return sum(isinstance(each, QFileIconProvider) for each in gc.get_objects())

    choosing.file_to_open(None, "打开", "材料 (*.docx)", tmp_path)
    before = pictures()
    choosing.file_to_open(None, "打开", "材料 (*.docx)", tmp_path)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert pictures() == before == 1


def test_a_drop_is_a_copy_whatever_was_meant(sample, tmp_path, monkeypatch):
    opened = []
    sample.editor.file_dropped.disconnect()
    sample.editor.file_dropped.connect(opened.append)
    monkeypatch.setattr(sample, "open_file", opened.append)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "通知.docx"))])
    for target in (sample, sample.editor):
        actions = Qt.DropAction.MoveAction | Qt.DropAction.CopyAction
        event = QDropEvent(QPointF(5, 5), actions, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ShiftModifier)
        event.setDropAction(Qt.DropAction.MoveAction)
        target.dropEvent(event)
        assert event.isAccepted()
        assert event.dropAction() == Qt.DropAction.CopyAction
    assert [Path(each) for each in opened] == [tmp_path / "通知.docx"] * 2


def test_our_own_files_are_called_so_where_the_system_does_not_know_them(qtbot, tmp_path):
    dialog = choosing._dialog(None, "打开", tmp_path, "")
    qtbot.addWidget(dialog)
    for name, kind in (("稿.duizhao", "草稿"), ("通知.duizhaoreq", "本次要求"), ("给同志.DUIZHAOCRIT", "批评意见")):
        (tmp_path / name).write_text("", "utf-8")
        assert dialog.iconProvider().type(QFileInfo(str(tmp_path / name))) == kind
    (tmp_path / "a.docx").write_text("", "utf-8")
    assert dialog.iconProvider().type(QFileInfo(str(tmp_path / "a.docx"))) not in ("", "草稿")


def test_what_was_chosen_ends_in_an_ellipsis_where_it_does_not_fit(qtbot):
    choice = ElidedChoice()
    qtbot.addWidget(choice)
    choice.setPlaceholderText("属于哪一次送审")
    name = "2026年度民主生活会个人对照检查材料-林知远（周明达审改）.docx"
    choice.addItem(name)
    told = []
    for index, width in ((-1, 300), (0, 120), (0, 900)):
        choice.setCurrentIndex(index)
        choice.resize(width, 30)
        choice.grab()
        told.append(choice.toolTip())
    assert told == ["", name, ""]
