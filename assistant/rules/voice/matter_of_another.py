"""称呼、服务对象似是其他单位的

检查什么：标题、署名、前言写的是县，正文却写“区里”“区委”“全区”的（反过来也一样）；本单位不是局、院、校，正文却写“局党组”“院党委”的；医院的材料里写“师生”“家长”、学校的材料里写“患者”“病历”的，机关、学校、医院的材料里写“请车间主任”“报财务总监”的；镇里的材料写“由局长牵头”“局机关科室”“转给教务处”“请市局党组批评指正”的；写“医院党委”“学校办公楼”“在医疗战线”，而本单位不是的。
为什么：称呼、服务对象与本单位不一致，审核时一般会问到。
怎么改：改成本地、本单位的；确是写其他地方的事，写明是哪里。
"""

import re
from collections.abc import Iterator

from assistant.facts.facts import Facts
from assistant.facts.material_facts import MaterialFacts
from assistant.facts.sought import Sought
from assistant.finding import Finding, Severity
from assistant.language import units
from assistant.language.sentences import sentence_at
from assistant.patterns import compiled_later
from assistant.rules.rule import Example, Rule, Scope
from assistant.templates.template import PartKind
from assistant.text import Span

_PLACES = "县区旗"  # of one rank: who is of one is of none of the others
_PLACE_IN_HEAD = compiled_later(
    "(?P<place>[县旗]|(?<![治社园小片城地辖山景新开发校厂库矿林牧灾湖])区)(?=委(?![会员托])|政府|纪委|人民|直|[一-鿿]{2,10}(?:局|院|中心|委|校|学|公司|镇|乡|街道)(?:$|[领党班 　]))"
)
_PLACE = Sought(
    tuple(_PLACES),
    "(?:(?<=[，。；：、月日年后前被由向给到在经据按受对是让和同与])|^)(?P<said>(?P<place>[县区旗])(?:里|委(?![会员托])|政府|纪委|直(?=部门|机关|单位)))|(?P<all>全(?P<whole>[县区旗])|(?:(?<![自忘])我|(?<![一-鿿]{2}版)(?<![日根基成资剧文课书])本)(?P<ours>[县区旗]))(?![里域])",
)
_BODY = Sought(
    ("党组", "党委", "党工委", "班子", "长", "局机关", "院机关", "校机关", "馆机关", "街道机关"),
    "(?:(?<=[，。；：、由向经])|^)(?P<said>(?P<unit>[局院校馆]|街道)(?:党组|党委|党工委|领导班子|班子|机关(?:处室|科室|股室|干部|党员|支部|(?=抓|和|各|与|、)))(?![一-鿿]{0,4}对口))"
    "|(?<=请)(?P<asked>[省市县区]?(?P<whose>[局院校馆]|街道)(?:党组|党委|党工委|领导班子|班子))(?=[^，。；]{0,12}(?:批评|指正|指出))|(?<=向)(?P<chief>(?P<of>[局院校镇乡])长)(?=报告|汇报|请示)|(?<=由)(?P<lead>(?P<by>[局院校])长)(?=牵头|负责|带队|主持|包联|和分管)",
)
# What people and things are whose: of the first kind of unit the others' text does not speak.
_OF_HOSPITALS = "患者|病人|门诊|病房|病历|住院部|医护|查房|处方|手术台|主治医师|诊疗"
_OF_SCHOOLS = "师生|学生家长|学生和家长|对学生|家长会|监考|期末考|教职工|课堂教学|教学楼|班主任|义务教育|职业教育|校园安全|课后服务|升学率"
_ROOM_NAMES = "教务处|教务科|政教处|德育处|教研组|年级组|备课组|医务科|护理部|药剂科|住院部|门诊部"
_ROOMS = f"(?:(?<=[转送交]给)|(?<=[交由请报]))(?:{_ROOM_NAMES})"  # only who is in that house hands on to them
_OF_FIRMS = ("车间主任", "班组长", "厂长", "财务总监", "董事会", "董事长", "总经理")
# Whom one asks or reports to is of one's own unit
_AT_A_FIRM = f"(?<=[请由报送交])(?:本?公司)?(?:{'|'.join(_OF_FIRMS)})"


def _of_others(*theirs: str) -> Sought:
    words = "|".join(theirs).replace(_AT_A_FIRM, "|".join(_OF_FIRMS)).replace(_ROOMS, _ROOM_NAMES)
    return Sought(words.split("|"), "|".join(theirs))


_THEIRS = (
    (
        compiled_later("[^，。\\s]*(?:医院|卫生院|卫健|疾控|妇幼|卫生服务中心|卫生室)"),
        _of_others(_OF_SCHOOLS, _AT_A_FIRM),
    ),
    (compiled_later("[^，。\\s]*(?:学校|小学|中学|幼儿园|教育局)"), _of_others(_OF_HOSPITALS, _AT_A_FIRM)),
    (
        compiled_later("[^，。\\s]*(?:公司|集团|供热|供电|燃气|烟草|粮食|银行)"),
        _of_others(_OF_SCHOOLS, _OF_HOSPITALS),
    ),
    (
        compiled_later(
            "[^，。\\s]*(?:法院|检察院|水务|税务|交通|住房|住建|图书馆|市场监督|市场监管|统计|档案|审计|财政|林业|应急管理|自然资源|生态环境)"
        ),
        _of_others(_OF_SCHOOLS, _OF_HOSPITALS, _AT_A_FIRM, _ROOMS),
    ),
    (compiled_later("[^，。\\s]*(?:镇|乡|街道|村|社区|局|委|办公室|中心)"), _of_others(_AT_A_FIRM, _ROOMS)),
)
# Who is of a kind of unit speaks of its body, its house and his own years in it.
_OTHER_BODY = Sought(
    ("医院", "学校", "学院", "法院", "检察院", "街道", "公司", "集团"),
    "(?:(?<=[，。；：、报由向经按据])|(?<=作为)|(?<=身为)|(?<=根据)|(?<=按照)|^)(?P<said>(?P<unit>医院|学校|学院|法院|检察院|街道|公司|集团)(?:党委|党组|党工委|党总支|党支部|办公楼|领导班子|班子|机关|中层干部)(?:副?书记|班子|成员|委员)?)",
)
_LINE_OF_WORK = Sought(
    ("战线", "系统", "行业", "行当"),
    "(?:在|到|投身|扎根)(?P<said>(?P<field>医疗|卫生|教育|公安|政法|税务|金融|水利|农业|交通|教学|财政|审计|统计|检察|法院|消防|供热|供水|电力|环卫|民政|纪检|组工|宣传|统战)(?:卫生|监察)?(?:战线|系统|行业|行当))(?:上)?(?=工作|干|摸爬|从事|服务|[0-9一二三四五六七八九十多]+年|，)",
)
# What is spoken of in a line of work, beside its name: a bank's head stands in 金融, a school's in 教育.
_OF_THE_LINE = {
    "医疗": "医院|卫生|卫健|疾控|妇幼|医生|医护|患者|病人",
    "卫生": "医院|医疗|卫健|疾控|妇幼|医生|医护|患者|病人",
    "教育": "学校|中学(?!习)|小学|高中|学院|大学(?!习)|教师|师生|学生|幼儿",
    "教学": "学校|中学(?!习)|小学|高中|学院|大学(?!习)|教师|师生|学生|教育局",
    "公安": "派出所|民警|交警|辅警|刑侦|警务",
    "政法": "公安|司法|检察|法院|民警|派出所",
    "金融": "银行|信用社|农信|信贷|贷款|支行|保险公司",
    "水利": "水务|水库|河道|河长|灌溉|防汛|抗旱",
    "农业": "农村局|农技|农机|畜牧|种植|种子|粮",
    "交通": "公路|运输|海事|港口",
    "供热": "热力|供暖|换热",
    "供水": "水务|自来水|水厂|管网",
    "电力": "供电|电网|电厂|发电|用电",
    "环卫": "城管|城市管理|垃圾|保洁",
    "纪检": "纪委|监委|派驻",
    "组工": "组织部",
    "宣传": "文明办|融媒|网信",
    "统战": "民宗|宗教|侨|工商联",
}
# Who is above a town reports to none and asks none to decide.
_BELOW = Sought(
    ("镇党委", "乡党委", "街道党工委", "村党"),
    "(?:(?<=向)|(?<=报)|(?<=经)|(?<=由)|(?<=提交)|(?<=提请)|(?<=报经))(?P<said>(?:镇|乡)党委(?:副?书记)?|街道党工委(?:副?书记)?|村党(?:委|总支|支部)(?:副?书记)?)(?=[一-鿿]{0,2}?(?:汇报|报告|请示|研究|审议|审定|批准|备案|同意))",
)
_ABOVE = compiled_later("(?<![乡村城])[省市县区州][^镇乡村街]{2,}?(?:局|委|院|中心|公司|集团|学校|馆)|大学|学院|集团")
# What 教育 is in everybody's material
_NO_SCHOOLING = compiled_later(
    "(?:学习|主题|专题|警示|集中|党性|廉政|廉洁|纪律|法治|思想|政治|家庭|家风|宣传|党员|受|再|批评|提醒)教育(?!系统|战线|行业)|教育(?:管理|引导|监督|培训|期间|整顿|帮助|提醒|活动)"
)
_FEW = 2  # times: what a text speaks of more often is its own matter
_IS_SEEN_TO = compiled_later("(?:学校|校园|幼儿园|医院)(?:食堂|周边|门口|建设|项目)|抽查|抽检|执法|检查(?!材料)")
_ELSEWHERE = compiled_later(
    "曾|原|以前|过去|此前|当时|那时|挂职|借调|20[0-9]{2}年|年前|外[县区地]|邻[县区近]|兄弟|某|案|医学|护理|校医|教学医院"
)


def check(facts: Facts) -> Iterator[Finding]:
    for material in facts.asked:
        head = _head(facts, material)
        cases = [s for f in material.parts for s in f.spans if f.part.kind is PartKind.CASE_ANALYSIS]
        year = facts.year(material)
        for span, message in (
            *_places(facts, material, head),
            *_bodies(facts, material, head),
            *_matters(facts, material, head),
            *_other_bodies(facts, material, head),
            *_lines_of_work(facts, material),
            *_bodies_below(facts, material, head),
        ):
            if not any(span.overlaps(each) for each in cases) and not _is_elsewhere(facts, span, year):
                yield RULE.finding(span, message, _ADVICE)


_ADVICE = "请核对与本单位是否一致；确是写其他地方、其他单位的可忽略，宜写明是哪里。"


def _head(facts: Facts, material: MaterialFacts) -> str:
    """Give what tells whose text it is: title, name lines, preface, and the unit that was filled in."""
    outline = material.outline
    said = (
        outline.title or "",
        outline.byline_span.of(facts.text),
        outline.preface_span.of(facts.text),
        facts.profile.unit,
    )
    return "\n".join(said)


def _is_elsewhere(facts: Facts, span: Span, year: int | None) -> bool:
    """Tell whether the sentence speaks of another place or time, or gives somebody's words."""
    start = facts.starts[facts.paragraph_at(span.start)]
    before = facts.text[start : span.start]
    sentence = before[max(before.rfind("。"), before.rfind("；")) + 1 :]
    now = () if year is None else (f"{year}年", f"{year + 1}年")
    return before.count("“") > before.count("”") or any(match[0] not in now for match in _ELSEWHERE.finditer(sentence))


def _places(facts: Facts, material: MaterialFacts, head: str) -> Iterator[tuple[Span, str]]:
    own = {match["place"] for match in _PLACE_IN_HEAD.finditer(head)}
    if len(own) != 1 or "自治" in head:
        return
    (place,) = own
    for start, match in _PLACE.between(facts, material.outline.preface_span.end, material.outline.end):
        written = match["place"] or match["whole"] or match["ours"]
        if written != place and not (match["ours"] and written in head):  # 我区 of a 开发区 in a 县
            span = Span(*match.span("said" if match["said"] else "all")).shifted(start)
            yield span, f"此处写“{span.of(facts.text)}”，标题、署名或前言里写的是“{place}”。"


def _bodies(facts: Facts, material: MaterialFacts, head: str) -> Iterator[tuple[Span, str]]:
    named, own = units.own_names("\n".join(head.split("\n")[:2]))
    if not own:
        return
    for start, match in _BODY.between(facts, material.outline.byline_span.end, material.outline.end):
        of_guests = match["whose"] and own & {"校", "院", "公司"}  # of the 局 above them
        if not of_guests and (match["unit"] or match["whose"] or match["of"] or match["by"]) not in own:
            group = next(each for each in ("said", "asked", "chief", "lead") if match[each])
            span = Span(*match.span(group)).shifted(start)
            yield span, f"此处写“{match[group]}”，标题或署名里写的是“{named}”。"


def _matters(facts: Facts, material: MaterialFacts, head: str) -> Iterator[tuple[Span, str]]:
    first = "\n".join(head.split("\n")[:2])
    for unit, theirs in _THEIRS:
        own = unit.search(first)
        if own is None:
            continue
        found = list(theirs.between(facts, material.outline.byline_span.end, material.outline.end))
        if len(found) <= _FEW:
            for start, match in found:
                if _IS_SEEN_TO.search(sentence_at(facts.text, start + match.start()).of(facts.text)):
                    continue  # whose office looks after schools and hospitals speaks of them
                yield Span(*match.span()).shifted(start), f"此处写“{match[0]}”，标题或署名里写的是“{own[0]}”。"
        return


def _other_bodies(facts: Facts, material: MaterialFacts, head: str) -> Iterator[tuple[Span, str]]:
    named, _ = units.own_names("\n".join(head.split("\n")[:2]))
    if not named:
        return
    for start, match in _OTHER_BODY.between(facts, material.outline.preface_span.end, material.outline.end):
        if match["unit"] not in head:
            span = Span(*match.span("said")).shifted(start)
            yield span, f"此处写“{span.of(facts.text)}”，标题或署名里写的是“{named}”。"


def _bodies_below(facts: Facts, material: MaterialFacts, head: str) -> Iterator[tuple[Span, str]]:
    first = "\n".join(head.split("\n")[:2])
    own = _ABOVE.search(first)
    if own is None or any(place in first for place in ("镇", "乡", "街道", "村", "社区")):
        return
    for start, match in _BELOW.between(facts, material.outline.byline_span.end, material.outline.end):
        span = Span(*match.span("said")).shifted(start)
        yield span, f"此处写“{span.of(facts.text)}”，标题或署名里写的是“{own[0]}”。"


def _lines_of_work(facts: Facts, material: MaterialFacts) -> Iterator[tuple[Span, str]]:
    """Yield a line of work in which the writer says he stands, and of which his text says nothing else."""
    if facts.template is None or not facts.template.subject.of_one:
        return
    for start, match in _LINE_OF_WORK.between(facts, material.outline.preface_span.end, material.outline.end):
        if _is_named_once(facts.text[material.outline.start : material.outline.end], match["field"]):
            span = Span(*match.span("said")).shifted(start)
            yield span, f"此处写“{span.of(facts.text)}”，全文其他地方没有写到{match['field']}。"


def _is_named_once(text: str, field: str) -> bool:
    """Tell whether a text says nothing more of a line of work than its name."""
    kin = _OF_THE_LINE.get(field)
    if field == "教育":
        text = _NO_SCHOOLING.sub("", text)
    return text.count(field) == 1 and not (kin and re.search(kin, text.replace(field, "")))


_TEXT = (
    "{}\n按照{}通知要求，检查如下。\n一、存在的突出问题\n（一）带头强化政治忠诚方面\n1.学得浅。{}\n（二）带头担当作为方面\n怕得罪人。\n"
    "二、原因剖析\n放松了学习。\n三、整改措施\n每月自学两次。\n"
)
_TITLE = "2025年度民主生活会个人对照检查材料\n{}　林知远"

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
                _TITLE.format("白鹭镇副镇长"),
                "县委",
                "8月⟦区里⟧约谈后才调度，⟦全区⟧通报以后，⟦我区⟧的事，由⟦医院党委⟧报送，在⟦税务系统⟧干了多年，⟦局党组⟧提醒得少，我向⟦院长⟧报告晚，向镇长报告也晚。单子转给⟦教务处⟧，⟦局机关科室⟧抓得少，镇机关抓得多，到学校教务处看过，请⟦县局党组⟧批评。县里约谈，小区里、开发区里的事也没有管，市里督办。",
            ),
            with_template=True,
        ),
        Example(
            _TEXT.format(
                _TITLE.format("县人民医院副院长"),
                "县委",
                "报⟦镇党委⟧研究的事少，听取⟦学生和家长⟧意见少，患者等得久，院党委提醒过。",
            ),
            with_template=True,
        ),
        Example(
            _TEXT.format(
                _TITLE.format("市住房保障中心副主任"),
                "市委",
                "到县里、区里去得少，曾在区委办公室工作，全区的事、县委的通报都看过。",
            ),
            with_template=True,
        ),
        Example(
            _TEXT.format(
                _TITLE.format("柏河社区卫生服务中心副主任"),
                "区委",
                "请⟦车间主任⟧每周查一遍，请⟦班主任⟧看一遍，请科主任看一遍，到企业同安全员谈，车间里没有去。",
            ),
            with_template=True,
        ),
        Example(
            _TEXT.format(_TITLE.format("白鹭镇副镇长"), "县委", "此事由⟦局长⟧牵头，由镇长牵头的也慢。"),
            with_template=True,
        ),
        Example(
            _TEXT.format(
                _TITLE.format("县人民医院副院长"),
                "县委",
                "在⟦教育系统⟧干了29年，集中学习12次，学习教育期间查摆2条；在医疗战线工作了二十年，凭老经验办事。",
            ),
            with_template=True,
        ),
        Example(
            _TEXT.format(
                _TITLE.format("市市场监督管理局副局长"),
                "市委",
                "学校食堂一个季度只抽了14所，没有请学生家长参加；到医院检查耗材，看病历少。",
            ),
            with_template=True,
        ),
    ),
)
