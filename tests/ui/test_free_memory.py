"""Threads take memory from where the window does."""

import subprocess
import sys
from pathlib import Path

import memory
import pytest

TESTS = Path(memory.__file__).parent
TEN_AT_ONCE = """
import sys
from threading import Barrier, Thread
sys.path[:0] = sys.argv[1:]
import memory
from assistant.ui import free_memory
free_memory.share()
all_there = Barrier(10)
def work():
    taken = b"x" * 5000
    all_there.wait()
threads = [Thread(target=work) for _ in range(10)]
for each in threads: each.start()
for each in threads: each.join()
print(memory.places())
"""


@pytest.mark.skipif(not memory.places(), reason="这里的C库不报告内存分在几处")
def test_threads_have_no_place_of_their_own():
    done = subprocess.run(
        [sys.executable, "-c", TEN_AT_ONCE, TESTS, TESTS.parent], capture_output=True, encoding="utf-8", check=True
    )
    assert done.stdout.strip() == "1", done.stdout
