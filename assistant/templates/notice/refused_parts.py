"""The parts that questions are asked about, and those that need not be written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from assistant.templates.notice.asked_parts import make
from assistant.templates.notice.nearby import REACH, clause_start
from assistant.templates.notice.page import Page
from assistant.templates.notice.part_kinds import kind_of
from assistant.templates.notice.refusals import refusals
from assistant.templates.notice.values import NoticePart
from assistant.templates.template import MeetingKind, PartKind, Subject
from assistant.text import Span

_QUESTION = re.compile(
    "(?:问|Q[0-9]{0,2})：(?P<topic>[^？\n]{2,24}?)(?:部分|内容|这块|要求)*(?:的话)?(?:怎么|如何|怎样|要不要|写不写|是否|需不需要|用不用|写什么|写哪些|还写)[^？\n]{0,10}？"
)
_NOT_WRITTEN = re.compile(
    "^(?:(?:答|A[0-9]{0,2})：)?(?:可以?)?(?:不(?:用|需要?|必|要求?)?(?:再|单独)?写|无需|无须|不再|不用|不需要)"
)
_ENDINGS = ("情况", "说明", "剖析", "措施", "方向", "分析")
_USUAL_ENDING = {
    PartKind.PREVIOUS_RECTIFICATION: "情况",
    PartKind.OTHER: "情况",
    PartKind.DECLARATIONS: "说明",
    PartKind.CASE_ANALYSIS: "剖析",
    PartKind.CAUSE: "剖析",
}
_CAN_BE_REFUSED = (
    PartKind.PREVIOUS_RECTIFICATION,
    PartKind.OTHER,
    PartKind.DECLARATIONS,
    PartKind.CASE_ANALYSIS,
    PartKind.CAUSE,
    PartKind.MEASURE,
)
_OF_MATERIAL = re.compile("材料|提纲|对照|查摆|剖析|撰写|写|单列|报告|说明|整改|案例|要求")
_PAPERS = re.compile("清单|方案|台账|总结|请假|未参加|缺席")


def refused_parts(page: Page, wanted: list[Span], meeting: MeetingKind) -> tuple[NoticePart, ...]:
    """List the parts that the notice says need not be written, by anybody or by some."""
    found: dict[tuple[PartKind, tuple[Subject, ...]], NoticePart] = {}
    for each in refusals(page, wanted, meeting):
        words = each.named.of(page.flat)
        if each.bracketed and kind_of(words) is None:  # 「有关事项说明：个人有关事项报告、审计反馈等（班子材料不写）」
            words = page.flat[clause_start(page.flat, each.named.start, "；。\n") : each.named.start].partition("：")[0]
        if not each.certain or not _OF_MATERIAL.search(_around(page, each.named)):
            continue
        for name in re.split("[、和及与]", words):
            kind = kind_of(name) or kind_of(words)
            if kind in _CAN_BE_REFUSED and not _PAPERS.search(name):
                found.setdefault((kind, each.of), replace(make(page, kind, name, each.span), subjects=each.of))
    for kind, name, place, refused in _asked_about(page, wanted):
        if refused:
            found.setdefault((kind, ()), make(page, kind, name, place))
    return tuple(found.values())


def _around(page: Page, place: Span) -> str:
    """Give the sentence that holds a place, as far as what it is about may stand from it."""
    sentence = page.sentence(place.start)
    return page.flat[max(sentence.start, place.start - REACH) : min(sentence.end, place.end + REACH)]


def answered(page: Page, wanted: list[Span]) -> Iterator[NoticePart]:
    """Read the parts that questions ask about: 「问：上年度整改怎么写？答：逐条写明…」."""
    for kind, name, place, refused in _asked_about(page, wanted):
        if not refused:
            ending = "" if name.endswith(_ENDINGS) else _USUAL_ENDING.get(kind, "")
            yield make(page, kind, name + ending, place)


def _asked_about(page: Page, wanted: list[Span]) -> Iterator[tuple[PartKind, str, Span, bool]]:
    """Yield what questions are about, where they stand with their answers, and whether the answer is no."""
    for n, sentence in enumerate(wanted):
        match = _QUESTION.search(sentence.of(page.flat))
        kind = kind_of(match["topic"]) if match else None
        if match is None or kind is None or kind in (PartKind.PROBLEMS, PartKind.PREFACE):
            continue
        answer = wanted[n + 1] if n + 1 < len(wanted) else sentence
        refused = _NOT_WRITTEN.search(answer.of(page.flat)) is not None
        yield kind, match["topic"], Span(sentence.start, answer.end), refused
