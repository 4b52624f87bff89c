"""What is shown beside the page, as plain values: cards and their links, the status line, marks at the scroll bar.

Nothing of Qt is needed for them, nor by what makes them of a Material.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from assistant.finding import Severity

_ENDS = tuple("。？！；…")  # of what is a sentence already


@dataclass(frozen=True, slots=True)
class Link:
    """What can be chosen on a card; with `choices` it is the name of a menu and is not chosen itself.

    In a menu a link that makes no sense just now is greyed, so that each has its place; `apart`: below a line. The kind
    of each field stands in `ui/view_values` too.
    """

    name: str
    label: str
    choices: tuple[Link, ...] = ()
    enabled: bool = True
    apart: bool = False


@dataclass(frozen=True, slots=True)
class Card:
    """What a card shows.

    Closed it shows sign, label and title, and in one line the quote: what stands before, what is meant, what stands
    behind. Open it shows `lines` too and its links as buttons, the first as the one to be pressed. With `peek` the first
    of the lines begins to show when it is closed, too. A heading has neither frame nor links, and `count` at its right;
    `told` is one in plain faint letters. The kind of each field stands in `ui/view_values` too.
    """

    key: str
    title: str
    sign: str = ""  # painted, see signs
    label: str = ""  # in the color of `role`, as the sign
    role: str = "text"
    lines: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()
    heading: bool = False
    told: bool = False
    count: str = ""
    quote: tuple[str, str, str] | None = None
    peek: bool = False
    signed: str = ""  # who said it and when, beside the label; the title then has the lines below

    def spoken(self) -> str:
        """Say the card for a screen reader."""
        quoted = ("".join(self.quote),) if self.quote else ()
        parts = [each for each in (self.label, self.signed, self.title, *quoted, *self.lines, self.count) if each]
        return "".join(each if each.endswith(_ENDS) else f"{each}，" for each in parts).removesuffix("，")

    def offered(self) -> str:
        """Say for a screen reader what can be done."""
        return "、".join(link.label for link in self.links)


class StatusTexts(NamedTuple):
    """What the line says of a text; how many days are left is reckoned when it is shown.

    The kind of each field stands in `ui/view_values` too.
    """

    stage: str
    how_many: str  # is unfinished
    named: str  # what that is, or why there is none
    length: str
    over: bool  # it is longer than asked for
    pages: str
    hand_in: date | None = None
    meeting: date | None = None


class ScrollMark(NamedTuple):
    """One finding beside the scroll bar: where it is in the text, how grave, and what is said of it.

    The kind of each field stands in `ui/view_values` too.
    """

    start: int
    severity: Severity
    told: str
