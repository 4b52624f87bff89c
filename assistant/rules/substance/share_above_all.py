"""比例超过全部

检查什么：占比、合格率、办结率一类是否超过100%；“下降180%”“十二成”一类，减少的、占的是否比全部还多。
为什么：比例超过全部，多是笔误，审核时容易连带对其他数字提出疑问。
怎么改：对照台账核对比例，改正写错的；完成率、增长率一类可以超过100%，不在此列。
"""

from collections.abc import Iterator

from assistant.facts.paragraph_facts import ParagraphFacts
from assistant.facts.sought import Sought
from assistant.finding import Finding, Quoted, Severity
from assistant.language.cues import known
from assistant.patterns import compiled_later
from assistant.rules.rule import Example, Rule, Scope
from assistant.text import Span

# What cannot be more than all there is; 完成率, 增长率, 拨备覆盖率 can.
_SHARE = compiled_later(
    "(?:占比|占[^，。；]{0,12}的?|比重"
    # what is called a share
    "|合格率|满意[率度]|办结率|到会率|出勤率|参与率|参加率|参学率|整改率|知晓率|达标率|正确率|优良率|解决率|签约率|反馈率|回访率|通过率"
    # what is done, of all that is to be done
    "|(?<!未)(?:整治|治理|修复|改造|清理|清退|清运|收集|采纳|答复|回复|兑付|履约|开工|竣工|入住"
    "|使用|利用|出席|参会|到课|及格|优秀|巩固|转化|支持|赞成|同意|化解|调处|排查|处置|销号"
    "|安装|普及|接种|参保|入园|升学|毕业"
    "|处理|办理|受理|结案|审批|巡查|检测|抽检|建档|入户|持证|签订|公示|兑现"
    "|响应|到位|合规|收缴|清收|就业|入学|命中|准确|及时|按时办结)率)"
    "(?:为|是|达|达到|约|约为|在|高达|保持在|由|从|提高到|提升到|上升到|升至|至)?$"
)
# Whatever else is called a rate or a share, and what it is to be: 「按期办结率不低于105%」
_NAMED = compiled_later(
    "(?P<name>[一-龥]{1,10}?)(?:率|比例|占比|比重)(?:也|都|均|要|须|必须|应|应当|力争|稳定|保持|控制|提高|提升|上升|升|做)?"
    "(?:为|是|达|达到|约|在|到|至|不低于|不少于|不得低于|不得少于|高于|超过|仅为|只有|在[一-龥]{0,4}基础上|由[0-9.]+[%％][一-龥]{1,4})?$"
)
# What may be more than all there was, or was planned
_MAY_BE_MORE = compiled_later(
    "增|完成|超额|负债|覆盖|拨备|收益|利润|回报|周转|贡献|产销|达产|流动|速动|存贷|杠杆|汇|折|负荷|环比|同比|税负|自给|床位|上座|涨|投资|达标产|产能|使用|利用|报[名考]|竞|换手|认购|开[机台]|供需|求[人职]|储备|备付|资本|充足|成本|费|价|溢|误差|倍|放大|进度|兑|计划"
)
# 「占到总次数的一倍半」, 「占全部资金的百分之一百零二」
_IN_WORDS = Sought(
    ("百分之", "倍"),
    "(?<![侵强挪圈所])占(?![用地有道路])(?:到|了|比)?[^，。；]{0,12}?(?P<of_share>百分之(?:一百[零一二三四五六七八九][^，。；]{0,3}?|[二两三四五]百)(?=[，。；]|以上|左右)|(?:[一二两三四五六七八九]|[1-9])倍[半多]?(?=[，。；]|以上|左右))"
    "|率[^，。；]{0,6}?(?P<of_rate>百分之一百[零一二三四五六七八九][^，。；]{0,3}?)(?=[，。；]|以上|左右)",
)
# 「完成率只有160%」
_BELOW_ALL = compiled_later("(?:率|比例|比重|占比|进度)[^，。；]{0,4}(?:只有|仅有|仅为|仅|不足|才|只)$")
_LESS = compiled_later("(?:下降|减少|降低|压减|下滑|缩减|回落)(?:了|约|近|超过|达)?$")
_PERCENT = known("%％")
_POINTS = "个百分点"
_FALLS = compiled_later("(?:率|比例|占比|比重)[^。；]{0,20}(?:降|减少|下降|回落)(?:了|低)?$")
_TENTHS = Sought(
    [f"{number}成" for number in "一二三四五六七八九十0123456789"],
    "(?<![第零几百千])(?P<n>十[一二三四五六七八九]|[二三四五六七八九]十[一二三四五六七八九]?|[1-9][0-9])成(?![立为效果员功分就绩本因长熟交])",
)
_NEAR = 24  # characters before a number in which it is said what it is of


def check(facts: ParagraphFacts) -> Iterator[Finding]:
    yield from () if facts.cues.isdisjoint(_PERCENT) else _more_than_all(facts)
    yield from _more_than_ten_tenths(facts)


def _more_than_all(facts: ParagraphFacts) -> Iterator[Finding]:
    """Yield a share of more than all there is, and what became less by more than that."""
    for figure in facts.figures:
        all_and_more = figure.value == 100 and facts.text.startswith("以上", figure.span.end)
        if figure.unit == _POINTS and figure.value > 100:
            all_and_more = _FALLS.search(facts.text, max(0, figure.span.start - _NEAR), figure.span.start) is not None
        if not (all_and_more or (figure.unit in _PERCENT and figure.value > 100)):
            continue
        before = facts.text[max(0, figure.span.start - _NEAR) : figure.span.start]
        if (
            _LESS.search(before)
            or _SHARE.search(before)
            or _BELOW_ALL.search(before)
            or _is_named(before)
            or figure.unit == _POINTS
        ):
            more = "以上" if figure.value == 100 else ""
            message = f"此处写“{figure.written}{more}”，比例超过了100%。"
            yield RULE.finding(figure.span, message, "请对照台账核对。")


def _is_named(before: str) -> bool:
    """Tell whether a number is told of a rate or a share that cannot be more than all."""
    named = _NAMED.search(before)
    return named is not None and not _MAY_BE_MORE.search(named["name"])


def _more_than_ten_tenths(facts: ParagraphFacts) -> Iterator[Finding]:
    for match in _IN_WORDS(facts):
        of = "of_share" if match["of_share"] else "of_rate"
        if of == "of_share" or not _MAY_BE_MORE.search(facts.text, max(0, match.start() - _NEAR), match.start(of)):
            yield RULE.finding(Span(*match.span(of)), f"此处写“{match[of]}”，比例超过了全部。", "请对照台账核对。")
    for match in _TENTHS(facts):
        if match["n"] not in ("十", "10"):
            message = f"此处写“{match[0]}”，十成已是全部。"
            yield RULE.finding(Span(*match.span()), message, "请对照台账核对。")


RULE = Rule(
    __name__,
    __doc__,
    check,
    Severity.ADVICE,
    Scope.PARAGRAPH,
    "数字须准确、前后一致（审核必查）",
    (
        Example("公务接待费比上年下降⟦180%⟧；会议比上年减少20%，产值增长120%。"),
        Example("群众满意率达到⟦105%⟧，占全部事项的⟦120％⟧；租金收缴率只有⟦160%⟧；处理留言12条，处理率⟦109%⟧。"),
        Example("答复率提到⟦十二成⟧。"),
        Example(
            "按期办结率不低于⟦105%⟧，收回率⟦105%⟧，抽查比例不低于⟦300%⟧，占到总次数的⟦一倍半⟧，占全部资金的⟦百分之一百零二⟧。"
        ),
        Example(
            "接通率由81%升到⟦196%⟧，3张占⟦200%⟧，败诉率由25%再降⟦120个百分点⟧，参训率稳定在⟦100%⟧以上。", shown=False
        ),
        Example("增长率105%，计划完成率不低于105%，拨备覆盖率300%，抽查比例不低于30%，是上年的一倍半，占百分之一百。"),
        Example("完成年度任务的105%，产值增长120%，完成率160%；答复率提到九成，三十成立，十成把握。"),
    ),
    cues=_PERCENT | _TENTHS.cues | _IN_WORDS.cues,
    quoted=Quoted.HINT,
)
