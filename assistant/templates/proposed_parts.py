"""The parts of a template that is made of a notice: their order, their lengths, and what they bring along."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from assistant.certainty import Certainty
from assistant.templates.notice.asked_parts import RANK
from assistant.templates.notice.notice import Found, LengthRange, NoticePart, NoticeTemplate
from assistant.templates.template import Need, PartKind
from assistant.templates.template_file import LengthEntry, PartEntry, TemplateFile

_LAST = (PartKind.CAUSE, PartKind.MEASURE)  # a notice that names none of these does not list all parts
_ALWAYS = (PartKind.PREFACE, PartKind.PROBLEMS)
_AFTER_PROBLEMS = (PartKind.CASE_ANALYSIS, PartKind.CAUSE, PartKind.MEASURE)


def parts_of(
    asked: NoticeTemplate, files: Iterable[TemplateFile], model: TemplateFile
) -> tuple[tuple[str, ...], tuple[PartEntry, ...]]:
    """Give the order of the parts, none where the notice does not list them, and what it changes in them."""
    bases = [file for file in files if file.abstract and file.meeting is asked.meeting]
    there = [entry for file in (*bases, model) for entry in file.parts]
    entries: dict[str, PartEntry] = {}
    kinds: dict[str, PartKind] = {}
    for number, part in enumerate(asked.parts, 1):
        known = next((entry for entry in there if _means(part, entry)), None)
        if known and part.subjects and known.id in entries:
            known = None  # each subject has its own
        length, length_for = lengths_of(asked, part.kind)
        entry = PartEntry(
            id=known.id if known else f"part{number}",
            like=None if known else _like(part, files),
            kind=None if known else part.kind,
            subjects=part.subjects or None,
            heading=plain(part.heading),
            need=Need.REQUIRED,
            certainty=Certainty.NOTICE,
            length=length,
            length_for=length_for,
            said=part.said,
        )
        entries.setdefault(entry.id, entry)
        kinds.setdefault(entry.id, part.kind)
    named = set(kinds.values())
    for entry, kind in _sized_alone(asked, kinds, there, files):
        entries[entry.id] = entry
        kinds = _with(kinds, entry.id, kind)
    listed = PartKind.PROBLEMS in named and any(kind in _LAST for kind in named)
    refused = {part.kind for part in asked.refused if not part.subjects} - {*kinds.values()}
    if listed or not refused:
        return _order(kinds, there) if listed else (), tuple(entries.values())
    usual = {entry.id: entry.kind for entry in there if entry.kind and entry.kind not in refused}
    return tuple(usual), tuple(entries.values())


def _sized_alone(
    asked: NoticeTemplate, named: Mapping[str, PartKind], there: Sequence[PartEntry], files: Iterable[TemplateFile]
) -> Iterator[tuple[PartEntry, PartKind]]:
    """Yield the usual parts of which a notice says nothing but how long they are to be."""
    sized = [*asked.part_lengths, *(kind for own in asked.part_lengths_for.values() for kind in own)]
    refused = {part.kind for part in asked.refused}
    for kind in dict.fromkeys(sized):
        if kind in (PartKind.ASPECT, PartKind.OTHER, *named.values()) or kind in refused:
            continue
        known = next((entry for entry in there if entry.kind is kind), None)
        problems = next((entry.id for entry in there if entry.kind is PartKind.PROBLEMS), None)
        length, length_for = lengths_of(asked, kind)
        entry = PartEntry(id=known.id if known else kind.value, length=length, length_for=length_for)
        if known is None:
            like = next((f"{file.id}/{each.id}" for file in files for each in file.parts if each.kind is kind), None)
            entry = replace(entry, like=like, after=problems)
        yield entry, kind


def _with(kinds: Mapping[str, PartKind], name: str, kind: PartKind) -> dict[str, PartKind]:
    """Put a part among others: before the first that usually comes after it."""
    later = [other for other, each in kinds.items() if RANK[each] > RANK[kind]]
    place = list(kinds).index(later[0]) if later else len(kinds)
    pairs = list(kinds.items())
    return dict([*pairs[:place], (name, kind), *pairs[place:]])


def _order(kinds: Mapping[str, PartKind], there: Sequence[PartEntry]) -> tuple[str, ...]:
    """List the parts as the notice does; the preface goes first, and the problems are never left out."""
    order = list(kinds)
    always = {entry.kind: entry.id for entry in there if entry.kind in _ALWAYS and entry.kind not in kinds.values()}
    if problems := always.get(PartKind.PROBLEMS):
        after = [name for name, kind in kinds.items() if kind in _AFTER_PROBLEMS]
        order.insert(order.index(after[0]) if after else len(order), problems)
    if preface := always.get(PartKind.PREFACE):
        order.insert(0, preface)
    return tuple(order)


def _means(part: NoticePart, entry: PartEntry) -> bool:
    if part.kind is not PartKind.OTHER:
        return entry.kind is part.kind
    return entry.kind is PartKind.OTHER and _holds_cue(part.heading, entry)


def _holds_cue(heading: str, entry: PartEntry) -> bool:
    return any(all(word in heading for word in cue.split()) for cue in entry.cues or ())


def _like(part: NoticePart, files: Iterable[TemplateFile]) -> str | None:
    """Find a part of another year that is the same, for its cues and questions."""
    for file in files:
        for entry in file.parts:
            if entry.kind is part.kind and (part.kind is not PartKind.OTHER or _holds_cue(part.heading, entry)):
                return f"{file.id}/{entry.id}"
    return None


def lengths_of(asked: NoticeTemplate, kind: PartKind) -> tuple[LengthEntry | None, dict[str, LengthEntry] | None]:
    """Give how long the parts of a kind are to be, and for which subjects otherwise."""
    found = asked.part_lengths.get(kind)
    own = {subject.value: length_entry(each[kind]) for subject, each in asked.part_lengths_for.items() if kind in each}
    return length_entry(found) if found else None, own or None


def length_entry(found: Found[LengthRange]) -> LengthEntry:
    return LengthEntry(Certainty.NOTICE, found.value.least, found.value.most, found.said)


def plain(text: str) -> str:
    """Keep what the file's patterns would read as a place to fill from doing so."""
    return text.replace("{", "｛").replace("}", "｝")
