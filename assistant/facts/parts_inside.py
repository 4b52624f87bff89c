"""Where a part of the template that has no section of its own is answered inside other text.

An aspect may be named in running text of the problems, a report of what was mended may stand in the preface, under the
heading of another report, or be known by the year of the meeting that it tells of.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice, zip_longest

from assistant.facts import chapter_leads
from assistant.facts.part_cues import claims, parts_named
from assistant.language import years
from assistant.language.sentences import SENTENCE
from assistant.patterns import compiled_later
from assistant.structure.outline import MaterialOutline, Section
from assistant.templates.aspect_likeness import SURE, likeness
from assistant.templates.template import Frame, Part, PartKind, Template
from assistant.text import Span, paragraphs
from assistant.text_memory import remembered

_MENTION = compiled_later(
    r"(?:^|(?<=[。；：！？\n]))(?:在|关于|对照|围绕)?[“\"]?([^。；：！？\n]{4,60}?)[”\"]?(?:方面|上)[，,：:]"
)
_REPORTED = compiled_later("已|完成|落实到位|销号|通报")
_MENDED = compiled_later("已|完成|落实到位|销号|通报|全部整改|均整改|改[为成好正完]")
_ACCOUNT = compiled_later(
    "学习教育|(?:有关|相关|其他)(?:情况|事项)|(?:情况|事项)的?(?:说明|报告)$"
)  # headings of what is told beside
_FOUND = compiled_later(
    "(?:查摆|查找|查出|排查|梳理|检视)[^。；]{0,12}?(?:问题|不足|[0-9一二两三四五六七八九十]+[个项条])"
)
_CASE_TOLD = compiled_later(
    "(?:通报|观看|剖析|学习|研讨|讨论|印发)了?[^。；]{0,30}?(?:案例|警示教育片|(?<![方议提预档草立备])案(?=[。，；]|件|情|的))"
)
_HELD_AGAINST_IT = compiled_later(
    "(?:对照|对比|反观|联想|联系|想到|想起|反思|以案为[鉴镜])[^。；]{0,24}?(?:案|我|本人|自己|自身|班子|教训|此人|他|其)"
)
_SO_MANY_MENDED = compiled_later("(?:改[了好完]|整改)[0-9一二两三四五六七八九十]+[个项条]")
_WITHIN = r"[^。：，；\n]"  # a character of the same clause; only from where one begins is a label looked for
_LINE = compiled_later(
    rf"(?<!{_WITHIN})(?={_WITHIN}{{4,}}[。：]){_WITHIN}*?(?P<label>{_WITHIN}{{4,40}})[。：](?P<told>[^\n]{{8,}})"
)
_MEETING_OF = compiled_later("(20[0-9]{2}) ?年度?[^，。；]{0,8}生活会")


def mentions(
    text: str,
    material: MaterialOutline,
    template: Template,
    part: Part,
    *,
    frame: Frame | None,
    problems: Sequence[Section],
) -> tuple[Span, ...]:
    """Find where a part without a section is answered inside other text: the first place where one of five ways finds it.

    `problems` are the sections that answer the problems, in which an aspect may be named in running text.
    """
    return (
        tuple(_named(text, material, part, frame, problems))
        or tuple(_opened(text, material, part, frame, problems))
        or tuple(_told_of_year_before(text, material.preface_span, part, template.year))
        or tuple(_told_beside(text, template, material.sections, part))
        or tuple(_told_case(text, part, problems))
    )


def _named(
    text: str, material: MaterialOutline, part: Part, frame: Frame | None, problems: Sequence[Section]
) -> Iterator[Span]:
    """Find an aspect named in running text, a report in the preface, or the preface itself."""
    if part.kind is PartKind.ASPECT and frame is not None:
        number = frame.aspects.index(part)
        for section in problems:
            for span in _phrases(text, section.heading_end, section.end):
                if likeness(frame, span.of(text), number) >= SURE:
                    yield span
                    return
            place = Span(section.heading_end, section.end)
            if opened := chapter_leads.aspects(text, frame, place).get(number):
                yield opened
                return
    elif part.kind in (PartKind.PREVIOUS_RECTIFICATION, PartKind.OTHER) and part.cues:
        yield from _labelled(text, material.preface_span, part)
        yield from islice((each for each in _reports(text, *material.preface_span) if claims(part, each.of(text))), 1)
    elif part.kind is PartKind.PREFACE and text[material.preface_span.start : material.preface_span.end].strip():
        yield material.preface_span


def _labelled(text: str, preface: Span, part: Part) -> Iterator[Span]:
    """Find a paragraph of the preface that begins with the part's name: 「上年度整改情况。2024年度提出9项，完成7项」."""
    yield from islice((line for label, line in _labelled_reports(text, *preface) if claims(part, label)), 1)


def _opened(
    text: str, material: MaterialOutline, part: Part, frame: Frame | None, problems: Sequence[Section]
) -> Iterator[Span]:
    """Find what the first sentence of a paragraph opens, in a text without chapters: aspects, causes, measures."""
    if chapter_leads.heads_chapters(material.sections):
        return
    last = max((section.start + 1 for section in problems if section.leading), default=0)
    place = Span(max(last, material.preface_span.start), material.body_end)
    if part.kind in (PartKind.CAUSE, PartKind.MEASURE):
        yield from chapter_leads.opened(text, part.kind, place)
    elif not problems and part.kind in (PartKind.PROBLEMS, PartKind.ASPECT):
        named = chapter_leads.aspects(text, frame, place) if frame else {}
        if part.kind is PartKind.PROBLEMS:
            yield from named.values() or chapter_leads.told_before(text, place)
        elif frame and (span := named.get(frame.aspects.index(part))):
            yield span


def _told_beside(text: str, template: Template, sections: Sequence[Section], part: Part) -> Iterator[Span]:
    """Find a report of what was mended under the heading of another: 「上年度和学习教育查摆问题整改情况」 has both."""
    if part.kind not in (PartKind.PREVIOUS_RECTIFICATION, PartKind.OTHER) or "整改" not in part.heading:
        return
    for section in sections:
        if not ("整改" in section.heading or _ACCOUNT.search(section.heading)) or set(
            parts_named(template, section.heading)
        ) & {
            "problems",
            "cause",
            "measure",
        }:
            continue
        sentences = list(SENTENCE.finditer(text, section.heading_end, section.end))
        for match, after in zip_longest(sentences, sentences[1:]):
            if claims(part, f"{match[0]}整改") and (_MENDED.search(match[0]) or _goes_on_mended(text, match, after)):
                yield Span(match.start(), match.end())
                return
        yield from _told_of_year_before(text, Span(section.heading_end, section.end), part, template.year, "整改")


def _goes_on_mended(text: str, sentence: re.Match[str], after: re.Match[str] | None) -> bool:
    """Tell whether what was found in one sentence is said to be mended in the next: 「查摆问题5个。其中4个7月底前完成整改」."""
    if after is None or "\n" in text[sentence.end() : after.start()]:
        return False
    return _FOUND.search(sentence[0]) is not None and _MENDED.search(after[0]) is not None


def _told_case(text: str, part: Part, problems: Sequence[Section]) -> Iterator[Span]:
    """Find a paragraph among the problems that tells a case and then holds the writer against it; an item's own is none."""
    if part.kind is not PartKind.CASE_ANALYSIS:
        return
    for section in problems:
        items = {each.start for each in section.walk()}
        for start, paragraph in paragraphs(text[section.start : section.end]):
            if section.start + start in items:
                continue
            case = _CASE_TOLD.search(paragraph)
            if case and _HELD_AGAINST_IT.search(paragraph, case.end()):
                yield Span(start, start + len(paragraph)).shifted(section.start)
                return


def _told_of_year_before(text: str, place: Span, part: Part, year: int | None, under: str = "") -> Iterator[Span]:
    """Find in the preface, or `under` a heading, what became of last year's problems, told by the year of that meeting."""
    if part.kind is not PartKind.PREVIOUS_RECTIFICATION or year is None:
        return
    meeting = part.heading.partition("整改")[0]
    for match in SENTENCE.finditer(text, place.start, place.end):
        reported = "整改" in match[0] + under and _REPORTED.search(match[0])
        of_year = reported and any(int(each) < year for each in _MEETING_OF.findall(years.plain(match[0])))
        if of_year or ("生活会" in meeting and meeting in match[0] and _SO_MANY_MENDED.search(match[0])):
            yield Span(match.start(), match.end())
            return


@remembered(16)
def _phrases(text: str, start: int, end: int) -> tuple[Span, ...]:
    """Find the phrases that may name an aspect; each aspect and each template asks for those of the same section."""
    return tuple(Span(*match.span(1)) for match in _MENTION.finditer(text, start, end))


@remembered(4)  # all parts that may be answered there ask for those of the same place
def _reports(text: str, start: int, end: int) -> tuple[Span, ...]:
    """Find the sentences that tell what became of something."""
    return tuple(Span(*match.span()) for match in SENTENCE.finditer(text, start, end) if _REPORTED.search(match[0]))


@remembered(4)  # as above
def _labelled_reports(text: str, start: int, end: int) -> tuple[tuple[str, Span], ...]:
    """Find the lines that tell so behind a label, with the label."""
    lines = (line for line in _LINE.finditer(text, start, end) if _REPORTED.search(line["told"]))
    return tuple((line["label"], Span(line.start("label"), line.end())) for line in lines)
