"""Texts without chapters: where the causes and the measures begin is told by the first sentence of a paragraph."""

import pytest

from assistant.facts.items import items
from assistant.files import template_shelf
from assistant.finding import Severity
from assistant.review.material import analyse

ASPECTS = (
    "强化政治忠诚、提高政治能力",
    "固本培元、增强党性",
    "敬畏人民、敬畏组织、敬畏法纪",
    "干事创业、担当作为",
    "坚决扛起管党治党责任",
)
TOLD = (
    "文件念过就放下，问到本单位怎么办，我答不上来，这样的事去年有三回。",
    "支部的活动，十二次里我缺了四次，两次是真忙，两次是不想去。",
    "仓库漏雨，职工二月就说了，我八月才去看，去了才知道淋坏了六箱。",
    "旧设备改造卡在一家供货商，我催过一次，人家不理，我就搁下了。",
    "班组长考勤造假，我早有耳闻，碍着面子没有问，到年底才谈。",
)


def text(why="", how="", *, numbered=False):
    aspects = [
        f"{f'（{number}）' if numbered else ''}{name}方面。{told * 6}"
        for number, name, told in zip("一二三四五", ASPECTS, TOLD, strict=True)
    ]
    tail = [f"{why}我图省事，觉得差不多就行，把党员的身份放在了一边。" if why else ""]
    tail += [how, "学习，每周三晚上读一小时，月底交笔记。", "改造的事，三月底前同供货商谈定。"] if how else []
    lines = ["2025年度民主生活会个人对照检查材料", "砂河机械厂党委委员　谭立本", "我说说自己。", *aspects, *tail]
    return "\n".join(line for line in lines if line)


def missing(written):
    facts = analyse(written, template_shelf.find("2025-democratic-individual")).facts
    return {fact.part.id for fact in facts.materials[0].parts if fact.state.value == "missing"}


def said(written):
    found = analyse(written, template_shelf.find("2025-democratic-individual")).findings
    return [(each.severity, each.part) for each in found if each.rule == "missing_part"]


@pytest.mark.parametrize("numbered", [False, True])
@pytest.mark.parametrize(
    "lead",
    [
        "为什么会这样？",
        "为啥总是慢半拍？我想了很久。",
        "要问根子在哪，我想了几个晚上。",
        "问题出在下面，根子在我身上。",
        "往深里想，有三层。",
        "归根结底，是我自己松了。",
        "说到底还是一个怕字。",
        "找找原因，先找自己的。",
        "毛病都有来处，我挖了挖病根。",
        "究其原因，不在别人。",
        "查原因，外面的不怪，就怪自己。",
        "原因是什么？",
        "我找的原因\n",
        "分析。面上看是忙，里头是懒。",
        "想来想去，毛病不在腿上，在心里。",
        "分析起来，毛病长在一根藤上。",
    ],
)
def test_causes(lead, numbered):
    assert "cause" not in missing(text(lead, "往后这样改。", numbered=numbered))


@pytest.mark.parametrize("numbered", [False, True])
@pytest.mark.parametrize(
    "lead",
    [
        "往后这样改。",
        "今年打算这样改：",
        "咋改呢，下面几条贴在门上：",
        "怎么办？我写了几条。",
        "下一步，我打算做好几件事。",
        "接下来要改的，是这几样。",
        "我准备从三件小事改起。",
        "会后我就办这几件事：",
        "新的一年，我要改的有两条。",
        "努力方向有这么几条。",
        "再说打算，不多，就几件事。",
        "打算这样做：",
        "往后我咋改：",
        "改法我想了五条，贴在门上：",
        "我要做的\n",
        "处置。书，三月底前读完。",
    ],
)
def test_measures(lead, numbered):
    assert "measure" not in missing(text("为什么会这样？", lead, numbered=numbered))


def test_aspects_that_open_paragraphs_are_the_problems():
    assert not missing(text("为什么会这样？", "往后这样改。")) & {
        "problems",
        "loyalty",
        "party_spirit",
        "reverence",
        "duty",
        "governance",
    }


@pytest.mark.parametrize("numbered", [False, True])
def test_what_is_not_there_is_still_missed(numbered):
    assert {"cause", "measure"} <= missing(text(numbered=numbered))


def test_problems_told_in_an_order_of_their_own_stand_before_the_causes():
    told = "\n".join(f"{month}的事。{each * 3}" for month, each in zip("三六八九冬", TOLD, strict=True))
    written = f"2025年度组织生活会个人对照检查材料\n砂河机械厂一车间党支部　谭立本\n我说说自己。\n{told}\n{{}}"
    template = template_shelf.find("2025-organizational-member")
    for tail, missed in (("为啥会这样？\n我图省事。\n往后这样改。\n每周读一小时。\n", False), ("完了。\n", True)):
        found = analyse(written.format(tail), template).findings
        assert any(each.rule == "missing_part" and each.part == "problems" for each in found) is missed


def test_what_such_a_sentence_opens_is_no_problem():
    numbered = text("原因是什么？\n第一，", "打算这样做：\n1.怕难的事先办，今后每月到车间不少于三次。", numbered=True)
    facts = analyse(numbered, template_shelf.find("2025-democratic-individual")).facts
    kinds = [item.kind.value for item in items(facts, facts.materials[0])]
    assert kinds == ["problem"] * 4 + ["cause"]  # the fifth aspect numbers nothing of its own


@pytest.mark.parametrize("lead", ["剖析原因，提出整改措施如下。", "想想为什么，再说往后怎么改。"])
def test_one_sentence_may_open_both(lead):
    facts = analyse(text(lead, numbered=True), template_shelf.find("2025-democratic-individual")).facts
    assert not {"cause", "measure"} & missing(facts.text)
    assert [item.kind.value for item in items(facts, facts.materials[0])] == ["problem"] * 5


def test_without_chapters_it_is_a_hint():
    """Who heads no chapter may have written it where the program does not see it."""
    assert (Severity.HINT, "cause") in said(text())
    assert not any(severity is Severity.ERROR for severity, _ in said(text()))


def test_a_chapter_of_an_unknown_name_may_be_it():
    chapters = "2025年度民主生活会个人对照检查材料\n砂河机械厂党委委员　谭立本\n一、存在的突出问题\n{}\n{}三、整改措施\n每月自学两次。\n"
    aspects = "\n".join(f"（{'一二三四五'[n]}）{name}方面\n{TOLD[n]}" for n, name in enumerate(ASPECTS))
    assert (Severity.ADVICE, "cause") in said(chapters.format(aspects, "二、心里的账\n我图省事。\n"))
    assert (Severity.ERROR, "cause") in said(chapters.format(aspects, ""))


@pytest.mark.parametrize(
    "headings",
    [
        ("我身上的毛病", "为啥会这样", "往后咋改"),
        ("查出来的毛病", "病根在哪里", "今后怎么改"),
        ("我的短板", "根子在哪", "改进打算"),
    ],
)
def test_chapters_in_spoken_words(headings):
    body = f"一、{headings[0]}\n" + "\n".join(f"{n}.{told}" for n, told in enumerate(TOLD, 1))
    told = f"2025年度民主生活会个人对照检查材料\n砂河机械厂党委委员　谭立本\n{body}\n二、{headings[1]}\n我图省事。\n三、{headings[2]}\n每月自学两次。\n"
    assert not missing(told) & {"problems", "cause", "measure"}
