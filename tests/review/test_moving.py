"""Sections moved about: no word is lost, the numbers are in order, what is counted agrees."""

import random

import pytest

from assistant.facts.gathering import gather
from assistant.files import template_shelf
from assistant.review.moving import CannotMove, moved, neighbour

TEXT = """2025年度民主生活会个人对照检查材料
按照要求，查摆了2个方面3个问题，其中强化政治忠诚方面2个，担当作为方面1个。
一、存在的问题
（一）带头强化政治忠诚、提高政治能力方面
1.学得浅。全年自学5次。
2.用得少。没有写笔记。
（二）带头干事创业、担当作为方面
1.怕得罪人。
二、原因剖析
1.放松学习。
2.怕得罪人。
三、整改措施
（一）每月自学。
（二）每季度下基层。
林知远
2025年12月20日"""


def move(text, heading, beside, *, after=False, template=None):
    return moved(text, text.index(heading), text.index(beside), after=after, template=template).text


def bare(text):
    """Leave out all numbers."""
    return sorted(line.lstrip("一二三四五六七八九十（）、0123456789.") for line in text.split("\n"))


def test_aspects_change_places_and_are_counted_anew():
    new = move(TEXT, "（二）带头干事", "（一）带头强化")
    assert new.index("（一）带头干事创业") < new.index("1.怕得罪人") < new.index("（二）带头强化政治忠诚")
    assert new.index("（二）带头强化") < new.index("1.学得浅") < new.index("二、原因剖析")
    assert bare(new) == bare(TEXT)


def test_an_item_goes_below_another_heading():
    new = move(TEXT, "2.用得少", "1.怕得罪人。\n二", after=True)
    assert "1.怕得罪人。\n2.用得少。没有写笔记。\n二、原因剖析" in new
    assert "1.学得浅。全年自学5次。\n（二）" in new
    new = move(TEXT, "1.学得浅", "1.怕得罪人。\n二")
    assert "方面\n1.用得少。没有写笔记。\n（二）" in new
    assert "1.学得浅。全年自学5次。\n2.怕得罪人。\n二、" in new


def test_a_chapter_goes_to_the_end_above_who_signs():
    new = move(TEXT, "一、存在的问题", "三、整改措施", after=True)
    assert new.startswith("2025年度民主生活会个人对照检查材料\n按照要求")
    assert [line for line in new.split("\n") if "、" in line[:2]] == ["一、原因剖析", "二、整改措施", "三、存在的问题"]
    assert new.endswith("1.怕得罪人。\n林知远\n2025年12月20日")
    assert move(new, "三、存在的问题", "一、原因剖析") == TEXT


def test_what_the_text_counts_follows():
    template = template_shelf.find("2025-democratic-individual")
    aspects = [part.heading for part in template.aspects]
    lines = ["2025年度民主生活会个人对照检查材料", "查摆5个方面6个问题。", "一、存在的问题"]
    for number, heading in zip("一二三四五", aspects, strict=True):
        lines += [f"（{number}）{heading}", "主要有以下一点：" if number == "二" else "", "1.有一条，写在这里。"]
        lines += ["2.还有一条，也写在这里。"] if number == "一" else []
    lines += ["二、原因剖析", "放松了学习，抓得不紧。", "三、整改措施", "每月自学两次。"]
    text = "\n".join(line for line in lines if line)
    second = text.index("1.有一条", text.index("以下一点"))
    now = moved(text, text.index("2.还有一条"), second, after=True, template=template)
    assert "主要有以下两点：\n1.有一条，写在这里。\n2.还有一条" in now.text
    assert "查摆5个方面6个问题" in now.text
    assert now.claims == 1


@pytest.mark.parametrize(
    ("heading", "beside", "told"),
    [
        ("一、存在", "（一）带头", "本节之内"),
        ("1.学得浅", "二、原因", "同级"),
        ("按照要求", "二、原因", "这一行没有自己的标题"),
        ("二、原因", "按照要求", "要移到的那一行没有自己的标题"),
    ],
)
def test_what_cannot_be_moved(heading, beside, told):
    with pytest.raises(CannotMove, match=told):
        move(TEXT, heading, beside)


def test_what_runs_on_in_a_paragraph_is_not_moved():
    text = "标题\n一、问题\n有三点：一是学得浅。二是用得少。三是怕得罪人。\n二、原因\n一是放松。\n二是怕。"
    with pytest.raises(CannotMove, match="连在一段里"):
        move(text, "二是用得少", "一是学得浅")


def test_moving_to_where_it_stands_changes_nothing():
    assert move(TEXT, "（一）带头强化", "（二）带头干事") == TEXT
    assert move(TEXT, "2.用得少", "1.学得浅", after=True) == TEXT


def test_no_word_is_ever_lost(finished_sample):
    """Moves at random: all words stay, every row of numbers is in order, and the way back leads back."""
    dice = random.Random(7)
    text, template = finished_sample, template_shelf.find("2025-democratic-individual")
    done = 0
    for _ in range(40):
        sections = list(gather(text, template).outline.walk())
        one, other = dice.sample(sections, 2)
        try:
            new = moved(text, one.start, other.start, after=dice.random() < 0.5, template=template)
        except CannotMove:
            continue
        done += new.text != text
        assert bare(new.text) == bare(text)
        assert new.text[new.start :].lstrip("#* ").startswith(new.text[new.start : new.start + 3].lstrip("#* "))
        for group in [m.sections for m in gather(new.text, template).outline.materials]:
            values = [each.value for each in group if each.style is group[0].style]
            assert values == sorted(values)
        text = new.text
    assert done > 5


def test_the_next_one_at_either_side():
    facts = gather(TEXT, None)
    first, second = TEXT.index("（一）带头"), TEXT.index("（二）带头")
    assert neighbour(facts, first, 1) == second
    assert neighbour(facts, second, -1) == first
    assert neighbour(facts, second, 1) is None
    assert neighbour(facts, 0, 1) is None
