"""`duizhao carry`, and the scorer of carried samples where it is there."""

import json
import re
import subprocess
import sys
import zipfile

import docx
import pytest
from file_samples import with_hidden_row

from assistant.commands import cli
from assistant.facts.last_year.list_table import of_table
from assistant.files import references
from assistant.files.draft import Draft, DraftFile, TemplateChoice
from assistant.files.writers import xlsx

OLD = (
    "2024年度民主生活会个人对照检查材料\n我对照检查如下。\n一、存在的突出问题\n（一）带头增强党性、严守纪律、砥砺作风方面\n"
    "1.2024年组织生活请假多。\n二、原因剖析\n放松要求。\n三、整改措施\n1.按时参加组织生活。\n"
)


@pytest.fixture
def old(tmp_path):
    path = tmp_path / "去年.txt"
    path.write_text(OLD, "utf-8")
    return path


def run(capsys, *arguments):
    code = cli.main([str(argument) for argument in arguments])
    captured = capsys.readouterr()
    return code, captured.out, captured.err


def test_the_places_and_rows_as_json(capsys, old):
    code, out, _ = run(capsys, "carry", old, "--template", "2025-democratic-individual", "--json")
    answer = json.loads(out)
    at = OLD.index("1.2024年")

    assert code == 0
    assert answer["last"] == "2024-democratic-individual"
    assert {"start": at, "part": "party_spirit"} in answer["sections"]
    assert answer["rows"] == [{"problem": at, "measures": [OLD.index("1.按时")], "text": "2024年组织生活请假多"}]
    assert [each["kind"] for each in answer["stale"]] == ["year"]


@pytest.mark.parametrize("name", ["新.txt", "新.md", "新.docx", "新.duizhao"])
def test_the_new_text_is_written_and_last_years_left_alone(capsys, old, name):
    out = old.with_name(name)
    code, told, _ = run(capsys, "carry", old, "--template", "2025-democratic-individual", "-o", out)

    assert code == 0
    assert "→ 固本培元、增强党性" in told
    assert "（按“2024年度民主生活会 · 班子成员个人”的要求读取）；原文件未改" in told
    text = run(capsys, "text", out)[1]
    assert "（二）带头固本培元、增强党性方面\n1.2024年组织生活请假多。" in text
    assert "当时提出“按时参加组织生活”。【完成情况】" in text
    assert old.read_text("utf-8") == OLD


def test_fresh_has_only_the_promises(capsys, old):
    out = old.with_name("新.txt")
    run(capsys, "carry", old, "--template", "2025-democratic-individual", "--fresh", "-o", out)
    text = out.read_text("utf-8")

    assert "放松要求" not in text
    assert "关于“2024年组织生活请假多”的问题" in text


def test_a_material_of_no_known_meeting_is_told(capsys, tmp_path):
    path = tmp_path / "随笔.txt"
    path.write_text("去年的想法\n学习不够经常。\n", "utf-8")
    told = run(capsys, "carry", path, "--template", "2025-democratic-individual")[1]

    assert "（没有认出是哪次会议的材料）；原文件未改" in told


def test_a_file_that_is_there_is_not_replaced(capsys, old):
    code, _, told = run(capsys, "carry", old, "--template", "2025-democratic-individual", "-o", old)

    assert code == 2
    assert "程序不覆盖" in told
    assert old.read_text("utf-8") == OLD


def test_samples_are_carried_as_a_careful_person_would(capsys, samples, tmp_path):
    golds = sorted((samples / "carry").glob("*.json"))
    if not golds:
        pytest.skip("没有 carry 样本")
    for gold in golds:
        wanted = json.loads(gold.read_text("utf-8"))
        source = samples / "materials" / wanted["source"]
        code, out, _ = run(capsys, "carry", source, "--template", wanted["template"], "--json")
        assert code == 0
        (tmp_path / gold.name).write_text(out, "utf-8")
    scorer = [sys.executable, str(samples / "score_carry.py"), str(samples / "carry"), str(tmp_path)]
    total = subprocess.run(scorer, capture_output=True, text=True, check=True).stdout.strip().split("\n")[-1]
    score = {
        name: float(value)
        for name, value in re.findall(r"(placed|best|rows|precision|recall) \d+/\d+ ([0-9.]+)", total)
    }
    counts = dict(re.findall(r"(lost|bare) (\d+)", total))

    assert score["placed"] >= 0.98, total
    assert score["best"] >= 0.9, total
    assert int(counts["bare"]) <= 1, total
    assert counts["lost"] == "0", total
    assert score["rows"] >= 0.95, total
    assert score["precision"] >= 0.95, total
    assert score["recall"] >= 0.8, total


def test_check_beside_last_year(capsys, old):
    new = old.with_name("今年.txt")
    run(capsys, "carry", old, "--template", "2025-democratic-individual", "-o", new)
    code, out, _ = run(capsys, "check", new, "--last", old, "--json")
    answer = json.loads(out)["last"]
    part = next(each for each in answer["parts"] if each["id"] == "party_spirit")

    assert code == 1  # 【完成情况】
    assert part["copied"] == part["length"] > 0
    assert answer["rows"] == [
        {"problem": "2024年组织生活请假多", "measures": ["按时参加组织生活"], "state": "missing"},
    ]
    assert len(answer["untouched"]) == 3
    assert "去年的问题和措施1项：已写0项，未写1项，已说明未完成0项" in run(capsys, "check", new, "--last", old)[1]


def test_check_without_last_year_says_nothing_of_it(capsys, old):
    assert "last" not in json.loads(run(capsys, "check", old, "--json")[1])


def test_the_offices_own_list_wins_over_the_text(capsys, old):
    """What was said at the meeting stands in the list alone."""
    listed, new = old.with_name("清单.xlsx"), old.with_name("今年.txt")
    rows = [("会上批评意见：讲话长", "讲话不超过十分钟"), ("", "发言先列提纲")]
    listed.write_bytes(xlsx.write([xlsx.Sheet("清单", (("问题", 9), ("措施", 9)), rows)]))
    told = run(capsys, "carry", old, "--template", "2025-democratic-individual", "-o", new, "--list", listed)[1]
    assert told.startswith("读到1个问题，对应的整改措施2条")
    assert (
        "1.关于“会上批评意见：讲话长”的问题。当时提出“讲话不超过十分钟”“发言先列提纲”。【完成情况】"
        in new.read_text("utf-8")
    )

    out = run(capsys, "check", new, "--list", listed, "--stage", "review")[1]
    assert "去年的问题和措施1项：已写0项，未写1项" in out
    assert "相同的长句" not in out
    sheet = xlsx.Sheet("清单", (("问题", 9), ("措施", 9)), [*rows, ("走访少", "每月一次")])
    listed.write_bytes(with_hidden_row(xlsx.write([sheet]), 3))
    told = run(capsys, "check", new, "--list", listed)[2]
    assert "清单.xlsx：隐藏或筛选掉的行未带入（1处）" in told
    listed.write_bytes(xlsx.write([xlsx.Sheet("名单", (("姓名", 9),), [])]))
    code, _, refused = run(capsys, "check", new, "--list", listed)
    assert (code, "“问题”" in refused) == (2, True)


def test_a_draft_brings_last_year_along(capsys, old):
    read = references.read(old)
    path = old.with_name("今年.duizhao")
    DraftFile(path).save(Draft(OLD, TemplateChoice("2025-democratic-individual"), references=(read.reference,)))
    assert "last" not in json.loads(run(capsys, "check", path, "--json")[1])
    references.keep(read.text)

    assert json.loads(run(capsys, "check", path, "--json")[1])["last"]["template"] == "2024-democratic-individual"


@pytest.mark.parametrize("name", ["表.xlsx", "表.docx"])
def test_the_offices_table(capsys, old, name):
    """The promises alone, then with what this year's text says of them; both forms can be read again."""
    table, new = old.with_name(name), old.with_name("今年.txt")
    run(capsys, "carry", old, "--template", "2025-democratic-individual", "-o", new, "--table", table)
    cells = read_table(table)

    assert cells[0] == ["序号", "方面", "查摆的问题", "整改措施", "完成情况", "佐证"]
    assert cells[1] == ["1", "增强党性、严守纪律、砥砺作风", "2024年组织生活请假多", "按时参加组织生活", "", ""]
    told = "组织生活请假多的问题，今年只请假一次，其余都按时参加了。"
    new.write_text(re.sub(r"1\.关于.*", told, new.read_text("utf-8")), "utf-8")
    run(capsys, "check", new, "--last", old, "--table", table)
    assert read_table(table)[1][4] == told
    assert [row.problem for row in of_table(read_table(table))] == ["2024年组织生活请假多"]


@pytest.mark.parametrize("name", ["表.xlsx", "表.docx"])
def test_the_offices_table_tells_until_when_and_by_whom_as_the_list_does(capsys, old, name):
    listed, table = old.with_name("清单.csv"), old.with_name(name)
    lines = (
        "问题,措施,责任人,完成时限,备注",
        "走访少,每月走访一次,何静宜,长期,无",
        ",帮一户修房,何静宜,6月底前,",
        "讲话长,不超过十分钟,,,",
    )
    listed.write_text("\n".join(lines), "utf-8")
    run(capsys, "carry", old, "--template", "2025-democratic-individual", "--list", listed, "--table", table)

    assert read_table(table) == [
        ["序号", "方面", "查摆的问题", "整改措施", "完成时限", "责任人", "完成情况", "佐证"],
        ["1", "", "走访少", "每月走访一次；帮一户修房", "长期；6月底前", "何静宜", "", ""],
        ["2", "", "讲话长", "不超过十分钟", "", "", "", ""],
    ]


def read_table(path):
    if path.suffix == ".docx":
        return [[cell.text for cell in row.cells] for row in docx.Document(str(path)).tables[0].rows]
    with zipfile.ZipFile(path) as book:
        strings = re.findall(r"<t[^>]*>([^<]*)</t>", book.read("xl/sharedStrings.xml").decode())
        page = book.read("xl/worksheets/sheet1.xml").decode()
    rows = re.findall(r"<row .*?</row>", page)
    return [[strings[int(v)] for v in re.findall(r"<v>([0-9]+)</v>", row)] for row in rows]


def test_a_table_has_its_own_name_and_its_sources(capsys, old):
    assert run(capsys, "check", old, "--table", old.with_name("表.xlsx"))[0] == 2
    assert run(capsys, "carry", old, "--template", "2025-democratic-individual", "--table", old)[0] == 2
    assert "不能是" in run(capsys, "carry", old, "--template", "2025-democratic-individual", "--table", "表.pdf")[2]
