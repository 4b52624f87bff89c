"""The signs by which a slip is told: what speaks for a word in the place of another. Their order is that of `Header.weights`.

Counts are those of characters in the corpus, each way: of what is written, and (`new_`) of the word tried in its place.
"""

from __future__ import annotations

from typing import NamedTuple


class CountedSigns(NamedTuple):
    """What the counts of characters tell."""

    gain: float  # by which the word tried is likelier, in natural logarithms
    capped_gain: float
    most_triple: float  # the commonest run of three that holds something of the place
    least_triple: float
    no_triple: bool
    new_most_triple: float
    new_least_triple: float
    least_triple_rise: float
    most_four: float
    no_four: bool
    gain_without_four: float
    new_most_four: float
    new_four: bool
    most_four_rise: float
    least_pair: float
    new_least_pair: float
    oddest: float  # how unlikely the oddest character is in its company
    least_single: float
    new_least_single: float


class WordSigns(NamedTuple):
    """What sounds and the list of words tell."""

    same_sound: bool
    swapped: bool  # two characters the other way round
    one_character: bool
    two_characters: bool
    more_characters: bool
    differing: int  # characters
    all_differ: bool
    frequency: int  # of what is written, as a word
    no_word: bool
    new_frequency: int
    new_no_word: bool
    around: int  # how common the commonest word is that holds all that differs
    no_word_around: bool
    new_around: int
    new_no_word_around: bool
    is_name: bool
    straddled_sides: int  # on which a word reaches into the place from outside
    straddling: int  # how common the commonest of these is
    new_straddled_sides: int
    new_straddling: int
