"""批评意见: what is told of an entry, and that nothing is told of one that is well said."""

import pytest

from assistant.review import criticism
from assistant.review.criticism import Criticism, Form

HAPPENED = "七月防汛会商时，乡镇提出的缺料问题没有当场定下来，隔了两周才答复。"

# Said as they should be: not one may be called a suggestion, praise or empty.
WELL_SAID = (
    "抓工作有时满足于开会部署，盯落实不够",
    "听不同意见时耐心不足，容易打断别人",
    "应付检查的心态没有完全克服，台账做得比现场细",
    "要求别人严，自己带头学习却不经常",
    "多头协调的事项上出面少，把难题留给了科室",
    "对分管领域的廉政风险提醒得少",
    "到基层调研停留在听汇报，和群众面对面不多",
    "批评别人顾虑多，班子会上红脸出汗的话讲得少",
    "只顾埋头干事，抬头看全局不够",
    "请示报告不够及时，有两次事后才说",
    "事必躬亲，放手让年轻同志干不够",
    "需求摸得不准，民生项目变更多",
    "加强学习方面抓得不紧，理论书读得零散",
    "原则性不强，碰到熟人打招呼容易松口子",
    "工作标准降低了，材料错漏较多",
    "对家属子女在辖区经商的规定学习不深",
    "安全生产的会开了不少，隐患整改跟得慢",
    "主持会议偏长，讨论时间留得短",
)


@pytest.mark.parametrize("problem", WELL_SAID)
def test_nothing_is_told_of_what_is_well_said(problem):
    assert criticism.hints(Criticism("王明远", problem, HAPPENED, "下一步现场定、限时回。")) == ()


@pytest.mark.parametrize(
    ("problem", "said"),
    [
        ("建议多到科室走一走，听听意见", "“建议”开头，似为工作建议"),
        ("希望今后不要只看材料", "“希望”开头"),
        ("能否把办公会的时间固定下来", "“能否”开头"),
        ("进一步加强对年轻干部的培养", "“进一步”开头"),
        ("今后要加大统筹协调力度", "“今后要”开头"),
        ("多关心科室的同志", "“多关心”开头"),
    ],
)
def test_a_suggestion_in_the_place_of_criticism(problem, said):
    (told,) = criticism.hints(Criticism("王明远", problem, HAPPENED))
    assert said in told
    assert "希望" in told


@pytest.mark.parametrize(
    ("problem", "said"),
    [
        ("工作太拼，不注意身体", "读起来似为表扬"),
        ("对自己要求过于严格", "“对自己要求过于严格”读起来似为表扬"),
        ("加班太多，陪家人的时间少", "“加班太多”读起来似为表扬"),
        ("不大顾家庭", "“不大顾家庭”读起来似为表扬"),
        ("带病坚持工作，让人心疼", "“带病坚持”"),
        ("工作认真负责，全力推动项目建设，成效明显", "暂未写出不足"),
    ],
)
def test_praise_in_disguise(problem, said):
    (told,) = criticism.hints(Criticism("王明远", problem, HAPPENED))
    assert said in told


def test_what_is_missing_is_said_mildly():
    nobody, nothing, only_wish = (
        criticism.hints(Criticism("", "盯落实不够", HAPPENED)),
        criticism.hints(Criticism("王明远", "盯落实不够")),
        criticism.hints(Criticism("王明远", wish="多到现场。")),
    )
    assert ["批评对象" in told for told in nobody] == [True]
    assert ["可补写一件本人看到的事" in told for told in nothing] == [True]
    assert len(only_wish) == 2
    assert "先写看到的不足" in only_wish[0]
    assert "只写了希望" in only_wish[1]
    assert criticism.hints(Criticism()) == ()
    in_one = Criticism("王明远", "盯落实不够，上个月两次督办单都过了期限才回")
    assert criticism.hints(in_one) == ()  # what happened is told in the same breath


def test_no_message_accuses():
    entries = [Criticism("", text) for text in ("", "建议加强学习", "工作太辛苦", "认真负责", "盯得不够")]
    entries += [Criticism("甲", wish="改")]
    for told in (each for entry in entries for each in criticism.hints(entry)):
        assert not any(word in told for word in ("错误", "不合格", "缺乏", "！", "必须"))


def test_the_list_keeps_together_what_is_said_to_one():
    form = Form((Criticism("甲", "一"), Criticism("乙", "二"), Criticism(), Criticism("甲 ", "三", "事", "改")))
    assert criticism.table(form.written) == [
        ("1", "甲", "一", "", ""),
        ("2", "甲", "三", "事", "改"),
        ("3", "乙", "二", "", ""),
    ]
    assert criticism.told(form) == "3条，提给2人"
    assert criticism.told(Form()) == "还没有写"


def test_what_is_said_to_several_at_once_is_hinted_at_and_counted_for_each():
    both = Criticism("李四、王五", WELL_SAID[0], HAPPENED, "")
    assert criticism.hints(both) == ("批评对象一栏写有2人。批评意见是当面说给一个人听的，请每人各写一条。",)
    assert criticism.told(Form((both, Criticism("李四", WELL_SAID[1], HAPPENED, "")))) == "2条，提给2人"
    assert criticism.hints(Criticism("办公室主任　刘和平", WELL_SAID[0], HAPPENED, "")) == ()
