"""Lines of work: by which words of its name a unit stands in one, and by which words a text speaks of it."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from assistant.patterns import compiled_later


class Line(NamedTuple):
    """A line of work.

    `names`: how texts call it, the longest first; `units`: what of a unit's name tells it; `words`: what is spoken of in it.
    """

    names: tuple[str, ...]
    units: str
    words: str


_LINES = (
    Line(
        ("水利水务", "水利", "水务"),
        "水利|水务|河湖|水库|灌区",
        "水利|水务|水库|河道|河长|河湖|灌溉|灌区|防汛|抗旱|供水|水网|水土保持|水资源|泵站|堤防|水费",
    ),
    Line(
        ("交通运输", "交通", "公路"),
        "交通(?!银行|警察)|公路|运管|海事",
        "交通|公路|运输|海事|港口|客运|货运|路网|公交|治超|养护",
    ),
    Line(
        ("教育体育", "教育", "教学", "职业教育", "学前教育"),
        "教育|学校|中学|小学|高中|大学|学院|幼儿园|职教",
        "教师(?!爷)|师生|学生|中学(?!习)|小学|高中|课堂|校园|幼儿|教学|学校|教育局|家长",
    ),
    Line(
        ("卫生健康", "医疗卫生", "卫生", "医疗", "疾病预防控制"),
        "医院|卫生|卫健|疾控|妇幼|医疗",
        "医院|卫生|医疗|卫健|疾控|妇幼|医生|医护|患者|病人|门诊|诊疗|临床|护理|接种|药",
    ),
    Line(
        ("农业农村", "农业", "畜牧", "农机"),
        "农业|农村局|畜牧|农机|农技",
        "农业|农村局|农技|农机|畜牧|种植|种子|粮|耕地|农田|春耕|农产品|合作社|养殖|撂荒|厕所|宅基地|病虫|人居环境|农资",
    ),
    Line(
        ("民政",),
        "民政",
        "民政|低保|养老|敬老院|殡葬|救助|婚姻|社会组织|特困|孤儿|留守|慈善|残疾",
    ),
    Line(
        ("住房城乡建设", "住房保障", "住建"),
        "住房|住建|城乡建设|房产|公积金",
        "住房|保障房|公租房|廉租|物业|小区|工地|燃气|污水|棚改|房地产|租户|租金|公积金|施工|建筑|危房",
    ),
    Line(
        ("文化旅游", "文旅", "文化广电旅游", "公共文化"),
        "文化|文旅|旅游|图书馆|博物馆|文化馆|广电",
        "文化|文旅|旅游|景区|游客|图书|读者|博物|展览|展厅|馆藏|非遗|演出|文物|民宿|院团|广电",
    ),
    Line(("自然资源",), "自然资源|国土", "自然资源|不动产|土地|耕地|矿|规划|地灾|地质|测绘|用地|宗地|违建"),
    Line(("生态环境", "环境保护"), "生态环境|环境保护|环保", "排污|环评|污染|大气|水质|监测|扬尘|环境|固废|危废|环保"),
    Line(
        ("市场监管", "市场监督管理"),
        "市场监管|市场监督",
        "市场|食品|药品|特种设备|执照|商户|经营户|抽检|抽查|计量|电梯|餐饮|广告|投诉|执法",
    ),
    Line(("应急管理",), "应急管理|安监", "安全生产|隐患|应急|事故|危化|矿山|防灾|防火|演练|消防"),
    Line(("税务", "税收"), "税务", "税|发票|征管"),
    Line(("财政",), "财政", "预算|财政|资金|国库|采购|绩效|债务|决算|专户"),
    Line(("审计",), "审计", "审计"),
    Line(("统计",), "统计", "统计|普查|数据|报表|样本|调查"),
    Line(("公安",), "公安|派出所|交警|刑侦", "派出所|民警|交警|辅警|刑侦|警务|公安|治安|巡逻|反诈|出警|警情|案件"),
    Line(
        ("政法", "司法行政", "检察", "审判", "法院"),
        "司法|法院|检察|政法委",
        "案|审判|司法|法官|检察|执行|调解|矫正|律师|普法|法律",
    ),
    Line(("供热",), "热力|供热|供暖", "供热|热力|供暖|换热|锅炉|管网|室温|停热"),
    Line(("供水",), "供水|自来水|水务", "供水|自来水|水厂|管网|水表|漏损|停水|水务|水质"),
    Line(("电力", "供电"), "供电|电力|电网", "供电|电网|电厂|发电|用电|停电|线路|电力|变压器"),
    Line(("金融",), "银行|信用社|农商|金融|农信|保险", "银行|信用社|农信|信贷|贷款|支行|保险|存款|网点|授信|不良|金融"),
    Line(("林业", "林业草原", "林草"), "林业|林草|林场", "林|草原|护林|防火"),
    Line(
        ("人力资源和社会保障", "人力资源社会保障", "就业"),
        "人力资源|人社|社保|就业",
        "就业|社保|工资|欠薪|职称|参保|仲裁|招聘|培训|养老保险",
    ),
    Line(
        ("城市管理", "城管", "环卫"),
        "城市管理|城管|综合执法|综合行政执法|环卫|市政",
        "城管|城市管理|垃圾|保洁|市容|占道|摊|环卫|渣土|路灯|执法|市政",
    ),
    Line(("纪检监察", "纪检"), "纪委|监委|派驻", "纪委|监委|派驻|纪检"),
    Line(("组织", "组工"), "组织部", "组织部"),
    Line(("宣传",), "宣传部|文明办|融媒|网信", "宣传部|文明办|融媒|网信"),
    Line(("统战",), "统战", "统战部|民宗|宗教|侨|工商联"),
)
# What 教育 is in everybody's material
_NO_SCHOOLING = compiled_later(
    "(?:学习|主题|专题|警示|集中|党性|廉政|廉洁|纪律|法治|思想|政治|家庭|家风|宣传|党员|受|再|批评|提醒)教育(?!系统|战线|行业)|教育(?:管理|引导|监督|培训|期间|整顿|帮助|提醒|活动)"
)
NAMES = tuple(name for line in _LINES for name in line.names)


def named(name: str) -> Line | None:
    """Give the line of work that texts call so."""
    return next((line for line in _LINES if name in line.names), None)


def of_unit(unit: str) -> list[Line]:
    """List the lines of work of a unit by its name: two for 水务, none for a 镇 or a 办公室."""
    return [line for line in _LINES if _pattern(line.units).search(unit)]


def count(name: str, text: str) -> int:
    """Count how often a text names a line of work; the 教育 of 学习教育, 警示教育 and the like is none."""
    return (_NO_SCHOOLING.sub("", text) if name == "教育" else text).count(name)


def is_spoken_of(line: Line, text: str) -> bool:
    """Tell whether a text speaks of a line of work at all."""
    return _pattern(line.words).search(text) is not None


def spoken_of(line: Line, text: str) -> list[str]:
    """List the words by which a text speaks of a line of work, each as often as it stands there."""
    return _pattern(line.words).findall(text)


def most_spoken_of(text: str) -> tuple[Line, list[str]]:
    """Give the line of work that a text speaks of most, with the words."""
    told = [(line, spoken_of(line, text)) for line in _LINES]
    return max(told, key=lambda each: len(each[1]))


@cache
def _pattern(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)
