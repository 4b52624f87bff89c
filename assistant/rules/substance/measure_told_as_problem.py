"""措施写成了问题

检查什么：整改措施的一条里，是否只写哪里做得不够，没有写今后怎么做；是否夹有“之所以这样，主要是……”“总以为……”“根子在于怕得罪人”一类只讲原因、不足而没有做法的一句（没有这些词语而整句的用词同问题、原因一样的也算；各条措施都用口语写的除外）。
为什么：会后要照措施列清单；只说不足、只讲原因，看不出要做什么。
怎么改：写明做什么、什么时候做到；不足、原因已在前面写过的，这里不必再写。
"""

from collections.abc import Iterator, Sequence

from assistant.decisions import Stage
from assistant.facts.facts import Facts
from assistant.facts.items import Item, ItemKind, items, measures_of
from assistant.facts.paragraph_facts import ParagraphFacts
from assistant.facts.sought import Sought
from assistant.finding import Finding, Severity
from assistant.language import statement_kinds
from assistant.language.punctuation import quoted
from assistant.language.quotations import is_quoted
from assistant.language.sentences import CLAUSE, STATEMENT
from assistant.patterns import compiled_later
from assistant.rules.example_material import UP_TO_MEASURES
from assistant.rules.rule import Example, Rule, Scope
from assistant.structure.outline import Section
from assistant.text import Span

_LACKING = compiled_later(
    "(?:不(?:够|足|强|深|严|实|高|牢|细|紧|到位|扎实|深入|及时|主动|经常|彻底|明显|系统|全面|规范)[一-鿿]{0,2}|有(?:所|一定)?(?:差距|欠缺|不足|偏差|减弱|淡化|弱化|松懈|退步|减退)|薄弱|欠缺|淡化|弱化|流于形式|走过场|打折扣|滞后|偏少|得少|得松|得慢|得浅)$"
)
_AGAINST = compiled_later("^(?:针对|解决|对照|围绕|关于|克服|整改|防止|纠正|改变)|问题$|方面$")
_TO_DO = compiled_later(
    "要|将|应当|必须|加强|强化|提高|提升|增强|深化|改进|坚持|严格|抓好|落实|履行|做到|制定|建立|健全|完善|开展|推动|推进|杜绝|确保|不再|今后|每|下一步|请|一律|前(?!例|任|后)|当[天日周月]|会后|之内|年内"
)
# Why it came so, as the causes tell it
_CAUSE = Sought(
    (
        *("之所以", "原因", "根源", "归根", "究其", "说到底", "没有想到"),
        *(f"主要是{who}" for who in ("因为", "由于", "我", "自己", "班子")),
        *(often + thought for often in ("总", "一直", "往往") for thought in ("以为", "觉得")),
        *(
            sense + little
            for sense in ("认识", "重视")
            for little in ("还", "有所", "程度", "不够", "不足", "不深", "不到位")
        ),
    ),
    "(?:^|(?<=[。；\n）)]))(?P<said>[^。；\n]*?(?:之所以[^，。；]{2,24}，|(?:主要|根本|深层次?|思想)的?(?:原因|根源)(?:主要)?[是在]|归根(?:到底|结底)|究其(?:原因|根源)|说到底"
    "|主要是(?:因为|由于|我|自己|班子)(?!带头|牵头|负责)|(?:^|(?<=[，。；]))(?:我|自己|班子)?(?:总|一直|往往)(?:以为|觉得)|没有想到|(?:认识|重视)(?:还|有所|程度)?(?:不够|不足|不深|不到位)(?=[，。；\n]|$))[^。；\n]*)",
)
# What is done about it: 「克服总以为……的想法」, 「写明原因是什么」
_ABOUT_IT = compiled_later(
    "针对|克服|破除|防止|纠正|不再|杜绝|摒弃|改变|避免|转变|扭转|深挖|剖析|分析|查[找明清]|写[明清]|说[明清]|讲[明清]|弄清|反思|追究|检讨|解决|“"
)

# What lacked and what was thought, as problems and causes tell it
_FAULT = compiled_later(
    "根子|症结|说明(?:我|自己|班子)|反映出|暴露出|归结|归根|源于|作怪|作祟|失之于|(?<!担)当[成作](?!事业)|总(?:认为|觉得|想)|放松|满足于|心存|抱着|怕(?!事)|习惯|看得[轻重太]"
    "|(?<!知)不(?:够|足|强|深|实|牢|敢|愿|到位|经常|及时|主动)|淡化|弱化|[淡弱]了|缺乏|缺少|没有|过去|以往|长期|当时|以前|顾虑|省事|存在|差距|欠缺|侥幸|忽视|忽略|轻视|松懈|懈怠|以为|得[少松慢浅轻]|认为|想着|偏差|严重(?=，|$)|拉不下|抹不开|碍于|重[^，、轻]{1,4}、?轻|退坡|减退|占了?上风"
)
# A statement with any of these says what is to be done, or what it is against.
_ANY_DEED = compiled_later(
    "(?<![主重首需只摘紧])要(?![求么害点是])|将(?!就|军)|应当|必须|务必|每(?:一?[周月季年天日次半个学]|名|人)|[0-9]月|月底|年底|年内|不再|一律|逐|杜绝|确保|不少于|不低于|至少|定期|今后|下一步|(?:^|，)往后|当[天日周月面]|靶子"
    "|(?:没有?|未|不)[^，。；]{1,12}的[0-9]|(?:[上下]半年|[一二三四]季度)[^，。；]{1,8}[0-9]|不留|严禁|不得|写明|[0-9一二三两](?:日|小时|分钟|天|个?工作日)内|提前|(?:没有|不)[^，。；]{1,8}的?(?:不|一律|由|退|就|可以)|(?:没有|未|不)[^，。；]{1,10}的(?=，)|(?:^|，)(?:对|把)?(?:没有|未|不|怕|存在|放松|缺|落实不)[^，。；]{1,12}的[^，。；]{0,3}(?:人|同志|单位|部门|干部|党员|孩子|学生|户|企业|商户|事|问题|项目|件|村|社区|站所|科室|支部|环节|地方)|还没有|尚未|未(?:完成|办结)"
    "|针对|克服|破除|防止|纠正|改变|摒弃|扭转|转变|力戒|消除|解决|根治|整改|不搞|不怕|反思|剖析|查|避免|正视|补|改|问题$|方面$|“"
)
_TO_BE_DONE = compiled_later(
    "(?:[（(]?[一二三四五六七八九十0-9]+[）)、.．是])?[ 　]*(?:我|自己|班子|本人|党组|支部)?(?:加强|强化|提高|提升|增强|深化|改进|坚持|严格|抓[好紧实住]|狠抓|落实|履行|做[好到实细]|制定|建立|健全|完善|开展|推动|推进|请|推行|实行|树|筑|压实|扛|守|敢于|勇于|善于"
    "|带头|主动|自觉|持续|切实|深入|认真|进一步|凡|对照|列|修订|牢记|保持|公开|接受|组织|参加|召开|走[进到访]|直面|正确|争取|力争|用好|围绕|聚焦|先|再|多(?!是|数|年)|少(?!数)|由|让|把[^，]*(?:起来|作为|列入|纳入|放在首|挺在|讲)|学[习深懂好]|读|听取)"
)

_FEWEST = 6  # statements by which it is seen how a text words its measures
_USUAL = 0.6  # of them tell when, how often or by whom something is to be done


def check(facts: Facts) -> Iterator[Finding]:
    for material in facts.asked:
        every = items(facts, material)
        told: list[Span] = []
        for item in every:
            section = item.section
            if (
                item.kind is ItemKind.MEASURE
                and (said := STATEMENT.search(section.heading + "。"))  # of a number and a stop alone nothing is said
                and _LACKING.search(said[0])
                and not _AGAINST.search(section.heading)
                and not _TO_DO.search(facts.text, section.heading_end, section.end)
            ):
                told.append(item.span)
                yield RULE.finding(
                    item.heading_span,
                    f"{quoted(section.heading)}写在措施里，所写似为不足，暂未见到今后怎么做。",
                    "会后要照措施列清单。可写明做什么、什么时候做到；不足已在问题部分写过的不必再写。",
                )
            elif item.kind is ItemKind.MEASURE:
                for finding in _causes(facts, section):
                    told.append(item.span)
                    yield finding
        odd = _odd_one(facts, measures_of(every))
        year = facts.year(material)
        if odd and year and f"{year + 1}年" in odd.of(facts.text):
            continue  # what the year to come brings is to be done
        if odd and not any(span.overlaps(odd) for span in told):
            yield _finding(odd)


def _odd_one(facts: Facts, measures: Sequence[Item]) -> Span | None:
    """Find the measure that by all its words is a problem or a cause, where all others are worded as measures are.

    Who tells his measures as he tells the rest, in plain talk, has several such; of these nothing is said.
    """
    deeds: list[bool] = []
    odd: list[tuple[Item, Span]] = []
    for item in measures:
        section = item.section
        start = section.heading_end if facts.text[section.heading_end : section.end].strip("。；\n ") else section.start
        for begin, paragraph in facts.paragraphs_from(section.start, section.end):
            for place, deed, fault in paragraph.kept(_worded):
                span = place.shifted(begin)
                if start <= span.end and span.start < section.end and span.end <= section.end and span.start >= start:
                    deeds.append(deed)
                    if fault:
                        odd.append((item, span))
    if not odd or len({item.start for item, _ in odd}) > 1 or len(deeds) < _FEWEST:
        return None
    return odd[0][1] if sum(deeds) >= _USUAL * len(deeds) else None


def _worded(paragraph: ParagraphFacts) -> tuple[tuple[Span, bool, bool], ...]:
    """Give the statements of a paragraph, whether each tells a deed, and whether it is worded as a fault."""
    return tuple(
        [
            (
                Span(*match.span()),
                statement_kinds.tells_deed(match[0]),
                statement_kinds.is_worded_as_fault(match[0]) and not is_quoted(paragraph.text, match.start()),
            )
            for match in STATEMENT.finditer(paragraph.text)
        ]
    )


def _causes(facts: Facts, section: Section) -> Iterator[Finding]:
    """Yield the first statement of a measure that tells why it came so, or what lacked, and nothing of what is done about it."""
    for begin, match in _CAUSE.between(facts, section.start, section.end):
        if not _ABOUT_IT.search(match["said"]):
            yield _finding(Span(*match.span("said")).shifted(begin))
            return
    for begin, paragraph in facts.paragraphs_from(section.start, section.end):
        for span in paragraph.kept(_faults):
            if section.heading_end <= begin + span.start and begin + span.end <= section.end:
                yield _finding(span.shifted(begin))
                return


def _faults(paragraph: ParagraphFacts) -> tuple[Span, ...]:
    """Give the statements of a paragraph that tell what lacked, and nothing that is to be done."""
    statements = (match for match in STATEMENT.finditer(paragraph.text) if _FAULT.search(match[0]))
    return tuple([Span(*match.span()) for match in statements if not _tells_deeds(match[0])])


def _tells_deeds(statement: str) -> bool:
    if _ANY_DEED.search(statement):
        return True
    clauses = (match[0] for match in CLAUSE.finditer(statement))
    return any(_TO_BE_DONE.match(clause) and not _FAULT.search(clause) for clause in clauses)


def _finding(span: Span) -> Finding:
    return RULE.finding(
        span,
        "这一句似在讲原因或不足，写在了措施里。",
        "会后要照措施列清单。这里可写做什么、什么时候做到；原因可移到原因剖析部分，不足写在问题部分。",
    )


_BEFORE = f"{UP_TO_MEASURES}（一）保证学习时间。每周自学两次。\n"

RULE = Rule(
    __name__,
    __doc__,
    check,
    Severity.HINT,
    Scope.MATERIAL,
    "会后列整改清单的需要（往年通行做法，请以本单位通知为准）",
    (
        Example(f"{_BEFORE}⟦（二）程序意识不强⟧。采购有时先供货后上会，合同把关松。\n", with_template=True),
        Example(
            f"{_BEFORE}（二）针对程序意识不强的问题。采购先上会。\n（三）担当精神不足。每季度啃下一件难事。\n（四）作风不实。要多到现场。\n",
            with_template=True,
        ),
        Example(
            f"{_BEFORE}（二）管好采购。采购先上会；⟦之所以先供货，主要是我对程序看得轻⟧。\n（三）守时。⟦总以为晚一天不要紧，没有想到误了事⟧。\n"
            "（四）走下去。克服总以为听汇报就够的想法，每月到村两次；没有办成的写明主要原因是什么。\n",
            with_template=True,
        ),
        Example(
            f"{_BEFORE}（二）管好采购。采购先上会；⟦过去对下属站所失之于宽，根子在于怕得罪人⟧。\n（三）守时。当天的件当天办，没有办完的写明缘由。没有清完的9处，上半年清5处、下半年清4处。克服怕麻烦的念头。\n"
            "（四）走下去。每月到村两次。⟦把下村当成任务，满足于看一看、转一转⟧。\n",
            with_template=True,
        ),
        Example(
            f"{_BEFORE}（二）管好采购。3万元以上的采购一律先上会，每季度公示1次。\n（三）守时。当天的件当天办结，每月通报1次。\n"
            "（四）走下去。每月到村不少于2次，听到的事7天内回复。\n（五）带好队伍。每半年同股长各谈心1次；⟦有4户搬迁户反映水压低，我拖到9月才上门⟧。\n（六）办成难事。6月底前修好3座桥，由我每周调度1次。\n",
            with_template=True,
            shown=False,
        ),
        Example(
            f"{_BEFORE}1.管好采购。3万元以上的采购一律先上会，每季度公示1次。\n2.守时。当天的件当天办结，每月通报1次。\n"
            "3.走下去。每月到村不少于2次，听到的事7天内回复。\n⟦4.对双休日值班不够重视，老同志的架子重、一般党员的身份轻⟧。\n5.办成难事。6月底前修好3座桥，由我每周调度1次。\n",
            with_template=True,
            shown=False,
        ),
        Example(
            f"{_BEFORE}（二）管好采购。3万元以上的采购一律先上会，每季度公示1次。\n（三）守时。有4户反映等得久，我拖到9月才上门。当天的件当天办结，每月通报1次。\n"
            "（四）走下去。每月到村不少于2次，听到的事7天内回复。发现群里的不实信息，2小时内说明。有关议题会前同分管的同志沟通1次。2026年精读原著6本，其中把2025年没有读完的2本放在上半年读完。\n（五）带好队伍。全年自学只有9次，心得有一半是抄的。每半年各谈心1次，6月底前谈第一次。\n",
            with_template=True,
            shown=False,
        ),
    ),
    Stage.REVIEW,
)
