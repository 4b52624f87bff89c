"""Times as people tell them: the hour alone of today, with the date of other days."""

from __future__ import annotations

import time


def clock(seconds: float) -> str:
    """Write a time as the clock on the wall shows it, with the date if that is not today's, and its year if not this one."""
    then = time.localtime(seconds)
    now = time.localtime()
    date = f"{then.tm_mon}月{then.tm_mday}日" if then[:3] != now[:3] else ""
    year = f"{then.tm_year}年" if then.tm_year != now.tm_year else ""
    return year + date + time.strftime("%H:%M", then)
