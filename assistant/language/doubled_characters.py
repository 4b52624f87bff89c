"""One character written twice where once was meant: 「同志志走」, 「监管责责任」.

What is rightly doubled is 「人人」, 「认认真真」, 「条条框框」, 「火辣辣」, 「绰绰有余」, 「掀掀盖板」, or the end of one word and the
beginning of the next (「宣讲讲座」), also a post's name before a verb (「主任任组长」). Whether the place reads better with one
of the two is for the counts to say (language/slips). Whole words written twice are in doubled_words.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from assistant.patterns import compiled_later
from assistant.text import Span

_TWICE = compiled_later(r"([一-龥])\1")
_DOUBLED_BEFORE = compiled_later(r"([一-龥])\1$")
_HAN = compiled_later("[一-龥]")
_COUNTED = compiled_later("[0-9一二两三四五六七八九十百几多]$")
# What is said a little of: 洗洗澡, 谈谈心; the two characters alone are a word
_A_LITTLE = frozenset(
    [
        "洗澡",
        "治病",
        "散步",
        "谈心",
        "帮忙",
        "红脸",
        "出汗",
        "咬牙",
        "鼓劲",
        "加油",
        "交心",
        "松绑",
        "把关",
        "补课",
        "充电",
        "补钙",
        "排毒",
        "扯袖",
        "提神",
        "聊天",
        "歇脚",
        "喘气",
        "松劲",
        "加压",
        "提速",
        "减负",
        "洗脸",
        "出气",
        "打气",
        "动脑",
        "动手",
        "跑腿",
        "摸底",
        "探路",
        "敲钟",
        "把脉",
        "站队",
        "表态",
        "亮相",
        "算账",
        "还账",
        "补位",
        "搭手",
        "拉手",
        "碰头",
        "通气",
        "上课",
        "听课",
        "评课",
        "照镜",
        "开窍",
        "收心",
        "静心",
        "宽心",
        "操心",
        "费心",
        "留心",
        "留神",
        "换班",
        "换岗",
        "串门",
        "种地",
        "下棋",
        "唱歌",
        "跳舞",
        "跑步",
        "爬山",
        "看病",
        "理发",
        "拍照",
        "请假",
        "排队",
        "点名",
        "签字",
        "认错",
        "吃苦",
        "享福",
        "养生",
        "开会",
        "发文",
        "讲话",
        "说话",
        "读书",
        "看书",
        "写字",
        "干活",
    ]
)
_PLACES = "村户组屯寨湾队班院站所楼栋镇乡县市厂店库"  # each of them: 村村通, 屯屯通, 户户清
_UNITS = "科股处局所队站组班部院校厂村镇乡市县区馆社行庭厅团连排"  # their heads are called by them: 科长
_OF_EACH = compiled_later("[通有清建都能用亮绿美到见联]")
# What begins with the second of two that stand together: 「树立立警为公」, 「转化为为民服务」
_BEGINS = compiled_later(
    "立(?:警为公|党为公|德树人|行立改|身之本|足于?)|为(?:民|党|公|大局|群众|基层|企业|人民)|学(?:党史|理论|原文)"
)
# What is held against something; 「对对照检查的材料」 is about it
_COMPARED = compiled_later("对对照(?!检查|材料|剖析|查摆|表|组|稿|发言|清单)")
_PRONOUNS = "我你他她它"
_FROM = compiled_later("[从由自][^，。；]{1,8}$")
_OFTEN = "天人年月日家处事种个回点层样条句步代户"  # every day, everybody, each of them
_LONGEST = 4
_ONCE = "也又还我由将很在把被向而但且若虽因此这那更却仍已"  # what is no word doubled, wherever it stands
_TRIED = "抻亮掀摘抄晒瞅瞧摸掂品逛遛擦涮晾敲捏挠揉掏尝拍躲歇"  # what is done a little: 掀掀盖板, 亮亮家底


class Doubled(NamedTuple):
    """A character written twice; `is_plain` where nothing but a slip explains it, else the counts must speak for it."""

    span: Span
    is_plain: bool


def find(paragraph: str, is_word: Callable[[str], bool]) -> Iterator[Doubled]:
    """Yield the characters that stand twice without need, in order."""
    for match in _TWICE.finditer(paragraph):
        start, end = match.span()
        character = match[1]
        if paragraph.startswith(character, end) or paragraph.endswith(character, 0, start):
            continue
        before, after = paragraph[:start], paragraph[end:]
        if _TWICE.match(after) or _DOUBLED_BEFORE.search(before):
            continue  # 认认真真
        if character in _PRONOUNS or _is_post(character, before, after) or _is_way(character, before):
            continue  # 喊我我就去
        if before.endswith("一") or (character == "等" and not _HAN.match(after)):
            continue  # 一束束鲜花; 宣传、培训等等
        if character + after[:1] in _A_LITTLE or (character in _PLACES and _OF_EACH.match(after)):
            continue
        if _BEGINS.match(paragraph, start + 1) and is_word(before[-1:] + character):
            continue
        known = is_word(match[0])
        measures = _COUNTED.search(before) and is_word(character + after[:1])  # what follows: 2项项目
        if measures or (known and character in _OFTEN):
            continue
        if is_word(before[-1:] + match[0]) or is_word(match[0] + after[:2]):
            continue  # 火辣辣, 绰绰有余
        if character in _TRIED and not (is_word(before[-1:] + character) or is_word(character + after[:1])):
            continue  # but 亮亮点, 摘抄抄
        left = any(is_word(paragraph[start - more : start + 1]) for more in range(1, _LONGEST) if more <= start)
        right = any(is_word(character + after[:more]) for more in range(1, _LONGEST) if more <= len(after))
        if not (left and (right or character == "地")):  # 脚踏实地地干
            is_plain = (not known and bool(_HAN.match(before[-1:]))) or bool(_COMPARED.match(paragraph, start))
            yield Doubled(Span(start, end), is_plain or (character in _ONCE and not right))


def _is_way(character: str, before: str) -> bool:
    """Tell whether it says to where: 「从报到到取药」."""
    return character == "到" and _FROM.search(before) is not None


def _is_post(character: str, before: str, after: str) -> bool:
    """Tell whether a post's name stands by itself, or its unit's before it: 「由主任任组长」, 「任规划科科长」."""
    if character == "任":
        return before.endswith("主")
    return character in _UNITS and after.startswith("长") and bool(_HAN.match(before[-1:]))
