"""Word files (.docx, .docm, .dotx) → text.

Taken over: paragraphs, run-in and soft line breaks, page and column breaks as line breaks, tables row by row, text boxes
after their paragraph, content controls, fields' results, automatic numbers (they are not in the text), signs of symbol
fonts, inserted files, inserted text of tracked changes.
Left out and said so: deleted text of tracked changes, comments (both are values of the reading), footnotes, pictures,
hidden text. What is struck through by hand is taken over, and said too. A soft break in a title of our own making is for
balance only and reads back as nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from xml.etree.ElementTree import Element

from assistant.files.readers.docx_body import Body
from assistant.files.readers.docx_looks import dropped
from assistant.files.readers.docx_numbers import Numbers
from assistant.files.readers.docx_styles import Styles
from assistant.files.readers.office_package import Package, parsed, pieces, unpacked
from assistant.files.readers.transcript import Transcript
from assistant.files.readers.xml import value
from assistant.reading import Reading, Said, Unreadable

_LOOKS = re.compile(
    rb"<w:(?!bookmarkStart [^<>]*w:name=\"_blank_)(?:szCs|sz|bCs|b|iCs|i|color|kern|lang|spacing|ind|jc|snapToGrid|adjustRightInd|autoSpaceD[EN]|widowControl|highlight"
    rb"|shd|u|w|position|lastRenderedPageBreak|proofErr|bookmarkStart|bookmarkEnd|tcW|vAlign)(?: [^<>]*)?/>"
)
_LOOKS_AND_FONTS = re.compile(_LOOKS.pattern.replace(b"szCs", b"rFonts|szCs", 1))
_PRIVATE = re.compile(rb"\xef[\x80-\x83]|&#(?:x[fF]0|61[0-9]{3};)")  # of a symbol font, so that the font matters
_NOT_WORD = "这个文件里没有Word文档的内容。请确认选的是.docx文件；表格、演示稿请先把文字复制到Word里。"


def read(data: bytes, read_inserted: Callable[[bytes], Reading] | None = None) -> Reading:
    """Read a Word file from its bytes; `read_inserted` reads the files inserted into it. Raises Unreadable."""
    return unpacked(data, lambda package: _read(package, read_inserted))


def _read(package: Package, read_inserted: Callable[[bytes], Reading] | None) -> Reading:
    main = main_part(package)
    folder = main.rpartition("/")[0]

    def beside(name: str) -> Element | None:
        return package.xml(f"{folder}/{name}" if folder else name, _LOOKS_AND_FONTS)

    data = package.data(main)
    fonts_matter = any(_PRIVATE.search(piece) for piece in pieces(data))
    bodies = parsed(data, _LOOKS if fonts_matter else _LOOKS_AND_FONTS).findall("body")
    if not bodies:
        raise Unreadable(_NOT_WORD)
    styles = Styles(beside("styles.xml"))
    numbers = Numbers(beside("numbering.xml"), styles.numbering, styles.of_list)
    inserted = _inserted(package, main, read_inserted)
    transcript = Transcript()
    transcript.left_out["bold"], transcript.left_out["apart"] = dropped(data)
    reader = Body(transcript, styles, numbers, _comments(beside("comments.xml")), inserted)
    for body in bodies:  # some programs write several
        reader.read(body)
    for name in package.names:
        if name.startswith(f"{folder}/header") and name.endswith(".xml") and (part := package.xml(name)) is not None:
            for paragraph in part.iter("p"):
                transcript.header("".join(each.text or "" for each in paragraph.iter("t")))
    return transcript.reading()


def main_part(package: Package) -> str:
    """Find the document's main part through the package's relationships, else at its usual place. Raises Unreadable."""
    for relation in package.xml("_rels/.rels") or ():
        if relation.get("Type", "").endswith("/officeDocument"):
            target = relation.get("Target", "").lstrip("/")
            if target in package and target.endswith(".xml"):
                return target
    if "word/document.xml" in package:
        return "word/document.xml"
    raise Unreadable(_NOT_WORD)


def _comments(root: Element | None) -> dict[str, Said]:
    """Give the comments by their number."""
    found: dict[str, Said] = {}
    for comment in root if root is not None else ():
        lines = ["".join(each.text or "" for each in paragraph.iter("t")) for paragraph in comment.iter("p")]
        author, date = value(comment, "author") or "", value(comment, "date") or ""
        found[value(comment, "id") or ""] = Said(author, date.removesuffix("Z"), "\n".join(lines).strip())
    return found


def _inserted(package: Package, main: str, read: Callable[[bytes], Reading] | None) -> Callable[[str], Reading | None]:
    """Give the way from the number of a relationship to the file inserted there, None for one that cannot be read."""
    folder, _, name = main.rpartition("/")

    def reading(identifier: str) -> Reading | None:
        relations = package.xml(f"{folder}/_rels/{name}.rels" if folder else f"_rels/{name}.rels")
        for relation in relations if relations is not None else ():
            target = relation.get("Target", "")
            part = target.lstrip("/") if target.startswith("/") or not folder else f"{folder}/{target}"
            if (
                relation.get("Id") == identifier
                and relation.get("TargetMode") != "External"
                and part in package
                and read
            ):
                try:
                    return read(package.data(part))
                except Unreadable:
                    return None
        return None

    return reading
