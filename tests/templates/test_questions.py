"""Hints and questions speak to a cadre as a careful colleague would: one scene, nothing that accuses, nothing private.

What can be told without reading is checked here for every shipped template; the rest is in docs/questions.md.
"""

import re

import pytest

from assistant import paths
from assistant.files import shipped_shelf
from assistant.templates.template import Role

FILES = [shipped_shelf.read(path.stem) for path in paths.shipped("templates", "*.toml")]
PARTS = [
    (f"{file.id} {part.id}", part)
    for file in FILES
    for part in (*file.parts, *file.aspects, *(aspect for frame in file.frames for aspect in frame.aspects))
]
QUESTIONS = [
    *((f"{place} {question.id}", question) for place, part in PARTS for question in part.questions or ()),
    *((f"{file.id} {question.id}", question) for file in FILES for question in file.aspect_questions),
]
BODIES = {Role.LEADERSHIP, Role.BRANCH}

ACCUSING = "动手|松口|松过|抄|混日子|敷衍|糊弄|应付|打折扣|走样|自己|有没有一"
PRIVATE = "家里|孩子|老婆|老公|存款|理财|借钱|担保|病情|红包|购物卡|麻将|牌桌|酒局|喝多|私下|牢骚|心里"
CONFESSING = "瞒|假条|编造|补签|补写|撒谎|谎报|超标准|收过|收下|违纪|打鼓"
SPOKEN = (
    "难活|眼下|费工夫|上手|说通|吃力|费时|撑腰|主意|哪一块|哪道关|开了头|联系最紧的|把关内容|学深|还在办的|耐心解释"
)
AMBIGUOUS = "记过|交代|收回|送审|口径是|谈过几次"
NAMES = "谁|姓名|叫什么"
WRITING = "「|」|！|到位不到位|是否深入|新思想"
ILL_PUT = (
    "推动到哪|听取[^，]*情况后|正确对待|不信谣言|不信、不传|今年[^，中]*，最近一次|篇论述|遵守党的纪律”|"
    "改进的是哪一?个问题|^对[^，]*，.*保持.*联系|落实的是[^，]*会议纪律|体现注重|^写完成|"
    "^(?!.*总书记).*(?:重要论述|重要指示批示)"  # it is said whose they are
)
UNFIT = re.compile(f"{ACCUSING}|{PRIVATE}|{CONFESSING}|{SPOKEN}|{AMBIGUOUS}|{NAMES}|{WRITING}|{ILL_PUT}")


ASKING = re.compile("哪|什么|怎样|怎么|几|多少|何时|是否|没有？")


def asked(question: str) -> int:
    """Count what is asked: the clauses that ask something, but for what stands in quotation marks."""
    return sum(bool(ASKING.search(clause)) for clause in re.split("[，：]", re.sub("“[^”]*”", "", question)))


def told(kind: str, text: str) -> list[str]:
    """Tell what is unfit about a text."""
    found = [f"“{match[0]}”" for match in UNFIT.finditer(text)]
    if kind == "question" and (text.count("？") != 1 or not text.endswith("？") or asked(text) > 1):
        found.append("一问只问一件事")
    if kind == "question" and not 12 <= len(text) <= 50:
        found.append(f"{len(text)}字")
    if kind == "hint" and (not text.endswith("。") or "？" in text or not 12 <= len(text) <= 40):
        found.append(f"{len(text)}字，须是陈述句")
    return found


def test_questions_ask_of_one_scene_without_blame():
    assert len(QUESTIONS) > 1600
    unfit = [(place, question.ask, found) for place, question in QUESTIONS if (found := told("question", question.ask))]

    assert unfit == []


def test_hints_are_whole_sentences_that_tell_what_to_write():
    hints = [(place, part.hint) for place, part in PARTS if part.hint]

    assert len(hints) > 160
    assert [(place, hint, found) for place, hint in hints if (found := told("hint", hint))] == []
    assert [
        hint for _, hint in hints if re.search("本人|班子|分管|哪一样.*哪一样.*哪一样", hint)
    ] == []  # shown to everybody


def test_a_body_is_not_asked_as_one_person_and_the_leadership_is_named():
    for place, question in QUESTIONS:
        roles = set(question.roles)
        if not roles or roles & BODIES:
            assert "本人" not in question.ask, place
        if Role.LEADERSHIP in roles:
            assert "班子" in question.ask, (place, question.ask)
        if roles == {Role.BRANCH}:
            assert re.search("支部|支委|书记|党小组|党员|党费|基层|委员", question.ask), (place, question.ask)
        if not roles:
            assert "班子" not in question.ask, place
            assert not re.search("亲属|家人|身边工作人员|分管", question.ask), (place, question.ask)  # a body has none
        if roles and not roles & BODIES:  # one who writes of himself is not asked what the body did
            assert not re.search(
                "班子(?:是?怎样|还[在要剩准没]|今年|专题|打算|准备|集体)|支部(?:是?怎样|还[在要剩没]|今年)",
                question.ask,
            ), (place, question.ask)


@pytest.mark.parametrize(
    "text",
    [
        "今年私下发过牢骚没有？要是有，说完以后心里是怎么想的？",
        "烟酒、购物卡、微信红包，今年有没有一样推了几回又留下的？",
        "干得好的和混日子的，今年年终考核拉开距离了吗？",
        "本单位谋划“十五五”时，哪一条是从上级抄下来的？",
        "今年读完的是哪一本？用在哪里？",
        "今年最难的是哪一件事，现在办到哪一步？",
        "包案的积案，眼下卡在哪一步？",
        "今年最近一次是谁提醒的，为哪件事？",
        "接待群众来访，最近一次耐心解释的是哪类事项？",
        "今年上报的数据，最近一次是怎样逐项核实的？",
        "待遇、休假、考核等方面的安排，今年是怎样正确对待的？",
        "引导党员不信谣言、不传谣言，支部今年是怎样做的？",
        "最近一次集体学习，改进的是哪一个问题？",
        "对退休的老同志，支部今年是怎样保持联系的？",
        "参加集中学习前，学习了哪方面的重要论述？",
    ],
)
def test_what_offended_is_found(text):
    assert told("question", text)
