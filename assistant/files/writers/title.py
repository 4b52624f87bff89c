"""Where a long title is broken: between its words, in lines of like length, each within the page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import combinations, pairwise

_JOINTS = re.compile(
    # the name of the meeting stays whole, with its year: 2025年度民主生活会
    "生活会|主题教育(?=专题)|学习教育(?=专题)|思想(?=主题教育)|.(?=(?:19|20)[0-9]{2}年)|年度(?!民主|组织|专题|[市县区镇乡])"
    "|(?:委员会|办公室|公司|党组|党委|支部|干部|工委|街道|[局厅院校区县市镇乡])(?=领导|党|班子|机关|人民|民主|组织|关于|[一二三四五六七八九十0-9]?届)"
    "|领导班子(?=成员|民主|组织)"
)
_WEAK = re.compile("年度|个人|班子|党员|支部|、")  # where nothing better offers itself
# What is never cut in two where another place will do
_KEPT_WHOLE = re.compile(
    "“[^”]*”|《[^》]*》|(?:19|20)[0-9]{2}年度?|(?:民主|组织|专题)+生活会|对照检查材料?|检查材料|发言提纲|领导班子|党[工组]?委|委员会|办事处"
    "|副?(?:书记|主任|主席|[局处科院校县市区镇乡厂所站队]长)|(?:常务|总)?经理|公司|委员|成员|党员"
)
_MOST_BREAKS = 3


def breaks(title: str, width: float) -> Sequence[int]:
    """Tell before which characters a title is broken; none where it fits, or where nothing offers itself."""
    if len(title) <= width:
        return ()
    for pattern in (_JOINTS, re.compile(f"{_JOINTS.pattern}|{_WEAK.pattern}")):
        places = _places(title, pattern)
        for count in range(1, _MOST_BREAKS + 1):
            fitting = [chosen for chosen in combinations(places, count) if max(_lengths(title, chosen)) <= width]
            if fitting:
                return min(fitting, key=lambda chosen: _unevenness(title, chosen))
    return _even(title, width)


def _even(title: str, width: float) -> Sequence[int]:
    """Break where no joint offers itself: in as few lines as hold it, all of like length, so that none is one character.

    What stands in quotation marks and numbers stays whole as far as the width allows.
    """
    count = min(-(-len(title) // max(int(width), 1)), len(title))
    chosen: list[int] = []
    for number in range(1, count):
        ideal = len(title) * number // count
        near = sorted(range(ideal - 3, ideal + 4), key=lambda place: abs(place - ideal))
        begun = chosen[-1] if chosen else 0
        good = (
            place
            for place in near
            if begun + 1 < place < len(title) - 1 and place - begun <= width and _may_break(title, place)
        )
        chosen.append(next(good, ideal))
    return tuple(chosen)


def _may_break(title: str, place: int) -> bool:
    quoted = any(match.start() < place < match.end() for match in _KEPT_WHOLE.finditer(title))
    pair = title[place - 1 : place + 1]
    return (
        not quoted
        and not (pair.isascii() and pair.isalnum())
        and pair[1] not in "”》）、，年"
        and pair[0] not in "“《（"
    )


def _places(title: str, pattern: re.Pattern[str]) -> list[int]:
    quoted = [match.span() for match in _KEPT_WHOLE.finditer(title)]
    ends = dict.fromkeys(match.end() for match in pattern.finditer(title))
    return [
        place
        for place in ends
        if 2 < place < len(title) - 2 and not any(first < place < past for first, past in quoted)
    ]


def _lengths(title: str, chosen: Sequence[int]) -> list[int]:
    bounds = (0, *chosen, len(title))
    return [past - first for first, past in pairwise(bounds)]


def _unevenness(title: str, chosen: Sequence[int]) -> int:
    lengths = _lengths(title, chosen)
    return max(lengths) - min(lengths)
