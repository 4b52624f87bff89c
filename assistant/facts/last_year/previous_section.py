"""What this year's 上年度整改 begins with: a paragraph for each of last year's problems, or for each aspect."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.facts.last_year.earlier_material import Row

TO_FILL = "【完成情况】"
FEW = 8  # problems that get a paragraph each; more are told aspect by aspect


def paragraphs(rows: Sequence[Row]) -> tuple[str, ...]:
    """Write the paragraphs that this year's 上年度整改 begins with: one for a problem, or for an aspect where there are many.

    What was done is left to the writer: each ends in 【完成情况】.
    """
    groups: dict[str, list[Row]] = {}
    many = sum(bool(row.problem) for row in rows) > FEW
    for number, row in enumerate(rows):
        groups.setdefault(row.group if many and row.problem and row.group else f"{number}", []).append(row)
    return tuple(f"{number}.{_paragraph(group)}" for number, group in enumerate(groups.values(), 1))


def _paragraph(group: Sequence[Row]) -> str:
    problems = "".join(f"“{_quotable(row.problem)}”" for row in group if row.problem)
    measures = "".join(f"“{_quotable(each)}”" for each in dict.fromkeys(m for row in group for m in row.measures))
    promised = f"当时提出{measures}。" if measures else ""
    if not problems:
        return f"关于当时提出的措施{measures}。{TO_FILL}"
    counted = f"这{len(group)}个问题" if len(group) > 1 else "的问题"
    return f"关于{problems}{counted}。{promised}{TO_FILL}"


def _quotable(words: str) -> str:
    return words.translate(str.maketrans("“”", "‘’")).rstrip("。；，")
