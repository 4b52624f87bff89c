"""A title of our own is known by its style's name when another program has given the style another identifier."""

import pytest
from doc_files import para, style_sheet, word
from word_files import p, package

from assistant.files.readers import doc, docx, odt, own_titles, rtf

TITLE, BYLINE = own_titles.NAME, own_titles.NEXT_NAME
PARTED = "2025年度个人", "对照检查材料"


def as_docx(title: str, following: str) -> str:
    styles = (
        f"<w:style w:type='paragraph' w:styleId='Style11'><w:name w:val='{title}'/><w:next w:val='a1'/></w:style>"
        f"<w:style w:type='paragraph' w:styleId='a1'><w:name w:val='{following}'/></w:style>"
    )
    body = p("</w:t><w:br/><w:t>".join(PARTED), "<w:pStyle w:val='Style11'/>")
    return docx.read(package(body, styles=styles)).text


def as_odt(title: str, following: str) -> str:
    styles = (
        "<office:styles><style:style style:name='P1' style:parent-style-name='s1'/>"
        f"<style:style style:name='s1' style:display-name='{title}' style:next-style-name='s2'/>"
        f"<style:style style:name='s2' style:display-name='{following}'/></office:styles>"
    )
    body = f"<text:p text:style-name='P1'>{'<text:line-break/>'.join(PARTED)}</text:p>"
    names = "xmlns:office='o' xmlns:text='t' xmlns:style='s'"
    whole = f"<office:document {names}>{styles}<office:body><office:text>{body}</office:text></office:body>"
    return odt.read(f"{whole}</office:document>".encode()).text


def as_rtf(title: str, following: str) -> str:
    def named(text: str) -> str:  # as LibreOffice does: two bytes stand in for each character
        stand_in = "".join(
            f"\\u{ord(each)}" + "".join(f"\\'{byte:02x}" for byte in each.encode("gbk")) for each in text
        )
        return f"\\uc2 {stand_in}\\uc1 ;"

    sheet = f"{{\\stylesheet{{\\s23\\snext24 {named(title)}}}{{\\s24\\snext0 {named(following)}}}}}"
    text = "\\line ".join("".join(f"\\u{ord(each)}?" for each in part) for part in PARTED)
    return rtf.read(f"{{\\rtf1\\ansi\\ansicpg936{sheet}\\pard\\plain\\s23 {text}\\par}}".encode("ascii")).text.strip()


def as_doc(title: str, following: str) -> str:
    sheet = style_sheet(("Normal", 0), (title, 2), (following, 0))
    return doc.read(word(para("\x0b".join(PARTED), style=1), styles=sheet)).text


@pytest.mark.parametrize("read", [as_docx, as_odt, as_rtf, as_doc])
def test_a_title_is_known_by_the_name_of_its_style(read):
    assert read(TITLE, BYLINE) == "".join(PARTED)
    assert read(TITLE, "正文") == read("标题", BYLINE) == "\n".join(PARTED)  # styles of others, who mean their lines
