"""From a file to what is known of it: read, template chosen, analysed. What all commands about a file share."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from assistant.decisions import Decisions, Stage
from assistant.facts import identify
from assistant.facts.facts import PartFact
from assistant.files import draft, opening, template_shelf
from assistant.files.draft import TemplateChoice
from assistant.finding import Severity
from assistant.reading import Reading, Unreadable
from assistant.review.material import Material, analyse
from assistant.structure.outline import parse
from assistant.templates import proposal
from assistant.templates.template import MeetingKind, Subject, Template


@dataclass(frozen=True)
class Checked:
    """A file with its Material.

    `certainty` tells from 0 to 1 how sure its template is, `guessed` whether nobody named them; `raw` is what
    stands in a file of plain text before it was made canonical.
    """

    path: Path
    material: Material
    certainty: float
    guessed: bool
    raw: str | None = None

    def only(self, severity: Severity) -> Checked:
        """Leave out the findings of other severities; the states of the parts stay as they are."""
        kept = tuple(finding for finding in self.material.findings if finding.severity is severity)
        return replace(self, material=replace(self.material, findings=kept))


def check_file(path: Path, wanted: Sequence[Template] = (), stage: Stage | None = None) -> Checked:
    """Check one file, against one of given template and for a given stage where there are any. Raises Unreadable."""
    reading, decisions, own = _open(path)
    template, certainty = choose_template(reading.text, own, wanted)
    if stage:
        decisions = decisions._replace(stage=stage)
    guessed = template is not None and not (wanted or own)
    material = analyse(reading.text, template, decisions=decisions)
    return Checked(path, material, certainty, guessed, reading.raw)


def open_document(path: Path) -> tuple[str, Decisions, Template | None]:
    """Read any file the program knows; a draft brings its decisions and template. Raises Unreadable."""
    reading, decisions, own = _open(path)
    return reading.text, decisions, own


def _open(path: Path) -> tuple[Reading, Decisions, Template | None]:
    if path.suffix.lower() == draft.SUFFIX:
        _, opened = draft.DraftFile.load(path)
        return Reading(opened.text), opened.decisions, template_shelf.chosen(opened.template)
    if path.suffix.lower() in (".toml", template_shelf.SUFFIX) and path.exists():
        raise Unreadable("这是要求文件，不是材料。要按它检查材料，请写 --template 和它的文件名。")
    reading = opening.read(path)
    return reading, Decisions(headings=reading.headings), None


def choose_template(text: str, own: Template | None, wanted: Sequence[Template]) -> tuple[Template | None, float]:
    """Give the template to check against, and how sure that is: those wanted, a draft's own, or a guess.

    Of several that are wanted, as a file has them for its subjects, the one that fits the text, or at least who speaks.
    """
    if wanted or own:
        fitting = identify.guess(text, wanted) if len(wanted) > 1 else None
        return (fitting.template if fitting else next(iter(_of_speaker(text, wanted)), own)), 1.0
    guess = identify.guess(text, template_shelf.known())
    return (guess.template, guess.certainty) if guess else (None, 0.0)


def _of_speaker(text: str, wanted: Sequence[Template]) -> Sequence[Template]:
    """Put the template first that are for a single person, or for a body, as the text is of one."""
    if len(wanted) < 2:
        return wanted
    _, personal = identify.kind(text, parse(text).materials[0])
    return sorted(wanted, key=lambda each: (each.subject in (Subject.LEADERSHIP, Subject.BRANCH)) is personal)


_SURE = 0.6  # what a text of a year's own aspects reaches without the year in its title
_AHEAD = 0.2  # that the other year has to be surer than the one checked against


def other_year(text: str, template: Template) -> int | None:
    """Tell the year that a text seems to be of where it is surely another than that of the template."""
    if template.year is None:
        return None
    dated = [each for each in template_shelf.known() if each.year]
    found, own = identify.guess(text, [template, *dated]), identify.guess(text, [template])
    if found is None or found.template.year == template.year or found.certainty < _SURE:
        return None
    return found.template.year if found.certainty - (own.certainty if own else 0) >= _AHEAD else None


def offered(current: TemplateChoice | None, year: int) -> dict[str, tuple[Template, ...]]:
    """List by their names the meetings that files could be checked against: a draft's, the writer's own, the season's.

    Each has the template of all its subjects. Where the year's notice is not known there are the general ones.
    Those of years gone by come last.
    """
    found: dict[str, tuple[Template, ...]] = {}
    if current and (followed := _of_all_subjects(current)):
        found[f"{_meeting(followed[0])}（打开的这份材料的本次要求）"] = followed
    own = template_shelf.own_files()
    for each, label in zip(own, template_shelf.own_labels(own), strict=True):
        if each.file and each.templates:
            name = f"{label}（{proposal.origin(each.file.sources)}）"  # one that is called the same may be shipped
            found[name] = tuple(template_shelf.for_year(template, year) for template in each.templates)
    shipped = [each for each in template_shelf.entries() if each.own is None]
    for meeting in MeetingKind:
        files = list(dict.fromkeys(each.file for each in shipped if (each.meeting, each.year) == (meeting, year)))
        for file in files or [template_shelf.GENERAL[meeting]]:
            templates = tuple(template_shelf.for_year(each.load(), year) for each in shipped if each.file == file)
            found[_meeting(templates[0]) + ("" if files else "（通知未到，先用通用提纲）")] = templates
    before = [each for each in shipped if each.year == year - 1]
    for file in dict.fromkeys(each.file for each in before):
        templates = tuple(each.load() for each in before if each.file == file)
        found[_meeting(templates[0])] = templates
    # Nobody takes last year's by not looking: its notice is still kept, its material may be open to be revised.
    return dict(sorted(found.items(), key=lambda each: (each[1][0].year or year) < year))


def _of_all_subjects(choice: TemplateChoice) -> tuple[Template, ...]:
    """Give what a draft follows, first, and what the same meeting asks of the others."""
    chosen = template_shelf.chosen(choice)
    if chosen is None:
        return ()
    if choice.source:
        _, beside = template_shelf.understand(choice.source, choice.id)
    else:
        entries = template_shelf.entries()
        entry = next(each for each in entries if each.id == choice.id)
        beside = tuple(each.load() for each in entries if (each.file, each.own) == (entry.file, entry.own))
    others = [template_shelf.for_year(each, choice.year) if choice.year else each for each in beside]
    return (chosen, *(each for each in others if each.id != chosen.id))


def _meeting(template: Template) -> str:
    return template.label.partition(" · ")[0]


def by_part(material: Material) -> Iterator[Sequence[PartFact]]:
    """Yield for each part of the template what the materials of the text have of it."""
    order = list(dict.fromkeys(fact.part.id for fact in material.parts))
    for identifier in order:
        yield [fact for fact in material.parts if fact.part.id == identifier]
