"""The lengths that a notice sets, for materials and for their parts.

A length belongs to those whose words stand nearest before it; one
without such words is everybody's. What can be kept for nobody, as of two parts together, is told and not guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import NamedTuple

from assistant.language.numbering import CIRCLED, parse
from assistant.templates.notice import respective_lengths
from assistant.templates.notice.aspect_lengths import of_aspects
from assistant.templates.notice.aspect_names import is_aspect
from assistant.templates.notice.length_words import NUMBER, Size, bounded, sizes, value
from assistant.templates.notice.nearby import REACH, asked_before, clause_after, clause_before
from assistant.templates.notice.owned_length import OwnedLength, aspect_at, aspect_named
from assistant.templates.notice.page import Page
from assistant.templates.notice.part_kinds import kind_of
from assistant.templates.notice.respective_lengths import Around, Named
from assistant.templates.notice.sized_parts import is_part_name, part_before_bracket, part_of_heading, parts_named
from assistant.templates.notice.subject_words import SUBJECT_WORDS, subjects_in
from assistant.templates.notice.table_lengths import in_cells, is_of_another
from assistant.templates.notice.values import NoticeAspect
from assistant.templates.template import MeetingKind, PartKind
from assistant.text import Span

_SIZED = re.compile("写|字数|多少字|几千字|千字|百字|篇幅|材料|提纲|全文|[0-9]{3}")
_NOT_THE_MATERIAL = re.compile(
    "情况报告|总结|简报|信息|心得|体会|方案|批评意见|意见建议|相互批评|小结|报道|读书|笔记|点评|讲话"
)
_MATERIAL = re.compile("材料|提纲|发言|对照检查")
_BARELY = re.compile("字数|篇幅|(?:材料|提纲|个人|班子|党员|成员|每人|全文|总)[^，。；]{0,2}$")
_SMALL = re.compile("每(?:个|一)?(?:方面|条|项|部分|问题)|单个|各方面")
_FOR_ALL = re.compile("均|都|一律")
# Who has no template of his own
_ONE_OF_THEM = re.compile(
    "主要负责(?:同志|人)|主要领导|党政正职|一把手|(?<!支部)书记(?=的[0-9]|的?(?:个人)?(?:对照检查|检视剖析|发言)?(?:材料|提纲)|[0-9])|[正副]职"
)
_TOGETHER = re.compile("[两三四]个?(?:大)?(?:部分|项|方面)|合计|共|一起|加起来")
_PART_NUMBER = f"[{CIRCLED}]|[一二三四五六七八九十]|[0-9]{{1,2}}"
_NUMBERED_PART = re.compile(
    rf"第(?:{_PART_NUMBER})(?:(?:[、和及至到—-]|以及)?第?(?:{_PART_NUMBER}))*个?(?:大)?(?:部分|项|条|板块|块|点)|前[两二三四]个?部分|后[两二三四]个?部分"
)
_ONE_PART = re.compile(rf"(?<![前后])(?:{_PART_NUMBER})")
_BEFORE_BRACKET = re.compile("([^，。；：、（）\t\n]{2,24})（[^（）]{0,6}$")
_IN_BRACKETS = re.compile("（([^（）0-9]{1,8})）")
_GOES_ON_WITH = re.compile("（[^（）0-9]{1,8}）[、，和及]?")
_FOR_EACH = re.compile("各|均|都|每")
_NAMED_BEFORE = re.compile(  # 「3.政治忠诚（500字左右）」: of something that is not known
    "(?:^|[。；：，])(?:[一二三四五六七八九十]{1,2}、|（[一二三四五六七八九十0-9]{1,2}）|[0-9]{1,2}[.、]|[①-⑳])(?![^（]*(?:材料|提纲|发言|班子|成员|党员|个人|支部|全文|字数|篇幅|总))[^，。；：（）]{2,24}（[^（）]{0,24}$"
)
_LEAST_OF_A_MATERIAL = 100
_MENTIONED = re.compile(  # words that may set a length, whether or not one can be read
    rf"(?P<number>{NUMBER})(?:[来多余])?(?P<unit>字(?![号体])|[页版](?!码|面设|边)|张[纸稿A])"
    "|(?:字数|篇幅|长度|长短)(?=[^，。；]{0,8}(?:适[中当]|不宜|不要|不得|精炼|精简|压缩|合理|过长|过短|参照|按))"
)


def lengths(
    page: Page,
    wanted: list[Span],
    meeting: MeetingKind,
    order: Mapping[int, PartKind] = MappingProxyType({}),
    aspects: Sequence[NoticeAspect] = (),
) -> Iterator[OwnedLength]:
    """Yield the lengths that a notice sets for materials, their parts and aspects.

    `order` tells which parts it numbers, `aspects` are those it lists.
    """
    for sentence in wanted:
        cells = list(in_cells(page, sentence, meeting, aspects))
        yield from (owned for _, owned in cells if owned)
        text = sentence.of(page.flat)
        found = [
            each
            for each in _plausible(page, sentence, text)
            if not _is_in(cells, sentence, each) and not is_of_another(page, sentence.start + each.start, meeting)
        ]
        if found:
            yield from _in_words(page, sentence, found, meeting, _Known(order, aspects))


class _Known(NamedTuple):
    """What a notice is known to number and to list."""

    order: Mapping[int, PartKind]
    aspects: Sequence[NoticeAspect]


def _in_words(
    page: Page, sentence: Span, found: list[Size], meeting: MeetingKind, known: _Known
) -> Iterator[OwnedLength]:
    text = sentence.of(page.flat)
    line = page.line(sentence.start).start
    near = page.flat[max(line, sentence.start - 20) : sentence.start]
    lead = near if subjects_in(near, meeting) else page.flat[line : min(line + 24, sentence.start)]
    lead = lead or page.row_name(sentence.start + found[0].start)
    in_row = respective_lengths.named(text, found, Around(meeting, lead, known.aspects))
    heading = part_of_heading(text)
    done, of_part, bound = 0, None, ""
    for size in found:
        before = text[done : size.start].rpartition("\t")[2]  # what stands in the cell before says nothing of this one
        if name := in_row.get(size.start):
            yield from _of_name(name, size, sentence, before + text[size.start : size.end])
        elif owned := _of_row(page, size, sentence, meeting, known):
            yield owned
        elif several := [
            *_of_numbered_parts(text, size, sentence, known.order),
        ] or list(of_aspects(page, text, size, sentence, meeting=meeting, aspects=known.aspects)):
            yield from several
        else:
            part = heading[0] if heading and heading[1] <= size.start else None
            last = list(_assigned(text, size, before, sentence, meeting=meeting, lead=lead, heading=part))
            if len(last) == 1 and last[0].part is None and _GOES_ON_WITH.fullmatch(before):
                # 「问题部分不少于2000字（个人）、3000字（班子）」
                last = [replace(last[0], part=of_part, range=bounded(size, bound).range)]
            of_part, bound = (last[0].part if len(last) == 1 else None), size.kind
            yield from last
        done = size.end


def _of_name(name: Named, size: Size, sentence: Span, words: str) -> Iterator[OwnedLength]:
    """Yield the length that stands in a row in the place of a name."""
    if not name.clear:
        yield OwnedLength(size.range, sentence, unclear=words.lstrip("，；、"))
    elif not name.other:
        yield OwnedLength(size.range, sentence, name.subjects, name.part, name.aspect)


def _behind(text: str, size: Size) -> str:
    """Give the name that stands in brackets right behind a length: 「2000字（个人）」."""
    behind = _IN_BRACKETS.match(text, size.end)
    return behind[1] if behind else ""


def _is_in(cells: Sequence[tuple[Span, OwnedLength | None]], sentence: Span, size: Size) -> bool:
    return any(cell.start <= sentence.start + size.start < cell.end for cell, _ in cells)


def left_over(page: Page, wanted: list[Span], meeting: MeetingKind) -> Iterator[Span]:
    """Yield the clauses that seem to set a length of the material and of which none was read."""
    for sentence in wanted:
        text = sentence.of(page.flat)
        if not _MENTIONED.search(text) or _NOT_THE_MATERIAL.search(text):
            continue
        about = page.flat[page.line(sentence.start).start : sentence.start][-40:] + text
        if not (_MATERIAL.search(about) or subjects_in(about, meeting)) or _sets_share(text):
            continue
        known = _plausible(page, sentence, text)
        for clause in page.clauses(*sentence):
            words = clause.of(page.flat)
            begins, ends = clause.start - sentence.start, clause.end - sentence.start
            mentioned = next((match for match in _MENTIONED.finditer(words) if not _said_of_paper(match)), None)
            if mentioned and not any(size.start < ends and begins < size.end for size in known):
                yield clause


def _said_of_paper(match: re.Match[str]) -> bool:
    return bool(match["number"]) and match["unit"] == "字" and value(match["number"]) < _LEAST_OF_A_MATERIAL


def _sets_share(text: str) -> bool:
    """Tell whether a sentence sets what part of the whole something is to fill, and says no more of length."""
    return re.search("分之|[0-9]%|[一二三四五六七八九]成|一半|占比|比例", text) is not None


def _plausible(page: Page, sentence: Span, text: str) -> list[Size]:
    """Find the numbers of a sentence that set the length of a material or of a part of it."""
    if "字" not in text and "千" not in text:
        return []
    question = asked_before(page, sentence, text)
    if not _SIZED.search(question + text):
        return []
    return [each for each in sizes(text, question) if each.kind != "bare" or each.row or _is_of_material(text, each)]


def _is_of_material(text: str, size: Size) -> bool:
    """Tell whether a bare number (「3000字」) is said of a material, and not of what it holds."""
    name = _BEFORE_BRACKET.search(text, max(0, size.start - REACH), size.start)
    if name and (is_aspect(name[1]) or kind_of(name[1])):
        return True
    clause, after = clause_before(text, size.start), clause_after(text, size.end)
    if is_part_name(clause.rpartition("（")[2]):
        return True
    named = (
        _MATERIAL.search(clause + after)
        or SUBJECT_WORDS.search(clause)
        or _BARELY.search(text[max(0, size.start - REACH) : size.start])
    )
    return bool(named or size.range.soft)


def _of_row(page: Page, size: Size, sentence: Span, meeting: MeetingKind, known: _Known) -> OwnedLength | None:
    """Read a length in the row of a table that is about one part or one aspect."""
    name = page.row_name(sentence.start + size.start)
    if not name or subjects_in(name, meeting):
        return None
    if is_aspect(name):
        which = aspect_at(page, sentence, known.aspects)
        which = aspect_named(name, known.aspects) if which is None else which
        unclear = "" if which is not None else f"{name}{sentence.of(page.flat)[size.start : size.end]}"
        return OwnedLength(size.range, sentence, aspect=which, unclear=unclear)
    kind = kind_of(name)
    return OwnedLength(size.range, sentence, (), kind) if kind else None


def _of_numbered_parts(text: str, size: Size, sentence: Span, order: Mapping[int, PartKind]) -> Iterator[OwnedLength]:
    """Read a length of 「第二部分」, 「第二、三部分各…」; of 「第②③部分」 together, or of a part that nothing numbers, it stays unclear."""
    clause = clause_before(text, size.start)
    named = _NUMBERED_PART.search(clause)
    if named is None:
        return
    numbers = [parse(each) if each not in CIRCLED else CIRCLED.index(each) + 1 for each in _ONE_PART.findall(named[0])]
    if len(numbers) == 2 and re.search("[至到—-]", named[0]):
        numbers = list(range(numbers[0], numbers[1] + 1))
    kinds = [order.get(number) for number in numbers]
    apart = len(numbers) == 1 or re.match("各|均|都|每", clause[named.end() :])
    if kinds and apart and None not in kinds and len({*kinds}) == len(kinds):
        yield from (OwnedLength(size.range, sentence, (), kind) for kind in kinds)
    else:
        yield OwnedLength(size.range, sentence, unclear=clause + text[size.start : size.end])


def _assigned(
    text: str, size: Size, before: str, sentence: Span, *, meeting: MeetingKind, lead: str, heading: PartKind | None
) -> Iterator[OwnedLength]:
    """Yield a length for those whose words stand nearest before it; `lead` is what opens the paragraph."""
    if kind := part_before_bracket(before, meeting):
        yield OwnedLength(size.range, sentence, (), kind)
        return
    clause = clause_before(before, len(before))
    inside = clause.rpartition("（")[2]  # 「党员写材料（党员领导干部不少于1500字…」
    clause = inside if SUBJECT_WORDS.search(inside) else clause
    after = re.match(
        "的?(?:个人|班子|党员)?[^，。；、（）]{0,4}(?:发言提纲|材料|提纲|发言稿)", text[size.end : size.end + REACH]
    )
    near = clause + (after[0] if after else "")
    if _NOT_THE_MATERIAL.search(near) and not _MATERIAL.search(near):
        return
    bounds, said = size.range, text[size.start : size.end]
    if _ONE_OF_THEM.search(clause) or _NAMED_BEFORE.search(before):
        yield OwnedLength(bounds, sentence, unclear=clause + said)
        return
    whole = re.search("材料|提纲|全文|总", near)
    parts = parts_named(near) or ([heading] if heading else [])
    together = len(parts) > 1 and (_TOGETHER.search(near) or not (whole or _FOR_EACH.search(clause)))
    if _SMALL.search(near) or together:
        yield OwnedLength(bounds, sentence, unclear=near[: len(clause)] + said)
        return
    if parts and not whole:
        whose = subjects_in(near + _behind(text, size), meeting)
        if whose or not SUBJECT_WORDS.search(near):
            yield from (OwnedLength(bounds, sentence, whose, part) for part in parts)
        return
    if SUBJECT_WORDS.search(near) and not subjects_in(near, meeting):
        return  # it is the other meeting's
    of_all = _FOR_ALL.search(clause) and not subjects_in(near, meeting)  # 「最多均不超过5000字」
    subjects = (
        subjects_in(_behind(text, size), meeting)
        or subjects_in(near, meeting)
        or subjects_in(before, meeting)
        or subjects_in(lead, meeting)
    )
    subjects = () if of_all else subjects
    yield OwnedLength(bounds, sentence, subjects)
