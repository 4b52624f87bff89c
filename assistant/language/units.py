"""How units are named, and what their people may call them: 我局, 我镇, 我校.

我市 or 我县 is open to everybody there and not asked for.
"""

from __future__ import annotations

import re
from functools import cache

from assistant.patterns import compiled_later
from assistant.text_memory import remembered

_UNITS = {
    "(?<![大格全布结])局(?![面部限势])": "局",
    "厅(?!堂)": "厅",
    "(?<!城)镇(?!化)": "镇",
    "乡(?![村镇])": "乡",
    "街道": "街道",
    "村(?=党|支|“?两委)": "村 镇 乡",
    "社区": "社区 街道 镇 乡",
    "大学|学院|学校|小学|中学|幼儿园|党校|第[一二三四五六七八九十]中(?!全)|[一二三四五六七八九]中(?=党|$)": "校 院",
    "医院|法院|检察院|研究院|设计院|卫生院|科学院": "院",
    "公司|集团|厂(?!家)|银行": "公司 集团 厂",
}
# what belongs to a unit of any of these kinds, and calls itself by it: 中心 of a 局, 图书馆 of a 大学
_PART = "[省市县区州]委(?!员)|(?:组织|宣传|统战)部|纪委|监委|改委|健委|管委会|办公室|中心|(?:派出|税务|司法|财政|研究)所|(?:图书|文化|博物|档案)馆|人大|政协|工会|妇联"
_OF_PARTS = "局 厅 院 校 公司 集团 厂"
# Who works in a town may say 我镇, whatever his unit; and a unit that does not say how high it stands may be in one.
_PLACES = "镇 乡 街道 村 社区"
_RANKED_PLACES = ("镇", "乡", "街道")
_IN_A_PLACE = compiled_later("所|站|分局|小学|中学|学校|幼儿园|卫生院|支行|驻|挂职|第一书记")
_ABOVE_PLACES = compiled_later("(?<!城)市|(?<![社园小])区|[省县州厅局]|大学|学院|集团|[镇乡村]|街道|社区")


@remembered(16)  # after a key the same lines stand there
def own_names(head: str) -> tuple[str, frozenset[str]]:
    """Give a unit named in a title or a name line, and what its people may call it: nothing where none is certain.

    All that could be is taken together, so that a 医院 of a 大学 may say 我院 and 我校.
    """
    kinds = [(unit[0], own) for name, own in _UNITS.items() if (unit := _named(name, head))]
    if not kinds and (part := _named(_PART, head)):
        kinds = [(part[0], _OF_PARTS)]
    if not kinds:
        return "", frozenset()
    own = {name for _, names in kinds for name in names.split()}
    own.update(name for name in f"{_OF_PARTS} {_PLACES}".split() if name in head)
    if _IN_A_PLACE.search(head) or not _ABOVE_PLACES.search(head):
        named = own.intersection(_RANKED_PLACES)  # whoever is in a 镇 is in no 街道
        own.update(place for place in _PLACES.split() if not named or place not in _RANKED_PLACES)
    return kinds[0][0], frozenset(own)


def _named(unit: str, head: str) -> re.Match[str] | None:
    return _pattern(unit).search(head)


@cache
def _pattern(unit: str) -> re.Pattern[str]:
    return compiled_later(rf"[^，。、；：“”（）()\s0-9]{{0,16}}(?:{unit})")
