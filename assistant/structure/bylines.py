"""Which lines read as name lines: a name, a post, a unit, a date, alone or together.

A line is judged by itself; where it stands, and what stands about it, is the front matter's to say.
"""

from __future__ import annotations

from assistant.language import names, years
from assistant.patterns import compiled_later
from assistant.text import solid
from assistant.text_memory import remembered

_POST = "党[组委]成员|书记|委员|常委|主任|主席|局长|馆长|园长|台长|社长|团长|厂长|护士长|州长|省长|厅长|处长|科长|股长|所长|院长|校长|部长|县长|区长|市长|镇长|乡长|村长|组长|队长|站长|行长|经理|董事长|总监|主管|主办|科员|干部|民警|辅警|网格员|护士|调研员|巡视员|会计师|会计|教师|教授|党员|职工|工程师|经济师|农艺师|规划师|审计师|统计师|医师|政委|指导员|检察长|庭长|干事|秘书长|支部|党委|党组|班子"
_PLACE = "中心|公司|办公室|局|处|科|所|院|校|大学|中学|小学|街道|社区|村|镇|乡|县|区|队|室|部|组|站|馆|厅|委|办|会|团|厂|矿|段|库|行|社"
# What names of units end in that are as short as 县文联
_OFFICE = "政府|政协|人大|集团|学院|总支|团委|妇联|残联|文联|侨联|科协|社科联|工商联|工会|幼儿园|党校"
# 局长  张　三
_POST_AND_NAME = compiled_later(
    rf"^[^，。；：]{{0,30}}(?:{_POST}|(?<=..)(?:{_PLACE})|(?<=.)(?:{_OFFICE}))(?:(?P<mark>\s*[:：—·，|｜/]+\s*)|\s+)(?P<name>\S.*)$"
)
# 护师　张三: what nobody listed, as posts and trades end, before a name as most are
_TRADE_AND_NAME = compiled_later(r"^[^，。；：]{2,30}[员师长工]\s+(?P<name>\S.*)$")
_POST_WITH_NAME = compiled_later(rf"^(?P<post>.{{0,24}}(?:{_POST}))(?P<name>.{{2,4}})$")  # 副局长林知远
# 青石县水务局林知远: where no post parts name and unit, only a name as most are
_UNIT_WITH_NAME = compiled_later(
    rf"^(?P<unit>.{{2,20}}(?:局|委|办|公司|中心|学|医院|镇|乡|街道|社区|支部))(?P<name>.(?:[{names.OFTEN_GIVEN}].|.[{names.OFTEN_GIVEN}]))$"
)
_NAME_THEN_POST = compiled_later(
    r"^(?P<name>[^\s，,]{2,4}?|\S\s+\S)(?:同志)?(?:\s+|\s*[，,]\s*)(?P<rest>\S.{1,30})$"
)  # 张三　某局局长
# 某局　张三（局长）
_UNIT_NAME_AND_POST = compiled_later(
    rf"^.{{2,24}}(?:{_PLACE})\s+(?P<name>\S{{2,4}})\s*[（(][^（）()，。]{{0,30}}(?:{_POST})[)）]$"
)
_AND_DATE = compiled_later(
    r"^(?P<who>\S.{1,40}?)\s+[（(]?20[0-9]{2}(?:年[0-9]{1,2}月(?:[0-9]{1,2}日)?|[.．/-][01]?[0-9](?:[.．/-][0-3]?[0-9])?)[)）]?$"
)
_LABEL = rf"(?:工作|所在)?单\s*位|(?:所在)?部\s*门|姓\s*名|(?:现任)?职\s*务|{names.WRITER_LABELS}|日\s*期|时\s*间|所在支部|党支部|单位职务|单位及职务|姓名职务"
_UNIT = compiled_later(
    rf"^(?:.{{3,24}}(?:{_PLACE}|委员会|党组|党委|支部)|.{{1,24}}(?:[一二三四五六七八九十]中|高中|{_OFFICE}))$"
)
_UNIT_AND_POST = compiled_later(rf"^(?P<unit>.{{0,20}})(?:{_POST})$")
_BYLINE = (
    compiled_later(r"^[（(【〔].{1,40}[)）】〕]$"),  # （2026年1月20日） 【姓名】【职务】
    compiled_later(rf"^(?:{_LABEL})[:：\s\u3000].{{0,40}}$"),
    compiled_later(
        r"^[0-9X×x]{4}年(?:[0-9X×x]{1,2}|[一二三四五六七八九十元]{1,3})月(?:[0-9X×x]{1,2}日|[一二三四五六七八九十]{1,3}日)?$"
    ),
    compiled_later(r"^20[0-9]{2}[.．/-][01]?[0-9](?:[.．/-][0-3]?[0-9])?$|^[01]?[0-9]月[0-3]?[0-9]日$"),
)
# 张三（局长）
_NAME_AND_POST = compiled_later(
    rf"^(?P<name>[^（(]{{2,4}})[（(](?:[^（）()，。]{{0,30}}(?:{_POST}|{_PLACE}|委员会)|[男女])[)）]$"
)


_NO_SIGNATURE = compiled_later("^[做当争是为要]|一名|一位|[每各]|[:：]")  # 「做一名合格的党员」
_MANY = ("党员", "干部", "职工", "党委", "党组", "支部", "班子", "护士", "教师")  # no posts where several are named
_DASHES = "—–－―─-"
BEFORE = f" \u3000{_DASHES}·•●◆■※"  # a dash or a dot before a name: 「——某局副局长　周九」


def is_unit(line: str) -> bool:
    """Tell whether a line is the name of a unit and nothing else."""
    line = _undashed(line)
    return _UNIT.match(line) is not None and _is_chinese(line)


@remembered(256)  # after a key the same lines stand there
def is_byline(line: str) -> bool:
    """Tell whether a line under a title reads as name, post, unit or date."""
    line = _undashed(line)
    line = line.removesuffix("同志") if line != "全体同志" else line
    dense = years.plain(solid(line))
    if any(pattern.match(line) or pattern.match(dense) for pattern in _BYLINE):
        return True
    return names.is_name(line) or _is_post(line) or _is_post_with_name(line) or parted_from_name(line) is not None


def signs(line: str) -> bool:
    """Tell whether a line at the end of a material names who signs: a person, a unit, or a post."""
    line = _undashed(line).removesuffix("同志")
    if names.is_name(line):
        return True
    named = is_unit(line) or parted_from_name(line) is not None or _is_post(line) or _is_post_with_name(line)
    return named and not _NO_SIGNATURE.search(line)


def parted_from_name(line: str) -> tuple[str, str] | None:
    """Part a unit from the name that is written together with it; None where nothing is sure to be one."""
    match = _UNIT_WITH_NAME.match(line)
    if match is None or is_unit(line) or not names.is_name(match["name"]) or not is_unit(match["unit"]):
        return None
    return match["unit"], match["name"]


def _undashed(line: str) -> str:
    """Take away the signs round a name; a blank behind a name alone stays, since more may be typed."""
    words = line.lstrip(BEFORE).rstrip(_DASHES + "·")
    return words if line.endswith(words) else words.rstrip()


def _is_post(line: str) -> bool:
    """Tell whether a line is a unit with a post, or several, and no name: 「某局党组书记、局长」."""
    posts = line.split("、")
    found = [_UNIT_AND_POST.match(post) for post in posts]
    if len(posts) > 1 and any(post.endswith(_MANY) for post in posts):
        return False
    return all(unit is not None and _is_chinese(unit["unit"]) for unit in found)


def _is_post_with_name(line: str) -> bool:
    """Tell whether a line is a name with a post or a unit, before or behind it, or with a date behind it."""
    behind = _NAME_AND_POST.match(line)
    if behind and names.is_name(behind["name"]):
        return True
    joined = _POST_WITH_NAME.match(line)
    if joined and _is_chinese(line, "、") and names.is_name(joined["name"]):
        return True
    named = _POST_AND_NAME.match(line)
    if named and (names.is_name(named["name"]) if named["mark"] else names.could_be_name(_plain(named["name"]))):
        return True
    trade = _TRADE_AND_NAME.match(line)
    first = _NAME_THEN_POST.match(line)
    if first and names.is_name(first["name"]) and _is_post(solid(first["rest"]).replace("、", "")):
        return True
    both = _UNIT_NAME_AND_POST.match(line)
    if (both and names.is_name(both["name"])) or (trade and names.is_name(_plain(trade["name"]))):
        return True
    dated = _AND_DATE.match(years.plain(line))
    return dated is not None and (is_byline(dated["who"]) or names.could_be_name(dated["who"]))


def _plain(name: str) -> str:
    return name.removesuffix("同志")


def _is_chinese(letters: str, signs: str = "") -> bool:
    # Patterns with all Chinese characters in them take long to compile, and this is loaded at every start.
    return all("\u4e00" <= letter <= "\u9fff" or letter in signs for letter in letters)
