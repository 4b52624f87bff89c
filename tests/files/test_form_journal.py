"""The form of 本次要求 behind the keyboard."""

import os
import stat
from dataclasses import replace

from assistant import paths
from assistant.files import form_journal, housekeeping, own_shelf
from assistant.files.form_journal import FormJournal
from assistant.templates import own_template

EMPTY = own_template.by_hand("2026-democratic-notice", 2026, "2025年度民主生活会")
FILES = (replace(EMPTY, name="2026年度专题民主生活会", unit_words=("河东局",)), replace(EMPTY, name="", subjects=()))


def test_what_a_window_that_died_left_is_found_again_as_it_stood():
    former = own_shelf.keep(EMPTY)
    first, second = FormJournal(), FormJournal()
    first.keep(FILES, "通知\r\n各支部：", None)
    second.keep(FILES[:1], "", former)
    assert form_journal.left() == []  # both windows are open

    first.kept.release()  # as the system does when the program dies
    second.kept.release()
    by_hand, corrected = sorted(form_journal.left(), key=lambda each: len(each.files), reverse=True)
    assert (by_hand.files, by_hand.notice, by_hand.former) == (FILES, "通知\n各支部：", None)
    assert (corrected.files, corrected.former, corrected.name) == (
        FILES[:1],
        former,
        "本次要求“2026年度专题民主生活会”",
    )
    if os.name == "posix":
        assert stat.S_IMODE(by_hand.journal.stat().st_mode) == 0o600
    changed = own_shelf.keep(replace(EMPTY, name="另一位改过的"), former)
    assert {each.former for each in form_journal.left()} == {None}  # it is not what the form was to replace
    own_shelf.forget(changed)
    assert {each.former for each in form_journal.left()} == {None}
    by_hand.discard()
    housekeeping.tidy()
    assert len(form_journal.left()) == 1
    housekeeping.clear_all()
    assert list((paths.home() / "journals").iterdir()) == []


def test_what_cannot_be_read_hides_nothing():
    folder = paths.home() / "journals"
    folder.mkdir(parents=True, exist_ok=True)
    damaged = (
        b"",
        b"[]",
        b'{"requirement": 1}',
        b'{"requirement": 1, "files": ["x ="]}',
        b'{"requirement": 2, "files": []}',
    )
    for number, content in enumerate(damaged):
        (folder / f"a{number}.requirement").write_bytes(b'{"time": 5}\n' + content)
    journal = FormJournal()
    journal.keep(FILES, "", None)
    journal.kept.release()

    assert [each.files for each in form_journal.left()] == [FILES]
