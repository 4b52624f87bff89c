"""Errors of the kinds that a careful editor sees, each set alone into a clean text, are found as often as they were."""

import single_errors

SETS = sorted(path.stem for path in single_errors.CASES.glob("*.list"))
LEAST, LEAST_GRAVE = 0.6, 0.65  # of each set, and of those worth sending back
LEAST_OF_SOME, LEAST_GRAVE_OF_SOME = 0.75, 0.75  # of all sets together
ONE_IN = 30  # errors that are tried without --long


def test_most_are_found(long):
    tried = {name: list(single_errors.errors(name, 1 if long else ONE_IN)) for name in SETS}
    together = [error for each in tried.values() for error in each]
    for some, least, least_grave in [
        (together, LEAST_OF_SOME, LEAST_GRAVE_OF_SOME),
        *((each, LEAST, LEAST_GRAVE) for each in tried.values() if long),
    ]:
        grave = [error for error in some if error.grave]
        assert sum(bool(error.said) for error in some) >= least * len(some)
        assert sum(bool(error.said) for error in grave) >= least_grave * len(grave)
