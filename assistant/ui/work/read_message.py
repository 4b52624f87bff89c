"""What is said of a file that was opened to be revised: what was read in it, and by what it is checked."""

from __future__ import annotations

import datetime
from functools import partial
from typing import TYPE_CHECKING

from assistant.facts.items import ItemKind, items
from assistant.language.punctuation import quoted
from assistant.review.material import Material
from assistant.rules.registry import about
from assistant.rules.rule import About
from assistant.templates import seasons
from assistant.ui.document.session import Session
from assistant.ui.panels.bars import MessageBars
from assistant.ui.work import incoming

if TYPE_CHECKING:
    from assistant.ui.work.files import Files
    from assistant.ui.work.template_exchange import TemplateExchange

_KEY = "read"


def show(
    material: Material,
    notes: str,
    *,
    bars: MessageBars,
    session: Session,
    files: Files,
    exchange: TemplateExchange,
) -> None:
    """Say it in a message, with what can be done next; `notes` are what the reader left out or doubts.

    A notice is offered to be written by, an earlier year's material to be written anew.
    """
    if incoming.is_notice(material.text):
        session.show_choices(session.choices._replace(template=None))  # it answers no template
        message = "这份文件疑为会议通知，不是材料。可以按它建好本次要求，再新建材料。"
        new = partial(files.new, None, material.text)
        bars.show_message(message, [("按通知新建…", new)], key=_KEY)
        return
    message = _counted(material) + (f"{notes}。" if notes else "")
    season = seasons.of_day(datetime.date.today())  # noqa: DTZ011  # where the writer sits
    name = session.source.stem if session.source else ""
    written = incoming.year_of(material.text, name, session.choices.template)
    if written and written.year < season:
        begin = partial(files.new, session.source)
        message = f"{written.told}，{message}"
        bars.show_message(message, [(f"写{season}年度的材料…", begin)], key=_KEY)
        return
    checked = (
        f"暂按{quoted(material.template.label)}的要求检查。"
        if material.template
        else "没有认出是哪一次会议的材料，请选定本次要求。"
    )
    bars.show_message(message + checked, [("选定本次要求…", exchange.choose)], key=_KEY)


def _counted(material: Material) -> str:
    """Say in one sentence how much was read, and what is to be brought up to date."""
    facts = material.facts
    found = (item for each in facts.materials for item in items(facts, each))
    problems = sum(item.kind is ItemKind.PROBLEM for item in found)  # as 问题—原因—措施 counts them
    counted = f"读到{len(material.chapters)}节" + (f"、{problems}个问题" if problems else "")
    dated = sum(about(finding) is About.OTHER_YEAR for finding in material.all_findings)
    return counted + (f"；{dated}处年份和提法待更新" if dated else "") + "；原文件未改。"
