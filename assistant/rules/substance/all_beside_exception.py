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
_UNITS = "[条项个件户家处栋所台起名笔]"
_N = "(?:[0-9]+|[一二两三四五六七八九十]{1,2})"
# The same in other words: 「件件有着落」, 「完工率100%」
_IN_OTHER_WORDS = (
    "(?:逐[条项件个]|全部|均|都|已|悉数)*(?:销号清零|清零销号|动态清零|见底清零|清零见底|全部清零|悉数(?:完成|办结|整改|销号))"
    "|(?:件件|条条|项项|桩桩|个个|事事|户户)(?:都|均)?(?:有(?:着落|回音|结果|交代|答复)|落地|落实|见了?底|办结|清零|到位|销号|改到位)"
    "|(?:完工|完成|办结|整改|销号|落实|兑现|处置|化解|答复|回复|整改完成)率(?:为|达到?|已达到?|是)?(?:100|１００)[%％]"
    "|百分之百(?:完成|落实|办结|整改|兑现)|(?:一个|一条|一项|一件|无一)(?:不剩|不落|遗留|未了|不差)"
)
# All in it cannot be done where more is told to be left, in these words too
_MORE_LEFT = compiled_later(
    f"(?:其余|剩余|余下|剩下|另外|另有|还剩|只剩|仅剩)的?{_N}{_UNITS}(?![^，。；]*(?:也|均|都|亦|同样|改[好完]|完成|办结|到位))"
    f"|[^，。；]{{2,16}}?{_N}{_UNITS}(?:转入|结转|列入|顺延|延至|留到|移到|推到|移交)(?:到|至)?(?:下年|下一年|今年|明年|来年|次年|本年|20[0-9]{{2}}年)"
)
# Far behind, of the same: 「已全部完成。……没有完成的1条是」
_FAR_LEFT = compiled_later(f"(?:没有|尚未|未)(?:完成|办结|整改到位|落实|销号)的(?:{_N}{_UNITS}|只?有{_N}{_UNITS}|是)")
_FAR = 300
_STOP = compiled_later("[。；]")
_NAMED_SO = compiled_later(_IN_OTHER_WORDS)
_ALL = compiled_later(
    f"{_IN_OTHER_WORDS}|(?:已?全部|均已?|都已经?|已?全数)(?:如期|按期|按时|按要求|得到|予以|整改|落实)?{_DONE}"
)
_ALL_OF_THEM = (
    *("全部", "全数", "均", "都已", "清零", "悉数", "百分之百", "件件", "条条", "项项", "桩桩", "个个", "事事", "户户"),
    *(f"率{word}" for word in ("100", "１００", "为100", "达100", "达到100", "已达100", "已达到100", "是100")),
    *(
        "一个不",
        "一条不",
        "一项不",
        "一件不",
        "无一",
        "一个遗",
        "一条遗",
        "一项遗",
        "一件遗",
        "一个未",
        "一条未",
        "一项未",
        "一件未",
    ),
)  # one of these is in all that `_ALL` finds
_LEFT = compiled_later(
    "(?:尚有|还有|仍有|还差|另有|只有|但有|有)?(?:[0-9]+|[一二两三四五六七八九十]{1,2})[条项个件户家处]"
    "[^，。；]{0,8}?(?:未完成|没有完成|尚未|未整改|没有整改|未到位|没有到位|未办结|没有办结|正在(?:推进|整改|办理|落实)|还没有|未落实|需持续)"
    "|[^，。；]{2,12}?(?:(?:反复|反弹)了[^，。；]{0,4}，?(?:今年|还|仍|继续|接着|下一步)|(?:今年|还要|还需|仍需)(?:接着|继续|再)(?:整?改(?!善|进|革)|办)|(?:还|尚)没有?(?:改好|改完|完成|办结|整改|到位))"
    "|(?:其余|其他|剩余|余下)(?:[0-9]+|[一二两三四五六七八九十]{1,2})[条项个件户家处][^，。；]{0,4}(?:按|正在|尚|还|未|没有|持续|继续|抓紧|加快)"
    "|(?:尚有|还有|仍有|还差)(?:[0-9]+|[一二两三四五六七八九十]{1,2})[条项个件户家处](?=[，。；：]|没|未)"
)
_SPARED = compiled_later(
    "除[^。]*外|其余|其他|余下|剩余|前[一二两三四五六七八九十0-9]|其中|立行立改|要求[对在于将把各]|应当|力争|确保|争取|计划|之前|此前"
)
_AGAIN = compiled_later("新增|新的|另一|今年又|又|其他")
_NEAR = 40  # characters after which another matter is spoken of


def check(facts: ParagraphFacts) -> Iterator[Finding]:
    for match in _ALL.finditer(facts.text):
        before = facts.text[: match.start()]
        stops = "，。；" if _NAMED_SO.match(match[0]) else "。；"
        clause = before[piece_start(before, len(before), stops) :]
        left = _LEFT.search(facts.text, match.end(), match.end() + _NEAR)
        more = _MORE_LEFT.search(facts.text, match.end(), match.end() + _NEAR)
        if more and not _STOP.search(facts.text, match.end(), more.start()):
            left = left or more
        left = left or _FAR_LEFT.search(facts.text, match.end(), match.end() + _FAR)
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
        Example(
            "除1项正在推进外，其余7项已全部整改到位。8条措施已全部完成。今年又查出3个问题，尚未整改。总行去年要求对36个村全部完成授信，到年底完成29个，有7个村没有完成。"
        ),
    ),
    cues=_ALL_OF_THEM,
)
