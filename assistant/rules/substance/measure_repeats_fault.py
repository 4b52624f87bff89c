"""措施里的做法似与前面说的毛病相同

检查什么：整改措施里，是否写了前面当作问题讲过的做法，如问题里说“先开工、后上会”，措施里又写“急的先开工，再补手续”；问题里说工作群太多、发言由人代写、打电话了事，措施里又写“每项工作单独建群”“由办公室统一起草”“一律改成电话回访”；或者写“继续按原办法办理”一类一仍其旧的话，“以批评代替处理”一类似漏了“不”字的话。
为什么：措施是用来改问题的，与问题同一做法的，审核时常会问到是否写反了。
怎么改：写明今后换成什么做法；确有例外情形的，写明例外的条件和批准的人。
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from assistant.decisions import Stage
from assistant.facts.cued import cued
from assistant.facts.facts import Facts
from assistant.facts.items import Item, ItemKind, items
from assistant.facts.paragraph_facts import ParagraphFacts
from assistant.facts.sought import Sought
from assistant.finding import Finding, Severity
from assistant.language.sentences import CLAUSE_STOPS, STATEMENT_STOPS, piece_start
from assistant.patterns import compiled_later
from assistant.rules.example_material import FIRST_ASPECT
from assistant.rules.rule import Example, Rule, Scope
from assistant.structure.outline import Section
from assistant.text import Span


class _Way(NamedTuple):
    """A way of doing a thing that problems name as the fault: how a measure takes to it, and how the problem told it."""

    cues: tuple[str, ...]
    taken: str
    told: str


_DONE_FIRST = "答复|答应|口头|支出|开工|施工|供货|采购|购买|拨付|发放|签(?!到)|实施|动工|进场|付款|定下?|干|办(?!结)|用|报销|执行|表态|决定"
_PUT_RIGHT = (
    "补(?:报|办|会|签|批|手续|程序|纪要|记录|材料)|再补|后补|再上会|后上会|再报(?:告|党|批|会)|后报(?:告|党|批)"
)
# Of what is new only what somebody allows comes: 「新增报表须经我签字」
_UNLESS_ALLOWED = "(?![^，。；]{0,6}(?:一律|须|需|应当?|必须|都)*(?:先?报[^，。；]{0,12}(?:批|审|同意|备案)|经[^，。；]{0,12}(?:批|审|同意|签字|备案|论证)|由[^，。；]{0,12}(?:审签|审批|签批|批准|把关)|从严))"
_WAYS = (
    _Way(
        ("先",),
        f"先[^，。；]{{0,10}}?(?:{_DONE_FIRST})[^。；]{{0,16}}?(?:{_PUT_RIGHT})",
        "先[^。；]{0,24}?(?:后|再|才|隔了)[^。；]{0,12}?(?:报|会|补|批|签|纪要|手续)|先(?:答应|口头|开工|供货|斩后)|[后补]的?(?:补|签|批)|补的|补记|事后",
    ),
    _Way(
        ("代写", "代笔", "代拟", "代填", "代签", "代抄", "统一写", "统一起草", "统一撰写", "替我写", "代为"),
        "代(?:写|笔|拟|填|签|抄|为(?:起草|撰写|填|签|写))(?!的)|统一(?:代?写|起草|撰写)[^，。；]{0,10}|替我写",
        "代(?:写|笔|拟|填|签|抄)|(?:别人|他人|办公室|秘书|年轻人)[^，。；]{0,6}(?:写|拟|起草)",
    ),
    _Way(
        ("电话", "微信", "视频", "线上", "群里"),
        "(?:一律|全部|统一|都|只|改成|改为|改用|改由|换成|主要靠?)(?:改成|改为|改用|用|通过|靠|打|在|为)?(?:电话|微信|视频|线上|群里)[^，。；]{0,6}",
        "(?:电话|微信|视频|线上|群里)[^。]{0,40}(?:不到|敷衍|应付|代替|就挂|了事|没[有见]|听不|不实|少)|(?:只|光|多是|都是|全靠|凭)[^，。；]{0,6}(?:电话|微信|视频|线上|群里)|(?:面对面|上门|当面|入户)[^，。；]{0,10}(?:少|只)",
    ),
    _Way(
        ("群",),
        f"(?:单独|各自?|另外?|再|新|都要?|分别)(?:建|拉|设|组建|建立)[^，。；]{{0,8}}?(?:工作|微信|调度|联络)*群{_UNLESS_ALLOWED}",
        "群[^。；]{0,40}(?:个|多|反弹|重复|刷屏|打卡)|(?:多|[0-9]个)[^，。；]{0,6}群",
    ),
)
_TAKEN = Sought(
    tuple(dict.fromkeys(cue for way in _WAYS for cue in way.cues)),
    "|".join(f"(?P<w{number}>{way.taken})" for number, way in enumerate(_WAYS)),
)
_EACH_TAKEN = tuple(Sought(way.cues, way.taken) for way in _WAYS)
_TOLD = tuple(compiled_later(way.told) for way in _WAYS)
# To go on as before, whatever was told
_UNCHANGED = Sought(
    ("按", "照", "沿用", "维持现状"),
    "(?:继续|仍然?|依旧|还是|依然|一律|均|暂)(?:按|按照|照|沿用)(?:着)?(?:原|老|旧|以往|过去|以前|惯)(?:来|有)?"
    "的?(?:办法|做法|方式|程序|流程|模式|样子|路子|例)(?:办理|处理|办|执行|来|走)?"
    "|一切照旧|照旧(?:办理|执行|进行)|维持现状(?!的)",
)
# To do with less what calls for more, whatever was told; most often a 不 was dropped: 「以批评代替处理」
_INSTEAD = Sought(
    ("代替", "替代"),
    "(?:以|用|拿)(?:口头|内部|私下)?(?:批评|提醒|谈话|检讨|教育|会议|电话|微信|检查)(?:教育)?(?:代替|替代)"
    "(?:组织|党纪|政务|纪律)?(?:处理|处分|处罚|整改|问责|执纪|查处|走访|研究|学习)(?![^，。；]{0,4}(?:问题|现象|做法|的))",
)
_REFUSED = compiled_later("[不防杜严避禁纠克反警改免少没莫勿]|问题")
_NOT_AS_BEFORE = compiled_later("不|严禁|禁止|杜绝|防止|避免|停[止用]|改掉|克服|纠正|确需|特殊|除|追责|作废|没有")
# The statement turns against it, or against what comes of it
_AGAINST = compiled_later(
    # it forbids, or does away with
    "不(?!再安排|少于|低于|管|论)|严禁|禁止|杜绝|防止|避免|停[止用发]"
    "|退回|减|压[减缩]|清理|撤|合并|解散|重写|除了?"
    # it puts something else in its place
    "|改掉|克服|纠正|取代|代替|以外|自己动手|亲自|归零|清零|为零|零代"
    # it is for an emergency
    "|确需|确因|因(?:公|病|值班|急)|特殊|抢险|应急|险情"
    # it calls to account
    "|追责|批评|处理|通报|作废|取消|无效|叫停"
    # it is done properly as well
    "|同时[^，。；]{0,8}书面|并[^，。；]{0,6}书面|再[^，。；]{0,4}(?:当面|面对面|上门|入户)"
)

_NEAR = 12  # characters before it in which it is said that the measure turns to somebody
_TOWARDS = compiled_later("(?:对|同|与|给|向|就|把|将|约谈|找|逐[一个家人户]|涉及|存在)[^，。；、：]{0,10}$")
_OF_WHOM = compiled_later(
    "[^，。；、：的]{0,6}的(?:(?:这|那|上述)?[0-9一两三四五六七八九十几]*[个家名户位所人]?"
    "(?P<whom>企业|单位|公司|商户|农户|住户|干部|人员|同志|党员|村(?!民)|社区|学校|站所|科室|股室|部门|乡镇|医院|责任人|经办人|(?<=[这那][0-9一两三四五六七八九十几])[次笔份处项件])|[一-龥0-9])"
)


def check(facts: Facts) -> Iterator[Finding]:
    for material in facts.asked:
        found = items(facts, material)
        before = [item for item in found if item.kind is not ItemKind.MEASURE]
        told: dict[int, bool] = {}
        for item in found if before else ():
            if item.kind is ItemKind.MEASURE:
                span = _taken(facts, item, before, told) or _unchanged_or_instead(facts, item)
                if span:
                    yield RULE.finding(
                        span,
                        "措施里的这一做法，似为前面当作问题讲过的，或没有改。",
                        "请核对是否写反。可写明今后换成什么做法；确有例外的，写明例外的条件和批准的人。",
                    )


def _taken(facts: Facts, item: Item, before: Sequence[Item], told: dict[int, bool]) -> Span | None:
    """Find in a measure a way that problems or causes named as a fault; `told` keeps of which that is known."""
    for begin, ways in facts.within(_ways_taken, item.start, item.span.end):
        for place, way in ways:
            span = place.shifted(begin)
            if not (item.start <= span.start and span.end <= item.span.end):
                continue
            if way not in told:
                told[way] = any(facts.of_section(_tells, each.section, way) for each in before)
            if told[way]:
                return span
    return None


@cued(*_TAKEN.cues)
def _ways_taken(paragraph: ParagraphFacts) -> tuple[tuple[Span, int], ...]:
    """Give where a paragraph takes to one of the ways, with its number."""
    text, cues = paragraph.text, paragraph.cues  # most of these are of one way, and common
    if not any(way.pattern.search(text) for way in _EACH_TAKEN if not way.cues.isdisjoint(cues)):
        return ()
    taken = [(Span(*match.span()), int((match.lastgroup or "w0")[1:])) for match in _TAKEN(paragraph)]
    return tuple([(span, way) for span, way in taken if not (_is_turned(text, span) or _tells_whom(text, span))])


def _tells_whom(paragraph: str, span: Span) -> bool:
    """Tell whether it only says whom or what the measure is about: 「对4家代填代报的企业」."""
    if not (of_whom := _OF_WHOM.match(paragraph, span.end)):
        return False
    return bool(of_whom["whom"] or _TOWARDS.search(paragraph, max(0, span.start - _NEAR), span.start))


def _tells(facts: Facts, section: Section, way: int) -> bool:
    """Tell whether a problem or cause names one of the ways as the fault."""
    return _TOLD[way].search(facts.text, section.start, section.end) is not None


def _unchanged_or_instead(facts: Facts, item: Item) -> Span | None:
    for begin, match in _UNCHANGED.between(facts, item.start, item.span.end):
        span = Span(*match.span()).shifted(begin)
        if not _NOT_AS_BEFORE.search(_statement(facts.text, span)):
            return span
    for begin, match in _INSTEAD.between(facts, item.start, item.span.end):
        span = Span(*match.span()).shifted(begin)
        if not _REFUSED.search(facts.text, piece_start(facts.text, span.start, CLAUSE_STOPS), span.start):
            return span
    return None


def _is_turned(paragraph: str, span: Span) -> bool:
    """Tell whether the statement in which it stands is against it, or allows it only as an exception."""
    return _AGAINST.search(_statement(paragraph, span)) is not None


def _statement(text: str, span: Span) -> str:
    stops = f"{STATEMENT_STOPS}\n"
    start = piece_start(text, span.start, stops)
    return text[start : min([at for stop in stops if (at := text.find(stop, span.end)) >= 0], default=len(text))]


_BEFORE = (
    FIRST_ASPECT
    + "1.程序观念不强。5月的料场，我先让人进场，隔了一周才补的党组会纪要。\n2.回访应付。电话打了300多个，多半不到一分钟。\n（二）带头担当作为方面\n1.减负有反弹。工作群由12个又增加到19个。\n二、原因剖析\n图省事，怕麻烦。\n三、整改措施\n"
)

_OTHER_FAULTS = (
    FIRST_ASPECT
    + "1.发言不用心。三次研讨的稿子都由科室代拟。\n2.报告不及时。两次停水只口头说了一声。\n（二）带头担当作为方面\n1.减负有反弹。报表由9张增加到14张。\n2.登记不实。交接记录有5次是事后补签的。\n二、原因剖析\n图省事，怕麻烦。\n三、整改措施\n"
)

RULE = Rule(
    __name__,
    __doc__,
    check,
    Severity.HINT,
    Scope.MATERIAL,
    "会后列整改清单的需要（往年通行做法，请以本单位通知为准）",
    (
        Example(
            f"{_BEFORE}（一）按程序办。急的项目⟦先进场施工，十天内补报⟧党组会。\n（二）做实回访。今后⟦一律改成电话回访⟧，每月一次。\n"
            "（三）抓好调度。每个村⟦单独建一个工作群⟧，每天清一次。\n（四）办好旧案。2件旧案⟦仍按老办法处理⟧。\n",
            with_template=True,
        ),
        Example(
            f"{_BEFORE}（一）按程序办。一律先上会、后进场，不得先施工后补报。\n（二）做实回访。每季度上门一次，上门以外再打一次电话。\n"
            "（三）抓好调度。工作群3月底前减到10个，不单独建群。\n（四）办好旧案。不得继续按原办法办理。\n",
            with_template=True,
        ),
        Example(
            f"{_OTHER_FAULTS}（一）讲自己的话。发言稿由办公室⟦代拟⟧，会前送我。\n（二）管住报表。每周交一张表。\n",
            with_template=True,
        ),
        Example(
            f"{_OTHER_FAULTS}（一）管住自己的人。该支部大会定的，⟦以批评代替处理⟧。\n",
            with_template=True,
            shown=False,
        ),
        Example(
            f"{_OTHER_FAULTS}（一）管住自己的人。该支部大会定的，不以批评代替处理，防止用谈话代替处分。\n",
            with_template=True,
            shown=False,
        ),
        Example(
            f"{_OTHER_FAULTS}（一）讲自己的话。心得一律亲自写，代笔为零；代拟的一律退回，代写的取消发言，代签的记录一律无效。减少集中学习念文件的时间。\n（二）管住报表。今后新增报表须经我签字，另加的报送材料先报局长同意，新增的报表一律由局长审签。\n"
            "（三）及时登记。2026年3月底前同补签的那两名值班员各谈一次。\n（四）及时报告。出现险情的，半小时内口头报告、当天书面报告；其他事项口头报告后，一天内送书面材料。\n",
            with_template=True,
        ),
        Example(
            f"{_OTHER_FAULTS}（一）讲自己的话。发言稿由办公室⟦代拟⟧，会前送我。对3家代填代报的合作社，4月底前逐家上门核实。\n（二）管住报表。代写的同志3月底前各谈一次，月底补签的那5次逐次说明原因。代填的9份由两人重新上门核对。\n",
            with_template=True,
            shown=False,
        ),
    ),
    Stage.REVIEW,
)
