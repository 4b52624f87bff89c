"""What stands before the first heading: table of contents, title, name line, preface.

Works on lines alone, so the same judgement serves the beginning of a file and the seam between two materials. The
lines given to `read` and `announcement` have no numbers before them.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from assistant.language import names, years
from assistant.language.numbering import MARKUP
from assistant.language.sentences import CLAUSE_STOPS
from assistant.patterns import compiled_later
from assistant.structure.unnumbered import squeezed
from assistant.text import solid

# The nouns that titles of these materials, and of their neighbours, end in.
_GENRE = "材料|提纲|报告|汇报|检查|剖析|发言|体会|总结|清单|自查|检视"
_TITLE_END = compiled_later(
    rf"(?:{_GENRE}|情况|意见|方案)[（(]?(?:[0-9一二三四五六七八九十]{{0,2}}|[初送]?[审]?稿|讨论稿|含[^（）()]{{1,12}})[)）]?$"
)
_SEAM_TITLE = compiled_later(
    rf"(?:{_GENRE})[（(]?[0-9一二三四五六七八九十]{{0,2}}[)）]?$|^(?:第?[0-9一二三四五六七八九十]{{1,2}}篇|篇[0-9一二三四五六七八九十]{{1,2}})"
)
_BODY = compiled_later("(?:班子(?:成员)?|党委|党组|支部|支委会|委员会)$")
_UNDER_TITLE = compiled_later("^(?:[（(].{0,20}生活会[)）]|[—-]{1,2}.{0,20}生活会)$")  # 「（2025年度民主生活会）」
_LONG_TITLE = compiled_later("^[^。；：！？]*(?:生活会|对照检查|检视|剖析|查摆)[^。；：！？]*$")
_LONGEST_SHORT, _LONGEST_TITLE = 60, 150  # characters
_COLLECTION = compiled_later("^[（(]?[共]?[0-9一二三四五六七八九十]{1,3}篇[)）]?$")  # 「(2篇)」
_SKIPPED = compiled_later(r"^(?:附件[0-9一二三四五]*[:：]?|[绝机秘]密.{0,6}|&nbsp;|#{0,6})$")
PREFACE = compiled_later("^(?:根据|按照|按|为|遵照|依照|围绕|近日|今年|这次|此次|本次|在|通过|现将)")
_PREFACE_MATTER = compiled_later("民主生活会|组织生活会|对照检查|检视|剖析|通知|要求|党")

_POST = "党[组委]成员|书记|委员|常委|主任|主席|局长|馆长|园长|台长|社长|团长|厂长|护士长|州长|省长|厅长|处长|科长|股长|所长|院长|校长|部长|县长|区长|市长|镇长|乡长|村长|组长|队长|站长|行长|经理|董事长|总监|主管|主办|科员|干部|民警|辅警|网格员|护士|调研员|巡视员|会计师|会计|教师|教授|党员|职工|工程师|经济师|农艺师|规划师|审计师|统计师|医师|政委|指导员|检察长|庭长|干事|秘书长|支部|党委|党组|班子"
_PLACE = "中心|公司|办公室|局|处|科|所|院|校|大学|中学|小学|街道|社区|村|镇|乡|县|区|队|室|部|组|站|馆|厅|委|办|会|团|厂|矿|段|库|行|社"
# 局长  张　三
_POST_AND_NAME = compiled_later(
    rf"^[^，。；：]{{0,30}}(?:{_POST}|(?<=..)(?:{_PLACE}))(?:\s+|(?P<mark>\s*[:：—·，]+\s*))(?P<name>\S.*)$"
)
_POST_WITH_NAME = compiled_later(rf"^(?P<post>.{{0,24}}(?:{_POST}))(?P<name>.{{2,4}})$")  # 副局长林知远
_NAME_THEN_POST = compiled_later(r"^(?P<name>\S{2,4}|\S\s+\S)\s+(?P<rest>\S.{1,30})$")  # 张三　某局局长
# 某局　张三（局长）
_UNIT_NAME_AND_POST = compiled_later(
    rf"^.{{2,24}}(?:{_PLACE})\s+(?P<name>\S{{2,4}})\s*[（(][^（）()，。]{{0,30}}(?:{_POST})[)）]$"
)
_AND_DATE = compiled_later(r"^(?P<who>\S.{1,40}?)\s+[（(]?20[0-9]{2}年[0-9]{1,2}月(?:[0-9]{1,2}日)?[)）]?$")
_LABEL = "单位|部门|姓名|职务|汇报人|报告人|发言人|检查人|述职人|日期|时间|所在支部|党支部|单位职务|单位及职务|姓名职务"
_UNIT = compiled_later(rf"^.{{3,24}}(?:{_PLACE}|委员会|党组|党委|支部)$")
_UNIT_AND_POST = compiled_later(rf"^(?P<unit>.{{0,20}})(?:{_POST})$")
_BYLINE = (
    compiled_later(r"^[（(【〔].{1,40}[)）】〕]$"),  # （2026年1月20日） 【姓名】【职务】
    compiled_later(rf"^(?:{_LABEL})[:：\s\u3000].{{0,40}}$"),
    compiled_later(
        r"^[0-9X×x]{4}年(?:[0-9X×x]{1,2}|[一二三四五六七八九十元]{1,3})月(?:[0-9X×x]{1,2}日|[一二三四五六七八九十]{1,3}日)?$"
    ),
    compiled_later(r"^20[0-9]{2}[.．/-][01]?[0-9](?:[.．/-][0-3]?[0-9])?$"),
)
# 张三（局长）
_NAME_AND_POST = compiled_later(rf"^.(?P<name>[^（(]{{1,2}})[（(][^（）()，。]{{0,30}}(?:{_POST})[)）]$")

_CONTENTS_HEAD = compiled_later(r"^目\s*[录次]$")
_UNNUMBERED = compiled_later("^(?:前\\s*言|引\\s*言|附\\s*件.{0,20}|结\\s*语)$")  # in a table of contents
_PAGE_AFTER_SPACE = compiled_later(r"\s[0-9]{1,3}$")
_PAGE_NUMBER = compiled_later(r"(?:[.．·…\-—_\s\u3000]{2,}|\t)[0-9]{1,3}$")


class FrontMatter(NamedTuple):
    """Which lines are the title and which the name lines, as (first, past the last); `text` is the title or None.

    Name lines stand below the title; where none do, those above it are meant.
    """

    text: str | None
    title: tuple[int, int]
    byline: tuple[int, int]


def read(lines: Sequence[str], styled: Container[int] = ()) -> FrontMatter:
    """Tell title and name lines from the lines before the first heading; a title may be broken over several.

    `styled` are lines that a file calls headings: a title may be one, a name whose words do not show it is none.
    """
    bare = [_bare(line) for line in lines]
    past = next((n for n, line in enumerate(bare) if line and not _short(line)), len(bare))
    first = 0
    for n in range(past):
        if _COLLECTION.match(bare[n]):
            first = n + 1
    while first < past and (not bare[first] or _SKIPPED.match(bare[first])):
        first += 1
    for n in range(first + 1, past):
        if bare[first] and bare[n].startswith(bare[first]):
            first = n  # a file's heading, then the title of its first material
    above = _names_above(bare, first, past)
    if above[1] > above[0]:
        first = _title_below(bare, above[1], past)
    if first >= past or (is_byline(bare[first]) and not _is_begun(bare, first, past)):
        return FrontMatter(None, (0, 0), _bylines(bare, 0, past))
    last = first
    for n in range(first, min(past, first + 4)):
        ends = _TITLE_END.search(bare[n]) or _UNDER_TITLE.match(bare[n])
        if n > first and bare[n] and is_byline(bare[n]) and not ends:  # 「查材料」 may look like a name
            break
        if n > first and PREFACE.match(bare[n]) and ("，" in bare[n] or "," in bare[n]):
            break  # text whose line was broken in the middle
        if ends:
            last = n
    title = "".join(line for line in bare[first : last + 1])
    below = _bylines(bare, last + 1, past, styled if _TITLE_END.search(title) else None)
    return FrontMatter(title, (first, last + 1), below if below[1] > below[0] else above)


def _names_above(bare: Sequence[str], first: int, past: int) -> tuple[int, int]:
    """Give the name lines that stand above a title; the name of a unit is one beside others, alone it begins the title."""
    end, named = first, False
    begun = first < past and _is_begun(bare, first, past)
    for n in range(first, first if begun else past):
        line = bare[n]
        if line and (_TITLE_END.search(line) or not (is_byline(line) or is_unit(line))):
            break
        named = named or (bool(line) and is_byline(line))
        end = n + 1 if line else end
    return (first, end) if named and _title_below(bare, end, past) < past else (first, first)


def _title_below(bare: Sequence[str], first: int, past: int) -> int:
    """Give the line of a title that stands under the name lines, or `past`: one that says what it is the title of."""
    under = next((n for n in range(first, past) if bare[n]), past)
    return under if any(_TITLE_END.search(line) for line in bare[under : min(past, under + 2)]) else past


def _is_begun(bare: Sequence[str], first: int, past: int) -> bool:
    """Tell whether a title begins with the body that a line names: 「…局党组领导班子」 over 「…对照检查材料」."""
    if not _BODY.search(bare[first]):
        return False
    below = [line for line in bare[first + 1 : min(past, first + 4)] if line and not is_byline(line)]
    return any(_TITLE_END.search(line) for line in below)


def _bylines(bare: Sequence[str], first: int, past: int, styled: Container[int] | None = None) -> tuple[int, int]:
    end = first
    for n in range(first, past):
        if bare[n]:
            # right under a title a name may be of any people, or of a rare family
            due = (
                styled is not None
                and n not in styled
                and end == first
                and (names.could_be_name(bare[n]) or is_unit(bare[n]))
            )
            if not is_byline(bare[n]) and not due:
                break
            end = n + 1
    return (first, end)


def is_unit(line: str) -> bool:
    """Tell whether a line is the name of a unit and nothing else."""
    return _UNIT.match(line) is not None and _is_chinese(line)


def _bare(line: str) -> str:
    match = MARKUP.match(line)
    return squeezed(line[match.end() if match else 0 :].rstrip("*# "))


def _short(line: str) -> bool:
    """Tell whether a line could be a title or a name, and is no sentence."""
    if len(line) > _LONGEST_SHORT:
        return (
            len(line) <= _LONGEST_TITLE and _TITLE_END.search(line) is not None and _LONG_TITLE.match(line) is not None
        )
    return bool(line) and (is_byline(line) or line[-1] not in CLAUSE_STOPS)


@lru_cache(maxsize=256)  # after a key the same lines stand there
def is_byline(line: str) -> bool:
    """Tell whether a line under a title reads as name, post, unit or date."""
    dense = years.plain(solid(line))
    if any(pattern.match(line) or pattern.match(dense) for pattern in _BYLINE):
        return True
    return names.is_name(line) or _is_post(line) or _is_post_with_name(line)


def _is_post(line: str) -> bool:
    """Tell whether a line is a unit with a post and no name: 「某局党组书记」."""
    unit = _UNIT_AND_POST.match(line)
    return unit is not None and _is_chinese(unit["unit"])


def _is_post_with_name(line: str) -> bool:
    """Tell whether a line is a name with a post or a unit, before or behind it, or with a date behind it."""
    behind = _NAME_AND_POST.match(line) if line[:1] in names.SURNAMES else None
    if behind and _is_chinese(behind["name"], "×XＸ*"):
        return True
    joined = _POST_WITH_NAME.match(line)
    if joined and _is_chinese(line, "、") and names.is_name(joined["name"]):
        return True
    named = _POST_AND_NAME.match(line)
    if named and (names.is_name(named["name"]) if named["mark"] else names.could_be_name(_plain(named["name"]))):
        return True
    first = _NAME_THEN_POST.match(line)
    if first and names.is_name(first["name"]) and _is_post(solid(first["rest"]).replace("、", "")):
        return True
    both = _UNIT_NAME_AND_POST.match(line)
    if both and names.is_name(both["name"]):
        return True
    dated = _AND_DATE.match(years.plain(line))
    return dated is not None and (is_byline(dated["who"]) or names.could_be_name(dated["who"]))


def _plain(name: str) -> str:
    return name.removesuffix("同志")


def _is_chinese(letters: str, signs: str = "") -> bool:
    # Patterns with all Chinese characters in them take long to compile, and this is loaded at every start.
    return all("\u4e00" <= letter <= "\u9fff" or letter in signs for letter in letters)


def announcement(lines: Sequence[str]) -> int | None:
    """Find where a new material begins among the lines before a second 一、: at its title, else at its preface.

    The lines may begin with the end of the material before. None: nothing announces a new one.
    """
    bare = [_bare(line) for line in lines]
    for n, line in enumerate(bare):
        if _short(line) and _SEAM_TITLE.search(line):
            return n
    for n, line in enumerate(bare):
        if len(line) > 25 and PREFACE.match(line) and _PREFACE_MATTER.search(line) and n >= len(bare) - 3:
            return n
    for n, line in enumerate(bare[:-1]):
        if 6 <= len(line) <= 40 and _short(line) and len(bare[n + 1]) > len(line):
            return n
    return None


def tables_of_contents(lines: Sequence[str], numbered: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """Yield the tables of contents as (first line, past the last).

    One begins with 目录, or is a run of three or more numbered lines that end in a page number. It goes on while its
    lines are numbered and have not been listed before: the first one that comes again, be it only 一、, is the first
    heading.
    """
    end = 0
    for n, line in enumerate(lines):
        may_begin = line.startswith("目") or (numbered[n] and "0" <= line[-1:] <= "9")
        if n < end or not may_begin:
            continue
        headed = bool(_CONTENTS_HEAD.match(line))
        past = n
        if headed or (numbered[n] and _PAGE_NUMBER.search(line)):
            past = _contents_end(lines, numbered, n + 1 if headed else n, paged=not headed)
        if past - n >= 3:
            yield n, past
        end = past


def _contents_end(lines: Sequence[str], numbered: Sequence[bool], first: int, *, paged: bool) -> int:
    listed: set[str] = set()
    past = first
    for n in range(first, len(lines)):
        if not lines[n]:
            continue
        name = _PAGE_NUMBER.sub("", lines[n])
        if not paged:
            name = _PAGE_AFTER_SPACE.sub("", name)
        again = name in listed or ("一、" in listed and name.startswith("一、"))
        passed = numbered[n] or (not paged and _UNNUMBERED.match(name))
        if not passed or len(name) > 160 or again or (paged and name == lines[n]):
            break
        listed.update((name, name[:2]))
        past = n + 1
    return past
