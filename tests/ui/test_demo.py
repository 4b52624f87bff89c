import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_the_whole_job_without_a_screen_says_only_what_was_found(tmp_path):
    """As `dev.py run` does it where there is no display; Qt's words on what only a screen could do are no news."""
    done = subprocess.run(
        [sys.executable, "-m", "assistant.ui.demo", tmp_path / "演示"],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )

    assert done.stderr == ""
    assert "〔必改〕" in done.stdout
    assert "已导出" in done.stdout
    assert {each.name for each in (tmp_path / "演示").iterdir()} == {"对照检查样例.docx", "窗口.png"}
