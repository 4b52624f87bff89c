"""A report as one page of HTML that needs nothing else and prints on A4."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from assistant.review.progress import NO_FINDINGS
from assistant.review.report import CLOSING, PART_COLUMNS, Group, PartLine, Place, Report, heading
from assistant.text import canonical

# Names of colors only: the report is printed black on white, and severity is told by words and the kind of line too.
_STYLE = """
@page { size: A4; margin: 14mm 16mm; }
body { max-width: 48em; margin: 2em auto; padding: 0 1.5em; color: black; background: white; line-height: 1.7;
  font-family: "Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", "Source Han Sans SC", "WenQuanYi Micro Hei", sans-serif; }
h1 { font-size: 1.5em; line-height: 1.4; margin: 0 0 .6em; }
h2 { font-size: 1.15em; margin: 1em 0 .4em; border-bottom: 1px solid gray; }
h3 { font-size: 1em; margin: .8em 0 .3em; break-after: avoid; }
table { border-collapse: collapse; width: 100%; }
th, td { border: 1px solid silver; padding: .25em .6em; text-align: left; vertical-align: top; }
th { background: whitesmoke; font-weight: bold; white-space: nowrap; }
thead { display: table-header-group; }
tr, article { break-inside: avoid; }
.inside { padding-left: 2em; }
article { margin: .4em 0; padding: .1em 0 .1em .9em; border-left: 3px solid dimgray; }
article.error { border-left: 5px double firebrick; }
article.advice { border-left-color: darkgoldenrod; }
article.hint { border-left-style: dotted; }
article p { margin: .1em 0; }
.what { font-weight: bold; }
blockquote { margin: .3em 0; padding: .2em .7em; background: whitesmoke; overflow-wrap: anywhere; }
mark { background: moccasin; text-decoration: underline; font-weight: bold; }
.basis, footer { color: dimgray; font-size: .9em; }
footer { margin-top: 1em; border-top: 1px solid silver; padding-top: .5em; }
@media print { body { margin: 0; padding: 0; max-width: none; font-size: 9pt; line-height: 1.4; } * { print-color-adjust: exact; } }
""".strip()
_CLASS = {True: "inside", False: "part"}


def html(report: Report) -> str:
    """Write the report as one page that loads nothing; whatever the text holds, it is shown and never obeyed."""
    headline = "".join(f"<tr><th>{_shown_text(a)}</th><td>{_shown_text(b)}</td></tr>\n" for a, b in report.headline)
    groups = "".join(map(_html_group, report.groups)) or f"<p>{NO_FINDINGS}</p>\n"
    return (
        '<!DOCTYPE html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">\n'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        '<meta name="viewport" content="width=device-width">\n'
        f"<title>检查报告：{_shown_text(report.title)}</title>\n<style>\n{_STYLE}\n</style>\n</head>\n<body>\n"
        f"<h1>{_shown_text(report.title)}<br>检查报告</h1>\n<table>\n{headline}</table>\n"
        f"<h2>要看的地方</h2>\n{groups}{_html_parts(report.parts)}<footer>{CLOSING}</footer>\n</body>\n</html>\n"
    )


def _html_parts(parts: Sequence[PartLine]) -> str:
    if not parts:
        return ""
    head = "".join(f"<th>{title}</th>" for title in PART_COLUMNS)
    rows = "".join(
        f'<tr><td class="{_CLASS[part.inside]}">{_shown_text(part.name)}</td>'
        f"<td>{_shown_text(part.state)}</td><td>{part.length}</td></tr>\n"
        for part in parts
    )
    return f"<h2>各部分</h2>\n<table>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{rows}</tbody>\n</table>\n"


def _html_group(group: Group) -> str:
    return f"<h3>{_shown_text(group.title)}</h3>\n" + "".join(map(_html_place, group.places))


def _html_place(place: Place) -> str:
    marked = f"<mark>{_shown_text(place.marked)}</mark>" if place.marked else ""
    lines = [
        f'<p class="what">{_shown_text(heading(place))}</p>',
        f"<blockquote>{_shown_text(place.before)}{marked}{_shown_text(place.after)}</blockquote>",
        f"<p>{_shown_text(place.advice)}</p>" if place.advice else "",
        f"<p>可改：{_shown_text(place.fix)}</p>" if place.fix else "",
        f'<p class="basis">依据：{_shown_text(place.basis)}</p>' if place.basis else "",
    ]
    return f'<article class="{place.severity.value}">\n' + "\n".join(filter(None, lines)) + "\n</article>\n"


def _shown_text(text: str) -> str:
    return escape(canonical(text))
