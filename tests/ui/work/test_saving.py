"""Saving in the window: nothing of anybody's is written over, and what went wrong is said."""

import os
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from ui.conftest import wish
from ui.work.conftest import add, press

from assistant.files import layouts
from assistant.files.disk import replace_file
from assistant.files.draft import Draft, DraftFile, encode
from assistant.files.opening import read
from assistant.files.writers import docx
from assistant.ui.document import file_places
from assistant.ui.work.prompts import Prompts


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


DAMAGES = {
    "cut": lambda data: data[:200],
    "zeros behind": lambda data: data[:200] + b"\0" * 300,
    "another format": lambda data: b"PK\x03\x04" + data,
}


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
def test_a_damaged_draft_is_written_again_where_the_writer_says_and_kept_beside(window, tmp_path, damage):
    path = tmp_path / "稿.duizhao"
    DraftFile(path).save(Draft("一稿"))
    window.open_file(str(path))
    path.write_bytes(damaged := damage(path.read_bytes()))
    add(window, "改")

    assert not window.files.save()
    assert "“稿.duizhao”已被其他程序截断或改坏" in window.bars.messages()[0]
    assert (path.read_bytes(), window.files.modified) == (damaged, True)
    press(window, "按原名保存")
    assert (DraftFile.load(path)[1].text, window.files.modified) == ("一稿改", False)
    assert (tmp_path / "稿-受损.duizhao").read_bytes() == damaged
    assert "“稿-受损.duizhao”" in window.bars.messages()[0]
    add(window, "再")
    assert window.files.save()
    assert len(list(tmp_path.glob("*.duizhao"))) == 2


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


def test_a_failed_save_elsewhere_leaves_the_draft_where_it_was(window, answers, tmp_path):
    answers.wish, answers.save_path = wish(), tmp_path / "稿.duizhao"
    window.files.new()
    window.files.save()
    (tmp_path / "不是文件夹").write_bytes(b"")
    answers.save_path = tmp_path / "不是文件夹" / "稿.duizhao"

    assert not window.files.save_as()
    assert window.session.path == tmp_path / "稿.duizhao"
    assert window.files.save()


@pytest.mark.parametrize("may", [False, True])
def test_no_file_is_replaced_unasked(window, tmp_path, monkeypatch, may):
    (tmp_path / "稿12.5.docx").write_bytes(b"")
    rounds = iter([1, 0])
    monkeypatch.setattr(QFileDialog, "exec", lambda _: next(rounds))
    monkeypatch.setattr(QFileDialog, "selectedFiles", lambda _: [str(tmp_path / "稿12.5")])
    monkeypatch.setattr(Prompts, "_may_replace", lambda *_: may)
    chosen = Prompts(window).file_to_export(tmp_path / "x.docx", lambda _: False)

    assert chosen == (tmp_path / "稿12.5.docx" if may else None)


def test_a_folder_that_was_only_suggested_goes_again(tmp_path):
    suggested = tmp_path / "对照检查材料" / "2026年度" / "稿子.duizhao"
    with file_places.offered(suggested) as given:
        assert given == suggested  # the chooser keeps the name
        assert suggested.parent.is_dir()
    assert list(tmp_path.iterdir()) == []

    with file_places.offered(suggested):
        suggested.write_bytes(b"")
    assert suggested.exists()
    with file_places.offered(suggested.with_name("另一份.duizhao")):
        pass
    assert suggested.exists()  # what was there before stays


def test_a_cancelled_saving_leaves_no_folder(window, monkeypatch, tmp_path):
    monkeypatch.setattr(file_places, "folder", lambda _template: tmp_path / "对照检查材料")

    assert not window.files.save_as()
    assert not (tmp_path / "对照检查材料").exists()


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


def test_the_draft_itself_never_becomes_a_word_file(window, answers, tmp_path):
    window.files.open_sample()
    answers.save_path = answers.export_path = tmp_path / "材料.docx"  # a name that the chooser would not leave so
    window.files.save_as()
    before = answers.save_path.read_bytes()
    assert not window.files.export()
    assert any("是草稿文件，不能用Word" in told for told in window.bars.messages())
    assert answers.save_path.read_bytes() == before
