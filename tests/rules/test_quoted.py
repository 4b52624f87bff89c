"""What is said of words that stand in somebody's quotation marks."""

from pathlib import Path

import pytest

from assistant.decisions import Decisions, Stage
from assistant.finding import Severity
from assistant.review.material import analyse
from assistant.rules.example_material import FIRST_ASPECT, FROM_THE_SECOND_ASPECT
from assistant.rules.example_template import EXAMPLE_TEMPLATE

CLEAN = Path(__file__).parents[1] / "cases" / "quotations.txt"


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


def test_right_sentences_with_words_of_others_are_hints_at_most():
    head = f"{FIRST_ASPECT}1.听意见少。"
    for sentence in CLEAN.read_text("utf-8").splitlines()[1:]:
        text = f"{head}{sentence}\n{FROM_THE_SECOND_ASPECT}"
        found = analyse(text, EXAMPLE_TEMPLATE, decisions=Decisions(stage=Stage.FINAL)).findings
        inside = [each for each in found if len(head) <= each.span.start < len(head) + len(sentence)]
        assert not [each.message for each in inside if each.severity is not Severity.HINT], sentence
        assert not [each for each in inside if each.rule in ("others_for_oneself", "blame_on_others")], sentence
