"""班子材料里以“我”自述

检查什么：领导班子、支部班子的材料里，是否以“我”“本人”的口气自述，是否写成“作为副局长，抓得不紧”。“我市”“自我”和引号里的话不提示。
为什么：班子材料查摆的是班子的问题；出现“我”，看不出说的是班子还是个人，审核时常会问到。
怎么改：改为以班子的口气写，或移到个人材料里；本应是个人材料的，请更换本次要求。
"""

import re
from collections.abc import Iterator

from assistant.facts import told_posts
from assistant.facts.facts import Facts
from assistant.facts.material_facts import MaterialFacts
from assistant.finding import Finding, Severity
from assistant.language.quotations import is_quoted
from assistant.language.signs import Sign
from assistant.patterns import compiled_later
from assistant.rules.example_material import FIRST_ASPECT, FROM_THE_SECOND_ASPECT
from assistant.rules.rule import Example, Rule, Scope
from assistant.templates.template import Subject
from assistant.text import Span

# A single person speaking. 我市, 我们党, 自我, “我为群众办实事” are not the writer; nor are 党员本人, 事主本人.
_WRITER = Sign(
    (
        "(?<![自忘小大无敌唯以舍“‘])我(?![们国党省市县区州乡镇村局委办厅处院校司团部军站所队街社企厂馆台矿单公中行素辈方旗盟]|将(?:士|领|军)"
        "|分局|分公司|支部|支队|集团|机关|班子|系统|总队|科室|园区|社区|组(?!织)|辖区|协会|学院|学校|基地|大队|银行|税务|法院|检察|代表|受)"
    ),
    "(?<![党员部同志事某其对由人户者])本人(?!身份|同意|签|意愿)",
)
_MEMBERS = compiled_later("成员|每[名位个]|各[位自]|大家|同志们|党员|干部|书记|委员|人人|个人|领导")
_RELATED = compiled_later("(?:结合|对照|围绕|立足|联系|根据|按照|针对|与|同|和|到|在|为|以|参加|负责|所)$")
_OWN_PLACE = compiled_later(
    "组织关系|所在|分管|联系(?:点|单位|领域|的)|工作(?:实际|职责|岗位)?|思想(?:工作|生活)?实际|岗位|职责|实际|学习|主管|负责|包[联抓保]"
)
# What everybody says of one and the other: 「客户求我多、我求客户少」, 「你好我好」, 「人人为我、我为人人」.
_AND_BACK = compiled_later(
    "(?P<one>[求找看靠防为等催])我[^，。；]{0,4}[、，]我(?P=one)|我(?P<two>[求找看靠防为等催])[^，。；]{1,6}[、，][^，。；]{1,4}(?P=two)我"
    "|你[^，。；你我]{0,4}我|我[^，。；你我]{0,4}你"
)
_AROUND = 16  # characters in which it is said
# Whoever it is that something is checked with: 「只看签字、不核本人」, 「由本人签字领取」.
_WHOEVER = compiled_later(
    "(?:核对?|核实|非|不是|见到?|找到|送达|告知|征得|征求|经|由|须|凭|[送交发还退递寄][到达给至回])$"
)
_DOES = compiled_later(
    "(?:同意|签字|签名|签收|签领|领取|到场|身份|账户|银行卡|申请|申报|确认|持|手[上中里])|[，。；、”]"
)
# Who holds the post that is told of, or what everybody who does has to do
_SOMEBODY = compiled_later(
    "书记|主任|局长|院长|校长|[镇乡县区市]长|主席|经理|同志|负责人|成员|委员|[他她](?!们)|其|应|要|必须|就[要得]"
)
_ADVICE = "班子材料查摆班子的问题。可改用班子的口气，或移到个人材料；这份确是个人材料的，请更换本次要求。"
_WHOLE_TEXT = 6  # so many show that the whole text speaks so; it is said once


def check(facts: Facts) -> Iterator[Finding]:
    if facts.template is None or facts.template.subject not in (Subject.LEADERSHIP, Subject.BRANCH):
        return
    for material in facts.materials:
        spans = list(_spoken(facts, material)) if material.alignment else []
        if material.alignment and not spans:
            yield from _as_one_of_them(facts, material)
        for span in spans if len(spans) < _WHOLE_TEXT else spans[:1]:
            said = span.of(facts.text)
            seen = f"此处以“{said}”自述，" if len(spans) < _WHOLE_TEXT else f"全文有{len(spans)}处以“{said}”等自述，"
            yield RULE.finding(
                span,
                f"{seen}这份材料按班子材料检查。",
                _ADVICE,
            )


def _as_one_of_them(facts: Facts, material: MaterialFacts) -> Iterator[Finding]:
    """Yield where the post of one member opens what is told, and nobody who holds it follows."""
    for start, match in told_posts.CALLED.between(facts, material.outline.preface_span.start, material.outline.end):
        rest = re.split("[。；]", match.string[match.end() :])[0]
        if not (_SOMEBODY.search(rest) or told_posts.is_once(match) or is_quoted(match.string, match.start())):
            span = Span(*match.span()).shifted(start)
            message = f"此处写“{match[0]}”，这份材料按班子材料检查。"
            yield RULE.finding(span, message, _ADVICE, severity=Severity.HINT)


def _spoken(facts: Facts, material: MaterialFacts) -> Iterator[Span]:
    for span in facts.signs(_WRITER, material.outline.preface_span.start, material.outline.end):
        index = facts.paragraph_at(span.start)
        paragraph, at = facts.paragraphs[index].text, span.start - facts.starts[index]
        before = paragraph[:at]
        near = _AND_BACK.finditer(paragraph, max(0, at - _AROUND), at + _AROUND)
        of_all = any(match.start() <= at < match.end() for match in near)
        if not (of_all or is_quoted(paragraph, at)) and not (
            span.of(facts.text) == "本人" and _is_each_one(before, facts.text[span.end : span.end + 8])
        ):
            yield span


def _is_each_one(before: str, after: str) -> bool:
    """Tell whether 本人 means each member by himself: 「班子成员结合本人分管工作」, 「同本人组织关系所在党支部」, or whoever is meant."""
    sentence = re.split("[。；！？]", before)[-1]
    whoever = _WHOEVER.search(before) and _DOES.match(after)
    return bool(whoever or _MEMBERS.search(sentence) or (_RELATED.search(sentence) and _OWN_PLACE.match(after)))


RULE = Rule(
    __name__,
    __doc__,
    check,
    Severity.ADVICE,
    Scope.MATERIAL,
    "审核时要看是否以个人问题代替班子问题，请以本单位通知为准",
    (
        Example(
            f"{FIRST_ASPECT}1.学习不深。⟦我⟧读原著不多，⟦本人⟧的笔记也少。\n{FROM_THE_SECOND_ASPECT}",
            with_template=True,
            subject=Subject.LEADERSHIP,
        ),
        Example(
            f"{FIRST_ASPECT}1.办实事不深。我市“我为群众办实事”清单里，我局领的三件只办成一件，自我批评也不多，我代表班子作检查，党员本人说：“我看不清。”客户求我多、我求客户少，你好我好，会上你看看我、我看看你。劳务费只看签字、不核本人，补贴由本人签字领取，体检报告没有送到本人手上。\n{FROM_THE_SECOND_ASPECT}",
            with_template=True,
            subject=Subject.LEADERSHIP,
        ),
        Example(
            f"{FIRST_ASPECT}1.学习不深。⟦我⟧将带头补学，我将士用命，我们将逐条改。\n{FROM_THE_SECOND_ASPECT}",
            with_template=True,
            subject=Subject.LEADERSHIP,
            shown=False,
        ),
        Example(
            f"{FIRST_ASPECT}1.学习不深。⟦作为副局长⟧，对水库监管抓得不紧。局长作为第一责任人研究少，作为局长，林知远同志过问少。\n{FROM_THE_SECOND_ASPECT}",
            with_template=True,
            subject=Subject.LEADERSHIP,
        ),
        Example(f"{FIRST_ASPECT}1.学习不深。我读原著不多。\n{FROM_THE_SECOND_ASPECT}", with_template=True),
        Example(
            f"{FIRST_ASPECT}1.学习不深。会前班子成员结合本人分管工作逐条认领。到本人组织关系所在党支部征求意见少，结合本人工作实际想得浅。⟦本人⟧分管的片区没有跑遍。\n{FROM_THE_SECOND_ASPECT}",
            with_template=True,
            subject=Subject.LEADERSHIP,
        ),
    ),
)
