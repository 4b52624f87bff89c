"""The bodies that a text names by the kind of their unit alone, 局党组, 镇纪委, and those that cannot be the writer's.

Who writes names no body of another kind so: that of another unit bears its name, 青石镇党委, or stands among many. What is
once of a kind that neither the head of a material nor the rest of the text is of was left over from another's text.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from assistant.facts import writer
from assistant.facts.facts import Facts
from assistant.facts.material_facts import MaterialFacts
from assistant.facts.sought import Sought
from assistant.language.sentences import clause_at, sentence_at
from assistant.language.signs import FORMERLY
from assistant.patterns import compiled_later
from assistant.text import Span

# What people call units of a kind, with the kind as `units.own_names` has it
_KINDS = {
    "局": "局",
    "厅": "厅",
    "镇": "镇",
    "乡": "乡",
    "街道": "街道",
    "村": "村",
    "社区": "社区",
    **dict.fromkeys(("院", "医院", "卫生院", "法院", "检察院"), "院"),
    **dict.fromkeys(("校", "学校", "学院", "中学", "小学"), "校"),
    **dict.fromkeys(("公司", "总公司", "分公司", "集团", "厂", "总行", "分行", "支行", "行"), "公司"),
}
_UNIT = "|".join(sorted(_KINDS.keys() - {"行"}, key=len, reverse=True))  # 行 is a word too
_BODIES = "党组|党委|党工委|党总支|(?:机关)?纪委|(?:领导)?班子|党政办|机关党委|机关党支部|办公楼|中层干部"
_CUES = ("党组", "党委", "党工委", "党总支", "纪委", "班子", "党政办", "机关党支部", "办公楼", "中层干部")
# Behind these no name of a unit goes on: 「提交镇党委审议」 「1月28日召开的局党组民主生活会」
_BEGINS = (
    "(?:^|(?<=[，。；：、年月日次份名位前后向对报经由请与和照比同被据在到给告为的把将让是按据加交从及或开作表合看于]))"
)
_NAMED = Sought(
    _CUES, f"{_BEGINS}(?<!各[个级])(?<!管)(?P<unit>{_UNIT})(?P<body>{_BODIES})(?!织|[（(、]党|和?政府|(?:书记)?们)"
)
# By what its own meeting is called: 「提交行务会审议」
_MEETING = Sought(("务会",), "(?P<unit>[局院校镇厅行])务(?:扩大)?会(?!计)")
# The unit itself, as it works: 「2025年学校组织安全检查16次」 「业主来局里反映」
_ITS_DEEDS = "组织|召开|开展|印发|出台|制定|举办|安排|建立|实行|受理|办理|查处|完成|建成|上报|填报|对外签订|新招|投入"
_ITS_THINGS = "报表|文件|会议|台账|门户网站|经费|公章|采购|用电量|三公"
_WORKING = Sought(
    ("医院", "学校", "公司", "集团", "街道", "卫生院", "支行", "学院", "局里", "院里"),
    f"(?:^|(?<=[，。；：、年月]))(?P<unit>医院|学校|公司|集团|街道|卫生院|支行|学院)(?=(?:全年|先后|共|已|累计|一共|每[周月年季]度?)?(?:{_ITS_DEEDS})[^，。；]{{0,12}}[0-9]"
    f"|[一-龥]{{0,2}}(?:{_ITS_THINGS})[^，。；]{{0,2}}(?:由|从|比|[0-9])"
    "|规定|要求|明确|定于|决定|领导班子|党[委组]|20[0-9]{2}(?:年|届)|办公楼)"
    "|(?<![小大家宿法病学住科区楼户社村庭后前两单])(?P<house>[局院])里(?![面程])",
)
# Who of one's own house does it, or is handed it: 「由学校保密员复查签字」 「报医院设备科备案」
_BY_ITS_PEOPLE = Sought(
    ("学校", "医院", "公司", "集团", "卫生院", "支行", "学院"),
    "(?<=[由经报请交送])(?:本)?(?P<unit>学校|医院|公司|集团|卫生院|支行|学院)"
    "(?P<who>[一-龥]{1,6}?(?:员|长|主任|书记|总监|经理|会计|出纳|教师|老师|医生|科|室|处|部|办|股|组|中心))"
    "(?=[每逐各复签审核检备存登整汇牵负把验盖通确抽统归后同批校记保代填查，。；])",
)
# Which kinds stand beside each other: those above, and those below
_BESIDE = {
    "镇": "村 社区",
    "乡": "村 社区",
    "街道": "社区 村",
    "村": "镇 乡 街道 社区",
    "社区": "街道 镇 乡 村",
    "校": "院",
    "集团": "公司",
    "厂": "公司",
}
_SEEN_TO = (  # whose line of work is to govern units of a kind
    (compiled_later("教育|教体|教工委"), "校"),
    (compiled_later("卫生|卫健|医保|医共体"), "院"),
    (compiled_later("国资|国有资产|交通|住建|住房|城乡|水务|粮食|工信|经信|财政|供销"), "公司"),
)
_PLACES = frozenset(["镇", "乡", "街道", "村", "社区"])
# Who is above all kinds of units, and looks after them
_ABOVE = compiled_later(
    "组织部|宣传部|统战部|政法委|[省市县区州]委(?!员)|(?<!派驻)纪委|监委|政府|人大|政协|巡察|巡视|党校|(?<!党)工委"
)
# Whom one visits, asks or helps, and what was elsewhere or in other years
_VISITED = compiled_later(
    f"{FORMERLY}|各(?![项类种方])|联系|帮扶|包联|指导|列席|督导|督促|结对|共建|所包|包[村保片]|挂点|下派|应邀|邀请|会同|联合|对接|协调|走访|调研|座谈|当地|该|走进|配合|对口|约谈|反馈|移交"
)
_SPEAKS = compiled_later("企业|反映|走访|师生|家长|患者|辖区|家里|孩子")  # whose school, hospital or firm is told of
_ELSEWHERE = compiled_later("外[县区地]|邻[县区近]|兄弟|某|案例|典型案|像|如同|好比|那样")
# By which of a place's bodies nobody goes who is above or beside it
_GOES_BY = compiled_later("(?:向|报|经|报经|提交|提请|参加|请|被|受|按照|根据|代表|作为|由|召开的|开的|对|年|月|告)$")
_ACTS = compiled_later(
    "^[一-鿿]{0,3}?(?:下设|下辖|下属|会议|理论|中心组|全年|研究|审议|审定|批评|要求|部署|安排|各位|成员|民主生活会|开展巡|汇报|报告|请示)"
)
_FEW = 2  # times: bodies of another kind that nobody visits are not named more often
_HOUSES = ("医院", "卫生院", "法院", "检察院")
_OFTEN = 3  # times: whose text it is where no head tells it


# Those above the units of one line of work alone, and what the names of these units hold: 「根据市委教育工委通知」
_ABOVE_A_LINE = {
    "教育": compiled_later("校|学|教|幼儿园"),
    "卫健": compiled_later("医|卫|疾控|保健|血站|急救"),
    "国资": compiled_later("公司|集团|厂|矿|行|国资|投|企|社"),
    "农村": compiled_later("镇|乡|街道|村|农|林|水"),
    "政法": compiled_later("政法|公安|法院|检察|司法|派出所|监狱"),
}
_GONE_BY_ABOVE = Sought(
    ("工委", "国资委"),
    "(?:(?<=按照)|(?<=根据)|(?<=遵照)|(?<=[经报向由]))(?:[省市县区州]委)?[省市县区州]?"
    "(?P<line>教育|卫健|国资|农村|政法)(?:体育|卫生|系统)?(?:工委|委党委|工作委员会)",
)


class Named(NamedTuple):
    """A body as a text names it: where, the kind of unit, and the body, 党组."""

    span: Span
    unit: str
    body: str

    @property
    def kind(self) -> str:
        return _KINDS[self.unit]


def named(facts: Facts, material: MaterialFacts) -> tuple[Named, ...]:
    """Give all bodies that a material names by the kind of their unit alone, in order."""
    return facts.once(_named, material)


def _named(facts: Facts, material: MaterialFacts) -> tuple[Named, ...]:
    found = _NAMED.between(facts, material.outline.front_end, material.outline.end)
    return tuple([Named(Span(*match.span()).shifted(start), match["unit"], match["body"]) for start, match in found])


class _Kinds(NamedTuple):
    """The writer's unit, the kinds it is of, these with all that stand beside them, and whether it is above others."""

    unit: str
    own: frozenset[str]
    fitting: frozenset[str]
    is_above: bool


def _kinds(facts: Facts, material: MaterialFacts) -> _Kinds:
    unit, head, own, *_ = writer.home(facts, material)
    if not own:
        told = Counter(each.kind for each in named(facts, material))
        own = frozenset([kind for kind, times in told.items() if times >= _OFTEN])
    beside = {kind for each in own for kind in _BESIDE.get(each, "").split()}
    seen_to = {kind for of, kinds in _SEEN_TO if of.search(head) for kind in kinds.split()}
    return _Kinds(unit, own, frozenset(own | beside | seen_to), _ABOVE.search(head) is not None)


def of_other_kinds(facts: Facts, material: MaterialFacts) -> Iterator[tuple[Span, str]]:
    """Yield bodies and units of a kind that the writer's is not of, with his unit as his head names it, "" if it does not."""
    every = named(facts, material)
    working = list(_WORKING.between(facts, material.outline.preface_span.end, material.outline.end))
    handed = list(_BY_ITS_PEOPLE.between(facts, material.outline.preface_span.end, material.outline.end))
    met = list(_MEETING.between(facts, material.outline.preface_span.end, material.outline.end))
    kinds = facts.once(_kinds, material) if every or working or handed or met else None
    if kinds is None or not kinds.own:
        return
    head = writer.head(facts, material)
    yield from _met(facts, met, kinds, head)
    told = Counter(each.kind for each in every)
    for each in every:
        often = told[each.kind] > _FEW or sum(other[1:] == each[1:] for other in every) > 1
        if _fits(each.unit, kinds, head) or often or _is_of_one_visited(facts, each.span):
            continue
        if each.body.startswith("党") and _is_above(facts, each.kind, kinds):
            continue
        if (kinds.is_above or each.kind in _PLACES) and not _is_gone_by(facts, each):
            continue
        yield each.span, kinds.unit
    if not kinds.is_above:
        yield from _at_work(facts, handed, working, kinds, head)


_Found = Sequence[tuple[int, re.Match[str]]]


def _met(facts: Facts, met: _Found, kinds: _Kinds, head: str) -> Iterator[tuple[Span, str]]:
    """Yield the meetings that units of another kind call so: 行务会 of a bank."""
    for start, match in met:
        unit, span = match["unit"], Span(*match.span()).shifted(start)
        fits = unit in head or _KINDS[unit] in kinds.fitting
        if not fits and facts.text.count(match[0]) <= _FEW and not _is_of_one_visited(facts, span):
            yield span, kinds.unit


def _at_work(facts: Facts, handed: _Found, working: _Found, kinds: _Kinds, head: str) -> Iterator[tuple[Span, str]]:
    """Yield units of another kind as they work, and their people to whom something is handed."""
    for start, match in handed:
        unit, span = match["unit"], Span(*match.span()).shifted(start)
        times = len(re.findall(f"(?<![从出开]){unit}(?!毕业)", facts.text))  # 「从学校到单位」 is told of oneself
        about_such = times > 1 or _fits(unit, kinds, head) or _is_above(facts, _KINDS[unit], kinds)
        if not about_such and not _is_told_of_others(facts, span):
            yield span, kinds.unit
    for start, match in working:
        unit = match["unit"] or match["house"]
        span = Span(*match.span()).shifted(start)
        often = facts.text.count(match[0]) > 1
        if often or _fits(unit, kinds, head) or _is_above(facts, _KINDS[unit], kinds):
            continue
        if not _is_told_of_others(facts, span):
            yield span, kinds.unit


def of_other_lines(facts: Facts, material: MaterialFacts) -> Iterator[tuple[Span, str]]:
    """Yield the body above another line of work by which the writer goes, with his unit as his head names it."""
    outline = material.outline
    for start, match in _GONE_BY_ABOVE.between(facts, outline.preface_span.start, outline.end):
        head = writer.head(facts, material)
        unit = facts.once(_kinds, material).unit
        if unit and not _ABOVE.search(head) and not _ABOVE_A_LINE[match["line"]].search(head):
            yield Span(*match.span()).shifted(start), unit


def _fits(unit: str, kinds: _Kinds, head: str) -> bool:
    """Tell whether a unit of that name can be the writer's, or stand beside it: a school that calls itself 我院 is no 医院."""
    if unit in _HOUSES and "校" in kinds.own:
        return unit in head
    return _KINDS[unit] in kinds.fitting or unit in head


def _is_above(facts: Facts, kind: str, kinds: _Kinds) -> bool:
    """Tell whether a kind is that of the 局 above a school, a hospital or a firm, of which the text speaks elsewhere too."""
    if kind not in ("局", "厅") or not kinds.own & {"校", "院", "公司"}:
        return False
    return len(re.findall(f"(?<![大格全布结当]){kind}(?![面部限势])", facts.text)) > 1


def _is_told_of_others(facts: Facts, span: Span) -> bool:
    sentence = sentence_at(facts.text, span.start).of(facts.text)
    return _SPEAKS.search(sentence) is not None or _is_of_one_visited(facts, span)


def _is_of_one_visited(facts: Facts, span: Span) -> bool:
    clause = clause_at(facts.text, span.start)
    sentence = sentence_at(facts.text, span.start)
    visited = _VISITED.search(facts.text, clause.start, clause.end)
    house = span.of(facts.text)[:2]  # 「到医院看望，医院党委…」
    if len(house) == 2 and facts.text.count(house, sentence.start, sentence.end) > 1:
        return True
    return visited is not None or _ELSEWHERE.search(facts.text, sentence.start, sentence.end) is not None


def _is_gone_by(facts: Facts, each: Named) -> bool:
    """Tell whether a body stands where one's own stands: one reports to it, it meets, it has so many branches."""
    clause = clause_at(facts.text, each.span.start)
    before = facts.text[clause.start : each.span.start]
    behind = facts.text[each.span.end : each.span.end + 12]
    return _GOES_BY.search(before) is not None or _ACTS.search(behind) is not None
