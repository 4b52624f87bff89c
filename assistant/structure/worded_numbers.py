"""Numbers that stand in a text after all, though not as headings or items of their own: worded, or behind a colon.

「首先…。第二，…」 counts from one, and so does a row whose first item runs on behind its heading: 「一、问题：1、学得浅。」
"""

from __future__ import annotations

import re

from assistant.language.numbering import Style, han
from assistant.patterns import compiled_later
from assistant.structure.outline import Section
from assistant.structure.sequence import Misnumbering

_FURTHER = 3000  # characters before, in which 首先 and 其次 may begin paragraphs of their own
_NEAR = 600  # characters before, in which a row's first item may run on behind its heading
_IN_WORDS = {
    1: compiled_later("(?:^|[\n。；：，])首先"),
    2: compiled_later("[\n。；，]其次"),
    3: compiled_later("[\n。；，]再[次者]"),
}
_SPOKEN = (Style.IS, Style.ORDINAL)
# a heading whose colon is followed by the first item: 「一、问题：1、」「（一）学习方面：（1）」
_FIRST = compiled_later(
    "(?:^|\n)(?=[一二三四五六七八九十（(第])[^\n：:]{1,40}[：:] ?(?:[1１][、.．](?![0-9])|[（(][1１一][)）]|①)"
)
# a row of its own inside an item: 「一是工业有起色，在谈2家：一是药厂；二是轮胎厂。二是农业有规模」
_INNER = compiled_later("[：:]一是[^。\n]*?(?:；[二三四五六七]是[^。；\n]*)+。")
_SAID = compiled_later("(?:^|[。；，：:])([一二三四五六七八九])是")


def stand(text: str, found: Misnumbering) -> bool:
    """Tell whether the numbers that are missed before a section stand there in another way, so that nothing is wrong."""
    section, before = found.section, found.before
    if before is not None and section.style is Style.DIGIT and _begins_line(text, found, before):
        return True
    if section.value == 2 and (before is None or before.style is not section.style) and _runs_on(text, section):
        return True
    if section.style not in _SPOKEN:
        return False
    if before is not None and _goes_on(text, section):
        return True
    if before is not None:
        return section.value == 2 and _IN_WORDS[1].search(text, before.start, section.start) is not None
    paragraph = text[text.rfind("\n", 0, section.start) + 1 : section.start]
    further = text[max(0, section.start - _FURTHER) : section.start]
    return all(
        re.search(f"第{han(value)}|{han(value)}[是来则]|其{han(value)}", paragraph)
        or (value in _IN_WORDS and _IN_WORDS[value].search(further))
        for value in range(1, section.value)
    )


def _goes_on(text: str, section: Section) -> bool:
    """Tell whether a number goes on with a row in which another one stood whole."""
    paragraph = text[text.rfind("\n", 0, section.start) + 1 : section.start]
    for inner in reversed(list(_INNER.finditer(paragraph))):
        outer = _SAID.findall(paragraph[: inner.start()])
        if outer and han(section.value - 1) == outer[-1] and not _SAID.search(paragraph, inner.end()):
            return True
    return False


def _begins_line(text: str, found: Misnumbering, before: Section) -> bool:
    """Tell whether the number due begins a line, where it could not be told from a month: 「2、6月底前」."""
    due = re.escape(found.due.rstrip("."))
    return re.search(rf"\n{due}[、.．]", text[before.start : found.section.start]) is not None


def _runs_on(text: str, section: Section) -> bool:
    """Tell whether a row's first item stands behind the colon of its heading: 「（一）学习方面：1.学得浅。」."""
    return any(
        section.start - match.end() < _NEAR
        for match in _FIRST.finditer(text, max(0, section.start - 2 * _NEAR), section.start)
    )
