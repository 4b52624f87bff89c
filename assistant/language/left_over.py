"""What is said to be left of a whole, and is not: 「考察干部64名，其中测评41名，占64.1%，其余32名」.

By 其余, 剩下, 余下 all is told that is left over, so what is left must be a whole told before it without some of what
stands between. It is held against *every* whole and every choice of parts of its sentence and the one before: what any of
them explains is right. By weaker words (正在落实, 尚未) it is told only where what is done is told beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise
from typing import NamedTuple

from assistant.language.figures import Figure
from assistant.language.reckoned import EVEN, OF_PEOPLE, PERCENT, Reckoned, alike
from assistant.language.sentences import sentence_at
from assistant.patterns import compiled_later
from assistant.text import Span

_ALL_THE_REST = compiled_later(
    "(?:其余|剩余|剩下|余下|下剩|其它?余|[，只仅还]剩)(?:的|尚未[^，。；0-9]{2,6}的?|未[^，。；0-9]{2,6}的?)?$"
)
_UNDONE = compiled_later(
    "(?:还有|尚有|仍有|[，还尚仍](?:在[办建途修审查]|挂账|待[办批建修])的?|正在[^，。；：、0-9]{2,4}(?:的有?)?|尚未[^，。；：、0-9]{2,6}(?:的有?)?|未(?:完成|办结|兑现|销号|解决|整改|落实)的?)$"
)
_UNDONE_BEHIND = compiled_later(
    "[^，。；：、0-9]{0,6}(?:仍需|还需|尚需|需(?:要)?继续|仍在|正在|尚未|还没|仍未|继续推进|持续推进|没有(?:完成|办结|落实|兑现|解决|改))"
)
_DONE = compiled_later("(?:已经?|均已|现已|已全部|完成|办结|兑现|销号|解决|落实|整改|改到位)[^，。；：、0-9]{0,6}$")
_DONE_BEHIND = compiled_later(
    "[^，。；：、0-9]{0,4}(?:已经?|按期|按时|如期|全部)?(?:完成|办结|整改到位|解决|销号|改好|兑现|落实到位)"
)
# What tells that a number is of another time or another matter, or of each
_OTHERWISE = compiled_later(
    "每|各$|各[^，。；0-9]{1,4}$|平均|人均|同比|比(?:上年|去年|20)|新增|又|另有|至少|不少于|以上$"
)
_ONE_STATEMENT = compiled_later("[^。；：0-9]{1,20}")
_DONE_AT_PLACES = compiled_later(
    "(?:已|建成|建好|完成|改造|加固|上线|接入|接通|开通|落实|拆除|修复|搬迁|签约|覆盖|配齐|通过)[^，。；：、0-9]{0,7}$"
)
_PLACE = "[\u4e00-\u9fff]{1,6}?(?P<end>村|镇|乡|社区|小区|街道|所|站|中心|中学|小学|学校|医院|卫生院|水库|桥|厂|支部|科|股|班组)"
_NAMES = compiled_later(
    "，(?:[还只仅]?[有剩]|其余的?|剩下的?|余下的?)?(?P<names>(?:[\u4e00-\u9fff]{2,8}[、和及与])*"
    f"{_PLACE})(?:[0-9一两二三四五六七八九十]{{1,2}}[个所家])?(?:还|仍|尚|至今|正在|因|由于|未|没)"
)
_OPEN = compiled_later("[^，。；：0-9]{0,4}(?:以上|以下|左右|以内)")
_NO_WHOLE = frozenset((*PERCENT, "", "年", "个百分点", "倍", "岁"))
_MOST = 6  # numbers between a whole and what is left that are tried in all ways
_FAR = 90  # characters between a whole and what is left of it
_BESIDE = 40  # between what is done and what is left


def find(text: str, figures: Sequence[Figure]) -> Iterator[Reckoned]:
    """Yield what is left over where no whole told before leaves so much: the whole, what is done, what is left."""
    counted: dict[str, int] = {}
    for at, left in enumerate(figures):
        unit = "人" if left.unit in OF_PEOPLE else left.unit
        counted[unit] = before = counted.get(unit, -1) + 1
        if before < 2:
            continue  # which most are; no words need be looked at
        surely = _ALL_THE_REST.search(text, max(0, left.span.start - 14), left.span.start) is not None
        if (not surely and not _is_undone(text, left)) or left.is_round or left.unit in _NO_WHOLE:
            continue  # which nearly all are
        begin = _begin(text, left)
        told = [each for each in figures[:at] if each.span.start >= begin and alike(each, left)]
        if len(told) > 1 and (three := _unexplained(text, told, left, surely)):
            yield three


def _unexplained(text: str, told: Sequence[Figure], left: Figure, surely: bool) -> Reckoned | None:
    """Give the whole, what is done and what is left, where all are told surely and no choice of the numbers explains it."""
    done = told[-1]
    whole = next((each for each in reversed(told[:-1]) if each.value >= done.value), None)
    if whole is None or whole.value <= left.value or done.value <= 0:
        return None
    if any(each.is_round or _OPEN.match(text, each.span.end) for each in (whole, done, left)):
        return None
    near = left.span.start - whole.span.end <= _FAR and left.span.start - done.span.end <= _BESIDE
    if not near or any(_OTHERWISE.search(each.before) for each in (whole, done, left)):
        return None
    if not surely and not (_DONE.search(done.before) or _DONE_BEHIND.match(text, done.span.end)):
        return None
    if _is_explained(told, left, surely):
        return None
    return Reckoned((whole, done), left, whole.value - done.value)


def _is_explained(told: Sequence[Figure], left: Figure, surely: bool) -> bool:
    """Tell whether what is left is told itself before, or is what any whole leaves without some of what follows it."""
    if len(told) > _MOST:
        return True
    for at, whole in enumerate(told):
        parts = [each.value for each in told[at + 1 :]]
        leaves = [whole.value - sum(some) for count in range(len(parts) + 1) for some in combinations(parts, count)]
        if at == len(told) - 1:
            leaves = []  # as much as what is done may be left, but that explains nothing
        elif surely:
            leaves.append(whole.value - 1)  # one is told by its name, or is the writer: 「其余4件」 of five
        if any(abs(each - left.value) <= EVEN * whole.value for each in leaves):
            return True
    return False


def _is_undone(text: str, left: Figure) -> bool:
    before = _UNDONE.search(text, max(0, left.span.start - 14), left.span.start)
    return before is not None or _UNDONE_BEHIND.match(text, left.span.end) is not None


def _begin(text: str, left: Figure) -> int:
    """Give where the sentence before that of a number begins."""
    sentence = sentence_at(text, left.span.start)
    return sentence_at(text, sentence.start - 1).start if sentence.start else 0


class ByName(NamedTuple):
    """A whole, what is done of it, and the names of what is not, which are more or fewer than are left."""

    whole: Figure
    done: Figure
    names: tuple[str, ...]
    span: Span


def by_name(text: str, figures: Sequence[Figure]) -> Iterator[ByName]:
    """Yield 「5个村已完成4个，东岭村、沙埠村仍在施工」: what is left is told by its names, with the noun of the whole."""
    for whole, done in pairwise(figures):
        if whole.unit != done.unit or whole.value <= done.value or whole.is_round or done.is_round:
            continue
        between = text[whole.span.end : done.span.start]
        if not _DONE_AT_PLACES.search(between) or not _ONE_STATEMENT.fullmatch(between):
            continue
        told = _NAMES.match(text, done.span.end)
        names = tuple(re.split("[、和及与]", told["names"])) if told else ()
        if told is None or not names[-1].endswith(told["end"]) or told["end"][-1] not in between + whole.before:
            continue
        if any(not each.endswith(told["end"]) for each in names) or len(names) == whole.value - done.value:
            continue
        yield ByName(whole, done, names, Span(whole.span.start, told.end("names")))
