"""Where the user's files are: his own folder, or beside a program that is carried about."""

import sys

import pytest

from assistant import paths
from assistant.ui.document import file_places


@pytest.fixture
def program(tmp_path, monkeypatch):
    """Pretend to be a packaged program in a folder."""
    monkeypatch.delenv("DUIZHAO_HOME", raising=False)
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "duizhao.exe"))
    return tmp_path


def test_an_installed_program_keeps_to_the_users_own_folder(program):
    assert paths.portable() is None
    assert program not in paths.home().parents


def test_a_carried_program_keeps_everything_beside_itself(program, monkeypatch):
    (program / "portable.txt").touch()

    assert paths.home() == program / "Data"
    assert file_places.folder(None).parent == program / "Data"  # drafts too
    monkeypatch.setenv("DUIZHAO_HOME", str(program / "elsewhere"))
    assert paths.home() == program / "elsewhere"


def test_the_mark_means_nothing_beside_a_python(program, monkeypatch):
    (program / "portable.txt").touch()
    monkeypatch.delattr(sys, "frozen")

    assert paths.portable() is None
