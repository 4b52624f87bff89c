import pytest

from assistant.facts import facts as facts_of
from assistant.facts.last_year import answering, last_year, previous_section, promises
from assistant.facts.last_year.answering import Answered
from assistant.files import template_shelf

OLD = (
    "2024年度民主生活会个人对照检查材料\n我对照检查如下。\n一、存在的突出问题\n（一）带头增强党性、严守纪律、砥砺作风方面\n"
    "1.理论学习不够经常。全年自学只有五次，读原著少。\n2.走访困难群众少。只去了三户。\n二、原因剖析\n放松要求。\n"
    "三、整改措施\n1.坚持每周自学理论。读完两本原著。\n2.经常走访困难群众。每季度去一次。\n3.把办公楼的屋顶修好。请施工队来。\n"
)


@pytest.fixture
def rows(individual_2025):
    return promises.rows(last_year.recognised(OLD, template_shelf.known()), individual_2025)


def answered(text, template, rows):
    gathered = facts_of.gather(text, template)
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
