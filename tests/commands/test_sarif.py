"""SARIF 2.1.0: what its schema asks for, and that every place is where it says."""

import json
import re
from pathlib import PurePosixPath

import pytest

from assistant.commands import cli, sarif
from assistant.commands.checking import check_file
from assistant.rules.registry import RULES
from assistant.text import Edit, apply

TEXT = (
    "2025年度民主生活会个人对照检查材料\n按照2025年度民主生活会要求，我检查如下😀。\n一、存在的突出问题\n"
    "（一）带头担当作为方面\n下乡XX次，😀【待补】。\n三、整改措施\n每月自学两次。\n"
)
REGION = {"startLine", "startColumn", "endLine", "endColumn", "charOffset", "charLength", "snippet"}


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "子 夹").mkdir()
    (tmp_path / "子 夹" / "材料#1%.txt").write_bytes(TEXT.encode())  # as it stands, on Windows too
    return tmp_path


def run(capsys, *arguments):
    code = cli.main(["check", "--sarif", *map(str, arguments)])
    return code, json.loads(capsys.readouterr().out)


def regions(result):
    yield from (place["physicalLocation"]["region"] for place in result["locations"])
    for fix in result.get("fixes", ()):
        for change in fix["artifactChanges"]:
            yield from (replacement["deletedRegion"] for replacement in change["replacements"])


def position(text, line, column):
    return sum(len(each) + 1 for each in text.split("\n")[: line - 1]) + column - 1


def test_the_log_is_as_the_schema_asks(capsys, folder):
    code, log = run(capsys, "子 夹/材料#1%.txt")
    (one,) = log["runs"]

    assert code == 1
    assert set(log) == {"$schema", "version", "runs"}
    assert log["version"] == "2.1.0"
    assert set(one) <= {"tool", "language", "columnKind", "invocations", "artifacts", "results"}
    assert one["columnKind"] == "unicodeCodePoints"
    assert one["invocations"] == [{"executionSuccessful": True, "toolExecutionNotifications": []}]
    rules = one["tool"]["driver"]["rules"]
    assert one["tool"]["driver"]["name"] == "duizhao"
    assert len({rule["id"] for rule in rules}) == len(rules) == len(RULES)
    for rule, known in zip(rules, RULES, strict=True):
        assert rule["shortDescription"]["text"] == known.title
        assert "检查什么" in rule["help"]["text"]
        assert rule["defaultConfiguration"]["level"] in ("error", "warning", "note")
    assert one["results"]
    for result in one["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["level"] in ("error", "warning", "note")
        assert result["message"]["text"]
        (place,) = result["locations"]
        assert place["physicalLocation"]["artifactLocation"]["index"] == 0


def test_places_and_fixes_are_where_they_say(capsys, folder):
    _, log = run(capsys, "子 夹/材料#1%.txt")
    text = check_file(folder / "子 夹" / "材料#1%.txt").material.text

    fixes = 0
    for result in log["runs"][0]["results"]:
        for region in regions(result):
            assert set(region) <= REGION
            start, end = region["charOffset"], region["charOffset"] + region["charLength"]
            assert min(region["startLine"], region["startColumn"], region["endColumn"]) >= 1
            assert position(text, region["startLine"], region["startColumn"]) == start
            assert position(text, region["endLine"], region["endColumn"]) == end
            assert region.get("snippet", {"text": text[start:end]})["text"] == text[start:end]
        for fix in result.get("fixes", ()):
            fixes += 1
            assert fix["description"]["text"]
            assert all("text" in r["insertedContent"] for r in fix["artifactChanges"][0]["replacements"])
    assert fixes
    placeholders = [r for r in log["runs"][0]["results"] if r["ruleId"] == "leftover_placeholder"]
    assert [r["locations"][0]["physicalLocation"]["region"]["startColumn"] for r in placeholders] == [3, 8]


@pytest.mark.parametrize("line_break", ["\n", "\r\n"])
def test_in_plain_text_places_are_those_of_the_file(capsys, folder, line_break):
    raw = "\ufeff" + TEXT.replace("\n", "\n\u3000\u3000").replace("下乡", "下\u200b乡 \u3000").replace("\n", line_break)
    (folder / "a.txt").write_bytes(raw.encode("utf-8"))
    _, log = run(capsys, "a.txt")
    text, canonical = raw[1:], check_file(folder / "a.txt").material.text

    for result in log["runs"][0]["results"]:
        for region in regions(result):
            assert position(text, region["startLine"], region["startColumn"]) == region["charOffset"]
        if result["ruleId"] == "leftover_placeholder":
            region = next(regions(result))
            start = region["charOffset"]
            assert text[start : start + region["charLength"]] == region["snippet"]["text"] in ("XX", "【待补】")
    mended = check_fixed(folder, text, log)
    assert mended != canonical
    assert "numbering_gap" not in {finding.rule for finding in check_file(folder / "b.txt").material.findings}


def check_fixed(folder, text, log):
    """Carry out the fix of the numbering gap on the file, as an editor would."""
    fix = next(r["fixes"][0] for r in log["runs"][0]["results"] if r["ruleId"] == "numbering_gap")
    edits = [
        Edit(r["deletedRegion"]["charOffset"], r["deletedRegion"]["charOffset"] + r["deletedRegion"]["charLength"], new)
        for r in fix["artifactChanges"][0]["replacements"]
        for new in [r["insertedContent"]["text"]]
    ]
    (folder / "b.txt").write_bytes(apply(text, edits).encode("utf-8"))
    return check_file(folder / "b.txt").material.text


def test_no_path_of_the_machine_is_told(capsys, folder, tmp_path_factory):
    _, log = run(capsys, folder / "子 夹" / "材料#1%.txt")
    uri = log["runs"][0]["artifacts"][0]["location"]["uri"]
    assert uri == "%E5%AD%90%20%E5%A4%B9/%E6%9D%90%E6%96%99%231%25.txt"
    assert re.fullmatch(r"[A-Za-z0-9%/._~-]+", uri)
    elsewhere = tmp_path_factory.mktemp("elsewhere") / "a.txt"
    elsewhere.write_text(TEXT, "utf-8")
    _, log = run(capsys, elsewhere)

    assert log["runs"][0]["artifacts"][0]["location"]["uri"] == "a.txt"
    assert str(folder) not in json.dumps(log)
    assert str(elsewhere.parent) not in json.dumps(log)


def test_files_of_one_name_are_told_apart(folder, tmp_path_factory):
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    paths = [elsewhere / name / "a.txt" for name in ("甲", "乙")]
    for path in paths:
        path.parent.mkdir()
        path.write_text(TEXT, "utf-8")
    log = sarif.log([check_file(path) for path in paths], [])
    uris = [artifact["location"]["uri"] for artifact in log["runs"][0]["artifacts"]]

    assert len(set(uris)) == 2
    assert not any(PurePosixPath(uri).is_absolute() for uri in uris)
    assert {r["locations"][0]["physicalLocation"]["artifactLocation"]["index"] for r in log["runs"][0]["results"]} == {
        0,
        1,
    }


def test_what_could_not_be_read_is_told(capsys, folder):
    (folder / "坏.docx").write_bytes(b"PK\x03\x04")
    code, log = run(capsys, "坏.docx", "子 夹/材料#1%.txt")
    (invocation,) = log["runs"][0]["invocations"]

    assert code == 2
    assert invocation["executionSuccessful"] is False
    assert "损坏" in invocation["toolExecutionNotifications"][0]["message"]["text"]
    assert log["runs"][0]["results"]


def test_quiet_lists_errors_only(capsys, folder):
    _, log = run(capsys, "--quiet", "子 夹/材料#1%.txt")

    assert {result["level"] for result in log["runs"][0]["results"]} == {"error"}
