"""What an Excel file of ours looks like on paper: one page wide, its head on every page, no word cut off."""

import io
import re
import zipfile

import pytest

from assistant.commands import folder_table
from assistant.files.writers import xlsx

LONG = "缺：上年度整改、情况说明；“【姓名】”尚未填写；一段很长的话，" * 4
SHEET = xlsx.Sheet(
    "总表",
    (("序号", 6), ("姓名", 10), ("要改什么", 60)),
    [(1, "林知远", LONG), (2, "周建明", "各部分已写"), (3, None, "=1+1")],
    {"未交": "red"},
)


@pytest.fixture(scope="module")
def parts():
    with zipfile.ZipFile(io.BytesIO(xlsx.write([SHEET]))) as archive:
        return {name: archive.read(name).decode("utf-8") for name in archive.namelist()}


@pytest.fixture(scope="module")
def sheet(parts):
    return parts["xl/worksheets/sheet1.xml"]


def test_the_head_stays_on_screen_and_on_every_page(parts, sheet):
    assert '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>' in sheet
    assert (
        '<definedName name="_xlnm.Print_Titles" localSheetId="0">总表!$1:$1</definedName>' in parts["xl/workbook.xml"]
    )


def test_a_page_is_as_wide_as_a4_across(sheet):
    assert '<pageSetUpPr fitToPage="1"/>' in sheet
    setup = re.search("<pageSetup [^>]*>", sheet)[0]
    assert all(said in setup for said in ('paperSize="9"', 'orientation="landscape"', 'fitToHeight="0"'))


def test_every_cell_is_wrapped_and_framed(parts, sheet):
    used = {int(style) for style in re.findall('<c r="[A-Z]+[0-9]+" s="([0-9]+)"', sheet)}
    styles = parts["xl/styles.xml"]
    formats = re.findall(
        "<xf [^>]*?(?:/>|>.*?</xf>)", re.search("<cellXfs.*?</cellXfs>", styles, re.DOTALL)[0], re.DOTALL
    )
    borders = re.findall("<border>.*?</border>", styles, re.DOTALL)
    numbers = {int(style) for style, kind in re.findall('<c r="[A-Z]+[0-9]+" s="([0-9]+)"( t="s")?', sheet) if not kind}

    assert used
    for style in used:
        if style not in numbers:
            assert 'wrapText="1"' in formats[style]
        border = borders[int(re.search('borderId="([0-9]+)"', formats[style])[1])]
        assert all(f'<{edge} style="thin">' in border for edge in ("left", "right", "top", "bottom"))


def test_rows_are_as_high_as_their_longest_cell(sheet):
    heights = [float(height) for height in re.findall('<row r="[2-9]"[^>]* ht="([0-9.]+)"', sheet)]
    wide = sum(2 if ord(letter) > 127 else 1 for letter in LONG)

    assert heights[0] >= 15 * -(-wide // 60)
    assert heights[1] < 20


MAIN = [(column.title, column.width) for column in folder_table.ON_PAPER]


@pytest.mark.parametrize("columns", [MAIN, folder_table._FINDINGS, folder_table._LENGTHS])
def test_the_tables_of_a_folder_stay_legible_across(columns):
    """A4 across has room for some 145 characters of size 11; fitted to a page, 180 come out at size 9."""
    assert len(columns) <= 8
    assert sum(width for _, width in columns) <= 180
