"""正文里的网址和网页出处

检查什么：正文里的网址，和“来源：”“责任编辑：”“点击下载”“关注公众号”一类网页上的话；夹在句子之间的网站名称。
为什么：网址和网页上的出处不是材料的内容，留在正文里，审核时容易引起疑问。
怎么改：删去，并通读前后几句，看是否合乎本人实际；确需引用文件的，写文件名称和文号。
"""

import re
from collections.abc import Iterator

from assistant.facts.paragraph_facts import ParagraphFacts
from assistant.facts.sought import Sought
from assistant.finding import Finding, Severity
from assistant.language.punctuation import quoted
from assistant.patterns import compiled_later
from assistant.rules.rule import Example, Rule, Scope
from assistant.text import Span

_DOTTED = compiled_later(r"\.[A-Za-z]{2}|://")
_ADDRESS = compiled_later(
    r"(?:https?://|www\.)[A-Za-z0-9./?=&%_#:~@+-]+|(?<![A-Za-z0-9.@-])[a-z0-9-]+\.(?:com|cn|net|org|gov)(?:\.cn)?(?![A-Za-z0-9])[A-Za-z0-9/_.-]*",
    re.IGNORECASE,
)
_LINE = compiled_later(
    r"[（(【\[]?(?:(?:文章|本文|信息|稿件|资料)?来源|责任编辑|责编|作者|编辑|编者按|发布(?:时间|日期)|浏览(?:次数|量)|阅读(?:次数|量)"
    r"|(?:更新|上传)时间|当前位置|您(?:当前|现在)(?:所在)?的?位置(?:是)?|导语|人气|点击[数量率]|下载次数|所属栏目"
    r"|原标题|上一篇|下一篇|相关(?:阅读|推荐|文章)|版权声明|微信公众号|公众号)[ \u3000]?[:：].*"
    r"|(?:本文|文章)(?:来自|来源于|转载自|由.{2,12}(?:整理|提供)).*|(?:下载|查看|阅读|展开)(?:全文|原文|更多)"
)
_PHRASE = Sought(
    (
        *("点击", "公众号", "转载", "付费", "隐藏", "省略", "全文共", "免费阅读", "页未读", "本文档", "文库", "欢迎您"),
        *("d下载", "版下载", "下载后", "购买后", *(f"{kind}网" for kind in "志文秘书料档")),
    ),
    "点击(?:此处|这里|链接)?(?:下载|查看|阅读|关注)(?:全文|原文|更多)?|(?:扫码|长按|微信搜索|请)关注(?:我们的?)?(?:微信)?公众号"
    "|转载请注明(?:出处|来源)?|付费(?:阅读|下载)|Word版?下载|本文档由"
    "|此处(?:隐藏|省略)[0-9]+字(?:，下载后(?:查看|可见))?|(?:未完，)?全文共[0-9]+字，(?:当前|目前)显示[0-9]+字|免费阅读已?结束|还剩[0-9]+页未读"
    "|(?:下载|付费|购买)后(?:可)?(?:查看|阅读|显示)(?:全文|剩余|更多)(?:内容)?"
    "|[（(【][一-龥]{0,8}(?:(?:励志|范文|公文|文秘|秘书|作文|论文|材料|文档|美文)网|百度文库)[一-龥]{0,4}[）)】]|[一-龥]{2,4}(?:文库|网)，?欢迎您",
)


def check(facts: ParagraphFacts) -> Iterator[Finding]:
    text = facts.text
    if _LINE.fullmatch(text):
        yield _finding(Span(0, len(text)), text if len(text) <= 12 else f"{text[:12]}…")
        return
    if ("." in text or "://" in text) and _DOTTED.search(text):
        yield from (_finding(Span(*match.span()), match[0]) for match in _ADDRESS.finditer(text))
    yield from (_finding(Span(*match.span()), match[0]) for match in _PHRASE(facts))


def _finding(span: Span, shown: str) -> Finding:
    return RULE.finding(
        span,
        f"{quoted(shown)}似为网页上带来的文字。",
        "正文里一般不留网址、出处和网页上的提示语。请删去，并通读前后几句，看是否合乎本人实际。",
    )


RULE = Rule(
    __name__,
    __doc__,
    check,
    Severity.ADVICE,
    Scope.PARAGRAPH,
    "送审材料须清稿（审核常见意见）",
    (
        Example("⟦来源：某某网⟧\n⟦责任编辑：张三⟧\n学得浅。⟦点击下载⟧，见⟦https://www.example.com/a.html⟧。"),
        Example("更多材料⟦请关注公众号⟧，⟦转载请注明出处⟧。"),
        Example("⟦更新时间：2025-06-01⟧\n工作标准不高。⟦（某某范文网）⟧责任心不强。⟦此处隐藏320字，下载后查看⟧"),
        Example("在政务服务网（互联网）上办理，上传到单位资料库（党建文库），点击率不高，导语写得长，全文共3页。"),
        Example(
            "经费来源：财政拨款。\n我分管的公众号全年推送12期，群众可扫码报修，作者署名不规范。\n资金来源清楚，附件为PPT.doc。"
        ),
    ),
    cues=":：.文更击众载付隐省读买网库",
)
