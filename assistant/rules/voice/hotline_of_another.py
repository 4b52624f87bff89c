"""热线号码似是其他单位的

检查什么：写作本单位分管、受理的热线（“分管的12388举报平台”），号码是否另一个部门的；号码与热线的名称是否一条（“12309医保热线”）。
为什么：各条热线的号码是公开的，写错一两个数字，就成了另一个部门的。
怎么改：对照公开的号码改正；确是联办、代管的，可忽略。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.facts import hotlines, writer
from assistant.facts.facts import Facts
from assistant.facts.hotlines import Hotline
from assistant.facts.sought import Sought
from assistant.finding import Finding, Quoted, Severity
from assistant.patterns import compiled_later
from assistant.rules.example_material import FIRST_ASPECT, FROM_THE_SECOND_ASPECT, TITLE
from assistant.rules.rule import Example, Rule, Scope
from assistant.text import Span

_NUMBER = Sought(("123", "95598"), "(?<![0-9.])(?P<number>123[0-9]{2}|95598)(?![0-9.])(?P<behind>[^，。；0-9]{0,8})")
# What makes it the writer's own; what others hand on to him is theirs
_OWN = compiled_later("(?:分管|主管|负责|值守|运行|[我本](?:部|局|委|院|单位|行|中心|公司))的?[^，。；0-9]{0,6}$")
_LEAD = 12  # characters before a number in which that stands


def check(facts: Facts) -> Iterator[Finding]:
    for material in facts.asked:
        for start, match in _NUMBER.between(facts, material.outline.front_end, material.outline.end):
            hotline = hotlines.shipped().get(match["number"])
            if hotline is None:
                continue
            place = Span(*match.span("number")).shifted(start)
            before = facts.text[max(0, place.start - _LEAD) : place.start]
            if named := _called(hotline, match["behind"]):
                message = f"此处写“{match[0]}”，{named.called}是{named.number}，{hotline.number}是{hotline.called}。"
                yield RULE.finding(place, message, "请对照公开的号码核对。")
            elif _OWN.search(before):
                head = writer.head(facts, material)
                own = [each for each in hotlines.shipped().values() if re.search(each.units, head)]
                if own and hotline not in own:
                    message = f"此处写“{match['number']}”，是{hotline.called}，{writer.unit_is_from(facts)}“{writer.unit(facts, material)}”。"
                    yield RULE.finding(place, message, "请对照公开的号码核对；确是联办、代管的可忽略。")


def _called(hotline: Hotline, behind: str) -> Hotline | None:
    """Give the one hotline whose name stands behind the number of another."""
    if re.search(hotline.says, behind):
        return None
    named = [
        each
        for each in hotlines.shipped().values()
        if re.search(f"^“?(?:{each.says})[^，。；]*(?:热线|电话|平台)", behind)
    ]
    return named[0] if len(named) == 1 else None


_TEXT = TITLE + "{}　林知远\n" + FIRST_ASPECT + "1.群众观念不强。{}\n" + FROM_THE_SECOND_ASPECT

RULE = Rule(
    __name__,
    __doc__,
    check,
    Severity.HINT,
    Scope.MATERIAL,
    "各部门公开的热线号码",
    tuple(
        Example(_TEXT.format(who, said), with_template=True, shown=number < 2)
        for number, (who, said) in enumerate(
            (
                ("某县委组织部副部长", "分管的⟦12388⟧举报平台有3件办得慢，12380平台的流程没有理顺。"),
                ("某县委组织部副部长", "分管的12380举报平台有3件办得慢，12388转来的2件也慢，12345工单多。"),
                ("某县医保局副局长", "⟦12309⟧医保热线接通率低，12393医保热线、12345政务服务便民热线各压了1件。"),
                ("某县市场监管局副局长", "我局⟦12333⟧平台超期2件，分管的12315热线超期5件，走访12320户。"),
                ("某镇党委副书记", "分管的12345工单有3件超期，负责的12388信箱没有开。"),
            )
        )
    ),
    quoted=Quoted.NEVER,
)
