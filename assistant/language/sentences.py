"""Where sentences, statements and clauses end. One vocabulary for all that cut text into them.

A *sentence* ends at 。！？, with the closing marks behind it; a *statement* ends at ； too: of a row of them each says one
thing; a *clause* ends at a comma or colon as well. 、 stands inside a clause. A line break ends all three.
"""

from __future__ import annotations

from assistant.patterns import compiled_later
from assistant.text import Span

SENTENCE_STOPS = "。！？"
STATEMENT_STOPS = "。！？；"
CLAUSE_STOPS = "，。；：！？,;:"

SENTENCE = compiled_later(f"[^{SENTENCE_STOPS}\n]+")
CLOSED_SENTENCE = compiled_later(f"[^{SENTENCE_STOPS}\n]+[{SENTENCE_STOPS}]")  # one that has come to its end
STATEMENT = compiled_later(f"[^{STATEMENT_STOPS}\n]+")
CLAUSE = compiled_later(f"[^{CLAUSE_STOPS}\n]+")
WHOLE_SENTENCE = compiled_later(rf"[^{SENTENCE_STOPS}\n]+[{SENTENCE_STOPS}]*[”’」』）)]*")  # with its end
_STATEMENT_STOP = compiled_later(f"[{STATEMENT_STOPS}\n]")
_CLAUSE_STOP = compiled_later(f"[{CLAUSE_STOPS}\n]")
_TO_THE_END = compiled_later(rf"[^{SENTENCE_STOPS}\n]*[{SENTENCE_STOPS}]*[”’」』）)]*")


def sentence_at(text: str, position: int) -> Span:
    """Find the sentence around a position: from after the last 。！？ or line break to the next."""
    start = piece_start(text, position, f"\n{SENTENCE_STOPS}")
    match = _TO_THE_END.match(text, start)
    return Span(start, max(match.end() if match else start, position))


def statement_at(text: str, position: int) -> Span:
    """Find the statement around a position: from after the last 。！？； or line break to before the next."""
    stop = _STATEMENT_STOP.search(text, position)
    return Span(piece_start(text, position, f"\n{STATEMENT_STOPS}"), stop.start() if stop else len(text))


def clause_at(text: str, position: int) -> Span:
    """Find the clause around a position; it does not go over the end of a line."""
    stop = _CLAUSE_STOP.search(text, position)
    return Span(piece_start(text, position, f"\n{CLAUSE_STOPS}"), stop.start() if stop else len(text))


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
