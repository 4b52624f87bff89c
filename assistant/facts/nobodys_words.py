"""What nobody has written himself: headings, what a template prescribes, the theme, fixed formulations.

Where texts are held against each other it is left out of the count.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from assistant.facts.last_year.earlier_material import prescribed
from assistant.language.multi_pattern import MultiPattern
from assistant.patterns import compiled_later
from assistant.structure.marks import scan
from assistant.templates.template import Template
from assistant.text import Span, length

FIXED = compiled_later(
    "“[^“”]*”|《[^《》]*》|习近平新时代中国特色社会主义思想|习近平总书记[^，。；]{0,30}(?:重要讲话|重要论述|重要指示|重要思想)(?:精神|批示)*"
    "|以习近平同志为核心的党中央(?:权威和集中统一领导|周围|保持高度一致)?|党的[一二三四五六七八九十届大中全]{3,9}(?:精神)?|党中央(?:决策部署|权威和集中统一领导)"
    "|增强|坚定|做到|深刻领悟|的决定性意义|政治判断力、政治领悟力、政治执行力|政治立场、政治方向、政治原则、政治道路|思想上政治上行动上"
    "|把自己摆进去、把职责摆进去、把工作摆进去|全心全意为人民服务的根本宗旨|以人民为中心的发展思想|全面从严治党主体责任|民主集中制原则?|中央八项规定及其实施细则精神"
)
_LEAST = 5  # characters from which a prescribed wording is taken out


class NobodysWords:
    """What is fixed where texts answer these templates."""

    def __init__(self, templates: Iterable[Template]) -> None:
        every = tuple(templates)
        worded = {words for each in every for words in prescribed(each)}
        clauses = {clause for each in every if each.theme for clause in re.split("[，。；]", each.theme.text)}
        self._worded = MultiPattern(words for words in worded | clauses if len(words) >= _LEAST)

    def within(self, paragraph: str) -> tuple[Span, ...]:
        """Give what is fixed in a paragraph, in order, merged: headings of aspects and chapters, what is prescribed, formulations."""
        return tuple(self._merged(paragraph))

    def _merged(self, paragraph: str) -> Iterator[Span]:
        found = [Span(*match.span()) for match in FIXED.finditer(paragraph)]
        found += [Span(at, at + len(words)) for at, words in self._worded.find(paragraph)]
        found += [
            Span(m.start, m.heading_end)
            for m in scan(paragraph)
            if m.ordinal and m.ordinal.style.level <= 2 and m.ordinal.leading
        ]
        merged: Span | None = None
        for span in sorted(found):
            if merged and span.start <= merged.end:
                merged = Span(merged.start, max(merged.end, span.end))
                continue
            if merged:
                yield merged
            merged = span
        if merged:
            yield merged


def countable(paragraph: str, part: Span, fixed: Sequence[Span]) -> int:
    """Count the 字数 of a part of a paragraph without what is fixed; never more than the 字数 that is told of it."""
    size = length(paragraph[part.start : part.end])
    for span in fixed:
        if span.end > part.start:
            if span.start >= part.end:
                break
            size -= length(paragraph[max(span.start, part.start) : min(span.end, part.end)])
    return max(size, 0)  # a number that is cut in two counts once in the whole
