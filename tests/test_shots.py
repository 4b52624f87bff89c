"""Pictures made by one command: they are there, small, as large as the screen, and shown in README or guide."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

ROOT = Path(__file__).resolve().parent.parent
SHOTS = ROOT / "tests" / "shots"
PICTURES = ROOT / "docs" / "pictures"
MOST_BYTES = 2_500_000


@pytest.mark.skipif(sys.platform == "win32", reason="a screen of any size is made only where there is none")
def test_one_command_takes_them(qapp, tmp_path):
    environment = {name: value for name, value in os.environ.items() if name != "QT_QPA_PLATFORM"}
    command = [sys.executable, SHOTS, tmp_path, "--scales", "150", "--looks", "dark", "--only", "open", "start"]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    taken = {path.name: QImage(str(path)) for path in tmp_path.glob("*.png")}
    assert set(taken) == {"open-dark-150.png", "start-dark-150.png"}
    for picture in taken.values():
        assert (picture.width(), picture.height()) == (1920, 1080)
        assert picture.format() == QImage.Format.Format_Indexed8
        shades = {picture.pixelColor(x, y).lightness() for x in range(0, 1920, 40) for y in range(0, 1080, 40)}
        assert len(shades) > 3  # it is not blank


def test_sheets_are_laid_out_where_no_program_runs(qapp, tmp_path):
    """As the command does once all pictures are taken."""
    for name in ("start.png", "start-dark.png"):
        QImage(96, 60, QImage.Format.Format_RGB32).save(str(tmp_path / name))
    told = "import sys; from pathlib import Path; sys.path.insert(0, sys.argv[1]); import sheets; here = Path(sys.argv[2]); "
    told += "print(sheets.make(sheets.by_scene([here], ['light', 'dark']), here / 'sheets'))"
    environment = {name: value for name, value in os.environ.items() if name != "QT_QPA_PLATFORM"}
    command = [sys.executable, "-c", told, SHOTS, tmp_path]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout.strip()) == (0, "1"), done.stderr
    assert QImage(str(tmp_path / "sheets" / "start.png")).width() == 2 * 960


def test_the_pictures_of_readme_and_guide_are_there_and_small(qapp):
    pages = [ROOT / "README.md", *(ROOT / "docs").glob("*.md")]
    shown = {
        (page.parent / name).resolve()
        for page in pages
        for name in re.findall(r"\]\(([^)]+\.png)\)", page.read_text("utf-8"))
    }
    taken = set(PICTURES.glob("*.png"))
    assert {path for path in shown if path.parent == PICTURES} <= taken
    light = {path for path in taken if not path.stem.endswith("-dark")}
    assert len(light) >= 10
    assert {path.with_stem(f"{path.stem}-dark") for path in light} == taken - light
    assert light - shown == set()
    assert sum(path.stat().st_size for path in taken) < MOST_BYTES
    for path in taken:
        assert QImage(str(path)).size().toTuple() == (1366, 768), path
