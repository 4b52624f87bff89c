"""Fonts by the part they play: that of the window, and those of the page on the screen."""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontDatabase

# The window's own type: what Windows and the Linux systems in use here bring for Chinese.
_INTERFACE = ("Microsoft YaHei UI", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", "WenQuanYi Micro Hei")
# On the screen the page shows the fonts of the Word file, or what stands in for them on this machine. The same font
# goes by its Chinese and its English name, depending on the system.
FACES = {
    "title": (
        "方正小标宋简体",
        "FZXiaoBiaoSong-B05S",
        "小标宋",
        "华文中宋",
        "STZhongsong",
        "Noto Serif CJK SC",
        "宋体",
        "SimSun",
    ),
    "kai": ("楷体_GB2312", "KaiTi_GB2312", "楷体", "KaiTi", "STKaiti", "AR PL UKai CN", "Noto Serif CJK SC"),
    "hei": ("黑体", "SimHei", "Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei"),
    "song": ("仿宋_GB2312", "FangSong_GB2312", "仿宋", "FangSong", "STFangsong", "Noto Serif CJK SC", "宋体", "SimSun"),
}
FACES["name"] = FACES["kai"]  # the name line: 楷体 as the headings of the second level, but no heading
_TELLING = {"title": 5, "kai": 6}  # faces that tell a heading, and how many of their names do so by their form
PROPER = {"title": "方正小标宋简体", "kai": "楷体_GB2312", "song": "仿宋_GB2312"}
_PROPER_NAMES = {"title": 2, "kai": 2, "song": 2}  # how many of the names above are the proper font itself


def interface_font(points: float) -> QFont:
    """Give the font of panels, dialogs and menus."""
    font = QFont()
    font.setFamilies(list(_INTERFACE))
    font.setPointSizeF(points)
    return font


def page_font(face: str, pixels: float) -> QFont:
    """Give a font of the page in a size in pixels."""
    font = QFont()
    font.setFamilies(list(FACES[face]))
    font.setPixelSize(max(1, round(pixels)))
    if face in _TELLING and not _has(FACES[face][: _TELLING[face]]):
        font.setBold(True)  # what stands in does not show that this is a title or heading
    return font


def _has(names: tuple[str, ...]) -> bool:
    installed = set(QFontDatabase.families())
    return any(name in installed for name in names)


def missing_fonts() -> list[str]:
    """List the fonts of the official layout that this machine does not have."""
    return [PROPER[face] for face, count in _PROPER_NAMES.items() if not _has(FACES[face][:count])]


def has_chinese() -> bool:
    """Tell whether any font here can show Chinese; else the window would show boxes."""
    return bool(QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese))
