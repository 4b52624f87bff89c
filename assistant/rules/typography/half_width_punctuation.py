"""标点用了半角

检查什么：中文句子里的半角逗号、句号、分号、冒号、问号、叹号。
为什么：公文用全角标点；用半角的，排版后疏密不一。
怎么改：改为全角；小数、时间、千分位、网址、英文和“1.”这样的序号不改。
"""

from collections.abc import Iterator

from assistant.decisions import Stage
from assistant.facts.paragraph_facts import ParagraphFacts
from assistant.finding import Finding, Fix, Severity
from assistant.language.punctuation import follows_number, is_han
from assistant.patterns import compiled_later
from assistant.rules.rule import Example, Rule, Scope
from assistant.text import Edit, Span

_FULL = dict(zip(",.;:?!．｡､﹐﹑﹒﹔﹕﹖﹗", "，。；：？！。。、，、。；：？！", strict=True))
_ANY = compiled_later("[,.;:?!．｡､﹐﹑﹒﹔﹕﹖﹗]")
_NEVER = frozenset("｡､﹐﹑﹒﹔﹕﹖﹗")  # half-width and small forms that Chinese text has no use for
_SORTS = {**dict.fromkeys("﹐﹑﹒﹔﹕﹖﹗", "小号"), "．": "西文"}
_BLANKS = compiled_later("[ \u3000]*")
_CLOSING = frozenset("”’）》")
_CLOSING_OR_PERCENT = _CLOSING | frozenset("】％%")
_OPENING = frozenset("“‘（《【")
_AFTER = _OPENING | _CLOSING | frozenset("(ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789") | {""}  # "": the end
_DOUBLED = frozenset(",;:?!，。；：？！、/")
_END = compiled_later("[”’）》]*$")
_ENTITY = compiled_later("&#?[A-Za-z0-9]+$")  # 「&nbsp;」


def check(facts: ParagraphFacts) -> Iterator[Finding]:
    text = facts.text
    for candidate in _ANY.finditer(text):
        at, mark = candidate.start(), candidate[0]
        end = _end(text, at, mark)
        if not end or follows_number(text, at):
            continue
        if text[at - 1] in "，。；：？！、" or (mark == ";" and _ENTITY.search(text, max(0, at - 8), at)):
            continue
        # a dot between two Chinese words may be that of a foreign name
        safe = mark not in ".．" or _END.match(text, end) is not None
        yield RULE.finding(
            Span(at, at + 1),
            f"此处用了{_SORTS.get(mark, '半角')}的“{mark}”。",
            "公文用中文的全角标点。",
            Fix(f"改为“{_FULL[mark]}”", (Edit(at, end, _FULL[mark]),), safe),
        )


def _end(text: str, at: int, mark: str) -> int:
    """Tell where a mark that ought to be full width ends, with the blanks that go with it; 0: it is right as it is."""
    if mark in _NEVER:
        return at + 1
    before, next_one = text[at - 1 : at], text[at + 1 : at + 2]
    blanks = _BLANKS.match(text, at + 1)
    end = blanks.end() if blanks else at + 1
    after = text[end : end + 1]
    if mark in ".．":  # at the end, or between Chinese where it is no heading's number
        if (is_han(before) or before in _CLOSING_OR_PERCENT) and _END.match(text, at + 1):
            return at + 1
        between = (is_han(before) or before in _CLOSING) and (is_han(after) or after in ("“", "‘", "《"))
        return end if between else 0
    if (is_han(before) or before in _CLOSING_OR_PERCENT) and next_one not in _DOUBLED:
        return end if is_han(after) or after in _AFTER else 0
    # 「12次,其中」 has Chinese before it; 「PPT,其中」「3.5,其中」 only behind it
    latin = before.isascii() and before.isalnum()
    return end if latin and mark != ":" and (is_han(after) or after in _OPENING) else 0


RULE = Rule(
    __name__,
    __doc__,
    check,
    Severity.ADVICE,
    Scope.PARAGRAPH,
    "GB/T 15834—2011《标点符号用法》",
    (
        Example("学得浅⟦,⟧ 用得少⟦;⟧“想得不深”⟦,⟧做得不实⟦.⟧", "学得浅，用得少；“想得不深”，做得不实。"),
        Example(
            "比如⟦:⟧全年下乡12次⟦,⟧其中3次事先打了招呼⟦!⟧为什么⟦?⟧", "比如：全年下乡12次，其中3次事先打了招呼！为什么？"
        ),
        Example("学得浅⟦､⟧用得少⟦｡⟧想得不深⟦．⟧", "学得浅、用得少。想得不深。"),
        Example("学习不深⟦﹐⟧抓得不实⟦﹑⟧不细⟦﹔⟧改得慢。", "学习不深，抓得不实、不细；改得慢。"),
        Example("做了PPT⟦,⟧没有做调研⟦.⟧也没有走访。", "做了PPT，没有做调研。也没有走访。"),
        Example("完成3.5万元，12:30开会，支出1,000元，见www.example.com，Word, Excel, PPT都会。"),
        Example("1.学得浅。\n一.存在的问题\n时间：9:00，第2.3节，说了“OK.”。"),
    ),
    stage=Stage.REVIEW,
    cues="".join(_FULL),
)
