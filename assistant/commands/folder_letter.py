"""What is sent back to one person of a folder: his own places, no other's name, and by when.

The machine ticks what is 必改; what else is worth telling, the one who sends it ticks.
"""

from __future__ import annotations

import datetime
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from assistant.commands.folder_outcome import Line, Outcome
from assistant.commands.folder_rows import Folder, Row
from assistant.finding import Severity
from assistant.language.punctuation import quoted

SOMEBODY = "某同志"
_GREETING = "材料收悉，请按下列意见补充、修改后重新报送："
_WHOLE = ("全文", "标题写")  # how what is seen of all the text, or of its title, begins
# What the advice says to one who has this program before him, and how it is said to one who gets a letter.
_PLAINLY = (
    ("的，用“已在别处说明”标明；", "的，请写明在哪一部分；"),
    ("用“插入”补上标题再写", "请补上标题再写"),
    (re.compile("；一时[^。；]*【待补】[^。；]*"), ""),
    (re.compile("可忽略这一处[^。；]*"), "可不改"),
    ("可忽略", "可不改"),
)
_NUMBER = re.compile("^[（(]?[0-9一二三四五六七八九十]{1,3}[)）、.．] ?")
_QUOTED = re.compile("“([^“”]+?)…?”")
_NOTHING = "材料收悉，未见必改之处。"


class Item(NamedTuple):
    """One thing that could be told."""

    severity: Severity
    told: str
    advice: str
    ticked: bool


def items(row: Row, folder: Folder) -> tuple[Item, ...]:
    """List what could be told of a person's last draft, the gravest first, each once."""
    if row.latest is None or not row.latest.is_read:
        return ()
    others = _other_names(row, folder)
    order = list(Severity)
    found: Counter[tuple[Severity, str, str]] = Counter()
    for line in sorted(row.latest.findings, key=lambda each: order.index(each.severity)):
        where = "" if _names(line.begins, others) else _place(line)
        found[line.severity, where + line.message, plainly(line.advice, is_body=row.person.is_body)] += 1
    listed = tuple(
        Item(
            severity,
            _without(what.removesuffix("。") + f"（共{count}处）。" if count > 1 else what, others),
            _without(advice, others),
            severity is Severity.ERROR,
        )
        for (severity, what, advice), count in found.items()
    )
    if not row.alike_told:
        return listed
    alike = Item(Severity.ADVICE, row.alike_told, "", ticked=row.is_copy)
    return (alike, *listed) if row.is_copy else (*listed, alike)


def plainly(advice: str, *, is_body: bool = False) -> str:
    """Say an advice without the buttons of this program, which the one who gets the letter need not have.

    `is_body`: a 班子 gets it, which has nothing of its own (本人).
    """
    for words, instead in _PLAINLY:
        advice = advice.replace(words, instead) if isinstance(words, str) else words.sub(instead, advice)
    return advice.replace("本人情况", "班子情况") if is_body else advice


def _place(line: Line) -> str:
    """Say where it is: a sentence or a heading by its beginning; nothing where what is seen names it, or is of the whole."""
    if not line.begins or line.message.startswith(_WHOLE):
        return ""
    begins = _NUMBER.sub("", line.begins.rstrip("…"))
    named = _QUOTED.search(line.message)
    if named and (named[1] == begins or (line.of_heading and (named[1] in begins or named[1].startswith(begins)))):
        return ""
    return f"标题{quoted(line.begins)}：" if line.of_heading else f"{quoted(line.begins)}一句："


def letter(
    row: Row, chosen: Sequence[Item], hand_in: datetime.date | None = None, today: datetime.date | None = None
) -> str:
    """Write what is sent back; of a file that could not be read, or of none, that it is asked for.

    A day that is past is not told as one to come, and that of another year with its year. The name of a file is nobody's.
    """
    name, today = row.person.name, today or datetime.date.today()  # noqa: DTZ011  # where the writer sits
    lines = [f"{name}：" if row.person.is_body else f"{name}同志：" if row.known else "同志："]
    if row.latest is None:
        lines.append("还没有收到班子的材料。" if row.person.is_body else "还没有收到您的材料。")
    elif not row.latest.is_read:
        lines.append(f"收到的文件未能读取，请另存为Word后重新报送。{row.latest.problem}")
    elif chosen or is_sent_back(row):
        advised: set[str] = set()
        lines += [_GREETING, *(f"{each}。" for each in (_doubt(row.latest), row.latest.short) if each)]
        for number, each in enumerate(chosen, 1):
            lines.append(f"{number}. {each.told}{'' if each.advice in advised else each.advice}")
            advised.add(each.advice)  # said once, it is known
    else:
        lines.append(_NOTHING)
    wanted = row.latest is None or not row.latest.is_read or bool(chosen) or is_sent_back(row)
    if wanted and hand_in and hand_in >= today:
        year = f"{hand_in.year}年" if hand_in.year != today.year else ""
        lines.append(f"请于{year}{hand_in.month}月{hand_in.day}日前报送。")
    return "\n".join(lines)


def _doubt(outcome: Outcome) -> str:
    """Say what is doubted, and not whose names beside his own stand there: a letter names nobody else."""
    return outcome.doubt.replace(f"（{'、'.join(outcome.signers)}）", "")


def is_sent_back(row: Row) -> bool:
    """Tell whether a material as a whole is hardly what was asked for: of another year, or far too short."""
    return row.latest is not None and row.latest.is_read and bool(row.latest.doubt or row.latest.short)


def _other_names(row: Row, folder: Folder) -> list[str]:
    own = row.person.name
    names = {each.person.name for each in folder.rows if not each.person.is_body}
    return sorted((name for name in names if len(name) > 1 and name not in own), key=len, reverse=True)


def _names(text: str, names: Iterable[str]) -> bool:
    return any(name in text for name in names)


def _without(text: str, names: Iterable[str]) -> str:
    for name in names:
        text = text.replace(f"{name}同志", SOMEBODY).replace(name, SOMEBODY)
    return text
