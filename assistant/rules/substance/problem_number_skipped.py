"""所对的问题序号有重有缺

检查什么：措施、原因按“针对问题1”“针对第二个问题”逐个写的，是否有的问题写了两次，有的一次也没有写到。
为什么：会后照着序号列整改清单；序号写错一处，一个问题就没有了措施，另一个却有两份。
怎么改：按内容改正序号，或补上没有写到的一条；几条措施同对一个问题、别处已有安排的，可忽略。
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from assistant.decisions import Stage
from assistant.facts import problem_references
from assistant.facts.facts import Facts
from assistant.facts.items import ItemKind, items
from assistant.facts.material_facts import MaterialFacts
from assistant.facts.problem_references import Reference
from assistant.finding import Finding, Severity
from assistant.rules.example_material import UP_TO_MEASURES
from assistant.rules.rule import Example, Rule, Scope
from assistant.structure.outline import Section
from assistant.text import Span

_FEWEST = 3  # numbers that show that every problem is to be named
_MOST = 2  # numbers that may lack; of more it is not said that all are named


def check(facts: Facts) -> Iterator[Finding]:
    for material in facts.asked:
        for section in material.outline.sections:
            found = problem_references.numbered(facts, section)
            for by_brackets in (False, True) if found else ():
                alike = [each for each in found if each.by_brackets is by_brackets]
                runs = list(_runs(alike))
                begins = [section.start, *(run[0].span.start for run in runs[1:]), section.end]
                for run, place in zip(runs, map(Span, begins, begins[1:]), strict=True):
                    yield from _in_run(facts, material, section, run, place)


def _runs(references: Sequence[Reference]) -> Iterator[list[Reference]]:
    """Yield the references that count on: where the first problem comes again, another aspect begins."""
    run: list[Reference] = []
    for each in references:
        if 1 in each.numbers and len({number for other in run for number in other.numbers}) > 1:
            yield run
            run = []
        run.append(each)
    yield run


def _in_run(
    facts: Facts, material: MaterialFacts, section: Section, run: list[Reference], place: Span
) -> Iterator[Finding]:
    """Yield the number that is named twice, or lacks; `place` is the stretch of the chapter in which the run counts."""
    named = Counter(number for each in run for number in each.numbers)
    if len(named) < _FEWEST:
        return
    known = problem_references.by_number(facts, material)
    is_measures = any(
        item.kind is ItemKind.MEASURE and section.start <= item.start < section.end for item in items(facts, material)
    )
    last = max(named)
    if is_measures and known and not run[0].by_brackets:
        last = max(last, len(known)) if len(known) - last <= 1 else last
    missing = [number for number in range(1, last + 1) if number not in named]
    if missing:  # rare: only then it is asked what else is mentioned, where each aspect counts anew there alone
        told = problem_references.mentioned((Span(section.start, section.end) if known else place).of(facts.text))
        missing = [number for number in missing if number not in told]
    twice = [number for number, times in named.items() if times > 1]
    if not missing or len(missing) > _MOST:
        return
    if twice:
        wrong, meant = _out_of_order(run, twice, missing)
        number = next(each for each in wrong.numbers if each in twice)
        message = f"此处写“{wrong.span.of(facts.text)}”，问题{number}前后写到了两次，问题{meant}却没有写到。"
        yield RULE.finding(wrong.span, message, "请核对序号是否写错：会后要照序号列整改清单，每个问题都要有着落。")
    elif is_measures:
        after = next((each for each in run if min(each.numbers) > missing[0]), run[-1])
        message = f"各条措施逐个写明针对哪个问题，问题{'、'.join(map(str, missing))}暂未见到。"
        yield RULE.finding(after.span, message, "可补上这个问题的措施，或核对序号。", severity=Severity.HINT)


def _out_of_order(run: Sequence[Reference], twice: Sequence[int], missing: Sequence[int]) -> tuple[Reference, int]:
    """Give the place that names a problem again where by the order of the others a missing one should stand."""
    doubled = [n for n, each in enumerate(run) if any(number in twice for number in each.numbers)]
    for place in doubled:
        before = max(run[place - 1].numbers) if place else 0
        after = min(run[place + 1].numbers) if place + 1 < len(run) else before + 2
        for meant in missing:
            if before < meant <= after and (meant < after or place + 1 == len(run)):
                return run[place], meant
    return run[doubled[-1]], missing[0]


_BEFORE = UP_TO_MEASURES.replace("学习有时让位于事务。", "1.学习少。\n2.报告慢。\n3.谈心少。").replace(
    "怕得罪人。", "4.怕得罪人。"
)
_BEGUN_ANEW = UP_TO_MEASURES.replace("学习有时让位于事务。", "1.学习少。\n2.报告慢。\n3.谈心少。").replace(
    "怕得罪人。", "1.怕得罪人。\n2.用车不细。\n3.督办少。\n4.下乡少。"
)

RULE = Rule(
    __name__,
    __doc__,
    check,
    Severity.ADVICE,
    Scope.MATERIAL,
    "会后列整改清单的需要（往年通行做法，请以本单位通知为准）",
    (
        Example(
            f"{_BEFORE}（一）加强学习。针对问题1，每周自学两次。⟦针对问题3⟧，重大事项当天报告。针对问题3，每月谈心三人。针对问题4，难事年底前办结。\n",
            with_template=True,
        ),
        Example(
            f"{_BEFORE}（一）加强学习。针对第一个问题，每周自学两次。针对第二个问题，重大事项当天报告。⟦针对第二个问题⟧，每月谈心三人。针对第四个问题，难事年底前办结。\n",
            with_template=True,
        ),
        Example(
            f"{_BEFORE}（一）加强学习。针对问题1，每周自学两次。针对问题2，重大事项当天报告。⟦针对问题4⟧，难事年底前办结。\n",
            with_template=True,
        ),
        Example(
            f"{_BEFORE}（一）加强学习。针对第1、第2个问题，每周自学两次，重大事项当天报告。针对第3个和第4个问题，每月谈心三人。\n",
            with_template=True,
        ),
        Example(
            f"{_BEFORE}（一）加强学习。针对问题1、2，每周自学两次，重大事项当天报告。针对问题3，每月谈心三人。针对问题3、4，难事年底前办结。\n",
            with_template=True,
        ),
        Example(
            f"{_BEFORE}（一）加强学习。针对问题1至问题3，每周自学两次，重大事项当天报告，每月谈心三人。针对问题4，难事年底前办结。\n",
            with_template=True,
            shown=False,
        ),
        Example(
            f"{_BEGUN_ANEW}（一）加强学习。针对问题1，每周自学两次。针对问题2，重大事项当天报告。针对问题3，每月谈心三人。\n"
            "（二）担起责任。针对问题1，难事年底前办结。针对问题2，派车单当天填写。⟦针对问题2⟧，每月督办一次。针对问题4，每月下乡三天。\n",
            with_template=True,
            shown=False,
        ),
    ),
    Stage.REVIEW,
)
