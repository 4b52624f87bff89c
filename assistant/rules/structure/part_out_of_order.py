"""各部分的次序与要求不同

检查什么：各部分、各方面的先后，是否与本次要求的次序一致。上年度整改、情况说明的位置不查。
为什么：审核时按要求的次序逐项对照，次序不同，容易被看成漏写。
怎么改：按要求的次序调整；另有安排的，可忽略。
"""

from collections.abc import Iterator, Sequence

from assistant.facts.facts import Facts
from assistant.facts.material_facts import PartFact
from assistant.finding import Finding, Severity
from assistant.language.punctuation import quoted
from assistant.rules.rule import Example, Rule, Scope
from assistant.templates.template import Need, PartKind
from assistant.text import Span


def check(facts: Facts) -> Iterator[Finding]:
    for material in facts.materials:
        present = [f for f in material.parts if f.answer.sections and f.part.need is not Need.OPTIONAL]
        yield from _late([f for f in present if f.parent is None and not f.part.floating])
        yield from _late([f for f in present if f.part.kind is PartKind.ASPECT])


def _late(parts: Sequence[PartFact]) -> Iterator[Finding]:
    """Report the fewest parts that would have to move: those outside the longest run that is in order."""
    starts = [fact.answer.sections[0].start for fact in parts]
    kept = _longest_rising(starts)
    for index, fact in enumerate(parts):
        if index not in kept:
            section = fact.answer.sections[0]
            yield RULE.finding(
                Span(section.start, section.heading_end),
                f"{quoted(fact.part.short)}的位置与要求的次序不同。",
                f"按本次要求，应排在{_place(parts, index)}。可照此调整；另有安排的可忽略。",
                part=fact.part.id,
                severity=Severity.ADVICE,
            )


def _place(parts: Sequence[PartFact], index: int) -> str:
    if index:
        return f"{quoted(parts[index - 1].part.short)}之后"
    return f"{quoted(parts[1].part.short)}之前"


def _longest_rising(values: Sequence[int]) -> set[int]:
    """Give the indexes of a longest run of values that never fall."""
    runs: list[tuple[int, ...]] = []  # the longest one that ends with each value
    for index, value in enumerate(values):
        before = [run for run in runs if values[run[-1]] <= value]
        runs.append((*_longest(before), index))
    return set(_longest(runs))


def _longest(runs: Sequence[tuple[int, ...]]) -> tuple[int, ...]:
    return max(runs, key=tuple.__len__, default=())


RULE = Rule(
    __name__,
    __doc__,
    check,
    Severity.ADVICE,
    Scope.MATERIAL,
    "本次要求",
    (
        Example(
            "⟦一、原因剖析⟧\n放松了学习。\n二、存在的突出问题\n⟦（一）带头担当作为方面⟧\n怕得罪人。\n"
            "（二）带头强化政治忠诚方面\n学习有时让位于事务。\n三、整改措施\n每月自学两次。\n",
            with_template=True,
        ),
        Example(
            "一、存在的突出问题\n（一）带头强化政治忠诚方面\n学习有时让位于事务。\n（二）带头担当作为方面\n怕得罪人。\n"
            "二、原因剖析\n放松了学习。\n三、整改措施\n每月自学两次。\n",
            with_template=True,
        ),
    ),
)
