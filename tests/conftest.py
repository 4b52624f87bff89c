"""What several tests share."""

import lzma
import os
import sys
from itertools import count
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # before anything loads Qt
if sys.platform == "win32":  # where that platform finds none by itself
    os.environ.setdefault("QT_QPA_FONTDIR", rf"{os.environ['SYSTEMROOT']}\Fonts")

import pytest

from assistant.files import template_shelf
from assistant.templates.template import Template

SAMPLES = Path(__file__).resolve().parents[2] / "shared" / "samples"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--long", action="store_true", help="random tests with many more steps and seeds")


WAITING_FOR_PROCESSES = ("test_soak", "test_kills", "test_sockets", "test_shots", "test_self_check")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with what mostly waits for processes of its own, so that the other workers have enough to do meanwhile."""
    items.sort(key=lambda item: item.path.stem not in WAITING_FOR_PROCESSES)


@pytest.fixture(scope="session")
def long(pytestconfig: pytest.Config) -> bool:
    """Whether there is time: random tests then take minutes instead of seconds."""
    return bool(pytestconfig.getoption("--long"))


@pytest.fixture(scope="session")
def samples() -> Path:
    """Real materials to test on; they are not part of the project."""
    if not SAMPLES.is_dir():
        pytest.skip("没有 ../shared/samples，跳过对真实材料的测试")
    return SAMPLES


@pytest.fixture(scope="session")
def public_reports() -> list[str]:
    """Sixteen provincial government reports, a paragraph each; they are not part of the project."""
    path = SAMPLES.parent / "corpus" / "reports-2026.txt.xz"
    if not path.exists():
        pytest.skip("没有 ../shared/corpus，跳过对公开文本的测试")
    with lzma.open(path, "rt", encoding="utf-8") as file:
        return file.read().splitlines()


@pytest.fixture(scope="session")
def _homes(tmp_path_factory):
    """Number the folders here: pytest would look through those of all tests for the last number."""
    parent = tmp_path_factory.mktemp("homes")
    return (parent / str(number) for number in count())


@pytest.fixture(autouse=True)
def _own_home(_homes, monkeypatch):
    """No test touches the user's own folder."""
    home = next(_homes)
    home.mkdir()
    monkeypatch.setenv("DUIZHAO_HOME", str(home))


@pytest.fixture(scope="session")
def individual_2025() -> Template:
    template = template_shelf.find("2025-democratic-individual")
    assert template is not None
    return template


@pytest.fixture(scope="session")
def finished_sample() -> str:
    path = Path(__file__).resolve().parents[1] / "resources" / "samples" / "2025-democratic-individual.txt"
    return path.read_text("utf-8").removesuffix("\n")
