"""措施前面未见相应的问题

检查什么：整改措施的每一条，是否都能在前面查摆的问题里找到同一类事。
为什么：措施是为前面的问题写的；与哪一条都不相应的，审核时常会问到是否漏写了问题，或是把工作安排写进了整改措施。
怎么改：有这方面问题的，在前面补上；属日常工作安排的，可移到别处；本意如此的，可忽略。
"""

from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet

from assistant.decisions import Stage
from assistant.facts import item_likeness, links, off_the_matter, unpaired
from assistant.facts.facts import Facts
from assistant.facts.items import Item, ItemKind
from assistant.facts.links import Links
from assistant.facts.material_facts import MaterialFacts
from assistant.facts.off_the_matter import FOR_MANY, GENERAL, GENERAL_CHARACTERS
from assistant.finding import Finding, Severity
from assistant.language.punctuation import quoted
from assistant.language.sentences import STATEMENT
from assistant.patterns import compiled_later
from assistant.rules.example_material import FIRST_ASPECT
from assistant.rules.rule import Example, Rule, Scope
from assistant.text_memory import remembered

_FEWEST = 3  # measures among which one can stand out
_PAIRS = 10  # pairs of characters of a measure that may be of the problems
_LEFT_OVER = compiled_later("未完成|没有|尚未|正在|今年|措施")  # of last year
_BODY = compiled_later(
    "锻炼身体|身体锻炼|健身|跑步|步行上下班|健步走|体魄|作息|体检|戒烟|减肥|养生|早起(?![学读看写])|游泳|打球|球赛|乒乓球|羽毛球|篮球|书法|摄影|钓鱼|业余(?:生活|爱好)|劳逸结合|良好心态|平和心态|文体活动|联欢"
)
_OF_THE_BODY = compiled_later(
    "锻炼身体|健康状况|自己的身体|身体不|亚健康|体检|作息|熬夜|生病|病假|精力|抽烟|跑步|健身|业余|文体|心态|压力"
)

_ADVICE = "审核时常会问到针对哪一条问题。有这方面问题的可在前面补上；属工作安排的可移到别处；本意如此的可忽略。"


def check(facts: Facts) -> Iterator[Finding]:
    for material in facts.asked:
        found = links.find_measures(facts, material)
        alone = [item for item in found.without_problem if item.kind is ItemKind.MEASURE]
        odd = unpaired.find(facts, material)
        more = [odd] if odd and odd.kind is ItemKind.MEASURE and (odd, ItemKind.PROBLEM) not in found.decided else []
        in_other_words = _in_other_words(facts.text, found, material)
        told = dict.fromkeys((*alone, *more, *_of_the_body(facts.text, found), *in_other_words))
        for item in told:
            yield RULE.finding(
                item.heading_span,
                f"{quoted(item.section.heading)}这一条措施，前面暂未见到与它相应的问题。",
                _ADVICE,
            )
        statement = facts.once(off_the_matter.statement_off_the_matter, material)
        if statement and not any(item.span.start <= statement.start < item.span.end for item in told):
            message = "各条措施中，只有这一句与前面的问题、原因暂未见到相同的事。"
            yield RULE.finding(statement, message, _ADVICE)


def _of_the_body(text: str, found: Links) -> Iterator[Item]:
    """Yield the measures about exercise and leisure where nothing before speaks of it."""
    for item in found.of_kind(ItemKind.MEASURE):
        if _BODY.search(links.said(item, text)) and not _OF_THE_BODY.search(text, 0, item.start):
            yield item


def _in_other_words(text: str, found: Links, material: MaterialFacts) -> Iterator[Item]:
    """Yield the measure that has no word of the problems and causes below its heading, where all others have some.

    The words of the unit's own name, as its title and name line give it, are in whatever is told of its work.
    """
    measures = found.of_kind(ItemKind.MEASURE)
    if len(measures) < _FEWEST or len(measures) == len(found.items):
        return
    others = [item for item in found.items if item.kind is not ItemKind.MEASURE]
    own = item_likeness.words(text[material.outline.start : material.outline.preface_span.start])

    def named_before() -> Iterator[AbstractSet[str]]:
        yield from (item_likeness.words(links.said(item, text)) for item in others)
        before = STATEMENT.findall(text, 0, min(item.start for item in others))
        yield from (item_likeness.words(each) for each in before if _LEFT_OVER.search(each))

    def heads_a_matter(heading: str) -> bool:
        """Tell whether a heading has a word of the problems or of their aspects: 「严肃生活」 of 「党内政治生活不严」."""
        words = item_likeness.words(heading)
        aspects = (item_likeness.words(item.aspect) for item in others)
        return _shares(words - own, named_before()) or _shares(words, aspects)

    bare = [
        item
        for item in measures
        if _shares_nothing(_below(text, item), own, named_before()) and not heads_a_matter(item.section.heading)
    ]
    if len(bare) == 1 and (bare[0], ItemKind.PROBLEM) not in found.decided:
        yield bare[0]


def _below(text: str, item: Item) -> str:
    """Give what stands below a measure's heading; of one without any, all."""
    section = item.section
    below = links.said(item, text)[section.heading_end - section.start :].strip("。：:；\n ")
    return below or section.heading


def _shares_nothing(said: str, own: AbstractSet[str], named_before: Iterable[AbstractSet[str]]) -> bool:
    words = item_likeness.words(said)
    return len(words) >= _PAIRS and not _is_for_many(said) and not _shares(words - own, named_before)


@remembered(64)  # measures of a material; after a key all but one are what they were
def _is_for_many(said: str) -> bool:
    return FOR_MANY.search(said) is not None


def _shares(words: AbstractSet[str], named_before: Iterable[AbstractSet[str]]) -> bool:
    """Tell whether one of some words, and none that any measure may share with any problem, was named before."""
    return any(not _is_general(word) for named in named_before for word in words & named)


def _is_general(word: str) -> bool:
    return word in GENERAL or not GENERAL_CHARACTERS.isdisjoint(word)


_BEFORE = (
    FIRST_ASPECT
    + "1.理论学习不够深入。读原著浅尝辄止，学用脱节，理论联系实际不够紧密，学习计划打了折扣。\n（二）带头担当作为方面\n1.担当精神不强。遇到难题绕着走，怕得罪人，攻坚的劲头不足，满足于过得去。\n二、原因剖析\n（一）理论武装不够。学习抓得不紧，自学少。\n三、整改措施\n（一）加强理论学习。每周自学原著，带头研讨，做好学习笔记，学用结合，指导实践。\n（二）强化担当作为。敢于直面矛盾，啃硬骨头，对难题一抓到底，不做老好人。\n"
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
        Example(
            "2025年度民主生活会个人对照检查材料\n教育局副局长　周若谷\n一、存在的突出问题\n（一）带头强化政治忠诚方面\n1.自学让位于报表。定的12本书只读完7本。\n"
            "（二）带头担当作为方面\n1.欠费纠纷压着不办。积了58件，谈成的只有9件，教育教学受了影响。\n二、原因剖析\n图安稳，怕麻烦。\n三、整改措施\n"
            "（一）把书读完。定的12本书每月读完1本。\n（二）了结欠费纠纷。3月底前逐件建账，9月底前了结八成。\n"
            "⟦（三）扩大宣传⟧。每季度在区报发稿两篇，举办教育成果展一场。\n",
            with_template=True,
        ),
        Example(
            "一、存在的突出问题\n（一）带头强化政治忠诚方面\n1.自学让位于报表。定的12本书只读完7本，体会写了3篇。\n2.路灯的事拖了四个月。柳湾村答应下个月亮，到十月才亮。\n"
            "（二）带头担当作为方面\n1.欠费纠纷压着不办。积了58件，家长来问过三次，谈成的只有9件。水泵坏了没有修。\n二、原因剖析\n图安稳，怕麻烦。\n三、整改措施\n"
            "（一）把书读完。定的12本书每月读完1本；每季度写体会1篇。\n（二）把事办好。柳湾村的路灯每月去看一次；⟦4月底前给院墙贴瓷砖，刷仿古漆两遍⟧；水泵3月底前修好。\n"
            "（三）了结欠费纠纷。58件欠费纠纷逐件谈成；家长来问的当天答。\n",
            with_template=True,
        ),
        Example(
            f"{_BEFORE}（三）按时报送。月底前把清单报党组。\n（四）早起学习。每天早起学半小时。\n", with_template=True
        ),
        Example(
            "一、存在的突出问题\n（一）带头强化政治忠诚方面\n1.党内生活不严。议题讨论没有人说话，全年12次党日去了7次。\n2.路灯的事拖了四个月。柳湾村答应下个月亮。\n"
            "（二）带头担当作为方面\n1.欠费纠纷压着不办。积了58件。\n二、原因剖析\n图安稳，怕麻烦。\n三、整改措施\n"
            "（一）严肃生活。会上逐人发言、如实记录，末位表态，记录存档备查。\n（二）亮起路灯。柳湾村的路灯每月去看一次。\n（三）了结欠费纠纷。58件逐件谈成。\n",
            with_template=True,
        ),
    ),
    Stage.REVIEW,
)
