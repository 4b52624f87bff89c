"""文件名称似写错

检查什么：书名号里的党内法规、法律、文献名称，是否与通行的全称只差一两个字（《……若干规定》应为《……若干准则》）；党内法规的名称是否几处写错而仍看得出是哪一部。
为什么：文件名称是固定的，差一两个字，审核时容易引起疑问。
怎么改：对照文件改正；确是另一份文件的，可忽略。
"""

from collections.abc import Iterator

from assistant.facts.paragraph_facts import ParagraphFacts
from assistant.finding import Finding, Fix, Severity
from assistant.language import titles
from assistant.rules.rule import Example, Rule, Scope
from assistant.text import Edit


def check(facts: ParagraphFacts) -> Iterator[Finding]:
    for each in titles.find(facts.text):
        span = each.span
        fix = Fix(f"改为《{each.right}》", (Edit(span.start, span.end, each.right),))
        near = "只差一两个字" if each.by_few(facts.text) else "相近，而未见有这样名称的"
        message = f"此处写《{span.of(facts.text)}》，与《{each.right}》{near}。"
        advice = "请对照文件核对名称；确是另一份文件的可忽略。"
        yield RULE.finding(span, message, advice, fix)


RULE = Rule(
    __name__,
    __doc__,
    check,
    Severity.HINT,
    Scope.PARAGRAPH,
    "公开发布的党内法规、法律和文献的名称",
    (
        Example(
            "《⟦中国共产党党员纪律处分条例⟧》《⟦关于新形势下党内政治生活的若干规定⟧》学得浅，《⟦党内监察条例⟧》没有通读。",
            "《中国共产党纪律处分条例》《关于新形势下党内政治生活的若干准则》学得浅，《党内监督条例》没有通读。",
        ),
        Example(
            "学《⟦中国共产党廉政自律条例⟧》《⟦中国共产党员违纪处罚条例⟧》。",
            "学《中国共产党廉洁自律准则》《中国共产党纪律处分条例》。",
            shown=False,
        ),
        Example(
            "学习新修订的《中华人民共和国⟦文化保护法⟧》《⟦行政处分法⟧》《中华人民共和国行政许可法》《安全生产法》《监狱法》《⟦中共中央、国务院关于加强党的政治建设的意见⟧》。",
            "学习新修订的《中华人民共和国文物保护法》《行政处罚法》《中华人民共和国行政许可法》《安全生产法》《监狱法》《中共中央关于加强党的政治建设的意见》。",
            shown=False,
        ),
        Example(
            "《〈⟦中共中央关于制定国民经济和社会发展第十五个五年计划的建议⟧〉辅导读本》读了一半。",
            "《〈中共中央关于制定国民经济和社会发展第十五个五年规划的建议〉辅导读本》读了一半。",
            shown=False,
        ),
        Example("对照《⟦中国共产党支部工作条例（实行）⟧》。", "对照《中国共产党支部工作条例（试行）》。", shown=False),
        Example(
            "《中国共产党处分违纪党员批准权限和程序规定》《中国共产党党内法规解释工作规定》《中国共产党人才工作条例》《中国共产党章程》《纪律处分条例》《党委（党组）意识形态工作责任制实施办法》《中国共产党支部工作条例（试行）》《中国共产党社会工作条例》"
            "《中国共产党宣传工作条例》《政务处分法》《公司章程》《新形势下党内政治生活的若干准则》。"
        ),
    ),
    cues=("《", "〈"),
)
