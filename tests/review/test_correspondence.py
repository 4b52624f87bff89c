"""问题—原因—措施 as a table, and what the writer corrects in it."""

import pytest

from assistant.decisions import NO_DECISIONS
from assistant.review import correspondence
from assistant.review.correspondence import CAUSE, MEASURE, PROBLEM, State
from assistant.review.material import analyse

TEXT = """2025年度民主生活会个人对照检查材料
一、存在的突出问题
（一）带头强化政治忠诚、提高政治能力方面
1.理论学习不够深入。读原著浅尝辄止，学用脱节，理论联系实际不够紧密。
2.政治敏锐性不强。对网上的错误言论、错误思潮批驳不够，维护意识形态阵地不够主动。
（二）带头敬畏人民、敬畏组织、敬畏法纪方面
1.调查研究走马观花。下基层蹲点少，听取群众呼声不够，对群众急难愁盼的事解决得慢。
二、原因剖析
（一）宗旨意识有所淡化。对群众感情不深，坐在机关听汇报多，走访调研少。
（二）理论武装不到位。放松了学习，以干代学，自学少。
三、努力方向和整改措施
（一）树牢宗旨意识。每月到基层蹲点调研两天，面对面听取群众诉求，为群众办实事。
（二）加强理论学习。每周自学原著，带头研讨，做好学习笔记，学用结合，指导实践。
（三）直面难题敢担当。带头啃硬骨头，不做老好人，对难题一抓到底。
"""


@pytest.fixture
def look(individual_2025):
    def at(decisions=NO_DECISIONS, text=TEXT):
        return correspondence.of(analyse(text, individual_2025, decisions=decisions))

    return at


def titled(found, words):
    return next(item for item, title in found.titles.items() if words in title)


def shown(found):
    """List each line: its title, then each cell's titles or what stands in their place."""
    lines = []
    for line in found.lines:
        cells = [
            "+".join(found.titles[other] for other in cell.others) or cell.state.told(cell.kind) for cell in line.cells
        ]
        lines.append((found.titles[line.item], *cells))
    return lines


def choose(found, decisions, item, kind, others):
    others = None if others is None else [titled(found, each) for each in others]
    return correspondence.decided(decisions, found.links, TEXT, item=titled(found, item), kind=kind, others=others)


def test_each_problem_stands_under_its_aspect_with_what_belongs_to_it(look):
    found = look()

    assert [name for name, _ in found.groups] == [
        "强化政治忠诚、提高政治能力",
        "敬畏人民、敬畏组织、敬畏法纪",
        "没有对应问题的原因和措施",
    ]
    assert shown(found)[0] == ("1.理论学习不够深入", "（二）理论武装不到位", "（二）加强理论学习")
    assert shown(found)[2] == ("1.调查研究走马观花", "（一）宗旨意识有所淡化", "（一）树牢宗旨意识")
    assert shown(found)[1][2] == "没有对应的措施"
    assert found.without_measure == 1
    assert shown(found)[-1][0] == "（三）直面难题敢担当"


def test_what_the_writer_chooses_for_a_problem_goes_first(look):
    found = look()
    decisions = choose(found, NO_DECISIONS, "政治敏锐性", MEASURE, ["直面难题敢担当", "加强理论学习"])
    now = look(decisions)

    assert shown(now)[1][2] == "（二）加强理论学习+（三）直面难题敢担当"
    assert now.lines[1].cell(MEASURE).chosen
    assert not now.lines[0].cell(MEASURE).chosen
    assert now.without_measure == 0
    assert all("敢担当" not in found.titles[line.item] for line in now.lines[3:])
    back = choose(now, decisions, "政治敏锐性", MEASURE, None)
    assert back == NO_DECISIONS


def test_a_problem_chosen_for_a_measure_is_the_same_choice(look):
    found = look()
    by_problem = choose(found, NO_DECISIONS, "政治敏锐性", MEASURE, ["直面难题敢担当"])
    by_measure = choose(found, NO_DECISIONS, "直面难题敢担当", PROBLEM, ["政治敏锐性"])

    assert by_problem == by_measure
    elsewhere = choose(look(by_measure), by_measure, "直面难题敢担当", PROBLEM, ["理论学习"])
    assert shown(look(elsewhere))[0][2] == "（二）加强理论学习+（三）直面难题敢担当"
    assert look(elsewhere).lines[1].cell(MEASURE).state is State.NOT_NEEDED


def test_what_need_not_belong_to_any_is_said_so_until_it_is_chosen(look):
    found = look()
    unneeded = choose(found, NO_DECISIONS, "直面难题敢担当", PROBLEM, [])
    assert shown(look(unneeded))[-1] == ("（三）直面难题敢担当", "不必对应")
    chosen = choose(look(unneeded), unneeded, "政治敏锐性", MEASURE, ["直面难题敢担当"])
    assert shown(look(chosen))[1][2] == "（三）直面难题敢担当"

    none = choose(found, NO_DECISIONS, "政治敏锐性", MEASURE, [])
    assert shown(look(none))[1][2] == "不必对应"
    assert look(none).without_measure == 0


def test_all_is_taken_back_but_what_speaks_of_nothing_here(look):
    found = look()
    decisions = choose(found, NO_DECISIONS, "政治敏锐性", CAUSE, ["理论武装"])
    assert correspondence.automatic(decisions, look(decisions).links, TEXT) == NO_DECISIONS

    gone = TEXT.replace("2.政治敏锐性不强", "2.政治鉴别力不强")
    now = look(decisions, gone)
    assert now.links.decided == frozenset()
    assert correspondence.automatic(decisions, now.links, gone) == decisions


@pytest.mark.parametrize("text", ["", "标题", "一、存在的问题\n", "一、存在的问题\n1.学得少。读得不多。"])
def test_any_text_gives_a_table(look, text):
    found = look(text=text)
    assert all(cell.state is State.UNWRITTEN for line in found.lines for cell in line.cells)
