from facts.last_year.former_texts import SHORT

from assistant.facts.last_year import earlier_material, previous_section, promises
from assistant.facts.last_year.earlier_material import Row
from assistant.files import template_shelf


def test_rows_join_problems_and_measures(rows):
    assert [(row.problem, row.measures) for row in rows] == [
        ("理论学习不够经常", ("坚持每周自学理论",)),
        ("走访困难群众少", ("经常走访困难群众",)),
        ("", ("把办公楼的屋顶修好",)),
    ]
    assert rows[0].problem_span.of(SHORT).startswith("1.理论学习不够经常。")
    assert rows[0].measure_spans[0].of(SHORT).startswith("1.坚持每周自学理论。")
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
    found = promises.rows(earlier_material.recognised(PLAIN_FACTS, template_shelf.known()), individual_2025)

    assert [(row.problem, row.measures) for row in found] == [
        ("请示报告不够及时", ()),
        ("学习理论不够深入", ("坚持每周学习半天，读原著、记笔记",)),
        ("到基层调研走马观花", ()),
        ("同志之间提醒少", ()),
        ("碰到难事有畏难情绪", ("6月底前办结水库除险加固征地",)),
        ("抓分管科室廉政教育不够经常", ("每季度同分管科室负责人廉政谈话一次",)),
        ("", ("每季度到河湾村驻村2天，同群众一起干活",)),
    ]
    assert previous_section.paragraphs(found)[0] == "1.关于“请示报告不够及时”的问题。【完成情况】"


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
    found = promises.rows(earlier_material.recognised(CRITICISM_AND_IDEOLOGY, template_shelf.known()), individual_2025)

    assert [(row.problem, row.measures) for row in found] == [
        ("批评放不开", ()),
        ("理论学习不深入", ("抓实理论学习",)),
        ("为群众办事拖拉", ("多到群众中去",)),
        ("意识形态工作抓得不紧", ("提高自身建设水平",)),
        ("", ("坚持民主集中制",)),
    ]


def test_where_a_heading_only_names_the_aspect_the_first_sentence_tells(individual_2025):
    text = SHORT.replace("1.理论学习不够经常。全年", "理论学习不够经常，全年").replace(
        "\n2.走访困难群众少。", "\n（二）带头履行全面从严治党政治责任方面\n走访困难群众少。"
    )
    found = promises.rows(earlier_material.recognised(text, template_shelf.known()), individual_2025)

    assert [row.problem for row in found if row.problem] == [
        "理论学习不够经常，全年自学只有五次，读原著少",
        "走访困难群众少",
    ]


def test_a_list_wins_over_the_text(individual_2025):
    listed = (Row("走访少", ("每季度走访",)),)

    assert promises.rows(earlier_material.LastYear(SHORT, listed=listed), individual_2025) == listed
    assert promises.rows(earlier_material.LastYear("", listed=listed), individual_2025) == listed
