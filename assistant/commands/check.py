"""The commands that check: `check` for one look, `report` of one material for people, `batch` for a folder."""

from __future__ import annotations

import argparse
import datetime
import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from assistant.commands import sarif
from assistant.commands.checking import Checked, by_part, check_file
from assistant.decisions import Stage
from assistant.facts.facts import PartFact, State
from assistant.files import disk, template_shelf
from assistant.files.disk import Unwritable
from assistant.finding import Finding, Severity
from assistant.reading import Unreadable
from assistant.review import report
from assistant.templates.template import Need, Template
from assistant.text import line_of

if TYPE_CHECKING:
    from argparse import _SubParsersAction  # generic for type checkers only


def add_commands(commands: _SubParsersAction[argparse.ArgumentParser]) -> None:
    """Describe the commands to the parser."""
    told = "检查一份或多份材料"
    checking = commands.add_parser("check", help=told, description=told)
    checking.add_argument("files", nargs="+", type=Path, metavar="FILE")
    told = "把一份材料的检查结果写成网页或Word"
    report = commands.add_parser("report", help=told, description=told)
    report.add_argument("file", type=Path, metavar="FILE")
    report.add_argument("-o", dest="out", type=Path, required=True, metavar="OUT", help="OUT.html 或 OUT.docx")
    told = "检查一个文件夹里的全部材料，结果写成一张Excel表"
    folder = commands.add_parser("batch", help=told, description=told)
    folder.add_argument("folder", type=Path, metavar="FOLDER")
    folder.add_argument("-o", dest="out", type=Path, required=True, metavar="OUT.xlsx")
    for added in (checking, report, folder):
        added.add_argument("--template", metavar="ID", help="按哪份要求（名称或文件）；不给时自动判断")
        added.add_argument(
            "--stage",
            type=_stage,
            metavar="STAGE",
            help="按草稿（draft）、送审（review）还是定稿（final）检查；不给时草稿用自己的，其他文件按定稿",
        )
    form = checking.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="输出JSON")
    form.add_argument("--sarif", action="store_true", help="输出SARIF 2.1.0")
    checking.add_argument("--quiet", action="store_true", help="安静模式，只列必改")


def _stage(name: str) -> Stage:
    found = next((stage for stage in Stage if name in (stage.value, stage.label)), None)
    if found is None:
        usable = "、".join(f"{stage.label}（{stage.value}）" for stage in Stage)
        raise argparse.ArgumentTypeError(f"不能是「{name}」，可用{usable}")
    return found


def _asked(options: argparse.Namespace) -> tuple[Sequence[Template], Stage | None]:
    """Give what the options ask to check for."""
    named = template_shelf.named(options.template) if options.template else ()
    return [entry.load() for entry in named], options.stage


# check


def run_check(options: argparse.Namespace) -> int:
    """Check files and print what was found."""
    templates, stage = _asked(options)
    code = 0
    read: list[Checked] = []
    failed: list[tuple[Path, str]] = []
    for path in options.files:
        try:
            checked = check_file(path, templates, stage)
        except Unreadable as error:
            if options.json:
                print(json.dumps({"file": str(path), "error": str(error)}, ensure_ascii=False))
            print(f"{path}：{error}", file=sys.stderr)
            failed.append((path, str(error)))
            continue
        if checked.material.count(Severity.ERROR):
            code = 1
        if options.quiet:
            checked = checked.only(Severity.ERROR)
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


def part_table(text: str, facts: Sequence[PartFact]) -> dict[str, Any]:
    """Give a part as `outline` and `check` tell it in JSON; `facts` are what the materials of the text have of it."""
    part, parent = facts[0].part, facts[0].parent
    sections = [
        {"line": section.line, "start": section.start, "heading": section.heading}
        for fact in facts
        for section in fact.answer.sections
    ]
    sections += [
        {"line": line_of(text, span.start), "start": span.start, "heading": span.of(text).strip()[:60]}
        for fact in facts
        for span in fact.answer.mentions
    ]
    return {
        "id": part.id,
        "heading": part.heading,
        "required": part.need is not Need.OPTIONAL,
        "parent": parent.id if parent else None,
        "sections": sections,
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


# report


def run_report(options: argparse.Namespace) -> int:
    """Write the report of one material."""
    from assistant.files.writers import report as writer

    out: Path = options.out
    form = writer.form_of(out)
    if out.exists() and options.file.exists() and out.samefile(options.file):
        raise Unwritable("报告与原文件同名，原文件不会被覆盖。请换一个文件名。")
    templates, stage = _asked(options)
    checked = check_file(options.file, templates, stage)
    today = datetime.date.today()  # noqa: DTZ011  # the day where the reader sits
    disk.replace_file(out, form(report.of(checked.material, options.file.name, today)))
    return 1 if checked.material.count(Severity.ERROR) else 0


# batch


def run_batch(options: argparse.Namespace) -> int:
    """Check a folder, tell the progress on stderr, and write the table."""
    from assistant.commands import batch  # the other commands need no processes

    out: Path = options.out
    if out.suffix.lower() != ".xlsx":
        raise Unwritable(f"结果写成Excel表，文件名须以 .xlsx 结尾，不能是「{out.name}」。")
    templates, stage = _asked(options)
    files = batch.files_in(options.folder)
    outcomes: list[batch.Outcome] = []
    try:
        for outcome in batch.run(options.folder, files, templates, stage):
            outcomes.append(outcome)
            print(f"{len(outcomes)}/{len(files)} {outcome.file}：{outcome.told}", file=sys.stderr)
    except KeyboardInterrupt:
        print(f"查到第{len(outcomes)}份时停下，没有写结果。", file=sys.stderr)
        return 2
    batch.save(outcomes, out)
    print(f"{batch.summary(outcomes)}；结果在{os.fspath(out)}")
    if any(outcome.problem for outcome in outcomes):
        return 2
    return 1 if any(outcome.count(Severity.ERROR) for outcome in outcomes) else 0
