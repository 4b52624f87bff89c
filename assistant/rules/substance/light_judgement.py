"""问题说得偏轻，或把优点写成不足

检查什么：问题和原因里，是否有“总体上问题不大”“在所难免”“瑕不掩瑜”“还可再强一点”一类说得偏轻的话，或“过于追求完美”“对自己要求太严”一类名为不足、实为优点的话。
为什么：说得偏轻，或者写的是优点，看不出差在哪里，审核时常会问到。
怎么改：写出一件具体的事和差在哪里；写的是自己当时的想法，可写明“当时觉得”。
"""

from collections.abc import Iterator

from assistant.decisions import Stage
from assistant.facts.facts import Facts
from assistant.facts.items import ItemKind, items
from assistant.facts.sought import Sought
from assistant.finding import Finding, Severity
from assistant.language.punctuation import quoted
from assistant.language.sentences import sentence_at
from assistant.patterns import compiled_later
from assistant.rules.example_material import FROM_THE_SECOND_ASPECT
from assistant.rules.rule import Example, Rule, Scope, in_section
from assistant.structure.outline import Section
from assistant.text import Span

_LIGHT = Sought(
    ("或多或少", "程度", "可能", "没有什么", "没有太大", "没有大", "没有明显", "没有突出", "没有严重", "并无", "不存在",
     "无关", "略有", "稍显", "稍有", "稍微", "牢固，", "牢固的", "扎实，", "扎实的", "到位，", "到位的", "平稳", "认真，", "认真的", "规范，", "规范的", "问题不", "问题并", "问题都", "问题也", "大碍", "掩瑜", "伤大雅", "微瑕", "美中不足", "小瑕疵", "在所难免",
     "情有可原", "人之常情", "不值一提", "微不足道", "体到位", "体较", "上较", "本较", "过硬", "体较好", "体良好", "上到位", "上较好", "上良好", "本到位", "本较好", "本良好", "偶有", "比较紧，", "比较好，", "比较实，", "比较严，", "比较多，", "比较高，", "重视，", "总的来", "个别时候", "偶尔", "极个别", "难免", "是好的", "还好的", "也好的",
     "，仅", "，只是", "，只有个", "，只有极", "，个别", "，极个别", "仅个别", "仅有个", "仅极个", "仅有极", "仅少", "仅有少", "可再", "可以再", "能再", "需再", "应再",
     "不错", "可以的", "还可以", "是可以", "过得去", "还算", "一个人的"),
    "(?:有时|可能|或多或少|某种程度上?|一定程度上?)[^，。；]{0,6}?(?:可能|或多或少|某种程度上?|一定程度上?)[^，。；]{0,8}?(?:不太|不大|不很|一些|有点|有些|少许)[^，。；]{0,8}|(?:没有|并无|不存在)(?:什么大?|太大|大|明显|突出|严重)的?(?:问题|毛病|不足)|问题(?:并|都|也)?不(?:算)?大(?!胆)"
    "|无(?:伤大雅|关大碍|大碍)|没有?大碍|瑕不掩瑜|白璧微瑕|美中不足|小瑕疵|在所难免|情有可原|人之常情|不值一提|微不足道"
    "|总的来[看说讲]，?(?:还|是|也)*(?:好的|不错)|(?:个别时候|偶尔|极个别|难免)[^，。；]{0,6}?(?:略|稍|有点|小|轻)(?:有|显|微|许)?[^，。；]{0,6}"
    "|(?:总体|整体|基本)上?(?:来说|来看|而言)?，?(?:还|是|也)+(?:好的|不错|可以的|过得去)|还(?:算|是)(?:不错|可以)的?(?=[，。；])"
    "|(?:总体|整体|基本)上?(?:到位|较[好强高实]|良好|过硬|不错)(?=[，。；])|偶尔(?:也)?(?:有所|有些|会有)?(?:放松|松懈|疏忽|懈怠)|偶有(?:疏漏|疏忽|松懈|不足|偏差|瑕疵)"
    "|无关(?:大局|紧要)|略有(?:不够|不足|欠缺|差距|松懈|放松|欠佳)|稍(?:显|有|微)(?:不足|欠缺|松懈|不够)"
    "|(?:十分|非常|比较|总体|一直)(?:上)?(?:是)?(?:牢固|扎实|到位|平稳|不错|认真|规范)的?(?=，(?:只是|仅|偶尔|个别))"
    "|(?:十分|非常|比较|总体|一直|一贯|始终|较为?|严肃|平稳|抓得较?)[^，。；]{0,2}?(?:平稳|有序|严格|严肃|良好|认真|扎实|紧|实|严|好)(?=，(?:只是|仅|只有极?个别|极?个别(?:时候|环节|地方|方面|同志)))|仅有?(?:个别|极个别|少数|少量)(?:疏漏|疏忽|瑕疵|不足|偏差|欠缺)"
    "|(?:还|尚|仍|也)(?:可以?|能|需|应)再[^，。；]{0,4}?(?:一点|一些|些|提高|提升|加强|改进|完善|优化|深入)(?=[，。；]|$)"
    "|(?:比较(?:紧|好|实|严|多|高)|(?:总体|一直|比较)(?:上)?重视)(?=，(?:只是|只不过|仅仅?|偶尔|个别))|不(?:只|单|光)?是(?:我|本人|自己)一个人的(?:问题|事|责任)",
)  # fmt: skip
_VIRTUES = "关心|爱护|体贴|宽厚|仁慈|求全责备|事必躬亲|精益求精|亲力亲为|追求完美|认真(?:负责)?|负责任?|投入|细致|严谨|忘我|敬业|勤奋|无私|务实|执着|较真|谦虚|低调|实在|热心|善良"
_STRENGTH = Sought(
    (
        *(what + how for what in ("要求", "得", "心", "感", "热情", "积极性", "劲头") for how in "过太"),
        *(how + virtue.partition("(")[0].rstrip("任?") for how in "于分过太" for virtue in _VIRTUES.split("|")),
        *(
            lacking + whom
            for lacking in ("伴", "陪", "顾", "欠", "了")
            for whom in ("家人", "家庭", "孩子", "父母", "妻子", "爱人")
        ),
        *("追求完美", "太好说话", "于人性化", "一心扑", "忘了自己的", "忽视了自己的"),
    ),
    "(?:对|给)?(?:自己|工作)的?要求(?:过|太|过于|过分)(?:高|严格?|细)|(?:工作|事情|材料|细节|任务)?(?:抓|做|管|想|写|干)得(?:过|太|过于)(?:细致?|认真|实|严谨|扎实|投入|周全)"
    f"|(?<!不)(?:过于|过分|太过|太)(?:{_VIRTUES})|追求完美"
    "|(?:责任心|事业心|责任感|上进心)(?:过|太|过于)(?:强|重)|工作(?:热情|积极性|劲头)(?:过|太)(?:高|足)|心太软|太好说话|过于人性化|(?<![要多想陪去])(?:陪伴|陪|照顾|亏欠)(?:了)?(?:家人|家庭|孩子|父母|妻子|爱人)(?!为由)(?:[^，。；]{0,4}(?:太少|不够|较少|不多))?|一心扑在工作上|(?:忽视|忘)了自己的(?:身体|健康|休息)",
)
# What makes a fault a small one, by what it is put together of: that it is not great, has little effect, is excused,
# is everybody's, not to be blamed, or beside what is good on the whole
_GREAT = "(?:什么|多)?(?:大|严重|要紧|了不得|不得了|原则性?|根本性?|致命|实质性?)的?"
_FAULT = "毛病|错误|错|过错|差错|失误|损失|影响|后果|过失|事情|事(?!项|业|故)|不当|偏差|漏洞|缺陷|出入"
_EFFECT = "影响|损失|后果|危害|波及面|副作用|负面作用"
_SMALL = "不大|不深|不坏|很小|极小|较小|甚微|极其?有限|十分有限|非常有限|相当有限|很有限|有限|轻微|微乎其微|可控|不明显|很快(?:就)?消[除失]"
_GOOD = "好|干净|清白|健康|过硬|过得硬|把得住|站得住|守得住|稳当|可靠|合格|正确|没问题|说得过去|交代得过去|经得起(?:检验|考验)|没有走偏|没有跑偏"
_MADE_SMALL = Sought(
    (
        *("算不上", "算不得", "谈不上", "称不上", "说不上", "不至于", "不算", "并不是", "并没有", "并非", "没有造成", "没造成", "未造成"),
        *("不大", "不深", "不坏", "很小", "极小", "较小", "甚微", "有限", "轻微", "微乎", "可控", "不明显", "很快"),
        *("不易", "难得", "不容易", "尽力", "尽了力", "不错", "够好", "够快", "强人所难", "力所不及"),
        *("哪个", "哪家", "谁", "人人", "家家", "大家", "别处", "别人", "到处"),
        *("不必", "不用", "无须", "无需", "用不着", "犯不着", "不宜", "不应"),
        *("总体上", "整体上", "大体上", "基本上", "主流", "大面上", "本质上", "大的原则", "大的方面", "大方向", "大节"),
        *("小" + what for what in ("疏忽", "毛病", "问题", "失误", "瑕疵", "过失", "偏差", "纰漏", "节", "过错", "事一桩")),
        *("略微", "稍稍", "稍微", "一时", "略略", "有点儿"),
    ),
    f"(?:算不上|算不得|谈不上|称不上|说不上|不至于(?:有|是)?|不算|并不是|并没有|并非|没有?造成|未造成){_GREAT}(?:{_FAULT})"
    f"|(?:{_EFFECT})(?:也|并|都|还|是|其实|算是)*(?:{_SMALL})(?=[，。；]|$)"
    "|(?:已经?|也|就)(?:算|属|是|很)*(?:不易|难得|不容易|尽力|尽了力|很?不错|够好|够快)了?(?=[，。；]|$)|强人所难|力所不及"
    "|(?:哪个|哪家|谁)[^，。；]{0,4}?没[^，。；有]{1,4}过(?=[，。；]|$)|(?:谁|人人|家家|大家|别处|别人|到处)(?:都|也)(?:是|会)?(?:这样|这么[干做办]|如此|一样|难免|免不了)的?(?=[，。；]|$)"
    "|(?:不必|不用|无须|无需|用不着|犯不着|不宜|不应)(?:过于|过分|太)?(?:苛责|苛求|深究|大惊小怪|上纲上线|小题大做|自责)"
    f"|(?:总体上|整体上|大体上|基本上|主流上?|大面上|本质上|大的原则|大的方面|大方向上?|大节上?)[^，。；不没]{{0,10}}?(?:还是|也是|都是|仍是|是|还|都)[^，。；不没]{{0,8}}?(?:{_GOOD})的?(?=[，。；]|$)"
    "|(?:只是|只不过是?|不过是|无非是?|仅仅?是)[^，。；]{0,10}?小(?:疏忽|毛病|问题|失误|瑕疵|过失|偏差|纰漏|节|过错|事一桩)(?=[，。；]|$)"
    "|(?:略微|稍稍|稍微|一时|略略|有点儿)地?(?:松|放松|疏忽|懈怠|大意|走神|慢|欠|不足|不够|差)了?[^，。；]{0,5}(?=[，。；]|$)",
)  # fmt: skip
# What he thought then is told as a fault: 「总觉得问题不大」.
_THOUGHT = compiled_later(
    "认为|觉得|以为|总想|心里|看成|看作|当成|当作|视为|侥幸|心态|借口|安慰|原谅|自我感觉|误以|想法|念头|说成|口头|满足|麻痹|只求|图|凑合|思想|没有把|原以为"
)
_THOUGHTS = ("的思想", "的想法", "的心态", "”")
_TURNED = compiled_later("[^，。；]{0,8}[，；]?(?:但|却|然而|可是|不过)")  # 「一般的工作没有什么问题，但遇到新问题…」
_NEAR = 2  # clauses, with the one it stands in, in which a thought is told of what is made small
_OF_OTHERS = compiled_later("群众|干部|同志|企业|下属|部下|孩子|他|她|家长|学生|患者")


def check(facts: Facts) -> Iterator[Finding]:
    for material in facts.asked:
        for item in items(facts, material):
            if item.kind is not ItemKind.MEASURE:
                yield from in_section(facts, _found, item.section)


def _found(facts: Facts, section: Section) -> Iterator[Finding]:
    for sought, message, advice in (
        (_LIGHT, "说得偏轻", "可写出一件具体的事和差在哪里；写的是当时的想法，可写明“当时觉得”。"),
        (_MADE_SMALL, "说得偏轻", "可写出一件具体的事和差在哪里；写的是当时的想法，可写明“当时觉得”。"),
        (_STRENGTH, "似为优点", "查摆宜写不足。可写出由此带来的一件具体的事；本意如此的可忽略。"),
    ):
        for begin, match in sought.between(facts, section.start, section.end):
            span = Span(*match.span()).shifted(begin)
            if _is_judged(facts, span, sought):
                said = quoted(span.of(facts.text))
                yield RULE.finding(span, f"{said}{message}。", advice)
                break  # one is enough to look at the whole item


def _is_judged(facts: Facts, span: Span, sought: Sought) -> bool:
    """Tell whether the writer judges himself so, and does not tell what he thought, or what he takes back at once."""
    sentence = sentence_at(facts.text, span.start)
    before, after = facts.text[sentence.start : span.start], facts.text[span.end : sentence.end]
    thought = before if sought is _LIGHT else "，".join(before.split("，")[-_NEAR:])
    if (
        facts.in_case(span.start)
        or facts.is_quoted(span.start)
        or _THOUGHT.search(thought)
        or after.startswith(_THOUGHTS)
    ):
        return False
    return not (_OF_OTHERS.search(before) if sought is _STRENGTH else _TURNED.match(after))


RULE = Rule(
    __name__,
    __doc__,
    check,
    Severity.HINT,
    Scope.MATERIAL,
    "多地审核意见提到的“避重就轻”（见于两处以上公开材料）",
    (
        Example(
            "一、存在的突出问题\n（一）带头强化政治忠诚方面\n1.学习抓得松。全年自学只有五次，但总体上⟦没有什么大的问题⟧。\n"
            f"2.⟦过于追求完美⟧。一份报告改了五遍才上报。\n{FROM_THE_SECOND_ASPECT}",
            with_template=True,
        ),
        Example(
            "一、存在的突出问题\n（一）带头强化政治忠诚方面\n1.监督抓得紧、⟦总体平稳有序⟧，仅有个别疏漏。去年三次点验没有到场。\n"
            f"2.攻坚连年靠前，但韧劲⟦还可再强一点⟧。一处缺陷拖了半年。\n3.评审环节还可以再压缩，却一直没有压。\n{FROM_THE_SECOND_ASPECT}",
            with_template=True,
            shown=False,
        ),
        Example(
            "一、存在的突出问题\n（一）带头强化政治忠诚方面\n1.学习抓得松。全年自学只有五次，总觉得问题不大，拖一拖也是人之常情。以暑假要陪孩子为由少值了两天班。\n"
            "2.对干部要求过高，帮得少。存在“问题不大”的想法，看不到问题不大胆说。\n"
            f"3.不存在没有问题的地方，找得不够。工作做得不细，管得太死。对支部的事不太关心，做事不太细致。\n{FROM_THE_SECOND_ASPECT}",
            with_template=True,
        ),
        Example(
            "一、存在的突出问题\n（一）带头强化政治忠诚方面\n1.巡库走过场。两次没有到坝上，⟦算不上什么大错⟧。\n2.接待不热情。有用户白跑一趟，⟦影响十分有限⟧。\n"
            f"3.学习抓得松。站里⟦谁没缺过⟧。\n4.记录不实。总觉得补几笔算不上大错，领导不在家谁没来过也记不清，示范的作用有限。\n{FROM_THE_SECOND_ASPECT}",
            with_template=True,
            shown=False,
        ),
    ),
    Stage.REVIEW,
)
