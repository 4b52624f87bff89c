"""Some hundred deeds of a writer at random, in a process of its own, which freed memory that is used kills at once."""

import os
import re
import subprocess
import sys
from pathlib import Path

SOAK = Path(__file__).with_name("soak.py")


def test_work_at_random_ends_well_and_leaves_nothing_behind():
    """Every kind of deed thrice, or as far as it comes in a minute."""
    done = subprocess.run(
        [sys.executable, SOAK, "1", "--rounds", "3"],
        env={**os.environ, "PYTHONUTF8": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        timeout=240,
        check=False,
    )

    assert done.returncode == 0, done.stdout
    walked = re.search(r"走完 (\d+) 步", done.stdout)
    assert walked, done.stdout
    assert int(walked[1]) > 50, done.stdout  # nearly every kind of deed, even on a busy machine
