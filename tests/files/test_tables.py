"""Lists of problems and measures in Excel and Word files."""

import io
import random
import time
from pathlib import Path

import docx
import file_samples
import pytest
from word_files import p, package

from assistant.facts.last_year import list_table
from assistant.files import kinds, opening
from assistant.files.kinds import Use
from assistant.files.readers import docx_as_tables, xlsx
from assistant.files.writers import xlsx as written
from assistant.reading import Unreadable

MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
NUMBERED = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
HEAD = ["序号", "查摆的问题", "整改措施"]


def book(rows, *, state="visible", strings="", styles="", about="", columns="", merged="", **more):
    """Make an Excel file with one sheet of these rows' XML; `more` are parts by their names."""
    sheet = f"<worksheet {MAIN}>{columns}<sheetData>{rows}</sheetData>{merged}</worksheet>"
    return file_samples.archive(
        **{
            "[Content_Types].xml": "<Types/>",
            "_rels/.rels": '<R><Relationship Type="x/officeDocument" Target="xl/workbook.xml"/></R>',
            "xl/workbook.xml": f'<workbook {MAIN} {NUMBERED}>{about}<sheets><sheet name="甲" state="{state}" r:id="rId1"/></sheets></workbook>',
            "xl/_rels/workbook.xml.rels": '<R><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></R>',
            "xl/sharedStrings.xml": f"<sst {MAIN}>{strings}</sst>",
            "xl/worksheets/sheet1.xml": sheet,
            **({"xl/styles.xml": f"<styleSheet {MAIN}>{styles}</styleSheet>"} if styles else {}),
            **more,
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

    assert xlsx.tables(data).found == ((("序号", "问题"), ("1", "学习“不够”"), ("", "=1+1")),)


def test_every_kind_of_cell():
    strings = "<si><t>共享</t></si><si><r><t>分</t></r><r><t>段</t></r><rPh><t>注音</t></rPh></si>"
    cells = (
        '<row><c r="A1" t="s"><v>0</v></c><c r="C1" t="s"><v>1</v></c><c t="inlineStr"><is><t>行内_x000D_</t></is></c></row>'
        '<row/><row><c t="str"><f>A1</f><v>结果</v></c><c><v>3</v></c><c t="e"><v>#N/A</v></c><c t="s"><v>9</v></c></row>'
    )

    assert xlsx.tables(book(cells, strings=strings)).found == ((("共享", "", "分段", "行内"), ("结果", "3")),)


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

    assert xlsx.tables(book(cells, styles=styles)).found == (((shown, "46203", "3", "2"),),)


def test_days_of_another_count_and_what_is_none():
    styles = '<cellXfs><xf numFmtId="14"/></cellXfs>'
    cells = '<row><c s="0"><v>44741</v></c><c s="0"><v>-4</v></c><c s="0"><v>9e99</v></c><c s="0" t="str"><v>6月底</v></c></row>'
    from_1904 = book(cells, styles=styles, about='<workbookPr date1904="1"/>')

    assert xlsx.tables(from_1904).found == ((("2026年6月30日", "-4", "9e99", "6月底"),),)


def row(number, *texts, hidden=False):
    """Write a row whose cells, from A on, hold these texts."""
    cells = (f'<c r="{chr(65 + at)}{number}" t="str"><v>{text}</v></c>' for at, text in enumerate(texts) if text)
    return f'<row r="{number}"{" hidden=" + chr(34) + "1" + chr(34) if hidden else ""}>{"".join(cells)}</row>'


def test_hidden_rows_and_columns_are_left_out_and_said():
    """As hidden text of Word is; empty ones say nothing, and a row that is hidden counts once, whatever columns are."""
    rows = row(1, "问题", "措施", "责任人") + row(2, "走访少", "每月一次", "甲", hidden=True) + row(3, hidden=True)
    rows += row(4, "讲话长", "十分钟", "乙") + row(5, "学得浅", "每周自学", "")
    columns = '<cols><col min="3" max="3" hidden="true"/><col min="5" max="16384" hidden="1"/></cols>'

    read = xlsx.tables(book(rows, columns=columns))
    assert read.found == ((("问题", "措施"), ("讲话长", "十分钟"), ("学得浅", "每周自学")),)
    assert read.notes == ("隐藏或筛选掉的行未带入（1处）", "隐藏的列未带入（1处）")
    assert xlsx.tables(book(row(1, "问题") + row(2, hidden=True))).notes == ()


@pytest.mark.parametrize(
    ("hidden", "columns", "found"),
    [
        (2, "", ("走访少", "每月下村")),
        (3, "", ("走访少", "每月一次")),
        (0, '<cols><col min="1" max="1" hidden="1"/></cols>', ("", "每月一次")),
    ],
)
def test_the_text_of_merged_cells_stands_in_the_first_that_is_seen(hidden, columns, found):
    """Where a filter hides the line in which the file keeps it, Excel shows it in the next."""
    rows = "".join(
        row(number, *texts, hidden=number == hidden)
        for number, texts in enumerate((("问题", "措施"), ("走访少", "每月一次"), ("", "每月下村")), 1)
    )
    merged = '<mergeCells count="2"><mergeCell ref="A2:A3"/><mergeCell ref="?"/></mergeCells>'

    read = xlsx.tables(book(rows, columns=columns, merged=merged))
    assert read.found[0][1] == found
    assert len(read.notes) == 1


def test_many_merged_cells_over_many_hidden_rows_take_no_time():
    rows = "".join(row(number, "走访少", hidden=True) for number in range(1, 3001))
    merged = "".join(f'<mergeCell ref="A{number}:A3000"/>' for number in range(1, 3001))
    begun = time.process_time()

    assert xlsx.tables(book(rows, merged=f"<mergeCells>{merged}</mergeCells>")).found == ()
    assert time.process_time() - begun < 1


def test_a_title_over_a_hidden_column_is_seen():
    rows = row(1, "问题和措施") + row(2, "1", "走访少")
    merged = '<mergeCells><mergeCell ref="A1:B1"/></mergeCells>'
    columns = '<cols><col min="1" max="1" hidden="1"/></cols>'

    read = xlsx.tables(book(rows, columns=columns, merged=merged))
    assert read == (((("", "问题和措施"), ("", "走访少")),), ("隐藏的列未带入（1处）",))


def test_hidden_sheets_far_cells_and_comments_are_left_out_and_said():
    """What a program keeps in a sheet that nobody can show is no word of the list's."""
    cells = '<row><c r="A1"><v>1</v></c><c r="XFD1"><v>2</v></c></row>'
    comments = f"<comments {MAIN}><commentList><comment ref='A1'/></commentList></comments>"

    assert xlsx.tables(book(cells, state="hidden")) == ((), ("隐藏的工作表未带入（1处）",))
    assert xlsx.tables(book(cells, state="veryHidden")) == ((), ())
    read = xlsx.tables(book(cells, **{"xl/comments1.xml": comments}))
    assert read == (((("1",),),), ("批注未带入（1处）", "右边很远的单元格未带入（1处）"))


def test_hidden_and_deleted_text_of_a_word_table_is_left_out_and_said():
    rows = "".join(
        f"<w:tr><w:tc>{p(first)}</w:tc><w:tc>{second}</w:tc></w:tr>"
        for first, second in (
            ("问题", p("措施")),
            ("走访少", "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>旧的</w:t></w:r><w:r><w:t>每月一次</w:t></w:r></w:p>"),
            (
                "讲话长",
                "<w:p><w:del w:author='甲'><w:r><w:delText>少讲</w:delText></w:r></w:del><w:r><w:rPr><w:vanish w:val='0'/></w:rPr><w:t>十分钟</w:t></w:r></w:p>",
            ),
        )
    )
    read = docx_as_tables.tables(package(f"<w:tbl>{rows}</w:tbl>"))

    assert read.found == ((("问题", "措施"), ("走访少", "每月一次"), ("讲话长", "十分钟")),)
    assert read.notes == ("有修订：删除的文字未带入，插入的文字已带入（1处）", "隐藏文字未带入（1处）")


def test_columns_of_a_word_table_keep_their_number():
    document, table = word([[*HEAD], ["1", "学习不够", "每周自学"], ["", "", "读完两本"], ["合计", "", "两条"]])
    table.cell(1, 1).merge(table.cell(2, 1))
    table.cell(3, 0).merge(table.cell(3, 1))
    data = saved(document)

    assert docx_as_tables.tables(data).found == (
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

    found = list_table.of_tables(opening.read_tables(path).found)
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
    rows = list_table.of_tables(opening.read_tables(tmp_path / name).found)

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
