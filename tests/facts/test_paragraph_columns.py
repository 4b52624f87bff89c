"""What is made of paragraphs is made again only where they changed, and is then what it would be anew."""

from collections import Counter
from random import Random

from assistant.facts.cued import cued
from assistant.facts.paragraph_columns import Columns
from assistant.facts.paragraph_facts import observe


def text_of(paragraph):
    return paragraph.text


@cued("甲", "丙")
def of_few(paragraph):
    return paragraph.text if paragraph.text in "甲丙戊" else ""


def edited(chooser, times):
    """Yield the columns of a text after each of some random edits, made of those before, with its paragraphs."""
    known = observe("甲乙丙丁戊")
    columns, paragraphs = Columns([]), []
    for _ in range(times):
        at, gone = chooser.randint(0, len(paragraphs)), chooser.randint(0, 2)
        paragraphs = [*paragraphs[:at], *chooser.choices(known, k=chooser.randint(0, 3)), *paragraphs[at + gone :]]
        columns = columns.of_next(paragraphs)
        yield columns, paragraphs


def test_only_changed_paragraphs_are_looked_at_again():
    asked = []

    def first(paragraph):
        asked.append(paragraph.text)
        return paragraph.text[:1]

    seen = observe(["甲一", "", "乙二", "丙三"])
    columns = Columns(seen)
    assert columns.of(first) == ["甲", "", "乙", "丙"]
    assert columns.telling(first) == [(0, "甲"), (2, "乙"), (3, "丙")]

    asked.clear()
    columns = columns.of_next([*seen[:2], *observe(["丁四", "戊五"]), seen[3]])

    assert columns.of(first) == ["甲", "", "丁", "戊", "丙"]
    assert asked == ["丁四", "戊五"]


def test_columns_of_the_next_text_are_as_made_anew():
    chooser = Random(3)
    for columns, paragraphs in edited(chooser, 200):
        if chooser.random() < 0.8:  # else nobody asks of this text
            assert columns.of(text_of) == [each.text for each in paragraphs]
            assert columns.telling(of_few) == [
                (n, each.text) for n, each in enumerate(paragraphs) if each.text in "甲丙"
            ]
            shared = sorted(each for each, count in counted(paragraphs).items() if count > 1)
            assert columns.of_shared(text_of, sorted) == shared
            assert columns.reckoned(text_of, sorted) == sorted(counted(paragraphs))


def test_in_a_stretch_no_other_paragraphs_are_looked_at():
    asked = []

    def first(paragraph):
        asked.append(paragraph.text)
        return paragraph.text[:1]

    seen = observe(["甲一", "", "乙二", "丙三"])
    columns = Columns(seen)
    assert list(columns.telling_in(first, 1, 3)) == [(2, "乙")]
    assert asked == ["", "乙二"]

    asked.clear()
    assert next(iter(columns.telling_in(first, 0, 4))) == (0, "甲")
    assert asked == ["甲一"]
    columns = columns.of_next([seen[0], *observe(["丁四"]), *seen[1:]])

    asked.clear()
    assert list(columns.telling_in(first, 0, 5)) == [(0, "甲"), (1, "丁"), (3, "乙"), (4, "丙")]
    assert asked == ["丁四", "丙三"]


def test_stretches_of_the_next_text_are_as_made_anew():
    chooser = Random(5)
    for columns, paragraphs in edited(chooser, 300):
        for _ in range(chooser.randint(0, 2)):
            first, past = sorted(chooser.randint(0, len(paragraphs)) for _ in range(2))
            assert list(columns.telling_in(of_few, first, past)) == [
                (n, each.text) for n, each in enumerate(paragraphs) if first <= n < past and each.text in "甲丙"
            ]


def counted(paragraphs):
    return Counter(each.text for each in paragraphs)


def test_what_was_reckoned_is_kept_as_long_as_nothing_else_is_made():
    reckoned = []

    def first(paragraph):
        return paragraph.text[:1]

    def reckon(firsts):
        reckoned.append(set(firsts))
        return len(firsts)

    columns = Columns(observe(["甲一", "乙一"]))
    assert columns.reckoned(first, reckon) == 2
    columns = columns.of_next(observe(["甲一", "乙二"]))
    assert columns.reckoned(first, reckon) == 2
    assert len(reckoned) == 1
    columns = columns.of_next(observe(["甲一", "甲二"]))
    assert columns.reckoned(first, reckon) == 1
    assert reckoned == [{"甲", "乙"}, {"甲"}]


def test_what_is_resumed_is_told_what_it_was_before():
    told = []

    def make(before):
        told.append(before)
        return len(told)

    columns = Columns(observe(["甲"]))
    assert [columns.resumed("key", make), columns.resumed("key", make)] == [1, 1]
    columns = columns.of_next(observe(["乙"]))
    assert columns.resumed("key", make) == 2
    columns = columns.of_next(observe(["丙"])).of_next(observe(["丁"]))  # nobody asked of the text between
    assert columns.resumed("key", make) == 3
    assert told == [None, 1, None]


def test_what_is_reckoned_of_the_shared_is_kept_while_they_stay_and_right_for_a_text_before():
    reckoned = []

    def first(paragraph):
        return paragraph.text[:1]

    def reckon(shared):
        reckoned.append(set(shared))
        return sorted(shared)

    before = Columns(observe(["甲一", "甲二", "乙一"]))
    assert before.of_shared(first, reckon) == ["甲"]
    columns = before.of_next(observe(["甲一", "甲二", "丙一"]))
    assert columns.of_shared(first, reckon) == ["甲"]
    assert reckoned == [{"甲"}]
    columns = columns.of_next(observe(["丙一", "甲二", "丙一"]))
    assert columns.of_shared(first, reckon) == ["丙"]
    assert before.of_shared(first, reckon) == ["甲"]
