"""The command compare: for the eye, as JSON, as tracked changes; it overwrites nothing."""

import json

import pytest

from assistant.commands import cli
from assistant.files import layouts
from assistant.files.writers import docx_frame

OLD = "一、存在的问题\n理论学习不够系统，全年自学12次。\n二、整改措施\n每月一次。"
NEW = "一、存在的问题\n理论学习不够系统，全年自学15次。\n二、整改措施\n每月一次。\n由本人负责。"


@pytest.fixture
def pair(tmp_path):
    (tmp_path / "初稿.txt").write_text(OLD, "utf-8")
    (tmp_path / "送审稿.txt").write_text(NEW, "utf-8")
    return str(tmp_path / "初稿.txt"), str(tmp_path / "送审稿.txt")


def test_changes_are_listed_under_their_headings(capsys, pair):
    assert cli.main(["compare", *pair]) == 1
    assert capsys.readouterr().out.splitlines() == [
        "一、存在的问题",
        "  ～理论学习不够系统，全年自学[-12-]{+15+}次。",
        "二、整改措施",
        "  ＋由本人负责。",
        "增加1段，改写1段",
    ]


def test_the_same_text_is_said_to_be_the_same(capsys, pair):
    assert cli.main(["compare", pair[0], pair[0]]) == 0
    assert capsys.readouterr().out == "两份文字完全相同。\n"


def test_json_holds_both_texts(capsys, pair):
    cli.main(["compare", *pair, "--json"])
    rows = json.loads(capsys.readouterr().out)["rows"]

    assert "\n".join("".join(new for _, new in row["pieces"]) for row in rows if row["new"]) == NEW
    assert [row["kind"] for row in rows] == ["same", "changed", "same", "same", "added"]


def test_tracked_changes_are_written_and_nothing_is_overwritten(capsys, pair, tmp_path):
    out = tmp_path / "对照.docx"
    assert cli.main(["compare", *pair, "-o", str(out)]) == 1
    before = out.read_bytes()
    assert before.startswith(b"PK")
    assert cli.main(["compare", *pair, "-o", str(out)]) == 2
    assert "已经存在" in capsys.readouterr().err
    assert out.read_bytes() == before
    assert cli.main(["compare", *pair, "-o", str(tmp_path / "对照.txt")]) == 2


def test_an_empty_reading_is_not_exported(capsys, tmp_path):
    (tmp_path / "空.docx").write_bytes(docx_frame.empty(layouts.wanted(None)))
    assert cli.main(["export", str(tmp_path / "空.docx"), "-o", str(tmp_path / "出.docx")]) == 2
    assert "没有读到文字" in capsys.readouterr().err
    assert not (tmp_path / "出.docx").exists()
