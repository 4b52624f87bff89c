"""The templates (本次要求) there are, shipped and the writer's own; read when they are wanted.

Shipped files are read once each. Own ones lie in the user's folder, are few and small, and are read again when they
have changed; one that cannot be used keeps nobody from the others.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from pathlib import Path

from assistant import paths
from assistant.files.disk import load_bytes, replace_file
from assistant.files.draft import TemplateChoice
from assistant.files.kinds import TEMPLATE_SUFFIX
from assistant.files.naming import allowed_name, free_path
from assistant.reading import Unreadable
from assistant.strict_toml import DataError
from assistant.templates import own_template, resolving, template_file
from assistant.templates.own_template import MEETING_NAMES
from assistant.templates.template import SUBJECT_LABELS, Frame, MeetingKind, Subject, Template
from assistant.templates.template_file import TemplateFile

GENERAL = {MeetingKind.DEMOCRATIC: "general-democratic", MeetingKind.ORGANIZATIONAL: "general-organizational"}


@dataclass(frozen=True, slots=True)
class OwnFile:
    """A file of the writer's own templates; `problem` says why it cannot be used."""

    path: Path
    source: str = ""
    file: TemplateFile | None = None
    templates: tuple[Template, ...] = ()
    problem: str = ""


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
        templates = self.own.templates if self.own else _resolved(self.file)
        return next(each for each in templates if each.id == self.id)

    def choice(self, year: int | None = None, frame: str = "") -> TemplateChoice:
        """Give what a draft keeps of it; a year only where it has none of its own."""
        return TemplateChoice(self.id, None if self.year else year, frame, self.own.source if self.own else "")


# Shipped


@cache
def _heads() -> dict[str, tuple[Path, TemplateFile]]:
    heads = (
        (path, template_file.parse_head(path.read_text("utf-8"), path.name))
        for path in paths.shipped("templates", "*.toml")
    )
    return {head.id: (path, head) for path, head in heads}


@cache
def shipped_file(identifier: str) -> TemplateFile:
    """Read a shipped file, a base or a year's meeting. Raises DataError."""
    path, _ = _heads()[identifier]
    return template_file.parse(path.read_text("utf-8"), path.name)


@cache
def _resolved(identifier: str) -> tuple[Template, ...]:
    file = shipped_file(identifier)
    return resolving.resolve(file, _others(file))


def _others(file: TemplateFile) -> Mapping[str, TemplateFile]:
    """Read the shipped files that a file builds on."""
    found: dict[str, TemplateFile] = {}
    wanted = template_file.names_used(file)
    while wanted:
        name = wanted.pop()
        if name in _heads() and name not in found:
            found[name] = shipped_file(name)
            wanted |= template_file.names_used(found[name])
    return found


@cache
def _shipped_entries() -> tuple[Entry, ...]:
    return _sorted(_entry(head, subject) for _, head in _heads().values() for subject in head.subjects)


def _entry(head: TemplateFile, subject: Subject, own: OwnFile | None = None) -> Entry:
    name = f"{head.id}-{subject.value}"
    return Entry(name, head.id, head.year, head.meeting, subject, head.name, head.variant, own)


def _sorted(entries: Iterator[Entry]) -> tuple[Entry, ...]:
    return tuple(sorted(entries, key=lambda each: (-(each.year or 0), each.meeting.value, each.id)))


def previous_meeting(year: int, meeting: MeetingKind) -> str:
    """Name the meeting before a year's one, whose measures are reported on; not every one was a 年度会."""
    usual = (f"{year}{MEETING_NAMES[meeting]}", year, meeting)
    entry = next((each for each in _shipped_entries() if (each.name, each.year, each.meeting) == usual), None)
    return shipped_file(entry.file).previous if entry else f"{year - 1}{MEETING_NAMES[meeting]}"


# The writer's own


def own_folder() -> Path:
    """Find where the writer's own templates are kept. It may not exist yet."""
    return paths.home() / "requirements"


def own_files() -> tuple[OwnFile, ...]:
    """Read the writer's own templates, the newest first; those that cannot be used say why."""
    found: list[tuple[float, OwnFile]] = []
    for path in own_folder().glob(f"*{TEMPLATE_SUFFIX}"):
        try:
            known = path.stat()
        except OSError:
            continue
        found.append((known.st_mtime, _own_file(path, known.st_mtime_ns, known.st_size)))
    return tuple(own for _, own in sorted(found, key=lambda each: (-each[0], each[1].path.name)))


@lru_cache(64)
def _own_file(path: Path, _changed: int, _size: int) -> OwnFile:
    try:
        return read_file(path)
    except (Unreadable, DataError) as error:
        return OwnFile(path, problem=str(error))


def own_labels(own: Sequence[OwnFile]) -> list[str]:
    """Call own templates so that each can be told from the others: equal names say more, as far as they must."""
    details = distinctions(own)
    return [_name(each) + (f"（{detail}）" if detail else "") for each, detail in zip(own, details, strict=True)]


def distinctions(own: Sequence[OwnFile]) -> list[str]:
    """Say of each what tells it from those of the same name; nothing where the name does."""
    details = ["" for _ in own]
    names = [_name(each) for each in own]
    for says in (_subjects, _size_and_time, lambda each: _size_and_time(each, ":%S"), lambda each: each.path.stem):
        called = list(zip(names, details, strict=True))
        details = [
            says(each) if called.count(name) > 1 else detail
            for each, name, detail in zip(own, called, details, strict=True)
        ]
    return details


def _name(own: OwnFile) -> str:
    return own.templates[0].label.partition(" · ")[0] if own.templates else f"{own.path.name}（暂不能使用）"


def _subjects(own: OwnFile) -> str:
    return "、".join(SUBJECT_LABELS[each.subject] for each in own.templates)


def _size_and_time(own: OwnFile, seconds: str = "") -> str:
    kept = datetime.datetime.fromtimestamp(own.path.stat().st_mtime)  # noqa: DTZ006  # the clock on the wall
    return f"{len(own.templates[0].aspects)}个方面，{kept.month}月{kept.day}日{kept.strftime('%H:%M' + seconds)}存"


def read_file(path: Path) -> OwnFile:
    """Read a template file from anywhere. Raises Unreadable, DataError."""
    try:
        source = load_bytes(path).decode("utf-8-sig")
    except UnicodeDecodeError:
        raise DataError(f"{path.name}：不是本程序的本次要求文件。") from None
    file, templates = understand(source, path.name)
    return OwnFile(path, source, file, templates)


def understand(source: str, name: str) -> tuple[TemplateFile, tuple[Template, ...]]:
    """Make the templates of a template file's text; `name` is how messages call it. Raises DataError."""
    file = template_file.parse(source, name)
    templates = resolve(file)
    if not templates:
        raise DataError(f"{name}.subjects：没有写明用于哪几类材料")
    return file, templates


def resolve(file: TemplateFile) -> tuple[Template, ...]:
    """Make the templates of a file with the shipped files that it builds on. Raises DataError."""
    return resolving.resolve(file, _others(file))


def shipped_files() -> Iterator[TemplateFile]:
    """Read the shipped files one after the other: the bases, then the newest year first."""
    heads = [head for _, head in _heads().values()]
    for head in sorted(heads, key=lambda each: (not each.abstract, -(each.year or 0), each.id)):
        yield shipped_file(head.id)


def keep(file: TemplateFile, former: OwnFile | None = None) -> OwnFile:
    """Keep a template among the writer's own, in the place of a former one where it is given.

    Raises DataError where it cannot be used, Unwritable.
    """
    name = allowed_name(file.name + (f"（{file.variant}）" if file.variant else "")) or "本次要求"
    path = former.path if former else free_path(own_folder() / f"{name}{TEMPLATE_SUFFIX}")
    source = source_of(file)
    replace_file(path, source.encode("utf-8"), private=True)
    return OwnFile(path, source, file, resolve(file))


def take_over(path: Path) -> OwnFile:
    """Keep a template file from elsewhere among the writer's own; one that is there already is not kept twice.

    Raises Unreadable, DataError, Unwritable.
    """
    coming = read_file(path)
    same = next((own for own in own_files() if own.source == coming.source), None)
    if same or coming.file is None:
        return same or coming
    target = free_path(own_folder() / f"{allowed_name(path.stem)}{TEMPLATE_SUFFIX}")
    replace_file(target, coming.source.encode("utf-8"), private=True)
    return replace(coming, path=target)


def source_of(file: TemplateFile) -> str:
    """Write a template as text, after making sure that it can be used. Raises DataError."""
    source = template_file.write(file)
    understand(source, file.id)
    return source


def to_correct(choice: TemplateChoice) -> tuple[TemplateFile, OwnFile | None]:
    """Give the file behind a draft's template to be corrected, and the own one whose place it takes.

    Where the writer has none of this text, it becomes one more of his own; so does a copy of a shipped one. Raises
    DataError.
    """
    if choice.source:
        file, _ = understand(choice.source, choice.id)
        own = next((each for each in own_files() if each.source == choice.source), None)
        return (file if own else replace(file, id=free_id(file.id))), own
    entry = next((entry for entry in entries() if entry.id == choice.id), None)
    if entry is None:
        raise DataError("这一版程序里没有这份要求。")
    file = own_template.copy(shipped_file(entry.file))
    if choice.year:
        file = replace(file, year=choice.year, name=f"{choice.year}{file.name}")
    return replace(file, id=free_id(f"{file.id}-copy")), None


def in_place_of(choice: TemplateChoice, own: OwnFile, subject: Subject) -> TemplateChoice:
    """Choose a template for a draft that followed another, for the same subject if it serves that."""
    template = next((each for each in own.templates if each.subject is subject), own.templates[0])
    return TemplateChoice(template.id, None if template.year else choice.year, choice.frame, own.source)


def forget(own: OwnFile) -> None:
    """Delete a template of the writer's own; drafts that follow it carry their own copy."""
    own.path.unlink(missing_ok=True)


def free_id(wanted: str) -> str:
    """Give an id that no template has yet."""
    taken = {entry.file for entry in entries()}
    return next(each for each in (wanted, *(f"{wanted}-{n}" for n in range(2, 999))) if each not in taken)


# All


def entries() -> tuple[Entry, ...]:
    """List all templates, the writer's own first, then the newest year, those without a year last."""
    own = [_entry(each.file, subject, each) for each in own_files() if each.file for subject in each.file.subjects]
    return (*own, *_shipped_entries())


def shipped() -> tuple[Template, ...]:
    """Read all shipped templates. Raises DataError."""
    return tuple(entry.load() for entry in _shipped_entries())


def known() -> tuple[Template, ...]:
    """Read all templates, in the order of `entries`. Raises DataError."""
    return tuple(entry.load() for entry in entries())


def find(identifier: str) -> Template | None:
    """Find a template by its id."""
    return next((entry.load() for entry in entries() if entry.id == identifier), None)


def named(name: str) -> tuple[Entry, ...]:
    """Find the template of an id, or those of a file for its subjects. Raises DataError, Unreadable."""
    if Path(name).suffix.lower() in (".toml", TEMPLATE_SUFFIX):
        own = read_file(Path(name))
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
        _, templates = understand(choice.source, choice.id)
    except DataError:  # written by a later version
        return None
    return next((each for each in templates if each.id == choice.id), None)


def with_frame(wanted: Template, name: str) -> Template:
    """Put the frame that the writer has chosen first."""
    first = [frame for frame in wanted.frames if frame.name == name]
    rest: list[Frame] = [frame for frame in wanted.frames if frame.name != name]
    return replace(wanted, frames=(*first, *rest)) if first else wanted


def season(today: datetime.date) -> int:
    """Give the year under review: from November to March the meetings are about the year that ends or has ended."""
    return today.year - 1 if today.month <= 3 else today.year


def choices(year: int, meeting: MeetingKind, subject: Subject) -> Iterator[tuple[Template, TemplateChoice]]:
    """Yield the template for a year's meeting, the writer's own first; where none is known, the general one."""
    asked = [entry for entry in entries() if (entry.meeting, entry.subject) == (meeting, subject)]
    fitting = [entry for entry in asked if entry.year == year or (entry.own and entry.year is None)]
    for entry in fitting or [entry for entry in asked if entry.file == GENERAL[meeting]]:
        yield for_year(entry.load(), year), entry.choice(year)
