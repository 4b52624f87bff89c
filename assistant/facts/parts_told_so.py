"""Parts of a number in open wording: 「3起案例，对照其中四起」, 「30次，看工程的有29次，听意见的只有8次」, 「完成4座，三座未动工」."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from assistant.facts.paragraph_facts import ParagraphFacts
from assistant.facts.sought import Sought
from assistant.language.numbering import value_of
from assistant.text import Span

_HAN = "一二两三四五六七八九十"
_UNIT = "人次|户次|[次条件户场名人个项天座处起所家栋台份篇]"
# 「3起典型案例，重点对照其中四起」
_AMONG = Sought(
    [f"其中{of}{number}" for of in ("", "的") for number in _HAN],
    f"(?<![0-9.第])(?P<whole>[0-9]+)(?P<unit>{_UNIT})(?![之多]?[多余])[^。；0-9]{{0,24}}其中的?(?P<part>[{_HAN}]{{1,3}})(?P=unit)",
)
# 「进村不到30次，看工程的有29次，专门听意见的只有8次」
_TWO_OF_THEM = Sought(
    ("的有", "的就有", "的只有", "的占", "的仅有"),
    f"(?<![0-9.第])(?P<whole>[0-9]+)(?P<unit>{_UNIT})，(?![^。；]{{0,60}}(?:另|又|比|重复|既|两次))[^。；0-9，]{{1,16}}的(?:就|只|仅)?(?:有|占)(?P<one>[0-9]+)(?P=unit)，[^。；0-9，]{{1,24}}的(?:就|只|仅)?(?:有|占)(?P<part>[0-9]+)(?P=unit)",
)
# 「除险加固5座，完成4座，青石岭、黄沙坝、桐子湾三座一直未动工」
_NOT_DONE = Sought(
    [f"，完成{number}" for number in "0123456789"] + [f"，建成{number}" for number in "0123456789"],
    f"(?<![0-9.第])(?P<whole>[0-9]+)(?P<unit>{_UNIT})，(?:完成|建成)(?P<one>[0-9]+)(?P=unit)，(?:其余|余下|剩下)?(?:的)?[^。；，0-9]{{0,24}}(?P<part>[{_HAN}]{{1,3}})(?P=unit)[^。；，0-9]{{0,16}}(?:未|没|停|尚|拖|搁)",
)


class Told(NamedTuple):
    """Where a whole stands with its parts, and what is to be said of them."""

    span: Span
    message: str


def more_than_whole(facts: ParagraphFacts) -> Iterator[Told]:
    """Yield parts that are more than what they are said to be parts of."""
    for match in _AMONG(facts):
        if value_of(match["part"]) > int(match["whole"]):
            said = f"前面写“{match['whole']}{match['unit']}”，其中写“{match['part']}{match['unit']}”，多于前面的数。"
            yield Told(Span(*match.span()), said)
    for match in _TWO_OF_THEM(facts):
        added = int(match["one"]) + int(match["part"])
        if added > int(match["whole"]):
            said = (
                f"前面写“{match['whole']}{match['unit']}”，后面{match['one']}＋{match['part']}＝{added}，多于前面的数。"
            )
            yield Told(Span(*match.span()), said)


def not_the_rest(facts: ParagraphFacts) -> Iterator[Told]:
    """Yield what is told to be undone, where what is done of the whole leaves another number."""
    for match in _NOT_DONE(facts):
        whole, done, left = int(match["whole"]), int(match["one"]), value_of(match["part"])
        if done + left != whole:
            unit = match["unit"]
            yield Told(Span(*match.span()), f"总数写{whole}{unit}，后面{done}＋{left}＝{done + left}，与总数不一致。")
