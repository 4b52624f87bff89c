"""What stands inside a paragraph of a Word file (.docx): runs, signs, fields, boxes, revisions, comments."""

from __future__ import annotations

import re
from collections.abc import Callable
from xml.etree.ElementTree import Element

from assistant.files.readers.docx_styles import STRIKES, Styles
from assistant.files.readers.symbols import UNKNOWN, is_symbols, symbol
from assistant.files.readers.transcript import Transcript, unmarked
from assistant.files.readers.xml import is_on, value
from assistant.files.trouble import BROKEN
from assistant.reading import Revised, Said, Unreadable

NOT_READ = {
    **dict.fromkeys(("footnoteReference", "endnoteReference"), "footnote"),
    **dict.fromkeys(("subDoc", "contentPart"), "chunk"),
}
"""What is not read, and what it counts as: a key of `transcript._LABELS`."""

_PRIVATE = re.compile("[\uf020-\uf0ff]")
_PAGE_BREAK = "\f"  # a line break, once text is canonical; at the end of a paragraph there is one anyway
_DEEPEST = 100  # elements inside each other; Word's own files have a third of that
_SIGNS = {"tab": "\t", "ptab": "\t", "noBreakHyphen": "-", "cr": "\n"}
# Elements without text for the reader: a list of words, so in one line
_SILENT = frozenset(("instrText", "delText", "delInstrText", "rt", "sdtPr", "sdtEndPr", "pPr", "rPr", "lastRenderedPageBreak", "proofErr", "bookmarkStart", "bookmarkEnd", "tblPr", "tblGrid", "fldData"))  # fmt: skip
_DRAWN = {"drawing": "drawing", "pict": "drawing", "object": "object"}
# What Word offers of two renderings and everybody can read; the prefixes are the same in all files.
_KNOWN = frozenset(("wps", "wpg", "wpc", "wpi", "wp14", "w14", "w15", "w16", "w16se", "w16cid", "w16cex", "w16sdtdh", "a14", "a16", "v", "o", "cx", "m"))  # fmt: skip


class Inline:
    """Gathers the text of one paragraph after another; fields and comments may go on from one into the next.

    `boxes` are the text boxes of the paragraphs read since they were last taken away, `pending` are marks that belong to
    the beginning of the next line.
    """

    def __init__(self, transcript: Transcript, styles: Styles, comments: dict[str, Said]) -> None:
        self._transcript = transcript
        self._left_out = transcript.left_out
        self._styles = styles
        self._comments = comments
        self.boxes: list[Element] = []
        self.pending = ""
        self.depth = 0
        self._open_comments: dict[str, str] = {}  # number → the mark that ends it
        self._hidden_codes: list[bool] = []  # of the fields of the paragraph still to come: whether each has an end
        self._fields: list[bool] = []  # of each open field: whether its result has begun
        self._in_insertion = False
        self._break = "\n"
        self._run: Element | None = None
        self._style_strikes = self._is_struck = False  # whether the paragraph's style does; whether the run is struck
        self._handlers: dict[str, Callable[[Element, list[str]], None]] = {
            "br": self._line_break,
            "sym": self._symbol,
            "sdt": self._control,
            "AlternateContent": self._alternate,
            "txbxContent": self._box,
            "oMath": self._formula,
            "fldChar": self._field,
            **dict.fromkeys(("ins", "moveTo"), self._insertion),
            **dict.fromkeys(("del", "moveFrom"), self._deletion),
            "commentRangeStart": self._comment_start,
            "commentRangeEnd": self._comment_end,
            "commentReference": self._comment_reference,
        }

    def text(self, paragraph: Element, style: str | None) -> str:
        """Give the text of a paragraph in a style with its marks, without page breaks at its ends."""
        self._break = "" if self._styles.is_own_title(style) else "\n"
        self._style_strikes = self._is_struck = self._styles.is_struck(style)
        self._transcript.end_line()
        self._hidden_codes = _closed_fields(paragraph)
        parts = [self.pending]
        self.pending = ""
        self._inline(paragraph, parts)
        self._fields = [True] * len(self._fields)  # no code runs on into another paragraph
        text = "".join(parts).strip(_PAGE_BREAK)
        self._transcript.took(len(text))
        return text

    def closing(self) -> str:
        """Give the marks that are still due at the end of the document."""
        return self.pending + "".join(self._open_comments.values())

    def deeper(self) -> None:
        """Go one element further in. Raises Unreadable where no file of Word's goes."""
        self.depth += 1
        if self.depth > _DEEPEST:
            raise Unreadable(BROKEN)

    def _inline(self, parent: Element, parts: list[str]) -> None:
        """Gather the pieces of a paragraph's text; text boxes are put aside."""
        self.deeper()
        for element in parent:
            name = element.tag
            if name == "r":
                properties = element.find("rPr")
                if properties is not None and self._styles.hides(properties):
                    self._left_out["hidden"] += 1
                else:
                    self._run = element
                    self._is_struck = self._strikes(properties)
                    self._inline(element, parts)
            elif name == "t":
                if element.text and (not self._fields or all(self._fields)):
                    text = element.text
                    parts.append(text if text.isascii() or not _PRIVATE.search(text) else self._signs(text))
                    self._transcript.strike(text, is_struck=self._is_struck)
            elif name in _SIGNS:
                parts.append(_SIGNS[name])
            elif name not in _SILENT:
                self._special(element, name, parts)
        self.depth -= 1

    def _strikes(self, properties: Element | None) -> bool:
        """Tell whether a run is struck through; its own word goes before that of its styles."""
        if properties is None:
            return self._style_strikes
        own = [found for each in STRIKES if (found := properties.find(each)) is not None]
        if own:
            return any(map(is_on, own))
        style = properties.find("rStyle")
        return self._style_strikes or (style is not None and self._styles.is_struck(value(style)))

    def _special(self, element: Element, name: str, parts: list[str]) -> None:
        """Gather what is neither a run nor text."""
        handler = self._handlers.get(name)
        if handler is not None:
            handler(element, parts)
        elif name in NOT_READ:
            self._left_out[NOT_READ[name]] += 1
        elif name in _DRAWN:
            before = len(self.boxes), len(parts)
            self._inline(element, parts)
            self._left_out[_DRAWN[name]] += (len(self.boxes), len(parts)) == before
        else:
            self._inline(element, parts)

    def _line_break(self, element: Element, parts: list[str]) -> None:
        parts.append(self._break if value(element, "type") in (None, "textWrapping") else _PAGE_BREAK)

    def _symbol(self, element: Element, parts: list[str]) -> None:
        code = value(element, "char") or ""
        try:
            sign = symbol(value(element, "font") or "", int(code, 16))
        except ValueError:
            sign = None
        self._left_out["sign"] += sign is None
        parts.append(shown := sign or UNKNOWN)
        self._transcript.strike(shown, is_struck=self._is_struck)

    def _signs(self, text: str) -> str:
        """Put what a symbol font shows in the place of its private characters."""
        fonts = self._run.find("rPr/rFonts") if self._run is not None else None
        name = value(fonts, "ascii") or value(fonts, "hAnsi") or value(fonts, "eastAsia") or ""
        return _PRIVATE.sub(lambda match: (symbol(name, ord(match[0])) if is_symbols(name) else "") or match[0], text)

    def _alternate(self, element: Element, parts: list[str]) -> None:
        for rendering in readable_rendering(element):
            self._inline(rendering, parts)

    def _control(self, element: Element, parts: list[str]) -> None:
        """Take over a content control; its prompt, where nothing has been filled in, is a place to be filled in."""
        if not is_on(element.find("sdtPr/showingPlcHdr")):
            self._inline(element, parts)
            return
        prompt: list[str] = []
        self._inline(element, prompt)
        self._left_out["prompt"] += 1
        words = unmarked("".join(prompt)).strip().strip("。.【】[]")
        parts.append(f"【{words[:20] or '待填'}】")

    def _formula(self, element: Element, parts: list[str]) -> None:
        self._left_out["formula"] += 1
        self._inline(element, parts)

    def _box(self, element: Element, _parts: list[str]) -> None:
        self.boxes.append(element)

    # fields, revisions, comments

    def _field(self, element: Element, _parts: list[str]) -> None:
        """Keep track of fields: their code is left out, their result is text."""
        kind = value(element, "fldCharType")
        if kind == "begin":
            ends = self._hidden_codes.pop() if self._hidden_codes else True
            self._fields.append(not ends)  # a code that never ends must not hide the text
        elif kind == "separate" and self._fields:
            self._fields[-1] = True
        elif kind == "end" and self._fields:
            self._fields.pop()

    def revision(self, kind: Revised, element: Element | None, text: str) -> tuple[str, str]:
        """Note a revision and give the marks that stand before and after it."""
        self._left_out["revision"] += 1
        date = (value(element, "date") or "").removesuffix("Z")
        return self._transcript.begin(kind, Said(value(element, "author") or "", date, text))

    def _insertion(self, element: Element, parts: list[str]) -> None:
        before, after = self.revision("inserted", element, "")
        parts.append(before)
        outside, self._in_insertion = self._in_insertion, True
        self._inline(element, parts)
        self._in_insertion = outside
        parts.append(after)

    def _deletion(self, element: Element, parts: list[str]) -> None:
        """Note a deletion; what was inserted and deleted again was never there."""
        text = "".join(
            each.text or "" if each.tag in ("delText", "t") else _SIGNS.get(each.tag, "\n" if each.tag == "br" else "")
            for each in element.iter()
        )
        marks = self.revision("deleted", element, text)
        if text and not self._in_insertion:
            parts += marks

    def _comment_start(self, element: Element, parts: list[str]) -> None:
        number = value(element, "id") or ""
        if (comment := self._comments.get(number)) is not None and number not in self._open_comments:
            before, self._open_comments[number] = self._transcript.begin("comment", comment)
            parts.append(before)

    def _comment_end(self, element: Element, parts: list[str]) -> None:
        number = value(element, "id") or ""
        if number in self._open_comments:
            parts.append(self._open_comments.pop(number))
            self._comments.pop(number, None)

    def _comment_reference(self, element: Element, parts: list[str]) -> None:
        self._left_out["comment"] += 1
        number = value(element, "id") or ""
        if (comment := self._comments.get(number)) is not None and number not in self._open_comments:
            parts += self._transcript.begin("comment", comment)

    def comment_range(self, element: Element) -> None:
        """Take a range's bound that stands between paragraphs."""
        parts: list[str] = []
        (self._comment_start if element.tag == "commentRangeStart" else self._comment_end)(element, parts)
        self.pending += "".join(parts)


def _closed_fields(paragraph: Element) -> list[bool]:
    """Tell of each field that begins in a paragraph whether its code ends there too; the last one first."""
    closed: list[bool] = []
    opened: list[int] = []
    for sign in paragraph.iter("fldChar"):
        kind = value(sign, "fldCharType")
        if kind == "begin":
            opened.append(len(closed))
            closed.append(False)
        elif opened:
            closed[opened[-1]] = True
            if kind == "end":
                opened.pop()
    return closed[::-1]


def readable_rendering(alternate: Element) -> list[Element]:
    """Of several renderings of the same thing take the first that Word offers and that is known, else the fallback."""
    for choice in alternate.iterfind("Choice"):
        if set((choice.get("Requires") or "").split()) <= _KNOWN:
            return [choice]
    return alternate.findall("Fallback")[:1]
