"""问题或原因里写了今后的打算

检查什么：查摆的问题、剖析的原因里，是否夹有“今后要……”“下一步要……”一类的话，或者标题写的是要做什么。整条原因都是打算的，另有提示。
为什么：问题写现状，原因写当时怎么想，打算写在整改措施里；混在一起，会后列清单时容易漏掉。
怎么改：把这一句移到整改措施，原处补上差在哪里。
"""

from collections.abc import Iterator
from itertools import compress
from operator import not_

from assistant.decisions import Stage
from assistant.facts.facts import Facts
from assistant.facts.items import Item, ItemKind, items
from assistant.facts.sought import Sought
from assistant.facts.told_kinds import intended
from assistant.finding import Finding, Severity
from assistant.language.sentences import CLAUSE_STOPS, sentence_at
from assistant.language.signs import SHORTCOMING
from assistant.language.statement_kinds import HAPPENED
from assistant.patterns import compiled_later
from assistant.rules.example_material import FIRST_ASPECT, FROM_THE_SECOND_ASPECT
from assistant.rules.rule import Example, Rule, Scope, in_section
from assistant.rules.substance.cause_written_as_measure import only_vows
from assistant.structure.outline import Section
from assistant.text import Span

_WHO = "(?:我们?|本人|自己|班子|党组|党委|支部)"
_WILL = "(?:要|将|必须|一定|应当|须|坚持|继续|进一步|加强|多(?!次|数|年)|不再|打算|争取|力争|务必|努力|切实|定期|每[周月季年])"
_INTENTION = Sought(
    ("今后", "下一步", "接下来", "往后", "以后", "下步", "新的一年", "明年", "力争", "争取", "打算", "我将", "们将", "人将", "己将", "班子将", "党组将", "党委将", "支部将", "一定", "决心", "保证", "必须", "务必", "要把", "要将", "要坚持", "要多", "要按", "要从", "要对", "要带头", "要主动", "要严格", "要切实", "要进一步", "要加强", "要先", "要每", "下一阶段", "下阶段", "年要"),
    "(?:^|(?<=[。；，：、！？\n 　]))(?P<said>"
    f"(?:在|从)?(?:今后|下一步|接下来|往后|以后|下步|下一?阶段|新的一年|明年)的?(?:工作|学习|日子)?[中里]?，?{_WHO}?(?:还|也|都|就)?{_WILL}"
    f"|(?:今后|下一步|接下来|往后|下步|下一?阶段)(?:对|凡是?|遇到|碰到|碰上|遇上|在|给|把|由|让)[^。；：？！“”]{{2,28}}?(?:{_WILL}|逐[个一户项条件]|及时|主动|一律|当[天日面]|至少|不少于)"
    "|(?:今后|下一步|接下来|往后|以后|下步|下一?阶段)[^，。；：？！“”]{2,16}?(?:(?<![主重首需只想])要(?![求是么点])|一律|必须|不得|逐[个一户项条件]|至少|不少于|当[天日])"
    "|(?:今后|下一步|接下来|往后|下步|下一?阶段)每(?:一?[次逢回个件项场笔]|半)|20[0-9]{2}年要(?=把|坚持|切实|严格|带头|进一步|按|对|从|加|多)"
    f"|{_WHO}(?:将(?=进一步|继续|坚持|努力|切实|认真|不断|从|以|严格|主动)|一定(?=[要会]|加强|改|努力|做到)|下?决心(?=[改把从抓])|保证(?=今后|以后|不再|做到|改))"
    "|(?:力争|争取|打算)[^，。；]{0,8}?(?:明年|年底前|月底?前)"
    "|(?:必须|务必)(?:要|尽快|抓紧)?在?(?:20[0-9]{2}年|今年|明年)?(?:年底|(?:1[0-2]|[1-9])月(?:底|中旬|上旬|[0-9]{1,2}日)?)之?前[^，；：“”。]{0,24}(?=[。；\n]|$)"
    "|(?:还|也|都|就|我)?要(?:把|将|坚持|多|按|从|对|带头|主动|严格|切实|进一步|加强|先|每)[^。；：“”]{0,28}?(?:(?<!要)每[周月季年天半]|要每[周月季年天半]|定期|不少于|至少|逐[个户项条]|月底前|年底前|年内))",
)  # fmt: skip
# Somebody else wants it, or it was said then: 「书记提醒我，今后要多下基层」, 「当时表态，下一步要改」.
_OF_ANOTHER = compiled_later(
    "提醒|规定|通知|要求(?!自己)|指出|强调|希望|建议|提出|意见|表态|承诺|口头|嘴上|当时(?![还我没])|嘱咐|告诉|答应|(?<!小)说(?![得明不]|到底)"
)
# What may lie further back: 「书记提醒我，学习抓得松，今后要多读」
_BY_ANOTHER = compiled_later("提醒|指出|强调|嘱咐|告诉")
_NOT_DONE = compiled_later(
    "但|却|然而|可是|结果|始终没|一直没|至今|落空|没有下文|才|到[^，。；]{0,6}(?:还|也|仍)|实际|只[^，。；]{0,4}(?:完成|办)"
)


# What was asked for, promised or counted, and how it went
_RULED = compiled_later(
    "提醒|强调|希望|指出|表态|口头|嘴上|当时|告诉|常说|规定|要求|应[当该]?|按|承诺|答应|计划|原定|制度|去年|全年|上半年|下半年|[0-9]年|本来|原本|实际|平均|只|却|但|可|了|过(?![硬程节])|着|没|未|觉得|认为|以为|总|当[成作]|习惯|往往|常|怕|嫌|满足|图|说是|名义|“"
)
_TO_DO = compiled_later(
    "(?<![主重首次简纪摘概紧需只])要(?!求|是|么|害|点|闻|素|件)|将(?!就|军)|坚持|每[周月季年逢]|必须|应当|加强|强化|进一步|确保|不再|带头|逐[一单件项]"
)
# What happened, and what was thought: 「总觉得」「当成」「让位于」「去了三次」.
_TOLD = compiled_later(
    HAPPENED
    + "|觉得|认为|以为|当[成作]|看[成作]|往往|常常|经常(?!性)|时常|总|怕|图|想|了(?!解)|过(?![硬程节])|只|习惯|宁|让|有的?|靠|凭|是|时候|当时|一度|曾|被|却|才|就|多[于在]|等"
)
# What was asked for, and what came of it: 「要求每月到联系点2次，我全年到联系点14次」
_ASKED_AND_DONE = compiled_later(
    "(?:要求|规定|应[当该]?|计划|原定)[^。；]*[，；](?:我|自己|本人|班子|支部|实际|全年|一年)[^。；]{0,12}[0-9一二两三四五六七八九十]"
)
_LEAST = 12  # characters below a heading
_AIMS_AT_LEAST = 2
# What a measure says: how often, how many at least, until when; two of them in a statement that tells nothing are no cause.
_AIMED = Sought(
    (
        "每",
        "不少于",
        "不低于",
        "至少",
        "一律",
        "底前",
        "年内",
        "逐个",
        "逐一",
        "逐户",
        "逐项",
        "逐条",
        "逐件",
        "都要",
        "必须",
        "不再",
    ),
    "(?:^|(?<=[。；\n]))(?P<said>[^。；\n]*?(?:每(?:年|季度?|月|周|天|半年|学期|人至少)|不少于|不低于|至少|一律|月?底前|年内|逐[个一户项条件]|都要|必须|不再)[^。；\n]*)",
)
_AIMS = compiled_later(
    "每(?:年|季度?|月|周|天|半年|学期)|不少于|不低于|至少|一律|(?:[0-9]月|年|月)底?前|年内|逐[个一户项条件]|都要|必须|(?:^|[，：])(?:今后|往后|以后|下一步|接下来|今年)"
)
# A heading that says what is to be done, where the others say what lacks: 「要切实提高敏感性」, 「每半年组织一次党性分析」
_VOWED = compiled_later(
    "(?:今后|下一步|接下来)?(?:要(?!求|是|么|害|点|闻|素|件)|必须|应当|务必|将(?!就|军))?(?:进一步|切实|不断|持续|大力|着力|全面|坚持不懈地?|持之以恒地?|坚定不移地?|坚决)*"
    "(?:加强|强化|增强|提高|提升|深化|树牢|树立|筑牢|夯实|推动|推进|加快|抓[紧好实]|锤炼|改进|健全|完善|压实|扛牢|厚植|严明|严肃|严格)[一-龥、“”]{3,24}(?:，[^，。；]{2,20}){0,2}"
    "|(?:(?:每|一个?)(?:个?季度|个?月|周|年|学期)|每半年|半年|年底前|[0-9]{1,2}月底前)[^，。；]{0,4}(?:开展|组织|召开|进行|安排|举办|听取|通报|检查|研究|公示|公开|抽查)[^，。；只仅才就都]{2,24}"
)
_NAMES_NO_AIM = compiled_later(
    "(?:方面|[上中时]|问题)$|时[一-龥]时|断|停|重[一-龥]+轻|先[一-龥]+后|代|凭|靠|单一|机械|简单|散|窄|低|短|差|多|往往|常常|难|主义|一团和气|两张皮|过场|辣味"
)
_MOST = 2 / 3  # of the other headings name what lacks
_AT_LEAST = compiled_later("不少于|不低于|至少|先[^，。；]{1,6}后|多到|多听")  # 「少」 of these is no shortcoming


def check(facts: Facts) -> Iterator[Finding]:
    for material in facts.asked:
        for item in items(facts, material):
            if item.kind is not ItemKind.MEASURE:
                yield from in_section(facts, _found, item.section, item.kind)
        for kind in (ItemKind.PROBLEM, ItemKind.CAUSE):
            those = [item for item in items(facts, material) if item.kind is kind]
            for item in _vowed(facts, [each for each in those if each.start not in material.answering]):
                if next(in_section(facts, _found, item.section, kind), None) is None and not only_vows(facts, item):
                    yield _finding(item, item.heading_span)


def _vowed(facts: Facts, those: list[Item]) -> Iterator[Item]:
    """Yield those whose heading says what is to be done, while nearly all others name what lacks."""
    lacking = [facts.are_there(SHORTCOMING, *item.heading_span) for item in those]
    if sum(lacking) < _MOST * max(len(those) - 1, 2):
        return
    for item in compress(those, map(not_, lacking)):
        heading = item.section.heading.strip("。，；：")
        if _VOWED.fullmatch(heading) and not _NAMES_NO_AIM.search(heading):
            yield item


def _found(facts: Facts, section: Section, kind: ItemKind) -> Iterator[Finding]:
    item = Item(kind, section)
    whole = _all_intended(facts, item)
    if whole:
        yield _finding(item, whole)
        return
    for begin, match in _INTENTION.between(facts, item.start, item.span.end):
        span = _intended(facts, item, begin + match.start("said"))
        if span:
            yield _finding(item, span)
            return  # one is enough to look at the whole item
    for begin, match in _AIMED.between(facts, section.heading_end, item.span.end):
        span = Span(*match.span("said")).shifted(begin)
        if _is_aimed(facts, span) and not (item.kind is ItemKind.CAUSE and only_vows(facts, item)):
            yield _finding(item, span)
            return
    for begin, spans in facts.within(intended, section.heading_end, item.span.end):
        for span in (each.shifted(begin) for each in spans):
            if _is_of_item(facts, span, section) and not (item.kind is ItemKind.CAUSE and only_vows(facts, item)):
                yield _finding(item, span)
                return


def _all_intended(facts: Facts, item: Item) -> Span | None:
    """Give what stands below a heading, where it tells only what is to be done."""
    section = item.section
    below = facts.text[section.heading_end : section.end]
    said = below.strip("。：:；\n ")
    if section.children or len(said) < _LEAST or _TOLD.search(said) or not _TO_DO.search(said):
        return None
    if _ASKED_AND_DONE.search(said):
        return None
    start = section.heading_end + below.index(said)
    lacking = facts.are_there(SHORTCOMING, start, section.end)
    if lacking or (item.kind is ItemKind.CAUSE and only_vows(facts, item)):
        return None
    return Span(start, start + len(said))


def _intended(facts: Facts, item: Item, start: int) -> Span | None:
    """Give the rest of the sentence where it is the writer's own intention, and not all that the cause says."""
    text = facts.text
    sentence = sentence_at(text, start)
    before, after = text[sentence.start : start], text[start : sentence.end]
    before = before[before.rfind("；") + 1 :]  # what another said in a statement of its own is told already
    # the clause before, or the same where it stands inside one
    near = before[max(map(before[:-1].rfind, CLAUSE_STOPS)) + 1 :]
    of_another = _OF_ANOTHER.search(near) or _BY_ANOTHER.search(before)
    if of_another or _NOT_DONE.search(after) or facts.is_quoted(start):
        return None
    if item.kind is ItemKind.CAUSE and only_vows(facts, item):
        return None
    return Span(start, start + len(after.rstrip("。！？；")))


def _is_aimed(facts: Facts, span: Span) -> bool:
    """Tell whether a statement sets itself two aims and tells nothing of how it was."""
    said = span.of(facts.text)
    if _RULED.search(said) or len({match[0] for match in _AIMS.finditer(said)}) < _AIMS_AT_LEAST:
        return False
    return not SHORTCOMING.pattern.search(_AT_LEAST.sub("", said))


def _is_of_item(facts: Facts, span: Span, section: Section) -> bool:
    """Tell whether a statement that by all its words is an intention stands below a heading, and nothing tells that it failed."""
    after = facts.text[span.end : sentence_at(facts.text, span.end + 1).end]
    return section.heading_end <= span.start and span.end <= section.end and not _NOT_DONE.match(after.lstrip("。；"))


def _finding(item: Item, span: Span) -> Finding:
    where = "问题" if item.kind is ItemKind.PROBLEM else "原因"
    due = "差在哪里" if item.kind is ItemKind.PROBLEM else "当时怎么想的"
    return RULE.finding(
        span, f"此处似为今后的打算，写在了{where}部分。", f"写今后打算的语句，可移到整改措施；{where}部分宜写明{due}。"
    )


_MEASURES = "三、整改措施\n每月自学两次，年底前把两件难事办结。\n"

RULE = Rule(
    __name__,
    __doc__,
    check,
    Severity.HINT,
    Scope.MATERIAL,
    "对照检查材料的一般结构（往年通行做法，请以本单位通知为准）",
    (
        Example(
            "一、存在的突出问题\n（一）带头强化政治忠诚方面\n1.学习时断时续。全年自学只有五次，⟦今后要坚持每周自学半天⟧。\n"
            "（二）带头担当作为方面\n怕得罪人。书记提醒我，今后要多到现场。当时说下一步要改，却一直没有动。组长指出我学得浅，笔记少，今后要坚持每周读两次。\n"
            f"二、原因剖析\n放松了学习。⟦下一步，我将坚持读原著⟧。\n{_MEASURES}",
            with_template=True,
        ),
        Example(
            "一、存在的突出问题\n（一）带头强化政治忠诚方面\n1.自学抓得不紧。⟦坚持每周自学半天，带头读完两部原著⟧。\n2.报告不及时。第三天才报告。\n"
            "3.一手硬、一手软。心思主要花在教学上，记录往往年底集中补。\n4.轻视党务。每周主要精力用在项目上，党建是重要工作，却排在最后。\n（二）带头担当作为方面\n怕得罪人。\n二、原因剖析\n（一）纪律之弦绷得不紧。⟦采购要先上会后签合同，请审计股盯住⟧。\n"
            f"（二）学习放松。坚持得少，总想往后放。\n{_MEASURES}",
            with_template=True,
        ),
        Example(
            "一、存在的突出问题\n（一）带头强化政治忠诚方面\n1.读书少。全年自学只有五次。\n⟦2.要切实提高政治敏感性⟧。一条不实消息，过了6个小时才提醒。\n3.推动落实先紧后松。一件事压了半年。\n"
            "（二）带头担当作为方面\n4.怕得罪人。占道的事拖了一年。\n二、原因剖析\n（一）理论学得浅。总往后放。\n⟦（二）每半年组织一次党性分析⟧。随着任职时间变长，要求有所降低。\n（三）责任心不强。怕难，能缓就缓。\n"
            f"（四）强化担当时断时续。怕难，能推就推。\n{_MEASURES}",
            with_template=True,
        ),
        Example(
            "一、存在的突出问题\n（一）带头强化政治忠诚方面\n1.学习时断时续。全年自学只有五次。\n（二）带头担当作为方面\n怕得罪人。\n二、原因剖析\n"
            "（一）群众观念淡了。⟦每月进村不少于4天，群众说的事逐条记下来⟧。\n（二）担当不够。⟦下一步对压着的三件事，逐件上门去谈⟧。总想往后放。\n"
            "（三）标准低了。上半年将工作群由31个精简到12个，11月又新建3个。规定每月进村不少于4天，实际只去了两天，逐条记的更少。\n（四）自律松了。每年年底前都要述职，总当成走过场。先办后报自认说得过去，当时还同会计争账，⟦今后要坚持每月对账，先报后办⟧。\n（五）理论学习不扎实。总认为干好业务就行，⟦要把学理论当成硬任务，每周安排半天⟧。\n（六）谈心少。要把谈心当成家常，每月谈三人，自己却只谈了两次。\n"
            f"{_MEASURES}",
            with_template=True,
        ),
        Example(
            "一、存在的突出问题\n（一）带头强化政治忠诚方面\n1.学习时断时续。给科室提的意见多是“今后要再细一点”，换了岗位以后没有再学。\n"
            f"（二）带头担当作为方面\n我将学习当成软任务，怕得罪人。\n二、原因剖析\n对今后怎么干想得少。\n{_MEASURES}",
            with_template=True,
        ),
        Example(
            "一、存在的突出问题\n（一）带头强化政治忠诚方面\n1.学习时断时续。全年自学只有五次；⟦今后每半年听取一次学习情况⟧。\n2.报告慢。平时听不进批评提醒；⟦以后凡是苗头性的事要在两小时内报告⟧。\n"
            "（二）带头担当作为方面\n怕得罪人。\n二、原因剖析\n（一）理论根基不牢。党小组会上当听众，评议时当好人。认为今后年纪大了，学不学一个样。\n（二）宗旨意识淡了。原定今后每周下村，到年底只去了五次。\n"
            f"⟦（三）要强化党员意识，按时参加组织生活⟧。新鲜劲过去了，慢慢松了下来。\n（四）担当不够。怕难。\n{_MEASURES}",
            with_template=True,
            shown=False,
        ),
        Example(
            f"{FIRST_ASPECT}1.下沉少。县里要求每月到联系点2次，我全年到联系点14次。\n{FROM_THE_SECOND_ASPECT}",
            with_template=True,
        ),
        Example(
            f"{FIRST_ASPECT}1.督办断线。议过就放下，⟦必须在6月底前建立督办台账⟧。\n2.报告慢。上级规定必须在6月底前报的，拖到了8月。\n{FROM_THE_SECOND_ASPECT}",
            with_template=True,
        ),
        Example(
            "一、存在的突出问题\n（一）带头强化政治忠诚方面\n1.巡线不细。漏巡了2处。⟦拟请设备科逐处复核，查清一处修好一处⟧。\n"
            f"2.接待不热情。意识还需进一步增强。有人等了半天，他每月要来办两次。\n{FROM_THE_SECOND_ASPECT}",
            with_template=True,
            shown=False,
        ),
        Example(
            f"{FIRST_ASPECT}1.值班松。有3次无人接电话；⟦对没有验收的3座冷库逐座查明原因，4月底前全部补验⟧。\n2.检查少。按规定每月应查1次，全年只查了5次。县里要求6月底前完成，我们到9月才完成7座。\n{FROM_THE_SECOND_ASPECT}",
            with_template=True,
            shown=False,
        ),
    ),
    Stage.REVIEW,
)
