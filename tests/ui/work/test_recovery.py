"""找回以前保存的版本: nothing is hidden, nothing goes by one click, and what is chosen is what comes."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QApplication, QPushButton
from ui.conftest import wish

from assistant.decisions import Stage
from assistant.files import former_states, journals, recoverable
from assistant.files.draft import Draft, DraftFile
from assistant.files.recoverable import Former
from assistant.ui import theme
from assistant.ui.dialogs.earlier_file import Way
from assistant.ui.dialogs.recovery_list import Held, RecoveryDialog
from assistant.ui.work.prompts import Prompts

TEXT = "标题\n一、存在的问题\n（一）带头固本培元、增强党性方面\n自学5次。\n二、整改措施\n每周自学。"


def lost(text, file=None, when=0.0, monkeypatch=None):
    """Leave a text behind as a window does that dies."""
    if monkeypatch:
        monkeypatch.setattr("assistant.files.journals.time.time", lambda: when)
    journal = journals.Journal()
    journal.keep(Draft(text), file)
    journal.kept.release()


@pytest.fixture
def five(monkeypatch):
    with monkeypatch.context() as clock:
        for number in (3, 1, 5, 2, 4):
            lost(f"第{number}份", when=1.8e9 + number, monkeypatch=clock)


def test_of_five_dead_windows_the_newest_leads_and_none_is_hidden(window, answers, five):
    window.offer_recovery()
    assert len(window.bars.messages()) == 1
    assert window.bars.messages()[0].startswith("有5份没有来得及保存的内容，最近一份是")
    assert "第5份" in window.bars.messages()[0]
    answers.state = None  # looked at, and closed
    window.bars.choose("查看这些内容…")
    assert [name for _, name, _ in answers.found] == [f"第{n}份" for n in (5, 4, 3, 2, 1)]
    assert len(window.bars.messages()) == 1
    answers.state = 2
    window.bars.choose("查看这些内容…")
    assert window.editor.text == "第3份"
    assert window.files.modified
    assert "有4份" in window.bars.messages()[0]


def test_what_another_window_took_meanwhile_is_offered_no_more(window, answers, five):
    window.offer_recovery()
    for each in recoverable.unsaved()[1:]:
        each.kept.discard()
    answers.state = None
    window.bars.choose("查看这些内容…")
    assert window.bars.messages()[0].startswith("有一份没有来得及保存的内容")
    recoverable.unsaved()[0].kept.discard()
    window.bars.choose("查看这些内容…")
    assert window.bars.messages() == []


def test_no_answer_removes_anything(window, answers, five):
    window.offer_recovery()
    buttons = [each.text() for each in window.bars.findChildren(QPushButton)]
    assert "放弃这些内容" not in buttons
    window.bars.choose("以后再说")
    assert window.bars.messages() == []
    assert len(recoverable.unsaved()) == 5
    answers.state = None
    window.files.find_former()
    assert len(answers.found) == 5


def test_what_is_offered_says_how_it_differs_from_what_is_saved(window, tmp_path):
    path = tmp_path / "稿.duizhao"
    file = DraftFile(path).save(Draft(TEXT))
    lost(TEXT.replace("5次", "五次，都没有写笔记"), file)
    window.offer_recovery()
    assert "比已保存的多7字，不同在“固本培元、增强党性”" in window.bars.messages()[0]


def test_what_was_left_of_a_draft_is_offered_however_it_is_opened(window, answers, tmp_path, monkeypatch):
    path = tmp_path / "稿.duizhao"
    file = DraftFile(path).save(Draft(TEXT))
    with monkeypatch.context() as clock:
        lost(TEXT + "断电前写的。", file, 1.7e9, clock)
        lost("另一份", None, 1.8e9, clock)
    window.show_start()
    window.show()
    assert window.open_file(str(path))
    (offered,) = window.bars.messages()
    assert offered.startswith("有2份没有来得及保存的内容，其中这份材料的是")
    assert "的“稿”，比已保存的多6字" in offered
    answers.state = 1
    window.bars.choose("查看这些内容…")
    assert window.editor.text == TEXT + "断电前写的。"
    assert window.session.path == path


def test_what_was_left_is_offered_before_what_is_to_be_seen_in_review(
    make_window, answers, tmp_path, finished_sample, qtbot
):
    last_year = tmp_path / "2024年对照检查材料.txt"
    last_year.write_text(finished_sample, "utf-8")
    answers.wish, answers.save_path = wish(source=last_year, way=Way.REVISE), tmp_path / "稿.duizhao"
    first = make_window(answers)
    first.files.new()
    first.join().deciding.set_stage(Stage.REVIEW)
    assert first.files.save()
    first.close()
    file, draft = DraftFile.load(answers.save_path)
    journal = journals.Journal()
    journal.keep(draft._replace(text=draft.text + "断电前写的。"), file)
    journal.kept.release()
    again = make_window(answers)
    again.show()
    again.join()
    again.open_file(str(answers.save_path))
    qtbot.waitUntil(lambda: len(again.bars.messages()) == 2, timeout=5000)
    assert "没有来得及保存" in again.bars.messages()[0]
    assert "一字不差" in again.bars.messages()[1]


def test_a_draft_of_which_nothing_was_left_says_nothing_of_others(window, tmp_path):
    path = tmp_path / "稿.duizhao"
    DraftFile(path).save(Draft(TEXT))
    lost("另一份")
    assert window.open_file(str(path))
    assert window.bars.messages() == []


def test_what_was_never_saved_is_called_as_in_the_title(window, answers, tmp_path, finished_sample):
    last_year = tmp_path / "2024年对照检查材料.txt"
    last_year.write_text(finished_sample, "utf-8")
    answers.wish = wish(source=last_year)
    window.files.new()
    window.files.keep_journal()
    window.session._writing.join()
    window.session._journal.kept.release()  # as the system does
    (found,) = recoverable.unsaved()
    assert found.name == window.files.name
    assert found.name in window.windowTitle()
    assert "2024" not in found.name


def test_a_state_of_another_draft_opens_that_draft_as_it_was(window, answers, tmp_path):
    path = tmp_path / "稿.duizhao"
    former_states.keep_state(path, Draft(TEXT))
    DraftFile(path).save(Draft("后来的"))
    window.files.open_sample()
    answers.state = 0
    window.files.find_former()
    assert answers.found == [("“稿”以前保存的版本", "稿", Held("后来的", "已保存"))]
    assert (window.session.path, window.editor.text) == (path, TEXT)
    window.history.undo()
    assert window.editor.text == "后来的"


def test_a_state_whose_draft_is_gone_comes_as_something_not_saved(window, answers, tmp_path):
    former_states.keep_state(tmp_path / "没有了.duizhao", Draft(TEXT))
    window.files.find_former()
    assert (window.session.path, window.editor.text, window.files.modified) == (None, TEXT, True)


def test_the_dialog_tells_date_size_and_where_it_differs_and_shows_it(qtbot, tmp_path):
    path = tmp_path / "稿.duizhao"
    former_states.keep_state(path, Draft(TEXT))
    former_states.keep_state(path, Draft(TEXT.replace("每周自学。", "每周自学两次。")))
    found = recoverable.saved(path)
    present = TEXT.replace("自学5次。", "自学5次，没有写笔记。")
    dialog = RecoveryDialog(None, theme.load(), found, lambda _: Held(present, "现在"), lambda _: "以前保存的")
    qtbot.addWidget(dialog)
    dialog.show()

    (newest, oldest) = dialog.rows()
    assert newest[1:] == ("43", "比现在的少4字，不同在“固本培元、增强党性”“整改措施”")
    assert oldest[1:] == ("41", "比现在的少6字，不同在“固本培元、增强党性”")
    dialog.choose(1)
    assert dialog.preview() == present  # what it has not, stands struck through
    assert 'line-through">&nbsp;删除线&nbsp;</span>这一份没有，现在的有' in dialog._legend.text()
    dialog._mark.setChecked(False)
    assert dialog._legend.isHidden()
    assert dialog.preview() == TEXT
    dialog.accept()
    assert dialog.chosen == found[1]


def test_where_it_differs_is_shown_whole_at_every_width(qtbot, tmp_path):
    path = tmp_path / "稿.duizhao"
    former_states.keep_state(
        path, Draft(TEXT.replace("每周自学。", "每周自学两次。").replace("自学5次。", "自学6次。"))
    )
    lost("断电前写的", DraftFile(path).save(Draft(TEXT)))
    found = [*recoverable.unsaved(), *recoverable.saved(path)]
    dialog = RecoveryDialog(None, theme.load(), found, lambda _: Held(TEXT, "已保存"), lambda one: f"{one.unsaved}")
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.rows()
    for width in (1080, 700):
        dialog.resize(width, 600)
        QApplication.processEvents()
        tree = dialog._tree
        for row in dialog._rows:
            room = tree.visualItemRect(row)
            text = row.text(2)
            needed = tree.fontMetrics().boundingRect(
                QRect(0, 0, tree.columnWidth(2), 999), int(Qt.TextFlag.TextWordWrap), text
            )
            assert room.height() >= needed.height(), text
            assert tree.columnWidth(0) + tree.columnWidth(1) < tree.viewport().width() * 2 / 3


def test_one_that_cannot_be_read_hides_no_other(qtbot, tmp_path):
    path = tmp_path / "稿.duizhao"
    former_states.keep_state(path, Draft("一稿"))
    former_states.keep_state(path, Draft("二稿"))
    found = recoverable.saved(path)
    found[0].kept.path.write_bytes(b"broken")
    dialog = RecoveryDialog(None, theme.load(), found, lambda _: None, lambda _: "以前保存的")
    qtbot.addWidget(dialog)
    assert "损坏" in dialog.rows()[0][2]
    assert dialog.chosen is None
    dialog.choose(1)
    assert dialog.rows()[1][2] == "草稿文件未能读取，没有可对比的内容"
    assert dialog.preview() == "一稿"
    assert isinstance(dialog.chosen, Former)


def test_the_question_is_asked_with_the_dialog(window, monkeypatch, tmp_path):
    path = tmp_path / "稿.duizhao"
    former_states.keep_state(path, Draft("一稿"))
    monkeypatch.setattr(RecoveryDialog, "exec", lambda _: True)
    chosen = Prompts(window).former(recoverable.saved(path), lambda _: None, lambda _: "以前", window.editor.theme)
    assert chosen.load().text == "一稿"


def test_the_draft_that_was_saved_last_comes_first(tmp_path, monkeypatch):
    for when, name in enumerate(("乙", "丙", "甲", "乙")):
        monkeypatch.setattr("assistant.files.former_states.time.time", lambda when=when: 1.8e9 + when)
        former_states.keep_state(tmp_path / f"{name}.duizhao", Draft(f"{name}{when}"))
    assert [each.load().text for each in recoverable.every(None)] == ["乙3", "乙0", "甲2", "丙1"]
