"""Last year's problems of which this year's report says nothing → the edits that put them there, still to be filled in."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.facts import insertion
from assistant.facts.facts import Facts
from assistant.facts.last_year import previous_section
from assistant.facts.last_year.answering import Answer, Answered
from assistant.facts.last_year.earlier_material import Row
from assistant.facts.last_year.previous_section import TO_FILL
from assistant.facts.material_facts import MaterialFacts
from assistant.patterns import compiled_later
from assistant.templates.template import PartKind
from assistant.text import Edit

_NUMBER = compiled_later(r"^[0-9]{1,2}\.")


def of(answers: Sequence[Answer]) -> tuple[Row, ...]:
    """Give the rows that stand nowhere yet; one that stands there with 【完成情况】 wants words, not another paragraph."""
    return tuple(each.row for each in answers if each.state is Answered.NO and each.span is None)


def told_by_list(text: str, answers: Sequence[Answer]) -> tuple[Answer, ...]:
    """Give those that stand there with 【完成情况】 while last year's 整改清单 says what was done."""
    return tuple(
        each
        for each in answers
        if each.span
        and TO_FILL in (said := each.span.of(text))
        and previous_section.tells_what(each.row)
        and each.row.done not in said
    )


def filling(text: str, answers: Sequence[Answer]) -> tuple[Edit, ...]:
    """Make the edits that write what the 整改清单 says in the place of 【完成情况】, which stays behind it for rows of which that says nothing."""
    listed = told_by_list(text, answers)
    places = {each.span: text.index(TO_FILL, each.span.start) for each in listed if each.span}
    made: list[Edit] = []
    for span, at in places.items():
        rows = [each.row for each in listed if each.span == span]
        left = any(each.span == span and not previous_section.tells_what(each.row) for each in answers)
        made.append(Edit(at, at + len(TO_FILL), previous_section.done(rows, left=left)))
    return tuple(made)


def edits(facts: Facts, material: MaterialFacts, rows: Sequence[Row]) -> tuple[Edit, ...]:
    """Make the edits that add a paragraph for the rows at the end of 上年度整改, with its heading where that is missing.

    Nothing where this year asks for no such part, or where its neighbours run on so that no heading can stand between.
    """
    wanted = material.of_kind(PartKind.PREVIOUS_RECTIFICATION)
    if wanted is None or not rows:
        return ()
    if wanted.answer.sections:
        section = wanted.answer.sections[-1]
        written = facts.text[section.start : section.end].rstrip()
        end = section.start + len(written)
        return (Edit(end, end, "".join(f"\n{line}" for line in _numbered(rows, written))),)
    heading = insertion.edits(facts, material, wanted)
    if not heading:
        return ()
    first, *others = heading
    words = first.replacement.rstrip("\n")
    rest = first.replacement[len(words) :]
    return (Edit(first.start, first.end, "\n".join((words, *_numbered(rows, ""))) + rest), *others)


def _numbered(rows: Sequence[Row], written: str) -> list[str]:
    """Write the paragraphs, counted on from the items that are there."""
    counted = sum(bool(_NUMBER.match(line)) for line in written.split("\n"))
    lines = previous_section.paragraphs(rows)
    return [_NUMBER.sub(f"{number}.", line) for number, line in enumerate(lines, counted + 1)]
