"""How many words left out of clean sentences are noticed: `python3 tests/dropped_words.py [NUMBER] [-v]`.

Words are left out of the clean texts in tests/cases, one at a time and at random: any word, as jieba cuts them, and such as
people lose when they shorten (a noun behind 的, what a verb is followed by, 把, a heading's last words). Found is what
`dropped_half` says of the sentence then and not before. Many words leave a right sentence behind, so no share is a goal;
what is said of the clean texts themselves is printed first, and nearly all of that is false. With `-v` what is missed is
listed.
"""

from __future__ import annotations

import random
import re
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from assistant.language import phrases  # noqa: E402
from assistant.language.words import Words  # noqa: E402
from assistant.text import Span  # noqa: E402

RULE = "dropped_half"
SEED = 7
KINDS = {
    "a noun behind 的, before a verb": "的([一-龥]{2})(?=(?:不|没有|还|停留|有所|只|仍|淡|薄|浅|弱|差))",
    "a noun behind 的, at the end": "的([一-龥]{2,3})(?=[。；])",
    "what a verb leads to": "(?:变成|当成|当作|转化为|落实到|落到|用在|体现在|集中在|满足于|列为)([^，。；]{1,10})(?=[，。；])",
    "把": "(把)(?=[一-龥]{2,12}(?:当|作|成|到|在|为|看|列))",
    "a measure word": "[0-9]([个条次份篇件名户])(?=[，。；])",
}


def clean_paragraphs() -> list[str]:
    """Give the paragraphs of the clean texts, each once."""
    paths = [*(ROOT / "tests/cases/clean").glob("*.txt"), *(ROOT / "tests/cases/single_errors").glob("*.txt")]
    lines = (line for path in sorted(paths) for line in path.read_text("utf-8").splitlines())
    return list(dict.fromkeys(line for line in lines if line))


def told(paragraph: str) -> frozenset[str]:
    """Give what is said of a paragraph."""
    return frozenset(hit.message for hit in phrases.shipped().find(paragraph) if hit.rule == RULE)


def words_of(paragraphs: list[str]) -> Iterator[tuple[str, Span]]:
    """Yield the words of two characters and more, and those of one that is Chinese."""
    words = Words()
    words.load()
    for paragraph in paragraphs:
        yield from (
            (paragraph, span) for span in words.segment(paragraph) if re.fullmatch("[一-龥]+", span.of(paragraph))
        )


def main() -> None:
    """Print how many are found of each kind."""
    number = next((int(each) for each in sys.argv[1:] if each.isdigit()), 500)
    paragraphs = clean_paragraphs()
    print(f"clean: {len(paragraphs)} paragraphs, told {sum(len(told(each)) for each in paragraphs)}")
    kinds = {"any word": list(words_of(paragraphs))}
    for kind, pattern in KINDS.items():
        kinds[kind] = [(text, Span(*match.span(1))) for text in paragraphs for match in re.finditer(pattern, text)]
    chance = random.Random(SEED)
    for kind, places in kinds.items():
        tried = chance.sample(places, min(number, len(places)))
        missed = []
        for text, span in tried:
            if not told(text[: span.start] + text[span.end :]) - told(text):
                missed.append(
                    f"{text[max(0, span.start - 20) : span.start]}⟦{span.of(text)}⟧{text[span.end : span.end + 10]}"
                )
        print(f"{kind}: {len(tried) - len(missed)} of {len(tried)}")
        for each in missed if "-v" in sys.argv else ():
            print(f"  - {each}")


if __name__ == "__main__":
    main()
