"""Who writes a material, by its name lines: 单位, 职务, 姓名. What is not sure is left open.

A form is filled with it, which the writer reads and corrects; so a unit that is taken for part of a post does no harm,
and a name that is not there is not guessed.
"""

from __future__ import annotations

from functools import lru_cache

from assistant.decisions import Profile
from assistant.language import placeholders
from assistant.language.names import COMPOUND, SURNAMES
from assistant.patterns import compiled_later
from assistant.structure.outline import MaterialOutline

# What labels before name lines stand for: a field of Profile, or unit and post in one
_BOTH = "unit_and_post"
_LABELS = {
    **dict.fromkeys(("单位", "所在单位", "部门", "所在支部"), "unit"),
    **dict.fromkeys(("职务", "岗位"), "post"),
    **dict.fromkeys(("姓名", "汇报人", "报告人", "述职人", "发言人", "检查人"), "name"),
    **dict.fromkeys(("单位及职务", "单位职务"), _BOTH),
}
_ANY_LABEL = "|".join(sorted(_LABELS, key=len, reverse=True))
_LABELLED = compiled_later(rf"({_ANY_LABEL})\s*[:：]\s*(.+?)(?=\s+(?:{_ANY_LABEL})\s*[:：]|\s*[，,；;]|$)")
_BEFORE_NAME = compiled_later("(?<=.)\\s*[·•—–:：，,]+\\s*(?=\\S{2,4}$)")
_BETWEEN_WORDS = compiled_later(r"[-_—+＋\s（）()]+")
_DATE = compiled_later(
    r"[0-9〇○一二三四五六七八九十]{2,4}\s*年\s*[0-9一二三四五六七八九十]{1,3}\s*月(?:\s*[0-9一二三四五六七八九十]{1,3}\s*日)?"
)
# 纪检组长, 派驻纪检监察组组长, 四级调研员, 总会计师, 工会主席: what a post may begin with besides a body and 副
_KIND = (
    "(?:(?<!总)工会(?=副?主席)|(?<=、)办公室(?=副?主任)|[一二三四]级(?!高级)|专职|专务|兼职|(?:县|市|区|省)?(?:纪委监委|纪委|监委)?派驻?(?=纪检)|(?:派驻)?纪检(?:监察)?组?(?=[副组委专])"
    "|(?:[一二三四]级)?(?:高级|主任|助理)(?=工程师|主办)|总(?=会计|工程|经济|农艺|审计|统计|法律|规划|畜牧|兽医|药剂))?"
)
_RANK = (
    "(?:(?:党组|党委|党总支|党支部|总支|支部|支委|机关党委|纪委|纪检组|工会|团委)(?=[书副委成组]))?(?:常务副|第一|副|原)?"
    + _KIND
    + "(?:副)?"
)
_POST = (
    "(?:书记|委员|常委|成员|主任委员|主任科员|主任|主席|局长|厅长|处长|科长|股长|所长|院长|校长|园长|部长|省长|州长|县长|区长|市长|镇长|乡长|村长|馆长|台长|社长|团长"
    "|组长|队长|站长|行长|厂长|总经理|经理|董事长|总监|主管|会计师|经济师|农艺师|审计师|统计师|规划师|畜牧师|兽医师|药剂师|法律顾问|主办|科员|(?:社区|驻村|责任区|户籍|治安)?民警|辅警|网格员|调研员|巡视员|会计|出纳|教师|教授|讲师|医师|护士长|工程师|总工程师|秘书长|政委|指导员|检察长|庭长|法官|干事|秘书)"
)
_POSTS = compiled_later(rf"{_RANK}{_POST}(?:[、，,兼和\s]*{_RANK}{_POST})*$")
_POST_THEN_NAME = compiled_later(rf"^(?P<head>.*{_POST})(?P<name>.{{2,4}})$")
_UNIT_END = compiled_later(
    r"(?:局|委|办|办公室|中心|公司|集团|学校|大学|学院|中学|小学|幼儿园|医院|院|所|处|科|室|厅|部|站|队|镇|乡|村|街道|社区|支部|党组|党委|总支|政府|人大|政协|银行|支行|厂|馆|台|社|联|工会|团委|法庭|庭|会|县|区|市|省|州|旗|组)$"
)
_BRACKETS = "（）()【】〔〕[]《》 　\t"
_LONGEST = 24  # characters of a unit's name
_NAME_AND_POST = compiled_later(r"^(?P<name>[^（(\s]{2,4})[（(](?P<rest>[^（）()]{2,30})[)）]$")
_UNIT_NAME_AND_POST = compiled_later(
    r"^(?P<unit>[^（(]{2,24}?)\s+(?P<name>[^（(\s]{2,4})\s*[（(](?P<rest>[^（）()]{2,30})[)）]$"
)
_UNIT_OF_TITLE = compiled_later(
    r"^(?:关于)?(?P<unit>[^0-9，。：；“”]{2,24}?)(?:20[0-9]{2}年度?)?(?:(?:专题)?(?:民主|组织)生活会)?(?:领导)?班子(?=[0-9对民专的]|成员|$)"
)


def of(text: str, material: MaterialOutline, file_name: str = "") -> Profile:
    """Read who wrote a material; a name that only the file's name tells is taken from there."""
    unit = post = name = ""
    preface = material.preface_span.of(text).strip().split("\n")[0]  # a unit alone below the title is taken for one
    below = [preface] if len(preface) <= _LONGEST and _UNIT_END.search(preface) else []
    for line in (*material.byline_span.of(text).split("\n"), *below):
        if not line.strip() or placeholders.find(line):
            continue
        own = of_line(line)
        unit, post, name = unit or own.unit, post or own.post, name or own.name
    if not unit and (named := _UNIT_OF_TITLE.match(material.title or "")):
        unit = named["unit"]
    return Profile(unit, post, name or of_file(file_name))


@lru_cache(maxsize=64)  # after a key the same lines stand there
def of_line(line: str) -> Profile:
    """Read what one line says of who writes; nothing where it says nothing."""
    labelled = _LABELLED.findall(line)
    if labelled:
        return _of_labels(labelled)
    line = _DATE.sub("", line.strip("*# ")).strip()
    line = _BEFORE_NAME.sub(" ", line).removesuffix("同志")
    if (whole := _UNIT_NAME_AND_POST.match(line)) and is_name(whole["name"]) and is_unit_or_post(whole["unit"]):
        return post_and_unit(whole["unit"] + whole["rest"])._replace(name=whole["name"])
    if (both := _NAME_AND_POST.match(line)) and is_name(both["name"]):
        return post_and_unit(both["rest"])._replace(name=both["name"])
    words = line.strip(_BRACKETS).split()
    for count in (1, 2):  # 张三, or 张　三
        for rest, last in ((words[:-count], words[-count:]), (words[count:], words[:count])):
            joined = "".join(last)
            if len(words) >= count and is_name(joined) and (count == 1 or all(len(each) == 1 for each in last)):
                return post_and_unit("".join(rest))._replace(name=joined)
    glued = _POST_THEN_NAME.match("".join(words))
    if glued and is_name(glued["name"]):
        return post_and_unit(glued["head"])._replace(name=glued["name"])
    return post_and_unit("".join(words))


def _of_labels(labelled: list[tuple[str, str]]) -> Profile:
    """Read 「单位：…　职务：…　姓名：…」; one label may hold more than its own: 「汇报人：某局党组成员 张三」."""
    unit = post = name = ""
    for label, said in labelled:
        words = said.strip(_BRACKETS).split()
        field, joined = _LABELS[label], "".join(words)
        if field == _BOTH or (field == "name" and not is_name(joined) and words and is_unit_or_post(words[0])):
            own = of_line(" ".join(words))
        else:
            own = Profile(**{field: joined if field == "name" and is_name(joined) else " ".join(words)})
        unit, post, name = unit or own.unit, post or own.post, name or own.name
    return Profile(unit, post, name)


def is_name(words: str) -> bool:
    """Tell whether words are surely a person's name: a family name and no more than one or two characters after it."""
    if not 2 <= len(words) <= 4 or not all("\u4e00" <= letter <= "\u9fff" for letter in words):
        return False
    if _POSTS.search(words) or _UNIT_END.search(words):
        return False
    return words[:2] in COMPOUND.split("|") or (words[0] in SURNAMES and len(words) <= 3)


def is_unit_or_post(words: str) -> bool:
    """Tell whether words end as the name of a unit or a post does: 保障科, whose 保 is a family name too."""
    return bool(_POSTS.search(words) or _UNIT_END.search(words))


def post_and_unit(words: str) -> Profile:
    """Part a unit from the post in it: 市住房保障中心副主任. What is neither is left out."""
    if not words:
        return Profile()
    post = _POSTS.search(words)
    if post is None:
        return Profile(unit=words if _UNIT_END.search(words) else "")
    unit = words[: post.start()]
    if unit and not (len(unit) >= 2 and _UNIT_END.search(unit) and "、" not in unit):
        return Profile(post=words)
    return Profile(unit, post[0])


def of_file(file_name: str) -> str:
    """Find the name in 「2025年度…对照检查材料-张三.docx」."""
    pieces = _BETWEEN_WORDS.split(file_name.rpartition(".")[0])
    return next((piece for piece in reversed(pieces[1:]) if is_name(piece)), "")
