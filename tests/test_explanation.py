"""Every check can be looked up, in the window and in docs/checks.md."""

from pathlib import Path

import pytest

from assistant.explanation import LABELS, explanations, page
from assistant.rules import RULES

CHECKS = Path(__file__).resolve().parents[1] / "docs" / "checks.md"


def test_the_page_is_up_to_date():
    assert CHECKS.read_text("utf-8") == page(), "docs/checks.md 不是最新的。请运行：python3 dev.py docs"


def test_all_checks_are_explained_in_the_order_of_the_panel():
    assert [each.rule for each in explanations()] == list(RULES)


@pytest.mark.parametrize("each", explanations(), ids=lambda each: each.rule.name)
def test_a_check_tells_what_why_and_how(each):
    assert [label for label, _ in each.told] == list(LABELS)
    assert each.wrong
    assert each.right


def test_a_check_is_found_by_words_of_its_examples_and_its_basis():
    (found,) = (each for each in explanations() if each.holds("占位符 审核常见退回情形"))

    assert found.rule.name == "leftover_placeholder"
    assert not any(each.holds("没有这样的词") for each in explanations())
