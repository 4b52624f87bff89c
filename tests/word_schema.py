"""The order of elements in WordprocessingML, as ECMA-376 Part 1 (wml.xsd) gives it, for all that our writers write.

An element that stands in no table, or before one that must precede it, is a fault: Word is strict about some of them
("the file is damaged") and silently drops others.
"""

import io
import re
import zipfile

from lxml import etree

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
ANY_ORDER = "*"  # a choice that may repeat

_RUN = "r ins del bookmarkStart bookmarkEnd commentRangeStart commentRangeEnd hyperlink proofErr"
_BLOCKS = "p tbl bookmarkStart bookmarkEnd"
_RPR = (
    "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish"
    " webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang"
    " eastAsianLayout specVanish oMath"
)
_PPR = (
    "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs"
    " suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd"
    " snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment"
    " textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange"
)
_ORDER = {
    "document": "background body",
    "body": (ANY_ORDER, _BLOCKS, "sectPr"),
    "hdr": (ANY_ORDER, _BLOCKS),
    "ftr": (ANY_ORDER, _BLOCKS),
    "comments": (ANY_ORDER, "comment"),
    "comment": (ANY_ORDER, _BLOCKS),
    "p": ("pPr", ANY_ORDER, _RUN),
    "pPr": _PPR,
    "pPr/rPr": "ins del moveFrom moveTo " + _RPR,
    "rPr": _RPR,
    "r": ("rPr", ANY_ORDER, "t delText tab br fldChar instrText commentReference annotationRef"),
    "ins": (ANY_ORDER, "r"),
    "del": (ANY_ORDER, "r"),
    "rPr/ins": "",
    "rPr/del": "",
    "sectPr": (
        ANY_ORDER,
        "headerReference footerReference",
        (
            "footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols formProt vAlign noEndnote"
            " titlePg textDirection bidi rtlGutter docGrid printerSettings"
        ),
    ),
    "tbl": ("tblPr tblGrid", ANY_ORDER, "tr"),
    "tblPr": (
        "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd"
        " tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription"
    ),
    "tblBorders": "top left start bottom right end insideH insideV",
    "tblCellMar": "top left start bottom right end",
    "tblGrid": (ANY_ORDER, "gridCol"),
    "tr": ("tblPrEx trPr", ANY_ORDER, "tc"),
    "trPr": (ANY_ORDER, "cantSplit tblHeader trHeight jc cnfStyle"),
    "tc": ("tcPr", ANY_ORDER, _BLOCKS),
    "tcPr": "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark",
    "styles": ("docDefaults latentStyles", ANY_ORDER, "style"),
    "docDefaults": "rPrDefault pPrDefault",
    "rPrDefault": "rPr",
    "pPrDefault": "pPr",
    "style": (
        "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked personal"
        " personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr"
    ),
    "settings": (
        "writeProtection view zoom removePersonalInformation removeDateAndTime doNotDisplayPageBoundaries"
        " displayBackgroundShape printPostScriptOverText printFractionalCharacterWidth printFormsData embedTrueTypeFonts"
        " embedSystemFonts saveSubsetFonts saveFormsData mirrorMargins alignBordersAndEdges bordersDoNotSurroundHeader"
        " bordersDoNotSurroundFooter gutterAtTop hideSpellingErrors hideGrammaticalErrors activeWritingStyle proofState"
        " formsDesign attachedTemplate linkStyles stylePaneFormatFilter stylePaneSortMethod documentType mailMerge"
        " revisionView trackRevisions doNotTrackMoves doNotTrackFormatting documentProtection autoFormatOverride"
        " styleLockTheme styleLockQFSet defaultTabStop autoHyphenation consecutiveHyphenLimit hyphenationZone"
        " doNotHyphenateCaps showEnvelope summaryLength clickAndTypeStyle defaultTableStyle evenAndOddHeaders"
        " bookFoldRevPrinting bookFoldPrinting bookFoldPrintingSheets drawingGridHorizontalSpacing"
        " drawingGridVerticalSpacing displayHorizontalDrawingGridEvery displayVerticalDrawingGridEvery"
        " doNotUseMarginsForDrawingGridOrigin drawingGridHorizontalOrigin drawingGridVerticalOrigin doNotShadeFormData"
        " noPunctuationKerning characterSpacingControl printTwoOnOne strictFirstAndLastChars noLineBreaksAfter"
        " noLineBreaksBefore savePreviewPicture doNotValidateAgainstSchema saveInvalidXml ignoreMixedContent"
        " alwaysShowPlaceholderText doNotDemarcateInvalidXml saveXmlDataOnly useXSLTWhenSaving saveThroughXslt"
        " showXMLTags alwaysMergeEmptyNamespace updateFields hdrShapeDefaults footnotePr endnotePr compat docVars rsids"
        " mathPr attachedSchema themeFontLang clrSchemeMapping doNotIncludeSubdocsInStats"
        " doNotAutoCompressPictures forceUpgrade captions readModeInkLockDown smartTagType schemaLibrary"
        " shapeDefaults doNotEmbedSmartTags decimalSymbol listSeparator"
    ),
    "compat": (
        (
            "useSingleBorderforContiguousCells wpJustification noTabHangInd noLeading spaceForUL noColumnBalance"
            " balanceSingleByteDoubleByteWidth noExtraLineSpacing doNotLeaveBackslashAlone ulTrailSpace"
            " doNotExpandShiftReturn spacingInWholePoints lineWrapLikeWord6 printBodyTextBeforeHeader printColBlack"
            " wpSpaceWidth showBreaksInFrames subFontBySize suppressBottomSpacing suppressTopSpacing"
            " suppressSpacingAtTopOfPage suppressTopSpacingWP suppressSpBfAfterPgBrk swapBordersFacingPages convMailMergeEsc"
            " truncateFontHeightsLikeWP6 mwSmallCaps usePrinterMetrics doNotSuppressParagraphBorders wrapTrailSpaces"
            " footnoteLayoutLikeWW8 shapeLayoutLikeWW8 alignTablesRowByRow forgetLastTabAlignment adjustLineHeightInTable"
            " autoSpaceLikeWord95 noSpaceRaiseLower doNotUseHTMLParagraphAutoSpacing layoutRawTableWidth"
            " layoutTableRowsApart useWord97LineBreakRules doNotBreakWrappedTables doNotSnapToGridInCell"
            " selectFldWithFirstOrLastChar applyBreakingRules doNotWrapTextWithPunct doNotUseEastAsianBreakRules"
            " useWord2002TableStyleRules growAutofit useFELayout useNormalStyleForList doNotUseIndentAsNumberingTabStop"
            " useAltKinsokuLineBreakRules allowSpaceOfSameStyleInTable doNotSuppressIndentation doNotAutofitConstrainedTables"
            " autofitToFirstFixedWidthCell underlineTabInNumList displayHangulFixedWidth splitPgBreakAndParaMark"
            " doNotVertAlignCellWithSp doNotBreakConstrainedForcedTable doNotVertAlignInTxbx useAnsiKerningPairs cachedColBalance"
        ),
        ANY_ORDER,
        "compatSetting",
    ),
    "fonts": (ANY_ORDER, "font"),
    "font": ("altName panose1 charset family notTrueType pitch sig embedRegular embedBold embedItalic embedBoldItalic"),
}
_MUST_HOLD = {"tc": "p", "tbl": "tblPr", "body": "sectPr"}
_NUMBERS = re.compile(
    r"(?:w:)?(?:line|before|after|left|right|hanging|firstLine|w|h|top|bottom|header|footer|gutter|linePitch|sz|space"
    r"|(?:left|right|hanging|firstLine)Chars)"
)


def faults(data: bytes) -> list[str]:
    """List where the parts of a Word file stray from the schema; every part must also be well-formed and declared."""
    found: list[str] = []
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        types = archive.read("[Content_Types].xml").decode("utf-8")
        for name in archive.namelist():
            root = etree.fromstring(archive.read(name))
            declared = f'"/{name}"' in types or name.endswith(".rels") or name == "[Content_Types].xml"
            if not declared:
                found.append(f"{name}: not in [Content_Types].xml")
            for element in root.iter(f"{{{W}}}*"):
                found += [f"{name}: {fault}" for fault in _of_element(element)]
    return found


def _name(element: etree._Element) -> str:
    return etree.QName(element).localname


def _of_element(element: etree._Element) -> list[str]:
    name, parent = _name(element), element.getparent()
    key = f"{_name(parent)}/{name}" if parent is not None else name
    order = _ORDER.get(key, _ORDER.get(name))
    children = [_name(child) for child in element]
    found = [f"{name}@{k}={v!r} is no number" for k, v in element.items() if _wrong_number(k, v)]
    if order is None:
        return found + ([f"<{name}> may not hold {children}"] if children else [])
    places = _places(order)
    last, before = -1, ""
    for child in children:
        if child not in places:
            found.append(f"<{name}> may not hold <{child}>")
            continue
        place, repeats = places[child]
        if place < last or (place == last and not repeats):
            found.append(f"<{name}>: <{child}> after <{before}>")
        last, before = place, child
    if name in _MUST_HOLD and _MUST_HOLD[name] not in children:
        found.append(f"<{name}> without <{_MUST_HOLD[name]}>")
    return found


def _wrong_number(key: str, value: str) -> bool:
    local = etree.QName(key).localname if key.startswith(f"{{{W}}}") else ""
    return _NUMBERS.fullmatch(local) is not None and re.fullmatch("-?[0-9]+", value) is None


def _places(order: str | tuple[str, ...]) -> dict[str, tuple[int, bool]]:
    pieces = (order,) if isinstance(order, str) else order
    found: dict[str, tuple[int, bool]] = {}
    place, repeats = 0, False
    for piece in pieces:
        if piece == ANY_ORDER:
            repeats = True
            continue
        for child in piece.split():
            found[child] = (place, repeats)
            place += not repeats
        place += 1
        repeats = False
    return found
