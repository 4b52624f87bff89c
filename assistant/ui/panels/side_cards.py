"""Which cards stand in 想一想 and in 检查结果, and what each of them is about."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.decisions import text_of
from assistant.facts.material_facts import PartFact
from assistant.finding import Finding, Severity
from assistant.review import outline_rows, outline_values, progress
from assistant.review.checklist import Item
from assistant.review.material import Material
from assistant.review.outline_values import Row
from assistant.review.progress import Unfinished
from assistant.review.repeats import repeats
from assistant.ui.panels import finding_cards, question_cards
from assistant.ui.panels.finding_cards import Repeated
from assistant.ui.panels.panel_values import Card


class SideCards:
    """Makes the cards of the list in front, and knows by their keys which question, unfinished thing or finding each is."""

    def __init__(self) -> None:
        self.items: dict[str, Item] = {}
        self.unfinished: dict[str, Unfinished] = {}
        self.found: dict[str, Repeated] = {}
        self._turned: dict[str, int] = {}  # which of several alike a card shows

    def forget(self) -> None:
        """Forget the cards there were; another list is in front, or none of these."""
        self.items, self.unfinished, self.found = {}, {}, {}

    @staticmethod
    def findings_named(material: Material) -> tuple[str, str]:
        """Say what the tab of the findings is called, and its tip."""
        count = len(progress.noticed(material)) if progress.begun(material) else 0  # an empty page is no fault
        return (f"检查结果 {count}", progress.told_of_findings(material)) if count else ("检查结果", "")

    def of_section(self, material: Material, path: Sequence[Row]) -> list[Card]:
        """Make the cards of the section that the caret is in: its questions, or what is still unfinished, and its findings."""
        row = next((row for row in reversed(path) if row.part), None)
        fact = material.part(row.part) if row and row.part else None
        if fact is None:
            left = progress.unfinished(material)
            cards = question_cards.lacking(left, asked=material.template is not None)
            self.unfinished = dict(
                zip((card.key for card in cards if card.key.startswith("unfinished:")), left, strict=False)
            )
        else:
            cards = [Card("part", fact.part.short, heading=True), *self._of_questions(material, fact)]
        findings = outline_rows.findings_of(material, row) if row else ()
        if findings:
            cards.append(Card("here", "本节的提示", heading=True, count=f"{len(findings)}处"))
            cards += [self._finding_card(material, alike) for alike in repeats(findings, material.text)]
        return cards

    def _of_questions(self, material: Material, fact: PartFact) -> list[Card]:
        """Make a card of each question of a part, those that were marked 不适用 too; where it has none, say so."""
        cards: list[Card] = []
        for item in material.items(fact):
            key = f"q:{item.key}"
            self.items[key] = item
            cards.append(question_cards.question(key, item, material.text))
        if not cards:
            cards.append(Card("none", "这一部分没有另列提问。", heading=True, told=True))
        return cards

    def of_findings(self, material: Material, rows: Sequence[Row], wanted: Severity | None) -> list[Card]:
        """Make the cards of all findings, or of those of one severity, by the sections they stand in (`rows`)."""
        noticed = progress.noticed(material)
        shown = [each for each in noticed if wanted in (None, each.severity)]
        unwritten = [each for each in material.findings if each not in noticed and wanted in (None, each.severity)]
        groups: dict[str, list[Card]] = {}
        counts: dict[str, int] = {}
        for alike in repeats(shown, material.text):
            group = _group(material, rows, alike[0])
            groups.setdefault(group, []).append(self._finding_card(material, alike, rows))
            counts[group] = counts.get(group, 0) + len(alike)
        cards: list[Card] = []
        for group, own in groups.items():
            cards += [Card(f"group:{group}", group, heading=True, count=f"{counts[group]}处"), *own]
        if unwritten:  # they are no faults while drafting, and counted elsewhere
            cards += self._unwritten_cards(material, unwritten, whole=wanted is None)
        return cards + finding_cards.told_below(material, nothing=not cards)

    def _unwritten_cards(self, material: Material, findings: list[Finding], *, whole: bool) -> list[Card]:
        """Group what is not written by whether 还差 counts it; of a selection only that can be told, not how many."""
        asked = [each for each in findings if progress.counted(material, each)]
        others = [each for each in findings if each not in asked]
        number = f"{progress.unwritten_parts(material)}个部分，" if whole else ""
        cards: list[Card] = []
        for key, title, count, own in (
            ("unwritten", "未写的部分", f"{number}计入“还差”", asked),
            ("unasked", "其他未写的部分", f"{len(others)}处，不计入“还差”", others),
        ):
            if own:
                cards.append(Card(f"group:{key}", title, heading=True, count=count))
                cards += [self._finding_card(material, alike) for alike in repeats(own, material.text)]
        return cards

    def _finding_card(self, material: Material, alike: tuple[Finding, ...], rows: Sequence[Row] = ()) -> Card:
        """Make the card of findings alike; it names the section of the one it shows where they stand in several of `rows`."""
        first = alike[0]
        key = f"f:{first.rule}:{text_of(first, material.text)}"  # the same wherever it moves
        at = min(self._turned.get(key, 0), len(alike) - 1)
        repeated = self.found[key] = Repeated(alike, at)
        sections = [_group(material, rows, each) for each in alike] if rows and len(alike) > 1 else []
        return finding_cards.card(key, repeated, material, sections[at] if len(set(sections)) > 1 else "")

    def turn(self, key: str, at: int) -> None:
        """Let a card of several alike show another of them, when it is made next."""
        self._turned[key] = at % len(self.found[key].findings)


def _group(material: Material, rows: Sequence[Row], finding: Finding) -> str:
    path = outline_values.around(rows, finding.span.start) if finding.part is None else ()
    return path[-1].title if path else (_part_title(material, finding) or "全文")


def _part_title(material: Material, finding: Finding) -> str:
    fact = material.part(finding.part) if finding.part else None
    return fact.part.short if fact else ""
