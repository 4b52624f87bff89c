"""What is compiled beforehand: it is what the compiler makes, and a file that is of no use does no harm."""

import collections
import dataclasses
import datetime
import marshal
import random
import re
import sys
import typing
import zlib
from typing import NamedTuple

import pytest

from assistant import kept_code, patterns
from assistant.patterns import compiled_later


@pytest.fixture
def kept(tmp_path, monkeypatch):
    """Give the file of what is compiled beforehand, which is to be written."""
    monkeypatch.setattr(kept_code, "KEPT", tmp_path / "beforehand.bin")
    monkeypatch.setattr(kept_code, "noted", {})
    forget()
    yield kept_code.KEPT
    forget()


@pytest.fixture
def few(monkeypatch):
    """Leave but the patterns that a test makes itself: to find and compile all that were imported takes a second."""
    made = []

    class Noted(patterns.Later):
        def __init__(self, *made_of):
            super().__init__(*made_of)
            made.append(self)

    monkeypatch.setattr(patterns, "Later", Noted)
    monkeypatch.setattr(patterns, "every", lambda: made)


def forget():
    kept_code.all_kept.cache_clear()
    kept_code._compile.cache_clear()


def write(kept):
    patterns.compile_all()
    kept.write_bytes(kept_code.written({}))
    forget()


def head_of(data):
    """Take the head off what the file holds: its parts, and the contents."""
    ends = 12 + int.from_bytes(data[:8], "little")
    return marshal.loads(data[12:ends]), data[ends:]


def with_head(head, contents):
    head = marshal.dumps(head)
    return len(head).to_bytes(8, "little") + zlib.adler32(head).to_bytes(4, "little") + head + contents


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
    monkeypatch.setattr(patterns, "numbers", None)  # nothing is compiled any more
    found = pattern.search("又，三、甲乙丙。")
    assert (found["n"], found.span(), found.re) == ("三", (2, 5), wanted)  # equal: pattern, flags and numbers are
    for each in patterns.every():
        assert each.groupindex is not None


def test_classes_of_kept_code_are_what_they_would_be_without(few, kept, monkeypatch):
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


def replaced(contents):
    """Put other contents in the place of each of those that are kept."""

    def damage(data):
        (python, root, shared, places, modules), _ = head_of(data)
        place = 0, len(contents), zlib.adler32(contents)
        return with_head((python, root, shared, dict.fromkeys(places, place), modules), contents)

    return damage


def with_places(place, shared=None):
    def damage(data):
        (python, root, _, places, _), contents = head_of(data)
        return with_head((python, root, shared, dict.fromkeys(places, place), {}), contents)

    return damage


DAMAGES = {
    "empty": lambda _: b"",
    "cut in the head": lambda data: data[:100],
    "cut in the contents": lambda data: data[: 12 + int.from_bytes(data[:8], "little") + 40],
    "another Python's": lambda data: with_head(("2.7", *head_of(data)[0][1:]), head_of(data)[1]),
    "something else": lambda _: marshal.dumps({"甲": 7}),
    "a head of something else": lambda _: with_head((sys.version, 7, 8, 9, 10), b""),
    "too few in the head": lambda _: with_head((sys.version,), b""),
    "a longer head than there is": lambda data: b"\xff" * 8 + data,
    "no marshalled contents": replaced(b"\xff" * 40),
    "a number": replaced(marshal.dumps(7)),
    "other numbers": replaced(marshal.dumps((0, b"\xff" * 40, 0, {}, ()))),
    "a table that is none": replaced(marshal.dumps((7, True))),
    "too few parts": replaced(marshal.dumps((0, b""))),
    "places that are none": with_places(7),
    "places of something else": with_places(("甲", None, 7)),
    "places before the file": with_places((-(10**6), 5, 7)),
    "places of no file": with_places((2**70, 2**70, 2**70)),
    "parts of no piece": with_places((0,)),
    "parts of a piece that is none": with_places((0,), 7),
    "parts of a damaged piece": with_places((0,), (0, 40, 7)),
    "parts that are none": with_places((10**6,)),
    "parts of something else": with_places(("甲",)),
}


@pytest.mark.parametrize("damage", ["gone", *DAMAGES])
def test_a_file_that_is_of_no_use_does_no_harm(few, kept, damage, monkeypatch):
    pattern = compiled_later("[甲乙]{2}丙")
    make_classes()
    kept_code.note_table("甲", {"一": 1})
    write(kept)
    if damage == "gone":
        kept.unlink()
    else:
        kept.write_bytes(DAMAGES[damage](kept.read_bytes()))
    forget()
    assert pattern.search("甲乙丙")
    Place, Pair = make_classes()  # noqa: N806
    assert (Place(1).told, Pair(1).other) == ("处", "二")
    monkeypatch.setattr(kept_code, "noted", None)
    assert kept_code.table("甲") is None


def test_what_a_data_file_says_is_kept_as_it_was_read(few, kept, monkeypatch):
    said = {"format": 1, "words": [{"why": "二", "safe": True}], "days": [datetime.date(2026, 1, 20)]}
    kept_code.note_table("甲", said)
    kept_code.note_table("乙", {"time": datetime.time(9, 30)})  # cannot be kept
    assert kept_code.table("甲") is None  # as long as it is being noted
    write(kept)
    monkeypatch.setattr(kept_code, "noted", None)

    assert kept_code.table("甲") == said
    assert kept_code.table("甲 ") is kept_code.table("乙") is None


def test_what_lies_together_is_what_it_is_by_itself(kept):
    make_classes()
    code = marshal.dumps(compile("told = 'kept'", "made_up.py", "exec"))
    module = {"assistant.made_up": ("made_up.py", 1, 2, code)}
    kept.write_bytes(kept_code.written(module))
    alone = kept_code.Kept(kept)
    made = {key: alone.at(*place) for key, place in alone._places.items()}
    kept.write_bytes(kept_code.written(module, together={*kept_code.noted, "assistant.made_up"}))
    shared = kept_code.Kept(kept)
    assert made.keys() == kept_code.noted.keys()
    assert {key: shared.at(*place) for key, place in shared._places.items()} == made
    assert None not in made.values()
    place = shared.modules["assistant.made_up"][3:]
    assert shared.at(*place) == marshal.loads(code)
    assert shared.once(*place) == marshal.loads(code)
    assert shared.at(*place) is None  # it is asked for once, and nothing of it is held


def test_what_a_flipped_bit_damaged_is_as_if_it_were_not_there(kept):
    make_classes()
    kept_code.note_pattern("甲", 0, (0, b"\x01", 0, {"n": 1}, (None, "n")))
    kept_code.note_table("甲", {"一": ["二", {"三": 4}]})
    code = marshal.dumps(compile("told = 'kept'", "made_up.py", "exec"))
    whole = kept_code.written(
        {"assistant.made_up": ("made_up.py", 1, 2, code)}, together=set(list(kept_code.noted)[3:])
    )
    kept.write_bytes(whole)
    sound = kept_code.Kept(kept)
    right = {place: sound.at(*place) for place in [*sound._places.values(), sound.modules["assistant.made_up"][3:]]}
    assert len(right) > 8
    assert None not in right.values()
    together = [place for place in right if len(place) == 1]
    assert len(together) == len(kept_code.noted) - 3

    drawn = random.Random(20)  # the same places each time
    places = [*range(12), *(drawn.randrange(len(whole)) for _ in range(200))]
    lost = []
    with kept.open("r+b", buffering=0) as file:
        for at in places:
            file.seek(at)
            file.write(bytes([whole[at] ^ 1 << drawn.randrange(8)]))
            held = kept_code.Kept(kept)
            if held._places or held.modules:
                assert (held._places, held.modules) == (sound._places, sound.modules)
                lost.append([place for place in right if held.at(*place) is None])
                assert all(held.at(*place) == made for place, made in right.items() if place not in lost[-1])
                assert len(lost[-1]) == 1 or lost[-1] == together  # all others are of use as before
            file.seek(at)
            file.write(whole[at : at + 1])
    assert 50 < len(lost) < 200  # some lay in the contents, some in the head
