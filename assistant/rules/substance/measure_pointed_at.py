"""写明“列入第几条措施”的，该条措施里未见此事

检查什么：上年度整改、情况说明或问题里写“已列入今年措施第三条”的，后面是否有这一条，这一条里是否说到同一件事。
为什么：审核时一般会照着查看；没有的，常会问到措施是否漏写，或条数是否改过。
怎么改：改正条数，或在那一条措施里补上这件事。
"""

from collections.abc import Iterator, Sequence

from assistant.decisions import Stage
from assistant.facts import item_likeness, links
from assistant.facts.facts import Facts
from assistant.facts.items import Item, ItemKind, items
from assistant.facts.sought import Sought
from assistant.finding import Finding, Severity
from assistant.language.numbering import counting, han, value_of
from assistant.language.punctuation import quoted
from assistant.language.sentences import sentence_at
from assistant.patterns import compiled_later
from assistant.rules.rule import Example, Rule, Scope
from assistant.text import Span

_LEAST = 2  # words that tell a matter well enough to be looked for
_NEAR = 2  # shared words of a measure that may be the one that is meant
_INTO = "(?:列入|列进|写入|写进|纳入|放进|放在|写在)了?"
_NUMERAL = "(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})"
_POINTER = Sought(
    ("列入", "列进", "写入", "写进", "纳入", "放进", "放在", "写在"),
    f"{_INTO}[^，。；“”]{{0,6}}?措施[里中]?的?第(?P<number>{_NUMERAL})[条项点]"
    f"|{_INTO}[^，。；“”]{{0,6}}?问题[里中]?的?第(?P<aspect>{_NUMERAL})(?:部分|个?方面)"
    f"|{_INTO}(?:今年|本年度|本次|这次|下一步)的?(?:整改)?措施(?![里中的第方])",
)
_MATTER = compiled_later("[^0-9今年措施列入写进问题整改完成]{2}")  # two characters that may tell what it is about
_ADVICE = "审核时一般会照着查看。请核对是第几条，或在措施里补上这件事；换了说法的可忽略。"


def check(facts: Facts) -> Iterator[Finding]:
    for material in facts.asked:
        found = items(facts, material)
        measures = [item for item in found if item.kind is ItemKind.MEASURE]
        aspects = len(dict.fromkeys(item.aspect for item in found if item.kind is ItemKind.PROBLEM))
        if not measures:
            continue
        for begin, match in _POINTER.between(facts, material.outline.start, measures[0].start):
            span = Span(*match.span()).shifted(begin)
            if match["aspect"] and 1 < aspects < value_of(match["aspect"]):
                yield _finding(
                    span, RULE.severity, f"此处写{quoted(match[0])}，查摆的问题有{counting(aspects)}个方面。"
                )
            elif match["number"] and value_of(match["number"]) > len(measures):
                yield _finding(
                    span, RULE.severity, f"此处写{quoted(match[0])}，后面的措施有{counting(len(measures))}条。"
                )
            elif not match["aspect"]:
                yield from _unlike(facts.text, span, measures, match["number"])


def _unlike(text: str, span: Span, measures: Sequence[Item], number: str | None) -> Iterator[Finding]:
    """Tell where the measure that is named says nothing of the matter, or none does where only measures are named."""
    sentence = sentence_at(text, span.start)
    matter = {word for word in item_likeness.words(text[sentence.start : span.start]) if _MATTER.fullmatch(word)}
    if len(matter) < _LEAST:
        return
    shared = [len(matter & item_likeness.words(links.said(each, text))) for each in measures]
    named = [value_of(number) - 1] if number else list(range(len(measures)))
    if any(shared[each] for each in named):
        return
    best = max(range(len(measures)), key=shared.__getitem__)
    which = f"第{han(named[0] + 1)}条" if number else "后面的措施"
    nearer = f"，第{han(best + 1)}条似与它相近" if shared[best] >= _NEAR else ""
    yield _finding(span, Severity.HINT, f"此处写{quoted(span.of(text))}，{which}里暂未见到这件事{nearer}。")


def _finding(span: Span, severity: Severity, message: str) -> Finding:
    return RULE.finding(span, message, _ADVICE, severity=severity)


_START = "一、上年度整改措施落实情况\n还有一条没有完成，是老城区的管网普查，已{}。\n二、存在的突出问题\n"
_REST = (
    "（一）带头强化政治忠诚方面\n学习有时让位于事务。\n（二）带头担当作为方面\n怕得罪人。\n三、原因剖析\n放松了学习。\n四、整改措施\n"
    "（一）保证学习时间。每周自学两次。\n（二）啃下老城管网。4月底前完成普查。\n（三）谈话留痕。每季度谈一次。\n"
)

RULE = Rule(
    __name__,
    __doc__,
    check,
    Severity.ADVICE,
    Scope.MATERIAL,
    "前后说法须一致（审核必查）",
    (
        Example(_START.format("⟦列入今年措施第五条⟧") + _REST, with_template=True),
        Example(_START.format("⟦列入今年措施第三条⟧") + _REST, with_template=True),
        Example(_START.format("⟦写进问题的第四部分⟧") + _REST, with_template=True),
        Example(_START.format("列入今年措施第二条") + _REST, with_template=True),
        Example(_START.format("列入今年措施") + _REST, with_template=True),
        Example(_START.format("⟦列入今年措施⟧").replace("老城区的管网普查", "敬老院搬迁") + _REST, with_template=True),
        Example(_START.format("写进问题的第二部分") + _REST, with_template=True),
    ),
    Stage.REVIEW,
)
