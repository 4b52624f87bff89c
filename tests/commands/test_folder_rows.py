import datetime
import re
from dataclasses import replace
from pathlib import Path

import pytest

from assistant import rules
from assistant.commands import (
    correction_sheet,
    folder_letter,
    folder_no_materials,
    folder_owners,
    folder_table,
    resemblances,
)
from assistant.commands.folder_outcome import Line, Outcome
from assistant.commands.folder_rows import Handling, Standing
from assistant.commands.resemblances import Alike, Found
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
    made = folder_owners.of(outcomes, people)
    return made, {row.person.name: row for row in made.rows}


def test_everyone_of_the_list_has_a_row():
    made, rows = rows_of(
        read("1.docx", "XX", name="张三"),
        Outcome("李四.docx", problem="文件有密码。"),
        read("班子材料.docx", subject="领导班子", of_body=True),
        read("王小明.docx", name="王小明"),
        Outcome("座次表.xlsx", no_material=folder_no_materials.NO_MATERIAL),
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
    assert (rows["赵六"].listed, rows["赵六"].told) == (False, "不在名单上")
    assert {each.file for each in made.others} == {"座次表.xlsx", "会议议程.docx"}
    assert (rows["领导班子"].subject, rows["张三"].subject) == ("领导班子", "班子成员个人")
    assert [row.person.name for row in made.not_handed_in] == ["王小"]


def test_the_bodys_text_under_a_persons_name_is_in_his_row_with_the_reason():
    """Also where it is of another year or answers nothing: no row says only 未交 while his file lies there."""
    made, rows = rows_of(
        read("财务科-李四.docx", "XX", subject="领导班子", of_body=True),
        read("张三.docx", subject="领导班子", of_body=True, doubt="疑为2024年度的材料"),
        Outcome("王小明.docx", of_body=True, length=900),
        read("赵六.docx", subject="领导班子", of_body=True),
    )

    assert [rows[name].standing for name in ("李四", "张三", "王小明")] == [Standing.DOUBTFUL] * 3
    assert rows["李四"].told == "文件内容是班子材料；“XX”尚未填写"
    assert rows["张三"].told == "文件内容是班子材料；疑为2024年度的材料"
    assert rows["王小明"].told.startswith("文件内容是班子材料")
    assert rows["王小"].told == "名单上有，文件夹里未见材料"
    assert rows["领导班子"].latest.file == "赵六.docx"  # of nobody on the list
    assert folder_letter.letter(rows["张三"], ()).endswith("修改后重新报送：\n文件内容是班子材料；疑为2024年度的材料。")
    assert made.others == ()


def test_who_is_missing_is_told_where_a_file_of_his_name_went():
    _, rows = rows_of(
        read("张三.docx", name="李四"),
        read("班子.docx", name="赵六"),
        read("王小明同志.docx", name="王小明"),
    )

    assert rows["张三"].told == "名单上有，文件夹里未见材料；“张三.docx”的署名是李四，请核对"
    assert rows["领导班子"].told == "名单上有，文件夹里未见材料；“班子.docx”的署名是赵六，请核对"
    assert rows["王小"].told == "名单上有，文件夹里未见材料"
    _, rows = rows_of(read("张三.docx", subject="领导班子", of_body=True))
    assert (
        rows["领导班子"].told == "名单上有，文件夹里未见材料；“张三.docx”内容是班子材料，文件名写的是个人姓名，请核对"
    )
    _, rows = rows_of(read("班子材料（张三执笔）.docx", name="张三", subject="领导班子", of_body=True))
    assert rows["领导班子"].standing is Standing.NOTHING_MUST
    assert rows["张三"].told == "名单上有，文件夹里未见材料"


def test_what_others_have_too_is_in_the_row_and_may_be_told_without_a_name():
    pair = Alike("张三第二稿.docx", "李四.docx", False, 612, 0.3, ("甲" * 400, "乙" * 212), (), counted=(2040, 2100))
    last = Alike("张三第二稿.docx", "去年.docx", True, 300, 0.2, ("丙" * 300,), (), counted=(2040, 1500))
    drafts = Alike("张三.docx", "张三第二稿.docx", False, 900, 1.0, ("丁" * 900,), (), counted=(900, 2040))
    files = [read(f"{name}.docx", name=name[:2]) for name in ("张三", "张三第二稿", "李四")]
    made = folder_owners.of(files, PEOPLE)
    rows = {row.person.name: row for row in resemblances.noted(made, Found(2, (pair, last, drafts))).rows}

    assert rows["张三"].told.endswith("第2稿；与同批材料有2处相同（612字）；与去年的材料有1处相同（300字）")
    assert rows["李四"].told == "各部分已写；与同批材料有2处相同（612字）"
    (item,) = folder_letter.items(rows["李四"], made)
    assert (item.told[:8], item.ticked) == ("有2处共612字", False)
    assert not any("张三" in told for told in (item.told, rows["李四"].told))
    assert resemblances.noted(made, None) is made


def test_a_copy_is_not_told_as_good_and_is_counted():
    """In the row, in the counts, in what goes back: there without the other's name, whoever wrote it first."""
    pair = Alike("张三.docx", "李四.docx", False, 870, 0.99, ("甲" * 870,), (), counted=(879, 897))
    part = Alike("王小.docx", "张三.docx", False, 200, 0.3, ("乙" * 200,), (), counted=(667, 1000))
    files = [
        read(f"{name}.docx", *quotes, name=name) for name, quotes in (("张三", ["XX"]), ("李四", []), ("王小", []))
    ]
    made = resemblances.noted(folder_owners.of(files, PEOPLE[:2] + PEOPLE[4:]), Found(3, (pair, part)))
    rows = {row.person.name: row for row in made.rows}

    assert [row.standing for row in made.rows] == [Standing.MUST_MEND, Standing.DOUBTFUL, Standing.NOTHING_MUST]
    assert rows["李四"].told == "与同批材料有1处相同（870字，占扣除规定标题、固定表述后897字的97%）"
    assert made.summary == ("检查完毕，应交3人：有必改1份，未见必改1份，需核对1份；其中与同批材料相同的3份")
    told = folder_letter.items(rows["李四"], made)
    assert [each.ticked for each in told] == [True]
    letter = folder_letter.letter(rows["李四"], told)
    assert "1. 有1处共870字与同批其他材料相同，占扣除规定标题、固定表述后897字的97%。请按本人情况重写" in letter
    assert not any(name in letter for name in ("张三", "王小"))
    assert dict(made.tally) == {
        Standing.MUST_MEND: 1,
        Standing.NOTHING_MUST: 1,
        Standing.DOUBTFUL: 1,
        Standing.UNREADABLE: 0,
        Standing.NOT_HANDED_IN: 0,
    }


def test_a_second_draft_that_cannot_be_read_is_told():
    _, rows = rows_of(read("张三.docx", name="张三"), Outcome("张三第二稿.docx", problem="文件已损坏。"))

    assert rows["张三"].told == "“张三第二稿.docx”未能读取"


def test_an_agenda_is_no_draft_of_the_body_and_the_bodys_text_has_a_row_though_the_list_has_none():
    agenda = read("会议议程.docx", subject="领导班子", of_body=True, doubt="似不是对照检查材料")
    body = read("对照检查材料.docx", subject="领导班子", of_body=True, doubt="疑为2024年度的材料")
    made, rows = rows_of(agenda, body)
    assert (rows["领导班子"].latest.file, [each.file for each in made.others]) == (
        "对照检查材料.docx",
        ["会议议程.docx"],
    )
    made, rows = rows_of(agenda, body, people=(Person("张三"),))
    assert (rows["领导班子"].standing, rows["领导班子"].listed) == (Standing.DOUBTFUL, False)
    assert made.summary == "检查完毕，应交1人，名单外班子1份：需核对1份，未交1人；另有1个文件未列入表中"


def test_second_drafts_are_known_and_what_became_of_the_first():
    _, rows = rows_of(
        read("张三.docx", "XX", "某某", "××", name="张三"),
        read("张三第二稿.docx", "××", name="张三"),
    )
    row = rows["张三"]

    assert (row.latest.file, row.draft) == ("张三第二稿.docx", 2)
    assert row.progress == "第2稿，上一稿必改3条，已改2条"
    assert row.told.startswith("第2稿，上一稿必改3条，已改2条；")


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
    letter = folder_letter.letter(
        rows["张三"], [each for each in items if each.ticked], datetime.date(2027, 1, 16), datetime.date(2027, 1, 2)
    )

    assert [each.ticked for each in items] == [True, True, False]
    assert letter == (
        "张三同志：\n材料收悉，请按下列意见补充、修改后重新报送：\n1. “下乡走访一句”一句：“XX”尚未填写（共2处）。请填写。\n"
        "2. 与某同志的发言相同。\n请于1月16日前报送。"
    )
    assert "李四" not in letter
    assert folder_letter.letter(rows["王小"], ()).endswith("还没有收到您的材料。")
    assert folder_letter.letter(rows["领导班子"], ()).startswith("领导班子：")


def test_a_letter_names_no_button_of_the_program():
    """Whatever advice a rule gives."""
    for path in sorted(Path(rules.__file__).parent.rglob("*.py")):
        for each in re.findall('"([^"⟦|\n]*)"', re.sub('"""(?s:.*?)"""', "", path.read_text("utf-8"))):
            told = folder_letter.plainly(each)
            assert not re.search("“插入”|“已在别处|忽略|【待补】", told), (path.name, told)
    told = "本次要求列有此项。已写在别处的，用“已在别处说明”标明；未写的，用“插入”补上标题再写。"
    assert folder_letter.plainly(told) == "本次要求列有此项。已写在别处的，请写明在哪一部分；未写的，请补上标题再写。"


def test_the_table_says_what_was_decided():
    made, rows = rows_of(read("1.docx", "XX", name="张三"))

    assert folder_table.cells(rows["张三"], Handling.RETURNED)[4] == "有必改（已退回）"
    assert folder_table.cells(rows["张三"], Handling.WAITING)[4] == "有必改"
    assert folder_table.cells(rows["李四"])[3:] == ["科长", "未交", None, "", "名单上有，文件夹里未见材料"]
    assert made.by_list


def test_a_correction_sheet_is_a_good_word_file(tmp_path):
    data = correction.write("张三同志：\n1. 请补充。", ["三条措施未写时间"])

    assert faults(data) == []
    assert reader.read(data).text.split("\n")[:3] == ["对照检查材料修改单", "张三同志：", "1. 请补充。"]
    made, _ = rows_of(read("1.docx", "XX", name="张三"), read("2.docx", name="李四"))
    assert correction_sheet.write_all(made, tmp_path / "单") == 1
    assert [path.name for path in (tmp_path / "单").iterdir()] == ["修改单-1-办公室-张三.docx"]


def test_what_is_of_another_year_or_far_too_short_is_told_first(tmp_path):
    outcome = read("1.docx", "XX", name="张三", doubt="疑为2024年度的材料", short="全文只有412字，本次要求不少于2700字")
    made, rows = rows_of(outcome)
    letter = folder_letter.letter(rows["张三"], folder_letter.items(rows["张三"], made))

    assert rows["张三"].told.startswith("疑为2024年度的材料；全文只有412字，本次要求不少于2700字；")
    assert letter.split("\n")[2:4] == ["疑为2024年度的材料。", "全文只有412字，本次要求不少于2700字。"]
    made, _ = rows_of(replace(outcome, findings=()))
    assert correction_sheet.write_all(made, tmp_path / "单") == 1


def test_of_files_nobody_chose_a_year_for_the_odd_one_is_told():
    files = [
        read(f"{name}.docx", name=name, guessed=True, year=year) for name, year in (("张三", 2025), ("李四", 2024))
    ]
    _, rows = rows_of(*files, read("王小.docx", name="王小", guessed=True, year=2025))

    assert [rows[name].told.partition("；")[0] for name in ("张三", "李四")] == ["各部分已写", "疑为2024年度的材料"]
    _, rows = rows_of(*files)
    assert rows["李四"].told == "各部分已写"  # one of each: nobody knows which is meant


def test_what_nobody_is_known_to_have_written_is_no_person():
    files = [read("张三.docx", name="张三"), read("班子.docx", of_body=True), Outcome("扫描.pdf", problem="没有文字。")]
    made, rows = rows_of(*files, people=())

    assert made.counted == "收到1人和班子1份，没有认出是谁的1份"
    assert folder_letter.letter(rows["扫描"], ()).startswith("同志：\n")
    assert rows["扫描"].told == "没有文字；没有认出是谁的材料"
    made, _ = rows_of(*files, read("赵六.docx", name="赵六"))
    assert made.counted == "应交4人和班子1份，名单外1人"
    made, _ = rows_of(Outcome("孙海.pdf", problem="没有文字。"), people=())
    assert made.counted == "收到1人"  # a name all the same
    made, _ = rows_of(read("张三.docx", name="张三"), Outcome("孙海.docx", problem="空的。", is_blank=True), people=())
    assert made.counted == "收到1人，空文件1份"


def test_one_byline_under_several_names_is_not_believed():
    files = [read(f"{name}.docx", name="张三") for name in ("张三", "李四", "王小明")]
    made, rows = rows_of(*files)

    assert [row.latest and row.latest.file for row in made.rows[:4]] == ["张三.docx", "李四.docx", None, "王小明.docx"]
    assert rows["李四"].told == "署名与文件名中的姓名不同，已按文件名归入，请核对"
    assert (rows["李四"].standing, rows["张三"].standing) == (Standing.DOUBTFUL, Standing.NOTHING_MUST)


def test_a_file_that_two_persons_sign_is_his_who_is_on_the_list():
    files = [read("一.docx", signers=("张三", "赵六")), read("二.docx", signers=("李四", "王小"))]
    made, rows = rows_of(*files)

    assert [row.latest and row.latest.file for row in made.rows] == ["一.docx", None, None, None, None, "二.docx"]
    assert "未署名" not in rows["二"].told
    assert rows["二"].told.startswith("没有认出是谁的材料")


def test_two_of_one_name_from_two_units_are_two():
    def by(file, unit):
        return replace(read(file), by=Profile(unit, "", "周强"))

    units = ("青石县水利局", "青石县财政局", "水利局办公室", "", "县水利局党组")
    made, _ = rows_of(*(by(f"{n}.docx", unit) for n, unit in enumerate(units)), people=())

    assert [[each.file for each in (*row.earlier, row.latest)] for row in made.rows] == [
        ["0.docx", "2.docx", "3.docx", "4.docx"],
        ["1.docx"],
    ]
    made, _ = rows_of(by("一.docx", "机关第一党支部"), by("二.docx", "机关第二党支部"), people=())
    assert len(made.rows) == 2


def test_a_letter_names_none_of_those_who_signed():
    doubtful = read("一.docx", signers=("张三", "赵六"), doubt="署名不一致（张三、赵六），请核对是谁的材料")
    _, rows = rows_of(doubtful)

    assert "署名不一致，请核对是谁的材料。" in folder_letter.letter(rows["张三"], ())
    assert "赵六" not in folder_letter.letter(rows["张三"], ())


def test_nobody_is_lost_under_a_byline_that_was_copied_along():
    """Without a list too, where the names of the files alone tell whose they are."""
    names = ("张三", "赵五", "04 李四（修订）", "李四 第二稿", "欧阳靖-对照检查材料", "张三-高新区")
    made, rows = rows_of(*(read(f"{name}.docx", name="张三") for name in names), people=())
    assert {row.person.name: [each.file for each in (*row.earlier, row.latest)] for row in made.rows} == {
        "张三": ["张三-高新区.docx", "张三.docx"],
        "赵五": ["赵五.docx"],
        "李四": ["04 李四（修订）.docx", "李四 第二稿.docx"],
        "欧阳靖": ["欧阳靖-对照检查材料.docx"],
    }
    assert rows["李四"].told == "第2稿；署名与文件名中的姓名不同，已按文件名归入，请核对"
    assert folder_table.cells(rows["赵五"])[1] == ""  # no unit is known


@pytest.mark.parametrize(
    ("found", "told"),
    [
        (line("", begins="三、上年度整改", message="“上年度整改”还没有写。"), "“上年度整改”还没有写。"),
        (line("", begins="2025年度对照检查材料", message="全文412字，本次要求不少于2700字。"), "全文412字，本次要求不少于2700字。"),
        (line("", begins="（一）带头强化政…", message="“带头强化政治忠诚方面”还没有写。"), "“带头强化政治忠诚方面”还没有写。"),
        (line("", begins="二、原因", message="与第一节重复。"), "标题“二、原因”：与第一节重复。"),
        (line("【完成情况】", begins="【完成情况】"), "“【完成情况】”尚未填写。"),
        (line("XX"), "“下乡走访一句”一句：“XX”尚未填写。"),
    ],
)  # fmt: skip
def test_only_a_sentence_is_called_one(found, told):
    found = replace(found, of_heading=found.quote == "")
    made, rows = rows_of(replace(read("1.docx", name="张三"), findings=(found,)))

    assert folder_letter.items(rows["张三"], made)[0].told == told


@pytest.mark.parametrize(
    ("today", "told"),
    [
        ("2026-12-01", "请于12月15日前报送。"),
        ("2026-12-15", "请于12月15日前报送。"),
        ("2026-12-16", ""),
        ("2025-12-20", "请于2026年12月15日前报送。"),
    ],
)
def test_the_day_is_told_as_it_is_meant(today, told):
    _, rows = rows_of()
    lines = folder_letter.letter(
        rows["王小"], (), datetime.date(2026, 12, 15), datetime.date.fromisoformat(today)
    ).split("\n")

    assert lines[2:] == ([told] if told else [])
