"""量词与名词似不搭配

检查什么：“2名村卫生室”“3家党员”“4条企业”一类，数量词与后面的名词是否搭配。
为什么：量词与名词不搭配，读起来不通；改稿时名词、数字改错的，也会这样。
怎么改：核对这一处说的是什么，改正量词或名词；本意如此的可忽略。
"""

from collections.abc import Iterator

from assistant.facts.paragraph_facts import ParagraphFacts
from assistant.facts.sought import Sought
from assistant.finding import Finding, Severity
from assistant.rules.rule import Example, Rule, Scope
from assistant.text import Span

_HAN = "一二两三四五六七八九十"
_NUMBER = f"(?:[0-9]+[多余]?|[{_HAN}]+[多余]?)"
_BODIES = "卫生室|卫生院|学校|企业|社区|单位|部门|科室|支部|党支部|医院|公司|站所|项目|问题|文件|制度|工程|措施|意见|案件|会议|方面|村"
_PEOPLE = "党员|干部|群众|同志|职工|代表"
# A noun may be but the first of a compound, of which the last is what is counted: 「2名项目组青年同事」, 「12户学校周边商户」.
# The compound ends where something is done, or where the next thing is named.
_ENDS = "听取|走访|调研|开展|征求|了解|座谈|检查|督[查导]|组织(?!书记|委员)|召开|进行|反映|没有?|未|已|都|仍|还|[和与及同在到对向从由被把将]"
_COMPOUND = f"(?:(?!{_ENDS})[一-龥（）“”]){{0,12}}?"
_PERSONS = (
    "[人员长师者手监]|监理|书记|主任|同志|同事|干部|职工|群众|学[生员徒]|毕业生|代表|专家|医生|护士|司机|保[安洁]|青年|骨干|标兵|模范|先进|徒弟|助[手理]|支委|经理|秘书|会计|出纳|文书|专干|老板|顾问|对象"
    "|老人|妇女|孩子|儿童|[正副]职|[居村农牧渔股]民|警|军|兵|新人|新秀|厨|教授|博士|硕士|评委|裁判|业主|法人|委托|当事|候选|负责|工匠|教练|嘉宾|游客|旅客|用户|租户|股东|亲属|家属|遗属|后备"
)
_OUTFITS = "团|队|社|店|站|点|中心|室|户|厂|馆|所|基地|协会|商会|机构|书屋|驿站|阵地|公寓|小组|集体|饭堂|工坊|作坊|农场|园|商家|超市|平台"
_HOUSEHOLDS = "户|家庭|人家|店|商家|店铺"
# What comes behind makes another word of it: 「18名社区工作者」, 「2名村党支部书记」, 「4名问题较多的处长」.
_OTHER = f"(?![家民干支医委级书党里妇]|工作|技术|人员|较|突出|管理|成员|{_COMPOUND}(?:{_PERSONS}))"


def _wrong(words: str, nouns: str, behind: str, places: str = "") -> Sought:
    """Look for measure words with nouns that they do not count, before which the name of a kind of place may stand."""
    cues = [word + noun[0] for word in words for noun in f"{nouns}|{places}".split("|") if noun]
    before = f"(?:{places})?" if places else ""
    return Sought(cues, f"(?P<measure>{_NUMBER}[{words}])(?P<noun>{before}(?:{nouns})){behind}")


_WRONG = (
    _wrong("名位", _BODIES, _OTHER, "乡镇|村|县|镇|街道"),
    _wrong(
        "家所",
        f"{_PEOPLE}|意见|措施",
        f"(?!活动|之家|食堂|学校|医院|学院|企业|公司|单位|培训|会|[一-龥]{{0,4}}[中的]|{_COMPOUND}(?:{_OUTFITS}))",
    ),
    _wrong(
        "条",
        "党员|干部|职工|学校|企业|医院",
        "(?![一-龥]{0,8}(?:问题|意见|事|措施|制度|建议|诉求|线索|规定|要求|原因|标准|经验|信息|办法))",
    ),
    _wrong("户", "党员干部|干部|问题|学校|意见|建议", f"(?!{_COMPOUND}(?:{_HOUSEHOLDS}))"),
)
_CUES = {cue for pattern in _WRONG for cue in pattern.cues}


def check(facts: ParagraphFacts) -> Iterator[Finding]:
    for pattern in _WRONG:
        for match in pattern(facts):
            message = (
                f"此处写“{match['measure']}{match['noun']}”，“{match['measure'][-1]}”与“{match['noun']}”似不搭配。"
            )
            advice = "请核对量词、名词是否写错；本意如此的可忽略。"
            yield RULE.finding(Span(*match.span()), message, advice)


RULE = Rule(
    __name__,
    __doc__,
    check,
    Severity.HINT,
    Scope.PARAGRAPH,
    "文字通顺（审核经验，供参考）",
    (
        Example("到7家卫生院、⟦2名村卫生室⟧听取意见，走访⟦3家党员⟧，帮扶⟦4条企业⟧，征求⟦12户意见⟧。"),
        Example(
            "到7家卫生院、2个村卫生室听取意见，走访3名党员、4家企业，18名社区工作者，40多名企业家，2名村党支部书记，征求12条意见，2家职工食堂，3条企业反映的问题，5名项目负责人。"
        ),
        Example(
            "同2名项目组青年同事、21名村（社区）党组织书记谈心，走访12户学校周边商户、3家群众文艺团队，约谈6名科室骨干、2名单位财务会计，查了3家群众反映的饭店。"
        ),
        Example("督导⟦6名科室⟧落实，⟦2名单位⟧没有上报，到⟦3名村⟧听取群众意见。", shown=False),
    ),
    cues=_CUES,
)
