"""Outlines of invented texts: cases/outline/*.txt hold a text, a line of dashes, and the tree that must come out."""

from pathlib import Path

import pytest

from assistant.structure.parsing import parse
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


@pytest.mark.parametrize(
    "byline",
    [
        "市文化馆副馆长　孟怀瑾",
        "县融媒体中心副台长　林知远",
        "局长  张三", "**李某某（第二党支部 党员）**", "张 　三", "欧阳文", "欧 阳 文", "仉晓东", "扎西次仁", "乌兰其其格",
        "阿不都热合曼·吐尔逊", "副县长　买买提·艾力", "市某局副局长　张    三", "市住建局副局长林知远", "某县人民医院　李四",
        "张三　2026年1月", "二○二六年一月", "二O二六年元月八日", "2026 年 1 月", "2026.1.12", "姓 名：张三", "中共某县委员会",
    ],
)  # fmt: skip
def test_name_lines(byline):
    text = f"2025年度个人对照检查材料\n{byline}\n按照要求，检查如下。\n一、问题\n有。"
    material = parse(text).materials[0]

    assert material.title == "2025年度个人对照检查材料"
    assert material.byline_span.of(text) == byline
    assert material.preface_span.of(text).startswith("按照要求")


@pytest.mark.parametrize("line", ["前言", "存在问题", "根据要求", "按照通知", "深入学习 持之以恒"])
def test_what_is_no_name_line(line):
    text = f"2025年度个人对照检查材料\n{line}\n按照要求，检查如下。\n一、问题\n有。"
    material = parse(text).materials[0]

    assert material.byline_span.of(text) == ""


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        ("中共某市某区委员会某街道工作委员会领导班子深入贯彻中央八项规定精神学习教育暨2025年度民主生活会对照检查材料（含典型案例剖析）",) * 2,
        ("对 照 检 查 材 料", "对照检查材料"),
        ("2025年度民主生活会\n个 人 对 照 检 查 材 料", "2025年度民主生活会个人对照检查材料"),
        ("某镇党委领导班子2025年度民主生活会对照检\n查材料（含案例）", "某镇党委领导班子2025年度民主生活会对照检查材料（含案例）"),
    ],
)  # fmt: skip
def test_titles_that_are_long_or_spaced_out(lines, title):
    assert parse(f"{lines}\n张三\n按照要求，检查如下。\n一、问题\n有。").materials[0].title == title


@pytest.mark.parametrize(
    ("above", "title", "below", "names"),
    [
        ("林知远\n某县农业农村局副局长\n", "2025年度民主生活会个人对照检查材料", "", "above"),
        ("某县住建局党组成员 林知远\n\n", "2025年度民主生活会\n个人对照检查材料", "", "above"),
        ("某市住房和城乡建设局\n党组成员、副局长　林知远\n", "2025年度民主生活会个人对照检查材料", "", "above"),
        ("某市水务局\n林知远\n副局长\n", "2025年度民主生活会个人对照检查材料", "", "above"),
        ("2026年1月5日\n", "个人对照检查材料", "\n林知远", "below"),
    ],
)
def test_a_title_below_name_lines(above, title, below, names):
    text = f"{above}{title}{below}\n根据通知要求，汇报如下。\n一、存在的问题\n不够深入。\n"
    material = parse(text).materials[0]
    assert material.title == title.replace("\n", "")
    assert material.title_span.of(text) == title
    assert material.byline_span.of(text) == (above if names == "above" else below).strip()
    assert material.preface_span.of(text).strip() == "根据通知要求，汇报如下。"
    assert material.front_end == len(above + title + below)


def test_the_name_of_a_unit_alone_begins_the_title():
    text = "某县农业农村局\n2025年度民主生活会对照检查材料\n一、存在的问题\n不够深入。\n"
    assert parse(text).materials[0].title == "某县农业农村局2025年度民主生活会对照检查材料"


def test_what_stands_below_name_lines_is_no_title_by_that():
    text = "林知远\n有关说明\n一、存在的问题\n不够深入。\n"
    assert parse(text).materials[0].title is None


def test_headings_that_a_word_file_marks_count_though_unnumbered():
    text = "对照检查材料\n学得怎样\n学习不够。\n往后的事\n自学。"

    assert drawn(text) == ["《对照检查材料》"]
    assert drawn(text, {"学得怎样": 1, "往后的事": 1}) == ["《对照检查材料》", "1  学得怎样", "1  往后的事"]


@pytest.mark.parametrize(
    "text", ["", "\n\n", "一、", "（一）\n（一）\n一、\n一、", "目录\n目录", "##\n**\n> ", "“一、“二、", "①②③④"]
)
def test_no_text_makes_it_fail(text):
    assert parse(text).materials[-1].end == len(text)


CLOSING = ("附件：1.整改台账", "2.学习笔记", "剖析人：林知远", "", "2026年1月8日")


@pytest.mark.parametrize("closing", [CLOSING, CLOSING[2:3], CLOSING[-1:], CLOSING[:2]])
def test_what_closes_a_material_belongs_to_no_section(closing):
    body = "对照检查材料\n张三\n按照要求，检查如下。\n一、存在的问题\n1.学习不深。\n二、整改措施\n1.每周学一次。\n2.每月走访。\n\n"
    text = body + "\n".join(closing)
    (material,) = parse(text).materials

    assert (material.body_end, material.end) == (len(body), len(text))
    assert [each.number for each in material.closing] == [9 + n for n, line in enumerate(closing) if line]
    assert [section.end for section in material.walk() if section.end > len(body) - 2] == [len(body)] * 2
    assert [each.heading for each in material.sections[-1].children] == [
        "每周学一次",
        "每月走访",
    ]


def test_a_preface_alone_ends_where_it_is_signed():
    text = "对照检查材料\n按照要求，检查如下。\n检查人：林知远"
    (material,) = parse(text).materials
    assert material.preface_span.of(text) == "按照要求，检查如下。\n"


def test_each_of_several_materials_has_its_own_closing():
    one = "对照检查材料\n一、存在的问题\n学习不深。\n二、整改措施\n每周学一次。\n"
    text = f"{one}张三\n2026年1月8日\n{one}李四\n2026年1月9日"
    first, second = parse(text).materials
    assert [text[m.body_end : m.end].split() for m in (first, second)] == [
        ["张三", "2026年1月8日"],
        ["李四", "2026年1月9日"],
    ]


@pytest.mark.parametrize(
    ("body", "preface", "chapters"),
    [
        ("会前我作了准备。一是学，自学5天。二是听，收到意见9条。\n一、问题\n略。", "会前", ["问题"]),
        ("会前我作了准备。\n一是学，自学5天。\n二是听，收到意见9条。\n对照如下。\n一、问题\n略。", "会前", ["问题"]),
        ("会前我作了准备。\n一是学得不深。\n二是听得不够。", "会前我作了准备。", ["学得不深", "听得不够"]),
    ],
)
def test_what_a_preface_tells_item_by_item_is_of_the_preface(body, preface, chapters):
    text = canonical(f"2025年度民主生活会个人对照检查材料\n{body}\n")
    (material,) = parse(text).materials
    written = material.preface_span.of(text).strip()
    assert written.startswith(preface)
    assert ("意见9条" in written) is (chapters == ["问题"])
    assert [section.heading for section in material.chapters] == chapters


@pytest.mark.parametrize("behind", ["原因剖析\n放松了学习。\n整改措施", "一、原因分析和整改措施", "二、下一步努力方向"])
def test_items_before_causes_or_measures_are_the_problems_themselves(behind):
    for items in ("第一，学得不深。\n第二，听得不够。", "一是学得不深。\n二是听得不够。"):
        text = canonical(f"2025年度民主生活会个人对照检查材料\n会前我作了准备。\n{items}\n{behind}\n每周自学。\n")
        (material,) = parse(text).materials
        assert material.preface_span.of(text) == "会前我作了准备。\n"
        assert [section.heading for section in material.chapters][:2] == ["学得不深", "听得不够"]
