"""有的问题似属另一方面

检查什么：查摆的一条问题，标题和内容说的是否与所在的方面无关，而明显与另一方面相近；写在党性、政治能力、管党治党一类方面里，同一方面的其余各条都说到这类事的，是否有一条一个字也没有说到。
为什么：方面是通知定的，问题放错方面，审核时一般会要求调整，前后的数目也随之变化。
怎么改：移到相近的方面（移动后请核对条数）；确属这一方面的，补一句与本方面的联系。
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from assistant.decisions import Stage
from assistant.facts import aspect_matters, topics
from assistant.facts.facts import Facts
from assistant.facts.items import Item, ItemKind, items
from assistant.facts.material_facts import MaterialFacts, PartFact
from assistant.facts.topics import Profile
from assistant.finding import Finding, Severity
from assistant.language.punctuation import quoted
from assistant.language.sentences import STATEMENT
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
_OWN_WORD = compiled_later("思政|思想政治|意识形态")  # of what is political, whatever work it is done in
_SUBJECT = compiled_later(
    "理论学习|理论武装|政治学习|读书|自学|批评|廉洁|廉政|一岗双责|意识形态|宗旨|为民|党费|组织生活|担当|攻坚|难题|斗争|创新|清廉|法治|依法|管党治党|从严治党"
)
# What may be said of any work: 「随访打折扣」 is no political matter, and who enforces laws does so in all he does.
_OF_ANY_WORK = compiled_later("打了?折扣|走了?样|变通|执法办案")
# What a decision was about may be anything: 「执行上级组织决定」 is judged by no subject.
_OF_ANY_MATTER = compiled_later("(?:执行|落实)[^，。；]{0,6}(?:决定|决策|部署|要求|工作)")


# What one felt and thought may be of each of these matters, in whatever words: 「怕惹人骂，装没看见」
_FELT = compiled_later(
    "怕(?!人)|心里|心想|觉得|以为|认为|嘴上|委屈|脸上|面子|装[没作看]|想的是|没想|我不说|哪[像个]|自己"
)
_USUALLY = 2  # such words of every other item of the aspect, before it is said that one has none


def check(facts: Facts) -> Iterator[Finding]:
    for material in facts.asked:
        aspects = list(material.written(PartKind.ASPECT))
        if len(aspects) < _FEWEST:
            continue
        asked = facts.resumed(_asked, material)
        problems = [item for item in items(facts, material) if item.kind is ItemKind.PROBLEM]
        strange = list(_without_a_word(facts, problems))
        for item in problems:
            own = _own(item, aspects)
            other = facts.of_section(_other, item.section, asked.parts.index(own), asked) if own else None
            if own and other:
                yield _finding(item, own.short, f"内容似与{quoted(other.short)}相近")
            elif item in strange:
                yield _finding(item, own.short if own else item.aspect, "暂未见到与这一方面有关的话")


class _Asked:
    """The aspects that are written; the same as long as they are, and told from others at once, which no `Part` is."""

    def __init__(self, parts: tuple[Part, ...]) -> None:
        self.parts = parts


def _asked(_: Facts, material: MaterialFacts, before: _Asked | None) -> _Asked:
    parts = tuple([fact.part for fact in material.written(PartKind.ASPECT)])
    return before if before and before.parts == parts else _Asked(parts)


def _finding(item: Item, own: str, seen: str) -> Finding:
    return RULE.finding(
        item.heading_span,
        f"{quoted(item.section.heading)}写在{quoted(own)}方面，{seen}。",
        "请核对是否放错了方面；移动后请一并核对条数。确属这一方面的，可补一句与本方面的联系。",
    )


def _without_a_word(facts: Facts, problems: Sequence[Item]) -> Iterator[Item]:
    """Yield the problem of an aspect that says no word of its matter, where each other one says several."""
    aspects: dict[str, list[Item]] = {}
    for item in problems:
        aspects.setdefault(item.aspect, []).append(item)
    for aspect, those in aspects.items():
        for matter in aspect_matters.of_aspect(aspect) if len(those) > 1 else ():
            told = [facts.of_section(_words_of, item.section, matter) for item in those]
            strange = [number for number, words in enumerate(told) if not words.at_first]
            usually = all(words.in_all >= _USUALLY for words in told if words.at_first)
            for one in [those[number] for number in strange] if len(strange) == 1 and usually else ():
                if not _FELT.search(facts.text, one.start, one.span.end):
                    yield one


class _Words(NamedTuple):
    """How many words of a matter an item says: in its heading and the first statement below it, and in all."""

    at_first: int
    in_all: int


def _words_of(facts: Facts, section: Section, matter: int) -> _Words:
    found = [
        (match.start(), match[0])
        for match in aspect_matters.words_of(matter).finditer(facts.text, section.start, section.end)
    ]
    first = STATEMENT.search(facts.text, section.heading_end, section.end)
    end = first.end() if first else section.end
    return _Words(sum(start < end for start, _ in found), len({word for _, word in found}))


def _own(item: Item, aspects: Sequence[PartFact]) -> Part | None:
    """Give the aspect under which an item stands; one that numbers nothing, or may be of any matter, is none."""
    for fact in aspects:
        for section in fact.answer.sections:
            if section.start < item.start < section.end:
                return None if _OF_ANY_MATTER.search(fact.part.short) else fact.part
    return None


def _other(facts: Facts, section: Section, own: int, asked: _Asked) -> Part | None:
    """Give the aspect that an item speaks of, where that is not its own, which is told by its number."""
    parts = asked.parts
    said = _said(section.heading, facts.text[section.start : section.end])
    likeness = [topics.likeness(said, _profile(part)) for part in parts]
    best = max(range(len(parts)), key=likeness.__getitem__)
    far, near = likeness[own], likeness[best]
    named = _SUBJECT.search(section.heading) and near >= _NAMED_FOREIGN and far <= _NAMED_OWN
    if _OWN_WORD.search(section.heading) and "政治" in parts[own].short:
        return None
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
        Example(
            "一、存在的突出问题\n（一）带头强化政治忠诚方面\n1.政治站位不够高。对上级决策部署学得浅，舆情过了两天才看到。\n"
            "2.听见歪话不出声。10月村民群里有人说疫苗白打，我看见了，怕惹人骂，过了三天才由同事贴出说明。\n"
            f"（二）带头担当作为方面\n1.斗争精神不强。遇到难题怕得罪人。\n{FROM_THE_CAUSES}",
            with_template=True,
        ),
        Example(
            "一、存在的突出问题\n（一）带头强化政治忠诚方面\n1.政治站位不够高。对上级决策部署学得浅，舆情过了两天才看到。\n"
            "⟦2.场馆维修跟踪不紧⟧。3处漏水拖到11月才补上，有一处至今没有人管。\n"
            f"（二）带头担当作为方面\n1.斗争精神不强。遇到难题怕得罪人。\n{FROM_THE_CAUSES}",
            with_template=True,
        ),
    ),
    Stage.REVIEW,
)
