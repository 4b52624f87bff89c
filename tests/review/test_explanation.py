"""Every check can be looked up, in the window and in docs/checks.md."""

import importlib.util
import sys
from pathlib import Path

import pytest

from assistant.review.explanation import LABELS, explanations, page
from assistant.rules.registry import RULES

CHECKS = Path(__file__).resolve().parents[2] / "docs" / "checks.md"


def test_the_page_is_up_to_date():
    assert CHECKS.read_text("utf-8") == page(), "docs/checks.md 不是最新的。请运行：python3 dev.py docs"


def test_one_command_writes_it(tmp_path, monkeypatch):
    spec = importlib.util.spec_from_file_location("dev", CHECKS.parents[1] / "dev.py")
    dev = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(dev)
    monkeypatch.setattr(dev, "prepare", lambda: None)
    monkeypatch.setattr(dev, "PYTHON", Path(sys.executable))
    monkeypatch.setattr(dev, "ROOT", tmp_path)
    monkeypatch.setenv("PYTHONPATH", str(CHECKS.parents[1]))
    for folder in ("docs", "resources"):
        (tmp_path / folder).mkdir()
    (tmp_path / "resources" / "guide.md").write_bytes("# 三页\n".encode())

    assert dev.docs([]) == 0
    assert (tmp_path / "docs" / "checks.md").read_bytes() == page().encode()
    assert (tmp_path / "docs" / "guide.md").read_text("utf-8") == "# 三页\n"


def test_all_checks_are_explained_in_the_order_of_the_panel():
    assert [each.rule for each in explanations()] == list(RULES)


@pytest.mark.parametrize("each", explanations(), ids=lambda each: each.rule.name)
def test_a_check_tells_what_why_and_how(each):
    assert [label for label, _ in each.told] == list(LABELS)
    assert each.wrong or not any(example.shown for example in each.rule.examples if example.spans)
    assert each.right


def test_a_check_is_found_by_words_of_its_examples_and_its_basis():
    (found,) = (each for each in explanations() if each.holds("待填 审核常见退回情形"))

    assert found.rule.name == "leftover_placeholder"
    assert not any(each.holds("没有这样的词") for each in explanations())
