"""What lies in a folder of materials and is none: lists of people, tables, notices, programs, and what this program wrote.

Each of these is told with its reason (`Outcome.no_material`). What is not even listed, as hidden files, is left out by
`folder_check.files_in`.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from assistant.commands import folder_table
from assistant.facts import roll
from assistant.facts.roll import Person
from assistant.files import disk, kinds, opening
from assistant.files.kinds import Kind, Use
from assistant.reading import Table, Unreadable

A_ROLL = "这是名单，不作材料检查"
NO_MATERIAL = "这不是材料"
OUR_TABLE = "这是本程序导出的检查结果"
_OUR_SHEET = "这是本程序写的修改单"
_OUR_REPORT = "这是本程序写的检查报告"
_OUR_LIST = f"{NO_MATERIAL}，是整改清单一类的表"
_NOTICE = f"{NO_MATERIAL}，是会议通知"
# Titles that no other table has; earlier versions had them too.
_OF_OUR_TABLE = {folder_table.COUNTS.title, folder_table.TOLD.title}
_LISTS = ("整改清单", "整改落实情况", "整改落实情况表", "批评意见")  # how the titles of our Word tables end
_SMALL = 40_000  # bytes; a list of people that does not call itself one is looked for in small files only
_FEWEST = 3  # people that make a list of what is not called one
_NEVER_A_MATERIAL = ("程序", "演示稿")
_NO_SHEET_HOLDS = ("docx", "rtf", "odt", "pdf", "ofd")  # readers of what is a document for sure, whatever it is called
_SAVE_AS_XLSX = "；要用作应交名单，请另存为.xlsx再检查"
_NOTICE_TITLES = ("通知", "方案", "安排", "要求")
_TITLE_LINES = 5  # in which a notice calls itself one; a text is read as one only then


class Roll(NamedTuple):
    """The people that a file lists; `notes` say what could not be taken over from it, so that nobody hidden is overlooked."""

    people: tuple[Person, ...]
    notes: tuple[str, ...] = ()


def is_of_another_kind(path: Path) -> bool:
    """Tell by its kind that a file can be no material: a table, as this program leaves one too, a template file, a program."""
    suffix = path.suffix.lower()
    if suffix in kinds.suffixes(Use.TEMPLATE):
        return True
    try:
        kind = kinds.of(disk.load_bytes(path)) if suffix != kinds.DRAFT_SUFFIX and path.is_file() else None
    except Unreadable:
        return suffix in kinds.suffixes(Use.TABLE)
    return kind is not None and (_is_table(path, kind) or kind.name in _NEVER_A_MATERIAL)


def _is_table(path: Path, kind: Kind) -> bool:
    """Tell a table by what it holds or, where that is no document, by its name: one with a password or damaged, one that a system has written as a web page or as text."""
    called_so = path.suffix.lower() in kinds.suffixes(Use.TABLE)
    document = kind.reader in _NO_SHEET_HOLDS or (kind.reader == "doc" and kind.suffixes)
    return kind.use is Use.TABLE or (called_so and not document)


def of_file(path: Path) -> str:
    """Say why a file is no material: a list of people, a table, a template, what this program wrote, a program; "" where it may be one."""
    suffix = path.suffix.lower()
    if suffix in kinds.suffixes(Use.TEMPLATE):
        return f"{NO_MATERIAL}，是本次要求"
    if suffix == kinds.DRAFT_SUFFIX:
        return ""
    kind = kinds.of(disk.load_bytes(path))
    if _is_table(path, kind):
        return _of_table(path, kind)
    may_list = kind.use is Use.MATERIAL and (roll.is_called_so(path.stem) or path.stat().st_size < _SMALL)
    if may_list and people_in(path).people:
        return A_ROLL
    return f"{NO_MATERIAL}，是{kind.name}" if kind.name in _NEVER_A_MATERIAL else ""


def _of_table(path: Path, kind: Kind) -> str:
    """Say what kind of table it is; of one that cannot be read, what to do where it is the list of people."""
    named = kind.name if kind.use is Use.TABLE else "表格"
    try:
        ours = _of_ours(opening.read_tables(path).found)
        return ours or (A_ROLL if people_in(path).people else f"{NO_MATERIAL}，是{named}")
    except Unreadable:
        return f"{NO_MATERIAL}，是{named}，未能读取" + (_SAVE_AS_XLSX if roll.is_called_so(path.stem) else "")


def of_text(text: str) -> str:
    """Say why a text is no material: it asks for materials, or this program wrote it about one; "" where it may be one."""
    if ours := _of_our_text(text):
        return ours
    head = text.lstrip().split("\n", _TITLE_LINES)[:_TITLE_LINES]
    if any(line.rstrip("：: ").endswith(_NOTICE_TITLES) for line in head):
        from assistant.templates.notice import notice

        return _NOTICE if notice.read(text).templates else ""
    return ""


def _of_ours(tables: Sequence[Table]) -> str:
    """Know our own tables by their head, whatever the file is called: they have a column 姓名 and are no list of people."""
    return OUR_TABLE if any(row and set(row) >= _OF_OUR_TABLE for table in tables for row in table[:1]) else ""


def _of_our_text(text: str) -> str:
    """Know what this program writes about materials, as Word, by its title and what stands below."""
    title, _, rest = text.lstrip().partition("\n")
    below = rest.lstrip()
    if title.endswith("修改单"):
        from assistant.files.writers import correction  # brings along what writes Word files

        return _OUR_SHEET if title == correction.TITLE else ""
    if title.endswith("检查报告") and "\n要看的地方\n" in rest:
        return _OUR_REPORT
    return _OUR_LIST if title.endswith(_LISTS) and below.startswith("序号") else ""


def people_in(path: Path) -> Roll:
    """Read the people that a file lists; none where it is no list. Raises Unreadable where it cannot be read at all."""
    tables = opening.read_tables(path)
    found, notes = roll.of_tables(tables.found), tables.notes
    if not found:
        try:
            reading = opening.read(path)
            found, notes = roll.of_text(reading.text), reading.notes
        except Unreadable:
            found = ()  # a table without a column 姓名
    return Roll(found if len(found) >= _FEWEST or roll.is_called_so(path.stem) else (), notes)
