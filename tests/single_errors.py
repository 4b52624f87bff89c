"""How many of single errors, each set alone into a clean text, are found at their place: `python3 tests/single_errors.py`.

The files in tests/cases/single_errors say what stood in which text and what stands there now; `!` where a reviewer would
send the text back. Found is an error for which something is said that the clean text does not show, in the sentence that
was changed or at one that a number there is compared with. With `-v` every error is listed with what was said.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from assistant.commands.checking import choose_template  # noqa: E402
from assistant.files import opening, template_shelf  # noqa: E402
from assistant.files.draft import TemplateChoice  # noqa: E402
from assistant.finding import Finding  # noqa: E402
from assistant.language import slips  # noqa: E402
from assistant.language.slip_found import Slip  # noqa: E402
from assistant.review.material import Material, Memo, analyse  # noqa: E402
from assistant.text import canonical  # noqa: E402

CASES = ROOT / "tests" / "cases" / "single_errors"
BASES = {
    "A": "tests/cases/single_errors/deputy.txt",
    "B": "tests/cases/clean/2025-democratic-leadership.txt",
    "C": "tests/cases/clean/2024-democratic-individual.txt",
    "D": "tests/cases/clean/2022-organizational-member.txt",
    "E": "tests/cases/single_errors/principal.txt",
    "F": "tests/cases/clean/2022-organizational-branch.txt",
    "G": "tests/cases/clean/2023-democratic-2-leadership.txt",
    "H": "tests/cases/clean/general-democratic-individual.txt",
    "K": "tests/cases/single_errors/bureau.txt",
    "M": "tests/cases/single_errors/town.txt",
    "N": "tests/cases/single_errors/ward.txt",
    "P": "tests/cases/single_errors/office.txt",
    "Q": "tests/cases/single_errors/utility.txt",
    "R": "tests/cases/single_errors/transport.txt",
    "S": "tests/cases/single_errors/heating.txt",
    "T": "tests/cases/single_errors/deputy_of_a_town.txt",
    "U": "tests/cases/single_errors/water.txt",
    "V": "tests/cases/single_errors/township.txt",
    "W": "tests/cases/single_errors/nurse.txt",
    "X": "tests/cases/single_errors/market.txt",
    "Y": "tests/cases/single_errors/street.txt",
    "Z": "tests/cases/single_errors/civil_affairs.txt",
    "I": "tests/cases/single_errors/waterworks.txt",
    "L": "tests/cases/single_errors/irrigation.txt",
    "O": "tests/cases/single_errors/hospital.txt",
    "J": "tests/cases/single_errors/county_head.txt",
    "AA": "tests/cases/single_errors/regulator.txt",
    "AB": "tests/cases/single_errors/deputy_of_transport.txt",
    "AC": "tests/cases/single_errors/pipes.txt",
    "AD": "tests/cases/single_errors/statistics.txt",
    "AE": "tests/cases/single_errors/police.txt",
    "A1": "tests/cases/single_errors/finance_deputy.txt",
    "A2": "tests/cases/single_errors/town_head.txt",
    "A3": "tests/cases/single_errors/natural_resources.txt",
    "B1": "tests/cases/single_errors/hospital_head.txt",
    "B2": "tests/cases/single_errors/health_deputy.txt",
    "B3": "tests/cases/single_errors/disease_control.txt",
    "C1": "tests/cases/single_errors/transport_group.txt",
    "C2": "tests/cases/single_errors/bank_branch.txt",
    "C3": "tests/cases/single_errors/power_company.txt",
    "D1": "tests/cases/single_errors/college.txt",
    "D2": "tests/cases/single_errors/school_deputy.txt",
    "D3": "tests/cases/single_errors/police_deputy.txt",
    "E1": "tests/cases/single_errors/street_secretary.txt",
    "E2": "tests/cases/single_errors/water_party_group.txt",
    "E3": "tests/cases/single_errors/organization_deputy.txt",
    "U1": "tests/cases/single_errors/university.txt",
    "U2": "tests/cases/single_errors/finance_bureau.txt",
    "U3": "tests/cases/single_errors/firm.txt",
}
KINDS = {
    "1": "figures and dates",
    "2": "names of meetings and terms",
    "3": "this year's frame",
    "4": "another man's text",
    "5": "what belongs together",
    "6": "slips of the keyboard",
    "7": "praise, measures, heavy words",
}
_OF_ALL = ("length_out_of_range", "share_below_requirement")  # what another length of the text brings


@dataclass(frozen=True)
class Error:
    """What stood in a text and what stands there now; `said` is what is found about it."""

    base: str
    kind: str
    grave: bool
    before: str
    after: str
    said: tuple[Finding, ...]


def _look(text: str, other: str, base: str) -> Material:
    """Check a text as a file of the clean one's meeting: what it is of is not guessed anew from a spoilt title.

    Slips are looked for only where it differs from the other text: elsewhere both show the same.
    """
    _, chosen, memo = _known(base)
    template = choose_template(text, template_shelf.chosen(chosen), ())
    same = frozenset(other.split("\n"))
    return analyse(
        text, template, memo=memo, find_slips=lambda paragraph: () if paragraph in same else _slips(paragraph)
    )


@cache
def _known(base: str) -> tuple[str, TemplateChoice | None, Memo]:
    """Give a clean text, what it is of, and what is remembered of its paragraphs: an error changes one of them."""
    text = canonical((ROOT / BASES[base]).read_text("utf-8").strip())
    return text, opening.guess(text)[0], Memo()


@cache
def _slips(paragraph: str) -> tuple[Slip, ...]:
    return slips.shipped().find(paragraph)


def errors(name: str, every: int = 1) -> Iterator[Error]:
    """Read a file of errors and try each, or one in so many."""
    lines = (CASES / f"{name}.list").read_text("utf-8").splitlines()
    for line in [line for line in lines if line and not line.startswith("#")][::every]:
        base, kind, change = line.split(" ", 2)
        before, after = change.split(" → ")
        text = _known(base)[0]
        after = after.replace("\\n", "\n")
        assert text.count(before) >= 1, f"{name}: {before}"
        start = text.index(before)
        spoilt = text[:start] + after + text[start + len(before) :]
        said = _new(_look(text, spoilt, base), _look(spoilt, text, base))
        yield Error(base, kind[0], kind.endswith("!"), before, after, tuple(said))


def _new(clean: Material, spoilt: Material) -> Iterator[Finding]:
    known = Counter(_key(each, clean.text) for each in clean.findings)
    for each in spoilt.findings:
        if each.rule in _OF_ALL:
            continue
        key = _key(each, spoilt.text)
        known[key] -= 1
        if known[key] < 0:
            yield each


def _key(finding: Finding, text: str) -> tuple[str, str]:
    return finding.rule, finding.span.of(text) or finding.message


def main() -> int:
    names = [each for each in sys.argv[1:] if not each.startswith("-")] or sorted(p.stem for p in CASES.glob("*.list"))
    for name in names:
        tried = list(errors(name))
        for error in tried if "-v" in sys.argv else ():
            told = "; ".join(f"{f.rule} {f.severity.label}: {f.message}" for f in error.said)
            print(
                f"{'+' if error.said else '-'} {error.base} {error.kind}{'!' * error.grave} {error.after[:40]} | {told}"
            )
        for kind, label in KINDS.items():
            of_kind = [each for each in tried if each.kind == kind]
            if of_kind:
                print(f"  {label}: {sum(bool(e.said) for e in of_kind)} of {len(of_kind)}")
        grave = [each for each in tried if each.grave]
        print(
            f"{name}: {sum(bool(e.said) for e in tried)} of {len(tried)} found, "
            f"of those worth sending back {sum(bool(e.said) for e in grave)} of {len(grave)}"
        )
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
