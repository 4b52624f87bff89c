"""Opinions on the writer (意见台账): pasted or typed lines → opinions, each with its source; and how they stand answered."""

from __future__ import annotations

from collections.abc import Iterable

from assistant.language import names
from assistant.language.numbering import ordinals
from assistant.patterns import compiled_later
from assistant.rounds import AT_MEETING, SOURCES, Answer, Opinion
from assistant.text import canonical

_BULLET = compiled_later(r"^[-*•·●○▪◆☐□]\s*")
_SOURCE_LINE = compiled_later(
    r"^(?P<source>[^：:，。；]{2,16}?)(?:的)?(?P<given>意见建议|意见|建议|反映|反馈|提出)?(?:[（(]?\d+条[）)]?)?[：:]?$"
)
_KNOWN = {
    "群众": "群众",
    "干部职工": "群众",
    "职工": "群众",
    "服务对象": "服务对象",
    "企业": "服务对象",
    "上级": "上级点明",
    "谈心": "谈心谈话",
    "谈话": "谈心谈话",
    "巡视": "巡视巡察",
    "巡察": "巡视巡察",
    "会上": AT_MEETING,
    "批评意见": AT_MEETING,
}
_NAMED = compiled_later(
    r"^(?P<name>[\u4e00-\u9fff]{2,3}?)(?:同志|同事|主任|书记|局长|科长|处长|老师)?(?:提出|提到|认为|反映|建议|说|指出|[：:])"
)


def parsed(text: str, source: str = "") -> tuple[Opinion, ...]:
    """Read opinions, one a line, with or without numbers; a short line that only names a source heads those below it."""
    found: list[Opinion] = []
    for line in canonical(text).split("\n"):
        said = _without_number(line.strip())
        if not said:
            continue
        if (heading := _source_of(said)) is not None:
            source = heading
        else:
            found.append(Opinion(said, source))
    return tuple(found)


def _without_number(line: str) -> str:
    line = _BULLET.sub("", line)
    first = next(iter(ordinals(line)), None)
    if first and first.leading and first.start == 0:
        line = line[first.end :]
    return line.strip()


def _source_of(line: str) -> str | None:
    """Tell which source a line names, None where it is an opinion itself."""
    match = _SOURCE_LINE.match(line)
    if match is None or not (line.endswith(("：", ":", "意见", "建议", "条")) or line in SOURCES):
        return None
    known = next((source for word, source in _KNOWN.items() if word in match["source"]), None)
    return known or (match["source"] if match["given"] and line.endswith(("：", ":")) else None)


def names_proposer(text: str) -> str:
    """Give the name of whoever an opinion says has brought it forward, "" where it names nobody."""
    match = _NAMED.match(text)
    return match["name"] if match and names.is_name(match["name"]) else ""


def unanswered(opinions: Iterable[Opinion]) -> int:
    """Count the opinions of which nobody has said yet where they are answered."""
    return sum(is_open(each) for each in opinions)


def is_open(opinion: Opinion) -> bool:
    """Tell whether an opinion waits for an answer; what was said at the meeting itself goes into the 整改清单 as it is."""
    return opinion.answer is Answer.OPEN and opinion.source != AT_MEETING
