"""The command `check`: one look at one or several files."""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from assistant.commands import options as options_of
from assistant.commands import sarif
from assistant.commands.checking import Checked, by_part, check_file, open_last, open_list, part_table, write_table
from assistant.commands.reading_notes import tell
from assistant.facts.facts import Facts
from assistant.facts.last_year import answering, copied, earlier_material, promises
from assistant.facts.last_year.answering import Answer, Answered
from assistant.facts.last_year.copied import Shared
from assistant.facts.last_year.earlier_material import LastYear
from assistant.facts.material_facts import State
from assistant.files.naming import shown_path
from assistant.files.trouble import Unwritable
from assistant.finding import Finding, Severity
from assistant.reading import Unreadable
from assistant.review import report
from assistant.review.repeats import repeats
from assistant.text import line_of, paragraph_of

if TYPE_CHECKING:
    from argparse import _SubParsersAction  # generic for type checkers only

_MOST_PARAGRAPHS = 12
_MOST_MESSAGES = 4


def add_command(commands: _SubParsersAction[argparse.ArgumentParser]) -> None:
    """Describe the command to the parser."""
    summary = "检查一份或多份材料"
    command = commands.add_parser("check", help=summary, description=summary)
    command.add_argument("files", nargs="+", type=Path, metavar="FILE", help="要检查的材料")
    options_of.add_template_and_stage(command)
    form = command.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="输出JSON")
    form.add_argument("--sarif", action="store_true", help="输出SARIF 2.1.0")
    command.add_argument(
        "--last", type=Path, metavar="LAST", help="本人去年的材料：列出与它相同的文字，以及去年的问题今年是否已经写到"
    )
    command.add_argument(
        "--list", type=Path, metavar="L", help="去年的整改清单（.xlsx或.docx）：列出其中的问题今年是否已经写到"
    )
    command.add_argument(
        "--table", type=Path, metavar="T", help="把去年的问题、措施和今年写的完成情况写成表（.xlsx或.docx）"
    )
    command.add_argument("--quiet", action="store_true", help="只列必改")


def run(options: argparse.Namespace) -> int:
    """Check files and print what was found."""
    templates = options_of.templates(options)
    last = open_last(options.last) if options.last else None
    if options.list:
        last = replace(last or LastYear(""), listed=open_list(options.list))
    if options.table and (last is None or len(options.files) > 1):
        raise Unwritable(
            "写出整改落实情况表时，请只写明一份材料，并用 --last 写明去年的材料，或用 --list 写明整改清单。"
        )
    code = 0
    read: list[Checked] = []
    failed: list[tuple[Path, str]] = []
    for path in options.files:
        try:
            checked = check_file(path, templates, options.stage, last, with_slips=True)
        except Unreadable as error:
            if options.json:
                print(json.dumps({"file": str(path), "error": str(error)}, ensure_ascii=False))
            print(f"{shown_path(path)}：{error}", file=sys.stderr)
            failed.append((path, str(error)))
            continue
        tell(path, checked.notes)
        if checked.material.count(Severity.ERROR):
            code = 1
        if options.table:
            sources = [each for each in (path, options.last, options.list) if each]
            write_table(options.table, _answers(checked.material.facts), checked.material.text, sources)
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
        "notes": checked.notes,
        "findings": [_finding_table(material.text, finding) for finding in material.findings],
        "parts": parts,
        **({"last": _last_table(material.facts)} if material.facts.last else {}),
    }


def _last_table(facts: Facts) -> dict[str, Any] | None:
    """Tell what the first material of a text shares with last year's, and what it says of last year's problems."""
    material = facts.materials[0]
    found, last = copied.of_material(facts, material), facts.last
    if found is None or last is None:
        return None
    return {
        "template": last.template.id if last.template else None,
        "whole": _shared_table(found.whole),
        "parts": [{"id": fact.part.id, **_shared_table(shared)} for fact, shared in found.parts],
        "rows": [
            {"problem": each.row.problem, "measures": list(each.row.measures), "state": each.state.value}
            for each in _answers(facts)
        ],
        "untouched": [list(span) for span in earlier_material.untouched(facts.text, last, facts.template)],
    }


def _shared_table(shared: Shared) -> dict[str, Any]:
    return {
        "length": shared.length,
        "copied": shared.copied,
        "runs": [[*run.here, *run.there, run.length] for run in shared.runs],
        "reworded": [[*each.here, *each.there] for each in shared.reworded],
    }


def _told_of_last(facts: Facts) -> Iterator[str]:
    material = facts.materials[0]
    found, last = copied.of_material(facts, material), facts.last
    if found is None or last is None:
        return
    if last.text:
        yield f"与{last.called}：{found.whole.told}（规定标题、引文和固定表述不计，全文按{found.whole.length}字计）"
    if answers := _answers(facts):
        counts = Counter(each.state for each in answers)
        counted = "，".join(f"{state.label}{counts[state]}项" for state in Answered)
        yield f"去年的问题和措施{len(answers)}项：{counted}"


def _answers(facts: Facts) -> tuple[Answer, ...]:
    """Tell what the first material says of last year's problems; nothing where its template or last year's text is not known."""
    if facts.last is None or facts.template is None:
        return ()
    return answering.answers(facts, facts.materials[0], promises.rows(facts.last, facts.template))


def _finding_table(text: str, finding: Finding) -> dict[str, Any]:
    fix = finding.fix
    stretch = fix.stretch(finding.span) if fix else finding.span
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
            "safe": fix.safe,
            "start": stretch.start,
            "end": stretch.end,
            "replacement": fix.replacement(text, finding.span),
            "edits": [[edit.start, edit.end, edit.replacement] for edit in fix.edits],
        }
        if fix
        else None,
    }


def _told(text: str, alike: Sequence[Finding]) -> str:
    """Tell what repeats itself once, as the window has one card for it."""
    paragraphs = list(dict.fromkeys(paragraph_of(text, each.span.start) for each in alike))
    where = "、".join(map(str, paragraphs[:_MOST_PARAGRAPHS])) + ("…" if len(paragraphs) > _MOST_PARAGRAPHS else "")
    worst = min(alike, key=lambda each: list(Severity).index(each.severity))
    said = "".join(list(dict.fromkeys(each.message for each in alike))[:_MOST_MESSAGES])
    count = f"（同样的共{len(alike)}处）" if len(alike) > 1 else ""
    return f"第{where}段〔{worst.severity.label}〕{said}{worst.advice}{count}"


def _print_findings(checked: Checked, *, quiet: bool) -> None:
    material = checked.material
    asked = report.asked(material, guessed=checked.guessed)
    print(f"{shown_path(checked.path)}（{material.length}字；要求：{asked}）")
    for alike in repeats(material.findings, material.text):
        print(f"  {_told(material.text, alike)}")
    for told in _told_of_last(material.facts):
        print(f"  {told}")
    shown = (Severity.ERROR,) if quiet else tuple(Severity)
    counts = "，".join(f"{severity.label}{material.count(severity)}处" for severity in shown)
    told = counts if quiet else "；".join([f"共{len(material.findings)}处：{counts}", *report.set_aside(material)])
    print(f"  {told}")
