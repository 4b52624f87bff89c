"""Files that take long: the window goes on, whoever will not wait gives up, and nothing comes late."""

import datetime
import threading
import time
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QPushButton
from ui.work.conftest import add

from assistant.files import disk, draft_and_word, kept_views
from assistant.files.draft import Draft, DraftFile
from assistant.files.trouble import Unwritable
from assistant.ui import waiting
from assistant.ui.dialogs.earlier_file import EarlierFile
from assistant.ui.dialogs.new_material import NewMaterialDialog
from assistant.ui.dialogs.notice_strip import NoticeStrip
from assistant.ui.dialogs.template_list import TemplateList
from assistant.ui.waiting import Errand, GivenUp, WaitingBox
from assistant.ui.work.prompts import Closing


@pytest.fixture(autouse=True)
def _hurried(monkeypatch):
    monkeypatch.setattr(waiting, "AT_ONCE", 0.1)


@contextmanager
def box_pressed(after=50):
    """Press 取消 in the box once it has been there for some milliseconds; gives what the boxes said."""
    said = []

    def press():
        box = QApplication.activeModalWidget()
        if isinstance(box, WaitingBox):
            said.append(box.findChild(waiting.QLabel).text())
            box.findChild(QPushButton).click()

    timer = QTimer()
    timer.timeout.connect(press)
    timer.start(after)
    yield said
    timer.stop()


@pytest.fixture
def hanging(tmp_path, monkeypatch):
    """Make files that hang whoever reads them, as on a share that does not answer."""
    made, go, really = set(), threading.Event(), disk.bytes_of

    def read(path):
        if path in made:
            assert go.wait(20)
        return really(path)

    def make(name):
        path = tmp_path / name
        path.write_text("一、存在的问题", "utf-8")
        made.add(path)
        return path

    monkeypatch.setattr(disk, "bytes_of", read)
    yield make
    go.set()  # let the threads end


class Slow:
    """A disk that writes only when it is let."""

    def __init__(self, monkeypatch, error=None):
        self.go, self.order = threading.Event(), []
        really = draft_and_word.save

        def save(content, file, refreshed, **asked):
            self.order.append(content.text)
            assert self.go.wait(10)
            if error:
                raise error
            return really(content, file, refreshed, **asked)

        monkeypatch.setattr(draft_and_word, "save", save)


def test_what_is_quick_shows_no_box(window, tmp_path, monkeypatch):
    monkeypatch.setattr(waiting, "AT_ONCE", 5)
    monkeypatch.setattr(waiting, "WaitingBox", None)
    (tmp_path / "稿.txt").write_text("一、问题", "utf-8")

    assert window.open_file(str(tmp_path / "稿.txt"))


def test_the_window_goes_on_while_a_file_is_read():
    ticks = []
    timer = QTimer()
    timer.timeout.connect(lambda: ticks.append(1))
    timer.start(10)

    assert waiting.result_of(lambda: time.sleep(0.4) or 7, "正在打开…", None) == 7
    assert len(ticks) > 10


def test_what_fails_aside_is_raised_to_whoever_asked():
    with pytest.raises(ZeroDivisionError):
        waiting.result_of(lambda: 1 // 0, "", None)
    with pytest.raises(ZeroDivisionError):
        waiting.result_of(lambda: time.sleep(0.1) or 1 // 0, "", None)


@pytest.mark.parametrize("name", ["旧稿.txt", "稿.duizhao", "收到的.duizhaoreq", "整改清单.xlsx"])
def test_a_file_that_hangs_can_be_given_up(sample, answers, hanging, name):
    before = sample.editor.text
    with box_pressed() as said:
        assert not sample.open_file(str(hanging(name)))

    assert said == [f"正在打开“{name}”…"]
    assert (sample.editor.text, sample.session.file, answers.told) == (before, None, [])
    assert sample.bars.messages() == []


def test_every_other_door_can_be_given_up_too(sample, answers, hanging, qtbot):
    path = answers.earlier = hanging("去年.txt")
    dialog = NewMaterialDialog(sample, datetime.date(2026, 11, 20), sample.session.choices.decisions.profile)
    qtbot.addWidget(dialog)
    (strip,) = dialog.findChildren(NoticeStrip)
    (earlier,) = dialog.findChildren(EarlierFile)
    templates = TemplateList(sample)
    qtbot.addWidget(templates)
    beside = sample.wiring.tabs.beside
    doors = (
        lambda: strip.read_file(path),
        lambda: earlier.open(path),
        lambda: earlier.open_list(path),
        lambda: templates.take(path),
        beside.choose_file,
        beside.choose_list,
    )
    for door in doors:
        with box_pressed() as said:
            door()
        assert said == ["正在打开“去年.txt”…"]
    assert (earlier.earlier, earlier.listed, sample.session.choices.references) == (None, None, ())


def test_what_comes_of_a_reading_that_was_given_up_is_thrown_away():
    go, undone = threading.Event(), []
    errand = Errand(lambda: go.wait(10) and 5, undone.append)
    with box_pressed(), pytest.raises(GivenUp):
        waiting.wait_for(errand, "", None)
    errand.give_up()
    go.set()
    assert errand.is_done(5)
    assert undone == [5]


# Saving


@pytest.fixture
def saved(sample, answers, tmp_path, monkeypatch):
    """A window with a draft that was saved once."""
    answers.save_path = tmp_path / "稿.duizhao"
    monkeypatch.setattr(waiting, "AT_ONCE", 20)
    assert sample.files.save()
    monkeypatch.setattr(waiting, "AT_ONCE", 0.1)
    return sample


def shown(window):
    return window.wiring.status._saved.text()


def test_a_slow_saving_leaves_the_hands_free(saved, answers, monkeypatch, qtbot):
    disk = Slow(monkeypatch)
    add(saved, "第一句。")
    assert not saved.files.save()
    assert shown(saved) == "正在保存…"
    assert saved.files.modified
    assert saved.windowTitle().startswith("*")
    add(saved, "第二句。")
    saved.files.keep_journal()
    saved.session._writing.join()
    disk.go.set()
    qtbot.waitUntil(lambda: not saved.files.saving)

    assert DraftFile.load(answers.save_path)[1].text.endswith("第一句。")
    assert saved.files.modified
    assert saved.session.has_journal  # the second sentence is not on the disk
    assert shown(saved) == "有未保存的更改"
    saved.history.undo()
    assert not saved.files.modified
    assert shown(saved).startswith("已保存")


def test_savings_keep_their_order(saved, answers, monkeypatch, qtbot):
    disk = Slow(monkeypatch)
    for text in ("一。", "二。", "三。"):
        add(saved, text)
        saved.files.save()
    disk.go.set()
    qtbot.waitUntil(lambda: not saved.files.saving)

    assert [text[-2:] for text in disk.order] == ["一。", "二。", "三。"]
    assert DraftFile.load(answers.save_path)[1].text.endswith("一。二。三。")
    assert not saved.files.modified
    assert saved.bars.messages() == []


def test_a_slow_saving_that_fails_is_told_and_nothing_counts_as_saved(saved, monkeypatch, qtbot):
    disk = Slow(monkeypatch, Unwritable("磁盘已满。", "磁盘已满"))
    add(saved, "一句。")
    saved.files.save()
    disk.go.set()
    qtbot.waitUntil(lambda: not saved.files.saving)

    assert saved.files.modified
    assert saved.bars.messages() == ["没有保存。磁盘已满。正文仍在窗口里，没有丢失。"]
    assert shown(saved) == "有未保存的更改"


def test_closing_waits_for_what_is_being_saved(saved, answers, monkeypatch):
    disk = Slow(monkeypatch)
    add(saved, "最后一句。")
    saved.files.save()
    QTimer.singleShot(200, disk.go.set)

    assert saved.close()
    assert DraftFile.load(answers.save_path)[1].text.endswith("最后一句。")
    assert not any("是否保存" in told for told in answers.told)


def test_saving_on_closing_waits_too(saved, answers, monkeypatch):
    disk = Slow(monkeypatch)
    add(saved, "最后一句。")
    answers.closing = Closing.SAVE
    QTimer.singleShot(300, disk.go.set)

    assert saved.close()
    assert DraftFile.load(answers.save_path)[1].text.endswith("最后一句。")


def test_whoever_will_not_wait_is_asked(saved, answers, monkeypatch, qtbot):
    disk = Slow(monkeypatch)
    add(saved, "一句。")
    saved.files.save()
    answers.closing = Closing.CANCEL
    with box_pressed() as said:
        assert not saved.close()
    assert said == ["正在保存…"]
    assert saved.files.saving  # it goes on
    answers.closing = Closing.DISCARD
    with box_pressed():
        assert saved.close()
    disk.go.set()


def test_what_was_given_up_is_saved_nowhere_and_does_not_count_as_saved(saved, answers, monkeypatch, tmp_path):
    """Whoever then stays after all has it still, and is asked again; no view of it is kept for the file's text."""
    disk = Slow(monkeypatch)
    add(saved, "一句。")
    saved.files.save()
    answers.closing, answers.wish = Closing.DISCARD, None
    with box_pressed():
        assert not saved.files.new()  # the next question was answered with 取消
    assert saved.editor.text.endswith("一句。")
    assert saved.files.modified
    saved.files.keep_journal()
    assert saved.session.has_journal
    asked = len(answers.told)
    saved.files.save()
    with box_pressed():
        assert saved.close()
    assert len(answers.told) == asked + 1
    assert kept_views.kept() == []
    disk.go.set()


def test_a_saving_on_leaving_that_is_given_up_lets_the_text_go(saved, answers, monkeypatch):
    disk = Slow(monkeypatch)
    add(saved, "一句。")
    told = iter((Closing.SAVE, Closing.DISCARD))
    monkeypatch.setattr(answers, "save_before_closing", lambda _: next(told))
    with box_pressed():
        assert saved.files.open_sample() is None
    assert not saved.files.modified
    assert not saved.editor.text.endswith("一句。")
    assert kept_views.kept() == []
    disk.go.set()


def test_a_place_that_does_not_answer_is_left_by_saving_elsewhere(saved, answers, monkeypatch, tmp_path, qtbot):
    monkeypatch.setattr("assistant.ui.work.saving._SLOW_MS", 20)
    disk = Slow(monkeypatch)
    add(saved, "一句。")
    saved.files.save()
    qtbot.waitUntil(lambda: bool(saved.bars.messages()))
    assert "可以接着写" in saved.bars.messages()[0]
    old, answers.save_path = answers.save_path, tmp_path / "别处.duizhao"
    saved.bars.choose("另存为…")
    qtbot.waitUntil(lambda: not saved.files.saving)
    assert saved.session.path == answers.save_path
    assert not saved.files.modified
    assert saved.bars.messages() == []
    disk.go.set()
    qtbot.waitUntil(lambda: DraftFile.load(old)[1].text.endswith("一句。"))

    assert saved.session.path == answers.save_path  # what comes late changes nothing here


def test_a_slow_export_goes_on_beside_the_window(saved, answers, monkeypatch, tmp_path, qtbot):
    go, really = threading.Event(), draft_and_word.export
    monkeypatch.setattr(draft_and_word, "export", lambda *asked, **more: go.wait(10) and really(*asked, **more))
    answers.export_path = tmp_path / "送审.docx"
    assert saved.files.export()
    assert saved.bars.messages() == ["正在导出“送审.docx”。可以接着写。"]
    go.set()
    qtbot.waitUntil(lambda: saved.bars.messages()[0].startswith("已导出“送审.docx”"))

    assert answers.export_path.exists()
    assert saved.session.is_own_word(answers.export_path)


def test_an_export_that_hangs_does_not_keep_the_window_open(saved, answers, monkeypatch, tmp_path):
    go = threading.Event()
    monkeypatch.setattr(draft_and_word, "export", lambda *_: go.wait(10))
    answers.export_path = tmp_path / "送审.docx"
    saved.files.export()
    with box_pressed() as said:
        assert not saved.close()
    assert said == ["正在导出…"]
    assert saved.bars.messages() == ["没有导出“送审.docx”，存放的位置没有回应。"]
    assert saved.close()
    go.set()


def test_giving_up_names_every_export_that_is_not_done_and_begins_none(saved, answers, monkeypatch, tmp_path, qtbot):
    begun, full, go = [], threading.Event(), threading.Event()

    def export(_content, path, *_more):
        begun.append(path.name)
        if path.name == "一.docx":
            assert full.wait(10)
            raise Unwritable("磁盘已满。", "磁盘已满")
        assert go.wait(10)

    monkeypatch.setattr(draft_and_word, "export", export)
    for name in ("一.docx", "二.docx", "三.docx"):
        answers.export_path = tmp_path / name
        saved.files.export()
    full.set()
    qtbot.waitUntil(lambda: begun == ["一.docx", "二.docx"])
    with box_pressed():
        assert not saved.close()
    assert saved.bars.messages() == ["没有导出“二.docx”“三.docx”，存放的位置没有回应。"]
    go.set()
    assert saved.close()
    assert begun == ["一.docx", "二.docx"]


def test_a_start_waits_for_no_share(make_window, answers, monkeypatch, qtbot):
    window = make_window(answers)
    go, really = threading.Event(), Path.exists
    monkeypatch.setattr(Path, "exists", lambda path: (go.wait(10) if path.name == "远.txt" else True) and really(path))
    window.files.settings = window.files.settings._replace(recent=("/share/远.txt",))
    began = time.monotonic()
    window.show_start()
    assert time.monotonic() - began < 2
    go.set()


def test_a_draft_elsewhere_is_not_kept_locked_by_a_saving_given_up(tmp_path):
    saved = draft_and_word.save_as(Draft("一"), tmp_path / "稿.duizhao", None, None)
    assert saved.lock
    errand = Errand(lambda: saved, draft_and_word.give_back)
    assert errand.is_done(5)
    errand.give_up()

    other = draft_and_word.save_as(Draft("二"), tmp_path / "稿.duizhao", None, None)
    assert other.lock
    other.lock.release()
