"""Printers are asked for at this machine's own service, unless the machine or its user has named another."""

import os
import sys
from pathlib import Path

import pytest

from assistant.files import print_service

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="CUPS asks so on Linux")


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    monkeypatch.delenv("CUPS_SERVER", raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setattr(print_service, "_SETTINGS", (tmp_path / "etc.conf", Path(".cups/client.conf")))
    (tmp_path / ".cups").mkdir()
    return tmp_path


def server():
    with print_service.of_this_machine():
        return os.environ.get("CUPS_SERVER", "")


def test_it_is_the_socket_of_this_machine_and_only_while_it_is_asked(home, monkeypatch):
    assert server() in ("/run/cups/cups.sock", "/var/run/cups/cups.sock")
    assert "CUPS_SERVER" not in os.environ
    (home / "cups.sock").touch()
    monkeypatch.setattr(print_service, "_SOCKETS", (home / "none", home / "cups.sock"))
    assert server() == str(home / "cups.sock")


@pytest.mark.parametrize("name", ["etc.conf", ".cups/client.conf"])
def test_a_server_that_was_named_is_left(home, name):
    (home / name).write_text("# ServerName old\nEncryption IfRequested\n", "utf-8")
    assert server().endswith("cups.sock")
    (home / name).write_text("Encryption IfRequested\n  servername print.example\n", "utf-8")
    assert server() == ""


def test_what_the_session_says_is_left(monkeypatch):
    monkeypatch.setenv("CUPS_SERVER", "print.example")
    assert server() == "print.example"
    assert os.environ["CUPS_SERVER"] == "print.example"
