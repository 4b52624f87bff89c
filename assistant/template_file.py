"""Template files: TOML → the templates of one meeting, one for each of its subjects.

A file serves a year's meeting for all its subjects, and may build on a base that says once what every year has in
common: a part with an id of the base changes the keys it names, a new one is put `after` the part it names. `parse`
reads a file, `resolve` makes of it the templates. Both are pure.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace

from assistant import strict_toml
from assistant.strict_toml import DataError
from assistant.template import (
    Certainty,
    Frame,
    Length,
    MeetingKind,
    Need,
    Part,
    PartKind,
    Question,
    Role,
    Subject,
    Template,
    Theme,
)

_ROLES = {
    Subject.LEADERSHIP: (Role.LEADERSHIP,),
    Subject.INDIVIDUAL: (Role.PRINCIPAL, Role.DEPUTY),
    Subject.MEMBER: (Role.MEMBER,),
    Subject.BRANCH: (Role.BRANCH,),
}


# The schema. Names are those of the keys; `None` is "as the base has it".


@dataclass(frozen=True, slots=True)
class QuestionEntry:
    id: str
    ask: str
    words: tuple[str, ...] = ()
    roles: tuple[Role, ...] = ()


@dataclass(frozen=True, slots=True)
class LengthEntry:
    certainty: Certainty
    least: int = 0
    most: int = 0


@dataclass(frozen=True, slots=True)
class PartEntry:
    id: str
    kind: PartKind | None = None
    subjects: tuple[Subject, ...] | None = None
    after: str | None = None
    heading: str | None = None
    short: str | None = None
    need: Need | None = None
    certainty: Certainty | None = None
    hint: str | None = None
    cues: tuple[str, ...] | None = None
    weak_cues: tuple[str, ...] | None = None
    unless: tuple[str, ...] | None = None
    floating: bool | None = None
    length: LengthEntry | None = None
    questions: tuple[QuestionEntry, ...] | None = None


@dataclass(frozen=True, slots=True)
class AspectEntry:
    id: str
    full: str
    short: str
    certainty: Certainty
    rewordings: tuple[str, ...] = ()
    hint: str = ""
    need: Need = Need.REQUIRED
    subjects: tuple[Subject, ...] | None = None  # None: for all of the file
    optional_for: tuple[Subject, ...] = ()
    questions: tuple[QuestionEntry, ...] = ()


@dataclass(frozen=True, slots=True)
class FrameEntry:
    name: str
    aspects: tuple[AspectEntry, ...]


@dataclass(frozen=True, slots=True)
class TemplateFile:
    format: int
    id: str
    meeting: MeetingKind
    name: str = ""
    variant: str = ""
    base: str | None = None
    abstract: bool = False  # a base only; no meeting of its own
    year: int | None = None
    previous: str = "上年度民主生活会"  # the meeting whose measures are reported on
    subjects: tuple[Subject, ...] = ()
    titles: dict[str, str] | None = None  # subject → title, with {name}
    theme: Theme | None = None
    lengths: dict[str, LengthEntry] | None = None  # subject → length of the whole
    aspect_form: str = "{full}方面"  # how an aspect's wording becomes a heading; {full} and {short}
    parts: tuple[PartEntry, ...] = ()
    aspects: tuple[AspectEntry, ...] = ()
    frames: tuple[FrameEntry, ...] = ()
    note: str = ""
    sources: tuple[str, ...] = ()


FORMAT = 1


def parse(source: str, name: str) -> TemplateFile:
    """Read the text of a template file; `name` is how messages call it. Raises DataError."""
    file = strict_toml.load(TemplateFile, source, name)
    if file.format != FORMAT:
        raise DataError(f"{name}.format：这是第{file.format}版格式的要求文件，本程序只认第{FORMAT}版，请用新版程序打开")
    return file


def parse_head(source: str, name: str) -> TemplateFile:
    """Read only what a template file says before its first table: id, year, meeting, name. Raises DataError."""
    return parse(strict_toml.head(source), name)


def resolve(file: TemplateFile, bases: Mapping[str, TemplateFile]) -> tuple[Template, ...]:
    """Make the templates of a file, one for each of its subjects; none of an abstract file. Raises DataError."""
    if file.abstract:
        return ()
    chain = _chain(file, bases)
    return tuple(_template(file, chain, subject) for subject in file.subjects)


def _chain(file: TemplateFile, bases: Mapping[str, TemplateFile]) -> list[TemplateFile]:
    """List a file and what it builds on, the most general first."""
    chain = [file]
    while (base := chain[0].base) is not None:
        if base not in bases or bases[base] in chain:
            raise DataError(f"{file.id}.base：没有名为 {base} 的基础要求")
        chain.insert(0, bases[base])
    return chain


def _template(file: TemplateFile, chain: Sequence[TemplateFile], subject: Subject) -> Template:
    words = {"name": file.name, "previous": file.previous, "year": str(file.year or "")}
    titles = {key: title for each in chain for key, title in (each.titles or {}).items()}
    lengths = {key: length for each in chain for key, length in (each.lengths or {}).items()}
    if subject.value not in titles:
        raise DataError(f"{file.id}.titles：缺少 {subject.value} 的标题")
    entries = _merge(file, chain)
    parts = tuple(_part(file, entry, words) for entry in entries if _serves(entry, subject))
    main = (FrameEntry(file.name, file.aspects),) if file.aspects else ()
    frames = tuple(
        Frame(frame.name, aspects)
        for frame in (*main, *file.frames)
        if (aspects := tuple(_aspect(file, entry, subject) for entry in frame.aspects if _serves(entry, subject)))
    )
    roles = _ROLES[subject]
    template = Template(
        id=f"{file.id}-{subject.value}",
        year=file.year,
        meeting=file.meeting,
        subject=subject,
        name=file.name,
        variant=file.variant,
        title=titles[subject.value].format(**words),
        parts=tuple(_for_roles(part, roles) for part in parts),
        frames=tuple(Frame(f.name, tuple(_for_roles(part, roles) for part in f.aspects)) for f in frames),
        theme=file.theme,
        length=_length(lengths.get(subject.value)),
        note=file.note,
        sources=file.sources,
    )
    ids = [part.id for part in template.parts] + [part.id for frame in template.frames for part in frame.aspects]
    for each in ids:
        if ids.count(each) > 1:
            raise DataError(f"{file.id}：{each} 出现了两次，每一部分的 id 须各不相同")
    return template


def _merge(file: TemplateFile, chain: Sequence[TemplateFile]) -> list[PartEntry]:
    merged: list[PartEntry] = []
    for each in chain:
        for entry in each.parts:
            ids = [other.id for other in merged]
            if entry.id in ids:
                index = ids.index(entry.id)
                changed = {f.name: value for f in fields(entry) if (value := getattr(entry, f.name)) is not None}
                merged[index] = replace(merged[index], **changed)
            elif entry.after is None:
                merged.append(entry)
            elif entry.after in ids:
                merged.insert(ids.index(entry.after) + 1, entry)
            else:
                raise DataError(f"{file.id}.parts.{entry.id}.after：没有名为 {entry.after} 的部分")
    return merged


def _serves(entry: PartEntry | AspectEntry, subject: Subject) -> bool:
    return entry.subjects is None or subject in entry.subjects


def _part(file: TemplateFile, entry: PartEntry, words: Mapping[str, str]) -> Part:
    if entry.kind is None or entry.heading is None:
        raise DataError(f"{file.id}.parts.{entry.id}：缺少 kind 或 heading")
    heading = entry.heading.format(**words)
    return Part(
        id=entry.id,
        kind=entry.kind,
        heading=heading,
        short=entry.short or heading,
        need=entry.need or Need.REQUIRED,
        certainty=entry.certainty or Certainty.ONE_SOURCE,
        hint=entry.hint or "",
        cues=entry.cues or (),
        weak_cues=entry.weak_cues or (),
        unless=entry.unless or (),
        wordings=(heading,),
        floating=bool(entry.floating),
        length=_length(entry.length),
        questions=tuple(_question(question) for question in entry.questions or ()),
    )


def _aspect(file: TemplateFile, entry: AspectEntry, subject: Subject) -> Part:
    return Part(
        id=entry.id,
        kind=PartKind.ASPECT,
        heading=file.aspect_form.format(full=entry.full, short=entry.short),
        short=entry.short,
        need=Need.OPTIONAL if subject in entry.optional_for else entry.need,
        certainty=entry.certainty,
        hint=entry.hint,
        wordings=(entry.full, entry.short, *entry.rewordings),
        questions=tuple(_question(question) for question in entry.questions),
    )


def _question(entry: QuestionEntry) -> Question:
    return Question(entry.id, entry.ask, entry.words, entry.roles)


def _length(entry: LengthEntry | None) -> Length | None:
    return Length(entry.least, entry.most, entry.certainty) if entry else None


def _for_roles(part: Part, roles: Sequence[Role]) -> Part:
    suited = tuple(q for q in part.questions if not q.roles or any(role in roles for role in q.roles))
    return replace(part, questions=suited)
