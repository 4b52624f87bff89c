"""措施暂未见完成时间或标准

检查什么：整改措施里，有几条没有可查的时间、次数或动作。半数以上没有的，整节只提示一次；其余都有、只差一条或一句的，提示那一条、那一句。
为什么：会后要据此列整改清单；没有时间和标准的，到时不便核对，审核时也常会问到。
怎么改：各补一个可查的动作、次数或时间；由本人负责的，不必另注责任人。
"""

from collections.abc import Iterator, Sequence

from assistant.decisions import Stage
from assistant.facts.cued import cued
from assistant.facts.facts import Facts
from assistant.facts.paragraph_facts import ParagraphFacts
from assistant.facts.sought import SoughtStretches
from assistant.finding import Finding, Severity
from assistant.language.numbering import counting
from assistant.language.sentences import CLAUSE, STATEMENT
from assistant.language.signs import DIGITS, NUMERAL, Sign
from assistant.patterns import compiled_later
from assistant.rules.example_material import FIRST_ASPECT
from assistant.rules.rule import Example, Rule, Scope
from assistant.structure.outline import Section
from assistant.templates.template import PartKind
from assistant.text import Span

# What can be checked: a number, how often, until when
_DEADLINE = Sign(
    DIGITS,
    f"每个?(?:周|月|季|年|天|日|半|两|逢|次|学期|星期|礼拜|班|趟|笔|户|件|回|早|晚)|{NUMERAL}+(?:个?月|次|周|天|季度|日内|年内|遍|本|篇|户|场|件)",
    "年底|年内|月底|月内|季度|上半年|下半年|年中|会后|当[天日周月]|即日|之日|日前|本周|本月|逐月|按月|按季|按周",
)
# How what can hardly be checked begins
_BEGINNINGS = "更加|高度重视|加强|强化|增强|提高|提升|树牢|自觉|认真|牢固|从严从实|真正|狠抓|压实|扛起|持之以恒|久久为功|进一步|不断|持续|切实|努力|着力|尽量|尽可能|力争|争取|适时|择机|视情|酌情|逐步|大力|全面|深入|有效|始终|坚持|永葆|牢记|践行|弘扬|严于律己|率先垂范|以身作则"
_IN_THE_YEAR = "(?:20[0-9]{2}年|今年|明年|新的一年|全年)(?:内|里|全年)?"  # no day by which anything is done
_YEAR = compiled_later(f"{_IN_THE_YEAR}，?")
# A measure that says in which direction, and not how far: 「办理水平进一步提高」, 「把逾期率降下来」
_WAYS_ON = "进一步|明显|显著|大幅|不断|持续|稳步|逐步|有所"
_DIRECTION = compiled_later(
    f"(?:{_IN_THE_YEAR})?，?(?:[一-龥]{{3,16}}?(?:要|应)?(?:{_WAYS_ON})(?:提高|提升|改善|好转|增强|加强|下降|减少|降低|缩短|优化|规范)|(?:要)?[把将让][一-龥]{{2,12}}?(?:[降减压提管抓]|控制)(?:下来|下去|上去|上来))$"
)
# A number that is to rise or fall, and not how far, whatever day is set: 「2026年按时办结率力争有较大提高」
_AIM = compiled_later(
    f"(?:{_IN_THE_YEAR}|年底前?|下半年|[0-9]{{1,2}}月(?:底|份)?前)?，?(?:力争|争取|努力)?[^，。；：0-9“]{{0,14}}?(?:率|能耗|药耗|水耗|满意度|数量|总量|次数|件数|份数|时长|文件|报表|会议|台账)"
    f"(?:要|应|能)?(?:力争|争取|努力|尽量|尽可能|{_WAYS_ON}|再)+(?:有|再|能)?(?:较大|很大|明显|大幅|进一步)?的?(?:提高|提升|改善|好转|增加|下降|降低|减少|压减|压缩|精简|缩短|[降减压提]下来|提上[来去]|少一些|高一些)(?:一些|一点)?$"
)
_HOW_FAR = compiled_later(
    "，(?:[一-龥]{0,8}?(?:达到?|提高到|降到|减到|压减到|控制在|不[低高少多]于)约?|(?:力争|确保|即)?[由从]|其中[一-龥]{2,6})[0-9]"
)
_VAGUE = compiled_later(
    f"(?:今后|下一步|{_IN_THE_YEAR})?，?(?:我|本人|班子|(?![^，。；]{{0,6}}需)[一-鿿]{{2,8}}?(?=[要将应]|一定要))?(?:一定要|要|将|应)?(?:{_BEGINNINGS})"
)
_WHEN_IT_SUITS = "尽快|尽早|早日|及早|经常|常抓|不定期|多走访|多到|多下|多深入|多听|多看|多读|多学|多接触|多沟通|走一走|看一看|转一转|听一听|适时|择机|视情|酌情|尽量|尽可能|力所能及|有空|有机会|有时间就|有时间我|有时间再|有空再|有时间时|有时间的|适当增加|适当提高|适当减少|适当安排|高度重视|认真对待|妥善处理|抓好落实|统筹推进|再上新台阶|再上台阶|千方百计|想方设法|用好用足|落到实处|走深走实|常抓不懈|全力以赴|真抓实干|齐抓共管|提质增效|严格审计监督|严格监督管理|条件允许|条件成熟|条件具备"
# How one says in what spirit something will be done: a statement of this and nothing else tells not what
_IN_SPIRIT = "放在心上|抓在手上|扛在肩上|上下功夫|下真功夫|下苦功夫|下大功夫|突出位置|突出的位置|重要位置|优先位置|抓紧抓实|抓实抓细|抓细抓实|抓出成效|抓出实效|见到实效|见到成效|早日见效|越做越好|越干越好|越办越好|常学常新|两不误|工学矛盾|挤时间学|带着问题学|决不姑息|绝不姑息|动真碰硬|动真格|真管真严|敢管敢严|武装头脑|密切关注|时刻关注|的步伐|升级步伐|建设步伐|迎头赶上|上新台阶|做学习型|当好表率|作好表率|做好表率|形成合力|齐心协力|管起来|该规范的规范|该清理的清理|该整改的整改|该处理的处理"
_SLOGAN = compiled_later(_IN_SPIRIT)
_SUITING = compiled_later(_WHEN_IT_SUITS)
_NAMED = compiled_later("[“《（]|[0-9]")  # a thing of its own can be looked for
_QUOTED_ONLY = compiled_later("[^《（0-9]+")
# What is to be looked for may be named, and the day is left open: 「争取早日读完《……》」
_SOON = compiled_later("(?:争取|力争|尽量|努力)[^，。；：“]{0,4}(?:早日|尽早|尽快|及早)")
_BY_WHEN = compiled_later(f"{_IN_THE_YEAR}，?|[0-9]{{1,2}}月(?:底|份)?前")
_LABEL = compiled_later(
    "[^，。；]{1,8}(?:上|方面)，"
)  # of an item whose first sentence is no heading: 「服务上，每月……」
_FEW = 2  # statements that stand out
# What one stops doing has no date: 「牢骚话不说了」, 「不再参加吃请」
_STOPS = compiled_later(
    "不再|[绝决]不|一律不|一[口根分次桌支包条件][^，。；]{0,3}不|不[^，。；]{1,6}了(?=[，。；])|(?<=，)不(?:拆|报|抄|请|收|接|带|合|搞|要|抽|喝|吃|拿|留|等|让|压|推|拖|瞒)[^，。；]{0,3}(?=[，。；])|[会日活动]不请假"
)
# What leaves a trace that can be looked at: enough for one measure among others that have their day
_LEAVES_A_TRACE = compiled_later(
    "签字|签名|登记|公示|公布|张贴|上墙|贴[在到上]|存档|归档|双人|盖章|加盖|写清|记账|挂牌|编号|通报"
)
# Where the material ends: what is promised there is no measure
_CLOSING = compiled_later(
    r"会后，|以上|上述(?:检查|发言|是我)|如有不[妥当足]|(?![（(0-9一二三四五六七八九十])[^\n]{0,80}(?:整改方案|整改进展|整改成[效果])|[^\n]{0,60}(?:请|欢迎)[^。；\n]{0,24}(?:批评|指正|监督|帮助)"
)
_HOW_LONG = ("坚持", "长期坚持", "持续坚持")  # of what was said before: 「2027年全年坚持」
_NEVER_AGAIN = compiled_later("不再(?:发生|出现|有)|零(?:发生|逾期|差错|投诉)")
_PRINCIPLE = 5  # characters of what only says how it is done: 「坚持自愿」
_HOW_OFTEN = compiled_later("，每(?:年|半年|季度?|月|周)(?:至少|不少于)?[0-9一两]次")
_SEVERAL = 3  # measures among which one that is vague stands out


def check(facts: Facts) -> Iterator[Finding]:
    for material in facts.materials:
        problems = material.of_kind(PartKind.PROBLEMS)
        hosts = problems.answer.sections if problems else ()
        for fact in material.written(PartKind.MEASURE):
            for section in (each for each in fact.answer.sections if each not in hosts):
                items = section.children or (section,)
                vague = [item for item in items if not (facts.shows(_DEADLINE, item) or _is_stopped(facts, item))]
                if vague and len(vague) * 2 > len(items):
                    yield RULE.finding(
                        Span(section.start, section.heading_end),
                        _told(items, vague),
                        "会后要据此列整改清单。可各补一个可查的动作、次数或时间；由本人负责的不必另注责任人。",
                        part=fact.part.id,
                    )
                elif len(vague) == 1 and len(items) >= _SEVERAL and not _leaves_a_trace(facts, vague[0]):
                    yield _alone(vague[0], len(items), fact.part.id)
                if len(vague) <= 1 and len(items) >= _SEVERAL:
                    yield from _single(facts, [item for item in items if item not in vague], fact.part.id)


def _is_stopped(facts: Facts, item: Section) -> bool:
    """Tell whether a measure is to stop something, by its heading or the first thing that it says."""
    first = CLAUSE.search(facts.text, item.heading_end, item.end)
    return bool(_STOPS.search(facts.text, item.start, min(first.end() + 1, item.end) if first else item.heading_end))


def _leaves_a_trace(facts: Facts, item: Section) -> bool:
    return bool(_LEAVES_A_TRACE.search(facts.text, item.start, item.end))


def _single(facts: Facts, items: Sequence[Section], part: str) -> Iterator[Finding]:
    """Tell of one statement without anything to be checked among measures that are precise else."""
    unmeasured = [span for item in items for span in _loose_ends(facts, item)]
    for span in unmeasured if len(unmeasured) <= _FEW else ():
        short = span.end - span.start <= _PRINCIPLE or _HOW_OFTEN.match(facts.text, span.end)
        if short or (not _SOON.search(facts.text, *span) and _names_a_thing(_BY_WHEN.sub("", span.of(facts.text)))):
            continue
        yield RULE.finding(
            span,
            f"各条措施中，只有{'这一句' if len(unmeasured) == 1 else '这句和另一句'}暂未见到可查的时间、次数或动作。",
            "会后要据此列整改清单。可补一个可查的动作、次数或时间。",
            part=part,
        )


def _names_a_thing(statement: str) -> bool:
    """Tell whether a statement names what can be looked for; where all of it is vague, a name in “ ” is but its matter."""
    if not _NAMED.search(statement):
        return False
    clauses = [clause[0] for clause in CLAUSE.finditer(statement)]
    vague = all(_VAGUE.match(each) or _SLOGAN.search(each) for each in clauses)
    return not _QUOTED_ONLY.fullmatch(statement) or not vague


def _loose_ends(facts: Facts, item: Section) -> Iterator[Span]:
    """Yield the ends of statements that begin vaguely and come to nothing that could be checked."""
    label = _LABEL.match(facts.text, item.start + len(item.number), item.heading_end)
    end = next((begin - 1 for begin in _closings(facts, item)), item.end)
    yield from _LOOSE_ENDS.between(facts, label.end() if label else item.heading_end, end)


def _closings(facts: Facts, item: Section) -> Iterator[int]:
    """Yield where a paragraph of a measure, but for its first, begins to close the material."""
    for begin, _ in facts.within(_closes, item.heading_end, item.end):
        if begin > item.heading_end and _CLOSING.match(facts.text, begin, item.end):
            yield begin


@cued("以上", "上述", "如有不", "请", "欢迎", "会后", "整改方案", "整改进展", "整改成")
def _closes(paragraph: ParagraphFacts) -> bool:
    return _CLOSING.match(paragraph.text) is not None


def _loose(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield the vague statements in a stretch of a paragraph in which nothing can be checked."""
    aims = [clause for clause in CLAUSE.finditer(text, start, end) if _AIM.fullmatch(clause[0])]
    told = [Span(*clause.span()) for clause in aims if not _HOW_FAR.match(text, clause.end(), end)]
    yield from told
    for span in (each for each in _vague(text, start, end) if not any(each.overlaps(aim) for aim in told)):
        year = _YEAR.match(text, *span)
        begin = year.end() if year else span.start
        dated = any(begin <= sign.start and sign.end <= span.end for sign in _DEADLINE.find(text))
        if not (dated or _NEVER_AGAIN.search(text, *span) or text[begin : span.end] in _HOW_LONG):
            yield span


def _vague(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield the statements in a stretch that become vague, each from there on."""
    for statement in STATEMENT.finditer(text, start, end):
        if _DIRECTION.match(statement[0]):
            yield Span(*statement.span())
            continue
        clauses = list(CLAUSE.finditer(text, *statement.span()))
        for number, clause in enumerate(clauses):
            if _SUITING.search(clause[0]):  # what suits is left open, whatever is precise after it
                yield Span(*clause.span())
                break
            if _VAGUE.match(clause[0]):
                both = clauses[number + 1 : number + 2]
                said = both and _VAGUE.match(both[0][0])  # two say nothing, whatever is precise after them
                yield Span(clause.start(), both[0].end() if said else statement.end())
                break
        else:
            if _SLOGAN.search(statement[0]) and not _LEAVES_A_TRACE.search(statement[0]):
                yield Span(*statement.span())


_LOOSE_ENDS = SoughtStretches(
    (
        *_IN_SPIRIT.split("|"),
        *_BEGINNINGS.split("|"),
        *_WHEN_IT_SUITS.split("|"),
        *_WAYS_ON.split("|"),
        "下来",
        "下去",
        "上去",
        "上来",
    ),
    _loose,
)


def _alone(item: Section, count: int, part: str) -> Finding:
    """Tell of one vague measure among precise ones."""
    return RULE.finding(
        Span(item.start, item.heading_end),
        f"{counting(count)}条措施中，只有这一条暂未见完成时间或标准。",
        "会后要据此列整改清单。可补一个可查的动作、次数或时间。",
        part=part,
    )


def _told(items: Sequence[Section], vague: Sequence[Section]) -> str:
    if len(items) == 1:
        return "这一节暂未见完成时间或标准。"
    which = (
        f"{counting(len(items))}条措施都"
        if len(items) == len(vague)
        else f"{counting(len(items))}条措施中，有{counting(len(vague))}条"
    )
    return f"{which}暂未见完成时间或标准。"


_PROBLEMS = FIRST_ASPECT + "学习有时让位于事务。\n（二）带头担当作为方面\n怕得罪人。\n二、原因剖析\n放松了学习。\n"

RULE = Rule(
    __name__,
    __doc__,
    check,
    Severity.HINT,
    Scope.MATERIAL,
    "公开的审核意见提到的“整改措施不实际”，请以本单位通知为准；会后列整改清单的需要",
    (
        Example(
            f"{_PROBLEMS}⟦三、整改措施⟧\n（一）加强理论学习。提高政治站位，把学习成果转化为工作动力。\n"
            "（二）强化担当意识。敢于直面矛盾，主动解决难题。\n（三）锤炼过硬作风。7月底前走访完联系的村。\n",
            with_template=True,
        ),
        Example(
            f"{_PROBLEMS}三、整改措施\n（一）加强理论学习。每周三下午自学，月底交笔记。\n"
            "（二）强化担当意识。敢于直面矛盾，主动解决难题。\n",
            with_template=True,
        ),
        Example(
            f"{_PROBLEMS}三、整改措施\n（一）加强理论学习。每周三下午自学，月底交笔记。\n⟦（二）强化担当意识⟧。敢于直面矛盾，主动解决难题。\n"
            "（三）锤炼过硬作风。7月底前走访完联系的村。\n",
            with_template=True,
        ),
        Example(
            f"{_PROBLEMS}三、整改措施\n（一）加强理论学习。每周三下午自学，月底交笔记。\n（二）当面批评。⟦进一步增强斗争精神，敢于动真碰硬⟧；派单超过三天的当面问清。\n"
            "（三）锤炼过硬作风。进一步沉到一线，7月底前走访完联系的村。\n",
            with_template=True,
        ),
        Example(
            f"{_PROBLEMS}三、整改措施\n（一）加强理论学习。每周三下午自学，月底交笔记。\n（二）当面批评。派单超过三天的当面问清。\n"
            "（三）进村入户。⟦经常到包联村走一走⟧，答应的事一个月内给回音。\n",
            with_template=True,
        ),
        Example(
            f"{_PROBLEMS}三、整改措施\n（一）加强理论学习。每周三下午自学，月底交笔记。\n（二）当面批评。派单超过三天的当面问清，⟦今年按时办结率力争有较大提高⟧，每月公布一次。\n"
            "（三）管住水。每月听漏4次，漏损率进一步下降，控制在9%以内。\n",
            with_template=True,
            shown=False,
        ),
        Example(
            f"{_PROBLEMS}三、整改措施\n（一）加强理论学习。每周三下午自学，月底交笔记。\n（二）当面批评。派单超过三天的当面问清。\n"
            "（三）管住嘴。牢骚话不说了，有想法向支部讲；⟦来访的事放在心上、抓在手上⟧。动真碰硬，违规的当场签字登记。\n",
            with_template=True,
        ),
        Example(
            f"{_PROBLEMS}三、整改措施\n（一）学习上，每周三下午自学，月底交笔记。\n（二）服务上，⟦牢固树立群众观念，不断改进作风⟧。派单超过三天的当面问清。\n"
            "（三）担当上，⟦服务站要进一步加强管理，不断提升水平⟧，投诉三天内答复。我一定认真改，每月报一次。\n",
            with_template=True,
        ),
        Example(
            f"{_PROBLEMS}三、整改措施\n（一）加强理论学习。每周三下午自学，月底交笔记。\n（二）当面批评。派单超过三天的当面问清。\n"
            "（三）办好来件。来件两天内答复，力争不再发生超期。6月底前逐户走访、讲清政策，坚持自愿；上报的数由经办人、复核人签字。2026年全年坚持。\n会上提出的意见列入整改方案，努力把热线办成贴心的平台。\n以上检查如有不妥，请同志们批评指正。我将虚心接受，切实把每一条落到实处，认真整改。\n",
            with_template=True,
        ),
        Example(
            f"{_PROBLEMS}三、整改措施\n（一）加强学习。每周三下午自学；⟦2026年努力把欠账补上⟧。\n（二）办好热线。派单三天内问清；⟦全年投诉办理质量明显提升⟧。\n"
            "（三）锤炼作风。7月底前走访完联系的村；2026年按时办结率进一步提高到98%。\n",
            with_template=True,
        ),
        Example(
            f"{_PROBLEMS}三、整改措施\n（一）加强学习。⟦进一步加强自学，争取早日读完《习近平谈治国理政》第五卷⟧，每季度写体会1篇。\n（二）当面批评。派单超过三天的当面问清。\n"
            "（三）锤炼作风。7月底前走访完联系的村，当天尽快回话；⟦进一步重视“红色课堂”教学，努力提高教学水平⟧。\n",
            with_template=True,
            shown=False,
        ),
        Example(f"{_PROBLEMS}三、整改措施\n", with_template=True),
    ),
    Stage.REVIEW,
)
