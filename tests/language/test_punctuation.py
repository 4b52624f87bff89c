"""Marks in pairs: who belongs to whom, who is alone, who faces the wrong way."""

import re

import pytest

from assistant.language.punctuation import HAN, QUOTATION, is_chinese, is_han, pairing, unpaired


def inner(text):
    """Give what each pair encloses, with its depth."""
    return [(text[pair.opening + 1 : pair.closing], pair.depth) for pair in pairing(text).pairs]


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("纠治“四风”（含隐形变异）", [("四风", 0), ("含隐形变异", 0)]),
        ("“纠治‘四风’问题”", [("纠治‘四风’问题", 0), ("四风", 1)]),
        ("“纠治“四风”问题”", [("纠治“四风”问题", 0), ("四风", 1)]),
        ('“纠治"四风"问题”', [('纠治"四风"问题', 0), ("四风", 1)]),
        ("“看《关于“四风”的通知》”", [("看《关于“四风”的通知》", 0), ("关于“四风”的通知", 0), ("四风", 1)]),
        ('一块55"的屏幕，"四风"问题', [("四风", 0)]),
        ("don’t说‘不’，it's O'Neil", [("不", 0)]),
        ("1）学得浅；2)用得少（共2条）", [("共2条", 0)]),
    ],
)
def test_pairs(text, pairs):
    assert inner(text) == pairs
    assert pairing(text).sure


@pytest.mark.parametrize(
    ("text", "lone", "crossed", "turned"),
    [
        ("纠治“四风，落实“一岗双责”", [2], [], []),
        ("纠治四风”，落实“一岗双责”", [4], [], []),
        ("看《意见（试行》）", [], [8], []),
        ("纠治“四风“，落实“一岗双责”", [], [], [5]),
        ("纠治”四风“", [], [], [2, 5]),
    ],
)
def test_marks_without_a_partner(text, lone, crossed, turned):
    found = pairing(text)
    assert (list(found.lone), list(found.crossed), list(found.reversed)) == (lone, crossed, turned)
    assert found.sure == (not lone and not crossed)


def test_a_pair_may_span_two_paragraphs_and_no_more():
    assert list(unpaired(["他说：“先做。", "", "再说。”"])) == []
    assert list(unpaired(["他说：“先做。", "没有做。", "再说。”"])) == [(0, 3, False), (2, 3, False)]
    assert list(unpaired(["再说。”", "看《意见（试行》）"])) == [(0, 3, False), (1, 8, True)]


def test_a_character_is_chinese_by_comparing_as_by_pattern():
    pattern = re.compile(f"[{HAN}]")
    assert [n for n in range(0x20000) if is_han(chr(n)) != bool(pattern.match(chr(n)))] == []
    assert [is_chinese(each) for each in ("党", "。", "a", "")] == [True, True, False, False]
    assert not is_han("")


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("对照“四个带头”查摆了8个问题", "对照查摆了8个问题"),
        ("他说“把‘三个区分’讲清楚”，我照办", "他说，我照办"),
        ("只开了“一半的引号", "只开了“一半的引号"),
    ],
)
def test_what_is_quoted_is_said_by_others(text, left):
    assert QUOTATION.sub("", text) == left
