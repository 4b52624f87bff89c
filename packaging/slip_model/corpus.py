"""The texts that are counted, and those that are kept back to prove what was made of them."""

from __future__ import annotations

import hashlib
import itertools
import lzma
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import tomli

ROOT = Path(__file__).resolve().parents[2]
CORPUS = ROOT.parent / "shared" / "corpus"
INVENTED = Path(__file__).with_name("text")

_PATTERNS = "patterns.txt"
_HELD_BACK = 10  # one statute in so many
_REPORTS_HELD_BACK = 4
_NEW_STATUTE = re.compile("第一条(?!第)")
_NEW_REPORT = re.compile("(?:——)?2026年[12]月[0-9]+日在")
_OWN_RUN = re.compile("[一-龥，。、；：？！“”‘’《》（）0-9]{6,}")


class Texts(NamedTuple):
    """Documents, each a list of paragraphs, of one source."""

    counted: list[list[str]]
    held_back: list[list[str]]


def statutes() -> Texts:
    """Read the statutes; every tenth, told by its own first words, is held back whole."""
    documents = _documents(_lines("statutes.txt.xz"), _NEW_STATUTE)
    counted: list[list[str]] = []
    held_back: list[list[str]] = []
    for document in documents:
        number = int(hashlib.sha256("".join(document)[:200].encode()).hexdigest()[:8], 16)
        (held_back if number % _HELD_BACK == 0 else counted).append(document)
    return Texts(counted, held_back)


def reports() -> Texts:
    """Read the government reports; the last four are held back."""
    documents = [each for each in _documents(_lines("reports-2026.txt.xz"), _NEW_REPORT) if sum(map(len, each)) > 1000]
    return Texts(documents[:-_REPORTS_HELD_BACK], documents[-_REPORTS_HELD_BACK:])


def own() -> list[str]:
    """Give the project's own words: templates, samples, materials and notices invented for the tests."""
    places = ("resources/templates/*.toml", "resources/samples/*.txt", "tests/cases/*/*.txt")
    # What single errors are set into is kept back: what was counted proves nothing.
    files = [path for place in places for path in sorted(ROOT.glob(place)) if path.parent.name != "single_errors"]
    found = [run for path in files for run in _OWN_RUN.findall(path.read_text("utf-8"))]
    return list(dict.fromkeys(run for run in found if len(re.findall("[一-龥]", run)) >= 5))


def materials_kept_back() -> list[list[str]]:
    """Read the materials that single errors are set into: never counted."""
    paths = sorted(ROOT.glob("tests/cases/single_errors/*.txt"))
    return [[line.strip() for line in path.read_text("utf-8").splitlines() if line.strip()] for path in paths]


def about_ourselves() -> list[str]:
    """Give what the project says of itself, in words of another trade; never counted. What is quoted may be a slip."""
    pages = (ROOT / name for name in ("README.md", "CHANGELOG.md", "docs/templates.md", "docs/questions.md"))
    return [
        re.sub("“[^”]*”|「[^」]*」", "", line)
        for page in pages
        for line in page.read_text("utf-8").splitlines()
        if line
    ]


def right_forms() -> list[str]:
    """Give what the wording lists call right."""
    found: list[str] = []
    for path in sorted((ROOT / "resources" / "phrases").glob("*.toml")):
        file = tomli.loads(path.read_text("utf-8"))
        for group in (*file.get("words", ()), *file.get("quoted", ())):
            found += [line.split(" ")[-1] for line in group["pairs"].splitlines()]
        found += [each["right"] for each in file.get("patterns", ()) if "\\" not in each["right"]]
    return list(dict.fromkeys(found))


def invented() -> list[str]:
    """Give the materials invented for this: no text of anybody."""
    paths = [path for path in sorted(INVENTED.glob("*.txt")) if path.name != _PATTERNS]
    return [line for path in paths for line in path.read_text("utf-8").splitlines() if line]


def patterns() -> list[str]:
    """Give the usual turns of the field, all that a line with choices（甲|乙）in it can say."""
    lines = (INVENTED / _PATTERNS).read_text("utf-8").splitlines()
    choices = ([piece.split("|") for piece in re.split("[（）]", line) if piece] for line in lines)
    return ["".join(said) for line in choices for said in itertools.product(*line)]


def _lines(name: str) -> Iterator[str]:
    with lzma.open(CORPUS / name, "rt", encoding="utf-8") as file:
        yield from (line.strip() for line in file if line.strip())


def _documents(lines: Iterable[str], begin: re.Pattern[str]) -> list[list[str]]:
    documents: list[list[str]] = [[]]
    for line in lines:
        if begin.match(line) and len(documents[-1]) > 3:
            documents.append([])
        documents[-1].append(line)
    return documents
