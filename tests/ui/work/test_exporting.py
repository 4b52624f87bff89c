"""Exporting Word in the window: what is ours is written anew, what is not is asked about."""

from PySide6.QtWidgets import QFileDialog
from ui.conftest import wish
from ui.work.conftest import add

from assistant.files.draft import DraftFile
from assistant.files.opening import read
from assistant.ui.work.prompts import Prompts


def test_the_source_is_never_written(window, answers, last_year):
    window.open_file(str(last_year))
    answers.save_path = answers.export_path = last_year
    before = last_year.read_bytes()

    assert not window.files.save_as()
    window.files.export()
    assert last_year.read_bytes() == before
    assert any("程序不覆盖" in message for message in window.bars.messages())


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
