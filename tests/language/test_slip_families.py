"""Words no list has, one character of which is another of its family."""

import pytest

from assistant.language import slip_families, slips
from assistant.strict_toml import DataError
from assistant.text import Span

GOOD = 'format = 1\nsource = "常用字"\nfamilies = """\n陪培赔 函涵\n陪倍\n"""\n'


def test_families():
    assert slip_families.parse(GOOD, "families.toml")["陪"] == frozenset("培赔倍")
    assert slip_families.parse(GOOD, "families.toml")["函"] == frozenset("涵")


@pytest.mark.parametrize("bad", [GOOD.replace("= 1", "= 2"), GOOD.replace("函涵", "函"), GOOD.replace("函涵", "函函")])
def test_a_slip_in_the_file_is_told(bad):
    with pytest.raises(DataError):
        slip_families.parse(bad, "families.toml")


@pytest.mark.parametrize(
    ("text", "written", "meant"),
    [
        ("党员陪训的内容与岗位脱节。", "陪训", "培训"),
        ("同志之间缺乏诚垦的批评。", "诚垦", "诚恳"),
        ("少数党员觉晤不高，把自己等同于普通群众。", "觉晤", "觉悟"),
        ("对苗头性问题竭制不力。", "竭制", "遏制"),
        ("集体研究时不敢亮明自己的主涨。", "主涨", "主张"),
        ("财政资金拔付滞后。", "拔付", "拨付"),
        ("对下属疏于管理，纪律松弛换散。", "换散", "涣散"),
        ("工作中对矛盾绕道走，缺少担挡。", "担挡", "担当"),
        ("有强列的责任感，作出书面承若。", "强列", "强烈"),
        ("窗口优化以后，全镇履盖了9个村。", "履盖", "覆盖"),
        ("应急领料流程，先登集后领料。", "登集", "登记"),
        ("参加组织生活不够严熟。", "严熟", "严肃"),
        ("局长在养护工程中伟规打招呼。", "伟规", "违规"),
        ("放松了凭时的自学和思考。", "凭时", "平时"),
    ],
)
def test_a_word_no_list_has_is_found(text, written, meant):
    at = text.index(written)
    (slip,) = [each for each in slips.shipped().find(text) if each.span.start == at]

    assert slip[:2] == (Span(at, at + len(written)), meant)


@pytest.mark.parametrize(
    "text",
    [
        "老屈和小戚一起下田，小何留在办公室，刘绍安同志和张伯琰同志分片包干。",
        "重种轻销的老毛病没有改，有4笔党费晚交了10天，主题党日一次不缺。",
        "在一个地方待久了，容易松劲；学习时只挑着跟水有关的看。",
        "格桑花行动和高岭村的污水管网都已完工，跨陕晋豫三省的生态补偿机制正在建立。",
        "我们这辈人认这个理，打着大雷也出门；各说各的理，到群众家里坐一坐。",
        "逐张核对票据，逐处选址，逐车过磅；整存零取的储蓄存款都登记在册。",
        "社区有刺绣班、剪纸班，还有两支腰鼓队；病区加床多，输液泵不够用。",
        "完成整改8个，1个仍在推进；照片有5种之多，学高为师、行为世范。",
        "把“陪训”当作陪着受训，起了“强列”的代号。",
    ],
)
def test_what_is_only_unusual_is_left(text):
    assert not slips.shipped().find(text)
