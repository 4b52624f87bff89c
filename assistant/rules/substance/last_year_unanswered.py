"""去年的问题未见回应

检查什么：附有去年材料的，“上年度整改”一节是否逐项说到去年查摆的问题和提出的措施。
为什么：这一部分要让人看到去年的问题改得怎样；漏了哪一项，审核时常会问到。
怎么改：各补一句，写明做到哪一步；没有做完的，写明还差什么、什么时候做完。换了说法、已经写到的，可忽略。
"""

from collections.abc import Iterator

from assistant.decisions import Stage
from assistant.facts.facts import Facts
from assistant.facts.last_year import answering, promises
from assistant.facts.last_year.answering import Answered
from assistant.facts.material_facts import State
from assistant.finding import Finding, Severity
from assistant.language.punctuation import quoted
from assistant.rules.rule import Example, Rule, Scope
from assistant.templates.template import PartKind
from assistant.text import Span

_NAMED = 3  # rows that are named; the others are counted
_LONGEST = 24  # characters of a row's name


def check(facts: Facts) -> Iterator[Finding]:
    if facts.last is None or facts.template is None:
        return
    rows = promises.rows(facts.last, facts.template)
    for material in facts.materials:
        fact = material.of_kind(PartKind.PREVIOUS_RECTIFICATION)
        if not rows or fact is None or not fact.answer.sections or fact.state is not State.WRITTEN:
            continue
        answers = answering.answers(facts, material, rows)
        open_rows = [each.row for each in answers if each.state is Answered.NO and each.span is None]
        if not open_rows:
            continue
        names = "".join(f"{quoted((row.problem or row.measures[0])[:_LONGEST])}" for row in open_rows[:_NAMED])
        rest = f"等{len(open_rows)}项" if len(open_rows) > _NAMED else ""
        section = fact.answer.sections[0]
        yield RULE.finding(
            Span(section.start, section.heading_end),
            f"{'去年的整改清单' if facts.last.listed else facts.last.called}里，问题和措施共{len(rows)}项，这一节未见写到{names}{rest}。",
            "可补写做到哪一步；没有做完的，写明还差什么、什么时候做完。换了说法、已经写到的，可忽略。",
            part=fact.part.id,
        )


_LAST = (
    "2024年度民主生活会个人对照检查材料\n我对照检查如下。\n一、存在的突出问题\n1.理论学习不够经常。只读完一本书。\n2.走访困难群众少。只去了三户。\n"
    "二、整改措施\n1.每周自学理论。\n2.每季度走访困难群众。\n"
)
_END = "二、存在的突出问题\n1.怕担责。\n"

RULE = Rule(
    __name__,
    __doc__,
    check,
    Severity.HINT,
    Scope.MATERIAL,
    "公开的审核意见提到的“整改情况不具体”，请以本单位通知为准",
    (
        Example(
            f"2025年度民主生活会个人对照检查材料\n⟦一、上年度整改措施落实情况⟧\n理论学习不够经常的问题，今年自学41次。\n{_END}",
            with_template=True,
            last_year=_LAST,
        ),
        Example(
            f"2025年度民主生活会个人对照检查材料\n一、上年度整改措施落实情况\n理论学习不够经常的问题，今年自学41次。走访困难群众少的问题，去了六户。\n{_END}",
            with_template=True,
            last_year=_LAST,
        ),
    ),
    stage=Stage.REVIEW,
)
