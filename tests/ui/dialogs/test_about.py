"""关于 and the licences: everything that is installed with the program has its licence, and it can be read."""

import re
from importlib import metadata
from pathlib import Path

import pytest
import tomli

from assistant import __version__, paths
from assistant.files import licences
from assistant.ui.dialogs.about import AboutDialog


def wanted() -> set[str]:
    """Name all distributions that the program needs to run, by walking what each asks for."""
    project = tomli.loads(Path(__file__).resolve().parents[3].joinpath("pyproject.toml").read_text("utf-8"))["project"]
    found, waiting = set(), list(project["dependencies"])
    while waiting:
        requirement, _, marker = waiting.pop().partition(";")
        if "extra" in marker or "python_version <" in marker:
            continue
        name = re.sub(r"[-_.]+", "-", re.match(r"[\w.-]+", requirement)[0]).lower()
        if name not in found:
            found.add(name)
            waiting += metadata.requires(name) or ()
    return found


def test_all_that_is_needed_has_its_licence():
    listed = {re.sub(r"[-_.]+", "-", each).lower() for part in licences.components() for each in part.packages}

    assert wanted() <= listed


def test_every_text_is_there_and_belongs_to_something():
    named = {name for each in licences.components() for name in each.texts}

    assert named == {path.name for path in paths.shipped("licences", "*.txt")}
    for each in licences.components():
        assert all(len((paths.resources() / "licences" / name).read_text("utf-8")) > 500 for name in each.texts)
        assert re.search("[一-鿿]", each.told)
        assert each.told.endswith("。")


@pytest.fixture
def dialog(qtbot):
    made = AboutDialog(None)
    qtbot.addWidget(made)
    return made


def test_the_version_and_each_licence_are_shown(dialog):
    assert any(__version__ in label.text() for label in dialog.findChildren(type(dialog._about)))
    for row, each in enumerate(licences.components()):
        dialog._parts.setCurrentRow(row)
        assert each.licence in dialog._about.text()
        assert dialog._text.toPlainText() == licences.text(each)
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in licences.text(licences.components()[1])
