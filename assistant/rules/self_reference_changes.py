"""对班子的称谓前后不一

检查什么：班子材料里，是否一会儿写「党组班子」，一会儿写「党委班子」「常委会班子」「常委班子」。
为什么：称谓不一，容易让人以为材料是从别处拼来的。
怎么改：全篇用同一个称谓；确指不同班子的，可忽略。
"""

import re
from collections import Counter
from collections.abc import Iterator

from assistant.decisions import Stage
from assistant.facts import Facts, MaterialFacts
from assistant.finding import Finding, Severity
from assistant.rule import Example, Rule, Scope
from assistant.signs import Sign
from assistant.template import Subject
from assistant.text import Span

_OF_OTHERS = re.compile("(?:各|下属|基层|所属|村|乡镇|县|级|直属|机关)[^，。；]{0,2}$")


def check(facts: Facts) -> Iterator[Finding]:
    if facts.template is None or facts.template.subject not in (Subject.LEADERSHIP, Subject.BRANCH):
        return
    for material in facts.materials:
        found = list(_own(facts, material)) if material.alignment else []
        names = Counter(span.of(facts.text) for span in found)
        if len(names) < 2:
            continue
        rare = min(names, key=lambda name: names[name])
        place = next(span for span in found if span.of(facts.text) == rare)
        told = "、".join(f"「{name}」{count}处" for name, count in names.most_common())
        yield Finding(
            RULE.name,
            RULE.severity,
            place,
            f"对班子的称谓前后不一：{told}。",
            "同一篇材料宜用同一个称谓，以免看成从别处拼来。可统一；确指不同班子的可忽略。",
            RULE.basis,
        )


def _own(facts: Facts, material: MaterialFacts) -> Iterator[Span]:
    """Yield where the writers name their own body, not that of others: 各党支部班子, 基层党委班子."""
    for span in facts.signs(Sign.BODY_NAME, material.outline.start, material.outline.end):
        if not _OF_OTHERS.search(facts.text, max(0, span.start - 5), span.start):
            yield span


_HEAD = "一、存在的突出问题\n（一）带头强化政治忠诚方面\n"
_REST = "（二）带头担当作为方面\n怕得罪人。\n二、原因剖析\n放松了学习。\n三、整改措施\n每月自学两次。\n"

RULE = Rule(
    __name__,
    __doc__,
    check,
    Severity.HINT,
    Scope.MATERIAL,
    "行文前后一致（审核经验，供参考）",
    (
        Example(
            f"{_HEAD}1.党组班子学习不深。局党组班子读原著不多，⟦党委班子⟧讨论也少。\n{_REST}",
            asked=True,
            subject=Subject.LEADERSHIP,
        ),
        Example(
            f"{_HEAD}1.党组班子学习不深。局党组带头不够，班子成员讨论少，对基层党委班子、各党支部班子指导不多。\n{_REST}",
            asked=True,
            subject=Subject.LEADERSHIP,
        ),
        Example(f"{_HEAD}1.对县委常委班子、局党组班子提意见少。\n{_REST}", asked=True),
    ),
    Stage.REVIEW,
)
