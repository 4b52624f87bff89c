"""Which parts of a template the words of a heading name: by the cues that each part brings along."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from assistant.patterns import compiled_later
from assistant.templates.template import Part, Template

# Held by rows of tests/cases/alignment, as the numbers of `alignment` are.
STRONG, WEAK = 1.0, 0.4  # a heading holds a part's own cue, or one that counts only where nothing else fits
JOINTS = compiled_later(r"及其|[及和与、，,；;/／]|以及")


def parts_named(template: Template, heading: str) -> dict[str, float]:
    """Tell which parts a heading names, and how surely; 「存在问题及原因剖析」 names two."""
    if exact := [part.id for part in template.parts if part.heading == heading]:
        return {exact[0]: STRONG}
    pieces = [piece for piece in JOINTS.split(heading) if piece]
    named = dict(_named(template, heading)) if len(pieces) < 2 else {}
    for piece in pieces if len(pieces) > 1 else ():
        for part, score in _named(template, piece).items():
            named[part] = max(score, named.get(part, 0.0))
    if STRONG not in named.values():
        named = {**named, **_named(template, heading)}
    return named


def part_named(template: Template, heading: str) -> Part | None:
    """Give the part that a heading surely names, the first of several."""
    named = parts_named(template, heading)
    return next((part for part in template.parts if named.get(part.id) == STRONG), None)


@lru_cache(maxsize=256)
def _named(template: Template, piece: str) -> Mapping[str, float]:
    """Give the part whose longest cue a piece of a heading holds, or the weak ones."""
    strong: list[tuple[int, str]] = []
    weak: dict[str, float] = {}
    for part in template.parts:
        if piece == part.heading:
            return {part.id: STRONG}
        if any(_holds(piece, words) for words in part.unless):
            continue
        cues = [len(cue) for cue in part.cues if _holds(piece, cue)]
        if cues:
            strong.append((max(cues), part.id))
        elif any(_holds(piece, cue) for cue in part.weak_cues):
            weak[part.id] = WEAK
    return {max(strong)[1]: STRONG} if strong else weak


def claims(part: Part, piece: str) -> bool:
    """Tell whether a piece of text holds a cue of a part and no word that rules it out."""
    ruled_out = any(_holds(piece, words) for words in part.unless)
    return not ruled_out and any(_holds(piece, cue) for cue in part.cues)


def _holds(piece: str, words: str) -> bool:
    return words in piece if " " not in words else all(word in piece for word in words.split())
