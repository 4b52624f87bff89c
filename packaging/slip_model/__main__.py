"""Make resources/slips/slips.bin, or tell what it is worth: `python3 dev.py slip_model [--measure | --weights | --particles] [--words FILE]`.

Counts and sounds come from the texts that `corpus` names; the weights are fitted on one half of what was held back, and
what is told of the finder's worth is measured on the other half, which nothing was made of.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

import backing  # needs the path above
import corpus
import counting
import file
import fitting
import injection
import lexicon
import measuring
import particles
from fitting import Judgement
from injection import Dictionary

from assistant.language.slip_counts import Counts, Header, read_header
from assistant.language.slip_marks import ALPHABET, FIRST_HAN
from assistant.language.slips import Finder

OUT = ROOT / "resources" / "slips" / "slips.bin"
MATERIALS = ROOT.parent / "shared" / "samples" / "materials"
RATE = 1.2  # told in 100,000 characters of clean text; the terms of slip_terms come on top
WEIGHTS = {"statutes": 1, "reports": 3, "own": 6, "right": 6, "invented": 6, "patterns": 2}  # times a text counts
_FOR_PARTICLES = 14  # documents that 的 is learned from, two of them reports
_SOURCES = [
    "法律法规和司法文件、2026年省级政府工作报告（著作权法第五条，不受著作权保护；仅计数，不含原文）",
    "本项目自写的要求、词表、样例和虚拟材料（MIT）",
    "词表：jieba（MIT）；读音：pypinyin（MIT）",
]

Documents = list[list[str]]


class Held(NamedTuple):
    """What was held back, one half to fit on, the other to measure on."""

    fitting: Documents
    statutes: Documents
    reports: Documents


def main() -> None:
    """Do what the command line asks."""
    parser = argparse.ArgumentParser(prog="dev.py slip_model", description="做同音错字的计数文件，并测它的准确程度")
    parser.add_argument("--measure", action="store_true", help="只测现有的文件，不重做")
    parser.add_argument("--weights", action="store_true", help="不重新计数，只重新拟合各项迹象的权重和门槛")
    parser.add_argument("--particles", action="store_true", help="只重新拟合“的”误作“地、得”的权重")
    parser.add_argument("--words", type=Path, metavar="FILE", help="另一份词表（每行：词、制表符、次数），造错字时用它")
    parser.add_argument("--show", type=int, default=0, metavar="N", help="列出干净文本中最先误报的N处")
    options = parser.parse_args()
    if not corpus.CORPUS.exists():
        sys.exit(f"没有找到 {corpus.CORPUS}，做不了。")
    begun = time.perf_counter()
    held = _held_back()
    if not options.measure:
        OUT.parent.mkdir(exist_ok=True)
        make = _with_particles if options.particles else _weighed if options.weights else _made_anew
        OUT.write_bytes(make(OUT.read_bytes() if OUT.exists() else b"", held))
        print(
            f"已写好 {OUT.relative_to(ROOT)}，{OUT.stat().st_size / 1e6:.2f} MB，用了 {time.perf_counter() - begun:.0f} 秒"
        )
    _measure(Finder(OUT.read_bytes()), held, options.words, options.show)


def _held_back() -> Held:
    statutes, reports = corpus.statutes().held_back, corpus.reports().held_back
    chance = random.Random(1)  # noqa: S311  # the same every time
    some = [each for each in statutes[::2] if chance.random() < 0.5]
    return Held([*some, *reports[::2]], statutes[1::2][:60], reports[1::2])


def _made_anew(_: bytes, held: Held) -> bytes:
    """Count, lay out, and fit what the counts are judged with."""
    right = corpus.right_forms()
    runs = counting.runs(
        [
            (_paragraphs(corpus.statutes().counted), WEIGHTS["statutes"]),
            (_paragraphs(corpus.reports().counted), WEIGHTS["reports"]),
            (corpus.own(), WEIGHTS["own"]),
            (right, WEIGHTS["right"]),
            (corpus.invented(), WEIGHTS["invented"]),
            (corpus.patterns(), WEIGHTS["patterns"]),
        ]
    )
    words = lexicon.words()
    terms = [each for each in right if 2 <= len(each) <= 4 and all("一" <= c <= "龥" for c in each)]
    seen = {word: count for word, count in _seen(runs).items() if len(word) == 1 or word in words}
    seen.update({term: 6 for term in terms if term not in seen})
    texts = {
        "readings": lexicon.sounds(lexicon.readings(words)),
        "sounds": lexicon.proposed(words, terms, seen),
    }
    sections, body = file.parts(runs, lexicon.known(words, terms), texts)
    total = file.total(runs)
    header = Header(sections, [[0.5] * 64] * 3, total, [], 0.0, 0.0, {}, _SOURCES)
    sample = [*_paragraphs(held.fitting)[:3000], *corpus.invented()[::10]]
    header = header._replace(backing=backing.fitted(Counts(file.written(header, body), header), sample, total))
    return _judged(header, body, held, {word: count for word, count in seen.items() if len(word) == 1})


def _weighed(data: bytes, held: Held) -> bytes:
    """Fit anew what the counts of a file are judged with."""
    frequencies = {word: count for word, (count, _) in lexicon.words().items() if len(word) == 1}
    return _judged(read_header(data), data[file.LINE :], held, frequencies)


def _judged(header: Header, body: bytes, held: Held, characters: dict[str, int]) -> bytes:
    """Fit what the counts are judged with, and put it before them."""
    finder = Finder(file.written(header, body))
    judgement = _judgement(finder, held, characters)
    clean = [
        measuring.clean(finder, judgement, "", documents) for documents in (held.fitting, held.statutes, held.reports)
    ]
    threshold = measuring.threshold(clean, RATE)
    judged = header._replace(weights=judgement.weights, bias=judgement.bias, threshold=threshold)
    return _with_particles(file.written(judged, body), held)


def _with_particles(data: bytes, held: Held) -> bytes:
    """Fit what 的 is told by where 地 or 得 stands."""
    materials = corpus.materials_kept_back()[::2]  # the others are left to measure on
    right = [*_paragraphs([*held.fitting[-_FOR_PARTICLES:], *materials]), *corpus.about_ourselves()]
    found = particles.fitted(Finder(data), right)
    return file.written(read_header(data)._replace(particles=found), data[file.LINE :])


def _judgement(finder: Finder, held: Held, characters: dict[str, int]) -> Judgement:
    dictionary = Dictionary(injection.phrases(characters))
    statutes, reports = _paragraphs(held.fitting[:-2]), _paragraphs(held.fitting[-2:])
    slipped = injection.made(dictionary, statutes, 1500, 1) + injection.made(dictionary, reports, 1500, 2)
    return fitting.fitted(finder, slipped, [*statutes, *reports, *corpus.about_ourselves()])


def _seen(runs: file.Runs) -> dict[str, int]:
    """Give runs of Chinese characters that stand in the texts often enough to be words, as text."""
    found: dict[str, int] = {}
    for keys, counts in runs.values():
        often = counts >= lexicon.SEEN
        found.update(zip(map(_word, keys[often].tolist()), counts[often].tolist(), strict=True))
    return found


def _word(key: int) -> str:
    """Give a run as text, a blank for what is no Chinese character."""
    last = key & (1 << ALPHABET) - 1
    return _word(key >> ALPHABET) + (chr(last - FIRST_HAN + ord("一")) if last >= FIRST_HAN else " ") if key else ""


def _measure(finder: Finder, held: Held, words: Path | None, show: int) -> None:
    header = finder.header
    judgement = Judgement(header.weights, header.bias)
    materials = [path.read_text("utf-8").splitlines() for path in sorted(MATERIALS.glob("*.txt"))]
    texts = {"法规": held.statutes, "报告": held.reports, "材料": materials}
    source = words.read_text("utf-8").splitlines() if words else ()
    frequencies = {word: count for word, (count, _) in lexicon.words().items() if len(word) == 1}
    dictionary = Dictionary(injection.listed(source) if words else injection.phrases(frequencies))
    for name, documents in texts.items():
        told = measuring.clean(finder, judgement, name, documents)
        slipped = injection.made(dictionary, _paragraphs(documents), 1000, 3)
        print(
            f"{name} {told.characters}字：误报每十万字 {told.rate(header.threshold):.1f}；"
            f"找到 {measuring.found(finder, judgement, slipped, header.threshold)}"
        )
        for slip, text in told.told[:show]:
            start, end = slip.span
            print(
                f"  {slip.score:.2f} …{text[max(0, start - 10) : start]}［{slip.span.of(text)}→{slip.word}］{text[end : end + 10]}"
            )


def _paragraphs(documents: Documents) -> list[str]:
    return [paragraph for document in documents for paragraph in document]


if __name__ == "__main__":
    main()
