"""金额的单位似有漏写

检查什么：同一笔钱，是否一处写“37万元”、另一处写“37万”，同一句里“25.5万元，比上年的30万”；工程投资、资金缺口是否只写了几百元，一年过手的专项资金只写了几千元，几百万元里“已支付”几百元、“压减到”“尚欠”几百元，像漏写了“万”；钱数后面没有写单位，另一处同样的数写“万元”，同一句里的钱以万元计的，也如此。
为什么：单位前后不一，容易被看成两个数；漏写“万”，数就差一万倍。
怎么改：补上“元”“万”，全文一致；说的不是钱、确是这个数的，可忽略。
"""

import re
from collections.abc import Iterator

from assistant.facts import sums_of_money
from assistant.facts.cued import cued
from assistant.facts.facts import Facts
from assistant.facts.paragraph_facts import ParagraphFacts
from assistant.facts.sought import Sought
from assistant.finding import Finding, Severity
from assistant.language.figures import Figure
from assistant.language.sentences import clause_at, sentence_at
from assistant.patterns import compiled_later
from assistant.rules.rule import Example, Rule, Scope
from assistant.text import Span

# Of small money too there is 资金, 结余 and 投入, 「党费结余资金2416元」. A sum is too small where it is what a whole year
# moves, what a public work costs, or next to nothing of what stands before it.
_SMALL = Sought(
    [f"{last}元" for last in "0123456789多余"],
    "(?P<kind>惠农|涉农|财政|衔接|扶贫|救灾|民生|医保|社保|养老|国债|专项债|土地出让)(?:专项|补贴|补助|保险|基金)?(?:资金|金|款)[^，。；：0-9]{0,4}(?:一年|全年|每年|年度|累计|三年|[两五]年)[^，。；：0-9]{0,6}(?P<moved>[0-9]{1,4}[多余]?元)"
    "|(?:资金缺口|缺口资金|总?投资|工程造价|总造价|产值|税收|贷款|债务)(?:为|约|达|仅|只有|的)?(?P<work>[0-9]{1,3}[多余]?元)|(?P<gap>[0-9]{1,3}[多余]?元)的?(?:资金)?缺口"
    "|(?:受贿|贪污|挪用|骗取|侵占)[^，。；：0-9]{0,6}(?P<taken>[0-9]{1,2}元)"
    "|(?P<of>(?<![0-9.])[0-9]+(?:[.][0-9]+)?[万亿]元)，(?:已经?|只|仅|实际|才|支出|拨付|使用|尚欠|还欠|仍欠|欠付|剩余|剩下|余下|其余|还差|尚差|缺口|尚有|还有|未付|未到位|未支付|未拨付|追回|收回|偿还|清偿)[^，。；：0-9]{0,6}(?P<part>[0-9]{1,4}(?:[.][0-9]+)?[多余]?元)"
    "|(?P<from>(?<![0-9.])[0-9]+(?:[.][0-9]+)?[万亿]元)(?:，[^。；：，0-9]{0,20}){0,2}(?:压减|压缩|核减|降低|调减|缩减|减少|下降|增加|提高|追加|调整|[压降减增])[到至为](?P<into>[0-9]{1,4}(?:[.][0-9]+)?[多余]?元)"
    "|(?:超支|节约|投入|缺口|投资|贷款|欠款)[^，。；：0-9]{0,4}(?P<tenths>[0-9]{1,2}[.][0-9]元)",
)
_KINDS = ("moved", "work", "gap", "taken", "part", "into", "tenths")
_NOT_BEHIND = compiled_later("[/／以钱]|的(?!资金|缺口)[^，。；]{0,3}(?:零星|零头|标|小)")
_OF_ONE = compiled_later(
    "[每单各张笔件次户人份枚罚退交缴餐月]|均|标准|违规|补助|补贴|慰问|发票|抬头|零星|小额|生活|党费|班费|伙食|个人|家里|误差|相差"
)
# 「25.5万元，比上年的30万下降15%」: what is held against money is money
_LESS_THAN_MONEY = compiled_later(
    "(?P<sum>[0-9]+(?:[.][0-9]+)?[万亿]元)，?[^，。；：0-9]{0,4}[比较](?:20[0-9]{2}年度?)?[^，。；：0-9]{0,8}$"
)
_BECAME_MONEY = compiled_later("[^，。；：0-9]{0,4}[到至为](?P<sum>[0-9]+(?:[.][0-9]+)?[万亿]元)")
_CHANGED = compiled_later("(?:下降|增长|减少|增加|压减|降低|[降减增压升][到至为]|缩减|提高|超|多|少)|[，。；、）]")
# What is built or bought for the public; of such a thing so much is no gap, and no cost.
_PUBLIC = compiled_later(
    "桥|公路|道路|管网|水库|河道|堤|渠|泵站|电网|工程|改造|建设|征地|拆迁|安置|搬迁|棚户|校舍|楼|厂房|园区|产业园|企业|工业|农田|项目|城市|全[县市区镇乡]|集团|公司|化债|隐性"
)
_NEXT_TO_NOTHING = 0.001  # of the sum before it
_SCALE = {"万": 10_000, "亿": 100_000_000}
_MONEY = ("元", "万元", "亿元", "千元")


def check(facts: Facts) -> Iterator[Finding]:
    small = list(_too_small(facts))
    yield from small
    yield from (
        RULE.finding(span, message, "请核对单位；确是这个数的可忽略。")
        for span, message in sums_of_money.find(facts)
        if not any(span.overlaps(each.span) for each in small)
    )
    sums = frozenset[str]().union(*(found for _, found in facts.where(_sums)))
    for start, bare in facts.where(_bare) if sums else ():
        for figure in bare:
            beside = _beside_money(figure)
            if beside and figure.written not in sums:
                message = f"此处写“{figure.written}”，同一句里写“{beside}”。"
                yield RULE.finding(figure.span.shifted(start), message, "单位宜前后一致；说的不是钱的可忽略。")
            if figure.written in sums and (not figure.after or beside):
                yield RULE.finding(
                    figure.span.shifted(start),
                    f"此处写“{figure.written}”，另一处写“{figure.written}元”。",
                    "单位宜前后一致；说的不是钱的可忽略。",
                )


def _too_small(facts: Facts) -> Iterator[Finding]:
    for start, matches in facts.where(_SMALL):
        for match in matches:
            written = next(kind for kind in _KINDS if match[kind])
            if _is_too_small(match, written):
                message = f"此处写“{match[0]}”，像漏写了“万”。"
                span = Span(*match.span(written)).shifted(start)
                yield RULE.finding(span, message, "请核对单位；确是这个数的可忽略。")


def _is_too_small(match: re.Match[str], written: str) -> bool:
    """Tell whether a sum is too small for what it is of."""
    text = match.string
    if _NOT_BEHIND.match(text, match.end(written)):
        return False
    if written in ("part", "into"):
        whole = match["of"] or match["from"]
        return float(match[written].strip("元多余")) < _NEXT_TO_NOTHING * float(whole[:-2]) * _SCALE[whole[-2]]
    if written in ("work", "gap"):
        begin = sentence_at(text, match.start()).start
        if not _PUBLIC.search(text, begin, match.end()):
            return False
    return not _OF_ONE.search(clause_at(text, match.start()).of(text))


def _beside_money(figure: Figure) -> str:
    """Give the sum, of the same scale, that a number of its sentence without 元 is held against; nothing where it is none."""
    text, (start, end) = figure.paragraph, figure.span
    money = _LESS_THAN_MONEY.search(text, sentence_at(text, start).start, start) or _BECAME_MONEY.match(text, end)
    return money["sum"] if money and money["sum"][-2] == figure.written[-1] and _CHANGED.match(text, end) else ""


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
        Example(
            "一、存在的问题\n机房概算达960万元，会上改为分期建设，压减到⟦720元⟧；到位8.6亿元，支出⟦7.1元⟧；罚款2万元，减到200元；均价由1.2万元降到800元。\n",
            shown=False,
        ),
        Example(
            "一、存在的问题\n拖欠工程款412万元，偿还268万元，尚欠⟦144元⟧；完成投资640万元，剩余⟦160元⟧工程量。会议费25.5万元，比上年的⟦30万⟧下降15%。\n"
        ),
        Example(
            "一、存在的问题\n拖欠工程款412万元，尚欠144万元；覆盖群众由25万增加到30万，花费25.5万元，比上年的30万人次多；收入8.6万元，剩余3600元。\n",
        ),
        *(
            Example(f"一、存在的问题\n{sums}。\n", shown=False)
            for sums in (
                "多付餐费⟦8400元⟧没有退。餐费8400万元没有公示",
                "多付餐费8400元没有退。餐饮企业贷款8400万元没有公示",
                "奖补太低，每亩奖补⟦2400元⟧。每亩奖补2400万元发得慢",
                "奖补太低，每亩奖补2400元。种粮奖补2400万元发得慢",
            )
        ),
        Example("一、存在的问题\n惠农资金一年过手⟦2300多元⟧，办公用品全年超支⟦3.1元⟧。\n"),
        Example(
            "一、存在的问题\n危桥改造没有开工，资金缺口⟦420元⟧；安排专项资金700万元，已支付⟦460元⟧；通报的李某受贿⟦26元⟧。\n"
        ),
        Example(
            "一、存在的问题\n党费结余资金2416元没有公示，支部活动经费全年用了3260.5元，食堂结余860.4元；项目尾款资金5830元没有退回，小额维修投资8600元走了四个月；"
            "“三公”经费3.2万元，其中有860元超标准；帮扶资金20万元，只支付了6800元；通报的村会计挪用860元；发票金额68.5元；安排资金2.3.700万元，已支付460元。\n"
        ),
        Example(
            "一、存在的问题\n惠农资金一年过手2300多万元，违规领取资金360元已退缴，人均资金80元，超支的360元，投资3亿元。\n"
        ),
        Example("一、存在的问题\n办公用品超支37万元，惠及群众37万人，图书37万册，另有12万。\n"),
    ),
)
