"""What the words of a paragraph show: something that happened, a shortcoming, praise, a date to be done by.

Signs only, and each looked for generously: a rule speaks where there is *none*, and it is better silent once too often.
Whoever looks for one kind of sign pays for that kind alone; what was found is kept with the paragraph.
"""

from __future__ import annotations

import re
from enum import Enum
from functools import cache

from assistant.text import Span

_FEW = "[一二两三四五六七八九十几数百0-9]"
# Digits, but not the number of an item, of a congress, of a plan or of the year under review.
_DIGITS = r"(?<![0-9])[0-9]+(?![0-9]*(?:[.．](?![0-9])|[、）)届大]|年度|年远景|个带头|个方面))"

_INSTANCE = (
    _DIGITS,
    "比如|例如|譬如|(?<=[。；，：,;])如(?=[：:，])|如[：:]|有一次|有次|那次|那天|那件|这件事|一件事|当时|上次|有一回",
    f"{_FEW}+多?(?:次|回|天|个月|户|家|起|场|份|篇|封|件|万元|公里)|[一二三四五六七八九十]+月(?!牙)|多年前|(?:[两三六七八九]|五(?!年[规计]))年",
    "去年|今年|前年|上半年|下半年|年初|年底|年末|年中|月底|月初|上周|上月|春节|国庆|中秋|元旦|汛期|暑期|季度",
    "[投申]诉|信访|督办|通报|被(?:点名|批评|提醒|扣)|事故|返工|退回|逾期|超期|开工|验收|审计|巡察|巡视|反映我|对我说|告诉我",
    "[一二两三四五六七八九十0-9]点(?:半|钟|前|多|以前|才|就)?(?![上中以])|[两三四五六七八九十几]+(?:位|名|个(?:村|镇|县|科室|项目|部门|月|人))|时，?我|打电话|有人|找到我|当面|上门",
    "年龄|最后一站|退休|刚(?:到|任|接手|参加|入)|接手|工作(?:以来|以后|后，)|任职|我(?:所)?(?:分管|联系|包联|牵头)|我认为|我觉得|我曾|我总|[我己]在",
)
_SHORTCOMING = (
    "不(?!断|忘|移|渝|懈|仅|但|动摇|折不扣|只是?|遗余力|辱|负|可或缺|论|管|惜|少于|低于|限于|涉及|敢腐|能腐|想腐)",
    "[没缺欠弱差浅慢怕拖绕软淡偏迟晚漏虚懒躁僵浮]|未(?!来|雨)|少(?!数|年|先)|无(?!私|悔|愧|条件|缝|障碍|论)",
    "但|然而|有待|不足|问题|只(?:要|有)?|仅|松|压了|忘|让位|走样|打折|敷衍|应付|疏|忽|轻|粗|旧|短板|凭经验|惯性|满足于|局限|停留|流于|被动|有时|超过|脸红|惭愧|才改|后来才|直到",
)
_PRAISE = (
    "始终|坚持|坚决|能够|认真|积极|严格|带头|圆满|扎实|自觉|高度重视|有效|较好|顺利|出色|按时|全力",
    "取得|完成|荣获|获得|得到|成效|提升|名列|位居|实现|推动|牢固树立|坚定",
)
_DEADLINE = (
    _DIGITS,
    f"每(?:周|月|季|年|天|日|半|两|逢|次|学期)|{_FEW}+(?:个?月|次|周|天|季度|日内|年内|遍|本|篇|户|场|件)",
    "年底|年内|月底|月内|季度|上半年|下半年|年中|会后|当[天日周月]|即日|之日|日前|本周|本月|逐月|按月|按季|按周",
)
_EXTERNAL = (
    "疫情|人手|人员(?:少|不足|紧张|编制)|编制|经费|资金(?:紧张|不足)|时间(?:紧|不够|有限|不足)|任务(?:重|多|繁重)",
    "工作(?:忙|繁忙|量大|头绪多)|事务(?:多|繁)|条件(?:有限|限制|差)|客观(?:上|原因|条件)|历史(?:原因|遗留)|上级(?:要求|部署)(?:多|急)|点多面广|战线长",
)
_INTERNAL = (
    "思想|认识|认为|觉得|党性|意识|自己|自身|本人|我|主观|学习|态度|作风|担当|信念|理论|观念|初心|宗旨|纪律|责任|精神|站位",
    "怕|重视|放松|懈怠|侥幸|松懈|畏难|心态|能力|本领|主动|政治|修养|经验主义|惯性|满足|要求不严|抓得不|管得不|根子|班子",
    "习惯|功夫|应付|敷衍|麻木|将就|面子|得罪|顾虑|私心|惰|劲头|图省|图安|宽了|没有(?:把|下|想|去|往|真|养)|不愿|不肯|不想",
)
_HEAVY = (
    "局限于思想上的追随|(?:政治|理想)?(?:立场|信仰|信念|态度)(?:不坚定|动摇|有所动摇|出现动摇|模糊)|(?:理想)?信念(?:缺失|丧失|滑坡)",
    "对党不(?:够)?忠诚|忠诚度不(?:够|高)|(?:政治)?忠诚(?:不够|有差距|打了折扣|不纯粹|不彻底)|阳奉阴违|口是心非|两面人",
    "背离(?:了)?(?:初心|宗旨|党)|违背(?:了)?(?:初心|党性|入党誓词)|忘(?:了|记了)入党(?:誓词|初心)|思想(?:空虚|蜕化|滑坡|变质)|精神萎靡",
    "政治上(?:不成熟|不合格|不可靠|麻木)|丧失(?:了)?(?:党性|原则|立场|信念)|在政治上(?:动摇|摇摆)",
)
_SOME = "(?:部分|个别|少数|有的|有些|一些)"
_BEGINS = "(?:(?<=[。；，：,;.．）)])|(?<=[一二三四五六七八九]是)|^)"  # a clause or an item
_OTHERS = (
    rf"(?:{_BEGINS}|(?<=比如)|(?<=例如))(?:比如，|例如，)?(?:我们|咱们|本)?{_SOME}(?:的)?(?:领导)?(?:班子成员|党员干部|领导干部|干部|同志|党员)",
    rf"{_BEGINS}(?:班子个别成员|班子部分成员|班子成员中|我们(?:领导)?班子|我们(?:党组|党委|支部|单位|科室|部门)|[局院校镇乡厅]?领导班子|班子成员)(?!.{{0,4}}(?:之间|对我|向我|给我|指出|反映|提))",
)
_FAILING = "不|没|未|少|缺|宽|松|软|失|差|弱|难以|流于|放任|滞后|简单|迟"
_DUTY = "教育|管理|监督|督促|提醒|约束|培养|带动|监管|管教|督导|督查|批评|纠正|制止|过问|指导|引导|帮助|帮带|考核|问责|谈话|传导|把关|关心|严管"
# What the writer had to do with the shortcomings of those he manages: he did not educate, or looked away.
_OWN_DUTY = (
    f"(?:{_DUTY})[^。]{{0,8}}(?:{_FAILING})|(?:没有|没|未|不够|没能|不敢|不愿|不想|不善|很少|疏于|怠于|缺少|缺乏)[^。，]{{0,10}}(?:{_DUTY}|指出|点破)",
    "失管|失察|失教|失之于|听之任之|睁一只眼|姑息|迁就|放任|纵容|包容|要求不严|抓得不严|管得不|带队伍|压力传导",
    f"(?:分管|所辖|下属|所带)(?=[^。]{{0,20}}{_SOME}的?(?:班子|领导|党员|干部|同志))",
)
# 「我作为分管领导负有责任」, 「我没有及时提醒」 in the sentence after.
_ADMISSION = (
    f"(?:我(?!们)|本人|自己)[^。]{{0,24}}(?:(?:负有?|担负|承担|有着?)[^。，]{{0,8}}责任|责任在我|失察|反思|根子|(?:不|没|未|少|缺)[^。，]{{0,10}}(?:{_DUTY}|指出|点破)|(?:{_DUTY})[^。]{{0,8}}(?:{_FAILING}))",
    "(?:责任|根子)[^。，]{0,4}在(?:我|自己|本人)",
)
# 我市, 我们党, 自我, “我为群众办实事” are not the writer; nor are 党员本人, 事主本人.
_WRITER = (
    (
        "(?<![自忘小大无敌唯以舍“‘])我(?![们国党省市县区州乡镇村局委办厅处院校司团部军站所队街社企厂馆台矿单公中行将素辈方旗盟]"
        "|分局|分公司|支部|支队|集团|机关|班子|系统|总队|科室|园区|社区|组(?!织)|辖区|协会|学院|学校|基地|大队|银行|税务|法院|检察|代表|受)"
    ),
    "(?<![党员部同志事某其对由人户者])本人(?!身份|同意|签|意愿)",
)
_STOCK = (
    "不够(?:系统|全面|深入|深刻|透彻|扎实|到位|主动|紧密|强|高|牢固?|有力|严格|经常|充分)?|(?:存在|有)(?:一定)?的?(?:差距|不足|欠缺)",
    "有待(?:进一步)?(?:加强|提高|提升|改进)|(?:需要?|还需|亟待)(?:进一步)?(?:加强|提高|提升|强化)|不(?:到位|深入|深刻|扎实|主动|系统|全面)",
    "(?:意识|精神|观念)(?:还)?(?:不强|不足|(?:有所)?(?:淡化|弱化))|不同程度地?存在|浅尝辄止|标准不高|先锋模范作用发挥",
)
# 局党组班子, 镇党委, 党组会, and 党组 where a clause begins; not posts, nor 党委政府, 党委主体责任, 党委理论学习中心组.
_NOT_BODY = "(?!副?书记|委员|成员|织|理论|中心组|办|和?政府|主体|部门|领导下|[、（/])"
_BODY_NAME = (
    "(?:[局镇乡厅院校]|公司|集团|街道)?(?:党组|党委|党工委|党总支|党支部|支部委员会|支委会|支委|常委会|常委)(?:领导)?班子",
    "(?:[局镇乡厅院校]|公司|集团|街道)?(?:党组|党委|党工委)(?:扩大)?会(?!议?室)",
    f"(?:[局镇乡厅]|街道)(?:党组|党委|党工委){_NOT_BODY}",
    f"(?:(?<=[。；，：.．])|^)(?:党组|党委){_NOT_BODY}",
)


class Sign(Enum):
    """A kind of sign."""

    INSTANCE = "instance"
    SHORTCOMING = "shortcoming"
    PRAISE = "praise"
    DEADLINE = "deadline"
    EXTERNAL = "external"  # causes outside oneself
    INTERNAL = "internal"
    HEAVY = "heavy"  # a heavy judgement of one's own loyalty
    OTHERS = "others"  # others as those whose shortcoming it is
    OWN_DUTY = "own duty"
    ADMISSION = "admission"  # of one's own part in the shortcomings of others
    WRITER = "writer"  # a single person speaking
    STOCK = "stock phrase"
    BODY_NAME = "body name"  # how a leadership calls itself


_PATTERNS = {
    Sign.INSTANCE: _INSTANCE,
    Sign.SHORTCOMING: _SHORTCOMING,
    Sign.PRAISE: _PRAISE,
    Sign.DEADLINE: _DEADLINE,
    Sign.EXTERNAL: _EXTERNAL,
    Sign.INTERNAL: _INTERNAL,
    Sign.HEAVY: _HEAVY,
    Sign.OTHERS: _OTHERS,
    Sign.OWN_DUTY: _OWN_DUTY,
    Sign.ADMISSION: _ADMISSION,
    Sign.WRITER: _WRITER,
    Sign.STOCK: _STOCK,
    Sign.BODY_NAME: _BODY_NAME,
}


@cache
def _pattern(sign: Sign) -> re.Pattern[str]:
    """Compile a pattern when first wanted."""
    return re.compile("|".join(_PATTERNS[sign]))


def find(sign: Sign, paragraph: str) -> tuple[Span, ...]:
    """Find the signs of one kind in a paragraph."""
    return tuple(Span(*match.span()) for match in _pattern(sign).finditer(paragraph))
