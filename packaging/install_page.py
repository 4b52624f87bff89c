"""The page 安装说明 that lies beside the packages: docs/install.md as one HTML file, its pictures in it.

Any browser shows it without a network, on Windows, 统信 and 麒麟 alike. Of Markdown it knows what that page uses, and refuses the
rest, so that nothing is shown as it should not be.
"""

from __future__ import annotations

import base64
import html
import re
from collections.abc import Iterator
from pathlib import Path

_STYLE = (
    "body { max-width: 46em; margin: 2em auto; padding: 0 1em; line-height: 1.7; color: #222; background: #fff;"
    ' font-family: "Microsoft YaHei", "Noto Sans CJK SC", "WenQuanYi Micro Hei", sans-serif; }'
    " h1 { font-size: 1.5em; } h2 { font-size: 1.25em; margin-top: 2em; border-bottom: 1px solid #ccc; }"
    " h3 { font-size: 1.1em; } img { max-width: 100%; border: 1px solid #ccc; }"
    " pre, code { background: #f2f2f2; font-family: monospace; } pre { padding: .6em 1em; }"
)
_PICTURE = re.compile(r"!\[([^\]]*)\]\(([^)]+)\)")
_ITEM = re.compile(r"(?:(\d+)\.|-) +")


def page(source: Path) -> str:
    """Turn the Markdown page into HTML that needs no other file. Raises ValueError for what it does not know."""
    lines = source.read_text("utf-8").splitlines()
    body = "\n".join(_blocks(lines, source.parent))
    title = html.escape(lines[0].lstrip("# "))
    policy = "default-src 'none'; img-src data:; style-src 'unsafe-inline'"
    return (
        f'<!DOCTYPE html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">\n<title>{title}</title>\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        f"<style>{_STYLE}</style>\n</head>\n<body>\n{body}\n</body>\n</html>\n"
    )


def _blocks(lines: list[str], folder: Path) -> Iterator[str]:
    """Yield the page's blocks; what is indented below an item of a list belongs to it."""
    at = 0
    while at < len(lines):
        line = lines[at]
        at += 1
        if not line:
            continue
        if line == "```":
            end = lines.index("```", at)
            yield f"<pre>{html.escape(chr(10).join(lines[at:end]))}</pre>"
            at = end + 1
        elif found := re.match("(#{1,3}) (.+)", line):
            level = len(found[1])
            yield f"<h{level}>{_text(found[2], folder)}</h{level}>"
        elif _ITEM.match(line):
            held = [line]
            while at < len(lines) and _goes_on(lines, at):
                held.append(lines[at])
                at += 1
            yield _list(held, folder)
        elif re.match(r"\s|[>|*+]|#", line):
            raise ValueError(f"docs/install.md 里有网页里显示不出的写法：{line}")
        else:
            yield f"<p>{_text(line, folder)}</p>"


def _goes_on(lines: list[str], at: int) -> bool:
    """Tell whether a list goes on: with another item, what is indented, or a blank line before either."""
    line = lines[at] or (lines[at + 1] if at + 1 < len(lines) else "")
    return bool(_ITEM.match(line)) or line.startswith("   ")


def _list(held: list[str], folder: Path) -> str:
    name = "ol" if held[0][0].isdigit() else "ul"
    items: list[str] = []
    for line in filter(None, held):
        if _ITEM.match(line):
            items.append(_text(_ITEM.sub("", line, count=1), folder))
        else:
            items[-1] += f"<br>{_text(line.strip(), folder)}"
    return f"<{name}>\n" + "\n".join(f"<li>{each}</li>" for each in items) + f"\n</{name}>"


def _text(line: str, folder: Path) -> str:
    """Write a line's code, links and pictures; links lead to other pages of docs, which are not here, and become words."""
    told = html.escape(line, quote=False)
    told = _PICTURE.sub(lambda found: _picture(found[1], folder / found[2]), told)
    told = re.sub(r"\[([^\]]+)\]\([^)]+\)", r"\1", told)
    told = re.sub(r"\*\*(.+?)\*\*", r"<b>\1</b>", told)
    return re.sub("`([^`]+)`", r"<code>\1</code>", told)


def _picture(told: str, path: Path) -> str:
    held = base64.b64encode(path.read_bytes()).decode("ascii")
    return f'<img alt="{told}" src="data:image/png;base64,{held}">'
