"""Where sentences, statements and clauses end. One vocabulary for all that cut text into them.

A *sentence* ends at 。！？, with the closing marks behind it; a *statement* ends at ； too: of a row of them each says one
thing; a *clause* ends at a comma or colon as well. 、 stands inside a clause. A line break ends all three.
"""

from __future__ import annotations

from assistant.patterns import compiled_later
from assistant.text import Span

SENTENCE_STOPS = "。！？"
STATEMENT_STOPS = "。！？；"
CLAUSE_STOPS = "。！？；：，,;:"

SENTENCE = compiled_later(f"[^{SENTENCE_STOPS}\n]+")
CLOSED_SENTENCE = compiled_later(f"[^{SENTENCE_STOPS}\n]+[{SENTENCE_STOPS}]")  # one that has come to its end
STATEMENT = compiled_later(f"[^{STATEMENT_STOPS}\n]+")
CLAUSE = compiled_later(f"[^{CLAUSE_STOPS}\n]+")
WHOLE_SENTENCE = compiled_later(rf"[^{SENTENCE_STOPS}\n]+[{SENTENCE_STOPS}]*[”’」』）)]*")  # with its end
_TO_THE_END = compiled_later(rf"[^{SENTENCE_STOPS}\n]*[{SENTENCE_STOPS}]*[”’」』）)]*")


def sentence_at(text: str, position: int) -> Span:
    """Find the sentence around a position: from after the last 。！？ or line break to the next."""
    line = text.rfind("\n", 0, position) + 1  # a mark that is rare is not looked for through the whole text
    start = max(line - 1, *(text.rfind(stop, line, position) for stop in SENTENCE_STOPS)) + 1
    match = _TO_THE_END.match(text, start)
    return Span(start, max(match.end() if match else start, position))


def clause_at(text: str, position: int) -> Span:
    """Find the clause around a position in a paragraph."""
    start = max(text.rfind(stop, 0, position) for stop in CLAUSE_STOPS) + 1
    ends = [at for stop in CLAUSE_STOPS if (at := text.find(stop, position)) >= 0]
    return Span(start, min(ends, default=len(text)))
