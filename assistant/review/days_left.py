"""How long there is until a material is to be handed in. Loads nothing of what reads a text: the day passes by itself."""

from __future__ import annotations

import datetime

_LONG_PAST = 30  # days after which a deadline is of another year


def told(hand_in: datetime.date | None, meeting: datetime.date | None, today: datetime.date) -> str:
    """Tell how long there is until the material is to be handed in, or until the meeting: 「距交稿 6 天」."""
    for day, what in ((hand_in, "交稿"), (meeting, "开会")):
        if day is None:
            continue
        left = (day - today).days
        if left > 0:
            return f"距{what}还有{left}天"
        if left == 0:
            return f"今天{what}"
        if what == "交稿" and left >= -_LONG_PAST and (meeting is None or meeting < today):
            return f"交稿日期已过{-left}天"
    return ""
