"""聊天程序的答话留在文中

检查什么：从聊天程序、写作工具粘贴文字时带来的答话，如“好的，以下是为您撰写的……”“希望以上内容对您有所帮助”。
为什么：答话不是材料的内容，留在文中会打印出来，上报前须清除。
怎么改：删去答话，并通读前后各段，看是否合乎本人实际。
"""

from collections.abc import Iterator

from assistant.facts.paragraph_facts import ParagraphFacts
from assistant.facts.sought import Sought
from assistant.finding import Finding, Fix, Severity
from assistant.language.punctuation import quoted
from assistant.rules.rule import Example, Rule, Scope
from assistant.text import Edit, Span

_TEXT = "内容|材料|文稿|稿件|初稿|范文|模板|框架|版本|回答|对照检查|检视剖析|发言提纲"
_MADE = "撰写|起草|生成|改写|润色|优化|扩写|草拟|续写|整理|修改|写"
_TOOL = "AI|ai|人工智能|语言模型|大模型|智能助手|写作助手"
# What a tool says to whoever asked it. Each opens a sentence outside quotation marks; none stands in 20 million
# characters of statutes and reports. Politeness alone (「有不妥请随时告诉我」) is no sign: the text itself must be spoken of.
_SAID = Sought(
    ("您", "你", "随时", "需要我", "要不要我", *_TOOL.split("|")),
    "(?:(?<=[。！：；!\n])|^)[ \u3000（(]*(?:(?:好的|当然(?:可以)?|没问题|收到)[，。！,!]\\s*)?(?:"
    f"(?:以下|下面|这里?|我)[^。；：“”\n]{{0,24}}?(?:为|给|帮|根据|按照?|结合)[您你][^。；：“”\n]{{0,24}}?(?:{_MADE}|{_TEXT})[^。；：“”\n]{{0,40}}"
    f"|希望(?:以上|上述|这[份篇些个]?|本)(?:{_TEXT})[^。；：“”\n]{{0,12}}[您你][^。！；“”\n]{{0,16}}"
    "|(?:如果?|若)[^。；“”\n]{0,12}?(?:修改|调整|补充|润色|精简|扩写|需求|完善)[^。；“”\n]{0,16}?(?:请|欢迎)(?:再|继续)?随时[^。！；“”\n]{0,16}"
    "|(?:如果?|若)[您你][^。；“”\n]{0,24}?需求[^。；“”\n]{0,8}?(?:请|欢迎)[^。！；“”\n]{0,16}"
    "|[您你]可以?(?:在此基础上|根据)[^。“”\n]{0,20}?(?:修改|调整|补充|替换|完善|增删)[^。！；“”\n]{0,20}"
    "|请?根据(?:您|你的)[^，。；“”\n]{0,16}(?:修改|调整|补充|替换|完善|增删)[^。！；“”\n]{0,16}"
    "|(?:需要|要不要|是否需要)我(?:再|帮|为|继续)[^。；“”\n]{0,30}"
    f"|(?:我(?:是|只是)|作为)一[个名款位][^，。；“”\n]{{0,6}}(?:{_TOOL})(?:语言)?(?:模型|助手|程序|工具)?[，,][^。；“”\n]{{0,50}}"
    f"|(?:以上|上述)(?:{_TEXT})均?由(?:{_TOOL})[^。；“”\n]{{0,24}}"
    ")(?:[。！：；!:?？)）]|$)",
)
_STOPS = "。！：；!:"


def check(facts: ParagraphFacts) -> Iterator[Finding]:
    for match in _SAID(facts):
        span = Span(*match.span())
        alone = span == Span(0, len(facts.text))
        yield RULE.finding(
            span,
            f"{quoted(match[0].rstrip(_STOPS))}似为粘贴时带来的答话。",
            "答话不是材料的内容。请删去，并通读前后各段，看是否合乎本人实际。",
            Fix("删去这段答话" if alone else "删去这句答话", (Edit(*span, ""),)),
        )


RULE = Rule(
    __name__,
    __doc__,
    check,
    Severity.ADVICE,
    Scope.PARAGRAPH,
    "送审材料须清稿（审核常见意见）",
    (
        Example(
            "⟦好的，以下是为您撰写的个人对照检查材料：⟧\n一、问题\n学得浅。\n⟦希望以上内容对您有所帮助！⟧⟦如需进一步修改，请随时告诉我。⟧",
            "\n一、问题\n学得浅。\n",
        ),
        Example("⟦作为一个AI语言模型，我无法了解您的实际情况。⟧⟦您可以根据实际情况进行修改和补充。⟧", ""),
        Example("群众问“需要我再跑一趟吗”，我无言以对。部分材料由AI生成，没有认真修改。如有不妥，请随时告诉我。"),
        Example("有群众说：“您反映的事我们都记着。”我为你们服务得不够，请随时指出我的不足，欢迎批评。"),
        Example("作为分管领导，对人工智能应用研究不深。如遇到困难，要随时报告。根据你单位实际情况修改完善后报送。"),
    ),
    cues=_SAID.cues,
)
