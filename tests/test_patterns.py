"""Patterns that are compiled later: used as any other, and none of them is first found wrong by a writer."""

import importlib
import marshal
import pkgutil
import re
import sys

import pytest

import assistant
from assistant import patterns
from assistant.patterns import Later, compiled_later


def test_used_as_any_other():
    pattern = compiled_later("(?P<n>[0-9]+)次", re.IGNORECASE)
    assert [match["n"] for match in pattern.finditer("3次，12次")] == ["3", "12"]
    assert pattern.sub("", "3次，") == "，"
    assert pattern.search("三次") is None
    assert pattern.pattern == "(?P<n>[0-9]+)次"


def test_nothing_is_compiled_before_it_is_used():
    wrong = compiled_later("(")
    with pytest.raises(re.error):
        wrong.search("")


def test_every_one_there_is_can_be_compiled():
    found = 0
    for module in pkgutil.walk_packages(assistant.__path__, "assistant."):
        if ".ui" in module.name or module.name == "assistant.__main__":
            continue
        for value in vars(importlib.import_module(module.name)).values():
            if isinstance(value, Later):
                assert value.flags is not None
                found += 1
    assert found > 50


@pytest.fixture
def kept(tmp_path, monkeypatch):
    """Give the file of what is compiled beforehand, with two patterns of this test's among all others."""
    monkeypatch.setattr(patterns, "KEPT", tmp_path / "patterns.bin")
    patterns.all_kept.cache_clear()
    yield patterns.KEPT
    patterns.all_kept.cache_clear()


def test_what_was_compiled_beforehand_is_what_the_compiler_makes(kept, monkeypatch):
    pattern = compiled_later("(?P<n>[一二三]{1,2})、[^，。；\U00020000]+?(?<!x)", re.IGNORECASE)
    kept.write_bytes(patterns.compiled_all())
    wanted = re.compile(*pattern.made_of)
    monkeypatch.setattr(re, "compile", None)  # nothing is compiled any more
    found = pattern.search("又，三、甲乙丙。")
    assert (found["n"], found.span(), found.re) == ("三", (2, 5), wanted)  # equal: pattern, flags and numbers are
    for each in list(Later.every):
        assert each.groupindex is not None


@pytest.mark.parametrize("damage", ["gone", "cut", "another Python's", "other numbers", "something else"])
def test_a_file_that_is_of_no_use_does_no_harm(kept, damage, monkeypatch):
    pattern = compiled_later("[甲乙]{2}丙")
    kept.write_bytes(patterns.compiled_all())
    if damage == "gone":
        kept.unlink()
    elif damage == "cut":
        kept.write_bytes(kept.read_bytes()[:100])
    elif damage == "another Python's":
        monkeypatch.setattr(sys, "version", "2.7")
    else:
        python, made = marshal.loads(kept.read_bytes())
        flags, _, *rest = made["[甲乙]{2}丙", 0]
        made["[甲乙]{2}丙", 0] = (flags, b"\xff" * 40, *rest) if damage == "other numbers" else 7
        kept.write_bytes(marshal.dumps((python, made)))
    assert pattern.search("甲乙丙")
