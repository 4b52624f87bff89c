from dataclasses import replace
from datetime import date

import pytest

from assistant import paths
from assistant.certainty import Certainty
from assistant.decisions import Decisions, Stage
from assistant.facts.insertion import fresh
from assistant.facts.last_year.earlier_material import LastYear
from assistant.files import template_shelf
from assistant.finding import Severity
from assistant.review import days_left, outline_rows, outline_values, progress
from assistant.review.material import analyse


def drawn(material):
    """Draw the rows: sign, title, detail, indented below their parent."""
    lines = []

    def draw(rows, depth):
        for row in rows:
            lines.append(f"{'  ' * depth}{row.state.value} {row.title} {row.detail}")
            draw(row.children, depth + 1)

    draw(outline_rows.rows(material), 0)
    return lines


def test_a_fresh_page_is_not_begun(individual_2025):
    text = fresh(individual_2025, "某局副局长　林知远")
    assert not progress.begun(analyse(text, individual_2025))
    assert progress.begun(analyse(text + "每月自学。", individual_2025))
    assert progress.begun(analyse(text.replace("\n\n", "\n按照通知要求，我检查如下。\n"), individual_2025))


def test_rows_merge_what_is_asked_and_what_is_there(individual_2025):
    text = (
        "按照通知要求，我作了准备。\n一、食堂管理情况\n按时就餐。\n二、存在的突出问题\n（一）带头强化政治忠诚、提高政治能力方面\n"
        "1.学得浅。今年XX次。\n2.用得少。\n（二）带头敬畏人民、敬畏组织、敬畏法纪方面\n三、原因剖析\n放松了。\n"
    )
    lines = drawn(analyse(text, individual_2025))

    assert lines == [
        "● 前言 13字",
        "● 食堂管理情况 13字",
        "✚ 上年度整改 缺，点此插入",
        "✚ 学习教育整改 缺，点此插入",
        "✚ 情况说明 缺，点此插入",
        "◐ 存在的问题 65字",
        "  ◐ 强化政治忠诚、提高政治能力 35字 · 2个问题",
        "  ✚ 固本培元、增强党性 缺，点此插入",
        "  ○ 敬畏人民、敬畏组织、敬畏法纪 未写",
        "  ✚ 干事创业、担当作为 缺，点此插入",
        "  ✚ 坚决扛起管党治党责任 缺，点此插入",
        "✚ 案例剖析 缺，点此插入",
        "● 原因剖析 10字",
        "✚ 整改措施 缺，点此插入",
    ]


def test_what_only_an_item_of_the_preface_tells_of_a_part_stands_below_the_preface(individual_2025):
    text = (
        "会前我作了准备。\n一是强化政治忠诚，自学5天。\n二是案例剖析，看了3个案例。\n对照如下。\n"
        "一、存在的突出问题\n（一）带头固本培元、增强党性方面\n请假3次。\n二、原因剖析\n放松了。\n"
    )
    lines = drawn(analyse(text, individual_2025))

    assert lines[0].startswith("● 前言")
    assert lines[1].startswith("  ◐ 存在的问题、强化政治忠诚")
    assert lines[2].startswith("  ● 案例剖析")
    assert sum("干事创业、担当作为" in line for line in lines) == 1


def test_a_fresh_material_is_grey_all_over(individual_2025):
    material = analyse(fresh(individual_2025), individual_2025)

    assert {row.state for top in outline_rows.rows(material) for row in top.walk()} == {outline_values.RowState.EMPTY}
    assert progress.completed(material) == (0, 12)


def test_what_is_open_is_said_in_one_line(finished_sample, individual_2025):
    said = "有同志提出：“XX股的材料收了三回。”"  # he named no name
    text = finished_sample.replace("7次", "XX次").replace("自学常为事务性工作让路。", f"自学常为事务性工作让路。{said}")
    assert said in text
    start = text.index("（二）带头固本培元")
    cut = text[:start] + text[text.index("（三）带头敬畏") :]

    labels = [each.label for each in progress.unfinished(analyse(cut, individual_2025))]
    assert labels == ["固本培元、增强党性（缺）", "待填1处"]


def test_the_rows_around_the_caret(finished_sample, individual_2025):
    material = analyse(finished_sample, individual_2025)
    path = outline_values.around(outline_rows.rows(material), finished_sample.index("自学常为事务性工作让路"))

    assert [row.part for row in path] == ["problems", "party_spirit"]


@pytest.mark.parametrize(
    ("today", "told"),
    [
        (date(2027, 1, 14), "距交稿还有6天"),
        (date(2027, 1, 20), "今天交稿"),
        (date(2027, 1, 21), "距开会还有4天"),
        (date(2027, 1, 26), "交稿日期已过6天"),
        (date(2027, 6, 1), ""),
    ],
)
def test_the_deadline_is_told_in_days(today, told):
    assert days_left.told(date(2027, 1, 20), date(2027, 1, 25), today) == told


def test_a_list_of_chapter_numbers_under_an_aspect_is_its_problems(individual_2025):
    text = (
        "按照通知要求，我查摆出2个方面5个问题。\n一、存在的突出问题\n（一）带头强化政治忠诚、提高政治能力方面\n一、学得浅。\n二、用得少。\n"
        "（二）带头固本培元、增强党性方面\n主要有：一、自学少。二、批评少。\n二、原因剖析\n放松了。\n三、整改措施\n自学。\n"
    )
    material = analyse(text, individual_2025)

    assert [fact.problems for fact in material.parts if fact.parent and fact.problems] == [2, 2]


def test_what_is_missing_is_no_fault_besides(finished_sample, individual_2025):
    start, end = finished_sample.index("（二）带头固本培元"), finished_sample.index("（三）带头敬畏")

    assert progress.told_when_handed_on(analyse(finished_sample, individual_2025)) == ""
    assert (
        progress.told_when_handed_on(analyse(finished_sample[:start] + finished_sample[end:], individual_2025))
        == "1个部分未写"
    )


def test_what_is_still_last_years_is_told_before_it_is_handed_on(individual_2025):
    last = LastYear("一、问题\n全年自学只有五次，读原著少。\n走访困难群众只去了三户。\n")
    material = analyse(last.text.replace("三户", "六户"), individual_2025, last=last)

    assert progress.told_when_handed_on(material).endswith("去年原句1句")
    assert "去年原句" not in progress.told_when_handed_on(analyse(last.text, individual_2025))


def test_what_the_notice_does_not_ask_for_is_marked_and_not_counted():
    shipped = template_shelf.find("2025-democratic-individual")
    aspects = tuple(replace(each, certainty=Certainty.NOTICE) for each in shipped.aspects)
    asked = replace(shipped, frames=(replace(shipped.frames[0], aspects=aspects),))
    blank = analyse(fresh(asked), asked)
    unfinished = progress.unfinished(blank)
    labels = " ".join(each.label for each in unfinished)
    assert "上年度" not in labels
    assert "案例" not in labels
    assert "原因" in labels
    assert progress.completed(blank) == (0, len(unfinished))
    row = next(each for each in outline_rows.rows(blank) if each.part and "previous" in each.part)
    assert row.detail == "未写，通知未写，按通用提纲"
    gone = analyse("2025年度民主生活会个人对照检查材料\n一、存在的问题\n学得少。", asked)
    details = {each.part: each.detail for each in outline_rows.rows(gone) if each.missing}
    assert details["previous"] == "通知未写，按通用提纲，点此插入"
    finding = next(each for each in gone.findings if each.part == "previous")
    assert finding.severity is Severity.HINT
    assert "通知未写这一项" in finding.advice
    assert not progress.counted(gone, finding)
    assert {"cause", "measure"} & {each.part for each in gone.findings if progress.counted(gone, each)}
    assert not any(shipped.unasked(part) for part, _ in shipped.all_parts())  # no notice was read


@pytest.mark.parametrize("entry", template_shelf.entries(), ids=lambda entry: entry.id)
def test_one_blank_page_is_told_in_one_number(entry):
    template = template_shelf.find(entry.id)
    if template.year is None:
        template = template_shelf.for_year(template, 2026)
    blank = analyse(fresh(template), template)
    done, asked = progress.completed(blank)
    assert (done, asked) == (0, len(progress.unfinished(blank)))


SAMPLE = (paths.resources() / "samples" / "2025-democratic-individual.txt").read_text("utf-8")


@pytest.mark.parametrize("stage", list(Stage))
@pytest.mark.parametrize("lines", range(0, 40, 4))
def test_what_is_written_and_what_is_left_agree_while_one_writes(individual_2025, lines, stage):
    """So many parts are asked for: each is written or still to do, however far the writer is."""
    blank = fresh(individual_2025)
    begun = SAMPLE.replace("5次", "XX次", 1).split("\n")
    for text in (
        "\n".join(begun[:lines]),
        blank.replace(
            "（二）带头固本培元、增强党性方面", "（二）带头固本培元、增强党性方面\n1.自学不够，10月只有XX次。"
        ),
        blank.replace("（二）带头固本培元、增强党性方面\n", ""),
        "\n".join(line for line in begun if not line.startswith("（")),
    ):
        material = analyse(text, individual_2025, decisions=Decisions(stage=stage))
        left, (done, asked) = progress.unfinished(material), progress.completed(material)
        others = [each for each in left if not each.parts]

        assert asked == 12
        assert done + sum(each.parts for each in left) == asked
        assert progress.number(left) == asked - done + len(others)
        assert {each.label[:2] for each in others} <= {"待填"}


def test_what_the_numbers_count_is_said(individual_2025):
    text = fresh(individual_2025).replace("增强党性方面\n", "增强党性方面\n1.自学不够，10月只有XX次。\n", 1)
    draft, review = (analyse(text, individual_2025, decisions=Decisions(stage=stage)) for stage in list(Stage)[:2])
    left = progress.unfinished(draft)

    assert progress.completed(draft) == (1, 12)
    assert (progress.number(left), progress.told(left)) == (12, "未写11个部分，待填1处")
    assert len(progress.noticed(draft)) == 1
    assert progress.told_of_findings(draft) == "文中有1处要看的地方；未写的部分另计在“还差”里"
    assert (
        progress.told_of_findings(review) == f"要看的地方共{len(review.findings)}处，其中未写的部分10处，也计入“还差”"
    )
    only = [each for each in left if each.parts]
    assert progress.told(only) == ""  # the number says it


def test_where_all_problems_are_missing_their_aspects_are_counted(individual_2025):
    text = SAMPLE.split("\n四、")[0]
    left = progress.unfinished(analyse(text, individual_2025))

    assert left[0].label.startswith("存在的问题（缺，5个方面）")
    assert progress.number(left) == 12 - progress.completed(analyse(text, individual_2025))[0]
