"""Modules out of the one file: they are those of their sources, and what is of no use there is left to Python."""

import importlib.util
import marshal
import os
import sys

import pytest

from assistant import kept_code, kept_modules

NAME, FILE = "assistant.made_up", "made_up.py"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """Give a folder that stands for the program's, with one module in it that was compiled beforehand."""
    monkeypatch.setattr(kept_code, "ROOT", tmp_path)
    monkeypatch.setattr(kept_code, "KEPT", tmp_path / "beforehand.bin")
    monkeypatch.setattr(kept_modules, "_FOLDER", f"{tmp_path}{os.sep}")
    source = tmp_path / FILE
    source.write_text("told = __file__", "utf-8")
    write(source)
    yield tmp_path
    kept_code.all_kept.cache_clear()


def write(source, code=None):
    code = code or marshal.dumps(compile("told = 'kept'", str(source), "exec"))
    state = source.stat()
    kept_code.KEPT.write_bytes(kept_code.written({NAME: (FILE, state.st_mtime_ns, state.st_size, code)}))
    kept_code.all_kept.cache_clear()


def found():
    return kept_modules._Finder.find_spec(NAME)


def loaded(spec):
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_a_module_is_what_was_compiled_of_its_source(folder):
    module = loaded(found())
    plain = importlib.util.spec_from_file_location(NAME, folder / FILE)
    assert module.told == "kept"
    assert (module.__file__, module.__cached__) == (str(folder / FILE), plain.cached)
    assert (module.__name__, module.__package__) == (NAME, "assistant")


def test_another_source_is_left_to_python(folder):
    (folder / FILE).write_text("told = 'changed'", "utf-8")
    assert found() is None
    (folder / FILE).unlink()
    assert found() is None


def test_the_same_length_at_another_time_is_another_source(folder):
    state = (folder / FILE).stat()
    os.utime(folder / FILE, ns=(state.st_atime_ns, state.st_mtime_ns + 10))
    assert found() is None


def test_what_lies_in_another_folder_now_is_left_to_python(folder, monkeypatch):
    monkeypatch.setattr(kept_code, "ROOT", folder / "moved")
    kept_code.all_kept.cache_clear()
    assert found() is None


@pytest.mark.parametrize("code", [b"\xff" * 9, marshal.dumps(7)])
def test_code_that_is_none_is_made_of_the_source(folder, code):
    write(folder / FILE, code)
    assert loaded(found()).told == str(folder / FILE)


def test_damaged_code_is_made_of_the_source(folder):
    whole = kept_code.KEPT.read_bytes()
    kept_code.KEPT.write_bytes(whole.replace(b"kept", b"kerf"))
    assert loaded(found()).told == str(folder / FILE)


@pytest.mark.parametrize("about", [7, (), (FILE,), (FILE, 1, 2, 3, 4, 5), (1, 2, 3, 4, 5, 6)])
def test_an_entry_that_is_none_is_left_to_python(folder, about, monkeypatch):
    monkeypatch.setattr(kept_code.all_kept(), "modules", {NAME: about})
    assert found() is None


def test_a_package_finds_what_is_in_it(monkeypatch):
    path = kept_code.ROOT / "rules" / "__init__.py"
    state = path.stat()
    about = (str(path.relative_to(kept_code.ROOT)), state.st_mtime_ns, state.st_size, 0, 0, 0)
    monkeypatch.setattr(kept_code.all_kept(), "modules", {"assistant.rules": about})
    spec = kept_modules._Finder.find_spec("assistant.rules")
    assert spec.submodule_search_locations == [str(path.parent)]
    assert kept_modules._Finder in sys.meta_path
