"""The lists of the form as entries of a template file: aspects and parts as the writer has corrected them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.certainty import Certainty
from assistant.files import shipped_shelf
from assistant.templates import own_template
from assistant.templates.template import Need, PartKind, Subject
from assistant.templates.template_file import AspectEntry, LengthEntry, PartEntry, TemplateFile
from assistant.ui.dialogs import part_sizes, usual_parts
from assistant.ui.dialogs.row_list import ListRow


def first_aspects(file: TemplateFile) -> tuple[AspectEntry, ...]:
    """List a file's aspects, those of the first frame where it has only frames, those of its base where it has none."""
    if not file.aspects and not file.frames and file.base:
        file = own_template.copy(shipped_shelf.read(file.base))
    return file.aspects or (file.frames[0].aspects if file.frames else ())


def aspect_rows(file: TemplateFile) -> list[ListRow]:
    """List a file's aspects, each with its length."""
    return [ListRow(each.full, each.said, each, size=_aspect_size(each, file.subjects)) for each in first_aspects(file)]


def _aspect_size(entry: AspectEntry, subjects: Sequence[Subject]) -> str:
    own = entry.length_for or {}
    return part_sizes.told_of({subject: own.get(subject.value, entry.length) for subject in subjects})


def aspects(rows: Sequence[ListRow], subjects: Sequence[Subject]) -> tuple[AspectEntry, ...]:
    """Give the aspects of rows; one that the writer worded is the notice's word. `subjects` are those of the file shown."""
    entries: list[AspectEntry] = []
    for number, row in enumerate(rows, 1):
        known: AspectEntry | None = row.data
        if known is None:
            taken = {each.id for each in entries} | {each.data.id for each in rows if each.data}
            free = next(name for name in (f"aspect{n}" for n in range(number, 99)) if name not in taken)
            known = AspectEntry(free, row.text, own_template.short_form(row.text), Certainty.NOTICE)
        elif known.full != row.text:
            known = replace(known, full=row.text, short=own_template.short_form(row.text), certainty=Certainty.NOTICE)
        if row.size != _aspect_size(known, subjects):
            length, length_for = part_sizes.read_of(row.size, row.text)
            known = replace(known, length=length, length_for=length_for)
        entries.append(known)
    return tuple(entries)


def parts(rows: Sequence[ListRow], based: TemplateFile) -> tuple[tuple[str, ...], tuple[PartEntry, ...]]:
    """Give the order of the parts, and those that differ from the base's."""
    order: list[str] = []
    entries: list[PartEntry] = []
    before = {entry.id: entry for entry in based.parts}
    usual = {row.data.id: row for row in usual_parts.part_rows(based)}
    for number, row in enumerate(rows, 1):
        known: PartEntry = row.data or PartEntry(f"own{number}", PartKind.OTHER)
        order.append(known.id)
        was, entry = usual.get(known.id), before.get(known.id)
        same_size = row.size == (was.size if was else "")
        if was and was.text == row.text:
            if not same_size:
                entry = _sized(entry or PartEntry(known.id), row)
            entries += [entry] if entry else []
            continue
        entry = entry or (known if known.like or not row.data else PartEntry(known.id))
        said = replace(entry, heading=row.text, need=Need.REQUIRED, certainty=Certainty.NOTICE)
        entries.append(said if same_size else _sized(said, row))
    untouched = not based.order and order == list(usual)
    return () if untouched else tuple(order), tuple(entries)


def _sized(entry: PartEntry, row: ListRow) -> PartEntry:
    """Give a part the length of its row; that none is asked for is said too, against the base's."""
    length, length_for = part_sizes.read_of(row.size, row.text)
    return replace(entry, length=length or LengthEntry(Certainty.NOTICE), length_for=length_for)
