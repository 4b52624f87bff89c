"""地名似是其他地方的

检查什么：“中国式现代化某某新篇章”“推进健康某某建设”“推动某某高质量发展”“为某某人民”“按照某某县委部署”“结合某某实际”“想清楚某某镇该怎么干”等处所写的地名，县里的材料写到的另一个县、镇里的材料写到的另一个镇（外出学习、邻近、案例除外），与标题、署名（或新建材料时填写的单位）里的地名是否一致。
为什么：这几处写的应是本地；写成别处的，一看就知是从别人的材料里移来的，审核时一般会问到。
怎么改：改为本地的名称；写的是上级所在的市、省的，可忽略。
"""

from __future__ import annotations

from collections.abc import Iterator

from assistant.facts import writer
from assistant.facts.facts import Facts
from assistant.facts.material_facts import MaterialFacts
from assistant.facts.sought import Sought
from assistant.finding import Finding, Severity
from assistant.language.sentences import sentence_at
from assistant.language.signs import FORMERLY
from assistant.patterns import compiled_later
from assistant.rules.example_material import FIRST_ASPECT, FROM_THE_SECOND_ASPECT, TITLE
from assistant.rules.rule import Example, Rule, Scope
from assistant.templates.template import PartKind
from assistant.text import Span

_RANKS = "市县区旗州镇乡"
# A name of two characters as places have them, and nothing that is said of any place
_BY_ITS_END = "[一-龥](?=[一-龥])[江河湖海溪泉州阳阴川山岭峰关宁安平丰原源林桥港浦津坪岗云昌兴城陵水口台塘湾沟坝堡寨屯庄泽洲岛坡潭渡堰埠]"
_NAME = f"(?:{_BY_ITS_END}|[江河湖海溪泉宁安平丰原源林云昌兴陵永清龙凤石青白金临柳杨梅桃槐桐柏岚澄澜][一-龥])"
_NO_NAME = compiled_later(
    "[的和与及等了业是为在有不对向让给这那各其他本我全建设新]"  # what no name of a place holds: particles, verbs
    "|[民人化学校院企产物工经文社上下级党政军务局]"  # and what people, trades and bodies are called by
    "|[农村乡市县区镇国省]"  # 「全市」, 「城区」: any place
    "|[东西南北中]$|^[东西南北中老新]城"  # a part of it: 「城东」, 「河西」
    "|平安|安全|平台|水平|关口|源头|港口|沿海|安心|清廉|海外|安定|河湖|金融|水利|林草|江山"  # common words that look like one
    "|机关|相关|公安|资源|来源|窗口|[供用排污引饮雨治节]水|园林|草原|森林|造林|矿山|林业|林场|河道|河流|湖泊|海关"
    "|[大堤塘]坝|[荒梯]山|[鱼水池山]塘|[危旧大]桥|[护山果]林|河湾|山坡|[河江海湖]面|[堤段材库树]|林地|清晰|平[凡实稳均]|丰富|永恒"
    "|青年|青春|临床|临时|清单|清理|清查|清楚|原有|原来|原因|原则|平时|平常|石油|石化|安置|安装|安防|安保|白天|金秋|丰收|永久"
    # those above the writer: a province, or a part of the country, is nobody's in particular
    "|黑龙|龙江|江苏|浙江|福建|江西|山东|山西|河南|河北|湖北|湖南|广东|广西|海南|四川|贵州|云南|陕西|甘肃|青海|宁夏|新疆|西藏"
    "|辽宁|吉林|安徽|北京|天津|上海|重庆|台湾|江南|江北|中原"
)
_BUILT = "健康|平安|法治|美丽|数字|幸福|文明|清廉|活力|和谐|信用|智慧|绿色|富强|书香|诚信|质量|魅力|宜居|现代化"
# Where the name of one's own place belongs, {} in each of these
_SLOTS = (
    # 「中国式现代化…新篇章」「谱写…高质量发展篇章」
    "现代化(?:建设)?的?{}(?=的?(?:新?篇章|新?实践|新?答卷|新?图景|新?画卷|新局面|样板))",
    "(?:谱写|书写|绘就){}[一-龥]{0,8}?(?:篇章|答卷|画卷)",
    # 「健康…建设」
    f"(?:{_BUILT}){{}}建设(?!用地|工程|项目|局|单位)",
    # 「推动…高质量发展」「为…水利事业开好局」
    (
        "(?:推进|推动|促进|服务|助力|支撑|保障|为|开创|加快){}[县市区镇]?"
        "(?:(?:经济社会|高质量|转型|跨越|追赶)发展|全面振兴"
        "|(?:“十[四五]五”)?[^，。；“”]{2,12}?事业[^，。；]{0,6}?(?:开好局|高质量|新局面|新台阶|贡献|发展))"
    ),
    # 「造福…人民」
    (
        "(?:对|为|向|让|给|使|造福|对得起|无愧于|回报|不负){}[县市区]?"
        "(?:人民(?!医院|政府|法院|检察院|代表|公园|银行|武装)|父老)"
    ),
    # 「造福…百姓」: what is done for those of a village or a river's banks is done at home, 「为清河百姓抗洪」
    "(?:造福|对得起|无愧于|回报|不负){}[县市区]?(?:百姓|群众)",
)
_SLOT = Sought(
    (
        *("现代化", "建设", "发展", "振兴", "人民", "父老", "百姓", "群众", "篇章", "答卷", "画卷"),
        *("开好局", "高质量", "新局面", "新台阶", "贡献"),
    ),
    "|".join(slot.replace("{}", f"({_NAME})") for slot in _SLOTS),
)
# 「按照宁江县委部署」: by whose bodies one goes, the Party's or the government's, of one rank with the writer's own place
_BODY_ABOVE = Sought(
    [f"{rank}{body}" for rank in "县市区旗镇乡" for body in ("委", "政府", "纪委", "党委", "人民")],
    "(?:(?<=按照)|(?<=根据)|(?<=遵照)|(?<=[经向报请在由])|(?<=落实)|(?<=围绕))"
    "(?P<place>[一-龥]{2,4}?)(?P<rank>[县市区旗镇乡])(?=委(?![员托])|政府|人民政府|纪委|党委)",
)
# Any place of the rank of one's own: 「抽查岚阳县干部档案」; whoever is of a county speaks of its towns, and of no other county
_OF_ONE_RANK = Sought(
    ("县", "旗", "区", "镇", "乡", "街"),
    # told by its rank first, since most characters are none
    "(?P<rank>[县旗区镇乡街])(?<=[一-龥][江河湖海溪泉州阳阴川岭峰关宁安平丰原源林桥港浦津坪岗云昌兴城陵口台塘湾沟坝堡寨屯庄泽洲岛坡潭渡堰埠远化德顺康武乐泰和].)"
    "(?<![社园小城地]区)(?<!街(?!道))(?<!乡(?=[村镇亲]))(?<!镇(?=化))(?![域级])",
)
_ALIKE_RANKS = ("县区旗", "镇乡街")
_RANKED = f"(?:[{_RANKS}]|街道)"
_PLAN = "“十[四五]五”"
# Where one thinks of how one's own place goes on, and of what it is like: its name, with its rank or without
_OWN_WAY = (
    # 「结合…实际」「吃透…县情」
    (
        f"(?:结合|立足|切合|贴合|符合|贴近|吃透|摸清){{name}}{_RANKED}?的?(?:发展|工作|改革|具体|当前|城乡|农业农村)?的?"
        "(?:实际|[市县区镇乡]情|家底|区位|资源禀赋)"
    ),
    # 「结合…县产业实际」「结合…街道农业农村工作」
    f"(?:结合|立足){{name}}{_RANKED}[一-龥]{{0,6}}?(?:实际|工作|情况)",
    # 「思考…“十五五”怎么干」「想清楚…镇该怎么干」
    (
        f"(?:思考|谋划|想|弄|对|思谋|琢磨|说|讲|回答|研究|关心)(?:清楚?|明白|透|好|过|了|到|的是|出)?"
        f"(?:{{sure}}|{{name}}(?={_RANKED}|[“未今明下发]|水利|教育|农业|交通|旅游|治安)){_RANKED}?的?"
        f"(?:水利|教育|农业|交通|旅游|文旅|治安|卫生|工业|经济|产业|[一-龥]{{1,4}}(?=“))?(?:{_PLAN})?(?:时期|未来|今后|明天|下一步|这五年)?(?:发展)?"
        "(?:到底|究竟)?(?:应该|应当|该|要)?(?:(?:怎么|怎样|如何)(?=干|走|发展|变|兴|转|突围|作为|谋|抓)|往哪|靠什么|向何处|干什么|做什么)"
    ),
    # 「形成…“十五五”项目清单」
    (
        "(?:编制|编好|谋划|形成|研究|提出|完善|制定|落实|推动|推进|起草|聚焦|围绕|服务|思考)"
        f"{{name}}{_RANKED}?的?{_PLAN}(?:规划|重点|时期|发展|项目|开局|[一-龥]{{0,6}}清单)"
    ),
    # 「变成…自己的路子」「转化为…的项目」
    (
        f"(?:变成|转化为|转化成|走出|闯出|蹚出|讲好|唱响)(?:一条|符合|具有)?(?:{{sure}}|{{name}}(?={_RANKED})){_RANKED}?"
        "(?:自己的|的(?:项目|路子|行动|实践|举措|实招|思路|办法|具体)|特色|样板|路子|故事|模式|路径|实践|声音)"
    ),
    # 「扎根…大地」「…这片热土」
    "(?:热爱|扎根|奉献|情系|在|为|对){name}(?:大地|热土|儿女|这[片方块](?:热土|土地|大地))",
    # 「我来…镇工作」
    f"(?:我来|自来|调来|来到)(?:{{sure}}|{{name}}(?={_RANKED})){_RANKED}?(?:工作|任职|履职)",
)
_OF_ONES_OWN = Sought(
    (
        *(
            "结合",
            "立足",
            "切合",
            "贴合",
            "符合",
            "贴近",
            "吃透",
            "摸清",
            "怎么",
            "怎样",
            "如何",
            "往哪",
            "靠什么",
            "向何处",
        ),
        *("干什么", "做什么", "“十四五”", "“十五五”", "变成", "转化", "走出", "闯出", "蹚出", "讲好", "唱响"),
        *("大地", "热土", "儿女", "这片", "这方", "这块", "我来", "自来", "调来", "来到"),
    ),
    "|".join(slot.replace("{name}", f"({_NAME})").replace("{sure}", f"({_BY_ITS_END})") for slot in _OWN_WAY),
)
_AS_RANKED = compiled_later(_RANKED)
_FROM_ABOVE = compiled_later("[省市州]委|省里|市里|总公司|集团")
_TOLD_BEFORE = 30  # characters of a sentence before a name, in which it is told that another place is meant
_NEAR = 10  # characters before a quotation in which its author stands
_JOURNEY = compiled_later(
    "学习|借鉴|经验|邻|毗邻|交界|相邻|籍|出生|老家|赴|参观|异地|交叉|跨|协作|兄弟|(?<![档方议提草预])案(?!子)|父|母|妻|爱人|丈夫|来自|、[一-龥]{2}[县区镇乡]"
)
# What tells that another place is meant: another time, another post, a journey, a case, help for others
_ELSEWHERE = compiled_later(f"{FORMERLY}|考察|外地|兄弟|(?<![方提档草预])案|通报|调任|交流|对口|帮扶|援")


def check(facts: Facts) -> Iterator[Finding]:
    for material in facts.asked:
        found = [*_in_slots(facts, material), *_in_bodies_above(facts, material)]
        of_one_rank = [*_of_one_rank(facts, material, {span for span, _ in found})]
        found += of_one_rank
        home = writer.home(facts, material) if found else None
        if home is None or not home.places:
            continue
        text = facts.text[material.outline.start : material.outline.end]
        cases = material.answers(PartKind.CASE_ANALYSIS)
        for span, rank in found:
            name = span.of(facts.text)
            is_own = name in home.head
            is_of_another_rank = bool(rank) and rank not in home.places.values()  # the city above one's county
            is_spoken_of = text.count(name) > 1  # what is named again and again is no leftover
            if is_own or is_of_another_rank or is_spoken_of or any(span.overlaps(each) for each in cases):
                continue
            sentence = sentence_at(facts.text, span.start)
            if not _ELSEWHERE.search(facts.text, max(sentence.start, span.start - _TOLD_BEFORE), sentence.end):
                places = "、".join(f"{place}{of}" for place, of in home.places.items())
                message = f"此处写“{name}”，标题、署名里的地名是“{places}”。"
                yield RULE.finding(span, message, "请核对是否本地的名称；写的是上级所在的市、省的可忽略。")


def _in_slots(facts: Facts, material: MaterialFacts) -> Iterator[tuple[Span, str]]:
    """Yield the places that stand where one's own belongs, with the rank that is told of them."""
    outline = material.outline
    for slots in (_SLOT, _OF_ONES_OWN):
        for start, match in slots.between(facts, outline.preface_span.start, outline.end):
            place = match.lastindex or 0  # each slot has but this group
            if not _NO_NAME.search(match[place]) and not _is_quoted_from_above(match.string, match.start(place)):
                rank = _AS_RANKED.match(match.string, match.end(place)) if slots is _OF_ONES_OWN else None
                yield Span(*match.span(place)).shifted(start), rank[0] if rank else ""


def _of_one_rank(facts: Facts, material: MaterialFacts, told: set[Span]) -> Iterator[tuple[Span, str]]:
    """Yield the places of the rank of one's own wherever they are spoken of, unless one is there on a journey or compares."""
    outline = material.outline
    for start, match in _OF_ONE_RANK.between(facts, outline.preface_span.start, outline.end):
        span = Span(match.start() - 2, match.start()).shifted(start)
        own = "".join(writer.home(facts, material).places.values())
        alike = next((ranks for ranks in _ALIKE_RANKS if match["rank"] in ranks), "")
        if span in told or not set(alike) & set(own) or _NO_NAME.search(span.of(facts.text)):
            continue
        if not _JOURNEY.search(sentence_at(facts.text, span.start).of(facts.text)):
            yield span, match["rank"] if match["rank"] in own else own[-1]


def _is_quoted_from_above(paragraph: str, at: int) -> bool:
    """Tell whether a place stands in words of the city or province, which speak of their own: 市委“谱写…新篇章”的要求."""
    before = paragraph[:at]
    begin = before.rfind("“")
    return begin > before.rfind("”") and _FROM_ABOVE.search(before, max(0, begin - _NEAR), begin) is not None


def _in_bodies_above(facts: Facts, material: MaterialFacts) -> Iterator[tuple[Span, str]]:
    """Yield the places by whose bodies one goes, with their rank."""
    outline = material.outline
    for start, match in _BODY_ABOVE.between(facts, outline.preface_span.start, outline.end):
        if not _NO_NAME.search(match["place"]) and not writer.NO_PLACE.search(match["place"]):
            yield Span(*match.span("place")).shifted(start), match["rank"]


_TEXT = (
    TITLE
    + "{}　林知远\n按照{}通知要求，围绕奋力谱写中国式现代化{}新篇章，检查如下。\n"
    + FIRST_ASPECT
    + "1.学得浅。{}\n"
    + FROM_THE_SECOND_ASPECT
)

RULE = Rule(
    __name__,
    __doc__,
    check,
    Severity.HINT,
    Scope.MATERIAL,
    "材料须写本单位、本人的事（审核常见意见）",
    (
        Example(_TEXT.format("枫林县水务局副局长", "县委", "⟦柏河⟧", "学得浅。"), with_template=True),
        Example(
            _TEXT.format(
                "枫林县水务局副局长",
                "⟦柏河⟧县委",
                "枫林",
                "推进健康⟦清源⟧建设想得少，对⟦青岚⟧人民，没有为⟦白鹭⟧高质量发展出力。",
            ),
            with_template=True,
            shown=False,
        ),
        Example(
            _TEXT.format(
                "枫林县水务局副局长",
                "县委",
                "枫林",
                "落实市委“书写柏河新答卷”的要求不细，推动东城高质量发展慢，为水口镇百姓抢修晚到两个小时，为清河百姓抗洪、对山阳群众和河西群众过问少，推进健康枫林建设想得少，推进平安校园建设、美丽乡村建设慢，为城市高质量发展、为江苏高质量发展、为县人民医院供水，对全县人民负责不够，到柏河县考察时为柏河人民办的事看得多。按照清源市委部署，推动清源高质量发展。",
            ),
            with_template=True,
        ),
        Example(
            _TEXT.format(
                "枫林县白鹭镇副镇长",
                "县委",
                "枫林",
                "没有结合⟦临溪⟧实际定措施，对⟦岚坪⟧镇该怎么干想得少，形成⟦河阳⟧“十五五”项目清单慢，没有变成⟦松塘⟧自己的路子。",
            ),
            with_template=True,
        ),
        Example(
            _TEXT.format(
                "枫林县白鹭镇副镇长",
                "县委",
                "枫林",
                "结合窗口实际、白鹭实际，想清楚枫林怎么干、青年怎么留、河堤怎么守，没有转化为清晰的思路，结合岚州市实际印发文件。曾在清河工作，结合清河实际办过学。",
            ),
            with_template=True,
        ),
        Example(
            _TEXT.format(
                "枫林县水务局副局长",
                "县委",
                "枫林",
                "市委组织部抽查⟦怀远⟧县干部档案，去年⟦平阳⟧县财政安排资金。到白鹭镇、白石乡去得少，山区县的路难修，到邻近的清源县学习一次，联系柏河市水务局。",
            ),
            with_template=True,
            shown=False,
        ),
        Example(_TEXT.format("某县水务局副局长", "县委", "柏河", "学得浅。"), with_template=True),
        Example(
            _TEXT.format("中共枫林县委组织部副部长", "县委", "⟦柏河⟧", "学得浅。"), with_template=True, shown=False
        ),
        Example(_TEXT.format("国网枫林县供电公司副经理", "县委", "枫林", "对枫林人民负责不够。"), with_template=True),
    ),
)
