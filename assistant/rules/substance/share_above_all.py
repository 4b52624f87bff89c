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
    "(?:占比|占[^，。；]{1,12}的?|比重"
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
# 「完成率只有160%」
_BELOW_ALL = compiled_later("(?:率|比例|比重|占比|进度)[^，。；]{0,4}(?:只有|仅有|仅为|仅|不足|才|只)$")
_LESS = compiled_later("(?:下降|减少|降低|压减|下滑|缩减|回落)(?:了|约|近|超过|达)?$")
_PERCENT = known("%％")
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
        if figure.unit not in _PERCENT or figure.value <= 100:
            continue
        before = facts.text[max(0, figure.span.start - _NEAR) : figure.span.start]
        if _LESS.search(before) or _SHARE.search(before) or _BELOW_ALL.search(before):
            message = f"此处写“{figure.written}”，比例超过了100%。"
            yield RULE.finding(figure.span, message, "请对照台账核对。")


def _more_than_ten_tenths(facts: ParagraphFacts) -> Iterator[Finding]:
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
        Example("完成年度任务的105%，产值增长120%，完成率160%；答复率提到九成，三十成立，十成把握。"),
    ),
    cues=_PERCENT | _TENTHS.cues,
    quoted=Quoted.HINT,
)
