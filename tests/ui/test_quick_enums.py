"""Enumerations made in less time are what the library makes."""

import enum
import pickle
import sys

import pytest
from PySide6 import QtCore, QtGui, QtWidgets

from assistant.ui import quick_enums

MORE = {"module": "m", "qualname": "Outer.Made", "type": None, "start": 1, "boundary": enum.FlagBoundary.KEEP}
known = pytest.mark.skipif(sys.version_info[:2] != quick_enums._KNOWN, reason="the library does all")


def told(made):
    """Tell all that there is of an enumeration, for two to be compared."""
    assert all(vars(member).pop("__objclass__") is made for member in set(made.__members__.values()))
    named = [(name, vars(member), vars(made)[name] is member) for name, member in made.__members__.items()]
    numbers = [(number, member.name) for number, member in made._value2member_map_.items()]
    maps = {"_value2member_map_", "_member_map_", *made.__members__}
    rest = {name: getattr(each, "__func__", each) for name, each in vars(made).items() if name not in maps}
    return named, numbers, rest, list(map(str, made)), made.__mro__[1:]


def both(kind, names):
    return [told(make(kind, "Made", list(names), **MORE)) for make in (quick_enums.made, quick_enums._of_library)]


@known
@pytest.mark.parametrize("module", [QtCore.Qt, QtCore, QtGui, QtWidgets])
def test_those_of_qt_are_what_the_library_makes(module):
    kinds = (enum.IntFlag, enum.Flag, enum.IntEnum, enum.Enum)
    places = [module, *(each for each in vars(module).values() if isinstance(each, type))][:40]
    seen = 0
    for made in (each for place in places for each in list(vars(place).values()) if isinstance(each, enum.EnumMeta)):
        kind = next(kind for kind in kinds if issubclass(made, kind))
        quick, plain = both(kind, [(name, member.value) for name, member in made.__members__.items()])
        assert quick == plain
        seen += 1
    assert seen > 20


CASES = [
    (enum.Enum, [("A", 1), ("B", 2), ("C", 1)]),  # the third is the first by another name
    (enum.IntEnum, [("B", 2), ("A", -1), ("None_", 0)]),
    (enum.Flag, [("No", 0), ("B", 2), ("A", 1), ("Both", 3), ("More", 12), ("Too", 12)]),
    (enum.IntFlag, [("All", 0xFFFFFFFF), ("A", 1), ("C", 4)]),
    (enum.Flag, [("Less", -1), ("A", 1)]),
    (enum.Enum, [("name", 1), ("value", 2)]),
    (enum.IntEnum, [("real", 1), ("from_bytes", 2)]),
    (enum.Enum, [("A", "a"), ("B", (1, 2))]),
    (enum.Enum, ["A", "B"]),
    (enum.Enum, []),
]


@known
@pytest.mark.parametrize(("kind", "names"), CASES)
def test_others_too(kind, names):
    quick, plain = both(kind, names)
    assert quick == plain


@known
def test_what_the_library_refuses_is_refused():
    for names in ([("A", 1), ("A", 2)], [("mro", 1)]):
        with pytest.raises((TypeError, ValueError)):
            quick_enums.made(enum.Enum, "Made", names, **MORE)


def test_members_do_what_members_do():
    key = QtCore.Qt.Key(QtCore.Qt.Key.Key_A.value)
    assert key is QtCore.Qt.Key["Key_A"] is pickle.loads(pickle.dumps(QtCore.Qt.Key.Key_A))
    left, right = QtCore.Qt.AlignmentFlag.AlignLeft, QtCore.Qt.AlignmentFlag.AlignRight
    assert (left | right) & left == left
    assert repr(left) == "<AlignmentFlag.AlignLeft: 1>"
    assert list(left | right) == [left, right]
