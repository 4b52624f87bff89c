"""What an aspect of politics or discipline is about: of a problem, or measure, without a word of it something is said."""

import pytest
import single_errors

from assistant.review.material import analyse

_BASE = "E1"
_TEXT, _CHOSEN, _ = single_errors._known(_BASE)
_LINES = _TEXT.split("\n")
_MEASURE = next(line for line in _LINES if line.startswith("10.坚持严管和厚爱结合。"))
_PROBLEM = next(line for line in _LINES if line.startswith("9.对社区小微权力的监督有盲区。"))


def _rules(text: str) -> list[str]:
    template = single_errors.choose_template(text, single_errors.template_shelf.chosen(_CHOSEN), ())
    return [finding.rule for finding in analyse(text, template).findings]


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        (
            _MEASURE,
            "10.加强防汛值守。2026年汛期前检修排涝泵站5座，储备防汛沙袋2000只，汛期实行24小时双人值班。",
            "answer_of_another_matter",
        ),
        (
            _PROBLEM,
            "9.老旧管网改造进度偏慢。2025年计划更换雨污管道3.6公里，实际完成2.1公里，其余因招标流标拖到12月才开工。",
            "item_of_another_aspect",
        ),
    ],
)
def test_what_is_of_no_such_matter_is_told(old, new, rule):
    assert rule in _rules(_TEXT.replace(old, new))


def test_what_says_a_word_of_the_matter_is_not():
    told = "10.从严带好队伍。2026年汛期前检修排涝泵站5座，汛期实行24小时双人值班，脱岗的干部当天提醒、逐人登记。"
    assert "answer_of_another_matter" not in _rules(_TEXT.replace(_MEASURE, told))
