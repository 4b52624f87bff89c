"""Some hundred deeds of a writer at random, in a process of its own, which freed memory that is used kills at once."""

import re


def test_work_at_random_ends_well_and_leaves_nothing_behind(soak):
    told, _ = soak.communicate(timeout=240)

    assert soak.returncode == 0, told
    done = re.search(r"走完 (\d+) 步", told)
    assert done, told
    assert int(done[1]) > 100, told  # nearly every kind of deed, even on a busy machine
