"""A small template for the examples of rules, so that they need no file and no year."""

from fractions import Fraction

from assistant.certainty import Certainty
from assistant.templates.template import (
    Frame,
    Length,
    MeetingKind,
    Need,
    Part,
    PartKind,
    ProblemLimits,
    Share,
    Subject,
    Template,
    Theme,
)

EXAMPLE_TEMPLATE = Template(
    id="example-democratic-individual",
    year=2025,
    meeting=MeetingKind.DEMOCRATIC,
    subject=Subject.INDIVIDUAL,
    name="2025年度民主生活会",
    variant="",
    title="2025年度民主生活会个人对照检查材料",
    parts=(
        Part("preface", PartKind.PREFACE, "前言", "前言", certainty=Certainty.NOTICE),
        Part(
            "previous",
            PartKind.PREVIOUS_RECTIFICATION,
            "上年度整改措施落实情况",
            "上年度整改",
            need=Need.OPTIONAL,
            cues=("上年度 整改",),
            floating=True,
        ),
        Part(
            "declarations",
            PartKind.DECLARATIONS,
            "有关情况说明",
            "情况说明",
            need=Need.OPTIONAL,
            cues=("情况说明", "巡察"),
            floating=True,
        ),
        Part(
            "problems",
            PartKind.PROBLEMS,
            "存在的突出问题",
            "存在的问题",
            certainty=Certainty.NOTICE,
            cues=("问题",),
            unless=("原因",),
        ),
        Part("cause", PartKind.CAUSE, "原因剖析", "原因剖析", certainty=Certainty.NOTICE, cues=("原因",)),
        Part("measure", PartKind.MEASURE, "整改措施", "整改措施", certainty=Certainty.NOTICE, cues=("整改措施",)),
    ),
    frames=(
        Frame(
            "example",
            tuple(
                Part(name, PartKind.ASPECT, f"{full}方面", full, certainty=Certainty.NOTICE, wordings=(full,))
                for name, full in (("loyalty", "带头强化政治忠诚"), ("duty", "带头担当作为"))
            ),
        ),
    ),
    theme=Theme("坚持实干为先，树牢为民情怀，勇于担当作为，走好新的路", Certainty.NOTICE),
    length=Length(40, 400, Certainty.NOTICE),
    share=Share((PartKind.PROBLEMS, PartKind.CAUSE), Fraction(1, 2)),
    problem_limits=ProblemLimits(per_aspect=2, total=4),
)
