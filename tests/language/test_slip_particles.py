"""的, 地 and 得 in the place of one another, told by counts and by what stands beside them."""

import pytest

from assistant.language import slips


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("执法检查把地不严。", "执法检查把得不严。"),
        ("对台账看地浅，对问题查得少。", "对台账看得浅，对问题查得少。"),
        ("查摆存在得问题不深。", "查摆存在的问题不深。"),
        ("耽误得却是群众的事。", "耽误的却是群众的事。"),
        ("那点热情慢慢得淡了。", "那点热情慢慢地淡了。"),
        ("今后扎扎实实的办好身边事。", "今后扎扎实实地办好身边事。"),
        ("全年由我牵头整改地6个问题都已完成。", "全年由我牵头整改的6个问题都已完成。"),
        ("我将按照大家地意见，认真修改。", "我将按照大家的意见，认真修改。"),
        ("对会议精神理解不深得问题没有解决。", "对会议精神理解不深的问题没有解决。"),
        ("党组成员下沉社区不够得问题，年底前走遍全部社区。", "党组成员下沉社区不够的问题，年底前走遍全部社区。"),
    ],
)
def test_the_right_particle_is_proposed(text, mended):
    (slip,) = slips.shipped().find(text)

    assert text[: slip.span.start] + slip.word + text[slip.span.end :] == mended


@pytest.mark.parametrize(
    "text",
    [
        "全镇土地少，耕地散，工地乱。",
        "胆子大得不是地方，人勤地不懒。",
        "心得都得是自己写的，材料也得是原件。",
        "觉得是小事，显得是我不愿意，记得是3月。",
        "扎扎实实的成效、一项一项的措施都在。",
        "群众得实惠最多，做的事不多，真正触及思想的不多。",
        "慢慢地养成习惯，好得很，说得也对。",
        "我得去一趟，办公用地的手续办得齐全。",
        "我片面地认为这是小事，机械地阅读文件，简单地浏览材料。",
        "完成的198亩供地任务逐宗建账，事发地与居住地分开登记。",
        "职责执行得如何，岗位责任理解得窄，学得零散，写得“像样”。",
    ],
)
def test_right_particles_are_left_alone(text):
    assert slips.shipped().find(text) == ()
