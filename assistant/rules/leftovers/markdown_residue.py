"""粘贴时带入的Markdown记号（#、** 等）

检查什么：从聊天程序粘贴文字时带来的“#”“**”“- ”“> ”一类记号、分隔线和表格的竖线。
为什么：这些记号不是正文，留在文中影响阅读；不论是否去掉，导出Word和打印时都不会出现。
怎么改：一并去掉，文字保留，可以一步撤销。
"""

from collections.abc import Iterator

from assistant.facts.facts import Facts
from assistant.finding import Finding, Fix, Severity
from assistant.language.punctuation import quoted
from assistant.rules.rule import Example, Rule, Scope
from assistant.text import Span


def check(facts: Facts) -> Iterator[Finding]:
    edits = facts.markdown
    if not edits:
        return
    first = Span(edits[0].start, edits[0].end)
    shown = first.of(facts.text).strip()
    yield RULE.finding(
        first,
        f"文中带有Markdown记号，可一并去掉（共{len(edits)}处，第一处是{quoted(shown)}）。",
        "这类记号不是正文。去掉的只是记号，文字不变；不去掉的，导出Word和打印时也不会出现。",
        Fix("去掉全部Markdown记号", edits, safe=True),
    )


RULE = Rule(
    __name__,
    __doc__,
    check,
    Severity.ADVICE,
    Scope.MATERIAL,
    "送审材料须清稿（审核常见意见）",
    (
        Example(
            "一、存在的问题\n⟦### ⟧（一）学习方面\n**学得浅。**读得少。\n> 二是用得少。\n二、原因剖析\n放松了学习。\n---\n",
            "一、存在的问题\n（一）学习方面\n学得浅。读得少。\n二是用得少。\n二、原因剖析\n放松了学习。\n",
        ),
        Example(
            "⟦# ⟧对照检查材料\n## 一、存在的问题 ##\n**学得浅。**读得少，`10月`只学了一次。\n## 二、原因剖析\n放松了[学习](https://a.cn/b)。",
            "对照检查材料\n一、存在的问题\n学得浅。读得少，10月只学了一次。\n二、原因剖析\n放松了学习。",
        ),
        Example(
            "一、存在的问题\n1.⟦**⟧学习不够深入。**只写了三篇。\n学习**不够深入**，联系实际少。\n- **学习不深**：读得少。\n* 学习不深。\n__学习不深__，某镇（**镇）慢。",
            "一、存在的问题\n1.学习不够深入。只写了三篇。\n学习不够深入，联系实际少。\n学习不深：读得少。\n学习不深。\n学习不深，某镇（**镇）慢。",
        ),
        Example(
            "一、措施\n⟦| ⟧问题 | 措施 |\n|---|---|\n| 学得浅 | 每月自学 |\n",
            "一、措施\n问题\t措施\n学得浅\t每月自学\n",
        ),
        Example(
            "一、存在的问题\n**公司班子查摆了**项，联系**县，到过**村，党委**和**上级一致。\n##paidend##\n- 3 -\n#1机组。"
        ),
        Example(
            "一、存在的问题\n在**的带领下，完成**。走访**，解决**。姓名：____职务：____\n5*3=15，A_B_C，气温-5℃，>60分。"
        ),
    ),
)
