"""What the packed program answers when something is in the way, and how soon: within two seconds, in plain Chinese.

    sudo python3 packaging/trouble_trial.py [--windows] PROGRAM [PICTURES]

PROGRAM is the folder that `dev.py package` made (dist/glibc-2.28/duizhao; with --windows dist/windows/duizhao, which runs in Wine).
Places that are full or read-only are file systems of their own, hence root. The command line is timed without the
program's start; of the window, whose start is not counted, a picture is taken of what it shows after the key.
"""

from __future__ import annotations

import argparse
import contextlib
import math
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import trouble_window
from windows_bench import Bench, inside, screen

LONGEST = 2.0  # seconds
TEMPLATE = "2025-democratic-individual"
_TRIES, _MOST_TRIES = 2, 4  # a late answer may be the machine's fault
ROOM = "4m"  # of a place that gets full
_LOCK = (  # opens a file as Word does, so that nobody else may write it, and keeps it
    "import ctypes, sys, time; open_file = ctypes.windll.kernel32.CreateFileW; "
    "handle = open_file(sys.argv[1], 0x80000000, 1, None, 3, 0, None); print(handle, flush=True); time.sleep(600)"
)


class Machine:
    """Where the program runs: here."""

    windows = False

    def __init__(self, program: Path, display: str) -> None:
        self.program, self.display = program, display

    def command(self, *arguments: str | bytes) -> list[str | bytes]:
        """Give what runs the program's command line."""
        return [str(self.program / "duizhao"), *arguments]

    def window(self, file: str | bytes) -> list[str | bytes]:
        """Give what opens a window."""
        return self.command(file)

    def environment(self, home: Path) -> dict[str, str]:
        """Give what the program is run with; its own folder is `home`."""
        return {**os.environ, "DISPLAY": self.display, "QT_QPA_PLATFORM": "xcb", "DUIZHAO_HOME": self.name(home)}

    def name(self, path: Path) -> str:
        """Give how the program calls a file."""
        return str(path)

    @contextlib.contextmanager
    def held(self, _file: Path) -> Iterator[bool]:
        """Keep a file as another program has it; False where no program can keep it from being replaced."""
        yield False

    def stop(self, running: subprocess.Popen[bytes]) -> None:
        """End a window."""
        running.terminate()
        running.wait(20)


class Windows(Machine):
    """The bench."""

    windows = True

    def __init__(self, program: Path, bench: Bench) -> None:
        super().__init__(program, bench.environment()["DISPLAY"])
        self.bench = bench

    def command(self, *arguments: str | bytes) -> list[str | bytes]:
        return ["wine", self.name(self.program / "duizhao-cli.exe"), *arguments]

    def window(self, file: str | bytes) -> list[str | bytes]:
        return ["wine", self.name(self.program / "duizhao.exe"), file]

    def environment(self, home: Path) -> dict[str, str]:
        return {**self.bench.environment(), "DUIZHAO_HOME": self.name(home)}

    def name(self, path: Path) -> str:
        return inside(path)

    @contextlib.contextmanager
    def held(self, file: Path) -> Iterator[bool]:
        command = ["wine", r"C:\Python311\python.exe", "-c", _LOCK, self.name(file)]
        environment = self.bench.environment()
        with subprocess.Popen(
            command, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
        ) as holder:
            assert holder.stdout
            yield int(holder.stdout.readline()) != -1
            holder.terminate()

    def stop(self, running: subprocess.Popen[bytes]) -> None:
        self.bench.wine("taskkill", "/F", "/IM", "duizhao.exe")
        running.wait(20)


def main(arguments: Sequence[str]) -> int:
    """Try it all; 1 if an answer was late or none."""
    parser = argparse.ArgumentParser(description="试打包好的程序遇到问题时怎样回答、多快回答")
    parser.add_argument("--windows", action="store_true", help="在Wine里试Windows的程序")
    parser.add_argument("program", type=Path, help="dist里打好的程序文件夹")
    parser.add_argument("pictures", type=Path, nargs="?", default=Path("dist/troubles"), help="窗口的图片放在哪里")
    options = parser.parse_args(arguments)
    if os.geteuid():
        raise SystemExit("这一项要以root身份运行（要挂载已满的、只读的盘），请在命令前加sudo。")
    options.pictures.mkdir(parents=True, exist_ok=True)
    with contextlib.ExitStack() as stack:
        program = options.program.resolve()
        machine = (
            Windows(program, stack.enter_context(Bench()))
            if options.windows
            else Machine(program, stack.enter_context(screen()))
        )
        print(f"机器负载{os.getloadavg()[0]:.1f}，{os.cpu_count()}个核心；忙时测得的时间偏长", flush=True)
        work = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="试")))
        places = Places(work, stack)
        wrong = _Line(machine, places).run() + trouble_window.run(machine, places, options.pictures, LONGEST)
    return int(wrong > 0)


class Places:
    """Where something is in the way, and where nothing is."""

    def __init__(self, work: Path, stack: contextlib.ExitStack) -> None:
        self.work, self._stack = work, stack
        self.free, self.home = work / "稿子", work / "home"
        self.free.mkdir()

    def begin(self, machine: Machine, draft: Path) -> None:
        """Begin a draft."""
        command = machine.command("new", "--template", TEMPLATE, "-o", machine.name(draft))
        environment = machine.environment(self.home)
        subprocess.run(
            command, check=True, env=environment, stdin=subprocess.DEVNULL, capture_output=True
        )  # Wine wants pipes

    def mounted(self, name: str) -> Path:
        """Make a place that can be filled or be write-protected."""
        place = self.work / name
        place.mkdir()
        subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={ROOM}", "tmpfs", str(place)], check=True)
        self._stack.callback(subprocess.run, ["umount", "-l", str(place)], check=True)
        return place

    def protect(self, place: Path) -> None:
        """Let nothing more be written there."""
        subprocess.run(["mount", "-o", "remount,ro", str(place)], check=True)

    def fill(self, place: Path) -> None:
        """Leave no room there."""
        with contextlib.suppress(OSError), (place / "其他文件").open("wb", buffering=0) as file:
            while True:
                file.write(b"0" * 4096)

    def deep(self) -> Path:
        """Make a folder whose path alone has more characters than Windows takes by itself."""
        place = self.work
        while len(str(place)) < 250:
            place = place / "二〇二五年度民主生活会材料"
        place.mkdir(parents=True, exist_ok=True)
        return place


class _Line:
    """The command line, and how long it takes where nothing is in the way."""

    def __init__(self, machine: Machine, places: Places) -> None:
        self.machine, self.places = machine, places
        self.draft, self.word = places.free / "材料.duizhao", places.free / "先.docx"
        places.begin(machine, self.draft)
        code, said, _ = self._once(("export", machine.name(self.draft), "-o", machine.name(self.word)))
        assert code == 0, said

    def run(self) -> int:
        """Try all cases; give how many answers were late or unclear."""
        protected, full, deep = self.places.mounted("只读"), self.places.mounted("已满"), self.places.deep()
        self.places.protect(protected)
        self.places.fill(full)
        wrong = self._exports("只读的文件夹", protected / "材料.docx") + self._exports("磁盘已满", full / "材料.docx")
        with self.machine.held(self.word) as is_held:
            if is_held:
                wrong += self._exports("Word文件被占用", self.word)
        target = deep / "对照检查材料（第三稿，已送审）.docx"
        wrong += self._exports(f"路径{len(self.machine.name(target))}个字", target, may_work=True)
        if not self.machine.windows:  # on Windows a name is Unicode whoever made it
            wrong += self._reads_foreign_name()
        return wrong

    def _reads_foreign_name(self) -> int:
        name = os.fsencode(self.places.free) + b"/" + "李某某材料.txt".encode("gbk")
        Path(os.fsdecode(name)).write_text("一、存在的问题\n下乡XX次。\n", "utf-8")
        code, said, took = self.timed("check", name)
        return _told("GBK的文件名", code in (0, 1) and "李某某材料" in said, said, took)

    def _exports(self, told: str, target: Path, *, may_work: bool = False) -> int:
        name = self.machine.name(target)
        code, said, took = self.timed("export", self.machine.name(self.draft), "-o", name)
        worked = may_work and code == 0 and target.is_file()
        refused = code == 2 and re.search("没有|未能", said)
        return _told(told, worked or bool(refused), "已导出" if worked else said, took)

    def timed(self, *arguments: str | bytes) -> tuple[int, str, float]:
        """Run a command and give its exit code, what it says, and the seconds beyond the program's start.

        It and one that does nothing in turn, the best of either: machines are noisy.
        """
        start = took = math.inf
        for tries in range(_MOST_TRIES):
            start = min(start, self._once(("templates",))[2])
            code, said, whole = self._once(arguments)
            took = min(took, whole)
            if tries >= _TRIES and took - start <= LONGEST:
                break
        return code, said, took - start

    def _once(self, arguments: Sequence[str | bytes]) -> tuple[int, str, float]:
        begun = time.monotonic()
        done = subprocess.run(
            self.machine.command(*arguments),
            check=False,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            env=self.machine.environment(self.places.home),
            timeout=120,
        )
        return done.returncode, done.stdout.decode("utf-8", "replace"), time.monotonic() - begun


def _told(what: str, right: bool, said: str, took: float) -> int:
    """Say how it went; 1 if it was not as it should be."""
    right = right and took <= LONGEST and not re.search(r"Traceback|Error|\[Errno", said)
    print(f"{'符合' if right else '不符'}：命令行，{what}，多用{max(took, 0):.1f}秒：{said.strip()}", flush=True)
    return int(not right)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
