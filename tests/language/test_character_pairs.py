"""Pairs of neighbouring characters: of the words on both sides of what only joins them."""

import pytest

from assistant.language.character_pairs import CharacterPairs


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("党费收缴不及时", {"党费", "费收", "收缴", "及时"}),
        ("学，习了用", set()),
        ("第3季度", {"第3", "3季", "季度"}),
        ("一龥鿿丁abc", {"龥鿿", "鿿丁"}),
        ("", set()),
    ],
)
def test_pairs_lie_between_what_parts_words(text, pairs):
    assert CharacterPairs("不了一", "0-9").of(text) == pairs


def test_without_more_digits_part_too():
    assert CharacterPairs("了").of("第3季度开了会议") == {"季度", "度开", "会议"}
