"""引号里面又用引号的写法

检查什么：双引号里面是否又用双引号，书名号里面是否又用书名号，引语外层是否用了单引号。
为什么：外层用“ ”、里层用‘ ’，外层用《 》、里层用〈 〉，层次才分得清；整句引用通知原文时容易漏改。
怎么改：里层的双引号改为‘ ’，里层的书名号改为〈 〉；外层的单引号改为“ ”。
"""

from collections.abc import Iterator, Sequence

from assistant.decisions import Stage
from assistant.facts.paragraph_facts import ParagraphFacts
from assistant.finding import Finding, Fix, Severity
from assistant.language.punctuation import QUOTES, SORTS, Pair
from assistant.rules.rule import Example, Rule, Scope
from assistant.text import Edit, Span

_MARKS = {"“": "“”", "‘": "‘’", "《": "《》", "〈": "〈〉"}


def check(facts: ParagraphFacts) -> Iterator[Finding]:
    text = facts.text
    if not ("‘" in text or text.count("“") > 1 or text.count("《") > 1):
        return
    found = facts.pairing
    if not found.sure or found.reversed:
        return  # where a mark has no partner, nobody knows what is inside what
    for pair, in_title, over_sentences in _with_surroundings(text, found.pairs):
        if pair.family not in SORTS or (pair.depth and in_title and pair.family in QUOTES):
            continue  # a title that is named inside quotes stays as it is
        wanted = _MARKS[SORTS[pair.family][pair.depth % 2]]
        written = text[pair.opening] + text[pair.closing]
        if wanted != written and all(mark in "“”‘’《》〈〉" for mark in written):
            yield _finding(pair, written, wanted, safe=not over_sentences)


def _with_surroundings(text: str, pairs: Sequence[Pair]) -> Iterator[tuple[Pair, bool, bool]]:
    """Yield each pair, whether it stands in a title, and whether quotes around it run over several sentences.

    Where they do, two marks may be missing and none be inside.
    """
    around: list[tuple[int, bool, bool]] = []  # up to where each goes, and what holds inside it
    for pair in pairs:
        while around and around[-1][0] < pair.opening:
            around.pop()
        _, in_title, over_sentences = around[-1] if around else (0, False, False)
        yield pair, in_title, over_sentences
        stops = pair.family in QUOTES and text.find("。", pair.opening, pair.closing - 1) >= 0
        around.append((pair.closing, in_title or pair.family == "《", over_sentences or stops))


def _finding(pair: Pair, written: str, wanted: str, *, safe: bool) -> Finding:
    outer = pair.depth % 2 == 0
    sort = "书名号" if pair.family in "《〈" else "引号"
    edits = tuple(Edit(at, at + 1, mark) for at, mark in zip((pair.opening, pair.closing), wanted, strict=True))
    return RULE.finding(
        Span(pair.opening, pair.closing + 1),
        f"此处{f'外层的{sort}用了' if outer else f'{sort}里面又用了'}{written[0]} {written[1]}。",
        f"{'外层' if outer else '里层'}的{sort}一般用{wanted[0]} {wanted[1]}。",
        Fix(f"改用{wanted[0]} {wanted[1]}", edits, safe),
        severity=Severity.HINT if outer or sort == "书名号" else RULE.severity,
    )


RULE = Rule(
    __name__,
    __doc__,
    check,
    Severity.ADVICE,
    Scope.PARAGRAPH,
    "GB/T 15834—2011《标点符号用法》",
    (
        Example(
            "（一）“落实中央八项规定精神，持续纠治⟦“四风”⟧，加强对⟦“一把手”⟧监督”。",
            "（一）“落实中央八项规定精神，持续纠治‘四风’，加强对‘一把手’监督”。",
        ),
        Example("学习《关于贯彻⟦《党章》⟧的通知》。", "学习《关于贯彻〈党章〉的通知》。"),
        Example("持续纠治⟦‘四风’⟧。", "持续纠治“四风”。"),
        Example("“落实精神，持续纠治‘四风’”，增强“四个意识”“四个自信”，学习《关于贯彻〈党章〉的通知》。"),
        Example("他说“先学《关于纠治“四风”的通知》再说”。"),
        Example("纠治“四风，落实“一岗双责”，学习“两个确立。"),
    ),
    stage=Stage.REVIEW,
    cues="“‘《",
)
