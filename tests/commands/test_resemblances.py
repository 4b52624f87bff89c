"""compare --all: which materials of a folder resemble each other, for the office and for nobody else."""

import io
import json
import zipfile
from concurrent.futures.process import BrokenProcessPool

import pytest

from assistant.commands import cli, resemblances
from assistant.commands.folder_check import files_in
from assistant.files.writers import xlsx

OWN = [
    "集中学习只看了会议材料，重点章节没有做笔记，到单位检查时才发现漏了两章，后来用周末补读了一遍并写了心得。",
    "去年十月下乡两次，一次只到了村委会，没有进户，低保户老周家的房顶漏雨是后来从简报上看到的，当月没有处理。",
    "值班表是照着上一季度抄的，有一天排错了人，节假日没有人接电话，群众反映以后才改过来，教训记在了台账里。",
]


@pytest.fixture
def folder(tmp_path):
    texts = {
        "1张三.txt": [OWN[0], OWN[1] * 2],
        "2李四.txt": [OWN[2], OWN[1] * 2],
        "3王五.txt": [OWN[2][:30], OWN[0][:10]],
    }
    place = tmp_path / "今年"
    place.mkdir()
    for name, lines in texts.items():
        (place / name).write_text("一、存在的问题\n" + "\n".join(lines), "utf-8")
    return place


def test_pairs_are_told_with_length_and_longest_run(folder, capsys):
    assert cli.main(["compare", "--all", str(folder)]) == 1
    first, second, last = capsys.readouterr().out.splitlines()

    assert first == "1张三.txt 与 2李四.txt：相同1处105字，占较短一份的68%（固定表述不计）"
    assert second.startswith("  最长一处：“去年十月下乡两次，一次只到了村委会")
    assert last == "比较了3份：材料之间有大段相同的1对。"


def test_a_draft_and_its_own_word_file_are_one(folder, capsys):
    (folder / "1张三.md").write_text((folder / "1张三.txt").read_text("utf-8"), "utf-8")
    assert cli.main(["compare", "--all", str(folder)]) == 1

    assert "1张三.txt 与 1张三.md" not in capsys.readouterr().out.replace(
        "1张三.md 与 1张三.txt", "1张三.txt 与 1张三.md"
    )


def test_json_and_table(folder, tmp_path, capsys):
    out = tmp_path / "相同.xlsx"
    (folder / "坏.docx").write_bytes(b"PK\3\4 broken")
    assert cli.main(["compare", "--all", str(folder), "--json", "-o", str(out)]) == 2
    answer, told = json.loads(capsys.readouterr().out), capsys.readouterr()

    assert (answer["files"], [each["file"] for each in answer["unread"]]) == (3, ["坏.docx"])
    (pair,) = answer["pairs"]
    assert (pair["first"], pair["second"], pair["last"], pair["length"]) == ("1张三.txt", "2李四.txt", False, 105)
    text = (folder / "1张三.txt").read_text("utf-8")
    assert [text[slice(*run["first"])] for run in pair["runs"]] == [run["text"] for run in pair["runs"]]
    assert not told.err
    book = "".join(
        zipfile.ZipFile(io.BytesIO(out.read_bytes())).read(name).decode()
        for name in ("xl/sharedStrings.xml", "xl/workbook.xml")
    )
    assert "相同的材料" in book
    assert "1张三.txt" in book


def test_last_years_folder(folder, tmp_path, capsys):
    last = tmp_path / "去年"
    last.mkdir()
    (last / "王五.txt").write_text("开头。\n" + OWN[2] * 3, "utf-8")
    (folder / "3王五.txt").write_text("一、问题\n" + OWN[2] * 3, "utf-8")

    assert cli.main(["compare", "--all", str(folder), "--last", str(last)]) == 1
    told = capsys.readouterr().out
    assert told.startswith("3王五.txt 与 本人去年的 王五.txt：相同1处")  # before what is longer or of this year
    assert "与去年的材料有大段相同的" in told


def test_this_programs_own_table_is_no_material_that_could_not_be_read(folder, tmp_path):
    last = tmp_path / "去年"
    last.mkdir()
    (last / "王五.txt").write_text("开头。\n" + OWN[2] * 3, "utf-8")
    for place in (folder, last):
        (place / "检查结果.xlsx").write_bytes(xlsx.write([xlsx.Sheet("总表", [("姓名", 9)], [["王五"]])]))
    found = resemblances.find(folder, files_in(folder), last)

    assert (found.files, found.unread) == (3, ())


def test_nobody_is_told_whose_material_his_own_resembles(folder):
    found = resemblances.find(folder, files_in(folder))
    told = found.told_to_writer("1张三.txt")

    assert told == ("有1处共105字与同批其他材料相同，占扣除规定标题、固定表述后156字的67%。请按本人情况重写。")
    assert "李四" not in told
    assert found.told_to_writer("1张三.txt", is_body=True).endswith("后156字的67%。请按班子情况重写。")
    assert found.told_to_writer("3王五.txt") == ""


@pytest.mark.parametrize("least", [1, 24])
def test_it_is_found_in_another_process_too(folder, monkeypatch, least):
    monkeypatch.setattr(resemblances, "_WORTH_A_PROCESS", least)
    files = files_in(folder)

    assert resemblances.beside_a_window(folder, files, (), lambda: False) == resemblances.find(folder, files)
    assert resemblances.beside_a_window(folder, files, (), lambda: True) is None


@pytest.mark.parametrize("failure", [BrokenProcessPool("killed"), OSError("no process")])
def test_where_no_process_is_to_be_had_it_is_found_all_the_same(folder, monkeypatch, failure):
    def fail(*_):
        raise failure

    monkeypatch.setattr(resemblances, "_WORTH_A_PROCESS", 1)
    monkeypatch.setattr(resemblances, "_in_a_process", fail)
    found = resemblances.beside_a_window(folder, files_in(folder), (), lambda: False)

    assert [(each.file, each.other, each.length) for each in found.alike] == [("1张三.txt", "2李四.txt", 105)]


@pytest.mark.parametrize(
    "options",
    [
        ["--last", "去年"],
        ["甲.txt"],
        ["--all", "今年", "甲.txt"],
        ["--all", "没有的"],
        ["--all", "今年", "-o", "X.docx"],
    ],
)
def test_what_does_not_fit_together_is_said(options, folder, monkeypatch, capsys):
    monkeypatch.chdir(folder.parent)
    assert cli.main(["compare", *options]) == 2
    assert "。" in capsys.readouterr().err
