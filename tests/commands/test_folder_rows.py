import datetime

import pytest

from assistant.commands import correction_sheet, folder_check, folder_letter, folder_rows, folder_table
from assistant.commands.folder_check import Line, Outcome
from assistant.commands.folder_rows import Handling, Standing
from assistant.decisions import Profile
from assistant.facts.roll import Person
from assistant.files.readers import docx as reader
from assistant.files.writers import correction
from assistant.finding import Severity
from tests.word_schema import faults

PEOPLE = (
    Person("张三", "办公室", "主任"),
    Person("李四", "财务科", "科长"),
    Person("领导班子"),
    Person("王小明"),
    Person("王小"),
)


def line(quote, severity=Severity.ERROR, message="", begins="下乡走访一句"):
    return Line(
        "rule", "一、问题", 3, begins, severity, "清稿", message or f"“{quote}”尚未填写。", "请填写。", "", quote
    )


def read(file, *quotes, name="", subject="班子成员个人", of_body=False, **more):
    findings = tuple(map(line, quotes))
    return Outcome(
        file,
        by=Profile(name=name),
        subject=subject,
        of_body=of_body,
        asked="要求",
        length=900,
        findings=findings,
        **more,
    )


def rows_of(*outcomes, people=PEOPLE):
    made = folder_rows.of(outcomes, people)
    return made, {row.person.name: row for row in made.rows}


def test_everyone_of_the_list_has_a_row():
    made, rows = rows_of(
        read("1.docx", "XX", name="张三"),
        Outcome("李四.docx", problem="文件有密码。"),
        read("班子材料.docx", subject="领导班子", of_body=True),
        read("王小明.docx", name="王小明"),
        Outcome("座次表.xlsx", aside=folder_check.NO_MATERIAL),
        read("赵六.docx", name="赵六"),
        Outcome("会议议程.docx", length=200),
    )

    assert [(row.number, row.person.name, row.standing) for row in made.rows] == [
        (1, "张三", Standing.MUST_MEND),
        (2, "李四", Standing.UNREADABLE),
        (3, "领导班子", Standing.NOTHING_MUST),
        (4, "王小明", Standing.NOTHING_MUST),
        (5, "王小", Standing.NOT_HANDED_IN),
        (6, "赵六", Standing.NOTHING_MUST),
    ]
    assert not rows["赵六"].listed
    assert {each.file for each in made.others} == {"座次表.xlsx", "会议议程.docx"}
    assert (rows["领导班子"].subject, rows["张三"].subject) == ("领导班子", "班子成员个人")
    assert [row.person.name for row in made.not_handed_in] == ["王小"]


def test_second_drafts_are_known_and_what_became_of_the_first():
    _, rows = rows_of(
        read("张三.docx", "XX", "某某", "××", name="张三"),
        read("张三第二稿.docx", "××", name="张三"),
    )
    row = rows["张三"]

    assert (row.latest.file, row.draft) == ("张三第二稿.docx", 2)
    assert row.progress == "第2稿，上次3条：已改2"
    assert row.told.startswith("第2稿，上次3条：已改2；")


@pytest.mark.parametrize(
    ("names", "last"),
    [
        (("张三定稿.docx", "张三二稿.docx", "张三.docx"), "张三定稿.docx"),
        (("张三.docx", "张三(1).docx"), "张三(1).docx"),
        (("张三V2.docx", "张三.docx"), "张三V2.docx"),
        (("张三-修改稿.docx", "张三.docx"), "张三-修改稿.docx"),
    ],
)
def test_which_draft_is_the_last(names, last):
    _, rows = rows_of(*(read(name, name="张三") for name in names))

    assert rows["张三"].latest.file == last
    assert rows["张三"].draft == len(names)


def test_without_a_list_those_who_handed_in_have_rows():
    made, rows = rows_of(read("a.docx", name="张三"), read("张三二稿.docx", name="张三"), read("无名.docx"), people=())

    assert [row.person.name for row in made.rows] == ["张三", "无名"]
    assert rows["张三"].draft == 2
    assert not made.by_list


def test_the_letter_tells_what_must_be_mended_and_no_other_name():
    other = line("x", message="与李四同志的发言相同。", begins="李四同志说过")
    outcome = Outcome(
        "1.docx",
        by=Profile(name="张三"),
        asked="要求",
        length=9,
        findings=(line("XX"), other, line("y", Severity.ADVICE), line("XX")),
    )
    made, rows = rows_of(outcome)
    items = folder_letter.items(rows["张三"], made)
    letter = folder_letter.letter(rows["张三"], [each for each in items if each.ticked], datetime.date(2027, 1, 16))

    assert [each.ticked for each in items] == [True, True, False]
    assert letter == (
        "张三同志：\n材料已看，请补充、修改后再交：\n1. “下乡走访一句”一句：“XX”尚未填写（共2处）。请填写。\n"
        "2. 与某同志的发言相同。\n请于1月16日前交。"
    )
    assert "李四" not in letter
    assert folder_letter.letter(rows["王小"], ()).endswith("还没有收到您的材料。")
    assert folder_letter.letter(rows["领导班子"], ()).startswith("领导班子：")


def test_the_table_says_what_was_decided():
    made, rows = rows_of(read("1.docx", "XX", name="张三"))

    assert folder_table.cells(rows["张三"], Handling.RETURNED)[4] == "有必改（已退回）"
    assert folder_table.cells(rows["张三"], Handling.WAITING)[4] == "有必改"
    assert folder_table.cells(rows["李四"])[3:] == ["科长", "未交", None, "", "名单上有，文件夹里未见"]
    assert made.by_list


def test_a_correction_sheet_is_a_good_word_file(tmp_path):
    data = correction.write("张三同志：\n1. 请补充。", ["三条措施未写时间"])

    assert faults(data) == []
    assert reader.read(data).text.split("\n")[:3] == ["对照检查材料修改单", "张三同志：", "1. 请补充。"]
    made, _ = rows_of(read("1.docx", "XX", name="张三"), read("2.docx", name="李四"))
    assert correction_sheet.write_all(made, tmp_path / "单") == 1
    assert [path.name for path in (tmp_path / "单").iterdir()] == ["修改单-1-办公室-张三.docx"]
