"""What is quoted, and of which quotations somebody else is the speaker."""

import pytest

from assistant.language.quotations import is_of_another, is_quoted


def _at(marked):
    return marked.replace("⟦", ""), marked.index("⟦")


@pytest.mark.parametrize(
    ("marked", "quoted"),
    [
        ("有人问：“⟦我局怎么办”，没有答。", True),
        ("讲了“四风”，⟦我局没有改。", False),
        ("有人问：“‘四风’在⟦我局改了没有？”", True),
        ("有人问：“怎么办”？他答：“⟦我局来办。”", True),
        ('有人问："⟦我局怎么办"，没有答。', True),
        ("他说：“行。那就办。⟦我局来办。”", True),
        ("他说：“行。⟦我局没有办。", False),  # it is not closed, and tells nothing of where it ends
    ],
)
def test_what_stands_in_closed_marks_is_quoted(marked, quoted):
    assert is_quoted(*_at(marked)) is quoted


@pytest.mark.parametrize(
    "marked",
    [
        "有的同志当面对我说：“⟦你讲得多、做得少。”",
        "群众代表提出：“先办事。⟦XX股的材料少要几张。”",
        "石阶村的方大嫂拉住我问：“干部，⟦啥时候修桥？”",
        "有的说，“⟦上午一个样”；也有的说，“下午又一个样”。",
        "有的说，“上午一个样”“⟦下午又一个样”。",
        "一张纸条上写着“⟦少开几个会”。",
        "几个工人在门口拦住我：“⟦口罩呢？”",
        "他摆摆手：“⟦说了也白说。”",
        "驻村队员发来消息：“⟦水管又冻了。”",
        "会后她追出来补了一句：“⟦再等就误农时了。”",
        "审计报告的措辞是：“⟦把关不严。”",
        "“⟦跑了三趟”，一位经营户说。",
        "我听见走廊里有人嘀咕：“⟦又改主意了。”",
        "我收到一条短信：“⟦路灯还是不亮。”",
        "谈话时我问他有什么意见，他半天才说：“⟦没有。”",
        "“⟦排了三回队才办成。”一位来办事的老人说。",
        "“⟦桥什么时候修？”面对这样的问题，我答不上来。",
        "我局的老同志提醒：“⟦账要算细。”",
        "督查通报指出：“⟦研判不足。”",
        '有人说："⟦太慢了。"',
    ],
)
def test_whoever_is_named_first_speaks(marked):
    assert is_of_another(*_at(marked))


@pytest.mark.parametrize(
    "marked",
    [
        "我当场表态：“⟦月底办完。”",
        "我对一位同志说：“⟦先放一放。”",
        "我拍了桌子：“⟦再拖就换人。”话说重了。",
        "我推行“⟦XX”工作法，有同志说：“太空。”",
        "县里提出“⟦XX”工程，我没有落实。",
        "我的目标：“⟦一年变样”，没有做到。",
        "横幅：“⟦XX县欢迎您”，挂了半年。",
        "围绕“⟦XX”查找问题，没有找准。",
        "我给自己找理由：“⟦太忙。”",
        "我常讲“⟦XX”，同志们都会背。",
        "会议主题是：“⟦XXXX”，我学得浅。",
        "履行“⟦一岗双责”不够。",
        "有人说：“太慢。”我到⟦XX村只去过一次。",
        "一急就拍桌子，我脱口说：“⟦不干就走。”",
    ],
)
def test_the_writers_own_words_and_terms_in_marks_are_nobody_elses(marked):
    assert not is_of_another(*_at(marked))
