"""词语连写了两遍

检查什么：同一个词是否连写了两遍，如“围绕围绕”“及时及时”“加强组织领导加强组织领导”；一个分句是否紧接着又写了一遍，“在站里在站里”一类；列举的几项中，是否有一项写了两遍。
为什么：改稿、粘贴时容易多出一遍，默读时不易看出。
怎么改：删去重复的词；“一步一步”“商量商量”一类有意重复的，“党组织组织开展”一类前后两词首尾相同的，不提示。
"""

from collections.abc import Iterator

from assistant.facts.paragraph_facts import ParagraphFacts
from assistant.finding import Finding, Fix, Quoted, Severity
from assistant.language import doubled_words
from assistant.rules.rule import Example, Rule, Scope
from assistant.text import Edit, Span


def check(facts: ParagraphFacts) -> Iterator[Finding]:
    for again in doubled_words.find(facts.text):
        word = again.of(facts.text)
        yield RULE.finding(
            Span(2 * again.start - again.end, again.end),
            f"此处“{word}”连写了两遍。",
            "似重复，可删去一个；有意重复的，可忽略。",
            Fix(f"只留一个“{word}”", (Edit(again.start, again.end, ""),)),
        )
    for again in doubled_words.said_again(facts.text):
        said = again.of(facts.text).lstrip("，；")
        message = f"此处“{said}”写了两遍。"
        yield RULE.finding(
            again, message, "似重复，可删去一处；有意重复的，可忽略。", Fix("删去重复的", (Edit(*again, ""),))
        )
    twice = list(doubled_words.listed_twice(facts.text))
    for again in doubled_words.listed_again(facts.text):
        if not any(again.overlaps(each) for each in twice):
            message = f"此处列举的几项中，“{again.of(facts.text)}”写了两遍。"
            yield RULE.finding(again, message, "似重复，可删去一个，或者改为漏写的一项。", severity=Severity.HINT)
    for again in twice:
        item = facts.text[again.start + 1 : again.end]
        yield RULE.finding(again, f"此处列举的几项中，“{item}”写了两遍。", "似重复，可删去一个，或者改为漏写的一项。")


RULE = Rule(
    __name__,
    __doc__,
    check,
    Severity.ADVICE,
    Scope.PARAGRAPH,
    "文字通顺（审核经验，供参考）",
    (
        Example(
            "⟦围绕围绕⟧会议主题，对苗头性问题提醒不够⟦及时及时⟧，⟦对照检查对照检查⟧不深，⟦领导班子领导班子⟧要带头。",
            "围绕会议主题，对苗头性问题提醒不够及时，对照检查不深，领导班子要带头。",
        ),
        Example(
            "有时⟦用公物用公物⟧作人情，到⟦查问题查问题⟧的时候不细，在日常⟦工作中工作中⟧松一些。",
            "有时用公物作人情，到查问题的时候不细，在日常工作中松一些。",
        ),
        Example(
            "做到同谋划、同部署⟦、同部署⟧、同考核。生产、经营单位生产、经营的，伪造、变造、买卖或者使用伪造、变造证件的。"
        ),
        Example("结果在机关内⟦在机关⟧公示。", "结果在机关内公示。", shown=False),
        Example(
            "没有受到过处分、诫勉、⟦处分⟧和通报。他来得很晚⟦，他来得很晚⟧，走得也早。",
            "没有受到过处分、诫勉、处分和通报。他来得很晚，走得也早。",
            shown=False,
        ),
        Example(
            "设计、施工、监理单位在设计、施工、监理中各负其责，更好统筹发展和安全、发展和环保、发展和民生。",
            shown=False,
        ),
        Example("参加基层党组织组织生活会，由党组织组织开展，一步一步推进，一件一件落实，遇事多商量商量。"),
        Example(
            "充分运用信用信息，合理处理处置污泥，构建共建共治共享格局，这件事还要研究研究，同志们替我寻思寻思，嘴上说“恭喜恭喜”。"
        ),
    ),
    quoted=Quoted.HINT,
)
