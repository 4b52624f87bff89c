"""称呼、服务对象似是其他单位的

检查什么：标题、署名、前言写的是县，正文却写“区里”“区委”“全区”的（反过来也一样）；本单位不是局、院、校，正文却写“局党组”“院党委”的；医院的材料里写“师生”“家长”、学校的材料里写“患者”“病历”的，机关、学校、医院的材料里写“请车间主任”“报财务总监”的；镇里的材料写“由局长牵头”“局机关科室”“转给教务处”“请市局党组批评指正”的；写“医院党委”“学校纪委”“被镇党委批评”“2025年医院组织检查16次”“由学校保密员复查签字”，而本单位不是的；水利局的材料写“请各业务庭提意见”“由护理部公布”“服务烟农”，全文再没有写到那一行的。
为什么：称呼、服务对象与本单位不一致，审核时一般会问到。
怎么改：改成本地、本单位的；确是写其他地方的事，写明是哪里。
"""

from collections.abc import Iterator

from assistant.facts import bodies_of_units, matters_of_lines, words_of_unit_kinds, writer
from assistant.facts.facts import Facts
from assistant.facts.material_facts import MaterialFacts
from assistant.facts.sought import Sought
from assistant.facts.writer import Home
from assistant.finding import Finding, Quoted, Severity
from assistant.language.sentences import piece_start, sentence_at
from assistant.language.signs import FORMERLY
from assistant.patterns import compiled_later
from assistant.rules.example_material import FIRST_ASPECT, FROM_THE_SECOND_ASPECT
from assistant.rules.rule import Example, Rule, Scope
from assistant.templates.template import PartKind
from assistant.text import Span

_PLACES = "县区旗"  # of one rank: who is of one is of none of the others
_PLACE_IN_HEAD = compiled_later(
    "(?P<place>[县旗]|(?<![治社园小片城地辖山景新开发校厂库矿林牧灾湖])区)"
    "(?=委(?![会员托])|政府|纪委|人民|直"
    "|[一-鿿]{2,10}(?:局|院|中心|委|校|学|公司|镇|乡|街道)(?:$|[领党班 　\n]))"
)
_PLACE = Sought(
    tuple(_PLACES),
    # 「区里约谈」「由区委审定」「区直机关」
    "(?:(?<=[，。；：、月日年后前被由向给到在经据按受对是让和同与请报交将跟])|^)"
    "(?P<said>(?P<place>[县区旗])(?:里|委(?![会员托])|政府|纪委|直(?=部门|机关|单位)))"
    # 「全区」, 「我区」「本区」
    "|(?P<all>全(?P<whole>[县区旗])|(?:(?<![自忘])我|(?<![一-鿿]{2}版)(?<![日根基成资剧文课书])本)(?P<ours>[县区旗]))(?![里域])",
)
_OF_UNIT = "党组|党委|党工委|领导班子|班子"
_STAFF = "处室|科室|股室|干部|党员|支部|(?=抓|和|各|与|、)"  # of a body's own offices (机关)
_HANDED_FOR = "备查|备案|审定|研究|审议|存档|监督|报告|汇报|审核|汇总|检查|评议|，|。|；|$"
_LEADS = "(?<=由)|(?<=责任人为)|(?<=责任人：)|(?<=责任领导为)|(?<=责任领导：)|(?<=牵头人为)"
_IN_HAND = "牵头|负责|带队|主持|包联|包抓|主抓|督办|审阅|审核|把关|签字|任组长|会前|负总责|和分管|和|、|，|。|；"
_BODY = Sought(
    (
        *("党组", "党委", "党工委", "班子", "长", "局机关", "院机关", "校机关", "馆机关", "街道机关"),
        *("纪委", "工会", "团委"),
    ),
    # 「局党组」「院机关科室」
    "(?:(?<=[，。；：、由向经])|^)"
    f"(?P<said>(?P<unit>[局院校馆]|街道)(?:{_OF_UNIT}|机关(?:{_STAFF}))(?![一-鿿]{{0,4}}对口))"
    # 「交校纪委备查」
    f"|(?<=[交报送给由向经请])(?P<handed>(?P<theirs>[局院校馆厂])(?:{_OF_UNIT}|(?:机关)?纪委|工会|团委))"
    f"(?=[^，。；]{{0,4}}(?:{_HANDED_FOR}))"
    # 「请市局党组批评指正」, 「向院长报告」
    f"|(?<=请)(?P<asked>[省市县区]?(?P<whose>[局院校馆]|街道)(?:{_OF_UNIT}))(?=[^，。；]{{0,12}}(?:批评|指正|指出))"
    "|(?<=向)(?P<chief>(?P<of>[局院校镇乡])长)(?=报告|汇报|请示)"
    # 「由局长牵头」「责任人：校长」
    f"|(?:{_LEADS})(?P<lead>(?P<by>[局院校馆厂])长)(?={_IN_HAND})",
)
# 「回应全校师生的期待」
_WHOLE = Sought(
    ("全院", "全校", "全厂", "全馆", "全镇", "全乡", "全村", "全局", "全公司", "全集团", "全街道"),
    "(?<![健安])(?P<said>全(?P<unit>[院校厂馆镇乡村局]|公司|集团|街道)(?:上下|干部|职工|教职工|师生|员工|党员|医务|医护))",
)
_HOUSES = compiled_later("学校|中学|小学|医院|卫生院|镇(?!定)|乡(?!村)|村|企业|公司|[县区市]")
# What tells that another place, time or unit is meant
_ELSEWHERE = compiled_later(
    f"{FORMERLY}|20[0-9]{{2}}年|外[县区地]|邻[县区近]|兄弟|某|(?<![预方议提档草])案|医学|护理|校医|教学医院|像|如同|好比|那样"
)


def check(facts: Facts) -> Iterator[Finding]:
    for material in facts.asked:
        home = writer.home(facts, material)
        cases = material.answers(PartKind.CASE_ANALYSIS)
        year = facts.year(material)
        found = (
            *_places(facts, material, home),
            *_bodies(facts, material, home),
            *_people(facts, material, home),
            *_wholes(facts, material, home),
        )
        here = {span: message for span, message in found if not _is_elsewhere(facts, span, year)}
        here |= dict(_other_bodies(facts, material))
        lines = {span: said for span, said in _of_lines(facts, material) if not any(map(span.overlaps, here))}
        for span, message in sorted((here | lines).items()):
            if not any(span.overlaps(each) for each in cases):
                yield RULE.finding(span, message, _ADVICE)


_ADVICE = "请核对与本单位是否一致；确是写其他地方、其他单位的可忽略，宜写明是哪里。"


def _message(facts: Facts, said: str, unit: str) -> str:
    its_own = f"{writer.unit_is_from(facts)}“{unit}”" if unit else "全文其他各处写的是另一种单位"
    return f"此处写“{said}”，{its_own}。"


def _is_elsewhere(facts: Facts, span: Span, year: int | None) -> bool:
    """Tell whether the sentence speaks of another place or time."""
    start = facts.starts[facts.paragraph_at(span.start)]
    before = facts.text[start : span.start]
    sentence = before[piece_start(before, len(before), "。；") :]
    now = () if year is None else (f"{year}年", f"{year + 1}年")
    return any(match[0] not in now for match in _ELSEWHERE.finditer(sentence))


def _places(facts: Facts, material: MaterialFacts, home: Home) -> Iterator[tuple[Span, str]]:
    head = f"{home.head}\n{material.outline.preface_span.of(facts.text)}"
    own = {match["place"] for match in _PLACE_IN_HEAD.finditer(head)}
    if len(own) != 1 or "自治" in head:
        return
    (place,) = own
    for start, match in _PLACE.between(facts, material.outline.preface_span.end, material.outline.end):
        written = match["place"] or match["whole"] or match["ours"]
        if written != place and not (match["ours"] and written in head):  # 我区 of a 开发区 in a 县
            span = Span(*match.span("said" if match["said"] else "all")).shifted(start)
            yield span, f"此处写“{span.of(facts.text)}”，标题、署名或前言里写的是“{place}”。"


def _bodies(facts: Facts, material: MaterialFacts, home: Home) -> Iterator[tuple[Span, str]]:
    own = home.kinds
    if not own:
        return
    for start, match in _BODY.between(facts, material.outline.front_end, material.outline.end):
        of_guests = match["whose"] and own & {"校", "院", "公司"}  # of the 局 above them
        above = match["theirs"] == "局" and own & {"校", "院", "公司", "馆"}  # to which they hand on
        said = match["unit"] or match["whose"] or match["of"] or match["by"] or match["theirs"]
        among_many = "各" in match.string[piece_start(match.string, match.start(), "，。；：") : match.start()]
        if not of_guests and not above and not among_many and said not in own:
            group = next(each for each in ("said", "handed", "asked", "chief", "lead") if match[each])
            span = Span(*match.span(group)).shifted(start)
            yield span, _message(facts, match[group], home.unit)


def _people(facts: Facts, material: MaterialFacts, home: Home) -> Iterator[tuple[Span, str]]:
    for span, unit in words_of_unit_kinds.of_other_kinds(facts, material):
        yield span, _message(facts, span.of(facts.text), home.unit or unit)


def _other_bodies(facts: Facts, material: MaterialFacts) -> Iterator[tuple[Span, str]]:
    found = (bodies_of_units.of_other_kinds, bodies_of_units.of_other_lines)
    for span, unit in (each for find in found for each in find(facts, material)):
        yield span, _message(facts, span.of(facts.text), unit)


def _of_lines(facts: Facts, material: MaterialFacts) -> Iterator[tuple[Span, str]]:
    found = (matters_of_lines.told_as_people, matters_of_lines.told_anywhere)
    for span, line, own in (each for find in found for each in find(facts, material)):
        yield span, f"此处写“{span.of(facts.text)}”，全文写的是{own}，其他地方没有写到{line}。"


def _wholes(facts: Facts, material: MaterialFacts, home: Home) -> Iterator[tuple[Span, str]]:
    """Yield all the people of a unit that is not the writer's, where no unit of theirs is named."""
    if not home.kinds:
        return
    for start, match in _WHOLE.between(facts, material.outline.front_end, material.outline.end):
        span = Span(*match.span("said")).shifted(start)
        if match["unit"] not in home.kinds and facts.text.count(f"全{match['unit']}") == 1:
            sentence = sentence_at(facts.text, span.start)
            if not _HOUSES.search(facts.text, sentence.start, span.start):
                yield span, _message(facts, match["said"], home.unit)


_TEXT = "{}\n按照{}通知要求，检查如下。\n" + FIRST_ASPECT + "1.学得浅。{}\n" + FROM_THE_SECOND_ASPECT
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
                "8月⟦区里⟧约谈后才调度，⟦全区⟧通报以后，⟦我区⟧的事，由⟦医院党委⟧报送，⟦局党组⟧提醒得少，我向⟦院长⟧报告晚，向镇长报告也晚。安排⟦教务处⟧回访，⟦局机关科室⟧抓得少，镇机关抓得多，到学校教务处看过，请⟦县局党组⟧批评。县里约谈，小区里、开发区里的事也没有管，市里督办。",
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
            _TEXT.format(
                _TITLE.format("白鹭镇副镇长"),
                "县委",
                "此事由⟦局长⟧牵头，由镇长牵头的也慢。台账由⟦学校保密员⟧复查签字，请医院医生到村，由医院专家坐诊。",
            ),
            with_template=True,
        ),
        Example(
            _TEXT.format(
                "2025年度民主生活会个人对照检查材料\n（2026年1月）\n县水务局副局长　林知远",
                "县委",
                "⟦院党委⟧提醒得少。",
            ),
            with_template=True,
            shown=False,
        ),
        Example(
            _TEXT.format(
                _TITLE.format("县人民医院副院长"),
                "县委，⟦学校党委⟧高度重视，",
                "责任人为⟦局长⟧和分管副局长，由⟦校长⟧会前审阅，记录交⟦校纪委⟧备查，按时报局党组审定，对⟦全镇干部⟧的期待回应慢，全院职工等得久。",
            ),
            with_template=True,
            shown=False,
        ),
        Example(
            _TEXT.format(
                _TITLE.format("县财政局党组成员"),
                "县委",
                "气象台发了大风、暴雨预警才上门，参加局党组学习少，提请⟦镇党委⟧审议晚，与⟦医院党委⟧书记谈得少，被⟦学校纪委⟧批评。",
            ),
            with_template=True,
        ),
        Example(
            _TEXT.format(
                _TITLE.format("县财政局党组成员"),
                "县委",
                "同镇党委、财政所对账，与联系的街道党工委书记谈心，各镇党委、街道党工委都报来预算，向城关镇党委、县公安局党委、派驻纪检监察组通报，局机关纪委提醒过。",
            ),
            with_template=True,
        ),
        Example(
            _TEXT.format(
                _TITLE.format("县财政局副局长"),
                "县委",
                "根据⟦市委教育工委⟧安排，2025年⟦医院⟧组织培训6次，⟦学校⟧报表由53张减到22张，找到⟦院里⟧的人不多，局里的人也少。",
            ),
            with_template=True,
        ),
        Example(
            _TEXT.format(_TITLE.format("县统计局副局长"), "县委", "同⟦辅警⟧提醒谈话少，同队员谈话多。"),
            with_template=True,
            shown=False,
        ),
        Example(
            _TEXT.format(
                _TITLE.format("白鹭镇副镇长"),
                "县委",
                "我在⟦行务会⟧上讲效率多，经⟦局务会⟧讨论后报备。镇务会、村务会开得少，到农商银行列席行务会1次。",
            ),
            with_template=True,
            shown=False,
        ),
        Example(
            _TEXT.format(
                _TITLE.format("县财政局副局长"),
                "县委",
                "到医院走访，医院组织义诊3次，指导学校开展培训2次，小区院里积水，公司反映办理手续难，局里开会12次。到医院看望，医院党委介绍过，辖区的学校组织演练2次。",
            ),
            with_template=True,
        ),
        Example(
            _TEXT.format(
                _TITLE.format("县第一中学党委委员"),
                "县委教育工委",
                "县教育局的部署学得少，按照局党组安排，报告学校党委，请⟦局机关纪委⟧核查，谈话没有报告⟦公司党委⟧。",
            ),
            with_template=True,
            shown=False,
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
    quoted=Quoted.NEVER,
)
