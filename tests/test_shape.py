"""The house keeps its shape: which room may import which, which libraries live where, names, sizes of functions."""

import ast
import re
from collections import Counter
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path
from typing import NamedTuple

import pytest

import assistant

PACKAGE = Path(assistant.__file__).parent
MODULES = sorted(PACKAGE.rglob("*.py"))

# A room imports only from rooms above it (ARCHITECTURE.md); inside a room any order without circles.
GROUND = (
    "paths",
    "kept_code",
    "kept_modules",
    "first_characters",
    "patterns",
    "text",
    "certainty",
    "strict_toml",
    "finding",
    "reading",
    "anchors",
    "rounds",
    "decisions",
    "text_memory",
)
ROOMS = (
    "ground",
    "language",
    "structure",
    "templates",
    "facts",
    "rules",
    "review",
    "files",
    "commands",
    "ui.base",  # what all rooms of the window stand on
    "ui.document",
    "ui.panels",
    "ui.page",
    "ui.dialogs",
    "ui.work",
    "ui",  # the window itself, which makes and joins
    "__main__",
)
UI_BASE = (
    "theme",
    "fonts",
    "appearance",
    "icons",
    "keys",
    "drawn_signs",
    "announcing",
    "eliding",
    "screens",
    "dismissing",
    "free_memory",
    "asking",
    "buttons",
    "choosing",
    "dropping",
    "pasted",
    "scrolling",
    "waiting",
    "unsaved_timer",
    "chinese",
    "clock",
)


def dotted(path: Path) -> str:
    parts = path.relative_to(PACKAGE).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def room(name: str) -> str | None:
    """Give the room of a module by its name below `assistant`; None for the package itself."""
    first, _, rest = name.partition(".")
    if first in GROUND:
        return "ground"
    if first != "ui":
        return first or None
    second = rest.partition(".")[0]
    if f"ui.{second}" in ROOMS:
        return f"ui.{second}"
    return "ui.base" if second in UI_BASE else "ui"


NAMES = {dotted(path) for path in MODULES}


class Shape(NamedTuple):
    """What is asked of a file's syntax; the tree itself would slow down whatever collects garbage afterwards."""

    imports: frozenset[str]  # inside functions too; our own by their name below `assistant`
    made: frozenset[str]  # functions, classes, their fields and methods, constants
    long: tuple[str, ...]  # functions that are no screen
    unread: tuple[str, ...]  # private names of the module


@cache
def shape(path: Path) -> Shape:
    text = path.read_text("utf-8")
    tree, written = ast.parse(text), Counter(re.findall(r"\w+", text))
    nodes = list(ast.walk(tree))
    private = [name for node in tree.body for name in _named(node) if re.match("_[^_]", name)]
    return Shape(
        frozenset(name for node in nodes for name in _imported(node)),
        frozenset(name for node in nodes for name in _made_by(node)),
        tuple(each.name for each in nodes if isinstance(each, ast.FunctionDef) and each.end_lineno - each.lineno >= 50),
        tuple(name for name in private if written[name] == 1),
    )


def _imported(node):
    if isinstance(node, ast.ImportFrom) and node.module:
        whole = [f"{node.module}.{alias.name}" for alias in node.names]
        return [each if each.removeprefix("assistant.") in NAMES else node.module for each in whole]
    return [alias.name for alias in node.names] if isinstance(node, ast.Import) else []


def own(path: Path) -> set[str]:
    return {name.removeprefix("assistant.") for name in shape(path).imports if name.startswith("assistant.")}


PAGE = (PACKAGE.parent / "ARCHITECTURE.md").read_text("utf-8")
PARTED = ("files.readers.", *(f"rules.{each.name}." for each in (PACKAGE / "rules").iterdir() if each.is_dir()))
HEADS = {"ground": "the ground, `assistant/*.py`", "ui.base": "`ui/`, the ground of the window"}


def test_architecture_names_every_module():
    """In the list of its room; rules and what reads a kind of file are found by their folders' own names."""
    lists = dict(re.findall(r"^### (.+?): .*\n((?:(?!#).*\n)*)", PAGE, re.MULTILINE))
    missing = []
    for path in MODULES:
        name = dotted(path)
        here = room(name)
        if path.stem.startswith("__") or name.startswith(PARTED) or here is None:
            continue
        told = lists[HEADS.get(here, f"`{here.replace('.', '/')}/`")]
        if path.stem not in re.findall(r"\w+", " ".join(re.findall("`([^`]+)`", told))):
            missing.append(name)
    assert not missing


def test_the_index_of_architecture_leads_somewhere():
    """Each file there is, and what is named behind it is made in it: a name that is only read there leads nowhere."""
    index = PAGE.partition("## Where to change what")[2].partition("\n## ")[0]
    rows = re.findall(r"^\|.*\|(.*)\|$", index, re.MULTILINE)[2:]
    assert len(rows) > 20
    astray = []
    for row in rows:
        path = None
        for named in re.findall("`([^`]+)`", row):
            if "/" in named:
                path = PACKAGE.parent / named
                assert path.exists(), named
            elif path is None or not _is_made_in(named, path):
                astray.append(f"{path and path.name}: {named}")
    assert astray == []


def _is_made_in(name, path):
    """Of a module its functions, classes, their fields and methods, and constants; of any other file a word of it."""
    if path.is_dir():
        return False
    if path.suffix != ".py":
        return re.search(rf"\b{name}\b", path.read_text("utf-8")) is not None
    return name in shape(path).made


def _made_by(node):
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
        return [node.name]
    if isinstance(node, ast.Assign | ast.AnnAssign):
        targets = node.targets if isinstance(node, ast.Assign) else [node.target]
        parts = [part for target in targets for part in ast.walk(target)]
        return [
            part.id if isinstance(part, ast.Name) else part.attr
            for part in parts
            if hasattr(part, "id") or hasattr(part, "attr")
        ]
    return []


@pytest.mark.parametrize("path", MODULES, ids=dotted)
def test_a_room_imports_only_from_rooms_above(path):
    here = room(dotted(path))
    if here is None:
        return
    assert here in ROOMS, f"{path}: name its room in ROOMS and in ARCHITECTURE.md"
    below = [name for name in own(path) if (other := room(name)) and ROOMS.index(other) > ROOMS.index(here)]
    assert not below


def test_no_circles():
    """Imports for types alone count too: a circle of names is a circle of thoughts."""
    graph = {dotted(path): own(path) - {dotted(path)} for path in MODULES}
    list(TopologicalSorter(graph).static_order())  # raises CycleError with the circle


def test_libraries_stay_in_their_rooms():
    for path in MODULES:
        name, outside = dotted(path), {module.split(".")[0] for module in shape(path).imports}
        assert name.startswith("ui") or "PySide6" not in outside, path
        assert name.startswith("files.writers") or not outside & {"docx", "lxml", "xlsxwriter"}, path
        assert name.startswith("files.readers") or not outside & {"olefile", "pypdf"}, path
        assert name == "language.words" or "jieba" not in outside, path
        assert not outside & {"socket", "urllib", "http", "ssl", "ftplib"}, path
        if name != "ui.dialogs.safety_page":  # which says that it is not there
            assert "QtNetwork" not in path.read_text("utf-8"), path


def test_nothing_keeps_a_place_in_a_document():
    """Qt takes a block of a text that is shown no more for a valid one; who keeps it draws in freed memory."""
    kept = re.compile(
        r"self\.\w+\s*(:[^=]*Q(TextBlock|TextCursor|TextLayout|TextLine)\b|=.*\.(block|layout|textCursor)\(\)$)"
    )
    for path in MODULES:
        found = [line for line in path.read_text("utf-8").splitlines() if kept.search(line)]
        assert not found, path


def test_the_menu_of_an_action_is_asked_of_its_class():
    """What QAction.menu() gives takes all its entries with it in PySide6 6.8 and 6.9, as soon as nobody holds the action."""
    for path in [*MODULES, *PACKAGE.parent.joinpath("tests").rglob("*.py")]:
        assert not re.search(r"\baction\.menu\(\)", path.read_text("utf-8")), path


def test_new_rooms_are_entered_without_work():
    """Start-up is staged: importing one module must not load its neighbours."""
    for path in MODULES:
        if path.stem == "__init__" and path.parent != PACKAGE:
            assert not path.read_text("utf-8").strip(), path


def test_no_function_is_longer_than_a_screen():
    for path in [*MODULES, PACKAGE.parent / "dev.py", PACKAGE.parent / "packaging" / "build_deb.py"]:
        assert shape(path).long == (), path.name


def test_names_say_what_they_are():
    for path in MODULES:
        assert not re.search("utils|helpers|common|manager|misc", path.stem), path


def test_each_private_name_of_a_module_is_read():
    for path in MODULES:
        assert shape(path).unread == (), path


def _named(node):
    if isinstance(node, ast.Assign | ast.AnnAssign):
        targets = node.targets if isinstance(node, ast.Assign) else [node.target]
        return [each.id for target in targets for each in ast.walk(target) if isinstance(each, ast.Name)]
    return [node.name] if isinstance(node, ast.FunctionDef | ast.ClassDef) else []


def test_colors_live_in_themes():
    for path in MODULES:
        assert not re.search(r"#[0-9a-fA-F]{6}\b", path.read_text("utf-8")), path


def test_the_components_told_in_the_window_are_those_of_the_code():
    """帮助—本机安全 lists them as the proof that none of them reaches a network."""
    used = {name.split(".")[0] for path in MODULES for name in shape(path).imports if not name.startswith("assistant")}
    used = {name for name in used if name.removeprefix("assistant.") not in NAMES} - {"assistant", "__future__"}
    told = (PACKAGE.parent / "resources" / "components.txt").read_text("utf-8").split()
    assert told == sorted(used)
