"""TOML ↔ frozen dataclasses, refusing whatever the dataclass does not name.

People write these files by hand, so a slip must be answered with the file, the key and what is expected. The
dataclass is the schema: a field without a default is required, its type says what may stand there.
"""

from __future__ import annotations

import datetime
import re
import types
from collections.abc import Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from enum import Enum
from fractions import Fraction
from functools import cache
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

import tomli  # the standard library's tomllib is the same parser, uncompiled: it takes two to three times as long
import tomli_w

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


def dump(value: object) -> str:
    """Write a dataclass as TOML; what has its default is left out."""
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
    hints, known = _schema(cast("Any", cls))
    for key in table:
        if key not in known:
            raise DataError(f"{where}：不认识的键 {key}，可用的有 {'、'.join(known)}")
    values: dict[str, Any] = {}
    for key, field in known.items():
        if key in table:
            values[key] = _value(hints[key], table[key], f"{where}.{key}")
        elif field.default is MISSING and field.default_factory is MISSING:
            raise DataError(f"{where}：缺少 {key}")
    return cls(**values)


@cache
def _schema(cls: type[Any]) -> tuple[dict[str, Any], dict[str, Field[Any]]]:
    """Give a dataclass's types and fields; working out the types is slow."""
    return get_type_hints(cls), {field.name: field for field in fields(cls)}


def _value(expected: Any, value: Any, where: str) -> Any:
    """Check a value against a type and build what the type says."""
    origin, arguments = get_origin(expected), get_args(expected)
    if origin in (Union, types.UnionType):
        return _value(next(each for each in arguments if each is not type(None)), value, where)
    if origin is tuple:
        items = enumerate(_of_kind(list, value, where))
        return tuple(_value(arguments[0], item, f"{where}[{index}]") for index, item in items)
    if origin is dict:
        table = _of_kind(dict, value, where)
        return {key: _value(arguments[1], item, f"{where}.{key}") for key, item in table.items()}
    if is_dataclass(expected):
        return build(cast("type[Any]", expected), _of_kind(dict, value, where), where)
    if isinstance(expected, type) and issubclass(expected, Enum):
        return _member(expected, value, where)
    return _fraction(value, where) if expected is Fraction else _of_kind(expected, value, where)


def _fraction(value: Any, where: str) -> Fraction:
    """Read a share of the whole: 「2/3」."""
    match = re.fullmatch(r"([0-9]{1,3})/([1-9][0-9]{0,2})", value) if isinstance(value, str) else None
    if match is None or int(match[1]) > int(match[2]):
        raise DataError(f'{where}：应为不大于1的分数，如 "2/3"，现为 {value!r}')
    return Fraction(int(match[1]), int(match[2]))


def _of_kind(kind: type[Any], value: Any, where: str) -> Any:
    if kind is float and type(value) is int:
        return float(value)
    if type(value) is not kind:
        raise DataError(f"{where}：应为{_KINDS[kind]}，现为 {value!r}")
    return value


def _member(kind: type[Enum], value: Any, where: str) -> Enum:
    known = [member.value for member in kind]
    if value not in known:
        raise DataError(f"{where}：{value!r} 不在可用的值之内：{'、'.join(map(str, known))}")
    return kind(value)


_KINDS = {
    str: "文字",
    int: "整数",
    float: "数",
    bool: "true 或 false",
    list: "列表",
    dict: "表",
    datetime.date: "日期，如 2026-01-20",
}
