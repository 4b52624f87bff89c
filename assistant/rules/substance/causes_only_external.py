"""原因似只写了客观方面

检查什么：原因剖析的某一条里，是否只写了疫情、人手、时间、任务重一类的客观原因，或者说到底归到这类原因上；一条问题里，是否用“因任务繁重”一类的话来解释没有做好。
为什么：剖析不深不透、只讲客观，是审核时常见的意见。
怎么改：客观原因可以提，再从主观上补一句：当时怎么想，哪里放松了。
"""

from collections.abc import Iterator

from assistant.decisions import Stage
from assistant.facts.facts import Facts
from assistant.facts.items import ItemKind, items
from assistant.facts.sought import Sought
from assistant.finding import Finding, Severity
from assistant.language.sentences import CLAUSE, sentence_at
from assistant.language.signs import SHORTCOMING, Sign
from assistant.patterns import compiled_later
from assistant.rules.example_material import FIRST_ASPECT
from assistant.rules.rule import Example, Rule, Scope, in_section
from assistant.structure.outline import Section
from assistant.templates.template import PartKind
from assistant.text import Span

# Causes outside oneself, and those in oneself
_EXTERNAL = Sign(
    "疫情|人手|人员(?:少|不足|紧张|编制)|编制|经费|资金(?:紧张|不足)|时间(?:紧|不够|有限|不足)|任务(?:重|多|繁重)",
    "人手少|支持(?:不够|不力|太少)|工作(?:忙|繁忙|量大|头绪多)|(?:连日|连续|经常|天天|长期)(?:加班|出差)|出差(?:在外|多)|事务(?:多|繁)|条件(?:有限|限制|差)|客观(?:上|原因|条件)|历史(?:原因|遗留)|上级(?:要求|部署)(?:多|急)|点多面广|战线长",
    "没有?时间|没空|工学矛盾|精力有限|会议多|千头万绪|分管[^，。]{0,4}多(?![年次样])|人员[^，。]{0,4}(?:不够|不足)|力量(?:不足|薄弱|有限)|人力(?:不足|有限)",
    "体制不顺|机制不顺(?!畅)|职责交叉|政策不(?:明确|完善|配套)|(?:上级|考核|检查)[^，。；]{0,6}(?:多|频繁|层层加码)|层层加码|底子(?:薄|差)|基础(?:薄弱|差)|年轻(?:同志|干部|人)?(?:多|居多)",
    # Others, means, bodies
    "(?:群众|家长|企业|商户|村民|居民|患者|业主|街道|部门|乡镇|对方)[^，。；]{0,4}不(?:理解|配合|支持)",
    "资金链|资金不到位|经费不足|设备(?:老旧|不足)",
    "机构改革|配合不(?:够|力)|客观(?:难度|困难)|情况复杂|口径不一|拿不出钱|多头管理",
    "(?:上级|省里|市里|县里|区里)[^，。；]{0,4}(?:没有|未)[^，。；]{0,6}(?:出台|明确|下发|政策|细则)",
    "迟迟(?:不|没有|未)(?:拨付|批复|到位|下达)|财力(?:薄弱|有限|紧张)|财政(?:困难|紧张)",
    "刚(?:刚)?(?:合并|组建|划转)|点多面广|人员年轻|队伍年轻",
)
_INTERNAL = Sign(
    "思想|认识|认为|觉得|党性|意识|自己|自身|本人|我|主观|学习|态度|作风|担当|信念|理论|观念|初心|宗旨|纪律|责任|精神|站位",
    "怕|重视|放松|懈怠|侥幸|松懈|畏难|心态|能力|本领|主动|政治|修养|经验主义|惯性|满足|要求不严|抓得不|管得不|根子|班子",
    "习惯|功夫|应付|敷衍|麻木|将就|面子|得罪|顾虑|私心|惰|劲头|图省|图安|宽了|没有(?:把|下|想|去|往|真|养)|不愿|不肯|不想",
    "政绩观|权力观|事业观|群众观|偏差|往后放|借口|理由|推[给诿脱托]|扯皮|回避|归咎|归因|自觉|自我|标准|统筹|关系|重[^，。]{1,6}轻|代替|以干代学|淡[薄化]|减弱|降低|两张皮|走形式|走过场|打折|躲|结合|关心",
    "不(?:够|足|力|强|严|深|实|细|牢|高|到位|充分|扎实|系统|全面|坚决|彻底|经常|及时)|缺乏|缺少|欠缺",
)
# What follows from a cause outside
_FORCED = compiled_later("难以|无法|不得不|只能|来不及|顾不上|顾此失彼|时间少|挤占|[抽腾挤]不出")
# What is no cause in oneself beside a cause outside.
_WEAK = compiled_later(
    "学习|理论|政治|精神|纪律|责任|作风|能力|本领|功夫|自己|自身|本人|我|班子|关系|不(?:[够足力]|到位)|缺乏|缺少|欠缺"
)

# Granted, and what is in oneself is told beside it
_CONCEDED = compiled_later(
    "但|却|然而|实情|不假|固然|即使|即便|再|不能|不是理由|我|自己|本人|根子|归根|主要|没有(?:想|主动|去|把)|怕|图|推"
)

# What is said to lie at the root: 「归根到底还是编制少」.
_ROOT = compiled_later(
    "说到底|归根(?:到底|结底|究底)|根子(?:上|还是|在)|追根溯源|究其原因|主要(?:还)?(?:是|在于|因为)|关键(?:还)?(?:是|在于)|根本(?:上|原因)|症结"
)
# What introduces an excuse, and what tells that the writer sees through it
_BECAUSE = Sought(
    ("因", "由于", "限于", "囿于", "碍于"),
    "(?<![原起何])因(?!此|而|素|地|人|事|时|势|果|循|材|企)为?|由于|(?:受|局)限于|囿于|碍于",
)
_LATE = compiled_later("才|再三|一[拖推]")
_SEEN_THROUGH = compiled_later(
    "借口|理由|为由|托词|客观|其实|实际上|并非|不是|虽|尽管|而放松|就放松|强调|推[脱托]|原谅|开脱|总|认为|觉得|以为"
)

# Pleaded first below the heading of a cause, with weight on it, and what lacks follows from it: 「人手又严重不足，回访就少」
_PLEADED = Sought(
    ("不足", "不够", "紧张", "短缺", "紧缺", "有限", "繁重", "过重", "太重", "太多", "太大"),
    "(?:人手|人员|力量|编制|经费|资金|时间|精力|警力|师资)(?:又|也|都|还|本来就|长期|一直|实在)*(?:严重|十分|非常|太|很|极其|极度|明显|过于)(?:不足|不够|紧张|短缺|紧缺|有限)"
    "|(?:任务|工作量?|事务|工单|案件|报表)(?:又|也|都|还|本来就|长期|一直|实在)*(?:十分|非常|极其|异常)?(?:繁重|过重|太重|太多|太大)(?=[、，])",
)


def check(facts: Facts) -> Iterator[Finding]:
    for material in facts.materials:
        problems = material.of_kind(PartKind.PROBLEMS)
        hosts = problems.answer.sections if problems else ()
        for fact in material.written(PartKind.CAUSE):
            sections = [section for section in fact.answer.sections if section not in hosts]
            causes = [item for section in sections for item in section.children or (section,)]
            outside = [
                item for item in causes if facts.shows(_EXTERNAL, item) and not facts.of_section(_names_oneself, item)
            ]
            for item in outside:
                yield _finding(facts, item, RULE.severity if len(outside) == len(causes) else Severity.HINT)
            for item in (each for each in causes if each not in outside):
                yield from in_section(facts, _below, item)
        for problem in items(facts, material):
            if problem.kind is ItemKind.PROBLEM:
                yield from in_section(facts, _excused, problem.section)


def _excused(facts: Facts, problem: Section) -> Iterator[Finding]:
    """Tell of a problem that is put down to a cause outside in the sentence that tells it: 「因任务繁重，第三天才报告」."""
    for begin, because in _BECAUSE.between(facts, problem.start, problem.end):
        sentence = sentence_at(facts.text, begin + because.start())
        stretch = Span(begin + because.end(), min(sentence.end, problem.end))
        clause = CLAUSE.match(facts.text, *stretch)
        sign = clause and next(facts.signs(_EXTERNAL, *clause.span()), None)
        if clause is None or sign is None:
            continue
        fails = _LATE.search(facts.text, clause.end(), stretch.end) or facts.are_there(
            SHORTCOMING, clause.end(), stretch.end
        )
        seen = fails and (_SEEN_THROUGH.search(sentence.of(facts.text)) or _is_inner(facts, *stretch))
        if fails and not seen and not facts.in_case(sign.start):
            yield _finding(facts, problem, Severity.HINT, sign, sentence)
            return


def _names_oneself(facts: Facts, item: Section) -> bool:
    return _is_inner(facts, item.start + len(item.number), item.end)


def _is_inner(facts: Facts, start: int, end: int) -> bool:
    """Tell whether a clause seeks the cause in oneself; 「没有时间学习」 does not, for all that it speaks of learning."""
    for clause in CLAUSE.finditer(facts.text, start, end):
        found = [span.of(facts.text) for span in facts.signs(_INTERNAL, *clause.span())]
        forced = found and (_FORCED.search(clause[0]) or facts.are_there(_EXTERNAL, *clause.span()))
        if any(not (forced and _WEAK.fullmatch(word)) for word in found):
            return True
    return False


def _below(facts: Facts, item: Section) -> Iterator[Finding]:
    """Tell where only the heading names oneself, or where what is said to be the root lies outside."""
    pleaded = _pleaded(facts, item)
    if pleaded:
        yield _finding(facts, item, Severity.HINT, pleaded, sentence_at(facts.text, pleaded.start))
        return
    signs = list(facts.signs(_EXTERNAL, item.heading_end, item.end))
    if not signs:
        return
    if not item.children and not _is_inner(facts, item.heading_end, item.end):
        yield _finding(facts, item, Severity.HINT, signs[0])
        return
    for sign in signs:
        sentence = sentence_at(facts.text, sign.start)
        if _FORCED.search(sentence.of(facts.text)) and not _is_inner(
            facts, max(sentence.start, item.heading_end), min(sentence.end, item.end)
        ):
            yield _finding(facts, item, Severity.HINT, sign, sentence)
            return
        root = _ROOT.search(facts.text, max(sentence.start, item.heading_end), sign.start)
        if root and not _is_inner(
            facts, root.end(), _clause_after(facts.text, root.end(), min(sentence.end, item.end))
        ):
            yield _finding(facts, item, Severity.HINT, sign)
            return


def _pleaded(facts: Facts, item: Section) -> Span | None:
    """Find the cause outside that is pleaded in the first clause below a heading, where the writer does not see through it."""
    first = CLAUSE.search(facts.text, item.heading_end, item.end)
    for begin, match in _PLEADED.between(facts, *first.span()) if first and not item.children else ():
        sentence = sentence_at(facts.text, begin + match.start())
        said = facts.text[first.start() if first else 0 : sentence.end]
        fails = facts.are_there(SHORTCOMING, begin + match.end(), min(sentence.end, item.end))
        if fails and not _SEEN_THROUGH.search(said) and not _CONCEDED.search(said):
            return Span(*match.span()).shifted(begin)
    return None


def _clause_after(text: str, start: int, end: int) -> int:
    """Give where the clause ends after the one that a place stands in: as far as 「主要是」 reaches."""
    clauses = [clause.end() for clause in CLAUSE.finditer(text, start, end)]
    return clauses[min(1, len(clauses) - 1)] if clauses else end


def _finding(
    facts: Facts, item: Section, severity: Severity, sign: Span | None = None, sentence: Span | None = None
) -> Finding:
    named = (sign or next(facts.signs(_EXTERNAL, item.start, item.end))).of(facts.text)
    return RULE.finding(
        sentence or Span(item.start, item.heading_end),
        f"这一{'句' if sentence else '条'}讲的是“{named}”一类的客观原因，暂未见到自身的原因。",
        "客观原因可以提，审核更看重主观原因。可再从主观上补一句：当时怎么想，哪里放松了。",
        severity=severity,
    )


_PROBLEMS = FIRST_ASPECT + "学习有时让位于事务。\n（二）带头担当作为方面\n怕得罪人。\n"
_EXCUSED, _AFTER = _PROBLEMS.split("学习有时让位于事务。\n")
_AFTER += "二、原因剖析\n放松了学习。\n"
_END = "三、整改措施\n每月自学两次。\n"

RULE = Rule(
    __name__,
    __doc__,
    check,
    Severity.ADVICE,
    Scope.MATERIAL,
    "2013年党的群众路线教育实践活动专题民主生活会通知关于审阅材料的要求；多地审核意见（见于两处以上公开材料）",
    (
        Example(
            f"{_PROBLEMS}二、原因剖析\n⟦（一）事多人少⟧。全科只有三名同志，任务重、人手紧，常常顾此失彼。\n"
            f"（二）标准有所降低。总觉得过得去就行，遇到难处先找退路。\n{_END}",
            with_template=True,
        ),
        Example(
            f"{_PROBLEMS}二、原因剖析\n⟦（一）学习时间少⟧。分管工作多、精力有限，难以静下心来学习。\n"
            f"⟦（二）机制不顺⟧。职责交叉，执法力量不足，没有时间抓队伍。\n{_END}",
            with_template=True,
        ),
        Example(
            f"{_PROBLEMS}二、原因剖析\n（一）学习少。任务重，学习抓得少。\n（二）会议多只是借口。时间少，是没有统筹好。\n{_END}",
            with_template=True,
        ),
        Example(
            f"{_PROBLEMS}二、原因剖析\n（一）事多人少只是表面。任务重是实情，根子上还是自己分不清轻重，把学习当成软任务。\n{_END}",
            with_template=True,
        ),
        Example(
            f"{_PROBLEMS}二、原因剖析\n⟦（一）担当精神有欠缺⟧。机构刚合并，编制少、家长不理解，街道也不配合。\n"
            f"⟦（二）学习抓得不紧⟧。总想着先忙业务，归根到底是上级考核层层加码，经费又紧张。\n{_END}",
            with_template=True,
        ),
        Example(
            f"{_PROBLEMS}二、原因剖析\n（一）担当精神有欠缺。编制少、经费紧张是实情，主要还是怕得罪人。\n{_END}",
            with_template=True,
        ),
        Example(
            f"{_PROBLEMS}二、原因剖析\n（一）学习抓得不紧。⟦执法力量长期严重不足、工单太多，对群众的难处体会不深，把投诉当成负担。⟧\n"
            f"（二）标准有所降低。人手严重不足是实情，但自己没有想办法。\n（三）作风不实。总拿人手严重不足当理由，回访就少了。\n{_END}",
            with_template=True,
        ),
        Example(
            f"{_EXCUSED}1.报告不及时。⟦因连日加班、任务繁重，隔了两天才口头汇报。⟧\n2.走访少。以任务重为由，全年只去了两次。"
            f"由于人手紧，自己想着能省就省，没有去。\n{_AFTER}{_END}",
            with_template=True,
        ),
    ),
    Stage.REVIEW,
)
