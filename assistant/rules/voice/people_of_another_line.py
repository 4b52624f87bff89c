"""所说的人和物似是其他行业的

检查什么：供水公司、交通局一类单位的个人材料里，只有一处写到“学生”“病床”“农机”一类其他行业才天天打交道的人和物的，如“把学生教好就是好党员”“我也分管农机购置补贴”“就是个教书的”；“树立人民教师的良好形象”一类，写的是其他行业的人的。
为什么：全文写的都是本行的事，只有一处写到其他行业，多是从别人的材料里移来时漏改的。
怎么改：改为本单位、本人的事；确与工作有关的，写明是什么事、在哪里。
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assistant.facts import lines_of_work, writer
from assistant.facts.facts import Facts
from assistant.facts.lines_of_work import Line
from assistant.facts.material_facts import MaterialFacts
from assistant.facts.sought import Sought
from assistant.finding import Finding, Severity
from assistant.language.sentences import sentence_at
from assistant.patterns import compiled_later
from assistant.rules.rule import Example, Rule, Scope
from assistant.templates.template import PartKind
from assistant.text import Span

_MARKED = lines_of_work.whose(lambda line: line.marks)
_MARKS = Sought(sorted(_MARKED), "|".join(sorted(_MARKED, key=len, reverse=True)))
# What the writer says that he is, or is in charge of: 「分管2个股室和卫生院」, 「作为中学教师」
_HELD = lines_of_work.whose(lambda line: line.held)
_ONESELF = Sought(
    ("分管", "主管", "作为", "身为", "我是", "自己是", "就是个"),
    f"(?:(?<!未)分管|(?<!未)主管|作为|身为|我是|自己是|就是个)(?:一名|一个|名|个|的|了|着){{0,2}}[^，。；：“”]{{0,10}}?(?P<said>{'|'.join(_HELD)})(?=[^，。；：]{{0,6}}[，。；、])",
)
# By what name the writer stands for his calling: 「树立人民教师的良好形象」
_CALLED = lines_of_work.whose(lambda line: line.callings)
_CALLING = Sought(
    _CALLED,
    "(?:树立|树好|展现|维护|塑造|守住|永葆|擦亮|珍惜|牢记|无愧于|不愧为|对得起|不辜负|争做|争当|当好|做好|做一名|当一名)"
    f"[^，。；：“”]{{0,8}}?(?P<said>{'|'.join(_CALLED)})"
    "(?=[，。；]|(?:这一|这个|的)?(?:良好|光荣|光辉|崭新)?(?:形象|家风|荣誉|称号|本色|职责|身份|初心|使命|风采))",
)
# Where such people and things come in without being one's work: in their own house, in one's family, as a likeness,
# counted among those whom something befell, in what is told of the past or of others
_BESIDES = compiled_later(
    "学校|中学(?!习)|小学|高中|校园|幼儿园|大学|医院|卫生院|诊所|看病|住院|就医|体检|养老|敬老|镇|村|农户|农田|社区|宣讲|授课|讲课|科普|帮扶|慰问|走访|座谈|结对|捐|助学|志愿|支教|义诊"
    "|子女|女儿|儿子|孩子|妻|爱人|父|母亲|家里|家中|像|如同|好比|一样|似的|那样|劲头|请教|案例|外县|邻县|某|曾|以前|原来|当年|那时|毕业|实习|见习|抽查|检查|执法|联合|事故|受伤|救"
    "|家长|家属|师傅|培训|求学|入学|上学|放学|读书|大会|比赛|活动|领学|党课|集中学习|学习会|“"
)
_BEFALLEN = compiled_later("[0-9一二两三四五六七八九十几多余](?:名|位|个|户)$")
_MANY = 8  # words of one's own line of work, by which a text is known to be of it


def check(facts: Facts) -> Iterator[Finding]:
    if facts.template is None or not facts.template.subject.of_one:
        return
    for material in facts.asked:
        own = lines_of_work.of_unit(writer.signed(facts, material).head or facts.profile.unit)
        found = list(_lone(facts, material, own)) if own and all(line.narrow for line in own) else []
        if found and _is_of(facts, material, own):
            for span, line in found:
                message = (
                    f"此处写“{span.of(facts.text)}”，全文写的是{own[0].names[0]}，其他地方没有写到{line.names[0]}。"
                )
                yield RULE.finding(span, message, "请核对与本单位、本人的工作是否一致；确与工作有关的可忽略。")


def _is_of(facts: Facts, material: MaterialFacts, own: Sequence[Line]) -> bool:
    body = facts.text[material.outline.front_end : material.outline.end]
    return sum(len(lines_of_work.spoken_of(line, body)) for line in own) >= _MANY


def _lone(facts: Facts, material: MaterialFacts, own: Sequence[Line]) -> Iterator[tuple[Span, Line]]:
    """Yield what marks another line of work in the one sentence that speaks of that line, with the line.

    Of a line without marks in the text also what the writer says that he is, or is in charge of.
    """
    begin, end = material.outline.preface_span.start, material.outline.end
    cases = material.answers(PartKind.CASE_ANALYSIS)
    found: dict[str, list[tuple[Span, Line]]] = {}
    for start, match in _MARKS.between(facts, begin, end):
        line = _MARKED[match[0]]
        if lines_of_work.is_apart(line, own):
            found.setdefault(line.names[0], []).append((Span(*match.span()).shifted(start), line))
    for each in found.values():
        sentences = {sentence_at(facts.text, span.start) for span, _ in each}
        if len(sentences) == 1 and _is_told_of_oneself(facts, each[0][0], cases):
            yield each[0]
    for start, match in (*_ONESELF.between(facts, begin, end), *_CALLING.between(facts, begin, end)):
        said = match["said"]
        line = _HELD.get(said) or _CALLED[said]
        once = facts.text.count(said, begin, end) == 1
        if once and line.names[0] not in found and lines_of_work.is_apart(line, own):
            yield Span(*match.span("said")).shifted(start), line


def _is_told_of_oneself(facts: Facts, span: Span, cases: Sequence[Span]) -> bool:
    """Tell whether what marks another's work stands where the writer speaks of his own."""
    sentence = sentence_at(facts.text, span.start)
    text = sentence.of(facts.text)
    before = facts.text[sentence.start : span.start]
    if any(span.overlaps(each) for each in cases) and "我" not in text.replace("我们", ""):
        return False
    in_charge = before.endswith(("分管", "主管", "分管的", "主管的"))
    return in_charge or not (_BESIDES.search(text) or _BEFALLEN.search(before))


_TEXT = (
    "2025年度组织生活会个人对照检查材料\n{}　林知远\n按照支部通知要求，检查如下。\n一、存在的突出问题\n（一）政治纪律方面\n1.学得浅。{}\n（二）组织纪律方面\n怕得罪人。\n"
    "二、原因剖析\n放松了学习。{}\n三、整改措施\n每月自学两次。\n"
)
_OF_WATER = "供水、水厂、管网、水表、漏损、停水、水质的事抓得不细，供水服务差。"

RULE = Rule(
    __name__,
    __doc__,
    check,
    Severity.HINT,
    Scope.MATERIAL,
    "材料须写本人的事（审核常见意见）",
    (
        Example(
            _TEXT.format("枫林市供水公司第二党支部", _OF_WATER, "总觉得把⟦学生⟧教好就行，怕用户多心。"),
            with_template=True,
        ),
        Example(
            _TEXT.format(
                "枫林市供水公司第二党支部",
                _OF_WATER,
                "树立⟦人民教师⟧的良好形象，我也分管⟦农机⟧购置补贴，没有想一想⟦病床⟧上的人。作为⟦中学⟧教师，松了劲。",
            ),
            with_template=True,
            shown=False,
        ),
        Example(
            _TEXT.format(
                "枫林市供水公司第二党支部",
                f"{_OF_WATER}到中学给学生讲节水课少，有2名学生洗不上澡。没有像对病人那样上心。",
                "不因好差事就争做人民警察的朋友，女儿读小学，老师说学生要早睡。领学人提前备课，党课也写出教案。",
            ),
            with_template=True,
        ),
        Example(
            _TEXT.format("白鹭镇第二党支部", _OF_WATER, "总觉得把学生教好就行。"),
            with_template=True,
        ),
    ),
)
