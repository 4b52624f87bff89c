"""各方面的标题与要求的提法有出入

检查什么：查摆各方面的标题，与本次要求的提法是否有出入：漏字、多字、漏顿号，或其他各处照原文、只有一处另写。
为什么：方面的标题由通知规定，审核时逐字对照；有出入的，容易被看成漏写。
怎么改：点“改为要求的提法”；本单位通知原文如此的，可忽略。通行的简称不提示。
"""

from collections.abc import Iterator, Sequence

from assistant.certainty import Certainty
from assistant.facts.facts import Facts
from assistant.facts.heading_likeness import OWN, Wording, differing, is_verbatim, whole_words
from assistant.facts.material_facts import MaterialFacts, PartFact, State
from assistant.finding import Finding, Fix, Severity
from assistant.language.punctuation import quoted
from assistant.rules.example_material import FROM_THE_CAUSES
from assistant.rules.rule import Example, Rule, Scope
from assistant.templates.template import PartKind
from assistant.text import Edit, Span, difference

_VERBATIM = 2  # headings by which the others are known to quote
_LONGEST = 40  # characters of a heading that are shown


def check(facts: Facts) -> Iterator[Finding]:
    for material in facts.materials:
        asked = facts.template is not None and facts.template.year is not None  # else a general outline
        compared = [each for each in _compared(material) if asked or each[0].part.certainty is Certainty.NOTICE]
        said = sum(wording is None for _, wording in compared)
        verbatim = sum(is_verbatim(f.answer.sections[0].heading, f.part.wordings, OWN) for f, _ in compared)
        for fact, wording in compared:
            known = fact.part.certainty.sourced_twice
            alone = said >= 2 and said == len(compared) - 1 and known
            dropped = wording is not None and wording.dropped and verbatim >= 2 and known
            if wording and (wording.near or alone or dropped):
                yield from _finding(facts, fact, wording)
            elif wording is None and known and verbatim == len(compared) - 1 >= _VERBATIM:
                quoting = _quoting(fact)
                if quoting:
                    yield from _finding(facts, fact, quoting)


def _compared(material: MaterialFacts) -> Iterator[tuple[PartFact, Wording | None]]:
    """Yield the aspects that have one heading of their own, with what their headings should be where they differ."""
    used: Sequence[int] = [s.start for f in material.parts for s in f.answer.sections]
    for fact in material.parts:
        sections = fact.answer.sections
        if fact.part.kind is not PartKind.ASPECT or fact.state is State.MISSING or len(sections) != 1:
            continue
        if used.count(sections[0].start) == 1 and sections[0].level <= 2:
            yield fact, differing(sections[0].heading, fact.part.wordings, OWN)


def _quoting(fact: PartFact) -> Wording | None:
    """Compare the only heading that is not the template's, as all others are, with its own words and no rewordings."""
    heading, every = fact.answer.sections[0].heading, fact.part.wordings
    own = every[:OWN]
    usual = "带头" not in heading and is_verbatim(heading, every, len(every))  # a short name in use
    return None if usual or is_verbatim(heading, own, OWN) else differing(heading, own, OWN)


def _finding(facts: Facts, fact: PartFact, wording: Wording) -> Iterator[Finding]:
    section = fact.answer.sections[0]
    at = facts.text.find(section.heading, section.start + len(section.number), section.paragraph_end)
    if at < 0:
        return  # marks of a web page stand inside it
    start = at + wording.span.start
    here = section.heading[wording.span.start : wording.span.end]
    edit = difference(here, wording.due) or Edit(0, len(here), wording.due)
    low, high = (max(0, edit.start - 1), min(len(here), edit.end + 1)) if wording.near else (0, len(here))
    due = here[low : edit.start] + edit.replacement + here[edit.end : high] if wording.near else wording.due
    written, asked = whole_words(here, edit) if wording.near else (here, wording.due)
    yield RULE.finding(
        Span(start + low, start + high),
        f"此处写{quoted(_shown(written))}，要求的提法是{quoted(_shown(asked))}。",
        "方面的标题宜与通知一致。可改为要求的提法；本单位通知原文如此的可忽略。",
        Fix("改为要求的提法", (Edit(start + low, start + high, due),)),
        part=fact.part.id,
        basis=f"本次要求（{fact.part.certainty.label}）",
    )


def _shown(words: str) -> str:
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST]}……"


RULE = Rule(
    __name__,
    __doc__,
    check,
    Severity.HINT,
    Scope.MATERIAL,
    "本次要求",
    (
        Example(
            f"一、存在的突出问题\n（一）带头强化政治⟦忠城⟧方面\n学习少。\n（二）带头担当作为方面\n怕得罪人。\n{FROM_THE_CAUSES}",
            f"一、存在的突出问题\n（一）带头强化政治忠诚方面\n学习少。\n（二）带头担当作为方面\n怕得罪人。\n{FROM_THE_CAUSES}",
            with_template=True,
        ),
        Example(
            f"一、存在的突出问题\n（一）在强化政治忠诚方面\n学习少。\n（二）“带头担当作为”方面存在的问题\n怕得罪人。\n{FROM_THE_CAUSES}",
            with_template=True,
        ),
        Example(
            f"一、存在的突出问题\n（一）政治上不够敏锐\n学习少。\n（二）担当不足\n怕得罪人。\n{FROM_THE_CAUSES}",
            with_template=True,
        ),
    ),
)
