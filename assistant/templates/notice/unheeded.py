"""Clauses of a notice that may ask something of the material and of which nothing was read.

The program keeps numbers, parts, lengths, days, the theme, the file's name and looks. A clause that sets another number of
the material, its form or what it holds is shown to the writer; how well it is to be written (实事求是, 见人见事) sets nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from assistant.templates.notice.page import Page
from assistant.text import Span

_NUMERAL = "[0-9]{1,4}|[一二两三四五六七八九十百]{1,3}"
_MATERIAL = "格式|正文|材料|提纲|发言|讲稿|文稿|稿件|初稿|剖析|检视|查摆|每[个条]问题|(?:整改|改进)(?:措施|举措)"
_COUNTED = re.compile(
    rf"一式[^，。；]{{1,2}}份|(?:[2-9两二三四五六])份|(?<![〕第])(?:{_NUMERAL})(?:页|张|分钟|遍|[号磅](?:字|仿宋|宋体|黑体|楷体)?|[个条项处则](?=[^，。；]{{0,6}}(?:事例|实例|例子|案例|原因|根源|措施|整改|举措|表现|建议|意见)))"
)
_FORM = re.compile(
    "字体|字号|仿宋|宋体|黑体|楷体|小标宋|行距|页边距|页码|A4|打印|手写|签名|签字|署名|落款|装订|盖章|双面|单面|附表|封面|排版|格式|标题(?:为|统一|用|写)|题目(?:为|统一|用|写)|脱稿|电子版|纸质版|PDF|WPS|Word"
)
_HOLDS = re.compile(
    "(?:还|另|也|同时|并|均)?(?:要|须|需|应当?|必须|务必|请(?!示))(?:[^，。；：]{0,8})"
    "(?:写明|写出|写清|写上|写入|写进|列出|列明|注明|标明|载明|附上|附"
    "|体现|反映|涉及|涵盖|包含|包括|融入|点明|点到|回应|说明|报告|汇报|交代|联系)[^，。；：]{2,40}"
    "|[把将][^，。；：]{2,30}(?:写[进入]|列[进入]|纳入|放[进入]|反映[到在])"
)
_ALSO = re.compile(
    "(?:还|另外?|同时|此外|并)[要应须需][^，。；：]{0,12}(?:对照|围绕|结合|聚焦|查摆|检视)[^，。；：]{3,}"
)
_PARTLY = re.compile("分之|[0-9]%")
_ANNOUNCES = re.compile("(?:以下|下列|如下)[^，。；：]{0,8}$")
_HOW_WELL = re.compile(
    "实事求是|开门见山|见人见事|见筋见骨|见思想|直奔主题|言之有物|真刀真枪|具体化|思想实际|工作实际|自身实际|岗位实际|职责实际|实际情况|以.{0,6}代替|红脸出汗|简明|精炼|深刻|针对性|自我批评"
)
_OTHERS = re.compile(
    "会后|总结|简报|征求|谈心|谈话|学习研讨|意见建议|批评意见|会议记录|列席|督导|清单|整改方案|台账|测评|简要情况|情况报告|回执|名单|联系人|电话|邮箱|照片|影像|考勤|请假|主持|报道|信息|附件[：0-9]"
)
_HEADING = 12  # characters of a line that only names what follows
_ONLY_NAMES = re.compile(
    "(?:[一二三四五六七八九十]{1,2}、|（[一二三四五六七八九十0-9]{1,2}）|[0-9]{1,2}[.、])?[^，。；：不一二三四五六七八九两0-9]{2,8}(?:格式|排版|要求|版式)$"
)
_HEADING_OF_FORM = re.compile("(?:^|(?<=[）、.]))(?:格式|版式|排版)$")
_NEAR = 40


def unheeded(page: Page, wanted: list[Span], read: Iterable[Span], heeded: Iterable[Span]) -> Iterator[Span]:
    """Yield the clauses.

    `read` are places of the text from which something was taken, sentences mostly; `heeded` those that hold no more.
    """
    taken, whole_clauses = list(read), list(heeded)
    for sentence in wanted:
        text = sentence.of(page.flat)
        if _OTHERS.search(text) or not _of_material(page, sentence, text):
            continue
        for clause in page.clauses(*sentence):
            place = page.span(*clause)
            if any(each.overlaps(place) for each in whole_clauses):
                continue
            if _asks(clause.of(page.flat), taken=any(each.overlaps(place) for each in taken)):
                yield clause


def _of_material(page: Page, sentence: Span, text: str) -> bool:
    """Tell whether a sentence speaks of the material: itself, or its paragraph before it."""
    line = page.line(sentence.start)
    about = page.flat[line.start : sentence.start][-_NEAR:] + text
    heading = line.end - line.start <= _HEADING and text[-1] not in "。；"
    return bool(re.search(_MATERIAL, about)) and not heading


def _asks(words: str, *, taken: bool) -> bool:
    """Tell whether a clause may ask for something; of one that something was taken from only other numbers and forms do."""
    if _ANNOUNCES.search(words) or _ONLY_NAMES.match(words):
        return False
    words = _HEADING_OF_FORM.sub("", words)
    if _COUNTED.search(words) or _FORM.search(words):
        return True
    return bool(
        (_HOLDS.search(words) or _ALSO.search(words) or _PARTLY.search(words))
        and not taken
        and not _HOW_WELL.search(words)
    )
