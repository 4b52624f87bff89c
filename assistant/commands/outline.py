"""The command `outline`: titles and sections of a file, and which part of a template each answers."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from assistant.commands import options as options_of
from assistant.commands.checking import by_part, check_file, part_table
from assistant.commands.reading_notes import tell
from assistant.facts import links
from assistant.facts.items import Item, ItemKind
from assistant.facts.links import Links
from assistant.language.punctuation import quoted
from assistant.structure.outline import Section

if TYPE_CHECKING:
    from argparse import _SubParsersAction  # generic for type checkers only


def add_command(commands: _SubParsersAction[argparse.ArgumentParser]) -> None:
    """Describe the command to the parser."""
    summary = "输出标题和提纲；写明要求的，也说明各节对应哪一部分"
    command = commands.add_parser("outline", help=summary, description=summary)
    command.add_argument("file", type=Path, metavar="FILE", help="要看的材料")
    command.add_argument("--template", metavar="ID", action="append", help="按哪份要求（名称或文件）；不写时自动判断")
    command.add_argument("--json", action="store_true", help="输出JSON")


def run(options: argparse.Namespace) -> int:
    """Print the outline."""
    checked = check_file(options.file, options_of.templates(options))
    tell(options.file, checked.notes)
    material, template = checked.material, checked.material.template
    if options.json:
        outline = material.facts.outline
        answer = {
            "title": outline.materials[0].title,
            "materials": [{"title": m.title, "start": m.start, "end": m.end} for m in outline.materials],
            "template": template.id if template else None,
            "certainty": checked.certainty,
            "notes": checked.notes,
            "sections": [_section_table(section) for each in outline.materials for section in each.sections],
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
        sections = "、".join(f"{quoted(s.heading[:16])}" for fact in facts for s in fact.answer.sections)
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
