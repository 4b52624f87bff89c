"""Template file → the templates of its meeting, one for each of its subjects. All here is pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import fields, replace

from assistant.certainty import Certainty
from assistant.strict_toml import DataError
from assistant.templates.borrowed_aspect import taken_over
from assistant.templates.template import (
    CopiedShare,
    Dates,
    Frame,
    Length,
    Need,
    Part,
    PartKind,
    ProblemLimits,
    Question,
    Role,
    Share,
    Subject,
    Template,
)
from assistant.templates.template_file import (
    ASPECT_FORM,
    AspectEntry,
    FrameEntry,
    LengthEntry,
    PartEntry,
    QuestionEntry,
    TemplateFile,
)

_ROLES = {
    Subject.LEADERSHIP: (Role.LEADERSHIP,),
    Subject.INDIVIDUAL: (Role.PRINCIPAL, Role.DEPUTY),
    Subject.MEMBER: (Role.MEMBER,),
    Subject.BRANCH: (Role.BRANCH,),
}


def resolve(file: TemplateFile, others: Mapping[str, TemplateFile]) -> tuple[Template, ...]:
    """Make the templates of a file, one for each of its subjects; none of an abstract file. Raises DataError.

    `others` are the files that it builds on. One that a `like` names and that is not there, as a later version may
    have it, is done without.
    """
    if file.abstract:
        return ()
    chain = _chain(file, others)
    return tuple(_template(file, chain, others, subject) for subject in file.subjects)


def _chain(file: TemplateFile, others: Mapping[str, TemplateFile]) -> list[TemplateFile]:
    """List a file and what it builds on, the most general first."""
    chain = [file]
    while (base := chain[0].base) is not None:
        if base not in others or others[base] in chain:
            raise DataError(f"{file.id}.base：没有名为 {base} 的基础要求")
        chain.insert(0, others[base])
    return chain


def _template(
    file: TemplateFile, chain: Sequence[TemplateFile], others: Mapping[str, TemplateFile], subject: Subject
) -> Template:
    words = {"name": file.name, "previous": file.meeting_before, "year": str(file.year or "")}
    titles = {key: title for each in chain for key, title in (each.titles or {}).items()}
    lengths = {key: length for each in chain for key, length in (each.lengths or {}).items()}
    if subject.value not in titles:
        raise DataError(f"{file.id}.titles：缺少 {subject.value} 的标题")
    parts = [_part(file, entry, subject, words) for entry in _merge(file, chain, others) if _serves(entry, subject)]
    spare = next((each for each in reversed(chain) if each.aspect_questions), file)
    listing = next((each for each in reversed(chain) if each.aspects or each.frames), file)
    form = listing.aspect_form if file.aspect_form == ASPECT_FORM else file.aspect_form
    main = (FrameEntry(listing.name, listing.aspects),) if listing.aspects else ()
    frames: list[Frame] = []
    for frame in (*main, *listing.frames):
        entries = [taken_over(entry, others, file.year) for entry in frame.aspects if _serves(entry, subject)]
        aspects = tuple(_aspect(file, form, entry, subject, spare) for entry in entries)
        if aspects:
            frames.append(Frame(frame.name, aspects))
    template = Template(
        id=f"{file.id}-{subject.value}",
        year=file.year,
        meeting=file.meeting,
        subject=subject,
        name=file.name,
        variant=file.variant,
        title=_filled(titles[subject.value], words, f"{file.id}.titles"),
        parts=tuple(parts),
        frames=tuple(frames),
        theme=file.theme,
        length=_length(lengths.get(subject.value)),
        share=_share(file, subject),
        problem_limits=_problem_limits(file, subject),
        copied_share=next((each.copied_share for each in reversed(chain) if each.copied_share), CopiedShare()),
        dates=_dates(file, subject),
        layout=file.layout,
        file_name=file.file_name,
        unit_words=file.unit_words,
        note=file.note,
        sources=file.sources,
    )
    ids = [part.id for part in template.parts] + [part.id for frame in template.frames for part in frame.aspects]
    for each in ids:
        if ids.count(each) > 1:
            raise DataError(f"{file.id}：{each} 出现了两次，每一部分的 id 须各不相同")
    return template


def _merge(
    file: TemplateFile, chain: Sequence[TemplateFile], others: Mapping[str, TemplateFile]
) -> Sequence[PartEntry]:
    merged: list[PartEntry] = []
    for each in chain:
        for entry in each.parts:
            ids = [other.id for other in merged]
            if entry.id in ids:
                index = ids.index(entry.id)
                merged[index] = _over(merged[index], entry)
            elif entry.after is None:
                merged.append(_like(entry, others))
            elif entry.after in ids:
                merged.insert(ids.index(entry.after) + 1, _like(entry, others))
            else:
                raise DataError(f"{file.id}.parts.{entry.id}.after：没有名为 {entry.after} 的部分")
    if not file.order:
        return merged
    known = {entry.id: entry for entry in merged}
    for name in file.order:
        if name not in known:
            raise DataError(f"{file.id}.order：没有名为 {name} 的部分，可用的有 {'、'.join(known)}")
    return [known[name] for name in file.order]


def _over(below: PartEntry, entry: PartEntry) -> PartEntry:
    """Put the keys that an entry names over another's."""
    changed = {f.name: value for f in fields(entry) if (value := getattr(entry, f.name)) is not None}
    return replace(below, **changed)


def _like(entry: PartEntry, others: Mapping[str, TemplateFile]) -> PartEntry:
    name, _, identifier = (entry.like or "").partition("/")
    found = [part for part in (others[name].parts if name in others else ()) if part.id == identifier]
    return _over(found[0], entry) if found else entry


def _serves(entry: PartEntry | AspectEntry, subject: Subject) -> bool:
    return entry.subjects is None or subject in entry.subjects


def _part(file: TemplateFile, entry: PartEntry, subject: Subject, words: Mapping[str, str]) -> Part:
    if entry.kind is None or entry.heading is None:
        raise DataError(f"{file.id}.parts.{entry.id}：缺少 kind 或 heading")
    where = f"{file.id}.parts.{entry.id}"
    heading = _filled(entry.heading, words, where)
    return Part(
        id=entry.id,
        kind=entry.kind,
        heading=heading,
        short=_filled(entry.short, words, where) if entry.short else heading,
        need=entry.need or Need.REQUIRED,
        certainty=entry.certainty or Certainty.ONE_SOURCE,
        hint=entry.hint or "",
        cues=entry.cues or (),
        weak_cues=entry.weak_cues or (),
        unless=entry.unless or (),
        wordings=(heading,),
        floating=bool(entry.floating),
        length=_length(_own_length(entry, subject)),
        questions=_questions(entry.questions or (), subject),
        said=entry.said or "",
    )


def _aspect(file: TemplateFile, form: str, entry: AspectEntry, subject: Subject, spare: TemplateFile) -> Part:
    words = {"full": entry.full, "short": entry.short}
    return Part(
        id=entry.id,
        kind=PartKind.ASPECT,
        heading=_filled(_once(form, entry.full), words, f"{file.id}.aspect_form"),
        short=entry.short,
        need=Need.OPTIONAL if subject in entry.optional_for else entry.need,
        certainty=entry.certainty,
        hint=entry.hint or spare.aspect_hint,
        wordings=(entry.full, entry.short, *entry.rewordings),
        length=_length(_own_length(entry, subject)),
        questions=_questions(entry.questions, subject) or _questions(spare.aspect_questions, subject),
        said=entry.said,
    )


def _once(form: str, full: str) -> str:
    """Leave out of a form what an aspect's wording ends with itself: no 「…方面方面」, whoever wrote the wording."""
    before, slot, tail = form.partition("{full}")
    twice = next((length for length in range(len(tail), 1, -1) if full.endswith(tail[:length])), 0)
    return before + slot + tail[twice:]


def _filled(pattern: str, words: Mapping[str, str], where: str) -> str:
    """Put words into a pattern like 「{name}个人对照检查材料」. Raises DataError."""
    try:
        return pattern.format(**words)
    except (KeyError, IndexError, ValueError, AttributeError):
        raise DataError(f"{where}：{pattern!r} 里的花括号只能是 {'、'.join(f'{{{word}}}' for word in words)}") from None


def _questions(entries: Sequence[QuestionEntry], subject: Subject) -> tuple[Question, ...]:
    """Give the questions that suit whom the material is of."""
    roles = _ROLES[subject]
    suited = (each for each in entries if not each.roles or any(role in roles for role in each.roles))
    return tuple(Question(each.id, each.ask, each.words, each.roles) for each in suited)


def _own_length(entry: PartEntry | AspectEntry, subject: Subject) -> LengthEntry | None:
    """Give the length that a subject's part or aspect has of its own, and that of all where it has none."""
    return (entry.length_for or {}).get(subject.value, entry.length)


def _length(entry: LengthEntry | None) -> Length | None:
    return Length(entry.least, entry.most, entry.certainty, entry.said) if entry else None


def _share(file: TemplateFile, subject: Subject) -> Share | None:
    """Give the share that is asked of a subject: it may be asked of others alone."""
    asked_of = file.share.share_of if file.share else ()
    return file.share if not asked_of or subject in asked_of else None


def _problem_limits(file: TemplateFile, subject: Subject) -> ProblemLimits | None:
    """Give what is asked of a subject's problems: instances may be asked of others alone."""
    limits = file.problem_limits
    if limits and limits.instances_of and subject not in limits.instances_of:
        return replace(limits, with_instances=False)
    return limits


def _dates(file: TemplateFile, subject: Subject) -> Dates | None:
    """Give a subject its own days, and those of the whole file where it has none."""
    common, own = file.dates or Dates(), (file.dates_for or {}).get(subject.value, Dates())
    hand_in = (own.hand_in, own.hand_in_said) if own.hand_in else (common.hand_in, common.hand_in_said)
    meeting = (own.meeting, own.meeting_said) if own.meeting else (common.meeting, common.meeting_said)
    return Dates(hand_in[0], meeting[0], hand_in[1], meeting[1]) if hand_in[0] or meeting[0] else None
