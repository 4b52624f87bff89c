import hashlib
import json
import os
import signal
import subprocess
import sys
import textwrap
import time
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton
from ui.conftest import Answers, wish

from assistant import paths
from assistant.decisions import Decisions
from assistant.files import former_states, journals, layouts
from assistant.files.disk import nearest_folder, replace_file
from assistant.files.draft import Draft, DraftFile, encode
from assistant.files.opening import read
from assistant.files.readers import docx as reader
from assistant.files.writers import docx
from assistant.text import Edit
from assistant.ui.clock import clock
from assistant.ui.dialogs.earlier_file import Way
from assistant.ui.document import opened, places
from assistant.ui.page.analyser import Analyser
from assistant.ui.work.prompts import Closing, Prompts


@pytest.fixture
def last_year(tmp_path, finished_sample):
    path = tmp_path / "去年.txt"
    path.write_text(finished_sample, "utf-8")
    return path


def add(window, text):
    window.editor.apply([Edit(len(window.editor.text), len(window.editor.text), text)], "添")


def press(window, label):
    next(each for each in window.bars.findChildren(QPushButton) if each.text() == label).click()


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


def test_the_source_is_never_written(window, answers, last_year):
    window.open_file(str(last_year))
    answers.save_path = answers.export_path = last_year
    before = last_year.read_bytes()

    assert not window.files.save_as()
    window.files.export()
    assert last_year.read_bytes() == before
    assert any("程序不覆盖" in message for message in window.bars.messages())


def test_unreadable_files_are_told_and_nothing_changes(sample, answers, tmp_path):
    broken = tmp_path / "坏.docx"
    broken.write_bytes(b"PK\x03\x04")
    text = sample.editor.text

    assert not sample.open_file(str(broken))
    assert "损坏" in answers.told[-1]
    assert sample.editor.text == text


def test_a_draft_open_elsewhere_is_not_opened_twice(window, make_window, tmp_path):
    path = tmp_path / "稿.duizhao"
    DraftFile(path).save(Draft("一稿"))
    window.open_file(str(path))
    others = Answers()

    assert not make_window(others).open_file(str(path))
    assert "另一个窗口" in others.told[-1]


def test_a_draft_renamed_while_open_goes_on_where_the_writer_says(window, tmp_path):
    path, renamed = tmp_path / "稿.duizhao", tmp_path / "送审稿.duizhao"
    DraftFile(path).save(Draft("一稿"))
    window.open_file(str(path))
    path.rename(renamed)
    add(window, "改")

    assert not window.files.save()
    assert not path.exists()
    assert "似已改名为“送审稿.duizhao”" in window.bars.messages()[0]
    press(window, "接着写“送审稿.duizhao”")
    assert (window.session.path, window.files.modified, window.bars.messages()) == (renamed, False, [])
    assert DraftFile.load(renamed)[1].text == window.editor.text
    renamed.unlink()
    add(window, "再")
    assert not window.files.save()
    assert "已不在原处" in window.bars.messages()[0]
    press(window, "按原名另存")
    assert DraftFile.load(renamed)[1].text == window.editor.text


def test_a_draft_changed_on_disk_is_not_overwritten(window, answers, tmp_path):
    path = tmp_path / "稿.duizhao"
    DraftFile(path).save(Draft("一稿"))
    window.open_file(str(path))
    path.write_bytes(encode(Draft("别人的稿")))
    add(window, "改")

    assert not window.files.save()
    assert "已被其他程序改动" in window.bars.messages()[0]
    answers.save_path = tmp_path / "另存.duizhao"
    window.bars.choose("另存为…")
    assert DraftFile.load(answers.save_path)[1].text == "一稿改"
    assert DraftFile.load(path)[1].text == "别人的稿"


def test_a_draft_emptied_on_disk_is_written_again_where_the_writer_says(window, tmp_path):
    path = tmp_path / "稿.duizhao"
    DraftFile(path).save(Draft("一稿"))
    window.open_file(str(path))
    path.write_bytes(b"")
    add(window, "改")

    assert not window.files.save()
    assert "“稿.duizhao”已被其他程序清空" in window.bars.messages()[0]
    assert (path.read_bytes(), window.files.modified) == (b"", True)
    press(window, "按原名保存")
    assert (DraftFile.load(path)[1].text, window.files.modified, window.bars.messages()) == ("一稿改", False, [])


def test_saving_refreshes_the_word_file_of_the_same_name(window, answers, tmp_path):
    answers.wish, answers.save_path = wish(), tmp_path / "稿.duizhao"
    window.files.new()
    window.files.save()
    word = tmp_path / "稿.docx"
    assert read(word).text == window.editor.text.removesuffix("\n") or read(word).text == window.editor.text
    add(window, "又一句。")
    window.files.save()

    assert read(word).text == window.editor.text
    window.files.change_settings(refresh_word=False)
    add(window, "再一句。")
    window.files.save()
    assert read(word).text != window.editor.text


def test_a_word_file_changed_elsewhere_is_kept_and_can_be_taken_back(window, answers, tmp_path):
    answers.wish, answers.save_path = wish(), tmp_path / "稿.duizhao"
    window.files.new()
    window.files.save()
    word = tmp_path / "稿.docx"
    changed = f"{window.editor.text}\n领导加了一段话。"
    replace_file(word, docx.write(changed, layouts.named("gb9704")))
    add(window, "我又写了。")
    mine = window.editor.text
    assert window.files.save()

    assert read(word).text == changed
    assert "是否把Word里的修改带回草稿" in window.bars.messages()[0]
    answers.export_path = None
    window.bars.choose("另存Word…")  # and 取消
    assert "是否把Word里的修改带回草稿" in window.bars.messages()[0]
    answers.export_path = answers.save_path / "稿.docx"  # a file is no folder
    window.bars.choose("另存Word…")
    assert ["没有导出。" in message for message in window.bars.messages()] == [True, False]
    window.bars.clear("export")
    window.bars.choose("带回修改")
    assert window.editor.text == mine  # until a place is chosen
    assert not window.bars.messages()
    window.wiring.tabs.returned.accept_rest()
    assert "领导加了一段话。" in window.editor.text
    assert "我又写了。" in window.editor.text
    assert window.files.save()
    assert read(word).text == changed  # what came back stays, until the writer has said what becomes of it
    window.bars.choose("审改稿改名留存，更新Word")
    assert "审改稿改名为“稿-审改稿.docx”" in window.bars.messages()[0]
    assert (read(word).text, read(tmp_path / "稿-审改稿.docx").text) == (window.editor.text, changed)
    add(window, "再写。")
    assert window.files.save()
    assert read(word).text == window.editor.text  # it is ours again
    window.history.undo()
    window.history.undo()
    assert window.editor.text == mine


def test_a_strange_word_file_of_the_same_name_is_never_touched(window, answers, tmp_path):
    word = tmp_path / "稿.docx"
    word.write_bytes("别人的文件".encode())
    answers.wish, answers.save_path = wish(), tmp_path / "稿.duizhao"
    window.files.new()
    window.files.save()

    assert word.read_bytes().decode() == "别人的文件"


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="超级用户什么都能写，测不出只读")
def test_a_read_only_folder_is_told(sample, answers, tmp_path):
    tmp_path.chmod(0o500)
    answers.save_path = tmp_path / "稿.duizhao"

    assert not sample.files.save()
    assert "权限" in sample.bars.messages()[0]
    assert sample.bars.messages()[0].count("没有保存") == 1
    tmp_path.chmod(0o700)


def test_a_full_disk_is_told_and_the_text_is_safe(sample, answers, tmp_path, monkeypatch):
    def full(_handle):
        raise OSError(28, "No space left on device")

    answers.save_path = tmp_path / "稿.duizhao"
    monkeypatch.setattr(os, "fsync", full)

    assert not sample.files.save()
    assert "磁盘已满" in sample.bars.messages()[0]
    assert "没有丢" in sample.bars.messages()[0]


def test_leaving_asks_about_unsaved_changes(sample, answers, tmp_path):
    add(sample, "改")
    answers.closing = Closing.CANCEL
    assert not sample.close()
    assert answers.told[-1].startswith("是否保存对“")
    answers.closing, answers.save_path = Closing.SAVE, tmp_path / "稿.duizhao"

    assert sample.close()
    assert DraftFile.load(answers.save_path)[1].text.endswith("改")


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


def test_decisions_survive_saving(window, answers, tmp_path):
    answers.wish, answers.save_path = wish(), tmp_path / "稿.duizhao"
    window.files.new()
    add(window, "下乡XX次。")
    finding = next(f for f in window.wiring.analyser.up_to_date().findings if f.rule == "leftover_placeholder")
    window.wiring.deciding.ignore(finding)
    window.wiring.deciding.write_note("loyalty/report", "记得那次")
    window.wiring.deciding.mark_not_applicable("loyalty/plenum")
    window.files.save()
    chosen = window.session.choices
    window.files.open_sample()
    window.open_file(str(answers.save_path))

    assert window.session.choices == chosen
    assert not [f for f in window.wiring.analyser.material.findings if f.rule == "leftover_placeholder"]


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
    window.files.recover(found)

    assert window.editor.text.startswith("typed 2025年度")
    assert window.files.modified
    assert last_year.read_bytes() == before


def word_source(folder):
    path = folder / "材料.docx"
    replace_file(path, docx.write("一、问题\n有。", layouts.named("gb9704")))
    return path


def test_the_source_beside_its_draft_is_never_written(window, answers, tmp_path):
    source = word_source(tmp_path)
    before = source.read_bytes()
    window.open_file(str(source))
    answers.save_path = answers.export_path = tmp_path / "材料.duizhao"
    window.files.save()
    window.files.open_sample()
    window.open_file(str(answers.save_path))
    add(window, "改")
    answers.export_path = source
    assert window.files.save()
    window.files.export()

    assert source.read_bytes() == before
    assert not any("带回草稿" in message for message in window.bars.messages())


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
    window.files.recover(found)

    assert not window.files.save()
    assert DraftFile.load(path)[1].text == "二稿"


def test_what_is_recovered_is_discarded_only_once_it_is_safe(window, monkeypatch):
    found = lost("没存的")
    monkeypatch.setattr(window.session, "keep_journal_now", lambda _text, _called: False)
    window.files.recover(found)

    assert found.journal.exists()


def test_a_word_file_exported_beside_the_draft_is_ours(window, answers, tmp_path):
    answers.wish, answers.save_path, answers.export_path = wish(), tmp_path / "稿.duizhao", tmp_path / "稿.docx"
    window.files.new()
    window.files.save()
    add(window, "改")
    window.files.export()
    window.files.save()

    assert not any("被改过" in message for message in window.bars.messages())
    assert DraftFile.load(answers.save_path)[1].exported


def test_what_was_exported_before_the_first_save_is_ours(window, answers, tmp_path):
    answers.wish, answers.save_path, answers.export_path = wish(), tmp_path / "稿.duizhao", tmp_path / "稿.docx"
    window.files.new()
    window.files.export()
    add(window, "改")
    window.files.save()
    add(window, "又改")
    window.files.save()
    assert not any("被改过" in message for message in window.bars.messages())
    assert "又改" in read(answers.export_path).text


def test_a_word_file_changed_between_export_and_first_save_is_kept(window, answers, tmp_path):
    answers.wish, answers.save_path, answers.export_path = wish(), tmp_path / "稿.duizhao", tmp_path / "稿.docx"
    window.files.new()
    window.files.export()
    answers.export_path.write_bytes(b"another's")
    window.files.save()
    assert any("被改过" in message for message in window.bars.messages())
    assert answers.export_path.read_bytes() == b"another's"


def test_a_failed_save_elsewhere_leaves_the_draft_where_it_was(window, answers, tmp_path):
    answers.wish, answers.save_path = wish(), tmp_path / "稿.duizhao"
    window.files.new()
    window.files.save()
    (tmp_path / "不是文件夹").write_bytes(b"")
    answers.save_path = tmp_path / "不是文件夹" / "稿.duizhao"

    assert not window.files.save_as()
    assert window.session.path == tmp_path / "稿.duizhao"
    assert window.files.save()


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


def test_last_years_decisions_are_not_carried_over(window, answers, tmp_path):
    path = tmp_path / "去年.duizhao"
    DraftFile(path).save(Draft("前言", None, Decisions(answered={"a": "b"}, notes={"c": "d"}, headings={"前言": 1})))
    answers.wish = wish(source=path, way=Way.REVISE)
    window.files.new()

    decisions = window.session.choices.decisions
    assert (decisions.answered, decisions.notes, decisions.headings) == ({}, {}, {"前言": 1})


def test_a_file_is_read_before_anything_is_asked(sample, answers, tmp_path):
    add(sample, "改")
    sample.open_file(str(tmp_path / "没有.txt"))

    assert not any("是否保存" in told for told in answers.told)


def test_a_broken_draft_offers_its_kept_states(window, answers, tmp_path):
    path = tmp_path / "稿.duizhao"
    former_states.keep_state(path, Draft("存过的"))
    path.write_bytes(b"broken")

    assert window.open_file(str(path))
    assert window.editor.text == "存过的"
    assert path.read_bytes() == b"broken"


def test_relative_paths_do_not_lock_the_window_out(window, tmp_path, monkeypatch):
    path = tmp_path / "稿.duizhao"
    DraftFile(path).save(Draft("一稿"))
    monkeypatch.chdir(tmp_path)

    assert window.open_file("稿.duizhao")
    assert window.open_file(str(path))


def test_a_drive_that_is_gone_suggests_home(monkeypatch):
    monkeypatch.setattr(Path, "is_dir", lambda _: False)
    assert nearest_folder(Path("/gone/away")) == Path.home()


@pytest.mark.parametrize("may", [False, True])
def test_no_file_is_replaced_unasked(window, tmp_path, monkeypatch, may):
    (tmp_path / "稿12.5.docx").write_bytes(b"")
    rounds = iter([1, 0])
    monkeypatch.setattr(QFileDialog, "exec", lambda _: next(rounds))
    monkeypatch.setattr(QFileDialog, "selectedFiles", lambda _: [str(tmp_path / "稿12.5")])
    monkeypatch.setattr(Prompts, "_may_replace", lambda *_: may)
    chosen = Prompts(window).file_to_export(tmp_path / "x.docx", lambda _: False)

    assert chosen == (tmp_path / "稿12.5.docx" if may else None)


def test_the_word_file_that_saving_wrote_is_replaced_unasked(sample, answers, tmp_path, monkeypatch):
    answers.save_path = tmp_path / "稿.duizhao"
    sample.files.save()
    word = tmp_path / "稿.docx"
    asked = []
    monkeypatch.setattr(QFileDialog, "exec", lambda _: not asked)
    monkeypatch.setattr(QFileDialog, "selectedFiles", lambda _: [str(word)])
    monkeypatch.setattr(Prompts, "_may_replace", lambda _, path: asked.append(path))
    prompts = Prompts(sample)
    assert prompts.file_to_export(word, sample.session.is_own_word) == word
    assert asked == []
    word.write_bytes(word.read_bytes() + b"\n")

    assert prompts.file_to_export(word, sample.session.is_own_word) is None
    assert asked == [word]


def test_what_was_exported_elsewhere_is_known_while_the_document_is_open(sample, answers, tmp_path):
    word = answers.export_path = tmp_path / "送审.docx"
    assert not sample.session.is_own_word(word)
    sample.files.export()
    assert sample.session.is_own_word(word)
    sample.files.open_sample()

    assert not sample.session.is_own_word(word)


def test_exporting_says_what_is_left_to_write(window, answers, tmp_path):
    answers.wish, answers.export_path = wish(), tmp_path / "稿.docx"
    window.files.new()
    add(window, "今年开会XX次。\n")
    window.files.export()
    told = window.bars.messages()[0]

    assert told.startswith("已导出“稿.docx”")
    assert told.endswith("；还有11个部分未写、1处必改。")


def test_exporting_a_finished_material_says_no_more(sample, answers, tmp_path):
    answers.export_path = tmp_path / "稿.docx"
    sample.files.export()

    assert sample.bars.messages()[0].endswith("）。")


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


def test_a_reopened_draft_is_shown_where_it_was_left(make_window, answers, tmp_path, finished_sample):
    answers.save_path = tmp_path / "稿.duizhao"
    window = make_window(answers)
    window.files.open_sample()
    place = finished_sample.index("整改")
    window.editor.go_to(place)
    window.files.save()
    window.files.open_sample()
    assert window.editor.caret == 0
    window.open_file(str(answers.save_path))
    assert window.editor.caret == place
    window.editor.go_to(place + 90)
    window.close()
    other = make_window(answers)
    other.open_file(str(answers.save_path))

    assert other.editor.caret == place + 90
    assert not other.files.modified


def test_a_folder_that_was_only_suggested_goes_again(tmp_path):
    suggested = tmp_path / "对照检查材料" / "2026年度" / "稿子.duizhao"
    with places.offered(suggested) as given:
        assert given == suggested  # the chooser keeps the name
        assert suggested.parent.is_dir()
    assert list(tmp_path.iterdir()) == []

    with places.offered(suggested):
        suggested.write_bytes(b"")
    assert suggested.exists()
    with places.offered(suggested.with_name("另一份.duizhao")):
        pass
    assert suggested.exists()  # what was there before stays


def test_a_cancelled_saving_leaves_no_folder(window, monkeypatch, tmp_path):
    monkeypatch.setattr(places, "folder", lambda _template: tmp_path / "对照检查材料")

    assert not window.files.save_as()
    assert not (tmp_path / "对照检查材料").exists()


class _Mapped(type(Path())):
    """A path on a drive that stands for a folder of a server."""

    drive = "Z:"

    def absolute(self):
        return self

    def resolve(self):
        return Path("/server/share/稿子.duizhao")


def test_a_network_drive_keeps_its_letter():
    path = _Mapped("/Z/稿子.duizhao")

    assert places.whole(path) == path


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


def test_a_read_only_draft_is_written_only_when_the_writer_says_so(sample, answers, tmp_path):
    path = answers.save_path = tmp_path / "稿.duizhao"
    assert sample.files.save()
    for each in (path, path.with_suffix(".docx")):
        each.chmod(0o444)
    add(sample, "改了。")
    assert not sample.files.save()
    assert sample.bars.messages() == ["没有保存。“稿.duizhao”是只读文件，没有改动。"]
    assert not DraftFile.load(path)[1].text.endswith("改了。")
    sample.bars.choose("仍然保存")
    assert DraftFile.load(path)[1].text.endswith("改了。")
    assert (sample.files.modified, sample.bars.messages()) == (False, [])
    add(sample, "又改。")

    assert sample.files.save()  # he is not asked again
    assert read(path.with_suffix(".docx")).text.endswith("又改。")


def test_where_a_place_breaks_files_in_a_power_cut_is_said_once(sample, answers, tmp_path, monkeypatch):
    answers.save_path = tmp_path / "稿.duizhao"
    assert sample.files.save()

    really = Path.replace

    def refuse(temporary, path):
        if path == answers.save_path:
            raise PermissionError(1, "refused")
        return really(temporary, path)

    monkeypatch.setattr(Path, "replace", refuse)
    add(sample, "改了。")
    assert sample.files.save()
    assert "只能直接写入" in sample.bars.messages()[0]
    sample.bars.clear()
    add(sample, "又改。")
    assert sample.files.save()
    assert sample.bars.messages() == []


def test_before_a_copy_of_a_marked_file_is_kept_it_is_asked(window, answers, tmp_path):
    path = tmp_path / "带标志的.txt"
    path.write_text("秘密★1年\n个人对照检查材料\n一、存在的问题\n学得少。", "utf-8")
    assert not window.open_file(str(path))
    assert answers.told == ["带标志的.txt：秘密★1年"]
    assert not window.working
    assert str(path) not in window.files.settings.recent
    window.files.keep_journal()
    assert not list(paths.home().rglob("*.journal"))
    answers.not_secret = True
    assert window.open_file(str(path))


def test_last_years_marked_file_is_not_kept_beside_the_draft(sample, answers, tmp_path):
    answers.earlier = tmp_path / "去年.txt"
    answers.earlier.write_text("机密\n2024年度民主生活会个人对照检查材料\n一、存在的问题\n学得少。", "utf-8")
    sample.wiring.tabs.beside.choose_file()
    assert sample.session.choices.references == ()
    assert not list(paths.home().rglob("references/*.txt"))


def test_the_question_about_a_mark_is_asked_only_where_there_is_one(window, monkeypatch):
    asked = []
    monkeypatch.setattr("assistant.ui.asking.ask", lambda *told, **_: asked.append(told[2]))
    prompts = Prompts(window)
    assert prompts.may_keep("稿", "机密文件管理不严。\n商业秘密保护不够。\n内部资料")
    assert asked == []
    assert not prompts.may_keep("稿", "正文\n密级：机密\n正文")
    assert "密级：机密" in asked[0]


def test_a_text_longer_than_can_be_worked_on_is_refused(window, answers, tmp_path, monkeypatch):
    monkeypatch.setattr(opened, "MOST_CHARACTERS", 40_000)
    path = tmp_path / "全区.txt"
    path.write_text("一、存在的问题\n学得不深。\n" * 4_000, "utf-8")
    assert not window.files.open_path(path)
    assert "约5万字" in answers.told[0]
    assert "检查一批文件" in answers.told[0]

    window.files.open_sample()
    sample = window.editor.text
    QApplication.clipboard().setText(path.read_text("utf-8"))
    window.editor.paste()
    assert window.editor.text == sample
    assert any("没有粘贴" in told for told in window.bars.messages())

    long = DraftFile(tmp_path / "长.duizhao")
    long.save(Draft("学得不深。\n" * 10_000))
    assert window.files.open_path(long.path)  # what one has written himself opens


def test_what_is_opened_is_looked_at_once(window, last_year, monkeypatch):
    window.files.open_sample()
    looked = []
    look_at = Analyser.look_at
    monkeypatch.setattr(Analyser, "look_at", lambda self, text: looked.append(text) or look_at(self, text))
    assert window.files.open_path(last_year)
    assert set(looked) == {window.editor.text}
    assert len(looked) <= 2  # again where it turns out to answer another template
    assert window.wiring.analyser.material.text == window.editor.text


def test_the_draft_itself_never_becomes_a_word_file(window, answers, tmp_path):
    window.files.open_sample()
    answers.save_path = answers.export_path = tmp_path / "材料.docx"  # a name that the chooser would not leave so
    window.files.save_as()
    before = answers.save_path.read_bytes()
    assert not window.files.export()
    assert any("是草稿文件，不能用Word" in told for told in window.bars.messages())
    assert answers.save_path.read_bytes() == before


def test_a_name_with_nul_is_told_and_not_stumbled_over(window, answers, tmp_path):
    assert not window.files.open_path(Path("/tmp/a\0b.docx"))
    assert "系统不允许" in answers.told[0]
