"""问题和原因所占的比例低于要求

检查什么：通知规定了问题、原因等部分占全文比例的，实际比例是否达到。字数按Word的“字数”计。
为什么：问题和原因是材料的主体，比例不够的，审核时常会要求充实。
怎么改：压缩其他部分，或充实问题和原因；要求的比例可在“本次要求”中修改。
"""

import math
from collections.abc import Iterator
from fractions import Fraction

from assistant.certainty import Certainty
from assistant.decisions import Stage
from assistant.facts.facts import Facts
from assistant.facts.material_facts import MaterialFacts, State
from assistant.finding import Finding, Severity
from assistant.rules.rule import Example, Rule, Scope
from assistant.templates.template import PartKind, Share, least_told
from assistant.text import Span

_NAMES = {
    PartKind.PROBLEMS: "问题",
    PartKind.CAUSE: "原因",
    PartKind.MEASURE: "措施",
    PartKind.CASE_ANALYSIS: "案例剖析",
}


def check(facts: Facts) -> Iterator[Finding]:
    share = facts.template.share if facts.template else None
    for material in facts.materials if share else ():
        if share and material.alignment:
            yield from _judge(facts, material, share)


def _judge(facts: Facts, material: MaterialFacts, share: Share) -> Iterator[Finding]:
    asked = [fact for fact in material.parts if fact.part.kind in share.of]
    if not asked or any(fact.state in (State.MISSING, State.EMPTY) or not fact.answer.sections for fact in asked):
        return  # what is not yet written is told elsewhere
    spans = sorted({Span(s.start, s.end) for fact in asked for s in fact.answer.sections})
    inner = [
        span for span in spans if not any(o != span and o.start <= span.start and span.end <= o.end for o in spans)
    ]
    size = sum(facts.length(*span) for span in inner)
    whole = facts.length(material.outline.start, material.outline.end)
    if size >= share.least * whole:
        return
    less, more = whole - size / share.least, (share.least * whole - size) / (1 - share.least)
    names = "＋".join(_NAMES.get(kind, kind.value) for kind in share.of)
    asker = "通知要求" if share.certainty is Certainty.NOTICE else "要求"
    section = asked[0].answer.sections[0]
    yield RULE.finding(
        Span(section.start, section.heading_end),
        f"“{names}”占{size * 100 // max(1, whole)}%（{size}/{whole}字），{asker}不少于{least_told(share.least)}。",
        f"{_advice(facts, whole, less, more)}要求的比例可在“本次要求”中修改。",
        severity=RULE.severity if share.certainty is not Certainty.MEMORY else Severity.HINT,
        basis=share.said or f"本次要求（{share.certainty.label}）",
    )


def _advice(facts: Facts, whole: int, less: Fraction, more: Fraction) -> str:
    """Say what would help; more is never proposed where the whole would then be longer than asked for."""
    asked = facts.template.length if facts.template else None
    most = asked.most if asked and asked.certainty is not Certainty.MEMORY else 0
    if most and whole + more > most:
        return f"全文以{most}字为限，可压缩其他部分约{_round(less)}字。"
    return f"可压缩其他部分约{_round(less)}字，或充实这些部分约{_round(more)}字。"


def _round(characters: Fraction) -> int:
    """Round up to tens: nobody counts the last characters."""
    return math.ceil(characters / 10) * 10


_HEAD = "2025年度民主生活会个人对照检查材料\n按照通知要求，认真参加学习，广泛听取意见，作了准备。\n"
_PROBLEMS = "⟦一、存在的突出问题⟧\n（一）带头强化政治忠诚方面\n学习少。\n（二）带头担当作为方面\n怕得罪人。\n二、原因剖析\n放松了学习。\n"
_MEASURES = (
    "三、整改措施\n每月自学两次，月底把笔记交支部传看，每季度到联系的村住一天，听听群众怎么说，回来办一件实事。\n"
)

RULE = Rule(
    __name__,
    __doc__,
    check,
    Severity.ADVICE,
    Scope.MATERIAL,
    "本次要求",
    (
        Example(f"{_HEAD}{_PROBLEMS}{_MEASURES}", with_template=True),
        Example(f"{_PROBLEMS}三、整改措施\n自学。\n".replace("⟦", "").replace("⟧", ""), with_template=True),
    ),
    Stage.REVIEW,
)
