"""牵头的人、开会的党组似是其他单位的

检查什么：前言、结尾里写的“县水利局党组对开好民主生活会高度重视”“以上是县水利局党组的对照检查”，“我带领县文旅局党组集中学习”，“按照县林业局党组安排”“每季度向县卫健局党组报告”“每半年向区公安分局党委汇报”（法院材料）的，与署名、标题里的单位（或它的上级）是否一致；局的措施写“由分管副镇长牵头”、医院的措施写“由分管副校长负责”的，单位的种类是否相符。
为什么：多是在其他单位的材料上改写时漏改的，审核时容易引起疑问。
怎么改：改为本单位的名称、职务；写的确是其他单位的，写明是谁、做什么。
"""

from __future__ import annotations

from collections.abc import Iterator

from assistant.facts import named_bodies, writer
from assistant.facts.facts import Facts
from assistant.facts.material_facts import MaterialFacts
from assistant.facts.sought import Sought
from assistant.finding import Finding, Quoted, Severity
from assistant.language import posts
from assistant.language.sentences import sentence_at
from assistant.patterns import compiled_later
from assistant.rules.example_material import FIRST_ASPECT, FROM_THE_SECOND_ASPECT
from assistant.rules.rule import Example, Rule, Scope
from assistant.templates.template import PartKind
from assistant.text import Span

# Who does it, of one's own unit: 「由分管副镇长牵头」
_DONE_BY = Sought(
    ("由分管", "由副", "由班子", "由主管"),
    "由(?:(?:分管|主管)(?:[一-龥]{1,8}?(?=的))?的?|班子成员、)?(?P<post>副(?:[市县区镇乡局校院厂]长|总经理))(?:同志)?(?=牵头|负责|包抓|包保|主抓|带队|挂帅|逐|每|任组长)",
)
_OTHERS_TOO = compiled_later("请|建议|上报|报告|联合|会同|政府|各[镇乡县校院局]|[市县区]里")
_ADVICE = "请核对；写的确是其他单位的可忽略，宜写明是谁、做什么。"


def check(facts: Facts) -> Iterator[Finding]:
    for material in facts.asked:
        head = writer.head(facts, material)
        if head.strip():
            yield from _of_the_meeting(facts, material)
            yield from _of_the_measures(facts, material, head)


def _of_the_meeting(facts: Facts, material: MaterialFacts) -> Iterator[Finding]:
    """Yield the body of another unit as the one that he leads, whose meeting it is, by which he goes or to which he reports."""
    own = writer.home(facts, material).unit
    for each in named_bodies.of_others(facts, material):
        if not each.is_his:
            message = f"此处写“{each.unit}”，{writer.unit_is_from(facts)}“{own}”。"
            yield RULE.finding(each.span, message, _ADVICE)


def _of_the_measures(facts: Facts, material: MaterialFacts, head: str) -> Iterator[Finding]:
    """Yield who does what is planned, by a post that nobody holds in a unit of the writer's kind."""
    measures = material.of_kind(PartKind.MEASURE)
    for place in measures.spans if measures else ():
        for start, match in _DONE_BY.between(facts, *place):
            span = Span(*match.span("post")).shifted(start)
            apart = posts.is_of_another_kind(match["post"], head) and facts.text.count(match["post"]) == 1
            if apart and not _OTHERS_TOO.search(sentence_at(facts.text, span.start).of(facts.text)):
                message = f"此处写“{match['post']}”，{writer.unit_is_from(facts)}“{writer.unit(facts, material)}”。"
                yield RULE.finding(span, message, _ADVICE)


_TEXT = "{}2025年度民主生活会对照检查材料\n{}\n" + FIRST_ASPECT + "1.学得浅。\n" + FROM_THE_SECOND_ASPECT + "{}\n"
_BUREAU = "枫林县卫生健康局党组"

RULE = Rule(
    __name__,
    __doc__,
    check,
    Severity.HINT,
    Scope.MATERIAL,
    "材料须写本单位的事（审核常见意见）",
    (
        Example(
            _TEXT.format(
                _BUREAU,
                "⟦县水利局⟧党组对开好民主生活会高度重视，县卫健局党组认真准备。",
                "由分管⟦副镇长⟧牵头成立专班，每月核对。由分管副局长牵头，每月通报。",
            ),
            with_template=True,
        ),
        Example(
            _TEXT.format(
                _BUREAU,
                "县教育局党组对开好民主生活会高度重视，邀请我们座谈。向县委组织部报告。",
                "请县政府协调，由分管副县长牵头，会同各镇，由分管副镇长负责。由副局长负责。",
            ),
            with_template=True,
        ),
        Example(
            _TEXT.format(_BUREAU, "我带领⟦县文旅局⟧党组集中学习4次。", "每季度向⟦县林业局⟧党组报告一次。"),
            with_template=True,
        ),
        Example(
            _TEXT.format(
                _BUREAU,
                "我带领局党组集中学习4次，按照县卫健局党组安排，联系的县医院党委也学了。",
                "会同县财政局党组议定，每季度向市卫健委党组、向局党组报告一次。",
            ),
            with_template=True,
            shown=False,
        ),
        Example(
            _TEXT.format(
                "枫林县第二医院党委", "会前认真准备。", "由分管后勤的⟦副校长⟧负责，每月通报。由分管后勤的副院长负责。"
            ),
            with_template=True,
            shown=False,
        ),
        Example(
            _TEXT.format(
                "枫林县人民法院党组",
                "会前认真准备。",
                "每半年向⟦县公安分局⟧党委汇报一次，按照市中级人民法院党组要求，向县委政法委汇报。",
            ),
            with_template=True,
            shown=False,
        ),
    ),
    quoted=Quoted.NEVER,
)
