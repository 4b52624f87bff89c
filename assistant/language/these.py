"""Numbers that a clause takes up with 这 from those right before it: 「党员大会4次、党课4次，这8次活动」, 「还有3个没有完工。这3个小区」.

What is taken up is one of the numbers of its unit told before, the sum of some that stand together, or what one leaves of
another. Where names are listed, or matters one by one, it may be these that are counted.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from assistant.language.figures import Figure, is_slip, standing_in
from assistant.language.reckoned import EVEN, Reckoned, alike
from assistant.patterns import compiled_later

_THESE = compiled_later("[，。；：（](?:对着?|而|但|可|为了|针对|围绕)?这$")
_LISTED = compiled_later("[、；“]|[一二三]是|第[一二三]|另外|一[个名条件户家处位]|还有|每|各|分别")
_MANY = frozenset("条项个件户名人次份篇场家位处座起")
_OFF = 2  # from it, where two digits differ: 18 for 20
_FAR = 60  # characters back to what is taken up
_FURTHEST, _MOST = 200, 8  # … and in which it may be explained, by how many numbers


def find(text: str, figures: Sequence[Figure]) -> Iterator[Reckoned]:
    """Yield the numbers taken up by 这 that none before them come to."""
    for at, said in enumerate(figures):
        start = said.span.start
        if not at or not text.startswith("这", start - 1) or said.unit not in _MANY or said.value < 2 or said.is_round:
            continue
        if not _THESE.search(text, max(0, start - 5), start):
            continue
        before = [each for each in standing_in(figures, start - _FURTHEST, start) if alike(each, said)][-_MOST:]
        if not before or start - before[-1].span.end > _FAR or any(each.is_round for each in before):
            continue
        if _LISTED.search(text, before[-1].span.end, start):
            continue
        values = [each.value for each in before]
        sums = [sum(values[first:last]) for first, last in combinations(range(len(values) + 1), 2)]
        apart = [abs(one - other) for one, other in combinations(values, 2)]
        if any(abs(each - said.value) <= EVEN for each in (*sums, *apart)):
            continue
        row = _row(text, before)
        due = sum(each.value for each in row)
        if is_slip(due, said.value) or abs(due - said.value) <= _OFF:
            yield Reckoned(tuple(row), said, due, sure=False)


def _row(text: str, before: Sequence[Figure]) -> Sequence[Figure]:
    """Give the last number, with those that are joined to it by 、."""
    first = len(before) - 1
    while (
        first and "、" in (between := text[before[first - 1].span.end : before[first].span.start]) and len(between) < 12
    ):
        first -= 1
    return before[first:]
