"""一条里夹着另一方面的事

检查什么：一条问题或原因里，是否有一句说的是家风、党风廉政责任、通读党章一类的事，而这一条的标题、其余各句和所在的方面都与它无关。
为什么：改稿时贴错一句，标题下面就没有了自己的事，审核时一般会要求调整。
怎么改：移到相近的方面，原处补上与标题相应的事；确有联系的，可补一句说明，或忽略。
"""

from collections.abc import Iterator

from assistant.decisions import Stage
from assistant.facts.facts import Facts
from assistant.facts.items import Item, ItemKind, items
from assistant.finding import Finding, Severity
from assistant.language.punctuation import quoted
from assistant.language.sentences import CLAUSE
from assistant.language.signs import SHORTCOMING
from assistant.patterns import compiled_later
from assistant.rules.example_material import FIRST_ASPECT
from assistant.rules.rule import Example, Rule, Scope
from assistant.structure.outline import Section
from assistant.text import Span

# What a clause speaks of; how it is called; by which words the rest of an item, its heading or aspect would have to do with it.
_TOPICS = (
    (
        "家风|家教(?!育)|(?:家人|亲属|配偶|子女|身边(?:工作)?人员)[^，。；]{0,6}(?:教育|提醒|管教|约束)",
        "家风",
        "家|亲属|配偶|子女|妻|夫|廉|清|自律|身边|党性|修养|品德|纪|法|规矩|从严|治党|管党|作风|底线|私|特权|圈|小节|言传身教",
        (ItemKind.PROBLEM, ItemKind.CAUSE),
    ),
    (
        "全面从严治党[^，。；]{0,8}责任|党风廉政|管党治党[^，。；]{0,6}责任|廉政谈话|党建第一责任人",
        "全面从严治党",
        "治党|管党|廉|党建|党的建设|一岗双责|主体责任|第一责任|压力传导|政治责任|纪|监督|党组织|支部|腐|谈话|培养|年轻干部|带队伍|党务|作风|党内|政治",
        (ItemKind.PROBLEM, ItemKind.CAUSE),
    ),
    (
        "通读过?党章|党内学习|学习?党章|党的理论学",
        "理论学习",
        "学|读|理论|思想|政治|党性|本领|能力|知识|懂|原文|武装|政策|水平|素质|修养|信念",
        (ItemKind.PROBLEM,),
    ),
    (
        "党费|主题党日|组织生活会|双重组织生活|三会一课",
        "组织生活",
        "党[费日员课内性务建支组]|组织|支部|生活会|三会|政治|批评|治党|活动|学习|会议|先锋|身份",
        (ItemKind.PROBLEM,),
    ),
)
_OF_TOPICS = tuple((compiled_later(said), name, compiled_later(asked), kinds) for said, name, asked, kinds in _TOPICS)
_LEAST = 16  # characters of what else an item says, by which it is known


def check(facts: Facts) -> Iterator[Finding]:
    for material in facts.asked:
        for item in items(facts, material):
            if item.kind is not ItemKind.MEASURE:
                yield from _in_item(facts, item)


def _in_item(facts: Facts, item: Item) -> Iterator[Finding]:
    told = facts.of_section(_foreign, item.section, item.kind, item.aspect)
    if told:
        span, name = told
        yield RULE.finding(
            span.shifted(item.start),
            f"这里说的是{name}，{quoted(item.section.heading)}这一条的标题和其余各句暂未见到与它有关的话。",
            "请核对是否放错了地方：可移到相近的方面，原处补上与标题相应的事；确有联系的可补一句说明。",
        )


def _foreign(facts: Facts, section: Section, kind: ItemKind, aspect: str) -> tuple[Span, str] | None:
    """Give the clauses of an item, relative to it, that speak of what nothing else of it has to do with."""
    below = facts.text[section.heading_end : section.end]
    for said, name, asked, kinds in _OF_TOPICS:
        if kind not in kinds or not said.search(below) or asked.search(section.heading) or asked.search(aspect):
            continue
        of_it = [match for match in CLAUSE.finditer(below) if said.search(match[0])]
        if not of_it:
            continue  # said across the end of a clause: 「全面从严治党：责任」
        rest = "，".join(match[0] for match in CLAUSE.finditer(below) if not said.search(match[0]))
        span = Span(of_it[0].start(), of_it[-1].end()).shifted(section.heading_end)
        if len(rest) >= _LEAST and not asked.search(rest) and facts.are_there(SHORTCOMING, *span):
            return span.shifted(-section.start), name
    return None


RULE = Rule(
    __name__,
    __doc__,
    check,
    Severity.HINT,
    Scope.MATERIAL,
    "本次要求列出的各个方面",
    (
        Example(
            f"{FIRST_ASPECT}1.自学少。定的12本书只读完7本。\n（二）带头担当作为方面\n"
            "2.办事拖沓。占道经营拖了半年，⟦没有原原本本通读过党章⟧，商户来问过三次。\n"
            "3.攻坚不力。管网改造晚了三个月，因为业务生疏，理论学习少。\n"
            "二、原因剖析\n（一）学习放松。忙起来就一放再放。\n（二）担当精神弱化。怕引火烧身，⟦没有开展家风教育⟧，遇到难题总想等一等、放一放再说。\n"
            "三、整改措施\n每月自学两次。\n",
            with_template=True,
        ),
        Example(
            f"{FIRST_ASPECT}1.自学少。定的12本书只读完7本，没有通读过党章。\n（二）带头担当作为方面\n2.办事拖沓。占道经营拖了半年，商户来问过三次。\n3.担子没有压实。半年没有过问全面从严治党：责任写在纸上，商户的事也没有问。\n"
            "二、原因剖析\n（一）自律放松。家风教育抓得少，对亲属提醒不够。\n（二）培养干部不尽心。5名年轻干部没有一人独立带过项目，廉政谈话时只说注意安全，不够。\n三、整改措施\n每月自学两次。\n",
            with_template=True,
        ),
    ),
    Stage.REVIEW,
)
