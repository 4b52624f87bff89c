"""The texts of the writer's earlier materials, kept in the program's own folder by their fingerprint, never in a draft.

So a draft that is handed on takes nothing of last year along. On another machine, or where the folder was cleared, a
text is missing: then its file is asked for again, and until then the draft does without.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from assistant import paths
from assistant.facts.last_year import earlier_material, list_table
from assistant.facts.last_year.earlier_material import LastYear, Row
from assistant.files import opening, template_shelf
from assistant.files.disk import bytes_of, replace_file
from assistant.files.draft import LIST, MATERIAL, Reference, TemplateChoice
from assistant.files.known_file import fingerprint
from assistant.files.trouble import Unwritable
from assistant.reading import Unreadable


class Held(NamedTuple):
    """What a draft's references come to: last year's material with its 整改清单, None where neither is at hand.

    `missing` are those whose text is not on this machine.
    """

    last: LastYear | None
    missing: tuple[Reference, ...] = ()


class Read(NamedTuple):
    """A file that was read to become a reference; `notes` say what could not be taken over."""

    reference: Reference
    text: str
    last: LastYear
    notes: tuple[str, ...] = ()


def read(path: Path) -> Read:
    """Read the writer's own earlier material. Raises Unreadable, also where there is no text in it."""
    opened = opening.open_file(path, guessing=False)
    text, headings = opened.reading.text, opened.decisions.headings
    if not text.strip():
        raise Unreadable("文件里没有找到文字。")
    own = template_shelf.chosen(opened.template)
    last = earlier_material.recognised(text, template_shelf.known(), own, headings, path.stem)
    first, *others = last.templates
    sure = first if all(each == first for each in others) else None  # of several in one file each is asked anew
    choice = opened.template or (TemplateChoice(sure.id) if sure else None)
    reference = _reference(path.name, MATERIAL, text)._replace(template=choice, headings=dict(headings))
    return Read(reference, text, last, opened.reading.notes)


def read_list(path: Path) -> Read:
    """Read last year's 整改清单. Raises Unreadable, also where its columns are not found."""
    tables = opening.read_tables(path)
    found = list_table.of_tables(tables.found)
    if not found:
        raise Unreadable(list_table.no_list(tables.notes))
    return of_rows(found, path.name, tables.notes)


def of_rows(rows: Sequence[Row], name: str, notes: tuple[str, ...] = ()) -> Read:
    """Make a reference of the rows of a 整改清单, as they were pasted or read with these notes."""
    text = list_table.listing(rows)
    return Read(_reference(name, LIST, text), text, LastYear("", listed=tuple(rows)), notes)


def _reference(name: str, kind: str, text: str) -> Reference:
    sha256 = fingerprint(text.encode())
    return Reference(sha256[:12], name, kind, None, sha256)


def keep(text: str) -> None:
    """Keep a text in the program's own folder, for the user alone. Raises Unwritable, which names that folder."""
    data = text.encode()
    path = _place(fingerprint(data))
    if _content(path) == data:
        return
    try:
        replace_file(path, data, private=True)
    except Unwritable as error:
        message = f"程序存放数据的文件夹未能写入（{error.cause}）：{path.parent}。请清理磁盘，或请管理员查看这个文件夹的权限。"
        raise Unwritable(message, error.cause) from None


def held(references: Sequence[Reference]) -> Held:
    """Give what a draft is held against: the first material and the first 整改清单 among its references."""
    last: LastYear | None = None
    missing: list[Reference] = []
    for kind in (MATERIAL, LIST):
        reference = next((each for each in references if each.kind == kind), None)
        if reference is None:
            continue
        data = _content(_place(reference.sha256))
        if data is None or fingerprint(data) != reference.sha256:
            missing.append(reference)
        elif kind == MATERIAL:
            own = template_shelf.chosen(reference.template)
            last = earlier_material.recognised(
                data.decode(), template_shelf.known(), own, reference.headings, reference.name
            )
        else:
            last = replace(last or LastYear(""), listed=list_table.of_pasted(data.decode()))
    return Held(last, tuple(missing))


def _place(sha256: str) -> Path:
    return paths.home() / "references" / f"{sha256}.txt"


def _content(path: Path) -> bytes | None:
    with suppress(OSError):
        return bytes_of(path)
    return None
