"""Opening a file: what it holds, what was decided about it, and which template it answers. The one way for all doors.

What a file is, is told by its bytes; its name may lie. It is only ever read.
"""

from __future__ import annotations

import csv
import io
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

from assistant.decisions import NO_DECISIONS, Decisions
from assistant.files import kinds
from assistant.files.disk import load_bytes
from assistant.files.draft import Draft, DraftFile, TemplateChoice
from assistant.files.kinds import Use
from assistant.files.trouble import BROKEN
from assistant.language.punctuation import is_han
from assistant.reading import Reading, Tables, Unreadable


class Opened(NamedTuple):
    """A file that was opened.

    `template` is a draft's own or, where `certainty` is below 1, the one that the text seems to answer. `file` and
    `draft` are there for a draft only.
    """

    reading: Reading
    decisions: Decisions = NO_DECISIONS
    template: TemplateChoice | None = None
    certainty: float = 1.0
    file: DraftFile | None = None
    draft: Draft | None = None


_COMMAS = ".csv"
_FEWEST = 20  # Chinese characters of a text that somebody saved under a document's name


def open_file(path: Path, *, guessing: bool = True) -> Opened:
    """Open a draft, or any file with text, whose template is guessed unless somebody names one. Raises Unreadable."""
    suffix = path.suffix.lower()
    if suffix == kinds.DRAFT_SUFFIX and (opened := _draft(path)):
        return opened
    if suffix in (".toml", kinds.TEMPLATE_SUFFIX) and path.exists():
        raise Unreadable("这是本次要求文件，不是材料。要按它检查材料，请用 --template 写明它的文件名。")
    reading = read(path)
    choice, certainty = guess(reading.text) if guessing else (None, 0.0)
    return Opened(reading, Decisions(headings=reading.headings), choice, certainty)


def _draft(path: Path) -> Opened | None:
    """Open a draft; None for what is only called one, such as a Word file under its name. Raises Unreadable."""
    try:
        file, kept = DraftFile.load(path)
    except Unreadable:
        if kinds.of(load_bytes(path)).reader == "plain":
            raise
        return None
    return Opened(Reading(kept.text), kept.decisions, kept.template, file=file, draft=kept)


def guess(text: str) -> tuple[TemplateChoice | None, float]:
    """Tell which shipped or own template a text seems to answer, and how sure that is from 0 to 1."""
    from assistant.facts import identify  # a draft, which is shown first of all, needs none of this
    from assistant.files import template_shelf

    found = identify.guess(text, template_shelf.known())
    return (TemplateChoice(found.template.id), found.certainty) if found else (None, 0.0)


def read(path: Path) -> Reading:
    """Read the text of a file that is not ours. Raises Unreadable with what is wrong and what to do.

    What is called a document and holds hardly a word of plain text is one that was cut off or overwritten.
    """
    return _read(load_bytes(path), path)


def _read(data: bytes, path: Path) -> Reading:
    called = next((each for each in kinds.of_use(Use.MATERIAL) if path.suffix.lower() in each.suffixes), None)
    if called is None or called.reader == "plain" or kinds.of(data).reader != "plain":
        return read_bytes(data)
    try:
        reading = read_bytes(data)
    except Unreadable:  # what would be said of a text file helps nobody here
        raise Unreadable(BROKEN) from None
    if _hardly_written(reading.text):
        raise Unreadable(BROKEN)
    return reading


def _hardly_written(text: str) -> bool:
    return bool(text.strip()) and sum(map(is_han, text)) < _FEWEST


def read_bytes(data: bytes, *, inserted: bool = False) -> Reading:
    """Read the text that a file's bytes hold; a file `inserted` into another has none inserted itself. Raises Unreadable."""
    kind = kinds.of(data)
    if kind.use in (Use.REFUSED, Use.TABLE, Use.CRITICISM):
        raise Unreadable(kind.message)
    reader = import_module(f"assistant.files.readers.{kind.reader}")
    reading: Reading
    if kind.reader == "docx" and not inserted:
        reading = reader.read(data, partial(read_bytes, inserted=True))
    else:
        reading = reader.read(data)
    return reading


def read_tables(path: Path) -> Tables:
    """Read the tables of an Excel, Word or CSV file; of another, its lines as far as tabs make cells of them. Raises Unreadable."""
    data = load_bytes(path)
    kind = kinds.of(data)
    found = Tables(())
    if kind.use is Use.TABLE and not kind.reader:
        raise Unreadable(kind.message)
    if kind.use is Use.TABLE:
        from assistant.files.readers import xlsx

        found = xlsx.tables(data)
    elif kind.reader == "docx":
        from assistant.files.readers import docx_as_tables

        found = docx_as_tables.tables(data)
    if found.found or kind.use is Use.TABLE:
        return found
    reading = _read(data, path)
    text = reading.text
    if path.suffix.lower() == _COMMAS and kind.reader == "plain":
        try:
            return Tables((tuple(tuple(row) for row in csv.reader(io.StringIO(text))),), reading.notes)
        except csv.Error:
            raise Unreadable(BROKEN) from None
    lines = text.split("\n")
    return Tables((tuple(tuple(line.split("\t")) for line in lines if "\t" in line),), reading.notes)
