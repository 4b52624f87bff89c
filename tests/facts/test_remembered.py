"""What is remembered of items, paragraphs, headings and titles stays small, whatever is written on and on."""

import sys

import pytest

from assistant.facts import heading_likeness, item_likeness, part_cues
from assistant.facts.last_year import earlier_material
from assistant.files import template_shelf
from assistant.language import titles

TEMPLATE = template_shelf.find("2025-democratic-individual")
HEADING = "带头固本培元、增强党性，做到学思用贯通、知信行统一"
ITEM = (
    "一是理论学习不够经常，全年自学只有五次，书目上的三本书读完一本，一忙就把计划里的专题研讨往后推。"
    "二是联系工作实际想得少，学了条例没有对照本人分管的审批事项逐条查，群众反映窗口答复慢，一年里只去过两回。"
)
TITLE = "《中国共产党纪律处分例条》"


@pytest.mark.parametrize(
    ("remember", "written", "most"),
    [
        (item_likeness.words, ITEM, 5_000),
        (earlier_material._sentences, ITEM, 7_200),
        (lambda heading: part_cues._named(TEMPLATE, heading), HEADING, 1_500),
        (lambda heading: heading_likeness.differing(heading, (HEADING,), 1), HEADING, 1_000),
        (titles._nearest, TITLE, 560),
    ],
    ids=["words", "sentences", "parts", "headings", "titles"],
)
def test_texts_that_stand_no_more_are_forgotten(remember, written, most):
    """Each letter that is typed makes another one of them."""
    for each in (written, f"甲{written}"):
        remember(each)  # what is loaded when it is first wanted is there by then
    before = sys.getallocatedblocks()
    for number in range(600):
        remember(f"{chr(0x4E00 + number)}{written}")

    assert sys.getallocatedblocks() - before < most
