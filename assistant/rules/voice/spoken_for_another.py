"""说话的人与材料不一致

检查什么：个人材料的前言、结尾和措施里，是否写成“以上是局党组班子的对照检查”“我代表支委会检查”“现代表局党组班子检查如下”“支委会一班人一定认真改”“我们班子将照单全收”“由局党组班子逐户回访”；前言里查摆问题的，是否写成“我们班子查摆出12个问题”；本人做的事、想的事，是否写成“我们班子总想着”“说到底是我们班子没有”；副职查摆的问题，是否写成“班子群众观念不够牢固”。
为什么：个人材料由本人说话、本人负责；写成班子的，看不出是谁的检查、谁来整改，也像是从班子材料里移来的。
怎么改：改为“我”或“本人”；确由班子集体去做的，写明本人在其中做什么。
"""

import re
from collections.abc import Iterator

from assistant.facts import writer
from assistant.facts.facts import Facts
from assistant.facts.material_facts import MaterialFacts
from assistant.facts.sought import Sought
from assistant.finding import Finding, Quoted, Severity
from assistant.patterns import compiled_later
from assistant.rules.example_material import FIRST_ASPECT, TITLE
from assistant.rules.rule import Example, Rule, Scope
from assistant.templates.template import PartKind
from assistant.text import Span

_BODY = (
    "(?:[一-龥]{0,8}?(?:党组|党委|党工委|支部)(?:领导)?班子|(?:领导)?班子|支委会|支部委员会|(?:[局镇乡院校县市区]|街道)?(?:党组|党委|党工委)(?!书记|副书记|成员|委员|会议)"
    "|(?:[一-龥]{0,8}?党|机关)?(?:支部|总支)(?!书记|副书记|成员|委员|会议))(?:一班人|全体)?"
)
_CHECK = "(?:对照检查|检视剖析|检查|检视|剖析|发言)"
# 「以上是局党组班子的对照检查」, 「我代表局党组作对照检查」
_WHOSE = Sought(
    ("以上", "上述", "上面", "代表"),
    f"(?:^|(?<=[，。；：]))(?:以上|上述|上面)(?:就|便)?是(?P<who>{_BODY})的?[^，。；]{{0,8}}?{_CHECK}"
    f"|代表(?:{_BODY})(?:，)?(?:作|做|进行|汇报|(?={_CHECK}(?:如下|于下)))[^，。；]{{0,8}}?{_CHECK}",
)
# 「支委会一班人一定认真改」, in the preface or the last paragraph
_WILL = compiled_later(
    f"(?<=[，。；：\n])(?P<who>(?:(?:我们|本届|我[局镇乡院校县市区])?{_BODY}|我们[局镇乡院校]?|我[局镇乡院校])(?:成员)?)(?:都|也)?(?:一定|将|必定|会|要)(?:会|要)?(?=认真|以|[在于](?:会后|[0-9])|虚心|把|坚决|逐条|诚恳|照单|从严|立即|针对|坚持|对照|切实|进一步)"
)
# 「由局党组班子逐户回访」: what one person does
_DONE_BY = Sought(
    ("由",),
    "由(?P<who>(?:[局镇乡院校]|街道|本?单位)?(?:党组|党委|党工委)?(?:领导)?班子(?!成员)|支委会)(?:一班人|集体)?(?=逐|上门|登门|回访|走访|当面|包联|包干|到[户村]|带头)",
)
# 「二是班子群众观念不够牢固」: a failing that is told as the body's; what belongs to a body is everybody's matter
_FAILS = Sought(
    ("班子", "支委会"),
    "(?:(?<=[一二三四五六]是)|(?<=[0-9][．.])|^(?:[（(][一二三四五六][）)])?)(?P<who>(?:我们|[局镇乡院校]?(?:党组|党委))?(?:领导)?班子|支委会)"
    "(?!成员|建设|队伍|自身|内部|运行|分工|会|里|中|带头|不|团结|凝聚|战斗|整体|合力|之间|民主|理论|议事|决策)"
    "[^，。；]{2,16}?(?:不够[^，。；]{0,2}|不[强高深足牢紧实严准]|欠缺|薄弱|不到位|有差距|松懈|淡薄)(?=[。；，\n]|$)",
)
_OURS = (
    "(?:(?:我们|咱们)(?:[局镇乡院校厅]|公司|集团|单位|街道)?(?:领导)?(?:班子|党组|党委|党工委|支委会)"
    "|(?:本[局镇乡院校厅]|本单位)(?:领导)?(?:班子|党组|党委|党工委)|本班子)"
)
# 「我们班子查摆出5个方面12个问题」, in whose list a single person's stands
_LISTS = Sought(
    ("查摆", "检视", "查找", "剖析"),
    f"(?:^|(?<=[，。；：]))(?P<who>{_OURS}|[局镇乡院校]?(?:党组|党委|党工委|支部)?(?:领导)?班子|支委会)"
    "(?:对照[^，。；]{1,24}?|逐[条项一]|认真|一?共|先后|深入){0,3}(?:查摆|检视|查找|剖析)(?:出|了){0,2}[^，。；的]{0,14}?问题",
)
_ITSELF = compiled_later("我(?![们局镇乡院校厅市县区省国])|本人|自己|认领|涉及")  # 「涉及我的3个」
# 「我们班子总觉得事情急」, 「说到底是我们班子没有…」: what a single person does, thinks or leaves undone; what a body
# does together, as to meet and to decide, it may be told to have done
_FOR_ONESELF = Sought(
    ("我们", "咱们", "本局", "本镇", "本乡", "本院", "本校", "本厅", "本单位", "本班子"),
    "(?:^|(?<=[，。；：])|"
    # what is said to lie at the root
    "(?:(?:说到底|归根到底|归根结底|根子上?|根本上|实质上?|实际上|其实|说穿了|主要|问题|原因|症结)(?:还|就|也|都)?(?:是|在于)?"
    "|(?:说明|反映出|反映了|暴露出|暴露了|折射出|表明|可见)了?)"
    # or what only goes on
    "|(?<=其实)|(?<=所以)|(?<=因为)|(?<=由于)|(?<=但)|(?<=可)|(?<=却)|(?<=全年)|(?<=平时)|(?<=当时)|(?<=往往)|(?<=今年))"
    f"(?P<who>{_OURS})(?!成员|之间|书记|建设|自身|内部|里|中|上|的|会|集体|由|对我|向我|给我|找我|把我|让我|要我|同我|与我|就我|副)"
    # not what a body does together
    "(?!(?:(?!只|仅)[^，。；]){0,8}(?:研究|决定|讨论|分工|安排|部署|交办|确定|明确|商[定量]"
    "|提出|要求|通报|指出|批准|同意|听取|审议|审定"
    "|召开|开[过了会展]|换届|调整|集中|组织(?!生活|观念|纪律)|一致|成立|议[过定了]"
    "|提醒|批评|谈心|征求|制定|出台|印发|下发|推荐|指派|委托|派我|安排我))"
    # but what one person thinks or leaves undone
    "(?=[^，。；]{0,14}?(?:不|没|未|只|仅|少|缺|怕|嫌|懒|松|觉得|认为|以为|心里|习惯|念头|想|手里"
    "|签[字发批]|经手|领用|麻木|麻痹|畏难|侥幸|看报表|翻|笔记|每[天日周月季半年]|都|却|先|看|读|写|自学|把))",
)
_GROUP_CUES = (
    "班子",
    "一班人",
    "领导层",
    "领导集体",
    "党政领导",
    *(f"{n}{who}" for n in "位名" for who in ("领导", "党员")),
)
_GROUP = (
    "(?:(?:[一-龥]{0,8}?(?:[局镇乡院校厅县市区]|政府|街道|支行|公司|中心|学院|党组|党委|党工委|支部|总支|委员会))?"
    "(?:(?:党政|两委|领导)?班子(?:成员)?|(?:两委|党组|党委|支部)?一班人|领导层|领导集体|党政领导)(?:们)?"
    "|[一-龥]{0,6}?(?:几|各|[二三四五六七八九十])[位名](?:领导|党员)(?:同志)?)"
)
# 「局党组一班人总觉得」, 「县政府班子一定虚心接受」, 「几位领导都把学习当成……」: however the body is called, where what one
# thinks or lets slip is told as of several
_THINKS_AS_ONE = Sought(
    _GROUP_CUES,
    f"(?:^|(?<=[，。；：])|(?<=说明)|(?<=反映出)|(?<=暴露出))(?P<who>{_GROUP})(?![的里中内])(?:还|都|也|一道|一起|共同)?"
    "(?=总[觉想认以是]|觉得|以为|一定(?:虚心|认真)|把[^，。；]{1,12}当[成作]|[^，。；]{0,3}查摆[^，。；]{0,14}问题|感情上|思想上[^，。；]{0,6}[松淡弱有]"
    "|(?:在[^，。；]{1,14})?没有?[^，。；]{0,8}(?:绷紧|扛起|想到|学深|看重)|将在会后)"
    f"|监督(?P<whose>{_GROUP})把[^，。；]{{1,16}}改",
)
# 「现受局党委委托作对照检查」, 「以支部委员会的名义报告如下」
_IN_ITS_NAME = Sought(
    ("委托", "名义"),
    f"(?:受(?P<who>[^，。；我]{{1,12}}?)的?委托|以(?P<whose>[^，。；我个本]{{2,12}}?)的?名义)[^。；]{{0,24}}?(?:{_CHECK}|报告|汇报)(?=[，。；]|如下|于下|$)",
)
_NOW = ("现", "现在", "下面", "这里", "谨", "在此")  # of whom nothing else is said: 「现代表局党组班子检查如下」
_HIS_LIST = compiled_later("(?:我(?!们)|本人)[^。；]{0,30}?(?:查摆|检视|查找|剖析|梳理|认领|领回)")
_ITSELF_AFTER = compiled_later("(?<!把)(?<!对)我(?![们局镇乡院校厅市县区省国])|(?<!把)(?<!对)本人")
_SHORTEST = 8  # characters of a last paragraph; what is shorter is a date or a name


def check(facts: Facts) -> Iterator[Finding]:
    if facts.template is None or not facts.template.subject.of_one:
        return
    for material in facts.asked:
        outline = material.outline
        for start, match in _WHOSE.between(facts, outline.preface_span.start, outline.end):
            before = match.string[: match.start()].rsplit("。", 1)[-1]
            if match["who"] or "我" in before or before.endswith(_NOW):
                yield _finding(start, match.span(), match[0])
        for place in (outline.preface_span, _last_paragraph(facts, material)):
            for match in _WILL.finditer(facts.text, *place):
                yield _finding(0, match.span("who"), match["who"])
        is_first = writer.of(facts, material).is_first
        yield from _lists(facts, outline.preface_span if is_first else Span(outline.preface_span.start, outline.end))
        yield from _for_oneself(facts, material, is_first)
        yield from _as_a_body(facts, material)
        if is_first:
            continue  # whoever leads the body sets it to work
        problems = material.answers(PartKind.PROBLEMS)
        for span in problems:
            for start, match in _FAILS.between(facts, *span):
                yield _finding(start, match.span("who"), match["who"])
        measures = material.answers(PartKind.MEASURE)
        for span in measures:
            for start, match in _DONE_BY.between(facts, *span):
                yield _finding(start, match.span("who"), match["who"])


def _lists(facts: Facts, place: Span) -> Iterator[Finding]:
    """Yield where the body finds the problems, in a paragraph that tells of none that the writer found himself."""
    for start, match in _LISTS.between(facts, *place):
        before = match.string[: match.start()].rsplit("。", 1)[-1]
        rest = re.split("[。；]", match.string[match.end() :])[0]
        his_own = any(_ITSELF.search(each) for each in (before, match[0][match.end("who") - match.start() :], rest))
        if not his_own and not _HIS_LIST.search(match.string):
            yield _finding(start, match.span("who"), match["who"])


def _for_oneself(facts: Facts, material: MaterialFacts, is_first: bool) -> Iterator[Finding]:
    """Yield where the body does or thinks what a single person does; whoever leads it may speak of what it will do."""
    measures = material.answers(PartKind.MEASURE) if is_first else ()
    for start, match in _FOR_ONESELF.between(facts, material.outline.front_end, material.outline.end):
        span = Span(*match.span("who")).shifted(start)
        rest = re.split("[。；\n]", match.string[match.end("who") :])[0]
        if not _ITSELF_AFTER.search(rest) and not any(span.overlaps(each) for each in measures):
            yield _finding(start, match.span("who"), match["who"])


def _as_a_body(facts: Facts, material: MaterialFacts) -> Iterator[Finding]:
    """Yield where several think, promise or report in one's place, by whatever name; not where one names oneself with them."""
    outline = material.outline
    places = ((_THINKS_AS_ONE, outline.end), (_IN_ITS_NAME, outline.preface_span.end))
    for sought, end in places:
        for start, match in sought.between(facts, outline.front_end, end):
            group = "who" if match["who"] else "whose"
            sentence = (
                match.string[: match.start(group)].rsplit("。", 1)[-1] + match.string[match.end(group) :].split("。")[0]
            )
            if not _ITSELF.search(re.sub("监督我", "", sentence)):
                yield _finding(start, match.span(group), match[group])


def _last_paragraph(facts: Facts, material: MaterialFacts) -> Span:
    for start, each in reversed([*facts.paragraphs_from(material.outline.start, material.outline.end)]):
        if len(each.text.strip()) >= _SHORTEST:
            return Span(start, start + len(each.text))
    return Span(material.outline.end, material.outline.end)


def _finding(start: int, place: tuple[int, int], said: str) -> Finding:
    message = f"此处写“{said}”，而本材料是个人材料。"
    advice = "指本人的请改为“我”；确由班子集体去做的，宜写明本人做什么。"
    return RULE.finding(Span(*place).shifted(start), message, advice)


_TEXT = (
    TITLE
    + "某局副局长　林知远\n{}\n"
    + FIRST_ASPECT
    + "1.学得浅。\n（二）带头担当作为方面\n怕得罪人。\n二、原因剖析\n放松了学习。\n三、整改措施\n{}\n{}\n"
)

RULE = Rule(
    __name__,
    __doc__,
    check,
    Severity.HINT,
    Scope.MATERIAL,
    "材料须写本人的事（审核常见意见）",
    (
        Example(
            _TEXT.format(
                "下面我⟦代表局党组作对照检查⟧。",
                "加压泵由⟦局党组班子⟧逐户回访。",
                "⟦以上是局党组班子的对照检查⟧，请批评。",
            ),
            with_template=True,
        ),
        Example(_TEXT.format("现⟦代表局党组班子检查⟧如下。", "每月自学两次。", "请批评指正。"), with_template=True),
        Example(
            _TEXT.format("检查如下。", "每月自学两次。", "请同志们指出来，⟦支委会一班人⟧一定认真改。"),
            with_template=True,
        ),
        Example(
            _TEXT.format("检查如下。", "每月自学两次。", "以上如有不妥，请批评指正，⟦我们班子⟧将虚心接受，逐条改。"),
            with_template=True,
        ),
        Example(
            _TEXT.format("检查如下。", "每月自学两次。", "请批评指正。").replace(
                "学得浅。", "学得浅。一是⟦班子⟧群众观念不够牢固。二是班子建设抓得不够实。三是班子会上讲得不够透。"
            ),
            with_template=True,
            shown=False,
        ),
        Example(
            _TEXT.format("对照通知，⟦我们班子⟧查摆出2个问题。", "⟦我们班子⟧每月自学两次。", "请批评指正。").replace(
                "怕得罪人", "⟦我们班子⟧总想着事情急，说到底是⟦我们局党组⟧把规矩看轻了，⟦我们班子⟧得知后只是口头提醒"
            ),
            with_template=True,
        ),
        Example(
            _TEXT.format(
                "现受⟦局党组⟧委托，作对照检查。", "每月自学两次。", "请同志们监督⟦局党组班子⟧把问题改到位。"
            ).replace("怕得罪人", "⟦局领导层⟧总觉得问题不大，⟦几位领导⟧都把学习当成小事"),
            with_template=True,
            shown=False,
        ),
        Example(
            _TEXT.format("受局党组委托，我牵头三项改革。", "每月自学两次。", "请几位领导监督我把问题改到位。").replace(
                "怕得罪人", "几位领导都提醒过我，班子成员总觉得我话少，两委班子的分工没有想到，班子里总觉得人手少"
            ),
            with_template=True,
            shown=False,
        ),
        Example(
            _TEXT.format(
                "局党组班子查摆问题16个，我认领3个。我在我们班子检查的基础上查摆出2个问题。",
                "推动我们班子每月自学两次。",
                "请批评指正。",
            ).replace(
                "怕得罪人",
                "我们班子开会定了的事，我没有催。作为班子成员，我对班子担当不够负有责任，我所在的班子换过两任班长",
            ),
            with_template=True,
        ),
        Example(
            _TEXT.format(
                "支委会集中学习两次，我代表支部参加了座谈。",
                "由局党组会研究，由班子成员分别约谈，支委会将每月公示，由我逐户回访。",
                "以上是我的检查，请局党组和同志们批评，我一定认真改。",
            ),
            with_template=True,
        ),
    ),
    quoted=Quoted.NEVER,
)
