"""Sets whose members and number are fixed: 四个意识, 六项纪律, 三会一课. What in a text does not agree with them.

A row of like words joined by 、 is held against a set when nearly all of its members are there; a name is held against
its number where it stands in quotation marks or can be nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from assistant.language.cues import known_later
from assistant.language.fixed_set_file import FixedSet, one_of, shipped
from assistant.language.multi_pattern import starts
from assistant.patterns import compiled_later
from assistant.text import Span

NUMBERS = "一二两三四五六七八九十双"
_JOINT = "(?:、|，|和|及|与|以及)"
_HALF = 2  # characters of each half of a name with two numbers
# What stands between two members of a row, with or without another word, and what behind the last
_GAP = compiled_later(f"[\\u4e00-\\u9fff]{{0,2}}{_JOINT}(?:(?P<word>[\\u4e00-\\u9fff]{{2,12}}?){_JOINT})?")
_LAST = compiled_later(f"[\\u4e00-\\u9fff]{{0,2}}{_JOINT}(?P<word>[\\u4e00-\\u9fff]{{2,12}})(?=[，。；：“”（）]|$)")
_FEW_MEMBERS = 3  # of everyday words
NEAR = 16  # characters between a row and the name it explains
_HELD_TO = compiled_later("(?:对照|严守|遵守|遵照)(?:党的)?$")  # all of a large set, told one by one without its name
_LARGE = 5  # members
# A name in quotation marks that somebody made up himself, as he says before or after it: 「形成“五大优良作风”」
_MADE = compiled_later('(?:形成|打造|创建|推出|探索|归纳|概括|总结|构建|首创|叫响|争创)[^，。；：“”]{0,6}[“‘"]$')
_OWN_THING = compiled_later('[”’"](?:工作)?(?:法|模式|机制|体系|品牌)')


class Slip(NamedTuple):
    """What does not agree: where, which set, what it should read, and what is to be said.

    `of_members`: its members are told, not its number.
    """

    span: Span
    set: FixedSet
    right: str
    told: str
    of_members: bool = True


@cache
def _wanted() -> dict[str, tuple[tuple[FixedSet, bool], ...]]:
    """Give what is looked for: members (a row may be there, of one set or another) and names with a wrong number."""
    wanted: dict[str, tuple[tuple[FixedSet, bool], ...]] = {}
    for each in shipped():
        for member in each.members:
            wanted[member] = (*wanted.get(member, ()), (each, True))
        for name in () if each.nameless else (each.name, *each.also):
            for wrong in dict.fromkeys(_misnumbered(each, name)):  # 「十二个坚持」 is that of two sets
                wanted[wrong] = (*wanted.get(wrong, ()), (each, False))
        wanted.update(dict.fromkeys(each.wrong, ((each, False),)))
    return wanted


def _misnumbered(each: FixedSet, name: str) -> Iterator[str]:
    """Yield a set's name with any one of its numbers changed, or with its two halves exchanged: 「三实三严」."""
    if len(name) == _HALF * 2 and name[0] in NUMBERS and name[_HALF] in NUMBERS:
        yield name[_HALF:] + name[:_HALF]
    for at, character in enumerate(name):
        if character in NUMBERS:
            for digit in NUMBERS:
                wrong = name[:at] + digit + name[at + 1 :]
                same = {character, digit} in ({"二", "两"}, {"两", "双"}, {"二", "双"})
                if digit != character and not same and wrong not in (each.name, *each.also, *each.numbers):
                    yield wrong


known_later(_wanted)  # one pass finds all words that anything is looked for by


def find(paragraph: str, standing: AbstractSet[str]) -> Iterator[Slip]:
    """Find what does not agree with its set, in the order of the sets; `standing` are the cues that stand there."""
    wanted = _wanted()
    rows: dict[str, FixedSet] = {}
    counts: dict[str, int] = {}
    for start, word in sorted((start, each) for each in standing & wanted.keys() for start in starts(paragraph, each)):
        for each, is_member in wanted[word]:
            if is_member:
                rows[each.name] = each
                counts[each.name] = counts.get(each.name, 0) + 1
            elif slip := _number(paragraph, each, start, word):
                yield slip
    for start, each in _alone(paragraph, standing):
        yield from _lone(paragraph, each, start)
    for name, each in rows.items():
        if counts[name] >= (1 if each.closed else max(2, len(each.members) - 1)):
            told = list(_members(paragraph, each))
            yield from told or _of_another_shape(paragraph, each)


def _number(paragraph: str, each: FixedSet, start: int, word: str) -> Slip | None:
    """Judge a name with another number: in quotation marks, or one whose two numbers leave no doubt."""
    end = start + len(word)
    quoted = paragraph[start - 1 : start] in ("“", "‘", '"') and paragraph[end : end + 1] in ("”", "’", '"')
    doubtless = sum(character in NUMBERS for character in each.name) > 1 and len(word) == 4
    if each.after:
        plain = paragraph[:start].endswith(each.after)
    else:
        plain = (
            quoted
            or each.plain
            or word in each.wrong
            or (doubtless and paragraph[start - 1 : start] not in tuple(NUMBERS))
        )
    near = paragraph[max(0, start - NEAR) : start], paragraph[end : end + NEAR]
    if not plain or not _is_meant(each, near) or any(one.name == word and _is_meant(one, near) for one in shipped()):
        return None
    if (
        quoted
        and not doubtless
        and (_MADE.search(paragraph[max(0, start - NEAR) : start]) or _OWN_THING.match(paragraph, end))
    ):
        return None
    right = next((name for name in (each.name, *each.also) if name[1:] == word[1:]), each.name)
    return Slip(Span(start, end), each, right, f"此处写“{word}”，通行的提法是“{right}”。", of_members=False)


def _is_meant(each: FixedSet, near: tuple[str, str]) -> bool:
    """Tell whether what stands near speaks of a set: 「十三个坚持」 may be one of its own, or another with a wrong number."""
    return not each.beside or any(word in part for word in each.beside for part in near)


def _alone(paragraph: str, standing: AbstractSet[str]) -> Iterator[tuple[int, FixedSet]]:
    """Yield where a set is named one of whose members may stand alone."""
    for each in _with_lone_members():
        if each.name in standing:
            yield from ((start, each) for start in starts(paragraph, each.name))


@cache
def _with_lone_members() -> tuple[FixedSet, ...]:
    return tuple([each for each in shipped() if each.lone])


known_later(lambda: (each.name for each in _with_lone_members()))


def _lone(paragraph: str, each: FixedSet, start: int) -> Iterator[Slip]:
    """Judge the first word of a set's shape behind its name: 「对照“三严三实”，在严以修德上」."""
    found = one_of(each.shape).search(paragraph, start, start + len(each.name) + NEAR)
    if found and found[0] not in (*each.members, *each.without):
        yield Slip(Span(*found.span()), each, "", f"{each.told}，此处写“{found[0]}”。")


@cache
def _row(shape: str) -> re.Pattern[str]:
    return compiled_later(f"(?:{shape})(?:{_JOINT}(?:{shape}))+")


@cache
def _next(shape: str) -> re.Pattern[str]:
    return compiled_later(f"{_JOINT}?({shape})")


def _members(paragraph: str, each: FixedSet) -> Iterator[Slip]:
    """Judge the rows of words that look like members."""
    for match in _row(each.shape).finditer(paragraph):
        items = [(found[1], Span(*found.span(1))) for found in _next(each.shape).finditer(paragraph, *match.span())]
        if each.closed:  # 「党的路线方针政策下基层」 is 「政策下基层」
            known = (*each.members, *each.without)
            items = [(next((one for one in known if word.endswith(one)), word), span) for word, span in items]
        if each.in_order:
            yield from _at_its_place(each, items)
        else:
            yield from _judge(each, items, _is_named(paragraph, each, Span(*match.span())))


def _of_another_shape(paragraph: str, each: FixedSet) -> Iterator[Slip]:
    """Tell what stands in a row in place of the one member that is not there, whatever it looks like.

    Between two others it is told of itself, behind the last only beside the set's name.
    """
    size = len(each.members)
    if each.in_order or size <= _FEW_MEMBERS:
        return
    found = sorted((start, start + len(member)) for member in each.members for start in starts(paragraph, member))
    for begin in range(len(found) - size + 2):
        row = found[begin : begin + size - 1]
        gaps = [_GAP.fullmatch(paragraph, one[1], other[0]) for one, other in pairwise(row)]
        if not all(gaps):
            continue
        foreign = [gap for gap in gaps if gap and gap["word"]]
        if not foreign and _is_named(paragraph, each, Span(row[0][0], row[-1][1])):
            foreign = [last for last in (_LAST.match(paragraph, row[-1][1]),) if last]
        present = {paragraph[start:end] for start, end in found[max(0, begin - 1) : begin + size - 1]}
        missing = [member for member in each.members if member not in present]
        if len(foreign) == len(missing) == 1 and not _is_nearly(foreign[0]["word"], missing[0], each):
            told = f"{each.told}，此处写“{foreign[0]['word']}”。"
            yield Slip(Span(*foreign[0].span("word")), each, missing[0], told)


def _is_nearly(word: str, member: str, each: FixedSet) -> bool:
    """Tell whether a word is a member said a little otherwise, or one that is known to stand there too."""
    return word in each.without or member in word or word in member or len(set(member) & set(word)) * 2 > len(member)


def _at_its_place(each: FixedSet, items: Sequence[tuple[str, Span]]) -> Iterator[Slip]:
    """Tell the one word that stands where a member belongs, all others standing at their places."""
    size = len(each.members)
    for begin in range(len(items) - size + 1):
        row = items[begin : begin + size]
        foreign = [(at, *item) for at, item in enumerate(row) if item[0] != each.members[at]]
        if len(foreign) == 1 and foreign[0][1] not in (*each.members, *each.without):
            at, word, span = foreign[0]
            yield Slip(span, each, each.members[at], f"{each.told}，此处写“{word}”。")


def _judge(each: FixedSet, items: Sequence[tuple[str, Span]], named: bool) -> Iterator[Slip]:
    """Tell a member that is none, one that is left out and one too many; the last two only beside the set's name."""
    present = [word for word, _ in items if word in each.members]
    foreign = [(word, span) for word, span in items if word not in each.members]
    missing = [member for member in each.members if member not in present]
    known = any(word in each.without for word, _ in foreign)
    whole = Span(items[0][1].start, items[-1][1].end)
    if len(missing) == 1 and len(foreign) == 1 and len(items) == len(each.members) and (named or not known):
        word, span = foreign[0]
        yield Slip(span, each, missing[0], f"{each.told}，此处写“{word}”。")
    elif named and len(missing) == 1 and not foreign and len(present) == len(each.members) - 1:
        yield Slip(whole, each, "", f"{each.told}，此处未见“{missing[0]}”。")
    elif each.closed and named and present and len(foreign) == 1 and not known:
        word, span = foreign[0]
        yield Slip(span, each, missing[0] if len(missing) == 1 else "", f"{each.told}，此处写“{word}”。")
    elif named and not missing and len(foreign) == 1 and not known:
        word, span = foreign[0]
        yield Slip(span, each, "", f"{each.told}，此处多出“{word}”。")


def _is_named(paragraph: str, each: FixedSet, row: Span) -> bool:
    """Tell whether the set's name stands just before or after a row, or a word that asks for the whole of a large one."""
    near = paragraph[max(0, row.start - NEAR) : row.start], paragraph[row.end : row.end + NEAR]
    if len(each.members) >= _LARGE and _HELD_TO.search(near[0]):
        return True
    return any(name in part for name in (each.name, *each.also) for part in near)
