"""Sums that want 万 or 元: a sum that stands elsewhere with the same digits and 万, one with tenths, next to nothing for each, a bare number.

Each is held against other numbers of the text: small money there is too, and is written 260.50元, or told for each.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import pairwise

from assistant.facts.cued import cued
from assistant.facts.facts import Facts
from assistant.facts.known_numbers import word_pairs
from assistant.facts.paragraph_facts import ParagraphFacts
from assistant.facts.sought import Sought
from assistant.language.sentences import clause_at, statement_at
from assistant.patterns import compiled_later
from assistant.text import Span

_LAST = [f"{last}元" for last in "0123456789多余"]
_IN_YUAN = Sought(
    _LAST,
    "(?<![0-9.,万千百])(?<![0-9]，)(?P<digits>[0-9]{1,6}(?:[.][0-9]{1,2})?)(?P<round>[多余]?)元(?!/|／|每|一[斤吨方度])",
)
_IN_WAN = Sought(("万元", "亿元"), "(?<![0-9.])(?P<digits>[0-9]{1,6}(?:[.][0-9]{1,4})?)(?P<scale>[万亿])元")
_TENTHS = compiled_later("[0-9]+[.][0-9]")
_EACH = "每|/|／|均|价|标准|费率"
_FOR_ONE = compiled_later(
    f"{_EACH}|误差|相差|收费|水费|电费|餐|伙食|度|立方|吨|斤|公里|里程|票|党费|油|补差|找零|话费|违约金|滞纳金|利息"
)
_IS_EACH = compiled_later(_EACH)
# 「农机购置补贴发放138笔、46元」
_BY_COUNT = Sought(
    _LAST,
    "(?<![0-9.])(?P<n>[0-9]+)(?P<of>[笔户人名项家个批份件])[、，][^，。；0-9]{0,6}(?<![0-9.])(?P<sum>[0-9]+(?:[.][0-9]+)?)元(?!/|／)",
)
_LEAST_FOR_ONE = 2.0  # 元 for each, below which nothing is paid
# What costs more than a few hundred: 「480元的工程变更」
_WORK = "工程|项目|投资|产值|营业收入|营收|利润|贷款|债务|债券|造价|预算|专项|征地|补偿款|土地出让|财政收入|固定资产|招标|政府采购|保证金|外债|欠薪|货款|集体经济|村集体"
_OF_WORK = Sought(
    _LAST,
    f"(?<![0-9.,万千百])(?P<sum>[0-9]{{1,3}}(?:[.][0-9])?)元的?[^，。；0-9]{{0,4}}(?:{_WORK})|(?:{_WORK})[^，。；0-9]{{0,8}}(?:不低于|不少于|达到?|超过|突破|约|完成|增加|减少|为|共|计|近|收入|只有|仅有?|才)(?<![0-9.])(?P<of>[0-9]{{1,3}}(?:[.][0-9])?)元",
)
# 「缴纳伙食费17次，共计510」
_BARE = Sought(
    ("费", "款", "金", "补贴", "工资", "补助", "支出", "收入", "元"),
    "(?:[一-龥](?:费|款)|资金|奖金|补贴|工资|补助|支出|收入|金额)[^，。；0-9]{0,8}(?:[0-9]+(?:笔|次|人次|户|人|项|份|名|家|批|件))?[^，。；0-9]{0,6}[，、]?(?:共计|合计|总计|累计|共|计|金额)(?:为|达|约)?(?P<bare>[0-9]+(?:[.][0-9]+)?)(?=[，。；、）])",
)


_SMALL_THINGS = compiled_later("慰问|补贴|发票|罚款|单据|误工|困难|奖励|报销|礼|红包|退还|退缴|一张|一笔|超标|个人")
_PART_OF_IT = compiled_later(
    "^(?:其中|用于|自筹|配套|结余|剩余|剩下|余下|尚缺|还缺|还差|缺口|上级|财政|[省市县区镇]级|银行|社会资本|截至|到)[^，。；]{0,10}(?:资金|补助|投入|安排|拨付|到位|支付|缺口|结余|贷款|配套|工程|项目|[0-9])"
)
_NEXT_TO_NOTHING = 0.001  # of a sum before it
_NAMED = 8  # characters on each side of a sum that name what it is of
_OF_ANY_MONEY = frozenset(
    [
        "资金",
        "发放",
        "拨付",
        "使用",
        "支付",
        "金额",
        "共计",
        "合计",
        "总计",
        "累计",
        "费用",
        "支出",
        "收入",
        "经费",
        "款项",
        "专项",
        "安排",
        "投入",
        "补助",
        "补贴",
    ]
)
_TWO_DIGITS, _SMALL_SUM = 2, 4  # digits
_SCALE = {"万": 10_000, "亿": 100_000_000}


def find(facts: Facts) -> Iterator[tuple[Span, str]]:
    """Yield sums of a text that seem to want 万 or 元, with what is told of each."""
    wan: defaultdict[str, set[tuple[str, bool]]] = defaultdict(set)
    for _, found in facts.where(_in_wan):
        for digits, names in found:
            wan[digits] |= names
    told: set[int] = set()
    for start, matches in facts.where(_IN_YUAN):
        for match in matches:
            said = _wrong(match, wan)
            if said:
                told.add(start + match.start())
                yield Span(*match.span()).shifted(start), said
    for start, matches in (*facts.where(_BY_COUNT), *facts.where(_OF_WORK), *facts.where(_BARE)):
        for match in matches:
            group = next(
                name
                for name in ("bare", "sum", "of")
                if name in match.re.groupindex and match[name] and (name != "of" or "n" not in match.re.groupindex)
            )
            at = match.start(group)
            if start + at in told or _FOR_ONE.search(clause_at(match.string, at).of(match.string)):
                continue
            if "n" in match.re.groupindex and float(match["sum"]) >= _LEAST_FOR_ONE * int(match["n"]):
                continue
            told.add(start + at)
            if group == "bare":
                yield Span(at, match.end(group)).shifted(start), f"此处写“{match[group]}”，没有写单位。"
            else:
                yield Span(at, match.end(group) + 1).shifted(start), f"此处写“{match[group]}元”，像漏写了“万”。"


def _wrong(match: re.Match[str], wan: Mapping[str, set[tuple[str, bool]]]) -> str:
    """Tell what is wrong with a sum in 元: the same digits stand elsewhere with 万, or it has tenths of what is sums of 万."""
    text, digits = match.string, match["digits"]
    clause = clause_at(text, match.start()).of(text)
    of_one = _FOR_ONE.search(clause) is not None
    if digits in wan and len(digits) > 1 and not _NOW_LESS.search(clause):
        same = len(digits) > _TWO_DIGITS and not wan[digits].isdisjoint(_names(match))
        if same or not of_one:
            return f"此处写“{match[0]}”，另一处写“{digits}万元”或者“{digits}亿元”。"
    if of_one or len(digits.partition(".")[0]) > _SMALL_SUM:
        return ""
    sentence = statement_at(text, match.start())
    few = _TENTHS.fullmatch(digits) and len(digits) < len("100.0")
    if few and _IN_WAN.pattern.search(text, sentence.start, sentence.end):
        return f"此处写“{match[0]}”，同一句里的钱以万元计，像漏写了“万”。"
    wholes = [
        float(each["digits"]) * _SCALE[each["scale"]]
        for each in _IN_WAN.pattern.finditer(text, sentence.start, match.start())
    ]
    if (
        wholes
        and _PART_OF_IT.search(clause)
        and not _SMALL_THINGS.search(clause)
        and float(digits) < _NEXT_TO_NOTHING * max(wholes)
    ):
        return f"此处写“{match[0]}”，前面的钱以万元、亿元计，像漏写了“万”。"
    if few and not match["round"] and _PUBLIC.search(clause):
        return f"此处写“{match[0]}”，像漏写了“万”。"
    return ""


_NOW_LESS = compiled_later("零|找|个人|自费|罚款[0-9]")
_PUBLIC = compiled_later("产值|投资|资金|经费|预算|收入|欠|债|贷|款|支出|缺口|工程|项目|采购|补助|拨付|结余|开支")


@cued("万元", "亿元")
def _in_wan(paragraph: ParagraphFacts) -> tuple[tuple[str, frozenset[tuple[str, bool]]], ...]:
    """Give the digits of the sums in 万 of a paragraph, each with what names it, and of what each leaves of the one before."""
    told = [(match["digits"], _names(match)) for match in _IN_WAN(paragraph)]
    left = [
        f"{abs(float(one) - float(other)):g}" for (one, _), (other, _) in pairwise(told)
    ]  # 「680万元，支付442万元」
    return (*told, *((each, frozenset[tuple[str, bool]]()) for each in left if len(each) > _TWO_DIGITS))


def _names(match: re.Match[str]) -> frozenset[tuple[str, bool]]:
    """Give the pairs of characters that name a sum in its clause, 餐费, and not any money; each with whether it is for one of some."""
    text, (start, end) = match.string, match.span()
    clause = clause_at(text, start)
    beside = f"{text[max(clause.start, start - _NAMED) : start]}，{text[end : min(clause.end, end + _NAMED)]}"
    for_each = _IS_EACH.search(text, clause.start, clause.end) is not None
    return frozenset((pair, for_each) for pair in word_pairs(beside) - _OF_ANY_MONEY)
