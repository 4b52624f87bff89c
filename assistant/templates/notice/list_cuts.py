"""Cutting a list in running words into its members, and making aspects of them."""

from __future__ import annotations

import re

from assistant.templates.notice.aspect_names import Candidate, bare, make, weigh
from assistant.templates.notice.page import Page
from assistant.text import Span


def split(body: str, stated: int) -> list[tuple[int, int]]:
    """Split a list in one sentence into its members, in the way that gives the stated number where there is one."""
    if body[:1] == "“" and body[-1:] == "”" and body.count("“") == 1:
        return [(a + 1, b + 1) for a, b in split(body[1:-1], stated)]
    ways = [
        r"[；]",
        r"(?<=[”’」』])[、，和及以与]*(?=[“‘「『])",
        r"[、，和及以与；]+(?=在?带头)",
        "，",
        "、|以及|(?:和|及|与)(?=[^、和及与]*$)",
        "、",
    ]
    results = [cut(body, re.compile(way)) for way in ways]
    if stated:
        for places in results:
            if len(places) == stated:
                return places
    for places, sure in zip(results, (True, True, True, False, False, False), strict=True):
        if sure and len(places) >= 2:
            return places
    return results[4] if "，" not in body else []


def cut(body: str, separator: re.Pattern[str]) -> list[tuple[int, int]]:
    """Cut a list at a separator, but not inside quotes or brackets; pieces without words are dropped."""
    places: list[tuple[int, int]] = []
    start = 0
    for match in separator.finditer(body):
        inside = body[: match.start()]
        if inside.count("“") > inside.count("”") or inside.count("（") > inside.count("）"):
            continue
        places.append((start, match.start()))
        start = match.end()
    places.append((start, len(body)))
    return [(a, b) for a, b in places if len(bare(body[a:b])) >= 2]


def placed(page: Page, sentence: Span, places: list[tuple[int, int]], led: int) -> Candidate | None:
    if len(places) < 3 or led * 2 < len(places):
        return None
    aspects = [a for start, end in places if (a := make(page, sentence.start + start, sentence.start + end, sentence))]
    found = Candidate(aspects, sentence.start + places[0][0], sentence.of(page.flat), sentence, end=sentence.end)
    weigh(found, None, 0.5, examined=True, base=1.0)
    return found if len(aspects) == len(places) else None
