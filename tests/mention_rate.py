"""How often 「文中提到」 points to a sentence that really speaks to the question: `python3 tests/mention_rate.py`.

The cases say, for sentences written for one part of one template, to which of its questions each speaks. With the
folder of real materials as argument all that they are told to mention is listed, to be judged by reading.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from assistant.files import template_shelf  # noqa: E402
from assistant.review.material import Material, analyse  # noqa: E402
from assistant.structure.parsing import parse  # noqa: E402
from assistant.templates.template import Frame, Part, Template  # noqa: E402
from assistant.text import canonical  # noqa: E402

CASES = ROOT / "tests" / "cases" / "checklist"
SAMPLES = (
    ("000_d6226ca5909d6f20.txt", 0, "2021-democratic-leadership", ""),
    ("001_602d6201936ad3f0.txt", 0, "2021-democratic-individual", ""),
    ("003_10e5b4e028af6199.txt", 0, "2022-democratic-leadership", ""),
    ("003_10e5b4e028af6199.txt", 1, "2022-organizational-member", "六个是否"),
)


@dataclass(frozen=True)
class Case:
    """A sentence, the questions it speaks to, and those that are told to be mentioned in it."""

    place: str
    sentence: str
    wanted: frozenset[str]
    found: frozenset[str]
    unknown: frozenset[str]  # a slip in the file


def cases(name: str) -> Iterator[Case]:
    """Read a file of cases and try them, each alone under its heading."""
    template, part, parent = None, None, None
    for line in (CASES / f"{name}.txt").read_text("utf-8").splitlines():
        if line.startswith("# "):
            identifier, wanted_part = line[2:].split()
            template, part, parent = _part(identifier, wanted_part)
        elif line:
            assert template
            assert part
            sentence, wanted = line.rsplit(" | ", 1)
            headings = [f"一、{parent.heading}", f"（一）{part.heading}"] if parent else [f"一、{part.heading}"]
            material = analyse("\n".join([*headings, sentence]), template)
            fact = next(fact for fact in material.parts if fact.part.id == part.id)
            assert fact.answer.sections, line
            found = {item.question.id for item in material.items(fact) if item.mention}
            ids = frozenset(wanted.split()) - {"-"}
            known = {question.id for question in part.questions}
            yield Case(f"{template.id} {part.id}", sentence, ids, frozenset(found), ids - known)


def _part(identifier: str, part: str) -> tuple[Template, Part, Part | None]:
    template = template_shelf.find(identifier)
    assert template, identifier
    frames: tuple[Frame | None, ...] = template.frames or (None,)
    for frame in frames:
        for each, parent in template.all_parts(frame):
            if each.id == part:
                return (template_shelf.with_frame(template, frame.name) if frame else template), each, parent
    raise AssertionError(f"{identifier}: {part}")


def precision(tried: list[Case]) -> float:
    """Tell which share of the mentions is right."""
    return sum(len(case.found & case.wanted) for case in tried) / sum(len(case.found) for case in tried)


def recall(tried: list[Case]) -> float:
    """Tell which share of what speaks to a question is mentioned."""
    return sum(len(case.found & case.wanted) for case in tried) / sum(len(case.wanted) for case in tried)


def samples(folder: Path) -> Iterator[tuple[str, Material]]:
    """Analyse the real materials, each against its own template."""
    for file, number, identifier, frame in SAMPLES:
        text = canonical((folder / file).read_text("utf-8"))
        outline = parse(text).materials[number]
        template = template_shelf.find(identifier)
        assert template
        yield (
            f"{file} {identifier}",
            analyse(text[outline.start : outline.end], template_shelf.with_frame(template, frame)),
        )


def main() -> None:
    for path in sorted(CASES.glob("*.txt")):
        tried = list(cases(path.stem))
        mentions = sum(len(case.found) for case in tried)
        print(
            f"{path.stem:10} {len(tried):4} 句  提到 {mentions:4} 处  对 {precision(tried):.1%}  找到 {recall(tried):.1%}"
        )
        for case in tried:
            for label, ids in (("多指", case.found - case.wanted), ("漏指", case.wanted - case.found)):
                if ids:
                    print(f"    {label} {case.place} {' '.join(sorted(ids))}：{case.sentence}")
    for folder in sys.argv[1:]:
        for name, material in samples(Path(folder)):
            told = [item for fact in material.parts for item in material.items(fact)]
            print(f"{name}：{sum(bool(item.mention) for item in told)}／{len(told)} 个问题")
            for item in told:
                if item.mention:
                    print(f"    {item.key} {item.question.ask}\n        {item.mention.of(material.facts.text)}")


if __name__ == "__main__":
    main()
