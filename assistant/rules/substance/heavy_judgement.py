"""对问题的定性较重

检查什么：问题和原因里，是否有“理想信念动摇”“对党不够忠诚”“严重脱离群众”“从不学习”一类定性很重的话，而这一句和前后两句没有具体的事。
为什么：定性重于事实，容易引起误解；审稿时一般首先注意这类话。
怎么改：确是本意的可忽略；不是的，改写成具体表现。程序只提示，不作判断，也不代改。
"""

import re
from collections.abc import Iterator

from assistant.decisions import Stage
from assistant.facts.facts import Facts
from assistant.facts.material_facts import MaterialFacts
from assistant.finding import Finding, Severity
from assistant.language.punctuation import quoted
from assistant.language.sentences import sentence_at
from assistant.language.signs import UTTERLY_HEAVY, Sign
from assistant.patterns import compiled_later
from assistant.rules.example_material import FROM_THE_SECOND_ASPECT
from assistant.rules.rule import Example, Rule, Scope
from assistant.structure.outline import Section
from assistant.templates.template import PartKind
from assistant.text import Span

_DENIED = compiled_later(
    "防止|杜绝|避免|警惕|反对|决不|绝不|不能|不会|不搞|不做|没有|力戒|不存在|并非|未曾|坚决|抵制|导致|使人|案例|案件|典型|他们"
)
_ANOTHER = compiled_later(
    "(?<![其])他(?!山)|她|其(?!中|实|他|余|次|间)|案中|涉案|当事人|违纪|违法|被查处|落马|通报|腐败分子|反面|这[名位个些](?:人|干部|同志)|某[，。]?|[×ＸX]{1,2}|"
    "一些(?:人|干部|同志)|有的(?:人|干部|同志|党员)|别人|(?<![对和管])身边"
)
_ONESELF = compiled_later("我(?!们党|国|党)|自己|自身|本人|班子")
# 「严重违纪违法案件」
_OF_OTHERS = compiled_later(
    "(?:违[纪法]|犯罪|党纪|法律)*(?:被|受到|受处|的?(?:行为|案|问题|人员|干部|现象|后果|教训|危害|苗头|者))"
)
_STATION = compiled_later("年龄|退休|任职|工作|接手|分管|联系|包联|牵头|我|刚")  # an instance elsewhere, but no event


def check(facts: Facts) -> Iterator[Finding]:
    for material in facts.materials:
        for section in _leaves(material):
            for span in facts.signs(Sign.HEAVY, section.start, section.own_end):
                clause = re.split("[，。；：\n]", facts.text[section.start : span.start])[-1]
                if _DENIED.search(clause) or _OF_OTHERS.match(facts.text, span.end) or _is_of_another(facts, span):
                    continue
                utterly = UTTERLY_HEAVY.search(span.of(facts.text))
                if not utterly and _is_told(facts, section, span):
                    continue
                yield RULE.finding(
                    span,
                    f"{quoted(span.of(facts.text))}定性较重{'' if utterly else '，前后未见具体所指'}。",
                    "政治表述的分寸由本人和审稿同志把握，程序不作判断。请确认是否为本意；不是的，可改写为具体表现。",
                )
                break  # one is enough to look at the whole passage


def _is_of_another(facts: Facts, span: Span) -> bool:
    """Tell whether it is said of somebody else: the one whom a case is about, 「案中人理想信念滑坡」."""
    sentence = sentence_at(facts.text, span.start)
    before = facts.text[sentence.start : span.start]
    others = [match.end() for match in _ANOTHER.finditer(before)]
    return facts.in_case(span.start) or (bool(others) and not _ONESELF.search(before, others[-1]))


def _is_told(facts: Facts, section: Section, span: Span) -> bool:
    """Tell whether something that happened stands in the sentence of a judgement, or in the one before or after."""
    text = facts.text
    start, end = section.start + len(section.number), span.end
    before = [match.end() for match in re.finditer("[。！？\n]", text[start : span.start])]
    if len(before) > 1:
        start += before[-2]
    for _ in range(2):
        found = re.compile("[。！？\n]+").search(text, end, section.own_end)
        end = found.end() if found else section.own_end
    return any(not _STATION.match(each.of(text)) for each in facts.signs(Sign.INSTANCE, start, end))


def _leaves(material: MaterialFacts) -> Iterator[Section]:
    """Yield the problems and causes, each with its own text alone."""
    for kind in (PartKind.PROBLEMS, PartKind.CAUSE):
        for fact in material.written(kind):
            for section in fact.answer.sections:
                yield from section.walk()


RULE = Rule(
    __name__,
    __doc__,
    check,
    Severity.HINT,
    Scope.MATERIAL,
    "政治表述的分寸（审核经验，供参考）",
    (
        Example(
            f"一、存在的突出问题\n（一）带头强化政治忠诚方面\n1.信念不牢。有时⟦理想信念动摇⟧，精神萎靡，贪图安逸。\n{FROM_THE_SECOND_ASPECT}",
            with_template=True,
        ),
        Example(
            f"一、存在的突出问题\n（一）带头强化政治忠诚方面\n1.警惕性不高。对如何防止理想信念动摇想得不多。\n{FROM_THE_SECOND_ASPECT}",
            with_template=True,
        ),
        Example(
            "一、存在的突出问题\n（一）带头强化政治忠诚方面\n1.信念不牢。前年竞聘落选后，一度理想信念动摇，有两个月没有参加支部活动。\n"
            f"{FROM_THE_SECOND_ASPECT}",
            with_template=True,
        ),
        Example(
            "一、存在的突出问题\n（一）带头强化政治忠诚方面\n1.⟦纪律观念完全丧失⟧。4月一处抢修，我没有先会商就安排开工。\n"
            f"{FROM_THE_SECOND_ASPECT}",
            with_template=True,
        ),
        Example(
            "一、存在的突出问题\n（一）带头强化政治忠诚方面\n1.学习不深。⟦从不学习⟧，满足于听会。\n2.作风不实。⟦严重脱离群众⟧，坐在机关的时间多。\n"
            f"3.管得不严。5月一件事压了半年，造成了⟦无法挽回的损失⟧。怕犯了得罪人的忌讳。\n5.批评少。⟦责任全部丢掉⟧。\n4.分管的站所有人⟦蜕化变质⟧，上班打牌。\n{FROM_THE_SECOND_ASPECT}",
            with_template=True,
        ),
        Example(
            "一、存在的突出问题\n（一）带头强化政治忠诚方面\n1.警惕性不高。对严重违纪违法案件的教训想得不多，不搞独断专行说得多。\n"
            f"2.学习不深。从不同角度学习得少，没有完全履行责任。4月的考试完全没有学习就去了。\n{FROM_THE_SECOND_ASPECT}",
            with_template=True,
        ),
        Example(
            "一、存在的突出问题\n（一）带头强化政治忠诚方面\n1.信念不牢。⟦革命意志衰退⟧。随着年龄增长，劲头不如从前。遇事能推就推。"
            f"6月份的督查也没有参加。\n{FROM_THE_SECOND_ASPECT}",
            with_template=True,
        ),
        Example(
            "一、存在的突出问题\n（一）带头强化政治忠诚方面\n1.警惕性不高。案中人理想信念滑坡，一步步走上歧路。他对党不忠诚，根子在贪。"
            "张某某理想信念动摇，我看后没有对照自己。被查处的同志信仰缺失。对照他的教训，我也⟦信念动摇⟧。\n"
            f"{FROM_THE_SECOND_ASPECT}",
            with_template=True,
        ),
    ),
    Stage.REVIEW,
)
