"""措施暂未见完成时间或标准

检查什么：整改措施里，有几条没有可查的时间、次数或动作。半数以上没有的，整节只提示一次；其余都有、只差一条的，提示那一条。
为什么：会后要据此列整改清单；没有时间和标准的，到时不便核对，审核时也常会问到。
怎么改：各补一个可查的动作、次数或时间；由本人负责的，不必另注责任人。
"""

from collections.abc import Iterator, Sequence

from assistant.decisions import Stage
from assistant.facts.facts import Facts
from assistant.finding import Finding, Severity
from assistant.language.numbering import han
from assistant.language.signs import Sign
from assistant.rules.rule import Example, Rule, Scope
from assistant.structure.outline import Section
from assistant.templates.template import PartKind
from assistant.text import Span

_SEVERAL = 3  # measures among which one that is vague stands out


def check(facts: Facts) -> Iterator[Finding]:
    for material in facts.materials:
        problems = material.of_kind(PartKind.PROBLEMS)
        hosts = problems.answer.sections if problems else ()
        for fact in material.written(PartKind.MEASURE):
            for section in (each for each in fact.answer.sections if each not in hosts):
                items = section.children or (section,)
                vague = [item for item in items if not facts.shows(Sign.DEADLINE, item)]
                if vague and len(vague) * 2 > len(items):
                    yield Finding(
                        RULE.name,
                        RULE.severity,
                        Span(section.start, section.heading_end),
                        _told(items, vague),
                        "会后要据此列整改清单。可各补一个可查的动作、次数或时间；由本人负责的不必另注责任人。",
                        RULE.basis,
                        part=fact.part.id,
                    )
                elif len(vague) == 1 and len(items) >= _SEVERAL:
                    yield _alone(vague[0], len(items), fact.part.id)


def _alone(item: Section, count: int, part: str) -> Finding:
    """Tell of one vague measure among precise ones."""
    return Finding(
        RULE.name,
        RULE.severity,
        Span(item.start, item.heading_end),
        f"{han(count)}条措施中，只有这一条暂未见完成时间或标准。",
        "会后要据此列整改清单。可补一个可查的动作、次数或时间。",
        RULE.basis,
        part=part,
    )


def _told(items: Sequence[Section], vague: Sequence[Section]) -> str:
    if len(items) == 1:
        return "这一节暂未见完成时间或标准。"
    which = f"{_count(items)}条措施都" if len(items) == len(vague) else f"{_count(items)}条措施中，有{_count(vague)}条"
    return f"{which}暂未见完成时间或标准。"


def _count(items: Sequence[Section]) -> str:
    return "两" if len(items) == 2 else han(len(items))


_PROBLEMS = "一、存在的突出问题\n（一）带头强化政治忠诚方面\n学习有时让位于事务。\n（二）带头担当作为方面\n怕得罪人。\n二、原因剖析\n放松了学习。\n"

RULE = Rule(
    __name__,
    __doc__,
    check,
    Severity.HINT,
    Scope.MATERIAL,
    "审核意见提到的“整改措施不实际”（只见于一处公开材料）；会后列整改清单的需要",
    (
        Example(
            f"{_PROBLEMS}⟦三、整改措施⟧\n（一）加强理论学习。提高政治站位，把学习成果转化为工作动力。\n"
            "（二）强化担当意识。敢于直面矛盾，主动解决难题。\n（三）锤炼过硬作风。7月底前走访完联系的村。\n",
            with_template=True,
        ),
        Example(
            f"{_PROBLEMS}三、整改措施\n（一）加强理论学习。每周三下午自学，月底交笔记。\n"
            "（二）强化担当意识。敢于直面矛盾，主动解决难题。\n",
            with_template=True,
        ),
        Example(
            f"{_PROBLEMS}三、整改措施\n（一）加强理论学习。每周三下午自学，月底交笔记。\n⟦（二）强化担当意识⟧。敢于直面矛盾，主动解决难题。\n"
            "（三）锤炼过硬作风。7月底前走访完联系的村。\n",
            with_template=True,
        ),
        Example(f"{_PROBLEMS}三、整改措施\n", with_template=True),
    ),
    Stage.REVIEW,
)
