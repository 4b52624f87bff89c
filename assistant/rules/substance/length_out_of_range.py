"""篇幅与要求不一致

检查什么：全文和有要求的部分，字数是否在要求的范围内。字数按Word的“字数”计。
为什么：通知规定了篇幅的，超出或不足，审核时一般都会要求修改。
怎么改：超出的，压缩重复的话；不足的，补充具体的事。通知没有规定篇幅的，只供参考，相差较多时才提示。
"""

from collections.abc import Iterator

from assistant.certainty import Certainty
from assistant.decisions import Stage
from assistant.facts.facts import Facts
from assistant.facts.material_facts import PartFact, State
from assistant.finding import Finding, Severity
from assistant.language.punctuation import quoted
from assistant.rules.example_material import FIRST_ASPECT
from assistant.rules.rule import Example, Rule, Scope
from assistant.templates.template import Length
from assistant.text import Span

# What is only customary is spoken of where a text is far from it.
_CUSTOM_ABOVE, _CUSTOM_BELOW = 1.6, 0.4


def check(facts: Facts) -> Iterator[Finding]:
    for material in facts.materials:
        if facts.template is None or material.alignment is None:
            continue
        # who hands it on has to know, whatever is still unwritten
        unfinished = {fact.state for fact in material.parts if fact.answer.sections} <= {State.EMPTY}
        outline = material.outline
        size = facts.length(outline.start, outline.end)
        place = outline.title_span if outline.title else Span(outline.start, outline.start)
        if facts.template.length:
            yield from _judge(facts.template.length, size, "全文", place, unfinished=unfinished)
        for fact in material.parts:
            if fact.part.length and fact.answer.sections and fact.state is State.WRITTEN:
                yield from _judge(fact.part.length, fact.length, f"{quoted(fact.part.short)}", _heading(fact))


def _heading(fact: PartFact) -> Span:
    section = fact.answer.sections[0]
    return Span(section.start, section.heading_end)


def _judge(asked: Length, size: int, what: str, place: Span, *, unfinished: bool = False) -> Iterator[Finding]:
    firm = asked.certainty is not Certainty.MEMORY
    most = asked.most * (1 if firm else _CUSTOM_ABOVE)
    least = asked.least * (1 if firm else _CUSTOM_BELOW)
    if asked.most and size > most:
        differs, advice = f"多{size - asked.most}字", "可压缩重复的话。"
    elif asked.least and size < least and not unfinished:
        differs, advice = f"少{asked.least - size}字", "可补充具体的事。"
    else:
        return
    seen = (
        f"，本次要求{_range(asked)}，{differs}。"
        if firm
        else f"。未见通知规定字数，这类材料一般{_range(asked)}，供参考。"
    )
    yield RULE.finding(
        place,
        f"{what}{size}字{seen}",
        advice if firm else "篇幅请以本单位通知为准。",
        severity=Severity.ADVICE if firm else Severity.HINT,
        basis=f"本次要求（{asked.certainty.label}）",
    )


def _range(asked: Length) -> str:
    if asked.least and asked.most:
        return f"{asked.least}至{asked.most}字"
    return f"不超过{asked.most}字" if asked.most else f"不少于{asked.least}字"


_SHORT = FIRST_ASPECT + "学习少。\n（二）带头担当作为方面\n怕事。\n"
_END = "二、原因剖析\n放松。\n三、整改措施\n自学。\n"

RULE = Rule(
    __name__,
    __doc__,
    check,
    Severity.ADVICE,
    Scope.MATERIAL,
    "本次要求",
    (
        Example(f"⟦2025年度民主生活会个人对照检查材料⟧\n{_SHORT}{'学习抓得不紧。' * 60}\n{_END}", with_template=True),
        Example(f"2025年度民主生活会个人对照检查材料\n{_SHORT}{'学习抓得不紧。' * 20}\n{_END}", with_template=True),
        Example("学习抓得不紧。" * 900),
    ),
    stage=Stage.REVIEW,
)
