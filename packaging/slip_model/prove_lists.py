"""Hold the wording lists against right text: `python3 dev.py prove_lists [--rule NAME] [--all] [--needless]`.

What a list finds in statutes and government reports is almost surely false, the few real misprints aside. An entry
that fires there goes, is told more narrowly, or gets the longer right word it stands in into `correct`. An entry of
mistaken_word-likely.toml that language/slips finds by itself, wherever its right word stands, is needless.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

import corpus

from assistant.language import phrase_file, phrases, slips
from assistant.language.sentences import sentence_at
from assistant.text import Span

_SHOWN = 12  # characters before and after
_TRIED = 8  # places of a right word that are tried
_ENOUGH = 4  # fewer tell nothing


def main() -> None:
    """Tell which entries fire, the most frequent first, and how often in 200,000 characters."""
    parser = argparse.ArgumentParser(
        prog="dev.py prove_lists", description="用法规、政府工作报告检验词表：列出在其中误报的各条"
    )
    parser.add_argument("--rule", metavar="NAME", help="只看这一项检查的词表")
    parser.add_argument("--all", action="store_true", help="有时效的提法也列")
    parser.add_argument(
        "--needless", action="store_true", help="改为列出 mistaken_word-likely.toml 中计数自己就能找到的各条"
    )
    options = parser.parse_args()
    if not corpus.CORPUS.exists():
        sys.exit(f"没有找到 {corpus.CORPUS}，做不了。")
    if options.needless:
        for wrong, right in _needless():
            print(wrong, right)
    else:
        _fire(options)


def _fire(options: argparse.Namespace) -> None:
    for name, texts in (("法规", corpus.statutes()), ("报告", corpus.reports())):
        times: Counter[tuple[str, str]] = Counter()
        seen: dict[tuple[str, str], str] = {}
        characters = 0
        for paragraph in (line for documents in texts for document in documents for line in document):
            characters += len(paragraph)
            for hit in phrases.shipped().find(paragraph):
                if (options.rule in (None, hit.rule)) and (options.all or not hit.periods):
                    written = hit.span.of(paragraph)
                    times[hit.rule, written] += 1
                    around = paragraph[max(0, hit.span.start - _SHOWN) : hit.span.end + _SHOWN]
                    seen.setdefault((hit.rule, written), around)
        for (rule, written), count in times.most_common():
            print(f"{name} {rule} {written} {count}次 …{seen[rule, written]}…")
        print(f"{name} {characters}字，{times.total()}处，每二十万字 {times.total() / characters * 200_000:.2f} 处")


def _needless() -> Iterator[tuple[str, str]]:
    """Yield the forms that the counts find in text which was not counted, and in the project's own."""
    path = ROOT / "resources" / "phrases" / "mistaken_word-likely.toml"
    held_back = [*corpus.reports().held_back, *corpus.statutes().held_back[:120]]
    text = "\n".join([*(line for document in held_back for line in document), *corpus.invented(), *corpus.own()])
    for group in phrase_file.parse(path.read_text("utf-8"), path.name).words:
        for wrong, right in group.each():
            places = _places(text, right)
            if len(places) >= _ENOUGH and all(_is_found(text, place, wrong, right) for place in places):
                yield wrong, right


def _places(text: str, word: str) -> Sequence[int]:
    found: list[int] = []
    at = text.find(word)
    while at >= 0 and len(found) < 50 * _TRIED:
        found.append(at)
        at = text.find(word, at + 1)
    return random.Random(word).sample(found, min(_TRIED, len(found)))  # noqa: S311  # the same every time


def _is_found(text: str, at: int, wrong: str, right: str) -> bool:
    sentence = sentence_at(text, at)
    start = at - sentence.start
    said = sentence.of(text)
    place = Span(start, start + len(wrong))
    found = slips.shipped().find(said[:start] + wrong + said[start + len(right) :])
    return any(slip.span.overlaps(place) for slip in found)


if __name__ == "__main__":
    main()
