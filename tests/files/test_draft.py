import json

import pytest

from assistant.anchors import Anchor
from assistant.decisions import Decisions, Ignored, LinkChoice, Profile, Stage
from assistant.files import known_file, layouts, opening
from assistant.files.draft import LIST, MATERIAL, Draft, DraftFile, Reference, Source, TemplateChoice, decode, encode
from assistant.files.known_file import (
    ChangedOnDisk,
    DamagedOnDisk,
    EmptiedOnDisk,
    GoneFromDisk,
    fingerprint,
    renamed_to,
)
from assistant.files.trouble import Unwritable
from assistant.files.writers import docx
from assistant.reading import Unreadable

FULL = Draft(
    "一、问题\n有。",
    TemplateChoice("2025-democratic-individual", None, "六个是否"),
    Decisions(
        ignored=(Ignored("leftover_placeholder", "XX", "下乡", "次"),),
        not_applicable=frozenset({"loyalty/report"}),
        answered={"previous": "已在前言说明"},
        notes={"loyalty/plenum": "十五五规划那次会"},
        headings={"前言": 1},
        profile=Profile("市住房保障中心", "副主任", "林知远"),
        stage=Stage.REVIEW,
        ignored_alike=frozenset({("leftover_placeholder", "××")}),
        unit_words=frozenset({"智慧住建"}),
        rules_off=frozenset({"numbering_gap"}),
        rules_on=frozenset({"overlong_sentence"}),
        links=(
            LinkChoice(Anchor("1.学得浅", "方面\n", "。全年"), "measure", (Anchor("（一）学", "", "。每周"),)),
            LinkChoice(Anchor("（二）管", "", ""), "problem"),
        ),
    ),
    exported="0" * 64,
    references=(
        Reference(
            "a1",
            "去年.docx",
            MATERIAL,
            TemplateChoice("2024-democratic-individual"),
            "1" * 64,
            {"前言": 1},
            {"mood": 3},
        ),
        Reference("b2", "清单.xlsx", LIST, None, "2" * 64),
    ),
)


def test_a_draft_reads_back_the_same():
    assert decode(encode(FULL)) == Draft(
        FULL.text,
        FULL.template,
        FULL.decisions,
        FULL.exported,
        {"versions": [], "decisions": {}},
        None,
        FULL.references,
    )
    assert encode(decode(encode(FULL))) == encode(FULL)


def test_keys_of_a_later_version_survive():
    content = json.loads(encode(FULL))
    content["colour"] = "red"
    content["decisions"]["mood"] = [1, 2]
    again = json.loads(encode(decode(json.dumps(content).encode())))

    assert (again["colour"], again["decisions"]["mood"]) == ("red", [1, 2])


BAD_VALUES = [
    b'{"format": Infinity, "text": ""}',
    b'{"format": 1, "text": "", "decisions": {"notes": []}}',
    b'{"format": 1, "text": "", "source": 3}',
    b'{"format": 1, "text": "", "references": [{"id": "a"}]}',
]


@pytest.mark.parametrize(
    "data", [b"", b"[]", b"{}", b"\xff\xfe", b'{"format": 1}', b'{"format": "x", "text": ""}', b"[" * 9999, *BAD_VALUES]
)
def test_a_broken_draft_is_refused(data):
    with pytest.raises(Unreadable, match="找回以前保存的版本"):
        decode(data)


def test_a_draft_of_a_newer_program_is_refused():
    with pytest.raises(Unreadable, match="更新版本"):
        decode(b'{"format": 2, "text": ""}')


def test_a_file_changed_by_others_is_not_overwritten(tmp_path):
    path = tmp_path / "稿.duizhao"
    file = DraftFile(path).save(Draft("一稿"))
    path.write_bytes(encode(Draft("别人的稿")))

    with pytest.raises(ChangedOnDisk):
        file.save(Draft("二稿"))
    assert DraftFile.load(path)[1].text == "别人的稿"


def test_a_file_removed_while_open_is_written_anew_only_where_that_is_wanted(tmp_path):
    path = tmp_path / "稿.duizhao"
    file = DraftFile(path).save(Draft("一稿"))
    path.unlink()
    with pytest.raises(GoneFromDisk):
        file.save(Draft("二稿"))
    assert not path.exists()
    file.save(Draft("二稿"), anew=True)

    assert DraftFile.load(path)[1].text == "二稿"


@pytest.mark.parametrize("left", [b"", b"\0\0", "别的文字".encode()], ids=["emptied", "zeros", "other"])
def test_a_file_emptied_or_written_over_while_open_is_not_overwritten(tmp_path, left):
    path = tmp_path / "稿.duizhao"
    file = DraftFile(path).save(Draft("一稿"))
    again = DraftFile.known_as(path, fingerprint(file.known))  # as a journal knows it
    path.write_bytes(left)
    later = DraftFile.known_as(path, fingerprint(file.known))
    for each in (file, again, later):
        with pytest.raises(ChangedOnDisk if left else EmptiedOnDisk):
            each.save(Draft("二稿"))
        assert path.read_bytes() == left
    if not left:
        later.save(Draft("二稿"), anew=True)
        assert DraftFile.load(path)[1].text == "二稿"


def test_a_file_that_cannot_be_read_is_not_overwritten_where_it_is_larger_now(tmp_path, monkeypatch):
    path = tmp_path / "稿.duizhao"
    file = DraftFile(path).save(Draft("一稿"))

    def refused(path):
        raise PermissionError(13, "refused", str(path))

    monkeypatch.setattr(known_file, "bytes_of", refused)
    again = file.save(Draft("二稿"))
    path.write_bytes(again.known + b" ")
    with pytest.raises(ChangedOnDisk):
        again.save(Draft("三稿"))


def test_a_folder_above_that_was_moved_away_is_not_made_anew(tmp_path):
    path = tmp_path / "单位" / "材料" / "稿.duizhao"
    path.parent.mkdir(parents=True)
    file = DraftFile(path).save(Draft("一稿"))
    (tmp_path / "单位").rename(tmp_path / "新单位")

    with pytest.raises(Unwritable, match="“单位”不在原处"):
        file.save(Draft("二稿"))
    assert not (tmp_path / "单位").exists()


@pytest.mark.parametrize("tail", [b"", b"\0" * 9, b"other"])
def test_a_damaged_file_is_written_anew_only_where_that_is_wanted_and_kept_beside(tmp_path, tail):
    path = tmp_path / "稿.duizhao"
    file = DraftFile(path).save(Draft("一稿"))
    path.write_bytes(damaged := file.known[:-9] + tail)
    with pytest.raises(DamagedOnDisk):
        file.save(Draft("二稿"))
    assert path.read_bytes() == damaged
    assert [each.name for each in tmp_path.iterdir()] == ["稿.duizhao"]
    saved = file.save(Draft("二稿"), anew=True)
    assert DraftFile.load(path)[1].text == "二稿"
    assert saved.damaged == tmp_path / "稿-受损.duizhao"
    assert saved.damaged.read_bytes() == damaged
    path.write_bytes("别的文字".encode())
    assert saved.save(Draft("三稿"), anew=True).damaged == tmp_path / "稿-受损-2.duizhao"
    assert saved.damaged.read_bytes() == damaged


def test_a_window_that_knew_the_file_before_it_was_damaged_may_write_it_too(tmp_path):
    path = tmp_path / "稿.duizhao"
    file = DraftFile(path).save(Draft("一稿"))
    path.write_bytes(file.known[:50])
    again = DraftFile.known_as(path, fingerprint(file.known))  # as a journal knows it
    with pytest.raises(DamagedOnDisk):
        again.save(Draft("二稿"))
    assert again.save(Draft("二稿"), anew=True).damaged


def test_a_file_of_zeros_leaves_nothing_beside(tmp_path):
    path = tmp_path / "稿.duizhao"
    file = DraftFile(path).save(Draft("一稿"))
    path.write_bytes(b"\0" * len(file.known))
    with pytest.raises(DamagedOnDisk):
        file.save(Draft("二稿"))
    assert file.save(Draft("二稿"), anew=True).damaged is None
    assert [each.name for each in tmp_path.iterdir()] == ["稿.duizhao"]


def test_a_damaged_file_that_cannot_be_kept_is_not_written_over(tmp_path, monkeypatch):
    path = tmp_path / "稿.duizhao"
    file = DraftFile(path).save(Draft("一稿"))
    path.write_bytes(damaged := file.known[:-9])
    monkeypatch.setattr(known_file, "replace_file", lambda *_, **__: (_ for _ in ()).throw(Unwritable("磁盘已满")))
    with pytest.raises(Unwritable):
        file.save(Draft("二稿"), anew=True)
    assert path.read_bytes() == damaged


def test_a_damaged_file_that_cannot_be_read_again_is_not_written_over(tmp_path, monkeypatch):
    path = tmp_path / "稿.duizhao"
    file = DraftFile(path).save(Draft("一稿"))
    path.write_bytes(damaged := file.known[:-9])
    read, times = known_file.content_of, iter([damaged, damaged])  # to be told for another, and for a damaged one
    monkeypatch.setattr(known_file, "content_of", lambda _: next(times, b""))
    with pytest.raises(ChangedOnDisk):
        file.save(Draft("二稿"), anew=True)
    assert read(path) == damaged
    assert [each.name for each in tmp_path.iterdir()] == ["稿.duizhao"]


def test_what_another_program_wrote_is_not_overwritten_anew_either(tmp_path):
    path = tmp_path / "稿.duizhao"
    file = DraftFile(path).save(Draft("一稿"))
    for other in (encode(Draft("别人的稿")), file.known + b" ", b"{}"):
        path.write_bytes(other)
        for anew in (False, True):
            with pytest.raises(ChangedOnDisk) as told:
                file.save(Draft("二稿"), anew=anew)
            assert type(told.value) is ChangedOnDisk
        assert path.read_bytes() == other


def test_a_renamed_file_is_found_by_what_is_in_it_unless_there_are_several(tmp_path):
    path = tmp_path / "稿.duizhao"
    file = DraftFile(path).save(Draft("一稿"))
    DraftFile(tmp_path / "别的.duizhao").save(Draft("别稿"))
    (tmp_path / "同样的.txt").write_bytes(file.known)
    assert renamed_to(path, file.known) is None
    path.rename(tmp_path / "定稿.DUIZHAO")
    assert renamed_to(path, file.known) == tmp_path / "定稿.DUIZHAO"
    (tmp_path / "备份.duizhao").write_bytes(file.known)
    assert renamed_to(path, file.known) is None


def test_the_source_is_known_again_where_both_were_moved(tmp_path):
    (tmp_path / "材料.docx").write_bytes(b"source")
    source = Source("材料.docx", fingerprint(b"source"), tmp_path / "从前" / "材料.docx")
    again = decode(encode(FULL._replace(source=source))).source

    assert again == source._replace(path=None)
    assert again.is_at(tmp_path / "材料.docx")
    assert not again.is_at(tmp_path / "没有.docx")


def test_unknown_keys_within_tables_survive():
    content = json.loads(encode(FULL))
    content["template"]["colour"] = content["decisions"]["profile"]["colour"] = "red"
    again = json.loads(encode(decode(json.dumps(content).encode())))

    assert again["template"]["colour"] == again["decisions"]["profile"]["colour"] == "red"


def test_half_a_character_does_not_stop_a_save():
    data = b'{"format": 1, "text": "a", "decisions": {"notes": {"a": "\\ud800"}}}'
    assert decode(encode(decode(data))).decisions.notes == {"a": "?"}


def test_a_folder_renamed_while_the_draft_is_open_gets_no_second_draft(tmp_path):
    folder = tmp_path / "旧名"
    folder.mkdir()
    file = DraftFile(folder / "稿.duizhao").save(Draft("甲", None))
    folder.rename(tmp_path / "新名")

    with pytest.raises(Unwritable, match="“旧名”不在原处"):
        file.save(Draft("乙", None))
    assert not folder.exists()
    (tmp_path / "新名").rename(folder)
    assert DraftFile.load(file.save(Draft("乙", None)).path)[1].text == "乙"


def test_what_is_only_called_a_draft_is_opened_as_what_it_is(tmp_path):
    """A Word file whose name somebody has changed; what is no file of another kind either is a broken draft."""
    path = tmp_path / "稿.duizhao"
    path.write_bytes(docx.write("一、问题\n学习不深。", layouts.named("gb9704")))
    opened = opening.open_file(path)
    assert (opened.reading.text, opened.file, opened.draft) == ("一、问题\n学习不深。", None, None)
    path.write_bytes(b'{"format": 1, "te')
    with pytest.raises(Unreadable, match="草稿文件已损坏"):
        opening.open_file(path)
