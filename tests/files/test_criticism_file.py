"""The file of 批评意见: kept whole and private, what is not saved found again, and no other door takes it for a material."""

import json
import os
import random
import stat

import pytest

from assistant import paths
from assistant.files import criticism_file, housekeeping, kinds, opening, settings
from assistant.files.criticism_file import CriticismFile, Keeping
from assistant.files.known_file import ChangedOnDisk
from assistant.files.trouble import Unwritable
from assistant.reading import Unreadable
from assistant.review.criticism import Criticism, Form

FORM = Form((Criticism("王明远", "盯落实不够", "七月会商后两周才答复。", "当场定。"), Criticism("林知远", "听得少")))


def test_it_is_written_for_the_writer_alone_and_read_back(tmp_path):
    path = tmp_path / "批评意见.duizhaocrit"
    file = CriticismFile(path).save(FORM)

    assert CriticismFile.load(path) == (file, FORM)
    if os.name == "posix":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [each.name for each in tmp_path.iterdir()] == [path.name]


def test_keys_of_a_later_version_survive():
    held = json.loads(criticism_file.encode(FORM))
    held["said"] = True
    held["entries"][1]["order"] = 3

    assert json.loads(criticism_file.encode(criticism_file.decode(json.dumps(held).encode()))) == held


def test_what_somebody_else_wrote_meanwhile_is_not_written_over(tmp_path):
    path = tmp_path / "批评意见.duizhaocrit"
    file = CriticismFile(path).save(FORM)
    other = CriticismFile(path).save(Form(FORM.entries[:1]))

    with pytest.raises(ChangedOnDisk):
        file.save(FORM)
    assert CriticismFile.load(path)[1] == Form(FORM.entries[:1])
    other.save(FORM)


def test_a_folder_moved_away_meanwhile_gets_no_second_file(tmp_path):
    folder = tmp_path / "旧名"
    folder.mkdir()
    file = CriticismFile(folder / "批评意见.duizhaocrit").save(Form())
    folder.rename(tmp_path / "新名")

    with pytest.raises(Unwritable, match="“旧名”不在原处"):
        file.save(Form())
    assert not folder.exists()


def test_a_later_format_and_any_damage_give_a_message():
    data = criticism_file.encode(FORM)
    with pytest.raises(Unreadable, match="更新版本"):
        criticism_file.decode(data.replace(b'"criticism": 1', b'"criticism": 2'))
    chance = random.Random(7)
    for _ in range(3000):
        broken = bytearray(data)
        for _ in range(chance.randrange(1, 4)):
            at = chance.randrange(len(broken))
            broken[at : at + chance.randrange(3)] = bytes(chance.choices(b'{}[]",:0\xff\x00n', k=chance.randrange(3)))
        try:
            form = criticism_file.decode(bytes(broken))
        except Unreadable as error:
            assert str(error)
        else:
            assert criticism_file.decode(criticism_file.encode(form)) == form


def test_no_other_door_takes_it_for_a_material(tmp_path):
    for name in ("批评意见.duizhaocrit", "批评意见.txt", "批评意见.docx"):
        path = tmp_path / name
        path.write_bytes(criticism_file.encode(FORM))
        with pytest.raises(Unreadable, match="这是批评意见，不是材料"):
            opening.open_file(path)
    assert kinds.of(b'{"criticism": "of reason"}').reader == "plain"


def test_what_a_window_that_died_left_is_found_again(tmp_path):
    path = tmp_path / "批评意见.duizhaocrit"
    file = CriticismFile(path).save(FORM)
    first, second = Keeping(), Keeping()
    first.keep(FORM, None)
    second.keep(Form(FORM.entries[:1]), file)
    assert criticism_file.unsaved() == []  # both windows are open

    first.kept.release()  # as the system does when the program dies
    second.kept.release()
    found = {len(each.form.entries): each for each in criticism_file.unsaved()}
    assert found[2].form == FORM
    assert found[2].file is None
    assert found[1].file == file
    if os.name == "posix":
        assert {stat.S_IMODE(each.journal.stat().st_mode) for each in found.values()} == {0o600}

    path.write_bytes(criticism_file.encode(FORM))
    later = next(each for each in criticism_file.unsaved() if each.file)
    with pytest.raises(ChangedOnDisk):  # it was saved elsewhere since
        CriticismFile(path, b"\0").save(FORM)
    assert later.file.known == file.known  # the same content as the window knew
    found[1].discard()
    assert [each.form for each in criticism_file.unsaved()] == [FORM]
    (kept,) = (paths.home() / "journals").glob("*.criticism")
    kept.with_suffix(".lock").touch()  # may tell, where there are no locks, whose it is
    housekeeping.tidy()
    assert kept.with_suffix(".lock").exists()
    assert [each.form for each in criticism_file.unsaved()] == [FORM]
    housekeeping.clear_all()
    assert criticism_file.unsaved() == []
    assert list((paths.home() / "journals").iterdir()) == []


def test_what_cannot_be_read_hides_nothing():
    folder = paths.home() / "journals"
    folder.mkdir(parents=True, exist_ok=True)
    for number, head in enumerate((b"", b"[1]", b'{"path": 3}', b'{"time": "x"}', b'{"time": 1e999}', b"\xff")):
        (folder / f"a{number}.criticism").write_bytes(head + b"\n{}")
    (folder / "b.criticism").write_bytes(b'{"time": 5}\n' + criticism_file.encode(FORM))

    assert [each.form for each in criticism_file.unsaved()] == [FORM]


def test_the_last_file_is_no_trace_on_a_public_machine():
    known = settings.Settings(criticism="/somewhere/批评意见.duizhaocrit")
    settings.save(known)
    assert settings.load().criticism == known.criticism
    settings.save(known._replace(public=True))
    assert settings.load().criticism == ""
