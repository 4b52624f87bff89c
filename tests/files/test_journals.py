import errno
import json
import subprocess
import sys
import textwrap
from contextlib import suppress

import pytest

from assistant import paths
from assistant.files import journals, locks, processes
from assistant.files.draft import Draft, DraftFile, Source
from assistant.files.journals import Journal, abandoned
from assistant.files.locks import draft_lock
from assistant.files.trouble import Unwritable


def test_a_second_window_does_not_get_the_lock(tmp_path):
    path = tmp_path / "稿.duizhao"
    first, second = draft_lock(path), draft_lock(path)

    assert first.acquire()
    assert not second.acquire()
    first.release()
    assert second.acquire()
    second.release()


def test_a_journal_in_use_is_not_offered():
    journal = Journal()
    journal.keep(Draft("正在写"), None)

    assert list(abandoned()) == []
    journal.close()
    assert list(abandoned()) == []


def test_what_a_killed_window_wrote_is_offered(tmp_path):
    script = f"""
        import os, signal
        from pathlib import Path
        from assistant.files.draft import Draft, DraftFile
        from assistant.files.journals import Journal
        Journal().keep(Draft("没来得及存"), DraftFile(Path({str(tmp_path / "稿.duizhao")!r})))
        os.kill(os.getpid(), signal.SIGKILL if hasattr(signal, "SIGKILL") else signal.SIGTERM)
    """
    subprocess.run([sys.executable, "-c", textwrap.dedent(script)], check=False)
    (found,) = abandoned()

    assert (found.draft.text, found.path) == ("没来得及存", tmp_path / "稿.duizhao")
    found.discard()
    assert list(abandoned()) == []


def test_an_unreadable_journal_disturbs_nobody():
    folder = paths.home() / "journals"
    folder.mkdir(parents=True)
    (folder / "x.journal").write_bytes(b"\x00broken")

    assert list(abandoned()) == []


def test_a_folder_of_our_own_that_cannot_be_used_stops_nobody(tmp_path, monkeypatch):
    (tmp_path / "file").write_bytes(b"")
    monkeypatch.setattr(paths, "home", lambda: tmp_path / "file")
    path = tmp_path / "稿.duizhao"

    assert draft_lock(path).acquire()
    assert list(abandoned()) == []


KILLED = """
    import os, signal, sys
    from pathlib import Path
    from assistant.files import locks, journals
    from assistant.files.draft import Draft, DraftFile
    {setup}
    journal = journals.Journal()
    print(journal.keep(Draft("没来得及存"), DraftFile(Path(sys.argv[1]))), flush=True)
    {end}
"""


def run(path, *, setup="", end="os.kill(os.getpid(), signal.SIGKILL)"):
    """Let another program keep a journal, and wait for its first line; it waits for a line itself where it is not killed."""
    script = textwrap.dedent(KILLED.format(setup=setup, end=end))
    other = subprocess.Popen(
        [sys.executable, "-X", "utf8", "-c", script, str(path)],
        stdout=subprocess.PIPE,
        stdin=subprocess.PIPE,
        encoding="utf-8",
    )
    return other, other.stdout.readline().strip()


def end(other):
    other.kill()
    other.communicate()


@pytest.fixture
def broken_home(tmp_path, monkeypatch):
    """A folder of our own that is none."""
    home = tmp_path / "坏的"
    home.write_bytes(b"")
    monkeypatch.setenv("DUIZHAO_HOME", str(home))
    return home


def test_where_our_folder_cannot_be_written_the_journal_lies_beside_the_draft(tmp_path, broken_home):
    folder = tmp_path / "U盘"
    folder.mkdir()
    path = folder / "稿.duizhao"
    other, told = run(path, end="sys.stdin.readline()")
    assert told == "没有找到存放的位置"
    assert list(journals.left_of(path)) == []  # its window is open
    end(other)

    (found,) = journals.left_of(path)
    assert (found.draft.text, found.path) == ("没来得及存", path)
    assert list(journals.left_of(folder / "别的.duizhao")) == []
    assert [each.draft.text for each in abandoned([folder])] == ["没来得及存"]
    found.discard()
    assert list(folder.iterdir()) == []


def test_a_journal_comes_home_when_it_can(tmp_path, broken_home):
    path, journal = tmp_path / "稿.duizhao", Journal()
    file = DraftFile(path)
    assert journal.keep(Draft("一"), file)
    broken_home.unlink()
    assert journal.keep(Draft("二"), file) == ""

    assert not list(tmp_path.glob(".*.journal"))
    assert len(list(broken_home.rglob("*.journal"))) == 1
    journal.close()
    assert not list(broken_home.rglob("*.journal"))


def test_what_can_be_kept_nowhere_is_said(tmp_path, broken_home):
    with pytest.raises(Unwritable) as raised:
        Journal().keep(Draft("没有存过的"), None)
    assert raised.value.cause == "没有找到存放的位置"
    with pytest.raises(Unwritable):
        Journal().keep(Draft("一"), DraftFile(tmp_path / ("x" * 300) / "稿.duizhao"))


NO_LOCKS = "locks._lock = lambda file: (_ for _ in ()).throw(OSError(37, 'No locks available'))"


@pytest.mark.skipif(sys.platform not in ("linux", "win32"), reason="there it is not told for certain who is running")
def test_where_there_are_no_locks_a_running_windows_journal_is_not_offered(tmp_path, monkeypatch):
    path = tmp_path / "稿.duizhao"
    other, _ = run(path, setup=NO_LOCKS, end="locks.draft_lock(Path(sys.argv[1])).acquire(); sys.stdin.readline()")

    def none(_file):
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr(locks, "_lock", none)
    assert list(abandoned()) == []
    end(other)
    assert [each.draft.text for each in abandoned()] == ["没来得及存"]
    lock = draft_lock(path)
    assert lock.acquire()
    lock.release()


@pytest.mark.skipif(sys.platform not in ("linux", "win32"), reason="there it is not told for certain who is running")
def test_where_there_are_no_locks_a_draft_is_not_opened_twice(tmp_path, monkeypatch):
    def none(_file):
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr(locks, "_lock", none)
    lock = draft_lock(tmp_path / "稿.duizhao")
    assert lock.acquire()
    other = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", textwrap.dedent(f"""
            import sys
            from pathlib import Path
            from assistant.files import locks, journals
            {NO_LOCKS}
            sys.exit(locks.draft_lock(Path(sys.argv[1])).acquire())
        """), str(tmp_path / "稿.duizhao")], check=False
    )  # fmt: skip
    assert other.returncode == 0
    lock.release()


def test_a_mark_of_another_machine_tells_nothing():
    number, machine, started = processes.own_mark().split("-")
    assert processes.is_running(processes.own_mark()) in (True, None)
    assert processes.is_running(f"{number}-{int(machine, 16) ^ 1:08x}-{started}") is None
    if sys.platform in ("linux", "win32"):
        assert processes.is_running(processes.own_mark()) is True
        assert processes.is_running(f"{number}-{machine}-{int(started, 16) ^ 1:08x}") is False


def test_a_journal_whose_folder_was_cleared_is_missed():
    journal = Journal()
    journal.keep(Draft("一"), None)
    assert journal.there
    for path in (paths.home() / "journals").iterdir():
        with suppress(PermissionError):  # Windows keeps what is open: the lock
            path.unlink()
    assert not journal.there
    journal.keep(Draft("一"), None)
    assert journal.there
    assert list(abandoned()) == []  # and it is locked again
    journal.close()


@pytest.mark.parametrize(
    "head",
    [
        {"path": 5, "time": float("nan")},
        {"path": "稿\0.duizhao", "time": 1e300},
        {"path": "稿" * 300, "time": 10**400},
        {"time": None},
        {"path": None, "time": -1, "known": []},
    ],
)
def test_odd_heads_of_journals_hide_nothing(head):
    folder = paths.home() / "journals"
    folder.mkdir(parents=True)
    whole = json.dumps({"format": 1, "text": "正文"}).encode()
    (folder / "a.journal").write_bytes(json.dumps(head).encode() + b"\n" + whole)
    (folder / "b.journal").write_bytes(b"[" * 100000)
    (folder / "c.journal").write_bytes(b'{"path": null, "time": 5}\n' + whole)

    found = list(abandoned())
    assert [each.draft.text for each in found] == ["正文", "正文"]
    assert all(0 <= each.time < 4e9 and each.name for each in found)


def test_where_the_source_lies_is_told_in_our_own_folder_only(tmp_path, broken_home):
    source = Source("去年.docx", "", tmp_path / "去年.docx")
    journal = Journal()
    journal.keep(Draft("一", source=source), DraftFile(tmp_path / "稿.duizhao"))
    (beside,) = tmp_path.glob(".*.journal")
    assert b"source" in beside.read_bytes()
    assert str(tmp_path / "去年.docx").encode() not in beside.read_bytes()
    broken_home.unlink()
    journal.keep(Draft("一", source=source), None)
    journal.kept.release()
    (found,) = abandoned()
    assert found.draft.source == source
    found.discard()


def test_what_was_saved_before_the_kill_is_not_offered_again(tmp_path):
    path, journal = tmp_path / "稿.duizhao", Journal()
    file = DraftFile(path).save(Draft("一"))
    source = Source("去年.docx", "ab", tmp_path / "去年.docx")
    journal.keep(Draft("二", source=source), file)
    file.save(Draft("二", exported="cd", source=source))
    journal.kept.release()  # as the system does when a program dies
    assert list(abandoned()) == []
    assert not list(paths.home().rglob("*.journal"))
    journal.keep(Draft("三", source=source), file)
    journal.kept.release()
    assert [each.draft.text for each in abandoned()] == ["三"]
