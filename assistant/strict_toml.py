"""TOML ↔ frozen dataclasses, refusing whatever the dataclass does not name.

People write these files by hand, so a mistake must be answered with the file, the key and what is expected. The
dataclass is the schema: a field without a default is required, its type says what may stand there. Its module has its
annotations as text (`from __future__ import annotations`).
"""

from __future__ import annotations

import datetime
import re
import sys
import types
from collections.abc import Callable, Mapping, Sequence
from dataclasses import MISSING, Field, fields, is_dataclass
from enum import Enum
from fractions import Fraction
from functools import cache, partial
from typing import Any, TypeVar, Union, cast, get_args, get_origin

from assistant import kept_code

T = TypeVar("T")
FORMAT = 1  # of all data files; a later one may hold what this program does not know


class DataError(ValueError):
    """A data file that cannot be used; the message is Chinese and names file, key and what is expected."""


_MOST = 10**9  # nothing that is counted here comes near
_KINDS = {
    str: "文字",
    int: "整数",
    float: "数",
    bool: "true 或 false",
    list: "列表",
    dict: "表",
    datetime.date: "日期，如 2026-01-20",
}


def load(cls: type[T], source: str, name: str) -> T:
    """Read TOML text into a dataclass; `name` is how messages call the file.

    Raises DataError, too where its field `format` says that a later version of the program has written it.
    """
    table = kept_code.table(source)
    if table is None:
        table = _parsed(source, name)
        kept_code.note_table(source, table)
    built = build(cls, table, name)
    if (found := getattr(built, "format", FORMAT)) != FORMAT:
        raise DataError(f"{name}.format：这是第{found}版格式的文件，本程序只认第{FORMAT}版，请用新版程序打开")
    return built


def _parsed(source: str, name: str) -> dict[str, Any]:
    # the standard library's tomllib is the same parser, uncompiled: it takes two to three times as long
    import tomli  # noqa: PLC0415  # what the window opens with is kept, and this is not loaded

    try:
        return tomli.loads(source)
    except tomli.TOMLDecodeError as error:
        raise DataError(f"{name}：不是有效的TOML，{_told(str(error), source)}") from None
    except (ValueError, RecursionError):  # a number of thousands of digits, lists within lists
        raise DataError(f"{name}：不是有效的TOML，里面的数太大，或括号套得太深") from None


def _told(error: str, source: str) -> str:
    """Say what the parser stumbled over; by the words of the line, since no window counts lines."""
    what = "同一个键写了两次" if re.search("overwrite|twice", error) else ""
    place = re.search("line ([0-9]+), column", error)
    line = source.split("\n")[int(place[1]) - 1].strip() if place else ""
    return f"{_shown(line)} 这一行{what or '写法不对'}" if line else what or "到末尾还没有写完"


def head(source: str) -> str:
    """Cut TOML text before its first table: enough to tell what a file is, in a fraction of the time."""
    end = re.search(r"^\s*\[", source, re.MULTILINE)
    return source[: end.start()] if end else source


def dump(value: object) -> str:
    """Write a dataclass as TOML; what has its default is left out."""
    import tomli_w  # noqa: PLC0415  # few write

    return tomli_w.dumps(_table(value), multiline_strings=False)


def _table(value: Any) -> dict[str, Any]:
    plain: dict[str, Any] = {}
    tables: dict[str, Any] = {}
    for field in fields(value):
        content = getattr(value, field.name)
        if content is None or content == field.default:
            continue
        written = _written(content)
        holds_tables = isinstance(written, dict) or (isinstance(written, list) and isinstance(written[0], dict))
        (tables if holds_tables else plain)[field.name] = written
    return {**plain, **tables}  # the head of a file stands before its first table


def _written(value: Any) -> Any:
    if is_dataclass(value):
        return _table(value)
    if isinstance(value, dict):
        return {key: _written(item) for key, item in cast("dict[str, Any]", value).items()}
    if isinstance(value, tuple):
        return [_written(item) for item in value]
    if isinstance(value, Fraction):
        return str(value)
    return value.value if isinstance(value, Enum) else value


def build(cls: type[T], table: Mapping[str, Any], where: str) -> T:
    """Turn a table into a dataclass, and the tables in it into theirs. Raises DataError."""
    try:
        return cast("T", _maker(cast("Any", cls))(table))
    except _Mismatch as mismatch:
        raise DataError(f"{where}{''.join(reversed(mismatch.path))}：{mismatch.told}") from None


class _Mismatch(Exception):
    """What is wrong, and the way to it from the innermost key outward; only who answers pays for the way."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.told = message
        self.path: list[str] = []


_Make = Callable[[Any], Any]


@cache
def _maker(expected: Any) -> _Make:
    """Give the function that checks a value against a type and builds what the type says; made once for each type."""
    origin, arguments = get_origin(expected), get_args(expected)
    if origin in (Union, types.UnionType):
        return _maker(next(each for each in arguments if each is not type(None)))
    if origin is tuple:
        return partial(_tuple, _maker(arguments[0]))
    if origin is dict:
        return partial(_dict, _maker(arguments[1]))
    if is_dataclass(expected):
        names = vars(sys.modules[expected.__module__])
        known = {field.name: _maker(kept_code.type_of(cast("str", field.type), names)) for field in fields(expected)}
        required = [field.name for field in fields(expected) if _is_required(field)]
        return partial(_dataclass, cast("type[Any]", expected), known, required)
    if isinstance(expected, type) and issubclass(expected, Enum):
        return partial(_member, {member.value: member for member in expected})
    return _fraction if expected is Fraction else partial(_of_kind, expected)


def _is_required(field: Field[Any]) -> bool:
    return field.default is MISSING and field.default_factory is MISSING


def _dataclass(cls: type[Any], known: Mapping[str, _Make], required: Sequence[str], value: Any) -> Any:
    values: dict[str, Any] = {}
    table = _of_kind(dict, value)
    if not table.keys() <= known.keys():
        unknown = next(key for key in table if key not in known)
        raise _Mismatch(f"没有认出的键 {unknown[:80]}，可用的有 {'、'.join(known)}")
    key = ""
    try:
        for key, content in table.items():
            values[key] = known[key](content)  # the key tells where it is wrong
    except _Mismatch as mismatch:
        mismatch.path.append(f".{key}")
        raise
    for key in required:
        if key not in table:
            raise _Mismatch(f"缺少 {key}")
    return cls(**values)


def _tuple(make: _Make, value: Any) -> tuple[Any, ...]:
    items: list[Any] = []
    held = _of_kind(list, value)
    try:
        for item in held:
            items.append(make(item))  # noqa: PERF401  # how many there are tells which one is wrong
    except _Mismatch as mismatch:
        mismatch.path.append(f"[{len(items)}]")
        raise
    return tuple(items)


def _dict(make: _Make, value: Any) -> dict[str, Any]:
    key, table = "", {}
    held = _of_kind(dict, value)
    try:
        for key, item in held.items():
            table[key] = make(item)
    except _Mismatch as mismatch:
        mismatch.path.append(f".{key}")
        raise
    return table


def _fraction(value: Any) -> Fraction:
    """Read a share of the whole: 「2/3」."""
    match = re.fullmatch(r"([0-9]{1,3})/([1-9][0-9]{0,2})", value) if isinstance(value, str) else None
    if match is None or int(match[1]) > int(match[2]):
        raise _Mismatch(f'应为不大于1的分数，如 "2/3"，现为 {_shown(value)}')
    return Fraction(int(match[1]), int(match[2]))


def _of_kind(kind: type[Any], value: Any) -> Any:
    if type(value) is kind:
        if kind is int and abs(value) > _MOST:
            raise _Mismatch("数太大")
        return value
    if kind is float and type(value) is int:
        return float(value)
    raise _Mismatch(f"应为{_KINDS[kind]}，现为 {_shown(value)}")


def _shown(value: Any) -> str:
    """Show a value in a message, however long it is."""
    if type(value) is int and abs(value) > _MOST:
        return "太大的数"
    shown = repr(value)
    return shown if len(shown) <= 80 else f"{shown[:80]}……"


def _member(known: Mapping[Any, Enum], value: Any) -> Enum:
    if type(value) is not str or value not in known:
        raise _Mismatch(f"{_shown(value)} 不在可用的值之内：{'、'.join(map(str, known))}")
    return known[value]
