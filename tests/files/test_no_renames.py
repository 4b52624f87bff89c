"""Places that rename nothing, homes that lock nothing: all that is kept is kept there too, and what is said is true."""

import errno
import itertools
import os
import time
from pathlib import Path

import pytest

from assistant import paths
from assistant.files import (
    criticism_file,
    disk,
    draft,
    draft_and_word,
    former_states,
    housekeeping,
    journals,
    kept_file,
    layouts,
    locks,
    opening,
    processes,
)
from assistant.files import settings as kept_settings
from assistant.files.criticism_file import CriticismFile, Keeping
from assistant.files.disk import replace_file
from assistant.files.draft import Draft, DraftFile
from assistant.files.journals import Journal
from assistant.files.trouble import Unwritable
from assistant.review.criticism import Criticism, Form

REFUSALS = (errno.EXDEV, errno.EPERM, errno.EACCES, errno.EINVAL, errno.ENOSYS, errno.EOPNOTSUPP, errno.EEXIST)
UNLOCKED = (0, errno.ENOLCK, errno.ENOSYS, errno.EOPNOTSUPP)
OLD, NEW = "一、问题\n旧的一稿，写得长一些。", "一、问题\n新的一稿。"
SAID = Form((Criticism("王明远", "盯落实不够"),))


class Place:
    """Lets renaming into some folders, or all locking, fail."""

    def __init__(self, monkeypatch):
        self.refusing, self.error, self.locking, self.asked = (), 0, 0, 0
        rename, lock = Path.replace, locks._lock

        def replace(path, target):
            if any(Path(target).is_relative_to(each) for each in self.refusing):
                self.asked += 1
                raise OSError(self.error, os.strerror(self.error))
            return rename(path, target)

        def take(file):
            if self.locking:
                raise OSError(self.locking, os.strerror(self.locking))
            lock(file)

        monkeypatch.setattr(Path, "replace", replace)
        monkeypatch.setattr(locks, "_lock", take)
        monkeypatch.setattr(disk, "_PAUSES", ())


@pytest.fixture
def place(monkeypatch):
    return Place(monkeypatch)


def lived(folder, home, monkeypatch, layout):
    """Write, keep, save twice, export, in a folder and a home of ours; give what was left and what was said."""
    monkeypatch.setenv("DUIZHAO_HOME", str(home))
    path, journal, keeping = folder / "稿.duizhao", Journal(), Keeping()
    said = [journal.keep(Draft(OLD), None)]
    first = draft_and_word.save_as(Draft(OLD), path, None, layout)
    assert first.lock
    journal.keep(Draft(NEW), first.file)
    found = [each.draft.text for each in journals.abandoned()]
    saved = draft_and_word.save(Draft(NEW, exported=first.exported), first.file, layout)
    if layout:
        assert draft_and_word.export(Draft(NEW), folder / "另存.docx", layout, saved.file).file == saved.file
    keeping.keep(SAID, None)
    criticism = CriticismFile(folder / "批评.duizhaocrit").save(Form())
    criticism.save(SAID)
    kept_settings.save(kept_settings.Settings(name="林知远"))
    said += [first.state_cause, first.told, saved.state_cause, saved.told]
    housekeeping.tidy([folder])
    kept_file.clear_left()
    assert (found, journal.there, keeping.kept.path.exists()) == ([], True, True)  # our own are nobody's to take
    return journal, keeping, first, saved, said


def test_where_nothing_is_renamed_all_is_kept(place, tmp_path, monkeypatch):
    gb9704 = layouts.named("gb9704")
    cases = itertools.chain(zip(REFUSALS, itertools.cycle(UNLOCKED)), [(errno.EXDEV, errno.ENOLCK)])
    for number, (error, locking) in enumerate(cases):
        folder, home = tmp_path / f"盘{number}", tmp_path / f"家{number}"
        folder.mkdir()
        layout = gb9704 if number < 3 else None  # which takes its time, and makes a difference for each place once
        places = ((folder,), (home,), (folder, home))[number % 3]
        place.refusing, place.error, place.locking, place.asked = places, error, locking, 0
        journal, keeping, first, saved, said = lived(folder, home, monkeypatch, layout)
        path = folder / "稿.duizhao"

        assert said == [""] * 5
        assert place.asked > 3
        whole = folder not in places
        assert (first.file.whole, saved.file.whole) == (
            whole,
            whole,
        )  # else the writer is told that a power cut breaks it
        assert DraftFile.load(path)[1].text == NEW
        assert [state.load().text for state in former_states.saved_states(path)] == [NEW, OLD]
        if layout:
            assert opening.read(folder / "稿.docx").text == opening.read(folder / "另存.docx").text == NEW
        assert draft.decode(journal.kept.path.read_bytes().partition(b"\n")[2]).text == NEW
        assert CriticismFile.load(folder / "批评.duizhaocrit")[1] == SAID
        assert kept_settings.load().name == "林知远"
        assert [each for there in (folder, home) for each in there.rglob("*.tmp")] == []
        if os.name == "posix":
            kept = [each for each in paths.home().rglob("*") if each.is_file() and each.suffix != ".lock"]
            assert {each.stat().st_mode & 0o077 for each in kept} == {0}
            assert path.stat().st_mode & 0o077 == 0
        place.locking = 0
        journal.close()
        assert saved.lock is None
        first.lock.release()
        keeping.kept.release()
        assert [each.form for each in criticism_file.unsaved()] == [SAID]
        keeping.clear()


@pytest.mark.parametrize("there", [True, False])
def test_what_fails_half_written_leaves_what_was_there(place, tmp_path, monkeypatch, there):
    path = tmp_path / "稿.duizhao"
    if there:
        replace_file(path, OLD.encode())
    place.refusing, place.error = (tmp_path,), errno.EXDEV
    really, filled = disk._fill, []

    def fill(file, data):
        filled.append(data)
        if len(filled) == 1:
            file.write(data[:7])
            file.flush()
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        really(file, data)

    monkeypatch.setattr(disk, "_fill", fill)
    with pytest.raises(Unwritable, match="磁盘已满，没有保存“稿"):
        replace_file(path, NEW.encode())

    assert [each.name for each in tmp_path.iterdir()] == (["稿.duizhao"] if there else [])
    assert not there or path.read_text("utf-8") == OLD


def test_a_place_that_takes_no_new_file_says_so(place, tmp_path, monkeypatch):
    place.refusing, place.error = (tmp_path,), errno.EXDEV

    def refuse(*_):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    monkeypatch.setattr(disk, "_write_new", refuse)
    with pytest.raises(Unwritable, match=r"没有写入.*的权限"):
        draft_and_word.save_as(Draft(NEW), tmp_path / "稿.duizhao", None, None)
    assert list(tmp_path.iterdir()) == []
    lock = locks.draft_lock(tmp_path / "稿.duizhao")
    assert lock.acquire()  # nobody holds what was not saved
    lock.release()


def test_a_journal_that_another_machine_may_be_writing_is_not_cleared(place, tmp_path, monkeypatch):
    monkeypatch.setenv("DUIZHAO_HOME", str(tmp_path))
    journal = Journal()
    journal.keep(Draft(NEW), None)
    path = journal.kept.path
    journal.kept.release()
    place.locking = errno.ENOLCK
    number, machine, started = processes.own_mark().split("-")
    other = f"{number}-{int(machine, 16) ^ 1:08x}-{started}"
    path.with_suffix(".lock").write_text(other, "ascii")
    for _ in range(2):  # who looks takes nothing away from it
        assert list(journals.abandoned()) == []
        kept_file.clear_left()
        assert (path.exists(), path.with_suffix(".lock").read_text("ascii")) == (True, other)
    os.utime(path, (time.time() - 90_000.0,) * 2)
    kept_file.clear_left()
    assert not path.exists()
