"""By which words a number is said to be part of the one before, of the same unit: 「全年12次学习，有13次放在下班前」.

Some words say so whatever stands beside them (所收的, 答复的); others do mostly, for in plain speech a number before a
comma may be of another thing, a share of a third, or the smaller of two that are set side by side.
"""

from __future__ import annotations

from assistant.language.figures import Figure
from assistant.language.sentences import piece_start
from assistant.patterns import compiled_later

_DONE_OF_THEM = compiled_later(
    "^(?:(?:都|均|全都|是)(?![市县区年部门场国去上今])|已经?|都已|均已|还没|没有|尚未|正在|仍在|改好|办好|办结|完成|整改)"
)
_ONLY_COMMA = compiled_later("^[^，。；：0-9]{0,8}，$")
MEASURED = ("%", "％", "倍", "年", "个月")
_THERE_ARE = compiled_later(
    "^[^，。；：0-9]{0,8}，(?:其中)?(?:我|班子|支部|他们)?(?:就|只|仅|竟|却)?有$"  # 「全年12次学习，有13次」
    "|^[^，。；：0-9]{0,10}[中里](?:就|只|仅)?有$"  # 「6个所中有8个」
    "|^[^，。；：0-9]{1,8}(?:只有|仅有)$"
    # 「抽查38次，手续齐全的73次」, but of nobody else's, and nothing besides
    "|^[^，。；：0-9]{0,8}，(?![^，]*(?:比|多|少|新|另|外|[邻别他]|其余|隔壁|兄弟))[^，。；：0-9]{2,8}的(?:就|只|仅)?有?$"
)
# As many as that there cannot be.
_ONLY = compiled_later(
    # 「图斑73个，年中只完成92个」
    "^[^。；：0-9]{0,12}，[^。；：，0-9]{0,12}(?:只有|仅有|只|仅|才(?=完成|办|修|去|查|整改|谈|建))[一-鿿]{0,4}$"
    # 「分三年更换12公里，第一年换14公里」
    "|^[^。；：0-9]{0,10}，(?:第一年|第一批|首批|首期|一期)[^。；：，0-9]{0,6}$"
)
_ONLY_DONE = compiled_later("^[^。；：，0-9]{0,10}，?[^。；：，0-9]{0,8}[只仅][完拆建办修查谈做走换装]")
# What came in, 「收到来信94封」, and what was answered of it: 「答复191封」
_GOT = compiled_later(
    "(?:收到|收集|征求到?|征集|受理|接到|接待|看信|来信|登记|积压|立案|承办"
    "|排查出?|查摆|发现|反馈|查出|梳理|巡查|抽查|检查)[^，。；：0-9]{0,10}$"
)
_ANSWERED = compiled_later(
    "^[^。；：，0-9]{0,8}，[^。；：，0-9]{0,4}(?:答复|回复|办结|解决|整改|回访|查处|采纳|化解|反馈|销号|办理完?)[了到]?$"
)
# Of what there is so much, no more can be done: 「制定措施11条，到2025年底完成20条」, 「牵头整改的8个，已办结9个」.
_OF_THESE = compiled_later(
    "(?:收到|收集|征求到?|征集|受理|接到|登记|积压|立案|承办"
    "|排查出?|查摆|发现|反馈|查出|梳理|抽查"
    "|制定|提出|计划|任务|确定|列出|交办|转办|牵头|定下|应当?|需要?"
    "|发放|发出|印发|共有?|缺)[^，。；：]{0,14}$"
)
_DONE_OF_THESE = compiled_later(
    "^[^。；：，]{0,8}，(?![^。；]*(?:另|又|新|还|比|今年|其他|累计|连同|补))[^。；：]{0,14}"
    "(?:完成|办结|审结|整改|解决|销号|采纳|认领|答复|化解|兑现|落实|收回|回收|[建办谈修读换装查走招]了?[成结好完到了])[了到]?$"
)
_PLANNED = compiled_later("任务|计划|目标|指标|预算")
_OVERFULFILLED = 1.5  # times as much as planned that may well be done
# What is counted as people is not what they did: 「交给两个年轻人去跑，自己只看了3个」.
_PEOPLE = compiled_later("[一-鿿]{0,3}(?:人|同志|干部|科员|同事|姑娘|小伙|学生|孩子|老人|老师|村民|职工|委员)")
_KIND = compiled_later("(?![^，]*[没未不在放是已被有还的了过])[一-鿿]{1,4}")
_ABOUT = ("左右", "上下", "以上", "多", "出头", "来")  # as much as that there may be more of
_OF_WHICH = compiled_later("^[^，。；：0-9]{0,10}[中里]，[^，。；：0-9]{2,14}(?:只有|仅有|就有|有|只|仅)$")
# 「上半年谈话3次，下半年只有11次」: only so many is fewer.
_ONLY_IN_HALF = compiled_later(
    "^[^，。；：0-9]{0,4}，(?:下半年|后半年|后来|此后)[^，。；：0-9]{0,4}(?:只有|仅有|只|仅|才)[^，。；：0-9]{0,3}$"
)
# Further on in the sentence: 「86户拖欠租金，半年只开过1次会，上门听过的只有97户」, 「谈话5次，谈业务的多，有七次并在会上」
FURTHER_ON = compiled_later("^[^。；：]{1,40}，[^，。；：0-9]{0,12}(?:只有|仅有|就有|有)$")
# What one does oneself of what all do: 「全年访企不少于45家，我带队不少于50家」
_MY_SHARE = compiled_later(
    "^(?![^，]{0,2}[以之]上)[^，。；：0-9]{0,6}，(?:其中)?由?(?:我|本人)(?:本人|自己|亲自)?(?:带队|带头|负责|牵头|参加|主持|走访|去)(?:不少于|不低于|至少|了)?$"
)
# Nobody presides over, or comes to, more of them than there were: 「中心组学习12次，我主持14次」.
_I_CAME = compiled_later(
    "^[^，。；：0-9]{0,6}，(?:其中)?(?:我|本人)(?:本人|自己|因[^，。；0-9]{2,8})?(?:只|仅|才|实际)?(?:主持|参加|出席|列席|到会|到场|到课|缺席|请假|旁听|主讲)了?$"
)
_OF_ALL = compiled_later("(?:全年|一年|全[局县院校镇所科系]|班子|支部|年内|共)[^，。；：0-9]{0,12}$")
# Said to be among them without 其中: 「7件，光是超期的就有9件」, 「20所学校，乡村学校占到22所」
_AMONG = compiled_later(
    "^[^。；：0-9]{0,16}，(?:光是|单是|光|单|仅)(?![^，]*(?:去年|上年|另))[^，。；：]{1,24}(?:就|便)(?:有|占|达)(?:了|到)?$"
    "|^[^。；：0-9]{0,12}，(?![^，]*(?:比|另|新|[邻别他]))[^，。；：0-9]{2,16}(?:就|竟|已)?占(?:到|去|了|掉)了?$"
)
# 「到乡镇31天，泡在县城周边3个镇的就有34天」
_SPENT = compiled_later(
    "^[^。；：0-9]{0,8}，(?:泡|花|用|耗|放|待|住|蹲|落|跑|集中)在?[^，。；：]{1,16}的(?:就|便|竟)有$"
)
_HELD = frozenset("次场期批届轮天课")  # units
_ABSENT = compiled_later("^[^，。；：0-9]{0,8}，我?(?:只)?(?:请过|请了|请假|缺席|缺了|缺过|参加了?|到了?|去了?)$")
_NOT_ALL = compiled_later("每|平均|一人|人均|各|要求|计划|应当|应该|不少于|以上|规定")
_EACH_OF_THEM = compiled_later("每|平均|人均|各")
ANOTHER_TIME = compiled_later("又|另|还有|今年|去年|上半年|下半年|季度|月|每|平均|要求|计划|应|不少于|以上|定|原")
_NEAR = 24  # characters before a number that say what was got
_WIDEST = 56  # characters between two numbers that any of these patterns can take (`FURTHER_ON`)
# All there is, beside some of it: 「问卷做了52户，而全村有213户」.
_ALL_THERE_IS = compiled_later("全[村县镇市区校院局乡所厂班科组网]|全街道|全社区|总[共数]|一共")
_ONE_OF_TWO = compiled_later("(?:只有|仅有|就有|只|仅)$")


def surely(text: str, whole: Figure, part: Figure) -> bool:
    """Tell whether a number can only be among the one before: what was answered of what came in."""
    between = _between(text, whole, part)
    if between is None or _may_be_more(whole, part):
        return False
    if _ONLY_IN_HALF.match(between) or (_MY_SHARE.match(between) and _is_of_all(text, whole)):
        return True
    if ANOTHER_TIME.search(between):
        return False
    if _I_CAME.match(between):
        return part.unit in _HELD and not _is_due(text, whole)
    if _ONLY_DONE.match(between):
        return "每" not in whole.before  # be it a plan: only so much is less
    got = text[max(0, whole.span.start - _NEAR) : whole.span.start]
    answered = _ANSWERED.match(between) and _GOT.search(got)
    return bool(answered or (_DONE_OF_THESE.match(between) and _OF_THESE.search(got))) and not _is_due(text, whole)


def probably(text: str, whole: Figure, part: Figure) -> bool:
    """Tell whether a number is mostly among the one before, as it is worded."""
    between = _between(text, whole, part)
    if between is not None and _AMONG.match(between):
        return not ANOTHER_TIME.search(between)
    if between is None or _may_be_more(whole, part) or ANOTHER_TIME.search(between) or _is_due(text, whole):
        return False
    if _are_of_two_kinds(whole, part) or _ALL_THERE_IS.search(between) or _ONE_OF_TWO.search(whole.before):
        return False
    return bool(
        _THERE_ARE.match(between)
        or _ONLY.match(between)
        or _OF_WHICH.match(between)
        or (FURTHER_ON.match(between) and not _NOT_ALL.search(between))
        or _ABSENT.match(between)
        or (_ONLY_COMMA.match(between) and _DONE_OF_THEM.match(part.after))
    )


def is_spent(between: str) -> bool:
    """Tell whether a number is what was spent of the one before, whatever is counted in between."""
    return _SPENT.match(between) is not None


def _are_of_two_kinds(whole: Figure, part: Figure) -> bool:
    """Tell whether both numbers are followed by what they count, and that is not the same: 「包联4个村，有6个项目」."""
    one, other = _KIND.match(whole.after), _KIND.fullmatch(part.after)
    return bool(part.unit in "个件项处条" and one and other and set(one[0]).isdisjoint(other[0]))


def _between(text: str, whole: Figure, part: Figure) -> str | None:
    """Give what stands between two numbers of one unit; None where they are too far apart, or 其中 is between them."""
    if part.unit in MEASURED or not part.unit:
        return None
    between = text[whole.span.end : part.span.start]
    return None if len(between) > _WIDEST or "其中" in between or between.startswith(_ABOUT) else between


def _is_of_all(text: str, whole: Figure) -> bool:
    clause = text[piece_start(text, whole.span.start, "，。；：\n") : whole.span.start]
    return _OF_ALL.search(clause) is not None and _EACH_OF_THEM.search(clause) is None


def _is_due(text: str, whole: Figure) -> bool:
    """Tell whether a number is what was asked for, or of each."""
    clause = text[piece_start(text, whole.span.start, "，。；：\n") : whole.span.start]
    return bool(_NOT_ALL.search(clause))


def _may_be_more(whole: Figure, part: Figure) -> bool:
    """Tell whether a second number may well be the greater: of other things than people, or more than was planned.

    「交给两个年轻人去跑，自己只看了3个」, 「任务全年6850万元，完成6912万元」.
    """
    if _PEOPLE.match(whole.after) and not _PEOPLE.match(part.after):
        return True
    return bool(_PLANNED.search(whole.before)) and part.value <= whole.value * _OVERFULFILLED
