"""单位名称与本单位似不一致

检查什么：正文里“作为某某局的一名……”“我在某某镇工作”的单位，与新建时填写的单位是否一致。
为什么：单位名称前后不一，审核时容易引起疑问。
怎么改：改为本单位；写的是原工作单位的，写明时间。
"""

import re
from collections.abc import Iterator

from assistant.decisions import Profile
from assistant.facts.facts import Facts
from assistant.finding import Finding, Severity
from assistant.rules.rule import Example, Rule, Scope
from assistant.templates.template import PartKind
from assistant.text import Span

_UNIT = "[\u4e00-\u9fff]{2,14}?(?:局|委员会|办公室|中心|医院|学校|学院|大学|中学|小学|公司|集团|[县市区]委|镇|乡|街道|厅|法院|检察院|政府)"
_AS = re.compile(
    f"(?:作为|身为|我是|我在|本人在)(?P<unit>{_UNIT})(?=的?(?:一名|一员|党组|党委|党工委|领导班子|班子|主要负责|分管|副|干部|党员|领导|工作|任职))"
)
_COMMON = re.compile(
    "省|市|县|区|州|镇|乡|街道|局|委员会|办公室|中心|医院|学校|学院|大学|中学|小学|公司|集团|厅|法院|检察院|政府|党委|人民|有限|责任|某"
)
_BEFORE = re.compile("曾|原来|以前|从前|过去|此前|当时|那时|挂职|借调|20[0-9]{2}年|年前|历任|先后")
_GENERAL = re.compile("^(?:一名|一个|本|我|各|基层|机关|上级|全|这|党政|国有|领导|主管|职能|某)")


def check(facts: Facts) -> Iterator[Finding]:
    own = _core(facts.profile.unit)
    if not own:
        return
    for material in facts.asked:
        told = [s for f in material.parts for s in f.spans if f.part.kind is PartKind.CASE_ANALYSIS]
        for match in _AS.finditer(facts.text, material.outline.start, material.outline.end):
            unit, span = match["unit"], Span(*match.span("unit"))
            core = _core(unit)
            sentence = facts.text[max(0, match.start() - 20) : match.start()]
            elsewhere = _BEFORE.search(sentence) or any(span.overlaps(each) for each in told)
            if len(core) > 1 and not _GENERAL.match(unit) and not elsewhere and not _share(core, own):
                message = f"此处写“{unit}”，新建时填写的单位是“{facts.profile.unit}”。"
                yield Finding(RULE.name, RULE.severity, span, message, _ADVICE, RULE.basis)


_ADVICE = "请核对自称与本单位是否一致；写的是原工作单位的可忽略。"


def _core(unit: str) -> str:
    """Take off what every unit's name has, so that 市水务局 and 某市水务局 have the same."""
    return _COMMON.sub("", unit.strip())


def _share(one: str, other: str) -> bool:
    return any(one[at : at + 2] in other for at in range(len(one) - 1))


_TEXT = "一、存在的突出问题\n（一）带头强化政治忠诚方面\n1.学得浅。{}\n（二）带头担当作为方面\n怕得罪人。\n二、原因剖析\n放松了学习。\n三、整改措施\n每月自学两次。\n"
_LIN = Profile("某市住房保障中心", "副主任", "林知远")

RULE = Rule(
    __name__,
    __doc__,
    check,
    Severity.ADVICE,
    Scope.MATERIAL,
    "材料须写本单位、本人的事（审核常见意见）",
    (
        Example(_TEXT.format("作为⟦清源县水务局⟧的一名班子成员，我抓得不紧。"), with_template=True, profile=_LIN),
        Example(
            _TEXT.format(
                "作为市住房保障中心的一名班子成员，作为机关党委的一员，曾在清源县水务局工作。我在基层工作少。"
            ),
            with_template=True,
            profile=_LIN,
        ),
        Example(_TEXT.format("作为清源县水务局的一名班子成员，我抓得不紧。"), with_template=True),
    ),
)
