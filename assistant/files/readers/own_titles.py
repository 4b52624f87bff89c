"""The title style of our own Word files, known again in files that another program has saved.

A title is broken by soft breaks for balance only; in this style they read back as nothing. Word, WPS and LibreOffice keep
the names of styles and give them other identifiers (`DuizhaoTitle` → `Style11`), hence the name counts as well. Others
call a style 公文标题 too, and may let the name lines follow in the same paragraph: ours is followed by 职务姓名.
"""

from __future__ import annotations

IDENTIFIER = "DuizhaoTitle"
NAME, NEXT_NAME = "公文标题", "职务姓名"


def is_own(name: str | None, next_name: str | None) -> bool:
    """Tell whether a style is our title style, by its name and that of the style which follows it."""
    return name == NAME and next_name == NEXT_NAME
