"""Units that a text names where only the writer's own can stand, or one above it, and that are neither.

Whoever leads a body, is a member of it or calls its meeting is of its unit; he reports to that, or to one above it in his
line of work, and goes by what these have arranged. Which unit is his own, the closed description of the writer tells.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from assistant.facts import lines_of_work, writer
from assistant.facts.facts import Facts
from assistant.facts.material_facts import MaterialFacts
from assistant.facts.sought import Sought
from assistant.facts.writer import Home
from assistant.language.sentences import clause_at, sentence_at
from assistant.language.signs import FORMERLY
from assistant.patterns import compiled_later
from assistant.templates.template import PartKind
from assistant.text import Span

_KIND = (
    "局|厅|委员会|[改健信资教]委|医院|卫生院|保健院|卫生服务中心|法院|检察院|学院|大学|中学|小学|学校|幼儿园|公司|集团|支行|分行|银行|信用社"
    "|中心|街道|(?<!城)镇|乡|村|社区|厂|研究所|派出所|馆|组织部|宣传部|统战部|办公室"
)
# The name of a unit does not go over any of the words by which one has to do with it
_LETTERS = "(?:(?![和与同对向把在是了给被由让经报请各该某其我本这那到为的及]|按照|根据|参加|召开|所在|联系|上级|分管|下属|全[县市区镇]|有关|相关|直属)[一-龥])"
_UNIT = f"(?P<unit>{_LETTERS}{{1,14}}?(?:{_KIND}))"
_GROUP = "党组|党委|党工委|党总支"
_BODY = f"(?:机关)?(?:第[一二三四五六七八九十])?(?:{_GROUP}|党支部|支部|支委会|(?:领导)?班子)"
_CUES = ("党组", "党委", "党工委", "党总支", "支部", "支委会", "班子")
_TOLD = "报告|汇报|请示|述职|检讨|备案|备查|审定|研究|审议|批准|同意|审批|提交|写出|作出|报送|反馈整改|承诺"
# Where only the unit itself can stand: 「我带领县水利局党组成员集中学习」
_LED = Sought(
    ("带领", "率领", "主持", "团结"),
    f"(?:^|(?<=[我己人自后共，。；：、]))(?:带领|率领|主持|团结带领|团结){_UNIT}{_BODY}",
)
# In the first words or the last: 「县水利局党组对开好民主生活会高度重视」, 「以上是县水利局党组的对照检查」
_HOLDS_THE_MEETING = Sought(
    _CUES,
    f"(?:^|(?<=[，。；：])|(?<=以上是)|(?<=代表)|(?<=召开)|(?<=开好)|(?<=参加)){_UNIT}{_BODY}"
    "(?=对开好|高度重视|(?:党委|党组)?理论学习中心组|紧扣|紧紧围绕|定于|认真(?:对照|查摆|准备|组织|召开|开展)|坚持(?:问题|刀刃)|深入(?:查摆|学习)"
    "|(?:20[0-9]{2}年度)(?:专题)?(?:民主|组织)生活会|的?对照检查|(?:组织|召开|安排)的?(?:会前|集中学习|专题学习))",
)
# Of which he is: 「我是县水利局机关第二党支部的普通党员」
_MEMBER_OF = Sought(
    _CUES,
    f"(?:作为|身为|我是|(?<![所可予给难])以){_UNIT}{_BODY}的?(?=一名|一员|普通党员|党员|成员|委员|副?书记)"
    f"|(?:参加|到)(?:了)?{_UNIT.replace('<unit>', '<unit2>')}{_BODY}的?(?=活动|组织生活|主题党日|党员大会)",
)
# Where he works: 「我现任县燃气公司工程师」
_WHERE_HE_IS = Sought(
    ("现任", "我在", "本人在", "任职", "就职", "我是", "作为"),
    f"(?:(?:我|本人|自己)?(?:现任|现担任|目前任)|(?:我|本人)在|(?:我|本人)?(?:任职|就职)于|(?:我|本人)是|作为){_UNIT}"
    "(?=[一-龥]{0,8}?(?:干部|职工|员工|工程师|技术员|科员|办事员|副?[局院校镇乡馆厂台站行科股所队]长|副?主任|副?书记|经理|主管|会计|教师|医生|护士|负责人|的一员|的一名|党[组委](?:成员|委员)))",
)
# Where his own stands, or one above it
_TO_ITS_BODY = Sought(
    _CUES,
    f"[向报经请交由]{_UNIT}(?:机关)?(?:{_GROUP}|(?:领导)?班子)"
    f"(?=(?:书记|会|会议)?[^，。；]{{0,8}}?(?:{_TOLD}))"
    f"|(?:[照据实行和及、]|按(?!照)){_UNIT.replace('<unit>', '<unit2>')}(?:{_GROUP})(?=的?(?:统一|工作|具体|有关)?(?:安排|部署|要求|通知|决定))",
)
_PLACE = compiled_later("^(?:中共)?(?:[一-龥]{2,3}?(?:省|市|自治州|州|县|区|旗))*[省市县区州旗]?")
_COMMON = compiled_later(
    "省|市|县|区|州|镇|乡|街道|局|委员会|办公室|中心|医院|学校|学院|大学|中学|小学|公司|集团|厅|法院|检察院|政府|党委|人民|有限|责任|某|委|机关|服务"
)
_VISITED = compiled_later(
    f"{FORMERLY}|各(?![项类种方])|联系|帮扶|包联|指导|列席|督导|结对|共建|所包|挂点|下派|应邀|邀请|会同|联合|对接|协调|走访|调研|座谈|当地|对口|约谈|移交|通报|建议|挂职|跟班|借调"
)
_ELSEWHERE = compiled_later(
    "外[县区地市]|邻[县区近]|兄弟|某|案例|(?<![方提议草预档答备图教])案|通报|像|如同|好比|那样|家属|妻|爱人|丈夫|子女"
)
# Of what the unit of a head is where a 局 of any line may be above it
_BELOW = compiled_later("公司|集团|厂|校|学院|幼儿园|(?<!法)(?<!检察)院|中心|所|站|队|馆|社|行|矿|场|支部|总支")
# Of one line of work, and none above another: a court reports to courts, the police to the police
_APART = ("法院|法庭", "检察", "公安|派出所|看守所|拘留所|[刑交巡特]警", "司法|监狱|戒毒")
_GOVERNS = compiled_later("[镇乡村]|街道|社区|政府|[省市县区州]委(?!员)|工委|开发区")
_FIRMS = ("公司", "集团")
_AT_LARGE = ("党组对开好", "党委对开好")  # of which a sentence may say that it came to look


class NamedBody(NamedTuple):
    """A unit that is named in the writer's place, and where; whether he is told to be of it, and whether one above may stand there."""

    span: Span
    unit: str
    is_his: bool
    may_be_above: bool = False


def of_others(facts: Facts, material: MaterialFacts) -> tuple[NamedBody, ...]:
    """Give the units that stand where the writer's own should, in order; none where his own is not known."""
    return facts.once(_of_others, material)


def _of_others(facts: Facts, material: MaterialFacts) -> tuple[NamedBody, ...]:
    outline = material.outline
    found = [
        NamedBody(Span(*match.span(group)).shifted(start), match[group], is_his, sought is _TO_ITS_BODY)
        for sought, is_his in ((_LED, False), (_MEMBER_OF, True), (_WHERE_HE_IS, True), (_TO_ITS_BODY, False))
        for start, match in sought.between(facts, outline.front_end, outline.end)
        for group in [next(name for name, value in match.groupdict().items() if value)]
    ]
    last = facts.starts[facts.paragraph_at(max(outline.start, outline.end - 2))]
    for place in (outline.preface_span, Span(max(outline.preface_span.end, last), outline.end)):
        for start, match in _HOLDS_THE_MEETING.between(facts, *place):
            found.append(NamedBody(Span(*match.span("unit")).shifted(start), match["unit"], is_his=False))
    if not found:
        return ()
    home = writer.home(facts, material)
    cases = material.answers(PartKind.CASE_ANALYSIS)
    kept: dict[int, NamedBody] = {}
    for each in found if home.unit else ():
        if not any(each.span.overlaps(case) for case in cases) and _is_anothers(facts, each, home):
            kept.setdefault(each.span.start, each)
    return tuple(sorted(kept.values()))


def _is_anothers(facts: Facts, each: NamedBody, home: Home) -> bool:
    said = f"{each.unit[-4:]}{facts.text[each.span.end : each.span.end + 2] if not each.may_be_above else ''}"
    if is_same_unit(each.unit, home) or facts.text.count(said) > 1:
        return False
    if each.may_be_above and _may_be_above(each.unit, home):
        return False
    sentence = sentence_at(facts.text, each.span.start).of(facts.text)
    at_large = facts.text[each.span.end :].startswith(_AT_LARGE)
    about = sentence if at_large else clause_at(facts.text, each.span.start).of(facts.text)
    return not (_VISITED.search(about) or _ELSEWHERE.search(sentence))


def is_same_unit(unit: str, home: Home) -> bool:
    """Tell whether a unit may be one that the lines name which tell whose text it is: by two characters of what is its own.

    What has nothing of its own, as 市政府, and what stands in these lines in a short form, 卫健 of 卫生健康, may be it too.
    """
    core = _COMMON.sub("", _PLACE.sub("", unit))
    head = home.head
    if len(core) < 2:
        return len(unit) < 3 or unit[-2:] in head  # 市局, 县级机关
    return any(core[at : at + 2] in head for at in range(len(core) - 1)) or bool(
        re.search(".*".join(map(re.escape, core[:4])), head)
    )


def _may_be_above(unit: str, home: Home) -> bool:
    """Tell whether a body of that unit may be the one above the writer's: of his line of work, or of any where his is small."""
    own, its = _sort(home.unit), _sort(unit)
    if own and its and own != its:
        return False
    theirs = lines_of_work.of_unit(unit)
    small = _BELOW.search(home.unit) is not None
    if any(line in home.lines or (small and lines_of_work.is_kin(line, home.lines)) for line in theirs):
        return True
    if _GOVERNS.search(unit) and unit.endswith(("镇", "乡", "街道", "社区", "村", "工委")):
        return small and not home.lines
    if unit.endswith(_FIRMS) and _FIRMS[1] in home.unit:
        return False  # of a group none is above but the state
    return small and (not theirs or not home.lines)


def _sort(unit: str) -> str:
    return next((names for names in _APART if re.search(names, unit)), "")
