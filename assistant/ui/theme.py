"""Colors and fonts: roles that point to base colors (resources/themes), and fonts by the part they play on the page."""

from __future__ import annotations

from dataclasses import dataclass
from string import Template

from PySide6.QtGui import QColor, QFont, QFontDatabase

from assistant import paths, strict_toml
from assistant.finding import Severity
from assistant.strict_toml import DataError


@dataclass(frozen=True, slots=True)
class ThemeFile:
    base: dict[str, str]
    role: dict[str, str]


@dataclass(frozen=True, slots=True)
class Theme:
    colors: dict[str, str]

    def color(self, role: str) -> QColor:
        return QColor(self.colors[role])

    def severity(self, severity: Severity) -> QColor:
        return self.color(severity.value)

    def style_sheet(self) -> str:
        """Give the style sheet of the whole program in this theme's colors."""
        source = (paths.resources() / "themes" / "style.qss").read_text("utf-8")
        return Template(source).substitute(self.colors)


def load(name: str = "light") -> Theme:
    """Read a theme. Raises DataError where a role points to no base color."""
    path = paths.resources() / "themes" / f"{name}.toml"
    file = strict_toml.load(ThemeFile, path.read_text("utf-8"), path.name)
    for role, base in file.role.items():
        if base not in file.base or not QColor(file.base[base]).isValid():
            raise DataError(f"{path.name}.role.{role}：没有名为 {base} 的底色，或它不是颜色")
    return Theme({role: file.base[base] for role, base in file.role.items()})


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
PROPER = {"title": "方正小标宋简体", "kai": "楷体_GB2312", "song": "仿宋_GB2312"}
_PROPER_NAMES = {"title": 2, "kai": 2, "song": 2}  # how many of the names above are the proper font itself


def page_font(face: str, pixels: float) -> QFont:
    """Give a font of the page in a size in pixels."""
    font = QFont()
    font.setFamilies(list(FACES[face]))
    font.setPixelSize(max(1, round(pixels)))
    if face == "title" and not _has(FACES["title"][:5]):
        font.setBold(True)  # no 小标宋 at all: a bold 宋体 comes nearest
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
