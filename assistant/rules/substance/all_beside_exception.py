"""“全部完成”与未完成的说法并存

检查什么：写了“全部完成”“均已整改到位”的，后面是否又写还有几项没有完成。
为什么：前后说法不一，审核时常会问到是否已经完成。
怎么改：把“全部”改为实际数目，或核对后面的一句；“除……外，其余全部”的写法不提示。
"""

from collections.abc import Iterator

from assistant.facts.paragraph_facts import ParagraphFacts
from assistant.finding import Finding, Severity
from assistant.language.sentences import piece_start
from assistant.patterns import compiled_later
from assistant.rules.rule import Example, Rule, Scope
from assistant.text import Span

_DONE = (
    "(?:整改(?=[，；：])|改好|改完|完成|整改到位|整改完毕|整改完成|落实到位|落实完毕|办结|销号|解决|改正|整改落实|到位)"
)
_ALL = compiled_later(f"(?:已?全部|均已?|都已经?|已?全数)(?:如期|按期|按时|按要求|得到|予以|整改|落实)?{_DONE}")
_ALL_OF_THEM = ("全部", "全数", "均", "都已")  # one of these is in all that `_ALL` finds
_LEFT = compiled_later(
    "(?:尚有|还有|仍有|还差|另有|只有|但有|有)?(?:[0-9]+|[一二两三四五六七八九十]{1,2})[条项个件户家处]"
    "[^，。；]{0,8}?(?:未完成|没有完成|尚未|未整改|没有整改|未到位|没有到位|未办结|没有办结|正在(?:推进|整改|办理|落实)|还没有|未落实|需持续)"
    "|[^，。；]{2,12}?(?:(?:反复|反弹)了[^，。；]{0,4}，?(?:今年|还|仍|继续|接着|下一步)|(?:今年|还要|还需|仍需)(?:接着|继续|再)(?:整?改(?!善|进|革)|办)|(?:还|尚)没有?(?:改好|改完|完成|办结|整改|到位))"
    "|(?:其余|其他|剩余|余下)(?:[0-9]+|[一二两三四五六七八九十]{1,2})[条项个件户家处][^，。；]{0,4}(?:按|正在|尚|还|未|没有|持续|继续|抓紧|加快)"
    "|(?:尚有|还有|仍有|还差)(?:[0-9]+|[一二两三四五六七八九十]{1,2})[条项个件户家处](?=[，。；：]|没|未)"
)
_SPARED = compiled_later(
    "除[^。]*外|其余|其他|余下|剩余|前[一二两三四五六七八九十0-9]|其中|立行立改|应当|力争|确保|争取|计划|之前|此前"
)
_AGAIN = compiled_later("新增|新的|另一|今年又|又|其他")
_NEAR = 40  # characters after which another matter is spoken of


def check(facts: ParagraphFacts) -> Iterator[Finding]:
    for match in _ALL.finditer(facts.text):
        before = facts.text[: match.start()]
        clause = before[piece_start(before, len(before), "。；") :]
        left = _LEFT.search(facts.text, match.end(), match.end() + _NEAR)
        if left is None or _SPARED.search(clause) or _AGAIN.search(facts.text, match.end(), left.start()):
            continue
        yield RULE.finding(
            Span(match.start(), left.end()),
            f"前面写“{match[0]}”，后面又写“{left[0]}”。",
            "审核时常会问到是否已经完成。可把“全部”改为实际数目，或核对后面的一句；说的不是同一件事的可忽略。",
        )


RULE = Rule(
    __name__,
    __doc__,
    check,
    Severity.ADVICE,
    Scope.PARAGRAPH,
    "前后说法须一致（审核必查）",
    (
        Example("上年度查摆的8个问题⟦已全部整改到位，还有2个正在推进⟧。"),
        Example("去年的10条措施⟦均已落实到位，尚有1条没有完成⟧，列入今年措施。"),
        Example("查摆的五个问题，五个⟦全部改好；楼道堆物的事反复了两次，今年⟧接着改。"),
        Example("反馈的19条⟦已全部整改到位，其余2条按⟧计划推进。"),
        Example("查摆的五个问题全部改好，没有反弹，今年继续改进作风。8条已全部落实，其余时间用来回头看。"),
        Example("除1项正在推进外，其余7项已全部整改到位。8条措施已全部完成。今年又查出3个问题，尚未整改。"),
    ),
    cues=_ALL_OF_THEM,
)
