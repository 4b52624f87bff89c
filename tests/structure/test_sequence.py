"""Rows under neighbouring headings that are counted through: each is held against the number the one before ended with."""

import pytest

from assistant.structure.parsing import parse
from assistant.structure.sequence import misnumberings

HEADS = ("（一）学习方面", "（二）作风方面", "（三）担当方面", "（四）廉洁方面")


def gaps(*rows):
    lines = ["一、存在的突出问题"]
    for head, row in zip(HEADS, rows, strict=False):
        lines += [head, *(f"{number}.这一条讲的是一件事。" for number in row)]
    (outline,) = parse("\n".join([*lines, "二、原因剖析", "放松了学习。"])).materials
    return [(found.kind.value, found.section.number, found.due) for found in misnumberings(outline)]


@pytest.mark.parametrize(
    "rows",
    [
        ([1, 2], [3, 4]),
        ([1, 2], [3, 4, 5], [6], [7, 8]),
        ([1], [2], [3], [4]),
        ([1, 2], [1, 2], [1, 2, 3], [1]),
        ([1, 2], [3, 4], [5, 6], [1, 2]),  # whoever begins anew once may mean it
    ],
)
def test_rows_that_go_on_or_begin_anew_are_right(rows):
    assert gaps(*rows) == []


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        (([1, 2], [3, 5], [6, 7]), [("gap", "5.", "4.")]),
        (([1, 2], [3, 4], [6, 7], [8]), [("gap", "6.", "5.")]),
        (([1, 2], [3, 3], [4, 5]), [("repeat", "3.", "4.")]),
        (([1, 2], [3, 4], [1, 2], [1, 2]), [("gap", "3.", "1.")]),  # one row that lost its beginning
        (([1, 2], [4, 5], [1, 2]), [("gap", "4.", "1.")]),
        (([2, 3], [1, 2]), [("gap", "2.", "1.")]),
    ],
)
def test_what_is_left_out_or_written_twice_is_told_in_both(rows, told):
    assert gaps(*rows) == told


def test_chapters_that_are_headings_themselves_are_counted_through_too():
    text = "一、学习方面\n1.学得浅。\n2.不系统。\n二、作风方面\n3.下得少。\n三、廉洁方面\n4.管得松。\n5.说得少。\n"
    (outline,) = parse(text).materials
    assert list(misnumberings(outline)) == []
