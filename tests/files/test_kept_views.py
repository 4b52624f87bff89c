"""What the window showed of a draft: found again only where all is as it was."""

import os

import pytest

from assistant import paths
from assistant.files import housekeeping, kept_views


def test_what_was_kept_is_found_where_all_it_depends_on_is_the_same(tmp_path):
    draft = tmp_path / "稿.duizhao"
    kept_views.keep(draft, b"program 1, text", b"[1]")

    assert kept_views.read(draft, b"program 1, text") == b"[1]"
    assert kept_views.read(draft, b"program 2, text") is None
    assert kept_views.read(tmp_path / "另一份.duizhao", b"program 1, text") is None


def test_of_a_damaged_file_nothing_is_taken(tmp_path):
    draft = tmp_path / "稿.duizhao"
    kept_views.keep(draft, b"text", b"[1, 2, 3]")
    (file,) = kept_views.kept()
    whole = file.read_bytes()
    for at in range(len(whole)):
        file.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        assert kept_views.read(draft, b"text") is None
        file.write_bytes(whole[:at])
        assert kept_views.read(draft, b"text") is None
    file.unlink()
    file.mkdir()
    assert kept_views.read(draft, b"text") is None


def test_only_those_of_the_last_drafts_stay_and_no_longest_one(tmp_path, monkeypatch):
    drafts = [tmp_path / f"{n}.duizhao" for n in range(kept_views.MOST + 3)]
    for n, draft in enumerate(drafts):
        kept_views.keep(draft, b"", b"[]")
        for file in kept_views.kept():
            if kept_views.read(draft, b"") and file == kept_views._file(draft):
                os.utime(file, (n, n))

    assert [kept_views.read(draft, b"") for draft in drafts] == [None] * 3 + [b"[]"] * kept_views.MOST
    monkeypatch.setattr(kept_views, "_LARGEST", 10)
    kept_views.keep(drafts[-1], b"", b"[]" * 6)
    assert kept_views.read(drafts[-1], b"") is None
    assert len(kept_views.kept()) == kept_views.MOST - 1


def test_it_is_private_and_cleared(tmp_path):
    kept_views.keep(tmp_path / "稿.duizhao", b"", b"[]")
    (file,) = kept_views.kept()
    if os.name == "posix":
        assert (file.stat().st_mode & 0o777, file.parent.stat().st_mode & 0o777) == (0o600, 0o700)
    housekeeping.clear_all()

    assert kept_views.kept() == []


@pytest.mark.skipif(os.name != "posix", reason="a file in the place of the folder")
def test_where_nothing_can_be_written_there_is_none(tmp_path):
    paths.home().mkdir(parents=True, exist_ok=True)
    (paths.home() / "views").write_bytes(b"")
    kept_views.keep(tmp_path / "稿.duizhao", b"", b"[]")

    assert kept_views.read(tmp_path / "稿.duizhao", b"") is None
    assert kept_views.kept() == []
