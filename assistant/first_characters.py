"""What a regular expression begins with: it need not be tried where none of these characters stands.

Python's engine looks for the first character of a pattern by itself where the pattern begins with a character or a class.
Before a choice of many words or behind a look back it tries one word after another at each place of a text. Its compiler
writes what is looked for at the head of what it makes, so there a class of all first characters is put in: such patterns
take a third to a tenth of the time.
"""

from __future__ import annotations

import importlib
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

# What `re` itself reads and compiles with
_PARSER, _COMPILER = ("re._parser", "re._compiler") if sys.version_info >= (3, 11) else ("sre_parse", "sre_compile")
_parser: Any = importlib.import_module(_PARSER)
_code: Any = importlib.import_module(_COMPILER)._code  # noqa: SLF001  # what `re.compile` calls for the numbers
_MOST = 600  # characters that are worth a class
_PLAIN = re.MULTILINE | re.DOTALL | re.UNICODE  # what changes no character
_NOWHERE = "\0"  # stands in no text; of a single character the compiler makes no class
_SKIP, _KIND, _LENGTHS, _CLASS = 1, 2, 3, 5  # what stands where in the head: how long it is, what is looked for, …

_Step = tuple[Any, Any]
_Begins = tuple[set[str] | None, bool]  # None: not known


def numbers(pattern: str, flags: int) -> tuple[int, list[int], int, dict[str, int], tuple[str | None, ...]]:
    """Give what Python's engine is made with, as its compiler gives it, with the first characters at its head."""
    parsed = _parser.parse(pattern, flags)
    state = parsed.state
    names: list[str | None] = [None] * state.groups
    for name, at in state.groupdict.items():
        names[at] = name
    code: list[int] = _code(parsed, flags)
    if not code[_KIND] and (first := first_characters(parsed)):
        class_ = _code(_parser.parse(f"[{_NOWHERE}{''.join(_ranges(first))}]", 0), 0)
        head = [*class_[:_LENGTHS], *code[_LENGTHS:_CLASS], *class_[_CLASS : class_[_SKIP] + 1]]
        code = [*head, *code[code[_SKIP] + 1 :]]
    return flags | state.flags, code, state.groups - 1, state.groupdict, tuple(names)


def first_characters(parsed: Any) -> set[str]:
    """Give all characters that what a parsed pattern finds can begin with; none where they are too many, or not known."""
    first, may_be_empty = _first(parsed)
    if first is None or may_be_empty or len(first) > _MOST or parsed.state.flags & ~_PLAIN or _is_tried_once(parsed):
        return set()
    return first


def _is_tried_once(parsed: Any) -> bool:
    """Tell whether a pattern begins with ^, which the engine knows to stand nowhere but at the beginning."""
    return tuple(map(str, parsed[0])) == ("AT", "AT_BEGINNING") and not parsed.state.flags & re.MULTILINE


def _ranges(characters: set[str]) -> Iterator[str]:
    """Yield the insides of a class; of those beyond 16 bits each range is looked at by itself, so there are to be few."""
    codes = sorted(map(ord, characters))
    begin = codes[0]
    for code, following in zip(codes, [*codes[1:], 0], strict=True):
        if following != code + 1:
            yield f"{re.escape(chr(begin))}-{re.escape(chr(code))}" if code > begin else re.escape(chr(code))
            begin = following


def _first(parsed: Iterable[_Step]) -> _Begins:
    """Give the first characters of some steps, and whether they may take none."""
    found: set[str] = set()
    for kind, value in parsed:
        first, may_be_empty = _of(str(kind), value)
        if first is None:
            return None, True
        found |= first
        if not may_be_empty:
            return found, False
    return found, True


def _of(kind: str, value: Any) -> _Begins:
    """Give the first characters of one step of a pattern, and whether it may take none."""
    known: _Begins = None, True
    if kind in ("AT", "ASSERT", "ASSERT_NOT"):
        known = set(), True  # looks, and takes none
    elif kind == "LITERAL":
        known = {chr(value)}, False
    elif kind == "IN":
        known = _of_class(value), False
    elif kind == "SUBPATTERN":
        known = _first(value[-1])
    elif kind in ("MAX_REPEAT", "MIN_REPEAT"):
        first, may_be_empty = _first(value[2])
        known = first, may_be_empty or value[0] == 0
    elif kind == "BRANCH":
        known = _of_branches([_first(branch) for branch in value[1]])
    return known


def _of_branches(branches: Sequence[_Begins]) -> _Begins:
    found: set[str] = set()
    for first, _ in branches:
        if first is None:
            return None, True
        found |= first
    return found, any(may_be_empty for _, may_be_empty in branches)


def _of_class(members: Iterable[_Step]) -> set[str] | None:
    found: set[str] = set()
    for kind, value in members:
        if str(kind) == "LITERAL":
            found.add(chr(value))
        elif str(kind) == "RANGE" and value[1] - value[0] < _MOST:
            found.update(map(chr, range(value[0], value[1] + 1)))
        else:
            return None
    return found
