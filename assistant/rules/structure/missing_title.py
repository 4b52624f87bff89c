"""材料没有标题

检查什么：全文开头是否有材料的标题。刚起草、篇幅很短的不查。
为什么：没有标题的材料看不出是哪一年、哪次会议的，汇总时容易归错。
怎么改：点“加上标题”，把本次要求的标题加在最前面，再核对年度和材料类别。
"""

from collections.abc import Iterator

from assistant.decisions import Stage
from assistant.facts.facts import Facts
from assistant.finding import Finding, Fix, Severity
from assistant.language.punctuation import quoted
from assistant.patterns import compiled_later
from assistant.rules.rule import Example, Rule, Scope
from assistant.text import Edit, Span

_TITLE = compiled_later("材料|提纲|检查|剖析|发言|报告|汇报|生活会|体会|检视|总结|自查|清单")
_ENOUGH = 400  # 字; less is a piece of a text


def check(facts: Facts) -> Iterator[Finding]:
    for material in facts.materials[:1]:
        outline = material.outline
        titled = outline.title and _TITLE.search(outline.title)  # else it is the line with the name
        if titled or facts.template is None or material.alignment is None or not outline.sections:
            continue
        if facts.length(outline.start, outline.end) < _ENOUGH:
            continue
        title = facts.template.title
        yield RULE.finding(
            Span(outline.start, outline.start),
            "全文开头未见标题。",
            f"可加上{quoted(title)}，再核对年度和材料类别；标题另放一页的可忽略。",
            Fix("加上标题", (Edit(outline.start, outline.start, f"{title}\n"),)),
        )


_BODY = (
    "按照通知要求，认真对照检查。\n一、存在的突出问题\n（一）带头强化政治忠诚方面\n"
    f"{'学习有时让位于事务，笔记记得少。' * 30}\n（二）带头担当作为方面\n怕得罪人。\n二、原因剖析\n放松了学习。\n三、整改措施\n每月自学两次。\n"
)

RULE = Rule(
    __name__,
    __doc__,
    check,
    Severity.HINT,
    Scope.MATERIAL,
    "GB/T 9704—2012 公文要素；汇总归档的需要",
    (
        Example(f"⟦⟧{_BODY}", f"2025年度民主生活会个人对照检查材料\n{_BODY}", with_template=True),
        Example(f"2025年度民主生活会个人对照检查材料\n{_BODY}", with_template=True),
        Example("一、存在的突出问题\n学习少。\n二、原因剖析\n放松了。\n", with_template=True),
    ),
    Stage.REVIEW,
)
