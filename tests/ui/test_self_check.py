import os
import subprocess
import sys
from pathlib import Path

from assistant.ui import self_check

# The examples of all rules are tried in tests/rules, which takes ten seconds; a packaged program tries them too.
ALL_BUT_EXAMPLES = """
import sys
from assistant.ui import self_check

def _rules():
    return ""

self_check._LABELS[_rules], self_check._rules = "检查", _rules
sys.exit(self_check.run())
"""


def test_the_program_finds_itself_whole(tmp_path, long):
    """As a packaged program is asked after it is built; in a process of its own, for it opens and closes a window."""
    home = {**os.environ, "DUIZHAO_HOME": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, *(("-m", "assistant", "--self-check") if long else ("-c", ALL_BUT_EXAMPLES))],
        capture_output=True,
        encoding="utf-8",
        check=False,
        cwd=Path(__file__).parents[2],
        env=home,
    )

    assert done.returncode == 0, done.stdout + done.stderr


def test_what_a_check_has_found_is_said_in_chinese_and_a_fault_is_named_for_whoever_helps(monkeypatch, capsys):
    def finds():
        raise AssertionError("有一条与它的例子不符")

    def breaks():
        return {}["x"]

    monkeypatch.setattr(self_check, "_rules", finds)
    monkeypatch.setattr(self_check, "_LABELS", {finds: "检查", breaks: "窗口"})
    for name in ("_resources", "_words", "_word", "_results"):
        monkeypatch.setattr(self_check, name, finds)
    monkeypatch.setattr(self_check, "_window", breaks)

    assert self_check.run() == 1
    *_, found, broken = capsys.readouterr().out.splitlines()
    assert found == "检查：没有通过：有一条与它的例子不符"
    assert broken == "窗口：没有通过：程序出了故障，请把“KeyError：'x'”告诉维护人员"
