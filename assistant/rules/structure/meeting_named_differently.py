"""标题和前言写的不是同一次会议、同一类材料

检查什么：标题和前言写的是否同一次会议：标题写民主生活会、前言写组织生活会（或者相反）的，标题写年度民主生活会、前言写专题民主生活会的，标题或署名写党支部、会议写民主生活会的，正文写党支部召开民主生活会的，标题写领导班子、署名是一个人或者前言写“个人对照检查”的（或者相反），都会提示。
为什么：标题和前言不一致，看不出是哪一次会议的材料，审核时一般会问到。
怎么改：照本次通知的名称、材料的类别统一。
"""

from collections.abc import Iterator
from dataclasses import replace

from assistant.facts import writer
from assistant.facts.facts import Facts
from assistant.facts.material_facts import MaterialFacts
from assistant.facts.sought import Sought
from assistant.finding import Finding, Severity
from assistant.language.punctuation import quoted
from assistant.language.sentences import SENTENCE
from assistant.patterns import compiled_later
from assistant.rules.rule import Example, Rule, Scope
from assistant.templates.template import PartKind
from assistant.text import Span

_KINDS = ("民主生活会", "组织生活会")
# The sentence that says by which notice, for which meeting.
_OCCASION = compiled_later("按照|根据|依据|遵照|围绕|紧扣|通知|部署|本次|这次|此次|召开|开好")
_OTHER_TIME = compiled_later("去年|上年|上一?年度|上次|整改|双重|普通党员身份|所在(?:党)?支部|参加")
_BRANCH = compiled_later("(?:第[一二三四五六七八九十0-9]+)?党支部(?!副?书记|委员)")
# Whose material a title says it is, and what the preface of the other kind calls itself.
_OF_A_BODY = compiled_later("(?:领导)?班子(?!成员)")
_OF_ONE = compiled_later("个人(?=(?:对照)?(?:检查|检视|发言|剖析|自我))")
_CALLED = compiled_later(
    "(?:将|作|如下|：)[^，。；\n]{0,12}?(?P<one>个人)(?=(?:对照)?(?:检查|检视))|(?:将|作|代表)[^，。；\n]{0,12}?(?P<body>(?:领导)?班子)(?!成员)(?=[^，。；\n成个]{0,6}(?:对照)?(?:检查|检视))"
)
_NEAR = 14  # characters before the name that say of which time it is
# What is to be held by the notice, whichever meeting else its sentence names: 「关于开好2025年度组织生活会的统一部署」
_TO_BE_HELD = compiled_later(
    "(?:开好|召开|组织|筹备|做好|开展)(?:(?:本|今)年度?的?|20[0-9]{2}年度?)?(?P<kind>民主生活会|组织生活会)(?![和与及、暨])[^，。；、]{0,8}(?:部署|通知|要求|安排|方案|意见|会议精神|提醒)"
)
# Said of the meeting at hand wherever it stands
_THIS = Sought(
    tuple(this + kind for this in ("这次", "本次", "此次") for kind in _KINDS),
    "(?:这次|本次|此次)(?P<kind>民主生活会|组织生活会)",
)
# What a branch will do at its own of this year
_OF_THIS_YEAR = Sought(
    ("今年的民主生活会", "今年民主生活会", "年度民主生活会", "年度的民主生活会", "下次民主生活会", "下一次民主生活会"),
    "(?<![局委组子])(?:今年的?|下一?次|(?P<year>20[0-9]{2})年度的?)(?P<kind>民主生活会)(?=[，、上]|[^，。；]{0,6}(?:每名|委员|支委|支部|党员))",
)
# 「第三党支部定于3月6日召开民主生活会」
_HELD_BY_BRANCH = Sought(
    ("民主生活会",),
    "(?P<who>(?:第[一二三四五六七八九十0-9]+)?党?支部)(?!委|副?书记|班子|成员)(?P<how>[^，。；、：“”]{0,14}?)(?:召开|举行|召集|组织)(?:好|了)?(?:20[0-9]{2}年(?:度)?)?的?(?:专题|年度)?(?P<kind>民主生活会)",
)
_BY_ANOTHER = compiled_later("参加|列席|指导|督导|班子|党委|党组|党工委|机关党委|按照?|根据|[县市区局院]委|为|对")
_ATTENDS = compiled_later("参加|列席|班子|党委|党组|上级|督导|指导|[局县市区镇街院校]的?$")  # another's meeting
_OF_A_YEAR = compiled_later("(?P<year>20[0-9]{2}) ?年度(?P<kind>民主生活会|组织生活会)(?:上|后|中|，)")
_OF_EDUCATION = compiled_later("(?:主题教育|学习教育|”)?专题(?:民主|组织)生活会")
_SPECIAL = compiled_later("(?P<how>专题|年度)(?=(?:民主|组织)生活会)")
_ABOUT_WHAT = compiled_later("(?:巡[视察]|督察|审计|反馈|问题)*整改$")  # 巡察整改专题民主生活会


def check(facts: Facts) -> Iterator[Finding]:
    for material in facts.materials:
        title = material.outline.title or ""
        yield from _of_whom(facts, material, title)
        yield from _held_by_branch(facts, material)
        named = [kind for kind in _KINDS if kind in title]
        if len(named) != 1:
            continue
        if named[0] == _KINDS[0]:
            yield from _of_branch(facts, material)
        for sentence in _occasion(facts, material):
            yield from _judge(facts, title, named[0], sentence)
        yield from _previous(facts, material, named[0])
        for start, match in _THIS.between(facts, material.outline.preface_span.end, material.outline.end):
            if match["kind"] != named[0]:
                span = Span(*match.span("kind")).shifted(start)
                yield _finding(span, f"标题写{quoted(named[0])}，此处写{quoted(match['kind'])}。")
        measures = material.answers(PartKind.MEASURE)
        for place in measures if named[0] == _KINDS[1] else ():
            for start, match in _OF_THIS_YEAR.between(facts, *place):
                span = Span(*match.span("kind")).shifted(start)
                if _ATTENDS.search(facts.text[max(0, span.start - _NEAR) : start + match.start()]):
                    continue
                message = f"标题写{quoted(named[0])}，此处写{quoted(match['kind'])}。"
                yield replace(_finding(span, message), severity=Severity.HINT)


def _of_whom(facts: Facts, material: MaterialFacts, title: str) -> Iterator[Finding]:
    """Yield where a title says that a body writes and one person signs, or the preface speaks of the other kind."""
    body, one = _OF_A_BODY.search(title), _OF_ONE.search(title)
    if bool(body) is bool(one):
        return
    outline = material.outline
    signed = writer.signed(facts, material)
    if body and signed.name and signed.post:
        at = outline.title_span.start + outline.title_span.of(facts.text).find(body[0])
        message = f"标题写{quoted(body[0])}，署名是“{signed.name}”一个人。"
        yield RULE.finding(
            Span(at, at + len(body[0])), message, _KIND_ADVICE, severity=Severity.HINT, basis=_KIND_BASIS
        )
    for match in _CALLED.finditer(facts.text, outline.preface_span.start, outline.preface_span.end):
        group = "one" if match["one"] else "body"
        if (group == "one") is bool(body):
            message = f"标题写{quoted(body[0] if body else '个人')}，此处写“{match[group]}”。"
            yield RULE.finding(
                Span(*match.span(group)), message, _KIND_ADVICE, severity=Severity.HINT, basis=_KIND_BASIS
            )


_KIND_BASIS = "标题、署名与材料类别须一致（审核必查）"
_KIND_ADVICE = "请核对是班子材料还是个人材料；由班子负责人代表班子签署的可忽略。"


def _of_branch(facts: Facts, material: MaterialFacts) -> Iterator[Finding]:
    """Yield 民主生活会 where a branch, or one who signs as its member, writes: branches hold 组织生活会."""
    outline = material.outline
    for place in (outline.title_span, outline.byline_span):
        branch = _BRANCH.search(facts.text, place.start, place.end)
        at = facts.text.find(_KINDS[0], outline.title_span.start, outline.title_span.end)
        if branch and at >= 0:
            beside = "同时" if place == outline.title_span else "署名"
            message = f"标题写“民主生活会”，{beside}写“{branch[0]}”，党支部召开的一般是组织生活会。"
            yield RULE.finding(
                Span(at, at + len(_KINDS[0])), message, "请照本次通知的名称核对。", severity=Severity.HINT
            )
            return


def _held_by_branch(facts: Facts, material: MaterialFacts) -> Iterator[Finding]:
    """Yield 民主生活会 that a branch is said to hold, whatever the title calls the meeting."""
    for start, match in _HELD_BY_BRANCH.between(facts, material.outline.front_end, material.outline.end):
        span = Span(*match.span("kind")).shifted(start)
        if not (_BY_ANOTHER.search(match["how"]) or facts.is_quoted(span.start)):
            message = f"此处写“{match['who']}”召开“民主生活会”，党支部召开的一般是组织生活会。"
            yield RULE.finding(span, message, "请照本次通知的名称核对。", severity=Severity.HINT)


def _previous(facts: Facts, material: MaterialFacts, named: str) -> Iterator[Finding]:
    """Yield where the report of last year's rectification names the other meeting, in its heading or first in its text."""
    (other,) = (kind for kind in _KINDS if kind != named)
    for fact in material.parts:
        asked = fact.part.kind is PartKind.PREVIOUS_RECTIFICATION and other not in fact.part.heading
        for section in fact.answer.sections if asked else ():
            of_education = _OF_EDUCATION.search(section.heading)
            if of_education and "年度" in fact.part.heading and not section.heading.startswith("上年"):
                at = facts.text.find(of_education[0], section.start, section.heading_end)
                due = fact.part.heading.partition("整改")[0]
                message = f"这一节要写的是{due}的整改，标题写{quoted(of_education[0])}。"
                yield _finding(Span(at, at + len(of_education[0])), message)
            if other in section.heading and named not in section.heading:
                at = facts.text.find(other, section.start, section.heading_end)
                message = f"标题写{quoted(named)}，上年度整改这一节写{quoted(other)}。"
                found = _finding(Span(at, at + len(other)), message)
                yield found if named in fact.part.heading else replace(found, severity=Severity.HINT)
    for section in material.previous if material.alignment else ():
        first = _OF_A_YEAR.search(facts.years_in_digits, section.heading_end, section.end)
        year = facts.year(material)
        older = (
            first and year and int(first["year"]) < year - 1
        )  # what was found there may have been of another meeting
        if first and not older and first["kind"] == other and other not in section.heading:
            message = f"标题写{quoted(named)}，上年度整改这一节写{quoted(other)}。"
            yield replace(_finding(Span(*first.span("kind")), message), severity=Severity.HINT)


def _occasion(facts: Facts, material: MaterialFacts) -> Iterator[Span]:
    preface = material.outline.preface_span
    for match in SENTENCE.finditer(facts.text, preface.start, preface.end):
        if _OCCASION.search(match[0]):
            yield Span(*match.span())


def _judge(facts: Facts, title: str, named: str, sentence: Span) -> Iterator[Finding]:
    said = sentence.of(facts.text)
    (other,) = (kind for kind in _KINDS if kind != named)
    found = said.find(other)
    if found >= 0 and named not in said and not _OTHER_TIME.search(said[max(0, found - _NEAR) : found]):
        at = sentence.start + found
        yield _finding(Span(at, at + len(other)), f"标题写{quoted(named)}，此处写{quoted(other)}。")
        return
    held = _TO_BE_HELD.search(said)
    if held and held["kind"] == other and not _OTHER_TIME.search(said[: held.start()][-_NEAR:]):
        span = Span(*held.span("kind")).shifted(sentence.start)
        yield _finding(span, f"标题写{quoted(named)}，此处写{quoted(other)}。")
    in_title, here = _SPECIAL.search(title), _SPECIAL.search(said)
    if in_title is None or here is None or in_title["how"] == here["how"] or f"{in_title['how']}{named}" in said:
        return
    before = _ABOUT_WHAT.sub("", said[max(0, here.start() - _NEAR) : here.start()])
    if not _OTHER_TIME.search(before):
        at = sentence.start + here.start()
        yield _finding(
            Span(at, at + 2),
            f"标题写“{in_title['how']}{named}”，此处写{quoted(said[here.start() : here.end() + len(named)])}。",
        )


def _finding(span: Span, message: str) -> Finding:
    return RULE.finding(span, message, "请照本次通知的名称统一。")


_TEXT = "2025年度民主生活会个人对照检查材料\n{}\n一、存在的问题\n学得浅。\n"

RULE = Rule(
    __name__,
    __doc__,
    check,
    Severity.ADVICE,
    Scope.MATERIAL,
    "会议名称须与本次通知一致（审核必查）",
    (
        Example(_TEXT.format("按照支部关于开好2025年度⟦组织生活会⟧的通知要求，我检查如下。")),
        Example(_TEXT.format("按照关于召开2025年⟦专题⟧民主生活会的部署，我检查如下。")),
        Example(_TEXT.format("根据《关于开好巡察整改⟦专题⟧民主生活会的通知》要求，我检查如下。"), shown=False),
        Example(
            "2025年度民主生活会个人对照检查材料\n现将乡党委⟦班子⟧对照检查情况报告如下。\n一、存在的问题\n学得浅。\n",
            shown=False,
        ),
        Example(_TEXT.format("按照2025年度民主生活会通知要求，以普通党员身份参加了所在支部的组织生活会，我检查如下。")),
        Example(
            "白鹭镇⟦领导班子⟧2025年度民主生活会对照检查材料\n白鹭镇副镇长　谷满仓\n现将班子成员⟦个人⟧对照检查情况报告如下。\n一、存在的问题\n学得浅。\n"
        ),
        Example(
            "白鹭镇领导班子2025年度民主生活会对照检查材料\n班子成员之间开展谈心谈话，班子成员撰写个人材料。现将班子对照检查情况报告如下。\n一、存在的问题\n学得浅。\n"
        ),
        Example(_TEXT.format("我检查如下。") + "二、整改措施\n以这次⟦组织生活会⟧为契机，参加所在支部的组织生活会。\n"),
        Example("枫桥社区第二党支部2022年度⟦民主生活会⟧对照检查材料\n一、存在的问题\n学得浅。\n"),
        Example("2025年度民主生活会个人对照检查材料\n党支部书记　张三\n一、存在的问题\n学得浅。\n"),
        Example(
            "2025年度民主生活会个人对照检查材料\n一、上年度民主生活会整改措施落实情况\n2024年度⟦组织生活会⟧上，我提了4条要改的。\n"
            "二、存在的突出问题\n（一）带头强化政治忠诚方面\n学得浅。\n（二）带头担当作为方面\n怕得罪人。\n三、原因剖析\n放松了学习。\n四、整改措施\n每月自学两次。\n",
            with_template=True,
        ),
        Example(
            "2025年度民主生活会个人对照检查材料\n一、上年度民主生活会整改措施落实情况\n2023年度组织生活会上提的3条，接着改完了。\n"
            "二、存在的突出问题\n（一）带头强化政治忠诚方面\n学得浅。\n（二）带头担当作为方面\n怕得罪人。\n三、原因剖析\n放松了学习。\n四、整改措施\n每月自学两次。\n",
            with_template=True,
        ),
        Example(
            "2025年度组织生活会个人对照检查材料\n一、存在的突出问题\n（一）带头强化政治忠诚方面\n学得浅。\n（二）带头担当作为方面\n怕得罪人。\n二、原因剖析\n放松了学习。\n三、整改措施\n在2026年度⟦民主生活会⟧上，对每名党员提2条意见；列席局党组2026年度民主生活会，记下意见。\n",
            with_template=True,
        ),
        Example(
            "2025年度组织生活会个人对照检查材料\n按照2025年度组织生活会通知要求，第二党支部3月召开⟦民主生活会⟧，我检查如下。\n一、存在的问题\n支部书记列席局民主生活会；支部按局党组召开民主生活会的通知上报意见；支部列席局里召开的民主生活会。\n",
            shown=False,
        ),
        Example("对照检查材料\n按照2025年度组织生活会通知要求，我检查如下。\n一、存在的问题\n学得浅。\n"),
    ),
)
