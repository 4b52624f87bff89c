"""Years in whatever figures they are written."""

import pytest

from assistant.language import years


@pytest.mark.parametrize("written", ["2025", "２０２５", "二〇二五", "二○二五", "二O二五", "二零二五"])
@pytest.mark.parametrize("blank", ["", " "])
def test_a_year_is_read_in_all_figures(written, blank):
    assert years.plain(f"按照{written}{blank}年度要求") == f"按照2025{blank}年度要求"


def test_where_a_year_stands_one_of_its_cues_does():
    for last in map(chr, range(0xFFFF)):
        text = f"二〇二{last}年"
        if years.plain(text) != text:
            assert any(cue in text for cue in years.CUES)
    assert all(f"{digit}{blank}年" in years.CUES for digit in range(10) for blank in ("", " "))
