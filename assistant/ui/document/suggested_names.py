"""How a file is called that is saved for the first time: the pattern that the template asks for, filled in."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.decisions import Profile
from assistant.files.naming import allowed_name
from assistant.ui.document.file_places import folder

if TYPE_CHECKING:
    from assistant.templates.template import Template

USUAL = "{标题}-{姓名}"
FIELDS = ("标题", "年度", "单位", "职务", "姓名")
_MARKS = "-_ —+＋"


def suggested(template: Template | None, profile: Profile, otherwise: str) -> Path:
    """Suggest a file's place and name, without suffix, by the pattern that the template asks for.

    Where they name no title, `otherwise` stands for it.
    """
    title = template.title.removeprefix("年度") if template else otherwise  # the year itself is not known there
    year = str(template.year) if template and template.year else ""
    pattern = pattern_of(template.file_name if template else "")
    name = filled(pattern, dict(zip(FIELDS, (title, year, profile.unit, profile.post, profile.name), strict=True)))
    return folder(template) / (name or title)


def pattern_of(typed: str) -> str:
    """Read a pattern for names as people type it: 「单位+姓名+发言提纲」 means the unit and the name.

    Plain words are taken so only where they stand alone between two marks; beside braces they are what they are.
    """
    typed = typed.strip().translate(str.maketrans("｛｝", "{}")).removesuffix(".docx") or USUAL
    if "{" in typed:
        return typed
    pieces = re.split(f"([{_MARKS}]+)", typed)
    return "".join(f"{{{piece}}}" if piece.strip() in FIELDS else piece for piece in pieces)


def unknown_fields(pattern: str) -> list[str]:
    """List what stands in braces and is none of the fields, and braces that belong to nothing."""
    known = "|".join(FIELDS)
    return re.findall(r"\{[^{}]*\}|[{}]", re.sub(rf"\{{({known})\}}", "", pattern))


def filled(pattern: str, words: Mapping[str, str]) -> str:
    """Make a name of a pattern; what is not known is left out with the mark before it."""
    name = re.sub(
        rf"([{_MARKS}]?)\{{({'|'.join(FIELDS)})\}}", lambda m: m[1] + words[m[2]] if words[m[2]] else "", pattern
    )
    return allowed_name(name).strip(_MARKS)
