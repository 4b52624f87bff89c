"""Lists of problems and measures in Excel and Word files."""

import io
import random
import time
from pathlib import Path

import docx
import file_samples
import pytest

from assistant.facts.last_year import list_table
from assistant.files import kinds, opening
from assistant.files.kinds import Use
from assistant.files.readers import docx_as_tables, xlsx
from assistant.files.writers import xlsx as written
from assistant.reading import Unreadable

MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
NUMBERED = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
HEAD = ["序号", "查摆的问题", "整改措施"]


def book(rows, *, state="visible", strings="", styles="", about=""):
    """Make an Excel file with one sheet of these rows' XML."""
    sheet = f"<worksheet {MAIN}><sheetData>{rows}</sheetData></worksheet>"
    return file_samples.archive(
        **{
            "[Content_Types].xml": "<Types/>",
            "_rels/.rels": '<R><Relationship Type="x/officeDocument" Target="xl/workbook.xml"/></R>',
            "xl/workbook.xml": f'<workbook {MAIN} {NUMBERED}>{about}<sheets><sheet name="甲" state="{state}" r:id="rId1"/></sheets></workbook>',
            "xl/_rels/workbook.xml.rels": '<R><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></R>',
            "xl/sharedStrings.xml": f"<sst {MAIN}>{strings}</sst>",
            "xl/worksheets/sheet1.xml": sheet,
            **({"xl/styles.xml": f"<styleSheet {MAIN}>{styles}</styleSheet>"} if styles else {}),
        }
    )


def word(rows):
    document = docx.Document()
    table = document.add_table(len(rows), len(rows[0]))
    for line, cells in zip(table.rows, rows, strict=True):
        for cell, text in zip(line.cells, cells, strict=True):
            cell.text = text
    return document, table


def saved(document):
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def test_an_excel_file_of_our_own_is_read_as_written():
    data = written.write([written.Sheet("清单", (("序号", 6), ("问题", 20)), [(1, "学习“不够”"), (None, "=1+1")])])

    assert xlsx.tables(data) == ((("序号", "问题"), ("1", "学习“不够”"), ("", "=1+1")),)


def test_every_kind_of_cell():
    strings = "<si><t>共享</t></si><si><r><t>分</t></r><r><t>段</t></r><rPh><t>注音</t></rPh></si>"
    cells = (
        '<row><c r="A1" t="s"><v>0</v></c><c r="C1" t="s"><v>1</v></c><c t="inlineStr"><is><t>行内_x000D_</t></is></c></row>'
        '<row/><row><c t="str"><f>A1</f><v>结果</v></c><c><v>3</v></c><c t="e"><v>#N/A</v></c><c t="s"><v>9</v></c></row>'
    )

    assert xlsx.tables(book(cells, strings=strings)) == ((("共享", "", "分段", "行内"), ("结果", "3")),)


@pytest.mark.parametrize(
    ("code", "shown"),
    [
        ("14", "2026年6月30日"),
        ("57", "2026年6月"),
        ("58", "6月30日"),
        ('[$-804]yyyy"年"m"月"d"日";@', "2026年6月30日"),
        ('yyyy"年"m"月"', "2026年6月"),
        ("yyyy\\-mm\\-dd h:mm", "2026年6月30日"),
        ('m"月"d"日"', "6月30日"),
        ("[h]:mm", "46203.4"),
        ("h:mm", "46203.4"),
        ("0.00E+00", "46203.4"),
        ('0"日"', "46203.4"),
        ("General", "46203.4"),
        ("0", "46203.4"),
        ("@", "46203.4"),
    ],
)
def test_a_day_is_shown_as_its_cell_shows_it(code, shown):
    """The number of the cell is that of 30 June 2026; without the style of a day it is a number."""
    number = code if code in ("14", "57", "58", "0") else "176"
    code = code.replace('"', "&quot;")
    own = f'<numFmts><numFmt numFmtId="176" formatCode="{code}"/></numFmts>' if number == "176" else ""
    styles = f'{own}<cellXfs><xf numFmtId="0"/><xf numFmtId="{number}"/></cellXfs>'
    cells = '<row><c s="1"><v>46203.4</v></c><c s="0"><v>46203</v></c><c s="9"><v>3</v></c><c><v>2</v></c></row>'

    assert xlsx.tables(book(cells, styles=styles)) == (((shown, "46203", "3", "2"),),)


def test_days_of_another_count_and_what_is_none():
    styles = '<cellXfs><xf numFmtId="14"/></cellXfs>'
    cells = '<row><c s="0"><v>44741</v></c><c s="0"><v>-4</v></c><c s="0"><v>9e99</v></c><c s="0" t="str"><v>6月底</v></c></row>'
    from_1904 = book(cells, styles=styles, about='<workbookPr date1904="1"/>')

    assert xlsx.tables(from_1904) == ((("2026年6月30日", "-4", "9e99", "6月底"),),)


def test_a_hidden_sheet_and_far_cells_are_left_out():
    cells = '<row><c r="A1"><v>1</v></c><c r="XFD1"><v>2</v></c></row>'

    assert xlsx.tables(book(cells, state="hidden")) == ()
    assert xlsx.tables(book(cells)) == ((("1",),),)


def test_columns_of_a_word_table_keep_their_number():
    document, table = word([[*HEAD], ["1", "学习不够", "每周自学"], ["", "", "读完两本"], ["合计", "", "两条"]])
    table.cell(1, 1).merge(table.cell(2, 1))
    table.cell(3, 0).merge(table.cell(3, 1))
    data = saved(document)

    assert docx_as_tables.tables(data) == (
        (tuple(HEAD), ("1", "学习不够", "每周自学"), ("", "", "读完两本"), ("合计", "", "两条")),
    )


@pytest.mark.parametrize("suffix", [".xlsx", ".docx", ".txt"])
def test_a_list_is_read_from_any_file_that_can_hold_it(tmp_path, suffix):
    rows = [HEAD, ["1", "学习不够", "每周自学"]]
    data = {
        ".xlsx": written.write([written.Sheet("清单", tuple((each, 9) for each in HEAD), rows[1:])]),
        ".docx": saved(word(rows)[0]),
        ".txt": "\n".join("\t".join(row) for row in rows).encode(),
    }[suffix]
    path = tmp_path / f"清单{suffix}"
    path.write_bytes(data)

    found = list_table.of_tables(opening.read_tables(path))
    assert [(row.problem, row.measures) for row in found] == [("学习不够", ("每周自学",))]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("清单.csv", '序号,问题,整改措施,完成情况\r\n1,走访少,"每月走访一次,记日记",去了6户\r\n'.encode("gb18030")),
        ("清单.csv", '\ufeff序号,问题,整改措施,完成情况\n1,走访少,"每月走访一次,\n记日记",去了6户\n'.encode()),
        ("清单.xls", "序号\t问题\t整改措施\t完成情况\n1\t走访少\t每月走访一次,记日记\t去了6户\n".encode("gb18030")),
        (
            "清单.xls",
            "<html><table><tr><td>序号</td><td>问题</td><td>整改措施</td><td>完成情况</td></tr>"
            "<tr><td>1</td><td>走访少</td><td>每月走访一次,记日记</td><td>去了6户</td></tr></table></html>".encode(),
        ),
    ],
)
def test_a_list_that_a_system_has_written_as_text_or_page_is_read(tmp_path, name, data):
    (tmp_path / name).write_bytes(data)
    rows = list_table.of_tables(opening.read_tables(tmp_path / name))

    assert [(row.problem, row.measures, row.done) for row in rows] == [("走访少", ("每月走访一次,记日记",), "去了6户")]
    assert Path(name).suffix in kinds.suffixes(Use.TABLE)


def test_a_cell_without_end_is_no_cell(tmp_path):
    path = tmp_path / "清单.csv"
    path.write_text('问题,措施\n"' + "走访少" * 60_000, "utf-8")
    with pytest.raises(Unreadable, match="损坏"):
        opening.read_tables(path)


def test_an_excel_file_is_no_material_and_says_where_it_belongs(tmp_path):
    path = tmp_path / "清单.xlsx"
    path.write_bytes(book(""))

    assert ".xlsx" not in kinds.suffixes(Use.MATERIAL, Use.DRAFT)
    with pytest.raises(Unreadable, match="整改清单"):
        opening.read(path)


def test_damaged_files_are_refused_soon():
    good = written.write([written.Sheet("清单", (("问题", 9), ("措施", 9)), [("学习不够", "自学")] * 40)])
    plain = file_samples.archive(
        **{"xl/workbook.xml": f"<!DOCTYPE x [<!ENTITY a 'b'>]><workbook {MAIN}/>", "[Content_Types].xml": "<Types/>"}
    )
    dice, begun = random.Random(12), time.process_time()
    for _ in range(300):
        data = bytearray(good)
        for _ in range(dice.randint(1, 30)):
            data[dice.randrange(len(data))] = dice.randrange(256)
        try:
            xlsx.tables(bytes(data[: dice.choice((len(data), dice.randrange(len(data))))]))
        except Unreadable as error:
            assert str(error)

    with pytest.raises(Unreadable):
        xlsx.tables(plain)
    assert time.process_time() - begun < 5
