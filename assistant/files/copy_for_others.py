"""Makes the copy of a draft that other people may have (另存一份可传阅的): the text, what it was written for, nothing private.

It is made anew of what may go along, so what a later version of the program adds stays at home until it is named here.
"""

from __future__ import annotations

from assistant.decisions import Decisions
from assistant.files.draft import Draft

LEFT_OUT = "随记、意见、忽略过的提示、以前各稿、审改往来、去年的材料、填过的单位和姓名"  # as the writer is told


def copy(draft: Draft) -> Draft:
    """Give the copy.

    The template goes along whole, so that the other one can check by it; of the headings that a Word file had styled
    those that the text still has, and which parts are answered elsewhere in it.
    """
    lines = set(draft.text.split("\n"))
    known = draft.decisions
    decisions = Decisions(
        headings={line: level for line, level in known.headings.items() if line in lines},
        answered=dict.fromkeys(known.answered, "已在别处说明"),
        stage=known.stage,
    )
    return Draft(draft.text, draft.template, decisions)
