"""A short day's work opens no socket but to the screen; `dev.py sockets` does a longer one, with worker processes."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import sockets


@pytest.mark.skipif(not shutil.which("strace"), reason="needs strace")
def test_nothing_is_reached_but_the_screen(long):
    command = [sys.executable, str(Path(__file__).with_name("sockets.py")), "--files", "30" if long else "3"]
    done = subprocess.run(command, check=False, capture_output=True, encoding="utf-8", timeout=600)

    assert done.returncode == 0, done.stdout + done.stderr
    assert "一天的工作做完" in done.stdout
    assert "打开的套接字" in done.stdout


def test_every_family_but_that_of_the_screen_is_seen():
    lines = [
        "7 socket(AF_UNIX, SOCK_STREAM|SOCK_CLOEXEC, 0) = 3",
        '7 connect(3, {sa_family=AF_UNIX, sun_path=@"/tmp/.X11-unix/X61"}, 21) = 0',
        "8 socket(AF_INET6, SOCK_STREAM, IPPROTO_TCP <unfinished ...>",
        "8 <... socket resumed>) = 4",
        "9 socket(AF_INET, SOCK_DGRAM|SOCK_CLOEXEC, IPPROTO_IP) = -1 EACCES (Permission denied)",
        "9 socketpair(AF_UNIX, SOCK_STREAM, 0, [7, 8]) = 0",
    ]
    assert sockets.families(lines) == {"AF_UNIX": 2, "AF_INET6": 1, "AF_INET": 1}
    assert sockets.peers(lines) == {"connect AF_UNIX /tmp/.XN-unix/XN": 1}


def test_a_screen_that_qt_cannot_reach_is_none(monkeypatch):
    monkeypatch.setattr(sockets.shutil, "which", lambda name: f"/usr/bin/{name}")
    loaded = []
    monkeypatch.setattr(sockets.ctypes, "CDLL", loaded.append)
    assert sockets.real_screen() == ["xvfb-run", "-a"]
    assert loaded[0].endswith("libqxcb.so")

    def missing(name):
        raise OSError(f"libxcb-cursor.so.0, which {name} needs, is not there")

    monkeypatch.setattr(sockets.ctypes, "CDLL", missing)
    assert sockets.real_screen() == []
