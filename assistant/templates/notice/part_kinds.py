"""What kind of part a heading names.

A heading in a notice that holds 检视 or 说明, or is 整改 and no more, names a part; in a sentence such words ask for something.
"""

from __future__ import annotations

import re

from assistant.language.part_names import CAUSES, MEASURES
from assistant.templates.notice.asked_parts import BEFORE, MEETING
from assistant.templates.template import PartKind

_KINDS = (
    (
        PartKind.PREVIOUS_RECTIFICATION,
        re.compile(
            f"(?:{BEFORE}[^，。；]*(?:整改|问题)|{BEFORE}[^，。；]*{MEETING}|{MEETING}[^，。；]*整改[^，。；]*情况|^整改(?:措施)?(?:落实)?情况$)"
        ),
    ),
    (
        PartKind.OTHER,
        re.compile("学习教育[^，。；]*(?:整改|整治|情况$)|巡[视察][^，。；]*整改[^，。；]*情况|主题教育[^，。；]*整改"),
    ),
    (PartKind.DECLARATIONS, re.compile("说明|个人有关事项|函询")),
    (PartKind.CASE_ANALYSIS, re.compile("案例|以案")),
    (PartKind.CAUSE, re.compile(f"{CAUSES}|党性分析")),
    (
        PartKind.MEASURE,
        re.compile(
            f"{MEASURES}|今后措施|(?:下一?步|下一?阶段|今后)[^，。；]*(?:措施|举措|打算)|整改(?:承诺|思路|计划)|整改$|^措施$"
        ),
    ),
    (PartKind.PROBLEMS, re.compile("问题|查摆|检视|对照检查(?:情况|内容)?$|主要不足|[个项]?方面(?:的)?对照")),
    (PartKind.PREFACE, re.compile("前言|引言|开头|基本情况|会前准备|准备情况")),
)


def kind_of(heading: str) -> PartKind | None:
    """Tell what kind of part a heading names, None for none that is known."""
    named = heading.strip("“”")
    return next((kind for kind, words in _KINDS if words.search(named)), None)
