"""The first page: what was written last leads, what was left unsaved is looked at or left, nothing is removed."""

import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from assistant.decisions import AT_THE_BEGINNING
from assistant.files import former_states, journals, locks, recoverable
from assistant.files.draft import Draft, DraftFile, TemplateChoice
from assistant.ui.document import recent
from assistant.ui.panels.start_page import StartPage
from assistant.ui.work import draft_progress

CHOICE = TemplateChoice("2025-democratic-individual")


@pytest.fixture
def drafts(tmp_path, finished_sample):
    """The last draft, an empty one, a notice, an old material, and one that is gone."""
    folder = tmp_path / "2025年度"
    folder.mkdir()
    last, empty = folder / "写到一半.duizhao", folder / "空的.duizhao"
    DraftFile(last).save(Draft(finished_sample, CHOICE, AT_THE_BEGINNING))
    DraftFile(empty).save(Draft("2025年度民主生活会个人对照检查材料\n一、存在的问题\n", CHOICE, AT_THE_BEGINNING))
    notice, old = folder / "开会的通知.docx", folder / "2024年材料.doc"
    notice.touch()
    old.touch()
    return [str(path) for path in (last, empty, notice, old, folder / "没有了.duizhao")]


@pytest.fixture
def start(window, drafts, finished_sample):
    place = finished_sample.index("自学常为") if "自学常为" in finished_sample else 800
    window.files.settings = window.files.settings._replace(recent=tuple(drafts), carets={drafts[0]: place})
    window.show_start()
    window.show()
    return window.findChild(StartPage)


def rows(page):
    items = (page.files.topLevelItem(n) for n in range(page.files.topLevelItemCount()))
    return [(item.text(0), item.text(2), item.text(3)) for item in items]


def test_what_was_written_last_leads_and_enter_goes_on_with_it(window, start, drafts):
    assert window.focusWidget().text() == "接着写"
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Return)
    assert str(window.session.path) == drafts[0]
    assert window.findChild(StartPage) is None or not window.findChild(StartPage).isVisible()
    assert window.menus.toolbar.isVisible()


def test_what_was_only_looked_at_since_is_not_gone_on_with(window, drafts):
    """A notice, last year's material: they stand below, in the order in which they were opened."""
    last, empty, notice, old, gone = drafts
    window.files.settings = window.files.settings._replace(recent=(gone, notice, old, last, empty))
    window.show_start()
    window.show()
    assert [row[0] for row in rows(window.findChild(StartPage))] == ["开会的通知.docx", "2024年材料.doc", "空的"]
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Return)
    assert str(window.session.path) == last
    assert [each.path for each in recent.recent([old, notice])] == [old, notice]  # without a draft, what was open last


def test_it_is_said_how_far_each_is(window, start, qtbot):
    window.offer_recovery()
    qtbot.waitUntil(lambda: "已写" in start._continue._told.text())
    assert "已写 12／12项" in start._continue._told.text()
    assert "写到“" in start._continue._told.text()
    assert [row[:2] for row in rows(start)] == [
        ("空的", "未写"),
        ("开会的通知.docx", "通知"),
        ("2024年材料.doc", "参考"),
    ]
    assert rows(start)[0][2].endswith("2025年度")


def test_a_recent_file_is_opened_by_a_click_and_by_enter(window, start, drafts, qtbot):
    chosen = []
    start.recent_wanted.connect(chosen.append)
    start.recent_wanted.disconnect(window.open_file)
    start.files.setCurrentItem(start.files.topLevelItem(1))
    QTest.keyClick(start.files, Qt.Key.Key_Return)
    start.files.itemClicked.emit(start.files.topLevelItem(0), 0)
    assert chosen == [drafts[2], drafts[1]]


def test_what_was_left_unsaved_is_offered_there_and_never_removed(window, start, answers):
    journal = journals.Journal()
    journal.keep(Draft("没存的"), None)
    journal.kept.release()
    window.offer_recovery()
    assert start.recovery.isVisible()
    assert start.recovery.told.startswith("有一份没有来得及保存的内容")
    assert window.bars.messages() == []
    assert {each.text() for each in start.recovery.findChildren(QPushButton)} == {"查看这些内容…", "以后再说"}
    answers.state = None
    start.recovery.look.click()
    assert [name for _, name, _ in answers.found] == ["没存的"]
    later = next(each for each in start.recovery.findChildren(QPushButton) if each.text() == "以后再说")
    later.click()
    assert not start.recovery.isVisible()
    assert len(recoverable.unsaved()) == 1
    answers.state = 0
    window.files.find_former()
    assert window.editor.text == "没存的"


def test_what_another_window_has_or_took_is_told_once_and_as_it_is(window, start, drafts, answers):
    """Its draft is open there, so it cannot be taken here; and once it is taken there, nothing is offered any more."""
    file, content = DraftFile.load(Path(drafts[0]))
    journal = journals.Journal()
    journal.keep(content._replace(text=content.text + "没存的"), file)
    journal.kept.release()
    window.offer_recovery()
    lock = locks.locked_to_open(file.path)
    answers.state = 0
    start.recovery.look.click()
    assert "另一个窗口" in answers.told[-1]
    assert start.recovery.isVisible()
    assert window.bars.messages() == []
    (left,) = recoverable.unsaved()
    left.kept.discard()
    answers.state = None
    start.recovery.look.click()
    assert not start.recovery.isVisible()
    lock.release()


def test_what_was_put_off_is_not_offered_again_by_looking(window, start, answers):
    journal = journals.Journal()
    journal.keep(Draft("没存的"), None)
    journal.kept.release()
    window.offer_recovery()
    start.recovery.hide()  # 以后再说
    answers.state = None
    window.files.find_former()
    assert not start.recovery.isVisible()


def test_a_broken_draft_can_be_found_again_from_its_card(window, answers, tmp_path, qtbot):
    path = tmp_path / "稿.duizhao"
    former_states.keep_state(path, Draft("存过的"))
    path.write_bytes(b"broken")
    window.files.settings = window.files.settings._replace(recent=(str(path),))
    window.show_start()
    window.show()
    start = window.findChild(StartPage)
    assert not start._continue.former.isVisible()
    window.offer_recovery()
    qtbot.waitUntil(start._continue.former.isVisible)
    assert "未能读取" in start._continue._told.text()
    assert window.focusWidget().text() == "找回以前保存的版本…"
    answers.state = None
    start._continue.former.click()
    assert not window.working
    answers.state = 0
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Return)
    assert (window.editor.text, window.files.modified) == ("存过的", True)
    assert answers.told == []  # nothing was to be asked
    assert path.read_bytes() == b"broken"


def test_a_broken_draft_of_which_nothing_was_kept_offers_nothing(window, tmp_path, qtbot):
    path = tmp_path / "稿.duizhao"
    path.write_bytes(b"broken")
    window.files.settings = window.files.settings._replace(recent=(str(path),))
    window.show_start()
    window.show()
    start = window.findChild(StartPage)
    window.offer_recovery()
    qtbot.waitUntil(lambda: "未能读取" in start._continue._told.text())
    assert not start._continue.former.isVisible()


def test_the_deadline_of_a_draft_is_told(tmp_path):
    one = recent.Recent("没有.duizhao", "没有", "", "", "")
    assert draft_progress.of_draft(one, 0, datetime.date(2026, 1, 1)).progress == "未能读取"
    other = one._replace(path="参考.docx", progress="参考")
    assert draft_progress.of_draft(other, 0, datetime.date(2026, 1, 1)) == other


def test_a_place_is_named_as_people_know_it(tmp_path, monkeypatch):
    monkeypatch.setattr("PySide6.QtCore.QStandardPaths.writableLocation", lambda _: str(tmp_path / "文档"))
    path = tmp_path / "文档" / "对照检查材料" / "2025年度" / "稿.duizhao"
    path.parent.mkdir(parents=True)
    path.touch()
    assert [each.place for each in recent.recent([str(path), "坏\0名"])] == ["文档 › 对照检查材料 › 2025年度"]
