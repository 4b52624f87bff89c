"""The days of a notice that were taken for nothing: their year is not said, or what they are for."""

from __future__ import annotations

import re
import sys
from bisect import bisect_right
from collections.abc import Iterator

from assistant.templates.notice.days.changed import is_past_paper, superseded
from assistant.templates.notice.days.named import PAST
from assistant.templates.notice.days.of_tasks import task_at
from assistant.templates.notice.days.purposes import lead
from assistant.templates.notice.days.respective import DayOf
from assistant.templates.notice.days.vague import deadlines
from assistant.templates.notice.days.written import written
from assistant.templates.notice.nearby import REACH
from assistant.templates.notice.page import Page
from assistant.text import Span

_NEAR = 6  # characters before a clause that may say what it is about
_BY = re.compile("[日号]?(?:（[^（）]{1,8}）)?[^，。；\n前]{0,8}(?:之?前|截止)")
_OTHER_DAYS = re.compile(
    "征求|意见|谈心|谈话|学习|研讨|整改|会后|报告|总结|测评|督导|名单|方案|回执|清单|印发|施行|统计|台账|党费|培训|评议|民主评议"
)


def unused_days(page: Page, wanted: list[Span], used: list[Span]) -> Iterator[Span]:
    """Yield the clauses that set a day which was taken for nothing: its year is not said, or what it is for.

    「本月25日前」 in a notice without its own date is told as a deadline that names no day, and only so.
    """
    taken = _joined(used)
    told = [words for _, words in deadlines(page, wanted)]
    for sentence in wanted:
        matches = [match for match in written(page.flat, sentence) if match["day"]]
        former = superseded(page, sentence, [Span(*match.span()) for match in matches])
        clauses = list(page.clauses(*sentence)) if matches else []
        ends = [clause.end for clause in clauses]
        following = page.sentence(sentence.end)
        replaced = any(sentence.start <= span.start < max(sentence.end, following.end) for span in used)
        until = sentence.start  # how far what was yielded reaches
        for n, match in enumerate(matches):
            if match.start() < until:
                continue
            if any(words.startswith(match[0]) for words in told):
                continue
            if is_past_paper(page.flat, *match.span()) or (n in former and replaced):
                continue
            task = task_at(page, match.start())
            if task and task.of is DayOf.OTHER:
                continue
            clause = clauses[bisect_right(ends, match.start())]
            known = _is_in(match.start(), taken)
            sets = _BY.match(page.flat, match.end("day")) or "时间" in lead(page, sentence)[:16] or n in former
            begins = max(sentence.start, clause.start - _NEAR, match.start() - REACH)
            about = page.flat[begins : min(clause.end, match.end() + REACH)]
            if sets and not known and not PAST.search(about) and not _OTHER_DAYS.search(about):
                stop = re.compile("[；。\n]").search(page.flat, clause.end, sentence.end)
                until = stop.start() if stop else sentence.end
                yield Span(clause.start, until)


def _joined(spans: list[Span]) -> list[Span]:
    """Give stretches in their order, those that meet made one."""
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and span.start <= joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return joined


def _is_in(place: int, joined: list[Span]) -> bool:
    n = bisect_right(joined, Span(place, sys.maxsize)) - 1
    return n >= 0 and place < joined[n].end
