"""What the status line says of a Material: what is unfinished, how long the text is, how many pages it fills."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.certainty import Certainty
from assistant.facts import paper
from assistant.review import progress
from assistant.review.material import Material
from assistant.review.progress import Unfinished
from assistant.templates.layout import Layout
from assistant.templates.template import Length
from assistant.ui.panels.panel_values import StatusTexts


def of(material: Material, layout: Layout, left: Sequence[Unfinished]) -> StatusTexts:
    """Put it into words, with what is unfinished (`left`); of a text that is not begun the title's length alone is told."""
    template = material.template
    asked, dates = (template.length, template.dates) if template else (None, None)
    firm = asked is not None and asked.certainty is not Certainty.MEMORY
    over = 0
    if progress.begun(material) or not material.length:
        over = material.length - asked.most if firm and asked and asked.most else 0
        limit = _limit(asked) if asked and firm else ""
        length = f"{material.length}{limit}字" + (f"，超{over}字" if over > 0 else "")
        pages = f"约{paper.pages(material.facts, layout)}页"
    else:
        length, pages = f"标题 {material.length}字", ""  # Word counts them too, but nobody has written yet
    return StatusTexts(
        material.decisions.stage.label,
        *_unfinished(material, left),
        length,
        over > 0,
        pages,
        dates.hand_in if dates else None,
        dates.meeting if dates else None,
    )


def _unfinished(material: Material, left: Sequence[Unfinished]) -> tuple[str, str]:
    """Say how much is unfinished, and what."""
    if not material.text.strip() or material.template is None:
        return "", "" if material.template else "未选定本次要求，只检查文字、序号和标点"
    if not left:
        return "", "本次要求的各部分都已写"
    made = progress.told(left)
    names = " · ".join([*([made] if made else []), *(each.label for each in left if each.parts or not made)])
    return f"还差 {progress.number(left)}项", names


def _limit(asked: Length) -> str:
    """Say how long the text is to be, behind how long it is."""
    if asked.least and asked.most:
        return f"／{asked.least}至{asked.most}"
    return f"／{asked.most}" if asked.most else f"／不少于{asked.least}" if asked.least else ""
