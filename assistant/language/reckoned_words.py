"""By which words a text says that a number is reckoned from others: their difference, a growth, what became of one.

`reckoned` tells by these which numbers belong together, and holds what they come to against what is said. In a list each
line holds one idea.
"""

from __future__ import annotations

from assistant.patterns import compiled_later

_MORE = (
    "增加|增长|提高|提升|上升|净增|增|升"  # what has become more
    "|多出|多用|多|超额|超出|超"  # what is over
    "|扩大|延长|提前|早|快|高出|高"
)
_LESS = (
    "减少|下降|降低|压减|缩短|精简|缩减|压缩|净减|减|降"  # what has become less
    "|少用|少|省下|节省|节约|省"  # what was saved
    "|相差|差|欠|缺席|缺勤|缺课|缺额|缺口|缺|短"  # what lacks
    "|滞后|落后|推迟|延误|慢|晚|低|逾期|超期|超时|延期"  # what came late
    "|保留|未[一-龥]{1,4}|没有?[一-龥]{1,4}|漏|落下"  # what was not done: 「未采纳35条」
    "|结余|剩余|剩下|剩|余下|余"  # what is left over
    "|腾退|腾出|砍掉|裁撤|撤并|取消|精减"  # what was done away with
)
_HOW_SURELY = (
    "(?:共计?|净|累计|相比|一共|总共|合计|又|还|尚|仍|有|足足|整整|已经?|只|仅|却|就|前后"
    "|等于|也就是|即|便|另|其余|其中|人均|两年|两者)*"
)
# The verb of what lacks or was missed: 「少讲5次」, 「漏接37个」
_VERB, _ITS_END = "讲去跑交签考读学写开谈查看办到走用接", "学谈到课"

DIFFERENCE = compiled_later(f"{_HOW_SURELY}(?:{_MORE}|{_LESS})(?:[{_VERB}][{_ITS_END}]?)?[了出过的]?[约近整]?")
"""The clause before a number that is said to be a difference: nothing but that, and what says how surely."""
LAST = frozenset("".join(way[-1] for way in f"{_MORE}|{_LESS}".split("|")) + f"{_VERB}{_ITS_END}了出过的约近整这")
"""What such a clause, or one that takes up a change, ends with; of a number behind anything else no more is asked."""
UNDONE_WITHIN = 8
"""Characters in which 未 or 没 begins what was not done."""
TELLS_DIFFERENCE = compiled_later(f"[^，。；：]{{0,10}}(?:{_MORE}|{_LESS})[了出过]?(?:约|近)?")
"""The same, less strictly, where a growth in percent follows: 「比上年增加860台，增长25.8%」."""
AND_THAT_IS = compiled_later(
    "[^，。；：、0-9]{0,6}[，（]"
    "(?:同比|相比|折合|相当于|比上年|较上年|比去年|较去年|即|也就是)?"
    "(?:增长|增幅|增加|上升|提高|下降|降幅|减少|减幅|压减|降低|精简|缩减|缩短|压缩|多|少)(?:了|为|达到?|约|近)*"
)
"""What stands between a difference and its growth: 「多6件，增长」."""
AT_OTHER_PRICES = compiled_later("生产总值|增加值|可比|不变价|GDP")
"""What grows by another rate than its amounts."""

AGAINST = compiled_later("[^。；：0-9]{0,10}，?[^，。；：0-9]{0,4}[比较离距](?:20[0-9]{2}年度?)?[^，。；：0-9]{0,8}")
"""How two numbers are held against each other, 「41件，比2024年的35件」 …"""
COMPARED = compiled_later(
    "[^，。；：0-9]{0,8}(?:高|低|多|少|差|超|增加|减少|晚|早|快|慢|短|长|缺|欠)[用花跑走等开]?[出了过]?(?:近|约)?"
)
"""… and then their difference: 「多6件」."""

FROM = compiled_later("(?:由|从|原来|原先|过去|上年|去年|往年|以前|之前|年初|期初)的?[^，。；、0-9]{0,10}$")
"""What stands before a number that became another: 「由9张」 …"""
BECAME = compiled_later(
    "[^，。；：、0-9]{0,4}，?[^，。；：、0-9]{1,8}(?:到|至|为|成|剩)了?(?:现在|目前|今年|如今|年底)?的?"
)
"""… and what between them: 「并为5张」."""
BECAME_SURELY = compiled_later("(?:大幅|逐步|已经?|再)*(?:[增减压缩降升扩砍裁并合精提归调][一-龥]?)[到至为成]了?")
"""What says so by itself: 「286件减到231件」."""

DUE = compiled_later(
    "应[^急用对]?|计划|原定|预定|拟|目标|任务|要求|规定|须|需|承诺|定了|定下|安排|下达|分配|交办|规划"  # what was to be done
    "|年初|总数|合计|共|编制|核定|全年|每年|原有|预算|经费|收入"  # what there was
    "|承担|承办|登记|认领|受理|收到|立案|列入"  # what was taken in
)
"""What stands beside a number of what was due: 「计划24个」."""
DONE = compiled_later(
    "实际|实到|实有|参加|到岗|到会|到场|到位|现有|在岗"  # who or what was there
    "|完成|办结|做到|收回|获批|落实|建成|兑现|采纳|合格|达标|解决|整改|支出|使用|答复|按时|按期|审结"
    "|只|仅|才|剩"
    "|[到去读谈讲写查走办做修来治换装拆补配清回接][了过成完好]?$"
)
"""What stands before a number of what was done: 「完成18个」."""
NOT_DUE = compiled_later("每个?[月周季天日半]|其中|分别|平均|人均|同比|上年|去年|今年|新|又|另|比|较")
"""What tells that one of the two is not what was due."""
TOO_LATE = compiled_later("逾期|超期|超时|延期")
IN_TIME = compiled_later("按时|按期|如期")
"""What of the whole is the difference of it and what was late; what was merely done may have been done too late."""

OF_A_YEAR = compiled_later("(?:20[0-9]{2}年度?|去年|上年|前年|今年|本年度?)[^，。；0-9]{0,10}$")
"""What stands before each of two numbers of two years: 「2024年开会126次、2025年94次」."""
SEVERAL = compiled_later("分别|各|同期|平均(?!数|值|水平)")
"""What tells that more than two numbers are spoken of."""
FIXED = compiled_later("目标|指标|要求|任务|计划|标准|控制|红线|上限|下限|承诺")
"""What tells that a rate was laid down and is not rounded."""

TAKEN_UP = compiled_later(
    "[。；，](?:[这其]中)?(?:新|净)?(?:增加|多出|多出来|增|涨|减少|减掉|压减|少)(?:出来)?(?:了)?的?这?"
)
"""What a sentence takes up of a change told in the one before: 「减到19张，年底又涨回26张。增加的7张中」 …"""
CHANGED_TO = compiled_later(
    "[^。；、0-9]{0,4}，?[^。；、0-9]{0,10}(?:[到至为]|[涨升增弹加降减落]回)了?(?:现在的?|目前的?)?"
)
"""… and how that change was told."""
