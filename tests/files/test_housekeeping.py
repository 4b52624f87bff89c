"""What the program leaves on a machine: private, tidied, counted, cleared."""

import os
import stat
import subprocess
import sys
import textwrap

import pytest

from assistant import paths
from assistant.files import (
    file_keys,
    folder_notes,
    former_states,
    housekeeping,
    journals,
    locks,
    naming,
    origins,
    own_shelf,
    processes,
    references,
    settings,
    shipped_shelf,
)
from assistant.files.draft import Draft, DraftFile
from assistant.files.settings import Settings

posix = pytest.mark.skipif(os.name != "posix", reason="permissions are those of POSIX")


def mode(path):
    return stat.S_IMODE(path.stat().st_mode)


def fill(tmp_path):
    """Keep something of each kind; give the draft."""
    path = tmp_path / "稿.duizhao"
    DraftFile(path).save(Draft("一稿"))
    former_states.keep_state(path, Draft("一稿"))
    origins.remember(path, tmp_path / "去年.docx")
    settings.save(Settings(name="林知远").with_recent(str(path)))
    references.keep("去年的材料")
    folder_notes.save(tmp_path, {"林知远": "已退回"})
    own_shelf.keep(shipped_shelf.read("2025-democratic"))
    journal = journals.Journal()
    journal.keep(Draft("没存的"), None)
    journal.kept.release()
    return path


@posix
def test_what_is_ours_is_for_the_user_alone(tmp_path):
    path = fill(tmp_path)

    found = [each for each in (paths.home(), *paths.home().rglob("*")) if each != paths.home().parent]
    assert {mode(each) for each in found if each.is_dir() and each != paths.home()} == {0o700}
    assert {mode(each) for each in found if each.is_file() and each.suffix != ".lock"} == {0o600}
    assert mode(path) == 0o600
    path.chmod(0o644)
    DraftFile.load(path)[0].save(Draft("二稿"))
    assert mode(path) == 0o644  # the user has opened it to others


@posix
def test_what_an_earlier_version_left_open_is_closed(tmp_path):
    fill(tmp_path)
    for each in (paths.home(), *paths.home().rglob("*")):
        each.chmod(0o755 if each.is_dir() else 0o644)
    housekeeping.tidy()

    assert {mode(each) for each in (paths.home(), *paths.home().rglob("*"))} == {0o700, 0o600}


KILLED = """
    import os, sys
    from pathlib import Path
    from assistant.files import disk, locks
    os.fsync = lambda handle: os._exit(9)  # as if it was killed
    locks.draft_lock(Path(sys.argv[1])).acquire()
    disk.replace_file(Path(sys.argv[1]), b"half written")
"""


@pytest.mark.skipif(sys.platform not in ("linux", "win32"), reason="there it is not told for certain who is running")
def test_what_a_killed_program_left_goes_at_the_next_start(tmp_path):
    path = tmp_path / "稿.duizhao"
    path.write_bytes(b"whole")
    subprocess.run([sys.executable, "-X", "utf8", "-c", textwrap.dedent(KILLED), str(path)], check=False)
    assert len(list(tmp_path.glob("*.tmp"))) == 1
    assert list((paths.home() / "locks").glob("*.lock"))
    own = tmp_path / f".别的.{processes.own_mark()}.0123abcd.tmp"
    own.write_bytes(b"being written")
    others = tmp_path / ".vimrc.tmp"
    others.write_bytes(b"")
    housekeeping.tidy([tmp_path, tmp_path])

    assert sorted(each.name for each in tmp_path.iterdir()) == sorted([path.name, own.name, others.name])
    assert path.read_bytes() == b"whole"
    assert not list((paths.home() / "locks").glob("*.lock"))


def test_locks_that_are_held_stay(tmp_path):
    lock = locks.draft_lock(tmp_path / "稿.duizhao")
    assert lock.acquire()
    housekeeping.tidy()
    assert list((paths.home() / "locks").glob("*.lock"))
    assert not locks.draft_lock(tmp_path / "稿.duizhao").acquire()
    lock.release()


def test_states_are_counted_and_those_of_deleted_drafts_are_known(tmp_path):
    path = fill(tmp_path)
    gone = tmp_path / "删了的.duizhao"
    former_states.keep_state(gone, Draft("从前"))
    former_states.keep_state(gone, Draft("从前写的"))

    first, second = housekeeping.former()
    assert (first.draft, first.number, first.there) == (gone, 2, False)
    assert (second.draft, second.number, second.there) == (path, 1, True)
    assert first.size > 200
    housekeeping.clear_former([first.folder])
    assert [each.draft for each in housekeeping.former()] == [path]
    assert not first.folder.exists()


def test_clearing_all_leaves_the_draft_and_open_windows_alone(tmp_path):
    path = fill(tmp_path)
    running = journals.Journal()
    running.keep(Draft("正在写"), None)
    housekeeping.clear_all()

    assert path.exists()
    assert (housekeeping.former(), origins.recall(path)) == ([], None)
    assert (settings.load().recent, settings.load().name) == ((), "")
    (left,) = (paths.home() / "journals").glob("*.journal")
    assert "正在写" in left.read_text("utf-8")
    running.close()


def test_a_folder_of_ours_that_is_none_stops_nobody(tmp_path, monkeypatch):
    (tmp_path / "file").write_bytes(b"")
    monkeypatch.setenv("DUIZHAO_HOME", str(tmp_path / "file"))
    housekeeping.tidy([tmp_path / "没有"])
    housekeeping.clear_all()

    assert (housekeeping.former(), housekeeping.left_journals()) == ([], [])


def test_a_public_machine_remembers_nobody(tmp_path):
    known = Settings(public=True, name="林知远", unit="某局", zoom=120)
    assert known.with_recent("甲").recent == ()
    settings.save(known)
    assert settings.load() == Settings(public=True, zoom=120)


def test_settings_bear_odd_values_and_names():
    odd = os.fsdecode("材料".encode("gbk") + b".duizhao") if os.name == "posix" else "材料.duizhao"
    settings.save(Settings().with_recent(odd))
    assert settings.load().recent == (odd,)
    file = paths.home() / "settings.json"
    file.write_text(r'{"recent": ["a\u0000b", 5, "\ud800", "好"], "name": "\ud800", "screen": "\udfff"}', "utf-8")
    half = () if os.name == "posix" else ("\ud800",)  # Windows takes any 16 bits for a letter of a name
    assert settings.load() == Settings(recent=(*half, "好"))
    for broken in (b"[" * 100_000, b'{"a":' * 100_000, b"\xff\xfe", b'{"zoom": 1e999}'):
        file.write_bytes(broken)
        assert settings.load() == Settings()


def test_where_a_source_lies_is_found_again(tmp_path):
    draft, source = tmp_path / "稿.duizhao", tmp_path / "去年.docx"
    origins.remember(draft, source)
    assert origins.recall(draft) == source
    assert origins.recall(tmp_path / "别的.duizhao") is None
    for broken in (b"[]", b"{", b'{"%s": {"source": "a\\u0000"}}' % file_keys.key_of(draft).encode()):
        (paths.home() / "origins.json").write_bytes(broken)
        assert origins.recall(draft) is None
    assert naming.shown_name(draft) == "稿.duizhao"


def test_the_texts_of_earlier_materials_are_private_listed_and_cleared():
    references.keep("2024年度民主生活会个人对照检查材料\n一、存在的问题\n有。")
    (kept,) = housekeeping.references()
    housekeeping.tidy()
    if os.name == "posix":
        assert kept.stat().st_mode & 0o077 == 0

    housekeeping.clear_all()
    assert housekeeping.references() == []
