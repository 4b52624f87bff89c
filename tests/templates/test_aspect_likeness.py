"""Headings are held against aspects: what is remembered of them stays small, whatever is written."""

import sys

from assistant.files import template_shelf
from assistant.templates import aspect_likeness

FRAME = template_shelf.find("2025-democratic-individual").frames[0]
HEADING = "带头固本培元、增强党性，做到学思用贯通、知信行统一，对照上级要求和群众意见逐项查摆差距不足方面"


def test_headings_of_other_texts_are_forgotten():
    """Each letter that is typed makes another heading, and a long one takes some fifty pieces of memory."""
    aspect_likeness.likenesses(FRAME, HEADING)
    before = sys.getallocatedblocks()
    for number in range(400):
        aspect_likeness.likenesses(FRAME, f"{chr(0x4E00 + number)}{HEADING}")

    assert sys.getallocatedblocks() - before < 12_000  # all would be 15,000
