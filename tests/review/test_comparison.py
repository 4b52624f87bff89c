"""What became of each paragraph, and that a comparison always holds both texts whole."""

import random

import pytest

from assistant.language.words import Words
from assistant.review.comparison import Kind, compare

OLD = """2024年度民主生活会个人对照检查材料
一、存在的问题
（一）政治忠诚方面
1.理论学习不够系统。全年自学12次，多是利用零碎时间，读原著少。
2.调查研究不够深入。到基层23次，解决问题8个。
（二）担当作为方面
抓信访积案办法不多，3件积案拖了半年。
二、整改措施
每周自学不少于3小时，每季度写1篇体会。"""
NEW = """2025年度民主生活会个人对照检查材料
一、存在的问题
（一）担当作为方面
抓信访积案办法不多，3件积案拖了半年。
（二）政治忠诚方面
1.理论学习还不够系统。全年自学15次，多是利用零碎时间，读原著少。
2.项目调度不够及时，两次延误了开工。
二、整改措施
每周自学不少于3小时，每季度写1篇体会。
由本人负责，年底前完成。"""


def rebuilt(comparison, side):
    """Put a text together again from the rows."""
    spans = sorted({row.old if side == "old" else row.new for row in comparison.rows} - {None})
    text = comparison.old if side == "old" else comparison.new
    return "\n".join(span.of(text) for span in spans)


def told(comparison):
    """List the rows that differ: kind, old and new wording."""
    return [
        (row.kind, row.old and row.old.of(comparison.old), row.new and row.new.of(comparison.new))
        for row in comparison.rows
        if row.kind is not Kind.SAME
    ]


def test_moved_reworded_added_and_removed_are_told_apart():
    found = told(compare(OLD, NEW))

    assert (Kind.CHANGED, OLD.split("\n", maxsplit=1)[0], NEW.split("\n", maxsplit=1)[0]) in found
    assert (Kind.ADDED, None, "由本人负责，年底前完成。") in found
    assert (Kind.REMOVED, "2.调查研究不够深入。到基层23次，解决问题8个。", None) in found
    assert (Kind.ADDED, None, "2.项目调度不够及时，两次延误了开工。") in found
    moved = [row for row in found if row[0] is Kind.MOVED]
    assert any("积案" in row[2] or "零碎" in row[2] for row in moved)
    assert not [row for row in found if row[0] in (Kind.ADDED, Kind.REMOVED) and "积案" in (row[1] or row[2])]


def test_a_moved_paragraph_knows_its_other_place():
    comparison = compare(OLD, NEW)
    for number, row in enumerate(comparison.rows):
        if row.kind is Kind.MOVED:
            assert comparison.rows[row.partner].kind is Kind.MOVED_AWAY
            assert comparison.rows[row.partner].partner == number


def test_the_same_text_has_no_change():
    assert list(compare(OLD, OLD).changes()) == []
    assert compare("", "").same


@pytest.mark.parametrize(
    ("old", "new", "pieces"),
    [
        ("全年自学12次。", "全年自学15次。", [("全年自学", "全年自学"), ("12", "15"), ("次。", "次。")]),
        ("占2.5%左右", "占12.5%左右", [("占", "占"), ("2.5%", "12.5%"), ("左右", "左右")]),
        ("读书少。", "读书不少。", [("读书", "读书"), ("", "不"), ("少。", "少。")]),
        # two characters that happen to stay between two changes are read with them
        (
            "每周自学不少于3小时，责任落得实，措施细。",
            "每周自学不少于3小时，担子压的实，办法细。",
            [("每周自学不少于3小时，",) * 2, ("责任落得实，措施", "担子压的实，办法"), ("细。", "细。")],
        ),
    ],
)
def test_differences_are_cut_where_a_person_would_cut(old, new, pieces):
    (row,) = compare(old, new).rows

    assert [tuple(piece) for piece in row.pieces] == pieces


def test_words_are_not_cut_in_two():
    words = Words()
    words.load()
    (row,) = compare("带头强化政治忠诚，提高政治能力。", "带头强化政治能力，提高政治判断力。", words.segment).rows

    for piece in row.pieces:
        assert not piece.old.endswith("忠")
        assert not piece.new.startswith("诚")
    assert "".join(piece.new for piece in row.pieces) == "带头强化政治能力，提高政治判断力。"


def test_both_texts_are_whole_whatever_was_done(finished_sample):
    chooser = random.Random(7)
    lines = finished_sample.split("\n")
    for _ in range(60):
        changed = list(lines)
        for _ in range(chooser.randrange(1, 8)):
            at = chooser.randrange(len(changed))
            act = chooser.choice(["cut", "copy", "move", "edit", "blank"])
            if act == "cut" and len(changed) > 1:
                del changed[at]
            elif act == "copy":
                changed.insert(at, chooser.choice(lines))
            elif act == "move":
                changed.insert(chooser.randrange(len(changed)), changed.pop(at))
            elif act == "blank":
                changed.insert(at, "")
            else:
                place = chooser.randrange(len(changed[at]) + 1)
                changed[at] = changed[at][:place] + chooser.choice(["又", "23", "，"]) + changed[at][place + 2 :]
        comparison = compare(finished_sample, "\n".join(changed))

        assert rebuilt(comparison, "new") == comparison.new
        assert rebuilt(comparison, "old") == comparison.old
        for row in comparison.rows:
            assert "".join(piece.old for piece in row.pieces) == (row.old.of(comparison.old) if row.old else "")
            assert "".join(piece.new for piece in row.pieces) == (row.new.of(comparison.new) if row.new else "")


def test_texts_that_have_nothing_in_common_are_not_held_against_each_other_for_long():
    old, new = ("\n".join(chr(first + n % 4000) * 3 + f"{n}" for n in range(900)) for first in (0x4E00, 0x6E00))
    found = compare(old, f"{new}\n{old.split(chr(10))[0] * 5}")

    assert {row.kind for row in found.rows} <= {Kind.ADDED, Kind.REMOVED, Kind.CHANGED}
    assert len(found.rows) > 900


def test_of_very_many_paragraphs_those_moved_whole_are_still_found():
    old = [f"这是第{n}段原来的话，写着{chr(0x4E00 + n)}。" for n in range(600)]
    new = [f"后来另写了{chr(0x6E00 + n)}，与前面的不同，第{n}。" for n in range(600)]
    found = compare("\n".join(old), "\n".join([*new, old[5]]))

    assert [row.kind for row in found.rows if row.kind is Kind.MOVED] in ([], [Kind.MOVED])
    assert sum(row.old is not None and row.kind is not Kind.MOVED for row in found.rows) == 600
