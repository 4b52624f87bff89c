"""A unit that stands where only the writer's own can, or one above it, is told where it is neither."""

from __future__ import annotations

import pytest

from assistant.decisions import Decisions, Profile
from assistant.facts import named_bodies
from assistant.facts.gathering import gather

LIN = Decisions(profile=Profile("枫林县教育局", "党组成员、副局长", "林知远"))
AFTER = "2.应对舆情不够主动。"


def _told(said: str, text: str, template) -> list[str]:
    spoilt = text.replace(AFTER, f"{AFTER}{said}。")
    facts = gather(spoilt, template, LIN)
    return [each.unit for each in named_bodies.of_others(facts, facts.materials[0])]


@pytest.mark.parametrize(
    ("said", "unit"),
    [
        ("我带领县民政局党组成员集中学习4次", "县民政局"),
        ("新增事项一律报县审计局党组审定", "县审计局"),
        ("按照县商务局党组安排，我作了准备", "县商务局"),
        ("我以县司法局机关党支部普通党员身份参加活动少", "县司法局"),
        ("每月向第三医院党委报告一次", "第三医院"),
        ("", ""),
        ("按照县教育局党组安排，每季度向局党组、向县委教育工委报告一次", ""),
        ("会同县财政局党组议定，联系的第一中学党总支讲党课少", ""),
        ("作为基础教育科党支部的普通党员，参加活动少", ""),
    ],
)
def test_told(said, unit, finished_sample, individual_2025):
    assert _told(said, finished_sample, individual_2025) == ([unit] if unit else [])
