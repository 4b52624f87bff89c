"""What the finder is worth on text that it was not made of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import fitting
from fitting import Judgement
from injection import Slipped

from assistant.language.slip_found import Slip
from assistant.language.slips import Finder


class Clean(NamedTuple):
    """What is told in clean text, all of it false but for the misprints that are really there."""

    name: str
    characters: int
    told: list[tuple[Slip, str]]  # the surest first

    def rate(self, threshold: float) -> float:
        """Give how many are told in 100,000 characters."""
        return sum(slip.score > threshold for slip, _ in self.told) / max(1, self.characters) * 100_000


def clean(finder: Finder, judgement: Judgement, name: str, documents: Iterable[Sequence[str]]) -> Clean:
    """Look for slips in clean documents; what a document writes again and again is its own word, as in the rule."""
    told: list[tuple[Slip, str]] = []
    characters = 0
    for paragraphs in documents:
        characters += sum(map(len, paragraphs))
        found = [
            (slip, paragraph)
            for paragraph, tried in zip(paragraphs, fitting.candidates(finder, paragraphs), strict=True)
            for slip in judgement.slips(tried)
        ]
        whole = "\n".join(paragraphs)
        told += [(slip, text) for slip, text in found if not slip.is_habit(text, whole)]
    return Clean(name, characters, sorted(told, key=lambda each: -each[0].score))


def threshold(texts: Iterable[Clean], rate: float) -> float:
    """Give the least score at which no more than so many are told in 100,000 characters of all texts together."""
    told = list(texts)
    scores = sorted((slip.score for each in told for slip, _ in each.told), reverse=True)
    allowed = int(rate * sum(each.characters for each in told) / 100_000)
    return round(scores[allowed] + 0.01, 2) if allowed < len(scores) else 0.0


def found(finder: Finder, judgement: Judgement, slipped: Sequence[Slipped], threshold: float) -> str:
    """Tell which share of slips is found at its place, by kind, and how often the word meant is proposed."""
    total, seen, mended = Counter[str](), Counter[str](), 0
    for slip, tried in zip(slipped, fitting.candidates(finder, (each.text for each in slipped)), strict=True):
        here = [
            each
            for each in judgement.slips(tried)
            if each.score > threshold and each.span.start < slip.end and slip.at < each.span.end
        ]
        total[slip.kind] += 1
        seen[slip.kind] += bool(here)
        mended += any(
            slip.text[: each.span.start] + each.word + slip.text[each.span.end :] == slip.clean for each in here
        )
    sounds = [kind for kind in total if kind not in ("swap", "shape")]
    share = sum(seen[kind] for kind in sounds) / max(1, sum(total[kind] for kind in sounds))
    kinds = "，".join(f"{kind} {seen[kind] / total[kind]:.1%}" for kind in sorted(total))
    return f"同音近音 {share:.1%}（{kinds}），其中改对 {mended / max(1, sum(seen.values())):.1%}"
