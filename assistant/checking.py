"""From a file to what is known of it: read, requirements chosen, analysed. What all commands about a file share."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from assistant import draft, identify, readers, requirements
from assistant.decisions import Decisions, Stage
from assistant.facts import PartFact
from assistant.finding import Severity
from assistant.material import Material, analyse
from assistant.readers import Reading
from assistant.template import Template


@dataclass(frozen=True)
class Checked:
    """A file with its Material.

    `certainty` tells from 0 to 1 how sure its requirements are, `guessed` whether nobody named them; `raw` is what
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


def check(path: Path, wanted: Sequence[Template] = (), stage: Stage | None = None) -> Checked:
    """Check one file, against one of given requirements and for a given stage where there are any. Raises Unreadable."""
    reading, decisions, own = _open(path)
    template, certainty = choose_template(reading.text, own, wanted)
    if stage:
        decisions = decisions._replace(stage=stage)
    guessed = template is not None and not (wanted or own)
    material = analyse(reading.text, template, decisions=decisions)
    return Checked(path, material, certainty, guessed, reading.raw)


def open_document(path: Path) -> tuple[str, Decisions, Template | None]:
    """Read any file the program knows; a draft brings its decisions and requirements. Raises Unreadable."""
    reading, decisions, own = _open(path)
    return reading.text, decisions, own


def _open(path: Path) -> tuple[Reading, Decisions, Template | None]:
    if path.suffix.lower() == draft.SUFFIX:
        _, opened = draft.DraftFile.load(path)
        return Reading(opened.text), opened.decisions, requirements.chosen(opened.template)
    reading = readers.read(path)
    return reading, Decisions(headings=reading.headings), None


def choose_template(text: str, own: Template | None, wanted: Sequence[Template]) -> tuple[Template | None, float]:
    """Give the requirements to check against, and how sure that is: those wanted, a draft's own, or a guess.

    Of several that are wanted, as a file has them for its subjects, the one that fits the text.
    """
    if wanted or own:
        fitting = identify.guess(text, wanted) if len(wanted) > 1 else None
        return (fitting.template if fitting else next(iter(wanted), own)), 1.0
    guess = identify.guess(text, requirements.known())
    return (guess.template, guess.certainty) if guess else (None, 0.0)


def by_part(material: Material) -> Iterator[Sequence[PartFact]]:
    """Yield for each part of the template what the materials of the text have of it."""
    order = list(dict.fromkeys(fact.part.id for fact in material.parts))
    for identifier in order:
        yield [fact for fact in material.parts if fact.part.id == identifier]
