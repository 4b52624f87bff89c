"""The command `check`: one look at one or several files."""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from assistant.commands import options as options_of
from assistant.commands import sarif
from assistant.commands.checking import Checked, by_part, check_file, part_table
from assistant.facts.facts import State
from assistant.finding import Finding, Severity
from assistant.reading import Unreadable
from assistant.review import report
from assistant.text import line_of

if TYPE_CHECKING:
    from argparse import _SubParsersAction  # generic for type checkers only


def add_command(commands: _SubParsersAction[argparse.ArgumentParser]) -> None:
    """Describe the command to the parser."""
    told = "检查一份或多份材料"
    command = commands.add_parser("check", help=told, description=told)
    command.add_argument("files", nargs="+", type=Path, metavar="FILE")
    options_of.add_template_and_stage(command)
    form = command.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="输出JSON")
    form.add_argument("--sarif", action="store_true", help="输出SARIF 2.1.0")
    command.add_argument("--quiet", action="store_true", help="安静模式，只列必改")


def run(options: argparse.Namespace) -> int:
    """Check files and print what was found."""
    templates = options_of.templates(options)
    code = 0
    read: list[Checked] = []
    failed: list[tuple[Path, str]] = []
    for path in options.files:
        try:
            checked = check_file(path, templates, options.stage)
        except Unreadable as error:
            if options.json:
                print(json.dumps({"file": str(path), "error": str(error)}, ensure_ascii=False))
            print(f"{path}：{error}", file=sys.stderr)
            failed.append((path, str(error)))
            continue
        if checked.material.count(Severity.ERROR):
            code = 1
        if options.quiet:
            checked = replace(checked, material=checked.material.quietly())
        if options.json:
            print(json.dumps(_check_table(checked), ensure_ascii=False))
        elif options.sarif:
            read.append(checked)
        else:
            _print_findings(checked, quiet=options.quiet)
    if options.sarif:
        print(json.dumps(sarif.log(read, failed), ensure_ascii=False, indent=1))
    return 2 if failed else code


def _check_table(checked: Checked) -> dict[str, Any]:
    material = checked.material
    parts: list[dict[str, Any]] = []
    for facts in by_part(material):
        worst = max((fact.state for fact in facts), key=list(State).index)  # of all materials in the file
        table = part_table(material.text, facts)
        parts.append({**table, "state": worst.value, "length": sum(fact.length for fact in facts)})
    return {
        "file": str(checked.path),
        "template": material.template.id if material.template else None,
        "certainty": checked.certainty,
        "length": material.length,
        "findings": [_finding_table(material.text, finding) for finding in material.findings],
        "parts": parts,
    }


def _finding_table(text: str, finding: Finding) -> dict[str, Any]:
    fix = finding.fix
    return {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "line": line_of(text, finding.span.start),
        "start": finding.span.start,
        "end": finding.span.end,
        "text": finding.span.of(text),
        "message": finding.message,
        "advice": finding.advice,
        "basis": finding.basis,
        "part": finding.part,
        "fix": {
            "title": fix.title,
            "replacement": fix.replacement(text, finding.span),
            "edits": [[edit.start, edit.end, edit.replacement] for edit in fix.edits],
        }
        if fix
        else None,
    }


def _print_findings(checked: Checked, *, quiet: bool) -> None:
    material = checked.material
    asked = material.template.label if material.template else "未能判断，只作不依要求的检查"
    print(f"{checked.path}（{material.length}字；要求：{asked}）")
    for finding in material.findings:
        line = line_of(material.text, finding.span.start)
        print(f"  第{line}行〔{finding.severity.label}〕{finding.message}{finding.advice}")
    shown = (Severity.ERROR,) if quiet else tuple(Severity)
    counts = "，".join(f"{severity.label}{material.count(severity)}处" for severity in shown)
    told = counts if quiet else "；".join([f"共{len(material.findings)}处：{counts}", *report.set_aside(material)])
    print(f"  {told}")
