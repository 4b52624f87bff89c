import multiprocessing
import os
import re
import zipfile
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest
from doc_files import ole
from file_samples import archive, with_hidden_row

from assistant.certainty import Certainty
from assistant.commands import (
    cli,
    folder_check,
    folder_no_materials,
    folder_outcome,
    folder_owners,
    folder_table,
)
from assistant.commands.checking import Checked, other_year
from assistant.decisions import Decisions, Stage
from assistant.facts import insertion
from assistant.facts.roll import Person
from assistant.files import layouts, template_shelf
from assistant.files.draft import Draft, encode
from assistant.files.writers import correction, docx, xlsx
from assistant.finding import Severity
from assistant.reading import Unreadable
from assistant.review.material import analyse
from assistant.rules.registry import about
from assistant.rules.rule import About
from assistant.templates.template import Length, Subject

TEXT = "2025年度民主生活会个人对照检查材料\n按照2025年度民主生活会要求，我检查如下。\n一、存在的突出问题\n（一）带头担当作为方面\n下乡XX次。\n"
S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def table(path):
    """Read an Excel file's sheets as {name: rows of cells}, from its XML; formulas and links are told apart."""
    with zipfile.ZipFile(path) as file:
        read = {name: file.read(name).decode("utf-8") for name in file.namelist()}
    everything = "".join(read.values())
    assert "<f>" not in everything
    assert "<f " not in everything
    assert "hyperlink" not in everything
    shared = [
        "".join(each.text or "" for each in item.iter(f"{S}t"))
        for item in ElementTree.fromstring(read["xl/sharedStrings.xml"])
    ]
    names = [each.get("name") for each in ElementTree.fromstring(read["xl/workbook.xml"]).iter(f"{S}sheet")]
    return {
        name: [cells(row, shared) for row in sheet(read, number).iter(f"{S}row")]
        for number, name in enumerate(names, 1)
    }


def sheet(read, number):
    return ElementTree.fromstring(read[f"xl/worksheets/sheet{number}.xml"])


def cells(row, shared):
    """List a row's cells; those left blank are not in the file."""
    found = {re.match("[A-Z]+", each.get("r"))[0]: cell(each, shared) for each in row}
    last = max(ord(column) for column in found)
    return [found.get(chr(column)) for column in range(ord("A"), last + 1)]


def cell(each, shared):
    value = each.findtext(f"{S}v")
    if value is None:
        return None
    return shared[int(value)] if each.get("t") == "s" else float(value)


def word(text):
    return docx.write(text, layouts.named("gb9704"))


@pytest.fixture
def folder(tmp_path, finished_sample):
    """A folder as it comes: good files of all kinds, lock files, broken ones, folders in it."""
    inner = tmp_path / "收到" / "二科"
    inner.mkdir(parents=True)
    top = tmp_path / "收到"
    (top / "2-林.docx").write_bytes(word(finished_sample))
    (top / "10-周.docm").write_bytes(word(TEXT))
    (inner / "1.TXT").write_text(TEXT, "utf-8")
    (inner / "2.md").write_text("# 随笔\n下雨了。\n", "utf-8")
    (inner / "稿.duizhao").write_bytes(encode(Draft(TEXT, None, Decisions(stage=Stage.DRAFT))))
    (top / "坏.docx").write_bytes(b"PK\x03\x04" + b"\0" * 40)
    (top / "旧.doc").write_bytes(b"\xd0\xcf\x11\xe0" + b"\1" * 600)
    (top / "白.txt").write_text("\n \n", "utf-8")
    (top / "~$2-林.docx").write_bytes(b"lock")
    (top / ".~2-林.docx").write_bytes(b"lock")
    (top / ".隐.txt").write_text(TEXT, "utf-8")
    (top / ".git").mkdir()
    (top / ".git" / "说明.txt").write_text(TEXT, "utf-8")
    (top / "表.xlsx").write_bytes(b"PK\x03\x04")
    return top


def test_which_files_and_in_which_order(folder):
    names = [path.relative_to(folder).as_posix() for path in folder_check.files_in(folder)]

    assert names == [
        *(
            "2-林.docx",
            "10-周.docm",
            "二科/1.TXT",
            "二科/2.md",
            "二科/稿.duizhao",
            "坏.docx",
            "旧.doc",
            "白.txt",
            "表.xlsx",
        ),
    ]


def test_one_bad_file_does_not_stop_the_rest(folder):
    outcomes = {Path(each.file).name: each for each in folder_check.run(folder, folder_check.files_in(folder))}

    assert "损坏" in outcomes["坏.docx"].problem
    assert "损坏" in outcomes["旧.doc"].problem
    assert "没有文字" in outcomes["白.txt"].problem
    assert [name for name, each in outcomes.items() if each.is_read] == [
        *("2-林.docx", "10-周.docm", "1.TXT", "2.md", "稿.duizhao"),
    ]


def test_what_is_told_of_a_file(folder, finished_sample):
    outcomes = {Path(each.file).name: each for each in folder_check.run(folder, folder_check.files_in(folder))}
    good, bad, other = outcomes["2-林.docx"], outcomes["10-周.docm"], outcomes["2.md"]

    assert (good.title, good.asked, good.guessed) == (
        "2025年度民主生活会个人对照检查材料",
        "2025年度民主生活会 · 班子成员个人",
        True,
    )
    assert (good.length, good.missing, good.empty, good.placeholders, good.findings) == (2413, (), 0, 0, ())
    assert (good.problems, good.causes, good.measures, good.examined) == (914, 304, 368, 914 + 304)
    assert bad.placeholders == 1
    assert "原因剖析" in bad.missing
    assert bad.causes == 0
    line = next(each for each in bad.findings if each.quote == "XX")
    assert (line.section, line.line, line.severity) == (
        "一、存在的突出问题 › （一）带头担当作为方面",
        5,
        Severity.ERROR,
    )
    assert (other.asked, other.missing, other.problems, other.examined) == ("", (), None, None)


def test_lengths_of_a_shared_section_count_once():
    text = "2025年度民主生活会个人对照检查材料\n一、存在的问题及原因剖析\n（一）带头担当作为方面\n怕得罪人，图省事。\n二、整改措施\n每月自学。\n"
    template = template_shelf.find("2025-democratic-individual")
    outcome = folder_outcome.of("", Checked(Path("a"), analyse(text, template), 1.0, guessed=False))

    assert outcome.problems == outcome.causes == outcome.examined


def test_an_unforeseen_error_is_an_outcome(folder, monkeypatch):
    def fail(path, *_, **__):
        if path.name == "1.TXT":
            raise RecursionError
        return check(path)

    check = folder_check.check_file
    monkeypatch.setattr(folder_check, "check_file", fail)
    outcomes = list(folder_check.run(folder, folder_check.files_in(folder)))

    assert [each.file for each in outcomes if "程序出了故障" in each.problem] == [str(Path("二科", "1.TXT"))]
    assert sum(each.is_read for each in outcomes) == 4


def test_an_encrypted_file_is_told(samples, tmp_path):
    found = sorted((samples / "word").rglob("*password-is-solrcell.docx"))
    if not found:
        pytest.skip("样例里没有加密的Word文件")
    (tmp_path / "密.docx").write_bytes(found[0].read_bytes())

    (outcome,) = folder_check.run(tmp_path, folder_check.files_in(tmp_path))
    assert "密码" in outcome.problem


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="这里关不住文件夹")
def test_a_locked_folder_is_told(tmp_path):
    locked = tmp_path / "锁"
    locked.mkdir()
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    locked.chmod(0)
    try:
        outcomes = list(folder_check.run(tmp_path, folder_check.files_in(tmp_path)))
    finally:
        locked.chmod(0o700)

    assert [each.file for each in outcomes if "打不开" in each.problem] == ["锁"]


def test_processes_say_the_same_in_the_same_order(tmp_path, monkeypatch):
    for number in range(30):
        (tmp_path / f"{number}.txt").write_text(TEXT.replace("XX", "X" * (number % 3)), "utf-8")
    files = folder_check.files_in(tmp_path)
    monkeypatch.setattr("os.cpu_count", lambda: 2)
    apart = list(folder_check.run(tmp_path, files))
    monkeypatch.setattr("os.cpu_count", lambda: 1)

    assert apart == list(folder_check.run(tmp_path, files))
    assert [each.file for each in apart] == [f"{number}.txt" for number in range(30)]


def test_without_processes_it_is_done_here(tmp_path, monkeypatch):
    def none_to_be_had(*_, **__):
        raise PermissionError

    for number in range(25):
        (tmp_path / f"{number}.txt").write_text(TEXT, "utf-8")
    monkeypatch.setattr("os.cpu_count", lambda: 2)
    monkeypatch.setattr(folder_check, "ProcessPoolExecutor", none_to_be_had)

    assert len(list(folder_check.run(tmp_path, folder_check.files_in(tmp_path)))) == 25


def test_stopping_stops_the_processes(tmp_path, monkeypatch):
    for number in range(60):
        (tmp_path / f"{number}.txt").write_text(TEXT, "utf-8")
    monkeypatch.setattr("os.cpu_count", lambda: 2)
    results = folder_check.run(tmp_path, folder_check.files_in(tmp_path))
    next(results)
    results.close()

    assert not multiprocessing.active_children()


def test_nothing_to_check_is_said(capsys, tmp_path):
    (tmp_path / "图.png").write_bytes(b"\x89PNG")
    with pytest.raises(Unreadable, match="没有可以检查的材料"):
        folder_check.files_in(tmp_path)
    with pytest.raises(Unreadable, match="没有"):
        folder_check.files_in(tmp_path / "没有")

    assert cli.main(["batch", str(tmp_path), "-o", str(tmp_path / "a.xlsx")]) == 2
    assert "没有可以检查的材料" in capsys.readouterr().err
    assert not (tmp_path / "a.xlsx").exists()


def test_a_whole_disk_is_no_batch(tmp_path, monkeypatch):
    monkeypatch.setattr(folder_check, "MOST", 3)
    for number in range(3):
        (tmp_path / f"{number}.txt").touch()
    assert len(folder_check.files_in(tmp_path)) == 3
    (tmp_path / "再.txt").touch()

    with pytest.raises(Unreadable, match="超过3份"):
        folder_check.files_in(tmp_path)


def test_looking_for_files_can_be_stopped(folder):
    names = {path.name for path in folder_check.files_in(folder, lambda: True)}

    assert "2-林.docx" in names
    assert "1.TXT" not in names  # in a folder not yet looked into


def test_the_command(capsys, folder):
    (folder / "应交名单.txt").write_text("1.林知远 办公室主任\n2.周明 财务科科长\n3.何静宜 人事科科长\n", "utf-8")
    (folder / "10-周.docm").rename(folder / "周明.docm")
    out = folder / "结果.xlsx"
    assert cli.main(["batch", str(folder), "-o", str(out), "--sheets", str(folder / "修改单")]) == 2  # some are unread
    captured = capsys.readouterr()
    read = table(out)

    told = captured.out.split("；")
    assert told[0].startswith("检查完毕，应交3人，没有认出是谁的")
    assert told[0].endswith("，未交1人")
    assert told[1:4] == ["其中与同批材料相同的3份", "另有6个文件未列入表中（3个未能读取）", "未交的是何静宜"]
    assert len(captured.err.splitlines()) == 10  # every visible file
    assert list(read) == ["总表", "逐条", "各部分字数", "其他文件", "相同的材料"]
    assert all(len(row) <= 8 for rows in read.values() for row in rows)
    head, *rows = read["总表"]
    assert head[:3] == ["序号", "单位", "姓名"]
    assert [(row[2], row[4]) for row in rows[:3]] == [("林知远", "未见必改"), ("周明", "有必改"), ("何静宜", "未交")]
    assert rows[0][3] == "班子成员个人，办公室主任" or rows[0][3].startswith("班子成员个人")
    assert rows[2][7] == "名单上有，文件夹里未见材料"
    others = dict(read["其他文件"][1:])
    assert others["应交名单.txt"] == folder_no_materials.A_ROLL
    assert "损坏" in others["坏.docx"]
    assert others["2.md" if "2.md" in others else str(Path("二科", "2.md"))] == folder_outcome.NOT_ASKED
    assert next(row[2] for row in read["逐条"][1:] if row[1] == "周明") == "必改"
    assert (folder / "修改单" / "修改单-2-财务科-周明.docx").exists()
    assert not (folder / "修改单" / "修改单-1-办公室-林知远.docx").exists()  # nothing to be mended


def test_who_is_hidden_in_the_list_of_people_is_told(capsys, folder, tmp_path):
    people = [("林知远",), ("周明",), ("何静宜",), ("陆远山",)]
    listed = with_hidden_row(xlsx.write([xlsx.Sheet("名单", (("姓名", 9),), people)]), 5)
    (folder / "应交名单.xlsx").write_bytes(listed)
    cli.main(["batch", str(folder), "-o", str(folder / "结果.xlsx")])
    told = dict(table(folder / "结果.xlsx")["其他文件"][1:])["应交名单.xlsx"]
    assert told == f"{folder_no_materials.A_ROLL}；隐藏或筛选掉的行未带入（1处）"
    (tmp_path / "名单.xlsx").write_bytes(listed)
    capsys.readouterr()
    cli.main(["batch", str(folder), "-o", str(folder / "再.xlsx"), "--roll", str(tmp_path / "名单.xlsx")])
    assert "名单.xlsx：隐藏或筛选掉的行未带入（1处）" in capsys.readouterr().err.splitlines()[0]


def test_the_stage_and_the_template_are_heeded(capsys, folder):
    out = folder / "结果.xlsx"
    cli.main(["batch", str(folder), "-o", str(out), "--template", "2024-democratic-individual", "--stage", "draft"])

    asked = {row[3] for row in table(out)["各部分字数"][1:]}
    assert asked == {template_shelf.find("2024-democratic-individual").label}


def of_year(year):
    return tuple(each for each in template_shelf.known() if each.year == year and each.id.split("-")[1] == "democratic")


def test_an_unrevised_old_material_is_marked_and_misses_what_is_asked(tmp_path, finished_sample):
    for year in (2021, 2024, 2025):
        (template,) = (each for each in of_year(year) if each.subject is Subject.LEADERSHIP)
        (tmp_path / f"{year}.txt").write_text(insertion.fresh(template), "utf-8")
    (tmp_path / "好.txt").write_text(finished_sample, "utf-8")
    outcomes = {each.file: each for each in folder_check.run(tmp_path, folder_check.files_in(tmp_path), of_year(2025))}

    assert {each.asked for each in outcomes.values()} == {each.label for each in of_year(2025)}
    assert outcomes["2021.txt"].doubt == "疑为2021年度的材料"
    assert outcomes["2024.txt"].doubt == "疑为2024年度的材料"
    assert outcomes["2021.txt"].asked.endswith("领导班子")
    assert "2025年度民主生活会" in outcomes["2021.txt"].asked
    assert "学习教育整改" in outcomes["2021.txt"].missing
    assert (outcomes["2025.txt"].doubt, outcomes["好.txt"].doubt) == ("", "")
    assert "需核对2份" in folder_owners.of(list(outcomes.values()), ()).summary
    judged = {each.file: each for each in folder_check.run(tmp_path, folder_check.files_in(tmp_path))}
    assert not any(each.doubt for each in judged.values())


def test_what_is_no_material_is_told_though_it_is_checked_as_one(folder):
    outcomes = {
        Path(each.file).name: each for each in folder_check.run(folder, folder_check.files_in(folder), of_year(2025))
    }

    assert {name for name, each in outcomes.items() if each.doubt} == {"2.md"}
    assert outcomes["2.md"].remarks == [folder_outcome.NOT_LIKE_ONE]
    assert folder_outcome.NOT_LIKE_ONE in outcomes["2.md"].told


def test_a_material_that_says_another_year_in_its_title_and_follows_no_outline_is_doubted():
    text = "2024年度民主生活会个人对照检查材料\n一、不足\n学习抓得不紧。\n二、打算\n每月自学两次。\n"
    (asked,) = (each for each in of_year(2025) if each.subject is Subject.INDIVIDUAL)

    assert other_year(text, asked) == 2024
    assert other_year(text.replace("2024", "2025"), asked) is None
    own = insertion.fresh(asked).replace("2025年度民主", "2024年度民主", 1)
    assert other_year(own, asked) is None  # its title alone is wrong, which is told there


def test_a_material_of_the_other_meeting_is_doubted(tmp_path):
    (branch,) = (each for each in template_shelf.known() if each.id == "2025-organizational-member")
    democratic = of_year(2025)
    text = insertion.fresh(branch)
    (tmp_path / "组织.txt").write_text(text, "utf-8")
    (tmp_path / "都有.txt").write_text(text.replace("组织生活会", "民主生活会和组织生活会", 1), "utf-8")
    (tmp_path / "没写.txt").write_text("个人对照检查材料\n" + text.split("\n", 1)[1], "utf-8")
    files = folder_check.files_in(tmp_path)
    doubts = {each.file: each.doubt for each in folder_check.run(tmp_path, files, democratic)}
    told = "标题写的是组织生活会，检查时用的是民主生活会的要求"
    assert told in doubts["组织.txt"]
    assert not any("标题写的是" in doubts[name] for name in ("都有.txt", "没写.txt"))
    assert not any(each.doubt for each in folder_check.run(tmp_path, [tmp_path / "组织.txt"], [branch]))
    outcomes = list(folder_check.run(tmp_path, [tmp_path / "组织.txt"], democratic))
    folder_table.save(folder_owners.of(outcomes, ()), tmp_path / "a.xlsx")
    assert any(told in str(cell) for row in table(tmp_path / "a.xlsx")["总表"] for cell in row)
    (outcome,) = folder_check.run(tmp_path, [write(tmp_path, insertion.fresh(democratic[0]))], [branch])
    assert "标题写的是民主生活会，检查时用的是组织生活会的要求" in outcome.doubt


def write(folder, text):
    path = folder / "民主.txt"
    path.write_text(text, "utf-8")
    return path


def with_notice_of(template, **more):
    """Let a notice ask for the first part alone; what else there is comes of the general outline."""
    first, *rest = template.parts
    return replace(template, parts=(replace(first, certainty=Certainty.NOTICE), *rest), **more)


def test_how_far_it_is_from_the_length_asked_for_and_what_was_not_asked_for(tmp_path):
    (asked,) = (each for each in of_year(2025) if each.subject is Subject.INDIVIDUAL)
    asked = with_notice_of(asked, length=Length(2700, 0, Certainty.NOTICE))
    beside = [part for part, parent in asked.all_parts() if parent is None and asked.unasked(part)]
    text = insertion.fresh(asked).replace("\n", "\n学习抓得不紧。\n")
    (tmp_path / "a.txt").write_text(f"{asked.name}个人对照检查材料\n一、存在的问题\n学习抓得不紧。\n", "utf-8")
    (outcome,) = folder_check.run(tmp_path, folder_check.files_in(tmp_path), [asked])

    assert outcome.short == f"全文只有{outcome.length}字，本次要求不少于2700字"
    short = replace(asked, length=Length(0, 3500, Certainty.NOTICE))
    (outcome,) = folder_check.run(tmp_path, folder_check.files_in(tmp_path), [short])
    assert outcome.short == f"全文只有{outcome.length}字，似尚未写完"  # a limit is no reason
    assert beside
    assert not {part.short for part in beside} & set(outcome.missing)
    facts = analyse(insertion.fresh(asked), asked)
    told = {each.message: each for each in facts.findings if about(each) is About.EMPTY_SECTION}
    headings = [each for part in beside for each in told.values() if part.heading in each.message]
    assert headings
    assert {each.severity for each in headings} == {Severity.HINT}
    assert {each.basis for each in headings} == {"通用提纲，本次通知未写这一项"}
    gone = [each for each in analyse(text.split("\n")[0], asked).findings if about(each) is About.MISSING_PART]
    assert {each.severity for each in gone if "通知未写" in each.advice} == {Severity.HINT}
    assert {each.basis for each in gone if "通知未写" in each.advice} == {"通用提纲，本次通知未写这一项"}


def test_a_folder_that_went_away_is_not_made_again(tmp_path):
    folder_check.still_there(tmp_path)
    with pytest.raises(Unreadable, match="被移走、改名或删除"):
        folder_check.still_there(tmp_path / "没有了")


@pytest.mark.parametrize(("title", "doubted"), [("2026年度", None), ("2025年度", 2025), ("", None)])
def test_no_doubt_of_a_year_without_a_notice(title, doubted):
    """What is general says little: a text of its aspects is doubted only where its title bears another year."""
    (template,) = (each for each in of_year(2025) if each.subject is Subject.INDIVIDUAL)
    general = template_shelf.for_year(template_shelf.find("general-democratic-individual"), 2026)
    text = insertion.fresh(general).replace("2026年度", title)

    assert other_year(text, general) == doubted
    assert other_year(insertion.fresh(template), general) == 2025


def test_two_materials_in_a_file_are_not_added_up(tmp_path, finished_sample):
    (tmp_path / "两篇.txt").write_text(finished_sample + finished_sample, "utf-8")
    (outcome,) = folder_check.run(tmp_path, folder_check.files_in(tmp_path))
    folder_table.save(folder_owners.of([outcome], ()), tmp_path / "a.xlsx")
    head, row = table(tmp_path / "a.xlsx")["各部分字数"]
    row = dict(zip(head, row, strict=False))

    assert (outcome.materials, outcome.problems, outcome.measures, outcome.examined) == (2, None, None, None)
    assert "一个文件里有2份材料" in table(tmp_path / "a.xlsx")["总表"][1][7]
    assert row.get("整改占比") is None


def test_only_a_table_is_written(capsys, folder):
    target = folder / "2-林.docx"
    before = target.read_bytes()

    assert cli.main(["batch", str(folder), "-o", str(target)]) == 2
    assert ".xlsx" in capsys.readouterr().err
    assert target.read_bytes() == before


def test_stopped_by_the_keyboard(capsys, folder, monkeypatch):
    def stopped(*_, **__):
        yield folder_outcome.Outcome("a.txt")
        raise KeyboardInterrupt

    monkeypatch.setattr(folder_check, "run", stopped)

    assert cli.main(["batch", str(folder), "-o", str(folder / "结果.xlsx")]) == 2
    assert "查到第1份时停止，没有保存结果。" in capsys.readouterr().err
    assert not (folder / "结果.xlsx").exists()


HOSTILE = ["=1+1", "+cmd|' /C calc'!A0", "-2", "@SUM(A1)", "http://a.b/c", "_x0041_", "<&>\"'", "\t=1", "007", "1e5"]


def test_no_text_becomes_a_formula_or_a_link(tmp_path):
    rows = [(text, 1, 0.5, None) for text in HOSTILE]
    (tmp_path / "a.xlsx").write_bytes(
        xlsx.write([xlsx.Sheet("甲", [("子", 9), ("丑", 9), ("寅", 9), ("卯", 9)], rows)])
    )
    read = table(tmp_path / "a.xlsx")["甲"]

    assert [row[0].replace("_x005F", "") for row in read[1:]] == HOSTILE
    assert read[1][1:3] == [1, 0.5]


def test_hostile_names_and_texts_come_through(tmp_path):
    names = ["=1+1.txt", "@甲.txt", "&乙.txt"]
    if os.name == "posix":  # no file on Windows is called so
        names += ["<丙>.txt", "a\x07\nb.txt", "\udcff.txt"]
    for name in names:
        (tmp_path / name).write_text(f"=HYPERLINK(XX)\n{TEXT}", "utf-8")
    out = tmp_path / "结果.xlsx"
    outcomes = list(folder_check.run(tmp_path, folder_check.files_in(tmp_path)))
    folder_table.save(folder_owners.of(outcomes, ()), out)

    assert not any(each.problem for each in outcomes)
    assert set(names[:4]) <= {row[2] for row in table(out)["各部分字数"]}
    assert len(table(out)["各部分字数"]) == 1 + len(names)


def test_the_table_is_made_to_be_read(tmp_path):
    long = "长" * 40_000
    (tmp_path / "a.xlsx").write_bytes(xlsx.write([xlsx.Sheet("甲", [("子", 9), ("丑", 30)], [(long, 1)] * 3)]))
    with zipfile.ZipFile(tmp_path / "a.xlsx") as archive:
        xml = archive.read("xl/worksheets/sheet1.xml").decode()

    assert 'state="frozen"' in xml
    assert '<autoFilter ref="A1:B4"/>' in xml
    assert len(re.findall("<col ", xml)) == 2
    assert len(table(tmp_path / "a.xlsx")["甲"][1][0]) == 32_767


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("a.docx", b"broken!", "损坏"),
        ("a.doc", "材料\n".encode("gbk"), "损坏"),
        ("a.docx", b"\0\1\2\3\4\5\6", "损坏"),
        ("a.pdf", b"1234567", "损坏"),
        ("a.docx", b"", "空的"),
        ("a.docx", b"PK\3\4abc", "已损坏"),
        ("a.docx", b"\xff\xd8\xff\xe0\0\x10JFIF", "图片"),
        ("a.docx", word(TEXT)[:900], "损坏"),
    ],
)
def test_what_is_called_a_document_and_is_none_is_told_as_unreadable(tmp_path, name, data, told):
    (tmp_path / name).write_bytes(data)
    (outcome,) = folder_check.run(tmp_path, folder_check.files_in(tmp_path))

    assert told in outcome.problem


def test_a_text_under_a_documents_name_is_read(tmp_path):
    (tmp_path / "a.doc").write_text(f"<html><p>{TEXT}</p></html>", "utf-8")
    (tmp_path / "b.doc").write_text(TEXT, "gbk")
    assert [each.problem for each in folder_check.run(tmp_path, folder_check.files_in(tmp_path))] == ["", ""]


def test_what_this_program_wrote_and_a_notice_are_no_materials(tmp_path, finished_sample):
    """Whatever they are called; their 姓名 makes no list, their names nobody's draft."""
    (tmp_path / "张三.txt").write_text(finished_sample, "utf-8")
    first = list(folder_check.run(tmp_path, folder_check.files_in(tmp_path)))
    people = tuple(Person(name) for name in ("张三", "李四", "王五"))
    folder_table.save(folder_owners.of(first, people), tmp_path / "汇总.xlsx")
    (tmp_path / "张三（退回）.docx").write_bytes(correction.write("张三同志：\n材料已看。"))
    notice = "关于召开2025年度民主生活会的通知\n各科室：\n现将2025年度民主生活会有关事项通知如下。\n"
    notice += "一、撰写对照检查材料，不超过3500字。\n二、1月15日前报办公室。\n中心党组\n2026年1月5日\n"
    (tmp_path / "附件.txt").write_text(notice, "utf-8")
    outcomes = {each.file: each for each in folder_check.run(tmp_path, folder_check.files_in(tmp_path))}

    assert {name: each.no_material for name, each in outcomes.items()} == {
        "张三.txt": "",
        "汇总.xlsx": folder_no_materials.OUR_TABLE,
        "张三（退回）.docx": "这是本程序写的修改单",
        "附件.txt": "这不是材料，是会议通知",
    }
    assert folder_owners.people_of(tmp_path, outcomes.values()) == ()


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("林知远-台账.et", ole({"Workbook": b"x"}), "，是旧版Excel、WPS表格，未能读取"),
        ("林知远-台账.xls", ole({"Book": b"x"}), "，是旧版Excel、WPS表格，未能读取"),
        ("林知远.doc", ole({"Workbook": b"x"}), "，是旧版Excel、WPS表格，未能读取"),
        ("名单.xls", ole({"Workbook": b"x"}), "，是旧版Excel、WPS表格，未能读取；要用作应交名单，请另存为.xlsx再检查"),
        (
            "林知远.ods",
            archive(mimetype="application/vnd.oasis.opendocument.spreadsheet"),
            "，是OpenDocument表格，未能读取",
        ),
        ("林知远-密码.xlsx", ole({"EncryptedPackage": b"x"}), "，是表格，未能读取"),
        ("林知远-坏.xls", b"\xd0\xcf\x11\xe0" + b"\1" * 600, "，是表格，未能读取"),
        ("林知远-导出.xls", "<table><tr><td>日期</td><td>事项</td></tr></table>".encode(), "，是表格"),
        ("林知远-台账.csv", "日期,事项\n3月2日,走访\n".encode("gbk"), "，是表格"),
        ("林知远-台账.xlsx", xlsx.write([xlsx.Sheet("账", [("日期", 9)], [("3月2日",)])]), "，是Excel表格"),
        ("林知远.ppt", ole({"PowerPoint Document": b"x"}), "，是演示稿"),
    ],
)
def test_a_table_is_nobodys_material_whatever_is_inside(tmp_path, finished_sample, name, data, told):
    """One with a password, damaged or of an old program too: all are told beside the rows, under nobody's name."""
    (tmp_path / "林知远.txt").write_text(finished_sample, "utf-8")
    (tmp_path / name).write_bytes(data)
    outcomes = list(folder_check.run(tmp_path, folder_check.files_in(tmp_path)))
    made = folder_owners.of(outcomes, (Person("林知远"),))

    assert [(row.latest.file, row.unread) for row in made.rows] == [("林知远.txt", ())]
    assert [(each.file, each.no_material) for each in made.others] == [(name, f"这不是材料{told}")]
    assert folder_no_materials.is_of_another_kind(tmp_path / name)


def test_a_word_file_that_is_called_a_table_is_read(tmp_path):
    (tmp_path / "林知远.xlsx").write_bytes(word(TEXT))
    assert not folder_no_materials.of_file(tmp_path / "林知远.xlsx")


def test_who_speaks_is_told_by_the_text_where_only_one_template_was_chosen(tmp_path, finished_sample):
    (tmp_path / "林知远.txt").write_text(finished_sample, "utf-8")
    body = finished_sample.replace("个人对照", "领导班子对照").replace("我", "班子")
    (tmp_path / "班子.txt").write_text(body, "utf-8")
    for template in of_year(2025):
        outcomes = {each.file: each for each in folder_check.run(tmp_path, folder_check.files_in(tmp_path), [template])}
        rows = folder_owners.of(list(outcomes.values()), (Person("林知远"),)).rows

        assert [(row.person.name, row.latest.file) for row in rows] == [
            ("林知远", "林知远.txt"),
            ("领导班子", "班子.txt"),
        ]
        odd = "林知远.txt" if template.subject is Subject.LEADERSHIP else "班子.txt"
        assert outcomes[odd].doubt.startswith("内容是")


def test_a_file_with_nothing_in_it_is_known_as_such(tmp_path):
    for name, data in (("孙海.docx", b""), ("李四.txt", b"\n \n"), ("赵六.docx", b"PK broken")):
        (tmp_path / name).write_bytes(data)
    outcomes = folder_check.run(tmp_path, folder_check.files_in(tmp_path))

    assert {each.file: each.is_blank for each in outcomes} == {"孙海.docx": True, "李四.txt": True, "赵六.docx": False}


@pytest.mark.parametrize(
    ("called", "head", "by", "doubt"),
    [
        (
            "一",
            "（李四　2026年1月10日）\n{title}\n县水务局\n周强",
            ("", ""),
            "署名不一致（周强、李四），请核对是谁的材料",
        ),
        ("周强", "县水务局　周强\n{title}\n李四", ("县水务局", "周强"), "署名不一致（李四、周强），请核对是谁的材料"),
        ("二", "（初稿）\n周强\n{title}", ("", "周强"), ""),
        ("三", "县水务局\n{title}\n——副局长　周强", ("县水务局", "周强"), ""),
        ("四", "{title}\n周强\n县水务局", ("县水务局", "周强"), ""),
        ("五", "{title}\n周强\n审核：李四", ("", "周强"), ""),
    ],
)
def test_who_signed_stands_in_the_table_or_that_two_did(tmp_path, called, head, by, doubt):
    title, _, text = TEXT.partition("\n")
    (tmp_path / f"{called}.txt").write_text(f"{head.format(title=title)}\n{text}", "utf-8")
    (outcome,) = folder_check.run(tmp_path, folder_check.files_in(tmp_path))

    assert ((outcome.by.unit, outcome.by.name), outcome.doubt) == (by, doubt)
    assert outcome.title == (title if called != "三" else f"县水务局{title}")


def test_several_names_below_a_leaderships_title_are_no_doubt(tmp_path):
    _, _, text = TEXT.partition("\n")
    head = "县水务局领导班子2025年度民主生活会对照检查材料\n党组书记　周强\n党组成员　李四"
    text = text.replace("我检查", "局党组检查").replace("下乡", "局党组一班人下乡")
    (tmp_path / "班子.txt").write_text(f"{head}\n{text}", "utf-8")
    (outcome,) = folder_check.run(tmp_path, folder_check.files_in(tmp_path))

    assert (outcome.of_body, outcome.by.unit, outcome.doubt) == (True, "县水务局", "")
