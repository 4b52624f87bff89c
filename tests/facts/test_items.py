"""Items of a text of any length: what is held against each other is only what one material could hold."""

from assistant.facts.items import ItemKind, items, measures_of
from assistant.review.material import analyse
from assistant.rules.example_material import UP_TO_MEASURES

WEEKS = "".join(f"第{number}周到渡口看一次，" for number in range(1, 53))


def measures(times, template):
    facts = analyse(UP_TO_MEASURES + f"（一）看渡口。{WEEKS * times}\n（二）记清楚。看过的当天登记。\n", template).facts
    found = items(facts, facts.materials[0])
    return [item for item in found if item.kind is ItemKind.MEASURE], measures_of(found)


def test_measures_longer_than_any_material_are_not_held_against_problems(individual_2025):
    every, judged = measures(30, individual_2025)
    assert len(every) == len(judged) == 2
    every, judged = measures(60, individual_2025)
    assert (len(every), judged) == (2, [])
