"""Invented materials of former years, and where each of their problems may go (tests/cases/carry)."""

from dataclasses import dataclass
from pathlib import Path

import tomli

from assistant.language.numbering import han

CASES = Path(__file__).resolve().parents[2] / "cases" / "carry" / "former_texts.toml"


@dataclass(frozen=True)
class FormerText:
    text: str
    wanted: dict[str, dict[str, list[str]]]  # template → the problem's words → aspects, the best first


def former_texts():
    return [_read(table) for table in tomli.loads(CASES.read_text("utf-8"))["texts"]]


def _read(table):
    lines = [table["title"], "李某某", "根据通知要求，会前认真学习、征求意见，现对照检查如下。", "一、存在的突出问题"]
    wanted = {}
    for number, aspect in enumerate(table["aspects"], 1):
        lines.append(f"（{han(number)}）{aspect['heading']}")
        for count, problem in enumerate(aspect["problems"], 1):
            words = problem.pop("text")
            lines.append((f"{count}." if table["style"] == "1." else f"{han(count)}是") + words)
            for template, aspects in problem.items():
                wanted.setdefault(template, {})[words] = aspects
    lines += ["二、原因剖析", "1.学习抓得不紧。放松了要求。", "三、努力方向和整改措施", "1.加强学习。每周自学半天。"]
    return FormerText("\n".join(lines), wanted)
