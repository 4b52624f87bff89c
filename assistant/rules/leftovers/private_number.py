"""正文里的证件号、手机号、银行卡号

检查什么：身份证号、手机号码、银行卡号。
为什么：材料要经会上传阅、上报和归档，个人号码流转范围广，一般不必写。
怎么改：删去，或只写姓名；确需写的，请按本单位规定办理。
"""

import re
from collections.abc import Iterator

from assistant.facts.paragraph_facts import ParagraphFacts
from assistant.finding import Finding, Severity
from assistant.patterns import compiled_later
from assistant.rules.rule import Example, Rule, Scope
from assistant.text import Span

_DIGITS = compiled_later("(?<![0-9A-Za-z.])[0-9](?:[ -]?[0-9]){9,18}(?:[ -]?[0-9]|[Xx])?(?![0-9A-Za-z元万亿人户吨])")
_MANY = compiled_later("[0-9][0-9 -]{8}")  # soon looked for; most texts have none
_MOBILE = compiled_later("1[3-9][0-9]{9}")
_IDENTITY = compiled_later("[1-8][0-9]{5}(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])[0-9]{3}[0-9Xx]")
_CARD = compiled_later("(?:62[0-9]{14,17}|[45][0-9]{15})")
# After its name a number needs no check digit: who mistypes one digit has still written it.
_LABELLED = (
    (
        compiled_later("(?:身份证|公民身份)(?:证件)?(?:号码?)?[:：为是]?[ \u3000]*$"),
        compiled_later("[1-9][0-9]{16}[0-9Xx]"),
        "身份证号",
    ),
    (
        compiled_later("(?:银行卡|储蓄卡|工资卡)(?:卡?号码?)?[:：为是]?[ \u3000]*$"),
        compiled_later("[0-9]{16,19}"),
        "银行卡号",
    ),
)
_LONGEST_LABEL = 12  # characters
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)


def check(facts: ParagraphFacts) -> Iterator[Finding]:
    for match in _DIGITS.finditer(facts.text) if _MANY.search(facts.text) else ():
        number = re.sub("[ -]", "", match[0])
        sort = _sort(number) or _labelled(number, facts.text[max(0, match.start() - _LONGEST_LABEL) : match.start()])
        if sort:
            yield RULE.finding(
                Span(*match.span()),
                f"此处似有{sort}。",
                "材料要传阅、归档，个人号码一般不写。请删去，或核对是否确需写明。",
            )


def _sort(number: str) -> str:
    """Say what a number is, "" where its form or check digit says it is none of these."""
    if _MOBILE.fullmatch(number):
        return "手机号码"
    if _IDENTITY.fullmatch(number):
        total = sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, number, strict=False))
        return "身份证号" if "10X98765432"[total % 11] == number[-1].upper() else ""
    return "银行卡号" if _CARD.fullmatch(number) and _luhn(number) else ""


def _labelled(number: str, before: str) -> str:
    """Say what the words before a number call it, "" where they name none or it has not the form."""
    return next((sort for label, form, sort in _LABELLED if form.fullmatch(number) and label.search(before)), "")


def _luhn(number: str) -> bool:
    """Check the last digit of a card number."""
    doubled = [int(digit) * (1 + place % 2) for place, digit in enumerate(reversed(number))]
    return sum(value - 9 if value > 9 else value for value in doubled) % 10 == 0


RULE = Rule(
    __name__,
    __doc__,
    check,
    Severity.ADVICE,
    Scope.PARAGRAPH,
    "个人信息保护的通行要求",
    (
        Example("联系人林知远，⟦13800000000⟧，身份证⟦11010519491231002X⟧，卡号⟦6222 0000 0000 0000 004⟧。"),
        Example("电话⟦138-0000-0000⟧。"),
        Example("身份证号：⟦110105194912310021⟧，银行卡号⟦6222000000000000001⟧，公民身份号码 ⟦11010519491231003x⟧。"),
        Example(
            "电话138****0000，座机010-12345678，文号20250101，编号110105194912310021，合同号6222000000000000001，2021-2025年。"
        ),
    ),
    cues="0123456789",
)
