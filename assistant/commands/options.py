"""Options that several commands take."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from assistant.decisions import Stage
from assistant.files import template_shelf
from assistant.templates.template import Template


def add_template_and_stage(command: argparse.ArgumentParser) -> None:
    """Let a command be told by which template and for which stage to check."""
    told = "按哪份要求（名称或文件）；班子、个人的要求不同的，可写几次；不写时自动判断"
    command.add_argument("--template", metavar="ID", action="append", help=told)
    command.add_argument(
        "--stage",
        type=_stage,
        metavar="STAGE",
        help="按草稿（draft）、送审（review）还是定稿（final）检查；不写时，草稿按所在的阶段，其他文件按定稿",
    )


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
