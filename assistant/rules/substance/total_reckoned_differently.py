"""分段、分人的数与合计不一致

检查什么：每月、每季度一次的，与全年次数是否对得上；“全年38次，平均每月8次”一类，平均数与全年数是否对得上；“63户，31.5万元，户均5000元”一类，平均数与总数、户数人数是否相符；上半年、下半年之和是否等于全年；“每名成员联系3户，5人共联系25户”一类，合计是否相符；“每天记2次，10月……全月应记60次”“每人每季度1次，全年应随访648人次”一类，照前面的说法应有的数是否算对。
为什么：这些数是互相推算得出的，算不拢，审核时容易连带对其他数字提出疑问。
怎么改：对照台账核对各处数字，改正写错的一处。
"""

import re
from collections.abc import Iterator

from assistant.facts import reckoned_totals
from assistant.facts.paragraph_facts import ParagraphFacts
from assistant.facts.sought import Sought
from assistant.finding import Finding, Severity
from assistant.language import averages, each_of_several
from assistant.language.cues import known
from assistant.language.punctuation import quoted
from assistant.language.reckoned import Reckoned
from assistant.language.years import days_in
from assistant.patterns import compiled_later
from assistant.rules.rule import Example, Rule, Scope
from assistant.text import Span

# 「上半年9次，下半年4次，全年15次」
_OF_HALVES = Sought(
    ("上半年",),
    "上半年[^，。；0-9]{0,12}(?P<first>[0-9]+)(?P<unit>人次|[次条件户场项个])，下半年[^，。；0-9]{0,8}(?P<second>[0-9]+)(?P=unit)，(?:全年|一年)[^，。；0-9]{0,6}(?P<all>[0-9]+)(?P=unit)",
)
# 「8处拥堵点今年打通5处，明年打通4处」
_OVER_YEARS = Sought(
    ("，明年", "，次年"),
    "(?<![0-9.])(?P<all>[0-9]+)(?P<unit>公里|[条件户场项个处所家栋村名])[^，。；0-9]{0,10}今年[^，。；0-9]{0,6}(?P<first>[0-9]+)(?P=unit)，(?:明年|次年)[^，。；0-9]{0,6}(?P<second>[0-9]+)(?P=unit)",
)
# 「每名成员联系3户，5人共联系25户」
_EACH = Sought(
    ("每名", "每个", "每人", "每位", "每家"),
    "每[名个人位家](?![^，。；0-9]*(?:每|至少|最少|不[少低]于|平均|约))[^，。；0-9]{0,10}(?P<each>[0-9]+)(?P<unit>[户次条件项篇天份本名人])[^，。；0-9]{0,4}，(?P<n>[0-9]+)[人名个家位](?:(?:成员|同志|党员|干部|委员|职工|学员|队员|科室|支部|单位)?应[该当]?|[^，。；0-9]{0,4}?(?:一?共|合计))[^，。；0-9]{0,6}(?P<all>[0-9]+)(?P=unit)",
)
# 「改为每月第一周，全年开了16次」
_EVERY = Sought(
    ("每月", "每个月", "每季度", "每个季度", "每周", "每个周"),
    "每个?(?P<every>月|季度|周)(?:第[一二三四]周|(?!至少|最少|不[少低]于|各)[^，。；0-9]{0,4}[一1]次|[0-9]{1,2}日|月?[底初末])[^，。；0-9]{0,4}，[^，。；0-9]{0,4}(?:全年|一年)(?:(?P<planned>共?)|[^，。；0-9]{1,8})(?P<all>[0-9]+)次",
)
# 「每天记2次，10月由我记录，全月应记62次」, 「每人每季度随访1次，全年应随访864人次」
_DUE = Sought(
    [f"{of}{shall}" for of in ("全月", "当月", "全年", "一年") for shall in "应该要需"],
    "每(?P<every>天|日|个?月|个?季度|半年)(?!不|至少|最少)(?P<by>[^，。；0-9]{0,10}?)(?P<each>[0-9]+)(?P<unit>人次|[次位名人户篇条本场节份])"
    "(?P<between>[^；每]{0,50}?)(?P<of>全月|当月|全年|一年)(?:应该|应当|[应该要需])[^，。；0-9]{0,5}(?P<all>[0-9]+)(?P<sum>人次|户次|[次位名人户篇条本场节份])",
)
# 「每月写1篇学习体会，全年只写了7篇，还差5篇」
_SHORT_OF_DUE = Sought(
    [f"，{still}{lacking}" for still in ("", "还", "尚") for lacking in "差缺欠少"],
    "每个?(?P<every>月|季度|周|半年)(?!不|至少|最少)[^，。；0-9]{0,8}(?P<each>[0-9]+)(?P<unit>[篇次本条份节场])"
    "[^。；0-9]{0,20}，(?:全年|一年)[^，。；0-9]{0,8}(?P<done>[0-9]+)(?P=unit)，(?:还|尚)?[差缺欠少]了?(?P<short>[0-9]+)(?P=unit)",
)
_AVERAGED = known(averages.CUES)
_MONTH = compiled_later("(?<![0-9])(?P<month>1[0-2]|[1-9])月(?!份?底?前)")
_OF_PEOPLE = ("人", "名", "位", "户", "家")
# 「专题研讨4次，每次9名成员都要提交发言材料，全年共36份」, 「到14个村和1个社区各宣讲1场，共15场」
_EACH_TIME = Sought(
    ("每次", "每场", "每期"),
    "(?<![0-9])(?P<n>[0-9]+)[次场期]，每[次场期](?![^，。；]*(?:至少|最少|不[少低]于|平均|约))"
    "[^，。；0-9]{0,8}(?P<each>[0-9]+)(?:人次|[名人位份篇条户个])[^。；0-9]{0,20}"
    "，[^，。；0-9]{0,4}(?:共|合计|总共|应有)[^，。；0-9]{0,4}(?P<all>[0-9]+)(?:人次|[名人位份篇条户个])(?![0-9])",
)
_EACH_PLACE = Sought(
    ("各",),
    "(?P<one>[0-9]+)[个名户家所](?:[^，。；0-9]{1,6})[和、及与](?P<other>[0-9]+)[个名户家所][^，。；0-9]{1,8}各[^，。；0-9]{0,6}(?P<each>[0-9]+)(?P<unit>人次|[场次份条篇])，(?:全年|一|总)?共(?:计)?[^，。；0-9]{0,4}(?P<all>[0-9]+)(?P=unit)",
)
# 「对2个股室和养护站、治超站，每季度各开展1次廉政谈话，全年不少于16次」: as many as are named
_EACH_NAMED = Sought(
    ("月各", "季度各", "半年各"),
    "(?<![0-9])(?P<n>[0-9]+)(?:个|名|户|家|位|所)(?P<names>[^，。；0-9]{2,24})，?每个?(?P<every>月|季度|半年)各(?!不|至少|最少)[^，。；0-9]{0,6}(?P<each>[0-9]+)(?P<unit>次|轮|场|遍)[^，。；0-9]{0,8}"
    "，(?:全年|一年)(?P<least>不少于|不低于|至少)?(?:共|要|应|谈满|做到|完成|开展|谈|讲|走访|学|查|抽查){0,2}(?P<all>[0-9]+)(?:人次|户次|(?P=unit))(?![0-9])",
)
_NAMED_ONE = compiled_later("(?P<joint>[和、及与])(?![一-龥]*(?:等|各))[一-龥]{2,8}?(?=[和、及与，]|$)")
_FOR_EACH = ("每人", "每名", "每户", "每位", "每个", "每名患者", "每人要", "每家")
_AT_MOST = 2  # times as much as comes out, where it is asked at least
_NO_LEAP_YEAR = 2025
_MOST_TOLD = 2  # of what may be due
_TIMES = {"月": 12, "季度": 4, "周": 52, "半年": 2}


def check(facts: ParagraphFacts) -> Iterator[Finding]:
    told: list[Finding] = []
    for finding in _told(facts):
        if not any(finding.span.overlaps(other.span) for other in told):
            told.append(finding)
            yield finding
    for each in reckoned_totals.find(facts):
        if not any(each.span.overlaps(other.span) for other in told):
            message = f"照“{each.how}”算是{'或'.join(map(str, each.due))}，此处写“{each.said}”。"
            yield RULE.finding(each.span, message, "请核对各处数字；另有增减的可忽略。", severity=Severity.HINT)


def _average(each: Reckoned) -> Finding:
    """Tell an average that its total does not come to, by how many it is of."""
    told = sorted(each.of)
    due = f"{each.due:.1f}".removesuffix(".0") if each.due >= 1 else f"{each.due:.2g}"
    message = f"照{''.join(quoted(one.written) for one in told)}算，平均约{due}{each.said.unit}，此处写{quoted(each.said.written)}。"
    return RULE.finding(Span(told[0].span.start, each.said.span.end), message, "请对照台账核对各处数字。")


def _told(facts: ParagraphFacts) -> Iterator[Finding]:
    yield from () if facts.cues.isdisjoint(_AVERAGED) else map(_average, averages.find(facts.text, facts.figures))
    for match in _EACH(facts):
        due = int(match["each"]) * int(match["n"])
        if due != int(match["all"]):
            message = f"{match['each']}×{match['n']}＝{due}{match['unit']}，此处写“{match['all']}{match['unit']}”。"
            yield RULE.finding(Span(*match.span()), message, "请对照台账核对各处数字。")
    for match in _OF_HALVES(facts):
        if int(match["first"]) + int(match["second"]) != int(match["all"]):
            yield _of_two(match)
    for match in _OVER_YEARS(facts):
        if int(match["first"]) + int(match["second"]) > int(match["all"]):
            yield _of_two(match)  # what they leave over may be another year's
    yield from _as_due(facts)
    for match in _EVERY(facts):
        if reckoned_totals.times_over(facts, match.start()) != ():
            continue
        most, every = int(match["all"]), _TIMES[match["every"]]
        if (most > every and most % every) or (match["planned"] is not None and most < every):
            message = f"前面写每{match['every']}一次，全年{every}次，此处写“{most}次”。"
            yield RULE.finding(Span(*match.span()), message, "请对照台账核对两处数字。", severity=Severity.HINT)


def _as_due(facts: ParagraphFacts) -> Iterator[Finding]:
    """Yield what was due, reckoned by so much a day, a month, a time or a place, that comes to another number."""
    for match in _DUE(facts):
        due = _due(facts, match)
        if due and int(match["all"]) not in due:
            message = f"照“每{match['every']}{match['by']}{match['each']}{match['unit']}”算是{'或'.join(map(str, due[:_MOST_TOLD]))}{match['sum']}，此处写“{match['all']}{match['sum']}”。"
            yield RULE.finding(Span(*match.span()), message, "请对照台账核对两处数字。")
    for match in _SHORT_OF_DUE(facts):
        year, told = _TIMES[match["every"]] * int(match["each"]), int(match["done"]) + int(match["short"])
        if year != told:
            message = f"照“每{match['every']}{match['each']}{match['unit']}”全年是{year}{match['unit']}，此处{match['done']}＋{match['short']}＝{told}{match['unit']}。"
            yield RULE.finding(Span(*match.span()), message, "请对照台账核对各处数字。")
    for match in _EACH_TIME(facts):
        yield from _product(match, int(match["n"]), match["n"])
    for match in _EACH_NAMED(facts):
        others = len(_NAMED_ONE.findall(match["names"]))
        yield from _of_year(match, (int(match["n"]) + others) * int(match["each"]))
    for match in _EACH_PLACE(facts):
        if each_of_several.explains(facts.text, Span(match.start("all"), match.end()), int(match["all"])):
            continue
        yield from _product(match, int(match["one"]) + int(match["other"]), f"（{match['one']}＋{match['other']}）")


def _of_year(match: re.Match[str], at_once: int) -> Iterator[Finding]:
    """Yield a year's number that so much a month does not come to; more than is asked at least may be, twice as much not."""
    due, said = _TIMES[match["every"]] * at_once, int(match["all"])
    at_least = match["least"] or match.groupdict().get("few")
    if said < due or said > (_AT_MOST * due if at_least else due):
        message = f"照“每{match['every']}”算，全年是{due}{match['unit']}，此处写“{said}{match['unit']}”。"
        yield RULE.finding(Span(*match.span()), message, "请核对两处数字。", severity=Severity.HINT)


def _product(match: re.Match[str], times: int, told: str) -> Iterator[Finding]:
    due = times * int(match["each"])
    if due != int(match["all"]):
        message = f"{told}×{match['each']}＝{due}，此处写“{match['all']}”。"
        yield RULE.finding(Span(*match.span()), message, "请对照台账核对各处数字。")


def _due(facts: ParagraphFacts, match: re.Match[str]) -> list[int]:
    """Give what comes out, by each number of people told before where it is so much for each of them; nothing where it is open."""
    begin = match.start()
    each, every = int(match["each"]), match["every"].removeprefix("个")
    if every in ("天", "日"):
        months = {int(found["month"]) for found in _MONTH.finditer(facts.text, begin, match.start("of"))}
        if match["of"] not in ("全月", "当月") or len(months) != 1:
            return []
        times = days_in(_NO_LEAP_YEAR, months.pop())
    elif match["of"] in ("全年", "一年"):
        times = _TIMES[every]
    else:
        return []
    over = reckoned_totals.times_over(facts, begin, match["by"])
    if over != ():
        return [times * each * number for number in over or ()]
    of_people = facts.text[:begin].endswith(_FOR_EACH) or (match["unit"], match["sum"]) == ("次", "人次")
    if not of_people:
        whole, rest = divmod(int(match["all"]), times * each)
        explained = rest == 0 and reckoned_totals.may_be_over(facts, begin, whole)
        return [times * each] if match["sum"] in (match["unit"], "人次") and not explained else []
    people = {int(figure.value) for figure in facts.figures if figure.unit in _OF_PEOPLE and figure.span.end <= begin}
    return sorted(times * each * number for number in people)


def _of_two(match: re.Match[str]) -> Finding:
    added = int(match["first"]) + int(match["second"])
    message = f"前后两段相加为{added}{match['unit']}，总数写{match['all']}{match['unit']}。"
    return RULE.finding(Span(*match.span()), message, "请对照台账核对各处数字。")


RULE = Rule(
    __name__,
    __doc__,
    check,
    Severity.ADVICE,
    Scope.PARAGRAPH,
    "前后数字须一致（审核必查）",
    (
        Example("⟦上半年9次，下半年4次，全年15次⟧；⟦每季度讲一次，全年6次⟧；⟦8处拥堵点今年打通5处，明年打通4处⟧。"),
        Example(
            "上半年9次，下半年4次，全年13次；每季度讲一次，全年4次；8处拥堵点今年打通5处，明年打通3处；每月谈一次，全年谈了11次；8处拥堵点今年打通3处，明年打通3处；每季度至少一次，全年共6次。"
        ),
        Example(
            "⟦每名成员联系3户，5人共联系25户⟧；例会改为⟦每月第一周，全年开了16次⟧；全年到包联村⟦38次，平均每月8次⟧。"
        ),
        Example("改造农田⟦3.2万亩，投入7680元，亩均2400元⟧；帮扶⟦63户，发放31.5万元，户均3000元⟧。"),
        Example("改造农田3.2万亩，投入7680万元，亩均2400元；帮扶63户，发放31.5万元，户均5000元。", shown=False),
        Example("要求⟦每人撰写体会6篇，5名成员应完成36篇⟧；要求每人撰写体会6篇，5名成员应完成30篇。"),
        Example(
            "冰箱温度⟦每天记2次，10月由我记，全月应记60次⟧。患者216人，按要求每人⟦每季度随访1次，全年应随访648人次⟧。⟦每月看望2位老人，全年该去26人次⟧。"
        ),
        Example(
            "对⟦2个股室和养护站、治超站，每季度各开展1次谈话，全年不少于12次⟧；年初计划⟦每月学4小时、全年40小时⟧；⟦3名徒弟每月各讲1次，全年讲30次⟧。"
        ),
        Example(
            "对2个股室和养护站、治超站，每季度各开展1次谈话，全年不少于20次；年初计划每月学4小时、全年48小时，每月不少于1次，全年不少于15次；2名徒弟每季度各谈1次，小陶多谈2次，全年谈满10次。"
        ),
        Example("要求⟦每月写1篇体会，全年只写了7篇，还差3篇⟧；要求每月写1篇体会，全年只写了7篇，还差5篇。"),
        Example("要求⟦每半年讲1次党课，全年只讲了1次，还差2次⟧。", shown=False),
        Example("研讨⟦4次，每次9名成员都要交稿，全年共32份⟧；到14个村和1个社区⟦各宣讲1场，共14场⟧。"),
        Example(
            "与书记、镇长⟦各谈心1次，与5名支委各谈心2次，共14次⟧；与书记谈心1次，与分管的宣传科、审批科2个科室负责人⟦各谈2次，共7次⟧；与5名支委⟦各谈心1次，与6名党员各谈心1次，共13人次⟧。"
        ),
        Example(
            "与书记、镇长各谈心1次，与5名支委各谈心2次，共12次；与书记谈心1次，与分管的宣传科、审批科2个科室负责人各谈2次，共5次；与5名支委各谈心1次，与6名党员各谈心1次，共11人次；班子9名成员两两各谈1次，共36次。"
        ),
        Example(
            "冰箱温度每天记2次，10月由我记，全月应记62次。患者216人，按要求每人每季度随访1次，全年应随访864人次。每月看望2位老人，全年该去24人次。研讨4次，每次9名成员都要交稿，全年共36份；到14个村和1个社区各宣讲1场，共15场。"
        ),
        Example(
            "文物37处，省级5处，按每处每季度1次的要求，全年应巡查148次。对19个村、2个社区每季度走访1次，全年应走访84次。隐患点37处，规定每处每季度查1次，全年共148次。6条河每条每月巡1次，全年应巡72次。对3个项目和养护站每季度各查1次，全年应查16次。各科室每季度自查1次，全年应查56次。参加2次学习，通读了建议；与书记、组长各谈心1次，与3名党员、2名同事各谈心1次，共7人次。"
        ),
        Example(
            "文物37处，省级5处，按每处⟦每季度1次的要求，全年应巡查184次⟧。6条河每条⟦每月巡河1次，全年应巡河62次⟧。",
            shown=False,
        ),
        Example(
            "每名成员联系3户，5人共联系15户；每人每月走访2户，5人共走访120户；每人至少提3条，5人共提18条；例会改为每月第一周，全年开了12次；全年到包联村38次，平均每月3次。"
        ),
    ),
    cues=_OF_HALVES.cues
    | _OVER_YEARS.cues
    | _EACH.cues
    | _AVERAGED
    | _EVERY.cues
    | _DUE.cues
    | _SHORT_OF_DUE.cues
    | _EACH_TIME.cues
    | _EACH_PLACE.cues
    | _EACH_NAMED.cues
    | reckoned_totals.CUES,
)
