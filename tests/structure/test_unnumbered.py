"""Headings in every way of writing: each part and aspect is found, and nothing has to be mended for it."""

import pytest

from assistant.finding import Severity
from assistant.review.material import analyse
from assistant.structure import unnumbered
from assistant.structure.parsing import parse
from assistant.text import apply, canonical

CHAPTERS = ("存在的突出问题", "反面典型案例剖析", "原因剖析", "努力方向和整改措施")
HAN = "一二三四五六七八"


# How chapters and how aspects are written: {h} 一, {n} 1, {f} 壹, {s} 甲, {r} Ⅰ, {i} I, {a} A, {c} the words, {w} the words spaced out
WAYS = {
    "colon": ("{h}：{c}", "（{h}）{c}"),
    "stop": ("{h}。{c}", "（{h}）{c}"),
    "comma": ("{h}，{c}", "（{h}）{c}"),
    "blank": ("{h}　{c}", "{h}）{c}"),
    "formal": ("{f}、{c}", "{h}、{c}"),
    "stem": ("{s}、{c}", "（{h}）{c}"),
    "roman": ("{r} {c}", "（{h}）{c}"),
    "latin roman": ("{i}. {c}", "（{h}）{c}"),
    "chapter": ("第{h}章{c}", "第{h}节　{c}"),
    "decimal": ("{n} {c}", "1.{n} {c}"),
    "decimal with dots": ("{n}. {c}", "1.{n}.{c}"),
    "bare": ("0{n} {c}", "（{h}）{c}"),
    "brackets": ("【{c}】", "【{c}】"),
    "brackets around all": ("【{h}、{c}】", "【（{h}）{c}】"),
    "brackets around numbers": ("【{h}】{c}", "（{h}）{c}"),
    "none": ("{c}", "{c}"),
    "none but a colon": ("{c}：", "{c}："),
    "aspects without": ("{h}、{c}", "{c}"),
    "chapters without": ("{c}", "（{h}）{c}"),
    "aspects as chapters": ("{c}", "{h}、{c}"),
    "spaced out": ("{h} 、 {w}", "（ {h} ） {w}"),
    "words spaced out": ("{h}、{w}", "（{h}）{c}"),
    "diamonds": ("◆{h}、{c}", "◇{c}"),
    "bold alone": ("**{c}**", "**{c}**"),
    "letters": ("{a}. {c}", "（{h}）{c}"),
    "no stop": ("{h}{c}", "（{h}）{c}"),
    "ordinals": ("第{h}、{c}", "（{h}）{c}"),
}


def numbered(way, n, words):
    roman = ("I", "II", "III", "IV", "V")[n]
    return way.format(
        h=HAN[n],
        n=n + 1,
        f="壹贰叁肆伍"[n],
        s="甲乙丙丁戊"[n],
        r="ⅠⅡⅢⅣⅤ"[n],
        i=roman,
        a="ABCDE"[n],
        c=words,
        w=" ".join(words),
    )


def written(way, template):
    chapter, aspect = WAYS[way]
    lines = [
        "2025年度民主生活会个人对照检查材料",
        "市某局副局长　林知远",
        "按照通知要求，会前我认真学习。现对照检查如下。",
        numbered(chapter, 0, CHAPTERS[0]),
    ]
    for n, part in enumerate(template.aspects):
        lines += [numbered(aspect, n, part.heading), "1.学习不够深，10月只学了一次。", "2.联系实际少，下村只有三次。"]
    for n in (1, 2, 3):
        lines += [numbered(chapter, n, CHAPTERS[n]), "放松了学习，怕得罪人；每月自学两次，6月底前补齐。"]
    return canonical("\n".join(lines))


@pytest.mark.parametrize("way", WAYS)
def test_parts_are_found_however_their_headings_are_numbered(way, individual_2025):
    material = analyse(written(way, individual_2025), individual_2025)
    asked = ["problems", *(part.id for part in individual_2025.aspects), "case", "cause", "measure"]

    assert [each for each in asked if not material.part(each).answer.sections] == []
    assert [finding for finding in material.findings if finding.severity is Severity.ERROR] == []


@pytest.mark.parametrize(
    ("way", "inserted"),
    [
        ("none", "有关情况说明\n"),
        ("formal", "壹、有关情况说明\n"),
        ("roman", "Ⅰ 有关情况说明\n"),
        ("decimal", "1 有关情况说明\n"),
    ],
)
def test_a_missing_part_is_put_in_as_its_neighbours_are_written(way, inserted, individual_2025):
    text = written(way, individual_2025)
    finding = next(f for f in analyse(text, individual_2025).findings if f.part == "declarations" and f.fix)

    assert finding.fix.edits[0].replacement == inserted
    assert analyse(apply(text, finding.fix.edits), individual_2025).part("declarations").answer.sections


@pytest.mark.parametrize(
    "text",
    [
        "对照检查材料\n一、存在的问题\n整改措施\n学得浅。",  # the chapters are numbered: a slip, or a form
        "对照检查材料\n原因剖析\n学得浅。",  # one alone
        "对照检查材料\n存在的问题是学得浅。\n原因是放松了。",
        "对照检查材料\n3 次。\n2.5 次专题研讨",
        "对照检查材料\n一、问题\n甲、乙双方都有责任\n四 套班子",
        "对照检查材料\n12 月只学一次\n1.5亿元项目",
    ],
)
def test_other_lines_are_no_headings(text):
    assert all(section.number in ("一、", "二、") for section in parse(text).materials[0].walk())


def test_chapters_are_known_by_their_words():
    told = {
        "problems": [
            "存在的问题",
            "查摆出的突出问题",
            "存在问题和不足",
            "主要问题及原因",
            "对照检查存在的问题",
            "查找的突出问题",
        ],
        "causes": [
            "原因剖析",
            "产生问题的原因",
            "存在问题的原因分析",
            "问题产生的根源剖析",
            "剖析原因",
            "查找根源",
            "剖析问题产生的原因",
        ],
        "measures": ["整改措施", "下一步整改措施", "今后努力方向和改进措施", "努力的方向", "明确努力方向"],
        "previous": [
            "上年度民主生活会整改措施落实情况",
            "2024年度民主生活会查摆问题整改情况",
            "巡察反馈问题整改落实情况",
        ],
        "declared": ["有关情况说明", "个人有关事项的报告", "需要说明的情况"],
        "cases": ["典型案例剖析", "反面典型案例分析", "以案促改情况"],
    }
    for kind, lines in told.items():
        assert [unnumbered.chapter(line) for line in lines] == [kind] * len(lines)
    for line in (
        "存在的问题是学得浅",
        "整改措施要落实",
        "原因很多",
        "问题",
        "措施",
        "会前准备",
        "2024年度工作情况",
        "剖析不深的原因在我",
    ):
        assert unnumbered.chapter(line) == ""
