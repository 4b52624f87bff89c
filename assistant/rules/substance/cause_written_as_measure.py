"""原因写成了措施

检查什么：原因剖析的一条里，是否只写今后要怎么做，没有写当时为什么没有做好。
为什么：原因要从思想、认识上找；把“要加强、要提高”写在原因里，看不出问题是怎样产生的，与后面的措施也重复。
怎么改：写当时怎么想的、哪里放松了；写今后打算的语句，移到整改措施。
"""

from collections.abc import Iterator

from assistant.decisions import Stage
from assistant.facts.facts import Facts
from assistant.facts.items import Item, ItemKind, items
from assistant.finding import Finding, Severity
from assistant.language.punctuation import quoted
from assistant.language.sentences import STATEMENT
from assistant.language.signs import SHORTCOMING
from assistant.language.statement_kinds import is_intended, lacks
from assistant.patterns import compiled_later
from assistant.rules.example_material import FIRST_ASPECT
from assistant.rules.rule import Example, Rule, Scope

_LEAST = 12  # characters; less says nothing yet
_LEAST_STATEMENT = 8
_VOW = compiled_later(
    "(?:^|[。；，])(?:今后|下一步|我|本人|自己|班子)?(?:要|应当|必须|将|需要)?(?:进一步|切实|不断|持续)?"
    "(?:[一-龥]{2,8}[要须](?:常抓|抓紧|抓实|从严|扎实|做实|做细|过硬|到位)|加强|强化|提高|提升|增强|严格|深化|树牢|树立|筑牢|坚定|坚持|锤炼|改进|抓好|落实|履行|夯实|做到|定期|每[周月季年])"
)

# What nobody will do any more
_PROMISED = compiled_later(".?(?:不再(?!主动|认真|学|深|重)|[绝决]不|不[搞做当等推拖]|[难轻粗]题|不怕|[老旧新难]?问题)")


def check(facts: Facts) -> Iterator[Finding]:
    for material in facts.asked:
        for item in items(facts, material):
            if item.kind is ItemKind.CAUSE and only_vows(facts, item):
                yield RULE.finding(
                    item.heading_span,
                    f"{quoted(item.section.heading)}写在原因里，所写似为今后怎么做，暂未见到当时为什么没有做好。",
                    "原因宜从思想、认识上找：当时怎么想的，哪里放松了。写今后打算的语句，可移到整改措施。",
                )


def only_vows(facts: Facts, item: Item) -> bool:
    """Tell whether an item promises and nowhere says what lacked."""
    section = item.section
    text = facts.text[section.start + len(section.number) : section.end].strip()
    if len(text) < _LEAST:
        return False
    if not lacks(section.heading) and all(map(is_intended, _statements(text))):
        return True
    if not _VOW.search(text):
        return False
    lacking = facts.signs(SHORTCOMING, section.start + len(section.number), section.end)
    return all(_PROMISED.match(facts.text, max(0, each.start - 1)) for each in lacking)


def _statements(text: str) -> list[str]:
    """Give what stands below the heading of an item, or the heading where it says all; statements too short tell nothing."""
    said = [match[0].strip() for match in STATEMENT.finditer(text)]
    return [each for each in said[1:] if len(each) >= _LEAST_STATEMENT] or said[:1]


_PROBLEMS = FIRST_ASPECT + "学习有时让位于事务。\n（二）带头担当作为方面\n怕得罪人。\n"
_MEASURES = "三、整改措施\n每月自学两次，年底前把两件难事办结。\n"

RULE = Rule(
    __name__,
    __doc__,
    check,
    Severity.HINT,
    Scope.MATERIAL,
    "原因剖析的一般要求（往年通行做法，请以本单位通知为准）",
    (
        Example(
            f"{_PROBLEMS}二、原因剖析\n⟦（一）加强理论学习⟧。要坚持每周自学两次，提高政治判断力，带头讲党课。\n"
            f"（二）担当精神有所减退。怕把矛盾引到自己身上。\n⟦（三）增强担当精神⟧。今后主动认领难事，不再等一等、放一放。\n{_MEASURES}",
            with_template=True,
        ),
        Example(
            f"{_PROBLEMS}二、原因剖析\n（一）加强理论学习抓得不紧。以为干了多年，凭经验也能干好。\n"
            f"（二）坚持原则的底气弱了。怕把矛盾引到自己身上。\n{_MEASURES}",
            with_template=True,
        ),
        Example(
            f"{_PROBLEMS}二、原因剖析\n⟦（一）敢接难事⟧。拿出攻坚的劲头，对压着的两件难事一件一件办，主动同街道坐到一起，限期拿出办法。\n"
            f"（二）坚持原则的底气弱了。怕把矛盾引到自己身上。\n{_MEASURES}",
            with_template=True,
            shown=False,
        ),
    ),
    Stage.REVIEW,
)
