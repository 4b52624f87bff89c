"""整改清单 of this year, and that next year's program reads what this year's wrote."""

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH

from assistant.anchors import Anchor
from assistant.decisions import NO_DECISIONS, Profile
from assistant.facts.last_year import list_table, promises
from assistant.facts.last_year.earlier_material import LastYear
from assistant.files import opening, references
from assistant.files.writers import rectification_table
from assistant.review import correspondence, rectification_list
from assistant.review.material import analyse
from assistant.rounds import AT_MEETING, Answer, Opinion

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
（一）树牢宗旨意识。3月底前到基层蹲点调研两天，面对面听取群众诉求，为群众办实事。
（二）加强理论学习。每周自学原著，带头研讨，做好学习笔记，学用结合，指导实践。
（三）学好理论原著。2026年6月底前通读原著，联系实际写三篇体会，学用结合。
（四）改进会务。12月起压缩会议，会后15天内清理一次。
"""
AT_IT = Opinion("讲话偏长，讨论时间留得短", AT_MEETING)
LATER = Opinion("窗口排队久", "服务对象", Answer.AFTER)
OTHERS = (Opinion("到片区太少", "群众", Answer.WRITTEN), Opinion("回电话慢", "群众"))


@pytest.fixture
def listed(individual_2025):
    def of(*opinions, text=TEXT, owner=""):
        found = correspondence.of(analyse(text, individual_2025, decisions=NO_DECISIONS))
        return rectification_list.of(found, text, opinions, owner)

    return of


def test_each_measure_has_its_row_and_its_own_deadline(listed):
    entries = listed(owner="林知远")

    by_measure = {each.measure: each for each in entries}
    assert by_measure["树牢宗旨意识"][:4] == (
        by_measure["树牢宗旨意识"].number,
        "敬畏人民、敬畏组织、敬畏法纪",
        "调查研究走马观花",
        "宗旨意识有所淡化",
    )
    assert by_measure["树牢宗旨意识"].deadline == "3月底前"
    assert by_measure["加强理论学习"].deadline == ""  # 每周: none that can be ticked off
    assert by_measure["学好理论原著"].deadline == "2026年6月底前"
    assert by_measure["学好理论原著"].number == 1
    assert {each.owner for each in entries} == {"林知远"}


def test_no_measure_is_left_out_and_what_was_said_at_the_meeting_is_in_it(listed):
    entries = listed(AT_IT, LATER, *OTHERS)
    assert {each.measure for each in entries} == {"树牢宗旨意识", "加强理论学习", "学好理论原著", "改进会务", ""}
    alone = next(each for each in entries if each.measure == "改进会务")
    assert (alone.problem, alone.deadline) == ("—", "会后15天内")
    assert [each[:4] for each in entries[-2:]] == [
        (entries[-3].number + 1, "会上批评意见", AT_IT.text, ""),
        (entries[-3].number + 2, "服务对象", LATER.text, ""),
    ]
    assert rectification_list.told(entries).startswith(
        "列入3个问题、1条会上批评意见、1条记为“会后整改”的意见。尚未填写的有“整改措施”3处、"
    )


@pytest.mark.parametrize(
    ("said", "deadline"),
    [
        ("2026年每季度到联系村驻村2天，6月底前办结征地。", "2026年6月底前"),
        ("针对2024年欠下的征地，6月底前办结。", "6月底前"),
        ("2026年每季度驻村2天。征地6月底前办结。", "6月底前"),
        ("3月底前摸清底数，6月底前全部办结，6月底前回访。", "3月底前；6月底前"),
    ],
)
def test_deadlines_are_those_that_a_measure_says(listed, said, deadline):
    text = TEXT.replace("12月起压缩会议，会后15天内清理一次。", said)
    entry = next(each for each in listed(text=text) if each.measure == "改进会务")
    assert entry.deadline == deadline


def test_the_list_bears_who_and_which_year_and_tells_of_names(listed, individual_2025):
    assert rectification_list.title(Profile("某局", "局长", "林知远"), individual_2025) == "林知远2025年度整改清单"
    assert rectification_list.title(Profile(), None) == "整改清单"
    entries = listed(AT_IT, AT_IT._replace(text="李明：讲话偏长"), AT_IT._replace(text="王芳同志提出下基层少"))
    assert rectification_list.told(entries).endswith("意见里写有提意见人的姓名（李明、王芳），请核对是否需要保留。")


def test_what_was_said_is_taken_into_a_measure(listed):
    at = TEXT.index("（四）改进会务")
    anchored = AT_IT._replace(answer=Answer.MEASURE, anchor=Anchor.of(TEXT, at, at + 20))
    entry = listed(anchored)[-1]
    assert (entry.problem, entry.measure, entry.deadline) == (AT_IT.text, "改进会务", "会后15天内")


@pytest.mark.parametrize("name", ["整改清单.docx", "整改清单.xlsx"])
def test_next_year_reads_what_was_written(listed, individual_2025, tmp_path, name):
    """The same rows as from the material itself, and what was said at the meeting."""
    path = tmp_path / name
    entries = listed(AT_IT, LATER)
    form = rectification_table.form_of(path, rectification_list.COLUMNS)
    path.write_bytes(form("某局[本级]/林知远2025年度整改清单", rectification_list.table(entries)))

    read = references.read_list(path).last.listed
    own = promises.every_row(LastYear(TEXT, (individual_2025,)))[0]
    assert {(row.problem, row.measures) for row in read[:-2]} == {(row.problem, row.measures) for row in own}
    assert [(row.problem, row.group, row.measures) for row in read[-2:]] == [
        (AT_IT.text, "会上批评意见", ()),
        (LATER.text, "服务对象", ()),
    ]
    assert list_table.of_pasted(list_table.listing(read)) == read
    (table,) = opening.read_tables(path).found
    assert table[0] == rectification_list.COLUMNS


def test_in_word_a_problem_stands_once_beside_its_measures(listed, tmp_path):
    path = tmp_path / "整改清单.docx"
    form = rectification_table.form_of(path, rectification_list.COLUMNS)
    entries = listed()
    also = entries[0]._replace(measure="加强理论学习")
    path.write_bytes(form("整改清单", rectification_list.table([entries[0], also, *entries[1:]])))
    assert references.read_list(path).last.listed[0].measures == ("学好理论原著", "加强理论学习")
    table = docx.Document(str(path)).tables[0]
    column = [row.cells[2] for row in table.rows]
    first = next(n for n, cell in enumerate(column) if cell.text == "理论学习不够深入")
    assert column[first]._tc is column[first + 1]._tc  # one cell
    assert column[first].text == "理论学习不够深入"
    assert table.cell(first, 4).text != table.cell(first + 1, 4).text
    aligned = {paragraph.alignment for row in table.rows for cell in row.cells for paragraph in cell.paragraphs}
    assert aligned == {WD_ALIGN_PARAGRAPH.LEFT}  # “会 后 15 日内” else
    assert table.columns[0].width.mm > 12  # of which two characters and the cell's margins take 11


def test_a_text_without_problems_may_have_what_was_said(listed):
    assert listed(text="标题") == ()
    (entry,) = listed(AT_IT, text="标题")
    assert entry[:7] == (1, "会上批评意见", AT_IT.text, "", "", "", "")
