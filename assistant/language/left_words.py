"""By which words a number is what is left of a whole, or what was done of it; by which it is neither. In a list each line holds one idea."""

from __future__ import annotations

from assistant.patterns import compiled_later

_V = "[^，。；：、0-9]"  # what may stand in a clause

ALL_THE_REST = compiled_later(
    "(?:(?:其余|剩余|剩下|余下|下剩|其它?余|[，只仅还]剩|，余)(?:的|尚未[^，。；0-9]{2,6}的?|未[^，。；0-9]{2,6}的?)?"
    "|(?:，|另外|其中)(?:还差|尚差|还缺|尚缺|缺口(?:还有)?|尚有|缺|落下的)"
    "|，[^，。；0-9]{0,8}另外的?|，另"
    ")$"
)
"""What says before a number that it is all that is left over, whatever was done with the others."""
LEFT = compiled_later(
    "(?:(?:其他|另外|另有|[还尚仍]有|[尚还仍又]?[差欠缺漏][了着]?|落下的?"
    "|缺席了?|缺勤|缺课|请假|旷课|脱岗"
    f"|正在{_V}{{1,4}}|[还尚仍]在{_V}{{1,4}}|在[办建途修审查]|待[办批建修]|挂账|移交"
    f"|[尚还]?未{_V}{{1,8}}|[还尚]?没(?:有(?!一){_V}|(?!有){_V}){_V}{{0,5}}"
    "|(?:继续|持续|正在)推进|长期坚持|限期整改|超期|逾期|超时|延期|代[谈讲办做写]"
    ")(?:的|了)?(?:[有计共达])?)$"
)
"""What says so before a number less surely …"""
LEFT_BEHIND = compiled_later(
    f"{_V}{{0,16}}?(?:[还尚仍至今一直]未|还没|尚未|仍没|没有(?:完成|办结|落实|兑现|解决|办|改)"
    "|仍需|还需|尚需|需(?:要)?(?:继续|长期)|仍在|还在|正在|尚在|至今|继续推进|持续推进|按计划|缺口"
    "|未(?:完成|到位|办结|整改|动工|开工))"
    "|(?:因|没|未|请假|缺席|只在|只是|只打)"
)
"""… and behind it."""
DONE = compiled_later(
    "(?:[已均才只仅成完好到过了签装]|(?<!发)现|起来|目前|全部|实际|按期|按时|如期|参加"
    "|完成|办结|兑现|销号|整改|解决|落实|改正|立行立改|改到位|修复|打通|签约|到位|收回|采纳|通过"
    f"|拨付|发放|安装|清理|清退|化解|处置|[回答]复|招){_V}{{0,6}}$"
)
"""What stands before what was done …"""
DONE_BEHIND = compiled_later(
    f"{_V}{{0,6}}(?:已经?|完成|办结|兑现|整改到位|解决|销号|改好|改过来|落实到位|当年|[改办结做修完建拆]了)"
)
"""… and behind it."""
CAME = compiled_later("[^。；：0-9]{0,10}，(?:实际|实到|按期|按时|如期|其余)[^，。；：0-9]{0,6}")
"""What stands between who was away and who came, the other way round."""
NO_PART = compiled_later(
    "其中|里|(?<!集)中|含|归|合并|每|均|各|分别|同比|比|另|又|新|至少|不少于|以[上下]|超|增加|减少|[到至为]$|目标|计划|满意"
)
"""What tells, beside one of three numbers that come near each other, that it need not be a part of the first."""
OF_A_KIND = compiled_later("的[只就仅]?[有是占]?$")
"""What tells a number of some that have something of their own, 「外包的5项」 …"""
SOME = compiled_later("，有$")
"""What tells a number of some more, 「有9份是我签的字」 …"""
LACKS = compiled_later("[只仅没未不无缺漏余剩还拖留欠难停关空差压误慢悬落搁挂]")
"""… which may be all that is left where this stands there too, or behind the latter in its clause."""
OTHERWISE = compiled_later(
    "每|各$|各[^，。；0-9]{1,4}$|平均|人均|分别|同比|比(?:上年|去年|20)|连同|含"
    "|新增|又新|新[欠增发添]|后来|至少|不少于|以上$|最[多少高低长短大小]"
    "|[减降核压并缩增升调][^，。；：、]{0,2}[到至为成]了?$"
)
"""What tells that a number is of another time or thing, of each, or what became of one."""
AT_A_TIME = compiled_later("每个?[0-9一二两三四五六七八九十]{0,2}个?(?:半年|月|季|周|星期|天|日)[^，。；0-9]*$")
"""What tells that so many are done at a time: 「每2个月读完1本」."""
EARLIER = compiled_later("上年|去年同期")
LATER = compiled_later("今年|本年|新|又|另有|后来")
"""What tells in another sentence that what is left is of another time."""
BESIDES = compiled_later("[^，。]{0,12}(?:(?<!我)也|追加|一并|超额|计划外|清单外|会后|后来|新查|新发现|新提)")
"""What was done besides is nothing that is left: 「完成31项，另有4项没有列入的也做了」."""
OPEN = compiled_later("[^，。；：0-9]{0,4}(?:以上|以下|左右|以内)")
AND_THE_REST = compiled_later("[^。；0-9]{0,30}(?:其余|其他|余下|剩下|另外那)[^。；0-9]+[。；]")
"""What goes on with those that are left and does not count them."""
OF_THEM = compiled_later("[^，。；0-9]{0,8}[中里]，|[^，。；0-9]{0,8}，(?:请假|缺席|[^，。；0-9]{1,6})的?[那这]$")
"""What stands between a number and some of the same, or the same again: 「没结的5件里，有2件」, 「请假两次，请假的那两次」."""
ONE_BY_NAME = compiled_later("[，。；][^，。；]{0,8}[的另]外?一[条项个件户人名家处座]")
THERE_ARE = compiled_later("[还尚仍另]有$")
OWED = compiled_later("问题|措施|任务|事项|意见|建议|查摆|查出|反馈|制定|检视|线索|清单|整改")
"""What stands beside a whole that is accounted for over several sentences."""
NEXT_ITEM = compiled_later("[。；][一二三四五六七八九十]条?是")
"""Where another thing is told."""
