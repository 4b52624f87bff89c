"""Who writes a material, by its name lines: 单位, 职务, 姓名. What is not sure is left open.

A form is filled with it, which the writer reads and corrects; so a unit that is taken for part of a post does no harm,
and a name that is not there is not guessed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from assistant.decisions import Profile
from assistant.language import names, placeholders
from assistant.language.names import COMPOUND, SURNAMES
from assistant.patterns import compiled_later
from assistant.structure import bylines, closing
from assistant.structure.head_notes import is_note
from assistant.structure.outline import MaterialOutline
from assistant.structure.unnumbered import squeezed
from assistant.text import solid
from assistant.text_memory import remembered

# What labels before name lines stand for: a field of Profile, or unit and post in one
_BOTH = "unit_and_post"
_LABELS = {
    **dict.fromkeys(("单位", "所在单位", "工作单位", "部门", "所在部门", "所在支部", "党支部", "所在党支部"), "unit"),
    **dict.fromkeys(("职务", "岗位", "现任职务", "党内职务", "职务职级"), "post"),
    **dict.fromkeys(("姓名", *names.WRITER_LABELS.split("|")), "name"),
    **dict.fromkeys(("单位及职务", "单位职务", "单位和职务", "工作单位及职务"), _BOTH),
}
_ANY_LABEL = "|".join(r"\s*".join(label) for label in sorted(_LABELS, key=len, reverse=True))  # 姓　名
_OTHER_LABEL = r"性\s*别|民\s*族|政治面貌|出生年月|日\s*期|时\s*间|联系电话|电\s*话|入党时间|学\s*历"  # what ends a value, beside those
_BEHIND_LABEL = r"(?:\s*[:：]\s*|(?<!支部|部门|岗位|署名|作者)\s+)"  # 「党支部 张三」 is no pair of label and value
_LABELLED = compiled_later(
    rf"(?<![^\s，,；;/|｜])({_ANY_LABEL}){_BEHIND_LABEL}(?!(?:{_ANY_LABEL})(?!\S))(.+?)"
    rf"(?=\s+(?:{_ANY_LABEL}|{_OTHER_LABEL}){_BEHIND_LABEL}|\s+[\u4e00-\u9fff]{{2,6}}\s*[:：]|\s*[，,；;/|｜]|$)"
)
_BEFORE_NAME = compiled_later("(?<=.)\\s*[·•—–:：，,|｜/]+\\s*(?=\\S{2,4}$)")
_BEHIND_NAME = compiled_later(r"(?:(?<=^..)|(?<=^...)|(?<=^....))[，,]\s*(?=\S)")
_BETWEEN_WORDS = compiled_later(r"[-_—+＋\s（）()]+")
_DATE = compiled_later(
    r"20[0-9]{2}[./．-][0-9]{1,2}(?:[./．-][0-9]{1,2})?|[0-9〇○一二三四五六七八九十]{2,4}\s*年\s*[0-9一二三四五六七八九十]{1,3}\s*月(?:\s*[0-9一二三四五六七八九十]{1,3}\s*日)?"
)
# 纪检组长, 派驻纪检监察组组长, 四级调研员, 总会计师, 工会主席: what a post may begin with besides a body and 副
_KIND = (
    "(?:(?<!总)工会(?=副?主席)|(?:组织|宣传|纪检|学习|青年|生活|统战|群众)(?=委员)|(?:党务|党建|政工|组工)(?=干事)|(?<=、)办公室(?=副?主任)|[一二三四]级(?!高级)|专职|专务|兼职|(?:县|市|区|省)?(?:纪委监委|纪委|监委)?派驻?(?=纪检)|(?:派驻)?纪检(?:监察)?组?(?=[副组委专])"
    "|(?:[一二三四]级)?(?:高级|主任|助理)(?=工程师|主办)|总(?=会计|工程|经济|农艺|审计|统计|法律|规划|畜牧|兽医|药剂))?"
)
_RANK = (
    "(?:驻村)?(?:(?<!第[一二三四五六七八九十0-9])(?<!第[一二三四五六七八九十0-9]党)(?:党组|党委|党总支|党支部|总支|支部|支委|机关党委|纪委|纪检组|工会|团委)(?=[书副委成组宣学青生统]|纪检))?(?:常务副|第一|副|原|分(?=[局校行]长))?"
    + _KIND
    + "(?:副)?"
)
# 组织委员, 宣传统战委员; 武装部长, who leads 武装部 and no 武装
_DUTY = "(?:组织|宣传|统战|纪检|政法|青年|群工|保密|监察|文体|妇女){1,2}委员|(?:组织|宣传|统战|(?:人民)?武装)部长"
_POST = (
    f"(?:{_DUTY}|书记|委员|常委|成员|主任委员|主任科员|主任|主席|局长|厅长|处长|科长|股长|所长|院长|校长|园长|部长|省长|州长|县长|区长|市长|镇长|乡长|村长|馆长|台长|社长|团长"
    "|组长|队长|站长|行长|厂长|总经理|经理|董事长|总监|主管|会计师|经济师|农艺师|审计师|统计师|规划师|畜牧师|兽医师|药剂师|法律顾问|主办|科员|(?:社区|驻村|责任区|户籍|治安)?民警|辅警|网格员|调研员|巡视员|会计|出纳|教师|教授|讲师|医师|护士长|工程师|总工程师|秘书长|政委|指导员|检察长|庭长|法官|干事|秘书)"
)
_POSTS = compiled_later(rf"{_RANK}{_POST}(?:[、，,兼和\s]*{_RANK}{_POST})*$")
_POST_THEN_NAME = compiled_later(rf"^(?P<head>.*{_POST})(?P<name>.{{2,4}})$")
_UNIT_END = compiled_later(
    r"(?:局|委|办|办公室|中心|公司|集团|学校|大学|学院|中学|小学|幼儿园|医院|院|所|处|科|室|厅|部|站|队|镇|乡|村|街道|社区|支部|党组|党委|总支|政府|人大|政协|银行|支行|[一二三四五六七八九十]中|高中|党校|厂|馆|台|社|联|工会|团委|法庭|庭|会|县|区|市|省|州|旗|组)$"
)
_SIGNS = f"{bylines.BEFORE}*#"
_NO_NAME = compiled_later("[员工]$|^(?:关于|谢谢|全文|时间|单位|同志|高[管校级]|简[版要介])$")  # that begin as names do
_BRACKETS = "（）()【】〔〕[]《》 　\t"
_LONGEST = 24  # characters of a unit's name
_OF_READER = compiled_later(
    "[^，。；：]{0,12}(?:审[核阅查批]|把关|组织|支部|督导组|领导|书记)[^，。；：]{0,4}意见[:：]?"
)
_LONGEST_CLOSING = 400  # characters that may sign, with their attachments and dates
_NAME_AND_POST = compiled_later(r"^(?P<name>[^（(\s]{2,4})[（(](?P<rest>[^（）()]{1,30})[)）]$")
_UNIT_NAME_AND_POST = compiled_later(
    r"^(?P<unit>[^（(]{2,24}?)\s+(?P<name>[^（(\s]{2,4})\s*[（(](?P<rest>[^（）()]{2,30})[)）]$"
)
_UNIT_OF_TITLE = compiled_later(
    r"^(?:关于)?(?P<unit>[^0-9，。：；“”]{2,24}?)(?:20[0-9]{2}年度?)?(?:(?:专题)?(?:民主|组织)生活会)?(?:领导)?班子(?=[0-9对民专的]|成员|$)"
)
# 「某局副局长张三2025年度…」, 「张三同志民主生活会…」; 「…材料（张三）」
_BEGINS_TITLE = compiled_later(
    r"^(?:关于)?在?(?P<who>[^0-9，。：；“”（）()]{2,44}?)\s*(?P<sure>同志的?|在|个人(?=对照|检视|剖析|发言))?的?(?=20[0-9]{2}|(?:年度)?(?:专题)?(?:民主|组织)生活会|(?:个人)?(?:对照检查|检视剖析|发言提纲|剖析材料|党性分析))"
)
_NO_UNIT = compiled_later(
    "学习|召开|做好|征求|开展|干部|关于|贯彻|落实|专题|主题|精神|教育活动|全体|以案|[开整改查]会|生活会|班子"
)
_ENDS_TITLE = compiled_later(r"[（(](?P<who>[^（）()]{2,30})[)）]$")


def of(text: str, material: MaterialOutline, file_name: str = "") -> Profile:
    """Read who wrote a material; a name that only the file's name tells is taken from there.

    Where the lines name several persons it is the one that the file is called by, with what his own line says of him;
    else nobody, since one's unit under another's name would be nobody's either.
    """
    said = _said(text, material)
    persons = _persons(said)
    if len(persons) > 1:
        called = [each for each in persons if each.name in solid(file_name)]
        unit = "" if said[-1].name else said[-1].unit  # of a title that names nobody: whoever wrote, it is his
        if len(called) == 1:
            return called[0]._replace(unit=called[0].unit or unit)
        return Profile(unit=unit, name=of_file(file_name))
    unit = post = name = ""
    for own in said:
        unit, post, name = unit or own.unit, post or own.post, name or own.name
    return Profile(unit, post, name or of_file(file_name))


def signers(text: str, material: MaterialOutline) -> tuple[str, ...]:
    """List the different persons whom title, name lines and signature name: more than one leave open who wrote it."""
    return tuple(each.name for each in _persons(_said(text, material)))


def _said(text: str, material: MaterialOutline) -> list[Profile]:
    """List what each line says of who wrote, the surest first."""
    return [*map(of_line, _lines(text, material)), _of_title(text, material)]


def _persons(said: Iterable[Profile]) -> tuple[Profile, ...]:
    found: dict[str, Profile] = {}
    for own in said:
        if own.name:
            found.setdefault(solid(own.name), own)
    return tuple(found.values())


def _lines(text: str, material: MaterialOutline) -> Iterator[str]:
    """Yield the lines that may tell who wrote: the name lines, a unit alone below them, those above the title, who signs at the end."""
    preface = material.preface_span.of(text).strip().split("\n")[0]  # a unit alone below the title is taken for one
    below = [preface] if len(preface) <= _LONGEST and _UNIT_END.search(preface) else []
    above = text[material.start : material.title_span.start].split("\n") if material.title else []
    own = material.byline_span.of(text).split("\n")
    named = (line for line in above if line not in own and (bylines.is_byline(line) or bylines.is_unit(line)))
    begin = max(material.front_end, material.end - _LONGEST_CLOSING)
    signed = _signing(text[begin : material.end])
    for line in (*own, *below, *named, *signed):
        if line.strip() and not placeholders.find(line.strip(_SIGNS)) and not is_note(line):
            yield line


@remembered(16)
def _signing(end: str) -> tuple[str, ...]:
    """List the lines that sign the end of a text; a unit's alone says nothing of who wrote, nor does who gives his 意见."""
    lines = end.split("\n")
    rows = [each.number for each in closing.read(lines) if each.role is closing.Role.SIGNATURE]
    above = next((line for line in reversed(lines[: min(rows, default=0)]) if line.strip()), "")
    if _OF_READER.match(above.strip()) or not any(of_line(lines[row]).name for row in rows):
        return ()
    return tuple(lines[row] for row in rows)


def _of_title(text: str, material: MaterialOutline) -> Profile:
    """Read what a title says of who writes: before the year or the meeting, behind it in brackets, or on a line of its own."""
    title = material.title or ""
    before, behind = _BEGINS_TITLE.match(title), _ENDS_TITLE.search(title)
    own = of_line(before["who"]) if before else Profile()
    if before and own.name and (own.post or own.unit or before["sure"]):  # 「高质量2025年度…」 begins as a name does
        return own
    if behind and (own := of_line(behind["who"])).name:
        return own
    first, broken, _ = material.title_span.of(text).partition("\n")
    for words in (squeezed(first.strip()) if broken else "", before["who"] if before else ""):
        if bylines.is_unit(words) and not _NO_UNIT.search(words):
            return Profile(unit=words)
    named = _UNIT_OF_TITLE.match(title)
    return Profile(unit=named["unit"] if named else "")


@remembered(64)  # after a key the same lines stand there
def of_line(line: str) -> Profile:
    """Read what one line says of who writes; nothing where it says nothing."""
    labelled = _LABELLED.findall(_unbracketed(line.strip(_SIGNS)))
    if labelled:
        return _of_labels(labelled)
    line = _DATE.sub("", line.strip(_SIGNS)).strip().removesuffix("同志")
    words = line.strip(_BRACKETS).split()
    if words and _is_of_other_people(words):
        return post_and_unit("".join(words[:-1]))._replace(name=words[-1])
    line = _BEHIND_NAME.sub(" ", _BEFORE_NAME.sub(" ", line))
    if (whole := _UNIT_NAME_AND_POST.match(line)) and is_name(whole["name"]) and is_unit_or_post(whole["unit"]):
        return post_and_unit(whole["unit"] + whole["rest"])._replace(name=whole["name"])
    if (both := _NAME_AND_POST.match(line)) and is_name(both["name"]):
        return post_and_unit(both["rest"])._replace(name=both["name"])
    return _of_words(line.strip(_BRACKETS).split())


def _of_words(words: list[str]) -> Profile:
    """Read a name at either end of some words, or behind a post that it is written together with."""
    words = [word.removesuffix("同志") for word in words if word != "同志"]
    for count in (1, 3, 2):  # 张三, 张 大 三, 张　三
        for rest, last in ((words[:-count], words[-count:]), (words[count:], words[:count])):
            joined = "".join(last)
            if len(words) >= count and is_name(joined) and (count == 1 or all(len(each) == 1 for each in last)):
                return post_and_unit("".join(rest))._replace(name=joined)
    glued = _POST_THEN_NAME.match("".join(words))
    if glued and is_name(glued["name"]):
        return post_and_unit(glued["head"])._replace(name=glued["name"])
    parted = bylines.parted_from_name("".join(words))
    return Profile(parted[0], "", parted[1]) if parted else post_and_unit("".join(words))


def _is_of_other_people(words: list[str]) -> bool:
    """Tell whether the last of some words is a name as 买买提·艾力, or as 扎西次仁 behind a post, which says that a name is due."""
    *before, last = words
    if is_unit_or_post(last) or is_name(last):
        return False
    if "·" in last:
        return names.is_name(last) and not is_unit_or_post(last.partition("·")[0])
    return bool(before and _POSTS.search(before[-1]) and names.could_be_name(last))


def _unbracketed(words: str) -> str:
    """Take away the brackets round words, and leave those that stand within: 张三（局长）."""
    return words.strip(_BRACKETS) if words[:1] in _BRACKETS else words


def _of_labels(labelled: list[tuple[str, str]]) -> Profile:
    """Read 「单位：…　职务：…　姓名：…」; one label may hold more than its own: 「汇报人：某局党组成员 张三」."""
    unit = post = name = ""
    for label, said in labelled:
        words = _unbracketed(said).split()
        field, joined = _LABELS[solid(label)], "".join(words)
        if field == _BOTH or (field == "name" and not names.could_be_name(joined)):
            own = of_line(" ".join(words))
        else:
            own = Profile(**{field: joined if field == "name" else " ".join(words)})
        unit, post, name = unit or own.unit, post or own.post, name or own.name
    return Profile(unit, post, name)


def is_name(words: str) -> bool:
    """Tell whether words are surely a person's name: a family name and no more than one or two characters after it."""
    if not 2 <= len(words) <= 4 or not all("\u4e00" <= letter <= "\u9fff" for letter in words):
        return False
    if is_unit_or_post(words) or words in _LABELS or _NO_NAME.search(words):
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
