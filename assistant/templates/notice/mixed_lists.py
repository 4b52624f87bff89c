"""Lists in which the aspects stand among the parts: 「一、上年度整改情况；二、理论学习方面；三、服务群众方面；…；七、下步打算」.

The usual table of a notice is such a list, a row for each thing that is to be written. Its aspects are no parts by
themselves: together they are the problems.
"""

from __future__ import annotations

import re

from assistant.templates.notice.aspect_names import is_aspect
from assistant.templates.notice.numbered_lists import Listing
from assistant.templates.notice.page import Page
from assistant.templates.notice.part_kinds import kind_of
from assistant.templates.template import PartKind

_FEWEST = 3
_NAME = re.compile("[\u4e00-\u9fff、“”]{2,16}")
_NO_ASPECT = re.compile(
    "研讨|征求|意见|谈心|谈话|会议|会前|会后|会上|批评|发言|报告|总结|材料|清单|表态|承诺|说明|标题|署名|主持|点评|测评|评议|前言|结尾|开头|情况|合计|附件|事项|要求|格式|字数|时间|案例"
)
_BESIDE = frozenset((PartKind.PREVIOUS_RECTIFICATION, PartKind.CASE_ANALYSIS, PartKind.CAUSE, PartKind.MEASURE))


def _stand_as_aspects(heads: list[str], kinds: list[PartKind | None], among: list[int]) -> bool:
    """Tell whether bare names (「理论学习」「服务群众」) stand where the problems do: three or more, and the causes right behind."""
    after = kinds[among[-1] + 1] if among[-1] + 1 < len(kinds) else None
    names = [heads[n].partition("（")[0].strip() for n in among]
    plain = all(_NAME.fullmatch(name) and not _NO_ASPECT.search(name) for name in names)
    return plain and len(names) >= _FEWEST and after in (PartKind.CASE_ANALYSIS, PartKind.CAUSE)


def aspects_among(page: Page, listing: Listing) -> range:
    """Give the numbers of the items that are aspects, where all others of the list are parts; an empty range if it is none such."""
    heads = [item.head(page.flat) for item in listing.items]
    kinds = [None if is_aspect(head) else kind_of(head.partition("（")[0].strip()) for head in heads]
    among = [n for n, kind in enumerate(kinds) if kind is None]
    beside = [kind for kind in kinds if kind]
    if len(among) < 2 or among[-1] - among[0] + 1 != len(among):
        return range(0)
    if sum(map(is_aspect, heads)) * 2 < len(among) and not _stand_as_aspects(heads, kinds, among):
        return range(0)
    if len({*beside} & _BESIDE) < 2 or PartKind.PROBLEMS in beside or len({*beside}) < len(beside):
        return range(0)
    return range(among[0], among[-1] + 1)
