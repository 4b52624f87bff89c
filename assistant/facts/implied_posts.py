"""Posts that a clause about its writer implies: 「主政一县」, 「我这个教育局长」, 「到青溪支行任副行长」, 「扛起办事处主任的责任」.

`told_posts` has what says outright that he holds one; here the post stands bare, or another word stands for it. Whose post
it is, the clause must tell: nothing is yielded of what somebody else, or he himself once, was.
"""

from __future__ import annotations

from collections.abc import Iterator

from assistant.facts import told_posts, writer
from assistant.facts.facts import Facts
from assistant.facts.material_facts import MaterialFacts
from assistant.facts.sought import Sought
from assistant.facts.writer import Writer
from assistant.language import posts
from assistant.language.sentences import clause_at, sentence_at
from assistant.language.signs import FORMERLY
from assistant.patterns import compiled_later
from assistant.templates.template import PartKind
from assistant.text import Span

_RANKS = (
    "[市县区州镇乡村局厅处科股所院校行站队馆台厂]长|董事长|总经理|(?<!项目)(?<!客户)(?<!产品)(?<!职业)经理|主席|书记|主任|检察长|庭长"
    "|政委|教导员|指导员|护士长|总监|总工程师"
)
_CUES = [f"{each}长" for each in "市县区州镇乡村局厅处科股所院校行站队馆台厂事察庭士"]
_CUES += ["经理", "主席", "书记", "主任", "政委", "导员", "总监", "总工程师"]
_OF = "(?P<of>(?:(?![和与对向把在是了给同被由让协助配陪请受为找听替跟各每某其不没有曾任])[一-龥]){0,9}?)"
_POST = f"(?P<post>(?:常务副|副)?(?:{_RANKS}))"
_ENDS = "(?!助理|级|制|室|会(?![上前后])|办|医|护|科员|技师|们|后备|之一|候选|人选|信箱|热线|的?(?:助手|参谋|搭档|下属|秘书|同志|要求|部署|安排|意见))"
_SPAN_OF_TIME = "(?:[0-9]+|[一二两三四五六七八九十几多]+)(?:多|个)?年"
# What one is as one speaks of oneself, or has been for so long, or answers for
_HIS = Sought(
    _CUES,
    f"(?:(?:我|本人|自己)，?(?:这个|这名|这位|一个|一名|只是个|就是个|身为|作为|兼任|兼着){_OF}{_POST}{_ENDS}"
    f"|(?:扛起|扛稳|扛牢|扛好|担起|负起|挑起|尽到|尽好|履行|履好|履行好)(?:了|好)?(?:一名|一个)?{_OF.replace('<of>', '<of2>')}{_POST.replace('<post>', '<post2>')}"
    "(?:的|应有的|应尽的|这一|这个)?(?:责任|职责|担子|本分|义务)"
    f"|(?:坐在|坐上|占着|(?<![现实存正])在){_OF.replace('<of>', '<of3>')}{_POST.replace('<post>', '<post3>')}(?:的?任上|的?位[子置]上?|的?岗位上|这[个把一](?:位[子置]|椅子|岗位))"
    f"|(?:干了|当了|做了){_SPAN_OF_TIME}的?{_OF.replace('<of>', '<of4>')}{_POST.replace('<post>', '<post4>')}{_ENDS}"
    f"|(?:我|自己)(?:是|只是|毕竟是|就是|现任|任|当)(?:一名|一个|个|位)?(?:刚上任的|新任的?|新提拔的|刚提拔的|分管[一-龥]{{1,6}}的)?{_OF.replace('<of>', '<of6>')}{_POST.replace('<post>', '<post6>')}{_ENDS}"
    f"|(?:^|(?<=[，。；：]))(?:自从|自|从|我|自己)?(?:当上|当了|提任|升任|接任|出任|走上|任|担任|当)(?:了)?{_OF.replace('<of>', '<of7>')}{_POST.replace('<post>', '<post7>')}(?:这个|的)?(?:岗位|职务|位子|位置)?上?(?:以后|之后|后|以来|这[几些]年|{_SPAN_OF_TIME})"
    f"|(?:站在|从){_OF.replace('<of>', '<of8>')}{_POST.replace('<post>', '<post8>')}的?(?:角度|高度|立场|位置)(?:想|看|考虑|思考|来|上)"
    f"|(?:^|(?<=[，。；：]))(?:我|自己)?{_POST.replace('<post>', '<post5>')}(?:当|干|做)(?:得?[久长]了|了?{_SPAN_OF_TIME}))",
)
# 「到青溪支行任副行长」: at the very unit that the name lines tell
_CAME_TO = Sought(_CUES, f"(?:[到来]|调[到任]|赴)(?P<unit>[一-龥]{{3,10}}?)(?:担任|任|当){_POST}(?=[，。；后以])")
# What only the head of a unit does and is called by
_HEADS = Sought(
    ("主政", "主持", "班长", "之长", "一把手", "第一责任人", "当家", "掌舵"),
    "(?:^|(?<=[，。；：、“”以来是])|(?<=[月日年]))(?:我|本人|自己)?(?:开始|起)?(?P<said>主政(?:一[县市区乡镇方地]|[县市区乡镇])"
    "|主持(?:全局|全面|全院|全校|全镇|全乡|全县|全行|全中心|全公司|局里|局党组|单位|班子)(?:的)?工作(?!会)"
    "|(?:作为|身为|我是|当上?|当好)(?:一名)?(?:[一-龥]{0,3}(?:党组|党委|局里|班子)的?)?(?:班长|“班长”|班子带头人|当家人|掌舵人|一班之长)"
    "|(?:作为|身为|我是|履行|履行好)(?:本单位|全局|局里|院里|学校|党组|班子|党建(?:工作)?|全面从严治党|意识形态(?:工作)?|党风廉政建设)的?第一责任人)"
    "|(?:我|本人|自己)(?:这个|作为|身为|是)(?:班子的?|局里的?|全局的?)?(?P<called>“?班长”?(?=[，。；带没抓不])|一把手|“一把手”|当家人|掌舵人)",
)
# What a head is not
_SECONDS = Sought(
    ("副手", "二把手", "配角", "班子副职", "分管领导", "分管负责", "分管同志"),
    "(?:作为|身为|我是|自己是|当好?|做好?)(?:一名|一个|个)?(?:[一-龥]{0,3}(?:政府|党组|党委|街道|办事处|局里|公司)?(?:班子)?的?)?(?P<said>副手|“?二把手”?|配角|班子副职|分管领导|分管负责(?:人|同志)|分管同志)(?=[，。；的就要不只久对没负应]|我|本人)",
)
_X_OF_ALL = Sought(
    ("之长",), "(?:作为|身为|我是|自己是|我这个)?(?<!一技)(?:一(?P<kind>[局校院县区市镇乡村行厂所站馆])之长)"
)
# Whom one talks with, or tells of what one did: never the one who is it himself
_TALK = "谈心|谈话|沟通|交心|交换意见|商量|商议|汇报|报告|请示|说明|反映"
_AS_ANOTHER = Sought(
    _TALK.split("|"),
    f"[与同和跟向请给、](?:(?P<post>(?:[局院校镇乡县区市厂村所站馆园行]长|董事长|总经理|检察长|党[组委]书记|党工委书记|主要负责人|主要负责同志|“?一把手”?))"
    f"(?=(?:各|分别|逐一|一起|当面|书面|及时|专门|单独|[0-9一二两三]次){{0,2}}(?:{_TALK}))"
    f"|(?P<deputy>分管的?副(?:主任|[局院校镇乡县区市行馆所站]长|总经理|书记))(?=(?:当面|书面|及时|专门)?(?:{_TALK})))",
)
# Posts that are held in units of one kind alone; where a text has such a one but once, it is of its writer's kind
_OF_A_KIND = Sought(
    (
        "校长",
        "院长",
        "厂长",
        "镇长",
        "乡长",
        "村长",
        "行长",
        "局长",
        "董事长",
        "总经理",
        "车间主任",
        "村支书",
        "党委书记",
    ),
    "(?P<post>副?(?:[校院厂镇乡村行局]长|总经理|[镇乡]党委书记|[校院]党委书记)|董事长|车间主任|村支书)(?!信箱|热线|专线|助理|接待日|[们级]|质量奖|奖)",
)
# A unit of another kind that is named, or met, has its posts: 「福利院院长」, 「到学校同校长谈心」
_HAS_IT = compiled_later("(?:[院校厂镇乡村行局司团学中]|其他|兄弟|有的|该|某[一-龥]?)$")
_MET = compiled_later(
    f"{FORMERLY}|联系|包联|帮扶|家访|走访|调研|外出|考察|培训|座谈|结对|共建|联合|对接|振兴|学校|医院|企业|公司|工厂|银行|村里|下村|(?<!乡)镇(?!长|党委书记)|乡(?!镇|长|党委书记)"
    "|爱人|妻|丈夫|父|母|儿|女|同学|朋友|(?<![方提议草预档答备图教])案|通报|书中|影片|某|邻|外[县地]|兄弟|调[任到]|转[任岗]|毕业|20[0-9]{2}年[^，。；]{0,6}任"
)
_HOUSES = {
    "校": compiled_later("学校|中学(?!习)|小学|校园|师生|家长"),
    "院": compiled_later("医院|敬老院|福利院|院方|法院|检察院|卫生院|病|学院"),
    "公司": compiled_later("企业|公司|集团|厂|工地|园区|项目"),
    "厂": compiled_later("企业|工厂|水厂|电厂|园区"),
    "镇": compiled_later("(?<!乡)镇(?!长|党委书记)|乡镇(?!党委书记|长)"),
    "乡": compiled_later("乡(?!长|党委书记)|镇"),
    "村": compiled_later("村(?!长|支书)|[镇乡]"),
    "行": compiled_later("银行|支行|贷"),
    "局": compiled_later("[^我全市县区，。；]局(?!长)"),
}
# Whose line of work is to see to units of a kind
_SEES_TO = (
    ("校", compiled_later("教育|教体|学")),
    ("院", compiled_later("卫|医|疾控|政法|司法|民政|城管")),
    ("公司", compiled_later("国资|工信|经信|商务|财政|交通|住建|城|水务|供销|粮|金融|税|审计|统计|应急|市场监|科技")),
    ("厂", compiled_later("工信|经信|水务|环境|应急|国资|城|住建")),
    ("行", compiled_later("金融|银行|财政|审计")),
    ("局", compiled_later("校|院|公司|集团|厂|中心|所|站|队|馆|学|行|社")),
)
_CHIEFS = ("主要负责人", "主要负责同志", "一把手")
_SOMEBODY_ELSE = compiled_later(
    f"{FORMERLY}|他|她|同志|主要领导|主要负责|分管|协助|配合|其他|某|案例|通报|爱人|妻|丈夫|父|母|同学|前任|后任|当时的|那时|挂职|期间|要求|督促|教育|选拔|考核|各(?![开召有去走办讲谈听用只过])|评议|竞聘|推荐|先后|后来|调任|不是|并非|又不|没当|如果|假如|像|代替|替"
)
_HANDED_TO = compiled_later("(?:交|推)给[^，。；]{0,6}同志")
# Before whom somebody else is told to talk with him
_WHO_ELSE = compiled_later(
    "股|科|室|办公|副|同志|干部|成员|人员|[站所队校院]长|他|她|有的|个别|负责|由|请|要求|督促|让|使|下级|建议|应当|必须|原|前任|老|县|市|省|区|上级|某|[村社局院校镇乡企厂]里|群众|企业|居民|市民|职工|村民|家长|患者|商户"
)
_VISITED = compiled_later("联系|包联|帮扶|学校|家访|走访|调研|外出|考察|培训|座谈|结对|共建|联合|对接|扶贫|振兴")
_ABOVE_ALL = compiled_later(
    "[省市县区州]委(?!员)|政府|组织部|宣传部|纪委|监委|人大|政协|巡察|党校|工委|[镇乡村]|街道|社区"
)
_IN_A_YEAR = compiled_later("(?:19|20)[0-9]{2}年")
_AT_THAT_TIME = ("时", "期间", "那")
_THEN = compiled_later("(?:当上?|任|担任|接任|做|提任|升任)了?(?P<post>[一-龥]{2,5}?)(?:以后|之后|后|以来)")
_BEFORE = compiled_later("(?:局|院|校|县|镇|乡|区|市|行|厂)长[^，。；]{0,6}$|书记[^，。；]{0,6}$|领导[^，。；]{0,6}$")
_NEAR = 24  # characters before a clause that may tell of whom it speaks


def of_another(facts: Facts, material: MaterialFacts, own: Writer) -> Iterator[Span]:
    """Yield where a clause about the writer implies a post that none of his is."""
    if not own.post:
        return
    yield from _as_another(facts, material, own)
    found = (*_by_name(facts, material, own), *_by_other_words(facts, material, own))
    for span, said in found:
        if not _is_of_others(facts, material, span, said):
            yield span


def _as_another(facts: Facts, material: MaterialFacts, own: Writer) -> Iterator[Span]:
    """Yield the writer's own post where he talks with whoever holds it, and posts of units of another kind where one's own stand."""
    begin, end = material.outline.front_end, material.outline.end
    held = own.post.split("、")
    for start, match in _AS_ANOTHER.between(facts, begin, end):
        group = "post" if match["post"] else "deputy"
        bare = match[group].strip("“”").removeprefix("分管").removeprefix("的")
        chief = bare in _CHIEFS and own.is_first and any(post != "书记" for post in held)
        body = bare[:-2] if bare.startswith("党") and bare.endswith("书记") else ""
        mine = (bare.endswith("书记") and "书记" in held and body in own.head) if body else bare in held
        span = Span(*match.span(group)).shifted(start)
        if (mine or chief) and not _is_told_by_others(facts, material, span):
            yield span


def of_another_kind(facts: Facts, material: MaterialFacts) -> Iterator[Span]:
    """Yield the posts that nobody in a unit of the writer's kind holds, where a text has such a one but once."""
    outline = material.outline
    head = f"{writer.of(facts, material).head}\n{writer.head(facts, material)}"
    if _ABOVE_ALL.search(head) or not writer.home(facts, material).unit:
        return
    for start, match in _OF_A_KIND.between(facts, outline.front_end, outline.end):
        post, span = match["post"], Span(*match.span("post")).shifted(start)
        apart = posts.is_of_another_kind(post, head) and facts.text.count(post.removeprefix("副")) == 1
        if apart and not _is_met(facts, material, span, head):
            yield span


def _is_met(facts: Facts, material: MaterialFacts, span: Span, head: str) -> bool:
    """Tell whether whoever holds a post of another kind is met by the way, or is of a unit that the writer's sees to."""
    post = span.of(facts.text)
    kind = "公司" if post in ("董事长", "总经理", "副总经理", "车间主任") else post.removeprefix("副")[0]
    if any(kind == of and sees.search(head) for of, sees in _SEES_TO):
        return True
    in_case = any(span.overlaps(each) for each in material.answers(PartKind.CASE_ANALYSIS))
    sentence = sentence_at(facts.text, span.start)
    before = facts.text[sentence.start : span.start]
    around = before + facts.text[span.end : sentence.end]
    return in_case or bool(_HAS_IT.search(before) or _MET.search(around) or _HOUSES[kind].search(around))


def _is_told_by_others(facts: Facts, material: MaterialFacts, span: Span) -> bool:
    clause = clause_at(facts.text, span.start)
    in_case = any(span.overlaps(each) for each in material.answers(PartKind.CASE_ANALYSIS))
    before = facts.text[clause.start : span.start]
    return in_case or bool(_WHO_ELSE.search(before) or _VISITED.search(clause.of(facts.text)))


def _by_name(facts: Facts, material: MaterialFacts, own: Writer) -> Iterator[tuple[Span, str]]:
    """Yield the posts that are named, with all that is said there."""
    begin, end = material.outline.front_end, material.outline.end
    for start, match in _HIS.between(facts, begin, end):
        group = next(name for name, value in match.groupdict().items() if name.startswith("post") and value)
        then = match.string.startswith(_AT_THAT_TIME, match.end()) or _IN_A_YEAR.search(
            clause_at(facts.text, start + match.start()).of(facts.text)
        )
        held = {post.removeprefix("副") for post in own.post.split("、")}
        followed = any(each["post"] in own.post.split("、") for each in _THEN.finditer(match.string, match.end()))
        # of what one has been for years only 局长 beside 副局长: others may be held beside it
        apart = group == "post7" and match[group].removeprefix("副") not in held
        if not (then or followed or apart or told_posts.agrees(match[group], own) or told_posts.is_beside(match)):
            yield Span(*match.span(group)).shifted(start), match[0]
    for start, match in _CAME_TO.between(facts, begin, end):
        if match["unit"] in own.head and not told_posts.agrees(match["post"], own):
            yield Span(*match.span("post")).shifted(start), match[0]


def _by_other_words(facts: Facts, material: MaterialFacts, own: Writer) -> Iterator[tuple[Span, str]]:
    """Yield the words that stand for a post which the writer has not: for a head's, or for a deputy's."""
    begin, end = material.outline.front_end, material.outline.end
    for start, match in _HEADS.between(facts, begin, end) if not own.is_first else ():
        yield Span(*match.span("said" if match["said"] else "called")).shifted(start), match[0]
    for start, match in _SECONDS.between(facts, begin, end) if own.is_first and "副" not in own.post else ():
        yield Span(*match.span("said")).shifted(start), match[0]
    for start, match in _X_OF_ALL.between(facts, begin, end):
        if f"{match['kind']}长" not in own.post.split("、"):
            yield Span(*match.span()).shifted(start), match[0]


def _is_of_others(facts: Facts, material: MaterialFacts, span: Span, said: str) -> bool:
    """Tell whether the sentence up to a post speaks of somebody else, or of what was once, or tells the writer's own beside."""
    in_case = any(span.overlaps(each) for each in material.answers(PartKind.CASE_ANALYSIS))
    if in_case and not said.startswith(("我", "自己", "本人")):
        return True
    sentence, clause = sentence_at(facts.text, span.start), clause_at(facts.text, span.start)
    begin = max(sentence.start, clause.start - _NEAR)
    before = _HANDED_TO.sub("", facts.text[begin : clause.start]) + facts.text[clause.start : clause.end].replace(
        said, ""
    )
    return bool(
        _SOMEBODY_ELSE.search(before) or _BEFORE.search(facts.text[clause.start : span.start].removesuffix(said))
    )
