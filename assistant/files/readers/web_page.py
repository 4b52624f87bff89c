"""Web pages (.html, .htm, and what Word or WPS saved as a page under the name .doc) → text.

Taken over: the text of blocks, line breaks, numbers of lists, tables row by row, headings. Left out: scripts, styles,
what is not shown. Nothing is fetched, no entity is looked up but those of HTML itself.
"""

from __future__ import annotations

import re
from html import unescape

from assistant.files.readers.encodings import decode
from assistant.files.readers.web_lines import BLOCKS, Lines
from assistant.files.too_large import CONTENT_TOO_LARGE
from assistant.reading import Reading, Unreadable

_UNKNOWN = "没有认出这个网页的文字编码。请用浏览器打开它，复制正文后粘贴到程序里。"
_DECLARED = re.compile(rb"charset\s*=\s*[\"']?\s*([A-Za-z0-9_-]{2,20})", re.IGNORECASE)
_TOKEN = re.compile(
    r"<!--(?!\[if[^>]{0,80}\]>)(?:.*?-->|.*)"  # a comment
    r"|<!--\[if.*?(?:<!\[endif\]-->|\Z)"  # for old programs alone
    r"|<![A-Za-z][^<>\[]*\[[^\]]{0,20000}\]\s*>|<[!?][^<>]*>"
    r"|<(/?)([A-Za-z][A-Za-z0-9:]{0,30})((?:\s[^<>]{0,60000})?)/?>"
    r"|([^<]+)|<",
    re.DOTALL,
)
_ATTRIBUTE = re.compile(r"([A-Za-z:-]{1,30})\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))")
_UNSHOWN = frozenset(["script", "style", "head", "title", "noscript", "template", "object", "applet", "iframe", "select", "textarea", "svg", "math", "audio", "video", "canvas", "button", "xml"])  # fmt: skip
_HIDING = re.compile(r"display\s*:\s*none|mso-hide\s*:\s*all|visibility\s*:\s*hidden|\shidden(?=[\s=]|$)")
_STRIKING = ("s", "strike")
_BLANKS = re.compile("[ \t\r\n\f]+")
_MOST_TOKENS = 1_000_000
_EMPTY = frozenset(
    ["br", "hr", "img", "input", "meta", "link", "col", "area", "base", "embed", "param", "source", "wbr"]
)


def read(data: bytes) -> Reading:
    """Read a web page from its bytes. Raises Unreadable."""
    return read_page(_decoded(data))


def _decoded(data: bytes) -> str:
    declared = _DECLARED.search(data[:4096])
    if declared and not data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")) and b"\0" not in data[:100]:
        name = declared[1].decode("ascii").lower()
        try:
            return data.decode({"gb2312": "gb18030", "gbk": "gb18030", "big5": "big5hkscs"}.get(name, name))
        except (LookupError, UnicodeError):
            pass  # pages lie
    decoded = decode(data)
    if decoded is None:
        raise Unreadable(_UNKNOWN)
    return decoded[0]


def read_page(page: str) -> Reading:
    """Read a web page. Raises Unreadable."""
    lines = Lines()
    opened: list[tuple[str, str]] = []  # open elements that end in a way of their own
    unshown = ""
    depth = 0
    for count, match in enumerate(_TOKEN.finditer(page)):
        if count > _MOST_TOKENS:
            raise Unreadable(CONTENT_TOO_LARGE)
        closing, name, attributes, text = match.groups()
        if text is not None:
            if not unshown:
                lines.put(text_of(text, kept=lines.preformatted))
            continue
        if name is None:
            if match[0] == "<" and not unshown:
                lines.put("<")
            continue
        name = name.lower()
        if unshown:
            if name == unshown:
                depth += -1 if closing else 0 if match[0].endswith("/>") else 1
                if depth == 0:
                    unshown = ""
            continue
        if (
            not closing
            and name not in _EMPTY
            and not match[0].endswith("/>")
            and _is_unshown(name, attributes or "", lines)
        ):
            unshown, depth = name, 1
        elif closing:
            _close(name, opened, lines)
        else:
            _open(name, _attributes(attributes) if attributes else {}, opened, lines)
    return lines.reading()


def text_of(text: str, *, kept: bool) -> str:
    """Give the characters that a page's text stands for; blanks and line breaks are one blank."""
    if not kept:
        text = _BLANKS.sub(" ", text)
    return unescape(text) if "&" in text else text


def _attributes(written: str) -> dict[str, str]:
    return {
        match[1].lower(): unescape(match[2] or match[3] or match[4] or "") for match in _ATTRIBUTE.finditer(written)
    }


def _is_unshown(name: str, attributes: str, lines: Lines) -> bool:
    if name in _UNSHOWN:
        lines.left_out["object"] += name in ("object", "svg", "iframe")
        return True
    if attributes and _HIDING.search(attributes.lower()):
        lines.left_out["hidden"] += 1
        return True
    return False


def _open(name: str, given: dict[str, str], opened: list[tuple[str, str]], lines: Lines) -> None:
    if name == "br":
        lines.line_break()
    elif name == "img":
        lines.left_out["drawing"] += 1
    elif name in ("ol", "ul"):
        lines.begin_list(ordered=name == "ol", kind=given.get("type", ""), start=given.get("start", ""))
    elif name == "li":
        lines.item(given.get("value", ""))
    elif name == "table":
        lines.begin_table()
    elif name == "tr":
        lines.begin_row()
    elif name in ("td", "th"):
        lines.begin_cell()
    elif name in ("ins", "del"):
        opened.append((name, lines.revise(name, given.get("cite", ""), given.get("datetime", ""))))
    elif name == "span":
        opened.append((_open_span(given.get("style", "").lower(), lines), ""))
    elif name in _STRIKING:
        lines.begin_strike()
    elif name in BLOCKS:
        lines.begin_block(name, given.get("style", ""))


def _open_span(style: str, lines: Lines) -> str:
    """Begin what a span does, and tell by what name its end is known."""
    if "mso-list" in style and "ignore" in style:
        lines.begin_number()
        return "span number"
    if "line-through" in style:
        lines.begin_strike()
        return "span struck"
    return "span"


def _close(name: str, opened: list[tuple[str, str]], lines: Lines) -> None:
    if name in ("ol", "ul"):
        lines.end_list()
    elif name == "table":
        lines.end_table()
    elif name in ("td", "th"):
        lines.end_cell()
    elif name == "tr":
        lines.end_row()
    elif name in ("ins", "del", "span"):
        if opened and opened[-1][0].split()[0] == name:
            kind, mark = opened.pop()
            if kind == "span number":
                lines.end_number()
            elif kind == "span struck":
                lines.end_strike()
            elif name != "span":
                lines.end_revision(name, mark)
    elif name in _STRIKING:
        lines.end_strike()
    elif name in BLOCKS:
        lines.end_block(name)
