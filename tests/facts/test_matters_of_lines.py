"""What only those of another line of work speak of is told in a finished text of a 住房保障中心; what comes in beside it is not."""

from __future__ import annotations

import pytest

from assistant.decisions import Decisions, Profile
from assistant.facts import lines_of_work
from assistant.review.material import analyse

LIN = Decisions(profile=Profile("市住房保障中心", "副主任", "林知远"))
AFTER = "2.应对舆情不够主动。"
RULES = {"work_of_another", "matter_of_another"}


def _told(said: str, text: str, template) -> list[str]:
    assert text.count(AFTER) == 1
    spoilt = text.replace(AFTER, f"{AFTER}{said}。")
    found = analyse(spoilt, template, decisions=LIN).findings
    at = spoilt.index(said)
    return [finding.rule for finding in found if finding.rule in RULES and at <= finding.span.start < at + len(said)]


@pytest.mark.parametrize(
    "said",
    [
        "总觉得烟草工作是跟数字打交道",
        "在供销系统干了21年",
        "长期与渠系和闸门打交道",
        "群众是否喝上放心水",
        "作为一名林业人",
        "每月15日前由护理部公布一次",
        "没有请各业务庭每人提1条意见",
        "没有把候车室的冷暖放在心上",
        "服务烟农的本领不强",
        "自己抓的阅卷把关松",
        "回应全体教职工的期待",
        "对病区的事过问少",
    ],
)
def test_another_line_is_told(said, finished_sample, individual_2025):
    assert _told(said, finished_sample, individual_2025)


@pytest.mark.parametrize(
    "said",
    [
        "总觉得住房保障工作是跟租户打交道",
        "参加工作后曾在供销系统干了4年",
        "到信用社办理存款时态度急",
        "女儿升初中那年择校，查过学籍",
        "父亲做手术那周住在病区",
        "像护理部交班那样细心",
        "应邀到二中给教研组讲课",
        "走访储户、烟农各1次",
        "向兄弟单位的教务处学习",
        "对审计反馈的问题改得慢",
        "组织消防演练1次",
        "结合公租房工作讲一次党课",
    ],
)
def test_what_comes_in_beside_is_not(said, finished_sample, individual_2025):
    assert not _told(said, finished_sample, individual_2025)


def test_each_matter_is_of_one_line_alone():
    every = [word for line in lines_of_work.shipped() for word in (*line.matters, *line.trade)]
    assert len(every) == len(set(every)) > 500
    assert all(1 < len(word) < 10 for word in every)


def test_kin_holds_both_ways():
    near, other = (lines_of_work.named(name) for name in ("医保", "卫生健康"))
    assert near is not None
    assert other is not None
    assert lines_of_work.is_kin(near, [other])
    assert lines_of_work.is_kin(other, [near])
