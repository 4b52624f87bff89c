"""The command line: the same core without a window. Stable; the forms of its answers are described in docs/.

Exit codes: 0 nothing 必改, 1 必改 findings, 2 a file that cannot be read or written.
"""

from __future__ import annotations

import argparse
import json
import sys
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from assistant import __version__, draft, identify, insertion, notice, proposal, readers, requirements, writers
from assistant.decisions import AT_THE_BEGINNING, Decisions
from assistant.draft import Draft, TemplateChoice
from assistant.facts import PartFact, State
from assistant.finding import Finding, Severity
from assistant.material import Material, analyse
from assistant.outline import Section
from assistant.readers import Unreadable
from assistant.strict_toml import DataError
from assistant.template import MEETING_LABELS, SUBJECT_LABELS, Need, Template
from assistant.text import line_of
from assistant.writers import Unwritable


def main(arguments: Sequence[str]) -> int:
    """Run one command and give its exit code."""
    options = _parser().parse_args(arguments)
    try:
        return int(_RUN[options.command](options))
    except (Unreadable, Unwritable, DataError) as error:
        print(
            f"{getattr(options, 'file', '') or ''}{'：' if getattr(options, 'file', '') else ''}{error}",
            file=sys.stderr,
        )
        return 2


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser("duizhao", description="对照检查写作助手的命令行。不带命令时打开窗口。")
    parser.add_argument("--version", action="version", version=__version__)
    commands = parser.add_subparsers(dest="command", required=True, metavar="命令")

    def command(name: str, told: str, *, several: bool = False) -> argparse.ArgumentParser:
        added = commands.add_parser(name, help=told, description=told)
        if several:
            added.add_argument("files", nargs="+", type=Path, metavar="FILE")
        elif name not in ("templates", "new"):
            added.add_argument("file", type=Path, metavar="FILE")
        return added

    command("text", "打印规范化的正文")
    outline = command("outline", "打印标题和提纲；给出要求时，也说明各节回答了哪一部分")
    check = command("check", "检查一份或多份材料", several=True)
    for added in (outline, check):
        added.add_argument("--template", metavar="ID", help="按哪份要求（名称或文件）；不给时自动判断")
        added.add_argument("--json", action="store_true", help="输出JSON")
    export = command("export", "导出Word")
    export.add_argument("-o", dest="out", type=Path, required=True, metavar="OUT.docx")
    export.add_argument(
        "--layout", default="gb9704", metavar="ID", help="版式：gb9704（国家标准）或 fixed28（固定值28磅）"
    )
    command("templates", "列出全部要求").add_argument("--json", action="store_true", help="输出JSON")
    notice_ = command("notice", "读一份会议通知，列出它要求的各项和所据的原句；用 -o 存成本次要求")
    notice_.add_argument("-o", dest="out", type=Path, metavar="TEMPLATE.toml", help="有几次会议的，依次存成几份")
    notice_.add_argument("--json", action="store_true", help="输出JSON")
    new = command("new", "按要求新建一份空白材料")
    new.add_argument("--template", required=True, metavar="ID")
    new.add_argument("--year", type=int, metavar="YEAR", help="通用提纲用于哪个年度")
    new.add_argument("-o", dest="out", type=Path, required=True, metavar="FILE")
    return parser


def open_document(path: Path) -> tuple[str, Decisions, Template | None]:
    """Read any file the program knows; a draft brings its decisions and requirements. Raises Unreadable."""
    if path.suffix.lower() == draft.SUFFIX:
        _, opened = draft.DraftFile.load(path)
        return opened.text, opened.decisions, requirements.chosen(opened.template)
    reading = readers.read(path)
    return reading.text, Decisions(headings=reading.headings), None


def _template(options: argparse.Namespace, text: str, own: Template | None) -> tuple[Template | None, float]:
    """Give the requirements to check against and how sure that is."""
    if options.template:
        return _known(options.template, text)[0], 1.0
    if own:
        return own, 1.0
    guess = identify.guess(text, requirements.known())
    return (guess.template, guess.certainty) if guess else (None, 0.0)


def _known(name: str, text: str = "") -> tuple[Template, TemplateChoice]:
    """Find requirements by id, or read them from a file; of those for several subjects the one that fits a text."""
    if Path(name).suffix.lower() in (".toml", requirements.SUFFIX):
        own = requirements.read_file(Path(name))
        guess = identify.guess(text, own.templates)
        template = guess.template if guess else own.templates[0]
        return template, TemplateChoice(template.id, source=own.source)
    entry = next((each for each in requirements.entries() if each.id == name), None)
    if entry is None:
        raise DataError(f"没有名为 {name} 的要求。用 duizhao templates 查看全部，或给出要求文件（.toml）。")
    return entry.load(), entry.choice()


def _run_text(options: argparse.Namespace) -> int:
    text, _, _ = open_document(options.file)
    print(text)
    return 0


def _run_outline(options: argparse.Namespace) -> int:
    text, decisions, own = open_document(options.file)
    template, certainty = _template(options, text, own)
    material = analyse(text, template, decisions=decisions)
    if options.json:
        outline = material.facts.outline
        answer = {
            "title": outline.materials[0].title,
            "materials": [{"title": m.title, "start": m.start, "end": m.end} for m in outline.materials],
            "template": template.id if template else None,
            "certainty": certainty,
            "sections": [_section_table(section) for section in material.sections],
            "parts": [_part_table(text, facts) for facts in _by_part(material)],
        }
        print(json.dumps(answer, ensure_ascii=False))
        return 0
    for each in material.facts.outline.materials:
        print(each.title or "（无标题）")
        for section in each.walk():
            print(f"{'  ' * section.level}{section.number}{section.heading}")
    for facts in _by_part(material):
        sections = "、".join(f"第{s.line}行「{s.heading[:16]}」" for fact in facts for s in fact.answer.sections)
        mentioned = any(fact.answer.mentions for fact in facts)
        found = sections or ("文中提到" if mentioned else "未见")
        print(f"{'  ' if facts[0].parent else ''}{facts[0].part.short}：{found}")
    return 0


def _section_table(section: Section) -> dict[str, Any]:
    return {
        "level": section.level,
        "number": section.number,
        "heading": section.heading,
        "line": section.line,
        "start": section.start,
        "end": section.end,
        "children": [_section_table(child) for child in section.children],
    }


def _by_part(material: Material) -> Iterator[list[PartFact]]:
    """Yield for each part of the template what the materials of the text have of it."""
    order = list(dict.fromkeys(fact.part.id for fact in material.parts))
    for identifier in order:
        yield [fact for fact in material.parts if fact.part.id == identifier]


def _part_table(text: str, facts: Sequence[PartFact]) -> dict[str, Any]:
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


def _run_check(options: argparse.Namespace) -> int:
    code = 0
    for path in options.files:
        try:
            text, decisions, own = open_document(path)
        except Unreadable as error:
            if options.json:
                print(json.dumps({"file": str(path), "error": str(error)}, ensure_ascii=False))
            print(f"{path}：{error}", file=sys.stderr)
            code = 2
            continue
        template, certainty = _template(options, text, own)
        material = analyse(text, template, decisions=decisions)
        if options.json:
            print(json.dumps(_check_table(path, material, certainty), ensure_ascii=False))
        else:
            _print_findings(path, material)
        if material.count(Severity.ERROR) and code != 2:
            code = 1
    return code


def _check_table(path: Path, material: Material, certainty: float) -> dict[str, Any]:
    parts: list[dict[str, Any]] = []
    for facts in _by_part(material):
        table = _part_table(material.text, facts)
        worst = max((fact.state for fact in facts), key=list(State).index)  # of all materials in the file
        parts.append({**table, "state": worst.value, "length": sum(fact.length for fact in facts)})
    return {
        "file": str(path),
        "template": material.template.id if material.template else None,
        "certainty": certainty,
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


def _print_findings(path: Path, material: Material) -> None:
    asked = material.template.label if material.template else "未能判断，只作不依要求的检查"
    print(f"{path}（{material.length}字；要求：{asked}）")
    for finding in material.findings:
        print(
            f"  第{line_of(material.text, finding.span.start)}行〔{finding.severity.label}〕{finding.message}{finding.advice}"
        )
    counts = "，".join(f"{severity.label}{material.count(severity)}处" for severity in Severity)
    print(f"  共{len(material.findings)}处：{counts}")


def _run_export(options: argparse.Namespace) -> int:
    from assistant.writers import docx

    _refuse_to_replace(options.out, options.file)
    text, decisions, _ = open_document(options.file)
    chosen = next((each for each in requirements.all_layouts() if each.id == options.layout), None)
    if chosen is None:
        raise DataError(
            f"没有名为 {options.layout} 的版式，可用的有 {'、'.join(e.id for e in requirements.all_layouts())}"
        )
    writers.replace_file(
        options.out, docx.write(text, chosen, author=decisions.profile.name, headings=decisions.headings)
    )
    return 0


def _refuse_to_replace(out: Path, source: Path) -> None:
    """Raise Unwritable unless only a Word file, and not the one that is read, would be replaced."""
    if out.suffix.lower() != ".docx":
        raise Unwritable(f"导出的是Word，文件名须以 .docx 结尾，不能是「{out.name}」。")
    if not out.exists():
        return
    if source.exists() and out.samefile(source):
        raise Unwritable("导出的文件与原文件同名，原文件不会被覆盖。请换一个文件名。")
    if out.is_dir() or (out.stat().st_size and not zipfile.is_zipfile(out)):
        raise Unwritable(f"已有的「{out.name}」不是Word文件，不会被覆盖。请换一个文件名。")


def _run_templates(options: argparse.Namespace) -> int:
    entries = requirements.entries()
    if options.json:
        rows = [
            {"id": e.id, "year": e.year, "meeting": e.meeting.value, "subject": e.subject.value, "name": e.name}
            for e in entries
        ]
        print(json.dumps(rows, ensure_ascii=False))
        return 0
    for entry in entries:
        told = filter(None, (MEETING_LABELS[entry.meeting], SUBJECT_LABELS[entry.subject], entry.variant))
        print(f"{entry.id:36} {entry.name}（{'，'.join(told)}）")
    return 0


def _run_new(options: argparse.Namespace) -> int:
    template, choice = _known(options.template)
    if options.year and template.year is None:
        template, choice = requirements.for_year(template, options.year), choice._replace(year=options.year)
    if options.out.exists():
        raise Unwritable(f"「{options.out.name}」已经存在，不会被覆盖。请换一个文件名。")
    text = insertion.fresh(template)
    suffix = options.out.suffix.lower()
    if suffix == ".docx":
        from assistant.writers import docx

        data = docx.write(text, requirements.layout("gb9704"))
    elif suffix in (".txt", ".md"):
        data = text.encode("utf-8")
    elif suffix == draft.SUFFIX:
        data = draft.encode(Draft(text, choice, AT_THE_BEGINNING))
    else:
        raise Unwritable(f"不认识的文件类型「{options.out.suffix}」，请用 .duizhao、.docx 或 .txt。")
    writers.replace_file(options.out, data)
    return 0


def _run_notice(options: argparse.Namespace) -> int:
    """Read a notice; exit code 1 where it is none."""
    found = notice.read(readers.read(options.file).text)
    files = [
        proposal.propose(asked, requirements.shipped_files(), requirements.free_id(f"notice{number}"))
        for number, asked in enumerate(found.asked, 1)
    ]
    written: list[str] = []
    for number, file in enumerate(files if options.out else (), 1):
        out = options.out if number == 1 else options.out.with_stem(f"{options.out.stem}-{number}")
        if out.suffix.lower() not in (".toml", requirements.SUFFIX):
            raise Unwritable(f"本次要求的文件名请以 .toml 或 {requirements.SUFFIX} 结尾。")
        if out.exists():
            raise Unwritable(f"「{out.name}」已经存在，不会被覆盖。请换一个文件名。")
        writers.replace_file(out, requirements.source_of(file).encode("utf-8"))
        written.append(out.name)
    if options.json:
        asked_for = [proposal.as_table(each) for each in found.asked]
        print(json.dumps({"asked": asked_for, "told": found.told, "written": written}, ensure_ascii=False))
    else:
        for told in (*found.told, *(line for asked in found.asked for line in proposal.as_lines(asked))):
            print(told)
        for name in written:
            print(f"已存成「{name}」。")
    return 0 if files else 1


_RUN = {
    "notice": _run_notice,
    "text": _run_text,
    "outline": _run_outline,
    "check": _run_check,
    "export": _run_export,
    "templates": _run_templates,
    "new": _run_new,
}
