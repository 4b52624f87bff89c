"""问题后面未见相应的措施

检查什么：查摆的每一条问题，是否都能在整改措施里找到同一类事；按所属方面和用词对应，不按先后次序。其余各方面都是一条措施对一个问题、只有一个方面少一条的，也提示。
为什么：会后要据此列整改清单，有问题没有措施，清单上就缺一项。原因、措施不必与问题一一对应，所以只作提示。
怎么改：在相近的一条措施里补一句，或另写一条；已有总的安排的，可忽略。
"""

from collections.abc import Iterator, Sequence

from assistant.decisions import Stage
from assistant.facts import exchanged_measure, links, problem_references, unpaired
from assistant.facts.facts import Facts
from assistant.facts.items import Item, ItemKind, items
from assistant.facts.material_facts import MaterialFacts
from assistant.finding import Finding, Severity
from assistant.language.punctuation import quoted
from assistant.patterns import compiled_later
from assistant.rules.example_material import FIRST_ASPECT
from assistant.rules.rule import Example, Rule, Scope
from assistant.templates.template import PartKind
from assistant.text import Span

_EACH = 4  # so many are shown one by one; more are told once, where the measures begin
_ROW = compiled_later("^(?:[|｜] ?)?[0-9]{1,2} ?[|｜\t][^|｜\t]+[|｜\t]")
_NAMED = 3  # of them
_ADVICE = "会后要据此列整改清单。可在相近的一条措施里补一句，或另写一条；措施不必与问题一一对应，已有总的安排的可忽略。"


def check(facts: Facts) -> Iterator[Finding]:
    for material in facts.asked:
        found = links.find_measures(facts, material)
        alone: Sequence[Item] = found.without_measure
        if alone:
            answered = set(_answered(facts, material))
            alone = [item for item in alone if item.start not in answered]
        left = exchanged_measure.left_alone(facts, material)
        if left and left not in alone and (left, ItemKind.MEASURE) not in found.decided:
            message = f"{quoted(left.section.heading)}这一条写到的事，措施里暂未见到。"
            yield _finding(left.heading_span, message)
        odd = unpaired.find(facts, material)
        if odd and odd.kind is ItemKind.PROBLEM and odd not in (left, *alone):
            told = f"其余各方面都是一条措施对一个问题，{quoted(odd.section.heading)}这一条暂未见到自己的措施。"
            yield from () if (odd, ItemKind.MEASURE) in found.decided else [_finding(odd.heading_span, told)]
        if len(alone) <= _EACH:
            for item in alone:
                message = f"{quoted(item.section.heading)}这一条，暂未见到与它相应的整改措施。"
                yield _finding(item.heading_span, message)
        else:
            first = found.of_kind(ItemKind.MEASURE)[0]
            yield _finding(first.heading_span, _several(alone))


def _answered(facts: Facts, material: MaterialFacts) -> Iterator[int]:
    """Yield where the problems begin to which measures refer by number, 「（对应第1个问题）」, all where these are rows of a table."""
    problems = problem_references.by_number(facts, material)
    every = [item.start for item in items(facts, material) if item.kind is ItemKind.PROBLEM]
    for fact in material.written(PartKind.MEASURE):
        for section in fact.answer.sections:
            rows = sum(bool(_ROW.search(line)) for line in facts.text[section.start : section.end].split("\n"))
            yield from every if rows >= len(every) else ()
            for reference in problem_references.numbered(facts, section):
                yield from [problems[number].start for number in reference.numbers if number in problems]


def _several(alone: Sequence[Item]) -> str:
    names = "、".join(f"{quoted(item.section.heading)}" for item in alone[:_NAMED])
    return f"查摆的问题中，{names}等{len(alone)}条，暂未见到与它们相应的整改措施。"


def _finding(span: Span, message: str) -> Finding:
    return RULE.finding(span, message, _ADVICE)


_PROBLEMS = (
    FIRST_ASPECT
    + "1.理论学习不够深入。读原著浅尝辄止，学用脱节，理论联系实际不够紧密。\n（二）带头担当作为方面\n{problem}\n二、原因剖析\n（一）理论武装不够。学习抓得不紧，满足于集体学习，自学少。\n（二）担当精神有所减退。怕得罪人，遇到难题绕着走，攻坚的劲头不足。\n"
)
_STUDY = (
    "（一）加强理论学习。每周自学原著，中心组集体学习带头研讨，做好学习笔记，学用结合，武装头脑、指导实践。\n"
    "（二）增强党性修养。牢记初心，重温入党誓词，坚定理想信念，在组织生活中开展批评和自我批评。\n"
)

# Against the first of each aspect's two problems something is done; of the fourth nothing is taken up anywhere.
_LEFT_ALONE = (
    "一、存在的突出问题\n（一）带头强化政治忠诚方面\n1.报表压着不报。物资盘点表拖了九天，编织袋缺了300条。\n2.路灯的事拖着。柳湾村村口路灯坏了，线路图没有找到。\n"
    "（二）带头担当作为方面\n3.欠费纠纷压着。物业欠费积了58件，业主委员会没有请来。\n⟦4.补贴发得慢⟧。育秧大棚账册对不上，农户跑了三趟。\n"
    "（三）改进作风方面\n5.渡口抓得松。芦滩渡口救生衣缺了12件，船工证书过期。\n6.公示栏不更新。低保名单还贴着前年的，玻璃碎了两块。\n"
    "二、原因剖析\n图安稳，怕麻烦。\n三、整改措施\n（一）物资盘点表每月报一次，编织袋3月底前补足300条；柳湾村村口路灯3月底前修好，补上线路图。\n"
    "（二）物业欠费58件9月底前办完，业主委员会每月请来一次。\n（三）芦滩渡口救生衣2月底前补齐12件，船工证书过期的停船；低保名单每月更新，公示栏玻璃3月底前换好。\n"
)

# Each problem has its measure, under the same aspect, but for the fourth.
_ONE_FEWER = (
    "一、存在的突出问题\n（一）带头强化政治忠诚方面\n1.报表压着不报。物资盘点表拖了九天。\n2.路灯的事拖着。柳湾村村口路灯坏了。\n"
    "（二）带头担当作为方面\n3.欠费纠纷压着。物业欠费积了58件。\n⟦4.防汛名单旧了⟧。转移晚了四个小时，责任人换了没有登。\n"
    "（三）改进作风方面\n5.渡口抓得松。芦滩渡口救生衣缺了12件。\n6.公示栏不更新。低保名单还贴着前年的。\n（四）自律方面\n7.用车不登记。派车单补签了三次。\n8.接待管得不严。陪餐多了两人。\n"
    "二、原因剖析\n图安稳，怕麻烦。\n三、整改措施\n（一）政治忠诚\n1.物资盘点表每月报一次。\n2.柳湾村村口路灯3月底前修好。\n（二）担当作为\n3.物业欠费58件9月底前办完。\n"
    "（三）作风\n4.芦滩渡口救生衣2月底前补齐12件。\n5.低保名单每月更新，公示栏重做。\n（四）自律\n6.派车单当天登记签字。\n7.陪餐不超一人，接待先报。\n"
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
            _PROBLEMS.format(
                problem="⟦1.调查研究走马观花。⟧下基层蹲点少，听取群众呼声不够，对群众急难愁盼的事解决得慢。"
            ).replace("。⟧", "⟧。")
            + f"三、整改措施\n{_STUDY}",
            with_template=True,
        ),
        Example(
            _PROBLEMS.format(problem="1.调查研究走马观花。下基层蹲点少，听取群众呼声不够，对群众急难愁盼的事解决得慢。")
            + f"三、整改措施\n{_STUDY}（三）践行群众路线。每月到基层蹲点调研两天，面对面听取群众诉求，为群众办实事。\n",
            with_template=True,
        ),
        # said by number, in words of its own
        Example(
            _PROBLEMS.format(problem="2.调查研究走马观花。下基层蹲点少，听取群众呼声不够，对群众急难愁盼的事解决得慢。")
            + f"三、整改措施\n{_STUDY}（三）扑下身子。拜田里人为师，每周三、周五不坐办公室。（对应第2个问题）\n",
            with_template=True,
        ),
        # plain words: too little is understood to say what is not there
        Example(
            _PROBLEMS.format(problem="1.路灯的事拖了四个月。答应村里下个月亮，到十月才亮。")
            + "三、整改措施\n（一）每周三晚上把书读完，月底交笔记。\n（二）答应村里的事写在村务栏上，当月给回音。\n",
            with_template=True,
        ),
        Example(_LEFT_ALONE, with_template=True, shown=False),
        Example(_ONE_FEWER, with_template=True, shown=False),
    ),
    Stage.REVIEW,
)
