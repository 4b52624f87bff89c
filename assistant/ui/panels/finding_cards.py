"""What the card of a finding shows, or of several alike: sign, place, advice, and what can be done about it."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from typing import NamedTuple

from assistant.decisions import Stage
from assistant.finding import Finding
from assistant.language import slip_found
from assistant.language.punctuation import quoted
from assistant.review import progress, setting_aside
from assistant.review.material import Material
from assistant.review.setting_aside import Way
from assistant.rules.registry import about
from assistant.rules.rule import About
from assistant.ui.panels.panel_values import Card, Link

_ASIDE = "aside:"  # before the way of setting aside that is chosen in the menu 忽略
_SHORT = 8  # characters of a finding's text that alone do not say which place is meant
_AROUND = 6  # characters shown on each side of it
_LONGEST = 40  # characters of a finding's own text
# What is not written yet is grey while drafting; it is no fault.
_UNWRITTEN = {About.MISSING_PART: ("✚", "缺"), About.EMPTY_SECTION: ("○", "未写")}


class Deed(Enum):
    """What a button of the card does, by the link's name; done in `SidePanel`, on the page in `FindingsOnPage`."""

    FIX = "fix"
    FIX_ALL = "fix_all"
    GO = "go"
    PREVIOUS = "previous"  # of several alike
    NEXT = "next"
    ELSEWHERE = "elsewhere"
    ASIDE = "aside"  # a menu; which way is chosen, `way_of` tells
    WHY = "why"


class Repeated(NamedTuple):
    """Findings alike, of which the card shows one."""

    findings: tuple[Finding, ...]
    at: int = 0

    @property
    def current(self) -> Finding:
        return self.findings[self.at]


def label_of(finding: Finding) -> str:
    """Say what kind of finding it is, in one word: 必改, 建议, 提示, 缺, 未写."""
    unwritten = _UNWRITTEN.get(about(finding))
    return unwritten[1] if unwritten else finding.severity.label


def surroundings(finding: Finding, text: str) -> tuple[str, str, str] | None:
    """Quote a finding in its line, so that of several alike one knows which is meant: …2021年, X, 月XX日….

    A long one needs nothing before it.
    """
    start, end = finding.span
    if start == end or about(finding) in _UNWRITTEN:
        return None
    first, line_end = text.rfind("\n", 0, start) + 1, text.find("\n", start)
    line_end = line_end if line_end >= 0 else len(text)
    around, past = _AROUND if end - start <= _SHORT else 0, min(end, line_end, start + _LONGEST)
    before = ("…" if around and start - first > around else "") + text[max(first, start - around) : start] * bool(
        around
    )
    after = text[past : min(line_end, past + _AROUND)] + ("…" if line_end - past > _AROUND else "")
    return before, text[start:past], after


def deed_of(link: str) -> Deed:
    """Tell what a link stands for; the card itself ("") leads to its place. Raises ValueError for one that no card has."""
    return Deed(link or Deed.GO.value)


def way_of(link: str) -> Way | None:
    """Tell which way of setting aside a link stands for."""
    return Way(link.removeprefix(_ASIDE)) if link.startswith(_ASIDE) else None


def card(key: str, repeated: Repeated, material: Material, section: str = "") -> Card:
    """Make the card of findings alike; it speaks of the one it shows.

    `section` is where that stands, where the heading above the card does not say it of all.
    """
    finding, count = repeated.current, len(repeated.findings)
    unwritten = _UNWRITTEN.get(about(finding))
    grey = unwritten and material.decisions.stage is Stage.DRAFT
    where = f"同类{count}处，这是第{repeated.at + 1}处" if count > 1 else ""
    where += f"，在{quoted(section)}" if section else ""
    said = (where, finding.advice, f"依据：{finding.basis}")
    return Card(
        key,
        finding.message,
        unwritten[0] if unwritten else finding.severity.sign,
        label_of(finding),
        "faint" if grey else finding.severity.value,
        tuple(filter(None, said)),
        tuple(links(repeated, material)),
        quote=surroundings(finding, material.text),
    )


def links(repeated: Repeated, material: Material) -> list[Link]:
    """List what can be done, first what is likeliest wanted."""
    finding, count = repeated.current, len(repeated.findings)
    offered = [_link(Deed.FIX, finding.fix.title)] if finding.fix else []
    if count > 1 and all(each.fix and each.fix.safe for each in repeated.findings):
        offered.append(_link(Deed.FIX_ALL, f"这{count}处都照此改"))
    offered.append(_link(Deed.GO, "去看"))
    if count > 1:
        offered += [_link(Deed.PREVIOUS, "上一处"), _link(Deed.NEXT, "下一处")]
    if finding.part and about(finding) is About.MISSING_PART:
        offered.append(_link(Deed.ELSEWHERE, "已在别处说明"))
    offered.append(_link(Deed.ASIDE, "忽略", _aside_links(finding, repeated.findings, material)))
    offered.append(_link(Deed.WHY, "为什么"))
    return offered


def _link(deed: Deed, label: str, choices: tuple[Link, ...] = ()) -> Link:
    return Link(deed.value, label, choices)


def _aside_links(finding: Finding, alike: Sequence[Finding], material: Material) -> tuple[Link, ...]:
    """Offer all ways of setting a finding aside, always at the same places: the hand learns them."""
    sensible = setting_aside.ways(finding, alike, material)
    return tuple(
        Link(
            f"{_ASIDE}{way.value}",
            setting_aside.offer(way, finding.rule),
            enabled=way in sensible,
            apart=way is Way.RULE,
        )
        for way in Way
    )


def told_below(material: Material, *, nothing: bool) -> list[Card]:
    """Say below the cards what is not listed, and why; `nothing` is whether there is none."""
    lines: list[str] = []
    if nothing and not material.findings:
        later = "标点、篇幅等，阶段改为“送审”后再列出。" if material.decisions.stage is Stage.DRAFT else ""
        lines.append(f"{progress.NO_FINDINGS}{later}")
    elif nothing:
        lines.append("这一类没有要看的地方。点“全部”，可列出其他各类。")
    if len(material.text) > slip_found.MOST:
        lines.append(slip_found.LEFT_OUT)
    if material.unheard:
        lines.append(
            f"现在只列必改，另有{material.unheard}处没有列出。要全部列出，请在“检查”菜单里取消勾选“只看必改”。"
        )
    return [Card(f"told:{n}", each, heading=True, told=True) for n, each in enumerate(lines)]
