"""Options that several commands take."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from assistant.decisions import Stage
from assistant.files import template_shelf
from assistant.templates.template import Template


def add_template_and_stage(command: argparse.ArgumentParser) -> None:
    """Let a command be told by which template and for which stage to check."""
    by_which = "按哪份要求（名称或文件）；班子、个人的要求不同的，可写几次；不写时自动判断"
    command.add_argument("--template", metavar="ID", action="append", help=by_which)
    command.add_argument(
        "--stage",
        type=_stage,
        metavar="STAGE",
        help="按草稿（draft）、送审（review）还是定稿（final）检查；不写时，草稿按所在的阶段，其他文件按定稿",
    )


def add_new_material(command: argparse.ArgumentParser, name: str, *, required: bool) -> None:
    """Let a command be told for which year, and as which file, a material is begun."""
    command.add_argument("--year", type=int, metavar="YEAR", help="通用提纲用于哪个年度")
    kept_as = "存为这个文件（.duizhao、.docx、.txt 或 .md）"
    command.add_argument("-o", dest="out", type=Path, required=required, metavar=name, help=kept_as)


def templates(options: argparse.Namespace) -> Sequence[Template]:
    """Read the templates that were named, one for each of their subjects; none where nobody named any."""
    found = (entry.load() for name in options.template or () for entry in template_shelf.named(name))
    return list({each.id: each for each in found}.values())


def _stage(name: str) -> Stage:
    found = next((stage for stage in Stage if name in (stage.value, stage.label)), None)
    if found is None:
        usable = "、".join(f"{stage.label}（{stage.value}）" for stage in Stage)
        raise argparse.ArgumentTypeError(f"不能是“{name}”，可用{usable}")
    return found
