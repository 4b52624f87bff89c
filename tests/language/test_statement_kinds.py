"""What was done well and what is to be done are known by all the words of a statement, in wordings nobody listed."""

import pytest

from assistant import paths
from assistant.language.statement_kinds import (
    is_done_well,
    is_intended,
    is_worded_as_account,
    is_worded_as_fault,
    is_worded_as_measure,
    lacks,
    parse,
)
from assistant.strict_toml import DataError

# None of these was weighed: they are of other posts and trades than the told statements.
DONE_WELL = (
    "我连着四个通宵守在变电站，终于让全城亮了起来",
    "图书馆改到周末开放以后，借书的人翻了一番，读者连声称谢",
    "养护队冒着风雪清出了全部三十公里山路",
    "我带着三名法官把积案一件一件清了个干净",
    "林区连续十年没有发生一起火情，省里专门发来贺信",
    "博物馆新展开放首月迎来八万名观众，好评不断",
    "我给自己立了铁规矩，工程老板的电话一律不接",
    "供销社扭亏为盈，社员人人分到了红",
    "老支书见人就夸我们这届班子",
    "我把上访老人接到家里吃饭，帮她办妥了全部手续",
    "我们的教案被全市中学采用",
    "三年来我没有休过一个完整的假期，项目样样走在前头",
    "台风那夜，我挨家敲门，四百多人全部安全转移",
    "邮路全线畅通，投递准点率全省第一",
    "产业园引来九家龙头企业，年产值突破二十亿元",
    "我坚持每天到车间转一圈，工人的心事都愿意跟我讲",
    "合唱队拿回了全国金奖",
    "每一笔善款都公示得明明白白，捐赠人十分放心",
    "病房里的老人都把我当亲闺女",
    "抢修队十五分钟到场，两小时恢复供气",
)
INTENDED = (
    "开年先把六座泵站的底账摸清",
    "拟请审计部门逐笔复核，查清一笔公开一笔",
    "往后接访日我雷打不动坐在大厅里",
    "争取汛前把三处险段全部加固",
    "会后马上建立台账，明确专人盯办",
    "要把病人的难处放在心上，多到床边坐一坐",
    "将在下学期推行家长开放日",
    "打算同每名司机谈一次心，把家里的困难记下来",
    "明年春季起，每周三到车间跟班半天",
    "健全约谈机制，对进展慢的逐个约谈",
    "务必在清明前把进山路口的检查站建起来",
    "以此为镜，管好身边人身边事",
)
NEITHER = (
    "把班组当成山头，把弟兄当成自家人",
    "1997年我扛着标尺进山，和队员吃一锅饭，谁家里来了信都晓得",
    "2005年到2009年我在库区当巡管员，哪段坝脚爱渗水都记在心里",
    "在镇上当兽医那些年，谁家母牛哪天下崽我都守在圈边",
    "运维班26名队员，人均在外值守190天，最长的251天",
    "分给我的21件来信，没有一件投诉是我上门答复的",
    "参加党小组会当看客，评议干部当好人",
    "第1条、第2条，根子都在这儿",
    "窗口排队最长的一次等了一个半小时",
    "会上念文件念了四十分钟，轮到讨论已经散场",
    "全站职工43人，其中驾驶员21人",
    "他来办证，我让他下周再来",
    "巡线本上写着“正常”，线路下面却盖起了棚子",
    "展厅的说明牌还是五年前的",
    "我把电话调成静音，第二天上午才看到",
    "那场火是护林员发现的，我在镇上吃饭",
    "账是会计记的，我签了字",
    "司机们私下都说排班看人情",
    "读者留言本摆在角落，翻开的那页是前年的",
    "当时我想，差不多就行了",
    "全年应召开支委会12次，召开9次",
    "主要负责同志要求每月调度一次，我半年调度了一次",
    "老师傅退休时说，徒弟的手艺他放不下心",
    "上级规定三日内答复，我用了八日",
    "有人提出把旧仓库改成活动室，我说以后再议",
    "两台设备，一台在用，一台在库里",
    "考勤表上，我的名字后面都打着勾",
    "学习时我坐在后排翻手机",
)


def test_most_of_what_was_done_well_is_known():
    assert sum(map(is_done_well, DONE_WELL)) >= 0.6 * len(DONE_WELL), [e for e in DONE_WELL if not is_done_well(e)]


def test_most_of_what_is_to_be_done_is_known():
    assert sum(map(is_intended, INTENDED)) >= 0.7 * len(INTENDED), [each for each in INTENDED if not is_intended(each)]


@pytest.mark.parametrize("statement", NEITHER)
def test_nothing_else_is_taken_for_either(statement):
    assert not is_done_well(statement)
    assert not is_intended(statement)


@pytest.mark.parametrize(
    ("statement", "lacking"),
    [("一件也没落下", False), ("从不推诿，没有打过退堂鼓", False), ("没有推进", True), ("一件也没有办", True)],
)
def test_that_nothing_bad_happened_lacks_nothing(statement, lacking):
    assert lacks(statement) is lacking


def test_the_weights_are_of_single_parts_and_each_tells_something():
    read = parse((paths.resources() / "kinds" / "statements.json").read_text("utf-8"), "statements.json")

    assert list(read.of) == sorted(read.of)
    assert all(map(any, (read.bias, *read.of.values())))
    assert len(read.of) > 800


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ('{"bias":[1,2,3,4],"weights":{"难":[3,4,5,6]', "s.json：不是有效的JSON"),
        ("", "s.json：不是有效的JSON"),
        ("[" * 100_000, "不是有效的JSON"),
        ("[]", "s.json：应为表，现为 \\[\\]"),
        ('{"bias":[1,2,3,4]}', "缺少 weights"),
        ('{"bias":[1,2,3,4],"weights":{},"more":1}', "没有认出的键 more，可用的有 bias、weights"),
        ('{"bias":[1],"weights":{}}', "s.json.bias：应为4个整数，现为1个"),
        ('{"bias":[1,2,3,4],"weights":{"难":[3,4,5]}}', "s.json.weights.难：应为4个整数，现为3个"),
        ('{"bias":[1,2,3,4],"weights":{"难":[3,4.5,5,6]}}', "s.json.weights.难\\[1\\]：应为整数，现为 4.5"),
        ('{"bias":[1,2,3,4],"weights":{"难":[3,NaN,5,6]}}', "s.json.weights.难\\[1\\]：应为整数，现为 nan"),
        ('{"bias":[1,2,3,4],"weights":[["难",3,4,5,6]]}', "s.json.weights：应为表，现为 "),
        ('{"bias":[1,2,3,4],"weights":{"难题关":[3,4,5,6]}}', "“难题关”应为一个或两个字"),
        ('{"bias":[1,2,3,4],"weights":{"":[3,4,5,6]}}', "“”应为一个或两个字"),
        ('{"bias":[1,2,3,4],"weights":{"难":[3,4,5,6],"难":[5,6,7,8]}}', "“难”写了两次"),
        ('{"bias":[true,2,3,4],"weights":{}}', "应为整数，现为 True"),
    ],
)
def test_weights_that_cannot_be_are_refused_with_where_and_why(source, told):
    with pytest.raises(DataError, match=told):
        parse(source, "s.json")


@pytest.mark.parametrize(
    "statement",
    [
        "对没有验收的3座冷库逐座查明原因，4月底前全部补验",
        "每月抽查处方不少于60张，发现不合理用药的，当周约谈开方医生",
        "2026年5月底前把欠缴的租金收回八成以上，由我每半月调度1次",
        "建立夜班交接双签制度，漏签的不得下班，护士长每周核对1次",
        "6月底前修订值班办法，迟报的一律在例会上说明",
        "对超期未结的11起工伤认定，由分管负责人包案，一季度内全部办结",
        "每季度到联系的船队跟航1次，听船员意见不少于5条",
        "年内完成12所村小的屋顶防水改造，每月通报进度",
    ],
)
def test_a_measure_is_known_though_words_of_what_lacks_stand_in_it(statement):
    assert is_worded_as_measure(statement)
    assert not is_worded_as_fault(statement)


@pytest.mark.parametrize(
    "statement",
    [
        "对青年船员的思想关心不够，谈话多是走过场",
        "有4户搬迁户反映水压不足，我批转以后没有再过问",
        "把学习当成软任务，全年自学只有9次，心得有一半是抄的",
        "怕得罪老同事，看见考勤造假也没有点破",
        "仓库账实不符拖了半年，我一直没有到场盘点",
        "图省事，验收单由别人代签，自己没有细看",
    ],
)
def test_a_problem_is_known_by_all_its_words(statement):
    assert is_worded_as_fault(statement)
    assert not is_worded_as_measure(statement)


@pytest.mark.parametrize(
    "statement",
    [
        "县里要求6月底前完成，我们到9月才完成7座",
        "按规定每月应查1次，全年只查了5次",
        "原定每季度下船1次，实际一次没有去",
        "每次开会都由我先定调子，其他同志不便再说",
        "7月底检查发现，4个灭火器早已过期",
        "制度建立了不少，落实的没有几条",
        "定下6月底前完成锅炉评估，8月20日才完成，推迟51天",
        "市委巡察组2月反馈问题28个，到11月底已完成整改26个，剩余2个与合同有关",
        "马师傅4月9日申请行政复议，6月3日处罚决定被撤销",
        "上半年将工作群由31个精简到12个，11月又新建3个，增至15个",
        "前11个月要求乡镇文化站上报材料39份，其中21份内容交叉，站长一个人要对接局里5个股室",
    ],
)
def test_what_was_asked_for_and_not_done_is_no_measure(statement):
    assert not is_worded_as_measure(statement)


@pytest.mark.parametrize(
    "statement",
    [
        "针对渡口救生衣不足的问题，全部补齐，比上年多配60件",
        "去年查摆的问题已整改到位，群众满意率由81%提高到94%",
        "针对到渔村少的问题，到联系的3个渔村走访12次，协调解决码头照明等问题5个",
        "针对工单超期的问题，推行限时办结，平均时间由9天降到5天",
    ],
)
def test_what_was_put_right_is_known_by_all_its_words(statement):
    assert is_worded_as_account(statement)


@pytest.mark.parametrize(
    "statement",
    [
        "针对渡口救生衣不足的问题，我只发了一个通知，没有再去看",
        "去年查摆的问题整改不彻底，今年又有3条反弹",
        "到联系的3个渔村走访2次，比要求少10次",
        "超期工单已积了40件，我没有过问",
    ],
)
def test_what_was_not_put_right_is_no_account(statement):
    assert not is_worded_as_account(statement)
