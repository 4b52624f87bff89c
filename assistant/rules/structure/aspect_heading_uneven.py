"""各方面标题的写法不一

检查什么：各方面的标题大多以“方面”结尾的，是否有一两个没有用“方面”结尾。
为什么：并列的标题写法一致，全文才显得整齐。
怎么改：点“加上‘方面’二字”，或把其余的一并去掉。
"""

from collections.abc import Iterator

from assistant.facts.facts import Facts
from assistant.facts.heading_likeness import OWN, differing
from assistant.finding import Finding, Fix, Severity
from assistant.patterns import compiled_later
from assistant.rules.example_material import FROM_THE_CAUSES
from assistant.rules.rule import Example, Rule, Scope
from assistant.templates.template import PartKind
from assistant.text import Edit, Span

_WORD = "方面"
# At the end of a heading that is worded another way
_JUDGED = compiled_later("不|问题|差距|欠缺|薄弱|弱化|松动|有待|情况")


def check(facts: Facts) -> Iterator[Finding]:
    for material in facts.materials:
        problems = material.of_kind(PartKind.PROBLEMS)
        hosts = problems.answer.sections if problems and material.alignment else ()
        sections = [child for host in hosts for child in host.children if child.level == 2]
        facts_of = [fact for fact in material.parts if fact.part.kind is PartKind.ASPECT]
        aspects = {section.start: fact.part for fact in facts_of for section in fact.answer.sections}
        without = [s for s in sections if s.start in aspects and not s.heading.endswith(_WORD)]
        if len(sections) - len(without) < 3 or len(without) * 2 >= len(sections):
            continue
        for section in without:
            at = facts.text.find(section.heading, section.start, section.paragraph_end) + len(section.heading)
            alone = not facts.text[at : section.paragraph_end].strip("。：: *")
            if at < len(section.heading) or not alone or _WORD in section.heading[-8:]:
                continue  # 「…方面存在的问题」, or a sentence that runs on
            wordings = aspects[section.start].wordings
            if _JUDGED.search(section.heading[-5:]) or differing(section.heading, wordings, OWN):
                continue  # in words of its own; what differs is told by another rule
            yield RULE.finding(
                Span(at - 2, at),
                f"其他各方面的标题都以“{_WORD}”结尾，此处没有。",
                "并列的标题写法宜一致。可加上这两个字；本单位通知原文如此的可忽略。",
                Fix(f"加上“{_WORD}”二字", (Edit(at, at, _WORD),)),
            )


_HEAD = "一、存在的突出问题\n（一）"
_REST = "（三）意识形态责任方面\n处置慢。\n（四）双重组织生活方面\n参加少。\n" + FROM_THE_CAUSES

RULE = Rule(
    __name__,
    __doc__,
    check,
    Severity.HINT,
    Scope.MATERIAL,
    "行文前后一致（审核经验，供参考）",
    (
        Example(
            f"{_HEAD}带头强化政治忠诚方面\n学习少。\n（二）带头担当⟦作为⟧\n怕得罪人。\n{_REST}",
            f"{_HEAD}带头强化政治忠诚方面\n学习少。\n（二）带头担当作为方面\n怕得罪人。\n{_REST}",
            with_template=True,
        ),
        Example(
            f"{_HEAD}带头强化政治忠诚方面的问题\n学习少。\n（二）带头担当作为方面\n怕得罪人。\n{_REST}",
            with_template=True,
        ),
        Example(f"{_HEAD}带头强化政治忠诚方面\n学习少。\n（二）担当作为不够\n怕得罪人。\n{_REST}", with_template=True),
        Example(f"{_HEAD}带头强化政治忠诚\n学习少。\n（二）带头担当作为\n怕得罪人。\n{_REST}", with_template=True),
    ),
)
