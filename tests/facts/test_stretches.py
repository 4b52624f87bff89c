"""What is made of the paragraphs of a stretch of text, and of no others."""

import pytest

from assistant.facts.cued import Cued
from assistant.facts.gathering import gather

TEXT = "甲一。\n\n乙二。\n丙三。\n丁四。"


def _first(paragraph):
    return paragraph.text[:1]


@pytest.mark.parametrize(
    ("start", "end", "begun", "touched"),
    [
        (0, len(TEXT), "甲乙丙丁", "甲乙丙丁"),
        (0, 5, "甲", "甲"),
        (1, 6, "乙", "甲乙"),
        (5, 10, "乙丙", "乙丙"),
        (6, 13, "丙", "乙丙"),
        (7, 7, "", "乙"),
        (4, 5, "", ""),
    ],
)
def test_where_a_paragraph_begins_in_a_stretch_or_lies_in_it(start, end, begun, touched):
    facts = gather(TEXT, None)

    assert "".join(made for _, made in facts.where(_first, start, end)) == begun
    assert [(facts.starts[index], made) for index, made in facts.telling(_first, start, end)] == [
        *facts.where(_first, start, end)
    ]
    assert "".join(made for _, made in facts.within(_first, start, end)) == touched
    assert all(TEXT[at] == made for at, made in facts.within(_first, start, end))


def test_paragraphs_outside_are_not_looked_at():
    asked = []

    def made(paragraph):
        asked.append(paragraph.text)
        return paragraph.text

    facts = gather(TEXT, None)
    cued = Cued("乙丙丁", made)

    assert [*facts.within(cued, 5, 10)] == [(5, "乙二。"), (9, "丙三。")] == [*facts.within(cued, 5, 10)]
    assert asked == ["乙二。", "丙三。"]
