"""The words by which a notice names whose material it speaks of."""

from __future__ import annotations

import re

from assistant.templates.template import MeetingKind, Subject

SUBJECT_WORDS = re.compile(
    "(?P<BRANCH>支部班子|支部委员会|支委会(?!成员|委员)|支部(?=材料|对照|检查)|支部(?:检视|剖析))"
    "|(?P<INDIVIDUAL>班子成员|党[组委]成员|党员领导干部|领导干部|党委委员|常委(?!会)|委员|个人|成员|每人)|(?P<MEMBER>(?:每名|普通|全体)?党员)"
    "|(?P<LEADERSHIP>班子|党[组委](?=对照|材料|检查|的对照|检视|剖析)|集体)|(?P<OUTLINE>发言提纲)"
)
_APART = re.compile("[，；。：、和与及]")
_LEADERS = re.compile("常委|班子成员|党[组委]成员|党员领导干部|领导干部|党委委员|党[组委]")


def subjects_in(text: str, meeting: MeetingKind) -> tuple[Subject, ...]:
    """Tell whose material a few words speak of, in their order.

    「发言提纲」 alone is an individual's; with 班子成员 beside it the word says nothing more.
    """
    found: list[Subject] = []
    single = Subject.INDIVIDUAL if meeting is MeetingKind.DEMOCRATIC else Subject.MEMBER
    body = Subject.LEADERSHIP if meeting is MeetingKind.DEMOCRATIC else Subject.BRANCH
    others = -1  # where the last word for those of the other meeting ends
    for match in SUBJECT_WORDS.finditer(text):
        kind = match.lastgroup
        theirs = kind == "OUTLINE" and others >= 0 and not _APART.search(text, others, match.start())
        if theirs or _of_the_other_meeting(text, match, meeting):
            others = match.end()
            continue
        found.append(body if kind in ("BRANCH", "LEADERSHIP") else single)
    return tuple(dict.fromkeys(found))


def _of_the_other_meeting(text: str, match: re.Match[str], meeting: MeetingKind) -> bool:
    """Tell whether a word names those who hold the other meeting: 党员 and 支部 there, the leadership here."""
    if meeting is MeetingKind.DEMOCRATIC:
        return match.lastgroup == "BRANCH" or (match.lastgroup == "MEMBER" and text[match.end() :][:2] != "干部")
    leading = re.search("(?:党委|党组|工委|领导)$", text[: match.start()])
    return bool(_LEADERS.fullmatch(match[0]) or (match.lastgroup == "LEADERSHIP" and leading))
