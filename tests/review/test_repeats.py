import random

from assistant.finding import Finding, Severity
from assistant.review.repeats import repeats
from assistant.text import Span


def finding(rule, start, end, message):
    return Finding(rule, Severity.HINT, Span(start, end), message)


def test_the_same_text_or_the_same_words_are_one():
    text = "甲乙甲丙乙"
    a, b, c, d = (
        finding("one", 0, 1, "说甲。"),
        finding("one", 2, 3, "又说甲。"),
        finding("one", 3, 4, "又说甲。"),
        finding("other", 4, 5, "说甲。"),
    )

    assert repeats([a, b, c, d], text) == [(a, b, c), (d,)]


def test_groups_that_meet_later_become_one_in_the_order_of_the_text():
    text = "甲乙甲乙"
    a, b, c = finding("r", 0, 1, "一。"), finding("r", 1, 2, "二。"), finding("r", 2, 3, "二。")

    assert repeats([a, b, c], text) == [(a, b, c)]


def test_places_are_known_by_what_is_said_of_them():
    one, other = finding("missing", 2, 2, "缺甲。"), finding("missing", 2, 2, "缺乙。")

    assert repeats([one, other], "正文") == [(one,), (other,)]


def test_nothing_is_lost_and_nothing_twice():
    chooser = random.Random(3)
    text = "".join(chooser.choices("甲乙丙丁", k=60))
    found = [finding(chooser.choice("rs"), n, n + 1, chooser.choice("一二三四五六七八")) for n in range(60)]
    groups = repeats(found, text)

    assert sorted(f.span for group in groups for f in group) == sorted(f.span for f in found)
    assert [group[0].span for group in groups] == sorted(group[0].span for group in groups)
    for group in groups:
        assert len({f.rule for f in group}) == 1
