"""金额的单位似有漏写

检查什么：同一笔钱，是否一处写“37万元”、另一处写“37万”；资金、投资一类是否只写到几千元、几元几角，像漏写了“万”。
为什么：单位前后不一，容易被看成两个数；漏写“万”，数就差一万倍。
怎么改：补上“元”“万”，全文一致；说的不是钱、确是这个数的，可忽略。
"""

from collections.abc import Iterator

from assistant.facts.cued import cued
from assistant.facts.facts import Facts
from assistant.facts.paragraph_facts import ParagraphFacts
from assistant.facts.sought import Sought
from assistant.finding import Finding, Severity
from assistant.language.figures import Figure
from assistant.language.sentences import clause_at
from assistant.patterns import compiled_later
from assistant.rules.rule import Example, Rule, Scope
from assistant.text import Span

# 「惠农资金一年过手2300多元」, 「办公用品全年超支3.1元」: so little is no sum that is reported.
_SMALL = Sought(
    [f"{last}元" for last in "0123456789多余"],
    "(?:资金|投资|贷款|缺口|造价|产值)(?P<between>[^，。；：0-9]{0,10})(?P<sum>[0-9]{1,4}[多余]?元)(?![/／以钱])"
    "|(?P<gap>[0-9]{1,4}[多余]?元)(?:的?资金)?缺口|(?:受贿|贪污|挪用|骗取)[^，。；：0-9]{0,6}(?P<taken>[0-9]{1,3}元)(?![/／以钱])"
    "|(?P<of>[0-9.]+万元)，(?:其中)?(?:有|已|只|仅)[^，。；：0-9]{0,6}(?P<part>[0-9]{1,4}[多余]?元)(?![/／以钱])"
    "|(?:资金|经费|投资|贷款|欠款|缺口|造价|产值|超支|节约|结余|投入|金额)(?P<told>[^，。；：0-9]{0,6})(?P<tenths>[0-9]{1,4}[.][0-9]元)(?![/／以钱])",
)
_OF_ONE = compiled_later("每|均|单价|标准|违规|补助|补贴|罚|退|交|缴|慰问|餐|月")
_MONEY = ("元", "万元", "亿元", "千元")


def check(facts: Facts) -> Iterator[Finding]:
    for start, matches in facts.where(_SMALL):
        for match in matches:
            written = next(each for each in ("sum", "gap", "taken", "part", "tenths") if match[each])
            if not _OF_ONE.search(clause_at(match.string, match.start()).of(match.string)):
                message = f"此处写“{match[0]}”，像漏写了“万”。"
                span = Span(*match.span(written)).shifted(start)
                yield RULE.finding(span, message, "请核对单位；确是这个数的可忽略。")
    sums = frozenset[str]().union(*(found for _, found in facts.where(_sums)))
    for start, bare in facts.where(_bare) if sums else ():
        for figure in bare:
            if figure.written in sums and not figure.after:
                yield RULE.finding(
                    figure.span.shifted(start),
                    f"此处写“{figure.written}”，另一处写“{figure.written}元”。",
                    "单位宜前后一致；说的不是钱的可忽略。",
                )


@cued("元")
def _sums(paragraph: ParagraphFacts) -> frozenset[str]:
    return frozenset(figure.written.removesuffix("元") for figure in paragraph.figures if figure.unit in _MONEY)


@cued("万", "亿")
def _bare(paragraph: ParagraphFacts) -> tuple[Figure, ...]:
    return tuple(figure for figure in paragraph.figures if not figure.unit and figure.written[-1] in "万亿")


RULE = Rule(
    __name__,
    __doc__,
    check,
    Severity.HINT,
    Scope.MATERIAL,
    "前后数字须一致（审核必查）",
    (
        Example("一、存在的问题\n办公用品超支37万元。\n二、整改措施\n把超支的⟦37万⟧，逐笔核清。\n"),
        Example("一、存在的问题\n惠农资金一年过手⟦2300多元⟧，办公用品全年超支⟦3.1元⟧。\n"),
        Example(
            "一、存在的问题\n惠农资金一年过手2300多万元，违规领取资金360元已退缴，人均资金80元，超支的360元，投资3亿元。\n"
        ),
        Example("一、存在的问题\n办公用品超支37万元，惠及群众37万人，图书37万册，另有12万。\n"),
    ),
)
