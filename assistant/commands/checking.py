"""From a file to what is known of it: read, template chosen, analysed. What all commands about a file share."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from assistant.commands.reading_notes import tell
from assistant.decisions import Stage
from assistant.facts import identify
from assistant.facts.last_year import answering, earlier_material, list_table
from assistant.facts.last_year.answering import Answer
from assistant.facts.last_year.earlier_material import LastYear, Row
from assistant.facts.material_facts import PartFact
from assistant.files import disk, opening, references, template_shelf
from assistant.files.naming import shown_path
from assistant.files.trouble import Unwritable
from assistant.language import slip_found, slips
from assistant.reading import Unreadable
from assistant.review.material import Material, analyse
from assistant.structure.parsing import parse
from assistant.templates.template import Need, Subject, Template
from assistant.text import line_of


@dataclass(frozen=True)
class Checked:
    """A file with its Material.

    `certainty` tells from 0 to 1 how sure its template is, `guessed` whether nobody named them; `raw` is what
    stands in a file of plain text before it was made canonical, `notes` what could not be taken over.
    """

    path: Path
    material: Material
    certainty: float
    guessed: bool
    raw: str | None = None
    notes: tuple[str, ...] = ()


_SURE = 0.6  # what a text of a year's own aspects reaches without the year in its title
_FITS = 0.5  # what a text reaches whose title names another year while its parts are what is asked for
_AHEAD = 0.2  # that the other year has to be surer than the one checked against


def check_file(
    path: Path,
    wanted: Sequence[Template] = (),
    stage: Stage | None = None,
    last: LastYear | None = None,
    *,
    with_slips: bool = False,
) -> Checked:
    """Check one file, against one of given templates, for a given stage, beside last year's material where these are given.

    A draft brings last year's material along, as far as it is on this machine. Slips of the keyboard take a second for 10,000 characters; in a text too long for a
    material they are not looked for, and the notes say so.
    Raises Unreadable.
    """
    opened = opening.open_file(path, guessing=False)
    text, decisions = opened.reading.text, opened.decisions
    chosen, certainty = opened.template, opened.certainty
    if chosen is None and not wanted:
        chosen, certainty = opening.guess(text)
    template = choose_template(text, template_shelf.chosen(chosen), wanted)
    if stage:
        decisions = decisions._replace(stage=stage)
    guessed = template is not None and not (wanted or opened.template)
    find_slips = slips.shipped().find if with_slips and len(text) <= slip_found.MOST else None
    if last is None and opened.draft:
        last = references.held(opened.draft.references).last
    material = analyse(text, template, decisions=decisions, last=last, find_slips=find_slips)
    left_out = (slip_found.LEFT_OUT.rstrip("。"),) if with_slips and find_slips is None else ()
    notes = (*opened.reading.notes, *left_out)
    return Checked(path, material, 1.0 if wanted else certainty, guessed, opened.reading.raw, notes)


def open_last(path: Path) -> LastYear:
    """Open the writer's own earlier material; what it was written for is guessed unless it is a draft. Raises Unreadable.

    What its reading leaves out is told on the standard error.
    """
    try:
        opened = opening.open_file(path, guessing=False)
    except Unreadable as error:
        raise Unreadable(f"{shown_path(path)}：{error}") from None
    tell(path, opened.reading.notes)
    own = template_shelf.chosen(opened.template)
    return earlier_material.recognised(
        opened.reading.text, template_shelf.known(), own, opened.decisions.headings, path.stem
    )


def open_list(path: Path) -> tuple[Row, ...]:
    """Open last year's 整改清单. Raises Unreadable, also where it has no columns for problems and measures.

    What its reading leaves out is told on the standard error.
    """
    try:
        tables = opening.read_tables(path)
    except Unreadable as error:
        raise Unreadable(f"{shown_path(path)}：{error}") from None
    found = list_table.of_tables(tables.found)
    if not found:
        raise Unreadable(f"{shown_path(path)}：{list_table.no_list(tables.notes)}")
    tell(path, tables.notes)
    return found


def write_table(out: Path, answers: Sequence[Answer], text: str, sources: Sequence[Path]) -> None:
    """Write last year's problems and measures as a table, as Excel or Word by its name. Raises Unwritable."""
    from assistant.files.writers import rectification_table

    table = answering.table(answers, text)
    form = rectification_table.form_of(out, table.columns)
    if out.exists() and any(source.exists() and out.samefile(source) for source in sources):
        raise Unwritable("表格与原文件同名，程序不覆盖原文件。请换一个文件名。")
    disk.replace_file(out, form("整改落实情况表", table.rows))


def choose_template(text: str, own: Template | None, wanted: Sequence[Template]) -> Template | None:
    """Give the template to check against: of those wanted, else the draft's own or the one guessed.

    Of several that are wanted, as a file has them for its subjects, the one that fits the text, or at least who speaks.
    """
    fitting = identify.guess(text, wanted) if len(wanted) > 1 else None
    return fitting.template if fitting else next(iter(_of_speaker(text, wanted)), own)


def _of_speaker(text: str, wanted: Sequence[Template]) -> Sequence[Template]:
    """Put the templates first that are for a single person, or for a body, as the text is of one."""
    if len(wanted) < 2:
        return wanted
    _, personal = identify.kind(text, parse(text).materials[0])
    return sorted(wanted, key=lambda each: (each.subject in (Subject.LEADERSHIP, Subject.BRANCH)) is personal)


def other_year(text: str, template: Template) -> int | None:
    """Tell the year that a text seems to be of where it is surely another than that of the template.

    Where its parts are nobody's, as of a material whose writer followed no outline, what its title says is believed.
    """
    if template.year is None:
        return None
    dated = [each for each in template_shelf.known() if each.year]
    found, own = identify.guess(text, [template, *dated]), identify.guess(text, [template])
    fits = own.certainty if own else 0.0
    if found and found.template.year != template.year and found.certainty >= max(_SURE, fits + _AHEAD):
        return found.template.year
    said = None if template.is_general or fits >= _FITS else identify.title_year(text)
    return said if said != template.year else None


def by_part(material: Material) -> Iterator[Sequence[PartFact]]:
    """Yield for each part of the template what the materials of the text have of it."""
    order = list(dict.fromkeys(fact.part.id for fact in material.parts))
    for identifier in order:
        yield [fact for fact in material.parts if fact.part.id == identifier]


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
