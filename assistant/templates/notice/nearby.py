"""The clause beside a place in a sentence, looked for no further than any clause reaches, and the question it answers.

A notice that came without its marks may be one sentence of many thousand characters: looking back to its beginning
for each of its numbers would take the square of its length.
"""

from __future__ import annotations

import re

from assistant.language.sentences import piece_start
from assistant.templates.notice.page import Page
from assistant.text import Span

REACH = 300  # characters; no clause that says what something is about is longer
_STOP = re.compile("[，；。：]")


def clause_before(text: str, at: int) -> str:
    """Give the words of the clause that stand before a place."""
    return text[clause_start(text, at) : at]


def clause_after(text: str, at: int) -> str:
    """Give the words of the clause that stand from a place on."""
    stop = _STOP.search(text, at, at + REACH)
    return text[at : stop.start() if stop else at + REACH]


def clause_start(text: str, at: int, stops: str = "，；。：", since: int = 0) -> int:
    """Tell where the clause begins that holds a place, not before `since`."""
    since = max(since, at - REACH)
    return piece_start(text, at, stops, since)


def asked_before(page: Page, sentence: Span, text: str) -> str:
    """Give the question that a sentence answers: 「每个方面写几个问题？答：不少于2个」."""
    before = page.sentence(max(sentence.start - 2, 0))
    answers = re.match("(?:答|A[0-9]{0,2})：", text) and before.end <= sentence.start
    return before.of(page.flat).strip() if answers else ""
