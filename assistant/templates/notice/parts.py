"""The parts that a notice wants the material to have, in the order the material should have them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from assistant.templates.notice.asked_parts import EXTENT, commanded, make, placed, topic
from assistant.templates.notice.mixed_lists import aspects_among
from assistant.templates.notice.numbered_lists import Listing, introduction
from assistant.templates.notice.page import Page
from assistant.templates.notice.part_kinds import kind_of
from assistant.templates.notice.refusals import Refusal, refusals
from assistant.templates.notice.refused_parts import answered
from assistant.templates.notice.subject_words import subjects_in
from assistant.templates.notice.values import NoticePart
from assistant.templates.template import MeetingKind, PartKind, Subject
from assistant.text import Span

_AGENDA = re.compile("议程|程序|步骤|流程|会议召开|会上|会前准备|任务分工|时间|工作要求|组织领导|清单")
_LIST_OPENING = re.compile(
    r"(?:材料|提纲|发言|内容|框架|结构|主体|文本|正文)[^。；，\n]{0,16}(?:包括|包含|由|分为|为|含|框架|结构)?[^。；，：\n]{0,14}[：\t]|(?:材料|提纲|发言|内容)[^。；，：\n]{0,10}(?:包括|包含|分为|由|含|[要须]写(?![清明出好]))|(?:写清楚?|写明|写出|讲清|写好|着重写|重点写|阐明|逐一写)|(?:结构|框架|体例)(?:依次|一般)?(?:为|是|包括)[：“]*"
)
_DIVIDED = re.compile(
    "(?:按照|按|从|分|由|包括)(?P<body>[^。；：]{6,80}?)等?[三四五六七3-7](?:个|大)?(?:部分|板块|块|段)"
)
_JOINED = re.compile("(?P<body>[^。；：，“”+＋→—]{2,20}(?:[+＋→—]+[^。；：，“”+＋→—]{2,20}){2,})")
_FIRST = re.compile("^(?=第一部分[，：是为])")
_PLUS = re.compile("[+＋→][^+＋→]+[+＋→]|—[^—]{2,12}—")
_HEADS_PARTS = re.compile("^(?:材料|提纲|主要|具体|对照检查|的)*(?:内容|框架|结构|组成)$")
_AT_ONCE = re.compile("^(?:(?:包括|包含|有|为)：?)?")
_ANSWER = re.compile("^(?:答|A[0-9]{0,2})：(?:一般|应当?|要|须|需|主要)*(?:写|包括|包含|分为?|有|由)?：?")
_NUMBER_FIRST = re.compile(
    "(?:分|共|包括|由)[为成]?[三四五六七3-7](?:个|大)?(?:部分|板块|块)，?(?:即|分别[是为]|依次[是为]|：)：?"
)
_AFTER_LENGTH = re.compile(
    "(?:材料|提纲)[^。；：]{0,24}[字页]?(?:左右|以内|以上)?，(?:内容)?(?:包括|包含|分为|由)(?=[^。；：，]{2,14}、)"
)
_OPENINGS = (_LIST_OPENING, _DIVIDED, _FIRST, _NUMBER_FIRST, _AFTER_LENGTH)
_ASKS_FOR_PARTS = re.compile("(?:部分|内容|结构|框架|写什么|写哪些|怎么分)[^？\n]*？\n?$")
_ANNOUNCED = re.compile(
    "[二三四五六七八2-9](?:个|大)?(?:部分|板块|方面)(?:的?内容)?[，：]?(?:即|分别[是为]|[是为])?[：]?"
)
_INTRODUCED = 40
_FOR_WHOM = re.compile("（(?:仅|只|限|由)*(班子成员|领导班子|支部班子|班子|个人|党员)(?:材料|填写|写|适用)*）$")
_ITEM_END = re.compile(r"[；。：\n\t]|，(?!.{0,14}(?:情况|问题)(?:[；。\n]|$))")

_MATERIAL = re.compile("材料|提纲")
_CONTENTS = re.compile("^(?:主要|具体|一般)?(?:内容)?(?:(?:包括|包含)：?|(?:为|有)：)")
_BY_ASPECTS = re.compile("[四五六4-6]个(?:带头|方面|是否)(?:查摆|检视|对照)问题$")  # no heading by itself
_NO_LONGER_LISTED = re.compile("，(?:并[就对要应将]|篇幅|字数|其中|同时|每[个一]|上级|各[^，]{0,4}要)")
_COUNTED = re.compile("等?(?<!第)[二三四五六七八2-9](?:个|大)?(?:部分|板块)")


def parts(
    page: Page, lists: list[Listing], wanted: list[Span], problems: Span | None, meeting: MeetingKind
) -> tuple[NoticePart, ...]:
    """List the parts: those of an explicit list first, then what single sentences ask for besides.

    `problems` is the sentence that introduces the aspects: where they are asked for, so is a part that holds them.
    """
    refused = tuple(refusals(page, wanted, meeting))
    listed = _listed(page, lists, wanted, meeting, refused) or _in_sentences(page, wanted, meeting, refused)
    found = [_marked(part, meeting) for part in listed]
    asked = [*answered(page, wanted), *commanded(page, wanted, meeting, refused)]
    if problems is not None:
        said = page.found(None, *problems)
        asked = [part for part in asked if part.kind is not PartKind.PROBLEMS]
        asked.append(NoticePart(PartKind.PROBLEMS, "存在的问题", said.said, said.span))
    for part in asked:
        if part.kind is PartKind.OTHER and any(part.heading in each.heading for each in found):
            continue
        same = [each for each in found if each.kind is part.kind]
        if part.kind is PartKind.OTHER or not any(_shares_subject(each, part) for each in same):
            found = placed(found, part)
    return tuple(found)


def _is_refused(position: int, refused: Sequence[Refusal]) -> bool:
    """Tell whether the part at a place need not be written by anybody."""
    of_all = (each for each in refused if not (each.bracketed and each.of))
    return any(each.span.start <= position < each.span.end for each in of_all)


def _marked(part: NoticePart, meeting: MeetingKind) -> NoticePart:
    """Read for whom a part is from the brackets behind it: 「有关事项说明（个人）」."""
    match = _FOR_WHOM.search(part.heading)
    whose = subjects_in(match[1], meeting) if match else ()
    if match is None or len(whose) != 1:
        return part
    return replace(part, heading=part.heading[: match.start()], subjects=whose)


def _shares_subject(one: NoticePart, other: NoticePart) -> bool:
    return not one.subjects or not other.subjects or bool({*one.subjects} & {*other.subjects})


def numbered(page: Page, lists: list[Listing]) -> dict[int, PartKind]:
    """Tell which part each number of the list of parts stands for, where the notice has such a list."""
    for listing in lists:
        among = aspects_among(page, listing)
        kinds = {
            item.value: None if n in among else kind_of(item.head(page.flat)) for n, item in enumerate(listing.items)
        }
        known = {value: kind for value, kind in kinds.items() if kind}
        if len(kinds) >= 3 and len(known) * 3 >= (len(kinds) - len(among)) * 2 and len(set(known.values())) >= 3:
            return known
    return {}


def _listed(
    page: Page, lists: list[Listing], wanted: list[Span], meeting: MeetingKind, refused: Sequence[Refusal]
) -> list[NoticePart]:
    """Read the longest numbered list of parts; where the subjects have each their own, both together."""
    starts = {span.start for span in wanted}
    best: list[NoticePart] = []
    own: dict[tuple[Subject, ...], list[NoticePart]] = {}
    for listing in lists:
        place = introduction(page, listing)
        above = listing.parent.head(page.flat) if listing.parent else ""
        introduced = place.of(page.flat)
        if page.sentence(listing.items[0].body).start not in starts:
            continue
        if len(listing.items) < 3 or _AGENDA.search(introduced[-40:]) or _AGENDA.search(above):
            continue
        found: list[NoticePart] = []
        known = 0
        among = aspects_among(page, listing)
        for number, item in enumerate(listing.items):
            if number in among:
                known += 1
                if number == among.start:
                    found.append(
                        make(page, PartKind.PROBLEMS, "存在的问题", Span(item.start, min(item.end, item.line_end)))
                    )
                continue
            stop = _outside_brackets(page.flat, item.body, min(item.end, item.line_end))
            if _is_refused(item.body, refused):
                known += 1
                continue
            made = list(_split_heading(page, item.body, stop, item.start))
            known += all(part.kind is not PartKind.OTHER for part in made) and bool(made)
            found += made
        if known * 3 >= len(listing.items) * 2 and len({part.kind for part in found}) >= 3:
            best = max(best, found, key=len)
            whose = subjects_in(introduced[-40:], meeting) or subjects_in(above, meeting)
            if len(whose) == 1:
                own.setdefault(whose, found)
    return _of_whom(best, own)


def _outside_brackets(flat: str, start: int, end: int) -> int:
    """Tell where an item's first clause ends; what stands in brackets belongs to it: 「问题（每个方面2个，要有事例）」."""
    for match in _ITEM_END.finditer(flat, start, end):
        if flat.count("（", start, match.start()) <= flat.count("）", start, match.start()):
            return match.start()
    return end


def _of_whom(best: list[NoticePart], own: dict[tuple[Subject, ...], list[NoticePart]]) -> list[NoticePart]:
    """Join two subjects' own lists; of a single one only the declarations are that subject's alone."""
    if len(own) == 2:
        return _joined(own)
    alone = next((whose for whose, found in own.items() if found is best), ())
    return [replace(part, subjects=alone) if part.kind is PartKind.DECLARATIONS else part for part in best]


def _joined(own: dict[tuple[Subject, ...], list[NoticePart]]) -> list[NoticePart]:
    """Join the lists of two subjects: what both have is asked of both, the rest of one alone."""
    first, second = own
    found: list[NoticePart] = []
    for part in own[first]:
        both = any(_same(part, each) for each in own[second])
        found.append(part if both else replace(part, subjects=first))
    for part in own[second]:
        if not any(_same(part, each) for each in own[first]):
            found = placed(found, replace(part, subjects=second))
    return found


def _same(one: NoticePart, other: NoticePart) -> bool:
    return one.kind is other.kind and (one.kind is not PartKind.OTHER or one.heading == other.heading)


def _split_heading(page: Page, start: int, end: int, said: int) -> Iterator[NoticePart]:
    """Yield the part of one list item, or two where it names two (「原因剖析和整改措施」)."""
    text = page.flat[start:end]
    for match in re.finditer("和|、|及|以及", text):
        first, second = kind_of(text[: match.start()]), kind_of(text[match.end() :])
        if first and second and first is not second and PartKind.DECLARATIONS not in (first, second):
            late = {PartKind.PROBLEMS, PartKind.CAUSE, PartKind.MEASURE, PartKind.CASE_ANALYSIS}
            if {first, second} <= late:
                yield make(page, first, text[: match.start()], Span(said, end))
                yield from _split_heading(page, start + match.end(), end, said)
                return
    if text.strip("，。；、 "):
        kind = kind_of(text.partition("（")[0].strip()) or kind_of(text) or PartKind.OTHER
        by_aspects = kind is PartKind.PROBLEMS and _BY_ASPECTS.search(text)
        yield make(page, kind, "存在的问题" if by_aspects else text, Span(said, end))


def _in_sentences(page: Page, wanted: list[Span], meeting: MeetingKind, refused: Sequence[Refusal]) -> list[NoticePart]:
    """Read the first list that stands in a sentence; where the subjects have each their own, both together."""
    first: list[NoticePart] = []
    own: dict[tuple[Subject, ...], list[NoticePart]] = {}
    for sentence in wanted:
        found, begins = _in_one_sentence(page, sentence, refused)
        if not found:
            continue
        first = first or found
        introduced = topic(page, sentence) + sentence.of(page.flat)[:begins]
        whose = subjects_in(introduced[-_INTRODUCED:], meeting)
        if len(whose) == 1:
            own.setdefault(whose, found)
    return _of_whom(first, own)


def _in_one_sentence(page: Page, sentence: Span, refused: Sequence[Refusal]) -> tuple[list[NoticePart], int]:
    """Read 「材料应包括A、B、C。」 and 「材料框架：A；B；C。」, and tell where the list begins."""
    words = sentence.of(page.flat)
    best: list[NoticePart] = []
    repeated = begins = 0
    openings = [each for opening in _OPENINGS for each in opening.finditer(words)]
    if _PLUS.search(words):
        openings += _JOINED.finditer(words)
    if _MATERIAL.search(page.flat[max(0, sentence.start - 20) : sentence.start]):
        openings += _CONTENTS.finditer(words)  # 「…对照检查材料。主要包括：…」
    heading = next(iter(page.headings.above(sentence.start)), "")
    if _HEADS_PARTS.search(heading) and page.line(sentence.start).start == sentence.start:
        openings += _AT_ONCE.finditer(words)  # 「（三）材料内容\n上年度整改情况、存在问题、…」
    if _ASKS_FOR_PARTS.search(page.flat[max(0, sentence.start - 40) : sentence.start]):
        openings += _ANSWER.finditer(words)
    for opening in openings:
        whole = "body" in opening.groupdict()
        start = opening.start("body") if whole else opening.end()
        body = words[start : opening.end("body") if whole else None].rstrip("。")
        body = body.partition("，")[0] if _PLUS.search(body) else body
        if announced := _ANNOUNCED.match(body):  # 「五个部分，即…」
            start, body = start + announced.end(), body[announced.end() :]
        found = list(_pieces(page, sentence.start + start, body, refused))
        kinds = {part.kind for part in found}
        if len(kinds) >= 3 and (not best or len(found) - len(kinds) < repeated):
            best, repeated, begins = found, len(found) - len(kinds), start
    return best, begins


def _pieces(page: Page, offset: int, body: str, refused: Sequence[Refusal]) -> Iterator[NoticePart]:
    """Yield the parts of a list in running words."""
    for ending in (_COUNTED, _NO_LONGER_LISTED):
        if match := ending.search(body):
            body = body[: match.start()]
    if body.count("；") == 1 and "、" in body.partition("；")[0]:
        body = body.partition("；")[0]
    flat = re.sub("（[^（）]*）", lambda match: "（" * len(match[0]), body)  # what stands in brackets is not cut
    separator = "；" if flat.count("；") >= 2 else "[+＋→—]+" if _PLUS.search(flat) else "[、，；]|(?<=情况)和|以及"
    ends = [match.span() for match in re.finditer(separator, flat)]
    for at, past in zip([0, *(end for _, end in ends)], [*(begin for begin, _ in ends), len(body)], strict=True):
        if _is_refused(offset + at, refused):
            continue
        piece = body[at:past]
        piece_end = re.search("等?(?:[二三四五六七八2-9]个|几个)?(?:部分|方面)?(?:内容)?$", piece)
        length = piece_end.start() if piece_end else len(piece)
        if length and kind_of(piece[:length].partition("（")[0]) and not EXTENT.search(piece.partition("（")[0]):
            yield from _split_heading(page, offset + at, offset + at + length, offset + at)
