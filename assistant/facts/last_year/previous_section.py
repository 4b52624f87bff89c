"""What this year's 上年度整改 begins with: a paragraph for each of last year's problems, or for each aspect."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.facts.last_year.earlier_material import Row
from assistant.patterns import compiled_later

TO_FILL = "【完成情况】"
_NO_MORE_THAN_DONE = compiled_later(
    "(?:已经?|基本|全部|均|正在|部分|持续|长期|尚未|还?未|没有|按[期时]|如期|完成|整改|落实|到位|办结|销号|推进|坚持"
    "|进行|开展|完毕|结束|中|了|是|否|[0-9]{1,3}%|[√✓×；，、。])+"
)
_WORD = compiled_later("[\\u4e00-\\u9fff]{2}")
FEW = 8  # problems that get a paragraph each; more are told aspect by aspect


def paragraphs(rows: Sequence[Row]) -> tuple[str, ...]:
    """Write the paragraphs that this year's 上年度整改 begins with: one for a problem, or for an aspect where there are many.

    What was done is what last year's 整改清单 tells of it. Where it tells nothing, or no more than that it is done, the rest
    is left to the writer: the paragraph ends in 【完成情况】.
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
    said = done(group, left=not all(map(tells_what, group)))
    if not problems:
        return f"关于当时提出的措施{measures}。{said}"
    counted = f"这{len(group)}个问题" if len(group) > 1 else "的问题"
    return f"关于{problems}{counted}。{promised}{said}"


def done(rows: Sequence[Row], *, left: bool) -> str:
    """Write what the 整改清单 tells of rows; 【完成情况】 after it where something is `left` to the writer."""
    told = "".join(f"{each}。" for each in dict.fromkeys(row.done for row in rows) if _WORD.search(each))
    return f"{told}{TO_FILL}" if left else told


def tells_what(row: Row) -> bool:
    """Tell whether a 整改清单 says what was done, and not only that it was (已完成, √)."""
    return bool(row.done) and _NO_MORE_THAN_DONE.fullmatch(row.done) is None


def told(rows: Sequence[Row]) -> str:
    """Say of how many rows what was done comes from the 整改清单; "" where it tells nothing."""
    known = sum(map(tells_what, rows))
    return f"清单里写的完成情况已带入{known}项，请核对。" if known else ""


def _quotable(words: str) -> str:
    return words.translate(str.maketrans("“”", "‘’")).rstrip("。；，")
