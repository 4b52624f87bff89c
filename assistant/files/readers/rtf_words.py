"""The words of rich text: which stand for a character, which begin a group that is passed over, counted or gathered."""

from __future__ import annotations

WORDS = {
    "tab": "\t",
    "line": "\n",
    "page": "\f",
    "column": "\f",
    "emdash": "—",
    "endash": "–",
    "lquote": "‘",
    "rquote": "’",
    "ldblquote": "“",
    "rdblquote": "”",
    "bullet": "•",
    **dict.fromkeys(("enspace", "emspace", "qmspace"), " "),
}
SIGNS = {"~": " ", "_": "-", "-": "", "\\": "\\", "{": "{", "}": "}", "\r": "\r", "\n": "\r", "\t": "\t"}
SKIPPED = frozenset(["colortbl", "info", "pict", "fldinst", "objdata", "footerl", "footerr", "footerf", "footer", "ftnsep", "ftnsepc", "aftnsep", "themedata", "datastore", "latentstyles", "listtable", "listoverridetable", "rsidtbl", "generator", "nonshppict", "nonesttables", "filetbl", "xe", "tc", "rxe", "txe", "datafield", "bkmkstart", "bkmkend", "picprop", "sn", "sv", "pn", "pnseclvl", "atnicn", "atnparent", "atntime", "mmathPr", "xmlnstbl", "template", "passwordhash", "docvar"])  # fmt: skip
KNOWN = frozenset(["fonttbl", "stylesheet", "revtbl", "shppict", "shpinst", "shptxt", "annotation", "atnid", "atnauthor", "atnref", "atndate", "atrfstart", "atrfend", "ud", "nesttableprops", "listtext", "pntext"])  # fmt: skip
STRIKES = {"strike": 1, "striked": 2}
COUNTED = {"pict": "drawing", "footnote": "footnote", "objdata": "object"}
HEADERS = frozenset(("header", "headerl", "headerr", "headerf"))
GATHERED = frozenset(
    ("annotation", "atnid", "atnauthor", "atnref", "atndate", "atrfstart", "atrfend", "footnote", *HEADERS)
)
