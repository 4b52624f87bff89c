"""Who may read what the program writes: one rule for all that is saved, exported and printed."""

import os
import re
import stat

import pytest

from assistant import paths
from assistant.files import disk, permissions

posix = pytest.mark.skipif(os.name != "posix", reason="只有POSIX系统有这样的权限")
SOURCES = paths.resources().parent / "assistant"


def mode(path):
    return stat.S_IMODE(path.stat().st_mode)


@posix
@pytest.mark.parametrize(
    ("folder", "private", "new"),
    [
        (0o755, False, 0o600),
        (0o700, True, 0o600),
        (0o777, False, 0o640),  # several people write there
        (0o777, True, 0o600),
        (0o1777, False, 0o600),  # as /tmp
        (0o775, False, 0o600),  # the user's own group, as where each user has one
    ],
)
def test_a_new_file_is_the_users_unless_its_folder_is_shared(tmp_path, folder, private, new):
    place = tmp_path / "某处"
    place.mkdir()
    place.chmod(folder)
    before = os.umask(0o027)
    try:
        disk.replace_file(place / "导出.docx", b"1", private=private)
        with permissions.kept_in(place / "打印.pdf", private=private):
            (place / "打印.pdf").write_bytes(b"1")
        assert os.umask(0o027) == 0o027
    finally:
        os.umask(before)
    assert (mode(place / "导出.docx"), mode(place / "打印.pdf")) == (new, new)


@posix
def test_a_group_of_others_makes_a_folder_shared(tmp_path, monkeypatch):
    place = tmp_path / "科室"
    place.mkdir()
    place.chmod(0o770)
    monkeypatch.setattr(os, "getgid", lambda: place.stat().st_gid + 1)
    assert permissions.of_new(place / "材料.docx", private=False) != permissions.ALONE


@posix
def test_what_is_printed_over_a_file_leaves_it_as_open_as_it_was(tmp_path):
    path = tmp_path / "打印.pdf"
    path.write_bytes(b"1")
    path.chmod(0o644)
    with permissions.kept_in(path, private=True):
        path.write_bytes(b"2")
    assert mode(path) == 0o644


def test_nothing_is_written_or_printed_by_another_way():
    """The trial that the program makes of itself writes into a folder of its own that goes again."""
    ways = re.compile(r"\.write_(?:text|bytes)\(|\bopen\([^)]*[\"'][wax]b?[\"']|QPrintDialog\(|QPrinter\(|QSaveFile")
    found = {
        path.relative_to(SOURCES).as_posix() for path in SOURCES.rglob("*.py") if ways.search(path.read_text("utf-8"))
    }
    assert found == {"ui/page/printers.py", "ui/self_check.py"}
