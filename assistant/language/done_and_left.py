"""By which words two numbers after a whole are what is done of it and what is left: 「查出312处，修复298处，余下14处」."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.language.figures import Figure
from assistant.language.sentences import piece_start
from assistant.patterns import compiled_later

_DONE = compiled_later(
    "(?:已|均已|现已|完成|办结|整改|解决|落实|销号|兑现|改正|立行立改|改到位)[^，；：、]{0,6}$|(?:只|仅|才|已|实际)[一-鿿]{1,4}$|[建读做办走写改查谈修]成?[完成好了到]$"
)
_DONE_AFTER = compiled_later("^[^，。；：]{0,6}(?:已经?|完成|办结|整改到位|解决|销号|改好|改过来)")
# What is left over: told before the number, or right after it.
_LEFT = compiled_later(
    "(?:其余的?|其他|另外|另有|还有|剩余的?|余下的?|剩下的?|尚有|仍有|还差|未完成的?|没有(?:完成|改好|改到位|整改|办结|落实)的?|尚未[^，；]{0,6})$"
)
_LEFT_AFTER = compiled_later(
    "^[^，。；：]{0,6}(?:正在|尚未|未完成|没有完成|未整改|还没有|尚在|按计划|需长期坚持|持续推进|仍在|未到位|未办结|没有办)"
)
# The same in freer words, where what is done is fewer than all: 「查出312处，修复298处，余下14处」.
_MORE_DONE = compiled_later(
    "(?:[已均现才只仅成完好到过了签装]|起来|目前|办结|整改|解决|落实|改正|修复|打通|签约|到位|收回|采纳|通过|拨付|发放|安装|清理|清退|化解|处置|[回答]复|招|实际)[^，；：、0-9]{0,5}$"
)
_MORE_LEFT = compiled_later(
    "(?:余下|剩下|[还仅只]剩|剩余|其余|还差|尚差|欠|落下|缺口(?:还有)?|没[^，；：。0-9的]{0,3}的|未[^，；：。0-9的]{1,5}的|持续推进|长期坚持|限期整改|正在推进|超期|逾期|超时|延期)的?[^，；：。、0-9]{0,2}$|另外的?$"
)
# What was done besides is nothing that is left: 「完成31项，另有4项没有列入的也做了」
_ANEW = compiled_later("又新|新[欠增发添]")  # 「收回1900万元，又新欠800万元」
_CHANGED_TO = compiled_later("[减降核压并缩增升调][^，。；：、]{0,2}[到至为成]了?$")  # 「由138个核到116个」
_DONE_BESIDES = compiled_later("^[^，。；]{0,12}(?:也|一并|超额|计划外|清单外|会后|后来|新查|新发现|新提)")
# Whatever verb stands beside the second number, this is what is left of the first: 「排查出3860亩，复耕2710亩，尚有1150亩」.
_SURELY_LEFT = compiled_later(
    "^[^。；：]{0,10}，(?:余下|剩下|[还仅只]剩|剩余|其余|余|尚有|还差|尚差|尚缺|还缺|缺|缺口(?:还有)?)的?$"
)
_IN_NEXT_CLAUSE = compiled_later("^[^。；：，0-9]{0,16}，[^，。；：0-9]{0,8}$")
# 「查摆出7个问题，6个当年改完，另2个正在改」
_AT_ITS_HEAD = compiled_later("^[^。；：，0-9]{0,10}，$")
_ANOTHER = compiled_later("^[^。；：，0-9]{2,10}，另(?:外|有)?$")
_MORE_LEFT_AFTER = compiled_later("^[^，。；：0-9]{0,4}(?:缺口|还在|还没|尚未|正在|仍在|持续|至今没|至今未|仍未|仍没)")
# 「党员31名，坚持下来的19名，没有问一问另外12名」: some of them, and those that are left.
_SOME_OF_THEM = compiled_later("^[^，。；：0-9]{0,10}，[^，。；0-9]{2,10}的$")
_REST_OF_THEM = compiled_later("(?:其余的?|另外的?|剩下的?|余下的?)$")
# Two that make up the whole, in either order: who was away and who came, who did it and who did it for him
_MAKE_UP = (
    (
        compiled_later("(?:请假|缺席|缺勤|缺课|旷课|旷会|脱岗|落下)[^，。；0-9]{0,3}$"),
        compiled_later("(?:实际|实到|实学|参加|到课|到场|到会|到岗)[^，。；0-9]{0,6}$"),
    ),
    (
        compiled_later("(?:我|本人|自己|亲自)[^，。；0-9]{0,2}[谈讲去做跑查看听写]了?$"),
        compiled_later("(?:(?:推|交|甩)给[^，。；0-9]{2,8}代[谈讲办做写]|代[谈讲办做写])[^，。；0-9]{0,3}$"),
    ),
    (
        compiled_later("(?:按期|按时|如期)[^，。；0-9]{0,6}$"),
        compiled_later("(?:逾期|超期|超时|延期)[^，。；0-9]{0,6}$"),
    ),
)
OTHER_COUNT = compiled_later("其中|分别|每|平均|新增|今年新|同比|上年|去年同期|连同|含")
"""What tells that one of the numbers is of another time or matter."""


def is_done_and_left(text: str, three: Sequence[Figure]) -> bool:
    """Tell whether the words beside the second and the third number say that they are what is done and what is left."""
    whole, done, left = three
    between, middle = text[whole.span.end : done.span.start], text[done.span.end : left.span.start]
    beside = [each[piece_start(each, len(each), "，；") :] for each in (between, middle)]
    if any(
        (one.search(beside[0]) and two.search(beside[1])) or (two.search(beside[0]) and one.search(beside[1]))
        for one, two in _MAKE_UP
    ):
        return not OTHER_COUNT.search(between)
    is_done = _DONE.search(between) or _DONE_AFTER.match(text[done.span.end :])
    if _SOME_OF_THEM.match(between) and _REST_OF_THEM.search(middle):
        return not OTHER_COUNT.search(between)
    rest = text[left.span.end :]
    if _DONE_BESIDES.match(rest) or _ANEW.search(middle) or _CHANGED_TO.search(between):
        return False
    is_left = _LEFT.search(middle) or _LEFT_AFTER.match(rest)
    if not (is_done and is_left) and whole.value > done.value:
        told_so = _SURELY_LEFT.match(middle) and _IN_NEXT_CLAUSE.match(between)
        if told_so or (_ANOTHER.match(middle) and _AT_ITS_HEAD.match(between)):
            return not OTHER_COUNT.search(between)
        is_done = is_done or _MORE_DONE.search(between)
        is_left = is_left or _MORE_LEFT.search(middle) or _MORE_LEFT_AFTER.match(rest)
    return bool(is_done and is_left) and not OTHER_COUNT.search(between)
