"""Patterns that are compiled later: used as any other, and none of them is first found wrong by a writer."""

import importlib
import pkgutil
import re

import pytest

import assistant
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
