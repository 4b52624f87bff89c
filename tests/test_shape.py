"""The house keeps its shape: layers, sizes, names."""

import ast
import re
from pathlib import Path

import assistant

PACKAGE = Path(assistant.__file__).parent
MODULES = sorted(PACKAGE.rglob("*.py"))

# A module imports only from above it in this list (ARCHITECTURE.md).
ORDER = [
    "paths",
    "text",
    "punctuation",
    "numbering",
    "front_matter",
    "marks",
    "outline",
    "sequence",
    "strict_toml",
    "template",
    "words",
    "template_file",
    "alignment",
    "wordings",
    "identify",
    "notice",
    "proposal",
    "placeholders",
    "finding",
    "needles",
    "phrases",
    "decisions",
    "signs",
    "units",
    "facts",
    "insertion",
    "claims",
    "tallies",
    "overlap",
    "checklist",
    "exchange",
    "rule",
    "rules",
    "explanation",
    "repeats",
    "mending",
    "material",
    "setting_aside",
    "progress",
    "report",
    "layout",
    "readers",
    "writers",
    "draft",
    "safekeeping",
    "settings",
    "requirements",
    "checking",
    "sarif",
    "batch",
    "cli_check",
    "cli_notice",
    "cli",
    "ui",
    "__main__",
]


def room(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imported(path: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            names |= (
                {node.module} if node.module != "assistant" else {f"assistant.{alias.name}" for alias in node.names}
            )
        elif isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
    return names


def test_a_module_imports_only_from_above():
    for path in MODULES:
        if room(path) in ("__init__", "__main__"):
            continue
        for name in imported(path):
            if name.startswith("assistant.") and (other := name.split(".")[1]) in ORDER:
                assert ORDER.index(other) <= ORDER.index(room(path)), f"{path.name} imports {name}"


def test_every_room_is_in_the_order():
    assert {room(path) for path in MODULES} - {"__init__"} <= set(ORDER)


def test_libraries_stay_in_their_rooms():
    for path in MODULES:
        outside = {name.split(".")[0] for name in imported(path)}
        assert room(path) == "ui" or "PySide6" not in outside, path
        assert room(path) == "writers" or not outside & {"docx", "lxml", "xlsxwriter"}, path
        assert room(path) == "words" or "jieba" not in outside, path
        assert not outside & {"socket", "urllib", "http", "ssl", "ftplib"}, path
        assert "QtNetwork" not in path.read_text("utf-8"), path


def test_no_room_outgrows_itself():
    for path in MODULES:
        lines = path.read_text("utf-8").count("\n")
        assert lines <= (100 if room(path) == "rules" and path.stem != "__init__" else 400), f"{path.name}: {lines}"


def test_no_function_is_longer_than_a_screen():
    for path in [*MODULES, PACKAGE.parent / "dev.py", PACKAGE.parent / "packaging" / "build_deb.py"]:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.FunctionDef):
                assert (node.end_lineno or 0) - node.lineno < 50, f"{path.name}: {node.name}"


def test_names_say_what_they_are():
    for path in MODULES:
        assert not re.search("utils|helpers|common|manager|misc", path.stem), path


def test_colors_live_in_themes():
    for path in MODULES:
        assert not re.search(r"#[0-9a-fA-F]{6}\b", path.read_text("utf-8")), path
