"""What is listed of two texts beside each other, and what is said where nothing is."""

import pytest
from review.test_adoption import NEW, OLD, entries

from assistant.review import adoption, listed_changes
from assistant.review.comparison import Kind, compare
from assistant.review.listed_changes import FoldedSame, ListedChange, State


def test_what_differs_is_listed_in_its_place():
    found = compare(OLD, NEW)
    rows, nothing = listed_changes.of(found, (), ())

    assert [(each.kind, each.where) for each in rows if isinstance(each, ListedChange)] == [
        (Kind.CHANGED, "（一）学习方面　第1段"),
        (Kind.MOVED, "（一）学习方面　第2段 → （二）作风方面　第2段"),
        (Kind.ADDED, "（二）作风方面　第3段"),
        (Kind.REMOVED, "二、措施　第2段"),
    ]
    assert [(each.first, each.last, len(each.texts)) for each in rows if isinstance(each, FoldedSame)] == [
        ("开头", "（一）学习方面", 3),
        ("（二）作风方面", "（二）作风方面", 2),
        ("二、措施", "二、措施", 2),
    ]
    assert nothing == ""


def test_what_stays_is_told_so_though_the_text_changes_elsewhere():
    first = compare(OLD, NEW)
    kept = {listed_changes.key_of(first, number) for number in adoption.every(first)}
    again = compare(OLD.replace("标题\n", "标题\n又一行。\n"), NEW)

    assert {each.state for each in entries(first, (), kept)} == {State.KEPT}
    assert [each.state for each in entries(again, (), kept)] == [State.OPEN] + [State.KEPT] * 4


@pytest.mark.parametrize(
    ("new", "nothing"),
    [
        (OLD, "两份完全相同。"),
        (OLD.replace("二、措施", "\n二、措施"), "两份文字相同，只有空行不同。"),
        (f"{OLD}\n", "两份文字相同，只有空行不同。"),
    ],
)
def test_where_no_change_is_listed_it_says_why(new, nothing):
    rows, said = listed_changes.of(compare(OLD, new), (), ())

    assert said == nothing
    assert rows
    assert all(isinstance(each, FoldedSame) for each in rows)


def test_what_was_taken_over_is_listed_though_the_texts_are_the_same_now():
    first = compare(OLD, NEW)
    taken = [adoption.snapshot(first, number) for number in adoption.every(first)]
    rows, nothing = listed_changes.of(compare(NEW, NEW), taken, ())

    assert {each.state for each in rows if isinstance(each, ListedChange)} == {State.TAKEN}
    assert nothing == ""
