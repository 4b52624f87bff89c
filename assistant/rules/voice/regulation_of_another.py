"""所写的基层组织工作条例似是其他单位的

检查什么：公司的材料写《中国共产党农村基层组织工作条例》、村的材料写《中国共产党国有企业基层组织工作条例（试行）》、局的材料写《中国共产党普通高等学校基层组织工作条例》一类，条例所管的单位与署名、标题里的单位是否同一种。
为什么：这几部条例各管一种单位的支部，写成另一种的，多是从别人的材料里移来时漏改的。
怎么改：改为本单位适用的条例；工作确与那一种单位有关的，可忽略。
"""

from __future__ import annotations

from collections.abc import Iterator

from assistant.facts import writer
from assistant.facts.facts import Facts
from assistant.facts.sought import Sought
from assistant.finding import Finding, Quoted, Severity
from assistant.patterns import compiled_later
from assistant.rules.example_material import FIRST_ASPECT, FROM_THE_SECOND_ASPECT, TITLE
from assistant.rules.rule import Example, Rule, Scope
from assistant.text import Span

_REGULATION = Sought(
    ("基层组织工作条例",),
    "《(?:中国共产党)?(?P<of>农村|国有企业|普通高等学校|党和国家机关)基层组织工作条例(?:（试行）|\\(试行\\))?》",
)
# Where a regulation holds, or is seen to
_ITS_UNITS = {
    "农村": compiled_later("[镇乡村县区市州旗省]|街道|社区|农|驻"),
    "国有企业": compiled_later("公司|集团|厂|银行|支行|矿|企|国资|社|供[电热水气]|电网|电厂|烟草|铁路|邮政|油田|投"),
    "普通高等学校": compiled_later("大学|学院|高校|高等|高专|教[育体工]|学校"),
    "党和国家机关": compiled_later(
        "[局委办厅署]|(?<!支)部|政府|人大|政协|法院|检察院|工会|妇联|机关|中心|[镇乡县区市州旗省]"
    ),
}
# Whose unit is known for another kind than that: of anybody else nothing is said
_KNOWN = compiled_later("公司|集团|厂|银行|镇|乡|街道|社区|村|局|学院|大学|学校|中学|小学|医院|分公司")
# Who sees to the party's own work does so in units of every kind
_OF_ALL = compiled_later("组织部|[省市县区州]委(?!员)|党校|工委|纪委|监委|巡[视察]|党建|挂职|派驻|驻村|第一书记|帮扶")
_PLACE = compiled_later("公司|集团|厂|银行")  # a 市 in a firm's name is where it is, no sign of whom it governs

_IN_A_FIRM = compiled_later("[镇乡村农驻]|机关|总部")


def check(facts: Facts) -> Iterator[Finding]:
    for material in facts.asked:
        head = writer.head(facts, material)
        for start, match in _REGULATION.between(facts, material.outline.front_end, material.outline.end):
            if _is_of_another(match["of"], head):
                span = Span(*match.span()).shifted(start)
                message = f"此处写“{match[0]}”，{writer.unit_is_from(facts)}“{writer.unit(facts, material)}”。"
                advice = "请核对所学、所落实的是哪一部条例；工作确与那一种单位有关的可忽略。"
                yield RULE.finding(span, message, advice)


def _is_of_another(of: str, head: str) -> bool:
    """Tell whether nothing in the lines that name the writer's unit and posts has to do with what a regulation is of."""
    if not _KNOWN.search(head) or _OF_ALL.search(head):
        return False
    if of in ("农村", "党和国家机关") and _PLACE.search(head):
        return not _IN_A_FIRM.search(head)
    return not _ITS_UNITS[of].search(head)


_TEXT = TITLE + "{}　林知远\n" + FIRST_ASPECT + "1.学得浅。学习{}不深入。\n" + FROM_THE_SECOND_ASPECT
_VILLAGES = "《中国共产党农村基层组织工作条例》"
_FIRMS = "《中国共产党国有企业基层组织工作条例（试行）》"
_COLLEGES = "《中国共产党普通高等学校基层组织工作条例》"

RULE = Rule(
    __name__,
    __doc__,
    check,
    Severity.HINT,
    Scope.MATERIAL,
    "公开发布的党内法规（见于两处以上公开材料）",
    (
        Example(_TEXT.format("枫林市供热公司检修党支部书记", f"⟦{_VILLAGES}⟧"), with_template=True),
        Example(_TEXT.format("枫林市供热公司检修党支部书记", _FIRMS), with_template=True),
        *(
            Example(_TEXT.format(who, said), with_template=True, shown=False)
            for who, said in (
                ("白鹭镇党委书记", f"⟦{_FIRMS}⟧、{_VILLAGES}、⟦{_COLLEGES}⟧"),
                ("某县财政局副局长", f"⟦{_COLLEGES}⟧、{_VILLAGES}"),
                ("枫林学院副院长", f"{_COLLEGES}、⟦{_FIRMS}⟧"),
                ("某县委组织部副部长", f"{_VILLAGES}、{_FIRMS}、{_COLLEGES}"),
                ("某县教育局副局长", _COLLEGES),
                ("柳河村党支部书记", f"{_VILLAGES}、⟦《中国共产党党和国家机关基层组织工作条例》⟧"),
                ("枫林市供热公司派驻柳河村第一书记", _VILLAGES),
            )
        ),
    ),
    quoted=Quoted.NEVER,
)
