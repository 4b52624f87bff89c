import pytest

from assistant.files import layouts
from assistant.files.readers import docx as reader
from assistant.files.readers.docx_looks import dropped
from assistant.files.writers import docx

LONG = "学习抓得不紧，满足于开会读文件，自己静下心来读原著的时候少，联系工作想得更少，用得就更谈不上了。"


def paragraph(*runs, looks=""):
    said = "".join(f"<w:r><w:rPr>{'<w:b/>' * bold}</w:rPr><w:t>{text}</w:t></w:r>" for text, bold in runs)
    return f"<w:p><w:pPr>{looks}</w:pPr>{said}</w:p>"


PLAIN = paragraph((LONG, False))
END = paragraph(("完", False)) * 4


@pytest.mark.parametrize(
    ("written", "count"),
    [
        (PLAIN, (0, 0)),
        (PLAIN + paragraph((LONG, False), ("格外要紧", True), (LONG, False), ("一", True), ("是", True)), (2, 0)),
        (paragraph(("标题", True), looks='<w:jc w:val="center"/>') + PLAIN, (0, 0)),  # its looks come with what it is
        (PLAIN + paragraph(("一、问题", True)), (0, 0)),
        (PLAIN + paragraph((LONG, False), looks='<w:jc w:val="right"/>'), (0, 1)),
        (PLAIN + paragraph((LONG, True), looks='<w:pStyle w:val="Heading2"/>'), (0, 0)),
    ],
)
def test_what_is_counted(written, count):
    assert dropped((written + END).encode("utf-8")) == count


def test_our_own_files_drop_nothing(finished_sample):
    for layout in layouts.every():
        assert reader.read(docx.write(f"{finished_sample}\n林知远\n2026年1月8日", layout)).notes == ()
