"""Days that are changed behind their own clause: 「1月10日前报送，因故推迟至1月14日」, or in the next sentence.

What holds for some alone (「确有困难的可延期至…」), and what is said of another meeting, material or work, changes nothing.
"""

from __future__ import annotations

import re

from assistant.language.sentences import piece_start
from assistant.templates.notice.subject_words import SUBJECT_WORDS

VERB = "推迟|顺延|延(?=[至到])|提前|提早|延期|延后|延迟|延长|后延|后移|前移|放宽|宽限|调整|调|变更|更改|修改|更正|改"
TO_ANOTHER = f"(?:统一|相应|分别|一并)?(?:{VERB})(?:时间|日期)?(?:为|到|至|在|于|成|定)+"
# 「1月10日前报送，因故推迟至1月14日」: in another clause, but for a day that holds only for some
_LATER_ON = re.compile(f"(?:[^。；\\n]*[，（])?(?P<clause>[^，。；\\n]*?){TO_ANOTHER}[^，。；：0-9\\n]{{0,6}}$")
_ONLY_FOR_SOME = re.compile(
    "如|若|确[有需因实]|特殊|个别|可(?:以|适当|酌情|再|申请)*$|[不未勿]$|不[再得能予会]|一律不|最[迟晚]"
)
# 「1月10日前报送，因故推迟一周」: to no day that is written out
_NO_DAY_LATER_ON = re.compile(
    "[^。；\\n]*?[，（](?P<clause>[^，。；（）\\n]*?)(?:推迟|延期|顺延|延后|延迟|推后|暂缓|宽限|提前)"
    "(?:召开|举行|报送|提交|上报)?(?:[至到][^，。；（）\\n]{1,10}|[一二两三四五六七十0-9]{1,2}(?:天|日|周|个?星期|个?工作日))?(?=[，。；）\\n]|$)"
)
NEXT = re.compile(f"(?:现|今)?(?P<clause>(?:因|由于|鉴于)[^。；\\n]{{1,40}}?)(?:{VERB})")
ALL_ALIKE = re.compile("(?:[，（])[^，。；\\n]*(?:均|都|一律|一并|统一)[^，。；\\n]{0,6}$")
MEETING = re.compile("会议|生活会|召开|开会")
MATERIAL = re.compile("材料|提纲|报送|提交|上报|交稿|初稿|定稿|发言")
_OF_OTHER_WORK = re.compile("学习|谈心|谈话|征求|测评|评议|整改|培训")


def is_changed_behind(before: str, behind: str, *, next_day: bool) -> bool:
    """Tell whether the words `behind` a day change it.

    `before` are those of its sentence before it; `next_day`: a day follows right behind, which then is the new one.
    """
    change = _LATER_ON.fullmatch(behind) if next_day else None
    change = change or _NO_DAY_LATER_ON.match(behind)
    return change is not None and _is_of_the_same(before, behind, change)


def is_changed_next(words: str, following: str) -> bool:
    """Tell whether the sentence after `words` changes their last day: 「…报送。因故推迟至1月14日」."""
    change = NEXT.match(following)
    return change is not None and _is_of_the_same(words, "", change)


def _is_of_the_same(before: str, behind: str, change: re.Match[str]) -> bool:
    """Tell whether what is changed is what the day before it was set for, and not for some alone."""
    since = piece_start(before, len(before), "；。\n")
    was, now = before[since:] + behind[: change.start("clause")], change["clause"]
    own = re.split("[，：]", before[since:])[-1] + re.split("[，（]", behind)[0]
    was = own if MEETING.search(own) or MATERIAL.search(own) else was  # 「材料推迟至17日，会议推迟至26日」
    if _ONLY_FOR_SOME.search(now) or _OF_OTHER_WORK.search(now):
        return False
    whose, now_of = ({match.lastgroup for match in SUBJECT_WORDS.finditer(words)} for words in (was, now))
    if now_of and whose and now_of != whose:
        return False
    return not any(
        one.search(now) and not one.search(was) and other.search(was)
        for one, other in ((MEETING, MATERIAL), (MATERIAL, MEETING))
    )
