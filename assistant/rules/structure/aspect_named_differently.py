"""措施、原因里的方面与要求的提法不一致

检查什么：原因剖析、整改措施按方面列标题，其他各条都照要求的提法、只有一条是另一种提法的（“在履行全面从严治党政治责任上下功夫”），或者其他各条都与查摆的方面同名、只有一条不同的；“敬畏组织、敬畏人民、敬畏法纪”一类几项并列的提法，前后次序与要求不同的。
为什么：各处的提法宜与查摆的方面一一对应；个别一条用了往年的，容易被看成改写时漏改。
怎么改：改为要求的提法；本单位通知另有提法的，可忽略。
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import permutations

from assistant.facts.facts import Facts
from assistant.facts.material_facts import MaterialFacts
from assistant.finding import Finding, Fix, Severity
from assistant.rules.example_material import FIRST_ASPECT
from assistant.rules.rule import Example, Rule, Scope
from assistant.structure.outline import Section
from assistant.templates.template import Part, PartKind
from assistant.text import Edit, Span
from assistant.text_memory import remembered

_FEWEST, _MOST = 3, 4  # members of an aspect's name whose order is looked at
_SEVERAL = 2  # aspects; of one there are no others
_LONGEST = 24  # characters of a name that a heading of measures takes up whole


def check(facts: Facts) -> Iterator[Finding]:
    for material in facts.asked:
        yield from _own_odd_one(facts, material)
        aspects = [fact.part for fact in material.parts if fact.part.kind is PartKind.ASPECT]
        if not aspects or not all(part.certainty.sourced_twice for part in aspects):
            continue
        yield from _in_another_order(facts, material, aspects)
        names = tuple(_name(part) for part in aspects)
        for kind in (PartKind.CAUSE, PartKind.MEASURE):
            for fact in material.written(kind):
                for section in fact.answer.sections:
                    yield from _odd_one(facts, section.children, names, are_own=False)


def _name(part: Part) -> str:
    """Give an aspect's short name without 带头."""
    return min(part.wordings[:2], key=len).removeprefix("带头")


def _in_another_order(facts: Facts, material: MaterialFacts, aspects: Sequence[Part]) -> Iterator[Finding]:
    """Yield the members of an aspect's name, all of them and in an order that is not the notice's."""
    for part in aspects:
        name = _name(part)
        for wrong in _orders(name):
            at = facts.text.find(wrong, material.outline.start, material.outline.end)
            while at >= 0:
                span = Span(at, at + len(wrong))
                message = f"此处写“{wrong}”，要求的提法是“{name}”。"
                fix = Fix("改为要求的提法", (Edit(span.start, span.end, name),))
                yield RULE.finding(span, message, "次序宜与通知一致；本单位通知原文如此的可忽略。", fix)
                at = facts.text.find(wrong, span.end, material.outline.end)


@remembered(32)
def _orders(name: str) -> tuple[str, ...]:
    members = name.split("、")
    if not _FEWEST <= len(members) <= _MOST:
        return ()
    return tuple("、".join(order) for order in permutations(members) if list(order) != members)


def _own_odd_one(facts: Facts, material: MaterialFacts) -> Iterator[Finding]:
    """Yield the heading of a measure or cause that is none of the problems', where all others are, one by one."""
    for problems in material.written(PartKind.PROBLEMS):
        for section in problems.answer.sections:
            names = tuple(each.heading.removesuffix("方面").removeprefix("带头") for each in section.children)
            if len(names) < _FEWEST or not all(each.heading.endswith("方面") for each in section.children):
                continue
            for kind in (PartKind.CAUSE, PartKind.MEASURE):
                for fact in material.written(kind):
                    for other in fact.answer.sections:
                        yield from _odd_one(facts, other.children, names, are_own=True)


def _odd_one(facts: Facts, sections: Sequence[Section], names: tuple[str, ...], *, are_own: bool) -> Iterator[Finding]:
    """Yield the heading that is not of the frame, where all others name its aspects one by one in the same form.

    The names may be those of the frame that is asked for, or the text's own.
    """
    if len(sections) != len(names) or len(names) < _SEVERAL:
        return
    found = _odd(tuple(section.heading for section in sections), names, are_own)
    if found is None:
        return
    number, span, name = found
    section = sections[number]
    at = facts.text.find(section.heading, section.start, section.paragraph_end)
    if at >= 0:
        place = span.shifted(at)
        written = place.of(facts.text)
        others = "都与查摆的方面同名" if are_own else "都照要求的提法"
        message = f"此处写“{written}”，其他各条{others}，这一条应是“{name}”。"
        yield RULE.finding(
            place,
            message,
            "请核对是否往年的提法；有意另写的可忽略。",
            Fix("改为查摆时的提法" if are_own else "改为要求的提法", (Edit(place.start, place.end, name),)),
        )


@remembered(64)  # after a key the same headings stand there
def _odd(headings: tuple[str, ...], names: tuple[str, ...], are_own: bool) -> tuple[int, Span, str] | None:
    """Give the one heading of some that names no aspect: its number, where its own words stand, and the name due.

    Where the names `are_own`, of the text itself, one that has two characters of its name in common says it in another way.
    """
    forms: set[tuple[str, str]] = set()
    left, odd = list(names), []
    for number, heading in enumerate(headings):
        plain = heading.replace("，", "、")
        name = next((each for each in left if each in plain), None)
        if name is None:
            odd.append(number)
            continue
        left.remove(name)
        before, _, after = plain.partition(name)
        forms.add((before, after))
    if len(odd) != 1 or len(left) != 1 or len(forms) != 1 or len(left[0]) > _LONGEST:
        return None
    ((before, after),) = forms
    heading = headings[odd[0]]
    if not heading.startswith(before) or not heading.endswith(after) or not before + after:
        return None
    span = Span(len(before), len(heading) - len(after))
    written = span.of(heading)
    if are_own and _says_it_otherwise(written, left[0], names):
        return None
    short_form = written in left[0] or all(piece in left[0] for piece in re.split("[、，和]", written))
    return None if len(written) < _FEWEST or short_form else (odd[0], span, left[0])


def _says_it_otherwise(written: str, due: str, names: Sequence[str]) -> bool:
    """Tell whether two characters stand in the name due too, not counting what all names end with, as 「纪律」 of six 纪律."""
    in_common = 0
    while in_common < min(map(len, names)) and len({name[-in_common - 1] for name in names}) == 1:
        in_common += 1
    own, rest = (each[: len(each) - in_common] for each in (written, due))
    return any(own[at : at + 2] in rest for at in range(len(own) - 1))


_UP_TO_MEASURES = (
    f"{FIRST_ASPECT}学习少。\n（二）带头担当作为方面\n怕得罪人。\n二、原因剖析\n放松了学习。\n三、整改措施\n"
)
_FIRST = "（一）在强化政治忠诚上下功夫\n每月自学两次。\n"

RULE = Rule(
    __name__,
    __doc__,
    check,
    Severity.HINT,
    Scope.MATERIAL,
    "本次要求",
    (
        Example(
            f"{_UP_TO_MEASURES}{_FIRST}（二）在⟦履行全面从严治党政治责任⟧上下功夫\n每周到现场。\n",
            f"{_UP_TO_MEASURES}{_FIRST}（二）在担当作为上下功夫\n每周到现场。\n",
            with_template=True,
        ),
        Example(f"{_UP_TO_MEASURES}{_FIRST}（二）在担当作为上下功夫\n每周到现场。\n", with_template=True),
        Example(f"{_UP_TO_MEASURES}{_FIRST}（二）啃下硬骨头\n每周到现场。\n", with_template=True),
        *(
            Example(
                "一、存在的突出问题\n（一）政治纪律方面\n学习少。\n（二）组织纪律方面\n请假少。\n（三）廉洁纪律方面\n怕得罪人。\n二、原因剖析\n放松了学习。\n三、整改措施\n"
                f"（一）政治纪律方面\n每月自学两次。\n（二）组织纪律方面\n每周到现场。\n（三）{named}方面\n每月谈一次。\n",
                with_template=True,
                shown=False,
            )
            for named in ("⟦作风建设⟧", "廉洁自律", "廉洁纪律")
        ),
    ),
)
