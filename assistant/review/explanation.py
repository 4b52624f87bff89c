"""How each check explains itself: 检查什么, 为什么, 怎么改, 依据, 正误例; for the window and for docs/checks.md.

`python3 dev.py docs` writes that page; run as a module this prints it.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from assistant.decisions import Stage
from assistant.patterns import compiled_later
from assistant.rules.registry import RULES
from assistant.rules.rule import Example, Rule

LABELS = ("检查什么", "为什么", "怎么改")
_WRONG, _RIGHT = 2, 1  # examples shown; the rest only prove the rule
_LONG = 160  # characters of an example that is shown only where there is no shorter one
_SAID_AGAIN = compiled_later(r"([^。\n⟦⟧]{4,}。)\1{2,}")  # to make a text as long as the rule needs it

_HEAD = """# 检查项目说明

这一页由 `python3 dev.py docs` 从各项检查的说明生成，请勿直接修改。在程序里，请打开“帮助”菜单的“检查项目说明”。

必改：不改的，审核一般会退回。建议：一般宜改。提示：请核对是否要改。是否修改由本人决定。示例里用⟦ ⟧标出会提示的地方；⟦⟧里没有文字的，表示该处缺少内容。
"""


@dataclass(frozen=True, slots=True)
class Explanation:
    """What a check says of itself. `told` are its three paragraphs by their labels."""

    rule: Rule
    told: tuple[tuple[str, str], ...]
    wrong: tuple[Example, ...]
    right: tuple[Example, ...]

    @property
    def group(self) -> str:
        return self.rule.group.label

    @property
    def when(self) -> str:
        """Say how weighty a finding usually is, and from which stage on."""
        later = "" if self.rule.stage is Stage.DRAFT else f"，到{self.rule.stage.label}阶段才提示"
        return f"{self.rule.severity.label}{later}" + ("；勾选后才检查" if self.rule.off else "")

    def holds(self, sought: str) -> bool:
        """Tell whether all words sought occur anywhere in it."""
        texts = [self.rule.title, self.group, self.rule.basis, *(text for _, text in self.told)]
        texts += [example.text for example in (*self.wrong, *self.right)]
        whole = "\n".join(texts).casefold()
        return all(word in whole for word in sought.casefold().split())


def explanations() -> tuple[Explanation, ...]:
    """Explain all checks, in the order of the panel."""
    return tuple(map(_explained, RULES))


def _explained(rule: Rule) -> Explanation:
    headed: dict[str, str] = {}
    label = ""
    for line in rule.help.splitlines():
        start, colon, rest = line.partition("：")
        if colon and start in LABELS:
            label, line = start, rest  # noqa: PLW2901  # what follows the label goes on below it
        if label:
            headed[label] = headed.get(label, "") + line.strip()
    wrong = [example for example in rule.examples if example.spans and example.shown]
    right = [example for example in rule.examples if not example.spans]
    return Explanation(rule, tuple(headed.items()), _telling(wrong, _WRONG), _telling(right, _RIGHT))


def _telling(examples: Iterable[Example], count: int) -> tuple[Example, ...]:
    """Choose the examples to show: the first that are short, else the first."""
    shortened = [
        each._replace(marked=_short(each.marked), fixed=each.fixed and _short(each.fixed)) for each in examples
    ]
    return tuple(sorted(shortened, key=lambda each: len(each.marked) > _LONG)[:count])


def _short(text: str) -> str:
    return _SAID_AGAIN.sub(r"\1……", text)


def page() -> str:
    """Write the whole of docs/checks.md."""
    lines = [_HEAD]
    group = ""
    for each in explanations():
        if each.group != group:
            group = each.group
            lines.append(f"## {group}\n")
        lines += _described(each)
    return "\n".join(lines)


def _described(each: Explanation) -> Iterator[str]:
    yield f"### {each.rule.title}\n"
    yield from (f"- {label}：{text}" for label, text in each.told)
    yield f"- 依据：{each.rule.basis}"
    yield f"- 程度：{each.when}（`{each.rule.name}`）\n"
    for example in each.wrong:
        yield from _fenced("示例（会提示）：", example.marked)
        if example.fixed is not None:
            yield from _fenced("改后：", example.fixed)
    for example in each.right:
        yield from _fenced("示例（不提示）：", example.marked)


def _fenced(label: str, text: str) -> Iterator[str]:
    """Quote a text as it is: its stars and numbers are no Markdown."""
    yield f"{label}\n"
    yield f"~~~text\n{text.strip(chr(10))}\n~~~\n"


if __name__ == "__main__":
    sys.stdout.write(page())
