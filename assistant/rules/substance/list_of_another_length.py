"""列出的项数与所写的不一致

检查什么：“座谈会、意见箱、上级点三种方式”“4个问题：……”“3个乡镇站（东山、西河、北塘）”一类，列出的项数与所写的数是否一致。
为什么：数与所列不一致，看的人不知道是漏列了，还是数写错了。
怎么改：核对个数，改正写错的一处；只列一部分的，写明“等”。
"""

from collections.abc import Iterator, Sequence

from assistant.facts.paragraph_facts import ParagraphFacts
from assistant.facts.sought import Sought
from assistant.finding import Finding, Severity
from assistant.language.figures import CUES, Figure
from assistant.language.numbering import value_of
from assistant.patterns import compiled_later
from assistant.rules.rule import Example, Rule, Scope
from assistant.text import Span

# 「座谈会、意见箱、上级点三种方式」
_IN_LIST = Sought(
    [
        f"{number}{unit}"
        for number in "两三四五六七八九23456789"
        for unit in (*"项种类", "个渠", "个途", "个方", "个环", "个层", "个维")
    ],
    "(?P<list>[一-龥]{2,12}、[一-龥]{2,12}(?:、[一-龥]{2,12}){0,7})(?<![等出定为成了有共到])(?P<n>[两三四五六七八九2-9])(?P<unit>[项种类]|个(?=渠道|途径|方式|环节|层面|维度))(?!以[上下]|规定|纪律|注意|制度改革|[一-龥]{0,3}之)",
)
# 「公务接待清单和食堂用餐登记三项制度」
_BOTH = Sought(
    [f"{number}{unit}" for number in "三四五六七八九3456789" for unit in "项种类"],
    "(?<![一-龥、])(?P<list>[一-龥]{3,10}[和与](?:[一-龥](?![和与、等])){3,8})(?<![等出定为成了有共到提写])(?P<n>[三四五六七八九3-9])(?P<unit>[项种类])(?!以[上下]|规定|纪律|注意|制度改革|[一-龥]{0,3}之)",
)
# 「查出4个问题：调研陪同偏多、会议材料偏厚、有两次工作餐没有先填单。」
_NAMED_AFTER = Sought(
    ("：",),
    "(?P<n>[两三四五六七八九2-9])(?P<unit>[个项条])(?P<noun>问题|不足|毛病|短板)：(?P<list>[^，。；：、\n]{3,20}(?:、[^，。；：、\n]{3,20}){1,8}(?<!等))。",
)  # 「修订公务接待、差旅、采购制度6项」: fields in which there may be several each
_OF_KINDS = compiled_later(
    "(?:制度|办法|规定|规程|规范|机制|措施|意见|方案|细则|流程|预案|清单|问题|隐患|事项|任务|实事)$"
)

_NAMED = ("个", "家", "名", "位", "所")
_NAMES = compiled_later(
    "(?![^（）]{0,12}以上)[^，。；：（）0-9、]{0,10}（(?P<names>[一-龥]{2,6}(?:、[一-龥]{2,6}){1,9})(?<!等)）"
)


def check(facts: ParagraphFacts) -> Iterator[Finding]:
    yield from _enumerated(facts) if "、" in facts.text or not facts.cues.isdisjoint(_BOTH.cues) else ()
    yield from _listed(facts.text, facts.figures) if "（" in facts.text else ()


def _enumerated(facts: ParagraphFacts) -> Iterator[Finding]:
    """Yield 「座谈会、意见箱、上级点五种方式」: another number than a list has, with 和 read either way."""
    for match in _BOTH(facts):
        message = f"前面列了2{match['unit']}，此处写“{match['n']}{match['unit']}”。"
        span = Span(match.start("list"), match.end("unit"))
        yield RULE.finding(span, message, "请核对个数；只列一部分的，宜写明“等”。")
    for match in _NAMED_AFTER(facts):
        count = match["list"].count("、") + 1
        if value_of(match["n"]) not in (count, count + sum(map(match["list"].count, "和与及"))):
            message = f"此处写“{match['n']}{match['unit']}{match['noun']}”，后面列了{count}{match['unit']}。"
            yield RULE.finding(Span(*match.span()), message, "请核对个数。")
    for match in _IN_LIST(facts):
        count = match["list"].count("、") + 1
        stated = value_of(match["n"])
        joined = any(each in match["list"].rsplit("、", 1)[1] for each in "和与及")
        if stated not in (count, count + joined) and not (stated > count and _OF_KINDS.search(match["list"])):
            message = f"前面列了{count + joined}{match['unit']}，此处写“{match['n']}{match['unit']}”。"
            span = Span(match.start("list"), match.end("unit"))
            yield RULE.finding(span, message, "请核对个数；只列一部分的，宜写明“等”。")


def _listed(text: str, figures: Sequence[Figure]) -> Iterator[Finding]:
    """Yield 「3个乡镇站（东山、西河、北塘、南洼）」: a number, and another number of names behind it."""
    for figure in figures:
        match = _NAMES.match(text, figure.span.end) if figure.unit in _NAMED else None
        count = match["names"].count("、") + 1 if match else 0
        if match and figure.value > 1 and count != figure.value and not figure.is_round:
            message = f"此处写“{figure.written}”，括号里列了{count}个。"
            span = Span(figure.span.start, match.end())
            yield RULE.finding(span, message, "请核对个数；只列一部分的，宜写明“等”。")


RULE = Rule(
    __name__,
    __doc__,
    check,
    Severity.HINT,
    Scope.PARAGRAPH,
    "前后数字须一致（审核必查）",
    (
        Example("⟦座谈会、意见箱、上级点五种⟧方式；⟦公务接待清单和食堂用餐登记三项⟧制度重新修订。"),
        Example("查出⟦4个问题：调研陪同人员偏多、会议材料偏厚、有两次工作餐没有先填单。⟧"),
        Example("到⟦3个乡镇水务站（东山、西河、北塘、南洼）⟧听取意见。"),
        Example(
            "通过座谈会、意见箱、上级点三种方式；公务接待清单和食堂用餐登记两项制度；到3个乡镇水务站（东山、西河、北塘）、2个所（东山、西河等）听取意见；"
            "查出3个问题：调研陪同人员偏多、会议材料偏厚、有两次工作餐没有先填单。围绕增速、结构、效率提出5项指标，结合整改、巡视等情况贯彻八项规定。修订公务接待、差旅、采购制度6项，完善用车、值班等制度5项，解决停车、照明问题4个。"
        ),
        Example("⟦修订公务接待、差旅、采购制度2项⟧。"),
    ),
    cues=CUES | _IN_LIST.cues | _BOTH.cues | _NAMED_AFTER.cues,
)
