"""措施前面未见相应的问题

检查什么：整改措施的每一条，前面查摆的问题里是否有一条说到同一类事。
为什么：措施是为前面的问题写的；与哪一条都不相应的，审核时常会问到是否漏写了问题，或是把工作安排写进了整改措施。
怎么改：有这方面问题的，在前面补上；属日常工作安排的，可移到别处；本意如此的，可忽略。
"""

from collections.abc import Iterator, Sequence

from assistant.decisions import Stage
from assistant.facts import links
from assistant.facts.facts import Facts
from assistant.facts.items import Item, ItemKind
from assistant.finding import Finding, Severity
from assistant.language.punctuation import quoted
from assistant.patterns import compiled_later
from assistant.rules.rule import Example, Rule, Scope

_FEWEST = 4  # measures among which one can stand out
_PAIRS = 12  # pairs of characters of a measure that may be of the problems
_FOREIGN, _USUAL = 0.1, 0.2  # share of a measure's pairs that come before it: of one that stands out, of all others
_BODY = compiled_later(
    "锻炼身体|身体锻炼|健身|跑步|步行上下班|健步走|体魄|作息|体检|戒烟|减肥|养生|早起|游泳|打球|球赛|书法|摄影|钓鱼|业余(?:生活|爱好)|劳逸结合|良好心态|平和心态|文体活动|联欢"
)
_OF_THE_BODY = compiled_later(
    "锻炼身体|健康状况|自己的身体|身体不|亚健康|体检|作息|熬夜|生病|病假|精力|抽烟|跑步|健身|业余|文体|心态|压力"
)


def check(facts: Facts) -> Iterator[Finding]:
    for material in facts.asked:
        found = links.find(facts, material)
        alone = [item for item in found.without_problem if item.kind is ItemKind.MEASURE]
        for item in dict.fromkeys((*alone, *_in_other_words(facts.text, found.of_kind(ItemKind.MEASURE)))):
            yield Finding(
                RULE.name,
                RULE.severity,
                item.heading_span,
                f"{quoted(item.section.heading)}这一条措施，前面暂未见到与它相应的问题。",
                "审核时常会问到针对哪一条问题。有这方面问题的可在前面补上；属工作安排的可移到别处；本意如此的可忽略。",
                RULE.basis,
            )


def _in_other_words(text: str, measures: Sequence[Item]) -> Iterator[Item]:
    """Yield the measure that hardly has a word of what stands before where all others have many, or that is about exercise."""
    before = text[: measures[0].start] if measures else ""
    for item in measures:
        if _BODY.search(links.said(item, text)) and not _OF_THE_BODY.search(before):
            yield item
    if len(measures) >= _FEWEST:
        named_before = links.words(before)
        shares = [_share(links.words(links.said(item, text)), named_before) for item in measures]
        few, rest = min(shares), sorted(shares)[1]
        if few <= _FOREIGN and rest >= _USUAL:
            yield measures[shares.index(few)]


def _share(words: frozenset[str], named_before: frozenset[str]) -> float:
    """Tell which share of a measure's pairs of characters has been written before; one of few pairs is as all are."""
    return len(words & named_before) / len(words) if len(words) >= _PAIRS else 1.0


_BEFORE = (
    "一、存在的突出问题\n（一）带头强化政治忠诚方面\n1.理论学习不够深入。读原著浅尝辄止，学用脱节，理论联系实际不够紧密，学习计划打了折扣。\n"
    "（二）带头担当作为方面\n1.担当精神不强。遇到难题绕着走，怕得罪人，攻坚的劲头不足，满足于过得去。\n"
    "二、原因剖析\n（一）理论武装不够。学习抓得不紧，自学少。\n三、整改措施\n"
    "（一）加强理论学习。每周自学原著，带头研讨，做好学习笔记，学用结合，指导实践。\n"
    "（二）强化担当作为。敢于直面矛盾，啃硬骨头，对难题一抓到底，不做老好人。\n"
)

RULE = Rule(
    __name__,
    __doc__,
    check,
    Severity.HINT,
    Scope.MATERIAL,
    "会后列整改清单的需要（往年通行做法，请以本单位通知为准）",
    (
        Example(
            f"{_BEFORE}⟦（三）加强队伍建设⟧。抓好干部培养，发现骨干，开展业务培训和岗位练兵，提升队伍素质，储备年轻干部人才。\n",
            with_template=True,
        ),
        Example(_BEFORE, with_template=True),
        Example(f"{_BEFORE}⟦（三）保持健康体魄⟧。每周跑步三次，每年体检一次。\n", with_template=True),
        Example(
            "一、存在的突出问题\n（一）带头强化政治忠诚方面\n1.自学让位于报表。定的12本书只读完7本。\n2.路灯的事拖了四个月。柳湾村答应下个月亮，到十月才亮。\n"
            "（二）带头担当作为方面\n1.欠费纠纷压着不办。积了58件，家长来问过三次，谈成的只有9件。\n二、原因剖析\n图安稳，怕麻烦。\n三、整改措施\n"
            "（一）把书读完。定的12本书每月读完1本，报表让给别人。\n（二）把路灯的事办好。柳湾村的路灯每月去看一次，答应的下个月办。\n"
            "（三）了结欠费纠纷。58件欠费纠纷逐件谈成，家长来问的当天答。\n⟦（四）美化环境⟧。四月底前在院内栽树二十棵，建成文化长廊，更换门牌标识。\n",
            with_template=True,
        ),
        Example(f"{_BEFORE}（三）按时报送。月底前把清单报党组。\n", with_template=True),
    ),
    Stage.REVIEW,
)
