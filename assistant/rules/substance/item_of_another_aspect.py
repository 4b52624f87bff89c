"""有的问题似属另一方面

检查什么：查摆的一条问题，标题和内容说的是否与所在的方面无关，而明显与另一方面相近；写在党性、政治能力、管党治党一类方面里，同一方面的其余各条都说到这类事的，是否有一条一个字也没有说到。
为什么：方面是通知定的，问题放错方面，审核时一般会要求调整，前后的数目也随之变化。
怎么改：移到相近的方面（移动后请核对条数）；确属这一方面的，补一句与本方面的联系。
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from assistant.decisions import Stage
from assistant.facts import topics
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
# What may be said of any work: 「随访打折扣」 is no political matter.
_OF_ANY_WORK = compiled_later("打了?折扣|走了?样|变通")
# What a decision was about may be anything: 「执行上级组织决定」 is judged by no subject.
_OF_ANY_MATTER = compiled_later("(?:执行|落实)[^，。；]{0,6}(?:决定|决策|部署|要求|工作)")


class _Matter(NamedTuple):
    """What some aspects are about: how their headings name it, by which words these are of more, and what an item of theirs speaks of."""

    named: str
    unless: str
    words: str


# Generous: an item with any of these may belong there.
_MATTERS = (
    _Matter(
        "党性|固本培元|修养|理想信念|坚定信仰|理论学习|理论武装|思想政治",
        "纪律|作风|担当|为民|服务|人民|能力|本领|法",
        "(?<![中小大同开入上升留医科文数化办])学(?![校生期院区科位员家前段历籍龄费])|[研通领]学|读书|[通精研]读|读[了过完原]|原著|书目|笔记|心得|理论|党性|组织生活|生活会|支部|党员|党课|党日|党费|批评|思想|信念|信仰|初心|名利|得失|荣誉|评优|提拔|职称|晋升|入党|党龄|谈心|自我|劲头|干劲|艰苦|奋斗|享乐|安逸"
        "|世界观|人生观|价值观|修养|老好人|好人主义|情面|面子|人情|传统|家风|斗志|激情|热情|锐气|意志|宗旨|本色|歇|躺平|退休|攀比|奢|节俭|浪费|身份|誓|解剖|自省|反省|检视|斗争|辣味|奉献|职级|待遇|岗位调整|心态|情绪|精神|心思|党组织|党内|民主集中|典型|作风|意见"
        "|讲话|文件|讲座|宣讲|红脸|勇气|直|真话|教育|功夫|修身|懈怠|惰|松|志愿|公益|义诊|先锋|模范|表率|带头作用|榜样|良心|功名|虚荣|念头|火气|脾气|别扭|泄气|怨气|牢骚|不平|骄|傲",
    ),
    _Matter(
        "管党治党|从严治党|治党|廉洁|廉政|清廉|党风|自律",
        "担责|担当|为民|服务|干事",
        "党|廉|纪|监督|谈话|干部|队伍|职工|人员|责任|腐|风险|违规|违反|处分|警示|提醒|作风|支部|巡[察视]|管理|教育|约束|自律|亲属|家|接待|宴请|礼|请托|人情|情面|节俭|浪费|浪|经费|公车|审批|权力|采购|公私|监管|一岗双责|班子|压力|传导|小节|防线|底线|特权|招标"
        "|举报|管|规定|处理|同志|打牌|不正之风|整治|小恩小惠|供应商|吃[饭请喝]|带队伍|人手|徇私|苗头|红线|打招呼|老乡|朋友|熟人|好人|得罪|不说|没说|护短|护犊|袒护|睁一只眼|脱岗|批评",
    ),
    _Matter(
        "政治忠诚|政治能力|政治建设|政治上",
        "担当|为民|作风|学习|服务",
        "政治|党中央|上级|决策|部署|全会|精神|学习|意识形态|舆|网|忠诚|大局|讲话|贯彻|落实|议题|重大|阵地|敏锐|风险|苗头|党的|理论|省委|市委|县委|区委|局党|党委|党组|方针|政策|战略|稳定|规划|贯|传达|言论|思想|使命|国家|站位|初心|把关|考核|指标|请示|姓党"
        "|全局|敏感|国之大|国情|嗅觉|警觉|谣|传言|歪[话理]|群里|吭声|发声|只[看见顾盯认]|看成|当成|当作|眼里|高度",
    ),
)
_EACH_MATTER = tuple(tuple(map(compiled_later, matter)) for matter in _MATTERS)
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
        for matter, (named, unless, _) in enumerate(_EACH_MATTER):
            if len(those) > 1 and named.search(aspect) and not unless.search(aspect):
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
        (match.start(), match[0]) for match in _EACH_MATTER[matter][2].finditer(facts.text, section.start, section.end)
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
