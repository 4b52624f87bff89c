"""What some aspects are about: the Party spirit, the Party's own discipline, politics. Problems and measures of these say some word of it.

What may stand under an aspect about work or people may be of any matter, and is not told here.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from assistant.patterns import compiled_later
from assistant.text_memory import remembered


class Matter(NamedTuple):
    """What some aspects are about: how their headings name it, by which words these are of more, and what an item of theirs speaks of."""

    named: str
    unless: str
    words: str


# Generous: an item with any of these may belong there.
_MATTERS = (
    Matter(
        "党性|固本培元|修养|理想信念|坚定信仰|理论学习|理论武装|思想政治",
        "纪律|作风|担当|为民|服务|人民|能力|本领|法",
        "(?<![中小大同开入上升留医科文数化办])学(?![校生期院区科位员家前段历籍龄费])|[研通领]学|读书|[通精研]读|读[了过完原]|原著|书目|笔记|心得|理论|党性|组织生活|生活会|支部|党员|党课|党日|党费|批评|思想|信念|信仰|初心|名利|得失|荣誉|评优|提拔|职称|晋升|入党|党龄|谈心|自我|劲头|干劲|艰苦|奋斗|享乐|安逸"
        "|世界观|人生观|价值观|修养|老好人|好人主义|情面|面子|人情|传统|家风|斗志|激情|热情|锐气|意志|宗旨|本色|歇|躺平|退休|攀比|奢|节俭|浪费|身份|誓|解剖|自省|反省|检视|斗争|辣味|奉献|职级|待遇|岗位调整|心态|情绪|精神|心思|党组织|党内|民主集中|典型|作风|意见"
        "|讲话|(?<!标)文件|讲座|宣讲|红脸|勇气|直|真话|教育|功夫|修身|懈怠|惰|松|志愿|公益|义诊|先锋|模范|表率|带头作用|榜样|良心|功名|虚荣|念头|火气|脾气|别扭|泄气|怨气|牢骚|不平|骄|傲",
    ),
    Matter(
        "管党治党|从严治党|治党|廉洁|廉政|清廉|党风|自律",
        "担责|担当|为民|服务|干事",
        "党|廉|纪|监督|谈话|干部|队伍|职工|人员|责任(?!人)|腐|风险|违规|违反|处分|警示|提醒|作风|支部|巡[察视]|管理|教育|约束|自律|亲属|家|接待|宴请|礼|请托|人情|情面|节俭|浪费|浪|经费|公车|审批|权力|采购|公私|监管|权力|采购|公私|监管|形式主义|官僚|文山|会海|发文|减负|一岗双责|班子|压力|传导|小节|防线|底线|特权|招标(?!流标|文件|公告|代理)"
        "|举报|(?<![分主水钢气油血输配下涵])管(?![道网线廊件材护])|规定|处理|同志|打牌|不正之风|整治|小恩小惠|供应商|吃[饭请喝]|带队伍|人手|徇私|苗头|红线|打招呼|老乡|朋友|熟人|好人|得罪|不说|没说|护短|护犊|袒护|睁一只眼|脱岗|批评|节约",
    ),
    Matter(
        "政治忠诚|政治能力|政治建设|政治上",
        "担当|为民|作风|学习|服务",
        "政治|党中央|上级|决策|部署|全会|精神|学习|意识形态|舆|网|忠诚|大局|讲话|贯彻|落实|议题|重大|阵地|敏锐|风险|苗头|党的|理论|省委|市委|县委|区委|局党|党委|党组|方针|政策|战略|稳定|规划|贯|传达|言论|思想|使命|国家|站位|初心|把关|考核|指标|请示|姓党"
        "|全局|敏感|国之大|国情|嗅觉|警觉|谣|传言|歪[话理]|群里|吭声|发声|只[看见顾盯认]|看成|当成|当作|眼里|高度",
    ),
)
_EACH_MATTER = tuple(tuple(map(compiled_later, matter)) for matter in _MATTERS)


@remembered(64)  # aspects, which stay the same
def of_aspect(aspect: str) -> tuple[int, ...]:
    """Give the numbers of the matters that an aspect is about."""
    return tuple(
        number
        for number, (named, unless, _) in enumerate(_EACH_MATTER)
        if named.search(aspect) and not unless.search(aspect)
    )


def words_of(matter: int) -> re.Pattern[str]:
    """Give the words by which it is told that something is of a matter."""
    return _EACH_MATTER[matter][2]
