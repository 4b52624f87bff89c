"""A minute of a writer's work at random, in a process of its own, which freed memory that is used kills at once."""

import re


def test_a_minute_of_work_at_random_ends_well(soak):
    told, _ = soak.communicate(timeout=240)

    assert soak.returncode == 0, told
    done = re.search(r"走完 (\d+) 步", told)
    assert done, told
    assert int(done[1]) > 200, told  # even on a busy machine
