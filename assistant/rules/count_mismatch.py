"""写的数与实有的数不同

检查什么：前言、问题部分写的「5个方面15个问题」，和「主要有以下四点」一类的话，与正文实有的条数是否一致。
为什么：前后数字对不上，审核一数便知。
怎么改：照实有的数改；或逐条看是否漏了序号、漏写了内容。
"""

from collections.abc import Iterator, Sequence

from assistant import claims
from assistant.claims import Claim, Counted
from assistant.facts import Facts, MaterialFacts, State
from assistant.finding import Finding, Fix, Severity
from assistant.numbering import han
from assistant.outline import Section
from assistant.rule import Example, Rule, Scope
from assistant.template import PartKind
from assistant.text import Edit, Span


def check(facts: Facts) -> Iterator[Finding]:
    for material in facts.materials:
        for section in material.outline.walk():
            first, actual = section.children[:1], len(section.children)
            same_kind = all(child.style is first[0].style for child in section.children)
            begun = all(
                facts.is_written(child) for child in section.children
            )  # what is not yet written is not yet said
            for claim in claims.about_following(facts, section) if actual > 1 and same_kind and begun else ():
                yield from _compare(claim, actual, f"下面数得{actual}条")
        problems = material.of_kind(PartKind.PROBLEMS)
        aspects = [fact for fact in material.parts if fact.part.kind is PartKind.ASPECT]
        if problems is None or any(not f.answer.sections or f.state is State.EMPTY for f in aspects):
            continue
        places = [Span(section.heading_end, section.own_end) for section in problems.answer.sections]
        for place in (material.outline.preface_span, *places):
            for claim in claims.about_whole(facts, place):
                yield from _compare(claim, *_actual(material, claim.counted))


def _actual(material: MaterialFacts, counted: Counted) -> tuple[int, str]:
    if counted is Counted.ASPECTS:
        number = len(_aspects(material))
        return number, f"正文数得{number}个方面"
    counts = _problems(material)
    return sum(counts), f"正文数得{sum(counts)}个（{'、'.join(map(str, counts))}）"


def _aspects(material: MaterialFacts) -> Sequence[Section]:
    """List the sections that answer aspects; other topics among the problems (意识形态, 巡察反馈) are none."""
    found = {s.start: s for f in material.parts if f.part.kind is PartKind.ASPECT for s in f.answer.sections}
    return list(found.values())


def _problems(material: MaterialFacts) -> list[int]:
    """Count the problems of each aspect; give nothing where one is not written or not numbered."""
    facts = [fact for fact in material.parts if fact.part.kind is PartKind.ASPECT]
    counts = [fact.problems for fact in facts if fact.state is State.WRITTEN]
    numbers = [count for count in counts if count is not None]
    return numbers if len(numbers) == len(facts) else []


def _compare(claim: Claim, actual: int, told: str) -> Iterator[Finding]:
    if actual and claim.value != actual:
        right = str(actual) if claim.written.isdecimal() else han(actual)
        yield Finding(
            RULE.name,
            RULE.severity,
            claim.span,
            f"这里写「{claim.written}」，{told}。",
            "前后数字须一致。可改为实有的数，或逐条查看是否漏了序号。",
            RULE.basis,
            Fix(f"改为「{right}」", (Edit(claim.span.start, claim.span.end, right),)),
        )


RULE = Rule(
    __name__,
    __doc__,
    check,
    Severity.ERROR,
    Scope.MATERIAL,
    "数字须前后一致（审核必查）",
    (
        Example(
            "查摆形成2个方面⟦5⟧个具体问题。\n一、存在的突出问题\n（一）带头强化政治忠诚方面\n1.学得浅。\n2.用得少。\n"
            "（二）带头担当作为方面\n1.怕得罪人。\n二、原因剖析\n主要有以下⟦三⟧点：\n1.放松学习。\n2.怕得罪人。\n三、整改措施\n每月自学。\n",
            "查摆形成2个方面3个具体问题。\n一、存在的突出问题\n（一）带头强化政治忠诚方面\n1.学得浅。\n2.用得少。\n"
            "（二）带头担当作为方面\n1.怕得罪人。\n二、原因剖析\n主要有以下二点：\n1.放松学习。\n2.怕得罪人。\n三、整改措施\n每月自学。\n",
            asked=True,
        ),
        Example(
            "对照《通知》明确的5个方面，查摆了问题。\n一、存在的突出问题\n（一）带头强化政治忠诚方面\n1.学得浅。\n"
            "（二）带头担当作为方面\n1.怕得罪人。\n（三）巡察反馈情况\n反馈四个方面问题，其余15项已整改。\n"
            "二、原因剖析\n放松学习。\n三、整改措施\n从“四个意识”做起。\n",
            asked=True,
        ),
    ),
)
