"""固定提法的数目、各项似有误

检查什么：“四个意识”“六项纪律”“三会一课”一类提法，数目是否写错，所列各项是否写错、少一项、多一项；各领域逐字固定的提法（“坚持系统治理、两手发力”“有则改之、无则加勉”），是否只有一个词与通行的不同，或者几个词互换了位置。
为什么：这类提法的数目和各项有通行的说法，前后不一，审核时容易引起疑问。
怎么改：照通行的提法改正；确指另一组的，可忽略。
"""

from collections.abc import Iterator

from assistant.certainty import Certainty
from assistant.facts.paragraph_facts import ParagraphFacts
from assistant.finding import Finding, Fix, Severity
from assistant.language import fixed_sets, formulas, set_names
from assistant.rules.rule import Example, Rule, Scope
from assistant.text import Edit


def check(facts: ParagraphFacts) -> Iterator[Finding]:
    slips = list(fixed_sets.find(facts.text, facts.cues))
    slips += set_names.find(facts.text)
    for slip in slips:
        sure = slip.set.certainty.sourced_twice
        basis = slip.set.certainty.basis(slip.set.source)
        fix = Fix(f"改为“{slip.right}”", (Edit(slip.span.start, slip.span.end, slip.right),)) if slip.right else None
        severity = RULE.severity if sure or slip.set.certainty is Certainty.ONE_SOURCE else Severity.HINT
        advice = f"请{'照所列各项' if slip.of_members else ''}核对；确指另一组的可忽略。"
        yield RULE.finding(slip.span, slip.told, advice, fix, severity=severity, basis=basis)
    for wrong in formulas.find(facts.text, facts.cues):
        if not any(wrong.span.overlaps(slip.span) for slip in slips):  # many a row of a set is a formula too
            yield _of_formula(facts, wrong)


def _of_formula(facts: ParagraphFacts, wrong: formulas.Wrong) -> Finding:
    """Say which word of a formula is another."""
    span, formula = wrong.span, wrong.formula
    message = f"通行表述是“{formula.told}”，此处写“{span.of(facts.text)}”。"
    fix = Fix(f"改为“{wrong.right}”", (Edit(span.start, span.end, wrong.right),))
    advice = "请照通行表述核对；所指确是另一件事的可忽略。"
    basis = formula.certainty.basis(formula.source)
    return RULE.finding(span, message, advice, fix, severity=Severity.HINT, basis=basis)


RULE = Rule(
    __name__,
    __doc__,
    check,
    Severity.ADVICE,
    Scope.PARAGRAPH,
    "党内法规和公开文件的提法",
    (
        Example(
            "自我净化、自我完善、⟦自我革命⟧、自我提高的能力不足。",
            "自我净化、自我完善、自我革新、自我提高的能力不足。",
        ),
        Example(
            "对照六项纪律（政治纪律、组织纪律、廉洁纪律、群众纪律、工作纪律、⟦社会纪律⟧），对照“⟦七项纪律⟧”查得浅，中央⟦九项规定⟧精神落实不够。",
            "对照六项纪律（政治纪律、组织纪律、廉洁纪律、群众纪律、工作纪律、生活纪律），对照“六项纪律”查得浅，中央八项规定精神落实不够。",
        ),
        Example(
            "“四风”即⟦形式主义、官僚主义、奢靡之风⟧，“四个意识”即政治意识、大局意识、核心意识、看齐意识、⟦责任意识⟧。"
        ),
        Example(
            "增强“⟦五个意识⟧”不够，统筹推进“⟦四位一体⟧”不够。",
            "增强“四个意识”不够，统筹推进“五位一体”不够。",
            shown=False,
        ),
        Example(
            "政治判断力、政治领悟力、⟦政治鉴别力⟧没有跟上，对“⟦三个最严⟧”要求学得浅。",
            "政治判断力、政治领悟力、政治执行力没有跟上，对“四个最严”要求学得浅。",
            shown=False,
        ),
        Example(
            "世界观、人生观、⟦道德观⟧没有拧紧，有则改之、无则⟦共勉⟧做得不够，集体领导、民主集中、⟦个别决定、会议酝酿⟧走了样。",
            "世界观、人生观、价值观没有拧紧，有则改之、无则加勉做得不够，集体领导、民主集中、个别酝酿、会议决定走了样。",
            shown=False,
        ),
        Example(
            "落实“四下基层”，信访接待下基层、⟦文艺演出下基层⟧，没有从“⟦三个维护⟧”的高度衡量，食品监管“⟦四个从严⟧”要求落实不够。",
            "落实“四下基层”，信访接待下基层、文艺演出下基层，没有从“两个维护”的高度衡量，食品监管“四个最严”要求落实不够。",
            shown=False,
        ),
        Example("对照⟦政治纪律、组织纪律、廉洁纪律、工作纪律、生活纪律⟧，查出4个问题。", shown=False),
        Example("着力形成“五大优良作风”，打造“三个面向”服务窗口，推广“五个合格”工作法。", shown=False),
        Example(
            "政治领悟力、政治执行力、政治引领力不强，提高政治敏锐力、政治鉴别力，镇里“三个最严”巡查，严管与厚爱结合不够。"
        ),
        Example(
            "增强政治意识、大局意识，责任意识、服务意识、危机意识不强。形式主义、官僚主义仍有，对照政治纪律、组织纪律查摆。"
            "提出“三个意识”，“三位一体”改革，八项规定精神，自我净化、自我完善，经济建设、政治建设、作风建设，三大纪律八项注意，市里九项规定。政治纪律、组织纪律、廉洁纪律、群众纪律、工作纪律、生活纪律，记得住，六项纪律没有用来照自己。"
        ),
    ),
)
