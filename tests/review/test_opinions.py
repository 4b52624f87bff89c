"""Opinions on the writer are read line by line, with their sources; those nobody answered are still to do."""

from assistant.decisions import Decisions
from assistant.review import opinions, progress
from assistant.review.material import analyse
from assistant.rounds import AT_MEETING, Answer, Opinion

PASTED = """群众意见：
1.到东郊片区太少，来了也待不久。
2、回电话不够及时

（3）会议材料太厚
谈心谈话
一、批评别人放不开
会上批评意见：
① 抓落实有时前紧后松
"""


def test_pasted_lines_become_opinions_with_their_sources():
    assert [(each.text, each.source) for each in opinions.parsed(PASTED)] == [
        ("到东郊片区太少，来了也待不久。", "群众"),
        ("回电话不够及时", "群众"),
        ("会议材料太厚", "群众"),
        ("批评别人放不开", "谈心谈话"),
        ("抓落实有时前紧后松", AT_MEETING),
    ]


def test_an_opinion_that_speaks_of_the_masses_is_no_heading():
    said = ["联系群众不够紧密", "希望多听取群众意见。", "对群众反映的事回得慢", "2025年以来下去少"]
    assert [each.text for each in opinions.parsed("\n".join(said), "上级点明")] == said
    assert {each.source for each in opinions.parsed("\n".join(said), "上级点明")} == {"上级点明"}


def test_whoever_is_named_is_seen():
    assert opinions.names_proposer("张建国同志提出：下去调研少") == "张建国"
    assert opinions.names_proposer("周敏：下去调研少") == "周敏"
    for said in ("建议多到基层看看", "有人提出下去少", "群众反映回电话慢", "工作上认为差不多就行", "平时说得多做得少"):
        assert not opinions.names_proposer(said), said


def test_unanswered_ones_are_still_to_do_and_answered_ones_are_not():
    given = (Opinion("太少", "群众"), Opinion("太慢", "群众", Answer.MEETING))
    material = analyse("存在的问题\n一、学习不够", decisions=Decisions(opinions=given))
    left = progress.unfinished(material)
    assert [(each.label, each.opinions) for each in left] == [("未答复的意见1条", True)]
    assert "1条意见未答复" in progress.told_when_handed_on(material)
    done = tuple(each._replace(answer=Answer.AFTER) for each in given)
    assert not progress.unfinished(analyse(material.text, decisions=Decisions(opinions=done)))


def test_a_source_that_is_not_among_the_usual_ones_heads_its_lines_too():
    said = "班子成员意见：\n1.批评少。\n主管部门意见（2条）：\n1.报送迟。\n分管领导意见：\n1.调研浅。\n他提的意见多。"

    assert [each.source for each in opinions.parsed(said)] == ["班子成员", "主管部门", "分管领导", "分管领导"]


def test_opinions_from_a_pdf_have_the_usual_characters():
    (told,) = opinions.parsed("⼀、⼊户少，⾃学时断时续\u200b")
    assert told.text == "入户少，自学时断时续"
