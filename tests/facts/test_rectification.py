import pytest

from assistant.facts import facts as facts_of
from assistant.facts import last_year, rectification
from assistant.facts.last_year import Row
from assistant.facts.rectification import Answered
from assistant.files import template_shelf

OLD = (
    "2024年度民主生活会个人对照检查材料\n我对照检查如下。\n一、存在的突出问题\n（一）带头增强党性、严守纪律、砥砺作风方面\n"
    "1.理论学习不够经常。全年自学只有五次，读原著少。\n2.走访困难群众少。只去了三户。\n二、原因剖析\n放松要求。\n"
    "三、整改措施\n1.坚持每周自学理论。读完两本原著。\n2.经常走访困难群众。每季度去一次。\n3.把办公楼的屋顶修好。请施工队来。\n"
)


@pytest.fixture
def rows(individual_2025):
    return rectification.rows(last_year.recognised(OLD, template_shelf.known()), individual_2025)


def answered(text, template, rows):
    gathered = facts_of.gather(text, template)
    return [each.state for each in rectification.answers(gathered, gathered.materials[0], rows)]


def material(told):
    return f"2025年度民主生活会个人对照检查材料\n一、2024年度民主生活会整改措施落实情况\n{told}\n二、存在的突出问题\n有。\n"


def test_rows_join_problems_and_measures(rows):
    assert [(row.problem, row.measures) for row in rows] == [
        ("理论学习不够经常", ("坚持每周自学理论",)),
        ("走访困难群众少", ("经常走访困难群众",)),
        ("", ("把办公楼的屋顶修好",)),
    ]
    assert rows[0].problem_span.of(OLD).startswith("1.理论学习不够经常。")
    assert rows[0].measure_spans[0].of(OLD).startswith("1.坚持每周自学理论。")
    assert rows[0].group == "增强党性、严守纪律、砥砺作风"


PLAIN_FACTS = (  # six problems, four measures, no mark of which is against which
    "2024年度民主生活会个人对照检查材料\n我对照检查如下。\n一、存在的突出问题\n（一）带头增强党性、严守纪律、砥砺作风方面\n"
    "1.请示报告不够及时。去年8月带队外出考察，回来三天后才向县委办报告。\n"
    "2.学习理论不够深入。集中学习缺席3次，学习时常被征地、防汛等工作挤占。\n"
    "3.到基层调研走马观花。全年到河湾村11次，多数当天来回，调研前也没有好好学习有关政策。\n"
    "4.同志之间提醒少。见面只谈工作。\n"
    "5.碰到难事有畏难情绪。水库除险加固征地拖了8个月，没有到现场去。\n"
    "6.抓分管科室廉政教育不够经常。全年只谈话1次，对苗头性问题提醒不及时。\n"
    "二、原因剖析\n放松要求。\n三、整改措施\n"
    "1.坚持每周学习半天，读原著、记笔记。先学后干，结合分管的工作学。\n"
    "2.每季度到河湾村驻村2天，同群众一起干活。每次解决一两件具体事情。\n"
    "3.6月底前办结水库除险加固征地。每半月调度一次，难题及时请示报告县委。\n"
    "4.每季度同分管科室负责人廉政谈话一次。发现苗头及时提醒。\n"
)


def test_a_measure_that_is_not_surely_against_a_problem_is_left_open(individual_2025):
    found = rectification.rows(last_year.recognised(PLAIN_FACTS, template_shelf.known()), individual_2025)

    assert [(row.problem, row.measures) for row in found] == [
        ("请示报告不够及时", ()),
        ("学习理论不够深入", ("坚持每周学习半天，读原著、记笔记",)),
        ("到基层调研走马观花", ()),
        ("同志之间提醒少", ()),
        ("碰到难事有畏难情绪", ("6月底前办结水库除险加固征地",)),
        ("抓分管科室廉政教育不够经常", ("每季度同分管科室负责人廉政谈话一次",)),
        ("", ("每季度到河湾村驻村2天，同群众一起干活",)),
    ]
    assert rectification.paragraphs(found)[0] == "1.关于“请示报告不够及时”的问题。【完成情况】"


CRITICISM_AND_IDEOLOGY = (
    "2024年度民主生活会个人对照检查材料\n我对照检查如下。\n一、存在的突出问题\n（一）带头增强党性、严守纪律、砥砺作风方面\n"
    "1.批评放不开。组织生活会上给同志提意见只提了一条，还是工作建议，怕伤和气。\n"
    "2.理论学习不深入。原著只读了两章，中心组学习请假三次。\n"
    "3.为群众办事拖拉。老旧小区的下水道，群众反映了四次才去看。\n"
    "4.意识形态工作抓得不紧。对网上的不当言论提醒晚了。\n"
    "二、原因剖析\n放松了自我要求。\n三、整改措施\n"
    "1.坚持民主集中制。三重一大事项一律集体决策，末位表态。\n"
    "2.抓实理论学习。每周自学半天，读完两本原著。\n"
    "3.多到群众中去。每月走访两个老旧小区，反映的事十天内答复。\n"
    "4.提高自身建设水平。严格要求自己，管好工作群，遇到错误思想当场指出。\n"
)


def test_one_matter_is_not_taken_for_another_and_one_apart_is_found_under_any_name(individual_2025):
    found = rectification.rows(last_year.recognised(CRITICISM_AND_IDEOLOGY, template_shelf.known()), individual_2025)

    assert [(row.problem, row.measures) for row in found] == [
        ("批评放不开", ()),
        ("理论学习不深入", ("抓实理论学习",)),
        ("为群众办事拖拉", ("多到群众中去",)),
        ("意识形态工作抓得不紧", ("提高自身建设水平",)),
        ("", ("坚持民主集中制",)),
    ]


def test_measures_that_stand_alone_do_not_make_problems_many():
    rows = [Row(f"问题{n}", (), "作风") for n in range(6)] + [Row("", (f"措施{n}",)) for n in range(4)]

    assert len(rectification.paragraphs(rows)) == 10


def test_a_paragraph_for_each_problem_with_what_is_to_fill(rows):
    assert rectification.paragraphs(rows) == (
        "1.关于“理论学习不够经常”的问题。去年提出“坚持每周自学理论”。【完成情况】",
        "2.关于“走访困难群众少”的问题。去年提出“经常走访困难群众”。【完成情况】",
        "3.关于去年提出的“把办公楼的屋顶修好”。【完成情况】",
    )


def test_many_problems_are_told_aspect_by_aspect():
    many = [Row(f"问题{n}“甲”", ("措施",), "方面" + "甲乙"[n % 2]) for n in range(10)]
    told = rectification.paragraphs(many)

    assert len(told) == 2
    assert told[0].startswith("1.关于“问题0‘甲’”“问题2‘甲’”")
    assert told[0].endswith("这5个问题。去年提出“措施”。【完成情况】")


def test_what_is_still_to_fill_is_not_written(rows, individual_2025):
    text = material("\n".join(rectification.paragraphs(rows)))

    assert answered(text, individual_2025, rows) == [Answered.NO] * 3


def test_each_row_is_answered_by_what_the_section_says(rows, individual_2025):
    told = "1.理论学习不经常的问题。今年自学41次，读完两本。\n2.走访困难群众一项，去了六户，还差两户没有去。"

    assert answered(material(told), individual_2025, rows) == [Answered.YES, Answered.UNFINISHED, Answered.NO]


def test_nothing_said_answers_nothing(rows, individual_2025):
    assert (
        answered("2025年度民主生活会个人对照检查材料\n一、存在的突出问题\n理论学习不够经常。\n", individual_2025, rows)
        == [Answered.NO] * 3
    )


@pytest.mark.parametrize(
    ("titles", "cells"),
    [
        (
            ["序号", "问题来源", "存在问题", "整改措施", "措施落实情况"],
            ["1", "群众意见", "走访少", "每月走访一次", "已走访6次"],
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
    assert rectification.of_table([titles, cells]) == (Row("走访少", ("每月走访一次",), "群众意见"),)


def test_a_table_of_measures_is_read_by_its_titles():
    table = [
        ["某局整改清单"],
        ["序号", "查摆的问题", "整改措施", "责任人", "完成时限"],
        ["1", "学习不够经常", "每周自学", "李某", "3月底"],
        ["", "", "读完两本原著", "李某", "6月底"],
        ["2", "会上批评意见：开会讲话长", "讲话不超过\n十分钟", "李某", "长期"],
        ["3"],
    ]

    assert [(row.problem, row.measures) for row in rectification.of_table(table)] == [
        ("学习不够经常", ("每周自学", "读完两本原著")),
        ("会上批评意见：开会讲话长", ("讲话不超过十分钟",)),
    ]
    assert rectification.of_table([["甲", "乙"], ["1", "2"]]) == ()


def test_where_a_heading_only_names_the_aspect_the_first_sentence_tells(individual_2025):
    text = OLD.replace("1.理论学习不够经常。全年", "理论学习不够经常，全年").replace(
        "\n2.走访困难群众少。", "\n（二）带头履行全面从严治党政治责任方面\n走访困难群众少。"
    )
    found = rectification.rows(last_year.recognised(text, template_shelf.known()), individual_2025)

    assert [row.problem for row in found if row.problem] == [
        "理论学习不够经常，全年自学只有五次，读原著少",
        "走访困难群众少",
    ]


LIST = (
    "序号\t查摆的问题\t整改措施\n1\t学习不够经常\t每周自学\n2\t走访少\t",
    "每季度走访\n",
)


def test_a_list_can_be_pasted():
    plain = rectification.of_pasted("整改清单\n" + "".join(LIST))
    word = rectification.of_pasted("1.\n".join(LIST) + "\n3\t讲话长\n批评意见\t不超过十分钟\n")
    excel = rectification.of_pasted(LIST[0] + '"每季度走访\n每次""两户"""\n')

    assert [(row.problem, row.measures) for row in plain] == [
        ("学习不够经常", ("每周自学",)),
        ("走访少", ("每季度走访",)),
    ]
    assert [row.measures for row in word] == [("每周自学",), ("1.每季度走访",), ("不超过十分钟",)]
    assert word[2].problem == "讲话长批评意见"
    assert excel[1].measures == ('每季度走访每次"两户"',)
    assert rectification.of_pasted("学习不够经常\n每周自学\n") == ()


def test_a_list_is_kept_as_it_is():
    found = (Row("学习不够经常", ("每周自学", "读完两本"), "学习"), Row("走访少"), Row("讲话长", ("不超过十分钟",)))

    assert rectification.of_pasted(rectification.listing(found)) == found


def test_a_list_wins_over_the_text(individual_2025):
    listed = (Row("走访少", ("每季度走访",)),)

    assert rectification.rows(last_year.LastYear(OLD, listed=listed), individual_2025) == listed
    assert rectification.rows(last_year.LastYear("", listed=listed), individual_2025) == listed
