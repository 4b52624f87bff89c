"""措施写成了问题

检查什么：整改措施的一条里，是否只写哪里做得不够，没有写今后怎么做；是否夹有“之所以这样，主要是……”“总以为……”一类讲原因的话。
为什么：会后要照措施列清单；只说不足、只讲原因，看不出要做什么。
怎么改：写明做什么、什么时候做到；不足、原因已在前面写过的，这里不必再写。
"""

from collections.abc import Iterator

from assistant.decisions import Stage
from assistant.facts.facts import Facts
from assistant.facts.items import ItemKind, items
from assistant.facts.sought import Sought
from assistant.finding import Finding, Severity
from assistant.language.punctuation import quoted
from assistant.language.sentences import STATEMENT
from assistant.patterns import compiled_later
from assistant.rules.example_material import UP_TO_MEASURES
from assistant.rules.rule import Example, Rule, Scope
from assistant.structure.outline import Section
from assistant.text import Span

_LACKING = compiled_later(
    "(?:不(?:够|足|强|深|严|实|高|牢|细|紧|到位|扎实|深入|及时|主动|经常|彻底|明显|系统|全面|规范)[一-鿿]{0,2}|有(?:所|一定)?(?:差距|欠缺|不足|偏差|减弱|淡化|弱化|松懈|退步|减退)|薄弱|欠缺|淡化|弱化|流于形式|走过场|打折扣|滞后|偏少|得少|得松|得慢|得浅)$"
)
_AGAINST = compiled_later("^(?:针对|解决|对照|围绕|关于|克服|整改|防止|纠正|改变)|问题$|方面$")
_TO_DO = compiled_later(
    "要|将|应当|必须|加强|强化|提高|提升|增强|深化|改进|坚持|严格|抓好|落实|履行|做到|制定|建立|健全|完善|开展|推动|推进|杜绝|确保|不再|今后|每|下一步|请|一律|前(?!例|任|后)|当[天日周月]|会后|之内|年内"
)
# Why it came so, as the causes tell it
_CAUSE = Sought(
    (
        *("之所以", "原因", "根源", "归根", "究其", "说到底", "没有想到"),
        *(f"主要是{who}" for who in ("因为", "由于", "我", "自己", "班子")),
        *(often + thought for often in ("总", "一直", "往往") for thought in ("以为", "觉得")),
        *(
            sense + little
            for sense in ("认识", "重视")
            for little in ("还", "有所", "程度", "不够", "不足", "不深", "不到位")
        ),
    ),
    "(?:^|(?<=[。；\n）)]))(?P<said>[^。；\n]*?(?:之所以[^，。；]{2,24}，|(?:主要|根本|深层次?|思想)的?(?:原因|根源)(?:主要)?[是在]|归根(?:到底|结底)|究其(?:原因|根源)|说到底"
    "|主要是(?:因为|由于|我|自己|班子)(?!带头|牵头|负责)|(?:^|(?<=[，。；]))(?:我|自己|班子)?(?:总|一直|往往)(?:以为|觉得)|没有想到|(?:认识|重视)(?:还|有所|程度)?(?:不够|不足|不深|不到位)(?=[，。；\n]|$))[^。；\n]*)",
)
# What is done about it: 「克服总以为……的想法」, 「写明原因是什么」
_ABOUT_IT = compiled_later(
    "针对|克服|破除|防止|纠正|不再|杜绝|摒弃|改变|避免|转变|扭转|深挖|剖析|分析|查[找明清]|写[明清]|说[明清]|讲[明清]|弄清|反思|追究|检讨|解决|“"
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
            elif item.kind is ItemKind.MEASURE:
                yield from _causes(facts, section)


def _causes(facts: Facts, section: Section) -> Iterator[Finding]:
    """Yield the first statement of a measure that tells why it came so, and nothing of what is done about it."""
    for begin, match in _CAUSE.between(facts, section.start, section.end):
        if not _ABOUT_IT.search(match["said"]):
            yield RULE.finding(
                Span(*match.span("said")).shifted(begin),
                "这一句似在讲原因，写在了措施里。",
                "会后要照措施列清单。这里可写做什么、什么时候做到；原因可移到原因剖析部分。",
            )
            return


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
        Example(
            f"{_BEFORE}（二）管好采购。采购先上会；⟦之所以先供货，主要是我对程序看得轻⟧。\n（三）守时。⟦总以为晚一天不要紧，没有想到误了事⟧。\n"
            "（四）走下去。克服总以为听汇报就够的想法，每月到村两次；没有办成的写明主要原因是什么。\n",
            with_template=True,
        ),
    ),
    Stage.REVIEW,
)
