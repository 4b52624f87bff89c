"""“其中”的数大于总数

检查什么：“其中”后面的数、几项之和是否大于前面的总数；“86个科室中，临床52个、医技16个、行政28个”一类，紧跟着总数列出的三项以上，相加是否等于总数，“目标5000万元，四个季度依次为1200万元、……”一类按季度、批次、月份分写的也如此；“下半年只有”“最少”的数是否反而大于前面的；写“前四个”的，前面是否写足四个。
为什么：数字前后不一致，审核时容易连带对其他数字提出疑问。
怎么改：对照台账核对两处数字，改正写错的一处。
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from assistant.facts.paragraph_facts import ParagraphFacts
from assistant.facts.sought import Sought
from assistant.finding import Finding, Severity
from assistant.language import part_of_number, rows_by_period, rows_of_figures
from assistant.language.figures import CUES, Figure, standing_in
from assistant.language.sentences import clause_at, sentence_at
from assistant.patterns import compiled_later
from assistant.rules.rule import Example, Rule, Scope
from assistant.text import Span

_WITHIN = Sought(("其中",), "其中[，：:]?")
_FIRST_OF = compiled_later("(?:^|[^以之提目从底月日年节会末初])前$")
_OF_TIME = compiled_later("个?(?:月|季度|工作日|小时|星期|年|半|周)")
_MOST_AND_LEAST = Sought(
    ("最少", "最低", "最短", "最小", "最慢"),
    "最[多高长大快][^，。；0-9]{0,12}(?P<most>[0-9]+(?:[.][0-9]+)?)(?P<unit>人次|[^0-9，。；])[^，。；0-9]{0,4}[，、][^，。；0-9]{0,6}最[少低短小慢](?!的只?有)[^，。；0-9]{0,12}(?P<least>[0-9]+(?:[.][0-9]+)?)(?P=unit)",
)
_KIND_OF_PEOPLE = compiled_later("[，、][^，、。；：0-9]{2,8}")
_NAME = 6  # characters of a name behind its number: “三会一课”, “四个意识”
_SHARE_OF_ALL = compiled_later("，(?:只|仅|约)?占[^，。；：0-9]{0,8}[0-9.]+[%％]")
_BESIDE_WHOM = "与和同对向把"
_CHANGED_BY = compiled_later("(?:增加|减少|新增|多|少|增|减|上升|下降|缩短|延长|提前|压缩|提高|降低)了?$")
_MORE_THAN = compiled_later("(?:超过|高于|低于|不足|不到|少于|多于|大于|小于)$")
_OF_THAT_SIZE = compiled_later("(?:以[上下])?的")
_A_SHORTER_TIME = compiled_later("每个?(?P<every>半年|月|季度?|周|旬|天|日)")
_TIMES = {"半年": 2, "季": 4, "季度": 4, "月": 12, "旬": 36, "周": 52, "天": 366, "日": 366}
_A_YEAR = compiled_later("全年|一年|每年|年内")
_SHARE_OF_IT = compiled_later("的(?:近|约)?[0-9.]+[%％]")
_TOLD_OF_EACH = compiled_later("(?:各|每[人名位个次户家])[^，。；0-9]{0,4}$")  # 「给6名同志各提1条，其中5条」
_NEAR = 24  # characters after 其中 within which its first number stands
_LONGEST_ROW = 300  # … and all that are added up with it
_ENDS_ROW = compiled_later("[。；：（]")


def check(facts: ParagraphFacts) -> Iterator[Finding]:
    yield from () if facts.cues.isdisjoint(_MOST_AND_LEAST.cues) else _least_above_most(facts)
    figures = facts.figures
    if len(figures) < 2:
        return
    rows = list(rows_of_figures.unequal(figures))
    told = {each.of[0].span for each in rows}
    rows += [each for each in rows_by_period.find(facts.text, figures) if each.of[0].span not in told]
    for each in rows:
        scaled = each.said.unit in ("万元", "亿元") or "万" in each.said.written  # else the numbers alone
        added = "＋".join(part.written if scaled else f"{part.value:g}" for part in (*each.of[1:], each.said))
        due = each.due_written if scaled else f"{each.due:g}"
        message = f"前面写“{each.of[0].written}”，后面各项相加为{added}＝{due}，两处不一致。"
        yield _finding(each.of[0], each.said, message, RULE.severity if each.sure else Severity.HINT)
    told = {each.of[0].span for each in rows}
    for match in _WITHIN(facts):
        pair = _whole_and_part(facts, match.start(), match.end())
        if pair is None or pair[0].span in told:
            continue
        whole, part = pair
        if part.value > whole.value:
            if _is_of_both(facts, whole, part) or _is_of_more(facts.text, whole, part):
                continue
            yield _finding(whole, part, f"前面写“{whole.written}”，其中写“{part.written}”，多于前面的数。")
        elif summed := _summed(facts, whole, part):
            yield summed
    beside, apart = _in_one_unit(figures)
    for whole, part in beside:
        sure = part_of_number.surely(facts.text, whole, part)
        if not (sure or part_of_number.probably(facts.text, whole, part)):
            continue  # asked first, since it is rare
        if (
            _are_two_parts(facts, whole, part)
            or _is_otherwise(facts.text, part)
            or _is_named(facts.text, whole)
            or _is_named(facts.text, part)
        ):
            continue
        if sure or not _may_be_of_another(facts, whole, part):
            message = f"前面写“{whole.written}”，后面写“{part.written}”，多于前面的数。"
            yield _finding(whole, part, message, RULE.severity if sure else Severity.HINT)
    yield from _further_on(facts.text, apart)
    yield from _first_of_fewer(facts) if "前" in facts.text else ()


_Pairs = list[tuple[Figure, Figure]]


def _in_one_unit(figures: Sequence[Figure]) -> tuple[_Pairs, _Pairs]:
    """Give the numbers that are greater than the last one in their unit, right before or further up.

    Most paragraphs have none of these, so this is all that is asked of their numbers.
    """
    beside: _Pairs = []
    apart: _Pairs = []
    last: dict[str, Figure] = {}
    before = None
    for figure in figures:
        whole = last.get(figure.unit)
        last[figure.unit] = figure
        if whole is not None and figure.value > whole.value and not whole.written.startswith("一"):
            (beside if whole is before else apart).append((whole, figure))
        before = figure
    return beside, apart


def _least_above_most(facts: ParagraphFacts) -> Iterator[Finding]:
    """Yield 「最多的写了6页，最少的写了41页」."""
    for match in _MOST_AND_LEAST(facts):
        if float(match["least"]) > float(match["most"]):
            message = f"此处最多写“{match['most']}{match['unit']}”，最少写“{match['least']}{match['unit']}”。"
            yield RULE.finding(Span(*match.span()), message, "请对照台账核对。")


def _further_on(text: str, apart: Iterable[tuple[Figure, Figure]]) -> Iterator[Finding]:
    """Yield 「86户拖欠租金，…，上门听过的只有97户」, with other things counted in between."""
    for whole, part in apart:
        if part.unit in part_of_number.MEASURED or _CHANGED_BY.search(whole.before):
            continue
        between = text[whole.span.end : part.span.start]
        told = part_of_number.FURTHER_ON.match(between) or part_of_number.is_spent(between)
        if told and not part_of_number.ANOTHER_TIME.search(between):
            message = f"前面写“{whole.written}”，后面写“{part.written}”，多于前面的数。"
            yield _finding(whole, part, message, Severity.HINT)


def _are_two_parts(facts: ParagraphFacts, one: Figure, other: Figure) -> bool:
    """Tell whether two numbers are both of one told before in their sentence: 「206家，运营的88家，空壳的118家」."""
    if _CHANGED_BY.search(one.before):
        return True  # 「增加6期，但评估只做了7期」
    begin = sentence_at(facts.text, one.span.start).start
    total = one.value + other.value
    before = standing_in(facts.figures, begin, one.span.start)
    return any(each.value == total for each in before if each.unit == one.unit)


def _is_of_both(facts: ParagraphFacts, whole: Figure, part: Figure) -> bool:
    """Tell whether people are told by kinds before 「其中」, and are of all: 「正式党员22人，预备党员2人，其中在外8人」."""
    at = bisect_left(facts.figures, whole)
    if at == 0 or whole.unit not in ("人", "名"):
        return False
    one = facts.figures[at - 1]
    kind = _KIND_OF_PEOPLE.fullmatch(facts.text, one.span.end, whole.span.start)
    return kind is not None and one.unit == whole.unit and one.value + whole.value >= part.value


def _is_of_more(text: str, whole: Figure, part: Figure) -> bool:
    """Tell whether 其中 is of what stands further up: 「比120件减少24件，其中45件」, or of all the year: 「每季度1次，其中夜间2次」.

    A size is no part either: 「缩短0.6小时，其中超过8小时的9起」.
    """
    begin = clause_at(text, whole.span.start).start
    per_year = _A_YEAR.search(text, whole.span.end, part.span.start)
    size = _MORE_THAN.search(part.before) and _OF_THAT_SIZE.match(text, part.span.end)
    every = _A_SHORTER_TIME.search(text, begin, whole.span.start)
    in_a_year = every and (per_year or part.value <= whole.value * _TIMES[every["every"]])
    return bool(_CHANGED_BY.search(whole.before) or size or in_a_year)


def _is_otherwise(text: str, part: Figure) -> bool:
    """Tell whether a greater number is a time, 「15个工作日」, or the aim that the one before is a share of: 「完成1020万元的60%」."""
    return bool(_OF_TIME.match(text, part.span.end - 1) or _SHARE_OF_IT.match(text, part.span.end))


def _may_be_of_another(facts: ParagraphFacts, whole: Figure, part: Figure) -> bool:
    """Tell whether a number may be part of one further up in its sentence: 「86个，快充24个、慢充62个，能用的71个」."""
    begin = sentence_at(facts.text, whole.span.start).start
    before = standing_in(facts.figures, begin, whole.span.start)
    return any(each.unit == part.unit and each.value >= part.value for each in before)


def _is_named(text: str, figure: Figure) -> bool:
    """Tell whether a number is part of a name and counts nothing: “五个带头”."""
    return text[: figure.span.start].endswith("“") and text.find("”", figure.span.end, figure.span.end + _NAME) > 0


def _finding(whole: Figure, part: Figure, message: str, severity: Severity = Severity.ADVICE) -> Finding:
    advice = "请对照台账核对两处数字，改正写错的一处；两处说的不是同一类事的可忽略。"
    return RULE.finding(Span(whole.span.start, part.span.end), message, advice, severity=severity)


def _summed(facts: ParagraphFacts, whole: Figure, first: Figure) -> Finding | None:
    """Add up what stands after 「其中」 in one shape (谈工作的19条，谈作风的12条), and say so where it is more than the whole.

    Two halves that leave nothing over (上半年, 下半年) must come to the whole.
    """
    parts, joined = [first], "，"
    for figure in standing_in(facts.figures, first.span.end, first.span.end + _LONGEST_ROW):
        between = facts.text[parts[-1].span.end : figure.span.start]
        if len(between) > _NEAR or _ENDS_ROW.search(between):
            break
        if figure.unit != whole.unit or (len(parts) > 1 and "，" in between and "，" not in joined):
            break
        joined = between
        parts.append(figure)
    if len(parts) < 2:
        return None
    clauses = [each.strip("、，和及") for each in _between(facts.text, parts)]
    total = sum(each.value for each in parts)
    aspects = len(parts) > 1 and all(each.endswith("方面") for each in clauses)  # told by aspects, nothing is left over
    alike = len({each[:1] for each in clauses}) == 1 or len({each[-1:] for each in clauses}) == 1
    listed = all(facts.text.startswith(("、", "和", "及"), each.span.end) for each in parts[:-1])
    whole_told = len(parts) == 2 and rows_of_figures.are_halves(clauses[0], clauses[-1])
    if (not whole_told and any(rows_of_figures.BOTH.search(clause) for clause in clauses)) or not (
        alike or listed or whole_told
    ):
        return None
    why = rows_of_figures.TWICE if total > whole.value else rows_of_figures.LEAVES_OVER
    differs = total > whole.value or ((whole_told or aspects) and total != whole.value)
    if differs and not why.match(facts.text, parts[-1].span.end):
        added = "＋".join(f"{each.value:g}" for each in parts)
        return _finding(whole, parts[-1], f"前面写“{whole.written}”，其中各项相加为{added}＝{total:g}，两处不一致。")
    return None


def _between(text: str, parts: Sequence[Figure]) -> Iterator[str]:
    """Yield what stands before each of the parts, from the one before."""
    begin = text.rfind("其中", 0, parts[0].span.start) + 2
    for part in parts:
        yield text[begin : part.span.start]
        begin = part.span.end


def _first_of_fewer(facts: ParagraphFacts) -> Iterator[Finding]:
    """Yield 「前四个」 where the number told last in this unit is smaller: 「查出3个问题」."""
    for at, figure in enumerate(facts.figures):
        if facts.text[figure.span.start - 1] != "前" or figure.unit not in ("个", "条", "项", "件"):
            continue  # which most are
        if not _FIRST_OF.search(figure.before):
            continue
        before = [each for each in facts.figures[:at] if each.unit == figure.unit and not _FIRST_OF.search(each.before)]
        if before and _whole_of_row(before).value < figure.value and not _OF_TIME.match(figure.after):
            whole = _whole_of_row(before)
            message = f"此处写“前{figure.written}”，前面写的是“{whole.written}”。"
            span = Span(figure.span.start - 1, figure.span.end)
            yield RULE.finding(span, message, "请核对两处数字；说的不是同一类事的可忽略。")


def _whole_of_row(figures: Sequence[Figure]) -> Figure:
    """Give the last of some numbers, or the one of which those behind it are the parts: 「10条，对个人4条、对管理6条」."""
    rest = 0.0
    for figure in reversed(figures):
        if rest and figure.value == rest:
            return figure
        rest += figure.value
    return figures[-1]


def _whole_and_part(facts: ParagraphFacts, start: int, end: int) -> tuple[Figure, Figure] | None:
    """Give the number before 「其中」 and the first after it, where they count in the same unit and one sentence."""
    sentence = sentence_at(facts.text, start)
    part = next(iter(standing_in(facts.figures, end, min(end + _NEAR, sentence.end))), None)
    if part is None or not part.unit or part.unit in part_of_number.MEASURED:
        return None
    before = [*standing_in(facts.figures, sentence.start, start)]
    if len(before) > 1 and _SHARE_OF_ALL.fullmatch(facts.text, before[-2].span.end, before[-1].span.end):
        before.pop()  # 「走访1770户，占72.0%，其中…」
    while before and rows_of_figures.AN_AVERAGE.search(before[-1].before):
        before.pop()  # 「合计420万元，平均每笔60万元，其中…」
    whole = before[-1] if before else None
    if whole is None or whole.unit != part.unit:
        return None
    if facts.text[start - 1] in _BESIDE_WHOM and any(f.unit == part.unit and f.value >= part.value for f in before):
        return None  # 「86人，其中监区28人，全年与其中55人谈过」
    if _TOLD_OF_EACH.search(facts.text, sentence.start, whole.span.start):
        return None
    return whole, part


RULE = Rule(
    __name__,
    __doc__,
    check,
    Severity.ADVICE,
    Scope.PARAGRAPH,
    "数字须准确、前后一致（审核必查）",
    (
        Example("二期工程总投资⟦4.86亿元，其中上级补助3400万元、县级配套1460万元⟧，治理河长12.6公里。", shown=False),
        Example(
            "查房每月不少于1次，其中到急诊全年不少于6次；投诉96件，比上年的120件减少24件，下降20%，其中候车的有45件；来信5个工作日内答复，能办的15个工作日内办结。"
        ),
        Example("经费612万元，只完成年度目标1020万元的60%；群里转发了一条消息，一上午就有30多条跟帖。"),
        Example(
            "未完成的⟦15公里分布在3个乡镇，其中石梁镇6公里、白渡镇5公里、岭脚乡3公里⟧。未完成的15公里分布在3个乡镇，其中石梁镇6公里、白渡镇5公里。完成的15公里分布在4个乡镇，其中石梁镇9公里。"
        ),
        Example(
            "全院⟦86个科室中，临床52个、医技16个、行政28个⟧；处理⟦9人，其中批评教育5人、诫勉2人、党纪处分1人⟧。投诉186件，其中服务类78件、收费类46件、技术类30件等。"
        ),
        Example(
            "全年家访⟦430户，占71.7%，其中东片家访268户，西片家访182户⟧；家访430户，占71.7%，其中东片268户，西片162户。"
        ),
        Example(
            "征求意见10条，其中对作风的4条，对管理的5条，对待遇的1条。前9条已写在下面。开会12次，其中参加35人次。给6名同志各提1条，其中5条说得轻。9月底前5个项目完工。期数比上年增加6期，但评估只做了7期。职工提出意见21条，其中涉及本人的8条，涉及支部的9条，应由公司答复的4条。"
        ),
        Example(
            "互提意见⟦28条，其中谈工作建议的19条，谈思想作风的12条⟧；自学⟦5次，其中10月4次、11月3次⟧。征求意见⟦26条，其中对班子的15条、对班子成员的9条⟧；全年⟦12次学习，有13次⟧放在下班前。学习教育中查出3个问题，⟦前四个⟧已经改过来。全年下乡⟦31天，有41天⟧在城边；⟦6个监管所中有8个⟧没有食堂；抽查⟦38次派车，手续齐全的73次⟧。"
        ),
        Example(
            "回访162件，其中已办结150件，群众满意的140件；抽查38次派车，手续齐全的37次，比上年多的12次；制定措施12条，其中上半年7条、下半年5条；笔记48页，照抄的就有30页，自己写的18页；办理26件，其中信访12件、投诉9件；查出3个问题，前两个已经改过来，前三个季度12次学习，"
            "今年有13次放在下班前，只有5次。下小区14次，其中上半年8次、下半年6次。"
        ),
        Example(
            "查摆的⟦五个问题，六个⟧已经改好；制定措施⟦12条，其中上半年完成7条、下半年完成8条⟧，已完成11条。整改图斑⟦73个，年中只完成92个⟧；全年看信⟦94封，答复191封⟧；收到投诉⟦3件，5件⟧都是说话态度；管网⟦12公里，分三年更换，第一年换14公里⟧。"
        ),
        Example(
            "整改图斑73个，年中只完成29个；全年看信94封，答复91封；去年到校2次，今年只有3次；修路3公里，比计划只多4公里；处理3件，5件全市通报；引进人才4456人，新增专业技术人才5000人。"
        ),
        Example(
            "全年回访⟦162件，其中184件⟧群众不满意；查出问题⟦12个，其中已整改15个⟧；廉政谈话⟦3次，下半年只有11次⟧；自学笔记⟦最多的写了6页，最少的写了41页⟧；征集意见⟦24条，逐条梳理后认领31条⟧。"
        ),
        Example(
            "分管的⟦4个部门中，记录齐全的只有6个⟧；东郊⟦86户拖欠租金，我半年只开过1次会，上门听过情况的只有97户⟧。"
        ),
        Example(
            "廉政谈话11次，下半年只有3次；自学笔记最多的写了41页，最少的只有6页；征集意见24条，逐条梳理后认领13条；分管的4个部门中，记录齐全的只有2个；"
            "东郊86户拖欠租金，我半年只开过1次会，上门听过情况的只有7户；查摆3个问题，开会2次，今年查摆的有5个；查摆3个问题，又有5个问题是会后提的。"
        ),
        Example(
            "低保户由418户核减到379户，核减52户、新增13户，我只抽查了21户；处理教师7人，其中谈话5人、通报1人、警告1人，有2人还扣了绩效；充电桩86个，其中快充24个、慢充62个，能用的只有71个；"
            "扶贫资产47处，出租31处、自营9处，闲置7处，闲置的5处是前年建的；计划供地1200亩，实际供应860亩，批而未供360亩；资产86处，其中出租41处、出售12处、划转9处，其余的还在清理；缺项43处，其中缺签字21处、缺日期19处、缺附件8处，有的一处缺两样；只去看了2名老人，邻村的7名托人看了；"
            "包联4个村，有6个项目；对照“五个带头”，有9个问题没有改到位。"
        ),
        Example(
            "收到意见⟦32条，其中工作方面17条、作风方面6条⟧。我提了⟦6条意见，14条⟧是客气话。支部⟦六次集中学习，我请过八次⟧假。拆除⟦2.6万平方米，到期只拆了3.9万平方米⟧；卫生系统通报⟦3起案例，对照其中四起⟧。"
        ),
        Example("清单里的7件事，有5件是任务里挑的，群众点的只有2件；206家，运营的88家，空壳的118家。"),
        Example(
            "全年访企不少于⟦45家，我带队不少于50家⟧；每名成员访企不少于5家，我带队不少于8家。支部有正式党员31名，预备党员4名，其中在外务工的12名；支部有党员⟦31名，其中在外务工的35名⟧。"
        ),
        Example(
            "疑似图斑23个，我交给两个年轻人去跑，自己只看了3个；老人分给各楼，一人包10名左右，我自己包最远的有11名；问卷是在52户里做的，而全村有213户；三十五岁以下的只有1名，递过申请书的2名；有7名拖过两个月，其中3名是自己忘了，4名是支部忘了收；收入任务850万元，完成912万元。"
        ),
    ),
    cues=CUES | _MOST_AND_LEAST.cues,
)
