import subprocess
import sys
import textwrap

from assistant.files import safekeeping
from assistant.files.draft import Draft
from assistant.files.safekeeping import Journal, abandoned, draft_lock, keep_state, saved_states


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
        from assistant.files.safekeeping import Journal
        Journal().keep(Draft("没来得及存"), DraftFile(Path({str(tmp_path / "稿.duizhao")!r})))
        os.kill(os.getpid(), signal.SIGKILL if hasattr(signal, "SIGKILL") else signal.SIGTERM)
    """
    subprocess.run([sys.executable, "-c", textwrap.dedent(script)], check=False)
    (found,) = abandoned()

    assert (found.draft.text, found.path) == ("没来得及存", tmp_path / "稿.duizhao")
    found.discard()
    assert list(abandoned()) == []


def test_the_last_five_saved_states_are_kept(tmp_path):
    path = tmp_path / "稿.duizhao"
    for number in range(7):
        keep_state(path, Draft(f"第{number}稿"))
    keep_state(path, Draft("第6稿"))  # saved again unchanged

    assert [state.load().text for state in saved_states(path)] == ["第6稿", "第5稿", "第4稿", "第3稿", "第2稿"]


def test_an_unreadable_journal_disturbs_nobody():
    folder = safekeeping.paths.home() / "journals"
    folder.mkdir(parents=True)
    (folder / "x.journal").write_bytes(b"\x00broken")

    assert list(abandoned()) == []


def test_a_folder_of_our_own_that_cannot_be_used_stops_nobody(tmp_path, monkeypatch):
    (tmp_path / "file").write_bytes(b"")
    monkeypatch.setattr(safekeeping.paths, "home", lambda: tmp_path / "file")
    path = tmp_path / "稿.duizhao"

    assert draft_lock(path).acquire()
    keep_state(path, Draft("一稿"))
    assert saved_states(path) == []
    assert list(abandoned()) == []


def test_an_unreadable_newest_state_does_not_stop_keeping(tmp_path):
    path = tmp_path / "稿.duizhao"
    keep_state(path, Draft("一稿"))
    newest = saved_states(path)[0].path
    newest.unlink()
    newest.mkdir()
    keep_state(path, Draft("二稿"))

    assert saved_states(path)[0].load().text == "二稿"
