"""What the numbers that a text states about itself come to when one counts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from assistant import claims
from assistant.alignment import SURE, likeness
from assistant.claims import Claim, Counted
from assistant.facts import Facts, MaterialFacts, State
from assistant.numbering import Style, han
from assistant.template import PartKind
from assistant.text import Span


class Tally(NamedTuple):
    """A claim that does not agree with what there is; `firm` where nothing else could have been counted."""

    claim: Claim
    actual: int
    told: str
    firm: bool = True
    where: str = "这里"

    @property
    def right(self) -> str:
        """The true number, written as the claim was."""
        if self.claim.written.isdecimal():
            return str(self.actual)
        return "两" if self.actual == 2 else han(self.actual)


def mismatches(facts: Facts) -> Iterator[Tally]:
    """Yield the claims that do not agree with the text."""
    for material in facts.materials:
        found = (*_following(facts, material), *_whole(facts, material))
        yield from (tally for tally in found if tally.actual and tally.claim.value != tally.actual)


def _following(facts: Facts, material: MaterialFacts) -> Iterator[Tally]:
    for section in material.outline.walk():
        for claim, row in claims.about_following(facts, section):
            firm = all(child.leading for child in section.children) or facts.text[claim.span.start - 2 :].startswith(
                "以下"
            )
            yield Tally(claim, row, f"下面数得{row}条", firm)


def _whole(facts: Facts, material: MaterialFacts) -> Iterator[Tally]:
    """Yield what preface and opening of the problems say, as far as all aspects are written."""
    problems = material.of_kind(PartKind.PROBLEMS)
    aspects = [fact for fact in material.parts if fact.part.kind is PartKind.ASPECT]
    if problems is None or any(not f.answer.sections or f.state is State.EMPTY for f in aspects):
        return
    places = [(Span(section.heading_end, section.own_end), "这里") for section in problems.answer.sections]
    for place, where in ((_preface(material), "前言"), *places):
        for claim in claims.about_whole(facts, place):
            yield _counted(material, claim)._replace(where=where)
        for total, parts in claims.shares(facts, place):
            yield from (tally._replace(where=where) for tally in _shares(material, total, parts))


def _preface(material: MaterialFacts) -> Span:
    """Give the preface with the 一是…二是… that it may tell, and what it says after them."""
    preface, sections = material.outline.preface_span, material.outline.sections
    first = next((s.start for s in sections if s.style not in (Style.IS, Style.ORDINAL)), preface.end)
    return Span(preface.start, max(preface.end, first))


def _counted(material: MaterialFacts, claim: Claim) -> Tally:
    if claim.counted is Counted.ASPECTS:
        # other topics among the problems (意识形态, 巡察反馈) are no aspects
        aspects = {s.start for f in material.parts if f.part.kind is PartKind.ASPECT for s in f.answer.sections}
        return Tally(claim, len(aspects), f"正文数得{len(aspects)}个方面")
    if claim.counted is Counted.PROBLEMS:
        counts = _problems(material)
        return Tally(claim, sum(counts), f"正文数得{sum(counts)}个（各方面{'、'.join(map(str, counts))}）")
    fact = material.of_kind(PartKind.CAUSE if claim.counted is Counted.CAUSES else PartKind.MEASURE)
    ways = claims.items(fact.answer.sections) if fact and fact.state is State.WRITTEN else []
    number = claim.value if claim.value in ways else next(iter(ways), 0)
    return Tally(claim, number, f"正文数得{number}条", firm=False)


def _problems(material: MaterialFacts) -> list[int]:
    """Count the problems of each aspect; give nothing where one is not written or not numbered."""
    facts = [fact for fact in material.parts if fact.part.kind is PartKind.ASPECT]
    counts = [fact.problems for fact in facts if fact.state is State.WRITTEN]
    numbers = [count for count in counts if count is not None]
    return numbers if len(numbers) == len(facts) else []


def _shares(material: MaterialFacts, total: Claim, parts: Sequence[Claim]) -> Iterator[Tally]:
    """Count the shares of a total against their aspects; where that cannot be done, their sum against the total."""
    aspects = [fact for fact in material.parts if fact.part.kind is PartKind.ASPECT]
    frame = material.alignment.frame if material.alignment else None
    for claim in parts if frame else ():
        for number, fact in enumerate(aspects):
            if frame and fact.problems is not None and likeness(frame, claim.of, number) >= SURE:
                yield Tally(claim, fact.problems, f"正文「{fact.part.short}」数得{fact.problems}个", firm=False)
    if len(parts) == len(aspects) and not _problems(material):
        added = sum(claim.value for claim in parts)
        yield Tally(total, added, f"其中各项相加是{added}")
