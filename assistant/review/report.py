"""A report of one material for people: what was asked, what is there, and each place worth a look, in plain values.

`report_html` makes a page of it; the Word form is made in writers/.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant import NAME
from assistant.decisions import active
from assistant.facts.material_facts import MaterialFacts, PartFact, State
from assistant.finding import Finding, Severity
from assistant.language.punctuation import changed_to, quoted
from assistant.language.sentences import sentence_at
from assistant.review.material import Material
from assistant.review.repeats import repeats
from assistant.structure.outline import Section
from assistant.templates.template import Length, Need
from assistant.text import canonical

BEGINNING = 16  # characters of a sentence by which it is known
AROUND = 24  # characters shown on each side of a place
LONGEST = 60  # characters shown of the place itself
MOST_SENTENCES = 3  # whose beginnings are told of what repeats itself
MOST_MESSAGES = 4
HERE = "〔此处〕"  # stands where a place has no text of its own
MISSING = "还缺的部分"
CLOSING = f"本报告由{NAME}在本机生成，供修改时参考；是否修改由本人决定。"
PART_COLUMNS = ("部分", "情况", "字数")


@dataclass(frozen=True, slots=True)
class PartLine:
    """A part of the template, how far it is written, how long it is and should be; aspects stand inside."""

    name: str
    state: str
    length: str
    inside: bool


@dataclass(frozen=True, slots=True)
class Place:
    """One finding, and those that repeat it, with the words around it: what, why, by which source, how.

    `where` names the section and how the sentence begins, which is found in any program and on paper; what is missing
    has no words of its own but, in `before`, where it belongs.
    """

    severity: Severity
    where: str
    before: str
    marked: str
    after: str
    message: str
    advice: str
    basis: str
    fix: str


@dataclass(frozen=True, slots=True)
class Group:
    """The findings of one severity, in the order of the text; what is missing comes first."""

    title: str
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Report:
    title: str
    headline: tuple[tuple[str, str], ...]  # label and what is said
    parts: tuple[PartLine, ...]
    groups: tuple[Group, ...]


_STATES = {State.WRITTEN: "已写", State.FINDINGS: "已写，有要看的地方", State.EMPTY: "未写", State.MISSING: "缺"}


def of(material: Material, name: str, today: datetime.date, notes: Sequence[str] = ()) -> Report:
    """Put a report together; `name` is the file's, `notes` what its reading left out or found beside the text."""
    template = material.template
    counts = "，".join(f"{severity.label}{material.count(severity)}处" for severity in Severity)
    headline = [
        ("文件", canonical(name)),
        ("要求", asked(material)),
        ("字数", _length(material.length, template.length if template else None)),
        ("结果", "；".join([counts, *set_aside(material)])),
        ("检查", f"{today.year}年{today.month}月{today.day}日，按{material.decisions.stage.label}"),
    ]
    if notes:
        headline.append(("读取情况", "；".join(notes)))
    parts = tuple(
        _part_line(material, facts, fact) for facts in material.facts.materials for fact in facts.parts if _shown(fact)
    )
    title = material.facts.outline.materials[0].title or canonical(name)
    return Report(title, tuple(headline), parts, tuple(_groups(material)))


def asked(material: Material, *, guessed: bool = False) -> str:
    """Say what a material is checked against; `guessed`: nobody named the template."""
    template = material.template
    if template is None:
        return "没有认出是哪次会议，只检查文字、序号和标点"
    if not guessed or template.year is not None:
        return template.label
    year = material.facts.year(material.facts.materials[0])
    return template.label + (f"（没有{year}年度的要求，先按通用提纲）" if year else "（没有认出年度，先按通用提纲）")


def set_aside(material: Material) -> Iterator[str]:
    """Say how much more was found that is not told, and by whose will."""
    heard = active(material.all_findings, material.decisions, material.text)
    if ignored := len(material.all_findings) - len(heard):
        yield f"另有{ignored}处已由本人忽略"
    if off := len(material.decisions.rules_off):
        yield f"本材料不再检查的有{off}项"
    if material.unheard:
        yield f"现在只列必改，另有{material.unheard}处没有列出"


def _shown(fact: PartFact) -> bool:
    return fact.state is not State.MISSING or fact.part.need is not Need.OPTIONAL


def _part_line(material: Material, facts: MaterialFacts, fact: PartFact) -> PartLine:
    fact = material.part_of(facts, fact.part.id) or fact
    state = fact.elsewhere if fact.elsewhere and not fact.length else _STATES[fact.state]
    length = _length(fact.length, fact.part.length) if fact.length else ""
    return PartLine(fact.part.short, state, length, fact.parent is not None)


def _length(length: int, asked: Length | None) -> str:
    """Say a length and what is asked for; what no notice says is only called usual."""
    shown = f"{length}字"
    if asked is None or not (asked.least or asked.most):
        return shown
    if asked.least and asked.most:
        limits = f"{asked.least}至{asked.most}字"
    else:
        limits = f"不少于{asked.least}字" if asked.least else f"不超过{asked.most}字"
    sure = asked.certainty.sourced_twice
    return f"{shown}（要求{limits}）" if sure else f"{shown}（常见{limits}，请以本单位通知为准）"


def _groups(material: Material) -> Iterator[Group]:
    """Group the findings by severity, the gravest first; inside a group what is missing, then the order of the text."""
    grouped: dict[Severity, list[Place]] = {severity: [] for severity in Severity}
    alike = sorted(_alike(material), key=lambda each: where(material, each[0]) != MISSING)
    for each in alike:
        place = _place(material, each)
        grouped[place.severity].append(place)
    for severity, places in grouped.items():
        if places:
            yield Group(f"{severity.label}{len(places)}项", tuple(places))


def _alike(material: Material) -> Iterator[Sequence[Finding]]:
    """Put together what repeats itself and has one advice and one mending, so that nothing that is told is lost."""
    for group in repeats(material.findings, material.text):
        groups: dict[tuple[str, str], list[Finding]] = {}
        for each in group:
            groups.setdefault((each.advice, _fix_told(material.text, each)), []).append(each)
        yield from groups.values()


def where(material: Material, finding: Finding) -> str:
    """Name the section a finding is in, by its headings of the first two ranks; what is missing is in none."""
    position = finding.span.start
    if _is_missing(finding):
        return MISSING
    materials = material.facts.outline.materials
    number, inside = next(
        ((n, each) for n, each in reversed(list(enumerate(materials, 1))) if each.start <= position), (1, materials[0])
    )
    path = list(_path(inside.sections, position))[:2]
    name = " › ".join(f"{section.number}{section.heading}" for section in path) or "标题和前言"
    return f"第{number}份材料 › {name}" if len(materials) > 1 else name


def _is_missing(finding: Finding) -> bool:
    return finding.part is not None and finding.span.start == finding.span.end


def _path(sections: Sequence[Section], position: int) -> Iterator[Section]:
    for section in sections:
        if section.start <= position < section.end:
            yield section
            yield from _path(section.children, position)


def _place(material: Material, alike: Sequence[Finding]) -> Place:
    """Describe repeated findings once, by the first one of the highest severity."""
    text, finding = material.text, min(alike, key=lambda each: list(Severity).index(each.severity))
    if _is_missing(finding):
        before, marked, after = _belongs(material, finding.span.start), "", ""
    else:
        before, marked, after = _around(text, finding)
    messages = list(dict.fromkeys(each.message for each in alike))
    message = "".join(messages[:MOST_MESSAGES]) + ("…" if len(messages) > MOST_MESSAGES else "")
    return Place(
        finding.severity, _where(material, alike), before, marked, after, message, finding.advice, finding.basis, _fix_told(text, finding)
    )  # fmt: skip


def _where(material: Material, alike: Sequence[Finding]) -> str:
    """Name the section and the sentence, of several the first few: 「二、整改措施，“每月下乡…”一句，同样的共4处」."""
    if _is_missing(alike[0]):
        return MISSING
    begun = list(dict.fromkeys(beginning(material.text, each) for each in alike))
    sentences = "".join(map(quoted, begun[:MOST_SENTENCES]))
    sentences += (
        "一句" if len(begun) == 1 else f"等{len(begun)}句" if len(begun) > MOST_SENTENCES else f"{len(begun)}句"
    )
    sentences = f"{where(material, alike[0])}，{sentences}"
    return f"{sentences}，同样的共{len(alike)}处" if len(alike) > 1 else sentences


def beginning(text: str, finding: Finding) -> str:
    """Give how the sentence around a place begins, by which it is found in any file; nothing for what is missing."""
    if _is_missing(finding):
        return ""
    start, end = sentence_at(text, finding.span.start)
    said = text[start:end].strip()
    return said if len(said) <= BEGINNING else f"{said[:BEGINNING]}…"


def _belongs(material: Material, position: int) -> str:
    """Say where a missing part would go: before what begins there."""
    rest = material.text[position:].lstrip("\n")
    if not rest.strip():
        return "宜写在文末。"
    begins = {section.start for each in material.facts.outline.materials for section in each.walk()}
    kind = "部分" if len(material.text) - len(rest) in begins else "段"
    return f"宜写在这一{kind}之前：{shortened(rest.partition(chr(10))[0])}"


def _around(text: str, finding: Finding) -> tuple[str, str, str]:
    """Give the words before a place, of it, and after it."""
    start, end = finding.span
    line_start, line_end = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    line_end = len(text) if line_end < 0 else line_end
    first, last = max(line_start, start - AROUND), min(line_end, end + AROUND)
    while first > line_start and _is_latin(text[first - 1 : first + 1]):
        first -= 1
    while last < line_end and _is_latin(text[last - 1 : last + 1]):
        last += 1
    before = ("…" if first > line_start else "") + text[first:start]
    after = text[end:last] + ("…" if last < line_end else "")
    return before, shortened(text[start:end]) or HERE, after


def _is_latin(pair: str) -> bool:
    """Tell whether two neighbouring characters are of one word or number, which is not cut."""
    return pair.isascii() and pair.isalnum()


def shortened(quote: str) -> str:
    """Leave out the middle of a long quotation, and write it on one line."""
    quote = quote.strip("\n")
    if len(quote) > LONGEST:
        quote = f"{quote[: LONGEST * 2 // 3]}…{quote[-LONGEST // 3 :]}"
    return " ".join(quote.split("\n"))


def _fix_told(text: str, finding: Finding) -> str:
    """Say what the fix would do; where it changes just this place and is short, what would stand there."""
    fix = finding.fix
    if fix is None:
        return ""
    inside = all(finding.span.start <= edit.start and edit.end <= finding.span.end for edit in fix.edits)
    old, new = finding.span.of(text), fix.replacement(text, finding.span)
    if not inside or not old or max(len(old), len(new)) > LONGEST or "\n" in old + new:
        return fix.title
    if not new:
        return f"{fix.title}（删去{quoted(old)}）"
    return f"{fix.title}（{quoted(old)}{changed_to(new)}）"


def heading(place: Place) -> str:
    """Say how grave, what and where."""
    return f"〔{place.severity.label}〕{place.message}（{place.where}）"
