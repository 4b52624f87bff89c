"""What the cards of 审改稿 show: a comment, a change, an opinion; each with its place and what can be done about it."""

from __future__ import annotations

import datetime
import re
from enum import Enum

from assistant.review import opinions
from assistant.rounds import AT_MEETING, SOURCES, Answer, Change, KeptComment, Opinion, Reply, Verdict
from assistant.text import Span
from assistant.ui.panels.panel_values import Card, Link

GONE = "现在的材料里已没有这一处，内容仍然列出"
_LONGEST = 60  # characters quoted of a wording
_SOURCES = (*SOURCES, AT_MEETING)
_REPLIES = tuple(each for each in Reply if each is not Reply.OPEN)
_ANSWERS = tuple(each for each in Answer if each is not Answer.OPEN)
_ANSWER_LINKS = {
    Answer.WRITTEN: "写入光标处",
    Answer.MEASURE: "并入整改措施",
    Answer.MEETING: "会上说明",
    Answer.AFTER: "会后整改",
}
_SOURCE = "source:"  # before the source that is chosen in the menu 选定来源
_NOBODY = frozenset({"Unknown Author", "未知作者"})  # so LibreOffice signs for those who have not given a name


class Deed(Enum):
    """What a button of a card does, by the link's name; done in `ReturnedWork`.

    One that answers bears the value of its answer: `reply_of` a comment's, `verdict_of` a change's, `answer_of` an
    opinion's.
    """

    GO = "go"
    REOPEN = "reopen"
    SOURCE = "source"  # a menu; which one is chosen, `source_of` tells
    REMOVE = "remove"


def goes(link: str) -> bool:
    """Tell whether a link leads to its place, as the card itself ("") does."""
    return link in ("", Deed.GO.value)


def reply_of(link: str) -> Reply:
    """Tell what a link says of a comment. Raises ValueError for one that no comment has."""
    return Reply.OPEN if link == Deed.REOPEN.value else Reply(link)


def verdict_of(link: str) -> Verdict:
    """Tell what a link says of a change. Raises ValueError for one that no change has."""
    return Verdict(link)


def answer_of(link: str) -> Answer:
    """Tell how a link answers an opinion. Raises ValueError for one that no opinion has."""
    return Answer.OPEN if link == Deed.REOPEN.value else Answer(link)


def source_of(link: str) -> str | None:
    """Tell which source of an opinion a link stands for. Raises ValueError for one that there is not."""
    if not link.startswith(_SOURCE):
        return None
    if (source := link.removeprefix(_SOURCE)) not in _SOURCES:
        raise ValueError(link)
    return source


def day(date: str) -> str:
    """Write an ISO date as people say it, with its year if that is not this one; "" where the file told none."""
    match = re.match(r"(\d{4})-(\d\d)-(\d\d)(?:T(\d\d:\d\d))?", date)
    if not match or match[1] == "0000":
        return ""
    this = datetime.date.today().year  # noqa: DTZ011  # where the writer sits
    year = f"{match[1]}年" if int(match[1]) != this else ""
    return f"{year}{int(match[2])}月{int(match[3])}日" + (f" {match[4]}" if match[4] else "")


def _signed(author: str, date: str) -> str:
    return " · ".join(filter(None, ("未署名" if author in _NOBODY else author, day(date))))


def _quoted(text: str, span: Span | None) -> tuple[str, str, str] | None:
    if span is None:
        return None
    words = span.of(text).replace("\n", " ")
    before = text[max(0, span.start - 12) : span.start].replace("\n", " ")
    return ("", words, "") if words else (f"…{before}", "〔此处〕", "")


def comment(key: str, number: int, comment_: KeptComment, text: str, span: Span | None) -> Card:
    """Make the card of a comment."""
    answered = comment_.reply is not Reply.OPEN
    label = f"批注{number}" + (f" {comment_.reply.label}" if answered else "")
    lines = () if span else (f"{GONE}：{_clipped(comment_.anchor.text)}",)
    links = [Link(each.value, each.label) for each in _REPLIES if each is not comment_.reply]
    if answered:
        links.append(_link(Deed.REOPEN, "恢复为未处理"))
    if span:
        links.append(_link(Deed.GO, "去看"))
    return Card(
        key,
        comment_.said.text,
        label=label,
        role="done" if answered else "accent",
        lines=lines,
        links=tuple(links),
        quote=_quoted(text, span),
        signed=_signed(comment_.said.author, comment_.said.date),
    )


def change(key: str, change_: Change, text: str, span: Span | None, version: str) -> Card:
    """Make the card of a change; `version` is what the file was compared with."""
    done = change_.verdict is not Verdict.OPEN
    kind = "修订" if change_.tracked else "未标修订"
    label = f"{kind} {change_.verdict.label}" if done else kind
    lines = () if span or done else (f"{GONE}，不能直接接受",)
    links: list[Link] = []
    if change_.verdict is not Verdict.ACCEPTED and span:
        links.append(Link(Verdict.ACCEPTED.value, "改为接受" if done else "接受"))
    if change_.verdict is not Verdict.REJECTED and (span or not done):
        links.append(Link(Verdict.REJECTED.value, "改为拒绝" if done else "拒绝"))
    if span:
        links.append(_link(Deed.GO, "去看"))
    return Card(
        key,
        _told(change_),
        label=label,
        role="done" if done else "accent",
        lines=lines,
        links=tuple(links),
        quote=_quoted(text, span),
        signed=_signed(change_.author, change_.date) if change_.tracked else f"与“{version}”比对得出",
    )


def _told(change_: Change) -> str:
    """Say what becomes of the text."""
    first = change_.parts[0]
    if len(change_.parts) > 1:
        old = next((part.old for part in change_.parts if part.old), first.old)
        return f"移动一段“{_clipped(old)}”"
    if not first.old:
        return f"加上“{_clipped(first.new)}”"
    if not first.new:
        return f"删去“{_clipped(first.old)}”"
    return f"“{_clipped(first.old)}”改为“{_clipped(first.new)}”"


def _clipped(words: str) -> str:
    words = words.strip("\n").replace("\n", " ")
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1]}…"


def opinion(key: str, number: int, opinion_: Opinion, where: str) -> Card:
    """Make the card of an opinion; `where` is the place that answers it, "" for none."""
    answered = opinion_.answer is not Answer.OPEN
    label = f"意见{number}" + (f" {opinion_.answer.label}" if answered else "")
    named = opinions.names_proposer(opinion_.text)
    lines = (
        _from(opinion_),
        f"{opinion_.answer.label}：{where}" if where else "",
        f"写有提意见人的姓名（{named}），请核对是否需要保留" if named else "",
    )
    sources = tuple(Link(f"{_SOURCE}{each}", each) for each in _SOURCES)
    links = [Link(each.value, _ANSWER_LINKS[each]) for each in _ANSWERS if each is not opinion_.answer]
    if where:
        links.append(_link(Deed.GO, "去看"))
    if answered:
        links.append(_link(Deed.REOPEN, "恢复为未答复"))
    links += [_link(Deed.SOURCE, "选定来源", sources), _link(Deed.REMOVE, "删除这条意见")]
    shown = tuple(filter(None, lines))
    return Card(key, opinion_.text, "", label, "done" if answered else "accent", shown, tuple(links))


def _link(deed: Deed, label: str, choices: tuple[Link, ...] = ()) -> Link:
    return Link(deed.value, label, choices)


def _from(opinion_: Opinion) -> str:
    if opinion_.source == AT_MEETING and opinion_.answer is Answer.OPEN:
        return "会上提出，导出整改清单时列入"
    return f"来源：{opinion_.source}" if opinion_.source else "来源未填"
