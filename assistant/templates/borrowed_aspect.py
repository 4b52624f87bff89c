"""What an aspect that is `like` one of another file takes over from it: wordings, hint and questions.

Of another year's it takes nothing that speaks of that year alone, as of its plenum or its 学习教育.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from assistant.patterns import compiled_later
from assistant.templates.template_file import AspectEntry, TemplateFile, all_aspects

_NUMERAL = "[一二三四五六七八九十]+"
_OF_A_YEAR = compiled_later(
    f"{_NUMERAL}届{_NUMERAL}中全会|{_NUMERAL}大(?:精神|报告|以来)|十[二三四五六]五"
    "|主题教育|(?:党史|党纪|八项规定精神)学习教育|疫情|复工复产|脱贫攻坚|小康社会|十年来|[0-9]{4}年"
)


def is_of_a_year(words: str) -> bool:
    """Tell whether words speak of what one year alone had, so that they mislead in another."""
    return bool(_OF_A_YEAR.search(words))


def taken_over(entry: AspectEntry, others: Mapping[str, TemplateFile], year: int | None) -> AspectEntry:
    """Give an aspect of a year the wordings, hint and questions of the one it is like, as far as it has none."""
    name, _, identifier = entry.like.partition("/")
    for found in all_aspects(others[name]) if name in others else ():
        if found.id == identifier:
            same_year = others[name].year in (None, year)
            hint = found.hint if same_year or not is_of_a_year(found.hint) else ""
            return replace(
                entry,
                rewordings=tuple(dict.fromkeys((*entry.rewordings, found.full, found.short, *found.rewordings))),
                hint=entry.hint or hint,
                questions=entry.questions
                or tuple(each for each in found.questions if same_year or not is_of_a_year(each.ask)),
            )
    return entry
