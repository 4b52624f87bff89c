"""How far a draft is, for the first page: how much is written, where he was, how long there is."""

from __future__ import annotations

import datetime
from pathlib import Path

from assistant.files import recoverable, template_shelf
from assistant.files.draft import DraftFile
from assistant.files.kinds import DRAFT_SUFFIX
from assistant.language.punctuation import quoted
from assistant.reading import Unreadable
from assistant.review import days_left, outline_rows, outline_values, progress
from assistant.review.material import analyse
from assistant.ui.document.recent import Recent

_UNREAD = "未能读取"


def of_draft(one: Recent, caret: int, today: datetime.date) -> Recent:
    """Read a draft and say how far it is; any other file, and one that cannot be read, is as it was. Touches no widget."""
    path = Path(one.path)
    if path.suffix != DRAFT_SUFFIX:
        return one
    try:
        draft = DraftFile.load(path)[1]
    except Unreadable:
        return one._replace(progress=_UNREAD, told=f"草稿文件{_UNREAD}", former=bool(recoverable.of_draft(path)))
    template = template_shelf.chosen(draft.template)
    material = analyse(draft.text, template, decisions=draft.decisions)
    done, asked = progress.completed(material)
    written = f"已写 {done}／{asked}项" if asked else ""
    begun = progress.begun(material)
    dates = template.dates if template else None
    path_there = (
        outline_values.around(outline_rows.rows(material), min(caret, len(draft.text))) if begun and caret else ()
    )
    how_far = (
        f"写到{quoted(path_there[-1].title)}" if path_there else "",
        written,
        f"{material.length}字" if begun else "",
        days_left.told(dates.hand_in, dates.meeting, today) if dates else "",
    )
    return one._replace(progress=written if begun else "未写", told=" · ".join(filter(None, how_far)))
