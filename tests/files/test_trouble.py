"""What the system's errors mean, those of Windows by its own numbers, and what is said of them."""

import errno
import os
import sys
from pathlib import Path

import pytest

from assistant.files import disk, former_states, naming, origins, trouble
from assistant.files.trouble import Trouble, Unwritable
from assistant.reading import Unreadable


def of_windows(number: int, code: int) -> OSError:
    """Make the error that Python raises on Windows: its errno is only what comes nearest."""
    error = OSError(code, "…")
    error.winerror = number
    return error


WINDOWS = [
    (206, errno.ENOENT, Trouble.TOO_LONG, "太长"),
    (21, errno.EACCES, Trouble.GONE, "U盘或网络盘"),
    *((number, errno.EINVAL, Trouble.GONE, "U盘或网络盘") for number in (53, 59, 64, 433, 1006, 1167)),
    (225, errno.EINVAL, Trouble.INFECTED, "杀毒软件"),
    (32, errno.EACCES, Trouble.REFUSED, "WPS"),
    (112, errno.ENOSPC, Trouble.FULL, "磁盘已满"),
    (123, errno.EINVAL, Trouble.NAME, "换一个名称"),
    (9999, errno.EINVAL, Trouble.OTHER, "编号9999"),
]


@pytest.mark.parametrize("case", WINDOWS)
def test_windows_is_understood_by_its_own_number(tmp_path, monkeypatch, case):
    number, code, kind, told = case
    error = of_windows(number, code)
    assert trouble.of(error) is kind

    def fail(*_arguments, **_more):
        raise error

    monkeypatch.setattr(os, "open", fail)
    with pytest.raises(Unwritable, match=told):
        disk.replace_file(tmp_path / "稿子.docx", b"")


@pytest.mark.parametrize(
    ("number", "code", "told"),
    [
        (206, errno.ENOENT, "路径太长"),
        (21, errno.EACCES, "U盘或网络盘"),
        (5, errno.EACCES, "权限"),
        (225, errno.EINVAL, "病毒"),
    ],
)
def test_reading_says_the_same(tmp_path, monkeypatch, number, code, told):
    path = tmp_path / "稿子.docx"
    path.write_bytes(b"x")
    monkeypatch.setattr(Path, "open", lambda *_, **__: (_ for _ in ()).throw(of_windows(number, code)))
    with pytest.raises(Unreadable, match=told):
        disk.load_bytes(path)


def test_names_of_devices_are_refused_on_windows_alone(tmp_path, monkeypatch):
    for name in ("nul.docx", "CON", "com1.txt", "Lpt9 .duizhao", "AUX "):
        assert trouble.is_device(Path(name)) == (sys.platform == "win32")
    monkeypatch.setattr(sys, "platform", "win32")
    for name in ("nul.docx", "CON", "com1.txt", "Lpt9 .duizhao", "AUX "):
        assert trouble.is_device(tmp_path / name)
    for name in ("null.docx", "concrete.txt", "com10.txt", "稿子 con.docx"):
        assert not trouble.is_device(tmp_path / name)
    with pytest.raises(Unwritable, match="“nul”是系统保留的名称"):
        disk.replace_file(tmp_path / "nul.docx", b"")
    with pytest.raises(Unreadable, match="改名"):
        disk.load_bytes(tmp_path / "CON")


def test_a_locked_folder_is_told_at_once(tmp_path, monkeypatch):
    """Windows refuses to make a file where os.access says yes; a name taken by chance is tried again, a refusal is not."""
    tries = []

    def refuse(path, *_arguments):
        tries.append(path)
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(os, "open", refuse)
    with pytest.raises(Unwritable, match="权限"):
        disk.replace_file(tmp_path / "稿子.docx", b"")
    assert len(tries) == 1


def test_a_junction_is_not_walked_into(tmp_path, monkeypatch):
    assert not disk.leads_away(tmp_path)
    assert not disk.leads_away(tmp_path / "没有")
    monkeypatch.setattr("stat.IO_REPARSE_TAG_MOUNT_POINT", 0xA0000003, raising=False)

    class Junction:
        st_reparse_tag = 0xA0000003

    monkeypatch.setattr(Path, "lstat", lambda _: Junction())
    assert disk.leads_away(tmp_path)


@pytest.mark.skipif(os.name == "nt", reason="names are Unicode there")
def test_names_that_are_no_unicode_are_read_in_what_is_said():
    name = os.fsdecode("去年A的材料B.docx".encode("gb18030"))
    assert naming.readable(f"“{name}”没有改动。") == "“去年A的材料B.docx”没有改动。"
    assert naming.readable("“普通的名称.docx”没有改动。") == "“普通的名称.docx”没有改动。"


@pytest.mark.parametrize("name", ["a\0b.docx", "\ud800.docx", "字" * 300])
def test_a_name_that_no_file_can_have_is_looked_for_in_vain(name):
    path = Path("/tmp") / name
    assert former_states.saved_states(path) == []
    assert origins.recall(path) is None
    with pytest.raises(Unreadable):
        disk.load_bytes(path)


def test_nothing_is_said_of_a_file_that_was_not_there(tmp_path):
    error, path = OSError(errno.ENOSPC, ""), tmp_path / "稿.duizhao"
    assert "原来的文件" not in str(trouble.unwritable(error, path))
    path.write_bytes(b"")
    assert str(trouble.unwritable(error, path)).endswith("原来的文件没有变动。")


def test_what_was_not_done_is_said_once():
    full = trouble.unwritable(OSError(errno.ENOSPC, ""), Path("送审/张三.pdf"))
    original = trouble.is_original()

    assert trouble.not_done(full) == str(full)
    assert trouble.not_done(full, "导出PDF").startswith("磁盘已满，没有导出PDF“张三.pdf”。请清理磁盘")
    assert trouble.not_done(original, "导出") == f"没有导出。{original}"
    for kind in trouble.Trouble:
        number = next(iter(trouble._OF_ERRNO.get(kind, ())), 0)
        told = trouble.not_done(trouble.unwritable(OSError(number, "x"), Path("甲/乙.docx")), "导出")
        assert (told.count("没有导出"), "没有保存" in told) == (1, False), told
