"""Files out of a zip that was made on a Chinese Windows: on 统信 and 麒麟 their names are GBK and no UTF-8."""

import os
import sys
import zipfile

import pytest

from assistant.commands import cli, folder_check, folder_no_materials, folder_owners
from assistant.files import naming

TEXT = "个人对照检查材料\n一、存在的突出问题\n（一）带头担当作为方面\n下乡XX次。学习不够深入，理解不够透彻，运用不够自觉，主动学习的劲头有所松懈，联系实际思考不多。\n"
CALLED = ("财务科 李某某 第二稿.txt", "财务科 王小山 第二稿.txt")  # in GBK, 某某 looks like other letters in UTF-8
pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="只有Linux上的文件名可以不是Unicode")


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "材料"  # named by this system: a path is read folder by folder
    made.mkdir()
    for name in CALLED:
        (made / os.fsdecode(name.encode("gbk"))).write_text(TEXT, "utf-8")
    (made / "名单.txt").write_text("李某某\n王小山\n", "utf-8")
    return made


def test_a_folder_of_them_is_laid_to_the_people_they_are_called_by(folder):
    people = folder_no_materials.people_in(folder / "名单.txt").people
    checked = folder_owners.of([*folder_check.run(folder, folder_check.files_in(folder))], people)

    assert [(row.person.name, row.draft, row.latest.called) for row in checked.rows] == [
        ("李某某", 2, CALLED[0]),
        ("王小山", 2, CALLED[1]),
    ]
    assert all((folder / row.latest.file).is_file() for row in checked.rows)  # it is opened as the system calls it


def test_tables_and_sheets_name_them_as_people_do(folder, tmp_path, capsys):
    assert cli.main(["batch", str(folder), "-o", str(tmp_path / "o.xlsx"), "--sheets", str(tmp_path / "单")]) == 1
    with zipfile.ZipFile(tmp_path / "o.xlsx") as table:
        held = table.read("xl/sharedStrings.xml").decode("utf-8")
    assert all(name in held for name in CALLED)
    err = capsys.readouterr().err
    assert all(name in err for name in CALLED)
    assert any("李某某" in path.name for path in (tmp_path / "单").iterdir())


def test_the_command_line_names_them_as_people_do(folder, capsys):
    (odd,) = (path for path in folder.iterdir() if naming.shown_name(path) == CALLED[0])

    assert cli.main(["check", str(odd)]) == 1
    assert cli.main(["export", str(odd), "-o", str(odd)]) == 2
    assert cli.main(["check", f"{odd}.docx"]) == 2
    shown = capsys.readouterr()
    assert shown.out.startswith(f"{folder / CALLED[0]}（")
    refused, gone = shown.err.splitlines()
    assert refused.startswith(f"{folder / CALLED[0]}：导出的是Word")
    assert f"不能是“{CALLED[0]}”" in refused
    assert gone.startswith(f"{folder / CALLED[0]}.docx：没有找到")
    assert cli.main(["compare", "--all", str(folder)]) == 1
    assert f"{CALLED[0]} 与 {CALLED[1]}" in capsys.readouterr().out
