"""Rich text (.rtf, and what is RTF under another name) → text.

The same is taken over, and the same left out and said, as from .docx. Numbers stand in the file as text. Which
character a byte means is decided by the font, else by the code page of the file.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from assistant.files.readers import rtf_words as words
from assistant.files.readers.rtf_head import CODE_PAGES, Fonts, Head
from assistant.files.readers.rtf_lines import Lines
from assistant.files.readers.rtf_state import State
from assistant.files.readers.symbols import UNKNOWN, is_symbols, symbol
from assistant.files.readers.word_binary import date
from assistant.files.too_large import CONTENT_TOO_LARGE
from assistant.files.trouble import BROKEN
from assistant.reading import Reading, Unreadable

_MOST_TOKENS = 2_000_000
_TOKEN = re.compile(
    r"\\([a-zA-Z]{1,32})(-?[0-9]{1,10})? ?|((?:\\'[0-9A-Fa-f]{2}){1,2000})|\\([^a-zA-Z])|([{}])|[\r\n\x00]+|([^\\{}\r\n\x00]+)",
    re.DOTALL,
)
_BOUND = re.compile(r"\\bin([0-9]{1,9}) ?|\\[\\{}]|[{}]")


def read(data: bytes) -> Reading:
    """Read a file of rich text. Raises Unreadable."""
    text = data.lstrip(b"\xef\xbb\xbf \t\r\n\x00").decode("latin-1")
    if not text.startswith("{\\rtf") and not text.startswith("{\\"):
        raise Unreadable(BROKEN)
    return _Reader(text).reading()


class _Reader:
    """Goes through the tokens of a file."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0
        self._fonts = Fonts()
        self._head = Head(text)
        self._lines = Lines(self._head.headings, self._head.own_titles)
        self._code_page = "cp1252"
        self._state = State(self._fonts.default)
        self._stack: list[State] = []
        self._bytes: list[str] = []
        self._skip = 0  # how many characters still stand in for the last \u
        self._gathered: dict[str, list[str]] = {}
        self._annotation: dict[str, str] = {}

    def reading(self) -> Reading:
        """Give what the file says."""
        actions: dict[str, Callable[[int | None], None]] = self._actions()
        count = 0
        while match := _TOKEN.match(self._text, self._at):
            self._at = match.end()
            count += 1
            if count > _MOST_TOKENS:
                raise Unreadable(CONTENT_TOO_LARGE)
            word, number, escaped, sign, brace, plain = match.groups()
            if plain is not None:
                self._characters(plain)
            elif escaped is not None:
                self._characters("".join(chr(int(each, 16)) for each in escaped.split("\\'")[1:]))
            elif word is not None:
                self._word(word, int(number) if number else None, actions)
            elif brace == "{":
                self._begin()
            elif brace == "}":
                self._end()
            elif sign is not None:
                self._sign(sign)
        self._flush()
        return self._lines.reading()

    # groups

    def _begin(self) -> None:
        self._flush()
        self._skip = 0
        self._stack.append(self._state)
        if self._text.startswith("\\*", self._at):
            match = re.compile(r"\\\*\s*\\([a-zA-Z]+)").match(self._text, self._at)
            if match is None or match[1] not in words.KNOWN:
                if match and match[1] in words.COUNTED:
                    self._lines.left_out[words.COUNTED[match[1]]] += 1
                self._leave()
            else:
                self._at = match.start(1) - 1

    def _leave(self) -> None:
        """Go to the end of the group whose inside is no text."""
        depth = 1
        for match in _BOUND.finditer(self._text, self._at):
            if match.start() < self._at:
                continue
            if match[1]:
                self._at = match.end() + int(match[1])
                continue
            depth += {"{": 1, "}": -1}.get(match[0], 0)
            if depth == 0:
                self._at = match.start()
                return
        self._at = len(self._text)

    def _end(self) -> None:
        self._flush()
        self._skip = 0
        if not self._stack:
            return
        inner, self._state = self._state, self._stack.pop()
        destination = inner.destination
        if destination and destination != self._state.destination:
            self._close(destination, "".join(self._gathered.pop(destination, [])))

    def _close(self, destination: str, text: str) -> None:
        """Put what a destination has gathered to its use."""
        lines = self._lines
        if destination in ("listtext", "pntext"):
            lines.number(text)
        elif destination in words.HEADERS:
            lines.transcript.header(text)
        elif destination == "footnote":
            lines.left_out["footnote"] += 1
        elif destination == "shptxt":
            lines.end_box()
        elif destination == "atrfstart":
            lines.comment_starts(text)
        elif destination == "atrfend":
            lines.comment_ends(text)
        elif destination == "annotation":
            lines.comment(self._annotation, text)
            self._annotation = {}
        else:
            self._annotation[destination] = text

    # words

    def _actions(self) -> dict[str, Callable[[int | None], None]]:
        lines = self._lines
        return {
            "par": lambda _: self._ended(lines.paragraph),
            "sect": lambda _: self._ended(lines.paragraph),
            "cell": lambda _: self._ended(lines.cell),
            "nestcell": lambda _: self._ended(lines.inner_cell),
            "row": lambda _: self._ended(lines.row),
            "nestrow": lambda _: self._ended(lines.inner_row),
            "pard": lambda _: lines.plain_paragraph(),
            "intbl": lambda _: lines.in_table(),
            "itap": lambda number: lines.in_table() if number else None,
            "outlinelevel": lines.outline,
            "s": lines.style,
            "ls": lambda number: lines.in_list(number or 0),
            "ansicpg": self._set_code_page,
            "mac": lambda _: self._set_code_page(10000),
            "deff": self._set_default_font,
            "u": self._unicode,
            "bin": self._binary,
        }

    def _ended(self, action: Callable[[], None]) -> None:
        self._flush()
        if self._state.destination in words.GATHERED:
            self._gathered.setdefault(self._state.destination, []).append("\n")
        else:
            action()

    def _word(self, word: str, number: int | None, actions: dict[str, Callable[[int | None], None]]) -> None:
        action = actions.get(word)
        if action is not None:
            action(number)
        elif word in words.WORDS:
            self._put(words.WORDS[word])
        elif word == "f":
            self._flush()
            self._state = self._state._replace(font=number or 0)
        elif word == "uc":
            self._state = self._state._replace(unicode_skip=min(max(number or 0, 0), 8))
        elif word in words.SKIPPED or word in ("fonttbl", "stylesheet", "revtbl"):
            self._lines.left_out[words.COUNTED.get(word, "")] += 1
            if word == "fonttbl":
                self._fonts = Fonts(self._text, self._at)
            self._leave()
        elif word in words.GATHERED or word in ("listtext", "pntext", "shptxt"):
            if word == "shptxt":
                self._lines.begin_box()
            self._state = self._state._replace(destination=word)
        else:
            state = self._state.after(word, number, self._fonts.default)
            if state != self._state:
                self._flush()
                self._state = state

    def _set_code_page(self, number: int | None) -> None:
        self._code_page = CODE_PAGES.get(number or 0, self._code_page)

    def _set_default_font(self, number: int | None) -> None:
        self._fonts.default = number or 0
        self._state = self._state._replace(font=number or 0)

    def _unicode(self, number: int | None) -> None:
        self._flush()
        code = (number or 0) % 0x10000
        name = self._fonts.name(self._state.font)
        sign = symbol(name, code) if 0xF020 <= code <= 0xF0FF else None
        self._put(sign or chr(code))
        self._skip = self._state.unicode_skip

    def _binary(self, number: int | None) -> None:
        self._at += max(number or 0, 0)

    def _sign(self, sign: str) -> None:
        if self._skip and sign not in "\r\n":
            self._skip -= 1
        elif sign in "\r\n":
            self._ended(self._lines.paragraph)
        elif sign in words.SIGNS:
            self._put(words.SIGNS[sign])

    # characters

    def _characters(self, text: str) -> None:
        if self._skip:
            dropped = min(self._skip, len(text))
            self._skip -= dropped
            text = text[dropped:]
        if text:
            self._bytes.append(text)

    def _flush(self) -> None:
        """Decode the bytes that have come together in one font."""
        if not self._bytes:
            return
        data = "".join(self._bytes).encode("latin-1", "replace")
        self._bytes = []
        charset = self._fonts.charset(self._state.font)
        name = self._fonts.name(self._state.font)
        if charset == 2 and is_symbols(name):
            text = "".join(chr(each) if each < 0x21 else symbol(name, each) or UNKNOWN for each in data)
        else:
            code_page = CODE_PAGES.get(Fonts.CHARSETS.get(charset, 0), self._code_page)
            text = data.decode(code_page, "replace")
        self._put(text)

    def _put(self, text: str) -> None:
        """Hand text to where it belongs."""
        if self._bytes:
            self._flush()
        state = self._state
        if state.destination in words.GATHERED or state.destination in ("listtext", "pntext"):
            self._gathered.setdefault(state.destination, []).append(text)
            return
        if state.hidden:
            self._lines.left_out["hidden"] += bool(text.strip())
            return
        if not state.deleted:
            self._lines.transcript.strike(text, is_struck=state.struck > 0)
        if state.deleted or state.inserted:
            author = self._head.author(state.author)
            when = date((state.time & 0xFFFFFFFF).to_bytes(4, "little"))
            self._lines.revised("deleted" if state.deleted else "inserted", author, when, text)
        else:
            self._lines.put(text)
