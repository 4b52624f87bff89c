"""Outlines of invented texts: cases/outline/*.txt hold a text, a line of dashes, and the tree that must come out."""

from pathlib import Path

import pytest

from assistant.structure.outline import parse
from assistant.text import canonical

CASES = sorted((Path(__file__).parents[1] / "cases" / "outline").glob("*.txt"))


def drawn(text, headings=None):
    """Draw an outline: a material's title, then each section as 「level number heading」."""
    lines = []
    for material in parse(canonical(text), headings=headings or {}).materials:
        lines.append(f"《{material.title or ''}》")
        lines += [f"{section.level} {section.number} {section.heading}".rstrip() for section in material.walk()]
    return lines


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_case(path):
    text, _, expected = path.read_text("utf-8").partition("\n-----\n")

    assert drawn(text) == expected.rstrip("\n").split("\n")


def test_positions_lie_in_the_text():
    text = "前言。\n一、问题\n（一）学习方面：一是不深。二是不透。\n二、措施\n自学。"
    sections = list(parse(text).walk())

    assert [text[s.start : s.end] for s in sections] == [
        "一、问题\n（一）学习方面：一是不深。二是不透。\n",
        "（一）学习方面：一是不深。二是不透。\n",
        "一是不深。",
        "二是不透。\n",
        "二、措施\n自学。",
    ]
    assert [text[s.start : s.heading_end] for s in sections] == [
        "一、问题",
        "（一）学习方面",
        "一是不深",
        "二是不透",
        "二、措施",
    ]
    assert [s.line for s in sections] == [2, 3, 3, 3, 4]


def test_front_matter_is_told_apart():
    text = "某县住建局\n2025年度民主生活会\n对照检查材料\n李大明\n（2026年1月）\n\n按照通知要求，现报告如下。\n一、问题\n有。"
    material = parse(text).materials[0]

    assert material.title == "某县住建局2025年度民主生活会对照检查材料"
    assert material.byline_span.of(text) == "李大明\n（2026年1月）"
    assert material.preface_span.of(text) == "按照通知要求，现报告如下。\n"


@pytest.mark.parametrize(
    "title",
    [
        "某县水利局党组领导班子\n2025年度民主生活会对照检查材料",
        "中共某县水利局党组\n2025年度民主生活会\n对照检查材料",
        "领导班子对照检查材料\n（2025年度民主生活会）",
        "领导班子对照检查材料\n——2025年度民主生活会",
    ],
)
def test_a_title_on_several_lines(title):
    material = parse(f"{title}\n某县水利局党组\n（2026年1月）\n一、问题\n有。").materials[0]

    assert material.title_span.of(f"{title}\n") == title
    assert material.byline_span.start == len(title) + 1


@pytest.mark.parametrize("byline", ["局长  张三", "**李某某（第二党支部 党员）**"])
def test_name_lines(byline):
    text = f"对照检查材料\n{byline}\n一、问题\n有。"

    assert parse(text).materials[0].byline_span.of(text) == byline


def test_headings_that_a_word_file_marks_count_though_unnumbered():
    text = "对照检查材料\n存在的问题\n学习不够。\n整改措施\n自学。"

    assert drawn(text) == ["《对照检查材料》"]
    assert drawn(text, {"存在的问题": 1, "整改措施": 1}) == ["《对照检查材料》", "1  存在的问题", "1  整改措施"]


@pytest.mark.parametrize(
    "text", ["", "\n\n", "一、", "（一）\n（一）\n一、\n一、", "目录\n目录", "##\n**\n> ", "“一、“二、", "①②③④"]
)
def test_no_text_makes_it_fail(text):
    assert parse(text).materials[-1].end == len(text)
