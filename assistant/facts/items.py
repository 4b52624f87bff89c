"""The problems, causes and measures of a material, one by one, with their spans.

Where the template's parts are found in the text they tell which section holds what; elsewhere headings tell it, and in
a text without such headings the items themselves: one that says what lacks is a problem, one that begins with what is
to be done is a measure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from enum import Enum
from operator import itemgetter
from typing import NamedTuple

from assistant.facts import chapter_leads
from assistant.facts.facts import Facts
from assistant.facts.last_year.placement import is_label
from assistant.facts.material_facts import MaterialFacts
from assistant.language.part_names import CAUSES, MEASURES, PROBLEMS
from assistant.patterns import compiled_later
from assistant.structure.outline import Section
from assistant.templates.template import PartKind
from assistant.text import Span


class ItemKind(Enum):
    PROBLEM = "problem"
    CAUSE = "cause"
    MEASURE = "measure"

    __hash__ = object.__hash__  # the library's is a call into Python, and after a key there are hundreds


class Item(NamedTuple):
    """One problem, cause or measure.

    `aspect` is the heading that a problem stands under, "" for none. Causes and measures bear none: what they belong to
    is for `links` to tell, since one measure often answers problems of several aspects.
    """

    kind: ItemKind
    section: Section
    aspect: str = ""

    @property
    def start(self) -> int:
        return self.section.start

    @property
    def span(self) -> Span:
        return Span(self.section.start, self.section.end)

    @property
    def heading_span(self) -> Span:
        """Number and heading: what it is known by."""
        return Span(self.section.start, self.section.heading_end)


ASPECT_FRAME = compiled_later("^在?(?:带头)?|(?:方面)?[。：:]?$")  # what frames the words of an aspect
_LONGEST = 40  # characters that name an item without a heading of its own
_KINDS = {PartKind.PROBLEMS: ItemKind.PROBLEM, PartKind.CAUSE: ItemKind.CAUSE, PartKind.MEASURE: ItemKind.MEASURE}
# What a chapter's heading says it holds, the first that fits; last year's and what is only declared hold none of the three.
# There a bare 措施, 改进 or 查摆 tells it too: it is asked only where the template's cues have told nothing.
_CHAPTERS = (
    (compiled_later("上一?年|去年|上次|有关情况|情况[的说]|案例|完成情况|(?:整改|措施)(?:落实|进展)?情况"), None),
    (compiled_later(f"(?:{PROBLEMS})(?:表现)?[及和与、]"), ItemKind.PROBLEM),  # 「存在问题及原因剖析」
    (compiled_later(f"{MEASURES}|措施|举措|改进|打算|下一?步|下一?阶段"), ItemKind.MEASURE),
    (compiled_later(f"{CAUSES}|问题的?剖析|思想剖析|党性分析"), ItemKind.CAUSE),
    (compiled_later(f"{PROBLEMS}|查摆|检视|对照检查"), ItemKind.PROBLEM),
)
# Inside an aspect a heading must say nothing else: 「2.原因剖析」, not 「2.发现问题的能力不足」.
_INSIDE = (
    (compiled_later(f"(?:存在的?)?(?:主要|突出|具体)*(?:{PROBLEMS})(?:及表现)?"), ItemKind.PROBLEM),
    (compiled_later(f"(?:问题|产生|主要|思想|存在)*的?(?:{CAUSES})(?:剖析|分析)?"), ItemKind.CAUSE),
    (compiled_later(f"(?:下一?步|整改|改进|具体|努力方向和)*(?:{MEASURES}|措施|举措)"), ItemKind.MEASURE),
)
_LACKING = compiled_later("不|没|未|[缺欠弱差淡浅]|有待|还需|待提|需加强|需强化|退化|松|少")
_FALLING_SHORT = compiled_later(
    "不(?:够|足|强|深|实|严|高|牢|多|到位|及时|彻底|主动)|差距|欠缺|[弱淡]化|有待|流于|打折扣"
)
_INTENT = compiled_later(
    "(?:要|将|应)?(?:进一步|切实|持续|着力|坚决|不断|自觉|始终|全面|深入|认真|坚持)*"
    "(?:加强|强化|提高|提升|增强|聚焦|严守|严格|深化|树牢|树立|筑牢|坚定|坚持|锤炼|改进|勇于|敢于|狠抓|抓好|落实|从严|着眼|对标|履行|夯实|践行|永葆|扛起)"
)
_DECLARED = compiled_later("情况|巡[视察]|意识形态|承诺|双重组织|报告事项|说明")  # what is only declared
_MOST = 0.6  # of a chapter's items
_LONGEST_MEASURES = 20_000  # characters, from the first to the last


def items(facts: Facts, material: MaterialFacts) -> tuple[Item, ...]:
    """List the problems, causes and measures of a material in their order."""
    return facts.once(_items, material)


def measures_of(found: Sequence[Item]) -> list[Item]:
    """Give the measures among items; none where they are longer than those of any material, and nothing is told by them."""
    measures = [item for item in found if item.kind is ItemKind.MEASURE]
    overlong = measures and measures[-1].section.end - measures[0].start > _LONGEST_MEASURES
    return [] if overlong else measures


def _items(facts: Facts, material: MaterialFacts) -> tuple[Item, ...]:
    found: list[Item] = []
    for section, kind in _chapters(facts, material):
        if kind is ItemKind.PROBLEM:
            found += _problems(facts, material, section)
        else:
            found += (Item(kind, each) for each in _entries(facts, section))
    opened = sorted(_opened(material), key=itemgetter(0))  # of both in one sentence the measures count, told last
    return tuple(_in_its_place(item, opened) for item in found) if opened else tuple(found)


def _opened(material: MaterialFacts) -> Iterator[tuple[int, ItemKind]]:
    """Yield where the first sentence of a paragraph opens causes or measures that have no section of their own."""
    for fact in material.parts:
        kind = _KINDS.get(fact.part.kind)
        if kind in (ItemKind.CAUSE, ItemKind.MEASURE) and not fact.answer.sections:
            yield from ((span.start, kind) for span in fact.answer.mentions)


def _in_its_place(item: Item, opened: Sequence[tuple[int, ItemKind]]) -> Item:
    """Give an item of the problems as what it is behind such a sentence, or as far as it goes before it."""
    if item.kind is not ItemKind.PROBLEM:
        return item
    kind = next((kind for start, kind in reversed(opened) if start <= item.start), None)
    return Item(kind, item.section) if kind else item._replace(section=chapter_leads.cut(item.section, opened[0][0]))


def _chapters(facts: Facts, material: MaterialFacts) -> Iterator[tuple[Section, ItemKind]]:
    """Yield the chapters that hold problems, causes or measures."""
    kinds = _answering(material) or _by_headings(material)
    if ItemKind.PROBLEM not in kinds.values():
        kinds = {**kinds, **_by_items(material)}
    for section in material.outline.sections:
        kind = kinds.get(section.start)
        if kind and facts.is_written(section):
            yield section, kind


def _answering(material: MaterialFacts) -> Mapping[int, ItemKind]:
    """Give the chapters that answer parts of the template; one that answers several holds the problems."""
    kinds: dict[int, ItemKind] = {}
    for fact in material.parts:
        kind = _KINDS.get(fact.part.kind)
        for section in fact.answer.sections if kind else ():
            assert kind is not None
            kinds.setdefault(section.start, kind)  # the problems come first in every template
    return kinds


def _by_headings(material: MaterialFacts) -> Mapping[int, ItemKind]:
    kinds: dict[int, ItemKind] = {}
    for section in material.outline.sections:
        kind = next((kind for pattern, kind in _CHAPTERS if pattern.search(section.heading)), None)
        if kind:
            kinds[section.start] = kind
    return kinds


def _by_items(material: MaterialFacts) -> Mapping[int, ItemKind]:
    """Tell from its items what a chapter holds: the first in which nearly all say what lacks, and what is to be done after it."""
    kinds: dict[int, ItemKind] = {}
    for section in material.outline.sections:
        if not kinds and _mostly(_LACKING.search, section.children):
            kinds[section.start] = ItemKind.PROBLEM
        elif kinds and _mostly(_INTENT.match, section.children):
            kinds[section.start] = ItemKind.MEASURE
    return kinds


def _mostly(fits: object, children: Sequence[Section]) -> bool:
    assert callable(fits)
    return len(children) > 1 and sum(bool(fits(child.heading)) for child in children) >= _MOST * len(children)


def _problems(facts: Facts, material: MaterialFacts, chapter: Section) -> Iterator[Item]:
    """Yield the problems of a chapter: what is numbered under its aspects, or an aspect that numbers nothing.

    What stands among the aspects and answers none (a declaration, the inspection's list) holds problems only where
    its items say what lacks.
    """
    wordings = {
        section.start: fact.part.heading
        for fact in material.parts
        if fact.part.kind is PartKind.ASPECT
        for section in fact.answer.sections
    }
    if chapter.start in wordings or not chapter.children:
        yield from _under(facts, chapter, wordings.get(chapter.start, ""))
        return
    for child in chapter.children:
        if wordings and child.start not in wordings and _is_own_aspect(facts, child):
            yield Item(ItemKind.PROBLEM, child, child.heading)
        elif wordings and child.start not in wordings:
            lacking = [each for each in child.children if _LACKING.search(each.heading)]
            yield from (Item(ItemKind.PROBLEM, each, child.heading) for each in lacking)
        elif child.level >= 3 and not child.children:
            yield Item(ItemKind.PROBLEM, child)
        else:
            yield from _under(facts, child, max(child.heading, wordings.get(child.start, ""), key=len))


def _is_own_aspect(facts: Facts, section: Section) -> bool:
    """Tell whether a heading names an aspect that nobody asked for: text of its own under 「…方面」, or that tells what lacks."""
    if section.children or _DECLARED.search(section.heading) or not facts.is_written(section):
        return False
    return section.heading.endswith("方面") or _FALLING_SHORT.search(facts.body(section)) is not None


def _under(facts: Facts, aspect: Section, name: str) -> Iterator[Item]:
    """Yield what stands under an aspect; a subheading may say that causes or measures follow."""
    if not facts.is_written(aspect):
        return
    if not aspect.children:
        yield Item(ItemKind.PROBLEM, aspect, name)
    for child in aspect.children:
        kind = next((kind for pattern, kind in _INSIDE if pattern.fullmatch(child.heading)), None)
        if kind:
            yield from (Item(kind, each, name if kind is ItemKind.PROBLEM else "") for each in _entries(facts, child))
        elif facts.is_written(child):
            yield Item(ItemKind.PROBLEM, child, name)


def _entries(facts: Facts, section: Section) -> Iterator[Section]:
    """Yield the single causes or measures of a section; a heading that only holds others is none itself."""
    if not section.children:
        if facts.is_written(section):
            yield section
        return
    for child in section.children:
        if child.children and child.leading and not facts.body(child):
            yield from (each for each in child.children if facts.is_written(each))
        elif facts.is_written(child):
            yield child


def named(text: str, item: Item) -> str:
    """Say in a few words what an item is: its heading or, where that only names an aspect or a chapter, what follows it."""
    section = item.section
    if section.level > 2 or not is_label(section.heading):
        return section.heading
    body = text[section.heading_end : section.end].lstrip("。：；:;，、 \n")
    return re.split("[。；！？\n]", body)[0][:_LONGEST] or section.heading
