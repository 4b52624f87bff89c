"""One material with its headings in many forms: every part is found, and nothing has to be changed for the form alone."""

import pytest

from assistant.files import template_shelf
from assistant.finding import Severity
from assistant.review.material import analyse
from assistant.text import canonical

ASPECTS = (
    "强化政治忠诚、提高政治能力", "固本培元、增强党性", "敬畏人民、敬畏组织、敬畏法纪", "干事创业、担当作为", "坚决扛起管党治党责任",
)  # fmt: skip
USUAL = ("存在的突出问题", "原因剖析", "整改措施")
HAN, FORMAL, STEMS, CIRCLED = "零一二三四五", "零壹贰叁肆伍", "零甲乙丙丁戊", "零①②③④⑤"
TITLE = "2025年度民主生活会个人对照检查材料"


def material(chapter, aspect, names=USUAL, title=TITLE):
    """Write a material; the forms hold {n} {h} {f} {s} {c} for the number and {x} for the words."""

    def line(form, number, words):
        return form.format(
            n=number, h=HAN[number], f=FORMAL[number], s=STEMS[number], c=CIRCLED[number], r="I" * number, x=words
        )

    lines = [title, "按照通知要求，现对照检查如下。", line(chapter, 1, names[0])]
    for number, words in enumerate(ASPECTS, 1):
        lines += [line(aspect, number, words), "学习不够深，10月只学了一次。"]
    lines += [
        line(chapter, 2, names[1]),
        "放松了学习，怕得罪人。",
        line(chapter, 3, names[2]),
        "每月自学两次，6月底前补齐。",
    ]
    return canonical("\n".join(lines))


PAREN = "（{h}）带头{x}方面"
FORMS = [
    ("{h}. {x}", PAREN), ("第{h}部分　{x}", PAREN), ("第{h}部分：{x}", PAREN), ("{h}、{x}", "{h}是带头{x}方面。"), ("■ {x}", "● 带头{x}方面"),
    ("◆{x}", "◇带头{x}方面"), ("〔{x}〕", PAREN), ("《{x}》", PAREN), ("[{h}]{x}", "[{n}]带头{x}方面"), ("（{f}）{x}", "{n}．带头{x}方面"),
    ("{s}、{x}", "（{n}）带头{x}方面"), ("{h}：{x}", PAREN), ("{r}. {x}", "{n}) 带头{x}方面"), ("{h}、{x}", "{c}带头{x}方面"), ("{h} 、 {x}", PAREN),
    ("{x}：", "带头{x}："), ("关于{x}", "关于带头{x}方面"), ("{h}、\t{x}", "（{h}）\t带头{x}方面"), ("　　{h}、{x}", "　　（{h}）带头{x}方面"),
    ("({h}) {x}", "{n}. 带头{x}方面"), ("{n}、{x}", "1-{n} 带头{x}方面"), ("第{n}章 {x}", "第{n}节 带头{x}方面"), ("第{n}部分：{x}", "{n}.带头{x}方面"),
    ("——{x}——", "——带头{x}方面"), ("{h}）{x}", "{n}）带头{x}方面"), ("＜{h}＞{x}", PAREN), ("**{h}、{x}**", "**（{h}）带头{x}方面**"),
    ("### {x}", "#### {n}. 带头{x}方面"), ("## {x}", "- **带头{x}方面**"), ("{h}、{x}", "问题{h}：带头{x}方面"), ("{h}、{x}", "方面{h}：{x}"),
    ("{n}. {x}", "1.{n}. 带头{x}方面"), ("【{h}】{x}", PAREN), ("{h}、个人{x}情况", "{n}.在带头{x}上"),
    ("{n}）{x}", "({n})带头{x}方面"), ("第{h}、{x}", "第{h}，带头{x}方面"), ("★{h}、{x}★", "☆（{h}）带头{x}方面☆"), ("{h}、 {x} ：", "（{h}） 带头{x} 方面 ："),
    ("<{x}>", "<带头{x}方面>"), ("“{x}”", "“带头{x}”方面"), ("{x}部分", "在“带头{x}”方面"), ("{h}、关于{x}的情况", "{h}是关于带头{x}方面的问题"),
    ("PART{n} {x}", "{n}. 带头{x}方面"), ("○{h}、{x}", "（{h}）“带头{x}”方面"), ("{h}、{x}（约2000字）", "（{h}）带头{x}方面（约400字）"), ("板块{h}：{x}", "维度{h}：带头{x}方面"),
    ("※{x}※", "※带头{x}方面※"), ("[{x}]", "[带头{x}方面]"), ("{h}丨{x}", "{n}丨带头{x}方面"), ("{x}——", "{h}、带头{x}方面"), ("{f}．{x}", "{h}．带头{x}方面"), ("{h}、{x}情况", "第{n}个方面：带头{x}"), ("「{x}」", "「带头{x}方面」"), ("{h}、{x}（共5个方面）", PAREN), ("{h}．{x}", "（{h}）.带头{x}方面"),
]  # fmt: skip
NAMES = [
    ("检视出的问题和不足", "问题产生的根源分析", "下一步改进打算"), ("主要问题", "深层次原因", "今后努力的方向"), ("存在问题", "原因分析", "整改思路"),
    ("存在的问题", "原因剖析", "下步打算"), ("主要问题", "原因分析", "整改举措"), ("查摆的问题", "问题根源", "下一阶段工作打算"), ("突出问题", "原因剖析", "改进方向"),
]  # fmt: skip


def _is_whole(text):
    found = analyse(text, template_shelf.find("2025-democratic-individual"))
    sections = {fact.part.id: fact for fact in found.parts if fact.answer.sections}
    assert {"problems", "cause", "measure"} <= set(sections)
    assert len([fact for fact in sections.values() if fact.parent and fact.parent.id == "problems"]) == 5
    assert [each.message for each in found.findings if each.severity is Severity.ERROR] == []


@pytest.mark.parametrize("form", FORMS, ids=[f"{chapter}-{aspect}" for chapter, aspect in FORMS])
def test_forms(form):
    _is_whole(material(*form))


@pytest.mark.parametrize("names", NAMES)
@pytest.mark.parametrize("chapter", ["{h}、{x}", "{x}"])
def test_names(names, chapter):
    _is_whole(material(chapter, "带头{x}方面存在的问题" if chapter == "{x}" else PAREN, names))


def test_aspects_without_numbers_below_styled_chapters_are_side_by_side():
    found = analyse(material("## {x}", "- **带头{x}方面**"), None)

    assert [section.level for section in found.chapters[0].children] == [found.chapters[0].level + 1] * 5
