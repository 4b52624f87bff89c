"""Makes of a Material what is shown of it when its text is opened. Knows nothing of Qt: a process without a window may ask."""

from __future__ import annotations

from collections.abc import Iterable

from assistant.finding import Finding, Severity
from assistant.review import outline_rows, outline_values, progress
from assistant.review.material import Material
from assistant.rules.registry import about
from assistant.templates.layout import Layout
from assistant.ui.page import looks
from assistant.ui.panels import status_texts
from assistant.ui.panels.finding_cards import label_of
from assistant.ui.panels.panel_values import ScrollMark
from assistant.ui.panels.side_cards import SideCards
from assistant.ui.view_values import View


def of(material: Material, layout: Layout, place: int) -> View:
    """Make it, with the caret at a place and pages counted in a layout."""
    rows, cards, wanted = outline_rows.rows(material), SideCards(), looks.of(material)
    return View(
        rows,
        progress.completed(material),
        tuple(grave_places(material)),
        status_texts.of(material, layout, progress.unfinished(material)),
        *cards.findings_named(material),
        tuple(cards.of_section(material, outline_values.around(rows, place))),
        tuple(scroll_marks(progress.noticed(material))),
        tuple(wanted),
        tuple(
            looks.spans(p.text, p.marks, look.kind) for p, look in zip(material.facts.paragraphs, wanted, strict=True)
        ),
    )


def grave_places(material: Material) -> list[int]:
    """List the places of what must be changed in what is written."""
    grave = (f for f in material.findings if f.severity is Severity.ERROR and not about(f).is_unwritten)
    return sorted(finding.span.start for finding in grave)


def scroll_marks(findings: Iterable[Finding]) -> list[ScrollMark]:
    """Give the mark at the scroll bar of each of these findings."""
    return [ScrollMark(f.span.start, f.severity, f"{label_of(f)}：{f.message}") for f in findings]
