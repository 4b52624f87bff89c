"""措施里的话说得过满

检查什么：整改措施里，是否有“一劳永逸”“永不反弹”“百分之百满意”一类没有余地的保证。
为什么：会后要照措施逐条核对；说得过满，既难以做到，也无从核对。
怎么改：改成一个能核对的数、一个时限或一个动作。
"""

from collections.abc import Iterator

from assistant.decisions import Stage
from assistant.facts.facts import Facts
from assistant.facts.items import ItemKind, items
from assistant.facts.sought import Sought
from assistant.finding import Finding, Severity
from assistant.language.punctuation import quoted
from assistant.patterns import compiled_later
from assistant.rules.example_material import UP_TO_MEASURES
from assistant.rules.rule import Example, Rule, Scope
from assistant.text import Span

_TOO_MUCH = Sought(
    ("一劳永逸", "永不", "永远不", "百分之百", "百分百", "100%", "100％", "再也不", "绝不再", "决不再", "保证", "人人满", "人人都", "人人过", "人人合", "位群众", "位职工", "位百姓", "位居民", "位村民", "位患者", "位家长", "位学生", "位业主", "每个", "每一个", "名群众", "名职工", "名患者", "名学生", "位企业", "名企业", "名百姓", "名居民", "名村民", "名家长", "名业主", "个个", "所有",
     "一辈子", "终身", "终生", "从此", "没有一个", "没有一位", "没有一名", "没有一件", "没有一条", "没有一句", "挑不出", "挑不到", "都不会错", "都不错", "都不差", "都不会差", "都不会漏", "都不漏", "都不会出错", "都不出错", "倒背如流", "万无一失", "滴水不漏", "完美无缺", "尽善尽美", "丰碑", "人人夸", "人人称", "人人点", "人人叫", "人人都", "个个都", "个个叫", "个个夸", "个个称", "个个点", "有口皆碑", "天衣无缝",
     "任何", "一切", "绝对", "零投诉", "零上访", "零信访", "零差错", "零失误"),
    "一劳永逸|(?:根除|杜绝|消除)一切|永远不(?!忘|能|变|褪)|永不(?:再)?(?:反弹|发生|出现|复发|违反|犯)|(?:百分之?百|100[%％])(?:的)?(?:满意|达标|完成|解决|到位|合格)|[绝决]不再(?:发生|出现|有)|保证(?:今后)?[绝决]?不(?:再|留|漏)|再也不会?(?:发生|出现|有)[^，。；]{0,8}"
    "|每一?[位个名](?:群众|职工|企业|百姓|居民|村民|患者|家长|学生|业主)[^，。；]{0,4}?满意|(?:人人|个个)(?:都)?(?:满意|过硬|合格)|所有的?(?:群众|职工|企业|百姓|居民|村民|患者|家长|学生)[^，。；]{0,4}?(?:都)?满意"
    "|(?:不(?:再)?(?:发生|出现|出|留)|杜绝|消除|根除|解决)(?:任何|一切|所有)(?:的)?(?:问题|差错|失误|事故|隐患|矛盾|投诉|违纪)|绝对(?:不会|不再|保证|做到)"
    "|(?:一辈子|终身|终生)(?:都|也)?[^，。；]{0,8}?(?:不|没|满意|放心|信任)|从此(?:以后)?，?[^，。；]{0,10}?(?:没有|不再|再无|再没)[^，。；]{0,12}|没有一[个位名件条句][^，。；]{0,10}?(?:怨言|意见|不满|差错|投诉|毛病|上访|掉队|遗漏)|挑不[出到][^，。；]{0,6}?(?:毛病|问题|刺|错|不是)"
    "|一[条点个件次句项户字]都不(?:会)?(?:出错|错|漏|差)|倒背如流|万无一失|滴水不漏|天衣无缝|完美无缺|尽善尽美|(?:人人|个个)(?:都)?(?:夸|称赞|点赞|叫好)|有口皆碑|丰碑"
    "|零(?:投诉|上访|信访|差错|失误)",
)  # fmt: skip

# By what it will be seen: 「力争在质量抽查中零差错」
_WHERE_COUNTED = compiled_later("(?:力争|争取|确保)[^。；]{0,16}(?:抽查|检查|考核|评查|复核|盘点|测评)[^，。；]{0,12}$")


def check(facts: Facts) -> Iterator[Finding]:
    for material in facts.asked:
        for item in items(facts, material):
            if item.kind is not ItemKind.MEASURE:
                continue
            for begin, match in _TOO_MUCH.between(facts, item.start, item.span.end):
                if _WHERE_COUNTED.search(match.string, 0, match.start()):
                    continue
                yield RULE.finding(
                    Span(*match.span()).shifted(begin),
                    f"{quoted(match[0])}说得过满，到时不便核对。",
                    "会后要照措施逐条核对。可改成一个能核对的数、一个时限或一个动作；有明确规定的可忽略。",
                )
                break  # one is enough to look at the whole measure


RULE = Rule(
    __name__,
    __doc__,
    check,
    Severity.HINT,
    Scope.MATERIAL,
    "会后列整改清单的需要（往年通行做法，请以本单位通知为准）",
    (
        Example(
            f"{UP_TO_MEASURES}（一）保证学习时间。每周自学两次。\n（二）啃下占道经营。6月底前入场，做到⟦一劳永逸⟧。\n（三）常听意见。让⟦所有群众都满意⟧。\n（四）办好热线。⟦从此没有一个人再有怨言⟧。\n（五）学好条文。⟦一条都不会错⟧，每季度考一次。\n",
            with_template=True,
        ),
        Example(
            f"{UP_TO_MEASURES}（一）保证学习时间。永葆本色，每周自学两次，力争在质量抽查中零差错。\n（二）啃下占道经营。6月底前全部入场，答复率达到100%，满意度达到95%。从此项工作抓起，一条一条核。\n",
            with_template=True,
        ),
    ),
    Stage.REVIEW,
)
