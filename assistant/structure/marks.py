"""What one paragraph shows by itself: its heading and its items. Judged without its neighbours, so it may be kept."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.language.numbering import MARKUP, Ordinal, Style, ordinals
from assistant.patterns import compiled_later
from assistant.text_memory import remembered


@dataclass(frozen=True, slots=True)
class Mark:
    """An item that one paragraph shows: its number and its heading. Positions are in the paragraph."""

    ordinal: Ordinal | None  # None: a Markdown heading without a number
    start: int
    heading: str
    heading_end: int
    depth: int  # level of the Markdown or Word heading, 0 for none
    awaits: bool = False  # 「概括起来，一是…」: an item only if the next paragraph goes on with 二是


# A heading runs to the first mark that ends it; marks inside quotes, brackets and book marks do not.
_HEADING = compiled_later("(?:“[^“”]*”|（[^（）]*）|《[^《》]*》|[^。；：！？;:]|[:;](?=[0-9]))*")
# 「（一）带头…方面主要存在…问题，学习停留在表面。」: the heading is what comes before the sentence's verb.
_TOPIC = compiled_later("在?(?:带头|对照)[^。；：！？]{4,}?方面(?=，?(?:主要|还|仍|也|尚)?(?:存在|表现))")
_BOLD = compiled_later(r"(\*{2,3})(?=[^\s*])(.*?)\1")
_ENDING = compiled_later(r"[\s*#。：；，、;:,.]+$")
_SPOKEN = {Style.IS, Style.ORDINAL}
_SEQUENTIAL = {Style.DIGIT}  # inside a paragraph these are believed only as part of a series
_HASHES = compiled_later(r"(#{1,6})\s*(?=\S)(?!#)")


@remembered(512)  # a file is read twice: to guess its template, and to be checked against them
def scan(paragraph: str) -> tuple[Mark, ...]:
    """Find the headings and items that a paragraph shows, judged by the paragraph alone."""
    seen = ordinals(paragraph)
    accepted = list(_believable(seen))
    lead = _HASHES.match(paragraph)
    hashes = len(lead[1]) if lead else 0
    marks: list[Mark] = []
    for index, ordinal in enumerate(accepted):
        limit = accepted[index + 1].start if index + 1 < len(accepted) else len(paragraph)
        end = _heading_end(paragraph, ordinal, limit)
        marks.append(
            Mark(
                ordinal,
                ordinal.start,
                heading_text(paragraph[ordinal.end : end]),
                end,
                hashes if ordinal.leading else 0,
            )
        )
    if lead and not (accepted and accepted[0].leading):
        markup = MARKUP.match(paragraph)
        start = markup.end() if markup else lead.end()
        if start < len(paragraph):
            marks.insert(0, Mark(None, start, heading_text(paragraph[start:]), len(paragraph), hashes))
    opening = [m for m in seen if not m.sure and m.value == 1 and m.style in _SPOKEN]
    if opening and opening[-1] not in accepted and (not accepted or opening[-1].start > accepted[-1].start):
        ordinal, end = opening[-1], _heading_end(paragraph, opening[-1], len(paragraph))
        marks.append(Mark(ordinal, ordinal.start, heading_text(paragraph[ordinal.end : end]), end, 0, awaits=True))
    return tuple(marks)


def _heading_end(paragraph: str, ordinal: Ordinal, limit: int) -> int:
    found = _HEADING.match(paragraph, ordinal.end, limit)
    end = found.end() if found else limit
    topic = _TOPIC.match(paragraph, ordinal.end, end) if ordinal.style is Style.HAN_PAREN else None
    return topic.end() if topic else end


def heading_text(raw: str) -> str:
    """Take markup and the final mark off a heading; of 「【一、问题】」 the bracket too."""
    text = _ENDING.sub("", _BOLD.sub(r"\2", raw)).lstrip("* \t")
    return text[:-1].rstrip() if text[-1:] in ("】", "〗") and "【" not in text and "〖" not in text else text


def _believable(found: Sequence[Ordinal]) -> Iterator[Ordinal]:
    """Drop what only looks like an item: a number after a comma or an inner 「1.」 that no series bears out."""
    last: dict[Style, int] = {}  # the last number of each style: after a comma only the very next one is believed
    second = {ordinal.style: index for index, ordinal in enumerate(found) if ordinal.value == 2}  # where the last 二 is
    before: set[tuple[Style, int]] = set()
    for index, ordinal in enumerate(found):
        goes_on = (ordinal.style, ordinal.value - 1) in before
        before.add((ordinal.style, ordinal.value))
        if not ordinal.leading and (not ordinal.sure or ordinal.style in _SEQUENTIAL):
            begins = ordinal.value == 1 and second.get(ordinal.style, 0) > index
            if not begins and not (goes_on and (ordinal.sure or last.get(ordinal.style) == ordinal.value - 1)):
                continue
        last[ordinal.style] = ordinal.value
        yield ordinal
