"""措施里写的是已经做完的事

检查什么：整改措施的一条里，是否只写“已经完成”“已印发”的事，没有写今后要做什么。
为什么：措施是会后要做的，已经做完的应写在整改落实情况里；列进清单，到时无从核对。
怎么改：改写为还要做什么、什么时候做完；已经做完的写到整改落实情况里。
"""

from collections.abc import Iterator

from assistant.decisions import Stage
from assistant.facts.facts import Facts
from assistant.facts.items import ItemKind, items
from assistant.facts.sought import SoughtStretches
from assistant.finding import Finding, Severity
from assistant.language.punctuation import quoted
from assistant.language.sentences import STATEMENT
from assistant.patterns import compiled_later
from assistant.rules.example_material import UP_TO_MEASURES
from assistant.rules.rule import Example, Rule, Scope
from assistant.structure.outline import Section
from assistant.text import Span

_VERB = "(?:完成|办结|整改|解决|到位|落实|建成|开通|印发|出台|制定|修订|清退|补[缴交齐办]|整治|修好|更换|换好|验收|谈话|通报|开展|举办|走访|抽查|自查|退还|销号|公开|启用|联系上|学完|读完|报送|改过来|说清)"
_DONE = compiled_later(
    f"已(?:经)?(?:全部|全面|均|于|在|同|对|向|将|把|按)?[^，。；]{{0,16}}?{_VERB}|(?:去年|上半年|下半年|前不久|此前)[^，。；]{{0,14}}?{_VERB}[了过]?|{_VERB}了(?!解)"
)
_DONE_BEFORE = compiled_later(
    f"(?:已经?|去年[^，。；]{{0,6}}已?)[^，。；]{{0,12}}?(?:{_VERB}|由[^，。；]{{1,10}}(?:到|为|至)|达到|实现)"
)  # said in so many words
_DONE_THEN = compiled_later(
    f"[^，。；]{{2,14}}已(?:经)?(?:于|在)(?:去年|上年|前年|上月|今年[0-9]{{1,2}}月)[^，。；]{{0,8}}?{_VERB}"
)  # a clause that names the day, whatever follows it
_ADVICE = "措施是会后要做的。可改写为还要做什么、什么时候做完；已经做完的可写到整改落实情况里。"
_TO_COME = compiled_later(
    "前(?:完成|[^，。；]{0,12}(?:建|修|办|到|拿|走|做|请|把|查|换|签|定|清|开|召))|[月年周日底]前|将|今后|每|再|要|继续|下一步|计划|力争|争取|打算|年内|月内|一律|坚持|确保|不再|必须|逐步|定期|进一步|加强|严格|凡|明年|会后|之后|接着|随时|当[天日周月]"
)


def check(facts: Facts) -> Iterator[Finding]:
    for material in facts.asked:
        for item in items(facts, material):
            if item.kind is not ItemKind.MEASURE:
                continue
            section = item.section
            said = facts.text[section.start + len(section.number) : section.end]
            if not _TO_COME.search(said):
                statements = STATEMENT.findall(said)
                done = [each for each in statements if _DONE.search(each)]
                if done and len(done) * 2 >= len(statements) - 1:
                    yield _finding(item.heading_span, f"{quoted(section.heading)}写在措施里，所写")
                    continue
            if any(word in said for word in _SAYS_SO):
                yield from _single(facts, section)


def _single(facts: Facts, section: Section) -> Iterator[Finding]:
    """Tell of the first statement of a measure that only says what is done."""
    first = next(_ONLY_DONE.between(facts, section.heading_end, section.end), None)
    if first:
        yield _finding(first, "这一句写在措施里，所写")


def _only_done(text: str, start: int, end: int) -> Iterator[Span]:
    for statement in STATEMENT.finditer(text, start, end):
        if not any(word in statement[0] for word in _SAYS_SO):
            continue
        if _DONE_BEFORE.search(statement[0]) and not _TO_COME.search(statement[0]):
            yield Span(*statement.span())
        for clause in _DONE_THEN.finditer(statement[0]) if any(word in statement[0] for word in _ON_A_DAY) else ():
            yield Span(*clause.span()).shifted(statement.start())


_ON_A_DAY = ("已于", "已在", "已经于", "已经在")  # one of these stands in all that `_DONE_THEN` finds
_SAYS_SO = ("已", "去年")  # one of these stands in each such statement
_ONLY_DONE = SoughtStretches(_SAYS_SO, _only_done)


def _finding(span: Span, message: str) -> Finding:
    return RULE.finding(span, f"{message}似为已经做完的事，暂未见到今后要做什么。", _ADVICE)


RULE = Rule(
    __name__,
    __doc__,
    check,
    Severity.HINT,
    Scope.MATERIAL,
    "会后列整改清单的需要（往年通行做法，请以本单位通知为准）",
    (
        Example(
            f"{UP_TO_MEASURES}（一）保证学习时间。每周自学两次。\n⟦（二）把制度立起来⟧。值班制度已经修订印发，廉政谈话去年已逐一开展。\n",
            with_template=True,
        ),
        Example(
            f"{UP_TO_MEASURES}（一）保证学习时间。每周自学两次；⟦读书角去年已由两处增加到五处⟧。\n",
            with_template=True,
        ),
        Example(
            f"{UP_TO_MEASURES}（一）保证学习时间。每周自学两次，⟦读书角已于去年12月建成⟧。\n",
            with_template=True,
            shown=False,
        ),
        Example(
            f"{UP_TO_MEASURES}（一）保证学习时间。已订好计划，每周自学两次。\n（二）管住身边人。妻弟的事已当面说清，今后打着我名义的一律不办。\n"
            "（三）深入一线。了解实情，解决难题。\n",
            with_template=True,
        ),
    ),
    Stage.REVIEW,
)
