"""How a notice wants the Word file to be called and to look."""

from __future__ import annotations

import re

from assistant.language.sentences import piece_start
from assistant.templates.notice.page import Page
from assistant.templates.notice.values import Found
from assistant.text import Span

_NAMED = re.compile(
    "(?:文件名称?|文档名称?|附件名称?|命名)[^“”，。；：\n]{0,12}?(?:[为是以按用：]|[^“”，。；：\n]{0,8}[为是以按用：])：?(?P<after>“[^“”\n]{3,60}”|[^“”，。；：（）\n]{3,60})"
    "|(?:以|按|按照|用)(?P<before>“[^“”\n]{3,60}”|[^“”，。；：（）\n]{3,60}?)(?:的?(?:格式|形式|方式|样式))?(?:统一)?(?:来|进行)?命名"
)
_JOINTS = re.compile("([+＋]|[-—–_－~～]+|加(?=[\u4e00-\u9fff{]))")
_FIELDS = (
    (
        "单位",
        "(?:所在)?(?:单位|部门|(?:党)?支部|党组织|科室|处室|院系|学院|学校|医院|公司|企业|街道|乡镇)(?:名称|名|全称|简称)?",
    ),
    ("姓名", "(?:本人|个人)?(?:姓名|名字)"),
    ("职务", "职务|职位"),
    ("年度", "年度|年份"),
    ("标题", "(?:材料)?(?:标题|题目|题名)|材料名称?|文件名称?"),
)
_WORDED = re.compile("材料|提纲|发言|检查|生活会|稿|剖析|[0-9]{4}")
_DROPPED = re.compile("等?(?:的?(?:格式|形式|方式|样式|字样))?$")

_SPACING = re.compile("(?:固定值|行距|行间距|行间隔)[^，。；\n0-9]{0,10}28磅|28磅[^，。；\n]{0,4}(?:行距|固定值)")
_OTHER_SPACING = re.compile("(?:固定值|行距|行间距)[^，。；\n0-9]{0,10}[0-9.]+[磅倍]")
_STANDARD = re.compile("GB/?T?[ -]?9704|国家标准|(?:党政机关|国家标准|机关)?公文(?:的)?(?:标准)?格式", re.IGNORECASE)
_SET = re.compile("材料|提纲|排版|版式|打印|格式|字体|正文")
_NOT_THE_MATERIAL = re.compile("报告|台账|清单|整改方案|学习|总结")
_THE_MATERIAL = re.compile("材料|提纲|对照检查")


def file_name(page: Page, wanted: list[Span]) -> Found[str] | None:
    """Find how the file is to be called, as a pattern: 「单位+姓名+发言提纲」 → 「{单位}{姓名}发言提纲」.

    A plus only joins; a hyphen is kept. What asks for something that the program cannot fill in is left to the writer.
    """
    for sentence in wanted:
        words = sentence.of(page.flat)
        if "名" not in words or (_NOT_THE_MATERIAL.search(words) and not _THE_MATERIAL.search(words)):
            continue
        for match in _NAMED.finditer(words):
            place = match.span("after" if match["after"] else "before")
            # underscores are no part of `flat`, where they are marks of emphasis
            said = page.span(sentence.start + place[0], sentence.start + place[1]).of(page.text)
            if pattern := _pattern(re.sub(r"\s", "", said)):
                begins = piece_start(words, match.start(), "，；。：")
                return page.found(pattern, sentence.start + begins, sentence.start + match.end())
    return None


def layout(page: Page, wanted: list[Span]) -> Found[str] | None:
    """Find which layout is asked for: the national standard's, or lines of exactly 28 points."""
    standard: Found[str] | None = None
    for sentence in wanted:
        words = sentence.of(page.flat)
        if match := _SPACING.search(words):
            return page.found("fixed28", *sentence)
        if _OTHER_SPACING.search(words):
            return None
        match = _STANDARD.search(words)
        if match and standard is None and _SET.search(words[: match.start()] + words[match.end() :]):
            standard = None if _NOT_THE_MATERIAL.search(words) else page.found("gb9704", *sentence)
    return standard


def _pattern(words: str) -> str:
    pieces = _JOINTS.split(_DROPPED.sub("", words.strip("“”‘’\"'")))
    marks = {"+": "", "＋": "", "加": "", "_": "_", "＿": "_"}
    made = [_piece(piece) if n % 2 == 0 else marks.get(piece, "-") for n, piece in enumerate(pieces)]
    named = [piece for piece in made[::2] if piece.startswith("{")]
    return "".join(made) if named and all(made[::2]) else ""


def _piece(words: str) -> str:
    """Give the place to fill that a word names, itself where it is a title, "" where it is neither."""
    words = words.strip(" “”‘’《》（）")
    field = next((name for name, names in _FIELDS if re.fullmatch(names, words)), None)
    if field:
        return f"{{{field}}}"
    return words if _WORDED.search(words) and not re.search("[{}]|日期|时间|序号|编号|电话", words) else ""
