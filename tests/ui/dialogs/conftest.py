"""The form of 本次要求, and what dialogs say and ask."""

import datetime
from dataclasses import replace

import pytest
from templates.test_proposal import NOTICE
from ui.dialogs.test_new_material import NOVEMBER

from assistant.files import own_shelf, shipped_shelf
from assistant.templates import own_template, proposal
from assistant.templates.notice import notice
from assistant.ui import asking
from assistant.ui.dialogs.row_list import ListRow
from assistant.ui.dialogs.template_dialog import TemplateDialog

JANUARY = datetime.date(2026, 1, 5)


@pytest.fixture
def said(monkeypatch):
    """What the dialogs say and ask; the answer to a question is `said.answer`."""
    found = Said()
    monkeypatch.setattr(asking, "tell", lambda _parent, _title, told, details="": found.told.append(told + details))
    monkeypatch.setattr(asking, "ask", lambda _parent, _title, told, **_: found.told.append(told) or found.answer)
    return found


class Said:
    def __init__(self):
        self.told = []
        self.answer = False


@pytest.fixture
def file():
    return made_of(NOTICE)


def made_of(text):
    (asked,) = notice.read(text).templates
    return proposal.propose(asked, shipped_shelf.every(), "2025-democratic-notice")


@pytest.fixture
def dialog(qtbot, file):
    made = TemplateDialog(None, [file], text=NOTICE, intro="读到6个方面", today=JANUARY)
    qtbot.addWidget(made)
    return made


@pytest.fixture
def by_hand(qtbot):
    """The dialog that 照着通知填写 opens, in November 2026, with an aspect filled in."""
    empty = own_template.by_hand("2026-democratic-notice", 2026, "2025年度民主生活会")
    made = TemplateDialog(None, [empty], title="照着通知填写", today=NOVEMBER)
    qtbot.addWidget(made)
    made.sheets[0]._aspects.insert(0, ListRow("带头学习"))
    return made


def handed_on(folder):
    """Write templates as a colleague hands them on."""
    path = folder / "本次要求.duizhaoreq"
    path.write_text(own_shelf.source_of(replace(made_of(NOTICE), name="2026年度民主生活会", year=2026)), "utf-8")
    return str(path)
