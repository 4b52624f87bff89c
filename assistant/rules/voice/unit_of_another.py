"""单位名称似与本单位不一致

检查什么：正文里“作为某某局的一名……”“我在某某镇工作”“在某某办当干事”“我现任某某街道网格员”“参加某某局支部活动”“作为某某局机关党支部的普通党员”“我是某某局第二党支部的普通党员”“参加某某公司支部组织生活”等处所写的单位，与新建材料时填写的单位（没有填写的，以署名、标题里的单位为准）是否一致；所依据的通知是否出自级别更低的其他单位；局的材料写“由镇党政办通报”“校长同其他班子成员谈心”，县政府的材料写“恳请公司各位领导指正”、局的材料写“管党治校”一类，单位的种类是否相符。
为什么：单位名称前后不一，审核时容易引起疑问。
怎么改：改为本单位的名称；写的是原工作单位的，写明时间。
"""

import re
from collections.abc import Iterator

from assistant.decisions import Profile
from assistant.facts import named_bodies, writer
from assistant.facts.facts import Facts
from assistant.facts.material_facts import MaterialFacts
from assistant.facts.sought import Sought
from assistant.finding import Finding, Quoted, Severity
from assistant.language.sentences import clause_at
from assistant.language.signs import FORMERLY
from assistant.patterns import compiled_later
from assistant.rules.example_material import FIRST_ASPECT, FROM_THE_SECOND_ASPECT
from assistant.rules.rule import Example, Rule, Scope
from assistant.templates.template import PartKind
from assistant.text import Span

_UNIT = "(?!同一|一[所个家])[\u4e00-\u9fff]{2,14}?(?:局|委员会|办公室|中心|医院|学校|学院|大学|中学|小学|公司|集团|[县市区]委|镇|乡|街道|厅|法院|检察院|政府)"
_AS = Sought(
    ("作为", "身为", "我是", "我在", "本人在"),
    f"(?:作为|身为|我是|我在|本人在)(?P<unit>{_UNIT})(?=的?(?:一名|一员|副?[局院校馆所厂台站]长|副?主任|副?书记|党组|党委|党工委|领导班子|班子|主要负责|分管|副|干部|党员|领导|工作|任职))",
)
_ACCORDING_TO = compiled_later(
    f"(?:按照|根据|按)(?P<unit>{_UNIT})(?:机关)?(?:党委|党组|党工委|党总支|党支部)[^，。；]{{0,12}}(?:民主|组织)生活会"
)
_KIND = "(?P<unit>公司|集团|医院|学校|街道|社区|[局镇乡院校])"
# What the unit itself does or is told, in the measures: 「由镇党政办通报」, 「结果报局党组」
_BY_OWN = Sought(
    [by + kind for by in ("由", "报", "经", "交", "向", "请") for kind in "公集医学街社局镇乡院校"],
    f"(?:由|报|经|交|向|提请){_KIND}(?:党政办|党政综合办|党建办|党委|党组|党工委|党总支|纪委|办公室|综合办|班子|政工科|人事科|医务科|教务处|政教处)",
)
# Whom the last words are said to: 「恳请公司各位领导批评指正」
_TO_OWN = Sought(
    ("请", "望", "欢迎"),
    f"(?:请|望|欢迎){_KIND}(?:的|党委|党组|党总支|党支部|党工委|和|广大|全体|各位){{0,3}}(?:领导|同志|同事|同仁|老师|职工|干部|患者|师生|党员|党委|党组)",
)
# Who leads it, before the meeting: 「校长同其他班子成员谈心6人次」
_LED_BY = Sought(
    ("长同", "长与", "长和", "经理同", "经理与", "经理和"),
    "(?:^|(?<=[，。；：]))(?P<unit>[局镇乡院校园]长|董事长|总经理)[同与和](?:其他)?(?:领导)?班子(?:其他)?成员",
)
_NAMED_AS = {"医院": "院", "学校": "校", "集团": "公司", "董事长": "公司", "总经理": "公司", "园长": "校", "企": "公司"}
_GOVERNMENT = compiled_later("[市县区]人民政府|[市县区]政府")  # of a government 局 may be its own
_ABOVE_OF = compiled_later("教育|教体|卫生|卫健|国资|工委")  # schools, hospitals, firms are what it governs
_LEVELS = ("[镇乡]|街道", "[县区旗]", "市|州|盟", "省|自治区")  # from low to high
# 「在镇党政办当干事」 in the preface, where nothing else speaks of a town
_JOBS = "干事|科员|办事员|护士|医生|医师|教师|老师|会计|出纳|文书|专干|窗口|工人|技术员|民警"
_WORKS_IN = compiled_later(f"在(?P<unit>[^，。；“”、]{{1,12}}?)(?:当|做|任|是)(?:一?名)?(?:{_JOBS})")
_KIND_OF_UNIT = compiled_later("镇|乡(?!镇)|街道|局|学校|小学|中学|医院|卫生院|公司|工厂|法院|检察院|银行|派出所|车间")
# 「我现任街道第三网格专职网格员」
_HELD_NOW = Sought(
    ("现任", "现担任", "目前担任", "目前是", "目前任", "现在是", "现在担任", "现为"),
    "(?:^|(?<=[，。；：])|(?<=我)|(?<=本人))(?:我|本人)?(?:现任|现担任|目前担任|目前是|目前任|现在是|现在担任|现为)(?P<held>[^，。；、“”]{4,24})",
)
_KINDS_OF_POSTS = {
    "街道": "街道",
    "网格": "街道",
    "社区": "社区",
    "(?<!城)镇(?!化)": "镇",
    "乡(?![村镇])": "乡",
    "村(?=党|支|“?两委|委)": "村",
    "(?<![大格全布结])局(?![面部限势])": "局",
    "学校|小学|中学|高中|幼儿园|教研组|年级|班主任": "校",
    "医院|卫生院|疾控|住院部|病区|门诊部": "院",
    "公司|集团|(?<!水)厂(?!家)|车间|银行|支行": "公司",
    "法院|检察院": "院",
}
_NUMBERED = compiled_later("第[一二三四五六七八九十]+")
_SECOND_POST = compiled_later("挂职|第一书记|驻村|支部|总支|党小组|联系|包联|兼|代表|协会|学会|理事|委员会|派驻")
# What one's own unit is held to be, or to be governed as: 「总认为林业局是清水衙门」「管党治校」
_HELD_LOW = "清水衙门|业务部门|业务单位|服务部门|技术部门|弱势部门|边缘部门|小单位|权力不大|没有什么权|没什么权|没有审批权|无权无钱|不管钱|钱少权小"
_HELD_TO_BE = Sought(
    _HELD_LOW.split("|"),
    f"(?:认为|觉得|以为)(?P<unit>{_UNIT})(?:只|就|仅)?(?:是|属于|算是)?(?:一?个)?(?:{_HELD_LOW})",
)
_GOVERNED = Sought(
    [f"治{each}" for each in "校院局企镇乡"],
    "(?:管党|治党|从严)治(?P<unit>[校院局企镇乡])(?!理)",
)
_BESIDE = compiled_later("联系|帮扶|包联|指导|列席|督导|结对|共建|所包|挂点|下派|应邀")
_COMMON = compiled_later(
    "省|市|县|区|州|镇|乡|街道|局|委员会|办公室|中心|医院|学校|学院|大学|中学|小学|公司|集团|厅|法院|检察院|政府|党委|人民|有限|责任|某"
)
_BEFORE = compiled_later(f"{FORMERLY}|20[0-9]{{2}}年")
_GENERAL = compiled_later(
    "^(?:[局院校馆厅](?=[^，。；]{2,10}(?:委员会|办公室|中心))|(?=[一-龥]{0,2}(?:伦理|学术|教学|学位|药事|质量|职称|评审|招标|薪酬|审计|战略|专业)[一-龥]{0,4}委员会)|一名|一个|本|我|各|基层|机关|上级|全|这|党政|国有|领导|主管|职能|某)"
)
_CLOSING = 160  # characters in which the last words are said
_ADVICE = "请核对所写单位与本单位是否一致；写的是原工作单位的可忽略。"


def check(facts: Facts) -> Iterator[Finding]:
    for material in facts.asked:
        unit_of_own = writer.unit(facts, material)
        yield from _of_another_kind(facts, material)
        yield from _governed(facts, material)
        yield from _held_now(facts, material)
        own = _core(unit_of_own)
        if not own:
            continue
        cases = material.answers(PartKind.CASE_ANALYSIS)
        told: list[Span] = []
        for start, match in _others(facts, material, unit_of_own):
            unit, span = match["unit"], Span(*match.span("unit")).shifted(start)
            core = _core(unit)
            sentence = match.string[max(0, match.start() - 20) : match.start()].rpartition("\n")[2]
            elsewhere = (
                _BEFORE.search(sentence)
                or _BESIDE.search(sentence + match[0])
                or any(span.overlaps(each) for each in cases)
            )
            if len(core) > 1 and not _GENERAL.match(unit) and not elsewhere and not _share(core, own):
                message = f"此处写“{unit}”，{writer.unit_is_from(facts)}“{unit_of_own}”。"
                told.append(span)
                yield RULE.finding(span, message, _ADVICE)
        yield from _works_in(facts, material, unit_of_own)
        yield from _member_of(facts, material, told)


def _member_of(facts: Facts, material: MaterialFacts, told: list[Span]) -> Iterator[Finding]:
    """Yield the unit of which the writer is said to be, or in whose branch he is, where it is not his own."""
    own = writer.home(facts, material).unit
    for each in named_bodies.of_others(facts, material):
        if each.is_his and not any(each.span.overlaps(span) for span in told):
            message = f"此处写“{each.unit}”，{writer.unit_is_from(facts)}“{own}”。"
            yield RULE.finding(each.span, message, _ADVICE, severity=Severity.HINT)


def _of_another_kind(facts: Facts, material: MaterialFacts) -> Iterator[Finding]:
    """Yield where the own unit stands by its kind alone, 镇 or 公司, and the head names none of that kind."""
    outline = material.outline
    name, head, own, *_ = writer.home(facts, material)
    if not own and (government := _GOVERNMENT.search(head)):
        name, own = name or government[0], frozenset("局")
    if not own:
        return
    measures = material.of_kind(PartKind.MEASURE)
    places = [(_BY_OWN, span) for span in (measures.spans if measures else ())]
    closing = Span(max(outline.preface_span.end, outline.end - _CLOSING), outline.end)
    for pattern, place in (*places, (_TO_OWN, closing), (_LED_BY, outline.preface_span)):
        for start, match in pattern.between(facts, *place):
            kind = _NAMED_AS.get(match["unit"], match["unit"].removesuffix("长"))
            if kind in own or match.string.count(kind) > match[0].count(kind):
                continue  # of a unit that is named beside it
            message = f"此处写“{match[0]}”，{writer.unit_is_from(facts)}“{name}”。"
            yield RULE.finding(Span(*match.span()).shifted(start), message, _ADVICE, severity=Severity.HINT)


def _governed(facts: Facts, material: MaterialFacts) -> Iterator[Finding]:
    """Yield the kind of unit that is governed, 「管党治校」 of a 局, where the text governs none of that kind else."""
    outline = material.outline
    name, head, own, *_ = writer.home(facts, material)
    for start, match in _GOVERNED.between(facts, outline.preface_span.start, outline.end) if own else ():
        kind = _NAMED_AS.get(match["unit"], match["unit"])
        once = match.string.count(match["unit"]) == 1 and facts.text.count(f"治{match['unit']}") == 1
        apart = once and kind not in own and match["unit"] not in head
        if apart and not _ABOVE_OF.search(head):
            message = f"此处写“{match[0]}”，{writer.unit_is_from(facts)}“{name}”。"
            yield RULE.finding(Span(*match.span()).shifted(start), message, _ADVICE, severity=Severity.HINT)


def _works_in(facts: Facts, material: MaterialFacts, own: str) -> Iterator[Finding]:
    """Yield where the preface says that the writer works in a unit of a kind of which neither name lines nor text speak."""
    outline = material.outline
    for match in _WORKS_IN.finditer(facts.text, *outline.preface_span):
        kind = _KIND_OF_UNIT.search(match["unit"])
        clause = clause_at(facts.text, match.start())
        if kind is None or kind[0] in own or kind[0] in (outline.title or ""):
            continue
        alone = facts.text.count(kind[0], outline.start, outline.end) == 1
        if alone and not _BEFORE.search(facts.text, clause.start, match.start()):
            message = f"此处写“{match['unit']}”，{writer.unit_is_from(facts)}“{own}”。"
            yield RULE.finding(Span(*match.span("unit")), message, _ADVICE, severity=Severity.HINT)


def _held_now(facts: Facts, material: MaterialFacts) -> Iterator[Finding]:
    """Yield the post that the writer holds now, in a unit of a kind that his own is not of."""
    outline = material.outline
    name, head, own, *_ = writer.home(facts, material)
    for start, match in _HELD_NOW.between(facts, outline.preface_span.start, outline.end) if own else ():
        held = match["held"]
        kinds = {kind for pattern, kind in _KINDS_OF_POSTS.items() if re.search(pattern, held)}
        if not kinds or kinds & own or _SECOND_POST.search(held) or _share(_core(_NUMBERED.sub("", held)), _core(head)):
            continue
        message = f"此处写“{match[0]}”，{writer.unit_is_from(facts)}“{name}”。"
        yield RULE.finding(Span(*match.span("held")).shifted(start), message, _ADVICE, severity=Severity.HINT)


def _others(facts: Facts, material: MaterialFacts, own: str) -> Iterator[tuple[int, re.Match[str]]]:
    """Yield where a unit is named as the writer's own, and the notices of units below his own, with where the text of a match begins."""
    outline = material.outline
    for pattern in (_AS, _HELD_TO_BE):
        yield from pattern.between(facts, outline.start, outline.end)
    for match in _ACCORDING_TO.finditer(facts.text, *outline.preface_span):
        if _level(match["unit"]) < _level(own):
            yield 0, match


def _level(unit: str) -> int:
    """Tell how high a unit stands by the first place in its name; one that names none could stand anywhere."""
    found = [(match.start(), level) for level, place in enumerate(_LEVELS) if (match := re.search(place, unit))]
    return min(found)[1] if found else len(_LEVELS)


def _core(unit: str) -> str:
    """Take off what every unit's name has, so that 市水务局 and 某市水务局 have the same."""
    return _COMMON.sub("", unit.strip())


def _share(one: str, other: str) -> bool:
    return any(one[at : at + 2] in other for at in range(len(one) - 1))


_TEXT = FIRST_ASPECT + "1.学得浅。{}\n" + FROM_THE_SECOND_ASPECT
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
                "作为市住房保障中心的一名班子成员，作为机关党委的一员，曾在清源县水务局工作。我在基层工作少。我作为局案件审核委员会主任，把关松，作为学术委员会主任，也是这样。"
            ),
            with_template=True,
            profile=_LIN,
        ),
        Example(_TEXT.format("作为清源县水务局的一名班子成员，我抓得不紧。"), with_template=True),
        Example(
            f"2025年度民主生活会个人对照检查材料\n枫林市住房保障中心副主任　林知远\n按照⟦清源县教育局⟧党委2025年度民主生活会通知要求，检查如下。\n{_TEXT.format('参加⟦市财政局⟧机关支部活动7次，作为⟦白鹭镇⟧机关党支部的普通党员，讲课少。')}",
            with_template=True,
        ),
        Example(
            f"2025年度民主生活会个人对照检查材料\n枫林市住房保障中心副主任　林知远\n按照市住建局党组2025年度民主生活会通知要求，检查如下。\n{_TEXT.format('参加中心支部活动7次，作为机关党支部、联系的白鹭镇党支部的一名党员，到联系的河东区教育局支部活动1次。')}",
            with_template=True,
        ),
        Example(
            f"枫林县林业局党组2025年度民主生活会对照检查材料\n会前，⟦镇长同其他班子成员⟧谈心6人次。\n{_TEXT.format('')}⟦由镇党政办⟧每月通报，结果⟦报公司党委⟧，由局办公室汇总。\n恳⟦请医院各位领导⟧批评指正。",
            with_template=True,
        ),
        Example(
            f"枫林县林业局党组2025年度民主生活会对照检查材料\n会前，局长同其他班子成员谈心6人次，与镇长谈心。\n{_TEXT.format('')}由局办公室每月通报，与城关镇联合整治的，由镇党委牵头，向学校师生宣讲。\n恳请局党组和各位同志批评指正。",
            with_template=True,
        ),
        *(
            Example(
                f"2025年度民主生活会个人对照检查材料\n枫林县统计局局长　林知远\n{_TEXT.format(said)}",
                with_template=True,
                shown=False,
            )
            for said in (
                "总觉得⟦林业局⟧是清水衙门，在从严⟦管党治校⟧上下功夫不够。",
                "总觉得统计局是清水衙门，在从严管党治局上下功夫不够，没有把依法治企宣传好。",
                "有的企业认为统计局只是业务部门，我在县林业局听到审计局管钱，学校从严治校的经验学得少。",
            )
        ),
        Example(
            f"2025年度组织生活会个人对照检查材料\n枫林市供热有限公司第二党支部　林知远\n我现任⟦街道第三网格专职网格员⟧，检查如下。\n{_TEXT.format('我现任⟦县第二中学年级主任⟧，松了劲。')}",
            with_template=True,
        ),
        Example(
            f"2025年度组织生活会个人对照检查材料\n枫林市供热有限公司第二党支部　林知远\n我现任公司城南抢修站站长，曾在街道工作。\n{_TEXT.format('我现任驻村第一书记，来自街道的妻子现任镇上的会计。')}",
            with_template=True,
        ),
        Example(
            f"2025年度组织生活会个人对照检查材料\n柏河社区卫生服务中心　苏小满\n我2016年6月入党，在⟦镇党政办⟧当干事。曾在县里的公司当会计，在预防接种门诊当护士。\n{_TEXT.format('')}",
            with_template=True,
        ),
    ),
    quoted=Quoted.NEVER,
)
