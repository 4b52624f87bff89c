"""What the name of a file tells of the material in it: whose it is, and which draft (第二稿, （2）, v3, 定稿)."""

from __future__ import annotations

import re
from pathlib import PurePath

from assistant.language.names import is_name
from assistant.text import solid

_HAN = "一二三四五六七八九十"
_DRAFT = re.compile(
    rf"第?(?P<han>[{_HAN}])(?:稿|次修改)|第?(?P<digit>[1-9])稿|[vV](?P<version>[1-9])(?![0-9])|(?P<last>终稿|定稿)|[（(](?P<copy>[1-9])[)）]"
    r"|(?P<again>修改稿|修改后|改后|新)(?=$|[-_—（(.\s])"
)
_NO_CHINESE = re.compile("[^\u4e00-\u9fff·]+")
_UNITS_END = tuple("区局处办科室委院校镇乡街村所站股组队厂社部")  # 高新区 is no 高某某
LAST = 90  # 定稿 comes after all numbered ones


def is_called(file: str, name: str) -> bool:
    """Tell whether a file is called by a name, whatever blanks stand in either."""
    return solid(name) in solid(PurePath(file).stem)


def number(file: str) -> int:
    """Tell by a file's name which draft it is; 1 for one that does not say."""
    found = 1
    for match in _DRAFT.finditer(PurePath(file).stem):
        if match["han"]:
            found = max(found, _HAN.index(match["han"]) + 1)
        elif match["digit"] or match["version"]:
            found = max(found, int(match["digit"] or match["version"]))
        elif match["copy"]:
            found = max(found, int(match["copy"]) + 1)
        else:
            found = max(found, LAST if match["last"] else 2)
    return found


def bare_stem(file: str) -> str:
    """Give a file's name without what tells its drafts apart."""
    return _DRAFT.sub("", PurePath(file).stem).strip("-_—+＋ （）()") or PurePath(file).stem


def people_in(file: str) -> set[str]:
    """List the people that a file's name names by themselves: 李四 in 「04 李四（修订）」."""
    parts = _NO_CHINESE.split(bare_stem(file))
    return {part for part in parts if is_name(part) and not part.endswith(_UNITS_END)}
