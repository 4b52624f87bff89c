"""What was read of a notice, written out: in lines for the eye, and as values for JSON."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from fractions import Fraction
from typing import Any

from assistant.templates.notice.values import Found, LengthRange, NoticeTemplate
from assistant.templates.template import KIND_LABELS, MEETING_LABELS, SUBJECT_LABELS, PartKind, kinds_told, least_told

_LAYOUTS = {"gb9704": "国家标准", "fixed28": "固定值28磅"}


def as_table(value: Any) -> Any:
    """Turn what was read of a notice into plain values for JSON; a position goes with every sentence."""
    if is_dataclass(value):
        table = {field.name: as_table(getattr(value, field.name)) for field in fields(value)}
        span = table.pop("span", None)
        return {**table, "start": span[0], "end": span[1]} if span else table
    if isinstance(value, Mapping):
        return {getattr(key, "value", key): as_table(item) for key, item in value.items()}
    if isinstance(value, tuple):
        return [as_table(item) for item in value]
    if isinstance(value, Enum):
        return value.value
    return str(value) if isinstance(value, Fraction | datetime.date) else value


def as_lines(asked: NoticeTemplate) -> Iterator[str]:
    """Tell what was read of a notice, each value with its sentence."""
    yield f"{asked.name.value if asked.name else MEETING_LABELS[asked.meeting]}（{'、'.join(map(SUBJECT_LABELS.__getitem__, asked.subjects))}）"
    if asked.theme:
        yield f"  主题：{asked.theme.value}"
    for number, aspect in enumerate(asked.aspects, 1):
        size = f"（{_range(aspect.length.value)}）" if aspect.length else ""
        yield f"  方面{number}：{aspect.text}{size}　〔{_one_line(aspect.said)}〕"
    yield from _parts(asked)
    yield from _lengths(asked)
    singles: tuple[tuple[str, Found[Any] | None], ...] = (
        ("每个方面的问题", _at_least(asked.problems_per_aspect)),
        ("全文的问题", _at_least(asked.problems_total)),
        ("具体事例", _instances(asked)),
        ("交稿日期", asked.hand_in),
        ("开会日期", asked.meets),
        ("文件名", asked.file_name),
        ("版式", replace(asked.layout, value=_LAYOUTS[asked.layout.value]) if asked.layout else None),
    )
    for subject, day in asked.hand_in_for.items():
        yield f"  {SUBJECT_LABELS[subject]}交稿日期：{_day(day.value)}　〔{_one_line(day.said)}〕"
    if asked.share:
        kinds, least = kinds_told(asked.share.value.kinds), least_told(asked.share.value.least)
        of_whom = "、".join(map(SUBJECT_LABELS.__getitem__, asked.share_of))
        least += f"（只要求{of_whom}）" if of_whom else ""
        yield f"  {kinds}占全文：不少于{least}　〔{_one_line(asked.share.said)}〕"
    for label, each in singles:
        if each:
            value = _day(each.value) if isinstance(each.value, datetime.date) else each.value
            yield f"  {label}：{value}　〔{_one_line(each.said)}〕"


def _parts(asked: NoticeTemplate) -> Iterator[str]:
    for number, part in enumerate(asked.parts, 1):
        whose = f"（只要求{'、'.join(map(SUBJECT_LABELS.__getitem__, part.subjects))}写）" if part.subjects else ""
        yield f"  部分{number}：{part.heading}{whose}　〔{_one_line(part.said)}〕"
    for part in asked.refused:
        yield f"  不写：{part.heading}　〔{_one_line(part.said)}〕"


def _lengths(asked: NoticeTemplate) -> Iterator[str]:
    for subject, found in asked.lengths.items():
        yield f"  {SUBJECT_LABELS[subject]}字数：{_range(found.value)}　〔{_one_line(found.said)}〕"
    for kind, found in asked.part_lengths.items():
        yield f"  {_part_label(kind)}字数：{_range(found.value)}　〔{_one_line(found.said)}〕"
    for subject, own in asked.part_lengths_for.items():
        for kind, found in own.items():
            whose = SUBJECT_LABELS[subject]
            yield f"  {whose}{_part_label(kind)}字数：{_range(found.value)}　〔{_one_line(found.said)}〕"


def _at_least(count: Found[int] | None) -> Found[str] | None:
    return Found(f"至少{count.value}个", count.said, count.span) if count else None


def _instances(asked: NoticeTemplate) -> Found[str] | None:
    found, of_whom = asked.with_instances, "、".join(map(SUBJECT_LABELS.__getitem__, asked.instances_of))
    value = f"要写（只要求{of_whom}）" if of_whom else "要写"
    return Found(value, found.said, found.span) if found and found.value else None


def _part_label(kind: PartKind) -> str:
    return "每个方面" if kind is PartKind.ASPECT else KIND_LABELS[kind]


def _range(asked: LengthRange) -> str:
    if asked.least and asked.most:
        return f"{asked.least}至{asked.most}字"
    return f"不少于{asked.least}字" if asked.least else f"不超过{asked.most}字"


def _day(day: datetime.date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


def _one_line(text: str) -> str:
    return " ".join(text.split())
