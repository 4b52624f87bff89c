"""对问题的定性较重

检查什么：问题和原因里，是否有“理想信念动摇”“对党不够忠诚”“严重脱离群众”“从不学习”一类定性很重的话，而这一句和前后两句没有具体的事；“彻底丧失”“严重动摇”“丢掉应有的立场”一类的话，写了具体的事也提示。
为什么：定性重于事实，容易引起误解；审稿时一般首先注意这类话。
怎么改：确是本意的可忽略；不是的，改写成具体表现。程序只提示，不作判断，也不代改。
"""

import re
from collections.abc import Iterator

from assistant.decisions import Stage
from assistant.facts.facts import Facts
from assistant.facts.material_facts import MaterialFacts
from assistant.finding import Finding, Severity
from assistant.language.punctuation import quoted
from assistant.language.sentences import sentence_at
from assistant.language.signs import INSTANCE, Sign
from assistant.patterns import compiled_later
from assistant.rules.example_material import FROM_THE_SECOND_ASPECT
from assistant.rules.rule import Example, Rule, Scope, in_section
from assistant.structure.outline import Section
from assistant.templates.template import PartKind
from assistant.text import Span

_LOST = (
    "(?:政治立场|人民立场|群众立场|理想信念|信仰|对党忠诚|纪律观念|规矩意识|法纪意识|党性(?:观念|原则)?|宗旨意识|初心|政治底线|敬畏之心)(?:[就也都已有了过]|已经|完全|彻底|严重|根本|一度|逐渐|开始|发生|出现|产生){0,3}"
    "(?:动摇|丧失|崩塌|沦丧|扭曲|蜕变|变质|滑坡|缺失|失守|瓦解|荡然无存|迷失)"
)
# What a Party member must not lose, and how one says that it is gone: before it (「丧失了应有的政治立场」) or behind it
_DEAR = "(?:政治|人民|群众|党性)?(?:立场|原则)|(?:理想)?信念|信仰|忠诚|党性|(?:根本|党的)?宗旨|初心|使命|底线|本色|(?:政治|正确)方向|誓[言词]|良知|良心|人格|觉悟|气节|操守|纪律观念|组织观念|敬畏之心"
_GIVEN_UP = "丧失|背离|背弃|背叛|抛弃|丢弃|丢掉|丢失|失去|动摇|放弃|践踏|出卖|违背|偏离|脱离|忘却|遗忘|忘记|忘掉|丢光|迷失|亵渎|辜负"
_ALTOGETHER = "完全|彻底|严重|根本|全然|全部|公然|早已|极度|一味|已经|肆意"
_LESS = "(?:应有|起码|最基本|基本|最起码|一名?党员应有|共产党人?员?)"
# What one answers for, and that it is ruined, in one clause: 「政治生态恶化溃烂」, 「公然抛弃主体责任」
_SACRED = "党和人民|党的事业|共产主义|马克思主义|政治(?:生态|集体|生命|灵魂|品格|方向|立场|本色)|办[学院党][^，。；]{0,2}方向|主体责任|党性(?!修养|锻炼|教育|分析)|宗旨|初心|信仰|信念|良知|良心|人格|灵魂|誓[言词]|先锋队|底线"
_RUINED = "犯罪|名存实亡|溃烂|腐烂|烂透|葬送|断送|出卖|背叛|抛弃|背弃|践踏|亵渎|玷污|瓦解|土崩|崩塌|垮塌|沦丧|沦落|堕落|蜕变|变质|变色|迷失|丢光|泯灭|破产|坍塌|不信|仇视|决裂|崩盘|殆尽|瘫痪|死亡"
# Whom one has become
_SOMEBODY_BAD = (
    "保护伞|帮凶|(?<!得)罪人|叛徒|蛀虫|绊脚石|同谋|傀儡|附庸|敌人|毒瘤|祸根|逃兵|伪君子|两面派|牺牲品|奴隶|俘虏"
)
# What is heavy by itself and no event makes lighter
_UTTER = (
    f"(?:{_SACRED})[^，。；：“”不没防]{{0,10}}?(?:{_RUINED})|(?:{_RUINED})[^，。；：“”没]{{0,8}}?(?:{_SACRED})",
    f"(?:充当|成了|成为|沦为|当了|做了|变成|当起|做起)了?(?:[^，。；：“”不没]|不(?=正之风|良|法)){{0,10}}?(?:{_SOMEBODY_BAD})",
    f"(?:(?:{_ALTOGETHER})[上地]?)+(?:就|都|已|是)?(?:{_GIVEN_UP})(?:了)?[^，。；“”不没]{{0,12}}?(?:{_DEAR})",
    f"(?:丧失|背弃|抛弃|践踏|出卖|背叛|亵渎)(?:了)?(?:党的?|自己的?|一名?)?[^，。；“”不没]{{0,8}}?(?:{_DEAR})(?!教育|不)",
    f"(?:放弃|失去|丢掉|丢弃|背离|违背|偏离|丧失)(?:了)?[^，。；“”不没]{{0,6}}?{_LESS}的?[^，。；“”不没]{{0,4}}?(?:{_DEAR})",
    f"(?:{_DEAR})(?:上|方面)?(?:[就也都已有了过]|出现|发生|产生|开始)*(?:了)?(?:(?:{_ALTOGETHER})[性的]?)+(?:动摇|丧失|崩塌|崩溃|沦丧|扭曲|蜕变|变质|滑坡|缺失|失守|瓦解|迷失|偏离|背离|松动|倒退)",
    # What was done cannot be made good, or was a crime
    "(?:不可|不能|无法|难以|无可)(?:挽回|饶恕|原谅|宽恕|估量|弥补)的?(?:巨大|重大|严重)?(?:损失|影响|后果|错误|过错|罪过|罪责|责任)",
    "(?<![会将要能免必])(?:犯下|犯了|铸成|酿成)(?:了)?[^，。；“”]{0,8}?(?:大错|罪行|罪过|(?<!得)罪(?!人|于)|严重错误|重大错误)",
    "(?:底线|防线|阵地|责任|治党|初心|原则)[^，。；]{0,4}?(?:全面|彻底|已经?|完全|全线)失守",
    "(?:全面|彻底|全线|完全)(?:失守|崩盘|溃败|垮塌|沦陷)|荡然无存|放任纵容|姑息纵容|姑息养奸|(?:制度|规矩|纪律|规定|法规|党纪)[^，。；“”]{0,4}(?:当成|当作|视为|视同)了?(?:一[张纸])?(?:废纸|儿戏)",
    # The will, the conscience, the shame of a person
    "革命意志(?:彻底|完全|严重|已经?|早已)+(?:衰退|消沉|减退|丧失)",
    "(?:彻底|完全|日益|已经)堕落|背弃(?:了)?|极(?:端|其|为|度)?不负责任?",
    "丧失(?:了)?[^，。；“”]{0,8}?(?:觉悟|良知|良心|人格|资格)|灵魂[^，。；“”]{0,6}?(?:肮脏|丑陋|扭曲|出卖|堕落)|肮脏",
    "养育之恩|(?:无颜|无脸|没脸)(?:面对|去?见)|可耻|耻辱|卑鄙|无耻|玷污(?:了)?|(?<!得)罪人|醉生梦死|利令智昏",
    # A breach of law or discipline
    "(?<![不未没])构成(?:了)?(?:严重|极其严重)?(?:违纪|违法|犯罪|渎职|失职)(?:违法|犯罪|渎职)*(?!的|行为|案|问题)",
    "罪责难逃|罪孽|罪不可[^，。；]{1,2}",
    # Words for a bad character
    "(?:极其|极为|极端|十分|非常)(?:恶劣|自私|腐败)|素质(?:低下|低劣|极差)",
    "屡教不改|不思悔改|执迷不悟|顽固不化|自甘堕落|人格分裂|欺上瞒下|贪得无厌|中饱私囊|徇私舞弊|徇私枉法|监守自盗|利欲熏心|唯利是图|见利忘义|恬不知耻|寡廉鲜耻|专横跋扈|飞扬跋扈",
    "欺压(?:群众|百姓)|鱼肉百姓|草菅人命",
    "害群之马|蛀虫|败类|毒瘤|不学无术|一塌糊涂|麻木不仁|不可救药|一错再错|不配(?:做|当|称)|枉为|愧为",
)
_HEAVY = Sign(
    *_UTTER,
    # Belief and stand
    "局限于思想上的追随",
    "(?:政治|理想)?(?:立场|信仰|信念|态度)(?:不坚定|不够坚定|动摇|有所动摇|出现动摇|有过动摇|产生动摇|模糊|(?:有所|出现|有过|发生|产生)?(?:松动|偏移|摇摆))",
    "(?:理想)?信念(?:缺失|丧失|滑坡|崩溃|崩塌)|心灰意冷",
    # Loyalty
    "对党不(?:够)?忠诚|忠诚度不(?:够|高)",
    "(?:政治)?忠诚(?:不够|有差距|打了折扣|不纯粹|不彻底)",
    "阳奉阴违|口是心非|两面人|有二心|怀有?异心|不忠于党",
    # The Party's cause
    "背离(?:了)?(?:初心|宗旨|党)|违背(?:了)?(?:初心|党性|入党誓词)",
    "革命意志(?:衰退|消沉|减退)|信仰缺失|精神缺[“‘]?钙|离心离德|忘(?:了|记了)入党(?:誓词|初心)",
    "思想(?:空虚|蜕化|滑坡|变质)|精神萎靡",
    "(?:未能|没有|没能)(?:坚守|守住|站稳)(?:住)?(?:政治立场|理想信念|信仰|初心|党性原则|政治底线)|思想防线(?:松动|失守|出现缺口)",
    _LOST,
    "[一-鿿]{2,6}(?:彻底|完全|全部|已经?|早已)(?:丧失|沦丧|泯灭|崩塌|垮掉|丢光)(?!的|作用|活力|资格|效力)",
    # Nothing of it is left
    "毫无(?:感情|原则|党性|纪律|责任心|担当|底线|规矩|组织观念)|(?:党性|纪律|组织|宗旨|规矩|责任|法纪)(?:观念|意识|原则)?全无",
    "(?:思想|生活|作风)(?:严重)?腐化|毫无[^，。；]{2,6}可言|腐化堕落|腐化变质",
    "目无(?:法纪|组织|纪律|党纪)|无视(?:党纪|纪律|组织)",
    # What is said of those who are expelled
    "蜕化变质|违法乱纪|背叛|包庇|占着位子",
    "丧失(?:了)?(?:共产党人|共产党员|党员)的|思想[^，。；]{0,6}(?:变质|腐朽)",
    "一盘散沙|(?:道德|思想|廉洁|纪律|法纪)防线[^，。；]{0,4}?(?:崩溃|崩塌|溃败|决堤)",
    "沦为|同流合污|助纣为虐|公然(?:对抗|违反|违背|抵制)|漠不关心",
    "(?:走到|滑向|滑到|跌入|走上|陷入)(?:了)?[^，。；“”]{0,6}(?:边缘|深渊|泥潭|歧途|邪路|不归路)",
    "失职渎职|触犯(?:了)?(?:刑律|法律|刑法|党纪国法)|(?:对抗|欺骗)(?:了)?(?:党)?(?:组织|上级)",
    "独断专行|胡作非为|为所欲为|肆无忌惮|一手遮天|尸位素餐",
    "严重(?:失职|渎职|违纪|违法|违反|违背|背离|败坏|损害|破坏|危害|玷污|脱离(?:了)?群众|不负责任)|道德败坏|品(?:行|质)(?:恶劣|败坏|低劣)|登峰造极|无可救药|一无是处",
    "(?:完全|根本|丝毫|从来|一贯|从)(?:没有?|不(?!同)|无|未)(?:有|把|能|会|去|曾)?[^，。；：“”]{0,3}?(?:学习|担当|履行|执行|遵守|过问|自律|原则|组织观念|群众观念|纪律|党性|责任心|宗旨|底线|意识|信念)",
    "(?:党性|原则|纪律|信念|学习|责任|初心|宗旨|底线)[^，。；：“”]{0,4}?(?:完全|彻底|全部)(?:放弃|丢掉|丢弃|抛弃|忘记|丢光|不顾)|抛到(?:了)?九霄云外",
    "政治上(?:不成熟|不合格|不可靠|麻木)|丧失(?:了)?(?:党性|原则|(?:人民|群众|政治)?立场|(?:理想)?信念|信仰)|在政治上(?:动摇|摇摆)",
    cues=(
        "沦陷", *_RUINED.split("|"), *_SOMEBODY_BAD.replace("(?<!得)", "").split("|"),
        "失去", "偏离", "脱离", "忘却", "遗忘", "忘掉", "丢失", "出卖", "践踏", "亵渎", "辜负", "倒退", "松动",
        *(what + lost for what in ("立场", "信仰", "信念", "态度") for lost in "不动有出产模发松偏摇"), "信念缺", "信念滑", "信念崩", "信仰缺",
        "革命意志", "背弃", "极不负", "极端不负", "极其不负", "极为不负", "极度不负", "灵魂", "肮脏", "养育之恩", "无颜", "无脸", "没脸", "可耻", "耻辱", "卑鄙", "无耻", "玷污", "醉生梦死", "利令智昏",
        "追随", "党不忠", "党不够", "忠诚度", "忠诚不", "忠诚有", "忠诚打", "阳奉阴违", "口是心非", "两面人", "二心", "异心", "不忠于党", "背离",
        "违背", "意志衰", "意志消", "意志减", "精神缺", "离心离德", "了入党", "思想空虚", "思想蜕化", "思想滑坡", "精神萎靡",
        "能坚守", "有坚守", "能守住", "有守住", "能站稳", "有站稳", "防线松", "防线出", "动摇", "扭曲", "蜕变", "滑坡", "缺失", "瓦解", "荡然", "迷失",
        "崩溃", "纵容", "养奸", "废纸", "儿戏", "溃败", "决堤", "沦丧", "泯灭", "崩塌", "垮掉", "失守", "上不成", "上不合", "上不可", "上麻木", "治上动", "治上摇", "丧失", "毫无", "全无", "心灰意冷", "腐化", "目无", "无视",
        "沦为", "占着位子", "变质", "腐朽", "背叛", "包庇", "一盘散沙", "同流合污", "助纣为虐", "公然", "漠不关心", "边缘", "深渊", "泥潭", "歧途", "邪路", "不归路", "欺骗", "对抗",
        "蜕化", "违法乱纪", "失职", "触犯", "独断专行", "胡作非为", "为所欲为", "肆无忌惮", "一手遮天", "尸位素餐",
        "严重失", "严重渎", "严重违", "严重背", "严重败", "严重脱", "严重不", "道德败坏", "品行恶劣", "登峰造极", "无可救药", "一无是处", "从没", "从不", "从无", "从未",
        "完全没", "完全不", "完全无", "完全未", "根本没", "根本不", "根本无", "根本未", "丝毫没", "丝毫不", "丝毫无", "丝毫未",
        "从来没", "从来不", "从来无", "从来未", "一贯没", "一贯不", "一贯无", "一贯未", "放弃", "丢掉", "丢弃", "抛弃", "忘记", "丢光", "不顾",
        "九霄云外", "严重损", "严重破", "严重危", "严重玷", "品质", "品行", "挽回", "饶恕", "原谅", "宽恕", "估量", "弥补", "大错", "罪", "构成违", "构成严", "构成极", "构成了", "构成渎", "构成失", "犯了", "犯下", "铸成", "酿成", "极其恶", "极其自", "极其腐",
        "极为恶", "极为自", "极为腐", "极端", "十分恶", "十分自", "十分腐", "非常恶", "非常自", "非常腐", "素质", "屡教", "悔改", "执迷", "顽固", "堕落", "人格分裂", "欺上", "贪得", "中饱", "徇私",
        "监守", "利欲", "唯利", "见利", "恬不", "寡廉", "跋扈", "欺压", "鱼肉", "草菅", "害群", "蛀虫", "败类", "毒瘤", "不学无术", "一塌糊涂", "麻木不仁", "不可救药", "一错再错", "不配", "枉为", "愧为",
    ),
)  # fmt: skip
# Words that make any heavy judgement one that no event makes lighter
_UTTER_WORDS = "丧失|毫无|蜕化|渎职|背叛|包庇|占着位子|崩溃|溃败|决堤|沦为|同流合污|公然|边缘|深渊|泥潭|歧途|邪路|不归路|违法乱纪|触犯|登峰造极|无可救药|放弃|抛弃|九霄云外|堕落|腐化|目无|崩塌|沦丧|荡然无存|变质|瓦解|蜕变|离心离德|二心|异心|两面人|阳奉阴违"
_UTTERLY_HEAVY = compiled_later("|".join((_UTTER_WORDS, *_UTTER)))
_DENIED = compiled_later(
    "防止|杜绝|避免|警惕|反对|决不|绝不|不能|不会|不搞|不做|没有|力戒|不存在|并非|未曾|坚决|抵制|导致|使人|案例|案件|典型|他们"
)
_ANOTHER = compiled_later(
    "(?<![其])他(?!山)|她|其(?!中|实|他|余|次|间)|案中|涉案|当事人|违纪|违法|被查处|落马|通报|腐败分子|反面|这[名位个些](?:人|干部|同志)|某[，。]?|[×ＸX]{1,2}|"
    "一些(?:人|干部|同志)|有的(?:人|干部|同志|党员)|(?<!个)别人|(?<![对和管])身边"
)
_ONESELF = compiled_later("我(?!们党|国|党)|自己|自身|本人|班子")
# 「严重违纪违法案件」
_OF_OTHERS = compiled_later(
    "(?:违[纪法]|犯罪|党纪|法律)*(?:被|受到|受处|的?(?:行为|案|典型|反面|问题|人员|干部|现象|后果|教训|危害|苗头|者))"
)
_STATION = compiled_later("年龄|退休|任职|工作|接手|分管|联系|包联|牵头|我|刚")  # an instance elsewhere, but no event


def check(facts: Facts) -> Iterator[Finding]:
    for material in facts.materials:
        for section in _leaves(material):
            if facts.are_there(_HEAVY, section.start, section.own_end):
                yield from in_section(facts, _found, section)


def _found(facts: Facts, section: Section) -> Iterator[Finding]:
    for span in facts.signs(_HEAVY, section.start, section.own_end):
        clause = re.split("[，。；：\n]", facts.text[section.start : span.start])[-1]
        if _DENIED.search(clause) or _OF_OTHERS.match(facts.text, span.end) or _is_of_another(facts, span):
            continue
        utterly = _UTTERLY_HEAVY.search(span.of(facts.text))
        if not utterly and _is_told(facts, section, span):
            continue
        yield RULE.finding(
            span,
            f"{quoted(span.of(facts.text))}定性较重{'' if utterly else '，前后未见具体所指'}。",
            "政治表述的分寸由本人和审稿同志把握，程序不作判断。请确认是否为本意；不是的，可改写为具体表现。",
        )
        return  # one is enough to look at the whole passage


def _is_of_another(facts: Facts, span: Span) -> bool:
    """Tell whether it is said of somebody else: the one whom a case is about, 「案中人理想信念滑坡」."""
    sentence = sentence_at(facts.text, span.start)
    before = facts.text[sentence.start : span.start]
    others = [match.end() for match in _ANOTHER.finditer(before)]
    return (
        facts.in_case(span.start)
        or facts.is_quoted(span.start)
        or (bool(others) and not _ONESELF.search(before, others[-1]))
    )


def _is_told(facts: Facts, section: Section, span: Span) -> bool:
    """Tell whether something that happened stands in the sentence of a judgement, or in the one before or after."""
    text = facts.text
    start, end = section.start + len(section.number), span.end
    before = [match.end() for match in re.finditer("[。！？\n]", text[start : span.start])]
    if len(before) > 1:
        start += before[-2]
    for _ in range(2):
        found = re.compile("[。！？\n]+").search(text, end, section.own_end)
        end = found.end() if found else section.own_end
    return any(not _STATION.match(each.of(text)) for each in facts.signs(INSTANCE, start, end))


def _leaves(material: MaterialFacts) -> Iterator[Section]:
    """Yield the problems and causes, each with its own text alone."""
    for kind in (PartKind.PROBLEMS, PartKind.CAUSE):
        for fact in material.written(kind):
            for section in fact.answer.sections:
                yield from section.walk()


RULE = Rule(
    __name__,
    __doc__,
    check,
    Severity.HINT,
    Scope.MATERIAL,
    "政治表述的分寸（审核经验，供参考）",
    (
        Example(
            f"一、存在的突出问题\n（一）带头强化政治忠诚方面\n1.信念不牢。有时⟦理想信念动摇⟧，精神萎靡，贪图安逸。\n{FROM_THE_SECOND_ASPECT}",
            with_template=True,
        ),
        Example(
            f"一、存在的突出问题\n（一）带头强化政治忠诚方面\n1.警惕性不高。对如何防止理想信念动摇想得不多。\n{FROM_THE_SECOND_ASPECT}",
            with_template=True,
        ),
        Example(
            "一、存在的突出问题\n（一）带头强化政治忠诚方面\n1.信念不牢。前年竞聘落选后，一度理想信念动摇，有两个月没有参加支部活动。\n"
            f"{FROM_THE_SECOND_ASPECT}",
            with_template=True,
        ),
        Example(
            "一、存在的突出问题\n（一）带头强化政治忠诚方面\n1.财经法纪在我眼中已⟦荡然无存⟧。4月一笔款没有上会。\n2.监督⟦放任纵容⟧。5月一名科长超标准接待，我只提醒了一句。\n"
            f"3.坚决防止姑息养奸说得多，一张制度表当废纸卖了。\n{FROM_THE_SECOND_ASPECT}",
            with_template=True,
            shown=False,
        ),
        Example(
            "一、存在的突出问题\n（一）带头强化政治忠诚方面\n1.⟦纪律观念完全丧失⟧。4月一处抢修，我没有先会商就安排开工。\n"
            f"{FROM_THE_SECOND_ASPECT}",
            with_template=True,
        ),
        Example(
            "一、存在的突出问题\n（一）带头强化政治忠诚方面\n1.警惕性不高。6月的一次舆情没有报告，⟦丢掉了共产党员应有的政治立场⟧。\n2.考试抄了3题，⟦信念发生严重动摇⟧。\n"
            f"3.有一次推了一天，⟦完全背离了党的根本宗旨⟧。\n4.方案偏离了规划方向，返工2次。放弃了周末，失去了基本的耐心。对丧失党性原则的案例看过就过，对完全背弃初心的典型案件想得少，没有把防止政治立场发生根本动摇当回事。\n{FROM_THE_SECOND_ASPECT}",
            with_template=True,
            shown=False,
        ),
        Example(
            "一、存在的突出问题\n（一）带头强化政治忠诚方面\n1.学习不深。⟦从不学习⟧，满足于听会。\n2.作风不实。⟦严重脱离群众⟧，坐在机关的时间多。\n"
            f"3.管得不严。5月一件事压了半年，造成了⟦无法挽回的损失⟧。怕犯了得罪人的忌讳。\n5.批评少。⟦责任全部丢掉⟧。\n4.分管的站所有人⟦蜕化变质⟧，上班打牌。\n6.4月的一次值班没有到岗，⟦背弃了入党誓词⟧。\n7.4月的一处抢修，先开工后上会，已⟦构成严重违纪违法⟧。\n8.5月的一处抢修不构成违纪，也不合程序。\n{FROM_THE_SECOND_ASPECT}",
            with_template=True,
        ),
        Example(
            "一、存在的突出问题\n（一）带头强化政治忠诚方面\n1.警惕性不高。对严重违纪违法案件的教训想得不多，不搞独断专行说得多。\n"
            f"2.学习不深。从不同角度学习得少，没有完全履行责任。4月的考试完全没有学习就去了。\n{FROM_THE_SECOND_ASPECT}",
            with_template=True,
        ),
        Example(
            "一、存在的突出问题\n（一）带头强化政治忠诚方面\n1.信念不牢。⟦革命意志衰退⟧。随着年龄增长，劲头不如从前。遇事能推就推。"
            f"6月份的督查也没有参加。\n{FROM_THE_SECOND_ASPECT}",
            with_template=True,
        ),
        Example(
            "一、存在的突出问题\n（一）带头强化政治忠诚方面\n1.警惕性不高。案中人理想信念滑坡，一步步走上歧路。他对党不忠诚，根子在贪。"
            "张某某理想信念动摇，我看后没有对照自己。被查处的同志信仰缺失。对照他的教训，我也⟦信念动摇⟧。\n"
            f"{FROM_THE_SECOND_ASPECT}",
            with_template=True,
        ),
        Example(
            "一、存在的突出问题\n（一）带头强化政治忠诚方面\n1.管党不严。去年有3次没有查，⟦政治生态彻底溃烂⟧。\n2.程序松。我默许先干后批，⟦成了不正之风的保护伞⟧。\n"
            f"3.怕得罪人。该说的没有说，成了老好人。坚决防止不正之风，主体责任压得不实。\n{FROM_THE_SECOND_ASPECT}",
            with_template=True,
            shown=False,
        ),
    ),
    Stage.REVIEW,
)
