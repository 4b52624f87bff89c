"""“我局”“我校”等自称似与本单位不一致

检查什么：“我局”“我镇”“我校”“我公司”“对本院”这样的自称，与标题、署名里的单位是否相符、前后是否一致。
为什么：自称与本单位不一致，审核时容易引起疑问。
怎么改：改成本单位的自称；写的是原工作单位的，可写明单位名称。
"""

from collections import Counter
from collections.abc import Iterator

from assistant.decisions import Profile
from assistant.facts.facts import Facts
from assistant.facts.material_facts import MaterialFacts
from assistant.finding import Finding, Severity
from assistant.language import units
from assistant.patterns import compiled_later
from assistant.rules.rule import Example, Rule, Scope
from assistant.text import Span

_SELF = compiled_later(
    "(?<=[，。；：][对在向让给把])本(?=[局院校镇乡]|公司)(?:局(?![限部面促势])|院|校(?!区)|镇|乡(?![土村])|公司)"
    "|我(?<![自“‘]我)们?(?:局(?![限部面促势])|镇(?![定静住压])|乡(?![下村亲])|校(?![正对验准])|院(?![子落])|公司|集团|厅(?!堂)|街道|厂|村|社区|馆|医院|支队|大队)"
)
_SPEAKS_AS = compiled_later(
    "(?:作为|我是)(?!一|从|在|来自)[^，。；]{2,16}?(?:党组|党委|支部|班子|书记|[局镇乡院校厅]长|主任|经理|负责人|成员)"
    "|(?<=[，。；])(?!按|根据|在|对|经|由|受)[^，。；：“”《》]{0,16}(?:党组|党委|党工委|领导)班子"
)


def check(facts: Facts) -> Iterator[Finding]:
    for material in facts.materials:
        found = list(_selves(facts, material))
        unit = facts.profile.unit.strip()
        named, own = units.own_names(unit or _head(facts, material)) if found else ("", frozenset())
        if own:
            place = f"本单位是{unit}" if unit else f"标题、署名或前言里写的是“{named}”"
            for name, span in found:
                if name not in own:
                    yield _finding(span, f"{place}，此处写“{span.of(facts.text)}”。", Severity.ADVICE)
        elif found and not unit:
            usual, count = Counter(name for name, _ in found).most_common(1)[0]
            for name, span in found:
                if name != usual and {name, usual} not in ({"校", "院"}, {"公司", "集团"}, {"公司", "厂"}):
                    yield _finding(span, f"此处写“{span.of(facts.text)}”，其他{count}处写“我{usual}”。", Severity.HINT)


def _selves(facts: Facts, material: MaterialFacts) -> Iterator[tuple[str, Span]]:
    """Yield what the writer calls his unit, but not where he gives the words of others."""
    for match in _SELF.finditer(facts.text, material.outline.start, material.outline.end):
        if not facts.is_quoted(match.start()):
            yield match[0].removeprefix("本").removeprefix("我").removeprefix("们"), Span(*match.span())


def _head(facts: Facts, material: MaterialFacts) -> str:
    """Give what names the writer's unit: title, name lines, and as whom he speaks in the preface."""
    outline = material.outline
    preface = outline.preface_span.of(facts.text)
    return "\n".join((outline.title or "", outline.byline_span.of(facts.text), *_SPEAKS_AS.findall(preface)))


def _finding(span: Span, message: str, severity: Severity) -> Finding:
    advice = "请核对自称与本单位是否一致；写的是原工作单位的可忽略。"
    return RULE.finding(span, message, advice, severity=severity)


RULE = Rule(
    __name__,
    __doc__,
    check,
    Severity.ADVICE,
    Scope.MATERIAL,
    "材料须写本单位、本人的事（审核常见意见）",
    (
        Example("今年我局办结12件。⟦我镇⟧的租金没有收齐，我市推进得快。", profile=Profile("某市住房保障局")),
        Example("今年我校开了12次会。⟦我局⟧还有3件没有办。我校已经整改。"),
        Example(
            "我局办结12件，对别人抓得紧，对⟦本院⟧却放松，指导各校对本校、本院自查。",
            profile=Profile("某市住房保障局"),
            shown=False,
        ),
        Example("我局办结12件，“我校的学生”是家长的话，我院子里的事，我市都在推。", profile=Profile("某市住房保障局")),
        Example("我们局办结12件，⟦我们镇⟧的租金没有收齐。", profile=Profile("某市住房保障局")),
        Example("我校、我院都抓得不紧。我局限于听汇报，我镇定下来。", profile=Profile("某大学")),
        *(
            Example(f"{head}\n一、存在的问题\n我市、我县进步快，{said}抓得慢。\n")
            for head, said in (
                ("某市水务局党组班子对照检查材料", "⟦我镇⟧、我局"),
                ("对照检查材料\n机械学院院长  张三", "⟦我公司⟧、⟦我局⟧、我校、我院"),
                ("对照检查材料\n为开好民主生活会，镇党委班子认真准备。", "⟦我局⟧、我镇"),
                ("对照检查材料\n某县图书馆党支部  张三", "⟦我乡⟧、我局、有人说“请我镇帮忙”，"),
                ("对照检查材料\n某某派出所副所长  张三", "我镇、我局"),
            )
        ),
    ),
)
