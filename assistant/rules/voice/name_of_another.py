"""署名或自称的姓名与本人不一致

检查什么：署名与新建材料时填写的姓名是否一致；标题上下、落款写了两个姓名的；正文写“本人张某某”“我叫张某某”的，与署名是否一致；自称、签名处写的姓名与署名只差一字的；前面写“由办公室主任李某甲牵头”、后面写“李某乙”，只差一字的；一处写“妻子”、一处写“丈夫”的，措施里写“女儿”、前面写的是“儿子”的。
为什么：姓名前后不一，审核时一般会问到。
怎么改：改为本人的姓名；代他人整理的，可忽略。
"""

import re
from collections.abc import Iterator

from assistant.decisions import Profile
from assistant.facts import name_lines, writer
from assistant.facts.facts import Facts
from assistant.facts.material_facts import MaterialFacts
from assistant.facts.sought import Sought
from assistant.finding import Finding, Severity
from assistant.language.names import OFTEN_GIVEN, SURNAMES
from assistant.language.sentences import sentence_at
from assistant.patterns import compiled_later
from assistant.rules.example_material import FIRST_ASPECT, FROM_THE_SECOND_ASPECT, TITLE
from assistant.rules.rule import Example, Rule, Scope
from assistant.structure.outline import MaterialOutline
from assistant.templates.template import PartKind
from assistant.text import Span

_SELF = Sought(
    ("我叫", "我是", "本人"),
    f"(?:我叫|我是|本人)(?P<name>[{SURNAMES}][\u4e00-\u9fff]{{1,2}})(?=[，。；]|现任|系|担任|于|（|身为|作为|自|在)"
    f"|本人(?P<given>[{SURNAMES}][{OFTEN_GIVEN}]{{2}})",
)
_NO_NAME = compiled_later("[的了在是有和对不从向到与]|认|应|要|能|同|都|也|将|现|曾")
# What one is, by words that begin as names do: 「我是党员」, 「我是金融办的」, 「我是农家子弟」.
_WHAT_ONE_IS = compiled_later("[员任长记人匠手师工民家机生子女牌办组系弟兵头队班科级代后届属种型块]$|[党干群组家]")
# Whoever holds a post, with his name behind it: 「由办事处主任岑立勤牵头」
_HOLDS = Sought(
    ("主任", "书记", "长", "经理", "主席", "委员"),
    f"(?:主任|书记|[一-龥]长|经理|主席|委员)(?P<name>[{SURNAMES}][一-龥]{{2}})(?=牵头|负责|同志|任组长|包抓|主抓|督办|具体|[，。；、）])",
)
# One's own family: by the one or the other word one's wife or husband, son or daughter is called
_FAMILY = Sought(
    ("妻子", "老婆", "丈夫", "老公", "儿子", "女儿"),
    "(?<![他她其的])(?<!家长)(?:(?P<wife>妻子|老婆)|(?P<husband>丈夫|老公)|(?P<son>儿子)|(?P<daughter>女儿))(?![们的]?(?:儿女|婚))",
)
_OTHER_FAMILIES = compiled_later(
    "某|户|职工|群众|老人|大[爷娘妈]|他|她|(?<![方提议草预档答备图教])案|家属院|子女|一[名位]|患者|居民|村民|儿女|两个孩子"
)
_LETTERS = 3  # of a name: of a shorter one a character alone is left where another stands
_LABEL = 8  # characters before a name that may tell that it is the writer's
_HIMSELF = compiled_later(
    r"(?:我|本人|我叫|签[下上了名][“：]?|(?:承诺|检查|汇报|发言|报告|签字|剖析|责任)人[：:\s]*)[，“]?$"
)


def check(facts: Facts) -> Iterator[Finding]:
    if facts.template is None:
        return
    for material in facts.asked:
        yield from _of_a_mate(facts, material)
        if not facts.template.subject.of_one:
            continue
        yield from _of_the_family(facts, material)
        own, signed = writer.of(facts, material), name_lines.signers(facts.text, material.outline)
        said = facts.profile.name.strip()
        others = [name for name in signed if name != said] if said else list(signed[1:])
        for name in others:
            if span := _where(facts, material.outline, name):
                written = span.of(facts.text)
                beside = f"新建材料时填写的姓名是“{said}”" if said else f"另一处署名写“{signed[0]}”"
                yield _finding(span, f"署名写“{written}”，{beside}。")
        if others:
            continue
        seen: set[int] = set()
        for start, match in _SELF.between(facts, material.outline.front_end, material.outline.end) if own.name else ():
            name = match["name"] or match["given"]
            told = not match[0].startswith("我是") or not _WHAT_ONE_IS.search(name)
            if name != own.name and told and not _NO_NAME.search(name[1:]):
                span = Span(*match.span("name" if match["name"] else "given")).shifted(start)
                seen.add(span.start)
                yield _finding(span, f"此处写“{match[0]}”，署名的姓名是“{own.name}”。")
        for span in _mistyped(facts, material.outline, own.name):
            if span.start not in seen:
                yield _finding(span, f"此处写“{span.of(facts.text)}”，署名的姓名是“{own.name}”，字有不同。")


def _of_a_mate(facts: Facts, material: MaterialFacts) -> Iterator[Finding]:
    """Yield who is named once behind his post, where another who differs by a character is named so elsewhere."""
    found = list(_HOLDS.between(facts, material.outline.front_end, material.outline.end))
    names = [match["name"] for _, match in found]
    for index, (start, match) in enumerate(found):
        name = match["name"]
        others = [each for each in names if sum(map(str.__ne__, each, name)) == 1 and each[0] == name[0]]
        if names.count(name) == 1 and others and (len(others) > 1 or names.index(others[0]) < index):
            span = Span(*match.span("name")).shifted(start)
            message = f"此处写“{name}”，另有{len(others)}处写“{others[0]}”，只差一个字。"
            yield RULE.finding(span, message, "请核对是否同一位同志；确是两位同志的可忽略。", severity=Severity.HINT)


def _of_the_family(facts: Facts, material: MaterialFacts) -> Iterator[Finding]:
    """Yield the one place that speaks of a husband where all others speak of a wife, or in the measures of another child."""
    told: dict[str, list[Span]] = {}
    for start, match in _FAMILY.between(facts, material.outline.front_end, material.outline.end):
        span = Span(*match.span()).shifted(start)
        if not _OTHER_FAMILIES.search(sentence_at(facts.text, span.start).of(facts.text).replace(match[0], "")):
            told.setdefault(str(match.lastgroup), []).append(span)
    measures = material.answers(PartKind.MEASURE)
    for one, other in (("wife", "husband"), ("husband", "wife"), ("son", "daughter"), ("daughter", "son")):
        here, there = told.get(one, []), told.get(other, [])
        spouse = one in ("wife", "husband")
        late = here and there and any(here[0].overlaps(each) for each in measures)
        if len(here) == 1 and there and (late or (spouse and (len(there) > 1 or there[0] < here[0]))):
            message = f"此处写“{here[0].of(facts.text)}”，另有{len(there)}处写“{there[0].of(facts.text)}”。"
            yield RULE.finding(here[0], message, "请核对，可改为一致。", severity=Severity.HINT)


def _mistyped(facts: Facts, outline: MaterialOutline, name: str) -> Iterator[Span]:
    """Find the writer's own name with another character in it or two turned round, where he names himself or signs: 「我，…，」 「承诺人　…」."""
    if len(name) != _LETTERS:
        return
    first, second, third = map(re.escape, name)
    near = re.compile(f"{first}(?:{second}[一-龥]|[一-龥]{third}|{third}{second})(?!同志)")
    for match in near.finditer(facts.text, outline.front_end, outline.end):
        before = facts.text[max(0, match.start() - _LABEL) : match.start()]
        if match[0] != name and _HIMSELF.search(before):
            yield Span(*match.span())


def _where(facts: Facts, outline: MaterialOutline, name: str) -> Span | None:
    """Find a name about the title, else where the text is signed."""
    letters = re.compile(r"\s*".join(name))
    above = letters.search(facts.text, outline.start, outline.front_end)
    if above:
        return Span(*above.span())
    last = list(letters.finditer(facts.text, outline.front_end, outline.end))[-1:]
    return Span(*last[0].span()) if last else None


def _finding(span: Span, message: str) -> Finding:
    advice = "请核对；代他人整理的可忽略。"
    return RULE.finding(span, message, advice)


_TEXT = TITLE + "{}\n按照通知要求，{}检查如下。\n" + FIRST_ASPECT + "1.学得浅。\n" + FROM_THE_SECOND_ASPECT
_LIN = Profile("某市住房保障中心", "副主任", "林知远")

RULE = Rule(
    __name__,
    __doc__,
    check,
    Severity.ADVICE,
    Scope.MATERIAL,
    "材料须写本人的事（审核常见意见）",
    (
        Example(_TEXT.format("某市住房保障中心副主任　⟦谷满仓⟧", "我"), with_template=True, profile=_LIN),
        Example(_TEXT.format("某市住房保障中心副主任　林知远\n⟦谷满仓⟧　2026年1月8日", "我"), with_template=True),
        Example(_TEXT.format("某市住房保障中心副主任　林知远\n审核：谷满仓", "我"), with_template=True),
        Example(_TEXT.format("某市住房保障中心副主任　林知远", "本人⟦谷满仓⟧，现任副主任，"), with_template=True),
        Example(
            _TEXT.format(
                "某市住房保障中心副主任　林知远",
                "本人林知远，我是党员，我是时任股长，我是农家子弟，我是全程参加的，本人应认真",
            ),
            with_template=True,
            profile=_LIN,
        ),
        Example(_TEXT.format("某市住房保障中心", "本人谷满仓，"), with_template=True),
        Example(
            _TEXT.format(
                "某市住房保障中心副主任　林知远", "我，⟦林知达⟧，在单上签下“⟦林志远⟧”三个字，我⟦林知原⟧参照要求"
            ),
            with_template=True,
        ),
        Example(
            _TEXT.format("林知远", "由副主任岑立勤牵头，妻子工作忙，")
            + "二、整改措施\n由副主任⟦岑立新⟧牵头，由股长岑大勇负责，⟦丈夫⟧购房一处。\n",
            with_template=True,
            shown=False,
        ),
        Example(
            _TEXT.format("林知远", "由副主任岑立勤牵头，与妻子、儿子谈得少，")
            + "二、整改措施\n由副主任岑立勤牵头，由股长岑大勇负责，一名职工的丈夫来问。\n",
            with_template=True,
            shown=False,
        ),
        Example(
            _TEXT.format(
                "某市住房保障中心副主任　林知远", "我，林知远，同林知达谈过，租户“林志远”来过，我林地去得少，"
            ),
            with_template=True,
            shown=False,
        ),
    ),
)
