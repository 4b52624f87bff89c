"""有的问题似在写成绩

检查什么：查摆的一条问题里，是否只写做法和成效，没有一处写不足。整个方面都没有写不足的，另有提示。
为什么：对照检查以查摆问题为主；标着问题的序号、写的是成绩，审核时常会问到。
怎么改：写出这一条里差在哪里；确属成绩的，移到上年度整改落实情况里，或者删去。
"""

from collections.abc import Iterator
from itertools import compress
from operator import not_

from assistant.decisions import Stage
from assistant.facts.facts import Facts
from assistant.facts.items import Item, ItemKind, items
from assistant.facts.told_kinds import done_well
from assistant.finding import Finding, Severity
from assistant.language.punctuation import quoted
from assistant.language.signs import ACCLAIM, PRAISE, SHORTCOMING
from assistant.patterns import compiled_later
from assistant.rules.example_material import FROM_THE_SECOND_ASPECT
from assistant.rules.rule import Example, Rule, Scope
from assistant.text import Span

# What tells that something went well, in an item where nothing at all tells what lacked.
_WELL = compiled_later(
    "新高|反响(?:很|较)?好|走遍|全覆盖|第一时间|及时|规范|到位|满意|好于|高于|优于|增长|增加到|压减|零|下降|缩短|缩减|办结|建成|解决了|全部|均已|升至|提前|主动|有序|做到了|达到"
)
# A heading that names a virtue where the others name what lacks: 「敢于碰硬」 among 「怕得罪人」 and 「学得浅」.
_VIRTUE = compiled_later(
    ".{2,24}(?:到位|健全|浓厚|可靠|坚定|抓得[早严紧实好]|(?:成效|效果|成果|进展)(?:显著|明显|突出|喜人)|卓有成效|见了?(?:成效|实效)|取得(?:实效|突破|进展)|有序|良好|过硬|优良|有力|领先|较好|稳固|细致入微|无微不至|一丝不苟|井井有条|有条不紊|硕果累累|耐心细致|周到细致|认真细致|严谨细致|尽心尽力|尽心竭力|尽职尽责|用心用情|毫不含糊|从不含糊|常抓不懈|蒸蒸日上|成绩斐然|卓有成效|富有成效|任劳任怨)|(?:我|班子|自己)?(?:敢于|勇于|善于|乐于|能够?|始终|一贯|一向|历来|时时|事事|处处|积极|主动|认真|注重|扎实|自觉|严于|带头|坚持)(?!.*(?:方面|上|中|问题)$)[^。；]{2,24}"
)
# 「不」 of these is no shortcoming, nor what somebody did away with: 「整治不正之风成效明显」
_NO_LACK = compiled_later(
    "无微不至|一丝不苟|有条不紊|[毫从]不含糊|(?:整治|纠治|解决|查处|化解|破解|治理|遏制|防范|消除|清理|补齐|攻克|克服)[^，。；]{0,10}?(?:不正之风|不良风气|不作为|不担当|不合格[^，。；]{0,4}|不规范[^，。；]{0,4}|不实[^，。；]{0,4}|难题|短板|弱项|问题|欠账|慢作为)"
)
_MOST = 2 / 3  # of the other headings name what lacks
# Less than before is no achievement where it is of what one should do: 「活动次数从24次降到11次」
_FELL = compiled_later("从[0-9]+[一-鿿]{1,2}(?:降|减|跌)(?:到|至)|(?:以后|之后|后)，[^。]{0,16}(?:降|减|跌|停)")
# What lacks, in words that elsewhere may say nothing of the kind: a rate that fell, a term that was passed, a heading's figure
_LACKS_TOO = compiled_later(
    "却|坐在(?:办公室|屋里)|(?:推|编|估|凑|抄)出来|落下来|[该应]到[^，。；]{1,6}的[^，。；]{0,6}，|隐患|零碎|零星|耽误|延误|积压|欠账|超[了期时]|逾期|掉队|下滑|落后|落榜|断档|滑坡|回落|虎头蛇尾|打折扣|倒数|垫底|失[察信误管真]|反而|误会|嘴上|口头|往后[让推拖]|早退|提前(?:回家|离|走人)|代写|压(?:舆情|着)|错的|挑[着出好]|抽走|流失|停在|一刀切|推了|就(?:交给|放|丢)|转身|一个稿子|一般(?=[。；，])"
    "|(?:[率度分]|比重|增速|增长|占比)[^，。；]{0,6}[0-9.]+[%％分]?，(?:比|较|低于)[^，。；]{0,10}(?:下降|低|回落|少|减|退)"
    "|(?:投诉|信访|举报|发回|改判|返工|差错|欠薪|事故)[^，。；]{0,12}(?:多|由[0-9]+[一-龥]{1,2}[增升]|上升|增加|增长)|[率度](?:由|从)[0-9.]+[%％](?:降|跌|退|滑)|占(?:年度|全年)?(?:计划|任务|目标)的[0-9]{1,2}(?:[.][0-9]+)?[%％]|转到(?:下年|明年|次年|20[0-9]{2}年)|[0-9]人?，实到[0-9]"
)
_ANSWERS = ("不涉及", "无此类", "没有此类", "未发现")


def check(facts: Facts) -> Iterator[Finding]:
    for material in facts.asked:
        problems = [item for item in items(facts, material) if item.kind is ItemKind.PROBLEM]
        lacks = [facts.shows(SHORTCOMING, item.section) for item in problems]
        lacking = {item.aspect for item in compress(problems, lacks)}
        for item in _virtues(facts, problems):
            yield _finding(
                item.heading_span,
                f"{quoted(item.section.heading)}列在问题里，标题说的似是做得好的。",
                RULE.severity,
            )
        for item in compress(problems, map(not_, lacks)):
            section = item.section
            text = facts.text[section.start : section.end]
            praised = facts.shows(PRAISE, section) or facts.shows(ACCLAIM, section)
            if (
                item.aspect in lacking  # an aspect without any is another check's
                and (praised or _WELL.search(text) or any(spans for _, spans in facts.within(done_well, *item.span)))
                and not _FELL.search(text)
                and not _LACKS_TOO.search(text)
                and not any(answer in text for answer in _ANSWERS)
            ):
                message = f"{quoted(section.heading)}列在问题里，暂未见到写不足的话。"
                yield _finding(item.heading_span, message, RULE.severity if praised else Severity.HINT)


def _finding(span: Span, message: str, severity: Severity) -> Finding:
    advice = "查摆的每一条宜写出差在哪里；确属成绩的，可移到上年度整改落实情况里，或者删去。"
    return RULE.finding(span, message, advice, severity=severity)


def _virtues(facts: Facts, problems: list[Item]) -> Iterator[Item]:
    """Yield the problems, not without what lacks, whose heading praises while nearly all others name what lacks."""
    lacking = [facts.are_there(SHORTCOMING, *item.heading_span) for item in problems]
    if sum(lacking) < _MOST * max(len(problems) - 1, 2):
        return
    for item, lacks in zip(problems, lacking, strict=True):
        heading = item.section.heading.strip("。，；：")
        if (
            (not lacks or not SHORTCOMING.pattern.search(_NO_LACK.sub("", heading)))
            and _VIRTUE.fullmatch(heading)
            and facts.shows(SHORTCOMING, item.section)
        ):
            yield item


RULE = Rule(
    __name__,
    __doc__,
    check,
    Severity.ADVICE,
    Scope.MATERIAL,
    "多地审核意见提到的“成绩多、问题少”（见于两处以上公开材料）",
    (
        Example(
            "一、存在的突出问题\n（一）带头强化政治忠诚方面\n1.学习有时让位于事务。全年自学只有五次。\n"
            f"⟦2.请示报告及时规范⟧。坚持重大事项第一时间报告，全年报告12次，得到充分肯定。\n{FROM_THE_SECOND_ASPECT}",
            with_template=True,
        ),
        Example(
            "一、存在的突出问题\n（一）带头强化政治忠诚方面\n1.学习有时让位于事务。全年自学只有五次。\n"
            f"⟦2.下乡走得远⟧。全年到乡镇31天，走遍14个乡镇，群众来信办结时间缩短三天。\n3.批评同志留情面。班子里两次想提，都改成了表扬。\n{FROM_THE_SECOND_ASPECT}",
            with_template=True,
        ),
        Example(
            "一、存在的突出问题\n（一）带头强化政治忠诚方面\n1.自学少。全年自学只有五次。\n2.不愿碰硬。占道经营拖了半年。\n"
            f"⟦3.敢于碰硬⟧。农贸市场的事拖了半年，怕得罪人。\n⟦5.服务职工一丝不苟⟧。一件意见搁了五个月没有答复。\n⟦6.整治不正之风成效明显⟧。2家卫生院虚增档案，我碍于情面没有深挖。\n7.解决难题不到位。一件事拖了半年。\n4.下去得少。注重调研只在口头上。\n{FROM_THE_SECOND_ASPECT}",
            with_template=True,
        ),
        Example(
            "一、存在的突出问题\n（一）带头强化政治忠诚方面\n1.学习有时让位于事务。全年自学只有五次。\n"
            "3.填表比看田多。我把填报当成完成任务，该到田里核的数，是坐在办公室里推出来的。\n4.好大喜功。去年上报“成效显著”的示范点，经核查有2处空置。\n5.获得“先进党支部”以后，活动次数从24次降到11次。\n"
            "7.工伤认定超期。应在60日内办结的，5月26日才作出，超了17天。\n8.案件质效下滑。结案率86.4%，比上年下降2.1个百分点。\n9.重办结。办结率由91%降到86%，满意率78%，我更看重前一个数。\n"
            "6.为基层减负有反弹。上半年压减微信群16个，下半年新建7个，年底达到29个。\n"
            f"2.请示报告有迟滞。坚持了重大事项报告，但是有一次隔天才报告。\n3.不涉及。\n{FROM_THE_SECOND_ASPECT}",
            with_template=True,
        ),
        Example(
            "一、存在的突出问题\n（一）带头强化政治忠诚方面\n1.学习有时让位于事务。全年自学只有五次。\n"
            f"⟦2.产业发展⟧。两年来种下果树四百亩，带动三百户，果子卖进了省城。\n3.我分工联系的片区。那里有用户812户。\n{FROM_THE_SECOND_ASPECT}",
            with_template=True,
            shown=False,
        ),
    ),
    Stage.REVIEW,
)
