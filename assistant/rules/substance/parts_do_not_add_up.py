"""分项之和与总数不一致

检查什么：先写总数，再写已完成多少、其余多少的，加起来是否等于总数；分写在几句话里的也查；未完成的逐个写出名称的（“5个村已完成3个，东岭村、沙埠村仍在施工”），个数是否相符。
为什么：分项之和与总数不一致，审核时常会问到。
怎么改：对照台账核对三处数字，改正写错的一处；另有未列出的，补写清楚。
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from assistant.facts import parts_told_so
from assistant.facts.paragraph_facts import ParagraphFacts
from assistant.facts.sought import Sought
from assistant.finding import Finding, Severity
from assistant.language import done_and_left, left_over, rows_of_figures
from assistant.language.cues import known
from assistant.language.figures import CUES, Figure
from assistant.patterns import compiled_later
from assistant.rules.rule import Example, Rule, Scope
from assistant.text import Span

_END = compiled_later("[。！？\n]")
_IN_ALL = (
    "，共",
    "共计",
    "合计",
    "总计",
    "总共",
    "一共",
    "加起来",
    "谈话共",
    "谈心共",
    "交心共",
    "走访共",
    "慰问共",
    "座谈共",
    "家访共",
    "约谈共",
    "话合计",
    "心合计",
    "访合计",
    "话总",
    "话一共",
)
_SUMMED = known(_IN_ALL)
# 「高风险作业41次，支委到场38次，有3次只打了电话」, with no more times told behind
_CAME = Sought(
    ("，有", "，还有"),
    "(?P<plan>[0-9]+)(?P<unit>次)[^，。；0-9]{0,4}，[^，。；0-9]{0,6}(?:到场|到会|到岗|参加|出席|实到)了?(?P<done>[0-9]+)(?P=unit)，(?:还)?有(?P<short>[0-9]+)(?P=unit)(?=因|没|未|请假|缺席|只在|只是|只打)(?![^。；]*[0-9一二两三四五六七八九十]次)",
)
_ANOTHER_TIME = compiled_later("今年|本年|新|又|另有|后来")
_WHOLE_UNITS = frozenset(
    (
        *"条项个件户名人家次份处天本篇栋间所台套辆起宗笔块亩村封只盏盆棵株部张座位场期批座吨米",
        "公里",
        "平方米",
        "元",
        "人次",
    )
)
_ROUNDED = 0.001  # sums of decimals are not quite even
_NEXT_ITEM = compiled_later("[。；][一二三四五六七八九十]是")  # where another thing is told
_NEAR = 30  # characters between numbers that belong together
_FAR = 240  # characters after which what is left may still be told: each of the done is named first
_OWED_UNITS = frozenset("条项个件")
_OWED = compiled_later("问题|措施|任务|事项|意见|建议|查摆|查出|反馈|制定|检视|线索|清单|整改")  # what a total is of


def check(facts: ParagraphFacts) -> Iterator[Finding]:
    figures = facts.figures
    came = _CAME(facts)
    for match in came:
        if int(match["done"]) + int(match["short"]) != int(match["plan"]):
            message = f"完成{match['done']}{match['unit']}、差{match['short']}{match['unit']}，合计与应有的{match['plan']}{match['unit']}不一致。"
            yield RULE.finding(Span(*match.span()), message, "请对照台账核对三处数字。")
    for named in left_over.by_name(facts.text, figures):
        names, unit = "、".join(named.names), named.whole.unit
        message = f"总数写“{named.whole.written}”，已完成{named.done.value:g}{unit}，后面列出未完成的{len(named.names)}{unit}（{names}），与总数不一致。"
        yield RULE.finding(named.span, message, "请对照台账核对；所列另有所指的可忽略。", severity=Severity.HINT)
    for rest in parts_told_so.not_the_rest(facts):
        yield RULE.finding(rest.span, rest.message, "请对照台账核对三处数字。", severity=Severity.HINT)
    if len(figures) < 3:
        return  # whatever their units: people and talks are summed too
    yield from () if facts.cues.isdisjoint(_SUMMED) else _together(facts)
    left = [Span(*match.span()) for match in came]  # each is told once
    for three in _that_differ(facts):
        span = Span(three[0].span.start, three[2].span.end)
        if not any(span.overlaps(other) for other in left):
            left.append(three[2].span)
            yield _finding(three)


def _that_differ(facts: ParagraphFacts) -> Iterator[Sequence[Figure]]:
    """Yield each whole, what is done of it and what is left that do not agree, the surest first."""
    several = facts.several_figures
    yield from (three for three in _threes(several) if _differ(facts, three) and _closed(facts.text, three))
    yield from (three for three in _spread(facts.text, several) if _differ(facts, three))
    rests = ((*each.of, each.said) for each in left_over.find(facts.text, facts.figures))
    yield from (three for three in rests if _differ(facts, three))


def _differ(facts: ParagraphFacts, three: Sequence[Figure]) -> bool:
    whole, done, rest = three
    return abs(done.value + rest.value - whole.value) > _ROUNDED and not _made_up(facts, three)


def _together(facts: ParagraphFacts) -> Iterator[Finding]:
    """Yield 「党员37名、居民代表52名，共99名」: a row, and a sum that is another; hints where somebody may count twice."""
    for each in rows_of_figures.sums(facts.text, facts.figures):
        added = "＋".join(f"{one.value:g}" for one in each.of)
        plainly = sum(one.value for one in each.of) == each.due  # 「与5名支委各谈1次」 are five
        reckoned = f"相加为{added}＝{each.due:g}" if plainly else f"合计为{each.due:g}"
        message = f"前面各项{reckoned}，此处写“{each.said.written}”，两处不一致。"
        advice = "请对照台账核对各处数字。" if each.sure else "请对照台账核对各处数字；有的谈了几次的可忽略。"
        yield RULE.finding(each.span, message, advice, severity=RULE.severity if each.sure else Severity.HINT)


def _spread(text: str, several: Mapping[str, Sequence[Figure]]) -> Iterator[Sequence[Figure]]:
    """Yield a total, what is done and, sentences later, what is left, where nothing else is counted in between."""
    for alike in (alike for unit, alike in several.items() if unit in _OWED_UNITS):
        for whole, done, left in zip(alike, alike[1:], alike[2:], strict=False):
            between, middle = text[whole.span.end : done.span.start], text[done.span.end : left.span.start]
            if _NEXT_ITEM.search(between):
                continue
            told_at_once = len(middle) <= _NEAR and "。" not in between + middle  # that is `_closed`'s
            if told_at_once or len(between) > _NEAR or len(middle) > _FAR:
                continue
            clause = re.split("[。；，]", middle)[-1]
            if (
                not (_ANOTHER_TIME.search(clause) or _ANOTHER_TIME.search(between))
                and _OWED.search(whole.before + whole.after[:4])
                and done_and_left.is_done_and_left(text, (whole, done, left))
            ):
                yield whole, done, left


def _made_up(facts: ParagraphFacts, three: Sequence[Figure]) -> bool:
    """Tell whether the numbers behind three make up what they lack: 「已整改15个，还有3个正在整改，1个需长期坚持」.

    Or the first is itself a part of the number before: 「任务24项，按时17项，拖到月底5项，没学2项」, 「问题28个，立行立改9个，改完26个，其余2个」.
    """
    whole, done, left = three
    total = done.value + left.value
    earlier = [f for f in facts.figures if f.unit == whole.unit and f.span.end <= whole.span.start]
    if earlier and min(abs(earlier[-1].value - sum_) for sum_ in (total, whole.value + total)) <= _ROUNDED:
        return True
    stop = _END.search(facts.text, left.span.end)
    end = stop.start() if stop else len(facts.text)
    for figure in facts.figures:
        if left.span.end <= figure.span.start < end and figure.unit == whole.unit:
            total += figure.value
            if abs(total - whole.value) <= _ROUNDED:
                return True
    return False


def _threes(several: Mapping[str, Sequence[Figure]]) -> Iterator[Sequence[Figure]]:
    """Yield each three numbers that follow each other among those of their unit."""
    for unit, alike in several.items():
        if unit in _WHOLE_UNITS:
            yield from zip(alike, alike[1:], alike[2:], strict=False)


def _closed(text: str, three: Sequence[Figure]) -> bool:
    """Tell whether three numbers are a total, what is done of it and what is left, in one sentence."""
    whole, done, left = three
    if whole.value < 2 or whole.is_round or done.is_round or left.is_round:
        return False
    if _END.search(text, whole.span.start, left.span.start):
        return False
    between, middle = text[whole.span.end : done.span.start], text[done.span.end : left.span.start]
    if (
        max(len(between), len(middle)) > _NEAR
        or done_and_left.OTHER_COUNT.search(between + middle)
        or whole.after.startswith("方面")
    ):
        return False
    return done_and_left.is_done_and_left(text, three)


def _finding(three: Sequence[Figure]) -> Finding:
    whole, done, left = (f"{each.value:g}" for each in three)
    added = f"{three[1].value + three[2].value:g}"
    return RULE.finding(
        Span(three[0].span.start, three[2].span.end),
        f"总数写{whole}{three[0].unit}，后面{done}＋{left}＝{added}，与总数不一致。",
        "请对照台账核对三处数字；另有未列出的，请补写清楚。",
    )


RULE = Rule(
    __name__,
    __doc__,
    check,
    Severity.ADVICE,
    Scope.PARAGRAPH,
    "前后数字须一致（审核必查）",
    (
        Example("布置学习任务24项，我按时学完17项，拖到月底才补的5项，还有2项到年底也没补上。"),
        Example("全镇⟦17个村建起来11个，还有8个⟧村没有落实；17个村建起来11个，还有6个村没有落实。"),
        Example("受理工单⟦418件，按期办结412件，超期16件⟧；受理工单418件，按期办结402件，超期16件。"),
        Example("去年制定措施⟦8条，已完成7条，2条⟧正在推进。"),
        Example(
            "县委巡察组反馈问题⟦19条，已整改17条，其余3条⟧按计划推进；查摆问题⟦十二个，十个已经整改到位，还有三个⟧没有完成。"
        ),
        Example(
            "去年制定措施⟦10条。逐条对账，已完成8条：学习例会每月一次，逐件回访全年162件。还差1条⟧，列入今年措施。"
        ),
        Example("报名值守的党员⟦31名，坚持下来的19名，支部没有问一问另外22名⟧难在哪里。"),
        Example("全年⟦40次的自学计划，实际完成31次，落下的11次⟧里有8次是因为下乡。"),
        Example("全年40次的自学计划，实际完成29次，落下的11次里有8次是因为下乡。"),
        Example("高风险作业⟦41次，支委到场36次，有3次⟧只打了电话。作业41次，支委到场38次，有3次只打了电话。"),
        Example("应参加12次，实际参加9次，有2次请假，1次忘了；例会⟦12次，我参加9次，有2次⟧请假。"),
        Example(
            "查出病害⟦312处，修复289处，余下14处⟧；总投资⟦1800万元，到位1100万元，还有600万元⟧缺口；涉及驾驶员⟦130人，签约的81人，没签的39人⟧。"
        ),
        Example("城区⟦12处拥堵点，方案定了3年，只打通了6处，另外8处⟧停在图上。"),
        Example(
            "查出病害312处，修复298处，余下14处；总投资1800万元，到位1200万元，还有600万元缺口；12处拥堵点，方案定了3年，只打通了4处，另外8处停在图上；"
            "驾驶员130人，签约的91人，没签的39人。"
        ),
        Example(
            "查摆出⟦7个问题，6个当年改完，另2个⟧正在改；要求拆除⟦2.6万平方米，到期只拆了1.9万平方米，缺口7万平方米⟧。"
        ),
        Example(
            "查摆出7个问题，6个当年改完，另1个正在改；要求拆除2.6万平方米，到期只拆了1.9万平方米，缺口0.7万平方米。"
        ),
        Example("撂荒地排查出⟦3860亩，复耕2170亩，尚有1150亩⟧没有动。"),
        Example(
            "撂荒地排查出3860亩，复耕2710亩，尚有1150亩没有动；编制64人，在岗51人，缺13人；涉及金额21.6万元，追回15.6万元，6万元至今没有追回。"
        ),
        Example(
            "整改台账36项，到年底完成31项，另有4项提前谋划的也做了；组织生活7次，我请过3次假，另外迟到2次；巡察反馈28个，立行立改9个，整改完成26个，其余2个明年办完。"
        ),
        Example("教师编制由138个核到116个，班额却还有3个超限；欠缴4600万元，收回1900万元，又新欠800万元。"),
        Example("计划换⟦2.4万只，实际换了1.9万只，还差5万只⟧。"),
        Example("计划换2.4万只，实际换了1.9万只，还差0.5万只。"),
        Example("考察干部⟦64名，其中测评41名，占64.1%，其余32名⟧简化了程序；承诺⟦8项。已兑现5项，正在落实1项⟧。"),
        Example("列入计划的⟦5个村已完成4个，东岭村、沙埠村⟧仍在施工；措施⟦14条，13条按期完成，2条⟧仍需继续推进。"),
        Example(
            "考察干部64名，其中测评41名，占64.1%，其余23名简化了程序；承诺8项。已兑现7项，正在落实1项；案件5件，老窦的2月宣判，其余4件一季度审结；"
            "列入计划的5个村已完成3个，东岭村、沙埠村仍在施工；5个村已完成3个，东岭村由驻村干部、沙埠村由我负责。"
        ),
        Example("反馈问题19个，已整改15个，还有3个正在整改，1个需长期坚持。"),
        Example("计划修⟦8栋，已修好5栋，其余4栋⟧列入今年；计划修8栋，已修好5栋，其余3栋列入今年。"),
        Example("与班子成员⟦5人、分管股室负责人4人、职工代表7人谈心谈话，共18人次⟧。"),
        Example("与支部委员⟦3人、班组党员5人、用户代表3人谈心谈话共12人次⟧。"),
        Example(
            "与支部委员3人、班组党员5人、用户代表3人谈心谈话共13人次（其中2人谈了2次），与委员3人、党员5人等谈心谈话共15人次。"
        ),
        Example(
            "同⟦8名班子成员、7名科室负责人、9名社区党委书记谈心谈话，共21人次⟧；同8名成员、7名科室负责人、6名社区党委书记谈心谈话，共21人次。"
        ),
        Example(
            "与书记、组长各谈心1次，与3名党员、2名同事各谈心1次，共7人次；同8名成员逐一谈心，同21名书记、5名所长谈心谈话，共34人次；同8名成员各谈1次，同7名科长、5名职工谈心谈话，共20人次。"
        ),
        Example(
            "同⟦8名成员逐一谈心，同21名书记、5名所长谈心谈话，共43人次⟧。",
            shown=False,
        ),
        Example(
            "查摆问题9个，制定措施14条。截至2025年12月31日，完成11条，占78.6%，正在推进2条，移交1条。一是对每名书记点评2个问题。二是做在日常。4月底前完成5个项目的整改，对科研项目抽查2个。"
        ),
        Example("走访党员⟦37名、居民代表52名，共99名⟧；谈心谈话12人次、15人次，共计27人次，共5个村。"),
        Example("报名值守的党员31名，坚持下来的19名，支部没有问一问另外12名难在哪里；辅导19次，离计划24次差5次。"),
        Example("制定整改措施⟦22条，完成21条。供水抢修由口头派单改为限时派单；两条⟧尚未完成的，列入今年措施。"),
        Example(
            "制定措施10条，已完成8条：学习例会每月一次，基本完成1条，还差1条。反馈问题19条，已整改17条。今年另有3条意见没有办。"
        ),
        Example(
            "反馈问题19条，已整改17条，其余2条按计划推进。去年制定措施8条，完成7条。走访86户，其中7户困难，还有20户观望。"
        ),
        Example("全年立案12件，连同上年结转的已办结20件，还有3件正在办理。查摆5个方面，已整改12个，还有3个正在推进。"),
    ),
    cues=CUES,
)
