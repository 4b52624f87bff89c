"""analyse(text, template, …) → Material: the one entrance to all that the program knows about a text.

A `Material` is a value. It is computed from the text anew each time, so it can never be out of date; a `Memo` carries
what single paragraphs showed from one time to the next.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import accumulate
from operator import attrgetter

from assistant.decisions import NO_DECISIONS, Decisions, Stage, active
from assistant.facts.cued import Standing
from assistant.facts.facts import Facts
from assistant.facts.gathering import gather
from assistant.facts.last_year.earlier_material import LastYear
from assistant.facts.material_facts import MaterialFacts, PartFact, State
from assistant.facts.paragraph_columns import Columns
from assistant.facts.paragraph_facts import ParagraphFacts, observe
from assistant.finding import Finding, Severity
from assistant.language.slip_found import Slip
from assistant.review import checklist
from assistant.review.checklist import Item
from assistant.rules.registry import RULES, about
from assistant.rules.rule import About, ParagraphRules, Rule, run
from assistant.structure.outline import Section
from assistant.templates.template import Template
from assistant.text import Span, smallest


@dataclass(slots=True)
class _Seen:
    facts: ParagraphFacts
    findings: tuple[Finding, ...] | None = None  # as long as no rule has read it


class Memo:
    """Remembers what paragraphs showed, as long as the last two analyses used it.

    Less would forget a paragraph that an undo brings back at once; more would grow with every key.
    """

    def __init__(self) -> None:
        self._recent: dict[str, _Seen] = {}
        self._older: dict[str, _Seen] = {}
        self.columns: Columns | None = None  # of the text analysed last
        self._placed: dict[int, tuple[tuple[Finding, ...], list[Finding]]] = {}  # by where its paragraphs begin
        self._heard: tuple[object, dict[str, Rule]] = None, {}

    def look(self, paragraphs: Sequence[str]) -> list[ParagraphFacts]:
        """Give what paragraphs show, from memory where they were seen lately."""
        recent = self._recent
        older = self._older
        recent.update({each: older[each] for each in paragraphs if each in older})
        if new := list(dict.fromkeys([each for each in paragraphs if each not in recent])):
            recent.update({facts.text: _Seen(facts) for facts in observe(new)})
        return [recent[each].facts for each in paragraphs]

    def read(self, facts: Facts) -> None:
        """Have the rules read the paragraphs of a text that none has read yet; these were looked at."""
        recent, every = self._recent, facts.paragraphs
        new = [each for each in every if recent[each.text].findings is None]
        if new:
            among = facts.columns.standing if len(new) == len(every) else Standing(new)
            for paragraph, found in zip(new, _OF_PARAGRAPHS.run(new, among), strict=True):
                recent[paragraph.text].findings = tuple(found)

    def placed(self, facts: Facts) -> Iterator[Finding]:
        """Yield the findings of the paragraphs of the text that was read, at their places; before a change these are what they were."""
        before, self._placed = self._placed, {}
        for start, findings in facts.where(self._findings):
            known = before.get(start)
            if known is None or known[0] is not findings:
                known = findings, [finding.shifted(start) for finding in findings]
            self._placed[start] = known
            yield from known[1]

    def _findings(self, paragraph: ParagraphFacts) -> tuple[Finding, ...]:
        return self._recent[paragraph.text].findings or ()

    def heard(self, rules: Sequence[Rule], decisions: Decisions) -> dict[str, Rule]:
        """Give the rules that speak, by name: those that are switched on, and of no later stage than the writer's."""
        told = rules, decisions.stage, decisions.rules_on, decisions.rules_off
        if self._heard[0] != told:
            reached = tuple(Stage)[: decisions.stage.rank + 1]
            self._heard = told, {each.name: each for each in rules if each.stage in reached and each.is_on(decisions)}
        return self._heard[1]

    def turn(self) -> None:
        """Begin a new analysis: what the one before the last used is forgotten."""
        self._older, self._recent = self._recent, {}


_OF_PARAGRAPHS = ParagraphRules(RULES)


@dataclass(frozen=True)
class Material:
    """A text with all that is known about it.

    `findings` are those the writer has not set aside, in text order; `unheard` is how many more 只看必改 keeps back.
    """

    text: str
    template: Template | None
    decisions: Decisions
    facts: Facts
    findings: tuple[Finding, ...]
    all_findings: tuple[Finding, ...]
    parts: tuple[PartFact, ...]
    length: int
    unheard: int = 0

    @property
    def chapters(self) -> tuple[Section, ...]:
        return tuple(s for material in self.facts.outline.materials for s in material.chapters)

    def items(self, fact: PartFact) -> tuple[Item, ...]:
        """List the questions of a part."""
        return checklist.items(self.facts, fact, self.decisions.notes, self.decisions.not_applicable)

    def part(self, part_id: str) -> PartFact | None:
        return next((fact for fact in self.parts if fact.part.id == part_id), None)

    def part_of(self, facts: MaterialFacts, part_id: str) -> PartFact | None:
        """Give a part of one of the text's materials, its state raised to FINDINGS where there are any."""
        fact = facts.part(part_id)
        return _with_findings(fact, self._places) if fact else None

    @cached_property
    def _places(self) -> list[int]:
        return _places(self.findings)

    def sparing(self, sentence: Span) -> Material:
        """Leave out the findings in a sentence that is still being typed; that it is not written yet stays said."""
        kept = tuple(
            each for each in self.findings if not each.span.overlaps(sentence) or about(each) is About.EMPTY_SECTION
        )
        if len(kept) == len(self.findings):
            return self
        return replace(self, findings=kept, parts=_parts(self.facts, kept))

    def quietly(self) -> Material:
        """Keep only what has to be changed (只看必改); the rest is counted and comes back with the mode's end."""
        kept = tuple(finding for finding in self.findings if finding.severity is Severity.ERROR)
        unheard = len(self.findings) - len(kept)
        return replace(self, findings=kept, parts=_parts(self.facts, kept), unheard=unheard) if unheard else self

    def count(self, severity: Severity) -> int:
        return sum(finding.severity is severity for finding in self.findings)


FindSlips = Callable[[str], tuple[Slip, ...]]
_SHORT = 12  # characters; longer findings speak of a whole and leave room for others in it
_RANKS = {severity: rank for rank, severity in enumerate(Severity)}


def analyse(
    text: str,
    template: Template | None = None,
    *,
    decisions: Decisions = NO_DECISIONS,
    memo: Memo | None = None,
    rules: Sequence[Rule] = RULES,
    last: LastYear | None = None,
    find_slips: FindSlips | None = None,
) -> Material:
    """Find out all about a text that must be canonical. Never fails.

    `last` is the writer's own material of last year (last_year.recognised), which some rules hold the text against.
    Slips of the keyboard take longer than all else together, so who wants them says how they are found in a paragraph:
    at once, or as far as another has found them.
    What is to be settled before all else (lines broken in the middle) is told alone: nothing is judged on a text that
    is not yet whole. Ignored findings are filtered at the end and are in no memory's key, so a change of decisions costs
    nothing twice.
    """
    memo = memo or Memo()
    memo.turn()
    facts = gather(text, template, decisions, memo.look, last, before=memo.columns)
    memo.columns = facts.columns
    memo.read(facts)
    if find_slips:
        slips = {each.text: find_slips(each.text) for each in facts.paragraphs if each.text}
        facts = replace(facts, slips={paragraph: found for paragraph, found in slips.items() if found})
    heard = memo.heard(rules, decisions)
    found = [finding for finding in memo.placed(facts) if finding.rule in heard]
    found += run(heard.values(), facts)
    found.sort(key=attrgetter("span"))
    all_findings = tuple(_one_for_a_place(text, _outside_empty_sections(found)))
    findings = active(all_findings, decisions, text, template.unit_words if template else ())
    if first := tuple(finding for finding in findings if about(finding) is About.BEFORE_ALL):
        findings = all_findings = first
    parts = _parts(facts, findings)
    return Material(text, template, decisions, facts, findings, all_findings, parts, facts.lengths[-1])


def _parts(facts: Facts, findings: Sequence[Finding]) -> tuple[PartFact, ...]:
    places = _places(findings)
    return tuple(_with_findings(fact, places) for material in facts.materials for fact in material.parts)


def _places(findings: Sequence[Finding]) -> list[int]:
    """List where findings begin, in order, but for those that mark a place between sections."""
    return sorted(finding.span.start for finding in findings if finding.span.end > finding.span.start)


def _outside_empty_sections(findings: Sequence[Finding]) -> list[Finding]:
    """Drop the other findings of an empty section: what is not written cannot be wrong yet."""
    empty = sorted(finding.span for finding in findings if about(finding) is About.EMPTY_SECTION)
    if not empty:
        return list(findings)
    begins = [span.start for span in empty]
    ends = list(accumulate((span.end for span in empty), max))  # of all that have begun: one may lie in another

    def kept(finding: Finding) -> bool:
        begun = bisect_right(begins, finding.span.start)
        inside = begun > 0 and finding.span.start < ends[begun - 1]
        return not inside or finding.span.start == finding.span.end or about(finding) is About.EMPTY_SECTION

    return [finding for finding in findings if kept(finding)]


def _one_for_a_place(text: str, findings: Sequence[Finding]) -> list[Finding]:
    """Let several rules that stumble over the same few characters speak once: the most severe, of equals the first.

    Where one of them speaks of something long, they are the same only if they would change the same: 「新世代」 in the
    name of a theory, and 「世代」 alone.
    """
    kept: list[Finding] = []
    for finding in findings:
        last = kept[-1] if kept else None
        if (
            last is None
            or last.rule == finding.rule
            or not last.span.overlaps(finding.span)
            or (_long(last, finding) and not _change_the_same(text, last, finding))
        ):
            kept.append(finding)
        elif _RANKS[finding.severity] < _RANKS[last.severity]:
            kept[-1] = finding
    return kept


def _long(*findings: Finding) -> bool:
    return any(finding.span.end - finding.span.start > _SHORT for finding in findings)


def _change_the_same(text: str, one: Finding, other: Finding) -> bool:
    """Tell whether two findings have fixes that change the same characters into the same."""
    ours, theirs = (
        [smallest(text, edit) for edit in finding.fix.edits] if finding.fix else [] for finding in (one, other)
    )
    return bool(ours) and ours == theirs


def _with_findings(fact: PartFact, places: Sequence[int]) -> PartFact:
    if fact.state is not State.WRITTEN:
        return fact
    found = any(bisect_left(places, span.start) < bisect_left(places, span.end) for span in fact.spans)
    return replace(fact, state=State.FINDINGS) if found else fact
