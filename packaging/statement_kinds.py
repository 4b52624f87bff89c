"""Make the weights of assistant/language/statement_kinds anew: `python3 dev.py statement_kinds`.

They are fitted (logistic regression, three kinds) to the statements of the right texts in tests/cases, of which the part
they stand in tells the kind (problems and causes lack, measures are to be done, last year's account was done well), and
to those told one by one in tests/cases/statements. Two more weights tell measures, and last year's account, from problems
and causes by their wording alone, words that name what lacks included; each is fitted to two kinds. Only the parts that tell most are kept. No text of
another's is used.
"""

from __future__ import annotations

import argparse
import json
import math
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from assistant.commands.checking import choose_template
from assistant.facts.items import ItemKind, items
from assistant.files import opening, template_shelf
from assistant.language.sentences import STATEMENT
from assistant.language.statement_kinds import features, lacks, parse
from assistant.review.material import analyse
from assistant.templates.template import PartKind
from assistant.text import canonical

_KINDS = ("lacking", "done_well", "intended")
_ACCOUNT, _DUE = 1, 2  # the numbers of what was done well, and of what is to be done
_TOLD = ROOT / "tests" / "cases" / "statements"
_TEXTS = ("single_errors/*.txt", "clean/*.txt")
_WEIGHT = {"told": 2.0, "account": 0.7}  # last year's account also tells what was left to do
_SHORTEST = 6
_LEAST_OFTEN = 3
_KEPT = 900  # parts that tell most
_ROUNDS, _RATE, _SHRINK = 60, 0.5, 3.3  # of the fitting; what holds the weights down
_SHRINK_OF_TWO = 2.0


class Told(NamedTuple):
    """A statement by its parts, its kind, and how much it counts."""

    parts: frozenset[str]
    kind: int
    weight: float
    lacks: bool


def main() -> int:
    parser = argparse.ArgumentParser(prog="dev.py statement_kinds", description="重做 resources/kinds/statements.json")
    parser.parse_args()
    told = [*_told_one_by_one(), *_told_by_parts()]
    of_three, bias = _kept([each for each in told if not each.lacks], len(_KINDS), _SHRINK)
    by_place = [_kept(list(_of_two(told, kind)), 2, _SHRINK_OF_TWO) for kind in (_DUE, _ACCOUNT)]
    fitted = [(of_three, bias, len(_KINDS)), *((weights, of_none, 2) for weights, of_none in by_place)]
    rows = {
        part: [value for weights, _, kinds in fitted for value in _against_lack(weights.get(part, [0.0] * kinds))]
        for part in sorted({part for weights, _, _ in fitted for part in weights})
    }
    content = {
        "bias": [value for _, of_none, _ in fitted for value in _against_lack(of_none)],
        "weights": {part: row for part, row in rows.items() if any(row)},
    }
    target = ROOT / "resources" / "kinds" / "statements.json"
    source = json.dumps(content, ensure_ascii=False, separators=(",", ":")) + "\n"
    parse(source, target.name)  # what is written is read again
    target.write_text(source, "utf-8")
    print(f"{len(told)} statements, {len(content['weights'])} parts: {target.relative_to(ROOT)}")
    return 0


def _of_two(told: Sequence[Told], kind: int) -> Iterator[Told]:
    """Yield the statements of a kind, as the second of two, and those that lack."""
    return (each._replace(kind=int(each.kind == kind)) for each in told if each.kind in (0, kind))


def _kept(told: Sequence[Told], kinds: int, shrink: float) -> tuple[dict[str, list[float]], list[float]]:
    """Fit the weights of all parts, then anew those of the parts that tell most."""
    often = Counter(part for each in told for part in each.parts)
    known = sorted(part for part, count in often.items() if count >= _LEAST_OFTEN)
    weights, _ = _fitted(told, known, kinds, shrink)
    by_worth = sorted(known, key=lambda part: -_spread(weights[part]) * math.sqrt(often[part]))
    return _fitted(told, sorted(by_worth[:_KEPT]), kinds, shrink)


def _told_one_by_one() -> Iterator[Told]:
    for number, kind in enumerate(_KINDS):
        for line in (_TOLD / f"{kind}.txt").read_text("utf-8").splitlines():
            if line:
                yield Told(frozenset(features(line)), number, _WEIGHT["told"], lacks(line))


def _told_by_parts() -> Iterator[Told]:
    for path in sorted(each for pattern in _TEXTS for each in (ROOT / "tests" / "cases").glob(pattern)):
        text = canonical(path.read_text("utf-8").strip())
        template = choose_template(text, template_shelf.chosen(opening.guess(text)[0]), ())
        facts = analyse(text, template).facts
        for material in facts.materials:
            stretches = [
                (item.start, item.span.end, _DUE * (item.kind is ItemKind.MEASURE)) for item in items(facts, material)
            ]
            for fact in material.written(PartKind.PREVIOUS_RECTIFICATION):
                stretches += [(section.start, section.end, 1) for section in fact.answer.sections]
            for start, end, kind in stretches:
                for match in STATEMENT.finditer(text, start, end):
                    if len(match[0]) >= _SHORTEST:
                        weight = _WEIGHT["account"] if kind == 1 else 1.0
                        yield Told(frozenset(features(match[0])), kind, weight, lacks(match[0]))


def _fitted(
    told: Sequence[Told], known: Sequence[str], kinds: int, shrink: float
) -> tuple[dict[str, list[float]], list[float]]:
    """Fit by gradients whose steps shrink where they were large (AdaGrad), with all statements in each round."""
    weights = {part: [0.0] * kinds for part in known}
    bias = [0.0] * kinds
    steps = {part: [1e-6] * kinds for part in ("", *known)}
    rows = [([part for part in sorted(each.parts) if part in weights], each.kind, each.weight) for each in told]
    for _ in range(_ROUNDS):
        slopes = {part: [shrink * value for value in row] for part, row in weights.items()}
        slopes[""] = [0.0] * kinds
        for parts, kind, weight in rows:
            sums = [bias[k] + sum(weights[part][k] for part in parts) for k in range(kinds)]
            most = max(sums)
            shares = [math.exp(each - most) for each in sums]
            whole = sum(shares)
            for k in range(kinds):
                slope = weight * (shares[k] / whole - (k == kind))
                for part in ("", *parts):
                    slopes[part][k] += slope
        for part, row in slopes.items():
            target = weights[part] if part else bias
            for k in range(kinds):
                steps[part][k] += row[k] ** 2
                target[k] -= _RATE * row[k] / math.sqrt(steps[part][k])
    return weights, bias


def _spread(row: Sequence[float]) -> float:
    middle = sum(row) / len(row)
    return max(abs(value - middle) for value in row)


def _against_lack(row: Sequence[float]) -> list[int]:
    return [round(100 * (value - row[0])) for value in row[1:]]


if __name__ == "__main__":
    raise SystemExit(main())
