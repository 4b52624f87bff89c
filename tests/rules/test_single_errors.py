"""Errors of the kinds that a careful editor sees, each set alone into a clean text, are found as often as they were."""

import pytest
import single_errors

LEAST, LEAST_GRAVE = 0.6, 0.65  # shares of all and of those worth sending back


@pytest.mark.parametrize("name", sorted(path.stem for path in single_errors.CASES.glob("*.list")))
def test_most_are_found(name):
    tried = list(single_errors.errors(name))
    grave = [each for each in tried if each.grave]
    assert sum(bool(each.said) for each in tried) >= LEAST * len(tried)
    assert sum(bool(each.said) for each in grave) >= LEAST_GRAVE * len(grave)
