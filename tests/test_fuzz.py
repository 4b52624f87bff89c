"""Damaged and crafted files of the kinds that the program itself keeps; those of the readers are in files/test_readers."""

import json
import os
import subprocess
import sys

import file_samples
import fuzz
import own_files
import pytest

from assistant.strict_toml import DataError, load
from assistant.templates.template_file import TemplateFile


@pytest.mark.parametrize("kind", own_files.SAMPLES)
def test_no_damage_brings_a_door_of_our_own_down(kind, long):
    for mutant in fuzz.mutants(kind, 2000 if long else 40, seed=23):
        assert fuzz.strike(kind, mutant) < fuzz.SECONDS


@pytest.mark.parametrize("kind", file_samples.TABLES)
def test_no_damage_brings_the_reading_of_tables_down(kind, long):
    assert "学习不够" in fuzz.door(kind)(file_samples.TABLES[kind]())
    for mutant in fuzz.mutants(kind, 2000 if long else 40, seed=23):
        assert fuzz.strike(kind, mutant) < fuzz.SECONDS


def test_tables_alone_are_let_in(tmp_path):
    """Each in a file, in a folder that nothing else has made."""
    command = [sys.executable, fuzz.__file__, "2", "--kind", "xlsx"]
    ran = subprocess.run(
        command,
        env={**os.environ, "TMPDIR": str(tmp_path)},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )

    assert (ran.returncode, ran.stderr) == (0, "")
    assert "没有出错" in ran.stdout


@pytest.mark.parametrize("kind", own_files.SAMPLES)
def test_what_is_whole_comes_through(kind):
    own_files.DOORS[kind](own_files.SAMPLES[kind]())
    if kind not in ("template", "journal"):
        assert json.loads(own_files.SAMPLES[kind]())


@pytest.mark.parametrize(
    ("value", "told"),
    [
        ("9" * 5000, "里面的数太大"),
        ("0x" + "f" * 5000, "太大"),
        ("[" * 3000 + "]" * 3000, "套得太深"),
        ("10000000000", "数太大"),
        ('"' + "长" * 5000 + '"', "……"),
    ],
)
def test_odd_numbers_and_nesting_are_answered_in_short(value, told):
    with pytest.raises(DataError, match=told) as raised:
        load(TemplateFile, f"format = {value}\n", "要求.toml")
    assert len(str(raised.value)) < 300
