"""TOML → frozen dataclasses, refusing whatever the dataclass does not name.

People write these files by hand, so a slip must be answered with the file, the key and what is expected. The
dataclass is the schema: a field without a default is required, its type says what may stand there.
"""

from __future__ import annotations

import re
import types
from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields, is_dataclass
from enum import Enum
from functools import cache
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

import tomli  # the standard library's tomllib is the same parser, uncompiled: it takes two to three times as long

T = TypeVar("T")


class DataError(ValueError):
    """A data file that cannot be used; the message is Chinese and names file, key and what is expected."""


def load(cls: type[T], source: str, name: str) -> T:
    """Read TOML text into a dataclass; `name` is how messages call the file. Raises DataError."""
    try:
        table = tomli.loads(source)
    except tomli.TOMLDecodeError as error:
        raise DataError(f"{name}：不是有效的TOML，{error}") from None
    return build(cls, table, name)


def head(source: str) -> str:
    """Cut TOML text before its first table: enough to tell what a file is, in a fraction of the time."""
    end = re.search(r"^\s*\[", source, re.MULTILINE)
    return source[: end.start()] if end else source


def build(cls: type[T], table: Mapping[str, Any], where: str) -> T:
    """Turn a table into a dataclass, and the tables in it into theirs. Raises DataError."""
    return cast("T", _table_reader(cast("Any", cls))(table, where))


# Where a value stands: the file's name, or a place and the step from there, joined only for a message.
Place = str | tuple[Any, str]
Reader = Callable[[Any, Place], Any]


def _said(where: Place) -> str:
    return where if isinstance(where, str) else f"{_said(where[0])}{where[1]}"


@cache
def _table_reader(cls: Any) -> Reader:
    """Make the function that turns a table into a dataclass; working out the types is slow, so it is done once."""
    hints, known = get_type_hints(cls), {field.name: field for field in fields(cls)}
    readers = {key: (_reader(hints[key]), f".{key}") for key in known}
    required = [key for key, f in known.items() if f.default is MISSING and f.default_factory is MISSING]

    def read(table: Any, where: Place) -> Any:
        values: dict[str, Any] = {}
        for key, value in _of_kind(dict, table, where).items():
            if key not in readers:
                raise DataError(f"{_said(where)}：不认识的键 {key}，可用的有 {'、'.join(known)}")
            reader, step = readers[key]
            values[key] = reader(value, (where, step))
        for key in required:
            if key not in values:
                raise DataError(f"{_said(where)}：缺少 {key}")
        return cls(**values)

    return read


@cache
def _reader(expected: Any) -> Reader:
    """Make the function that checks a value against a type and builds what the type says."""
    origin, arguments = get_origin(expected), get_args(expected)
    if origin in (Union, types.UnionType):
        return _reader(next(each for each in arguments if each is not type(None)))
    if origin is tuple:
        return _list_reader(arguments[0])
    if origin is dict:
        item = _reader(arguments[1])
        return lambda value, where: {
            key: item(each, (where, f".{key}")) for key, each in _of_kind(dict, value, where).items()
        }
    if is_dataclass(expected):
        return _table_reader(cast("Any", expected))
    if isinstance(expected, type) and issubclass(expected, Enum):
        members = {member.value: member for member in expected}
        return lambda value, where: _member(members, value, where)
    return lambda value, where: _of_kind(expected, value, where)


def _list_reader(expected: Any) -> Reader:
    item = _reader(expected)

    def read(value: Any, where: Place) -> Any:
        if expected is str and type(value) is list and set(map(type, value)) == {str}:
            return tuple(value)  # most lists are of words, and right
        return tuple([item(each, (where, f"[{index}]")) for index, each in enumerate(_of_kind(list, value, where))])

    return read


def _of_kind(kind: type[Any], value: Any, where: Place) -> Any:
    if type(value) is kind:
        return value
    if kind is float and type(value) is int:
        return float(value)
    raise DataError(f"{_said(where)}：应为{_KINDS[kind]}，现为 {value!r}")


def _member(members: Mapping[Any, Enum], value: Any, where: Place) -> Enum:
    if isinstance(value, (list, dict)) or value not in members:
        raise DataError(f"{_said(where)}：{value!r} 不在可用的值之内：{'、'.join(map(str, members))}")
    return members[value]


_KINDS = {str: "文字", int: "整数", float: "数", bool: "true 或 false", list: "列表", dict: "表"}
