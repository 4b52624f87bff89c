"""Checked files → SARIF 2.1.0, the form in which editors and code hosts take what checkers find. Plain dictionaries.

Positions are in characters: of the file itself where it is plain text, else of the canonical text. Files are named relative to where the command runs, or to the folder
that holds them all, so that nothing of the machine is told.
"""

from __future__ import annotations

import os.path
from collections.abc import Sequence
from pathlib import Path, PurePosixPath
from typing import Any

from assistant import NAME, __version__
from assistant.commands.checking import Checked
from assistant.finding import Finding, Fix, Severity
from assistant.rules.registry import RULES
from assistant.rules.rule import Rule
from assistant.text import Span, line_of, origins

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.ADVICE: "warning", Severity.HINT: "note"}
_POSITIONS = "这个文件没有行号，位置按整理后的正文计（duizhao text 输出的）。"


def log(checked: Sequence[Checked], failed: Sequence[tuple[Path, str]]) -> dict[str, Any]:
    """Make the log of one run: what was found in the files, and which could not be read and why."""
    uris = _uris([*(each.path for each in checked), *(path for path, _ in failed)])
    artifacts: list[dict[str, Any]] = []
    results: list[dict[str, Any]] = []
    for number, (each, uri) in enumerate(zip(checked, uris[: len(checked)], strict=True)):
        artifacts.append({"location": {"uri": uri}})
        if each.raw is None:
            artifacts[-1]["description"] = {"text": _POSITIONS}
        places = _Places(each)
        results += [_result(places, finding, {"uri": uri, "index": number}) for finding in each.material.findings]
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
    return {
        "name": "duizhao",
        "fullName": NAME,
        "version": __version__,
        "language": "zh-CN",
        "rules": [_rule_table(rule) for rule in RULES],
    }


def _rule_table(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.name,
        "shortDescription": {"text": rule.title},
        "fullDescription": {"text": f"{rule.title}。依据：{rule.basis}"},
        "help": {"text": rule.help},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {"tags": [rule.group.label]},
    }


def _result(places: _Places, finding: Finding, artifact: dict[str, Any]) -> dict[str, Any]:
    names = [rule.name for rule in RULES]
    result = {
        "ruleId": finding.rule,
        "ruleIndex": names.index(finding.rule),
        "level": _LEVELS[finding.severity],
        "message": {"text": f"{finding.message}{finding.advice}"},
        "locations": [{"physicalLocation": _place(artifact, places.region(finding.span, quoted=True))}],
        "properties": {"basis": finding.basis},
    }
    if finding.fix:
        result["fixes"] = [_fix(places, finding.fix, artifact)]
    return result


def _fix(places: _Places, fix: Fix, artifact: dict[str, Any]) -> dict[str, Any]:
    replacements = [
        {"deletedRegion": places.region(Span(edit.start, edit.end)), "insertedContent": {"text": edit.replacement}}
        for edit in fix.edits
    ]
    return {
        "description": {"text": fix.title},
        "artifactChanges": [{"artifactLocation": artifact, "replacements": replacements}],
    }


def _place(artifact: dict[str, Any], region: dict[str, Any] | None = None) -> dict[str, Any]:
    return {"artifactLocation": artifact, **({"region": region} if region else {})}


class _Places:
    """Says where in a file the places of its canonical text are."""

    def __init__(self, checked: Checked) -> None:
        self._text = checked.material.text if checked.raw is None else checked.raw
        self._origins = None if checked.raw is None else origins(checked.raw)

    def region(self, span: Span, *, quoted: bool = False) -> dict[str, Any]:
        """Describe a place by line and column, from 1 and the end not included, and by characters from the start."""
        text, (start, end) = self._text, self._in_file(span)
        region: dict[str, Any] = {
            "startLine": line_of(text, start),
            "startColumn": start - text.rfind("\n", 0, start),
            "endLine": line_of(text, end),
            "endColumn": end - text.rfind("\n", 0, end),
            "charOffset": start,
            "charLength": end - start,
        }
        if quoted:
            region["snippet"] = {"text": text[start:end]}
        return region

    def _in_file(self, span: Span) -> Span:
        if self._origins is None:
            return span
        start = self._origins[span.start]
        return Span(start, self._origins[span.end - 1] + 1 if span.end > span.start else start)


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
