"""The texts of earlier materials beside a draft."""

import pytest

from assistant import paths
from assistant.files import references
from assistant.files.draft import Draft, DraftFile, Reference, TemplateChoice
from assistant.files.writers import xlsx
from assistant.reading import Unreadable

LAST = (
    "2024年度民主生活会个人对照检查材料\n我对照检查如下。\n一、存在的突出问题\n1.理论学习不够经常。只读完一本书。\n"
    "二、整改措施\n1.每周自学理论。"
)


@pytest.fixture
def old(tmp_path):
    path = tmp_path / "去年.txt"
    path.write_text(LAST, "utf-8")
    return path


@pytest.fixture
def listed(tmp_path):
    path = tmp_path / "清单.xlsx"
    path.write_bytes(xlsx.write([xlsx.Sheet("清单", (("问题", 9), ("措施", 9)), [("讲话长", "不超过十分钟")])]))
    return path


def test_a_material_is_kept_by_its_text_and_found_again(old):
    read = references.read(old)
    references.keep(read.text)
    old.unlink()
    held = references.held((read.reference,))

    assert read.reference.template == TemplateChoice("2024-democratic-individual")
    assert (held.last.text, held.last.year, held.missing) == (LAST, 2024, ())
    assert list((paths.home() / "references").iterdir()) == [
        paths.home() / "references" / f"{read.reference.sha256}.txt"
    ]


def test_a_list_is_held_with_the_material_or_alone(old, listed):
    material, rows = references.read(old), references.read_list(listed)
    for each in (material, rows):
        references.keep(each.text)

    both = references.held((rows.reference, material.reference)).last
    assert (both.text, [row.problem for row in both.listed]) == (LAST, ["讲话长"])
    alone = references.held((rows.reference,)).last
    assert (alone.text, alone.year, alone.listed[0].measures) == ("", None, ("不超过十分钟",))


def test_a_text_that_is_not_here_or_was_altered_is_missed(old):
    read = references.read(old)
    assert references.held((read.reference,)) == (None, (read.reference,))
    references.keep(read.text)
    place = paths.home() / "references" / f"{read.reference.sha256}.txt"
    place.write_text("别的", "utf-8")

    assert references.held((read.reference,)).missing == (read.reference,)
    references.keep(read.text)
    assert references.held((read.reference,)).last.text == LAST


def test_a_kind_of_a_later_version_is_left_alone():
    strange = Reference("x", "录音", "sound", None, "0" * 64)

    assert references.held((strange,)) == (None, ())


def test_an_earlier_draft_serves_too(tmp_path):
    choice = TemplateChoice("general-democratic-individual", 2023)
    path = tmp_path / "前年.duizhao"
    DraftFile(path).save(Draft(LAST.replace("2024年度", ""), choice))  # the title is silent, so what was chosen counts
    read = references.read(path)
    references.keep(read.text)

    assert read.reference.template == choice
    assert references.held((read.reference,)).last.year == 2023


def test_what_is_no_list_is_refused(old, tmp_path):
    with pytest.raises(Unreadable, match="措施"):
        references.read_list(old)
    empty = tmp_path / "空.txt"
    empty.write_text("\n \n", "utf-8")
    with pytest.raises(Unreadable):
        references.read(empty)
