"""全部改正: every change is known beforehand, none gets in another's way, and a second look finds nothing."""

import random
import re
from itertools import pairwise

import pytest

from assistant.facts import identify
from assistant.files import template_shelf
from assistant.files.opening import read
from assistant.finding import Finding, Fix, Severity
from assistant.review.material import analyse
from assistant.review.mending import has_safe, plan
from assistant.text import Edit, Span, apply

# Toy checks whose repairs overlap, meet, insert, delete and bring one another to light.
CHECKS = {
    "half_width": (r",", "，"),
    "doubled": (r"，，+", "，"),
    "blank": (r" +", ""),
    "stop": (r"\.(?=\n|$)", "。"),
    "missing": (r"(?<=[一-龥])(?=\n|$)", "。"),
    "order": (r"，。", "。"),
}


def found(text, names=tuple(CHECKS)):
    return [
        Finding(
            name, Severity.HINT, Span(*m.span()), "。", fix=Fix("改", (Edit(*m.span(), CHECKS[name][1]),), safe=True)
        )
        for name in names
        for m in re.finditer(CHECKS[name][0], text)
    ]


def mended(text, mendings):
    return apply(text, [edit for each in mendings for edit in each.edits])


@pytest.mark.parametrize("seed", range(200))
def test_after_all_of_them_a_second_look_finds_nothing(seed):
    text = "".join(random.Random(seed).choices("对照，,, .。\n", k=40))
    mendings = plan(text, found)
    result = mended(text, mendings)

    assert not has_safe(found(result))
    assert plan(result, found) == ()
    assert plan(text, found) == mendings


@pytest.mark.parametrize("seed", range(200))
def test_any_of_them_can_be_left_out(seed):
    """Each is carried out by itself at its own place; what is left out stays as it was."""
    chooser = random.Random(seed)
    text = "".join(chooser.choices("对照，,, .。\n", k=40))
    mendings = plan(text, found)
    for each in mendings:
        start, end = each.span()
        assert mended(text, [each]) == text[:start] + each.replacement(text) + text[end:]
    some = [each for each in mendings if chooser.random() < 0.5]
    edits = sorted(edit for each in some for edit in each.edits)
    assert all(one.end <= other.start for one, other in pairwise(edits))
    assert len(mended(text, some)) == len(text) + sum(len(e.replacement) - (e.end - e.start) for e in edits)


def test_repairs_that_meet_are_one():
    (only,) = plan("对照,,检查。", lambda text: found(text, ("half_width", "doubled")))

    assert only.rules == ("half_width", "doubled")
    assert mended("对照,,检查。", [only]) == "对照，检查。"


def test_repairs_that_do_not_meet_stay_apart():
    assert len(plan("对照,检查,整改", lambda text: found(text, ("half_width", "doubled")))) == 2


def test_edits_of_one_fix_go_together():
    def quotes(text):
        ends = [m.start() for m in re.finditer('"', text)]
        edits = tuple(Edit(at, at + 1, "“”"[n % 2]) for n, at in enumerate(ends[:2]))
        return (
            [Finding("quotes", Severity.HINT, Span(ends[0], ends[1]), "。", fix=Fix("改", edits, safe=True))]
            if ends
            else []
        )

    (first, second) = plan('说"实"话，办"实"事', quotes)
    assert [len(each.edits) for each in (first, second)] == [2, 2]
    assert first.replacement('说"实"话，办"实"事') == "“实”"


def test_two_checks_that_undo_each_other_come_to_an_end():
    def endless(text):
        other = {"甲": "乙", "乙": "甲"}
        return [
            Finding("endless", Severity.HINT, Span(0, 1), "。", fix=Fix("改", (Edit(0, 1, other[text[0]]),), safe=True))
        ]

    assert plan("甲。", endless) == ()


def test_what_could_change_the_sense_is_no_part_of_it():
    finding = Finding("doubtful", Severity.HINT, Span(0, 1), "。", fix=Fix("改", (Edit(0, 1, "乙"),)))

    assert plan("甲。", lambda _: [finding]) == ()
    assert not has_safe([finding])


def test_real_materials_are_mended_once(samples):
    """With the rules there are: after all safe changes none is left, and only the places shown have changed."""
    for path in sorted((samples / "materials").rglob("*.txt")):
        text = read(path).text
        guess = identify.guess(text, template_shelf.known())
        template = guess.template if guess else None
        mendings = plan(text, lambda text, template=template: analyse(text, template).findings)
        result = mended(text, mendings)
        assert not has_safe(analyse(result, template).findings), path.name
        for one, other in pairwise(sorted(edit for each in mendings for edit in each.edits)):
            assert one.end <= other.start, path.name
