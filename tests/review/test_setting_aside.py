"""What is set aside can be listed and taken back, one by one, and nothing else goes with it."""

from dataclasses import replace

import pytest

from assistant.decisions import Decisions, Ignored
from assistant.finding import Finding, Severity
from assistant.review.material import analyse
from assistant.review.repeats import repeats
from assistant.review.setting_aside import Way, all_taken_back, entries, set_aside, taken_back, ways
from assistant.text import Span

TEXT = "一、问题\n去年下乡XX次。\n今年下乡XX次，走访××户。\n"


def found(decisions, text=TEXT):
    return [f for f in analyse(text, decisions=decisions).findings if f.rule == "leftover_placeholder"]


@pytest.mark.parametrize(("way", "left"), [(Way.HERE, 2), (Way.ALIKE, 1), (Way.WORD, 1), (Way.RULE, 0)])
def test_each_way_sets_aside_what_it_says_and_comes_back(way, left):
    first = found(Decisions())[0]
    alike = next(group for group in repeats(found(Decisions()), TEXT) if first in group)
    decisions = set_aside(Decisions(), way, first, alike, TEXT)
    (entry,) = entries(decisions, None)

    assert len(found(decisions)) == left
    assert taken_back(decisions, entry) == Decisions()
    assert all_taken_back(decisions) == Decisions()


def test_of_two_parts_missing_at_one_place_only_the_one_meant_is_set_aside(individual_2025):
    """A place has no text of its own; what is said of it tells the two apart."""
    text = "一、存在的突出问题\n（一）带头强化政治忠诚、提高政治能力方面\n学习有时让位于事务。\n"

    def missing(decisions):
        findings = analyse(text, individual_2025, decisions=decisions).findings
        return [f for f in findings if f.rule == "missing_part" and f.span.start == len(text.rstrip("\n")) + 1]

    before = missing(Decisions())
    assert len(before) > 1
    for way in (Way.HERE, Way.ALIKE):
        decisions = set_aside(Decisions(), way, before[1], before[1:2], text)
        assert missing(decisions) == [before[0], *before[2:]]


def test_two_places_ignored_alike_come_back_one_by_one():
    place = Ignored("leftover_placeholder", "XX", "下乡", "次。")
    decisions = Decisions(ignored=(place, place))
    first, second = entries(decisions, None)

    assert taken_back(decisions, first).ignored == (place,)
    assert first == second


def test_what_this_version_does_not_know_is_listed_too(individual_2025):
    """A draft of another version, or read against another template, may name what is not there."""
    decisions = Decisions(
        ignored_alike=frozenset({("gone", "旧词")}),
        rules_off=frozenset({"gone"}),
        answered={"gone": "已在前言说明"},
        not_applicable=frozenset({"gone/gone"}),
    )
    listed = entries(decisions, individual_2025)

    assert [entry.title for entry in listed] == ["旧词", "gone", "gone", "gone/gone"]
    for entry in listed:
        decisions = taken_back(decisions, entry)
    assert decisions == Decisions()


def test_a_long_passage_is_not_expected_to_come_again():
    text = TEXT + "学习有时让位于事务。" * 10
    short = found(Decisions(), text)[0]
    long = replace(short, span=Span(short.span.start, len(text)))
    material = analyse(text)

    assert Way.ALIKE in ways(short, (short,), material)
    assert Way.ALIKE not in ways(long, (long,), material)
    assert Way.ALIKE in ways(long, (long, short), material)  # it has come again


@pytest.mark.parametrize(
    ("text", "fits"),
    [("双提升", True), ("我局", True), ("A-1工程", True), ("，", False), ("2024年", False), ("1234X", False)],
)
def test_only_what_can_be_a_word_is_made_one(text, fits):
    whole = f"一、问题\n推进{text}工作。\n"
    at = whole.index(text)
    finding = Finding(
        "leftover_placeholder", Severity.HINT, Span(at, at + len(text)), "。"
    )  # of a kind that judges words

    assert (Way.WORD in ways(finding, (finding,), analyse(whole))) is fits
