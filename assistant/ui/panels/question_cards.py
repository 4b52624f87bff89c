"""Cards of 想一想: the questions of a part, or where the caret is in none, what the whole still lacks."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum

from assistant.review import progress
from assistant.review.checklist import Item
from assistant.review.progress import Unfinished
from assistant.ui.panels.panel_values import Card, Link

CHOOSE = "choose"  # the key of the card by which 本次要求 is chosen
_LONGEST_QUOTE = 60  # characters of a sentence that is pointed to; the card cuts what does not fit


class Deed(Enum):
    """What a button of the card does, by the link's name; done in `SidePanel`."""

    GO = "go"
    NOTE = "note"
    NOT_APPLICABLE = "not_applicable"
    CHOOSE = "choose"  # 本次要求


def deed_of(link: str, leading: Deed) -> Deed:
    """Tell what a link stands for; the card itself ("") does what is `leading`. Raises ValueError for one that no card has."""
    return Deed(link or leading.value)


def leading_of(item: Item) -> Deed:
    """Tell what the card of a question does itself: lead to where the text speaks to it, else open its note."""
    return Deed.GO if item.mention else Deed.NOTE


def question(key: str, item: Item, text: str) -> Card:
    """Make the card of a question: where the text speaks to it, what was noted, and what can be done."""
    note = _link(Deed.NOTE, "修改随记…" if item.note else "记一笔…")
    if item.not_applicable:
        return Card(key, item.question.ask, "–", "不适用", "faint", links=(_link(Deed.NOT_APPLICABLE, "重新列出"),))
    lines = (f"随记：{item.note}",) if item.note else ()  # seen at once, else it seems to be lost
    links = [note, _link(Deed.NOT_APPLICABLE, "不适用")]
    quote = None
    if item.mention:
        quoted = item.mention.of(text)
        quote = "文中提到：", f"{quoted[:_LONGEST_QUOTE]}{'…' if len(quoted) > _LONGEST_QUOTE else ''}", ""
        links.insert(1, _link(Deed.GO, "去看"))
    sign, role = ("✓", "done") if item.mention else ("○", "faint")
    return Card(key, item.question.ask, sign, role=role, lines=lines, peek=bool(lines), links=tuple(links), quote=quote)


def lacking(left: Sequence[Unfinished], *, asked: bool) -> list[Card]:
    """Make the cards of what the whole still lacks; `asked` tells whether it is known what is asked for."""
    if not asked:
        intro = "还没有选定本次要求。选定以后，这里按部分列出可以想一想的事。"
        return [
            Card("none", intro, heading=True, told=True),
            Card(CHOOSE, "选定本次要求", links=(_link(Deed.CHOOSE, "选定本次要求…"),)),
        ]
    if not left:
        return [
            Card(
                "none",
                "本次要求的各部分都已写。光标放到哪一部分，这里就列出那一部分可以想一想的事。",
                heading=True,
                told=True,
            )
        ]
    cards = [Card("lacking", "全文还差", heading=True, count=f"{progress.number(left)}项")]
    for number, each in enumerate(left):
        sign = "✚" if each.missing else "○"
        go = _link(Deed.GO, "去写")
        cards.append(Card(f"unfinished:{number}:{each.label}", each.label, sign, role="faint", links=(go,)))
    return cards


def _link(deed: Deed, label: str) -> Link:
    return Link(deed.value, label)
