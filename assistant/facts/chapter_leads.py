"""Sentences that open a part which has no heading: 「往后这样改。」, 「要问根子在哪，我想了几个晚上。」.

Who speaks as he would at the table heads no chapters; where he comes to the causes or the measures is told by the first
sentence of a paragraph. It counts only behind the problems, where it can mean nothing else: inside them it would speak of
one problem alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from assistant.language.part_names import CAUSES, MEASURES
from assistant.patterns import compiled_later
from assistant.structure.outline import Section
from assistant.templates.aspect_likeness import SURE, likenesses
from assistant.templates.template import Frame, PartKind
from assistant.text import Span
from assistant.text_memory import remembered

LONGEST = 24  # characters of a chapter's heading
_LONGEST_LEAD = 45  # characters of such a sentence
_EARLY = 12  # characters within which it comes to what it opens
_BEGINS = "(?m:^)"  # a paragraph
_LEAD = compiled_later(
    rf"{_BEGINS}(?![0-9０-９（(]|[一二三四五六七八九十]+、)[^。！？?：:\n]{{2,{_LONGEST_LEAD}}}(?:[。！？?：:]|(?=\n))"
)
_WITHIN = "[^。！？?：:]"  # a character of the same sentence
_CAUSE = compiled_later(
    "为(?:什么|啥|何)|[想思]来想去|[咋怎]么?会(?:这样|这么|如此|成)|何以|究其|归根|说到底|追根|刨根|往深[里处]|深(?:挖|究)|分析(?:起来|下来|一下)"
    f"|(?:{CAUSES}|根子|病根){_WITHIN}{{0,4}}(?:在|是|有|找|挖|说|归|$)|(?:找|想|查)(?:到|出)?的(?:原因|根子)"
    f"|(?:找|挖|查|剖析|分析){_WITHIN}{{0,6}}(?:{CAUSES}|根子|病根)"
    f"|^(?:{CAUSES}|剖析|分析|反思)[。：:]"
    f"|(?:毛病|问题){_WITHIN}{{0,6}}(?:长在|出在|来自|源于|缘于|归到)"
)
_MEASURE = compiled_later(
    "[咋怎](?:么|样)?(?:改|办|做|补)|如何(?:改|办|做|补)|(?:这样|这么)改|打算(?:如下|有|是|也)|改法|要(?:改|做|办)的"
    f"|{MEASURES}"
    f"|(?:往后|今后|以后|下一?步|接下来|从今|来年|会后){_WITHIN}{{0,14}}(?:改|打算|做|办|努力)"
    "|^(?:打算|措施|整改|改进|处置|办法)[。：:]"
    f"|(?:今年|新的一年){_WITHIN}{{0,8}}(?:打算|改)|(?:说|讲|谈){_WITHIN}{{0,3}}(?:打算|改法)"
    f"|(?:打算|准备|决心|决定|保证|想|就)(?:从{_WITHIN}{{1,8}})?(?:这样|这么|这般|如此)?(?:去|来)?(?:改|做)"
)
_ASPECT = compiled_later(rf"{_BEGINS}(?:在|关于|对照|围绕)?([^。；：！？\n]{{4,{_LONGEST_LEAD}}}?)方面[。：:，,]")
_AT_LEAST = 300  # characters that tell of problems
_SEVERAL = 2  # aspects by which the problems are known


def heads_chapters(sections: Sequence[Section]) -> bool:
    """Tell whether a text has chapters; 「一、」 before a sentence, or before what runs on in its paragraph, numbers items."""
    return any(
        section.level == 1
        and section.leading
        and section.paragraph_end - section.heading_end <= 1
        and not _is_sentence(section.heading)
        for section in sections
    )


def _is_sentence(heading: str) -> bool:
    return len(heading) > LONGEST or heading.count("，") > 1


def cut(section: Section, at: int) -> Section:
    """Give a section as far as it goes before what a paragraph opens, be that in its own text or among what is below it."""
    if section.end <= at:
        return section
    below = tuple(cut(child, at) for child in section.children if child.start < at)
    return section._replace(end=at, children=below)


@remembered(8)  # each part that has no section asks where they begin
def opened(text: str, kind: PartKind, place: Span) -> tuple[Span, ...]:
    """Find where the causes or the measures begin in a place behind the problems: the paragraph whose first sentence says so."""
    sought = {PartKind.CAUSE: _CAUSE, PartKind.MEASURE: _MEASURE}[kind]
    for lead in _LEAD.finditer(text, place.start, place.end):
        found = sought.search(lead[0])
        if found and found.start() <= _EARLY:
            return (_paragraph(text, lead.start()),)
    return ()


def told_before(text: str, place: Span) -> Iterator[Span]:
    """Find what a text without aspects tells before its causes or measures, behind its first paragraph: its problems.

    Some lines alone are no problems: the causes may be told of what stands elsewhere.
    """
    begin = text.find("\n", place.start, place.end) + 1
    leads = [lead.start for kind in (PartKind.CAUSE, PartKind.MEASURE) for lead in opened(text, kind, place)]
    if begin and leads and min(leads) - begin >= _AT_LEAST:
        yield Span(begin, min(leads))


def aspects(text: str, frame: Frame, place: Span) -> Mapping[int, Span]:
    """Find the paragraphs that name aspects of a frame before anything else, by the aspects' numbers; not a single one."""
    found: dict[int, Span] = {}
    for words, paragraph in _named(text, *place):
        like = likenesses(frame, words)
        best = max(range(len(like)), key=like.__getitem__)
        if like[best] >= SURE:
            found.setdefault(best, paragraph)
    return found if len(found) >= _SEVERAL else {}


@remembered(4)  # each aspect asks for those of the same place
def _named(text: str, start: int, end: int) -> tuple[tuple[str, Span], ...]:
    """Find the paragraphs that begin as if they named an aspect, with what they name."""
    return tuple((lead[1], _paragraph(text, lead.start())) for lead in _ASPECT.finditer(text, start, end))


def _paragraph(text: str, start: int) -> Span:
    end = text.find("\n", start)
    return Span(start, end if end >= 0 else len(text))
