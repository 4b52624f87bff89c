"""Where sentences, statements and clauses end. One vocabulary for all that cut text into them.

A *sentence* ends at 。！？, with the closing marks behind it; a *statement* ends at ； too: of a row of them each says one
thing; a *clause* ends at a comma or colon as well. 、 stands inside a clause. A line break ends all three. Of what goes on
without end, as no sentence does, the nearest characters are given: whoever asks of each of its places must not read it all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.patterns import compiled_later
from assistant.text import Span

SENTENCE_STOPS = "。！？"
STATEMENT_STOPS = "。！？；"
CLAUSE_STOPS = "，。；：！？,;:"
_SENTENCE_STOPS = frozenset(SENTENCE_STOPS)

SENTENCE = compiled_later(f"[^{SENTENCE_STOPS}\n]+")
STATEMENT = compiled_later(f"[^{STATEMENT_STOPS}\n]+")
CLAUSE = compiled_later(f"[^{CLAUSE_STOPS}\n]+")
WHOLE_SENTENCE = compiled_later(rf"[^{SENTENCE_STOPS}\n]+[{SENTENCE_STOPS}]*[”’」』）)]*")  # with its end
_STATEMENT_STOP = compiled_later(f"[{STATEMENT_STOPS}\n]")
_CLAUSE_STOP = compiled_later(f"[{CLAUSE_STOPS}\n]")
_TO_THE_END = compiled_later(rf"[^{SENTENCE_STOPS}\n]*[{SENTENCE_STOPS}]*[”’」』）)]*")
_LONGEST = 2_000  # characters of a sentence on each side of a place


def sentence_at(text: str, position: int) -> Span:
    """Find the sentence around a position: from after the last 。！？ or line break to the next."""
    start = piece_start(text, position, f"\n{SENTENCE_STOPS}", max(0, position - _LONGEST))
    match = _TO_THE_END.match(text, position, position + _LONGEST)
    return Span(start, match.end() if match else position)


def statement_at(text: str, position: int) -> Span:
    """Find the statement around a position: from after the last 。！？； or line break to before the next."""
    return _piece_at(text, position, STATEMENT_STOPS, _STATEMENT_STOP)


def clause_at(text: str, position: int) -> Span:
    """Find the clause around a position; it does not go over the end of a line."""
    return _piece_at(text, position, CLAUSE_STOPS, _CLAUSE_STOP)


def _piece_at(text: str, position: int, stops: str, stop: re.Pattern[str]) -> Span:
    found = stop.search(text, position, position + _LONGEST)
    start = piece_start(text, position, f"\n{stops}", max(0, position - _LONGEST))
    return Span(start, found.start() if found else min(len(text), position + _LONGEST))


def closed_sentences(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield the sentences of a stretch that have come to their end, with the mark."""
    for match in SENTENCE.finditer(text, start, end):
        if text[match.end() : min(end, match.end() + 1)] in _SENTENCE_STOPS:
            yield Span(match.start(), match.end() + 1)


def piece_start(text: str, position: int, stops: str, since: int = 0) -> int:
    """Tell where the piece of text around a position begins: behind the last of some marks before it, not before `since`.

    Name the usual marks first: what is looked for after one is found is looked for behind it alone, not through a whole
    text.
    """
    start = since
    for stop in stops:
        at = text.rfind(stop, start, position)
        if at >= 0:
            start = at + 1
    return start
