"""先讲成绩，后讲问题

检查什么：一条问题里，写不足之前是否先有两句以上讲做法、讲成绩的话。
为什么：查摆问题宜开门见山；先讲成绩、成绩多问题少的，审核时常会要求修改。
怎么改：先写问题，成绩压缩为半句，或移到上年度整改落实情况里写。“始终坚定，但是……”一类的一句话不提示。
"""

from collections.abc import Iterator

from assistant.decisions import Stage
from assistant.facts.facts import Facts
from assistant.facts.material_facts import MaterialFacts
from assistant.finding import Finding, Severity
from assistant.language.sentences import SENTENCE, closed_sentences
from assistant.language.signs import ACCLAIM, PRAISE, SHORTCOMING
from assistant.patterns import compiled_later
from assistant.rules.example_material import FROM_THE_SECOND_ASPECT
from assistant.rules.rule import Example, Rule, Scope
from assistant.structure.outline import Section
from assistant.templates.template import PartKind
from assistant.text import Span

# What should be, not what was done
_REQUIRED = compiled_later("强调|指出|要求|规定|必须|应当|应该|提出|告诫|关键|根本|职责是|总书记")
# What was not done, counted: it makes a rate beside it a plain figure, 「按时办结率94%，逾期208件」
_COUNTED_LACK = compiled_later(
    "(?:逾期|超期|超时|滞后|延误|积压|漏[报登记办]?|缺席|缺|欠|剩余|未[办完达整][结成标改]|没有?(?:办结|完成|达标|整改))了?(?:办理|办结|完成)?的?有?(?:约|近)?[0-9]|(?:计划|应|任务)[^，。；]{0,6}[0-9]+[^，。；0-9]{0,4}，[^，。；0-9]{0,4}(?:实|只)[一-龥]{0,3}[0-9]"
)

_WHOLE_TIME = compiled_later(
    r"\s*(?P<said>(?:一年来|近年来|[几多]年来|今年以来|过去一年|全年|(?:作为|我在|在|到|任|担任|分管|工作|从事)[^，。；\n]{0,16}?(?:以来|[0-9一二三四五六七八九十]+多?年来?)|近[两三四五几0-9]年来?)，?[^。；\n]{12,})"
)


def check(facts: Facts) -> Iterator[Finding]:
    for material in facts.materials:
        for section in _problems(material):
            praised = praised_first(facts, section)
            if praised:
                count = len(praised)
                yield RULE.finding(
                    Span(praised[0].start, praised[-1].end),
                    f"此处先有{count}句讲做法和成绩，之后才写问题。"
                    if count > 1
                    else "这一句写在问题部分，只讲做法和成绩。",
                    "查摆问题宜开门见山。成绩可压缩为半句，或移到上年度整改落实情况里写。",
                    severity=RULE.severity if count > 1 else Severity.HINT,
                )


def praised_first(facts: Facts, section: Section) -> list[Span]:
    """Give the sentences of praise with which a problem begins: two or more, or one that tells only of achievements."""
    return [span.shifted(section.start) for span in facts.of_section(_praised_first, section)]


def _praised_first(facts: Facts, section: Section) -> list[Span]:
    """Give them relative to the problem."""
    own = section.heading_end, section.own_end
    if not (facts.are_there(PRAISE, *own) or (section.children and facts.are_there(ACCLAIM, *own))):
        return []
    praised = list(_praised(facts, section))
    acclaimed = bool(praised and section.children and facts.are_there(ACCLAIM, *praised[0]))  # nothing else comes first
    praised = praised if len(praised) > 1 or acclaimed else list(_long_praise(facts, section))
    return [span.shifted(-section.start) for span in praised]


def _problems(material: MaterialFacts) -> Iterator[Section]:
    """Yield the single problems; a heading's own text before its items counts too."""
    for fact in material.written(PartKind.ASPECT):
        for section in fact.answer.sections:
            yield section
            yield from section.children


def _long_praise(facts: Facts, section: Section) -> Iterator[Span]:
    """Yield the first sentence that tells achievements only: a whole time's in two clauses or more, or three others."""
    for sentence in closed_sentences(facts.text, section.heading_end, section.own_end):
        said = sentence.of(facts.text)
        whole = _WHOLE_TIME.match(said)
        span = Span(sentence.start + (whole.start("said") if whole else 0), sentence.end)
        praise = {facts.text.rfind("，", span.start, sign.start) for sign in facts.signs(PRAISE, *span)}
        required = _REQUIRED.search(said) or facts.are_there(SHORTCOMING, *span) or _COUNTED_LACK.search(said)
        if len(praise) > (1 if whole else 2) and not required:
            yield span
            return


def _praised(facts: Facts, section: Section) -> Iterator[Span]:
    """Yield the sentences of praise that come first, up to one that tells something else, or to the first 一是."""
    found: list[Span] = []
    runs_in = bool(section.children) and section.own_end > section.heading_end + 1
    own = section.heading_end + 1, section.own_end
    whole = (Span(*match.span()) for match in SENTENCE.finditer(facts.text, *own))
    for span in whole if runs_in else closed_sentences(facts.text, *own):
        acclaim = tuple(facts.signs(ACCLAIM, *span)) if runs_in else ()
        praised = (acclaim or facts.are_there(PRAISE, *span)) and not _REQUIRED.search(facts.text, *span)
        lacks = facts.signs(SHORTCOMING, *span)
        if not praised or any(not any(each.start <= lack.start < each.end for each in acclaim) for lack in lacks):
            yield from found
            return
        found.append(span)
    if runs_in:
        yield from found


RULE = Rule(
    __name__,
    __doc__,
    check,
    Severity.ADVICE,
    Scope.MATERIAL,
    "多地审核意见提到的“先表扬后问题”（见于两处以上公开材料）",
    (
        Example(
            "一、存在的突出问题\n（一）带头强化政治忠诚方面\n1.学习不够深入。⟦一年来，认真参加集中学习，完成了读书计划。"
            f"带头讲党课，取得较好效果。⟧但读原著多是浅尝辄止。\n2.请示报告不及时。\n{FROM_THE_SECOND_ASPECT}",
            with_template=True,
        ),
        Example(
            "一、存在的突出问题\n（一）带头强化政治忠诚方面\n1.怕得罪人。⟦一年来，班子取得了较好成绩，市场秩序明显好转，多项工作受到市里肯定。⟧占道多年没有解决。\n"
            f"2.请示报告不及时。\n{FROM_THE_SECOND_ASPECT}",
            with_template=True,
        ),
        Example(
            "一、存在的突出问题\n（一）带头强化政治忠诚方面\n1.学习不够深入。⟦全年培训1.2万人次，工作走在全县前列。"
            f"帮带经验在全市推广。⟧但是，自己读原著多是浅尝辄止。\n2.请示报告不及时。\n{FROM_THE_SECOND_ASPECT}",
            with_template=True,
        ),
        Example(
            "一、存在的突出问题\n（一）带头强化政治忠诚方面\n⟦一年来，认真参加集中学习，完成了读书计划。带头讲党课，取得较好效果⟧。一是读原著少，浅尝辄止。二是请示报告不及时。\n"
            f"{FROM_THE_SECOND_ASPECT}",
            with_template=True,
        ),
        Example(
            "一、存在的突出问题\n（一）带头强化政治忠诚方面\n⟦我管库房十二年，经手的物资没有一笔差错，中心把我树为标兵⟧。一是读原著少，浅尝辄止。二是请示报告不及时。\n"
            f"{FROM_THE_SECOND_ASPECT}",
            with_template=True,
            shown=False,
        ),
        Example(
            "一、存在的突出问题\n（一）带头强化政治忠诚方面\n一年来，认真参加集中学习，但是学得不深：一是读原著少。二是请示报告不及时。\n"
            f"{FROM_THE_SECOND_ASPECT}",
            with_template=True,
        ),
        Example(
            "一、存在的突出问题\n（一）带头强化政治忠诚方面\n1.学习不够深入。本人在政治立场上始终是坚定的，但是读原著多是浅尝辄止。\n"
            f"2.请示报告不及时。能够认真执行制度；坚持台账管理；但有一次隔天才报告。\n{FROM_THE_SECOND_ASPECT}",
            with_template=True,
        ),
        Example(
            "一、存在的突出问题\n（一）带头强化政治忠诚方面\n1.学习不够深入。通知强调，党员干部要坚持学原文。党章规定，党员要认真学习。"
            f"对照起来，自己读原著少。\n{FROM_THE_SECOND_ASPECT}",
            with_template=True,
        ),
        Example(
            "一、存在的突出问题\n（一）带头强化政治忠诚方面\n1.办件拖拉。全年接到热线工单640件，按时办结602件，按时办结率94%，超期38件，其中占道的就有21件。\n"
            f"2.请示报告不及时。\n{FROM_THE_SECOND_ASPECT}",
            with_template=True,
        ),
        Example(
            "一、存在的突出问题\n（一）带头强化政治忠诚方面\n1.抓落实先易后难。收储工作启动后，我先办手续齐全的两个项目。"
            f"第三个项目产权不清，压了近两个月。\n{FROM_THE_SECOND_ASPECT}",
            with_template=True,
        ),
    ),
    Stage.REVIEW,
)
