"""标题似漏了字

检查什么：各条问题、各条原因的标题大多写明差在哪里（如“学用转化不够”），是否有一条只剩名词、没有说完（如“政治敏锐性”），或者说的是好的一面、似漏了“不”（如“理论学习系统”）。
为什么：改稿删字时容易漏字；审核先看标题，标题漏字，这一条说的是什么就看不出了。
怎么改：补上漏掉的字；本意如此的可忽略。
"""

from collections.abc import Iterator, Sequence

from assistant.facts.facts import Facts
from assistant.facts.items import Item, ItemKind, items
from assistant.finding import Finding, Severity
from assistant.language.punctuation import quoted
from assistant.language.signs import SHORTCOMING
from assistant.patterns import compiled_later
from assistant.rules.rule import Example, Rule, Scope
from assistant.text import Span

_LEAST = 4  # headings from which it is seen how they are worded
_MOST = 2 / 3  # of the others say what lacks
# A clause of a heading: a noun, and no verb before it that would say what of it
_NOUN = compiled_later(
    "(?!(?:带头|提[高升]|[强深]化|增强|坚[定持]|严[守明]|加强|锤炼|筑牢|弘扬|扛起|树[牢立]|改进|夯实|遵守|保持|发扬|激发|维护|做到|永葆))"
    "(?!.*(?:[有是变图讲求靠凭把被让给淡降减退滑散乱断误]|(?<!担)当|存在|存有|留于|放在)).{0,22}"
    "(?:性|感|观|力|精神|意识|劲头?|本领|感情|情怀|观念|信念|思维|作风|水平|纪律|责任|生活|学习|武装|锻炼|锤炼|修养|教育|监督|管理|建设"
    "|执行|落实|传导|结合|转化|要求|制度|认识|理解|掌握|意志|自觉|担当|服务|提醒|谈话|攻坚|防控)"
)
# What the first of two clauses may name: of what else it names the second may tell (「对基层的服务，想得少」)
_STATE = compiled_later("(?![对在从于就]).*(?:意识|观念|精神|劲头|韧劲|本领|情怀|感情|信念|作风|[性力])")
# What is good of it: the same words stand behind 不 in the headings beside it
_GOOD = compiled_later(
    "(?!.*(?:过[于分严紧细实高]|[太偏虚]|顾虑|隔阂|成见|[惯惰]|误区|私心|依赖|侥幸|成本)).{2,24}?(?<![不没未])"
    "(?:够.{0,4}|(?<![随盲主片被动利].)(?:性|意识|本领|能力|观念|精神|责任心|进取心|执行力|眼力)强|(?:办法|思考|措施|点子)多"
    "|推进快|(?:质量|站位|标准|效率|自觉性|主动性|积极性|敏锐性|警惕性|参与度)高|[严紧实深牢细透准硬足齐匀]|到底|成效理想"
    "|系统|严肃|耐心|规范|用心|精准|到位|彻底|均[衡匀]|经常|透彻|严谨|紧密|及时|敏锐|精细|坦诚|主动|深入|较真|深刻|扎实"
    "|充分|有力|自觉|坚定|清醒|严格|全面|牢固|健全|明确|清晰|融洽|过硬|细致)"
)


def check(facts: Facts) -> Iterator[Finding]:
    for material in facts.asked:
        found = items(facts, material)
        for kind in (ItemKind.PROBLEM, ItemKind.CAUSE):
            yield from _among(facts, [item for item in found if item.kind is kind])


def _among(facts: Facts, some: Sequence[Item]) -> Iterator[Finding]:
    lacking = [facts.are_there(SHORTCOMING, *item.heading_span) for item in some]
    if len(some) < _LEAST:
        return
    for item, lacks in zip(some, lacking, strict=True):
        if sum(lacking) - lacks < _MOST * (len(some) - 1):
            continue
        heading = item.section.heading.strip("。；：*")
        cut = _cut(heading)
        if cut:
            yield _finding(facts, item, cut, "似没有说完", "后面似漏了怎样，如“不强”“不够”")
        elif not (lacks and _lacks(heading)) and _GOOD.fullmatch(heading):
            yield _finding(facts, item, heading, "说的似是好的一面", "似漏了“不”；确是写做得好的，宜改写为差在哪里")


def _cut(heading: str) -> str:
    """Give the clause of a heading that names something and says nothing of it; "" for none."""
    clauses = heading.split("，")
    asked = clauses[-1:]
    if len(clauses) == 2 and _STATE.fullmatch(clauses[0]):
        asked += clauses[:1]
    return next((each for each in asked if _NOUN.fullmatch(each) and not _lacks(each)), "")


def _lacks(words: str) -> bool:
    """Tell whether words say what lacks: not by what they speak of alone, as in 「对群众反映的问题答复及时」."""
    return SHORTCOMING.pattern.search(words.replace("问题", "")) is not None


def _finding(facts: Facts, item: Item, words: str, seen: str, asked: str) -> Finding:
    start = facts.text.rfind(words, item.section.start, item.section.heading_end)
    return RULE.finding(
        Span(start, start + len(words)),
        f"其他各条的标题写了差在哪里，{quoted(words)}{seen}。",
        f"请核对有无漏字：{asked}；本意如此的可忽略。",
    )


_HEAD = "一、存在的突出问题\n（一）带头强化政治忠诚方面\n1.学用转化不够。学了就放下。\n2.请示报告不及时。拖了三天。\n"
_REST = "4.联系群众不紧密。去得少。\n二、原因剖析\n放松了学习。\n三、整改措施\n每月自学两次。\n"

RULE = Rule(
    __name__,
    __doc__,
    check,
    Severity.HINT,
    Scope.MATERIAL,
    "文字通顺（审核经验，供参考）",
    (
        Example(f"{_HEAD}3.⟦政治敏锐性⟧。苗头没有看出来。\n{_REST}", with_template=True),
        Example(f"{_HEAD}3.⟦理论学习系统⟧。学得零散，没有读完。\n{_REST}", with_template=True),
        Example(f"{_HEAD}3.担当不足，⟦攻坚克难的劲头⟧。难事放着没有办。\n{_REST}", with_template=True, shown=False),
        Example(f"{_HEAD}3.⟦群众观念⟧，为民情怀不深。三年没有住过村。\n{_REST}", with_template=True, shown=False),
        Example(f"{_HEAD}3.对基层的服务，想得少。三年没有住过村。\n{_REST}", with_template=True, shown=False),
        Example(f"{_HEAD}3.政治敏锐性不强。苗头没有看出来。\n{_REST}", with_template=True),
        Example(f"{_HEAD}3.遇事有畏难情绪。难事放着没有办。\n{_REST}", with_template=True),
        *(
            Example(f"{_HEAD}3.{heading}。事情拖了半年，没有办好。\n{_REST}", with_template=True, shown=False)
            for heading in (
                *(
                    "⟦服务群众够耐心⟧",
                    "⟦对基层苗头问题体察深⟧",
                    "⟦创新意识强⟧",
                    "⟦财务审核严⟧",
                    "⟦党性锻炼⟧",
                    "⟦对下属的监督⟧",
                ),
                *("老办法用得多", "办事随意性强", "顾虑深", "对下属管得过严", "考核指标看得重", "破难题有畏难情绪"),
                *("责任传导层层递减", "窗口答复生硬", "学习存在实用主义", "批评碍于情面", "做事图省力"),
            )
        ),
    ),
)
