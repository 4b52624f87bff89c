"""年数与年份似不一致

检查什么：写了哪一年入党、参加工作，又写入党、工作多少年的（“已有34年党龄”“从警32年”“在水利系统干了31年”），两处是否一致；入党、工作的年数与年龄、出生年份是否相称。
为什么：审核时要把履历上的年份同干部档案核对。
怎么改：对照档案核对，改正写错的一处。
"""

import re
from collections.abc import Iterator

from assistant.facts import years_at_it
from assistant.facts.facts import Facts
from assistant.facts.material_facts import MaterialFacts
from assistant.facts.sought import Sought
from assistant.finding import Finding, Severity
from assistant.language.numbering import value_of
from assistant.language.sentences import clause_at
from assistant.rules.example_material import FIRST_ASPECT, FROM_THE_CAUSES, TITLE
from assistant.rules.rule import Example, Rule, Scope
from assistant.text import Span

_NUMBER = "[0-9]{1,2}|[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九]"
_POSTS = "[局处科股所院校站队镇乡村县市区馆厂社]长|书记|主任|经理"
_SINCE = Sought(
    ("19", "20"),
    "(?P<year>(?:19|20)[0-9]{2})年(?:[0-9]{1,2}月)?(?:[0-9]{1,2}日)?(?:起|开始|就|我|本人)?(?P<what>(?:到[^，。；0-9]{1,12})?上班|进(?:的|了)?厂|转业|入党|入的党|加入中国共产党|加入(?:了)?党组织|参加(?:公安|教育|卫生|医疗|税务|财政|水利|交通|环保|气象|供电|电力|银行|铁路|政法|检察|法院)?工作|参加的工作|入职|从警|从教|从医|入伍|参军|任现职)"
    f"|(?P<from>(?:19|20)[0-9]{{2}})年(?:[0-9]{{1,2}}月)?(?:起|开始|就)?[任当](?P<post>副?(?:{_POSTS}))",
)
_FOR = Sought(
    ("年",),
    f"(?:(?P<what>入党|党龄|在党|参加工作|工龄|入职|从警|警龄|从教|教龄|从医|军龄|任现职|上班|进厂|转业)|[任当干](?P<post>副?(?:{_POSTS}))|(?P<held>副?(?:{_POSTS}))[当干]了)"
    f"(?:已经?|至今|到现在|到今天|如今|有|近|将近|快|满|整整|也|都|就|了|算来|前后|差不多|(?:这么[些多]年)?，(?=已|整|足|有|都|也))*(?P<years>{_NUMBER})(?P<more>多|余)?年(?![0-9月级底初以])",
)
# 「已有34年党龄」
_SO_LONG = Sought(
    [f"{what}龄" for what in "党工教警军"],
    f"(?<![0-9一二三四五六七八九十])(?P<years>{_NUMBER})(?P<more>多|余)?年的?(?P<what>党龄|工龄|教龄|警龄|军龄)",
)
_BORN = Sought(
    ("年出生", "月出生", "日出生", "年生", "月生", "日生"),
    "(?:^|[，。；：])(?:我|本人)?(?:出生于)?(?P<year>19[4-9][0-9]|200[0-9])年(?:[0-9]{1,2}月)?(?:[0-9]{1,2}日)?(?:出生|生)(?=[，。；人])",
)
# 「参加工作9年，当副局长26年」: no post is held for longer than one has worked.
_LONGER = Sought(
    [f"{what}{number}" for what in ("工作", "从警", "从教", "从医") for number in "0123456789一二三四五六七八九十"],
    f"(?P<what>(?:参加)?工作|从警|从教|从医)(?P<all>{_NUMBER})多?年，[^，。；]{{0,4}}[当任干做](?P<post>副?(?:{_POSTS}))(?P<years>{_NUMBER})多?年",
)
# 「分管工程九十年」
_A_LIFE = Sought(
    [f"{figure}年" for figure in "0123456789一二三四五六七八九十"],
    "(?:参加工作|工龄|任职|干了|分管|从事)[^，。；、0-9一二三四五六七八九十]{0,6}(?P<years>[五六七八九]十[一二三四五六七八九]?|[5-9][0-9]|[1-9][0-9]{2})年(?![0-9代初底来月级])",
)
# 「2016年6月入的党，到现在九年多了」
_UNTIL_NOW = Sought(
    ("现在", "至今", "今天", "今年", "算来"),
    "(?P<since>(?P<year>(?:19|20)[0-9]{2})年[^，。；0-9]{0,3}(?:[0-9]{1,2}月)?[^，。；0-9]{1,14})，(?:我)?(?P<now>到现在|至今|到今天|到今年|算来)(?:已经?|有|快|整整|也|将近)*"
    f"(?P<years>{_NUMBER})(?P<more>多|余|来)?(?:个)?年(?![0-9月级底初以])",
)
# 「2021年3月任局长以来，在同一岗位将近五年」
_IN_POST = Sought(
    ("以来",),
    "(?<!自)(?P<since>(?P<year>20[0-9]{2})年(?:[0-9]{1,2}月)?(?:起)?(?:担任|任|到任|到|调任|接任|当)[^，。；0-9]{0,10}以来)，(?:我)?(?:在?(?:同一|这个|现|本|一个|该)[^，。；]{1,6}?)?(?:上|干了|工作|任职)?(?:已经?|有|快|整整|将近|近|满|也|一干)*"
    f"(?P<years>{_NUMBER})(?P<more>多|余|来)?(?:个)?年(?![0-9月级底初以])",
)
# How old the writer is, and for how long he has been at work or in the Party, each as a clause of his own tells it
_AGE = Sought(
    ("岁",),
    "(?:^|[，。；：])(?:我|本人)?(?:今年|现年|年纪|年龄|也?已经?|都|过了?|到了?|快|近|将近|满)*(?P<age>[2-6][0-9]|[二三四五六]十[一二三四五六七八九]?)岁(?:了|的人|出头)?(?=[，。；]|$)",
)
_AT_IT = Sought(
    ("年",),
    "(?:^|(?<=[，。；：]))(?:我|本人)?(?P<what>入党|党龄|参加工作|工龄|(?:在[^，。；]{2,12}?)?(?:工作|干|摸爬滚打|待)(?=了|已|将|快|近|整|[0-9一二三四五六七八九十]))"
    f"(?:了|已经?|至今|有|近|将近|快|满|整整)*(?P<years>{_NUMBER})多?年(?![0-9月级底初以])",
)
# 「参加工作19年，入党26年」
_IN_PARTY_LONGER = Sought(
    ("入党",),
    f"参加工作(?P<all>{_NUMBER})多?年，(?:我)?入党(?P<years>{_NUMBER})多?年|入党(?P<years_first>{_NUMBER})多?年，(?:我)?参加工作(?P<all_last>{_NUMBER})多?年",
)
_YOUNGEST = 16  # at which one begins to work; 18 for the Party
_BEFORE_WORK = 6  # years for which students have been in the Party at most
_SAME = {
    "加入中国共产党": "入党",
    "入的党": "入党",
    "在党": "入党",
    "参加公安工作": "从警",
    "警龄": "从警",
    "参加教育工作": "从教",
    "教龄": "从教",
    "参加卫生工作": "从医",
    "参加医疗工作": "从医",
    "入伍": "参军",
    "军龄": "参军",
    "党龄": "入党",
    "加入党组织": "入党",
    "加入了党组织": "入党",
    "工龄": "参加工作",
    "参加的工作": "参加工作",
    "进的厂": "进厂",
    "进了厂": "进厂",
}


def check(facts: Facts) -> Iterator[Finding]:
    for material in facts.materials:
        yield from _longer(facts, material.outline.start, material.outline.end)
        yield from _for_his_age(facts, material)
        if facts.template is not None and facts.template.subject.of_one:
            place = Span(material.outline.front_end, material.outline.end)
            for longer in years_at_it.longer_than_worked(facts, place):
                message = f"此处写“{longer.said}”，另一处写“{longer.since}”，比参加工作的年数长。"
                yield RULE.finding(longer.span, message, "请对照档案核对，改正写错的一处。")
        year = facts.year(material)
        if year:
            told = list(_found(facts, material, year))
            yield from told
            for each in years_at_it.find(facts, Span(material.outline.start, material.outline.end), year):
                if not any(each.span.overlaps(other.span) for other in told):
                    message = f"此处写“{each.since}”，又写“{each.said}”，到{year}年是{each.due}年。"
                    yield RULE.finding(each.span, message, "请对照档案核对，改正写错的一处。")


def _longer(facts: Facts, begin: int, end: int) -> Iterator[Finding]:
    for start, match in _A_LIFE.between(facts, begin, end):
        message = f"此处写“{match[0]}”，比能工作的年数长。"
        yield RULE.finding(Span(*match.span()).shifted(start), message, "请对照档案核对。")
    for start, match in _LONGER.between(facts, begin, end):
        if value_of(match["years"]) > value_of(match["all"]):
            message = f"此处写“{match['what']}{match['all']}年”，又写任{match['post']}{match['years']}年，比前面的长。"
            yield RULE.finding(Span(*match.span()).shifted(start), message, "请对照档案核对。")
    for start, match in _IN_PARTY_LONGER.between(facts, begin, end):
        years, all_ = match["years"] or match["years_first"], match["all"] or match["all_last"]
        if value_of(years) - value_of(all_) > _BEFORE_WORK:
            message = f"此处写参加工作{all_}年，入党{years}年，入党比参加工作早{value_of(years) - value_of(all_)}年。"
            yield RULE.finding(Span(*match.span()).shifted(start), message, "请对照档案核对。", severity=Severity.HINT)


def _for_his_age(facts: Facts, material: MaterialFacts) -> Iterator[Finding]:
    """Yield 「今年33岁，在水利系统干了29年」, where one writes of himself."""
    if facts.template is None or not facts.template.subject.of_one:
        return
    begin, end = material.outline.front_end, material.outline.end
    told = [match for _, match in _AGE.between(facts, begin, end)]
    if len(told) != 1:
        return  # of whom the others are is not known
    (age,) = told
    for start, match in _AT_IT.between(facts, begin, end):
        begun = value_of(age["age"]) - value_of(match["years"])
        if begun < _YOUNGEST + 2 * (match["what"] in ("入党", "党龄")):
            message = f"此处写“{match[0]}”，另一处写“{age[0].lstrip('，。；：')}”，算来{begun}岁就开始了。"
            place = Span(*match.span()).shifted(start)
            yield RULE.finding(place, message, "请对照档案核对年龄和年数。")


def _found(facts: Facts, material: MaterialFacts, year: int) -> Iterator[Finding]:
    begin, end = material.outline.start, material.outline.end
    until_now = [*_UNTIL_NOW.between(facts, begin, end)]
    begun_after = f"{year + 1}年" in material.outline.byline_span.of(facts.text)  # so it is one year more until now
    for start, match in (*until_now, *_IN_POST.between(facts, begin, end)):
        years, first = value_of(match["years"]), int(match["year"])
        too_few = begun_after and "now" in match.groupdict() and not match["more"] and years < year - first
        if too_few or not _may_be(years, first, year, bool(match["more"])):
            message = f"此处写“{match['since']}”，又写“{match['years']}年”，到{year}年是{year - first}年。"
            yield RULE.finding(Span(*match.span()).shifted(start), message, "请核对，改正写错的一处。")
    begun = [found for found in _SINCE.between(facts, begin, end) if not _is_of_another(facts, *found)]
    yield from _longer_than_grown_up(facts, material, year, [match for _, match in begun])
    for start, match in (*_FOR.between(facts, begin, end), *_so_long(facts, begin, end)) if begun else ():
        since = [(at, each) for at, each in begun if _what(each) == _what(match)]
        if any(at == start and each.start() <= match.start() < each.end() for at, each in since):
            continue
        firsts = [int(each["year"] or each["from"]) for _, each in since]
        more, years = bool(match["more"]), value_of(match["years"])
        if (
            not firsts
            or any(_may_be(years, each, year, more) for each in firsts)
            or _is_of_another(facts, start, match)
        ):
            continue
        yield RULE.finding(
            Span(*match.span()).shifted(start),
            f"此处写“{match[0]}”，另一处写“{since[-1][1][0]}”，到{year}年是{year - firsts[-1]}年。",
            "请对照档案核对，改正写错的一处。",
        )


def _is_of_another(facts: Facts, start: int, match: re.Match[str]) -> bool:
    """Tell whether the clause before says that it is another's: 「老书记入党五十年」."""
    at = start + match.start()
    return years_at_it.OF_ANOTHER.search(facts.text, clause_at(facts.text, at).start, at) is not None


def _so_long(facts: Facts, begin: int, end: int) -> Iterator[tuple[int, re.Match[str]]]:
    """Yield 「34年党龄」 where that is not told of another."""
    for start, match in _SO_LONG.between(facts, begin, end):
        if not years_at_it.OF_ANOTHER.search(clause_at(facts.text, start + match.start()).of(facts.text)):
            yield start, match


def _longer_than_grown_up(
    facts: Facts, material: MaterialFacts, year: int, begun: list[re.Match[str]]
) -> Iterator[Finding]:
    """Yield for how long one says to have been at it, where that is more than since one began to work, or was sixteen."""
    if facts.template is None or not facts.template.subject.of_one:
        return
    begin, end = material.outline.front_end, material.outline.end
    born = [match for _, match in _BORN.between(facts, begin, end)]
    works = [match for match in begun if match["what"] and _what(match) in ("参加工作", "从警", "从教", "从医")]
    since = [(int(match["year"]), match[0]) for match in works]
    since += [(int(match["year"]) + _YOUNGEST, match[0].lstrip("，。；：")) for match in born]
    if not since:
        return
    told = _so_long(facts, begin, end) if born else ()
    for start, match in (*years_at_it.WITHIN_WORK.between(facts, begin, end), *told):
        if any(_what(match) == _what(each) for each in works):
            continue  # that is held against its own year
        first, said = min(since)
        at = start + match.start()
        if years_at_it.OF_ANOTHER.search(facts.text, clause_at(facts.text, at).start, at):
            continue
        if value_of(match["years"]) > year - first + 2:
            message = f"此处写“{match[0]}”，另一处写“{said}”，到{year}年最多{year - first + 1}年。"
            yield RULE.finding(Span(*match.span()).shifted(start), message, "请对照档案核对，改正写错的一处。")


def _may_be(years: int, first: int, year: int, more: bool) -> bool:
    """Tell whether so many years may have gone by since a year; of 「九年多」 and 「20多年」 a few more."""
    return year - first - 1 - (2 if more else 0) <= years <= year - first + 2


def _what(match: re.Match[str]) -> str:
    """Tell since when what: one word for what has several; a post as it is called."""
    told = match.groupdict()
    what = told["what"] or told.get("post") or told.get("held") or ""
    what = "上班" if what.endswith("上班") else what
    return _SAME.get(what, "参加工作" if what.startswith("参加") else what)


_TEXT = "2025年度民主生活会个人对照检查材料\n一、存在的问题\n{}\n"
_ASKED = TITLE + "张三\n" + FIRST_ASPECT + "学得浅。\n（二）带头担当作为方面\n{}\n" + FROM_THE_CAUSES

RULE = Rule(
    __name__,
    __doc__,
    check,
    Severity.ADVICE,
    Scope.MATERIAL,
    "前后数字须一致（审核必查）",
    (
        Example(_TEXT.format("我2010年入党，学习不深。\n⟦入党19年⟧，对自己要求松了。")),
        Example(
            "2025年度民主生活会个人对照检查材料\n某局副局长　林知远\n（2026年2月）\n一、存在的问题\n我⟦2012年入党，到现在12年⟧了；2009年入党，到现在17年了，在公司干了16年。\n"
        ),
        Example(
            _ASKED.format(
                "我2001年12月加入中国共产党，2003年7月参加公安工作，已有⟦34年党龄⟧。我⟦从警32年⟧，自以为见得多。"
            ),
            with_template=True,
        ),
        Example(
            _ASKED.format("我1981年5月出生，2004年7月参加工作，⟦在水利系统干了31年⟧，有⟦31年党龄⟧。"),
            with_template=True,
        ),
        Example(
            _ASKED.format(
                "我2001年12月加入中国共产党，2003年7月参加公安工作，已有24年党龄。我从警22年，老所长干了40年，父亲从事修表49年。我1981年5月出生，在水利系统干了21年，同有50年党龄的老党员谈过心。"
            ),
            with_template=True,
        ),
        Example(_TEXT.format("我1999年7月参加工作，⟦工龄二十年⟧，凭经验办事多。")),
        Example(_TEXT.format("⟦参加工作9年，当副局长26年⟧，求稳。参加工作26年，当副局长9年。")),
        Example(_ASKED.format("参加工作17年，我⟦在机关岗位待了21年⟧，对文字敏感。"), with_template=True, shown=False),
        Example(_ASKED.format("参加工作17年，我在机关岗位待了11年，对文字敏感。"), with_template=True, shown=False),
        Example(_TEXT.format("⟦分管工程九十年⟧，签过的单子多；参加工作26年，三十年没有变过，1999年参加工作。")),
        Example(_TEXT.format("我是⟦2006年6月入的党，到现在九年⟧多了。\n⟦入党九年⟧，干劲淡了。")),
        Example(_TEXT.format("我是2016年6月入的党，到现在九年多了；2012年调来，至今十三年。")),
        Example(
            _ASKED.format("我今年33岁，⟦在水利系统干了29年⟧。老搭档参加工作19年。"),
            with_template=True,
        ),
        Example(
            _ASKED.format("我今年53岁，在水利系统干了29年，参加工作26年，入党30年。父亲种了一辈子地，今年65岁。"),
            with_template=True,
        ),
        Example(_TEXT.format("⟦参加工作19年，入党26年⟧，干劲淡了；参加工作26年，入党19年，干劲淡了。")),
        Example(_TEXT.format("⟦2021年3月任局长以来，在同一岗位将近八年⟧，求稳。")),
        Example(_TEXT.format("2021年3月任局长以来，在同一岗位将近五年，求稳。2016年任所长以来，全省十年规划落实慢。")),
        Example(
            _TEXT.format(
                "我2009年6月入的党，2003年到卫生院上班。\n如今⟦入党也有21年⟧了，⟦上班都快30年⟧了；老书记入党整整五十年了。"
            ),
            shown=False,
        ),
        Example(
            _TEXT.format("我2009年6月入的党，2003年到卫生院上班。\n如今入党也有16年了，上班都快23年了。"), shown=False
        ),
        Example(_TEXT.format("2012年起任局长，求稳。\n⟦干局长六年⟧，想着平稳。")),
        Example(_TEXT.format("2019年任局长，干局长六年，想着平稳。2012年当副科长，当科长八年。")),
        Example(_TEXT.format("我2010年入党，入党十五年，2001年参加工作，工作二十多年，对自己要求松了。")),
    ),
)
