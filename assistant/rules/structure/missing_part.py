"""缺少本次要求的部分

检查什么：本次要求列出、正文里没有找到的部分和方面。
为什么：缺少本次要求的部分，材料就不完整，审核时首先会注意到。
怎么改：点“插入”，在相应位置补上标题再写；已在别处写明的，可点“已在别处说明”。
"""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from assistant.certainty import Certainty
from assistant.facts import chapter_leads, insertion
from assistant.facts.facts import Facts
from assistant.facts.material_facts import MaterialFacts, PartFact, State
from assistant.finding import Finding, Fix, Severity
from assistant.language.punctuation import quoted
from assistant.patterns import compiled_later
from assistant.rules.rule import About, Example, Rule, Scope
from assistant.structure import unnumbered
from assistant.templates.template import Need, PartKind, Subject
from assistant.text import Span

_CHAPTER_OF = {PartKind.PROBLEMS: "problems", PartKind.CAUSE: "causes", PartKind.MEASURE: "measures"}
_LONG = 800  # characters of a text that without chapters is no fragment
_MANY = 4  # aspects of which a single one may be found by chance
_OF_LAST_YEAR = compiled_later("完成|落实|进展|成效")


def check(facts: Facts) -> Iterator[Finding]:
    several = facts.template is not None and len(facts.template.frames) > 1
    leadership = facts.template is not None and facts.template.subject is Subject.LEADERSHIP
    columns = _columns(facts)
    for material in facts.materials:
        missing = [fact for fact in material.parts if fact.state is State.MISSING]
        asked = [fact for fact in material.parts if fact.part.kind is PartKind.ASPECT]
        aspects = [fact for fact in asked if fact.state is State.MISSING]
        problems = material.of_kind(PartKind.PROBLEMS)
        if problems is None or problems.state in (State.MISSING, State.EMPTY):
            aspects = []  # said once, of the whole
        elif len(aspects) == len(asked) > 1 or _by_chance(
            [fact for fact in asked if fact.state is not State.MISSING], asked
        ):
            if problems.answer.sections and any(fact.part.need is not Need.OPTIONAL for fact in asked):
                yield _none_found(problems, asked, of_several=several)
            aspects = []
        doubtful = len(aspects) * 2 > len(asked)  # he may have followed another notice
        for fact in missing:
            if fact.part.need is not Need.OPTIONAL and (fact.parent is None or fact in aspects):
                if fact.part.kind in _CHAPTER_OF and _without_chapters(material):
                    yield _not_headed(material, fact)
                    continue
                by_others = leadership and fact.part.kind is PartKind.DECLARATIONS  # mostly persons declare
                severity = _severity(fact, doubtful=doubtful, by_others=by_others)
                general = facts.template is not None and facts.template.is_general
                if severity is Severity.ERROR and (general or _may_be_named_otherwise(material, fact)):
                    severity = Severity.ADVICE  # no notice asks for it, or a chapter there may be it
                if _CHAPTER_OF.get(fact.part.kind) in columns:
                    yield replace(_in_a_table(fact), span=Span(*[insertion.place(material, fact)] * 2))
                    continue
                unasked = facts.template is not None and facts.template.unasked(fact.part)
                if several and fact.parent:
                    severity = Severity.HINT  # by which of the sets the branch goes is not known
                yield _finding(facts, material, fact, Severity.HINT if unasked else severity, unasked=unasked)


def _without_chapters(material: MaterialFacts) -> bool:
    """Tell whether a text of some length heads no chapters: its writer speaks as he would at the table."""
    outline = material.outline
    return not chapter_leads.heads_chapters(outline.sections) and outline.end - outline.preface_span.start >= _LONG


def _may_be_named_otherwise(material: MaterialFacts, wanted: PartFact) -> bool:
    """Tell whether a chapter answers no part that is asked for: 「二、心里的账」 may be what is missed."""
    return wanted.parent is None and any(
        material.answering.isdisjoint(below.start for below in each.walk())
        for each in material.outline.sections
        if each.level == 1
    )


def _not_headed(material: MaterialFacts, fact: PartFact) -> Finding:
    return RULE.finding(
        Span(*[insertion.place(material, fact)] * 2),
        f"未见单列的{quoted(fact.part.short)}，全文没有分部分的标题。",
        "已经写在文中的，用“已在别处说明”标明；便于审核，可在相应的地方加上标题。",
        part=fact.part.id,
        severity=Severity.HINT,
        basis=f"本次要求（{fact.part.certainty.label}）",
    )


def _by_chance(found: list[PartFact], asked: list[PartFact]) -> bool:
    """Tell whether the one aspect that was found of many is not called so: 「2.组织观念淡」 among things of all kinds."""
    if len(found) != 1 or len(asked) < _MANY:
        return False
    headings = [section.heading for section in found[0].answer.sections]
    return bool(headings) and not any("方面" in each or found[0].part.short in each for each in headings)


def _columns(facts: Facts) -> set[str]:
    """Tell which chapters are columns of a table of problems, causes and measures; last year's has how far they came."""
    if "\t" not in facts.text:
        return set()
    lines = [fact.text.split("\t") for fact in facts.paragraphs]
    for head, below in pairwise(lines):
        named = {unnumbered.chapter(cell) for cell in head} - {""}
        if len(named) > 1 and len(below) == len(head) and not any(map(_OF_LAST_YEAR.search, head)):
            return named
    return set()


def _in_a_table(fact: PartFact) -> Finding:
    return RULE.finding(
        Span(0, 0),
        f"未见单列的{quoted(fact.part.heading)}，表格里有这一栏。",
        "已在表格里写明的，用“已在别处说明”标明；要单列的，可把表格里的内容移到标题下。",
        part=fact.part.id,
        severity=Severity.HINT,
        basis=f"本次要求（{fact.part.certainty.label}）",
    )


def _finding(
    facts: Facts, material: MaterialFacts, fact: PartFact, severity: Severity, *, unasked: bool = False
) -> Finding:
    place, edits = insertion.place(material, fact), insertion.edits(facts, material, fact)
    general = facts.template is not None and facts.template.is_general
    firm = fact.part.need is Need.REQUIRED and not general
    asked = "本次要求列有此项" if firm else "多数通知要求写明此项"
    added = "用“插入”补上标题再写" if edits else "请补上标题再写"
    advice = f"{asked}。已写在别处的，用“已在别处说明”标明；未写的，{added}。"
    if unasked:
        advice = "通知未写这一项，按通用提纲列出。需要的可补上标题，不需要的不必写。"
    return RULE.finding(
        Span(place, place),
        f"未找到{quoted(fact.part.short if fact.parent else fact.part.heading)}。",
        advice,
        Fix(f"插入{quoted(fact.part.short)}", edits) if edits else None,
        part=fact.part.id,
        severity=severity,
        basis="通用提纲，本次通知未写这一项" if unasked else f"本次要求（{fact.part.certainty.label}）",
    )


def _none_found(problems: PartFact, aspects: list[PartFact], *, of_several: bool) -> Finding:
    """Tell that no aspect was found; a hint where the template has several sets, one of which the branch chooses."""
    section, names = problems.answer.sections[0], "；".join(fact.part.short for fact in aspects)
    firm = any(_severity(fact) is not Severity.HINT for fact in aspects)
    return RULE.finding(
        Span(section.start, section.heading_end),
        f"未见按本次要求的{len(aspects)}个方面分写。",
        f"要求的方面是：{names}。要求选错了的，请更换本次要求；已经分写、标题与此不同的，可照通知的提法改。",
        part=problems.part.id,
        severity=Severity.ADVICE if firm and not of_several else Severity.HINT,
        basis=f"本次要求（{aspects[0].part.certainty.label}）",
    )


def _severity(fact: PartFact, *, doubtful: bool = False, by_others: bool = False) -> Severity:
    """必改 only where this year's notice asks for it; nothing that is only remembered is above 提示."""
    unasked = by_others and fact.part.certainty is not Certainty.NOTICE
    if unasked or fact.part.certainty is Certainty.MEMORY or fact.part.need is Need.OPTIONAL:
        return Severity.HINT
    return Severity.ERROR if fact.part.need is Need.REQUIRED and not (doubtful and fact.parent) else Severity.ADVICE


RULE = Rule(
    __name__,
    __doc__,
    check,
    Severity.ERROR,
    Scope.MATERIAL,
    "本次要求",
    (
        Example(
            "一、存在的突出问题\n（一）带头强化政治忠诚方面\n学习少。\n⟦⟧二、原因剖析\n放松了学习。\n三、整改措施\n每月自学两次。\n",
            "一、存在的突出问题\n（一）带头强化政治忠诚方面\n学习少。\n（二）带头担当作为方面\n二、原因剖析\n"
            "放松了学习。\n三、整改措施\n每月自学两次。\n",
            with_template=True,
        ),
        Example(
            "一、存在的突出问题\n（一）带头强化政治忠诚方面\n学习有时让位于事务。\n（二）带头担当作为方面\n怕得罪人。\n"
            "⟦⟧二、整改措施\n每月自学两次。\n",
            "一、存在的突出问题\n（一）带头强化政治忠诚方面\n学习有时让位于事务。\n（二）带头担当作为方面\n怕得罪人。\n"
            "二、原因剖析\n三、整改措施\n每月自学两次。\n",
            with_template=True,
        ),
        Example(
            "一、存在的问题和原因剖析\n（一）强化政治忠诚不够\n学习少。\n（二）担当作为不够\n怕得罪人。\n二、整改措施\n每月自学两次。\n",
            with_template=True,
        ),
    ),
    about=About.MISSING_PART,
)
