import os
import subprocess
import sys
from pathlib import Path


def test_the_program_finds_itself_whole(tmp_path):
    """As a packaged program is asked after it is built; in a process of its own, for it opens and closes a window."""
    home = {**os.environ, "DUIZHAO_HOME": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-m", "assistant", "--self-check"],
        capture_output=True,
        encoding="utf-8",
        check=False,
        cwd=Path(__file__).parents[2],
        env=home,
    )

    assert done.returncode == 0, done.stdout + done.stderr
