"""What the keys and values of template files mean, for whoever writes one by hand: they are English, and he may not be."""

from __future__ import annotations

from assistant.certainty import Certainty
from assistant.patterns import compiled_later
from assistant.templates.template import KIND_LABELS, MEETING_LABELS, SUBJECT_LABELS, Need, Role, Subject

KEYS = {
    "format": "文件格式的版本",
    "id": "编号，由英文和数字组成",
    "meeting": "会议",
    "name": "名称",
    "variant": "同一次会议的另一种要求",
    "base": "以哪一份要求为基础",
    "abstract": "只作基础，不单独使用",
    "year": "年度",
    "previous": "上次会议的名称",
    "subjects": "材料类别",
    "titles": "标题，按材料类别",
    "theme": "会议主题",
    "lengths": "全文字数，按材料类别",
    "aspect_form": "各方面标题的写法",
    "share": "占比",
    "problem_limits": "问题的数目和事例",
    "copied_share": "可以与去年相同的份额",
    "dates": "日期",
    "dates_for": "日期，按材料类别",
    "layout": "Word版式",
    "file_name": "文件名的写法",
    "unit_words": "本单位用语",
    "order": "各部分的次序",
    "parts": "各部分",
    "aspect_questions": "各方面通用的提问",
    "aspect_hint": "各方面通用的提示语",
    "aspects": "查摆的方面",
    "frames": "查摆方面的几种分法",
    "note": "说明",
    "sources": "来源",
    "kind": "是哪一种部分",
    "after": "排在哪一部分之后",
    "like": "沿用哪一份的哪一项",
    "heading": "标题",
    "full": "全称",
    "short": "简称",
    "need": "要求的程度",
    "certainty": "可靠程度",
    "hint": "提示语",
    "cues": "凭哪些字样认出",
    "weak_cues": "凭哪些字样可能认出",
    "unless": "有哪些字样就不是",
    "floating": "位置不固定",
    "length": "字数",
    "length_for": "字数，按材料类别",
    "questions": "提问",
    "ask": "提问的话",
    "words": "说到它的字样",
    "roles": "适合谁",
    "rewordings": "其他写法",
    "optional_for": "哪些材料类别可以不写",
    "said": "通知原句",
    "text": "文字",
    "least": "最少",
    "most": "最多",
    "of": "哪些部分合计",
    "per_aspect": "每个方面至少几个问题",
    "total": "全文至少几个问题",
    "with_instances": "须附具体事例",
    "instances_of": "只要求哪些材料类别附事例",
    "share_of": "只要求哪些材料类别达到占比",
    "section": "一节里",
    "whole": "全文里",
    "unchanged": "视为没有修改",
    "hand_in": "交稿日期",
    "hand_in_said": "交稿日期的通知原句",
    "meeting_said": "开会日期的通知原句",
}
_NEEDS = {Need.REQUIRED: "必须写", Need.USUAL: "一般要写", Need.OPTIONAL: "可以不写"}
_ROLES = {
    Role.LEADERSHIP: SUBJECT_LABELS[Subject.LEADERSHIP],
    Role.PRINCIPAL: "主要负责人",
    Role.DEPUTY: "班子成员",
    Role.MEMBER: SUBJECT_LABELS[Subject.MEMBER],
    Role.BRANCH: SUBJECT_LABELS[Subject.BRANCH],
}
_LABELS = (MEETING_LABELS, SUBJECT_LABELS, KIND_LABELS, _NEEDS, _ROLES, {each: each.label for each in Certainty})
VALUES = {str(value.value): label.partition("，")[0] for labels in _LABELS for value, label in labels.items()}
_WORD = compiled_later(r"(?<![A-Za-z0-9_'\"])[a-z]+(?:_[a-z]+)*(?![A-Za-z0-9_'\"])")
_PLACE = compiled_later(r"\[([0-9]+)\]")
_CHOICES = "不在可用的值之内"


def explained(message: str, name: str) -> str:
    """Say beside each key or value in a message about the file `name` what it means; places in lists are counted from one."""
    rest = message.removeprefix(name)
    where, colon, told = rest.partition("：")
    meanings = VALUES if _CHOICES in told else KEYS
    where = _PLACE.sub(lambda match: f"第{int(match[1]) + 1}项", where)
    return f"{name}{_with(KEYS, where)}{colon}{_with(meanings, told)}" if rest != message else message


def _with(meanings: dict[str, str], text: str) -> str:
    return _WORD.sub(lambda match: f"{match[0]}（{meanings[match[0]]}）" if match[0] in meanings else match[0], text)
