"""The part of trouble_trial.py that works in the window: keys are pressed, and a picture is kept of what it shows then."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from trouble_trial import Machine, Places

_CHANGED = 1500  # pixels; a blinking cursor has fewer
_PATIENCE = 10.0  # seconds, for what should take two
_STILL = 2.0  # seconds after which nothing more is to come


def run(machine: Machine, places: Places, pictures: Path, longest: float) -> int:
    """Try all cases; give how many were answered late or not at all."""
    if missing := [tool for tool in ("xdotool", "import", "compare", "openbox") if not shutil.which(tool)]:
        raise SystemExit(f"缺少{'、'.join(missing)}，请运行：sudo apt-get install -y xdotool imagemagick openbox")
    hands = Hands(machine, places, pictures)
    cases: dict[str, Callable[[Hands], float]] = {
        "存草稿的文件夹成了只读的": _protected,
        "存草稿的磁盘满了": _full,
        "导出过的Word正被其他程序打开": _held,
        "路径超过260个字的草稿，写，保存": _deep,
        "从压缩包里解出来的文件，文件名是GBK的": _foreign_name,
    }
    manager = subprocess.Popen(["openbox"], env={**os.environ, "DISPLAY": machine.display}, stderr=subprocess.DEVNULL)
    wrong = 0
    try:
        for told, case in cases.items():
            if case is _held and not machine.windows:
                continue  # no program on Linux keeps a file from being replaced
            took = case(hands)
            wrong += took > longest
            print(f"{'符合' if took <= longest else '不符'}：窗口，{told}，{took:.1f}秒后回答", flush=True)
    finally:
        manager.terminate()
    print(f"窗口的图片在 {pictures}")
    return wrong


class Hands:
    """What presses keys and looks."""

    def __init__(self, machine: Machine, places: Places, pictures: Path) -> None:
        self.machine, self.places, self.pictures = machine, places, pictures

    @contextlib.contextmanager
    def window(self, file: str | bytes) -> Iterator[None]:
        """Have a file open in the window, in which all is loaded."""
        environment = self.machine.environment(self.places.home)
        quiet = subprocess.DEVNULL
        command = self.machine.window(file)
        running = subprocess.Popen(command, env=environment, stdin=quiet, stdout=quiet, stderr=quiet)
        try:
            self._wait_for_window()
            yield
        finally:
            self.machine.stop(running)

    def draft_in(self, folder: Path) -> str:
        """Begin a draft there."""
        self.places.begin(self.machine, folder / "材料.duizhao")
        return self.machine.name(folder / "材料.duizhao")

    def press(self, *keys: str) -> None:
        """Press keys, one after the other."""
        for key in keys:
            self._do("key", key)
            time.sleep(0.3)

    def agree(self, title: str, done: Callable[[], bool]) -> None:
        """Press Enter in a dialog that is to come, until what it leads to is there."""
        for _ in range(30):
            if done():
                time.sleep(2)  # what is told of it comes after
                return
            if self._do("search", "--onlyvisible", "--name", title):
                self.press("Return")
            time.sleep(1)
        raise SystemExit(f"半分钟里没有{title}。")

    def write(self) -> None:
        """Write something, so that there is something to be saved; then wait until all is still."""
        self._activate()  # a chooser of files was there perhaps
        self.press("ctrl+End")
        self._do("type", "--delay", "50", "2025")
        time.sleep(3)

    def answer(self, picture: str, deed: Callable[[], None]) -> float:
        """Do something and give after how many seconds all is shown that it leads to; that is kept as a picture."""
        shown, shot = self.places.work / "shown.png", self.places.work / "shot.png"
        self._take(shown)
        begun = time.monotonic()
        deed()
        took = _PATIENCE
        seen = 0.0
        while seen < _PATIENCE and seen < took + _STILL:
            self._take(shot)
            seen = time.monotonic() - begun
            if self._differ(shown, shot) > _CHANGED:
                took = seen
                shot.replace(shown)
        self._take(self.pictures / f"{'windows' if self.machine.windows else 'linux'}-{picture}.png")
        return took

    def _wait_for_window(self) -> None:
        for _ in range(120):
            if self._activate():
                time.sleep(8)  # until all that reads along is there
                return
            time.sleep(0.5)
        raise SystemExit("一分钟里没有打开窗口。")

    def _activate(self) -> bool:
        """Give the window the keyboard, if it is there."""
        found = self._do("search", "--onlyvisible", "--name", "对照检查写作助手").split()
        if found:
            self._do("windowactivate", "--sync", found[-1])
        return bool(found)

    def _do(self, *words: str) -> str:
        environment = {**os.environ, "DISPLAY": self.machine.display, "LC_ALL": "C.UTF-8"}
        return subprocess.run(["xdotool", *words], check=False, capture_output=True, text=True, env=environment).stdout

    def _take(self, path: Path) -> None:
        environment = {**os.environ, "DISPLAY": self.machine.display}
        subprocess.run(["import", "-window", "root", str(path)], check=True, env=environment)

    def _differ(self, before: Path, now: Path) -> float:
        command = ["compare", "-metric", "AE", str(before), str(now), "null:"]
        return float(subprocess.run(command, check=False, capture_output=True, text=True).stderr.split()[0])


def _protected(hands: Hands) -> float:
    place = hands.places.mounted("只读的盘")
    with hands.window(hands.draft_in(place)):
        hands.write()
        hands.places.protect(place)
        return hands.answer("read-only", lambda: hands.press("ctrl+s"))


def _full(hands: Hands) -> float:
    place = hands.places.mounted("满了的盘")
    with hands.window(hands.draft_in(place)):
        hands.write()
        hands.places.fill(place)
        return hands.answer("full", lambda: hands.press("ctrl+s"))


def _held(hands: Hands) -> float:
    place = hands.places.work / "送审"
    place.mkdir()
    with hands.window(hands.draft_in(place)):
        hands.press("ctrl+e")
        hands.agree("导出", lambda: any(place.glob("*.docx")))
        word = next(place.glob("*.docx"))
        hands.write()
        with hands.machine.held(word):
            return hands.answer("held", lambda: hands.press("ctrl+s"))


def _deep(hands: Hands) -> float:
    place = hands.places.deep()
    with hands.window(hands.draft_in(place)):
        hands.write()
        return hands.answer("deep", lambda: hands.press("ctrl+s"))


def _foreign_name(hands: Hands) -> float:
    name = os.fsencode(hands.places.free) + b"/" + "张某某材料.txt".encode("utf-8" if hands.machine.windows else "gbk")
    path = Path(os.fsdecode(name))
    path.write_text("一、存在的问题\n下乡XX次。\n", "utf-8")
    with hands.window(hands.machine.name(path) if hands.machine.windows else name):
        return hands.answer("foreign-name", lambda: hands.press("F7"))
