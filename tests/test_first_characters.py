"""What a pattern begins with is looked for first where that is faster, and it finds the same as without."""

import re
from pathlib import Path

import pytest

from assistant import first_characters
from assistant.patterns import compiled_later, every
from assistant.review.material import analyse

SAMPLE = Path(__file__).parents[1] / "resources" / "samples" / "2025-democratic-individual.txt"


def made(pattern, flags=0):
    return compiled_later(pattern, flags).search.__self__


@pytest.mark.parametrize(
    ("pattern", "first"),
    [
        ("(?<![0-9])[0-9]+年|比如|如[：:]", "0123456789比如"),
        ("(?:上半年|下半年)?完成|(?P<all>全部)(?=到位)|到位", "上下完全到"),
        ("^(?:[一二]{1,2}|第?三)是|[0-2]", "一二第三012"),
        ("(?m)^(?:甲|乙丙)", "甲乙"),
        ("(?:(?<=^)|(?<=[。；]))(?P<at>座)(?=到)", "座"),
        ("(?:甲?|乙)(?!丙)[丁-丆]", "甲乙丁丂七丄丅丆"),
    ],
)
def test_the_first_characters_stand_at_the_head(pattern, first):
    assert first_characters.first_characters(first_characters._parser.parse(pattern)) == set(first)
    assert made(pattern) != re.compile(pattern)  # not the same numbers


@pytest.mark.parametrize(
    "pattern",
    [
        "完成|到位",
        "[甲乙]丙",
        "^(?:甲|乙丙)",
        "(?P<n>第[一二])条",
        "(?:甲|乙?)",
        "(?:甲|.)乙|丙丁",
        "(?:甲|[^乙])丙|丁",
        "(?<=甲)",
        "",
    ],
)
def test_what_is_soon_found_or_begins_with_anything_stays_as_it_is(pattern):
    assert made(pattern) == re.compile(pattern)
    assert made("(?:a?b|cd)", re.IGNORECASE) == re.compile("(?:a?b|cd)", re.IGNORECASE)
    assert made("(?i)(?:a?b|cd)") == re.compile("(?i)(?:a?b|cd)")


def test_all_patterns_find_what_they_would_without():
    text = SAMPLE.read_text("utf-8")[:400]
    analyse(text)  # some are made of the shipped lists
    changed = 0
    for pattern, flags in {each.made_of for each in every()}:
        plain, faster = re.compile(pattern, flags), made(pattern, flags)
        changed += plain != faster
        assert (faster.pattern, faster.flags, faster.groups, faster.groupindex) == (
            plain.pattern, plain.flags, plain.groups, plain.groupindex,
        )  # fmt: skip
        found = [(each.span(), each.groups(), each.lastgroup) for each in plain.finditer(text)]
        assert [(each.span(), each.groups(), each.lastgroup) for each in faster.finditer(text)] == found, pattern
    assert changed > 100
