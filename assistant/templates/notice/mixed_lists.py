"""Lists in which the aspects stand among the parts: 「一、上年度整改情况；二、理论学习方面；三、服务群众方面；…；七、下步打算」.

The usual table of a notice is such a list, a row for each thing that is to be written. Its aspects are no parts by
themselves: together they are the problems.
"""

from __future__ import annotations

from assistant.templates.notice.aspect_names import is_aspect
from assistant.templates.notice.numbered_lists import Listing
from assistant.templates.notice.page import Page
from assistant.templates.notice.part_kinds import kind_of
from assistant.templates.template import PartKind

_BESIDE = frozenset((PartKind.PREVIOUS_RECTIFICATION, PartKind.CASE_ANALYSIS, PartKind.CAUSE, PartKind.MEASURE))


def aspects_among(page: Page, listing: Listing) -> range:
    """Give the numbers of the items that are aspects, where all others of the list are parts; an empty range if it is none such."""
    heads = [item.head(page.flat) for item in listing.items]
    kinds = [None if is_aspect(head) else kind_of(head.partition("（")[0].strip()) for head in heads]
    among = [n for n, kind in enumerate(kinds) if kind is None]
    beside = [kind for kind in kinds if kind]
    if len(among) < 2 or among[-1] - among[0] + 1 != len(among) or sum(map(is_aspect, heads)) * 2 < len(among):
        return range(0)
    if len({*beside} & _BESIDE) < 2 or PartKind.PROBLEMS in beside or len({*beside}) < len(beside):
        return range(0)
    return range(among[0], among[-1] + 1)
