"""措施写成了问题

检查什么：整改措施的一条里，是否只写哪里做得不够，没有写今后怎么做。
为什么：会后要照措施列清单；只说不足，看不出要做什么。
怎么改：写明做什么、什么时候做到；不足已在问题部分写过的，这里不必再写。
"""

from collections.abc import Iterator

from assistant.decisions import Stage
from assistant.facts.facts import Facts
from assistant.facts.items import ItemKind, items
from assistant.finding import Finding, Severity
from assistant.language.punctuation import quoted
from assistant.language.sentences import STATEMENT
from assistant.patterns import compiled_later
from assistant.rules.example_material import UP_TO_MEASURES
from assistant.rules.rule import Example, Rule, Scope

_LACKING = compiled_later(
    "(?:不(?:够|足|强|深|严|实|高|牢|细|紧|到位|扎实|深入|及时|主动|经常|彻底|明显|系统|全面|规范)[一-鿿]{0,2}|有(?:所|一定)?(?:差距|欠缺|不足|偏差|减弱|淡化|弱化|松懈|退步|减退)|薄弱|欠缺|淡化|弱化|流于形式|走过场|打折扣|滞后|偏少|得少|得松|得慢|得浅)$"
)
_AGAINST = compiled_later("^(?:针对|解决|对照|围绕|关于|克服|整改|防止|纠正|改变)|问题$|方面$")
_TO_DO = compiled_later(
    "要|将|应当|必须|加强|强化|提高|提升|增强|深化|改进|坚持|严格|抓好|落实|履行|做到|制定|建立|健全|完善|开展|推动|推进|杜绝|确保|不再|今后|每|下一步|请|一律|前(?!例|任|后)|当[天日周月]|会后|之内|年内"
)


def check(facts: Facts) -> Iterator[Finding]:
    for material in facts.asked:
        for item in items(facts, material):
            section = item.section
            if (
                item.kind is ItemKind.MEASURE
                and (said := STATEMENT.search(section.heading + "。"))  # of a number and a stop alone nothing is said
                and _LACKING.search(said[0])
                and not _AGAINST.search(section.heading)
                and not _TO_DO.search(facts.text, section.heading_end, section.end)
            ):
                yield RULE.finding(
                    item.heading_span,
                    f"{quoted(section.heading)}写在措施里，所写似为不足，暂未见到今后怎么做。",
                    "会后要照措施列清单。可写明做什么、什么时候做到；不足已在问题部分写过的不必再写。",
                )


_BEFORE = f"{UP_TO_MEASURES}（一）保证学习时间。每周自学两次。\n"

RULE = Rule(
    __name__,
    __doc__,
    check,
    Severity.HINT,
    Scope.MATERIAL,
    "会后列整改清单的需要（往年通行做法，请以本单位通知为准）",
    (
        Example(f"{_BEFORE}⟦（二）程序意识不强⟧。采购有时先供货后上会，合同把关松。\n", with_template=True),
        Example(
            f"{_BEFORE}（二）针对程序意识不强的问题。采购先上会。\n（三）担当精神不足。每季度啃下一件难事。\n（四）作风不实。要多到现场。\n",
            with_template=True,
        ),
    ),
    Stage.REVIEW,
)
