"""The rows of a folder: one for each who is to hand in, also for those who have not, and how many there are of which kind.

Of several drafts the last one counts, and it is said what became of what was found in the one before. What is received
is for a person to say: the machine tells only 有必改 or 未见必改. What window, status line and table count is counted here; how a row is laid out in columns is `folder_table`'s business.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from pathlib import Path, PurePath

from assistant.commands import draft_names
from assistant.commands.folder_outcome import Line, Outcome
from assistant.facts.roll import Person
from assistant.finding import Severity


class Standing(Enum):
    """How a person's material stands, as far as a machine can tell."""

    MUST_MEND = "must_mend"
    NOTHING_MUST = "nothing_must"
    DOUBTFUL = "doubtful"  # of another year, or not like a material, or no template was found
    UNREADABLE = "unreadable"
    NOT_HANDED_IN = "not_handed_in"

    @property
    def label(self) -> str:
        return _LABELS[self]


_LABELS = {
    Standing.MUST_MEND: "有必改",
    Standing.NOTHING_MUST: "未见必改",
    Standing.DOUBTFUL: "需核对",
    Standing.UNREADABLE: "未能读取",
    Standing.NOT_HANDED_IN: "未交",
}


class Handling(Enum):
    """What the person in charge has decided (处理)."""

    WAITING = "待看"
    RETURNED = "已退回"
    RECEIVED = "已收"
    REPORTED = "已报书记"


@dataclass(frozen=True, slots=True)
class Row:
    """One who is to hand in, or who has; `latest` is his last draft, None where there is none, `earlier` those before.

    `hint` names a file that is called by his name and went to another. `alike` says how much of his material others have
    too, `alike_told` the same as it may be told to him; neither says whose that is. `shared` is how much of it others of
    the same folder have, from 0 to 1.
    """

    number: int
    person: Person
    standing: Standing
    latest: Outcome | None = None
    earlier: tuple[Outcome, ...] = ()
    listed: bool = True  # in the list of people
    known: bool = True  # else nobody knows whose it is, and it stands under its file's name
    unread: tuple[Outcome, ...] = ()  # files of his beside the one that counts which could not be read
    hint: str = ""
    alike: str = ""
    alike_told: str = ""
    shared: float = 0.0

    @property
    def is_copy(self) -> bool:
        """Whether most of his material is another's too: it is not received without a question, whoever wrote it first."""
        return self.shared >= MOSTLY

    @property
    def drafts(self) -> tuple[Outcome, ...]:
        return (*self.earlier, *([self.latest] if self.latest else ()))

    @property
    def subject(self) -> str:
        if self.latest and self.latest.subject:
            return self.latest.subject
        return "领导班子" if self.person.is_body else ""

    @property
    def draft(self) -> int:
        """Which draft the last one is, by its name or by how many there are."""
        if self.latest is None:
            return 0
        named = draft_names.number(self.latest.called)
        return max(named if named < draft_names.LAST else 1, len(self.earlier) + 1)

    @property
    def progress(self) -> str:
        """Say what became of what was 必改 in the draft before: 第2稿，上一稿必改3条，已改2条."""
        if not self.earlier or self.latest is None or not self.latest.is_read:
            return ""
        before = Counter(map(_key, _errors(self.earlier[-1])))
        left = Counter(map(_key, _errors(self.latest)))
        which = f"第{self.draft}稿"
        if not before:
            return which
        return f"{which}，上一稿必改{before.total()}条，已改{(before - left).total()}条"

    @property
    def told(self) -> str:
        """Say in short what is missing and what is to be mended."""
        if self.latest is None:
            return "；".join(filter(None, ("名单上有，文件夹里未见材料", self.hint)))
        if not self.latest.is_read:
            return "；".join([self.latest.problem.rstrip("。"), *self._beside]) if self._beside else self.latest.problem
        missing = f"缺：{'、'.join(self.latest.missing)}" if self.latest.missing else ""
        counted = Counter(line.message for line in _errors(self.latest) if line.quote)
        errors = [
            f"{message.rstrip('。')}{f'（{count}处）' if count > 1 else ''}" for message, count in counted.items()
        ]
        empty = f"{self.latest.empty}节还没有写" if self.latest.empty else ""
        alike = [self.alike] if self.alike else []
        pieces = [
            *self._beside,
            self.progress,
            *(alike if self.is_copy else []),
            *self.latest.remarks[:3],
            missing,
            empty,
        ]
        pieces += errors[:_MOST_TOLD]
        more = len(errors) - _MOST_TOLD
        summary = [*filter(None, [*pieces, f"另有{more}类必改" if more > 0 else ""])] or ["各部分已写"]
        return "；".join([*summary, *([] if self.is_copy else alike)])

    @property
    def _beside(self) -> list[str]:
        """Say whose it is where that is in doubt, and what else of his there is."""
        unsigned = "未署名，" if self.latest and self.latest.is_read and not self.latest.signers else ""
        whose = [] if self.known else [f"{unsigned}没有认出是谁的材料"]
        whose += [] if self.listed else ["不在名单上"]
        return [*whose, *(f"“{PurePath(each.called).name}”未能读取" for each in self.unread)]


_MOST_TOLD = 3
MOSTLY = 0.5  # of a material that others have too, from which it is not told as good


def _errors(outcome: Outcome) -> list[Line]:
    return [line for line in outcome.findings if line.severity is Severity.ERROR]


def _key(line: Line) -> tuple[str, str]:
    """Know a finding again in another draft: by its rule and what it stands on."""
    return line.rule, line.quote or line.message


@dataclass(frozen=True, slots=True)
class Folder:
    """All that is known of a folder: the rows, the files that are in none of them, and whether there was a list."""

    rows: tuple[Row, ...]
    others: tuple[Outcome, ...]
    by_list: bool

    def of_one(self, file: str, other: str) -> bool:
        """Tell whether two files are drafts of one person."""
        return any({file, other} <= {each.file for each in row.drafts} for row in self.rows)

    def files(self, folder: Path) -> tuple[Path, ...]:
        """List the files of all drafts that were read, as they lie in the folder."""
        return tuple(folder / each.file for row in self.rows for each in row.drafts if each.is_read)

    @property
    def not_handed_in(self) -> tuple[Row, ...]:
        return tuple(row for row in self.rows if row.standing is Standing.NOT_HANDED_IN)

    @property
    def tally(self) -> tuple[tuple[Standing, int], ...]:
        """Count the rows of each kind; together they are all rows."""
        return tuple((each, sum(row.standing is each for row in self.rows)) for each in Standing)

    @property
    def alike(self) -> tuple[Row, ...]:
        """Give the rows whose material others of this folder have in part."""
        return tuple(row for row in self.rows if row.shared)

    @property
    def summary(self) -> str:
        """Say in one sentence how it went."""
        return f"检查完毕，{self.tallied}"

    @property
    def tallied(self) -> str:
        """Say how many there are of each kind: 「应交6人，名单外1人：有必改2份，未见必改3份，未交2人；另有1个文件不是材料」."""
        counts = [
            f"{each.label}{number_of(self.not_handed_in)}"
            if each is Standing.NOT_HANDED_IN
            else f"{each.label}{count}份"
            for each, count in self.tally
            if count
        ]
        alike = [f"其中与同批材料相同的{len(self.alike)}份"] if self.alike else []
        unread = sum(bool(each.problem) for each in self.others)
        others = [f"另有{len(self.others)}个文件未列入表中" + (f"（{unread}个未能读取）" if unread else "")]
        return "；".join([f"{self.counted}：{'，'.join(counts)}", *alike, *(others if self.others else [])])

    @property
    def counted(self) -> str:
        """Say how many are to hand in, or have: 「应交6人，名单外1人」; what nobody is known to have written is no person.

        Where there is no list, a file with nothing in it is none that was handed in.
        """
        listed = [row for row in self.rows if row.listed and row.known]
        empty = [] if self.by_list else [row for row in listed if row.latest and row.latest.is_blank]
        wanted = number_of([row for row in listed if row not in empty])
        counts = [f"应交{wanted or '0人'}" if self.by_list else f"收到{wanted}"] if wanted or self.by_list else []
        if empty:
            counts.append(f"空文件{len(empty)}份")
        if beside := number_of([row for row in self.rows if not row.listed and row.known]):
            counts.append(f"名单外{beside}")
        if unknown := sum(not row.known for row in self.rows):
            counts.append(f"没有认出是谁的{unknown}份")
        return "，".join(counts)


def number_of(rows: Sequence[Row]) -> str:
    """Count persons, and the 班子 apart, which is none: 「6人和班子1份」."""
    bodies = sum(row.person.is_body for row in rows)
    counts = [f"{len(rows) - bodies}人"] if len(rows) > bodies else []
    return "和".join([*counts, *([f"班子{bodies}份"] if bodies else [])])
