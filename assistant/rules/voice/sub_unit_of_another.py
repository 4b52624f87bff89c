"""所在支部、下属单位似是其他单位的

检查什么：参加组织生活的支部，一处写“机械系教师党支部”、一处写“护理系教师党支部”的，与署名里的支部不同的，或者公司的材料写“参加教务处党支部组织生活”的；局的材料写“直属的6所学校”“下辖12个社区”，而这一行没有这样的单位的；“刚到基层派出所工作时”写在卫生健康局材料里的。
为什么：所在支部只有一个，下属单位、工作过的地方多与本行有关；写成别处的，多是从别人的材料里移来时漏改的。
怎么改：改为本人所在的支部、本单位的下属单位；年内转过组织关系的，原在其他行业工作的，写明时间。
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from assistant.facts import sub_units, writer
from assistant.facts.facts import Facts
from assistant.facts.material_facts import MaterialFacts
from assistant.facts.sought import Sought
from assistant.finding import Finding, Quoted, Severity
from assistant.language.sentences import clause_at, sentence_at
from assistant.language.signs import FORMERLY
from assistant.patterns import compiled_later
from assistant.rules.example_material import FIRST_ASPECT, FROM_THE_SECOND_ASPECT, TITLE
from assistant.rules.rule import Example, Rule, Scope
from assistant.templates.template import PartKind
from assistant.text import Span

_TAKEN_PART_IN = "组织生活|主题党日|党员大会|活动|学习|会议|专题"
# 「参加机械系教师党支部组织生活11次」 「所在的机关第二党支部全年开展组织生活15次」
_OWN_BRANCH = Sought(
    ("支部",),
    "(?:参加|所在的)(?:了|所在的|所在|本人所在的)*(?P<branch>[一-龥0-9]{2,14}?)(?:党支部|支部)的?(?:全年|20[0-9]{2}年|[0-9]{1,2}月)?"
    f"(?:共|均|组织的?|召开的?|开展的?)*(?:{_TAKEN_PART_IN})"
    # whom else one tells it is no part of its name: 「向所里和支部说明」
    "|向(?:[一-龥]{1,8}[和及与])?(?P<told>(?![一-龥]{0,8}[和及与](?:党?支部|所在))[一-龥]{2,12}?)(?:党支部|支部)(?:书记)?(?:书面|当面)?(?:报告|汇报|说明)",
)
_NAMED_IN_HEAD = compiled_later("(?P<branch>[一-龥0-9]{2,16}?)(?:党支部|支部)")
_NO_NAME = compiled_later(
    "^(?:所在|本|各|基层|所属|下属|分管|联系|其他|党员|普通党员|机关$|双重|两个|自己|该|挂)|所在$|联系|分管|包联|结对|共建|帮"
)
_OF_OTHERS = compiled_later(
    "联系|列席|指导|督导|帮扶|包联|结对|共建|联学|下沉|调[整入到]|转[入到]|先后|分别|其他支部|应邀|上门"
)
# Of numbered branches one's own bears one number
_NUMBERED = Sought(("支部",), "第(?P<number>[一二三四五六七八九十]+)党?支部")
# 「直属的6所学校」
_BELOW = Sought(
    ("下属", "直属", "下辖", "所辖", "管辖"),
    "(?:下属|直属|下辖|所辖|管辖)(?:的|有|了)?[0-9一二三四五六七八九十两几]+(?:个|所|家|座|处)(?P<said>[一-龥]{2,8})",
)
# 「刚到基层派出所工作时」
_WORKED_IN = Sought(
    ("工作", "任职", "上班", "当"),
    "(?:在|到|从|去)(?:基层|乡镇|农村|县城|城区|城关|偏远|一线|一家|一所)?(?:的)?(?P<said>(?:[一-龥]{2,3}镇?)?(?:派出所|卫生院|医院|小学|中学|支行|供电所|税务所|法庭|司法所|车间|林场|养护站|财政所|水管站))"
    "(?:工作|任职|上班|当[一-龥]{2,6}(?=时|，|的))",
)
# Who of one's own house it is that is told of: 「招生办1名工作人员因接受宴请受到处分」
_OF_ONES_OWN = Sought(
    ("名",),
    "(?:^|(?<=[，。；：、月日年]))(?P<said>(?!某|一)[一-龥]{2,6}?)(?:有|的)?[0-9一两二三]名(?:工作人员|干部|职工|员工|同志|党员|负责人|医生|教师|民警)(?=因|被|在|接受|违反|违规|收受)",
)

# 「青溪支行」 in the head, and in the name of a branch
_HOUSE = compiled_later(
    "(?P<name>[一-龥]{2,3}?)(?P<kind>支行|分行|派出所|供电所|司法所|税务所|财政所|卫生院|分公司|水厂|车间|林场|(?<!城)镇|街道|社区)"
)
_BEFORE = compiled_later(FORMERLY)


class _Branch(NamedTuple):
    span: Span
    name: str


def check(facts: Facts) -> Iterator[Finding]:
    for material in facts.asked:
        head = writer.head(facts, material)
        if not head.strip():
            continue
        cases = material.answers(PartKind.CASE_ANALYSIS)
        found = dict(_numbered(facts, material, head))
        found |= dict((*_branches(facts, material, head), *_of_another_line(facts, material, head)))
        for span, message in sorted(found.items()):
            if not any(span.overlaps(each) for each in cases):
                yield RULE.finding(
                    span, message, "请核对是否本人、本单位的；写的是联系的支部、原来的单位的可忽略，宜写明。"
                )


def _branches(facts: Facts, material: MaterialFacts, head: str) -> Iterator[tuple[Span, str]]:
    """Yield the branch in which the writer takes part, where it is none of his unit's, or not the one named elsewhere."""
    found: list[_Branch] = []
    for start, match in _OWN_BRANCH.between(facts, material.outline.preface_span.start, material.outline.end):
        group = "branch" if match["branch"] else "told"
        span = Span(*match.span(group)).shifted(start)
        sentence = sentence_at(facts.text, span.start).of(facts.text)
        if not _NO_NAME.search(match[group]) and not _OF_OTHERS.search(sentence):
            found.append(_Branch(span, match[group]))
    signed = [match["branch"] for match in _NAMED_IN_HEAD.finditer(head)]
    names = Counter(each.name for each in found)
    for each in found:
        if sub_units.of_another(each.name, head) or _is_beside(each.name, head):
            yield each.span, f"此处写的支部是“{each.name}”，标题或署名里写的是“{head.strip().splitlines()[0]}”。"
            continue
        others = [
            *signed,
            *(name for name, often in names.items() if often > names[each.name] or _is_first(found, name, each)),
        ]
        if others and not any(_is_same(each.name, other) for other in signed or others):
            yield each.span, f"此处写的支部是“{each.name}”，另一处写的是“{others[0]}”。"


def _numbered(facts: Facts, material: MaterialFacts, head: str) -> Iterator[tuple[Span, str]]:
    """Yield the one branch of another number than the name lines and all other places give."""
    outline = material.outline
    found = list(_NUMBERED.between(facts, outline.front_end, outline.end))
    told = Counter(match["number"] for _, match in found)
    signed = _NUMBERED.pattern.search(head)
    own = signed["number"] if signed else max(told, key=lambda number: told[number], default="")
    for start, match in found:
        span = Span(*match.span()).shifted(start)
        sentence = sentence_at(facts.text, span.start).of(facts.text)
        once = told[match["number"]] == 1 and (told[own] > 1 or signed)
        if match["number"] != own and once and len({own, *told}) == 2 and not _OF_OTHERS.search(sentence):
            yield span, f"此处写“{match[0]}”，其他各处写的是第{own}支部。"


def _is_beside(name: str, head: str) -> bool:
    """Tell whether a branch is that of another house of the same kind: 柳桥支行, of a man in 青溪支行."""
    house = _HOUSE.search(name)
    theirs = [match["name"] for match in _HOUSE.finditer(head) if house and match["kind"] == house["kind"]]
    return house is not None and bool(theirs) and all(each[-2:] != house["name"][-2:] for each in theirs)


def _is_first(found: list[_Branch], name: str, each: _Branch) -> bool:
    first = next(other for other in found if other.name == name)
    return first.name != each.name and first.span.start < each.span.start and len({other.name for other in found}) == 2


def _is_same(one: str, other: str) -> bool:
    """Tell whether one name is the other's shorter form: 刑侦大队, 局刑侦大队."""
    return one.endswith(other) or other.endswith(one) or one.startswith(other) or other.startswith(one)


def _of_another_line(facts: Facts, material: MaterialFacts, head: str) -> Iterator[tuple[Span, str]]:
    outline = material.outline
    for sought in (_BELOW, _WORKED_IN, _OF_ONES_OWN):
        for start, match in sought.between(facts, outline.preface_span.start, outline.end):
            house = sub_units.of_another(match["said"], head)
            at = start + match.string.find(house, match.start("said"))
            once = (
                house and len(re.findall(f"{house}(?!习)", facts.text[outline.start : outline.end])) == 1
            )  # 「学中学习」
            if once and not _BEFORE.search(facts.text, clause_at(facts.text, at).start, at):
                message = f"此处写“{house}”，标题或署名里写的是“{head.strip().splitlines()[0]}”。"
                yield Span(at, at + len(house)), message


_TEXT = TITLE + "{}　林知远\n按照县委通知要求，检查如下。\n" + FIRST_ASPECT + "1.学得浅。{}\n" + FROM_THE_SECOND_ASPECT

RULE = Rule(
    __name__,
    __doc__,
    check,
    Severity.HINT,
    Scope.MATERIAL,
    "材料须写本单位、本人的事（审核常见意见）",
    (
        Example(
            _TEXT.format(
                "枫林县统计局副局长",
                "参加机关第一党支部组织生活12次，直属的6所⟦学校⟧只到了2所，刚到⟦派出所⟧工作时劲头足。2025年参加⟦机关第二⟧党支部主题党日少。",
            ),
            with_template=True,
        ),
        Example(
            _TEXT.format(
                "枫林县统计局副局长",
                "参加所在的机关第一党支部组织生活12次，参加支部活动少，列席机关第二党支部主题党日，向局里和支部说明了2次，下辖4个调查队，到镇里工作过，原在小学工作。",
            ),
            with_template=True,
        ),
        Example(
            _TEXT.format(
                "枫林县统计局副局长",
                "8月，⟦车间⟧1名工作人员因接受宴请受到处分。办公室1名工作人员因接受宴请受到处分，某学校1名教师因违规被通报。",
            ),
            with_template=True,
            shown=False,
        ),
        Example(
            _TEXT.format("枫林县统计局第一党支部", "按照⟦第二党支部⟧要求，向第一党支部报告晚。"),
            with_template=True,
            shown=False,
        ),
        Example(
            _TEXT.format("枫林县统计局第一党支部", "按照第一党支部要求，列席第二党支部活动1次。"),
            with_template=True,
            shown=False,
        ),
        Example(
            _TEXT.format("枫林县供水公司副经理", "参加⟦教务处⟧党支部组织生活12次。"), with_template=True, shown=False
        ),
        Example(
            _TEXT.format("枫林县教育局副局长", "参加教务处党支部组织生活12次，直属的6所学校去得少。"),
            with_template=True,
        ),
    ),
    quoted=Quoted.NEVER,
)
