"""All templates (本次要求) there are, shipped and the writer's own: listed, found, and as a draft follows them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from assistant.files import own_shelf, shipped_shelf
from assistant.files.draft import TemplateChoice
from assistant.files.kinds import TEMPLATE_SUFFIX
from assistant.files.own_shelf import OwnFile
from assistant.strict_toml import DataError
from assistant.templates import own_template
from assistant.templates.template import Frame, MeetingKind, Subject, Template
from assistant.templates.template_file import TemplateFile

GENERAL = {MeetingKind.DEMOCRATIC: "general-democratic", MeetingKind.ORGANIZATIONAL: "general-organizational"}


@dataclass(frozen=True, slots=True)
class Entry:
    """A template in the list of those there are, before it is read."""

    id: str
    file: str
    year: int | None
    meeting: MeetingKind
    subject: Subject
    name: str
    variant: str
    own: OwnFile | None = None

    def load(self) -> Template:
        """Read it. Raises DataError."""
        templates = self.own.templates if self.own else shipped_shelf.resolved(self.file)
        return next(each for each in templates if each.id == self.id)

    def choice(self, year: int | None = None, frame: str = "") -> TemplateChoice:
        """Give what a draft keeps of it; a year only where it has none of its own."""
        return TemplateChoice(self.id, None if self.year else year, frame, self.own.source if self.own else "")


@cache
def _shipped_entries() -> tuple[Entry, ...]:
    return _sorted(_entry(head, subject) for head in shipped_shelf.heads().values() for subject in head.subjects)


def _entry(head: TemplateFile, subject: Subject, own: OwnFile | None = None) -> Entry:
    name = f"{head.id}-{subject.value}"
    return Entry(name, head.id, head.year, head.meeting, subject, head.name, head.variant, own)


def _sorted(entries: Iterator[Entry]) -> tuple[Entry, ...]:
    return tuple(sorted(entries, key=lambda each: (-(each.year or 0), each.meeting.value, each.id)))


def to_correct(choice: TemplateChoice) -> tuple[TemplateFile, OwnFile | None]:
    """Give the file behind a draft's template to be corrected, and the own one whose place it takes.

    Where the writer has none of this text, it becomes one more of his own; so does a copy of a shipped one. Raises
    DataError.
    """
    if choice.source:
        file, _ = shipped_shelf.understand(choice.source, choice.id)
        own = next((each for each in own_shelf.every() if each.source == choice.source), None)
        return (file if own else replace(file, id=free_id(file.id))), own
    entry = next((entry for entry in entries() if entry.id == choice.id), None)
    if entry is None:
        raise DataError("这一版程序里没有这份要求。")
    file = own_template.copy(shipped_shelf.read(entry.file))
    if choice.year:
        file = replace(file, year=choice.year, name=f"{choice.year}{file.name}")
    return replace(file, id=free_id(f"{file.id}-copy")), None


def in_place_of(choice: TemplateChoice, own: OwnFile, subject: Subject) -> TemplateChoice:
    """Choose a template for a draft that followed another, for the same subject if it serves that."""
    template = next((each for each in own.templates if each.subject is subject), own.templates[0])
    return TemplateChoice(template.id, None if template.year else choice.year, choice.frame, own.source)


def free_id(wanted: str) -> str:
    """Give an id that no template has yet."""
    taken = {entry.file for entry in entries()}
    return next(each for each in (wanted, *(f"{wanted}-{n}" for n in range(2, 999))) if each not in taken)


def entries() -> tuple[Entry, ...]:
    """List all templates, the writer's own first, then the newest year, those without a year last."""
    return (*_own_entries(), *_shipped_entries())


def _own_entries() -> Iterator[Entry]:
    return (
        _entry(each.file, subject, each) for each in own_shelf.every() if each.file for subject in each.file.subjects
    )


def shipped() -> tuple[Template, ...]:
    """Read all shipped templates. Raises DataError."""
    return tuple(entry.load() for entry in _shipped_entries())


def known() -> tuple[Template, ...]:
    """Read all templates, in the order of `entries`. Raises DataError."""
    return tuple(entry.load() for entry in entries())


def find(identifier: str) -> Template | None:
    """Find a template by its id, without looking into the shipped files of others."""
    if own := next((entry for entry in _own_entries() if entry.id == identifier), None):
        return own.load()
    file, _, _ = identifier.rpartition("-")
    templates = shipped_shelf.resolved(file) if file in shipped_shelf.files() else ()
    return next((each for each in templates if each.id == identifier), None)


def named(name: str) -> tuple[Entry, ...]:
    """Find the template of an id, or those of a file for its subjects. Raises DataError, Unreadable."""
    if Path(name).suffix.lower() in (".toml", TEMPLATE_SUFFIX):
        own = own_shelf.read(Path(name))
        return tuple(_entry(own.file, subject, own) for subject in own.file.subjects) if own.file else ()
    found = tuple(entry for entry in entries() if entry.id == name)
    if not found:
        raise DataError(f"没有名为“{name}”的要求。用 duizhao templates 查看全部，或写明本次要求文件（.toml）。")
    return found


def for_year(general: Template, year: int) -> Template:
    """Put a year into a template that has none: 「2026年度民主生活会」."""
    if general.year is not None:
        return general
    return replace(general, year=year, name=f"{year}{general.name}", title=f"{year}{general.title}")


def chosen(choice: TemplateChoice | None) -> Template | None:
    """Give the template that a draft follows; None for none, or one that this version does not have."""
    wanted = _of_choice(choice) if choice else None
    if choice is None or wanted is None:
        return None
    if choice.year:
        wanted = for_year(wanted, choice.year)
    return with_frame(wanted, choice.frame)


def _of_choice(choice: TemplateChoice) -> Template | None:
    if not choice.source:
        return find(choice.id)
    try:
        _, templates = shipped_shelf.understand(choice.source, choice.id)
    except DataError:  # written by a later version
        return None
    return next((each for each in templates if each.id == choice.id), None)


def with_frame(wanted: Template, name: str) -> Template:
    """Put the frame that the writer has chosen first."""
    first = [frame for frame in wanted.frames if frame.name == name]
    rest: list[Frame] = [frame for frame in wanted.frames if frame.name != name]
    return replace(wanted, frames=(*first, *rest)) if first else wanted


def choices(year: int, meeting: MeetingKind, subject: Subject) -> Iterator[tuple[Template, TemplateChoice]]:
    """Yield the template for a year's meeting, the writer's own first; where none is known, the general one."""
    asked = [entry for entry in entries() if (entry.meeting, entry.subject) == (meeting, subject)]
    fitting = [entry for entry in asked if entry.year == year or (entry.own and entry.year is None)]
    for entry in fitting or [entry for entry in asked if entry.file == GENERAL[meeting]]:
        yield for_year(entry.load(), year), entry.choice(year)


def labels(offered: Sequence[tuple[Template, TemplateChoice]]) -> Iterator[str]:
    """Yield how each of several `choices` is called beside the others: own ones by where they came from too."""
    sources = [choice.source for _, choice in offered]
    own = [each for each in own_shelf.every() if each.source and each.source in sources]
    details = dict(zip((each.source for each in own), own_shelf.distinctions(own), strict=True))
    for template, choice in offered:
        label, origin = template.variant or template.name, own_template.origin(template.sources)
        if choice.source:  # where the name does not tell them apart, there is no room for it
            label = f"{origin}：{detail}" if (detail := details.get(choice.source)) else f"{label}（{origin}）"
        yield label
