"""The command `carry`: last year's file carried over to this year's template."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from assistant.commands import new
from assistant.commands import options as options_of
from assistant.commands.checking import open_list, write_table
from assistant.commands.reading_notes import tell
from assistant.decisions import AT_THE_BEGINNING
from assistant.facts.last_year import carryover, earlier_material, previous_section, promises
from assistant.facts.last_year.answering import Answer, Answered
from assistant.facts.last_year.carryover import Carried
from assistant.facts.last_year.earlier_material import LastYear, Row
from assistant.facts.last_year.placement import Role
from assistant.files import opening, template_shelf
from assistant.language.punctuation import quoted
from assistant.review import stale
from assistant.review.material import analyse
from assistant.templates.template import Template

if TYPE_CHECKING:
    from argparse import _SubParsersAction  # generic for type checkers only


def add_command(commands: _SubParsersAction[argparse.ArgumentParser]) -> None:
    """Describe the command to the parser."""
    summary = "把去年材料的内容移到今年要求的各部分下，原文件不动"
    carrying = commands.add_parser("carry", help=summary, description=summary)
    carrying.add_argument("file", type=Path, metavar="LAST", help="本人去年的材料")
    carrying.add_argument("--template", required=True, metavar="ID", help="今年的要求（名称或文件）")
    options_of.add_new_material(carrying, "NEW", required=False)
    carrying.add_argument(
        "--fresh", action="store_true", help="从空白写起，只列出去年的问题和措施；不加这一项的，在去年的材料上修改"
    )
    carrying.add_argument("--list", type=Path, metavar="L", help="去年的整改清单（.xlsx或.docx），问题和措施以此为准")
    carrying.add_argument("--table", type=Path, metavar="T", help="另把去年的问题和措施写成表（.xlsx或.docx），供填写")
    carrying.add_argument("--json", action="store_true", help="输出JSON：去年各节移到了哪一部分，去年的问题和措施")


def run(options: argparse.Namespace) -> int:
    """Carry a file over; tell what went where."""
    entry = template_shelf.named(options.template)[0]
    template, choice = entry.load(), entry.choice(options.year)
    if options.year:
        template = template_shelf.for_year(template, options.year)
    opened = opening.open_file(options.file, guessing=False)
    tell(options.file, opened.reading.notes)
    headings = opened.decisions.headings
    own = template_shelf.chosen(opened.template)
    last = earlier_material.recognised(opened.reading.text, template_shelf.known(), own, headings, options.file.stem)
    if doubt := last.doubt(template.year):
        tell(options.file, [doubt])
    if options.list:
        last = replace(last, listed=open_list(options.list))
    rows = promises.rows(last, template)
    previous = previous_section.paragraphs(rows)
    carried = carryover.revise(last, template, previous=previous)
    written = carryover.begin(template, previous=previous) if options.fresh else carried.text
    if options.out:
        new.write(options.out, written, template, choice, AT_THE_BEGINNING._replace(headings=headings))
    if options.table:
        answers = [Answer(row, Answered.NO) for row in rows]
        others = (options.file, options.list, options.out)
        write_table(options.table, answers, written, [each for each in others if each])
    if options.json:
        print(json.dumps(_table(last, template, carried), ensure_ascii=False))
        return 0
    problems = sum(bool(row.problem) for row in rows)
    measures = {each for row in rows for each in (row.measure_spans or row.measures)}
    asked = f"按{quoted(last.template.label)}的要求读取" if last.template else "没有认出是哪次会议的材料"
    print(f"读到{problems}个问题，对应的整改措施{len(measures)}条（{asked}）；原文件未改。")
    for line in () if options.fresh else _told(last, template, carried):
        print(line)
    return 0


def _told(last: LastYear, template: Template, carried: Carried) -> Iterator[str]:
    """Say what was done with last year's text."""
    aspects = [aspect for frame in template.frames for aspect in frame.aspects]
    names = {part.id: part.short for part in (*template.parts, *aspects)}
    main = last.main(template)
    for piece in carried.pieces:
        if piece.role is Role.WHOLE and piece.section and main.start <= piece.span.start < main.end:
            where = names.get(piece.part or "", "文末备查")
            yield f"  {quoted(piece.section.heading[:24])} → {where}"
    old = stale.stale(analyse(carried.text, template), last)
    left = len(earlier_material.untouched(carried.text, last, template))
    yield f"没有对应部分、放在文末备查的{len(carried.unplaced)}处；与去年一字不差的{left}句；年份、会议和提法待更新{len(old)}处。"


def _table(last: LastYear, template: Template, carried: Carried) -> dict[str, Any]:
    """Give the places of last year's sections and the rows, with offsets in last year's text; of all materials in the file."""
    rows = [row for rows in promises.every_row(last) for row in rows]
    return {
        "template": template.id,
        "last": last.template.id if last.template else None,
        "sections": [
            {"start": piece.span.start, "part": piece.part} for piece in carried.pieces if piece.role is not Role.LEAD
        ],
        "rows": [_row_table(row) for row in rows],
        "stale": [
            {"start": each.span.start, "end": each.span.end, "kind": each.kind.value, "message": each.message}
            for each in stale.stale(analyse(carried.text, template), last)
        ],
        "untouched": [[span.start, span.end] for span in earlier_material.untouched(carried.text, last, template)],
    }


def _row_table(row: Row) -> dict[str, Any]:
    return {
        "problem": row.problem_span.start if row.problem_span else None,
        "measures": [span.start for span in row.measure_spans],
        "text": row.problem,
    }
