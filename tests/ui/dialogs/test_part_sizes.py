"""How long the parts are to be, in the form of 本次要求."""

from dataclasses import replace

import pytest
from ui.dialogs.test_new_material import NOVEMBER

from assistant.certainty import Certainty
from assistant.files import shipped_shelf
from assistant.strict_toml import DataError
from assistant.templates import own_template
from assistant.templates.template_file import AspectEntry, LengthEntry, PartEntry
from assistant.ui.dialogs import part_sizes
from assistant.ui.dialogs.row_list import ListRow
from assistant.ui.dialogs.template_dialog import TemplateDialog


def test_a_file_of_limits_alone_shows_the_aspects_of_its_base(qtbot):
    made = TemplateDialog(
        None, [replace(own_template.by_hand("x", 2025, "2024年度民主生活会"), base="2025-democratic")]
    )
    qtbot.addWidget(made)

    assert [row.text for row in made.sheets[0]._aspects.rows()] == [
        aspect.full for aspect in shipped_shelf.read("2025-democratic").aspects
    ]


def sized(qtbot, size, row=0):
    """The file that the form gives where a part is to be as long as is written beside it."""
    empty = own_template.by_hand("2026-democratic-notice", 2026, "2025年度民主生活会")
    made = TemplateDialog(None, [empty], today=NOVEMBER)
    qtbot.addWidget(made)
    sheet = made.sheets[0]
    sheet._aspects.insert(0, ListRow("带头学习"))
    sheet._parts._tree.topLevelItem(row).setText(1, size)
    return sheet.file()


@pytest.mark.parametrize(
    ("size", "wanted"),
    [
        ("300左右", (270, 330)),
        ("不少于400", (400, 0)),
        ("500字以内", (0, 500)),
        ("300-500", (300, 500)),
        ("", None),
    ],
)
def test_how_long_a_part_is_to_be_is_written_beside_it(qtbot, size, wanted):
    file = sized(qtbot, size)
    if wanted is None:
        assert (file.parts, file.order) == ((), ())
        return
    (entry,) = file.parts
    assert (entry.length.least, entry.length.most, entry.heading) == (*wanted, None)
    part = next(each for each in shipped_shelf.resolve(file)[0].parts if each.id == entry.id)
    assert (part.length.least, part.length.most) == wanted
    again = TemplateDialog(None, [file], today=NOVEMBER)
    qtbot.addWidget(again)
    assert again.sheets[0]._parts.rows()[0].size == part_sizes.told(part.length)
    assert again.sheets[0].file().parts == file.parts
    again.sheets[0]._parts._tree.topLevelItem(0).setText(1, "")
    (entry,) = again.sheets[0].file().parts
    assert part_sizes.told(entry.length) == ""


def test_subjects_whose_parts_and_aspects_differ_in_length_keep_theirs(qtbot):
    own = {"leadership": LengthEntry(Certainty.NOTICE, 800), "individual": LengthEntry(Certainty.NOTICE, 500)}
    empty = own_template.by_hand("2026-democratic-notice", 2026, "2025年度民主生活会")
    aspects = (
        AspectEntry("a", "带头学习", "学习", Certainty.NOTICE, length_for=own),
        AspectEntry("b", "带头担当", "担当", Certainty.NOTICE, length=LengthEntry(Certainty.NOTICE, 0, 600)),
    )
    file = replace(empty, aspects=aspects, parts=(PartEntry("cause", length_for=own),))
    made = TemplateDialog(None, [file], today=NOVEMBER)
    qtbot.addWidget(made)
    (sheet,) = made.sheets
    both = "领导班子不少于800字，班子成员个人不少于500字"

    assert [row.size for row in sheet._aspects.rows()] == [both, "不超过600字"]
    (cause,) = (n for n, row in enumerate(sheet._parts.rows()) if row.size)
    assert sheet._parts.rows()[cause].size == both
    assert (sheet.file().aspects, sheet.file().parts) == (aspects, file.parts)

    sheet._aspects._tree.topLevelItem(0).setText(1, "领导班子900左右，班子成员个人不少于500字")
    sheet._aspects._tree.topLevelItem(1).setText(1, "")
    sheet._parts._tree.topLevelItem(cause).setText(1, "700以内")
    first, second = sheet.file().aspects
    assert {who: (each.least, each.most) for who, each in first.length_for.items()} == {
        "leadership": (810, 990),
        "individual": (500, 0),
    }
    assert (second.length, second.length_for) == (None, None)
    (part,) = sheet.file().parts
    assert (part.length.most, part.length_for) == (700, None)
    sheet._aspects._tree.topLevelItem(0).setText(1, "领导班子，班子成员个人500字")
    with pytest.raises(DataError, match="没有认出“带头学习”的字数"):
        sheet.file()


def test_what_is_no_length_is_told(qtbot):
    with pytest.raises(DataError, match=r"没有认出“.+”的字数“适当”"):
        sized(qtbot, "适当")


@pytest.mark.parametrize("written", ["领导班子800，领导班子900", "班子成员500", "800字，领导班子900"])
def test_a_length_that_could_be_read_wrongly_is_asked_about(written):
    with pytest.raises(DataError, match=f"“前言”的字数“{written}”"):
        part_sizes.read_of(written, "前言")


def test_a_hundred_may_be_a_word_behind_a_digit():
    assert part_sizes.read("不少于5百", "前言").least == part_sizes.read("不少于5百字", "前言").least == 500
