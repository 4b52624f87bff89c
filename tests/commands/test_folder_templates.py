import datetime
import os
from dataclasses import replace

import pytest

from assistant.commands import folder_templates
from assistant.commands.folder_templates import Named
from assistant.files import own_shelf, shipped_shelf, template_shelf
from assistant.files.draft import TemplateChoice
from assistant.templates.template import MeetingKind, Subject

TODAY = datetime.date(2026, 11, 29)
LAST = TemplateChoice("2025-democratic-individual")
LASTS = "2025年度民主生活会（打开的这份材料的本次要求）"
NOT_YET = "2026年度民主生活会（通知未到，先用通用提纲）"


@pytest.fixture(autouse=True)
def _shelf(tmp_path, monkeypatch):
    monkeypatch.setattr(own_shelf, "folder", lambda: tmp_path / "要求")


def kept(name, hour):
    """Keep a copy of a shipped template as the writer's own; the later the hour, the newer."""
    own = own_shelf.keep(replace(shipped_shelf.read(name), id=f"own-{hour}", base=name, parts=()))
    os.utime(own.path, (hour * 3600, hour * 3600))
    return own


def first(current, named=Named()):  # noqa: B008  # a value
    return next(iter(folder_templates.offered(current, 2026, named)))


def test_what_the_open_draft_has_is_meant():
    """Also where its notice is last year's and this year's has not come yet; and before what is stored."""
    assert first(LAST) == LASTS
    kept("2024-democratic", 1)
    assert first(LAST) == LASTS
    assert first(TemplateChoice("2022-organizational-member")).startswith("2022年度")
    general = TemplateChoice("general-democratic-individual", 2026)
    assert first(general) == "2026年度民主生活会（打开的这份材料的本次要求）"


def test_else_the_newest_that_is_stored_is_meant():
    assert first(None) == NOT_YET
    kept("2025-democratic", 2)
    kept("2024-democratic", 1)
    assert first(None) == "2025年度民主生活会（本人修改的）"
    kept("2024-organizational", 3)
    assert first(None) == "2024年度组织生活会（本人修改的）"


def test_what_the_names_say_goes_before_all():
    assert first(LAST, Named(year=2026)) == NOT_YET
    assert first(LAST, Named(year=2024)) == "2024年度民主生活会"
    assert first(LAST, Named(meeting=MeetingKind.ORGANIZATIONAL)) == "2025年度组织生活会"
    assert first(LAST, Named(2026, MeetingKind.ORGANIZATIONAL)).startswith("2026年度组织生活会")
    assert first(LAST, Named(2025, MeetingKind.DEMOCRATIC)) == LASTS


def test_each_meeting_is_offered_once():
    assert list(folder_templates.offered(LAST, 2026)) == [
        LASTS,
        "2025年度组织生活会",
        NOT_YET,
        "2026年度组织生活会（通知未到，先用通用提纲）",
        "2024年度民主生活会",
        "2024年度组织生活会",
    ]
    general = folder_templates.offered(TemplateChoice("general-democratic-individual", 2026), 2026)
    assert [name for name in general if name.startswith("2026年度民主")] == [
        "2026年度民主生活会（打开的这份材料的本次要求）"
    ]
    own = kept("2025-democratic", 1)
    choice = TemplateChoice(own.templates[0].id, None, "", own.source)
    names = [name for name in folder_templates.offered(choice, 2026) if name.startswith("2025年度民主")]
    assert names == [LASTS, "2025年度民主生活会"]


def test_each_has_the_templates_of_all_its_subjects():
    offered = folder_templates.offered(TemplateChoice("2022-organizational-member"), 2025)
    followed = f"{template_shelf.find('2022-organizational-member').name}（打开的这份材料的本次要求）"
    assert [each.subject for each in offered[followed]] == [Subject.MEMBER, Subject.BRANCH]
    assert {each.year for each in folder_templates.offered(None, 2025)["2024年度民主生活会"]} == {2024}
    unknown = folder_templates.offered(None, 2031)
    assert {each.year for each in unknown["2031年度民主生活会（通知未到，先用通用提纲）"]} == {2031}


@pytest.mark.parametrize(
    ("place", "today", "year"),
    [
        ("收到的材料", TODAY, None),
        ("2025年度组织生活会材料", TODAY, 2025),
        ("2025年度民主生活会/个人", TODAY, 2025),
        ("2026年1月民主生活会", TODAY, 2025),
        ("2026.1.15收", TODAY, 2025),
        ("2026-02", TODAY, 2025),
        ("2026年12月收", datetime.date(2026, 12, 29), 2026),
        ("二〇二五年度", TODAY, 2025),
        ("2028年度", TODAY, None),
        ("编号120251", TODAY, None),
    ],
)
def test_which_year_a_folder_is_about(tmp_path, place, today, year):
    assert folder_templates.named(tmp_path / place, today).year == year


@pytest.mark.parametrize(
    ("folder", "names", "said"),
    [
        ("收到的材料", ("张三-2025年度组织生活会.docx", "李四.docx"), "2025年度组织生活会"),
        ("收到的材料", ("张三2025年.docx", "李四2026年1月.docx"), "2025年度"),
        ("收到的材料", ("张三2025年度.docx", "李四2024年度.docx"), ""),
        ("2025年度", ("张三2024年度.docx",), "2025年度"),
        ("组织生活会", ("甲-民主生活会.docx",), "民主生活会"),
        ("组织生活会", ("甲.docx",), "组织生活会"),
        ("组织生活会", ("甲-民主生活会.docx", "乙-组织生活会.docx"), ""),
        ("收到的材料", ("甲.docx", ".2025年度组织生活会.docx"), ""),
    ],
)
def test_what_the_names_in_a_folder_say(tmp_path, folder, names, said):
    (tmp_path / folder).mkdir()
    for name in names:
        (tmp_path / folder / name).touch()
    assert folder_templates.named(tmp_path / folder, TODAY).told == said
    assert folder_templates.named(tmp_path / "没有", TODAY) == Named()


TITLE = "{}年度{}个人对照检查材料\n一、存在的问题\n学得浅。\n"


def test_what_the_files_themselves_say_is_meant_where_nothing_is_at_hand(tmp_path):
    """Most of them; one of last year's that lies among them is told later, file by file."""
    folder = tmp_path / "收到的材料"
    (folder / "二组").mkdir(parents=True)
    for name, year in (("甲", 2025), ("乙", 2025), ("丙", 2024), ("二组/丁", 2025)):
        (folder / f"{name}.txt").write_text(TITLE.format(year, "组织生活会"), "utf-8")
    (folder / "坏.docx").write_bytes(b"PK")
    told = folder_templates.told_of(folder, TODAY, None)
    assert (told, first(None, told)) == (Named(2025, MeetingKind.ORGANIZATIONAL), "2025年度组织生活会")

    assert folder_templates.told_of(folder, TODAY, LAST) == Named()  # the open draft's is at hand
    kept("2024-democratic", 1)
    assert folder_templates.told_of(folder, TODAY, None) == Named()


def test_files_that_disagree_say_nothing(tmp_path):
    folder = tmp_path / "收到的材料"
    folder.mkdir()
    assert folder_templates.told_of(folder, TODAY, None) == Named()
    for name, year in (("甲", 2025), ("乙", 2024), ("丙", 2030)):
        (folder / f"{name}.txt").write_text(TITLE.format(year, "民主生活会"), "utf-8")
    assert folder_templates.told_of(folder, TODAY, None) == Named(None, MeetingKind.DEMOCRATIC)
