"""Which aspect a heading answers, in all years, and what the numbers of the matching are for.

tests/cases/alignment/headings.txt has a line for each heading; the tests below hold what a single heading cannot show.
"""

from pathlib import Path

import pytest

from assistant.facts import identify
from assistant.facts.alignment import align
from assistant.files import template_shelf
from assistant.structure.parsing import parse
from assistant.templates.template import PartKind

TABLE = Path(__file__).parents[1] / "cases" / "alignment" / "headings.txt"
ROWS = [
    tuple(cell.strip() for cell in line.split("|"))
    for line in TABLE.read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]
FILLERS = "".join(
    f"（{number}）甲乙丙{number}丁\n有的。\n" for number in "一二三四五六七"
)  # so that nothing stands in its place


def answered(text, identifier):
    """Give the headings that answer each aspect of a template."""
    alignment = align(text, parse(text).materials[0], template_shelf.find(identifier))
    return {
        answer.part.id: [section.heading for section in answer.sections]
        for answer in alignment.answers
        if answer.part.kind is PartKind.ASPECT and answer.sections
    }


@pytest.mark.parametrize(("identifier", "heading", "aspect"), ROWS, ids=lambda value: value)
def test_a_heading_answers_its_aspect_and_no_other(identifier, heading, aspect):
    found = answered(f"一、存在的突出问题\n{FILLERS}（八）{heading}\n有的。\n", identifier)

    assert found == ({} if aspect == "-" else {aspect: [heading]})


def test_what_stands_where_an_aspect_is_due_needs_less():
    """政治学习 is much of 理论学习, but only half of its words; where the third aspect of six is due, that is enough."""
    due = "一、存在的问题\n（一）政治信仰\n有的。\n（二）党员意识\n有的。\n（三）政治学习不够经常\n有的。\n"

    assert answered(due, "2024-organizational-member")["study"] == ["政治学习不够经常"]


def test_a_heading_with_next_to_nothing_of_the_aspect_is_none_even_in_its_place():
    text = "一、存在的问题\n（一）甲乙丙丁\n有的。\n（二）思想工作不细\n有的。\n"

    assert answered(text, "2022-democratic-individual") == {}


def test_an_item_does_not_take_an_aspect_from_its_heading():
    """The item is the aspect's short name to the letter, the heading longer; the heading stands where aspects stand."""
    text = "一、存在的问题\n（一）工作不细\n1.政治忠诚\n有的。\n（二）强化政治忠诚、提高政治能力有差距\n有的。\n"

    assert answered(text, "2025-democratic-individual") == {"loyalty": ["强化政治忠诚、提高政治能力有差距"]}


def test_of_several_frames_the_one_that_fits_better_is_taken_though_it_is_not_the_usual():
    text = f"一、存在的问题\n{FILLERS}（八）组织观念有差距\n有的。\n（九）履职尽责\n有的。\n"

    assert answered(text, "2025-organizational-member") == {"taking_duty": ["履职尽责"]}


@pytest.mark.parametrize(
    ("heading", "aspects"),
    [
        ("政治忠诚的自觉及担当作为", {"loyalty", "duty"}),
        ("担当作为、政治能力提高", {"loyalty", "duty"}),
        ("干事创业、担当作为劲头及政治忠诚的自觉", {"loyalty", "duty"}),
    ],
)
def test_a_heading_that_joins_two_aspects_answers_both(heading, aspects):
    assert set(answered(f"一、存在的问题\n（一）{heading}\n有的。\n", "2025-democratic-individual")) == aspects


def test_a_heading_answers_a_second_aspect_only_where_it_surely_names_it():
    text = "一、存在的问题\n（一）先锋模范作用、群众意见收集不够\n有的。\n"

    assert set(answered(text, "2019-organizational-member")) == {"role"}


def test_a_word_that_counts_for_little_yields_to_a_parts_own():
    """「剖析」 alone may be the causes; beside a heading that says 原因 it is not."""
    text = "一、原因分析\n有的。\n二、剖析情况\n有的。\n"
    alignment = align(text, parse(text).materials[0], template_shelf.find("2025-democratic-individual"))
    (cause,) = (answer for answer in alignment.answers if answer.part.kind is PartKind.CAUSE)

    assert [section.heading for section in cause.sections] == ["原因分析"]


HEAD = "{year}年度民主生活会个人对照检查材料\n按照通知要求，我检查如下。\n"
PROBLEMS = "一、存在的问题\n" + "".join(
    f"（{n}）{name}方面\n有的。\n"
    for n, name in zip("一二三四五", ("政治忠诚", "固本培元", "敬畏人民", "担当作为", "管党治党"), strict=True)
)
REST = "二、原因剖析\n有的。\n三、整改措施\n有的。\n"


@pytest.mark.parametrize(
    ("text", "identifier", "certainty"),
    [
        # all aspects, the parts that are always asked for, the year, the name
        (HEAD.format(year=2025) + PROBLEMS + REST, "2025-democratic-individual", 0.97),
        # the parts that are missing make it less sure
        (HEAD.format(year=2025) + PROBLEMS, "2025-democratic-individual", 0.92),
        # a year that is another's makes it much less sure
        (HEAD.format(year=2022) + PROBLEMS + REST, "2025-democratic-individual", 0.48),
        # no year at all: the aspects tell it
        ("民主生活会个人对照检查材料\n我检查如下。\n" + PROBLEMS + REST, "2025-democratic-individual", 0.68),
        # neither year nor aspects: title, causes and measures show a material all the same, by the general outline
        (
            "民主生活会个人对照检查材料\n我检查如下。\n一、存在的问题\n有的。\n" + REST,
            "general-democratic-individual",
            0.15,
        ),
        # begun, two aspects of five
        (
            "2025年度民主生活会个人对照检查材料\n我检查如下。\n一、存在的问题\n（一）政治忠诚方面\n有的。\n（二）固本培元方面\n有的。\n",
            "2025-democratic-individual",
            0.57,
        ),
        # neither 对照检查 in the title nor causes nor measures: three aspects of five alone are enough
        (
            (
                "个人发言提纲\n民主生活会上，我检查如下。\n一、存在的问题\n（一）强化政治忠诚、提高政治能力方面。\n我学习少。\n"
                "（二）固本培元、增强党性方面。\n我想得少。\n（三）敬畏人民、敬畏组织、敬畏法纪方面。\n有的。\n"
            ),
            "2025-democratic-individual",
            0.39,
        ),
        ("民主生活会会议记录\n我和同志们查摆如下。\n一、议程\n有的。\n", None, 0),
    ],
)
def test_how_sure_a_guess_is(text, identifier, certainty):
    found = identify.guess(text, template_shelf.shipped())

    assert (found.template.id, found.certainty) == (identifier, certainty) if identifier else found is None
