"""What is usual at a meeting: the parts of a file, those that can be added and where, the lengths of other years."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.files import shipped_shelf
from assistant.templates import own_template
from assistant.templates.template import Length, MeetingKind, PartKind, Subject
from assistant.templates.template_file import LengthEntry, PartEntry, TemplateFile
from assistant.ui.dialogs import part_sizes
from assistant.ui.dialogs.row_list import ListRow

# Parts that notices ask for beyond those of every year, with whose cues and questions they bring along.
_SPECIAL = {
    "典型案例剖析": (PartKind.CASE_ANALYSIS, "2025-democratic/case"),
    "学习教育查摆问题整改情况": (PartKind.OTHER, "2025-democratic/education"),
}
_ORDER = (
    PartKind.PREFACE,
    PartKind.PREVIOUS_RECTIFICATION,
    PartKind.OTHER,
    PartKind.DECLARATIONS,
    PartKind.PROBLEMS,
    PartKind.CASE_ANALYSIS,
    PartKind.CAUSE,
    PartKind.MEASURE,
)


def part_rows(file: TemplateFile, unasked: str = "") -> list[ListRow]:
    """List the parts that a file asks for, of all its subjects, with their headings filled in.

    `unasked` is what to remark of those that no notice asks for; problems are asked for wherever there are aspects.
    """
    rows: list[ListRow] = []
    own = {entry.id: entry for entry in file.parts}
    templates = shipped_shelf.resolve(file)
    sizes: dict[str, dict[Subject, Length | LengthEntry | None]] = {}
    for template in templates:
        for part in template.parts:
            sizes.setdefault(part.id, {})[template.subject] = part.length
    for template in templates:
        at = -1
        for part in template.parts:
            there = [row.data.id for row in rows]
            at = there.index(part.id) if part.id in there else at + 1
            if part.id not in there:  # not asked of the subjects before
                remark = "" if part.kind is PartKind.PROBLEMS else unasked
                size = part_sizes.told_of(sizes[part.id])
                rows.insert(at, ListRow(part.heading, part.said, own.get(part.id, PartEntry(part.id)), remark, size))
    ranks = {identifier: rank for rank, identifier in enumerate(file.order)}
    return sorted(rows, key=lambda row: ranks.get(row.data.id, 0))


def rows_to_add(file: TemplateFile, rows: Sequence[ListRow]) -> list[ListRow]:
    """List the usual parts of a file's meeting that the rows do not have yet."""
    base = shipped_shelf.read(file.meeting.value)
    there = {row.data.id for row in rows if row.data}
    usual = [
        ListRow((entry.heading or "").replace("{previous}", file.meeting_before), "", entry) for entry in base.parts
    ]
    for heading, (kind, like) in _SPECIAL.items():
        usual.append(ListRow(heading, "", PartEntry(like.partition("/")[2], kind, like=like, heading=heading)))
    return [row for row in usual if row.data.id not in there]


def place(file: TemplateFile, rows: Sequence[ListRow], row: ListRow) -> int:
    """Find where a usual part goes among the rows: before the first of those that usually come after it.

    What was done in between goes after the report on last year's measures, wherever that stands.
    """
    kinds = {part.id: part.kind for template in shipped_shelf.resolve(file) for part in template.parts}
    kinds |= {entry.id: entry.kind for entry in shipped_shelf.read(file.meeting.value).parts if entry.kind}
    there = [(row.data.kind or kinds.get(row.data.id)) if row.data else None for row in rows]
    if row.data.kind is PartKind.OTHER and PartKind.PREVIOUS_RECTIFICATION in there:
        return there.index(PartKind.PREVIOUS_RECTIFICATION) + 1
    later = _ORDER[_ORDER.index(row.data.kind) + 1 :]
    return next((index for index, kind in enumerate(there) if kind in later), len(rows))


def of_meeting(file: TemplateFile, meeting: MeetingKind) -> TemplateFile:
    """Turn a file to a meeting; one that is not its own has the usual subjects and parts of that.

    Where a notice lists the parts, they stay as it lists them, each for what it is at that meeting.
    """
    if meeting is file.meeting:
        return file
    base = shipped_shelf.read(meeting.value)
    ids: dict[PartKind, str] = {
        entry.kind: entry.id for entry in base.parts if entry.kind and entry.kind is not PartKind.OTHER
    }
    listed = {part.id: part for template in shipped_shelf.resolve(file) for part in template.parts}
    parts = tuple(
        PartEntry(
            ids.get(part.kind, part.id),
            part.kind,
            like=None if part.kind in ids else _like(file, part.id),
            heading=part.heading,
            need=part.need,
            certainty=part.certainty,
            said=part.said,
        )
        for part in (listed[identifier] for identifier in file.order)
    )
    order, subjects = tuple(entry.id for entry in parts), own_template.subjects_of(meeting)
    return replace(file, meeting=meeting, base=base.id, subjects=subjects, parts=parts, order=order)


def _like(file: TemplateFile, identifier: str) -> str | None:
    """Find the part of what a file builds on that a part of its own brings its cues from."""
    own = next((entry.like for entry in file.parts if entry.id == identifier and entry.like), None)
    below = file.base
    while below and not own:
        base = shipped_shelf.read(below)
        own = f"{below}/{identifier}" if any(entry.id == identifier for entry in base.parts) else None
        below = base.base
    return own


def length(file: TemplateFile, subject: Subject) -> str:
    """Tell the customary length, which holds where a file asks for none of its own; "" where there is none."""
    if subject.value in (file.lengths or {}):
        return ""
    meeting = next(each for each in MeetingKind if subject in own_template.subjects_of(each))
    below = of_meeting(file, meeting).base
    while below:
        base = shipped_shelf.read(below)
        if known := (base.lengths or {}).get(subject.value):
            return f"往年通行做法{known.least}至{known.most}字，仅供参考"
        below = base.base
    return ""
