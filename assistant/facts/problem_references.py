"""Where measures, causes and last year's account say which problem they are about: 「针对问题6」「对应第3个问题」.

A reference by number reaches to the next one, or to the end of its paragraph; one that names the problem, 「针对文风不实的
问题」, to the end of its sentence.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from assistant.facts.facts import Facts
from assistant.facts.items import Item, ItemKind, items
from assistant.facts.material_facts import MaterialFacts
from assistant.facts.sought import Sought
from assistant.language.numbering import value_of
from assistant.patterns import compiled_later
from assistant.structure.outline import Section
from assistant.text import Span

_NUMERAL = "(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})"
_JOINED = f"{_NUMERAL}(?:[个条项]?[、和及与至到～—-](?:第|问题)?{_NUMERAL})*"  # 「3、4」, 「3至问题5」, 「3个和第4」
_ENDS = "(?=[，：:。；、）)】的中所里]|(?:整改|措施|方面|部分|存在|反映|，|$))"
_OPENS = "(?:针对|对应|对照|围绕|解决|聚焦)(?:上述|前述|以上|前面|前文|查摆|检视|存在|剖析)?的?"
_NUMBERED = Sought(
    ("问题", "针对", "对应", "对照", "围绕", "解决", "聚焦"),
    f"(?:{_OPENS}第(?P<ordinal>{_JOINED})[个条项](?:突出|主要|具体)?的?问题"
    f"|{_OPENS}问题(?:序号|编号)?第?[（(]?(?P<number>{_JOINED})[）)]?[个条项]?{_ENDS}"
    f"|{_OPENS}[（(](?P<bracketed>{_JOINED})[）)]{_ENDS}"
    f"|(?:^|(?<=[。；：\n（(【]))问题[（(]?(?P<headed>{_JOINED})[）)]?的?(?=整改|措施|[：:】]))",
)
_MENTIONED = compiled_later(f"问题第?[（(]?(?P<number>{_JOINED})|第(?P<ordinal>{_JOINED})[个条项]")
_RUN = compiled_later(f"(?P<first>{_NUMERAL})(?:[个条项]?[至到～—-](?:第|问题)?(?P<last>{_NUMERAL}))?")
_NAMED = Sought(
    ("针对",),
    "(?:^|(?<=[。；：是，]))针对(?:自己|自身|本人|我)?(?:在)?(?P<named>[^，。；：“”0-9]{3,24}?)的?(?:这个|这一|突出)?问题[，：]",
)


class Reference(NamedTuple):
    """A place that says by number which problems it is about; `said` is what it says of them."""

    span: Span
    numbers: tuple[int, ...]
    by_brackets: bool  # 「针对（二）」 counts what is numbered so
    said: Span


class Named(NamedTuple):
    """A place that names a problem, and what is said of that."""

    name: str
    said: Span


def numbered(facts: Facts, section: Section) -> list[Reference]:
    """List the references by number in a section, in their order."""
    found = [(begin, match) for begin, match in _NUMBERED.between(facts, section.start, section.end)]
    references = []
    for place, (begin, match) in enumerate(found):
        start, end = begin + match.start(), begin + match.end()
        follows = found[place + 1][0] + found[place + 1][1].start() if place + 1 < len(found) else section.end
        line = facts.text.find("\n", end)
        until = min(follows, section.end, line if line >= 0 else len(facts.text))
        written = match["ordinal"] or match["number"] or match["bracketed"] or match["headed"]
        references.append(
            Reference(Span(start, end), numbers(written), bool(match["bracketed"]), Span(end, max(end, until)))
        )
    return references


def mentioned(text: str) -> frozenset[int]:
    """Give the numbers of problems that a text mentions in any way."""
    found = (match["number"] or match["ordinal"] for match in _MENTIONED.finditer(text))
    return frozenset(number for written in found for number in numbers(written))


def numbers(written: str) -> tuple[int, ...]:
    """Read 「3、4」, 「3至5」 and 「1、3至5」."""
    found: list[int] = []
    for run in _RUN.finditer(written):
        first = value_of(run["first"])
        found += range(first, value_of(run["last"] or run["first"]) + 1)
    return tuple(found)


def named(facts: Facts, section: Section) -> Iterator[Named]:
    """Yield the references that name their problem."""
    for begin, match in _NAMED.between(facts, section.start, section.end):
        end = begin + match.end()
        stops = [at for mark in "。；\n" if (at := facts.text.find(mark, end, section.end)) >= 0]
        yield Named(match["named"], Span(end, min(stops, default=section.end)))


def by_number(facts: Facts, material: MaterialFacts) -> Mapping[int, Item]:
    """Give the problems by their numbers where these run through all aspects; nothing where each aspect begins anew."""
    problems = _problems(facts, material)
    values = [item.section.value for item in problems]
    return dict(zip(values, problems, strict=True)) if values == list(range(1, len(values) + 1)) else {}


def by_aspect(facts: Facts, material: MaterialFacts) -> Mapping[int, Sequence[Item]]:
    """Give the problems of each aspect, by its place among the aspects."""
    aspects: dict[str, list[Item]] = {}
    for item in _problems(facts, material):
        aspects.setdefault(item.aspect, []).append(item)
    return dict(enumerate(aspects.values(), 1))


def _problems(facts: Facts, material: MaterialFacts) -> list[Item]:
    return [item for item in items(facts, material) if item.kind is ItemKind.PROBLEM]
