"""Pictures of all windows, made by one command: `python3 dev.py shots`.

Without more it makes the pictures of README and guide anew: docs/pictures, light and dark, as on a screen of 1366×768.
`dev.py shots FOLDER` makes all there are, windows and dialogs, at 100 % and 150 %, light and dark, to look through;
`--windows` makes them in the Windows of packaging/windows_bench.py. What is not named is left out: `--looks night
contrast`, `--type huge`, `--size 1024x600`, `--only start`. `--all` makes them on every screen, in every look and in
the largest type, and sheets of them to look through.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
PICTURES = ROOT / "docs" / "pictures"
_SCREENS = {100: "1366x768", 150: "1920x1080"}  # points, of the screens that are set to it
_DOCUMENTED = (("light", "dark"), (100,))
_ALL = (  # points of a screen, scale, looks, type
    ("1366x768", 100, ("light", "dark", "night", "contrast"), "standard"),
    ("1366x768", 125, ("light", "dark"), "standard"),
    ("1024x600", 100, ("light", "contrast"), "standard"),
    ("1920x1080", 150, ("light", "dark"), "standard"),
    ("1366x768", 100, ("light",), "huge"),
    ("1024x600", 100, ("light",), "huge"),
)


def main(arguments: list[str]) -> int:
    """Make the pictures, those of each scale in a process of its own: Qt asks for it once, at the start."""
    parser = argparse.ArgumentParser(prog="dev.py shots", description="给窗口和对话框拍照")
    parser.add_argument("folder", type=Path, nargs="?", help="全部图片放在哪里；不写就更新 docs/pictures")
    parser.add_argument("--windows", action="store_true", help="在Wine里的Windows上拍")
    parser.add_argument("--scales", type=int, nargs="+", default=sorted(_SCREENS), help="缩放百分比")
    parser.add_argument("--looks", nargs="+", default=["light", "dark"], help="外观：light dark night contrast")
    parser.add_argument("--type", default="standard", help="界面字号：small standard large huge")
    parser.add_argument("--size", help="屏幕，例如 1024x600")
    parser.add_argument("--only", nargs="+", default=[], help="只拍这几张")
    parser.add_argument("--all", action="store_true", help="各种屏幕、外观、字号都拍，另拼成大张")
    parser.add_argument("--inside", type=int, help=argparse.SUPPRESS)  # this is the process of one scale
    options = parser.parse_args(arguments)
    if options.inside:
        return _take(options)
    if options.all and options.folder:
        return _take_all(options)
    scales = options.scales if options.folder else _DOCUMENTED[1]
    for scale in scales:
        code = _run(scale, options, arguments)
        if code:
            return code
    return 0


def _take_all(options: argparse.Namespace) -> int:
    """Take them on each screen into a folder of its own, and lay them out on sheets."""
    sys.path.insert(0, str(HERE))
    import sheets

    folders = []
    for points, scale, looks, size in _ALL:
        folder = options.folder / "-".join((points, str(scale), size))
        given = [str(folder), "--size", points, "--scales", str(scale), "--looks", *looks, "--type", size]
        only = ["--only", *options.only] if options.only else []
        code = main([*given, *only, *(["--windows"] if options.windows else [])])
        if code:
            return code
        folders.append(folder)
    looks = sorted({look for _, _, looks, _ in _ALL for look in looks})
    count = sheets.make(sheets.by_scene(folders, looks), options.folder / "sheets")
    print(f"{options.folder / 'sheets'}：{count}张")
    return 0


def _run(scale: int, options: argparse.Namespace, arguments: list[str]) -> int:
    inside = [*arguments, "--inside", str(scale)]
    if options.windows:
        return _run_on_windows(scale, options, inside)
    points = _points(scale, options)
    with tempfile.TemporaryDirectory() as name:
        screen = Path(name) / "screen.json"
        shape = {
            "x": 0,
            "y": 0,
            "width": points[0],
            "height": points[1],
            "logicalDpi": 96,
            "logicalBaseDpi": 96,
            "dpr": 1,
        }
        screen.write_text(json.dumps({"screens": [{"name": "shots", **shape}]}), "utf-8")
        environment = {**os.environ, "QT_SCALE_FACTOR": str(scale / 100), "HOME": name, "XDG_CONFIG_HOME": name}
        if sys.platform != "win32":  # which has a screen
            environment["QT_QPA_PLATFORM"] = f"offscreen:configfile={screen}"
        return _quietly([sys.executable, str(HERE), *inside], environment)


def _quietly(command: list[str], environment: dict[str, str]) -> int:
    """Run a command and tell what it says, but for what a platform without a screen says of itself."""
    with subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, text=True) as running:
        for line in running.stderr or ():
            if "This plugin does not support" not in line:
                print(line, end="", file=sys.stderr)
    return running.returncode


def _run_on_windows(scale: int, options: argparse.Namespace, inside: list[str]) -> int:
    sys.path.insert(0, str(ROOT / "packaging"))
    import windows_bench

    folder = (options.folder or PICTURES).resolve()
    given = [
        windows_bench.inside(folder) if options.folder and each == str(options.folder) else each for each in inside
    ]
    with windows_bench.Bench() as bench:
        return bench.python("-X", "utf8", windows_bench.inside(HERE), *given, QT_SCALE_FACTOR=str(scale / 100))


def _points(scale: int, options: argparse.Namespace) -> tuple[int, int]:
    width, _, height = (options.size or _SCREENS[scale]).partition("x")
    return int(width), int(height)


def _take(options: argparse.Namespace) -> int:
    """Take the pictures of one scale."""
    sys.path[:0] = [str(HERE), str(HERE.parent), str(ROOT)]
    import taking

    points = _points(options.inside, options)
    wanted = taking.Wanted(
        (points[0] * 100 // options.inside, points[1] * 100 // options.inside),
        options.looks if options.folder else list(_DOCUMENTED[0]),
        options.type,
        options.only,
        documented=options.folder is None,
    )
    folder = options.folder or PICTURES
    folder.mkdir(parents=True, exist_ok=True)
    plain = options.inside == 100 or not options.folder or (len(options.scales) == 1 and options.size)
    suffix = "" if plain else f"-{options.inside}"
    return taking.take(wanted, folder, suffix)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
