"""前后两条的内容似重复

检查什么：整改措施里，是否有两条的标题除“加强、强化”一类字外相同，或者一条的内容与另一条大部分相同；是否有一句换了说法，又把前面定过的事定一遍（同一件事，次数、数目也相同）；问题之间、原因之间也看内容是否大部分相同。
为什么：会后列清单时，两条只能算一条；审核时常会问到两条有什么区别。
怎么改：合并为一条，或把其中一条改成不同的事、不同的做法。
"""

from collections.abc import Iterator, Sequence
from itertools import compress, repeat

from assistant.decisions import Stage
from assistant.facts import item_likeness, links, measures_said_twice
from assistant.facts.facts import Facts
from assistant.facts.items import Item, ItemKind, items
from assistant.finding import Finding, Severity
from assistant.language.punctuation import quoted
from assistant.patterns import compiled_later
from assistant.rules.example_material import UP_TO_MEASURES
from assistant.rules.rule import Example, Rule, Scope
from assistant.text import Span
from assistant.text_memory import remembered

_VERBS = compiled_later(
    "进一步|切实|持续|不断|着力|加强|强化|提高|提升|增强|深化|改进|抓好|狠抓|树牢|树立|筑牢|坚定|坚持|落实|严格|[，、。；：“”]"
)
_LEAST, _LEAST_PROBLEM = 4, 6  # characters of a heading that say what it is about
_PAIRS = 12  # pairs of characters from which texts can be compared
_ALIKE = 0.5  # of the shorter one's pairs; in real and clean materials two items share 0.37 at most
_MOST = 40  # items of a kind that are compared
_ADVICE = {
    ItemKind.MEASURE: "会后列清单时两条只能算一条。可合并为一条，或把其中一条改成不同的具体做法。",
    ItemKind.PROBLEM: "会后列清单时两条只能算一条。可合并为一条，或把其中一条改成不同的事；也请核对是否放错了方面。",
    ItemKind.CAUSE: "可合并为一条，或把其中一条改成不同的原因。",
}


def check(facts: Facts) -> Iterator[Finding]:
    for material in facts.asked:
        found = [item for item in items(facts, material) if item.start not in material.answering]
        told: list[Item] = []
        for kind in ItemKind:
            for item, before in _among(facts, [item for item in found if item.kind is kind][:_MOST]):
                told.append(item)
                yield _finding(item.heading_span, quoted(item.section.heading), quoted(before.section.heading), kind)
        for twice in measures_said_twice.find(facts, material):
            if not any(item.start <= twice.again.start < item.span.end for item in told):
                yield _finding(twice.again, "这一句", quoted(twice.first.of(facts.text)), ItemKind.MEASURE)


def _finding(span: Span, this: str, first: str, kind: ItemKind) -> Finding:
    return RULE.finding(span, f"{this}与前面的{first}似为同一件事。", _ADVICE[kind])


def _among(facts: Facts, alike: Sequence[Item]) -> Iterator[tuple[Item, Item]]:
    """Compare each item of a kind with those before it; give those that say the same as one of these."""
    told: list[frozenset[str]] = []
    called: dict[str, int] = {}  # the first that is called so
    for number, item in enumerate(alike):
        core, pairs = _VERBS.sub("", item.section.heading), item_likeness.words(links.said(item, facts.text))
        least = _LEAST if item.kind is ItemKind.MEASURE else _LEAST_PROBLEM
        named = called.setdefault(core, number) if len(core) >= least and not core.endswith("方面") else number
        before = next(compress(range(named), map(_alike, repeat(pairs), told)), named)
        if before < number:
            yield item, alike[before]
        told.append(pairs)


@remembered(1024)  # after a key nearly all items say what they said
def _alike(pairs: frozenset[str], others: frozenset[str]) -> bool:
    fewest = min(len(pairs), len(others))
    return fewest >= _PAIRS and len(pairs & others) >= _ALIKE * fewest


RULE = Rule(
    __name__,
    __doc__,
    check,
    Severity.HINT,
    Scope.MATERIAL,
    "会后列整改清单的需要（往年通行做法，请以本单位通知为准）",
    (
        Example(
            f"{UP_TO_MEASURES}（一）加强理论学习。每周三下午自学，月底交笔记。\n（二）改进作风。每月下乡三天。\n"
            "⟦（三）强化理论学习⟧。年底前通读原著两部。\n",
            with_template=True,
        ),
        Example(
            f"{UP_TO_MEASURES}（一）保证学习时间。每周三下午自学原著，月底把笔记交给所在支部传看，年底前讲一次党课。\n"
            "⟦（二）把书读进去⟧。每周三下午自学原著，月底把笔记交给支部传看，不懂的请教别人。\n",
            with_template=True,
        ),
        Example(
            f"{UP_TO_MEASURES}（一）管住开支。3万元以上的维修一律先上会，账目交审计股核对，公车里程逐车登记；全年接访群众不少于24次。\n"
            "（二）改进作风。⟦超过3万元的维修项目要先经会议研究⟧；联系村的水渠、路灯逐处看过，占道经营4月底前清完，⟦一年接访群众24次以上⟧。\n",
            with_template=True,
        ),
        Example(
            f"{UP_TO_MEASURES}（一）管住开支。3万元以上的维修一律先上会，账目交审计股核对；全年接访群众不少于24次。\n"
            "（二）改进作风。3万元以上的接待费一律公开；联系村的水渠逐处看过，全年暗访站所不少于24次。\n",
            with_template=True,
        ),
        Example(
            f"{UP_TO_MEASURES}（一）加强学习。每周三下午自学，月底交笔记。\n（二）加强调研。每月下乡三天，听到的事当月给回音。\n",
            with_template=True,
        ),
        Example(
            "一、存在的突出问题\n（一）带头强化政治忠诚方面\n1.请示报告慢。3月泵站停机，我等化验结果出来才报县里，晚了四个小时。\n"
            "（二）带头担当作为方面\n⟦1.遇事先等⟧。3月泵站停机，等化验结果出来才报县里，群众停水半天。\n2.怕得罪人。\n"
            "二、原因剖析\n放松了学习。\n三、整改措施\n每月自学两次。\n",
            with_template=True,
        ),
    ),
    Stage.REVIEW,
)
