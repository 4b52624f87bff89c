"""The file menu in the window: the whole job, beginning, leaving, the journal."""

import hashlib
import json
import signal
import subprocess
import sys
import textwrap
import time

from ui.conftest import wish
from ui.work.conftest import add

from assistant import paths
from assistant.files import journals, kept_file
from assistant.files.draft import Draft, DraftFile, encode
from assistant.files.opening import read
from assistant.files.readers import docx as reader
from assistant.ui.clock import clock
from assistant.ui.work.prompts import Closing


def test_the_whole_job(window, answers, last_year, tmp_path):
    """Open last year's file, revise, save, close, open again, export: the source is as it was."""
    before = hashlib.sha256(last_year.read_bytes()).hexdigest()
    assert window.open_file(str(last_year))
    assert "读到7节、10个问题；原文件未改。" in window.bars.messages()[0]
    add(window, "\n补一句。")
    answers.save_path = tmp_path / "今年.duizhao"
    assert window.files.save()
    text = window.editor.text
    window.files.new()
    assert window.open_file(str(answers.save_path))
    assert window.editor.text == text
    answers.export_path = tmp_path / "导出.docx"
    window.files.export()

    assert read(answers.export_path).text == text
    assert reader.read((tmp_path / "今年.docx").read_bytes()).text == text
    assert hashlib.sha256(last_year.read_bytes()).hexdigest() == before


def test_a_new_material_begins_with_its_outline(window, answers):
    answers.wish = wish("general-democratic-individual", year=2026)
    window.files.new()

    assert window.editor.text.startswith(
        "2026年度民主生活会个人对照检查材料\n市住房保障中心副主任　林知远\n\n一、上年度民主生活会"
    )
    assert window.files.suggested(".duizhao").name == "2026年度民主生活会个人对照检查材料-林知远.duizhao"
    assert window.files.suggested(".duizhao").parent.name == "2026年度"
    assert {card.role for card in window.wiring.side.cards()} <= {"text", "faint", "done"}  # no red on a fresh page


def test_what_is_opened_after_an_untouched_new_material_is_unchanged(window, answers, tmp_path):
    path = tmp_path / "稿.duizhao"
    path.write_bytes(encode(Draft("一、问题\n学习不深。")))
    answers.wish = wish("general-democratic-individual", year=2026)
    window.files.new()
    window.editor.insertPlainText("县")
    assert window.files.modified
    answers.closing = Closing.DISCARD
    assert window.open_file(str(path))
    assert not window.files.modified
    assert not window.windowTitle().startswith("*")


def test_leaving_asks_about_unsaved_changes(sample, answers, tmp_path):
    add(sample, "改")
    answers.closing = Closing.CANCEL
    assert not sample.close()
    assert answers.told[-1].startswith("是否保存对“")
    answers.closing, answers.save_path = Closing.SAVE, tmp_path / "稿.duizhao"

    assert sample.close()
    assert DraftFile.load(answers.save_path)[1].text.endswith("改")


def test_what_was_given_up_with_the_window_is_not_kept_again(sample, answers):
    """The window may be there for a while yet, as beside another one."""
    add(sample, "改")
    sample.files.keep_journal()
    answers.closing = Closing.DISCARD
    assert sample.close()

    sample.files.keep_journal()

    assert not sample.session.has_journal
    assert kept_file.all_kept() == []


LOSSES = {
    "截断": lambda path: path.write_bytes(path.read_bytes()[:300]),
    "改坏": lambda path: path.write_bytes(b"PK\x03\x04"),
    "清空（0字节）": lambda path: path.write_bytes(b""),
    "已不在原处": lambda path: path.unlink(),
    "与这里的正文不同": lambda path: path.write_bytes(encode(Draft("别人写的"))),
}


def test_leaving_asks_where_the_file_holds_the_saved_text_no_more(sample, answers, tmp_path):
    answers.save_path = path = tmp_path / "稿.duizhao"
    assert sample.files.save()
    text, asked = sample.editor.text, len(answers.told)
    assert sample.files.may_leave()
    assert len(answers.told) == asked  # it is there
    moved = path.rename(tmp_path / "改名.duizhao")
    assert sample.files.may_leave()
    assert len(answers.told) == asked  # it is there under another name
    moved.rename(path)
    for told, lose in LOSSES.items():
        lose(path)
        answers.closing = Closing.CANCEL
        assert not sample.files.may_leave()
        assert told in answers.told[-1]
        answers.closing = Closing.DISCARD
        assert sample.files.may_leave()
        answers.closing, answers.save_path = Closing.SAVE, tmp_path / "另一份.duizhao"
        assert sample.files.may_leave()
        assert DraftFile.load(path if answers.anew else answers.save_path)[1].text == text
    assert DraftFile.load(path)[1].text == "别人写的"
    assert not answers.anew
    assert len(list(tmp_path.glob("稿-受损*.duizhao"))) == 2  # what was cut, and what was overwritten


def test_former_states_can_be_found_again(window, answers, tmp_path):
    answers.wish, answers.save_path = wish(), tmp_path / "稿.duizhao"
    window.files.new()
    window.files.save()
    first = window.editor.text
    add(window, "第二稿。")
    window.files.save()
    answers.state = 1
    window.files.find_former()

    assert window.editor.text == first
    window.history.undo()
    assert window.editor.text.endswith("第二稿。")


def test_the_journal_is_written_and_cleared(sample, answers, tmp_path):
    add(sample, "没存的一句。")
    sample.files.keep_journal()
    sample.session._writing.join()
    folder = paths.home() / "journals"
    (journal,) = folder.glob("*.journal")
    assert "没存的一句" in journal.read_text("utf-8")
    answers.save_path = tmp_path / "稿.duizhao"
    sample.files.save()

    assert list(folder.glob("*.journal")) == []


KILL = getattr(signal, "SIGKILL", signal.SIGTERM)  # which Windows takes for the same


def test_after_kill_9_the_last_two_seconds_at_most_are_lost(window, tmp_path, last_year):
    script = f"""
        import os
        from PySide6.QtCore import QTimer
        from PySide6.QtTest import QTest
        from assistant.ui import app as program
        app = program.application()
        window = program.make_window(app)
        window.open_file({str(last_year)!r})
        window.join()
        window.show()
        window.editor.go_to(0)
        QTest.keyClicks(window.editor, "typed ")
        QTimer.singleShot(1500, lambda: os.kill(os.getpid(), {KILL}))
        app.exec()
    """
    before = last_year.read_bytes()
    done = subprocess.run([sys.executable, "-c", textwrap.dedent(script)], check=False, capture_output=True)
    assert abs(done.returncode) == KILL, done.stderr
    window.offer_recovery()
    message = window.bars.messages()[0]
    assert "没有来得及保存" in message
    (found,) = journals.abandoned()
    window.files.recovery.recover(found)

    assert window.editor.text.startswith("typed 2025年度")
    assert window.files.modified
    assert last_year.read_bytes() == before


def lost(text, file=None):
    journal = journals.Journal()
    journal.keep(Draft(text), file)
    journal.kept.release()  # as the system does when a program dies
    (found,) = journals.abandoned()
    return found


def test_opening_leaves_the_offers_of_recovery(window, last_year):
    lost("没存的")
    window.offer_recovery()
    window.open_file(str(last_year))

    assert any("没存的" in message for message in window.bars.messages())


def test_a_stale_journal_does_not_overwrite_newer_work(window, tmp_path):
    path = tmp_path / "稿.duizhao"
    found = lost("旧的", DraftFile(path).save(Draft("一稿")))
    DraftFile(path).save(Draft("二稿"))
    window.files.recovery.recover(found)

    assert not window.files.save()
    assert DraftFile.load(path)[1].text == "二稿"


def test_what_is_recovered_is_discarded_only_once_it_is_safe(window, monkeypatch):
    found = lost("没存的")
    monkeypatch.setattr(window.session, "keep_journal_now", lambda _text, _called: False)
    window.files.recovery.recover(found)

    assert found.journal.exists()


def test_the_journal_is_written_only_when_something_changed(sample):
    add(sample, "改")
    sample.files.keep_journal()
    sample.session._writing.join()
    (journal,) = (paths.home() / "journals").glob("*.journal")
    before = journal.stat().st_mtime_ns
    sample.files.keep_journal()
    sample.session._writing.join()
    assert journal.stat().st_mtime_ns == before
    sample.history.undo()
    sample.files.keep_journal()

    assert not journal.exists()


def test_times_of_other_days_show_their_date():
    today = time.time()
    assert "月" not in clock(today)
    assert "月" in clock(today - 3 * 86400)
    assert clock(today - 400 * 86400).startswith(f"{time.localtime(today - 400 * 86400).tm_year}年")


def test_below_the_title_of_a_leadership_stands_its_unit_alone(window, answers):
    bylines = {}
    for subject in ("leadership", "individual"):
        answers.wish = wish(f"2025-democratic-{subject}")
        window.files.new()
        bylines[subject] = window.editor.text.split("\n")[1]

    assert bylines == {"leadership": "市住房保障中心", "individual": "市住房保障中心副主任　林知远"}


def kept(window):
    """Let the window write its journal once, and give what the status line says of it."""
    window.files.keep_journal()
    window.session._writing.join()
    window.files.keep_journal()
    if window.session._writing:
        window.session._writing.join()
    unsafe = window.wiring.status._unsafe
    return unsafe.text() if not unsafe.isHidden() else "", unsafe.toolTip()


def test_that_nothing_can_be_kept_is_said_as_long_as_it_is_so(sample, answers, tmp_path, monkeypatch):
    home = tmp_path / "坏的"
    home.write_bytes(b"")
    monkeypatch.setenv("DUIZHAO_HOME", str(home))
    sample.session._journal = journals.Journal()
    add(sample, "没存的一句。")
    text, tip = kept(sample)
    assert text == "<b>断电备份未能写入，请及时保存</b>"
    assert "（没有找到存放的位置）" in tip
    answers.save_path = tmp_path / "稿.duizhao"
    assert sample.files.save()
    assert "没有另留一份可以找回的版本" in sample.bars.messages()[0]
    sample.files.find_former()
    assert answers.told[-1].startswith("没有以前保存的版本：保存时未能写入")
    add(sample, "又一句。")
    assert kept(sample)[0] == "断电备份暂存在草稿旁边"
    (beside,) = tmp_path.glob(".*.journal")
    assert "又一句" in beside.read_text("utf-8")
    home.unlink()
    add(sample, "再一句。")
    assert kept(sample)[0] == ""


def test_what_was_left_beside_a_draft_is_offered_when_it_is_opened(window, answers, tmp_path):
    path = tmp_path / "稿.duizhao"
    DraftFile(path).save(Draft("存过的"))
    head = {"path": str(path), "time": 1.7e9, "owner": "ffff-00000000-00000000"}  # of another machine, long ago
    (tmp_path / ".稿.0123.journal").write_bytes(json.dumps(head).encode() + b"\n" + encode(Draft("没存的")))
    assert window.open_file(str(path))
    assert "的“稿”，字数与已保存的相同" in window.bars.messages()[0]
    window.bars.choose("查看这些内容…")

    assert (window.editor.text, window.files.modified) == ("没存的", True)
    assert not list(tmp_path.glob(".*.journal"))
