from datetime import date

import pytest

from assistant.certainty import Certainty
from assistant.files import draft, own_shelf, template_shelf
from assistant.files.draft import Draft
from assistant.review.material import analyse
from assistant.strict_toml import DataError
from assistant.templates import template_file
from assistant.templates.template import Dates, MeetingKind, Subject
from assistant.templates.template_file import AspectEntry, TemplateFile

OWN = TemplateFile(
    format=1,
    id="2026-democratic-notice",
    meeting=MeetingKind.DEMOCRATIC,
    base="democratic",
    year=2026,
    name="2026年度民主生活会",
    subjects=(Subject.INDIVIDUAL,),
    dates=Dates(hand_in=date(2027, 1, 20)),
    order=("preface", "problems", "measure"),
    aspects=(AspectEntry("loyalty", "带头政治忠诚", "政治忠诚", Certainty.NOTICE, like="2025-democratic/loyalty"),),
    unit_words=("××县",),
)


@pytest.fixture(autouse=True)
def _home(tmp_path, monkeypatch):
    monkeypatch.setenv("DUIZHAO_HOME", str(tmp_path))


def test_own_template_are_kept_found_and_come_first():
    kept = own_shelf.keep(OWN)
    first = template_shelf.entries()[0]

    assert first.id == "2026-democratic-notice-individual"
    of_2025 = template_shelf.find("2025-democratic-individual").aspects[0].questions
    assert first.load().aspects[0].questions == tuple(
        each for each in of_2025 if each.id != "plenum"
    )  # was 2025's alone
    assert [t.id for t, _ in template_shelf.choices(2026, MeetingKind.DEMOCRATIC, Subject.INDIVIDUAL)] == [first.id]
    assert kept.path.stat().st_size < 1500
    assert template_shelf.free_id("2026-democratic-notice") == "2026-democratic-notice-2"


def test_a_second_file_of_the_same_name_replaces_none():
    assert own_shelf.keep(OWN).path != own_shelf.keep(OWN).path
    assert len(own_shelf.every()) == 2


def test_a_broken_file_says_what_is_wrong_and_the_rest_go_on():
    kept = own_shelf.keep(OWN)
    kept.path.with_name("坏的.duizhaoreq").write_text(kept.source.replace("year =", "yaer ="), "utf-8")
    kept.path.with_name("图片.duizhaoreq").write_bytes(b"\xff\xd8\xff")

    problems = sorted(own.problem for own in own_shelf.every() if own.problem)
    assert "没有认出的键 yaer" in problems[1]
    assert "不是本程序的本次要求文件" in problems[0]
    assert template_shelf.entries()[0].id == "2026-democratic-notice-individual"


def test_a_draft_carries_its_own_template_to_another_machine():
    choice = own_shelf.keep(OWN) and template_shelf.entries()[0].choice()
    opened = draft.decode(draft.encode(Draft("正文", choice)))
    for own in own_shelf.every():
        own.path.unlink()

    assert template_shelf.chosen(opened.template).label == "2026年度民主生活会 · 班子成员个人"


def test_the_units_words_are_none_to_be_filled_in():
    own_shelf.keep(OWN)
    template = template_shelf.entries()[0].load()

    rules = [f.rule for f in analyse("到××县三次。\n", template).findings]
    assert "leftover_placeholder" not in rules


def test_what_is_no_template_file_is_refused(tmp_path):
    path = tmp_path / "x.duizhaoreq"
    path.write_text(template_file.write(OWN).replace("individual", "nobody"), "utf-8")

    with pytest.raises(DataError, match="nobody"):
        own_shelf.read(path)
