"""Checked files → SARIF 2.1.0, the form in which editors and code hosts take what checkers find. Plain dictionaries.

Positions are in characters of the canonical text. Files are named relative to where the command runs, or to the folder
that holds them all, so that nothing of the machine is told.
"""

from __future__ import annotations

import os.path
from collections.abc import Sequence
from pathlib import Path, PurePosixPath
from typing import Any

from assistant import __version__
from assistant.checking import Checked
from assistant.finding import Finding, Fix, Severity
from assistant.rule import Rule
from assistant.rules import GROUPS, RULES
from assistant.text import Span, line_of

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.ADVICE: "warning", Severity.HINT: "note"}
_POSITIONS = "位置按规范化的正文计（duizhao text 打印的），Word文件没有行号，也照此计。"


def log(checked: Sequence[Checked], failed: Sequence[tuple[Path, str]]) -> dict[str, Any]:
    """Make the log of one run: what was found in the files, and which could not be read and why."""
    uris = _uris([*(each.path for each in checked), *(path for path, _ in failed)])
    artifacts = [
        {"location": {"uri": uri}, "description": {"text": _POSITIONS}, "sourceLanguage": "zh-CN"}
        for uri in uris[: len(checked)]
    ]
    results = [
        _result(each.material.text, finding, {"uri": uri, "index": number})
        for number, (each, uri) in enumerate(zip(checked, uris[: len(checked)], strict=True))
        for finding in each.material.findings
    ]
    notices = [
        {"level": "error", "message": {"text": reason}, "locations": [{"physicalLocation": _place({"uri": uri})}]}
        for (_, reason), uri in zip(failed, uris[len(checked) :], strict=True)
    ]
    run = {
        "tool": {"driver": _driver()},
        "language": "zh-CN",
        "columnKind": "unicodeCodePoints",
        "invocations": [{"executionSuccessful": not failed, "toolExecutionNotifications": notices}],
        "artifacts": artifacts,
        "results": results,
    }
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}


def _driver() -> dict[str, Any]:
    groups = {rule.name: group for group, rules in GROUPS.items() for rule in rules}
    return {
        "name": "duizhao",
        "fullName": "对照检查写作助手",
        "version": __version__,
        "language": "zh-CN",
        "rules": [_rule_table(rule, groups[rule.name]) for rule in RULES],
    }


def _rule_table(rule: Rule, group: str) -> dict[str, Any]:
    return {
        "id": rule.name,
        "shortDescription": {"text": rule.title},
        "fullDescription": {"text": f"{rule.title}。依据：{rule.basis}"},
        "help": {"text": rule.help},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {"tags": [group]},
    }


def _result(text: str, finding: Finding, artifact: dict[str, Any]) -> dict[str, Any]:
    names = [rule.name for rule in RULES]
    result = {
        "ruleId": finding.rule,
        "ruleIndex": names.index(finding.rule),
        "level": _LEVELS[finding.severity],
        "message": {"text": f"{finding.message}{finding.advice}"},
        "locations": [{"physicalLocation": _place(artifact, _region(text, finding.span, quoted=True))}],
        "properties": {"basis": finding.basis},
    }
    if finding.fix:
        result["fixes"] = [_fix(text, finding.fix, artifact)]
    return result


def _fix(text: str, fix: Fix, artifact: dict[str, Any]) -> dict[str, Any]:
    replacements = [
        {"deletedRegion": _region(text, Span(edit.start, edit.end)), "insertedContent": {"text": edit.replacement}}
        for edit in fix.edits
    ]
    return {
        "description": {"text": fix.title},
        "artifactChanges": [{"artifactLocation": artifact, "replacements": replacements}],
    }


def _place(artifact: dict[str, Any], region: dict[str, Any] | None = None) -> dict[str, Any]:
    return {"artifactLocation": artifact, **({"region": region} if region else {})}


def _region(text: str, span: Span, *, quoted: bool = False) -> dict[str, Any]:
    """Describe a place by line and column, from 1 and the end not included, and by characters from the beginning."""
    region: dict[str, Any] = {
        "startLine": line_of(text, span.start),
        "startColumn": _column(text, span.start),
        "endLine": line_of(text, span.end),
        "endColumn": _column(text, span.end),
        "charOffset": span.start,
        "charLength": span.end - span.start,
    }
    if quoted:
        region["snippet"] = {"text": span.of(text)}
    return region


def _column(text: str, position: int) -> int:
    return position - text.rfind("\n", 0, position)


def _uris(paths: Sequence[Path]) -> list[str]:
    """Name files by relative URIs: to the current folder if it holds all, else to the nearest one that does."""
    whole = [Path(os.path.normpath(path.absolute())) for path in paths]
    base = Path.cwd()
    if not all(path.is_relative_to(base) for path in whole):
        try:
            base = Path(os.path.commonpath([path.parent for path in whole]))
        except ValueError:  # on several drives
            return [_uri(Path(path.name)) for path in whole]
    return [_uri(path.relative_to(base)) for path in whole]


def _uri(relative: Path) -> str:
    return PurePosixPath("/", relative.as_posix()).as_uri().removeprefix("file:///")
