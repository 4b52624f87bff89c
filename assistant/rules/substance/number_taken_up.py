"""再次提到的数与前面的不一致

检查什么：“请过两次假，请假的那三次”“学了七天，十天以后”“谈心谈话66人次”与“86人次谈话里”一类，后面再提到同一个数时是否一致；原因剖析、整改措施里再提到前面的事（“装好剩余32个点位”，前面写42个、装好19个），数是否与前面一致；全文几处写“18个村”的，是否有一处的数比它还大；“降到10起以下”一类的目标，前面的数是否已经达到。
为什么：后面提到的就是前面那个数，改稿时只改一处，前后就不一致。
怎么改：对照台账核对，改正写错的一处；说的不是同一件事的，可忽略。
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from assistant.facts import taken_up
from assistant.facts.cued import cued
from assistant.facts.facts import Facts
from assistant.facts.item_likeness import words
from assistant.facts.material_facts import MaterialFacts
from assistant.facts.paragraph_facts import ParagraphFacts
from assistant.facts.sought import Sought
from assistant.finding import Finding, Severity
from assistant.language.figures import standing_in
from assistant.language.numbering import value_of
from assistant.language.sentences import piece_start, sentence_at
from assistant.patterns import compiled_later
from assistant.rules.example_material import FIRST_ASPECT, FROM_THE_SECOND_ASPECT
from assistant.rules.rule import Example, Rule, Scope
from assistant.templates.template import PartKind
from assistant.text import Span

_HAN = "两三四五六七八九十"
_THAT = Sought(
    [f"那{each}" for each in (*_HAN, *"23456789")],
    f"(?<!一)那(?P<n>[2-9][0-9]?|[{_HAN}])(?P<unit>人次|[次条件户项名份篇场])(?![一-龥]{{0,2}}[年月])",
)
_NUMBER = f"[0-9]+|[一{_HAN}]+"
# 「集中学了七天，七天以后就散了」
_WENT_ON = Sought(
    [f"{unit}，{number}" for unit in "天年周月次轮遍" for number in f"0123456789一{_HAN}"],
    f"(?<![0-9第每一{_HAN}])(?P<n>{_NUMBER})(?P<unit>天|年|周|个月|次|轮|遍)，(?P<m>{_NUMBER})(?P=unit)(?:(?:以后|之后|过后)(?=[^，。；]{{0,4}}[散断停撂])|下来|一过|里|当中)",
)
# 「发了三次招募，我第三次才报名」: there was no fourth.
_LAST_OF = Sought(
    ("次才", "次也", "次就"),
    f"(?:发|开|组织|安排|举办|召开|搞|办|谈)[了过](?P<n>{_NUMBER})(?P<unit>次)[^。；，0-9]{{1,8}}，(?:我|自己|本人)[^。；，0-9]{{0,5}}第(?P<m>{_NUMBER})次(?:才|也|就)",
)
_OF_WHOLE = Sought(
    [unit + noun for unit in ("人次", "户次") for noun in ("谈话", "谈心", "走访", "培训", "约谈")],
    "(?P<n>[0-9]+)(?P<unit>人次|户次)(?P<noun>谈话|谈心|走访|培训|约谈)[里中]",
)
_NOUNS = "学校|乡镇|社区|卫生院|党支部|支部|科室|监管所|站所|小区|村"
_COUNTED = Sought(
    [unit + noun[0] for unit in "个所家" for noun in _NOUNS.split("|")],
    f"(?P<n>[0-9]+)(?P<unit>[个所家])(?P<noun>{_NOUNS})(?![民干支医委书办小级庄组里])",
)
# 「全镇有党支部21个」: more of them there are not
_IN_ALL = Sought(
    [f"有{begin}" for begin in (*dict.fromkeys(noun[0] for noun in _NOUNS.split("|")), *"0123456789")],
    f"(?:^|[，。；：])(?:全[镇乡县局校院村区站]|我[镇乡县局校院村区站])[现共]*有(?:(?P<noun>{_NOUNS})(?P<n>[0-9]+)[个所家]|(?P<m>[0-9]+)[个所家](?P<other>{_NOUNS}))",
)
_FURTHEST = 500  # characters before a number that is taken up, in which it is told
_SHOWN = 4  # characters after a number that say what it counts
_WHOLE = 3  # times a number stands where it is the whole: 「18个村」
_OF_OTHERS = compiled_later("[全外邻各][省市县区州]|其他|共有|总共|累计|每年|三年|五年|去年以前")

# What is to come down, or up, to a number: 「诈骗案件降到10起以下」, where 9 were told
_AIMED = Sought(
    [verb + to + number for verb in "降减压少低高升加" for to in "到至" for number in "0123456789"],
    "(?P<noun>[一-龥]{3,14}?)(?:数量?|总数)?(?:再|力争|逐步)?(?:(?P<less>下降|压减|减少|降低|[降减压])|提高|提升|上升|增加)[到至]"
    "(?P<n>[0-9]+(?:[.][0-9]+)?)(?P<unit>[起件次个条份家户%]|人次|小时|分钟)",
)
_NAMING = 4  # characters right before the verb, or the number, that name it


_SAME = 5  # pairs of characters that two sentences of one thing share
_OF_ANOTHER = compiled_later("处分|开除|判处|被查|涉案|当事人|亲属|[他她其]")


class _Said(NamedTuple):
    """A number of a thing, and where it stands."""

    span: Span
    value: int
    match: re.Match[str]

    @property
    def clause_before(self) -> str:
        return re.split("[，。；]", self.match.string[: self.match.start()])[-1]


def check(facts: Facts) -> Iterator[Finding]:
    for start, spans in facts.where(_those):
        for span, message in spans:
            yield _finding(span.shifted(start), message)
    for material in facts.asked:
        yield from _of_whole(facts, material)
        yield from _more_than_there_are(facts, material)
        yield from _not_as_told(facts, material)
        yield from _aimed_behind(facts, material)


def _aimed_behind(facts: Facts, material: MaterialFacts) -> Iterator[Finding]:
    """Yield an aim that all numbers told of the same thing had reached already: 「降到10起以下」, where there were 9."""
    for part in material.parts:
        for span in part.spans if part.part.kind is PartKind.MEASURE else ():
            for start, match in _AIMED.between(facts, span.start, span.end):
                aim, name = float(match["n"]), re.escape(match["noun"][-_NAMING:])
                told = re.findall(
                    f"{name}[^，。；0-9]{{0,3}}([0-9]+(?:[.][0-9]+)?){match['unit']}",
                    facts.text[material.outline.preface_span.end : span.start],
                )
                behind = [each for each in told if (float(each) < aim if match["less"] else float(each) > aim)]
                if told and len(behind) == len(told):
                    message = f"此处写“{match[0]}”，前面写的是“{behind[-1]}{match['unit']}”，已好于这一目标。"
                    yield _finding(Span(*match.span("n")).shifted(start), message)


def _not_as_told(facts: Facts, material: MaterialFacts) -> Iterator[Finding]:
    """Yield 「装好剩余32个点位」 where 42 were told, and 19 of them done."""
    for taken in taken_up.find(facts, material):
        said = taken.span.of(facts.text)
        sentence = sentence_at(facts.text, taken.span.start)
        others = facts.in_case(taken.span.start) and _OF_ANOTHER.search(facts.text, *sentence)
        if others or _is_told(facts.text, said, sentence, taken.told, material.outline.preface_span.end):
            continue
        told = "".join(f"“{each.written}{each.after[:_SHOWN]}”" for each in taken.figures)
        message = f"此处写“{taken.span.of(facts.text)}”，前面说到同一件事时写的是{told}，前后不一致。"
        yield _finding(taken.span, message)


def _is_told(text: str, said: str, sentence: Span, judged: Span, begin: int) -> bool:
    """Tell whether the very number stands in a sentence before that speaks of the same: 「11条措施，有4条没有明确时限」.

    What stands in the sentence it was `judged` by is another number of that: 「15个村，达标的9个，其余6个没有达标」.
    """
    own = words(sentence.of(text))
    for match in re.finditer(f"(?<![0-9.]){re.escape(said)}", text[begin : sentence.start]):
        there = sentence_at(text, begin + match.start())
        if there.start != judged.start and len(own & words(there.of(text))) >= _SAME:
            return True
    return False


@cued(*_THAT.cues, *_WENT_ON.cues, *_LAST_OF.cues)
def _those(paragraph: ParagraphFacts) -> tuple[tuple[Span, str], ...]:
    """Give the places that take up a number with 那, where what was counted before in that unit is no such number."""
    found: list[tuple[Span, str]] = []
    for match in _THAT(paragraph):
        start = match.start()
        begin = piece_start(paragraph.text, start, "。", max(0, start - _FURTHEST))
        counted = standing_in(paragraph.figures, begin, start)
        alike = [each for each in counted if each.unit == match["unit"]]
        if alike and all(each.value != value_of(match["n"]) for each in alike):
            message = f"此处写“{match[0]}”，前面写的是“{alike[-1].written}”。"
            found.append((Span(*match.span()), message))
    return (*found, *_gone_on(paragraph))


def _gone_on(paragraph: ParagraphFacts) -> Iterator[tuple[Span, str]]:
    """Yield a number that the next clause goes on from with another: 「学了七天，十天以后就散了」."""
    for match in _WENT_ON(paragraph):
        if match["m"] not in ("1", "一") and value_of(match["n"]) != value_of(match["m"]):
            message = f"前面写“{match['n']}{match['unit']}”，接着写“{match['m']}{match['unit']}”。"
            yield Span(*match.span()), message
    for match in _LAST_OF(paragraph):
        if value_of(match["m"]) > value_of(match["n"]):
            message = f"前面写“{match['n']}次”，接着写“第{match['m']}次”。"
            yield Span(*match.span()), message


def _of_whole(facts: Facts, material: MaterialFacts) -> Iterator[Finding]:
    """Yield 「86人次谈话里」 where the talks were 66, and no other number of them is told."""
    outline = material.outline
    for start, match in _OF_WHOLE.between(facts, outline.start, outline.end):
        told = [
            int(each[1])
            for each in re.finditer(f"{match['noun']}[^，。；0-9]{{0,4}}([0-9]+){match['unit']}", facts.text)
        ]
        if told and int(match["n"]) not in told:
            message = f"此处写“{match[0]}”，另一处写{match['noun']}{told[0]}{match['unit']}。"
            yield _finding(Span(*match.span()).shifted(start), message)


def _more_than_there_are(facts: Facts, material: MaterialFacts) -> Iterator[Finding]:
    """Yield 「24个村」 where the text speaks three times or more of 18 villages and never of more."""
    said: dict[str, list[_Said]] = defaultdict(list)
    outline = material.outline
    for start, match in _COUNTED.between(facts, outline.start, outline.end):
        said[match["noun"]].append(_Said(Span(*match.span()).shifted(start), int(match["n"]), match))
    for _, match in _IN_ALL.between(facts, outline.start, outline.end):
        value, noun = int(match["n"] or match["m"]), (match["noun"] or match["other"]).removeprefix("党")
        for each in (each for key, told in said.items() for each in told if key.removeprefix("党") == noun):
            if each.value > value and not _OF_OTHERS.search(each.clause_before):
                whole = match[0].lstrip("，。；：")
                message = f"此处写“{each.span.of(facts.text)}”，另一处写“{whole}”。"
                yield _finding(each.span, message)
    for noun, told in said.items():
        value, times = Counter(each.value for each in told).most_common(1)[0]
        more = [each for each in told if each.value > value]
        if times >= _WHOLE and len(more) == 1 and not _OF_OTHERS.search(more[0].clause_before):
            message = f"此处写“{more[0].span.of(facts.text)}”，其他{times}处写的是{value}个{noun}。"
            yield _finding(more[0].span, message)


def _finding(span: Span, message: str) -> Finding:
    advice = "请核对以哪个为准；说的不是同一件事的可忽略。"
    return RULE.finding(span, message, advice)


_TEXT = (
    "2025年度民主生活会对照检查材料\n会前谈心谈话66人次。现对照检查如下。\n"
    + FIRST_ASPECT
    + "{}\n"
    + FROM_THE_SECOND_ASPECT
)

_TAKEN_UP = _TEXT.format("42个分区计量点位只装好19个，下井看得少。").replace(
    "每月自学两次", "6月底前装好剩余{}分区计量点位"
)

RULE = Rule(
    __name__,
    __doc__,
    check,
    Severity.HINT,
    Scope.MATERIAL,
    "前后数字须一致（审核必查）",
    (
        Example(_TEXT.format("支部六次集中学习，我请过两次假，请假的⟦那三次⟧没有补。"), with_template=True),
        Example(_TEXT.format("谈心谈话不深，⟦86人次谈话里⟧，指出缺点的只有13人次。"), with_template=True),
        Example(
            _TEXT.format("到18个村走访，18个村装上了水表，18个村的资金没有查，去年只查了⟦24个村⟧。"), with_template=True
        ),
        Example(
            _TEXT.format("全镇有党支部12个、党员300名，年内⟦21个支部⟧至少查到一遍，去年抽查7个支部。"),
            with_template=True,
        ),
        Example(
            _TEXT.format("读书班学了⟦七天，十天以后⟧就散了；群里⟦发了两次招募，我第三次才⟧报名。"),
            with_template=True,
        ),
        Example(
            _TEXT.format(
                "读书班学了七天，七天以后就散了；群里发了三次招募，我第三次才报名；培训了五天，两天以后就忘了；发了两次通知，第三次才有人来。"
            ),
            with_template=True,
        ),
        Example(_TAKEN_UP.format("⟦32个⟧"), with_template=True),
        *(
            Example(
                _TEXT.format(f"全年发生燃气报警{told}，处置不及时。").replace("每月自学两次", aim),
                with_template=True,
                shown=False,
            )
            for told, aim in (
                ("14起", "力争燃气报警降到⟦18⟧起以下"),
                ("14起", "力争燃气报警降到8起以下，管道漏气降到18起"),
                ("14起", "燃气报警处置提高到18起"),
                ("处置率92%", "年内把燃气报警处置率提高到⟦85⟧%"),
                ("处置率82%", "年内把燃气报警处置率提高到85%"),
                ("21起，2月燃气报警14起", "力争燃气报警降到18起以下"),
            )
        ),
        Example(_TAKEN_UP.format("23个"), with_template=True),
        *(
            Example(
                _TEXT.format("15个富民车间试点村，收入达标的有9个，其余6个没有达标，我去得少。").replace(
                    "每月自学两次", f"对没有达标的{taken_up}富民车间试点村逐村定出办法"
                ),
                with_template=True,
                shown=False,
            )
            for taken_up in ("⟦9个⟧", "6个")
        ),
        Example(
            _TEXT.format("会上提出贯彻措施11条，年底检查，有4条没有明确责任股室和完成时限。").replace(
                "每月自学两次", "每条措施明确责任股室和完成时限，去年没有明确的4条6月底前办结"
            ),
            with_template=True,
            shown=False,
        ),
        Example(
            _TEXT.format(
                "到18个村走访，18个村装上了水表，18个村的资金没有查，去年只查了4个村，全县24个村。我请过两次假，那两次没有补，那三条街也没有去。66人次谈话里，谈工作的多。"
            ),
            with_template=True,
        ),
    ),
)
