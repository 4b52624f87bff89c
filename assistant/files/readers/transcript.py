"""What a reader gathers on its way through a file: lines, headings, revisions, comments, and what it leaves out.

All readers hand in their text here, so this is where text comes in clean and where it is said, in the same words for
every kind of file, what was not taken over. Revisions and comments are marked inside the lines by characters that
canonical text cannot contain; so they keep their place however lines are numbered, joined and put into rows.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from typing import Literal, NamedTuple

from assistant.files.readers.drawn_text import Drawn
from assistant.files.too_large import CONTENT_TOO_LARGE, MOST_READ
from assistant.reading import Comment, Reading, Revised, Revision, Said, Unreadable, changed_characters
from assistant.text import canonical, origins, strange_characters

_LABELS = {
    "revision": "有修订：删除的文字未带入，插入的文字已带入",
    "comment": "批注未带入",
    "footnote": "脚注、尾注未带入",
    "drawing": "图片、图形未带入",
    "object": "嵌入的表格、公式等对象未带入",
    "formula": "公式按文字带入，请核对",
    "hidden": "隐藏文字未带入",
    "hidden_row": "隐藏或筛选掉的行未带入",
    "hidden_column": "隐藏的列未带入",
    "hidden_sheet": "隐藏的工作表未带入",
    "far": "右边很远的单元格未带入",
    "struck": "画有删除线的文字已按正文带入，请核对是否应删去",
    "table": "表格已按行转成文字",
    "edge": "页码、页眉、页脚未带入",
    "printed": "全角的数字、字母和连写的字母已改为通常的写法",
    "prompt": "没有填写的填空处，按其中的提示语带入",
    "sign": "有的符号没有认出，以□代替",
    "numbering": "有的自动编号未能算出，请核对序号",
    "chunk": "插入的文件未能带入",
    "unknown": "有的内容没有认出，未带入",
    "bold": "正文中的加粗未带入，导出的Word按公文格式排版",
    "apart": "正文中居中、靠右的段落，导出的Word按公文格式排版",
}
_MARK = re.compile("\ufdd0([0-9]{1,9})([<>])\ufdd0")
# Frequent characters that are written so only where traditional characters are.
_TRADITIONAL = re.compile(
    "[們這個會對黨員產發過說學習實義國務機關領導為來時動經種後點書總議進開問題團隊幹責績難縣鄉鎮處與應組織]"
)
_HAN = re.compile("[\u4e00-\u9fff]")
_SECRECY = re.compile(r"(?:绝\s*密|机\s*密|秘\s*密)\s*(?:★[^\n，。]{0,8}|$)")
_SAMPLE = 100_000  # characters by which simplified and traditional text are told apart


_UNTOLD = Said()


class _Placeless(NamedTuple):
    """A revision or a comment whose place is not known yet."""

    kind: Revised | Literal["comment"]
    said: Said  # of a revision the text that was deleted


class Transcript:
    """Grows line by line; `reading` makes a Reading of it.

    `left_out` is a count only, of what is left out or taken over in another form, by the keys of `_LABELS`, which word it
    (look-alikes apart, which `reading` words); nothing that is left out is kept. A remark that is no count goes into
    `remarks`, as it is to be read.
    """

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.left_out: Counter[str] = Counter()
        self.headings: list[tuple[str, int]] = []
        self.remarks: list[str] = []
        self._noted: list[_Placeless] = []
        self._length = 0
        self._is_struck = False  # whether the line ends, so far, in text that is struck through

    def took(self, length: int) -> None:
        """Count characters that were taken over. Raises Unreadable when they are too many."""
        self._length += length
        if self._length > MOST_READ:
            raise Unreadable(CONTENT_TOO_LARGE)

    def strike(self, text: str, *, is_struck: bool) -> None:
        """Count text that is taken over although somebody struck it through by hand; to be told of its line’s other text too.

        What stands together in a line is one place, however many runs it has; blanks neither make a place nor part one.
        """
        if is_struck is not self._is_struck and text.strip():
            self._is_struck = is_struck
            self.left_out["struck"] += is_struck

    def end_line(self) -> None:
        """Tell that what follows stands in another line."""
        self._is_struck = False

    def begin(self, kind: Revised | Literal["comment"], said: Said = _UNTOLD) -> tuple[str, str]:
        """Give the marks to be put before and after the text of a revision or comment."""
        self._noted.append(_Placeless(kind, said))
        number = len(self._noted) - 1
        return f"\ufdd0{number}<\ufdd0", f"\ufdd0{number}>\ufdd0"

    def fill(self, mark: str, **later: str) -> None:
        """Say of a revision or comment that has begun what the file says of it later, by the fields of Said."""
        if match := _MARK.search(mark):
            kind, said = self._noted[int(match[1])]
            self._noted[int(match[1])] = _Placeless(kind, said._replace(**later))

    def take_drawn(self, drawn: Drawn) -> None:
        """Take over the paragraphs that were made of drawn text, with what was left out and changed in them."""
        self.lines = drawn.lines
        self.left_out += Counter(edge=drawn.edges, look_alike=drawn.look_alikes, printed=drawn.printed)

    def header(self, text: str) -> None:
        """Look at what stands in a page header: nothing of it is text, but a secrecy mark must not be overlooked."""
        for line in text.splitlines():
            if (found := _SECRECY.search(line.strip())) and (
                remark := f"页眉有密级标志“{found[0].strip()}”，请核对"
            ) not in self.remarks:
                self.remarks.append(remark)

    def reading(self, *, raw: str | None = None) -> Reading:
        """Make the canonical text and say what was left out of it."""
        written = "\n".join(self.lines)
        places: list[tuple[int, int]] = []
        if "\ufdd0" in written:
            text, places = self._placed()
        else:
            text = canonical(written)
        headings = {line: level for heading, level in self.headings if (line := canonical(unmarked(heading)))}
        self.left_out["comment"] = max(self.left_out["comment"], sum(noted.kind == "comment" for noted in self._noted))
        notes = self.notes(written)
        if not text.strip():
            notes = ("文件里没有找到文字", *notes)
        revisions = [
            Revision(start, end, kind, said.author, said.date, said.text if start == end else text[start:end])
            for (kind, said), (start, end) in zip(self._noted, places, strict=False)
            if kind != "comment" and start >= 0 and (said.text or end > start)
        ]
        comments = [
            Comment(start, end, said)
            for (kind, said), (start, end) in zip(self._noted, places, strict=False)
            if kind == "comment" and start >= 0
        ]
        revisions.sort(key=lambda each: each.start)  # what was deleted at one place stays in the order of the file
        struck = self.left_out["struck"]
        return Reading(text, notes, headings, raw, tuple(revisions), tuple(sorted(comments)), struck)

    def notes(self, written: str) -> tuple[str, ...]:
        """Say what was left out or changed, each once."""
        said = [
            *self.remarks,
            *(f"{label}（{self.left_out[key]}处）" for key, label in _LABELS.items() if self.left_out[key]),
        ]
        sample = written[:_SAMPLE]
        if (traditional := len(_TRADITIONAL.findall(sample))) and traditional * 20 > len(_HAN.findall(sample)):
            said.append("文字是繁体字，程序只检查简体字；可先在WPS或Word的“审阅”里转成简体")
        look_alikes, unseen = strange_characters(written)
        if changed := changed_characters("文中", look_alikes + self.left_out["look_alike"], unseen):
            said.append(changed)
        return tuple(said)

    def _placed(self) -> tuple[str, list[tuple[int, int]]]:
        """Take the marks out and tell where each begins and ends in the canonical text."""
        starts = [-1] * len(self._noted)
        ends = [-1] * len(self._noted)
        done: list[str] = []
        length = 0
        for line in self.lines:
            clean, marks = _without_marks(line)
            text = canonical(clean)
            if marks:
                kept = origins(clean)
                for at, number, closing in marks:
                    if number < len(starts):
                        (ends if closing else starts)[number] = length + min(bisect_left(kept, at), len(text))
            done.append(text)
            length += len(text) + 1
        text = "\n".join(done)
        places = [(start, max(start, end) if start >= 0 else -1) for start, end in zip(starts, ends, strict=True)]
        return text, places


def _without_marks(line: str) -> tuple[str, list[tuple[int, int, bool]]]:
    if "\ufdd0" not in line:
        return line, []
    kept: list[str] = []
    marks: list[tuple[int, int, bool]] = []
    length = last = 0
    for match in _MARK.finditer(line):
        kept.append(line[last : match.start()])
        length += match.start() - last
        marks.append((length, int(match[1]), match[2] == ">"))
        last = match.end()
    kept.append(line[last:])
    return "".join(kept), marks


def unmarked(text: str) -> str:
    """Take out the marks of revisions and comments."""
    return _MARK.sub("", text) if "\ufdd0" in text else text


def is_blank(text: str) -> bool:
    """Tell whether nothing is to be seen, marks aside."""
    return not unmarked(text).strip()
