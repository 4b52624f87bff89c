import errno
import io
import os
import re
import shutil
import subprocess
import time
import zipfile
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest

from assistant import paths
from assistant.files import disk, layouts
from assistant.files.readers import docx as reader
from assistant.files.trouble import Unwritable
from assistant.files.writers import docx, xlsx
from assistant.language import markdown
from assistant.strict_toml import DataError
from assistant.templates import layout as layout_file
from assistant.templates.layout import NumberPlace
from assistant.text import canonical

LAYOUTS = layouts.every()
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def parts(data):
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name).decode("utf-8") for name in archive.namelist()}


def test_no_mark_of_markdown_reaches_word():
    marked = (
        "# **个人对照检查材料**\n\n---\n\n## 存在的问题\n\n### （一）**政治忠诚方面**\n\n- **学得浅**：`10月`只学一次。\n"
        "> 联系**县，到过**村。\n\n| 问题 | 措施 |\n|---|---|\n| 浅 | 学 |"
    )
    read = reader.read(docx.write(marked, LAYOUTS[0]))

    assert read.text == (
        "个人对照检查材料\n\n\n存在的问题\n\n（一）政治忠诚方面\n\n学得浅：10月只学一次。\n联系**县，到过**村。\n\n问题\t措施\n浅\t学"
    )
    assert read.headings["存在的问题"] == 1  # which only its mark told


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.id)
def test_what_is_written_reads_back_the_same(finished_sample, layout):
    assert reader.read(docx.write(finished_sample, layout)).text == finished_sample


def test_real_materials_read_back_the_same(samples):
    for path in sorted((samples / "materials").glob("*.txt")):
        text = canonical(path.read_text("utf-8")).removesuffix("\n")

        assert reader.read(docx.write(text, LAYOUTS[0])).text == markdown.plain(text)[0]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n",
        "\n\n甲\n",
        "  空 格\t制表  ",
        "𠮷&<>\"'",
        "一、\n（一）",
        "标题" * 30,
        "学习贯彻主题教育专题民主生活会个人对照检查材料\n正文。",
    ],
)
def test_any_text_reads_back_the_same(text):
    text = canonical(text)

    assert reader.read(docx.write(text, LAYOUTS[0])).text == text


def test_no_theme_no_default_font_no_traces(finished_sample):
    written = parts(docx.write(finished_sample, LAYOUTS[0]))
    everything = "".join(written.values())

    assert not [name for name in written if "theme" in name or "customXml" in name]
    assert not re.search(r"\w*Theme=|python-docx|widowControl/>", everything)
    for fonts in re.findall(r"<w:rFonts [^>]*ascii=[^>]*>", written["word/styles.xml"]):
        assert all(f'w:{script}="' in fonts for script in ("hAnsi", "eastAsia", "cs"))
    assert re.sub(r"<[^>]+>", "", written["docProps/core.xml"]).strip() == ""


def test_an_author_is_named_only_when_given(finished_sample):
    assert "林知远" in parts(docx.write(finished_sample, LAYOUTS[0], author="林知远"))["docProps/core.xml"]


def test_page_and_grid_are_the_national_standard(finished_sample):
    document = parts(docx.write(finished_sample, LAYOUTS[0]))["word/document.xml"]

    assert 'w:w="11906" w:h="16838"' in document
    assert 'w:top="2098"' in document
    assert 'w:bottom="1984"' in document
    assert 'w:left="1587"' in document
    assert 'w:right="1474"' in document
    assert '<w:docGrid w:type="lines" w:linePitch="579"/>' in document


def test_run_in_headings_are_two_runs():
    document = parts(docx.write("一、问题\n（一）学习不够。有时松劲。\n（二）担当方面\n", LAYOUTS[0]))[
        "word/document.xml"
    ]

    assert '<w:pStyle w:val="RunIn2"/>' in document
    run_in = re.search(r'<w:rStyle w:val="RunInCharacters2"/>.*?<w:t>([^<]*)</w:t>', document)
    assert run_in
    assert run_in[1] == "（一）学习不够。"
    assert re.findall(r'<w:pStyle w:val="(Heading\d)"/>', document) == ["Heading1", "Heading2"]


@pytest.mark.parametrize(
    "lines",
    [
        "2025年度民主生活会个人对照检查材料",
        "2025年度民主生活会|领导班子对照检查材料",
        "某街道办事处党工委班子|2025年度民主生活会对照检查材料",
        "市住房和城乡建设局党组领导班子|2025年度民主生活会对照检查材料",
        "市直机关工委2025年度民主生活会|班子成员个人对照检查材料",
        "“不忘初心、牢记使命”专题民主生活会|个人检视剖析材料",
        "学习贯彻习近平新时代中国特色社会主义思想|主题教育专题民主生活会|领导班子对照检查材料",
        "望湖区锦溪街道|党工委副书记、办事处主任高明远|2026年度民主生活会个人对照检查材料",
        "临江市自然资源和规划局党组成员、副局长|兼不动产登记中心主任李某某对照检查材料",
    ],
)
def test_a_long_title_is_broken_between_its_words(lines):
    text = lines.replace("|", "")
    data = docx.write(f"{text}\n一、问题\n有。", LAYOUTS[0])
    first = re.search("<w:p>.*?</w:p>", parts(data)["word/document.xml"])[0]

    assert re.sub("<w:br/>|<[^>]+>", lambda tag: "|" if "br" in tag[0] else "", first) == lines
    assert reader.read(data).text.startswith(f"{text}\n")


def test_every_run_hints_at_chinese_for_quotes_and_dashes():
    document = parts(docx.write("“四风”——…", LAYOUTS[0]))["word/document.xml"]

    assert document.count("<w:r>") == document.count('<w:rFonts w:hint="eastAsia"/>')


def test_page_numbers_stand_on_the_outer_side(finished_sample):
    written = parts(docx.write(finished_sample, LAYOUTS[0]))
    sides = {re.search(r'<w:jc w:val="(\w+)"', xml)[1] for name, xml in written.items() if "footer" in name}

    assert sides == {"left", "right"}
    assert "<w:evenAndOddHeaders/>" in written["word/settings.xml"]


def test_page_numbers_in_the_middle():
    written = parts(docx.write("一、问题", replace(LAYOUTS[0], page_number_place=NumberPlace.CENTER)))
    feet = [xml for name, xml in written.items() if "footer" in name]

    assert [re.search(r'<w:jc w:val="(\w+)"', xml)[1] for xml in feet] == ["center", "center"]
    assert not any("<w:ind " in xml for xml in feet)


@pytest.mark.parametrize("form", ["{}", "第{}页", "<{}> & {0}", "-{} {x}-"])
def test_a_page_number_stands_in_its_form(form):
    layout = replace(LAYOUTS[0], page_number_form=form)
    feet = [xml for name, xml in parts(docx.write("一、问题", layout)).items() if "footer" in name]
    before, after = form.split("{}")
    assert layout.around_number == (before, after)
    for each in feet:
        assert "".join(ElementTree.fromstring(each).itertext()) == f"{before} PAGE 1{after}"


@pytest.mark.parametrize("form", ["", "页码", "第{}页，共{}页", "{0}"])
def test_a_form_without_one_place_for_the_number_is_refused(form):
    (path,) = paths.shipped("layouts", "gb9704.toml")
    source = re.sub("(?m)^page_number_form.*$", "", path.read_text("utf-8"))
    head, table, rest = source.partition("[page]")
    with pytest.raises(DataError, match=r"gb9704\.toml\.page_number_form：要有一处 \{\}"):
        layout_file.parse(f'{head}page_number_form = "{form}"\n{table}{rest}', "gb9704.toml")


def test_writing_a_long_text_takes_linear_time():
    def seconds(count):
        text = "\n".join(["学习抓得不紧，下基层少。" * 12] * count)
        begun = time.process_time()
        docx.write(text, LAYOUTS[0])
        return time.process_time() - begun

    seconds(50)
    assert seconds(4000) < 40 * max(seconds(400), 0.02)  # quadratic would be a hundred times


@pytest.fixture(scope="module")
def rendered(tmp_path_factory):
    """Render a Word file with LibreOffice and give its pages as lists of lines."""
    if not (shutil.which("soffice") and shutil.which("pdftotext")):
        pytest.skip("没有LibreOffice或poppler，跳过对排版页面的检查")
    folder = tmp_path_factory.mktemp("pages")

    def pages(data: bytes) -> list[list[str]]:
        path = folder / "材料.docx"
        path.write_bytes(data)
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        convert = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(path)]
        subprocess.run(convert, check=True, capture_output=True, timeout=300)
        text = subprocess.run(
            ["pdftotext", "-layout", str(folder / "材料.pdf"), "-"], check=True, capture_output=True, text=True
        ).stdout
        return [
            [line.strip() for line in page.split("\n") if line.strip()] for page in text.split("\f") if page.strip()
        ]

    return pages


@pytest.mark.parametrize(("layout", "characters"), [(LAYOUTS[0], 28), (LAYOUTS[1], 27)], ids=["gb9704", "fixed28"])
def test_pages_hold_22_lines_of_so_many_characters(rendered, layout, characters):
    pages = rendered(docx.write("国" * 28 * 60, layout))
    first = [line for line in pages[0] if "国" in line]

    assert len(first) == 22
    assert {len(line) for line in first[1:]} == {characters}
    assert len(first[0]) == characters - 2  # the indent
    assert [page[-1].replace(" ", "") for page in pages[:2]] == ["—1—", "—2—"]


def test_replacing_a_file_is_all_or_nothing(tmp_path, monkeypatch):
    path = tmp_path / "草稿.duizhao"
    disk.replace_file(path, b"old")

    def full(_handle):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(Unwritable, match="磁盘已满"):
        disk.replace_file(path, b"new")
    assert path.read_bytes() == b"old"
    assert [each.name for each in tmp_path.iterdir()] == [path.name]


@pytest.mark.parametrize(
    ("code", "told"), [(errno.EACCES, "权限"), (errno.EROFS, "权限"), (errno.EIO, "U盘"), (errno.ENAMETOOLONG, "太长")]
)
def test_the_reason_is_said(tmp_path, monkeypatch, code, told):
    def fail(*_args, **_kwargs):
        raise OSError(code, "no")

    monkeypatch.setattr(os, "open", fail)
    with pytest.raises(Unwritable, match=told):
        disk.replace_file(tmp_path / "x.docx", b"")


def test_a_replaced_file_keeps_its_permissions(tmp_path):
    if os.name != "posix":
        pytest.skip("只有POSIX系统有这样的权限")
    path = Path(tmp_path) / "x"
    disk.replace_file(path, b"1")
    path.chmod(0o640)
    disk.replace_file(path, b"2")

    assert path.stat().st_mode & 0o777 == 0o640


def test_a_file_held_for_a_moment_is_tried_again(tmp_path, monkeypatch):
    tries = iter((PermissionError(errno.EACCES, "held"), None))
    really = Path.replace

    def replace(self, target):
        if error := next(tries):
            raise error
        return really(self, target)

    monkeypatch.setattr(disk, "_PAUSES", (0.0,))
    monkeypatch.setattr(Path, "replace", replace)
    disk.replace_file(tmp_path / "稿", b"x")

    assert [(each.name, each.read_bytes()) for each in tmp_path.iterdir()] == [("稿", b"x")]


@pytest.mark.parametrize("when", [5.0, 1e9, 4.5e9])
def test_a_clock_that_is_wrong_stops_no_writing(monkeypatch, when):
    """A machine whose battery is empty begins in 1970, which no zip archive can tell, nor 2112."""
    right = docx.write("一、问题\n有。", layouts.named("gb9704"))
    localtime = time.localtime
    monkeypatch.setattr(time, "localtime", lambda *_: localtime(when))
    monkeypatch.setattr(time, "time", lambda: when)
    assert docx.write("一、问题\n有。", layouts.named("gb9704")) == right
    assert xlsx.write([xlsx.Sheet("清单", (("问题", 9),), [("有",)])]).startswith(b"PK")
