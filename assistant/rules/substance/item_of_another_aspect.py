"""有的问题似属另一方面

检查什么：查摆的一条问题，标题和内容说的是否与所在的方面无关，而明显与另一方面相近。
为什么：方面是通知定的，问题放错方面，审核时一般会要求调整，前后的数目也随之变化。
怎么改：移到相近的方面（移动后请核对条数）；确属这一方面的，补一句与本方面的联系。
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from assistant.decisions import Stage
from assistant.facts import topics
from assistant.facts.facts import Facts
from assistant.facts.items import Item, ItemKind, items
from assistant.facts.material_facts import PartFact
from assistant.facts.topics import Profile
from assistant.finding import Finding, Severity
from assistant.language.punctuation import quoted
from assistant.patterns import compiled_later
from assistant.rules.example_material import FROM_THE_CAUSES
from assistant.rules.rule import Example, Rule, Scope
from assistant.structure.outline import Section
from assistant.templates.template import Part, PartKind
from assistant.text_memory import remembered

_FEWEST = 2  # aspects among which one can be out of place
_HEADING, _TEXT = 0.9, 0.6  # how much an item's heading and its whole text count
_HINT, _QUESTIONS = 0.35, 0.3  # of an aspect's profile, beside its wording
# Tried on each problem of real and clean materials, as it stands and under each other aspect: nothing of what stands
# where it belongs, a third of what does not. Likeness to the other aspect, at least, and to its own, at most; where the
# heading names a subject that hardly any other aspect takes up, less will do.
_FOREIGN, _OWN = 0.62, 0.1
_NAMED_FOREIGN, _NAMED_OWN = 0.35, 0.08
_SUBJECT = compiled_later(
    "理论学习|理论武装|政治学习|读书|自学|批评|廉洁|廉政|一岗双责|意识形态|宗旨|为民|党费|组织生活|担当|攻坚|难题|斗争|创新|清廉|法治|依法|管党治党|从严治党"
)
# What may be said of any work: 「随访打折扣」 is no political matter.
_OF_ANY_WORK = compiled_later("打了?折扣|走了?样|变通")
# What a decision was about may be anything: 「执行上级组织决定」 is judged by no subject.
_OF_ANY_MATTER = compiled_later("(?:执行|落实)[^，。；]{0,6}(?:决定|决策|部署|要求|工作)")


def check(facts: Facts) -> Iterator[Finding]:
    for material in facts.asked:
        aspects = list(material.written(PartKind.ASPECT))
        if len(aspects) < _FEWEST:
            continue
        parts = tuple(fact.part for fact in aspects)
        for item in items(facts, material):
            own = _own(item, aspects) if item.kind is ItemKind.PROBLEM else None
            other = facts.of_section(_other, item.section, own, parts) if own else None
            if own and other:
                yield RULE.finding(
                    item.heading_span,
                    f"{quoted(item.section.heading)}写在{quoted(own.short)}方面，内容似与{quoted(other.short)}相近。",
                    "请核对是否放错了方面；移动后请一并核对条数。确属这一方面的，可补一句与本方面的联系。",
                )


def _own(item: Item, aspects: Sequence[PartFact]) -> Part | None:
    """Give the aspect under which an item stands; one that numbers nothing, or may be of any matter, is none."""
    for fact in aspects:
        for section in fact.answer.sections:
            if section.start < item.start < section.end:
                return None if _OF_ANY_MATTER.search(fact.part.short) else fact.part
    return None


def _other(facts: Facts, section: Section, own: Part, parts: Sequence[Part]) -> Part | None:
    """Give the aspect that an item speaks of, where that is not its own."""
    said = _said(section.heading, facts.text[section.start : section.end])
    likeness = [topics.likeness(said, _profile(part)) for part in parts]
    best = max(range(len(parts)), key=likeness.__getitem__)
    far, near = likeness[parts.index(own)], likeness[best]
    named = _SUBJECT.search(section.heading) and near >= _NAMED_FOREIGN and far <= _NAMED_OWN
    return parts[best] if named or (near >= _FOREIGN and far <= _OWN) else None


@remembered(256)
def _said(heading: str, text: str) -> Profile:
    known = topics.shipped()
    return topics.mixed([(_HEADING, known.profile(_OF_ANY_WORK.sub("", heading))), (_TEXT, known.profile(text))])


@lru_cache(maxsize=64)
def _profile(part: Part) -> Profile:
    known = topics.shipped()
    asked = " ".join(question.ask for question in part.questions)
    weighed = ((1.0, part.heading), (_HINT, part.hint), (_QUESTIONS, asked))
    return known.spread(topics.mixed([(weight, known.profile(text)) for weight, text in weighed]))


RULE = Rule(
    __name__,
    __doc__,
    check,
    Severity.HINT,
    Scope.MATERIAL,
    "本次要求列出的各个方面",
    (
        Example(
            "一、存在的突出问题\n（一）带头强化政治忠诚方面\n1.政治敏锐性不强。对党中央决策部署的政治意义想得不深。\n"
            "⟦2.攻坚克难的担当精神不足⟧。怕得罪人，遇到矛盾绕着走，难题一拖再拖。\n"
            f"（二）带头担当作为方面\n1.斗争精神不强。遇到难题怕得罪人。\n{FROM_THE_CAUSES}",
            with_template=True,
        ),
        Example(
            "一、存在的突出问题\n（一）带头强化政治忠诚方面\n1.抓落实有时先易后难。产权不清的一个项目压了两个月，没有从大局上掂量。\n"
            "2.请示报告不及时。第三天才汇报。\n"
            f"（二）带头担当作为方面\n1.斗争精神不强。遇到难题怕得罪人。\n{FROM_THE_CAUSES}",
            with_template=True,
        ),
    ),
    Stage.REVIEW,
)
