"""审稿意见留在文中

检查什么：正文括号里是否留有审稿人的意见，如“（李局长：请补具体事）”“（数字待核）”“（建议删去）”。
为什么：审稿意见是给写稿人看的，不应留在上报的材料里。
怎么改：照意见改好后，删去括号里的话；确属正文的，可忽略。
"""

from collections.abc import Iterator

from assistant.facts.paragraph_facts import ParagraphFacts
from assistant.finding import Finding, Severity
from assistant.language import placeholders
from assistant.language.punctuation import quoted
from assistant.patterns import compiled_later
from assistant.rules.rule import Example, Rule, Scope
from assistant.text import Span

_READER = (
    "书记|局长|主任|处长|科长|部长|县长|区长|镇长|乡长|市长|院长|校长|主席|组长|会长|经理|董事长|领导|审稿人?|审核人?|秘书|老师"
    "|[\u4e00-\u9fff](?:处|局|科|部|总|工)|办公室|党办|组织[部科处]"
)
_WISH = "请|建议|此|这|再|删|补|改|换|太|宜|应|要|不|写|缺|空|重"
# Whoever says it is named, or it is a wish by itself: none of these stands in 19 million characters of statutes and reports.
_REMARK = compiled_later(
    f"[（(](?:[^（）()，。；：:\n]{{0,6}}(?:{_READER})(?:审稿)?(?:意见|批注|批示|批|注|改)?[：:](?:{_WISH})[^（）()\n]{{0,60}}"
    "|(?:请|待|需|再|建议)(?:再|进一步|予以)?(?:核实?|补充?|删[除去]?|修改|改写?|完善|斟酌|充实|细化)[^（）()\n]{0,12}"
    "|[^（）()，。；：\n]{1,4}待(?:核实?|补充?|定))[)）]"
)


def check(facts: ParagraphFacts) -> Iterator[Finding]:
    to_be_filled = [each.span for each in placeholders.find(facts.text)]
    for match in _REMARK.finditer(facts.text):
        span = Span(*match.span())
        if not any(span.overlaps(each) for each in to_be_filled):
            yield RULE.finding(
                span, f"{quoted(match[0])}似为审稿人的意见。", "请照意见改好，再删去括号里的话；确属正文的，可忽略。"
            )


RULE = Rule(
    __name__,
    __doc__,
    check,
    Severity.ERROR,
    Scope.PARAGRAPH,
    "送审材料须清稿（审核常见意见）",
    (
        Example("检查走马观花⟦（李局长：请补具体事）⟧。全年下乡12次⟦（数字待核）⟧，解决问题少⟦（建议删去这一句）⟧。"),
        Example("学习不深⟦（周书记意见：这句太虚，换一个例子）⟧，调研不够⟦（办公室注：再写一件）⟧。"),
        Example("同张处（现任副局长）谈心，牵头事项3项（责任人：李局长），会议由他主持（主持人：请各位先看材料）。"),
        Example("有2项待核实（其中1项已报市局），另有1项（请示已批复）在办。"),
    ),
    cues="（(",
)
