"""A paragraph without an end, as a broken file may bring, is read in the time that its length asks for."""

import random
import time

import pytest

from assistant.decisions import Decisions, Stage
from assistant.review.material import analyse
from assistant.text import canonical

_SHORT, _LONG = 2_000, 16_000  # characters
_LINEAR = 24.0  # times as long, for what is eight times as long; what holds each against each takes 64 times
_NOTHING = 0.04  # seconds; what takes less was not measured
_ENDLESS = {
    "digits": "1234567890",
    "的": "的",
    "brackets": "（",
    "brackets in brackets": "((((((((((学))))))))))",
    "book marks": "《《《《《学》》》》》",
    "quotes": "“学”，",
    "其中": "其中8个，",
    "那": "那三次",
    "items": "1.学。2.做。",
    "shares": "5%",
    "rests": "完成8个，还剩3个，",
    "dots": "…",
    "places": "青溪镇",
    "wrong words": "公布署名，签属",
    "reckoned": "由9张并为5张，减少4张，",
    "averages": "每月6次，人均21元，共72次，",
}


@pytest.mark.parametrize("written", _ENDLESS.values(), ids=_ENDLESS)
def test_an_endless_paragraph_takes_no_longer_than_its_length(finished_sample, individual_2025, written):
    def seconds(characters: int) -> float:
        paragraph = (written * characters)[:characters]
        text = canonical(finished_sample.replace("\n（二）", f"\n{paragraph}\n（二）", 1))
        begun = time.process_time()
        analyse(text, individual_2025, decisions=Decisions(stage=Stage.FINAL))
        return time.process_time() - begun

    seconds(100)  # what is compiled, and read, but once
    assert seconds(_LONG) < _LINEAR * max(seconds(_SHORT), _NOTHING)


def test_endless_numbers_take_no_longer_than_their_length(finished_sample, individual_2025):
    """Each number another, so that none is soon found to be explained."""
    chooser = random.Random(7)

    def seconds(count: int) -> float:
        words = ("其中", "占", "由", "减少", "其余", "共", "，", "、")
        numbers = (f"{chooser.choice(words)}{chooser.randrange(2, 999)}人" for _ in range(count))
        text = finished_sample.replace("\n（二）", f"\n{''.join(numbers)}\n（二）", 1)
        begun = time.process_time()
        analyse(text, individual_2025, decisions=Decisions(stage=Stage.FINAL))
        return time.process_time() - begun

    seconds(20)
    assert seconds(3_200) < _LINEAR * max(seconds(400), _NOTHING)
