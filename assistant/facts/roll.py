"""A list of those who are to hand in a material (应交名单): who, of which unit, in which post.

Read from a table with a column 姓名, or from lines that each name a person or a few. A text with sentences is no list.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from assistant.facts.name_lines import is_unit_or_post, post_and_unit
from assistant.language import names
from assistant.patterns import compiled_later
from assistant.reading import Table
from assistant.text import solid

NO_ROLL = "没有在这个文件里认出名单。请用每行一人的名单，或有“姓名”一栏的表格。"
_MOST = 2000
_HEADS = {
    "name": ("姓名", "名字", "人员", "党员姓名", "班子成员"),
    "unit": ("单位", "部门", "科室", "所在单位", "所在部门", "支部", "所在支部", "党支部", "处室"),
    "post": ("职务", "岗位", "职务职级", "单位职务", "单位及职务", "党内职务", "行政职务"),
}
_SEPARATORS = compiled_later(r"[\t，,；;|/]+|\s{1,}")
_INSIDE = compiled_later("[（(]([^（）()]{1,30})[)）]")
_NUMBER = compiled_later(r"^[（(]?[0-9一二三四五六七八九十]{1,3}[)）.．、:：\s]\s*|^[0-9]{1,3}(?=[\u4e00-\u9fff])")
_BODY = compiled_later("(?:领导班子|班子|党组|党委|党总支|支部|支委会|委员会)$")
_LABEL = compiled_later("^([^：:]{2,20})[：:](.+)$")
_TITLE = compiled_later("名单|名册|花名册|应交|人员表")
# 张　三
_BETWEEN_CELLS = compiled_later(r"\t|[,，|]| {2,}|\u3000{2,}")
_SPACED = compiled_later(r"(?<![\u4e00-\u9fff])([\u4e00-\u9fff])[ \u3000]+([\u4e00-\u9fff])(?![\u4e00-\u9fff])")
_SENTENCE = compiled_later("[。！？]")


class Person(NamedTuple):
    """One who is to hand in; a body (领导班子) stands under its own name."""

    name: str
    unit: str = ""
    post: str = ""

    @property
    def is_body(self) -> bool:
        return _BODY.search(self.name) is not None


def is_called_so(name: str) -> bool:
    """Tell by its name whether a file is a list of people."""
    return _TITLE.search(name) is not None


def no_roll(notes: Iterable[str]) -> str:
    """Say that no list was found in a file, and what was not taken over from it: the list may be there."""
    return "".join((NO_ROLL, *(f"{note}。" for note in notes)))


def of_tables(tables: Sequence[Table]) -> tuple[Person, ...]:
    """Read the people of the tables that have a column 姓名; of several such tables all."""
    return _once(person for table in tables for person in _of_table(table))


def of_text(text: str) -> tuple[Person, ...]:
    """Read the people of lines; nothing unless nearly every line names some, so that no other text is taken for a list."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    if not lines or len(lines) > _MOST or len(_SENTENCE.findall(text)) > 2:
        return ()
    rows = tuple(tuple(_cells(line)) for line in lines)
    if any(_columns(row).get("name") is not None for row in rows[:4]) and (found := of_tables((rows,))):
        return found
    unit = ""
    people: list[Person] = []
    failed = 0
    for line in lines:
        found = tuple(_of_line(line, unit))
        people += found
        if not found:
            bare = _NUMBER.sub("", line).rstrip("：:")
            is_unit = bool(post_and_unit(bare).unit) and len(bare) <= 20
            unit = bare if is_unit else unit
            failed += not is_unit and not _TITLE.search(line)
    return _once(people) if people and failed * 4 <= len(lines) else ()


def _once(people: Iterator[Person] | Sequence[Person]) -> tuple[Person, ...]:
    return tuple(dict.fromkeys(people))[:_MOST]


def _cells(line: str) -> Iterator[str]:
    yield from (cell for cell in _BETWEEN_CELLS.split(line) if cell.strip())


def _columns(row: Sequence[str]) -> dict[str, int]:
    """Tell which column holds what, by the head's words."""
    found: dict[str, int] = {}
    for number, cell in enumerate(row):
        head = solid(cell)
        for kind, words in _HEADS.items():
            if head in words and kind not in found:
                found[kind] = number
    return found


def _of_table(table: Table) -> Iterator[Person]:
    columns: dict[str, int] = {}
    unit = ""
    for row in table:
        if "name" in (heads := _columns(row)):
            columns = heads
            unit = ""
            continue
        if not columns:
            continue

        def held(kind: str, row: Sequence[str] = row, columns: dict[str, int] = columns) -> str:
            at = columns.get(kind, len(row))
            return " ".join(row[at].split()) if at < len(row) else ""

        unit = held("unit") or unit  # one cell may stand for several rows
        name = solid(held("name"))
        if name and (names.could_be_name(name) or _BODY.search(name)):
            yield Person(name, unit, held("post"))


def _of_line(line: str, above: str) -> Iterator[Person]:
    """Yield whom a line names: 何静宜　办公室主任 · 何静宜（办公室） · 办公室：何静宜、陆远山."""
    line = _NUMBER.sub("", _SPACED.sub(r"\1\2", line)).strip()
    if not line or len(line) > 200:
        return
    if (label := _LABEL.match(line)) and label[1] not in _HEADS["name"]:
        line, above = label[2], label[1]
    elif label:
        line = label[2]
    inside = _INSIDE.search(line)
    bare = _INSIDE.sub(" ", line)
    words = [word for word in _SEPARATORS.split(bare) if word]
    listed = [word for word in re.split("[、\\s]+", bare) if word]
    if len(listed) > 1 and all(map(_is_name, listed)):
        yield from (Person(word, above) for word in listed)
        return
    name = next((word for word in words if _is_name(word)), "") or (
        words[0] if words and (above or inside or len(words) > 1) and _could_be_name(words[0]) else ""
    )
    if not name:
        if len(words) <= 2 and words and _BODY.search(words[-1]) and not label:
            yield Person(words[-1], " ".join(words[:-1]) or above)
        return
    rest = [word for word in words if word != name]
    after = post_and_unit("".join([*rest, inside[1] if inside else ""]))
    yield Person(name, after.unit or above, after.post)


def _is_name(word: str) -> bool:
    return names.is_name(word) and not is_unit_or_post(word)


def _could_be_name(word: str) -> bool:
    return names.could_be_name(word) and not is_unit_or_post(word)
