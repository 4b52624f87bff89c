"""Makes the enumerations of Qt in a third of the time: 370 with 4,500 members at each start.

Qt for Python hands names and numbers of each to the standard library, which looks at every member for what only one
that was written by hand can have: 15 µs each. Here the library makes the class without members, and they are put into
it as it would put them. How that is, is known of Python 3.11 alone, with which the program is built; with another, and
for what is unlike Qt's enumerations, all is the library's.
"""

from __future__ import annotations

import enum
import sys
from collections.abc import Iterable
from functools import cache
from typing import Any

_KNOWN = (3, 11)
_of_library: Any = vars(enum.EnumMeta).get("_create_")
_put = type.__setattr__


def made(
    kind: Any, name: str, names: Any, *, module: str | None = None, qualname: str | None = None, **more: Any
) -> Any:
    """Make an enumeration of a kind, as the library's functional way does, which brings the other arguments."""
    if module is None:
        module = sys._getframe(2).f_globals.get("__name__")  # noqa: SLF001  # as the library does: of who asked
    flags, boundary = issubclass(kind, enum.Flag), more.get("boundary")
    if more.get("type") is not None or not isinstance(names, list) or not _are_plain(kind, names, flags=flags):
        return _of_library(kind, name, names, module=module, qualname=qualname, **more)
    built = _without_members(kind, name, boundary)
    _put(built, "__module__", module)
    if qualname is not None:
        _put(built, "__qualname__", qualname)
    by_name, by_number, listed = built._member_map_, built._value2member_map_, built._member_names_
    new, with_number = built._new_member_, built._use_args_
    for each, number in names:
        if (member := by_number.get(number)) is None:
            member = new(built, number) if with_number else new(built)
            member.__dict__.update(_value_=number, _name_=each, __objclass__=built, _sort_order_=len(listed))
            by_number[number] = member
            if not flags or number.bit_count() == 1:
                listed.append(each)
        _put(built, each, member)
        by_name[each] = member
    if flags:
        _sum_up(built, by_number)
    return built


def _without_members(kind: Any, name: str, boundary: Any) -> Any:
    """Make one as the library has made the first of its kind, but for what each has of its own."""
    own: dict[str, Any] = {
        "_member_names_": [],
        "_member_map_": {},
        "_value2member_map_": {},
        "_unhashable_values_": [],
    }
    built = type.__new__(type(kind), name, (kind,), {**_first(kind, boundary), **own})
    _put(built, "__new__", enum.Enum.__new__)  # in the class's own words it would become something else
    return built


@cache
def _first(kind: Any, boundary: Any) -> dict[str, Any]:
    first = _of_library(kind, kind.__name__, (), module=__name__, boundary=boundary)
    return {name: value for name, value in vars(first).items() if name not in ("__new__", "__dict__", "__weakref__")}


def _sum_up(built: Any, numbers: Iterable[int]) -> None:
    """Tell an enumeration of flags of which bits its members are."""
    mask = single = 0
    for number in numbers:
        mask |= number
        single |= number if number.bit_count() == 1 else 0
    _put(built, "_flag_mask_", mask)
    _put(built, "_singles_mask_", single)
    _put(built, "_all_bits_", 2 ** mask.bit_length() - 1)
    in_order = [member._value_ for member in built]
    if in_order != sorted(in_order):
        _put(built, "_iter_member_", built._iter_member_by_def_)


def _are_plain(kind: Any, names: list[Any], *, flags: bool) -> bool:
    """Tell whether these are names with a number each, like those of Qt: no name is there twice or means something else."""
    taken = _taken(kind)
    for pair in names:
        if type(pair) is not tuple or len(pair) != 2:
            return False
        name, number = pair
        if type(name) is not str or type(number) is not int or (flags and number < 0):
            return False
        if name in taken or name[:1] in ("", "_"):
            return False
    return len(dict(names)) == len(names)


@cache
def _taken(kind: Any) -> frozenset[str]:
    return frozenset({"mro"}.union(*map(vars, kind.__mro__)))


if sys.version_info[:2] == _KNOWN:
    enum.EnumMeta._create_ = made  # type: ignore[attr-defined]
