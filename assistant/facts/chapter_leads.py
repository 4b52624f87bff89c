"""Sentences that open a part which has no heading: 「往后这样改。」, 「要问根子在哪，我想了几个晚上。」.

Who speaks as he would at the table heads no chapters; where he comes to the causes or the measures is told by the first
sentence of a paragraph. It counts only behind the problems, where it can mean nothing else: inside them it would speak of
one problem alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from assistant.patterns import compiled_later
from assistant.templates.aspect_likeness import SURE, likenesses
from assistant.templates.template import Frame, PartKind
from assistant.text import Span

LONGEST = 45  # characters of such a sentence
_LEAD = compiled_later(rf"(?:^|(?<=\n))[^。！？?：:\n]{{2,{LONGEST}}}[。！？?：:]")
_WHY = "为(?:什么|啥|何)|[咋怎]么?会(?:这样|这么|如此|成)|何以|究其|归根|说到底|追根|刨根|往深[里处]|深(?:挖|究)"
_ROOT = "(?:根子|根源|病根|原因|症结|毛病)[^。！？?：:]{0,4}(?:在|出在|是|有|找|挖|说|归)"
_CAUSE = compiled_later(f"{_WHY}|{_ROOT}|(?:找|挖|查|剖析|分析)[^。！？?：:]{{0,6}}(?:根子|根源|病根|原因|症结)")
_FROM_NOW = "往后|今后|以后|下一?步|接下来|从今|来年|会后"
_HOW = "[咋怎](?:么|样)?(?:改|办|做|补)|如何(?:改|办|做|补)"
_MEASURE = compiled_later(
    f"{_HOW}|(?:{_FROM_NOW})[^。！？?：:]{{0,14}}(?:改|打算|做|办|努力)|(?:今年|新的一年)[^。！？?：:]{{0,8}}(?:打算|改)|"
    "(?:打算|准备|决心|决定|保证|想|就)(?:从[^。！？?：:]{1,8})?(?:这样|这么|这般|如此)?(?:去|来)?(?:改|做起)|(?:这样|这么)改|整改(?:措施|打算)|改进措施|努力方向"
)
_ASPECT = compiled_later(rf"(?:^|(?<=\n))(?:在|关于|对照|围绕)?([^。；：！？\n]{{4,{LONGEST}}}?)方面[。：:，,]")
_SEVERAL = 2  # aspects by which the problems are known


def opened(text: str, kind: PartKind, place: Span) -> Iterator[Span]:
    """Find where the causes or the measures begin in a place behind the problems: the paragraph whose first sentence says so."""
    sought = {PartKind.CAUSE: _CAUSE, PartKind.MEASURE: _MEASURE}.get(kind)
    for lead in _LEAD.finditer(text, place.start, place.end) if sought else ():
        if sought and sought.search(lead[0]):
            yield _paragraph(text, lead.start())
            return


def aspects(text: str, frame: Frame, place: Span) -> Mapping[int, Span]:
    """Find the paragraphs that name aspects of a frame before anything else, by the aspects' numbers; not a single one."""
    found: dict[int, Span] = {}
    for lead in _ASPECT.finditer(text, place.start, place.end):
        like = likenesses(frame, lead[1])
        best = max(range(len(like)), key=like.__getitem__)
        if like[best] >= SURE:
            found.setdefault(best, _paragraph(text, lead.start()))
    return found if len(found) >= _SEVERAL else {}


def _paragraph(text: str, start: int) -> Span:
    end = text.find("\n", start)
    return Span(start, end if end >= 0 else len(text))
