"""似为输入时选错的字

检查什么：读音或字形相近、放在句中不通顺的字词，如“深入调查烟酒”；前后颠倒的字，如“题问”；连打了两遍的字，如“同志志”；漏了一半的词，如“整改施”；固定提法、成语里错、漏、多的字；“的、地、得”用错的（“把地不严”“存在得问题”）。固定提法、成语对照词表检查，其余按公文里字词的常见搭配推断。
为什么：输入、识别时容易出现错字，本人通读时又不易看出。
怎么改：核对本意是否为提示的词，是的，照此改正。人名、地名、专业用语和少见的说法也可能被提示，可忽略，或加入本单位用语。
"""

from collections.abc import Iterator

from assistant.facts.facts import Facts
from assistant.facts.paragraph_facts import ParagraphFacts
from assistant.finding import Finding, Fix, Severity
from assistant.patterns import compiled_later
from assistant.rules.rule import Example, Rule, Scope
from assistant.text import Edit, Span

_PARTICLES = "structural_particle"
_UNIT = compiled_later(
    "(?:中共)?[一-龥（）]{2,30}?(?:局|公司|集团|医院|学院|大学|学校|中学|小学|中心|委员会|街道|[镇乡村厂站院所队馆])(?=党[委组工支总]|领导班子|20[0-9]{2}|关于|[ 　\n]|$)"
)


def check(facts: Facts) -> Iterator[Finding]:
    if not facts.slips:
        return
    signed = [material.outline.byline_span for material in facts.materials]  # names look like slips
    signed += [_unit_in_title(material.outline.title_span, facts.text) for material in facts.materials]
    for start, paragraph in zip(facts.starts, facts.paragraphs, strict=True):
        for slip in facts.slips.get(paragraph.text, ()):
            if any(slip.span.shifted(start).overlaps(each) for each in signed):
                continue
            if not slip.is_habit(paragraph.text, facts.text) and not _is_own(facts, paragraph, slip.span):
                yield _finding(paragraph.text, slip.span, slip.word).shifted(start)


def _unit_in_title(title: Span, text: str) -> Span:
    """Give the stretch of a title that names the unit: 「沧口港务集团有限公司党委」; none is empty."""
    unit = _UNIT.match(title.of(text))
    return Span(title.start, title.start + (unit.end() if unit else 0))


def _is_own(facts: Facts, paragraph: ParagraphFacts, span: Span) -> bool:
    """Tell whether a place is in the writer's name, post or unit, in what is left to be filled, or told by another check."""
    if any(span.overlaps(each.span) for each in paragraph.placeholders):
        return True
    if any(hit.rule == _PARTICLES and span.overlaps(hit.span) for hit in paragraph.phrases):
        return True  # said there
    for word in filter(None, facts.profile):
        at = paragraph.text.find(word)
        while at >= 0:
            if span.overlaps(Span(at, at + len(word))):
                return True
            at = paragraph.text.find(word, at + 1)
    return False


def _finding(text: str, span: Span, word: str) -> Finding:
    written = span.of(text)
    if len(word) < len(written):
        slip = "多了字"
    elif len(word) > len(written):
        slip = "漏了字"
    else:
        slip = "颠倒了字的次序" if sorted(word) == sorted(written) else "用错了字"
    return RULE.finding(
        span,
        f"此处“{written}”似应为“{word}”。",
        f"公文里少见这种写法，请核对是否{slip}；本意如此的可忽略。",
        Fix(f"改为“{word}”", (Edit(span.start, span.end, word),)),
    )


RULE = Rule(
    __name__,
    __doc__,
    check,
    Severity.HINT,
    Scope.MATERIAL,
    "公文用语的统计（供参考）",
    (
        Example(
            "把稳⟦私想⟧之舵，深入基层调查⟦烟酒⟧不够，严守政治纪律和政治⟦归矩⟧，剖析问题⟦产声⟧的原因，对党⟦忠成⟧。",
            "把稳思想之舵，深入基层调查研究不够，严守政治纪律和政治规矩，剖析问题产生的原因，对党忠诚。",
        ),
        Example("思想上的⟦敏税⟧性退化，由抽查改为⟦遂件⟧回访。", "思想上的敏锐性退化，由抽查改为逐件回访。"),
        Example(
            "压力⟦传异⟧不够，对⟦以习近平同志为核的党中央⟧决策部署跟进慢，工作⟦蜻蜒点水⟧，同⟦志志⟧走得近。",
            "压力传导不够，对以习近平同志为核心的党中央决策部署跟进慢，工作蜻蜓点水，同志走得近。",
        ),
        Example("在⟦担当为⟧方面有差距，对⟦清正洁⟧的要求放松了。", "在担当作为方面有差距，对清正廉洁的要求放松了。"),
        Example("制定⟦整改施⟧16条，⟦典案例⟧没有学。", "制定整改措施16条，典型案例没有学。", shown=False),
        Example("沧口港务集团有限公司党委2025年度民主生活会对照检查材料\n2026年1月\n"),
        Example("理论学习不够深入，调查研究不够扎实，整改落实不够彻底，为民服务的意识还不强。"),
        Example("到陕西、湖南学习考察，烟酒销售、事务管理、事物发展，都按规定办理。"),
    ),
)
