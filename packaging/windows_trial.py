"""Try on the bench what users of Windows get: install, check, open by file, upgrade, remove; run the zip from its folder."""

from __future__ import annotations

import shutil
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path

from windows_bench import Bench

PLACE = r"C:\Program Files\对照 检查"  # a blank and Chinese, as folders have
CLASSES = r"HKCU\Software\Classes"
# What is opened by a double click: the suffixes of our own, and how the system calls them
ASSOCIATED = {
    ".duizhao": "对照检查材料草稿",
    ".duizhaoreq": "对照检查材料本次要求",
    ".duizhaocrit": "批评意见",
}


def run(bench: Bench, setup: Path, zipped: Path, version: str) -> None:
    """Do all of it; stop at the first thing that is not as promised."""
    trials: tuple[tuple[Callable[[Bench, Path, str], None], Path, str], ...] = (
        (_installs, setup, "安装程序装得上，程序自查通过，双击草稿和本次要求认得出"),
        (_upgrades, setup, "再装一次：旧版多出的文件、删去的桌面图标没有了，草稿、设置、放在程序文件夹里的稿子都在"),
        (_refuses_while_open, setup, "程序开着时不安装"),
        (_refuses_old_windows, setup, "Windows 10 1703以前的系统上不安装"),
        (_removes, setup, "卸载后程序、快捷方式、文件关联没有了，稿子都在"),
        (_runs_from_its_folder, zipped, "免安装的压缩包解开就能用，什么都只写在旁边的Data里"),
    )
    for trial, package, told in trials:
        trial(bench, package, version)
        print(f"  {told}", flush=True)


def _installs(bench: Bench, setup: Path, version: str) -> None:
    shutil.rmtree(_outside(bench, PLACE), ignore_errors=True)
    _expect(_setup(bench, setup) == 0, "安装程序没有成功")
    for name in ("duizhao-cli.exe", "duizhao.exe"):
        _expect(
            bench.wine(rf"{PLACE}\{name}", "--self-check", told=name == "duizhao-cli.exe") == 0, f"{name} 自查没有通过"
        )
    for suffix, title in ASSOCIATED.items():
        kind = _registered(bench, rf"{CLASSES}\{suffix}", "")
        _expect(_registered(bench, rf"{CLASSES}\{kind}", "") == title, f"{suffix} 的名称不对")
        opened = _registered(bench, rf"{CLASSES}\{kind}\shell\open\command", "")
        _expect(opened == rf'"{PLACE}\duizhao.exe" "%1"', f"{suffix} 没有用程序打开：{opened}")
    _expect(_registered(bench, UNINSTALL, "DisplayVersion") == version, "卸载列表里的版本不对")
    _expect(len(_shortcuts(bench)) == 2, "开始菜单和桌面没有快捷方式")


def _upgrades(bench: Bench, setup: Path, _version: str) -> None:
    left = _outside(bench, PLACE) / "_internal" / "old.dll"
    left.write_bytes(b"")
    for shortcut in _shortcuts(bench):
        if "Start Menu" not in shortcut.parts:
            shortcut.unlink()
    for path in _kept(bench):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("稿子", "utf-8")
    _expect(_setup(bench, setup) == 0, "升级没有成功")
    _expect(not left.exists(), "旧版的文件还在")
    _expect(len(_shortcuts(bench)) == 1, "升级放回了删去的桌面图标，或者开始菜单里没有了")
    _expect(all(path.read_text("utf-8") == "稿子" for path in _kept(bench)), "升级动了稿子")


def _refuses_while_open(bench: Bench, setup: Path, _version: str) -> None:
    command = ["wine", rf"{PLACE}\duizhao.exe"]
    with subprocess.Popen(
        command, env=bench.environment(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as running:
        try:
            running.wait(8)
            raise SystemExit("程序没有开着，试不成")
        except subprocess.TimeoutExpired:
            code = _setup(bench, setup)
        finally:
            bench.wine("taskkill", "/F", "/IM", "duizhao.exe")
    _expect(code == 2, f"程序开着时，安装程序的退出码是{code}")


def _refuses_old_windows(bench: Bench, setup: Path, _version: str) -> None:
    key, name = r"HKLM\SOFTWARE\Microsoft\Windows NT\CurrentVersion", "CurrentBuildNumber"
    own = _registered(bench, key, name)
    bench.wine("reg", "add", key, "/v", name, "/d", "14393", "/f")
    try:
        _expect(_setup(bench, setup) == 2, "旧系统上没有停下")
    finally:
        bench.wine("reg", "add", key, "/v", name, "/d", own, "/f")


def _removes(bench: Bench, _setup: Path, _version: str) -> None:
    _expect(bench.wine(rf"{PLACE}\uninstall.exe", "/S", *f"_?={PLACE}".split(" ")) == 0, "卸载没有成功")
    folder = _outside(bench, PLACE)
    (folder / "uninstall.exe").unlink(missing_ok=True)  # it stays when it does not run from a copy of itself, as here
    left = {path.name for path in folder.rglob("*")}
    _expect(left == {"我的稿子.duizhao"}, f"卸载以后还有：{left}")
    _expect(not _shortcuts(bench), "快捷方式还在")
    for key in (*(rf"{CLASSES}\{each}" for each in ASSOCIATED), rf"{CLASSES}\duizhao.draft", UNINSTALL):
        _expect(not _registered(bench, key, ""), f"注册表里还有 {key}")
    _expect(all(path.read_text("utf-8") == "稿子" for path in _kept(bench)), "卸载动了稿子")
    shutil.rmtree(folder)


def _runs_from_its_folder(bench: Bench, zipped: Path, _version: str) -> None:
    place = bench.drive_c / "U盘 免安装"
    shutil.rmtree(place, ignore_errors=True)
    with zipfile.ZipFile(zipped) as held:
        held.extractall(place)
        program = f"{place.name}\\{held.namelist()[0].partition('/')[0]}"
    appdata = _appdata(bench) / "duizhao"
    shutil.rmtree(appdata, ignore_errors=True)
    _expect(bench.wine(rf"C:\{program}\duizhao.exe", "--self-check") == 0, "免安装版自查没有通过")
    data = place / program.partition("\\")[2] / "Data"
    _expect(data.is_dir() and any(data.iterdir()), "Data里什么都没有")
    _expect(not appdata.exists(), f"免安装版写了 {appdata}")
    shutil.rmtree(place)


UNINSTALL = r"HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall\duizhao"


def _setup(bench: Bench, setup: Path) -> int:
    # a path with blanks stands without quotation marks here, so Wine must not see it as one argument
    return bench.wine(str(setup), "/S", *f"/D={PLACE}".split(" "))


def _kept(bench: Bench) -> list[Path]:
    """List files that setup and removal must leave alone."""
    own = _appdata(bench) / "duizhao"
    return [own / "settings-tried.json", own / "backups" / "稿子", _outside(bench, PLACE) / "我的稿子.duizhao"]


def _shortcuts(bench: Bench) -> list[Path]:
    return [*(bench.drive_c / "users").rglob("对照检查写作助手.lnk")]


def _appdata(bench: Bench) -> Path:
    return next((bench.drive_c / "users").glob("*/AppData/Roaming/Microsoft")).parent


def _outside(bench: Bench, path: str) -> Path:
    return bench.drive_c / path.removeprefix("C:\\").replace("\\", "/")


def _registered(bench: Bench, key: str, name: str) -> str:
    """Read a value; empty if there is none."""
    command = ["wine", "reg", "query", key, *(["/v", name] if name else ["/ve"])]
    told = subprocess.run(command, env=bench.environment(), check=False, capture_output=True).stdout.decode(
        "gbk", "replace"
    )
    return told.partition("REG_SZ")[2].splitlines()[0].strip() if "REG_SZ" in told else ""


def _expect(right: bool, told: str) -> None:
    if not right:
        raise SystemExit(f"Windows上试用不对：{told}")
