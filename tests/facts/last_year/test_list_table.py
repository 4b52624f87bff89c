import pytest

from assistant.facts.last_year import list_table
from assistant.facts.last_year.earlier_material import Row


@pytest.mark.parametrize(
    ("titles", "cells"),
    [
        (
            ["序号", "问题来源", "存在问题", "整改措施", "措施落实情况"],
            ["1", "群众意见", "走访少", "每月走访一次", "—"],
        ),
        (
            ["编号", "问题类别", "意见提出人", "意见内容", "整改打算"],
            ["1", "群众意见", "某同志", "走访少", "每月走访一次"],
        ),
        (
            ["问题编号", "来源", "问题表现", "措施是否到位", "拟采取措施"],
            ["1", "群众意见", "走访少", "是", "每月走访一次"],
        ),
    ],
)
def test_columns_about_the_problem_are_not_the_problem(titles, cells):
    assert list_table.of_table([titles, cells]) == (Row("走访少", ("每月走访一次",), "群众意见"),)


def test_a_table_of_measures_is_read_by_its_titles():
    table = [
        ["某局整改清单"],
        ["序号", "查摆的问题", "整改措施", "责任人", "完成时限"],
        ["1", "学习不够经常", "每周自学", "李某", "3月底"],
        ["", "", "读完两本原著", "李某", "6月底"],
        ["2", "会上批评意见：开会讲话长", "讲话不超过\n十分钟", "李某", "长期"],
        ["3"],
    ]

    assert [(row.problem, row.measures) for row in list_table.of_table(table)] == [
        ("学习不够经常", ("每周自学", "读完两本原著")),
        ("会上批评意见：开会讲话长", ("讲话不超过十分钟",)),
    ]
    assert list_table.of_table([["甲", "乙"], ["1", "2"]]) == ()


LIST = (
    "序号\t查摆的问题\t整改措施\n1\t学习不够经常\t每周自学\n2\t走访少\t",
    "每季度走访\n",
)


def test_a_list_can_be_pasted():
    plain = list_table.of_pasted("整改清单\n" + "".join(LIST))
    word = list_table.of_pasted("1.\n".join(LIST) + "\n3\t讲话长\n批评意见\t不超过十分钟\n")
    excel = list_table.of_pasted(LIST[0] + '"每季度走访\n每次""两户"""\n')

    assert [(row.problem, row.measures) for row in plain] == [
        ("学习不够经常", ("每周自学",)),
        ("走访少", ("每季度走访",)),
    ]
    assert [row.measures for row in word] == [("每周自学",), ("1.每季度走访",), ("不超过十分钟",)]
    assert word[2].problem == "讲话长批评意见"
    assert excel[1].measures == ('每季度走访每次"两户"',)
    assert list_table.of_pasted("学习不够经常\n每周自学\n") == ()
    looks_alike = str.maketrans("自走", "⾃⾛")  # as they are copied from a PDF
    assert list_table.of_pasted("".join(LIST).translate(looks_alike)) == plain


def test_a_list_is_kept_as_it_is():
    found = (Row("学习不够经常", ("每周自学", "读完两本"), "学习"), Row("走访少"), Row("讲话长", ("不超过十分钟",)))

    assert list_table.of_pasted(list_table.listing(found)) == found


@pytest.mark.parametrize(
    ("title", "done"),
    [
        ("完成情况", "去了6户"),
        ("整改情况", "去了6户"),
        ("措施落实情况", "去了6户"),
        ("整改进展", "去了6户"),
        ("目前进度", "去了6户"),
        ("办理结果", "去了6户"),
        ("完成时限", ""),
        ("是否完成", ""),
        ("责任落实情况", ""),
        ("整改责任人", ""),
    ],
)
def test_what_was_done_is_read_and_kept(title, done):
    found = list_table.of_table([["问题", "措施", title], ["走访少", "每月走访一次", "去了6户。"]])

    assert [(row.problem, row.measures, row.done) for row in found] == [("走访少", ("每月走访一次",), done)]
    assert list_table.of_pasted(list_table.listing(found)) == found


def test_what_was_done_is_put_together_row_by_row():
    """Of several columns and measures; merged cells are read again and again, a dash tells nothing."""
    table = [
        ["问题", "措施", "整改进展", "完成情况"],
        ["走访少", "每月走访一次", "去了6户", "年底前补2户"],
        ["", "记走访日记", "写了31篇", ""],
        ["", "", "送给书记看过", ""],
        ["走访少", "帮一户修房", "去了6户", "—"],
        ["讲话长", "不超过十分钟", "", "无"],
    ]
    found = list_table.of_table(table)

    assert found == (
        Row(
            "走访少",
            ("每月走访一次", "记走访日记", "帮一户修房"),
            done="去了6户；年底前补2户；写了31篇；送给书记看过；去了6户",
        ),
        Row("讲话长", ("不超过十分钟",)),
    )
    assert list_table.of_pasted(list_table.listing(found)) == found
    assert list_table.told(found) == "读到2条，其中1条写有完成情况。"
    assert list_table.told(found[1:]) == "读到1条。"


def test_a_list_without_that_column_is_kept_as_before():
    """By its text it is known again on another machine."""
    assert (
        list_table.listing([Row("走访少", ("每月走访一次",), "作风")])
        == "方面\t问题\t措施\n作风\t走访少\t每月走访一次\n"
    )


@pytest.mark.parametrize(
    ("title", "field"),
    [
        ("完成时限", "deadline"),
        ("整改期限", "deadline"),
        ("计划完成时间", "deadline"),
        ("办结日期", "deadline"),
        ("实际完成时间", ""),
        ("是否超期限", ""),
        ("责任单位", "unit"),
        ("牵头部门", "unit"),
        ("配合单位", ""),
        ("责任人", "owner"),
        ("整改责任人", "owner"),
        ("责任单位（人）", "owner"),
        ("牵头领导", "owner"),
        ("意见提出人", ""),
        ("责任落实情况", ""),
    ],
)
def test_until_when_and_by_whom_is_read_and_kept(title, field):
    found = list_table.of_table([["问题", "措施", title], ["走访少", "每月走访一次", "甲乙丙。"]])

    assert found == (Row("走访少", ("每月走访一次",), **({field: "甲乙丙"} if field else {})),)
    assert list_table.of_pasted(list_table.listing(found)) == found


@pytest.mark.parametrize(
    ("cells", "told"),
    [
        (["3月底", "6月底", "6月底"], "3月底；6月底；6月底"),  # as the measures stand
        (["6月底", "6月底", "6月底"], "6月底"),
        (["6月底", "", ""], "6月底"),  # merged, or left open: nobody knows
        (["3月底", "", "6月底"], "3月底；6月底"),
        (["", "—", "无"], ""),
        (["2026年\n3月底", "2026 年 3 月底", "6月底\n12月 底"], "2026年3月底；2026年3月底；6月底 12月底"),
    ],
)
def test_what_holds_for_each_of_several_measures_is_told_in_their_order(cells, told):
    table = [["问题", "措施", "完成时限"], *(["走访少", f"措施{n}", cell] for n, cell in enumerate(cells))]
    found = list_table.of_table(table)

    assert found == (Row("走访少", ("措施0", "措施1", "措施2"), deadline=told),)
    assert list_table.of_pasted(list_table.listing(found)) == found
    assert list_table.of_table([[row[0] if n < 2 else "", *row[1:]] for n, row in enumerate(table)]) == found


def test_several_columns_tell_who_is_responsible():
    table = [
        ["序号", "问题", "整改措施", "责任领导", "责任单位", "牵头单位", "责任人", "完成时限", "完成情况"],
        ["1", "走访少", "每月走访一次", "陆远山", "办公室", "办公室", "李　明\n何静宜", "长期坚持", "去了6户"],
        ["", "", "帮一户修房", "", "", "民政股、\n财政股", "何静宜", "6月底", ""],
        ["2", "讲话长", "不超过十分钟", "—", "", "", "何静宜", "", ""],
    ]
    found = list_table.of_table(table)

    assert found == (
        Row(
            "走访少",
            ("每月走访一次", "帮一户修房"),
            done="去了6户",
            deadline="长期坚持；6月底",
            unit="办公室、办公室；民政股、财政股",
            owner="陆远山、李明 何静宜；何静宜",
        ),
        Row("讲话长", ("不超过十分钟",), owner="何静宜"),
    )
    assert list_table.of_pasted(list_table.listing(found)) == found
    assert list_table.told(found) == "读到2条，其中1条写有完成情况、1条写有完成时限、1条写有责任单位、2条写有责任人。"


def test_a_list_that_a_former_version_kept_is_read():
    kept = "方面\t问题\t措施\t完成情况\n作风\t走访少\t每月走访一次\t去了6户\n"
    (row,) = list_table.of_pasted(kept)

    assert row == Row("走访少", ("每月走访一次",), "作风", done="去了6户")
    assert list_table.listing([row]) == kept  # by its text it is known
