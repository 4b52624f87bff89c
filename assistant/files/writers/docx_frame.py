"""The empty Word file that a material is written into: page, page number, own styles; no theme, no properties.

The properties (author, title, dates) are an empty part here; `writers/docx.write` fills in the author, where one is
given, and nobody fills in anything else. Every style names its font for all scripts, so no theme and no default of Word's can put another in its place. The
numbers come from the layout; what each setting is for stands beside it.
"""

from __future__ import annotations

import io
import zipfile
from xml.sax.saxutils import escape, quoteattr

from docx.document import Document
from docx.opc import phys_pkg

from assistant.files.readers import own_titles
from assistant.templates.layout import Face, Layout, Side

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

TITLE, BYLINE, BODY, PAGE_NUMBER = own_titles.IDENTIFIER, "DuizhaoByline", "Normal", "Footer"
HEADINGS = {1: "Heading1", 2: "Heading2", 3: "Heading3", 4: "Heading4", 5: "Heading5"}
BLANK_BEFORE, BLANK_AFTER = "_blank_before_", "_blank_after_"  # bookmarks: with how many, and a number of their own
RUN_IN = {1: "RunIn1", 2: "RunIn2"}
RUN_IN_CHARACTERS = {1: "RunInCharacters1", 2: "RunInCharacters2"}


class _Timeless(zipfile.ZipFile):
    """Writes every part with the date 1980-01-01 in place of the present time.

    A ZIP archive cannot hold a date before 1980, and the clock of a machine with an empty battery stands at 1970:
    saving would fail there.
    """

    def writestr(
        self,
        zinfo_or_arcname: str | zipfile.ZipInfo,
        data: str | bytes,  # type: ignore[override]  # all that is written here
        compress_type: int | None = None,
        compresslevel: int | None = None,
    ) -> None:
        if isinstance(zinfo_or_arcname, str):
            zinfo_or_arcname = zipfile.ZipInfo(zinfo_or_arcname)  # of 1980
            compress_type = self.compression if compress_type is None else compress_type
        super().writestr(zinfo_or_arcname, data, compress_type, compresslevel)


phys_pkg.ZipFile = _Timeless  # type: ignore[attr-defined]  # python-docx writes by it
# Odd and even pages differ in where the page number stands. Punctuation is neither squeezed nor hung by Word's own
# taste, so that a line holds what the layout says; fields are not updated on opening, which would ask the reader.
_SETTINGS = (
    f'<w:settings xmlns:w="{W}"><w:zoom w:percent="100"/>'
    '<w:defaultTabStop w:val="420"/><w:evenAndOddHeaders/><w:characterSpacingControl w:val="doNotCompress"/>'
    "<w:compat><w:spaceForUL/><w:balanceSingleByteDoubleByteWidth/><w:doNotLeaveBackslashAlone/><w:ulTrailSpace/>"
    "<w:doNotExpandShiftReturn/><w:adjustLineHeightInTable/><w:useFELayout/>"
    '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
    '</w:compat><w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/></w:settings>'
)
_DEFAULT_CHARACTERS = (
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
    '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
)


def saved(document: Document) -> bytes:
    """Give the bytes of a Word file: of the same content always the same."""
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def empty(layout: Layout) -> bytes:
    """Make a Word file with the layout's styles and nothing in it."""
    parts = {
        "[Content_Types].xml": _types(),
        "_rels/.rels": _relationships(
            ("officeDocument", "word/document.xml", _R),
            ("metadata/core-properties", "docProps/core.xml", f"{_PACKAGE}/relationships"),
        ),
        "docProps/core.xml": f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties"/>',
        "word/document.xml": f'<w:document xmlns:w="{W}" xmlns:r="{_R}"><w:body>{_page(layout)}</w:body></w:document>',
        "word/_rels/document.xml.rels": _relationships(
            ("styles", "styles.xml", _R),
            ("settings", "settings.xml", _R),
            ("fontTable", "fontTable.xml", _R),
            ("footer", "footer1.xml", _R),
            ("footer", "footer2.xml", _R),
        ),
        "word/styles.xml": _styles(layout),
        "word/settings.xml": _SETTINGS,
        "word/fontTable.xml": _fonts(layout),
        "word/footer1.xml": _footer(layout, 1),
        "word/footer2.xml": _footer(layout, 2),
    }
    stream = io.BytesIO()
    with _Timeless(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, xml in parts.items():
            archive.writestr(name, _HEAD + xml)
    return stream.getvalue()


def _types() -> str:
    kinds = (
        ("/word/document.xml", f"{_WORD}.document.main+xml"),
        ("/word/styles.xml", f"{_WORD}.styles+xml"),
        ("/word/settings.xml", f"{_WORD}.settings+xml"),
        ("/word/fontTable.xml", f"{_WORD}.fontTable+xml"),
        ("/word/footer1.xml", f"{_WORD}.footer+xml"),
        ("/word/footer2.xml", f"{_WORD}.footer+xml"),
        ("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
    )
    overrides = "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in kinds)
    return (
        f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


def _relationships(*relations: tuple[str, str, str]) -> str:
    rows = "".join(
        f'<Relationship Id="rId{number}" Type="{base}/{kind}" Target="{target}"/>'
        for number, (kind, target, base) in enumerate(relations, 1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{rows}</Relationships>'


def _page(layout: Layout) -> str:
    """Set the page: size, margins, line grid, and the footers of odd and even pages (rId4, rId5)."""
    page = layout.page
    grid = f'<w:docGrid w:type="lines" w:linePitch="{layout.line_twips}"/>' if layout.grid else ""
    crosswise = ' w:orient="landscape"' if page.width_mm > page.height_mm else ""
    return (
        '<w:sectPr><w:footerReference w:type="default" r:id="rId4"/><w:footerReference w:type="even" r:id="rId5"/>'
        f'<w:pgSz w:w="{_twips(page.width_mm)}" w:h="{_twips(page.height_mm)}"{crosswise}/>'
        f'<w:pgMar w:top="{_twips(page.top_mm)}" w:right="{_twips(page.right_mm)}" w:bottom="{_twips(page.bottom_mm)}"'
        f' w:left="{_twips(page.left_mm)}" w:header="850" w:footer="{_twips(page.footer_mm)}" w:gutter="0"/>'
        f"{grid}</w:sectPr>"
    )


def _twips(millimetres: float) -> int:
    return round(millimetres / 25.4 * 1440)


def _footer(layout: Layout, number: int) -> str:
    """Write 「— 1 —」 at the foot of pages numbered oddly (1) or evenly (2)."""
    side = layout.number_side(number)
    before, after = map(escape, layout.around_number)
    character = round(layout.page_number.size_pt * 20)
    indented = "" if side is Side.CENTER else f'<w:ind w:{side.value}="{character}"/>'
    run = '<w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr>{}</w:r>'
    field = "".join(
        run.format(content)
        for content in (
            f'<w:t xml:space="preserve">{before}</w:t>',
            '<w:fldChar w:fldCharType="begin"/>',
            '<w:instrText xml:space="preserve"> PAGE </w:instrText>',
            '<w:fldChar w:fldCharType="separate"/>',
            "<w:t>1</w:t>",
            '<w:fldChar w:fldCharType="end"/>',
            f'<w:t xml:space="preserve">{after}</w:t>',
        )
    )
    return (
        f'<w:ftr xmlns:w="{W}"><w:p><w:pPr><w:pStyle w:val="{PAGE_NUMBER}"/>'
        f'<w:spacing w:line="{character + 80}" w:lineRule="exact"/>'
        f'{indented}<w:jc w:val="{side.value}"/></w:pPr>{field}</w:p></w:ftr>'
    )


def _fonts(layout: Layout) -> str:
    """Name for each font the one that may stand in for it (仿宋_GB2312 is not part of Windows; 仿宋 is)."""
    faces = {face.font: face for face in (layout.title, layout.byline, layout.level1, layout.body, layout.page_number)}
    rows = "".join(
        f"<w:font w:name={quoteattr(face.font)}><w:altName w:val={quoteattr(face.fallback)}/>"
        '<w:charset w:val="86"/><w:family w:val="auto"/><w:pitch w:val="variable"/></w:font>'
        for face in faces.values()
    )
    return f'<w:fonts xmlns:w="{W}">{rows}</w:fonts>'


def _defaults(layout: Layout) -> str:
    return (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{_face(layout.body)}"
        '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        "<w:pPrDefault><w:pPr/></w:pPrDefault></w:docDefaults>"
    )


def _styles(layout: Layout) -> str:
    indent = round(2 * (layout.body.size_pt * 20 + layout.spacing_twips))  # two characters
    body = (
        f'<w:widowControl w:val="0"/><w:overflowPunct/><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>'
        f'<w:spacing w:before="0" w:after="0" w:line="{layout.line_twips}" w:lineRule="exact"/>'
        f'<w:ind w:firstLineChars="200" w:firstLine="{indent}"/><w:jc w:val="both"/>'
    )
    centred = '<w:ind w:firstLineChars="0" w:firstLine="0"/><w:jc w:val="center"/>'
    flat = '<w:ind w:firstLineChars="0" w:firstLine="0"/>'
    spacing = f'<w:spacing w:val="{layout.spacing_twips}"/>' if layout.spacing_twips else ""
    styles = [
        _defaults(layout),
        _style(BODY, "Normal", body, _face(layout.body, spacing), default=True, quick=True),
        _DEFAULT_CHARACTERS,
        _style(TITLE, own_titles.NAME, f"<w:keepNext/>{centred}", _face(layout.title), next_=BYLINE, quick=True),
        _style(BYLINE, own_titles.NEXT_NAME, centred, _face(layout.byline), next_=BODY, quick=True),
    ]
    for level, identifier in HEADINGS.items():
        face = layout.level1 if level == 1 else layout.level2 if level == 2 else layout.body
        keep = "<w:keepNext/>" if level <= 2 else ""
        outline = f'{keep}<w:outlineLvl w:val="{level - 1}"/>'
        styles.append(_style(identifier, f"heading {level}", outline, _face(face), next_=BODY, quick=True))
    for level, identifier in RUN_IN.items():
        face = layout.level1 if level == 1 else layout.level2
        label = "一、" if level == 1 else "（一）"
        styles.append(_style(identifier, f"{label}接排", f'<w:outlineLvl w:val="{level - 1}"/>', ""))
        styles.append(
            f'<w:style w:type="character" w:customStyle="1" w:styleId="{RUN_IN_CHARACTERS[level]}">'
            f'<w:name w:val="{label}接排标题"/><w:rPr>{_face(face)}</w:rPr></w:style>'
        )
    styles.append(_style(PAGE_NUMBER, "footer", flat, _face(layout.page_number, '<w:spacing w:val="0"/>')))
    return f'<w:styles xmlns:w="{W}">{"".join(styles)}</w:styles>'


def _style(
    identifier: str, name: str, paragraph: str, run: str, *, next_: str = "", default: bool = False, quick: bool = False
) -> str:
    based = "" if default else f'<w:basedOn w:val="{BODY}"/>'
    following = f'<w:next w:val="{next_}"/>' if next_ else ""
    own = "" if name.isascii() else ' w:customStyle="1"'
    first = ' w:default="1"' if default else ""
    return (
        f'<w:style w:type="paragraph"{first}{own} w:styleId="{identifier}">'
        f'<w:name w:val="{name}"/>{based}{following}{"<w:qFormat/>" if quick else ""}'
        f"<w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>"
    )


def _face(face: Face, spacing: str = "") -> str:
    """Name a font for every script; the order of the elements is the schema's."""
    font = quoteattr(face.font)
    half_points = round(face.size_pt * 2)
    return (
        f'<w:rFonts w:ascii={font} w:hAnsi={font} w:eastAsia={font} w:cs={font} w:hint="eastAsia"/>'
        f'{spacing}<w:kern w:val="0"/><w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'
    )
