"""Invented materials of former years, and where each of their problems may go (tests/cases/carry)."""

from dataclasses import dataclass
from pathlib import Path

import tomli

from assistant.language.numbering import han

CASES = Path(__file__).resolve().parents[2] / "cases" / "carry" / "former_texts.toml"

# Two problems, a measure for each, and one that answers neither.
SHORT = (
    "2024年度民主生活会个人对照检查材料\n我对照检查如下。\n一、存在的突出问题\n（一）带头增强党性、严守纪律、砥砺作风方面\n"
    "1.理论学习不够经常。全年自学只有五次，读原著少。\n2.走访困难群众少。只去了三户。\n二、原因剖析\n放松要求。\n"
    "三、整改措施\n1.坚持每周自学理论。读完两本原著。\n2.经常走访困难群众。每季度去一次。\n3.把办公楼的屋顶修好。请施工队来。\n"
)


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
