"""How far the writer has come: what is unfinished, how much of what is asked is written, and how each is said in one line."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from assistant.decisions import Stage
from assistant.facts import insertion
from assistant.facts.last_year import earlier_material
from assistant.facts.material_facts import PartFact, State
from assistant.finding import Finding, Severity
from assistant.review import opinions
from assistant.review.material import Material
from assistant.rules.registry import about
from assistant.rules.rule import About
from assistant.templates.template import Need, PartKind

NO_FINDINGS = "目前没有要看的地方。"
_SHORTEST = 12  # characters of a heading shown in the status line


@dataclass(frozen=True, slots=True)
class Unfinished:
    """One thing still to do, and where to go for it.

    `missing`: nothing stands there yet. `opinions`: it stands for the opinions without an answer, which have a list of
    their own. `parts` is how many of the parts that are asked for it stands for: none, where it is something else.
    """

    label: str
    start: int
    missing: bool = False
    opinions: bool = False
    parts: int = 1


def unfinished(material: Material) -> tuple[Unfinished, ...]:
    """List what is still to do: parts not written, parts missing, the placeholders and the opinions as one each.

    A placeholder that is only a hint may hide a name on purpose, and is none that is lacking.
    """
    found: list[Unfinished] = []
    for facts in material.facts.materials:
        whole = [f for f in facts.parts if f.part.kind is PartKind.PROBLEMS and f.state in (State.EMPTY, State.MISSING)]
        for fact in facts.parts:
            of_missing = bool(fact.parent and whole and whole[0].state is State.MISSING)
            if of_missing or not _is_asked_for(material, fact):
                continue
            if fact.part.kind is PartKind.PROBLEMS and fact.state is State.EMPTY and _has_asked_aspects(facts.parts):
                continue  # its aspects are listed one by one
            if fact.state is State.MISSING:
                own = sum(_is_asked_for(material, each) for each in facts.parts if each.parent) if fact in whole else 0
                lack = f"（缺，{own}个方面）" if own else "（缺）"
                label = f"{_short(fact.part.short)}{lack}"
                found.append(Unfinished(label, insertion.place(facts, fact), missing=True, parts=max(own, 1)))
            elif fact.state is State.EMPTY:
                place = fact.answer.sections[0].start if fact.answer.sections else facts.outline.preface_span.start
                found.append(Unfinished(f"{_short(fact.part.short)}（未写）", place))
    placeholders = [
        each for each in material.findings if about(each) is About.UNFILLED and each.severity is not Severity.HINT
    ]
    if placeholders:
        found.append(Unfinished(f"待填{len(placeholders)}处", placeholders[0].span.start, parts=0))
    if count := opinions.unanswered(material.decisions.opinions):
        found.append(Unfinished(f"未答复的意见{count}条", 0, opinions=True, parts=0))
    return tuple(found)


def number(left: Iterable[Unfinished]) -> int:
    """Count what is still to do: each part that is asked for (those of `completed` that are not written), else one each."""
    return sum(max(each.parts, 1) for each in left)


def told(left: Sequence[Unfinished]) -> str:
    """Say what the number is made of, where that is not parts alone: 「未写11个部分，待填2处」."""
    parts, others = sum(each.parts for each in left), [each.label for each in left if not each.parts]
    return "，".join([*([f"未写{parts}个部分"] if parts else []), *others]) if others and parts else ""


def noticed(material: Material) -> tuple[Finding, ...]:
    """Give what is found in the text, as it is counted: while drafting without what is not written yet.

    That is no fault then, and counted as what is still to do.
    """
    if material.decisions.stage is not Stage.DRAFT:
        return material.findings
    return tuple(each for each in material.findings if not about(each).is_unwritten)


def counted(material: Material, finding: Finding) -> bool:
    """Tell whether what is found not to be written is of a part that `unfinished` counts.

    What only the general outline proposes, and headings of the writer's own, are not.
    """
    if not about(finding).is_unwritten:
        return False
    at = finding.span.start

    def meant(fact: PartFact) -> bool:
        if finding.part:
            return fact.part.id == finding.part
        return any(section.start == at for section in fact.answer.sections)

    return any(_is_asked_for(material, fact) for fact in material.parts if meant(fact))


def unwritten_parts(material: Material) -> int:
    """Count the parts that are asked for and not written, as `told` tells them."""
    return sum(each.parts for each in unfinished(material))


def told_of_findings(material: Material) -> str:
    """Say what the number of findings counts, so that nobody adds it to what is still to do."""
    unwritten = sum(counted(material, each) for each in material.findings)
    number = len(noticed(material))
    if not unwritten:
        return f"文中有{number}处要看的地方"
    if material.decisions.stage is Stage.DRAFT:
        return f"文中有{number}处要看的地方；未写的部分另计在“还差”里"
    return f"要看的地方共{number}处，其中未写的部分{unwritten}处，也计入“还差”"


def told_of_grave(material: Material) -> str:
    """Say what the number of 必改 counts besides faults of what is written; "" where it counts nothing else."""
    unwritten = sum(about(f).is_unwritten for f in noticed(material) if f.severity is Severity.ERROR)
    return f"其中未写的部分{unwritten}处" if unwritten else ""


def begun(material: Material) -> bool:
    """Tell whether anything is written besides title and headings, which a new material begins with."""
    facts = material.facts
    return any(
        each.outline.preface_span.of(material.text).strip() or any(map(facts.is_written, each.outline.sections))
        for each in facts.materials
    )


def told_when_handed_on(material: Material) -> str:
    """Say what a text still lacks that is about to be handed on: 「未写3个部分、文中2处必改」; "" where there is nothing.

    What is not written is no fault of the text besides, and what is to be filled in is counted among the faults.
    """
    unanswered = opinions.unanswered(material.decisions.opinions)
    parts = unwritten_parts(material)
    grave = [each for each in material.findings if each.severity is Severity.ERROR]
    faults = [each for each in grave if not about(each).is_unwritten]
    last = material.facts.last
    kept = earlier_material.untouched(material.text, last, material.template) if last else ()
    counts = (
        (parts, f"{parts}个部分未写"),
        (len(faults), f"{len(faults)}处必改"),
        (len(kept), f"去年原句{len(kept)}句"),
        (unanswered, f"{unanswered}条意见未答复"),
    )
    return "、".join(words for count, words in counts if count)


def _has_asked_aspects(parts: Iterable[PartFact]) -> bool:
    """Tell whether aspects are asked for by a notice; the general outline only proposes some."""
    return any(fact.parent and fact.part.need is not Need.OPTIONAL for fact in parts)


def _short(title: str) -> str:
    title = title.removeprefix("带头")
    return title if len(title) <= _SHORTEST else f"{title[: _SHORTEST - 1]}…"


def completed(material: Material) -> tuple[int, int]:
    """Count the parts that are written, and all that are asked for; a part with aspects counts by them."""
    whole = _has_asked_aspects(material.parts)
    asked = [
        fact
        for fact in material.parts
        if _is_asked_for(material, fact) and not (fact.part.kind is PartKind.PROBLEMS and whole)
    ]
    return sum(fact.state in (State.WRITTEN, State.FINDINGS) for fact in asked), len(asked)


def _is_asked_for(material: Material, fact: PartFact) -> bool:
    """Tell whether a part is asked for, and not only proposed by the general outline."""
    return fact.part.need is not Need.OPTIONAL and not (material.template and material.template.unasked(fact.part))
