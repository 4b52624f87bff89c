"""Make the maps that assistant/language/static_map.py reads."""

from __future__ import annotations

import math

import numpy as np

from assistant.language.static_map import MULTIPLIER, SECOND, VALUES

_TRIES = 50


def build(keys: np.ndarray, values: np.ndarray) -> tuple[np.ndarray, int, int]:
    """Make a map of distinct keys; give its slots, its seed and the length of its segments."""
    count = len(keys)
    length = 1 << max(2, math.floor(math.log(max(count, 2)) / math.log(3.33) + 2.25))
    length = min(length, 1 << 18)
    factor = max(1.125, 0.875 + 0.25 * math.log(1_000_000) / math.log(max(count, 2)))
    span = max(1, -(-int(count * factor) // length) - 2) * length
    for seed in range(1, _TRIES):
        places, mixed = _places(keys.astype(np.uint64), seed, length, span)
        peeled = _peel(places, span + 2 * length)
        if peeled is not None:
            return _filled(places, mixed, values, peeled, span + 2 * length), seed, length
    raise RuntimeError("no seed makes a map of these keys; are they distinct?")


def _places(keys: np.ndarray, seed: int, length: int, span: int) -> tuple[np.ndarray, np.ndarray]:
    mixed = (keys ^ np.uint64(seed)) * np.uint64(MULTIPLIER)
    mixed = (mixed ^ mixed >> np.uint64(32)) * np.uint64(SECOND)
    mixed ^= mixed >> np.uint64(29)
    # the upper half of mixed * span, span < 2^32
    low, high = mixed & np.uint64(0xFFFFFFFF), mixed >> np.uint64(32)
    first = (high * np.uint64(span) + (low * np.uint64(span) >> np.uint64(32))) >> np.uint64(32)
    mask = np.uint64(length - 1)
    second = (first + np.uint64(length)) ^ (mixed >> np.uint64(18) & mask)
    third = (first + np.uint64(2 * length)) ^ (mixed & mask)
    return np.stack([first, second, third], axis=1).astype(np.int64), mixed


def _peel(places: np.ndarray, size: int) -> list[tuple[np.ndarray, np.ndarray]] | None:
    """Give rounds of keys, each with a slot that no key of a later round uses; None where a core is left."""
    degree = np.bincount(places.ravel(), minlength=size)
    held = np.zeros(size, np.int64)  # by exclusive or: where the degree is 1, the one key
    numbers = np.arange(len(places))
    for column in range(3):
        np.bitwise_xor.at(held, places[:, column], numbers)
    rounds: list[tuple[np.ndarray, np.ndarray]] = []
    touched, left = np.flatnonzero(degree == 1), len(places)
    while len(touched):
        keys, index = np.unique(held[touched], return_index=True)
        rounds.append((keys, touched[index]))
        left -= len(keys)
        slots = places[keys]
        for column in range(3):
            np.subtract.at(degree, slots[:, column], 1)
            np.bitwise_xor.at(held, slots[:, column], keys)
        touched = np.unique(slots)
        touched = touched[degree[touched] == 1]
    return None if left else rounds


def _filled(
    places: np.ndarray, mixed: np.ndarray, values: np.ndarray, rounds: list[tuple[np.ndarray, np.ndarray]], size: int
) -> np.ndarray:
    slots = np.zeros(size, np.uint16)
    fingerprints = (mixed >> np.uint64(36)).astype(np.uint16)  # the reader takes this away again, value bits and all
    wanted = fingerprints ^ (values.astype(np.uint16) & np.uint16(VALUES))
    for keys, own in reversed(rounds):
        slots[own] = 0
        others = slots[places[keys]]
        slots[own] = wanted[keys] ^ others[:, 0] ^ others[:, 1] ^ others[:, 2]
    return slots
