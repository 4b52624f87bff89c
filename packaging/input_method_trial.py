"""Type Chinese into the installed program with the input methods that its users have: fcitx 4, fcitx 5, ibus.

    sudo python3 packaging/input_method_trial.py PACKAGE.deb [PICTURES]

Each in turn is installed from Debian in a Debian 11 of its own folder, where the .deb is installed too, so that what is tried is
what people get. The pictures show the composing and what the program says.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import debian_root
import debian_trial

SESSION = Path(__file__).resolve().with_name("input_method_session.sh")
# the input method's own packages, and whether it reaches the program (fcitx 4 has no door for it; it says so)
METHODS: dict[str, tuple[tuple[str, ...], bool]] = {
    "ibus": (("ibus", "ibus-libpinyin", "dconf-gsettings-backend"), True),
    "fcitx5": (("fcitx5", "fcitx5-pinyin"), True),
    "fcitx": (("fcitx", "fcitx-pinyin", "fcitx-ui-classic", "fcitx-module-dbus", "fcitx-module-x11"), False),
}
TYPED, MEANT = "nihao", "你好"


def main(arguments: Sequence[str]) -> int:
    """Try all of them and tell how each went; 1 if one was otherwise than expected."""
    if not arguments or not arguments[0].endswith(".deb"):
        print(__doc__)
        return 2
    package = Path(arguments[0]).resolve()
    pictures = Path(arguments[1] if len(arguments) > 1 else "dist/input-methods").resolve()
    pictures.mkdir(parents=True, exist_ok=True)
    debian = debian_trial.desktop(package.parent, pictures)
    debian_trial.apt(debian, "install", "--reinstall", str(package))
    wrong = 0
    for method, (names, reaches) in METHODS.items():
        others = {each for other, (held, _) in METHODS.items() if other != method for each in held}
        debian_trial.apt(debian, "purge", *sorted(others - set(names)))
        debian_trial.apt(debian, "install", *names)
        text, told = _session(debian, method, pictures)
        right = (MEANT in text and TYPED not in text) if reaches else MEANT not in text
        right = right and told == "输入法在运行，程序正常退出"
        wrong += not right
        version = _version(debian, names[0])
        print(
            f"{'符合' if right else '不符'}：{method} {version}，输入“{TYPED}”得到“{text[-20:]}”；{told}",
            flush=True,
        )
    print(f"图片在 {pictures}")
    return int(wrong > 0)


def _session(debian: debian_root.Root, method: str, pictures: Path) -> tuple[str, str]:
    """Give what stands in the draft afterwards, and how the program ended."""
    draft = pictures / f"{method}.duizhao"
    draft.unlink(missing_ok=True)
    debian.run("duizhao", "new", "--template", "2025-democratic-individual", "-o", str(draft))
    before = _text(draft)
    told = pictures / f"{method}.log"
    debian.run("sh", "-c", f'sh "{SESSION}" {method} "{draft}" "{pictures}" >"{told}" 2>&1')
    text = _text(draft)
    assert text.startswith(before[:20])
    return text.replace(before, "").strip(), told.read_text("utf-8").strip().rpartition("\n")[2]


def _text(draft: Path) -> str:
    return str(json.loads(draft.read_text("utf-8"))["text"])


def _version(debian: debian_root.Root, name: str) -> str:
    shown = ["chroot", str(debian.folder), "dpkg-query", "-W", "-f", "${Version}", name]
    return subprocess.run(shown, check=True, capture_output=True, text=True).stdout


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
