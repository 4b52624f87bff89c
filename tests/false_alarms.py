"""How many findings clean public text draws, per 10,000 characters and per rule: `python3 tests/false_alarms.py`.

Reads ../shared/corpus, which is not part of the project: the government reports, each a whole document, and the
statutes held back from the counts (with a number as argument at most so many). Nearly all that is found there is a
false alarm. With the name of a rule as second argument its findings are listed, to be judged by reading.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "packaging" / "slip_model")]

import corpus  # noqa: E402

from assistant.decisions import Decisions, Stage  # noqa: E402
from assistant.finding import Finding, Severity  # noqa: E402
from assistant.language import slips  # noqa: E402
from assistant.review.material import analyse  # noqa: E402
from assistant.text import canonical  # noqa: E402

FINAL = Decisions(stage=Stage.FINAL)


def findings(text: str) -> tuple[Finding, ...]:
    """Check a text as a final one, with slips of the keyboard and without a template: all that `check` says of it."""
    return analyse(text, decisions=FINAL, find_slips=slips.shipped().find).findings


def count(name: str, documents: Iterable[list[str]], listed: str = "") -> float:
    """Print what was found in some documents; give the number for 10,000 characters."""
    told: Counter[tuple[str, str]] = Counter()
    length = 0
    for document in documents:
        text = canonical("\n".join(document))
        length += len(text)
        for finding in findings(text):
            told[finding.severity.label, finding.rule] += 1
            if finding.rule == listed:
                span = finding.span
                around = text[max(0, span.start - 20) : span.start], text[span.end : span.end + 20]
                print(f"  {around[0]}⟦{span.of(text)}⟧{around[1]}".replace("\n", "↵"), finding.message)
    total = sum(told.values())
    rate = 10_000 * total / length
    by_severity = "，".join(
        f"{each.label}{sum(number for (label, _), number in told.items() if label == each.label)}" for each in Severity
    )
    print(f"{name}：{length}字，{total}处（{by_severity}），每万字{rate:.2f}处")
    for (label, rule), number in told.most_common():
        print(f"  {label} {rule} {number}")
    return rate


def main() -> None:
    """Count in the reports and in the statutes."""
    most = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    listed = sys.argv[2] if len(sys.argv) > 2 else ""
    reports = corpus.reports()
    count("政府工作报告", [*reports.counted, *reports.held_back], listed)
    if most:
        count("法规", corpus.statutes().held_back[:most], listed)


if __name__ == "__main__":
    main()
