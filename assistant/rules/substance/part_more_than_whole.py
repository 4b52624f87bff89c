"""其中的数大于总数

检查什么：“其中”后面的数是否大于前面的总数，占比、合格率一类是否超过100%。
为什么：数字前后不合，审核时容易连带问到其他数字。
怎么改：对照台账核对两处数字，改正写错的一处。
"""

import re
from collections.abc import Iterator

from assistant.facts.facts import ParagraphFacts
from assistant.finding import Finding, Severity
from assistant.language.figures import Figure
from assistant.language.sentences import sentence_at
from assistant.rules.rule import Example, Rule, Scope
from assistant.text import Span

_WITHIN = re.compile("其中[，：:]?")
# What cannot be more than all there is; 完成率, 增长率, 拨备覆盖率 can.
_SHARE = re.compile(
    "(?:占比|占[^，。；]{1,12}的?|比重|合格率|满意[率度]|办结率|到会率|出勤率|参与率|参加率|参学率|整改率|知晓率|达标率|正确率|优良率|解决率|签约率|反馈率|回访率|通过率)"
    "(?:为|是|达|达到|约|约为|在|高达|保持在|由|从|提高到|提升到|上升到|升至|至)?$"
)
_NEAR = 24  # characters after 其中 within which its first number stands


def check(facts: ParagraphFacts) -> Iterator[Finding]:
    for figure in facts.figures:
        if figure.unit in ("%", "％") and figure.value > 100 and _SHARE.search(facts.text[: figure.span.start]):
            told = f"此处写“{figure.written}”，所占的比例超过了全部。"
            yield Finding(RULE.name, RULE.severity, figure.span, told, "请对照台账核对。", RULE.basis)
    for match in _WITHIN.finditer(facts.text) if "其中" in facts.text else ():
        pair = _whole_and_part(facts, match.start(), match.end())
        if pair and pair[1].value > pair[0].value:
            whole, part = pair
            yield Finding(
                RULE.name,
                RULE.severity,
                Span(whole.span.start, part.span.end),
                f"前面写“{whole.written}”，其中的“{part.written}”比它多。",
                "请对照台账核对两处数字，改正写错的一处；两处说的不是一类事的可忽略。",
                RULE.basis,
            )


def _whole_and_part(facts: ParagraphFacts, start: int, end: int) -> tuple[Figure, Figure] | None:
    """Give the number before 「其中」 and the first after it, where they count in the same unit and one sentence."""
    sentence = sentence_at(facts.text, start)
    part = next((f for f in facts.figures if end <= f.span.start < min(end + _NEAR, sentence.end)), None)
    if part is None or not part.unit or part.unit in ("%", "％", "倍", "年", "个月", "天"):
        return None
    before = [f for f in facts.figures if sentence.start <= f.span.start < start]
    whole = before[-1] if before else None
    return (whole, part) if whole and whole.unit == part.unit else None


RULE = Rule(
    __name__,
    __doc__,
    check,
    Severity.ADVICE,
    Scope.PARAGRAPH,
    "前后数字须相合（审核必查）",
    (
        Example("全年回访⟦162件，其中184件⟧群众不满意，重新办过。"),
        Example(
            "查出问题⟦12个，其中已整改十五个⟧".replace("十五个", "15个")
            + "；群众满意率达到⟦105%⟧，占全部事项的⟦120％⟧。"
        ),
        Example("全年回访162件，其中14件不满意。完成年度任务的105%，产值增长120%，开会12次，其中参加35人次。"),
        Example("查摆15个问题。其中政治忠诚方面3个；上半年走访14次。"),
    ),
)
