"""清理, 公用电脑, 本机安全, and what is done when something happens that nobody has foreseen."""

import re
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox
from ui.work.conftest import add

from assistant import paths
from assistant.files import folder_notes, former_states, housekeeping, settings
from assistant.ui.dialogs import safety_page
from assistant.ui.dialogs.clearing import ClearingDialog, amount
from assistant.ui.dialogs.safety_page import SafetyPage
from assistant.ui.mishaps import Caught, Mishaps, caught, report
from assistant.ui.work import privacy


@pytest.fixture
def saved(sample, answers, tmp_path):
    """A window whose draft has been saved twice."""
    answers.save_path = tmp_path / "稿.duizhao"
    sample.files.save()
    add(sample, "又一句。")
    sample.files.save()
    return sample


def test_what_is_ticked_is_cleared_and_nothing_else(saved, tmp_path):
    draft = tmp_path / "稿.duizhao"
    before = draft.read_bytes()
    dialog = ClearingDialog(saved, saved.files.settings.recent)
    dialog.recent_cleared.connect(lambda: saved.files.change_settings(recent=(), carets={}))
    assert [row[:2] for row in dialog.rows()] == [
        ("以前保存的版本", "2份"),
        (f"稿.duizhao（{tmp_path}）", "2份"),
        ("断电备份（没有正常关闭时留下的）", "0份"),
        ("去年的材料（对照用的文字）", "0份"),
        ("文件夹的收交记录（已退回、已收等）", "0人"),
        ("上次的检查结果（打开草稿时先显示）", "0份"),
        ("最近的文件", "1个"),
    ]
    assert not dialog._clear.isEnabled()
    dialog.tick("稿.duizhao")
    assert dialog._clear.isEnabled()
    dialog.clear_ticked()
    assert former_states.saved_states(draft) == []
    assert dialog.rows()[0][:2] == ("以前保存的版本", "0份")
    dialog.tick("最近的文件")
    dialog.clear_ticked()

    assert (saved.files.settings.recent, settings.load().recent) == ((), ())
    assert draft.read_bytes() == before
    saved.files.find_former()
    assert saved.files.prompts.told[-1].startswith("这台电脑上没有这份材料以前保存的版本")


def test_what_was_decided_of_folders_is_listed_and_cleared_one_by_one(saved, tmp_path):
    for name in ("甲支部", "乙支部"):
        folder_notes.save(tmp_path / name, {"办公室｜张三": "已退回", "财务科｜李四": "已收"})
    (paths.home() / "folders" / "damaged.json").write_bytes(b"{")
    dialog = ClearingDialog(saved, ())
    rows = [row for row in dialog.rows() if row[1].endswith("人")]
    assert rows == [
        ("文件夹的收交记录（已退回、已收等）", "4人", "不到0.1兆"),
        (f"乙支部（{tmp_path}）", "2人", "不到0.1兆"),
        (f"甲支部（{tmp_path}）", "2人", "不到0.1兆"),
        ("未能读取，未能判断是哪个文件夹", "0人", "不到0.1兆"),
    ]
    dialog.tick("乙支部")
    dialog.clear_ticked()

    assert folder_notes.load(tmp_path / "乙支部") == {}
    assert folder_notes.load(tmp_path / "甲支部") == {"办公室｜张三": "已退回", "财务科｜李四": "已收"}
    dialog.tick("未能读取")
    dialog.clear_ticked()
    assert [row[0] for row in dialog.rows() if row[1].endswith("人")][1:] == [f"甲支部（{tmp_path}）"]


def test_states_of_a_deleted_draft_are_named(saved, tmp_path):
    (tmp_path / "稿.duizhao").unlink()
    dialog = ClearingDialog(saved, ())
    assert dialog.rows()[1][0] == f"稿.duizhao（{tmp_path}）　草稿已不在原处"
    assert (amount(2_340_000), amount(99)) == ("2.3兆", "不到0.1兆")


def test_no_place_where_something_is_kept_goes_untold():
    """What a module keeps in the user's own folder stands on the page, and in the folders that are closed to others."""
    code = Path(housekeeping.__file__).parents[1].rglob("*.py")
    kept = {name for path in code for name in re.findall(r'paths\.home\(\) / "([^"]+)"', path.read_text("utf-8"))}
    assert {"backups", "folders", "settings.json"} <= kept
    assert kept - {"locks"} == {where for _, where, _ in safety_page._PLACES}  # a lock holds nothing but a number
    assert {name for name in kept if "." not in name} == set(housekeeping._FOLDERS)


def test_a_public_machine_keeps_the_draft_alone(saved, tmp_path):
    privacy.set_public(saved.files, saved.bars, public=True)
    assert "和Word文件留在保存的地方" in saved.bars.messages()[0]
    assert saved.files.settings.recent == ()
    add(saved, "再一句。")
    saved.files.save()
    assert saved.files.settings.recent == ()
    assert housekeeping.former()
    saved.close()

    left = [path.name for path in paths.home().rglob("*") if path.is_file()]
    assert left == ["settings.json"]
    assert "林知远" not in (paths.home() / "settings.json").read_text("utf-8")
    assert settings.load().public
    assert "再一句" in (tmp_path / "稿.duizhao").read_text("utf-8")


def test_the_page_tells_where_things_are_and_what_is_inside(saved):
    told = SafetyPage(saved).told()

    assert str(paths.home() / "backups") in told
    assert "不到0.1兆" in told
    for component in ("PySide6", "pypdf", "zipfile"):
        assert component in told
    assert "PySide6.QtNetwork" not in sys.modules


# What nobody has foreseen


def failing(secret):
    return {}[secret]


def raised(secret="他在会上说的话"):
    try:
        try:
            failing(secret)
        except KeyError as error:
            raise OSError(5, secret, f"/home/某人/{secret}.duizhao") from error
    except OSError as error:
        return error


def test_a_report_tells_where_and_never_what():
    told = report(caught(raised()))

    assert "故障 OSError（系统编号5）" in told
    assert "tests/ui/work/test_privacy.py" in told or "test_privacy.py" in told
    assert "failing" in told
    assert "KeyError →" in told
    assert "会上" not in told
    assert "某人" not in told
    assert "/home" not in told


def test_a_mishap_keeps_the_text_and_says_so_once(saved, tmp_path, monkeypatch):
    kept, boxes = [], []
    mishaps = Mishaps(saved, lambda: kept.append(saved.editor.text) or True, lambda _name: tmp_path / "报告.txt")

    def answer():
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        boxes.append(box.text())
        next(each for each in box.buttons() if each.text() == "保存故障报告…").click()

    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    error = raised()
    for _ in range(3):
        mishaps._take(type(error), error, error.__traceback__)
    QTimer.singleShot(300, answer)
    for _ in range(3):
        QApplication.processEvents()

    assert len(boxes) == 1
    assert "已写入断电备份" in boxes[0]
    assert len(kept) == 3
    assert "OSError" in (tmp_path / "报告.txt").read_text("utf-8")


def test_the_hook_is_set_and_ends_by_ctrl_c(saved, monkeypatch):
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr("threading.excepthook", None)
    told = []
    monkeypatch.setattr(sys, "__excepthook__", lambda *raised: told.append(raised[0]))
    mishaps = Mishaps(saved, lambda: True, lambda _name: None)
    mishaps.watch()
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)

    assert told == [KeyboardInterrupt]
    assert Caught("X", ()).number is None
