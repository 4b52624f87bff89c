import gc
import hashlib
import json
import re
import subprocess
import sys
import types
from dataclasses import replace
from pathlib import Path

import pytest
from templates.test_proposal import NOTICE
from word_files import with_hidden

from assistant import __main__
from assistant.commands import cli, command_names
from assistant.decisions import Decisions, Stage
from assistant.facts.insertion import fresh
from assistant.files import template_shelf
from assistant.files.draft import Draft, encode
from assistant.review.material import analyse
from assistant.review.mending import plan
from assistant.rules.leftovers import leftover_placeholder
from assistant.rules.registry import RULES
from assistant.text import Edit, apply

TEXT = "2025年度民主生活会个人对照检查材料\n按照2025年度民主生活会要求，我检查如下。\n一、存在的突出问题\n（一）带头担当作为方面\n下乡XX次。\n"


@pytest.fixture
def material(tmp_path):
    path = tmp_path / "材料.txt"
    path.write_text(TEXT, "utf-8")
    return path


def run(capsys, *arguments):
    code = cli.main([str(argument) for argument in arguments])
    captured = capsys.readouterr()
    return code, captured.out, captured.err


def test_text(capsys, material):
    assert run(capsys, "text", material) == (0, TEXT, "")


def test_the_replacement_of_a_fix_does_what_its_edits_do(capsys, tmp_path):
    text = (
        "2025年度民主生活会个人对照检查材料\n我检查如下，纠治“四风”、“四气”、“四病”,很好。\n一、存在的突出问题\n三、原因剖析\n放松了学习。。\n"
        '四、整改措施\n我说"改"。'
    )
    path = tmp_path / "材料.txt"
    path.write_text(text, "utf-8")
    findings = json.loads(run(capsys, "check", path, "--json")[1])["findings"]
    fixes = [(each, each["fix"]) for each in findings if each["fix"]]

    assert {"numbering_gap", "missing_part", "comma_between_quotes", "straight_quote"} <= {f["rule"] for f, _ in fixes}
    for finding, fix in fixes:
        edited = apply(text, [Edit(*edit) for edit in fix["edits"]])
        assert text[: fix["start"]] + fix["replacement"] + text[fix["end"] :] == edited
        assert fix["start"] <= finding["start"] <= finding["end"] <= fix["end"]
    safe = [Edit(*edit) for _, fix in fixes if fix["safe"] for edit in fix["edits"]]
    template = next(each for each in template_shelf.known() if each.id == "2025-democratic-individual")
    planned = plan(text, lambda now: analyse(now, template).findings)
    assert apply(text, safe) == apply(text, [edit for each in planned for edit in each.edits])


def test_outline_json(capsys, material):
    code, out, _ = run(capsys, "outline", material, "--json")
    answer = json.loads(out)

    assert code == 0
    assert answer["title"] == "2025年度民主生活会个人对照检查材料"
    assert answer["template"] == "2025-democratic-individual"
    assert answer["materials"] == [{"title": answer["title"], "start": 0, "end": len(TEXT) - 1}]
    chapter = answer["sections"][0]
    assert {key: chapter[key] for key in ("level", "number", "heading", "line")} == {
        "level": 1,
        "number": "一、",
        "heading": "存在的突出问题",
        "line": 3,
    }
    assert TEXT[chapter["start"] :].startswith("一、")
    part = next(part for part in answer["parts"] if part["id"] == "duty")
    assert (part["required"], part["parent"]) == (True, "problems")
    assert part["sections"] == [{"line": 4, "start": TEXT.index("（一）"), "heading": "带头担当作为方面"}]


def test_outline_json_tells_what_belongs_together(capsys, tmp_path):
    text = (
        "2025年度民主生活会个人对照检查材料\n一、存在的突出问题\n（一）带头强化政治忠诚、提高政治能力方面\n1.理论学习不够。读原著浅尝辄止。\n"
        "（二）带头干事创业、担当作为方面\n1.担当不够。遇到难题绕着走。\n二、原因剖析\n（一）理论武装不够。自学少。\n"
        "三、整改措施\n（一）敢于担当。直面难题。\n（二）加强理论学习。每周读原著。\n"
    )
    path = tmp_path / "材料.txt"
    path.write_text(text, "utf-8")
    _, out, _ = run(capsys, "outline", path, "--json")
    found = json.loads(out)["links"]

    def starts(*words):
        return [text.index(each) for each in words]

    assert [each["start"] for each in found["problems"]] == starts("1.理论学习", "1.担当不够")
    assert [each["start"] for each in found["causes"]] == starts("（一）理论武装")
    assert [each["start"] for each in found["measures"]] == starts("（一）敢于", "（二）加强")
    assert starts("1.理论学习", "（二）加强") in [each[:2] for each in found["links"]]
    assert starts("1.担当不够", "（一）敢于") in [each[:2] for each in found["links"]]
    assert all(0 < certainty <= 1 for *_, certainty in found["links"])
    assert found["orphans"].keys() == {"problems", "uncaused", "causes", "measures"}


def test_outline_for_people(capsys, material):
    _, out, _ = run(capsys, "outline", material)

    assert "  一、存在的突出问题\n" in out
    assert "整改措施：未见" in out


def test_check_json_and_exit_code(capsys, material):
    code, out, _ = run(capsys, "check", material, "--json")
    answer = json.loads(out)

    assert code == 1
    finding = next(f for f in answer["findings"] if f["rule"] == "leftover_placeholder")
    assert (finding["severity"], finding["line"], finding["text"], finding["fix"]) == ("error", 5, "XX", None)
    assert TEXT[finding["start"] : finding["end"]] == "XX"
    states = {part["id"]: part["state"] for part in answer["parts"]}
    assert (states["duty"], states["cause"]) == ("findings", "missing")


def test_quiet_lists_errors_only(capsys, material):
    code, out, _ = run(capsys, "check", material, "--quiet")
    listed, last = out.splitlines()[1:-1], out.splitlines()[-1]

    assert code == 1
    assert listed
    assert all("〔必改〕" in line for line in listed)
    assert last == f"  必改{len(listed)}处"
    _, out, _ = run(capsys, "check", material, "--quiet", "--json")
    assert {finding["severity"] for finding in json.loads(out)["findings"]} == {"error"}
    assert len(json.loads(out)["findings"]) == len(listed)
    states = {part["id"]: part["state"] for part in json.loads(out)["parts"]}
    assert (states["duty"], states["cause"]) == ("findings", "missing")


@pytest.mark.parametrize("rule_stage", list(Stage))
def test_the_stage_decides_which_rules_speak(capsys, material, tmp_path, monkeypatch, rule_stage):
    late = replace(leftover_placeholder.RULE, stage=rule_stage)
    rules = [late if rule.name == late.name else rule for rule in RULES]
    monkeypatch.setattr("assistant.review.material.analyse.__kwdefaults__", {**analyse.__kwdefaults__, "rules": rules})
    draft = tmp_path / "稿.duizhao"
    draft.write_bytes(encode(Draft(TEXT, None, Decisions(stage=Stage.REVIEW))))

    def speaks(path, *options):
        _, out, _ = run(capsys, "check", path, "--json", *options)
        return any(finding["rule"] == late.name for finding in json.loads(out)["findings"])

    for stage in Stage:
        assert speaks(material, "--stage", stage.value) == (rule_stage.rank <= stage.rank)
        assert speaks(draft, "--stage", stage.value) == (rule_stage.rank <= stage.rank)
    assert speaks(material)  # no draft: final
    assert speaks(draft) == (rule_stage.rank <= Stage.REVIEW.rank)  # its own


def test_json_and_sarif_exclude_each_other(capsys, material):
    with pytest.raises(SystemExit):
        run(capsys, "check", material, "--json", "--sarif")


def test_several_files_are_one_object_a_line(capsys, material, tmp_path):
    broken = tmp_path / "坏.docx"
    broken.write_bytes(b"PK\x03\x04")
    code, out, err = run(capsys, "check", material, broken, "--json")
    first, second = (json.loads(line) for line in out.splitlines())

    assert code == 2
    assert first["template"] == "2025-democratic-individual"
    assert "损坏" in second["error"]
    assert "损坏" in err


def test_a_text_too_long_for_slips_says_so(capsys, tmp_path):
    path = tmp_path / "长.txt"
    path.write_text("一、存在的问题\n" + "学得少，想得浅。\n" * 25_001, "utf-8")
    _, out, err = run(capsys, "check", path, "--json", "--quiet")
    assert json.loads(out)["notes"] == ["全文超过20万字，没有检查输入时选错的同音字"]
    assert "没有检查输入时选错的同音字" in err


def test_a_clean_material_gives_zero(capsys, tmp_path, finished_sample):
    path = tmp_path / "好.txt"
    path.write_text(finished_sample, "utf-8")

    assert run(capsys, "check", path)[0] == 0


def test_export_reads_back_byte_equal_and_leaves_the_source(capsys, material, tmp_path):
    before = hashlib.sha256(material.read_bytes()).hexdigest()
    out = tmp_path / "导出.docx"

    assert run(capsys, "export", material, "-o", out)[0] == 0
    assert run(capsys, "text", out) == run(capsys, "text", material)
    assert hashlib.sha256(material.read_bytes()).hexdigest() == before
    code, _, err = run(capsys, "export", out, "-o", out)
    assert (code, "同名" in err) == (2, True)


@pytest.mark.parametrize(
    ("name", "content"), [("稿.txt", None), ("稿", None), ("别的.docx", b"some notes"), ("夹.docx", "")]
)
def test_export_replaces_nothing_but_word_files(capsys, material, tmp_path, name, content):
    out = tmp_path / name
    if content == "":
        out.mkdir()
    elif content:
        out.write_bytes(content)
    code, _, err = run(capsys, "export", material, "-o", out)

    assert code == 2
    assert name in err
    assert content in ("", None) or out.read_bytes() == content
    assert content is not None or not out.exists()


def test_export_replaces_a_word_file_and_an_empty_one(capsys, material, tmp_path):
    out = tmp_path / "导出.docx"
    out.write_bytes(b"")
    assert run(capsys, "export", material, "-o", out)[0] == 0
    assert run(capsys, "export", material, "-o", out)[0] == 0


def test_a_mistyped_command_opens_no_window(capsys, monkeypatch):
    for argument in ("frob", "x" * 5000):
        monkeypatch.setattr("sys.argv", ["duizhao", argument])
        assert __main__.main() == 2
        err = capsys.readouterr().err
        assert all(command in err for command in __main__.COMMANDS)


def test_a_vanished_file_is_told_where_it_was_asked_for(capsys, monkeypatch, tmp_path):
    opened = []
    app = types.SimpleNamespace(run=lambda path: opened.append(path) or 0)
    monkeypatch.setitem(sys.modules, "assistant.ui.app", app)
    monkeypatch.setattr("assistant.ui.app", app, raising=False)
    monkeypatch.setattr(gc, "disable", lambda: None)
    gone = str(tmp_path / "没有.txt")
    monkeypatch.setattr("sys.argv", ["duizhao", gone])
    assert (__main__.main(), opened) == (0, [gone])  # nobody reads the output: the window tells
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)

    assert (__main__.main(), opened) == (2, [gone])
    assert "这个文件" in capsys.readouterr().err
    Path(gone).write_text(TEXT, "utf-8")
    assert (__main__.main(), opened) == (0, [gone, gone])


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["check", "a.txt", "--stage", "早"], "--stage 不能是“早”，可用草稿（draft）、送审（review）、定稿（final）"),
        (["check"], "还要写明 FILE"),
        (["check", "a.txt", "--json", "--sarif"], "--sarif 不能与 --json 同用"),
        (["check", "a.txt", "--template"], "--template 后面还要写明内容"),
        (["check", "a.txt", "--quiet=1"], "--quiet 后面不能写“1”"),
        (["check", "a.txt", "--frob"], "没有 --frob 这个选项"),
        (["new", "--template", "x", "-o", "n.txt", "--year", "明年"], "--year 须是整数，不能是“明年”"),
        (["--frob"], "还要写明 命令"),
        (["frob"], "没有“frob”这个命令"),
    ],
)
def test_a_mistyped_command_is_told_in_chinese(capsys, arguments, told):
    with pytest.raises(SystemExit) as stopped:
        run(capsys, *arguments)
    err = capsys.readouterr().err

    assert stopped.value.code == 2
    assert f"没有认出这条命令：{told}。\n" in err
    assert err.startswith("用法：")
    assert not re.search("error|usage|argument|expected", err)


def test_the_help_is_in_chinese(capsys):
    for arguments in ([], *([command] for command in __main__.COMMANDS)):
        with pytest.raises(SystemExit) as stopped:
            run(capsys, *arguments, "--help")
        out = capsys.readouterr().out
        assert stopped.value.code == 0
        assert not re.search("usage|options:|arguments:|show ", out)


def test_a_stage_may_be_named_in_chinese(capsys, material):
    for stage in Stage:
        english, chinese = (run(capsys, "check", material, "--json", "--stage", n) for n in (stage.value, stage.label))
        assert english == chinese


def test_a_template_file_is_no_material(capsys, tmp_path):
    for name in ("要求.toml", "要求.duizhaoreq"):
        (tmp_path / name).write_text("id = 'a'\n", "utf-8")
        code, out, err = run(capsys, "check", tmp_path / name)
        assert (code, out) == (2, "")
        assert "--template" in err


def test_what_new_can_write_is_told(capsys, tmp_path):
    code, _, err = run(capsys, "new", "--template", "general-democratic-individual", "-o", tmp_path / "n.pdf")

    assert code == 2
    assert ".md" in err


def test_the_list_tells_meetings_of_one_name_apart(capsys):
    lines = [line.split(None, 1)[1] for line in run(capsys, "templates")[1].splitlines()]

    assert len(lines) == len(set(lines))


def test_templates_are_listed(capsys):
    rows = json.loads(run(capsys, "templates", "--json")[1])

    assert {
        "id": "2021-democratic-individual",
        "year": 2021,
        "meeting": "democratic",
        "subject": "individual",
        "name": "党史学习教育专题民主生活会",
    } in rows
    assert "2022-organizational-member" in run(capsys, "templates")[1]


@pytest.mark.parametrize("suffix", ["duizhao", "docx", "txt"])
def test_new(capsys, tmp_path, suffix):
    path = tmp_path / f"新.{suffix}"
    arguments = ("new", "--template", "general-democratic-individual", "--year", "2026", "-o", path)

    assert run(capsys, *arguments)[0] == 0
    expected = template_shelf.for_year(template_shelf.find("general-democratic-individual"), 2026)
    assert run(capsys, "text", path)[1].rstrip("\n") == fresh(expected).rstrip("\n")
    code, _, err = run(capsys, *arguments)
    assert (code, "已经存在" in err) == (2, True)


def test_a_draft_brings_its_template(capsys, tmp_path):
    path = tmp_path / "新.duizhao"
    run(capsys, "new", "--template", "2022-organizational-member", "-o", path)

    assert json.loads(run(capsys, "check", path, "--json")[1])["template"] == "2022-organizational-member"


def test_what_is_unknown_is_said(capsys, material, tmp_path):
    assert run(capsys, "check", material, "--template", "1999")[0] == 2
    assert run(capsys, "text", tmp_path / "无.txt")[0] == 2
    broken = tmp_path / "坏.duizhao"
    broken.write_bytes(encode(Draft("x"))[:-9])
    assert run(capsys, "text", broken)[0] == 2
    assert run(capsys, "export", material, "-o", tmp_path / "a.docx", "--layout", "x")[0] == 2


def test_the_entrance_knows_every_command():
    files = {
        path.stem for path in Path(cli.__file__).parent.glob("*.py") if "def add_command(" in path.read_text("utf-8")
    }
    assert set(command_names.COMMANDS) == files


def test_a_notice_becomes_a_file_to_check_by(tmp_path, capsys):
    (tmp_path / "通知.txt").write_text(NOTICE, "utf-8")
    out = tmp_path / "本次要求.toml"
    assert cli.main(["notice", str(tmp_path / "通知.txt"), "-o", str(out), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)

    (asked,) = told["asked"]
    assert (asked["meeting"], asked["subjects"], asked["year"]["value"]) == (
        "democratic",
        ["leadership", "individual"],
        2025,
    )
    assert [each["text"] for each in asked["aspects"]][-1] == "带头推动企业深化改革、提升核心竞争力"
    assert all(NOTICE[each["start"] : each["end"]] == each["said"] for each in asked["aspects"])
    assert (asked["share"]["value"]["least"], asked["hand_in"]["value"]) == ("2/3", "2026-01-20")
    assert told["written"] == ["本次要求.toml"]

    assert cli.main(["new", "--template", str(out), "-o", str(tmp_path / "新.txt")]) == 0
    assert "（六）带头推动企业深化改革、提升核心竞争力方面" in (tmp_path / "新.txt").read_text("utf-8")
    assert cli.main(["notice", str(tmp_path / "通知.txt"), "-o", str(out)]) == 2
    assert "程序不覆盖" in capsys.readouterr().err


def test_what_is_left_out_of_a_notice_or_of_last_years_material_is_told(tmp_path, capsys, material):
    (tmp_path / "通知.docx").write_bytes(with_hidden(NOTICE))
    cli.main(["notice", str(tmp_path / "通知.docx")])
    assert "通知.docx：隐藏文字未带入（1处）" in capsys.readouterr().err
    (tmp_path / "去年.docx").write_bytes(with_hidden(NOTICE))
    cli.main(["check", str(material), "--last", str(tmp_path / "去年.docx")])
    assert "去年.docx：隐藏文字未带入（1处）" in capsys.readouterr().err


def test_what_is_no_notice_gives_nothing_and_says_why(tmp_path, capsys):
    (tmp_path / "稿.txt").write_text("关于举办培训班的通知\n请各支部于3月5日前报送名单。\n", "utf-8")

    assert cli.main(["notice", str(tmp_path / "稿.txt"), "-o", str(tmp_path / "o.toml")]) == 1
    assert "民主生活会" in capsys.readouterr().out
    assert not (tmp_path / "o.toml").exists()


def test_output_that_nobody_takes_ends_quietly_and_a_full_disk_is_told(material):
    command = [sys.executable, "-m", "assistant", "check", "--json", str(material), str(material)]
    closed = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    closed.stdout.close()
    assert closed.wait() == 2
    assert closed.stderr.read() == b""
    closed.stderr.close()
    if Path("/dev/full").exists():
        with Path("/dev/full").open("wb") as full:
            done = subprocess.run(command, check=False, stdout=full, stderr=subprocess.PIPE)
        assert (done.returncode, done.stderr.decode()) == (2, "结果没有写全：磁盘已满。\n")
        with Path("/dev/full").open("wb") as full:
            command = [sys.executable, "-m", "assistant", "--help"]
            done = subprocess.run(command, check=False, stdout=full, stderr=subprocess.PIPE)
        assert (done.returncode, done.stderr.decode()) == (2, "结果没有写全：磁盘已满。\n")


def test_what_repeats_itself_is_told_once(capsys, tmp_path):
    (tmp_path / "稿.txt").write_text("对照检查材料\n一、存在的问题\n下乡XX次。\n走访XX次。\n", "utf-8")
    cli.main(["check", str(tmp_path / "稿.txt")])
    told = [line for line in capsys.readouterr().out.splitlines() if "XX" in line]

    assert len(told) == 1
    assert told[0].startswith("  第3、4段〔必改〕")
    assert told[0].endswith("（同样的共2处）")
