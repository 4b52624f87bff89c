"""What is said to be left of a whole."""

import pytest

from assistant.language import figures, left_over


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("考察干部64名，其中测评41名，占64.1%，其余32名简化了程序。", [23]),
        ("抽查材料45份，合格的38份，其余8份缺签字。", [7]),
        ("承诺8项。到年底，已兑现5项，正在落实1项。", [3]),
        ("承诺办实事6件。食堂扩建等已办结4件，正在推进的3件明年完成。", [2]),
        ("更换管线37公里，在城区的21公里，余下18公里没有计划。", [16]),
        ("考察干部64名，其中测评41名，占64.1%，其余23名简化了程序。", []),
        ("案件5件，老窦的1件2月宣判，其余4件一季度审结。", []),
        ("案件15件，宣判的9件，老窦的也判了，其余14件一季度审结。", []),
        ("查摆9个问题，立行立改4个，年内完成3个，其余2个正在整改。", []),
        ("承诺8项，每人2项，已兑现5项，正在落实1项。", []),
        ("承诺8项，兑现多少没有数，后来又问了5项，正在落实1项。", []),
        ("承诺80多项，已兑现57项，正在落实11项。", []),
        ("查摆24个问题，还剩15个没有改完；一条是作风上的9个，另外5个是学习上的。", []),
    ],
)
def test_what_is_left(text, due):
    """What is left is held against every whole and every choice of parts told before."""
    assert [each.due for each in left_over.find(text, figures.find(text))] == due


@pytest.mark.parametrize(
    ("text", "sure"),
    [
        ("作出承诺7条。一年来，完成7条，继续推进1条。", [True]),
        ("登记在册74户218人，已消除风险61户，未消除23户。", [True]),
        ("年度检修57项，按期34项，延误21项。", [False]),
        ("吸纳务工者75人，留下来的52人，走掉的33人没有人问过。", [False]),
        ("年度检修57项，按期34项，延误23项。", []),
        ("接警2140起，调处2093起，其中复发的57起。", []),
        ("检修12项，8项提前，外包的5项都按期。", []),
        ("抽查材料64份，齐全的55份，有8份是我签的字。", []),
        ("检查企业87家，合格的75家，有10家是新开的。", []),
        ("抽查材料64份，合格的55份，有8份不齐全。", [False]),
        ("规划大棚120座，建成76座，投产52座，闲置24座。", []),
        ("未结的积案11件，结了6件，没结的5件里，有2件拖了三年。", []),
        ("整改清单17项，改完14项，正在整改3项，还有5项是班子共性问题。", []),
        ("目前完成18条，占计划21条的85.7%；正在推进2条，移交1条。", []),
        ("建档86人，其中一中队28人、二中队24人、三中队34人，谈过55人，没有谈的31人。", []),
    ],
)
def test_what_is_left_by_its_numbers(text, sure):
    """What words tell to be left is surely so; three that are but a slip from adding up are a whole and its parts."""
    assert [each.sure for each in left_over.find(text, figures.find(text))] == sure


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("计划的5个村已完成4个，东岭村、沙埠村仍在施工。", [("东岭村", "沙埠村")]),
        ("全镇8个社区建成6个，柳林社区还没有选址。", [("柳林社区",)]),
        ("12所学校已改造9所，东坡小学、石桥小学尚未动工。", [("东坡小学", "石桥小学")]),
        ("计划的5个村已完成3个，东岭村、沙埠村仍在施工。", []),
        ("5个村已完成3个，东岭村由驻村干部、沙埠村由我负责。", []),
        ("4个乡镇已上线3个，东岭村、沙埠村因信号差没有用上。", []),
        ("12所学校已改造9所，东坡小学等还没有动工。", []),
    ],
)
def test_what_is_left_by_name(text, names):
    """What is left may be told by its names, of the same kind as the whole."""
    assert [each.names for each in left_over.by_name(text, figures.find(text))] == names
