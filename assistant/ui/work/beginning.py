"""What a new material begins with: an empty outline, or what the writer's own earlier material brings into it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from assistant.decisions import AT_THE_BEGINNING
from assistant.facts import insertion
from assistant.facts.last_year import carryover, earlier_material, previous_section, promises
from assistant.facts.last_year.earlier_material import LastYear
from assistant.files import references
from assistant.files.draft import Source
from assistant.review import stale
from assistant.review.material import analyse
from assistant.templates.template import PartKind
from assistant.ui.dialogs.earlier_file import Way
from assistant.ui.document import file_places
from assistant.ui.document.history import Choices
from assistant.ui.document.opened import Opened

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assistant.facts.last_year.earlier_material import Row
    from assistant.ui.dialogs.new_material import NewMaterial


class Beginning(NamedTuple):
    """A document to be shown, and what to say of how it came about."""

    opened: Opened
    told: str = ""


def of(new: NewMaterial) -> Beginning:
    """Make the document as wished; the earlier texts are kept beside it. Raises Unwritable."""
    decisions = AT_THE_BEGINNING._replace(profile=new.profile)
    read = [each for each in (new.earlier, new.listed) if each]
    for each in read:
        references.keep(each.text)
    choices = Choices(decisions, new.choice, tuple(each.reference for each in read))
    if not read:
        byline = insertion.byline(new.template, new.profile)
        return Beginning(Opened(insertion.fresh(new.template, byline), choices))
    last = replace(
        new.earlier.last if new.earlier else LastYear(""), listed=new.listed.last.listed if new.listed else ()
    )
    origin = Source(new.source.name, path=file_places.whole(new.source)) if new.source else None
    rows = promises.rows(last, new.template)
    previous = previous_section.paragraphs(rows)
    doubt = new.earlier.last.doubt(new.template.year) if new.earlier else ""
    unasked = not any(part.kind is PartKind.PREVIOUS_RECTIFICATION for part in new.template.parts)
    if new.earlier is None or new.way is Way.ANEW:
        text = carryover.begin(new.template, new.profile, previous, last if new.earlier else None)
        message = doubt + "已列好提纲。" + _told_of_rows(rows, unasked=unasked)
        return Beginning(Opened(text, choices, origin=origin), message + ("原文件未改。" if new.earlier else ""))
    carried = carryover.revise(last, new.template, new.profile, previous)
    choices = choices._replace(decisions=decisions._replace(headings=new.earlier.reference.headings))
    message = f"{doubt}{'以往' if doubt else '去年'}的内容已移到今年的各部分下。{_told_of_rows(rows, unasked=unasked)}{_told_of_carried(carried, last, new)}"
    return Beginning(Opened(carried.text, choices, origin=origin), f"{message}原文件未改。")


def _told_of_rows(rows: Sequence[Row], *, unasked: bool) -> str:
    if not rows:
        return "没有读到去年的问题和措施。"
    if unasked:
        return f"今年没有要求写上年度整改，去年的{len(rows)}项问题和措施列在“去年”一栏。"
    left = "" if all(map(previous_section.tells_what, rows)) else f"请填写{previous_section.TO_FILL}。"
    return f"“上年度整改”已列出去年的{len(rows)}项问题和措施。{previous_section.told(rows)}{left}"


def _told_of_carried(carried: carryover.Carried, last: LastYear, new: NewMaterial) -> str:
    kept = len(earlier_material.untouched(carried.text, last, new.template))
    old = len(stale.stale(analyse(carried.text, new.template), last))
    counts = (
        (kept, "去年原句{}句"),
        (old, "年份和提法待更新{}处"),
        (len(carried.unplaced), "没有对应部分、放在文末的{}处"),
    )
    counted = "，".join(words.format(count) for count, words in counts if count)
    return f"{counted}。" if counted else ""
