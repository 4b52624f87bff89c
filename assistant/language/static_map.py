"""A map that cannot be changed, from whole numbers to small ones, in two bytes and a quarter an entry.

It is a binary fuse filter (Graf and Lemire, 2022) whose fingerprints carry a value: three places of one array, told by
the key alone, make by exclusive or the key's fingerprint and its value. Nothing is unpacked, so the array may lie in a
mapped file. A key that is not in the map answers 0, but for one in 2^(16 - VALUE_BITS), which answers at random: what
is asked must bear that.
"""

from __future__ import annotations

from collections.abc import Sequence

VALUE_BITS = 5
VALUES = (1 << VALUE_BITS) - 1
FINGERPRINTS = 0xFFFF ^ VALUES
WHOLE = (1 << 64) - 1
MULTIPLIER, SECOND = 0x9E3779B97F4A7C15, 0xD6E8FEB86659FD93  # odd, their bits mixed


class StaticMap:
    """Read a map: `slots` as made for this `seed`, in segments of `length` slots, a power of two."""

    __slots__ = ("_mask", "_seed", "_slots", "_span", "_step")

    def __init__(self, slots: Sequence[int], seed: int, length: int) -> None:
        self._slots = slots
        self._seed = seed
        self._step = length
        self._mask = length - 1
        self._span = len(slots) - 2 * length

    def get(self, key: int) -> int:
        """Give the value of a key, 0 where there is none."""
        mixed = (key ^ self._seed) * MULTIPLIER & WHOLE
        mixed = (mixed ^ mixed >> 32) * SECOND & WHOLE
        mixed ^= mixed >> 29
        first = mixed * self._span >> 64
        second = first + self._step
        third = second + self._step
        mask = self._mask
        slots = self._slots
        found = slots[first] ^ slots[second ^ mixed >> 18 & mask] ^ slots[third ^ mixed & mask] ^ mixed >> 36
        return 0 if found & FINGERPRINTS else found & VALUES
