"""Threads take memory from where the window does, and what is not needed while the hands rest goes back."""

import re
import subprocess
import sys
from pathlib import Path

import memory
import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QFontDatabase, QImage, QPainter

from assistant.language.slips import shipped
from assistant.ui import free_memory
from assistant.ui.fonts import page_font

TESTS = Path(memory.__file__).parent
TEN_AT_ONCE = """
import sys
from threading import Barrier, Thread
sys.path[:0] = sys.argv[1:]
import memory
from assistant.ui import free_memory
free_memory.keep_compact()
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


LARGE_AFTER_LARGER = """
import sys
sys.path[:0] = sys.argv[1:]
import memory
from assistant.ui import free_memory
free_memory.keep_compact()
larger = bytearray(20_000_000)
del larger
before = memory.standing_alone()
pieces = [bytearray(1_000_000) for _ in range(10)]
print(memory.standing_alone() - before)
"""


@pytest.mark.skipif(not memory.in_use(), reason="这里的C库不报告在用的内存")
def test_a_large_piece_goes_back_when_it_is_freed_also_after_a_larger_one():
    done = subprocess.run(
        [sys.executable, "-c", LARGE_AFTER_LARGER, TESTS, TESTS.parent],
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert float(done.stdout) >= 10, done.stdout


def read_in():
    """Give how many bytes of fonts and of the counts for slips are in memory."""
    there, total = False, 0
    for line in Path("/proc/self/smaps").read_text("utf-8").splitlines():
        if re.match(r"[0-9a-f]+-", line):
            there = line.endswith((".ttc", ".ttf", ".otf", "/slips.bin"))
        elif there and line.startswith("Rss:"):
            total += int(line.split()[1]) * 1024
    return total


def picture(size=16):
    image = QImage(900, 80, QImage.Format.Format_RGB32)
    image.fill(0)
    painter = QPainter(image)
    for count, face in enumerate(("song", "hei")):
        painter.setFont(page_font(face, size))
        painter.drawText(QPointF(4, 30 + 30 * count), "坚持问题导向，深入查摆不足，逐项列出整改措施。")
    painter.end()
    return image


ON_LINUX = pytest.mark.skipif(sys.platform != "linux", reason="这里的系统不报告哪些文件在内存里")
STARTED = """
import sys
sys.path[:0] = sys.argv[2:]
from assistant.ui import app as program
from ui.test_free_memory import read_in
app = program.application()
window = program.begin(app, sys.argv[1])
window.first_painted.connect(lambda: print(read_in()))
joined = window.join
def join(seen=lambda: None):
    print(read_in())
    app.quit()
    return joined(seen)
window.join = join
window.show()
app.exec()
"""


@ON_LINUX
def test_what_the_page_was_laid_out_with_goes_once_it_is_painted(tmp_path, finished_sample):
    path = tmp_path / "稿.txt"
    path.write_text(finished_sample, "utf-8")
    command = [sys.executable, "-c", STARTED, path, TESTS, TESTS.parent]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=True)
    painted, then = map(int, done.stdout.split()[:2])

    assert painted > 1_000_000
    assert then < painted / 4


@ON_LINUX
def test_fonts_and_counts_go_when_the_hands_rest_and_come_back(qapp):
    drawn, seen = picture(), shipped().is_seen("问题导向")
    before = read_in()
    free_memory.sweep()

    assert before > 100_000
    assert read_in() == 0
    assert picture() == drawn
    assert shipped().is_seen("问题导向") is seen is True


@pytest.mark.skipif(
    not memory.in_use() or not hasattr(QFontDatabase, "setApplicationEmojiFontFamilies"),
    reason="这里的C库不报告在用的内存，或者这里的Qt没有让字形离开内存的办法",
)
def test_letters_of_many_sizes_go_when_the_hands_rest_and_look_the_same_again(qapp):
    families = QFontDatabase.applicationEmojiFontFamilies()
    free_memory.sweep()
    drawn, before = picture(), memory.in_use()
    for size in range(20, 60):
        picture(size)
    after = memory.in_use()
    free_memory.sweep()

    assert after - before > 1
    assert memory.in_use() - before < (after - before) / 4
    assert picture() == drawn
    assert QFontDatabase.applicationEmojiFontFamilies() == families
