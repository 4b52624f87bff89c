"""Web pages saved as one file (.mht, .mhtml, and .doc that is one) → text: the page among the parts is found and read."""

from __future__ import annotations

import binascii
import quopri
import re

from assistant.files.readers import web_page
from assistant.files.readers.encodings import decode
from assistant.files.trouble import BROKEN
from assistant.reading import Reading, Unreadable

_HEADER = re.compile(rb"^([A-Za-z-]{1,60}):[ \t]*((?:[^\r\n]|\r?\n[ \t])*)", re.MULTILINE)
_BLANK_LINE = re.compile(rb"\r?\n\r?\n|\r\r")
_MOST_PARTS = 2000


def read(data: bytes) -> Reading:
    """Read the first page of an archive. Raises Unreadable."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) and (decoded := decode(data)):
        data = decoded[0].encode("utf-8", "replace")
    body, headers = _split(data.lstrip(b"\xef\xbb\xbf \t\r\n"))
    found = _page(body, headers, 0)
    if found is None:
        raise Unreadable(BROKEN)
    return web_page.read(found)


def _split(part: bytes) -> tuple[bytes, dict[str, str]]:
    blank = _BLANK_LINE.search(part)
    head, body = (part[: blank.start()], part[blank.end() :]) if blank else (part, b"")
    headers = {
        match[1].decode("ascii").lower(): re.sub(r"\s+", " ", match[2].decode("latin-1"))
        for match in _HEADER.finditer(head)
    }
    return body, headers


def _page(body: bytes, headers: dict[str, str], depth: int) -> bytes | None:
    kind = headers.get("content-type", "text/html")
    boundary = re.search(r"boundary=(?:\"([^\"]{1,200})\"|([^\s;]{1,200}))", kind, re.IGNORECASE)
    if boundary and depth < 5:
        mark = b"--" + (boundary[1] or boundary[2]).encode("latin-1")
        for part in body.split(mark)[1:_MOST_PARTS]:
            inner, own = _split(part.lstrip(b"\r\n"))
            if own and (found := _page(inner, own, depth + 1)) is not None:
                return found
        return None
    if not kind.lower().startswith("text/html"):
        return None
    page = _decoded(body, headers.get("content-transfer-encoding", "").strip().lower())
    charset = re.search(r"charset=\"?([A-Za-z0-9_-]{2,20})", kind, re.IGNORECASE)
    if charset and not page.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")):
        page = f'<meta charset="{charset[1]}">'.encode() + page
    return page


def _decoded(body: bytes, encoding: str) -> bytes:
    if encoding == "quoted-printable":
        return quopri.decodestring(body)
    if encoding == "base64":
        try:
            return binascii.a2b_base64(body)
        except binascii.Error:
            raise Unreadable(BROKEN) from None
    return body
