"""A length and what it is set for; and which aspect it is set for, where it is set for one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from assistant.templates.notice.aspect_names import bare
from assistant.templates.notice.page import Page
from assistant.templates.notice.values import LengthRange, NoticeAspect
from assistant.templates.template import PartKind, Subject
from assistant.text import Span

EACH_ASPECT = re.compile(
    "每(?:个|一个?|项)?(?:方面|带头|维度|对照(?!检查))|各(?:个)?(?:方面|带头)|单个(?:方面|带头)|(?:方面|带头)[^，。；：]{0,4}(?:每个|各|均|都)|逐个方面"
)
_NOT_OF_THE_NAME = re.compile(
    "^(?:第?[一二三四五六七八九十0-9]{1,2}[、.，]?|（[一二三四五六七八九十0-9]{1,2}）|在|对照|带头)+|方面.*$|问题$|部分$"
)
_OUTLINE = re.compile("提纲|发言稿")
_OF_SOME = re.compile(
    "支委会?(?:成员|委员)|支部委员(?!会)|(?<!县)[厅局处科股]级(?:以上|以下|及以上)?(?:党员|干部|领导)"
)
_SHORTEST_NAME = 2


@dataclass(frozen=True, slots=True)
class OwnedLength:
    """A length set for some subjects (none: for all), or for one part of their text, or one of its aspects.

    `part` is ASPECT where it is of each aspect; `aspect` is the number of a single one, from 0. `unclear` are the words of one
    that can be kept for neither: of several parts together, of each problem. `outline` says that it is of a 提纲, which is
    the whole material only of those of whom none other is asked; `of_some` that it is of some of the subjects alone,
    `bare` that nothing says whose it is, nor that it is of a material: it holds only where one alone writes. `at` is where its number stands in `flat`.
    """

    range: LengthRange
    span: Span
    subjects: tuple[Subject, ...] = ()
    part: PartKind | None = None
    aspect: int | None = None
    unclear: str = ""
    outline: bool = False
    of_some: bool = False
    bare: bool = False
    at: int = field(default=0, compare=False)


def is_outline(words: str) -> bool:
    """Tell whether a few words name a 提纲 or 发言稿 and no 材料."""
    return _OUTLINE.search(words) is not None and "材料" not in words


def is_of_some(words: str) -> bool:
    """Tell whether a few words name some of those who write alone: 「支委会成员」「处级以上党员」."""
    return _OF_SOME.search(words) is not None


def aspect_at(page: Page, place: Span, aspects: Sequence[NoticeAspect]) -> int | None:
    """Tell in which aspect's own words a stretch of `flat` stands; None where several share the words, or it is in none."""
    within = page.span(*place)
    around = [n for n, each in enumerate(aspects) if each.span.start <= within.start and within.end <= each.span.end]
    return around[0] if len(around) == 1 else None


def aspect_named(words: str, aspects: Sequence[NoticeAspect]) -> int | None:
    """Tell which aspect a few words name, in whole or by its beginning; None where they name none or more than one."""
    said = bare(_NOT_OF_THE_NAME.sub("", words))
    whole = [n for n, each in enumerate(aspects) if (name := _name(each)) and name in bare(words)]
    if len(whole) == 1 or len(said) < _SHORTEST_NAME:
        return whole[0] if len(whole) == 1 else None
    begun = [n for n, each in enumerate(aspects) if _name(each).startswith(said)]
    return begun[0] if len(begun) == 1 and not whole else None


def _name(aspect: NoticeAspect) -> str:
    return bare(_NOT_OF_THE_NAME.sub("", aspect.text))
