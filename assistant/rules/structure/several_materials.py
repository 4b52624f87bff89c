"""一个文件里似有两份材料

检查什么：中途是否又从“一、”写起，且前面另有标题或开头语。
为什么：两份连在一起，字数、条数、方面数都容易计错；上报时也容易出错。
怎么改：每份各存一个文件；有意合放的，可忽略，程序会对各份分别检查。
"""

from collections.abc import Iterator

from assistant.facts.facts import Facts
from assistant.finding import Finding, Severity
from assistant.language.punctuation import quoted
from assistant.rules.rule import Example, Rule, Scope
from assistant.text import Span


def check(facts: Facts) -> Iterator[Finding]:
    for number, material in enumerate(facts.outline.materials[1:], 2):
        titled = bool(material.title)
        first = material.sections[0] if material.sections else None
        opening = Span(first.start, first.heading_end) if first else Span(material.start, material.start)
        seen = (
            f"从此处起似为第{number}份材料{quoted((material.title or '')[:24])}"
            if titled
            else "此处又从“一、”写起，似为另一份材料"
        )
        yield RULE.finding(
            material.title_span if titled else opening,
            f"{seen}。",
            "几份材料连在一起，字数和条数容易计错。宜各存一个文件；有意合放的可忽略，程序会对各份分别检查。",
            severity=RULE.severity if titled else Severity.HINT,
        )


_ONE = "按照通知要求，对照检查如下。\n一、问题\n学习少。\n二、原因\n放松了。\n三、措施\n自学。\n"

RULE = Rule(
    __name__,
    __doc__,
    check,
    Severity.ADVICE,
    Scope.MATERIAL,
    "材料每人一份、每个班子一份（通行做法）",
    (
        Example(f"2025年度民主生活会对照检查材料\n{_ONE}⟦2025年度民主生活会个人对照检查材料⟧\n{_ONE}"),
        Example(f"2025年度民主生活会对照检查材料\n{_ONE}"),
    ),
)
