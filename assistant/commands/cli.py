"""The command line: the same core without a window. Stable; the forms of its answers are described in docs/.

Exit codes: 0 nothing 必改, 1 必改 findings, 2 a file that cannot be read or written.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import sys
import zipfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, NoReturn

from assistant import __version__
from assistant.commands import check, notice
from assistant.commands.check import part_table
from assistant.commands.checking import by_part, check_file, open_document
from assistant.decisions import AT_THE_BEGINNING
from assistant.facts import insertion, links
from assistant.facts.items import Item, ItemKind
from assistant.facts.links import Links
from assistant.files import disk, draft, template_shelf
from assistant.files.disk import Unwritable
from assistant.files.draft import Draft
from assistant.reading import Unreadable
from assistant.strict_toml import DataError
from assistant.structure.outline import Section
from assistant.templates.template import MEETING_LABELS, SUBJECT_LABELS


def main(arguments: Sequence[str]) -> int:
    """Run one command and give its exit code."""
    options = _parser().parse_args(arguments)
    try:
        code = int(_RUN[options.command](options))
        sys.stdout.flush()
    except BrokenPipeError:  # who read it has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 2
    except (Unreadable, Unwritable, DataError) as error:
        print(
            f"{getattr(options, 'file', '') or ''}{'：' if getattr(options, 'file', '') else ''}{error}",
            file=sys.stderr,
        )
        return 2
    else:
        return code


_HEADS = {
    "usage: ": "用法：",
    "positional arguments:": "参数：",
    "optional arguments:": "选项：",
    "options:": "选项：",
    "show this help message and exit": "打印这些说明",
}
_WRONG = (
    (r"the following arguments are required: (.+)", r"还要写明 \1"),
    (r"argument 命令: invalid choice: '(.*?)' .*", r"没有「\1」这个命令"),
    (r"argument (.+?): invalid choice: '(.*?)' \(choose from (.+)\)", r"\1 不能是「\2」，可用 \3"),
    (r"argument (.+?): invalid int value: '(.*)'", r"\1 须是整数，不能是「\2」"),
    (r"argument (.+?): expected (?:one|at least one) argument", r"\1 后面还要写明是什么"),
    (r"argument (.+?): not allowed with argument (.+)", r"\1 不能与 \2 同用"),
    (r"unrecognized arguments: (.+)", r"不认识 \1"),
    (r"ambiguous option: (.+) could match (.+)", r"「\1」可能是 \2，请写全"),
    (r"argument (.+?): ignored explicit argument '(.*)'", r"\1 后面不能写「\2」"),
    (r"one of the arguments (.+) is required", r"还要写明其中一个：\1"),
    (r"argument (.+?): (.+)", r"\1 \2"),  # what our own check of a value says
)


class _Parser(argparse.ArgumentParser):
    """Speaks Chinese: argparse has no other words than its own."""

    def error(self, message: str) -> NoReturn:
        for wrong, told in _WRONG:
            if found := re.fullmatch(wrong, message, re.DOTALL):
                message = found.expand(told)
                break
        print(f"{self.format_usage()}命令写得不对：{message}。", file=sys.stderr)
        sys.exit(2)

    def format_usage(self) -> str:
        return _in_chinese(super().format_usage())

    def format_help(self) -> str:
        return _in_chinese(super().format_help())


def _in_chinese(told: str) -> str:
    for english, chinese in _HEADS.items():
        told = told.replace(english, chinese)
    return told


def _parser() -> argparse.ArgumentParser:
    parser: argparse.ArgumentParser = _Parser("duizhao", description="对照检查写作助手的命令行。不带命令时打开窗口。")
    parser.add_argument("--version", action="version", version=__version__, help="打印版本")
    commands = parser.add_subparsers(dest="command", required=True, metavar="命令")

    def command(name: str, told: str) -> argparse.ArgumentParser:
        added = commands.add_parser(name, help=told, description=told)
        if name not in ("templates", "new"):
            added.add_argument("file", type=Path, metavar="FILE")
        return added

    command("text", "打印规范化的正文")
    outline = command("outline", "打印标题和提纲；给出要求时，也说明各节回答了哪一部分")
    outline.add_argument("--template", metavar="ID", help="按哪份要求；不给时自动判断")
    outline.add_argument("--json", action="store_true", help="输出JSON")
    check.add_commands(commands)
    export = command("export", "导出Word")
    export.add_argument("-o", dest="out", type=Path, required=True, metavar="OUT.docx")
    export.add_argument(
        "--layout", default="gb9704", metavar="ID", help="版式：gb9704（国家标准）或 fixed28（固定值28磅）"
    )
    command("templates", "列出全部要求").add_argument("--json", action="store_true", help="输出JSON")
    notice.add_command(commands)
    new = command("new", "按要求新建一份空白材料")
    new.add_argument("--template", required=True, metavar="ID")
    new.add_argument("--year", type=int, metavar="YEAR", help="通用提纲用于哪个年度")
    new.add_argument("-o", dest="out", type=Path, required=True, metavar="FILE")
    return parser


def _run_text(options: argparse.Namespace) -> int:
    text, _, _ = open_document(options.file)
    print(text)
    return 0


def _run_outline(options: argparse.Namespace) -> int:
    named = template_shelf.named(options.template) if options.template else ()
    checked = check_file(options.file, [entry.load() for entry in named])
    material, template = checked.material, checked.material.template
    if options.json:
        outline = material.facts.outline
        answer = {
            "title": outline.materials[0].title,
            "materials": [{"title": m.title, "start": m.start, "end": m.end} for m in outline.materials],
            "template": template.id if template else None,
            "certainty": checked.certainty,
            "sections": [_section_table(section) for section in material.sections],
            "parts": [part_table(material.text, facts) for facts in by_part(material)],
            "links": _links_table([links.find(material.facts, each) for each in material.facts.materials]),
        }
        print(json.dumps(answer, ensure_ascii=False))
        return 0
    for each in material.facts.outline.materials:
        print(each.title or "（无标题）")
        for section in each.walk():
            print(f"{'  ' * section.level}{section.number}{section.heading}")
    for facts in by_part(material):
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


def _links_table(found: Sequence[Links]) -> dict[str, Any]:
    """Tell the problems, causes and measures of all materials, what belongs together, and what stands alone."""

    def starts(kind: ItemKind) -> list[dict[str, int]]:
        return [{"start": item.start} for links in found for item in links.of_kind(kind)]

    def alone(items: Iterable[Item]) -> list[int]:
        return [item.start for item in items]

    lonely = [item for links in found for item in links.without_problem]
    return {
        "problems": starts(ItemKind.PROBLEM),
        "causes": starts(ItemKind.CAUSE),
        "measures": starts(ItemKind.MEASURE),
        "links": [[link.problem.start, link.other.start, link.certainty] for links in found for link in links.links],
        "orphans": {
            "problems": alone(item for links in found for item in links.without_measure),
            "uncaused": alone(item for links in found for item in links.without_cause),
            "causes": alone(item for item in lonely if item.kind is ItemKind.CAUSE),
            "measures": alone(item for item in lonely if item.kind is ItemKind.MEASURE),
        },
    }


def _run_export(options: argparse.Namespace) -> int:
    from assistant.files.writers import docx

    _refuse_to_replace(options.out, options.file)
    text, decisions, _ = open_document(options.file)
    chosen = next((each for each in template_shelf.all_layouts() if each.id == options.layout), None)
    if chosen is None:
        raise DataError(
            f"没有名为 {options.layout} 的版式，可用的有 {'、'.join(e.id for e in template_shelf.all_layouts())}"
        )
    disk.replace_file(options.out, docx.write(text, chosen, author=decisions.profile.name, headings=decisions.headings))
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
    entries = template_shelf.entries()
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
    entry = template_shelf.named(options.template)[0]
    template, choice = entry.load(), entry.choice(options.year)
    if options.year:
        template = template_shelf.for_year(template, options.year)
    if options.out.exists():
        raise Unwritable(f"「{options.out.name}」已经存在，不会被覆盖。请换一个文件名。")
    text = insertion.fresh(template)
    suffix = options.out.suffix.lower()
    if suffix == ".docx":
        from assistant.files.writers import docx

        data = docx.write(text, template_shelf.layout("gb9704"))
    elif suffix in (".txt", ".md"):
        data = text.encode("utf-8")
    elif suffix == draft.SUFFIX:
        data = draft.encode(Draft(text, choice, AT_THE_BEGINNING))
    else:
        raise Unwritable(f"不认识的文件类型「{options.out.suffix}」，请用 .duizhao、.docx、.txt 或 .md。")
    disk.replace_file(options.out, data)
    return 0


_RUN = {
    "notice": notice.run,
    "text": _run_text,
    "outline": _run_outline,
    "check": check.run_check,
    "report": check.run_report,
    "batch": check.run_batch,
    "export": _run_export,
    "templates": _run_templates,
    "new": _run_new,
}
