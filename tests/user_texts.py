"""Every text that a user can read, with the place where it stands: what tests/test_wording.py holds to one voice.

Chinese in our code is either said to somebody or looked for in somebody's text. What is looked for is known by what is
done with it: handed to `re` or to a string's own searching, compared, or kept in a constant that is never said. All
else counts as said, so that a new text is read here without being registered anywhere; in doubt it is read.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import tomli

ROOT = Path(__file__).parent.parent
HAN = re.compile("[一-龥]")
_REGEX = re.compile(r"\(\?|\[\^|\\[sdwb(]|\]\{|\)\?|[一-龥]\|[一-龥]|^\[[^\]]*\]|\]\?|[一-龥]\?")

# Calls that search, cut or compare: what they are given is looked for, not said.
_SEARCHING = frozenset(
    {
        *(
            "startswith",
            "endswith",
            "removeprefix",
            "removesuffix",
            "find",
            "rfind",
            "index",
            "count",
            "strip",
            "lstrip",
        ),
        *(
            "rstrip",
            "split",
            "rsplit",
            "partition",
            "rpartition",
            "maketrans",
            "translate",
            "ord",
            "fullmatch",
            "match",
        ),
        *("search", "sub", "subn", "finditer", "findall", "compile", "escape", "fromhex", "isdisjoint", "pattern"),
    }
)
# Of a rule's examples the test of the rule decides what they hold: they are wrong on purpose.
_PROVING = frozenset({"Example", "_example"})
_SEARCHING_ROOMS = ("language", "structure", "templates", "facts", "rules", "review", "files", "commands")


@dataclass(frozen=True)
class UserText:
    """A text with its file, relative to the repository, and its line; `kind` tells code, help, data and docs apart."""

    file: str
    line: int
    kind: str
    text: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.text}"


def _name(node: ast.expr) -> str:
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""


class _Module:
    """One module's texts."""

    def __init__(self, path: Path) -> None:
        self.file = path.relative_to(ROOT).as_posix()
        self.tree = ast.parse(path.read_text("utf-8"))
        self.parents = {child: node for node in ast.walk(self.tree) for child in ast.iter_child_nodes(node)}
        self.said_names = self._said_names()

    def _above(self, node: ast.AST) -> Iterator[tuple[ast.AST, ast.AST]]:
        """Go upwards: each parent with the child through which it was reached."""
        while node in self.parents:
            parent = self.parents[node]
            yield parent, node
            node = parent

    def _said_names(self) -> frozenset[str]:
        """Name the constants that are shown somewhere: built into a text, given back, handed to what says something."""
        said = set()
        for node in ast.walk(self.tree):
            if not (isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load) and node.id.isupper()):
                continue
            if not self._looked_for(node):
                for parent, child in self._above(node):
                    if isinstance(parent, (ast.FormattedValue, ast.Return, ast.Yield, ast.Raise)):
                        said.add(node.id)
                    if isinstance(parent, ast.Call) and child is not parent.func:
                        made = _name(parent.func).lstrip("_")[:1].isupper()  # a value: a Finding, an error, a row
                        said |= {node.id} if made else set()
                    if isinstance(parent, ast.Attribute) and parent.attr == "format":
                        said.add(node.id)
                    if isinstance(parent, ast.stmt):
                        break
        return frozenset(said)

    def _looked_for(self, node: ast.AST) -> bool:
        for parent, child in self._above(node):
            if (
                isinstance(parent, ast.Call)
                and child is not parent.func
                and _name(parent.func) in _SEARCHING | _PROVING
            ):
                return True
            if isinstance(parent, ast.Call) and _name(parent.func) == "replace":
                return True
            if isinstance(parent, ast.Compare):
                return True
            if isinstance(parent, ast.match_case) and child is parent.pattern:
                return True
            if isinstance(parent, (ast.IfExp, ast.comprehension)) and child in (
                getattr(parent, "test", None),
                *getattr(parent, "ifs", ()),
            ):
                continue
            if isinstance(parent, ast.stmt):
                return False
        return False

    def _constant(self, node: ast.AST) -> str | None:
        """Name the module's constant in whose value something stands."""
        for parent, _ in self._above(node):
            if isinstance(parent, (ast.Assign, ast.AnnAssign)):
                target = parent.targets[0] if isinstance(parent, ast.Assign) else parent.target
                at_module = isinstance(self.parents[parent], (ast.Module, ast.ClassDef))
                return target.id if at_module and isinstance(target, ast.Name) else None
            if isinstance(parent, (ast.FunctionDef, ast.Lambda)):
                return None
        return None

    def texts(self) -> Iterator[UserText]:
        for node in ast.walk(self.tree):
            if isinstance(node, ast.JoinedStr):
                text = "".join(
                    part.value if isinstance(part, ast.Constant) else f"{{{ast.unparse(part.value)}}}"
                    for part in node.values
                    if isinstance(part, (ast.Constant, ast.FormattedValue))
                )
            elif isinstance(node, ast.Constant) and isinstance(node.value, str):
                parent = self.parents[node]
                if isinstance(parent, (ast.JoinedStr, ast.Expr)):
                    continue
                text = node.value
            else:
                continue
            if HAN.search(re.sub(r"\{[^}]*\}", "", text)) and self._said(node, text):
                yield UserText(self.file, node.lineno, "code", text)
        if self.file.startswith("assistant/rules/") and "RULE = " in ast.unparse(self.tree):
            yield UserText(self.file, 1, "help", ast.get_docstring(self.tree) or "")

    def _said(self, node: ast.AST, text: str) -> bool:
        if self._looked_for(node) or _REGEX.search(text):
            return False
        constant = self._constant(node)
        if (
            constant is None
            or constant == "RULE"
            or not self.file.startswith(tuple(f"assistant/{r}/" for r in _SEARCHING_ROOMS))
        ):
            return True
        return constant in self.said_names or self._like_a_sentence(text) or self._a_label(node, text)

    def _like_a_sentence(self, text: str) -> bool:
        """Tell a text that ends, or goes on after a comma, from what is looked for and from the frames of examples."""
        if "\n" in text and self.file.startswith("assistant/rules/"):
            return False
        return text.endswith(("。", "；")) or bool(re.search("[一-龥]{2}[，。；：]$|[一-龥]{2}[，。；][一-龥“]", text))

    def _a_label(self, node: ast.AST, text: str) -> bool:
        """Tell what a table gives for a key, and a phrase that has a name of its own, from what is searched."""
        parent = self.parents[node]
        if "\n" in text:
            return False
        if isinstance(parent, ast.Dict):
            return any(node is value for value in parent.values)
        if isinstance(parent, (ast.Assign, ast.AnnAssign)):
            return len(HAN.findall(text)) >= 2
        return isinstance(parent, ast.Tuple) and text.startswith(("疑为", "\\"))


def code() -> Iterator[UserText]:
    """Read what our modules say, and the help in the rules' docstrings."""
    for path in sorted((ROOT / "assistant").rglob("*.py")):
        yield from _Module(path).texts()


# Of the data in resources: the keys whose values are shown. All others are looked for or are names for the program.
_SHOWN = frozenset(
    {
        *("hint", "ask", "note", "name", "full", "short", "heading", "text", "why", "says", "advice", "description"),
        *("variant", "previous", "told", "leadership", "individual", "source", "title"),
    }
)
_DOCS = (
    "README.md",
    "CHANGELOG.md",
    "docs/guide.md",
    "docs/install.md",
    "packaging/windows/duizhao.nsi",
    "packaging/windows/portable.txt",
    "packaging/debian/control",
    "packaging/debian/duizhao.desktop",
    "packaging/debian/duizhao.xml",
    "docs/checks.md",
    "docs/questions.md",
    "docs/templates.md",
    "docs/command-line.md",
)
_FENCE = re.compile(r"^(```|~~~).*?^\1\s*$", re.MULTILINE | re.DOTALL)


def _values(value: object, key: str) -> Iterator[str]:
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from _values(inner, name)
    elif isinstance(value, list):
        for inner in value:
            yield from _values(inner, key)
    elif isinstance(value, str) and key in _SHOWN and HAN.search(value):
        yield value


def data() -> Iterator[UserText]:
    """Read what the data in resources shows: hints, questions, names, reasons."""
    for path in sorted((ROOT / "resources").rglob("*.toml")):
        for text in _values(tomli.loads(path.read_text("utf-8")), ""):
            yield UserText(path.relative_to(ROOT).as_posix(), 0, "data", text)


def docs() -> Iterator[UserText]:
    """Read the pages, a line each, without what is quoted as it is (`~~~`): examples are wrong on purpose."""
    for name in _DOCS:
        page = _FENCE.sub(lambda match: "\n" * match[0].count("\n"), (ROOT / name).read_text("utf-8"))
        for number, line in enumerate(page.splitlines(), 1):
            if HAN.search(line):
                yield UserText(name, number, "docs", re.sub("`[^`]*`", "", line))


@cache
def all_texts() -> tuple[UserText, ...]:
    """Read everything there is to read."""
    return (*code(), *data(), *docs())
