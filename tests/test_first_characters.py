"""What a pattern begins with stands before it where that is faster, and it finds the same as without."""

import re
from pathlib import Path

import pytest

from assistant.first_characters import guarded
from assistant.patterns import Later
from assistant.review.material import analyse

SAMPLE = Path(__file__).parents[1] / "resources" / "samples" / "2025-democratic-individual.txt"


@pytest.mark.parametrize(
    ("pattern", "first"),
    [
        ("(?<![0-9])[0-9]+年|比如|如[：:]", "0123456789如比"),
        ("(?:上半年|下半年)?完成|(?P<all>全部)(?=到位)|到位", "上下全完到"),
        ("^(?:[一二]{1,2}|第?三)是|[0-2]", "一三二第012"),
    ],
)
def test_the_first_characters_stand_in_front(pattern, first):
    assert guarded(pattern, 0) == f"(?=[{''.join(sorted(first))}])(?:{pattern})"


@pytest.mark.parametrize(
    "pattern",
    [
        "完成|到位",
        "[甲乙]丙",
        "(?P<n>第[一二])条",
        "(?:甲|乙?)",
        "(?:甲|.)乙|丙丁",
        "(?m)(?:甲?乙|丙丁)$",
        "(?:甲|[^乙])丙|丁",
    ],
)
def test_what_is_soon_found_or_begins_with_anything_stays_as_it_is(pattern):
    assert guarded(pattern, 0) == pattern
    assert guarded("(?:a?b|cd)", re.IGNORECASE) == "(?:a?b|cd)"


def test_all_patterns_find_what_they_would_without():
    text = SAMPLE.read_text("utf-8")[:400]
    analyse(text)  # some are made of the shipped lists
    made_of = {each.made_of for each in Later.every}
    changed = [each for each in made_of if guarded(*each) != each[0]]

    assert len(changed) > 100
    for pattern, flags in changed:
        plain, faster = re.compile(pattern, flags), re.compile(guarded(pattern, flags), flags)
        found = [(each.span(), each.groups()) for each in plain.finditer(text)]
        assert [(each.span(), each.groups()) for each in faster.finditer(text)] == found, pattern
