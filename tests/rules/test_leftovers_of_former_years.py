"""What is left of a former year in a text for which no notice is known yet: theme, 带头, headings, campaigns, meeting."""

import pytest

from assistant.files import template_shelf
from assistant.review.material import analyse

TEXT = (
    "2026年度民主生活会个人对照检查材料\n某局副局长　林知远\n（2027年1月15日）\n"
    "按照县委关于开好2026年度民主生活会的通知要求，会前学习了民主生活会若干规定，检查如下。\n"
    "一、上年度民主生活会整改措施落实情况\n2025年度民主生活会上，我对照“五个带头”查摆问题6个，已改5个。\n"
    "2026年2月至7月开展的树立和践行正确政绩观学习教育中，我查出问题2个，已经改完。\n"
    "二、存在的突出问题\n（一）遵守党章、严守政治纪律和政治规矩方面\n1.学得浅。\n（二）加强班子建设、执行民主集中制方面\n2.议事急。\n"
    "（三）正确行使职权、担当作为方面\n3.怕得罪人。\n（四）践行社会主义核心价值观、廉洁自律和家教家风方面\n4.提醒少。\n"
    "（五）坚持群众路线、改进工作作风方面\n5.下乡少。\n（六）履行全面从严治党主体责任和监督责任方面\n6.谈话少。\n"
    "三、原因剖析\n放松了学习。\n四、整改措施\n每月自学两次。\n"
)


def told(before: str, after: str, text: str = TEXT) -> list[str]:
    """Give the rules that speak of a text in which one thing stands for another."""
    assert before in text
    template = template_shelf.find("general-democratic-individual")
    return [each.rule for each in analyse(text.replace(before, after), template).findings]


def test_nothing_is_said_of_the_text_itself() -> None:
    assert told("下乡少", "下乡少") == ["length_out_of_range", "missing_part"]  # it is that short


@pytest.mark.parametrize(
    ("rule", "before", "after"),
    [
        ("frame_of_another_year", "检查如下", "按照通知明确的“五个带头”内容检查如下"),
        (
            "frame_of_another_year",
            "检查如下",
            "从带头强化政治忠诚、带头固本培元、带头敬畏人民、带头干事创业、带头坚决扛起责任五个方面检查如下",
        ),
        ("frame_of_another_year", "廉洁自律和家教家风方面", "廉洁自律和家教家风、敬畏组织方面"),
        ("frame_of_another_year", "正确行使职权、担当作为方面", "在遵规守纪、清正廉洁前提下勇于担责、敢于创新方面"),
        ("other_year", "一、上年度民主生活会", "一、2024年度民主生活会"),
        ("frame_of_last_year", "对照“五个带头”", "对照“六个带头”"),
        ("theme_differs_from_notice", "会前学习了", "会前围绕巩固深化党纪学习教育成果学习了"),
        ("theme_differs_from_notice", "会前学习了", "会前紧扣“锲而不舍落实中央八项规定精神”的主题学习了"),
        ("meeting_named_differently", "开好2026年度民主生活会", "开好2026年度组织生活会"),
        ("meeting_never_held", "正确政绩观学习教育", "正确权力观主题教育"),
        ("meeting_never_held", "正确政绩观学习教育", "正确政绩观主题教育"),
        ("meeting_at_another_date", "2026年2月至7月开展的树立和践行正确政绩观", "2026年2月至7月开展的党纪"),
        ("meeting_at_another_date", "2026年2月至7月开展的", "2025年2月至7月的"),
    ],
)
def test_left_of_a_former_year(rule: str, before: str, after: str) -> None:
    assert rule in told(before, after)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("检查如下", "对照2025年度“五个带头”的要求重温了一遍，检查如下"),
        ("会前学习了", "会前走访了三个带头人，发挥两个带头作用，学习了"),
        ("会前学习了", "会前按照支部关于开好组织生活会的通知参加了学习，学习了"),
        ("2026年2月至7月开展的", "2026年上半年，我局开展的"),
        ("2026年2月至7月开展的", "2026年8月对"),
        ("2026年2月至7月开展的", "2026年3月底启动的"),
        ("我查出问题2个", "围绕锲而不舍落实中央八项规定精神查出问题2个"),
        ("我查出问题2个", "对照2025年深入贯彻中央八项规定精神学习教育查出的问题，又查出问题2个"),
        ("正确行使职权、担当作为方面", "履职尽责、敢于碰硬方面"),
    ],
)
def test_what_is_right(before: str, after: str) -> None:
    silent = {"theme_differs_from_notice", "meeting_named_differently", "meeting_never_held", "meeting_at_another_date"}
    assert not ({"frame_of_another_year"} | silent).intersection(told(before, after))


def test_a_whole_frame_of_a_former_year_is_told_once() -> None:
    """Of a year whose notice is not known it may be asked for again: one hint, and no word of 「五个带头」."""
    text = TEXT.replace("检查如下", "对照“三个带头”检查如下")
    for before, after in (
        ("遵守党章、严守政治纪律和政治规矩", "带头强化政治忠诚、提高政治能力"),
        ("加强班子建设、执行民主集中制", "带头固本培元、增强党性"),
        ("正确行使职权、担当作为", "带头干事创业、担当作为"),
    ):
        text = text.replace(before, after)
    assert told("下乡少", "下乡少", text).count("frame_of_another_year") == 1
