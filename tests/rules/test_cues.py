"""A rule that names cues has nothing to say of a paragraph in which none of them stands."""

from pathlib import Path

import pytest

from assistant.facts.paragraph_facts import observe
from assistant.rules.registry import RULES
from assistant.rules.rule import Scope

SAMPLES = Path(__file__).parents[2] / "resources" / "samples"


@pytest.fixture(scope="module")
def paragraphs():
    texts = [example.text for rule in RULES for example in rule.examples]
    texts += [path.read_text("utf-8") for path in SAMPLES.glob("*.txt")]
    return observe(list({line for text in texts for line in text.split("\n") if line}))


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule.cues], ids=lambda rule: rule.name)
def test_without_a_cue_there_is_nothing_to_say(rule, paragraphs):
    assert rule.scope is Scope.PARAGRAPH  # nobody asks for them elsewhere
    silent = [each for each in paragraphs if each.cues.isdisjoint(rule.cues)]

    assert silent
    assert not [each.text for each in silent if list(rule.check(each))]
