"""检查 menu: a folder checked beside the writing, and the report of the open material."""

import shutil
import threading

import pytest
from PySide6.QtWidgets import QFileDialog, QInputDialog, QMenu

from assistant.commands import folder_check, folder_table
from assistant.facts import insertion
from assistant.files import template_shelf
from assistant.files.naming import free_path
from assistant.files.trouble import Unwritable
from assistant.text import Edit
from assistant.ui.work import folder_checking
from assistant.ui.work.folder_checking import FolderChecking
from assistant.ui.work.prompts import Prompts

TEXT = "2025年度民主生活会个人对照检查材料\n一、存在的突出问题\n下乡XX次。\n"


def choose(window, label):
    """Choose an action of the 检查 menu."""
    check = next(
        QMenu.menuInAction(action) for action in window.menuBar().actions() if action.text().startswith("检查")
    )
    next(action for action in check.actions() if action.text() == label).trigger()


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "收到的材料"
    made.mkdir()
    for name in ("甲.txt", "乙.txt"):
        (made / name).write_text(TEXT, "utf-8")
    (made / "坏.docx").write_bytes(b"PK\x03\x04")
    return made


class Gate(threading.Event):
    """Is opened by the test, and knows whether anybody waits before it."""

    def __init__(self):
        super().__init__()
        self.reached = threading.Event()


@pytest.fixture
def slow(monkeypatch):
    """Let the checking of a second file wait until the test says so."""
    go_on, check = Gate(), folder_check.check_file
    seen = []

    def wait(path, *rest, **_):
        seen.append(path)
        if len(seen) > 1:
            go_on.reached.set()
            assert go_on.wait(20)
        return check(path, *rest)

    monkeypatch.setattr(folder_check, "check_file", wait)
    yield go_on
    go_on.set()


def test_a_folder_is_checked(window, answers, folder, qtbot):
    answers.folder = folder
    choose(window, "检查一批文件…")
    qtbot.waitUntil(lambda: window.bars.messages()[0].startswith("检查完毕"))

    assert window.bars.messages() == [
        "检查完毕，没有认出是谁的3份：有必改2份，未能读取1份；结果已存为“收到的材料”里的“检查结果.xlsx”。"
    ]
    assert (folder / "检查结果.xlsx").read_bytes().startswith(b"PK")
    qtbot.waitUntil(lambda: not window.findChildren(FolderChecking))
    for name, changed in (("检查结果.xlsx", False), ("检查结果-2.xlsx", True)):
        if changed:  # by hand: then it is not written over
            (folder / "检查结果.xlsx").write_bytes((folder / "检查结果.xlsx").read_bytes() + b" ")
        choose(window, "检查一批文件…")
        qtbot.waitUntil(lambda told=f"里的“{name}”": told in window.bars.messages()[0])
        qtbot.waitUntil(lambda: not window.findChildren(FolderChecking))
        assert "未列入" not in window.bars.messages()[0]  # our own table
    window.bars.choose("查看检查结果…")
    assert window.bars.messages()  # the way back
    results = window.opens._folder_results
    results.window.close()
    assert results.window is None
    choose(window, "上一批的检查结果…")
    assert results.window.isVisible()
    results.window.close()


def test_the_template_are_asked_for(sample, answers, folder, monkeypatch, qtbot):
    saved = []
    monkeypatch.setattr(
        folder_table,
        "save",
        lambda made, _path, **_: saved.append([row.latest for row in made.rows] + list(made.others)),
    )
    answers.folder, answers.asked = folder, "打开的这份材料"
    old = template_shelf.find("2021-democratic-individual")
    (folder / "旧.txt").write_text(insertion.fresh(old), "utf-8")
    choose(sample, "检查一批文件…")
    qtbot.waitUntil(lambda: len(saved) == 1)
    judged = {each.file: each for each in saved[0]}
    assert answers.told[-1] == folder_checking.EACH_ITS_OWN
    assert judged["旧.txt"].asked == "2025年度民主生活会 · 班子成员个人"
    assert judged["旧.txt"].doubt == "疑为2021年度的材料"

    qtbot.waitUntil(lambda: not sample.findChildren(FolderChecking))
    answers.asked = folder_checking.EACH_ITS_OWN
    choose(sample, "检查一批文件…")
    qtbot.waitUntil(lambda: len(saved) == 2)
    assert {each.file: each.asked for each in saved[1]}["旧.txt"] == old.label
    qtbot.waitUntil(lambda: not sample.findChildren(FolderChecking))


def test_asked_by_which_template_one_may_turn_back(window, answers, folder):
    answers.folder, answers.asked = folder, "没有这一份"
    choose(window, "检查一批文件…")

    assert not window.findChildren(FolderChecking)
    assert not window.bars.messages()


def test_a_folder_that_is_deleted_meanwhile_is_not_made_again(sample, answers, folder, slow, qtbot):
    answers.folder = folder
    choose(sample, "检查一批文件…")
    qtbot.waitUntil(lambda: "：1／3份" in sample.bars.messages()[0])
    assert slow.reached.wait(20)  # Windows deletes no file that is being read
    shutil.rmtree(folder)
    slow.set()
    qtbot.waitUntil(lambda: "被移走、改名或删除" in sample.bars.messages()[0])

    assert not folder.exists()


def test_one_goes_on_writing_meanwhile(sample, answers, folder, slow, qtbot):
    answers.folder = folder
    choose(sample, "检查一批文件…")
    qtbot.waitUntil(lambda: "：1／3份" in sample.bars.messages()[0])
    sample.editor.apply([Edit(0, 0, "字")], "写")
    choose(sample, "检查一批文件…")  # shows how far it is; no second one is begun

    assert len(sample.findChildren(FolderChecking)) == 1
    assert sample.editor.text.startswith("字")
    slow.set()
    qtbot.waitUntil(lambda: sample.bars.messages()[0].startswith("检查完毕"))


def test_it_can_be_stopped(window, answers, folder, slow, qtbot):
    answers.folder = folder
    choose(window, "检查一批文件…")
    qtbot.waitUntil(lambda: "：1／3份" in window.bars.messages()[0])
    window.bars.choose("停止检查")
    slow.set()
    qtbot.waitUntil(lambda: not window.findChildren(FolderChecking))

    assert window.bars.messages() == ["已停止检查，没有保存结果。"]
    assert not (folder / "检查结果.xlsx").exists()


def test_a_folder_that_cannot_be_written_to(window, answers, folder, monkeypatch, qtbot):
    def refuse(made, path, more):
        if path.parent == folder:
            raise Unwritable("没有写入的权限。")
        save(made, path, more=more)

    save = folder_table.save
    monkeypatch.setattr(folder_table, "save", refuse)
    answers.folder, answers.result_path = folder, folder.parent / "别处.xlsx"
    choose(window, "检查一批文件…")
    qtbot.waitUntil(lambda: "没有保存" in window.bars.messages()[0])
    assert "没有写入的权限" in window.bars.messages()[0]
    window.bars.choose("换个位置保存…")

    assert "“别处.xlsx”" in window.bars.messages()[0]
    assert answers.result_path.exists()


def test_an_unforeseen_end_is_told(window, answers, folder, monkeypatch, qtbot):
    def fail(*_, **__):
        raise MemoryError

    monkeypatch.setattr(folder_table, "save", fail)
    answers.folder = folder
    choose(window, "检查一批文件…")
    qtbot.waitUntil(lambda: "没有保存" in window.bars.messages()[0])
    qtbot.waitUntil(lambda: not window.findChildren(FolderChecking))

    assert "程序出了故障" in window.bars.messages()[0]


def test_a_folder_without_materials_is_told(window, answers, tmp_path, qtbot):
    answers.folder = tmp_path / "空"
    answers.folder.mkdir()
    choose(window, "检查一批文件…")
    qtbot.waitUntil(lambda: "没有可以检查的材料" in window.bars.messages()[0])
    qtbot.waitUntil(lambda: not window.findChildren(FolderChecking))
    answers.folder = None
    window.bars.choose("换个文件夹…")

    assert not window.bars.messages()
    assert not window.findChildren(FolderChecking)


def test_leaving_stops_it(window, answers, folder, slow, qtbot):
    answers.folder = folder
    choose(window, "检查一批文件…")
    qtbot.waitUntil(lambda: "：1／3份" in window.bars.messages()[0])
    (running,) = window.findChildren(FolderChecking)
    slow.set()
    running._leave()

    assert not running._thread.is_alive()
    qtbot.waitUntil(lambda: not window.findChildren(FolderChecking))
    assert not (folder / "检查结果.xlsx").exists()


@pytest.mark.parametrize("name", ["报告.html", "报告.docx"])
def test_the_report_of_the_open_material(sample, answers, tmp_path, name):
    answers.result_path = tmp_path / name
    sample.editor.apply([Edit(0, 0, "XX")], "写")
    choose(sample, "导出检查报告…")

    assert answers.told[-1].endswith("-检查报告.html")
    assert sample.bars.messages()[0] == f"已导出检查报告“{name}”。"
    assert answers.result_path.stat().st_size > 1000
    if name.endswith("html"):
        assert "XX" in answers.result_path.read_text("utf-8")  # of the text as it is now


def test_no_report_over_the_material(window, answers, tmp_path, finished_sample):
    source = tmp_path / "去年.docx"
    source.write_text(finished_sample, "utf-8")
    before = source.read_bytes()
    window.open_file(str(source))
    answers.result_path = source
    choose(window, "导出检查报告…")
    assert "程序不覆盖" in window.bars.messages()[0]
    answers.save_path = tmp_path / "今年.duizhao"
    window.files.save_as()
    answers.result_path = tmp_path / "今年.docx"
    choose(window, "导出检查报告…")

    assert "程序不覆盖" in window.bars.messages()[0]
    assert source.read_bytes() == before


def test_a_report_needs_a_known_suffix(sample, answers, tmp_path):
    answers.result_path = tmp_path / "报告.pdf"
    choose(sample, "导出检查报告…")
    answers.result_path = None
    sample.bars.choose("换个位置导出…")

    assert not (tmp_path / "报告.pdf").exists()


def test_a_report_needs_an_open_material(window):
    check = next(
        QMenu.menuInAction(action) for action in window.menuBar().actions() if action.text().startswith("检查")
    )
    enabled = {action.text(): action.isEnabled() for action in check.actions()}

    assert (enabled["导出检查报告…"], enabled["检查一批文件…"]) == (False, True)


def test_the_chooser_adds_the_suffix(window, tmp_path, monkeypatch):
    monkeypatch.setattr(QFileDialog, "exec", lambda _: True)
    monkeypatch.setattr(QFileDialog, "selectedFiles", lambda _: [str(tmp_path / "报告1.5")])
    monkeypatch.setattr(QFileDialog, "selectedNameFilter", lambda _: "Word文档 (*.docx)")
    chosen = Prompts(window).file_for_result("导出", tmp_path / "a.html", {".html": "网页", ".docx": "Word文档"})
    assert chosen == tmp_path / "报告1.5.docx"
    monkeypatch.setattr(QFileDialog, "exec", lambda _: False)

    assert Prompts(window).file_for_result("导出", tmp_path / "a.html", {".html": "网页"}) is None


def test_the_chooser_of_template(window, monkeypatch):
    given = []
    monkeypatch.setattr(QInputDialog, "getItem", lambda *rest: given.append(rest) or ("乙", True))
    assert Prompts(window).template_for_folder(["甲", "乙"]) == "乙"
    assert given[0][3:5] == (["甲", "乙"], 0)
    Prompts(window).template_for_folder(["甲", "乙"], "这批文件写的是2025年度民主生活会，已列在前面。")
    assert [line.count("。") for line in given[1][2].split("\n")] == [1, 1]
    monkeypatch.setattr(QInputDialog, "getItem", lambda *_: ("乙", False))

    assert Prompts(window).template_for_folder(["甲", "乙"]) is None


def test_free_names(tmp_path):
    (tmp_path / "检查结果.xlsx").touch()
    (tmp_path / "检查结果-2.xlsx").touch()

    assert free_path(tmp_path / "检查结果.xlsx").name == "检查结果-3.xlsx"
