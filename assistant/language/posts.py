"""In a unit of which kind a post can be held: 镇长 in a 镇, 校长 in a school; 主任 or 科长 in any."""

from __future__ import annotations

from assistant.patterns import compiled_later
from assistant.text_memory import remembered

# What of a post tells the kind of its unit, and what stands where unit and posts of whoever holds it are named
_KINDS = tuple(
    (compiled_later(post), compiled_later(head))
    for post, head in (
        (
            "(?<![园社小])[县区市州旗省]长|[县区市州旗省]委(?:常委|副?书记)",
            "政府|(?<![社园小])[县区市州旗省]长|[县区市州旗省]委(?:常委|副?书记|委员|班子|领导)|[县区市州旗省]委$",
        ),
        ("(?<!城)[镇乡](?:长|党委)", "(?<!城)[镇乡]"),
        ("街道", "街道|办事处"),
        ("局长|局党[组委]", "局|中心|[所站队馆办部处厅署]|(?:[改健信资]|(?<!党)工)委"),
        ("厅长|厅党[组委]", "厅"),
        ("校长|校党[委组总]", "校|学院|大学|[一-龥]学(?=党|支|副|$)|[一二三四五六七八九]中(?!全)|幼儿园"),
        ("院长|院党[委组总]", "院"),
        (
            "董事长|总经理|厂长|公司|车间主任",
            "公司|集团|厂|银行|支行|社|矿|场|企|投|经理|供电|电网|烟草|铁路|邮政|石油|石化",
        ),
        ("村(?:党|支|主任|委会|长)", "村|第一书记|[镇乡]|街道"),
        ("从警", "公安|警|派出所|监狱|戒毒|司法|法院|检察|政法"),
        ("从教|执教", "校|教|学|幼儿园"),
        ("从医|行医", "医|卫|疾控|疾病|妇幼|院"),
        ("从检", "检|监察|纪|政法|海关|市场监管"),
        ("从税", "税|财政"),
        ("检察长|检察院党", "检察"),
        ("(?<![家门前])庭长", "法院|法庭|庭"),
        ("(?<![银同])行长", "行|农商|信用|金融"),
        ("护士长", "医|卫|护|院"),
        ("社区(?:党|支|主任|书记|居委)", "社区|街道|[镇乡]"),
    )
)


@remembered(16)  # after a key the same lines stand there
def is_of_another_kind(post: str, head: str) -> bool:
    """Tell whether a post is held in a unit of a kind of which the lines that name the writer's unit and posts say nothing.

    A post that may be held anywhere, as 主任, is of no other kind, and with no such lines nothing is.
    """
    return bool(head.strip()) and any(kind.search(post) and not own.search(head) for kind, own in _KINDS)
