"""职务与署名不一致

检查什么：个人材料里写“作为县长”“作为‘一把手’”“自己是局长”“我任局长后”的，与署名（或新建材料时填写）的职务是否一致。
为什么：职务前后不一，审核时一般会问到。
怎么改：改为本人的职务；兼任这一职务的，可忽略。
"""

import re
from collections.abc import Iterator

from assistant.facts import writer
from assistant.facts.facts import Facts
from assistant.facts.sought import Sought
from assistant.finding import Finding, Severity
from assistant.patterns import compiled_later
from assistant.rules.rule import Example, Rule, Scope
from assistant.templates.template import PartKind, Subject
from assistant.text import Span

_RANKS = "[市县区州镇乡村局厅处科股所院校部行站队馆园台厂]长|董事长|总经理|主席|书记|主任|秘书长|“?一把手”?|主要负责人|主要负责同志"
_AS = Sought(
    ("作为", "身为", "我是", "自己是", "任", "当"),
    f"(?:作为|身为|我是|自己是|(?<!曾)(?<!先)(?:兼任|担任|当上?(?=[^，。；]{{2,8}}以来)))(?:一名|本?[\u4e00-\u9fff]{{0,6}}的?)?(?<!副)(?P<post>(?:副|常务副|党组|党委|党工委|县委|市委|区委|镇党委|乡党委)?(?:{_RANKS}))(?=[，。；、“”]|我|抓|更|要|应|对|没|，|的责任|的职责|本应|带头|以来)",
)
_FIRST_OR_SECOND = Sought(
    ("正职", "副"),
    "(?:作为|身为|当|任|干|担任|是)(?:一名)?(?P<post>正职|副职|副[局处科股所院校站镇乡馆]长|副主任|副书记)(?=[，。；、]|时间|多年|以来|的(?!同志)|后|这|我|久|期间|[一二两三四五六七八九十0-9])",
)
# How long a post has been held that nobody in a unit of the writer's kind has: 「当院长9年」 under a 副局长's name.
_YEARS_IN = Sought(
    [verb + of for verb in "当任干做" for of in "局校院所站镇乡村厂馆县区市处科行队场"],
    "(?<!曾)(?<!先)(?<!后)[当任干做](?P<post>[局校院所站镇乡村厂馆县区市处科行队场]长)(?:已经?|有|快|近|整整|将近)?(?:[0-9]+|[一二三四五六七八九十]+)多?年",
)
# 「我任镇党委书记后去看过6次」
_SINCE_HE_IS = Sought(
    ("任", "当"),
    f"(?:我|本人|自己)(?:担任|任|当上?)(?:本?[\u4e00-\u9fff]{{0,6}}?)(?<!副)(?P<post>(?:副|常务副|党组|党委|党工委|县委|市委|区委|镇党委|乡党委)?(?:{_RANKS}))(?=以?后|以来|期间|这[几些]?年|的时候)",
)
# Posts held beside the one that is signed
_SECOND = compiled_later("支部|总支|机关党委|工会|小组|协会|分管|联系|第一|包联|专班")
_FORMER = compiled_later("曾|原来|以前|过去|此前|当时|那时|20[0-9]{2}年|年前|先后|从|配合|协助|同|与|和")
_FIRST_MAN = ("一把手", "主要负责人", "主要负责同志")


def check(facts: Facts) -> Iterator[Finding]:
    if facts.template is None or not facts.template.subject.of_one:
        return
    for material in facts.asked:
        own = writer.of(facts, material)
        said: set[Span] = set()
        cases = [s for f in material.parts for s in f.spans if f.part.kind is PartKind.CASE_ANALYSIS]
        body = Span(material.outline.byline_span.end, material.outline.end)
        for start, match in _AS.between(facts, *body) if own.post else ():
            span = Span(*match.span("post")).shifted(start)
            if _SECOND.search(match[0]) or _agrees(match["post"], own.post) or any(span.overlaps(s) for s in cases):
                continue
            said.add(span)
            written = match[0].replace("“", "‘").replace("”", "’")
            message = f"此处写“{written}”，署名的职务是“{own.head[-16:]}”。"
            advice = "请核对；兼任这一职务的可忽略。"
            yield RULE.finding(span, message, advice)
        for start, match in _SINCE_HE_IS.between(facts, *body) if own.post else ():
            span = Span(*match.span("post")).shifted(start)
            before = match.string[max(0, match.start() - 16) : match.start()]
            former = _FORMER.search(before) or _SECOND.search(match[0]) or any(span.overlaps(s) for s in cases)
            if span not in said and not former and not _agrees(match["post"], own.post):
                said.add(span)
                message = f"此处写“{match[0]}”，署名的职务是“{own.head[-16:]}”。"
                yield RULE.finding(span, message, "请核对；说的是以前任职的可忽略，宜写明。", severity=Severity.HINT)
        for start, match in _FIRST_OR_SECOND.between(facts, *body) if own.post else ():
            span = Span(*match.span("post")).shifted(start)
            if span in said:
                continue
            before = match.string[max(0, match.start() - 16) : match.start()]
            if _has_been(match["post"], own.post) or _FORMER.search(before) or any(span.overlaps(s) for s in cases):
                continue
            message = f"此处写“{match[0]}”，署名的职务是“{own.head[-16:]}”。"
            advice = "请核对；说的是以前任职的可忽略。"
            yield RULE.finding(span, message, advice)
        for start, match in _YEARS_IN.between(facts, *body) if own.post else ():
            span = Span(*match.span("post")).shifted(start)
            before = match.string[max(0, match.start() - 16) : match.start()]
            held = match["post"] in own.post or match["post"] in own.head
            if held or _FORMER.search(before) or any(span.overlaps(s) for s in cases):
                continue
            message = f"此处写“{match[0]}”，署名的职务是“{own.head[-16:]}”。"
            yield RULE.finding(span, message, "请核对；说的是以前任职的可忽略，宜写明。", severity=Severity.HINT)


def _has_been(written: str, own: str) -> bool:
    """Tell whether one of the writer's posts is a first or a second one, as it is written."""
    posts = [post for post in own.split("、") if post != "委员"]
    return any(post.startswith("副") is written.startswith("副") for post in posts) or not posts


def _agrees(written: str, own: str) -> bool:
    """Tell whether a post may be the writer's: the same word, and 副 on both sides or on none."""
    bare = written.strip("“”")
    posts = own.split("、")
    if bare in _FIRST_MAN:
        return any(not post.startswith("副") and post != "委员" for post in posts)
    rank = re.sub("^(?:常务副|副|党组|党委|党工委|县委|市委|区委|镇党委|乡党委)", "", bare)
    deputy = "副" in bare
    return any(post.removeprefix("副") == rank and post.startswith("副") is deputy for post in posts)


_TEXT = (
    "2025年度民主生活会个人对照检查材料\n{}\n一、存在的突出问题\n（一）带头强化政治忠诚方面\n1.学得浅。{}\n（二）带头担当作为方面\n怕得罪人。\n"
    "二、原因剖析\n放松了学习。\n三、整改措施\n每月自学两次。\n"
)

RULE = Rule(
    __name__,
    __doc__,
    check,
    Severity.ADVICE,
    Scope.MATERIAL,
    "材料须写本人的事（审核常见意见）",
    (
        Example(
            _TEXT.format("某市住房保障中心副主任　林知远", "作为⟦县长⟧，我抓得不紧。作为⟦“一把手”⟧，担责不够。"),
            with_template=True,
        ),
        Example(
            _TEXT.format(
                "某市住房保障中心副主任　林知远",
                "总觉得自己是⟦局长⟧，我任⟦镇党委书记⟧后去看过6次。总觉得自己是副主任，我任副主任后去看过2次，我曾任局长，任局长后常下乡。",
            ),
            with_template=True,
        ),
        Example(
            _TEXT.format("某市住房保障中心副主任　林知远", "当⟦正职⟧时间长了，怕得罪人。当副职久了，图省心。"),
            with_template=True,
        ),
        Example(
            _TEXT.format("某县水务局党组书记、局长　张三", "当⟦副局长⟧六年，想着平稳。曾任副局长多年。"),
            with_template=True,
        ),
        Example(
            _TEXT.format("某县卫生健康局党组成员、副局长　张三", "当⟦院长⟧9年，求稳。当局长、做县长工作的人不同。"),
            with_template=True,
        ),
        Example(_TEXT.format("某县水务局党组成员、副局长  张三", "作为⟦局长⟧，对分管的事过问少。"), with_template=True),
        Example(
            _TEXT.format(
                "某市住房保障中心副主任　林知远",
                "作为副主任，我抓得不紧。作为支部书记，讲党课少。作为一名党员干部，作为班子成员，想得不深。",
            ),
            with_template=True,
        ),
        Example(_TEXT.format("某镇党委书记  张三", "作为“一把手”，作为书记，担责不够。"), with_template=True),
        Example(_TEXT.format("张三", "作为县长，我抓得不紧。"), with_template=True),
        Example(
            _TEXT.format("某市住房保障中心副主任　林知远", "作为主任，担责不够。"),
            with_template=True,
            subject=Subject.LEADERSHIP,
        ),
    ),
)
