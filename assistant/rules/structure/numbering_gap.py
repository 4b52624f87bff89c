"""序号不连续

检查什么：同一层的序号是否跳号，如“一是、三是”“（一）（三）”。各方面的问题、措施连续编号的（（一）下1至3，（二）下从4起），按连着的号核对。
为什么：序号跳号，看不出是删了一条还是漏了一条，引用、计数也容易出错。
怎么改：漏了内容的补上；只是跳号的，点“从此处起重新编号”，后面的序号一并重排。
"""

from collections.abc import Iterator

from assistant.facts.facts import Facts
from assistant.finding import Finding, Fix, Severity
from assistant.rules.rule import Example, Rule, Scope
from assistant.structure import worded_numbers
from assistant.structure.sequence import Kind


def check(facts: Facts) -> Iterator[Finding]:
    for material in facts.materials:
        for found in material.misnumberings:
            if found.kind is not Kind.GAP or worded_numbers.stand(facts.text, found):
                continue
            number = found.section.number
            before = f"“{found.before.number}”之后是“{number}”" if found.before else f"从“{number}”开始"
            yield RULE.finding(
                found.span,
                f"{before}，未见“{found.due}”。",
                "请核对是否漏了一条；只是跳号的，可从此处起重新编号。" if found.edits else "请核对前面是否漏写。",
                Fix("从此处起重新编号", found.edits) if found.edits else None,
            )


RULE = Rule(
    __name__,
    __doc__,
    check,
    Severity.ADVICE,
    Scope.MATERIAL,
    "GB/T 9704—2012 结构层次序数；审核常见的疏漏：序号遗漏",
    (
        Example(
            "一、存在的突出问题\n（一）学习方面。一是不系统。⟦三是⟧不深入。四是不经常。\n",
            "一、存在的突出问题\n（一）学习方面。一是不系统。二是不深入。三是不经常。\n",
        ),
        Example(
            "一、问题\n1.学习不够。\n⟦3.⟧担当不够。\n4.廉洁方面。\n",
            "一、问题\n1.学习不够。\n2.担当不够。\n3.廉洁方面。\n",
        ),
        Example(
            "一、问题\n学得浅。\n二、原因\n放松了学习。\n⟦四、⟧措施\n每月自学两次。\n",
            "一、问题\n学得浅。\n二、原因\n放松了学习。\n三、措施\n每月自学两次。\n",
        ),
        Example("（一）甲。\n⟦（四）⟧乙。\n（三）丙。\n", "（一）甲。\n（二）乙。\n（三）丙。\n"),
        Example(
            "⟦三、⟧措施\n每月自学两次。\n二、原因\n放松了学习。\n", "三、措施\n每月自学两次。\n二、原因\n放松了学习。\n"
        ),
        Example(
            "一、问题\n（一）学习方面\n1.学得浅。\n2.不系统。\n（二）作风方面\n3.下得少。\n4.拖得久。\n"
            "（三）廉洁方面\n5.管得松。\n（四）担当方面\n⟦7.⟧推得多。\n",
            "一、问题\n（一）学习方面\n1.学得浅。\n2.不系统。\n（二）作风方面\n3.下得少。\n4.拖得久。\n"
            "（三）廉洁方面\n5.管得松。\n（四）担当方面\n6.推得多。\n",
        ),
        Example(
            "一、问题\n（一）学习方面\n1.学得浅。\n2.不系统。\n（二）作风方面\n3.下得少。\n4.拖得久。\n"
            "（三）廉洁方面\n5.管得松。\n"
        ),
        Example("一、问题\n1.学习不够。\n2.担当不够。\n二、措施\n1.自学。\n2.下基层。\n"),
        Example("一、问题\n主要有两条：（一）学习不够。\n（二）担当不够。今年0.05亿元、5G基站3个。\n"),
        Example("原因我想了很久。第一是架子大。第二是标准松。第三是顾虑多。第四，年龄也是个因素，腿脚不便。\n"),
        Example("首先，学得浅。\n其次，下得少。\n第三，催得松。首先读原文；其次，谈体会。第三，抓转化。\n"),
        Example("一、问题\n（一）学习方面：1.学得浅。\n2.用得少。\n（二）作风方面：（1）下得少。\n（2）催得松。\n"),
        Example("一、问题\n学习方面有两条：1.学得浅。\n⟦3.⟧用得少。\n"),
        Example("先讲学习。⟦第三，⟧催得松。\n"),
        Example("一、措施\n1、每周自学。\n2、6月底前下基层。\n3、年底前办好三件事。\n"),
        Example("一、问题\n（一）学习不够。\n（二）担当不够。\n（二）作风不实。\n（三）自律不严。\n"),
    ),
)
