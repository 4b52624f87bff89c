"""The cues of a pattern that is looked for paragraph by paragraph stand in all that it can find: proved from the pattern."""

import importlib
import re

import pytest

from assistant.facts.gathering import gather
from assistant.facts.sought import Sought
from assistant.language import signs
from assistant.rules.registry import RULES

try:
    from re import _parser as parser
except ImportError:  # Python 3.10
    import sre_parse as parser

GAP = "\0"  # something that is not known


def without(parsed, cues, before):
    """Give how what could stand before goes on through a pattern, as far as none of the cues has stood yet."""
    for kind, value in parsed:
        after = set()
        for piece in one_of(kind, value, cues, before):
            after |= {each[-max(map(len, cues)) :] for each in piece if not any(cue in each for cue in cues)}
        before = after
    return before


def one_of(kind, value, cues, before):
    name = str(kind)
    if name == "LITERAL":
        return [{each + chr(value) for each in before}]
    if name == "IN" and all(str(sort) == "LITERAL" for sort, _ in value):
        return [{each + chr(code) for each in before for _, code in value}]
    if name in ("BRANCH", "SUBPATTERN"):
        return [without(each, cues, before) for each in (value[1] if name == "BRANCH" else value[-1:])]
    if name in ("MAX_REPEAT", "MIN_REPEAT"):
        least, most, inner = value
        once = without(inner, cues, before)
        more = {each + GAP for each in once} if most > 1 else set()
        return [once, more, before if least == 0 else set()]
    if name in ("AT", "ASSERT", "ASSERT_NOT"):
        return [before]
    return [{each + GAP for each in before}]


def soughts():
    for rule in RULES:
        for name, each in vars(importlib.import_module(rule.module)).items():
            if isinstance(each, Sought) and each.cues:
                yield pytest.param(each.cues, each.pattern, id=f"{rule.name}.{name}")
    for sign, cues in signs.CUES.items():
        yield pytest.param(cues, signs.PATTERNS[sign], id=sign.name)


@pytest.mark.parametrize(("cues", "pattern"), list(soughts()))
def test_the_cues_are_in_all_that_is_found(cues, pattern):
    assert not without(parser.parse(pattern.pattern), cues, {""})


@pytest.mark.parametrize(
    ("cues", "pattern"), [(("作为",), "作为?局"), (("我是", "我在"), "我(?:是|在|有)"), (("局",), "[^局]长")]
)
def test_a_cue_that_can_be_missing_is_told(cues, pattern):
    assert without(parser.parse(pattern), cues, {""})


def test_what_stands_in_a_stretch_is_found_at_its_place():
    text = "我是甲。\n他是乙，我是丙。\n我是丁。"
    facts = gather(text, None)

    def found(sought, start, end):
        return [text[begin + match.start() :][:3] for begin, match in sought.between(facts, start, end)]

    for cues in (("我是",), ()):
        sought = Sought(cues, "我是.")
        assert found(sought, 0, len(text)) == ["我是甲", "我是丙", "我是丁"]
        assert found(sought, 1, text.index("丁")) == ["我是丙"]
        assert found(sought, text.index("我是丙"), len(text)) == ["我是丙", "我是丁"]
    assert not found(Sought(("乙",), "我是."), 0, 4)
    assert re.compile("我是.").findall(text) == ["我是甲", "我是丙", "我是丁"]
