"""Which input method the system has, and the way to it.

PySide6 brings the plugin of ibus alone. fcitx 5 answers to it as well; fcitx 4, which UOS 20 comes with, has no door that Qt 6
without a plugin of fcitx's own could use, so that is told.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QLibraryInfo

_PLUGINS = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath)) / "platforminputcontexts"
OUT_OF_REACH = (
    "本机的输入法是fcitx 4，本程序不支持，不能直接输入中文。请联系单位维护人员，把系统的输入法换成fcitx 5或ibus（在终端运行 im-config，选好后"
    "注销再登录）；一时不能更换的，可以在其他程序里写好再粘贴。"
)


def reach_fcitx(plugins: Path = _PLUGINS) -> None:
    """Speak to fcitx the way ibus does, before the application is made.

    Without this nobody whose input method is fcitx, as on UOS and Kylin, could type Chinese.
    """
    asked = os.environ.get("QT_IM_MODULE") or os.environ.get("XMODIFIERS", "")
    if "fcitx" in asked and not any(plugins.glob("*fcitx*")):
        os.environ["QT_IM_MODULE"] = "ibus"
        os.environ["IBUS_USE_PORTAL"] = "1"  # Qt looks for ibus's own daemon else, which fcitx is not


def is_out_of_reach(processes: Path = Path("/proc")) -> bool:
    """Tell whether the input method that was to be reached is fcitx 4, which does not answer."""
    if not sys.platform.startswith("linux") or not os.environ.get("IBUS_USE_PORTAL"):
        return False
    names = _running(processes)
    return "fcitx" in names and not names & {"fcitx5", "ibus-daemon", "ibus-portal"}


def _running(processes: Path) -> set[str]:
    """Name this user's programs that run; where the system does not say, none."""
    names = set()
    with suppress(OSError):
        for each in processes.iterdir():
            if each.name.isdigit():
                with suppress(OSError):  # it has ended meanwhile
                    if each.stat().st_uid == os.getuid():
                        names.add((each / "comm").read_text("utf-8", "replace").strip())
    return names
