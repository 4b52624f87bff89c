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
# What comes behind makes another word of it: 「18名社区工作者」, 「2名村党支部书记」, 「4名问题较多的处长」.
_OTHER = "(?![家民干支医委级书党里妇]|工作|技术|人员|负责|书记|主任|代表|党员|干部|职工|较|突出|管理|成员|经理|[一-龥]{0,6}[人员长师者])"


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
        "(?!活动|之家|食堂|学校|医院|学院|企业|公司|单位|培训|会|[一-龥]{0,4}[中的])",
    ),
    _wrong(
        "条",
        "党员|干部|职工|学校|企业|医院",
        "(?![一-龥]{0,8}(?:问题|意见|事|措施|制度|建议|诉求|线索|规定|要求|原因|标准|经验|信息|办法))",
    ),
    _wrong("户", "党员干部|干部|问题|学校|意见|建议", "(?!家庭|户)"),
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
    ),
    cues=_CUES,
)
