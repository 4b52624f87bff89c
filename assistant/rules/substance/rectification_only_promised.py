"""上年度整改写的是今后的打算

检查什么：“上年度整改措施落实情况”里，是否各句都是“将”“要”“下一步”，没有一处写已经做了什么。
为什么：这一部分要让人看到去年查摆的问题改得怎样；写成打算，看不出改到哪一步。
怎么改：照去年的整改清单逐项写：做了什么、做到哪一步、还差什么；今后怎么做的移到整改措施。
"""

from collections.abc import Iterator

from assistant.decisions import Stage
from assistant.facts.facts import Facts
from assistant.finding import Finding, Severity
from assistant.language.punctuation import quoted
from assistant.language.sentences import SENTENCE
from assistant.patterns import compiled_later
from assistant.rules.rule import Example, Rule, Scope
from assistant.structure.outline import Section
from assistant.templates.template import PartKind
from assistant.text import Span

_FEWEST = 2  # sentences
_TO_COME = compiled_later(
    "(?:^|[，；：])(?:我|本人|班子|自己)?(?:今后|下一步|接下来|将|要|力争|计划|打算|争取|进一步|继续)|前(?:完成|办结|建成)"
)
# Tells of what was done in a sentence of what is to come
_ALREADY = compiled_later("已|全年|目前|去年|今年|[^为除]了(?!解)")
_DONE = compiled_later(
    "已|了|过|均|由|从[^，。；]{1,12}(?:到|降|增|减)|完成(?![时期])[^，。；]|全年|共|累计|其中|没有|办结|建成|销号|做到|坚持|开展|参加|组织|修订|出台|达到|解决|落实[^，。；]{0,6}[0-9]|[0-9]+(?:次|件|户|项|条|场|人)"
)


def check(facts: Facts) -> Iterator[Finding]:
    for material in facts.asked:
        fact = material.of_kind(PartKind.PREVIOUS_RECTIFICATION)
        for section in fact.answer.sections if fact else ():
            if fact and _only_promises(facts.text, section):
                yield RULE.finding(
                    Span(section.start, section.heading_end),
                    f"{quoted(fact.part.heading)}写的似为今后的打算，暂未见到已经做了什么。",
                    "可照去年的整改清单逐项写：做了什么、做到哪一步、还差什么。写今后打算的语句，可移到整改措施。",
                )


def _only_promises(text: str, section: Section) -> bool:
    sentences = SENTENCE.findall(text, section.heading_end, section.end)
    to_come = [each for each in sentences if _TO_COME.search(each)]
    done = any((_ALREADY if each in to_come else _DONE).search(each) for each in sentences)
    return len(to_come) >= _FEWEST and not done


_REST = (
    "二、存在的突出问题\n（一）带头强化政治忠诚方面\n学习有时让位于事务。\n（二）带头担当作为方面\n怕得罪人。\n三、原因剖析\n放松了学习。\n"
    "四、整改措施\n每月自学两次。\n"
)

RULE = Rule(
    __name__,
    __doc__,
    check,
    Severity.ADVICE,
    Scope.MATERIAL,
    "公开的审核意见提到的“整改情况不具体”，请以本单位通知为准",
    (
        Example(
            f"⟦一、上年度整改措施落实情况⟧\n今后将加强理论学习，每周自学半天。下一步要多到基层，力争年底前办结积压的信访事项。\n{_REST}",
            with_template=True,
        ),
        Example(
            f"一、上年度整改措施落实情况\n学习由不定期改为每周半天。信访事项办结五件，还有一件力争年底前办结。下一步要接着改。\n{_REST}",
            with_template=True,
        ),
    ),
    Stage.REVIEW,
)
