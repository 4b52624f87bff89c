"""Notices in many wordings, each beside the values that a careful reader takes from it (tests/cases/notice_variants.toml)."""

from pathlib import Path

import pytest
import tomli

from assistant.templates.notice import notice, standing
from assistant.templates.notice.standing import Standing
from assistant.text import canonical

CASES = tomli.loads((Path(__file__).parents[2] / "cases" / "notice_variants.toml").read_text("utf-8"))["notice"]

_ORDER = ("leadership", "individual", "member", "branch")


def _read(text, wanted):
    read = notice.read(canonical(text))
    found = {"unread": sorted({each.value for each in read.unread})}
    by_subject = [(subject.value, asked) for asked in read.templates for subject in asked.subjects]
    found["aspects"] = {
        subject: [each.text for each in asked.aspects]
        for subject, asked in by_subject
        if subject in wanted.get("aspects", ())
    }
    found["lengths"] = {
        subject.value: [each.value.least, each.value.most]
        for asked in read.templates
        for subject, each in asked.lengths.items()
    }
    found["part_lengths"] = {
        kind.value: [each.value.least, each.value.most]
        for asked in read.templates
        for kind, each in asked.part_lengths.items()
    }
    found["own_part_lengths"] = {
        subject.value: {kind.value: [each.value.least, each.value.most] for kind, each in own.items()}
        for asked in read.templates
        for subject, own in asked.part_lengths_for.items()
    }
    found["aspect_lengths"] = {
        aspect.text: [aspect.length.value.least, aspect.length.value.most]
        for asked in read.templates
        for aspect in asked.aspects
        if aspect.length
    }
    for name in ("theme", "hand_in", "meets", "problems_per_aspect", "problems_total", "year"):
        values = [value for asked in read.templates if (value := getattr(asked, name))]
        value = values[0].value if values else ""
        found[name] = value if isinstance(value, (str, int)) else value.isoformat()
    shares = [asked.share for asked in read.templates if asked.share]
    found["share"] = str(shares[0].value.least) if shares else ""
    found["shares_of"] = {subject: str(asked.share.value.least) for subject, asked in by_subject if asked.share}
    found["of_meetings"] = [
        [asked.theme.value if asked.theme else "", *(str(day.value) for day in (asked.hand_in, asked.meets) if day)]
        for asked in read.templates
    ]
    found["share_of"] = [kind.value for kind in shares[0].value.kinds] if shares else []
    found["instances"] = sorted(subject for subject, asked in by_subject if asked.with_instances)
    found["problems_of"] = {subject: each.value for subject, asked in by_subject if (each := asked.problems_total)}
    found["checked"] = [name for name in ("problems", "share", "hand_in", "meets") if _is_to_be_checked(read, name)]
    found["subjects"] = " ".join(subject for subject, _ in sorted(by_subject, key=lambda each: _ORDER.index(each[0])))
    found["refused"] = [part.kind.value for part in read.templates[0].refused] if read.templates else []
    found["parts"] = [part.kind.value for part in read.templates[0].parts] if read.templates else []
    return found


def _is_to_be_checked(read, name):
    return any(standing.rows(asked)[name].standing is Standing.CHECK for asked in read.templates)


@pytest.mark.parametrize("case", CASES, ids=[str(number) for number in range(len(CASES))])
def test_what_is_read(case):
    wanted = {name: value for name, value in case.items() if name != "text"}
    found = _read(case["text"], wanted)

    assert {name: found[name] for name in wanted} == wanted
