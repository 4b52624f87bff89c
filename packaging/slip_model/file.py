"""Write the file that assistant/language/slip_counts.py reads."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping

import numpy as np
import static_maps

from assistant.language.slip_counts import STEPS, Header
from assistant.language.slip_marks import ALPHABET, FIRST_HAN
from assistant.language.static_map import VALUES

LINE = 4096  # bytes of the first line, so that the rest need not move when the weights are fitted
LEAST = {2: 2, 3: 2, 4: 3}  # times a run must be seen to be kept
_CHARACTERS = 20_902 + FIRST_HAN
_NAMES = {2: "pairs", 3: "triples", 4: "fours"}

Runs = Mapping[int, tuple[np.ndarray, np.ndarray]]


def rounded(counts: np.ndarray, most: int = VALUES) -> np.ndarray:
    return np.minimum(most, 1 + np.round(STEPS * np.log2(counts)).astype(np.int64))


def parts(
    runs: Runs, words: tuple[np.ndarray, np.ndarray], texts: Mapping[str, bytes]
) -> tuple[dict[str, list[int]], bytes]:
    """Lay the parts one behind the other; give where each lies, and all of them."""
    keys, counts = runs[1]
    singles = np.zeros(_CHARACTERS, np.uint8)
    singles[keys] = rounded(counts, 2 * VALUES - 1)
    maps = {}
    for order, name in _NAMES.items():
        keys, counts = runs[order]
        kept = counts >= LEAST[order]
        mark = 0 if order == 2 else 1 << order * ALPHABET  # as Counts asks
        maps[name] = static_maps.build(keys[kept] | mark, rounded(counts[kept]))
    maps["words"] = static_maps.build(*words)
    sections: dict[str, list[int]] = {}
    body = b""
    pieces: list[tuple[str, bytes, list[int]]] = [("singles", singles.tobytes(), [])]
    pieces += [(name, slots.astype("<u2").tobytes(), [seed, length]) for name, (slots, seed, length) in maps.items()]
    pieces += [(name, piece, []) for name, piece in texts.items()]
    for name, piece, rest in pieces:
        sections[name] = [LINE + len(body), len(piece), *rest]
        body += piece + bytes(-len(piece) % 8)
    return sections, body


def written(header: Header, body: bytes) -> bytes:
    """Put the first line before the parts."""
    line = json.dumps({"format": 1, **header._asdict()}, ensure_ascii=False, separators=(",", ":")).encode()
    if len(line) >= LINE:
        raise ValueError("the first line is too long")
    return line + b" " * (LINE - len(line) - 1) + b"\n" + body


def total(runs: Runs) -> float:
    return float(math.fsum(runs[1][1]))
