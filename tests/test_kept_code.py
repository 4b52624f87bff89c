"""What is compiled beforehand: it is what the compiler makes, and a file that is of no use does no harm."""

import collections
import dataclasses
import datetime
import marshal
import re
import sys
import typing
from typing import NamedTuple

import pytest

from assistant import kept_code, patterns
from assistant.patterns import Later, compiled_later


@pytest.fixture
def kept(tmp_path, monkeypatch):
    """Give the file of what is compiled beforehand, which is to be written."""
    monkeypatch.setattr(kept_code, "KEPT", tmp_path / "beforehand.bin")
    monkeypatch.setattr(kept_code, "noted", {})
    kept_code.all_kept.cache_clear()
    kept_code._tables.cache_clear()
    yield kept_code.KEPT
    kept_code.all_kept.cache_clear()
    kept_code._tables.cache_clear()


def write(kept):
    kept.write_bytes(kept_code.written(patterns.compiled_all()))
    kept_code.all_kept.cache_clear()


def make_classes():
    @dataclasses.dataclass(frozen=True, slots=True)
    class Place:
        """A place."""

        at: int
        told: str = "处"

    class Pair(NamedTuple):
        one: int
        other: str = "二"

    return Place, Pair


def test_a_pattern_that_was_compiled_beforehand_is_what_the_compiler_makes(kept, monkeypatch):
    pattern = compiled_later("(?P<n>[一二三]{1,2})、[^，。；\U00020000]+?(?<!x)", re.IGNORECASE)
    write(kept)
    wanted = re.compile(*pattern.made_of)
    monkeypatch.setattr(re, "compile", None)  # nothing is compiled any more
    found = pattern.search("又，三、甲乙丙。")
    assert (found["n"], found.span(), found.re) == ("三", (2, 5), wanted)  # equal: pattern, flags and numbers are
    for each in list(Later.every):
        assert each.groupindex is not None


def test_classes_of_kept_code_are_what_they_would_be_without(kept, monkeypatch):
    make_classes()
    write(kept)
    monkeypatch.setattr(kept_code, "compile", None, raising=False)  # nothing is compiled any more
    Place, Pair = make_classes()  # noqa: N806

    assert Place(1) == Place(1, "处") != Place(2)
    assert hash(Place(1)) == hash(Place(1, "处"))
    assert repr(Place(1)).endswith("Place(at=1, told='处')")
    assert dataclasses.replace(Place(1), at=3) == Place(3)
    with pytest.raises(dataclasses.FrozenInstanceError):
        Place(1).at = 2
    assert Pair(1) == (1, "二")
    assert Pair(1)._replace(one=2).one == 2
    assert (
        Place.__init__.__annotations__["at"] is int
    )  # not the word for it, as it would be by a future of this program


def test_the_library_hands_over_its_code():
    assert dataclasses.exec is kept_code._exec
    assert collections.eval is kept_code._eval
    assert typing.compile is kept_code._compile


DAMAGES = ["gone", "cut", "another Python's", "other numbers", "something else"]


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_file_that_is_of_no_use_does_no_harm(kept, damage, monkeypatch):
    pattern = compiled_later("[甲乙]{2}丙")
    make_classes()
    write(kept)
    if damage == "gone":
        kept.unlink()
    elif damage == "cut":
        kept.write_bytes(kept.read_bytes()[:100])
    elif damage == "another Python's":
        monkeypatch.setattr(sys, "version", "2.7")
    else:
        python, made, code, _ = marshal.loads(kept.read_bytes())
        flags, _, *rest = made["[甲乙]{2}丙", 0]
        made["[甲乙]{2}丙", 0] = (flags, b"\xff" * 40, *rest) if damage == "other numbers" else 7
        code = dict.fromkeys(code, b"\xff" if damage == "other numbers" else 7)
        tables = marshal.dumps({"甲": b"\xff"}) if damage == "other numbers" else 7
        kept.write_bytes(marshal.dumps((python, made, code, tables)))
    assert pattern.search("甲乙丙")
    Place, Pair = make_classes()  # noqa: N806
    assert (Place(1).told, Pair(1).other) == ("处", "二")
    monkeypatch.setattr(kept_code, "noted", None)
    assert kept_code.table("甲") is None


def test_what_a_data_file_says_is_kept_as_it_was_read(kept, monkeypatch):
    monkeypatch.setattr(kept_code, "_noted_tables", {})
    said = {"format": 1, "words": [{"why": "二", "safe": True}]}
    kept_code.note_table("甲", said)
    kept_code.note_table("乙", {"day": datetime.date(2026, 1, 20)})  # cannot be kept
    assert kept_code.table("甲") is None  # as long as it is being noted
    write(kept)
    kept_code._tables.cache_clear()
    monkeypatch.setattr(kept_code, "noted", None)

    assert kept_code.table("甲") == said
    assert kept_code.table("甲 ") is kept_code.table("乙") is None
