import datetime

import pytest
from PySide6.QtCore import Qt

from assistant.decisions import Profile
from assistant.templates.template import MeetingKind, Subject
from assistant.ui.dialogs.new_material import NewMaterialDialog

NOVEMBER = datetime.date(2026, 11, 21)


@pytest.fixture
def dialog(qtbot):
    made = NewMaterialDialog(None, NOVEMBER, Profile("某局", "局长", "李大明"))
    qtbot.addWidget(made)
    return made


def test_the_season_is_offered_first_with_the_general_outline(dialog):
    wish = dialog.chosen()

    assert dialog._year.currentText() == "2026年度（通知未到，先用通用提纲）"
    assert wish.template.title == "2026年度民主生活会个人对照检查材料"
    assert (wish.choice.id, wish.choice.year) == ("general-democratic-individual", 2026)
    assert wish.profile == Profile("某局", "局长", "李大明")


@pytest.mark.parametrize(
    ("today", "year"),
    [(datetime.date(2027, 1, 15), "2026"), (datetime.date(2026, 3, 31), "2025"), (datetime.date(2026, 7, 1), "2026")],
)
def test_the_year_goes_by_season(qtbot, today, year):
    made = NewMaterialDialog(None, today, Profile())
    qtbot.addWidget(made)

    assert made._year.currentText().startswith(year)


def test_a_known_year_shows_its_outline(dialog):
    dialog.choose(2025, MeetingKind.DEMOCRATIC, Subject.LEADERSHIP)

    assert dialog.chosen().choice.id == "2025-democratic-leadership"
    headings = [dialog._preview.topLevelItem(n).text(0) for n in range(dialog._preview.topLevelItemCount())]
    assert headings[1] == "一、2024年度民主生活会整改措施落实情况"
    problems = dialog._preview.topLevelItem(4)
    assert problems.child(0).text(0) == "（一）带头强化政治忠诚、提高政治能力方面"
    assert "主题：" in dialog._told.text()


def test_variants_and_frames_can_be_chosen(dialog):
    dialog.choose(2022, MeetingKind.ORGANIZATIONAL, Subject.MEMBER)
    dialog._frame.setCurrentIndex(dialog._frame.findText("六个是否"))
    wish = dialog.chosen()
    assert (wish.choice.frame, wish.template.frames[0].name) == ("六个是否", "六个是否")
    dialog.choose(2023, MeetingKind.DEMOCRATIC, Subject.INDIVIDUAL)
    dialog._variant.setCurrentIndex(dialog._variant.findText("第二批"))

    assert dialog.chosen().choice.id == "2023-democratic-2-individual"


def test_doubt_is_shown(dialog):
    dialog.choose(2017, MeetingKind.DEMOCRATIC, Subject.INDIVIDUAL)

    items = dialog._preview.findItems("存在", Qt.MatchFlag.MatchContains)
    assert items[0].child(0).text(0).endswith("（待核对通知）")
    assert "往年通行做法" in items[0].child(0).toolTip(0)
