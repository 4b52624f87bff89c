"""序号不连续

检查什么：同一层的序号是否跳号，如「一是、三是」「（一）（三）」。
为什么：跳号多半是删改时留下的，也可能是漏了一条。
怎么改：漏了内容的补上；只是跳号的，点「重新编号」，后面的序号一并顺下来。
"""

from collections.abc import Iterator, Sequence

from assistant.facts import Facts
from assistant.finding import Finding, Fix, Severity
from assistant.numbering import renumber, write
from assistant.outline import Section
from assistant.rule import Example, Rule, Scope
from assistant.text import Span


def check(facts: Facts) -> Iterator[Finding]:
    for material in facts.materials:
        yield from _among(material.outline.sections)
        for section in material.outline.walk():
            yield from _among(section.children)


def _among(siblings: Sequence[Section]) -> Iterator[Finding]:
    for series in _series(siblings):
        expected = 1
        for index, section in enumerate(series):
            if section.value > expected:
                yield _finding(series, index, expected)
                break  # what follows is put right by the same fix
            expected = section.value + 1


def _series(siblings: Sequence[Section]) -> Iterator[list[Section]]:
    """Split siblings into series of one style; a number 1 begins anew."""
    open_: dict[object, list[Section]] = {}
    for section in siblings:
        if section.style is None:
            continue
        if section.value == 1 or section.style not in open_:
            if section.style in open_:
                yield open_.pop(section.style)
            open_[section.style] = []
        open_[section.style].append(section)
    yield from open_.values()


def _finding(series: Sequence[Section], index: int, expected: int) -> Finding:
    section = series[index]
    assert section.style is not None
    # only the gap is closed: what follows keeps its distance, so a doubled number stays to be seen
    shift, end = section.value - expected, index + 1
    while end < len(series) and series[end].value >= series[end - 1].value:
        end += 1
    edits = renumber([(later.start, later.number, section.style, later.value - shift) for later in series[index:end]])
    # numbers that fall again are out of order; unless one alone was wrong, what they should be only the writer knows
    fits = end == len(series) or (index > 0 and series[end].value == series[end - 1].value - shift + 1)
    before = f"「{series[index - 1].number}」之后是「{section.number}」" if index else f"从「{section.number}」开始"
    return Finding(
        RULE.name,
        RULE.severity,
        Span(section.start, section.start + len(section.number)),
        f"{before}，未见「{write(section.style, expected).rstrip('，')}」。",
        "请看是否漏了一条；只是跳号的，可从这里起重新编号。",
        RULE.basis,
        Fix("从这里起重新编号", edits) if fits else None,
    )


RULE = Rule(
    __name__,
    __doc__,
    check,
    Severity.ADVICE,
    Scope.MATERIAL,
    "GB/T 9704-2012 结构层次序数；删改后常见的遗漏",
    (
        Example(
            "一、存在的突出问题\n（一）学习方面。一是不系统。⟦三是⟧不深入。四是不经常。\n",
            "一、存在的突出问题\n（一）学习方面。一是不系统。二是不深入。三是不经常。\n",
        ),
        Example(
            "一、问题\n1.学习不够。\n⟦3.⟧担当不够。\n4.廉洁方面。\n",
            "一、问题\n1.学习不够。\n2.担当不够。\n3.廉洁方面。\n",
        ),
        Example(
            "一、问题\n有。\n二、原因\n有。\n⟦四、⟧措施\n有。\n", "一、问题\n有。\n二、原因\n有。\n三、措施\n有。\n"
        ),
        Example("（一）甲。\n⟦（四）⟧乙。\n（三）丙。\n", "（一）甲。\n（二）乙。\n（三）丙。\n"),
        Example("⟦三、⟧措施\n有。\n二、原因\n有。\n", "三、措施\n有。\n二、原因\n有。\n"),
        Example("一、问题\n1.学习不够。\n2.担当不够。\n二、措施\n1.自学。\n2.下基层。\n"),
        Example("一、问题\n主要有两条：（一）学习不够。\n（二）担当不够。今年0.05亿元、5G基站3个。\n"),
    ),
)
