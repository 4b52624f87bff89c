"""What is said of words that stand in somebody's quotation marks."""

import pytest

from assistant.finding import Severity
from assistant.review.material import analyse


def _told(text, rule):
    return [(each.span.of(text), each.severity) for each in analyse(text).findings if each.rule == rule]


@pytest.mark.parametrize(
    ("said", "rule", "severity"),
    [
        ("习总书记的话要记牢", "form_of_address", Severity.ERROR),
        ("XX股又收了一回材料", "leftover_placeholder", Severity.ERROR),
        ("办结率130%，都是空话", "share_above_all", Severity.ADVICE),
    ],
)
def test_what_another_may_have_said_so_is_a_hint_and_nothing_to_be_mended_at_one_stroke(said, rule, severity):
    own, others = f"我在会上说：“{said}。”", f"有同志在会上说：“{said}。”"
    (told,) = (each for each in analyse(own).findings if each.rule == rule)
    (spared,) = (each for each in analyse(others).findings if each.rule == rule)
    assert (told.severity, spared.severity) == (severity, Severity.HINT)
    assert spared.advice == f"{told.advice}此处引用的是他人的话，原话如此的可忽略。"
    assert spared.fix is None or not spared.fix.safe
    assert (spared.fix is None) == (told.fix is None)


def test_slips_of_the_keyboard_are_told_wherever_they_stand():
    for lead in ("我说", "有同志说"):
        text = f"{lead}：“习近平总书计强调实干，布署要早，【待补】。”"
        assert _told(text, "form_of_address") == [("习近平总书计", Severity.ERROR)]
        assert _told(text, "mistaken_word") == [("布署", Severity.ADVICE)]
        assert _told(text, "leftover_placeholder") == [("【待补】", Severity.ERROR)]


def test_places_for_a_number_or_a_day_are_left_to_be_filled_in_a_quotation_too():
    text = "通报指出：“XX股未按期整改，问题XX个，XX月报告。”"
    severities = [severity for _, severity in _told(text, "leftover_placeholder")]
    assert severities == [Severity.HINT, Severity.ERROR, Severity.ERROR]
