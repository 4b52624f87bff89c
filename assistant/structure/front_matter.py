"""What stands before the first heading: table of contents, title, name line, preface.

Works on lines alone, so the same judgement serves the beginning of a file and the seam between two materials. The
lines given to `read` and `announcement` have no numbers before them.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple

from assistant.language import names
from assistant.language.numbering import MARKUP
from assistant.language.sentences import CLAUSE_STOPS
from assistant.patterns import compiled_later
from assistant.structure import bylines
from assistant.structure.head_notes import DRAFT, is_note, is_salutation
from assistant.structure.unnumbered import squeezed

# The nouns that titles of these materials, and of their neighbours, end in.
_GENRE = "材料|提纲|报告|汇报|检查|剖析|发言|体会|总结|清单|自查|检视"
_TITLE_END = compiled_later(
    rf"(?:{_GENRE}|情况|意见|方案)(?:[（(]?(?:[0-9一二三四五六七八九十]{{0,2}}|审?稿|{DRAFT}|含[^（）()]{{1,12}})[)）]?)?$"
    rf"|(?:{_GENRE})[（(【][^（）()，。；：]{{1,24}}[)）】]$"
)
_SEAM_TITLE = compiled_later(
    rf"(?:{_GENRE})[（(]?[0-9一二三四五六七八九十]{{0,2}}[)）]?$|^(?:第?[0-9一二三四五六七八九十]{{1,2}}篇|篇[0-9一二三四五六七八九十]{{1,2}})"
)
_BODY = compiled_later("(?:班子(?:成员)?|党委|党组|支部|支委会|委员会)$")
_KIND = compiled_later("(?:个人|会议|交流|大会)?(?:发言|汇报|书面)?(?:发言|汇报|提纲|材料|稿)")
_UNDER_TITLE = compiled_later("^(?:[（(].{0,20}生活会[)）]|[—-]{1,2}.{0,20}生活会上?)$")  # 「（2025年度民主生活会）」
_LONG_TITLE = compiled_later("^[^。；：！？]*(?:生活会|对照检查|检视|剖析|查摆)[^。；：！？]*$")
_LONGEST_SHORT, _LONGEST_TITLE = 60, 150  # characters
_COLLECTION = compiled_later("^[（(]?[共]?[0-9一二三四五六七八九十]{1,3}篇[)）]?$")  # 「(2篇)」
_SKIPPED = compiled_later(r"^(?:附件[0-9一二三四五]*[:：]?|[绝机秘]密.{0,6}|&nbsp;|#{0,6})$")
PREFACE = compiled_later("^(?:根据|按照|按|为|遵照|依照|围绕|近日|今年|这次|此次|本次|在|通过|现将)")
_PREFACE_MATTER = compiled_later("民主生活会|组织生活会|对照检查|检视|剖析|通知|要求|党")

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
    past = next((n for n, line in enumerate(bare) if line and not _short(line) and not _is_passed(line)), len(bare))
    first = 0
    for n in range(past):
        if _COLLECTION.match(bare[n]):
            first = n + 1
    while first < past and (not bare[first] or _is_passed(bare[first])):
        first += 1
    for n in range(first + 1, past):
        if bare[first] and bare[n].startswith(bare[first]):
            first = n  # a file's heading, then the title of its first material
    first = _below_heading(bare, first, past)
    begin, above = _below_others(bare, first, past)
    if (
        begin >= past
        or is_salutation(bare[begin])
        or (bylines.is_byline(bare[begin]) and not _is_begun(bare, begin, past))
    ):
        return FrontMatter(None, (0, 0), _bylines(bare, 0, past))
    last = _title_end(bare, begin, past)
    title = "".join(line for line in bare[begin : last + 1] if not is_note(line))
    below = _bylines(bare, last + 1, past, styled if _TITLE_END.search(title) else None)
    return FrontMatter(title, (begin, last + 1), below if below[1] > below[0] else above)


def _below_heading(bare: Sequence[str], first: int, past: int) -> int:
    """Give the title under a line that calls the text by its kind (「发言材料」) or names the meeting a first time, else that line.

    No title names its meeting twice, so two lines that do so are not one; what stands in brackets is said of the title above.
    """
    if first >= past or not _TITLE_END.search(bare[first]):
        return first
    kind = _KIND.fullmatch(bare[first])
    for n in range(first + 1, min(past, first + 4)):
        meeting = "生活会" in bare[n] and bare[n][0] not in "（(—-"
        if meeting and _TITLE_END.search(bare[n]) and (kind or "生活会" in bare[first]):
            return n
    return first


def _title_end(bare: Sequence[str], first: int, past: int) -> int:
    """Give the last line of the title that begins at a line."""
    last = first
    for n in range(first, min(past, first + 4)):
        ends = _TITLE_END.search(bare[n]) or _UNDER_TITLE.match(bare[n])
        if n > first and bare[n] and bylines.is_byline(bare[n]) and not ends:  # 「查材料」 may look like a name
            break
        if n > first and PREFACE.match(bare[n]) and ("，" in bare[n] or "," in bare[n]):
            break  # text whose line was broken in the middle
        if n > first and is_salutation(bare[n]):
            break
        if ends and not is_note(bare[n]):  # 「征求意见稿」 ends as a title does
            last = n
    return last


def _below_others(bare: Sequence[str], first: int, past: int) -> tuple[int, tuple[int, int]]:
    """Give where the title begins and which name lines stand above it, as (first, past the last).

    The name of a unit is a name line beside others, or where a note or a salutation parts it from the title; alone it
    begins the title. What says of itself no more than that it stands first is the title only where nothing is above.
    """
    named: list[int] = []
    apart = False
    end = first
    for end in range(first, past + 1):
        line = bare[end] if end < past else "一"
        if not line:
            continue
        if _is_passed(line) or is_salutation(line):
            apart = True
            continue
        is_named = bylines.is_byline(line)
        if _TITLE_END.search(line) or not (is_named or bylines.is_unit(line)) or _is_begun(bare, end, past):
            break
        named.append(end)
    begins = any(_TITLE_END.search(line) or line.endswith("生活会") for line in bare[end : min(past, end + 2)])
    if not begins or not (named or apart):
        return first, (first, first)
    if not named:
        return end, (first, first)
    if not apart and not any(bylines.is_byline(bare[n]) for n in named):
        return named[0], (first, first)
    return end, (named[0], named[-1] + 1)


def _is_begun(bare: Sequence[str], first: int, past: int) -> bool:
    """Tell whether a title begins with the body that a line names: 「…局党组领导班子」 over 「…对照检查材料」.

    What a name line parts from the rest of the title is the unit of whom that names.
    """
    if not _BODY.search(bare[first]):
        return False
    below = [line for line in bare[first + 1 : min(past, first + 4)] if line and not is_note(line)]
    begun = takewhile(lambda line: _TITLE_END.search(line) or not bylines.is_byline(line), below)
    return any(_TITLE_END.search(line) for line in begun)


def _bylines(bare: Sequence[str], first: int, past: int, styled: Container[int] | None = None) -> tuple[int, int]:
    """Give the name lines from a line on, as (first, past the last), with the notes among them and behind.

    `styled` are lines that cannot be names by the place alone; None: right here stands no title that would call for names.
    """
    end = first
    named = False
    for n in range(first, past):
        line = bare[n]
        if not line:
            continue
        # right under a title a name may be of any people, or of a rare family
        due = styled is not None and n not in styled and not named and names.could_be_name(line)
        unit = bylines.is_unit(line) and n not in (styled or ()) and (named or styled is not None)
        if bylines.is_byline(line) or due or unit:
            named = True
        elif not _is_passed(line):
            break
        end = n + 1
    return (first, end) if named else (first, first)


def _is_passed(line: str) -> bool:
    """Tell whether a line is neither title nor name and may stand before, between and behind these."""
    return is_note(line) or _SKIPPED.match(line) is not None


def _bare(line: str) -> str:
    match = MARKUP.match(line)
    return squeezed(line[match.end() if match else 0 :].rstrip("*# "))


def _short(line: str) -> bool:
    """Tell whether a line could be a title or a name, and is no sentence."""
    if len(line) > _LONGEST_SHORT:
        return (
            len(line) <= _LONGEST_TITLE and _TITLE_END.search(line) is not None and _LONG_TITLE.match(line) is not None
        )
    return bool(line) and (bylines.is_byline(line) or is_salutation(line) or line[-1] not in CLAUSE_STOPS)


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
