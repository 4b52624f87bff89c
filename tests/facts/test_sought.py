"""The cues of a pattern that is looked for paragraph by paragraph stand in all that it can find: proved from the pattern."""

import importlib
import re

import pytest

from assistant.facts import told_posts
from assistant.facts.gathering import gather
from assistant.facts.sought import Sought, SoughtStretches
from assistant.language import signs
from assistant.language.signs import Sign
from assistant.rules.registry import RULES
from assistant.text import Span

try:
    from re import _parser as parser
except ImportError:  # Python 3.10
    import sre_parse as parser

GAP = "\0"  # something that is not known
FEW = 40  # characters of a class that are looked at one by one
MORE = 2  # repeats that are looked at one by one: as many as a cue of three characters reaches over


def without(parsed, cues, before):
    """Give how what could stand before goes on through a pattern, as far as none of the cues has stood yet."""
    letters = set("".join(cues))
    for kind, value in parsed:
        after = set()
        for piece in one_of(kind, value, cues, before):
            after |= {each[-max(map(len, cues)) :] for each in piece if not any(cue in each for cue in cues)}
        # what is in no cue is no part of one, whichever it is: so few are left to be looked at
        before = {"".join(each if each in letters else GAP for each in known) for known in after}
    return before


def one_of(kind, value, cues, before):
    name = str(kind)
    if name == "LITERAL":
        return [{each + chr(value) for each in before}]
    if name == "IN" and all(str(sort) in ("LITERAL", "RANGE") for sort, _ in value):
        codes = {
            code
            for sort, each in value
            for code in (range(each[0], each[1] + 1) if isinstance(each, tuple) else [each])
        }
        return [
            {each + chr(code) for each in before for code in codes}
            if len(codes) <= FEW
            else {each + GAP for each in before}
        ]
    if name in ("BRANCH", "SUBPATTERN"):
        return [without(each, cues, before) for each in (value[1] if name == "BRANCH" else value[-1:])]
    if name in ("MAX_REPEAT", "MIN_REPEAT"):
        least, most, inner = value
        found = [before]  # after none, one, two … of them
        while len(found) <= min(most, least + MORE):
            found.append(without(inner, cues, found[-1]))
        beyond = {GAP + each for each in found[-1]} if most > least + MORE else set()
        return [*found[least:], beyond]
    if name in ("AT", "ASSERT", "ASSERT_NOT"):
        following = name == "ASSERT" and value[0] > 0  # what must follow may hold the rest of a cue
        return [{each for each in before if not following or without(value[1], cues, {each})}]
    return [{each + GAP for each in before}]


def within(value):
    """Yield what has a pattern and cues in a value of a module, also in tuples of tuples."""
    for each in value if isinstance(value, tuple) else ():
        yield from within(each)
    if isinstance(value, Sought) or (isinstance(value, Sign) and value.cues):
        yield value


def soughts():
    for module in (signs, told_posts, *(importlib.import_module(rule.module) for rule in RULES)):
        for name, value in vars(module).items():
            for place, each in enumerate(within(value)):
                yield pytest.param(each.cues, each.pattern, id=f"{module.__name__.split('.')[-1]}.{name}.{place}")


@pytest.mark.parametrize(("cues", "pattern"), list(soughts()))
def test_the_cues_are_in_all_that_is_found(cues, pattern):
    assert not without(parser.parse(pattern.pattern), cues, {""})


@pytest.mark.parametrize(
    ("cues", "pattern"), [(("作为",), "作为?局"), (("我是", "我在"), "我(?:是|在|有)"), (("局",), "[^局]长")]
)
def test_a_cue_that_can_be_missing_is_told(cues, pattern):
    assert without(parser.parse(pattern), cues, {""})


def test_what_stands_in_a_stretch_is_found_at_its_place():
    sought, elsewhere = Sought(("我是",), "我是."), Sought(("乙",), "我是.")  # known before a text is looked at
    text = "我是甲。\n他是乙，我是丙。\n我是丁。"
    facts = gather(text, None)

    def found(sought, start, end):
        return [text[begin + match.start() :][:3] for begin, match in sought.between(facts, start, end)]

    assert found(sought, 0, len(text)) == ["我是甲", "我是丙", "我是丁"]
    assert found(sought, 1, text.index("丁")) == ["我是丙"]
    assert found(sought, text.index("我是丙"), len(text)) == ["我是丙", "我是丁"]
    assert found(elsewhere, 0, len(text)) == ["我是丙"]
    assert not found(elsewhere, 0, 4)


def test_stretches_that_begin_and_end_inside_a_paragraph():
    def find(text, start, end):
        return [Span(*match.span()) for match in re.compile("已[^。]+").finditer(text, start, end)]

    sought = SoughtStretches(("已",), find)
    text = "甲已办好。\n乙已办。已成。\n丙未办。\n丁已办好。"
    facts = gather(text, None)

    def found(start, end):
        return [span.of(text) for span in sought.between(facts, start, end)]

    assert found(0, len(text)) == ["已办好", "已办", "已成", "已办好"]
    assert found(text.index("已成") + 1, len(text)) == ["已办好"]
    assert found(0, text.index("已成")) == ["已办好", "已办"]
    assert found(text.index("丁"), len(text) - 2) == ["已办"]
    assert found(3, 3) == []
