"""Taking over what another text says: all of it, some, and back again."""

import random

import pytest
from files.test_tracked import PAIRS, changed_at_random

from assistant.review import adoption, listed_changes
from assistant.review.comparison import compare
from assistant.review.listed_changes import ListedChange, State

OLD = (
    "标题\n一、问题\n（一）学习方面\n集中学习少，全年自学12次。\n下乡只去过两次，没有进户。\n（二）作风方面\n"
    "材料改得粗，退回来两次才改好。\n二、措施\n每月学一次。\n每季下乡一次。"
)
NEW = (
    "标题\n一、问题\n（一）学习方面\n集中学习少，全年自学15次。\n（二）作风方面\n材料改得粗，退回来两次才改好。\n"
    "下乡只去过两次，没有进户。\n请假不报备有一回。\n二、措施\n每月学一次。"
)


def entries(comparison, taken=(), kept=()):
    return [each for each in listed_changes.of(comparison, taken, kept).rows if isinstance(each, ListedChange)]


@pytest.mark.parametrize(("old", "new"), [*PAIRS, (OLD, NEW), (NEW, OLD)])
def test_all_is_the_new_text_and_none_the_old(old, new):
    found = compare(old, new)

    assert adoption.adopted(found, adoption.every(found)) == new
    assert adoption.adopted(found, ()) == old


def test_every_change_alone_is_taken_over_and_given_back():
    first = compare(OLD, NEW)
    for number in sorted(adoption.every(first)):
        taken = adoption.snapshot(first, number)
        after = adoption.adopted(first, {number})
        again = compare(after, NEW)

        assert after != OLD
        assert len(adoption.every(again)) == len(adoption.every(first)) - 1
        (done,) = [each for each in entries(again, [taken]) if each.state is State.TAKEN]
        assert (done.kind, done.where, done.pieces) == (taken.kind, taken.where, taken.pieces)
        assert [each.where for each in entries(again, [taken])] == [each.where for each in entries(first)]
        assert adoption.given_back(again, taken) == OLD


def test_random_texts_one_after_the_other_come_to_the_other_text(finished_sample):
    chooser = random.Random(11)
    for _ in range(15):
        other = changed_at_random(finished_sample, chooser)
        text, taken = finished_sample, []
        while rows := adoption.every(compare(text, other)):
            found = compare(text, other)
            number = chooser.choice(sorted(rows))
            taken.append(adoption.snapshot(found, number))
            text = adoption.adopted(found, {number})
        assert text == other
        assert sum(each.state is State.TAKEN for each in entries(compare(text, other), taken)) == len(taken)
        before = adoption.given_back(compare(text, other), taken[-1])
        assert len(adoption.every(compare(before, other))) <= 1
