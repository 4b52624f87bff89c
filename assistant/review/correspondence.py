"""问题—原因—措施 as a table: each problem with its causes and measures, and the causes and measures of no problem.

The table is a view of `links` and of what the writer has said about them (`Decisions.links`). What he says is always
kept with the problem: whether he chose a measure for a problem or a problem for a measure, it is the same choice.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from assistant.decisions import Decisions, LinkChoice
from assistant.facts import items, links
from assistant.facts.facts import Facts
from assistant.facts.items import Item, ItemKind
from assistant.facts.links import Links
from assistant.review.material import Material

PROBLEM, CAUSE, MEASURE = ItemKind.PROBLEM, ItemKind.CAUSE, ItemKind.MEASURE
NAMES = {PROBLEM: "问题", CAUSE: "原因", MEASURE: "措施"}
_UNASKED = "没有对应问题的原因和措施"


class State(Enum):
    """How far it is known what belongs to an item."""

    LINKED = "linked"
    ALONE = "alone"
    UNKNOWN = "unknown"  # neither found nor missed
    NOT_NEEDED = "not needed"  # the writer says so
    UNWRITTEN = "unwritten"  # the text has none of the kind

    def told(self, kind: ItemKind) -> str:
        """Say it where the others would stand."""
        name = NAMES[kind]
        return {
            State.LINKED: "",
            State.ALONE: f"没有对应的{name}",
            State.UNKNOWN: f"没有对应的{name}",  # the difference is a matter of degree, which only the check tells
            State.NOT_NEEDED: "不必对应",
            State.UNWRITTEN: f"未写{name}",
        }[self]


@dataclass(frozen=True, slots=True)
class Cell:
    """What belongs to an item, of one kind; `chosen` by the writer."""

    kind: ItemKind
    others: tuple[Item, ...]
    state: State
    chosen: bool


@dataclass(frozen=True, slots=True)
class Line:
    """An item with what belongs to it: a problem with causes and measures, or one of these with no problem."""

    item: Item
    cells: tuple[Cell, ...]

    def cell(self, kind: ItemKind) -> Cell | None:
        return next((cell for cell in self.cells if cell.kind is kind), None)

    @property
    def unclear(self) -> bool:
        """Whether something that is written was not found to belong to it."""
        return any(cell.state in (State.ALONE, State.UNKNOWN) for cell in self.cells)


@dataclass(frozen=True)
class Correspondence:
    """The table of one material: groups of lines under their aspects' names, "" where there are none."""

    links: Links
    titles: Mapping[Item, str]
    groups: tuple[tuple[str, tuple[Line, ...]], ...]

    @property
    def lines(self) -> tuple[Line, ...]:
        return tuple(line for _, lines in self.groups for line in lines)

    def of_kind(self, kind: ItemKind) -> tuple[Item, ...]:
        return self.links.of_kind(kind)

    @property
    def without_measure(self) -> int:
        """Count the problems that are said to have no measure."""
        cells = [line.cell(MEASURE) for line in self.lines if line.item.kind is PROBLEM]
        return sum(cell is not None and cell.state is State.ALONE for cell in cells)

    @property
    def unclear(self) -> int:
        return sum(line.unclear for line in self.lines)


def of(material: Material, position: int = 0) -> Correspondence:
    """Lay out what belongs together in the material at a place of the text."""
    facts = material.facts
    own = next((each for each in reversed(facts.materials) if each.outline.start <= position), facts.materials[0])
    found = links.find(facts, own)
    groups: dict[str, list[Line]] = {}
    for problem in found.of_kind(PROBLEM):
        cells = tuple(_cell(found, problem, kind) for kind in (CAUSE, MEASURE))
        groups.setdefault(items.ASPECT_FRAME.sub("", problem.aspect), []).append(Line(problem, cells))
    linked = {link.other for link in found.links}
    unasked = [item for kind in (CAUSE, MEASURE) for item in found.of_kind(kind) if item not in linked]
    table = [(name, tuple(lines)) for name, lines in groups.items()]
    if unasked:
        table.append((_UNASKED, tuple(Line(item, (_cell(found, item, PROBLEM),)) for item in unasked)))
    return Correspondence(found, {item: _title(facts, item) for item in found.items}, tuple(table))


def _cell(found: Links, item: Item, kind: ItemKind) -> Cell:
    others = tuple(
        sorted({link.other if item is link.problem else link.problem for link in found.of(item, kind)}, key=_place)
    )
    chosen = (item, kind) in found.decided
    alone = {MEASURE: found.without_measure, CAUSE: found.without_cause, PROBLEM: found.without_problem}[kind]
    if others:
        return Cell(kind, others, State.LINKED, chosen)
    if not found.of_kind(kind):
        return Cell(kind, (), State.UNWRITTEN, chosen)
    return Cell(kind, (), State.NOT_NEEDED if chosen else State.ALONE if item in alone else State.UNKNOWN, chosen)


def _place(item: Item) -> int:
    return item.start


def _title(facts: Facts, item: Item) -> str:
    return f"{item.section.number}{items.named(facts.text, item)}"


def decided(
    decisions: Decisions, found: Links, text: str, *, item: Item, kind: ItemKind, others: Sequence[Item] | None
) -> Decisions:
    """Keep what the writer says belongs to an item, of one kind: some, none, or None for what the program finds."""
    if item.kind is PROBLEM:
        return _with(decisions, found, text, {item: others}, kind)
    if others is None:
        touched: dict[Item, Sequence[Item] | None] = {link.problem: None for link in found.of(item, PROBLEM)}
        return _without_none(_with(decisions, found, text, touched, item.kind), found, text, [item])
    held = {problem: [link.other for link in found.of(problem, item.kind)] for problem in found.of_kind(PROBLEM)}
    changed: dict[Item, Sequence[Item] | None] = {}
    for problem, own in held.items():
        if problem in others and item not in own:
            changed[problem] = [*own, item]
        elif problem not in others and item in own:
            changed[problem] = [each for each in own if each != item]
    after = _without_none(_with(decisions, found, text, changed, item.kind), found, text, [item])
    if others:
        return after
    return after._replace(links=(*after.links, LinkChoice(links.anchor(item, text), PROBLEM.value)))


def automatic(decisions: Decisions, found: Links, text: str) -> Decisions:
    """Take back all that the writer has said about these items; what speaks of none in the text is kept."""
    kept = tuple(each for each in decisions.links if links.meant(each, found.items, text) is None)
    return decisions._replace(links=kept)


def _with(
    decisions: Decisions, found: Links, text: str, chosen: Mapping[Item, Sequence[Item] | None], kind: ItemKind
) -> Decisions:
    """Put other choices for some problems in the place of those there are."""
    kept = []
    for choice in decisions.links:
        meant = links.meant(choice, found.items, text)
        if meant is None or meant[1] is not kind or meant[0] not in chosen:
            kept.append(choice)
    for problem, others in chosen.items():
        if others is not None:
            anchors = tuple(links.anchor(each, text) for each in sorted(others, key=_place))
            kept.append(LinkChoice(links.anchor(problem, text), kind.value, anchors))
    taken = [other for others in chosen.values() for other in others or ()]
    return _without_none(decisions._replace(links=tuple(kept)), found, text, taken)


def _without_none(decisions: Decisions, found: Links, text: str, items: Sequence[Item]) -> Decisions:
    """Forget that causes or measures were said to need no problem."""
    kept = []
    for choice in decisions.links:
        meant = links.meant(choice, found.items, text)
        if meant is None or meant[1] is not PROBLEM or meant[0] not in items:
            kept.append(choice)
    return decisions._replace(links=tuple(kept))
