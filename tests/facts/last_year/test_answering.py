from assistant.facts import gathering
from assistant.facts.last_year import answering, previous_section
from assistant.facts.last_year.answering import Answer, Answered
from assistant.facts.last_year.earlier_material import Row


def answered(text, template, rows):
    gathered = gathering.gather(text, template)
    return [each.state for each in answering.answers(gathered, gathered.materials[0], rows)]


def material(told):
    return f"2025年度民主生活会个人对照检查材料\n一、2024年度民主生活会整改措施落实情况\n{told}\n二、存在的突出问题\n有。\n"


def test_what_is_still_to_fill_is_not_written(rows, individual_2025):
    text = material("\n".join(previous_section.paragraphs(rows)))

    assert answered(text, individual_2025, rows) == [Answered.NO] * 3


def test_each_row_is_answered_by_what_the_section_says(rows, individual_2025):
    told = "1.理论学习不经常的问题。今年自学41次，读完两本。\n2.走访困难群众一项，去了六户，还差两户没有去。"

    assert answered(material(told), individual_2025, rows) == [Answered.YES, Answered.UNFINISHED, Answered.NO]


def test_nothing_said_answers_nothing(rows, individual_2025):
    assert (
        answered("2025年度民主生活会个人对照检查材料\n一、存在的突出问题\n理论学习不够经常。\n", individual_2025, rows)
        == [Answered.NO] * 3
    )


def test_the_offices_table_has_the_columns_that_the_list_tells():
    rows = (Row("走访少", ("每月走访", "记日记"), "作风", done="去了6户", deadline="6月底前"), Row("讲话长"))
    usual = ("序号", "方面", "查摆的问题", "整改措施")
    told = answering.table([Answer(row, Answered.NO) for row in rows])

    assert told.columns == (*usual, "完成时限", "完成情况", "佐证")
    assert told.rows == [
        ("1", "作风", "走访少", "每月走访；记日记", "6月底前", "去了6户", ""),
        ("2", "", "讲话长", "", "", "", ""),
    ]
    alone = answering.table([Answer(Row("讲话长", unit="办公室", owner="何静宜"), Answered.NO)])
    assert alone.columns == (*usual, "责任单位", "责任人", "完成情况", "佐证")
    assert answering.table([Answer(Row("讲话长"), Answered.NO)]).columns == (*usual, "完成情况", "佐证")
