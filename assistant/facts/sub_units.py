"""Which units have which houses and offices: 教务处 a school, 护理部 a hospital, 支行 a bank, 派出所 the police."""

from __future__ import annotations

from assistant.patterns import compiled_later
from assistant.text_memory import remembered

# What a house or office is called, and what the name of a unit holds that has such, or is above those that have
_KINDS = tuple(
    (compiled_later(names), compiled_later(f"{units}|{_ALL}"))
    for _ALL in ("[省市县区州]委(?!员)|[省市县区州](?:人民)?政府|人大|政协|纪委|监委|组织部|巡察|派驻|机关工委",)
    for names, units in (
        (
            "教务|招生办|教研|年级|德育处|政教处|教学部|学工处|辅导员|[^体关联]系(?=教师|学生|$)|教工|教师|学生",
            "校|学院|大学|中学|小学|幼儿园|教育|教体|一中|二中|三中|四中|党校|职教|高专|卫校",
        ),
        (
            "护理部|医务科|[内外儿妇骨]科|产科|妇产|门诊|药剂|检验科|手术室|急诊|住院部|病区|影像科|麻醉|临床",
            "医|卫生|卫健|疾控|保健院|妇幼|血站|急救|校|学院|大学|海关|市场监|检验",
        ),
        (
            "车间|班组|分公司|子公司|项目部|事业部|工段|轧钢|炼钢",
            "公司|集团|厂|矿|国资|企|社|电|煤|油|铁|邮政|烟草|路桥|银行|银|建筑",
        ),
        ("支行|信贷|营业部|分理处|柜面", "银行|农商|农信|信用社|金融|支行|分行|邮政|证券|保险"),
        ("派出所|刑侦|刑警|交警|治安大队|特巡警|看守所|户政|经侦|禁毒", "公安|派出所|政法"),
        ("司法所", "司法"),
        ("财政所", "财政|镇|乡|街道"),
        ("税务[所分]|征管科|办税", "税务"),
        ("供电所|变电|配电|输电|抄核收", "电"),
        ("市场监管所|工商所", "市场监|工商"),
        ("自然资源所|国土所|测绘队", "自然资源|国土|规划"),
        ("卫生院|卫生室|医共体", "卫生|卫健|医|疾控|镇|乡"),
        ("小学|中学|幼儿园|(?<!党)学校", "校|学院|大学|中学|小学|幼儿园|教育|教体|教委|镇|乡|街道"),
        ("法庭|执行局|审判庭|立案庭", "法院|政法"),
        ("检察室|公诉科", "检察|政法"),
        ("换热站|热源厂", "热|供暖|住建|城管"),
        ("养护站|公路站|治超站|客运站|运管所", "交通|公路|运|路"),
        ("林场|护林站|林业站", "林|草|公园|农|镇|乡"),
        ("水管站|灌区管理|水库管理", "水|灌|镇|乡|农"),
        ("社区|居委会", "社区|街道|镇|乡|民政|党群|社会工作|卫生|公安|派出所|城"),
        ("行政村|村委会", "镇|乡|街道|村|农|民政|公安|派出所"),
    )
)


@remembered(64)  # after a key the same names stand there
def of_another(name: str, head: str) -> str:
    """Give what of a name is a house or office that a unit of the writer's line of work has not; "" where nothing is.

    `head` is what tells whose text it is. One that units of every kind have, as 办公室, is nobody's in particular, and with no
    head nothing is.
    """
    found = (kind.search(name) for kind, own in _KINDS if not own.search(head)) if head.strip() else ()
    return next((match[0] for match in found if match), "")
