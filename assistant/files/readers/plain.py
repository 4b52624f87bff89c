"""Plain text and Markdown → text, whatever the encoding."""

from __future__ import annotations

from assistant.files.readers.encodings import decode
from assistant.files.readers.transcript import Transcript
from assistant.files.too_large import CONTENT_TOO_LARGE, MOST_READ
from assistant.reading import Reading, Unreadable

_UNKNOWN = "没有认出这个文件的文字编码，或者它不是文字文件。请用记事本打开，“另存为”时编码选“UTF-8”，再打开新存的文件。"


def read(data: bytes) -> Reading:
    """Decode a text file. Raises Unreadable where no encoding gives plausible text."""
    if len(data) > 4 * MOST_READ:
        raise Unreadable(CONTENT_TOO_LARGE)
    decoded = decode(data)
    if decoded is None:
        raise Unreadable(_UNKNOWN)
    raw, notes = decoded
    transcript = Transcript()
    transcript.lines.append(raw)
    transcript.remarks += notes
    reading = transcript.reading(raw=raw)
    # the last line break of a file ends its last line; it does not begin another
    return reading._replace(text=reading.text.removesuffix("\n"))
