"""Names of fixed sets that are right but for one character which is no number: “四个从严” for “四个最严”.

A name with another number is the business of fixed_sets. What stands in quotation marks may be of somebody's own making,
so that a word beside it must say that the set is meant.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from assistant.language.fixed_set_file import FixedSet, shipped
from assistant.language.fixed_sets import NEAR, NUMBERS, Slip
from assistant.patterns import compiled_later
from assistant.text import Span
from assistant.text_memory import remembered

_QUOTED = compiled_later("“([一二两三四五六七八九十][一-龥]{3,7})”")


def find(paragraph: str) -> Iterator[Slip]:
    """Find the names in quotation marks that are nearly those of a set, in order."""
    for match in _QUOTED.finditer(paragraph) if "“" in paragraph else ():
        said = match[1]
        if not (near := _nearly(said)):
            continue
        each = _names()[near]
        around = paragraph[max(0, match.start() - NEAR) : match.start()], paragraph[match.end() : match.end() + NEAR]
        if each.plain or any(word in part for word in each.beside for part in around):
            told = f"此处写“{said}”，通行的提法是“{near}”。"
            yield Slip(Span(*match.span(1)), each, near, told, of_members=False)


@remembered(64)  # what is asked for is named in most paragraphs
def _nearly(said: str) -> str:
    """Give the name that is nearly said; "" where one is, or none or several nearly are."""
    if said in _names():
        return ""
    near = [name for name in _names() if len(name) == len(said) and _differs_in_one(name, said)]
    return near[0] if len(near) == 1 else ""


@cache
def _names() -> dict[str, FixedSet]:
    named = [each for each in shipped() if not each.nameless]
    return {name: each for each in named for name in (each.name, *each.also, *each.numbers)}


def _differs_in_one(name: str, said: str) -> bool:
    wrong = [(one, other) for one, other in zip(name, said, strict=True) if one != other]
    return len(wrong) == 1 and not {*wrong[0]} & {*NUMBERS}
