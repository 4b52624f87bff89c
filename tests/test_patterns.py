"""Patterns that are compiled later: used as any other, and none of them is first found wrong by a writer."""

import ast
import importlib
import pkgutil
import re
from pathlib import Path

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


READ_ALONG = ("language", "structure", "templates", "facts", "rules", "review")
FEW = 12  # characters, which are compiled in a moment
OF_RE = {
    f"re.{name}" for name in ("compile", "search", "match", "fullmatch", "finditer", "findall", "split", "sub", "subn")
}


def test_what_reads_a_text_compiles_no_pattern_of_its_own_at_the_start():
    """A pattern that stands in the source is compiled beforehand; only what is made of a text cannot be."""
    here = Path(assistant.__file__).parent
    found = [
        f"{path.relative_to(here)}:{call.lineno}"
        for room in READ_ALONG
        for path in sorted((here / room).rglob("*.py"))
        if "notice" not in path.parts  # is loaded with a notice
        for call in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(call, ast.Call) and ast.unparse(call.func) in OF_RE and is_fixed(call.args[0])
    ]
    assert found == []


def test_no_number_of_repeats_is_put_in_as_a_pair():
    """In an f-string {0, 4} puts in “(0, 4)”; {{0,4}} is what repeats."""
    found = [
        f"{path.name}:{put_in.lineno}"
        for path in sorted(Path(assistant.__file__).parent.rglob("*.py"))
        for put_in in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(put_in, ast.FormattedValue) and isinstance(put_in.value, (ast.Tuple, ast.Constant))
    ]
    assert found == []


def is_fixed(pattern):
    """Tell whether a pattern stands in the source, by itself or of constants of its module, and is no short one."""
    nodes = list(ast.walk(pattern))
    if isinstance(pattern, ast.Constant):
        return len(pattern.value) > FEW
    constants = all(node.id.isupper() for node in nodes if isinstance(node, ast.Name))
    return constants and not any(isinstance(node, ast.Call) for node in nodes)
