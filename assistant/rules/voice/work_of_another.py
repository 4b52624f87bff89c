"""所做的工作似是其他行业的

检查什么：个人材料里写“在教育战线工作多年”，而全文再没有写到教育的；水利局的材料写“为全县交通运输事业开好局”“分管交通工作”“懂种地就能干好农业”的；住房保障中心的材料写“在供销系统干了21年”“总觉得烟草工作……”“长期与卷宗打交道”，而全文再没有写到那一行的；所写分管的几项，全文其他地方都没有写到的；署名、标题里的单位是一个行业，正文写的都是另一个行业的事的。
为什么：所做的工作与单位、与全文不一致，多是从别人的材料里移来时漏改的，审核时一般会问到。
怎么改：改为本单位、本人所做的工作；写的是原来的工作的，写明时间。
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from assistant.facts import charges, lines_of_work, matters_of_lines, writer
from assistant.facts.facts import Facts
from assistant.facts.material_facts import MaterialFacts
from assistant.facts.sought import Sought
from assistant.facts.writer import Home
from assistant.finding import Finding, Quoted, Severity
from assistant.language.sentences import clause_at, sentence_at
from assistant.language.signs import FORMERLY
from assistant.patterns import compiled_later
from assistant.rules.example_material import FIRST_ASPECT, TITLE
from assistant.rules.rule import Example, Rule, Scope
from assistant.templates.template import PartKind, Subject
from assistant.text import Span

_STANDS_IN = Sought(
    ("战线", "系统", "行业", "行当"),
    "(?:在|到|投身|扎根)(?P<said>(?P<field>医疗|卫生|教育|公安|政法|税务|金融|水利|农业|交通|教学|财政|审计|统计|检察|法院|消防|供热|供水|电力|环卫|民政|纪检|组工|宣传|统战)(?:卫生|监察)?(?:战线|系统|行业|行当))(?:上)?(?=工作|干|摸爬|从事|服务|[0-9一二三四五六七八九十多]+年|，)",
)
_FOR_YEARS = compiled_later(
    "(?:上)?(?:里)?(?:工作|干|从事|服务|摸爬滚打)?(?:了|已|都|超过|近|将近|快)*[0-9一二三四五六七八九十几多]+[多余]?年"
)
_NAMES = "|".join(lines_of_work.names())
# What is somebody's charge in every unit, whatever its line of work: 「分管财政工作、审计整改」
_EVERYWHERE = (
    *("财政", "审计", "统计", "卫生", "教学", "宣传", "统战", "组织", "纪检"),
    *("档案", "信访", "消防", "双拥", "退役军人", "政务服务", "气象"),
)
_FIELD = f"(?P<field>{_NAMES})"
# 「为全县“十五五”水利事业开好局」
_PROMISED = Sought(
    ("开好局", "发展", "新局面", "新台阶", "新篇章", "贡献", "新成效", "而奋斗", "再上", "起好步"),
    f"(?:为|推动|推进|促进|开创|谱写|书写|服务|投身|助力|奋力|实现|献身|保障|做好|抓好|干好)[^，。；]{{0,14}}?{_FIELD}"
    "(?:事业|工作|系统|现代化|领域)?[^，。；]{0,6}?(?:开好局|高质量发展|新局面|新台阶|新篇章|贡献|新成效|稳步发展|健康发展|改革发展|而奋斗|再上|起好步)",
)
# 「我分管的交通工作」
_IN_CHARGE = Sought(
    ("分管", "主管", "由我"),
    f"(?:我|本人|自己)?(?<!未)(?:分管|主管)(?:的|着|全[市县区]|我[市县区])?(?:义务教育、)?{_FIELD}(?=工作|、|和|领域|事务|线|口|的)"
    f"|(?<=[，。；：、])(?P<by_me>{_NAMES})[^，。；]{{0,10}}由我(?:分管|负责|主管)",
)
# What one holds oneself to be good at: 「懂庄稼就能干好农业」 「我是搞教育的」 「不负水利人的初心」
_GOOD_AT = Sought(
    (
        *("就能", "就可以", "就会", "才能", "一定能", "搞", "干", "管", "从事"),
        *("系统", "本色", "初心", "形象", "情怀", "担当", "使命", "身份"),
    ),
    f"(?:就能|就可以|就会|才能|一定能)(?:干|管|做|抓|搞|办)好(?:全[市县区])?(?P<field>{_NAMES})(?=工作|事业|[，。；”])"
    f"|(?:我是|自己是|就是个?|一直|一辈子|长期|多年)(?:搞|干|管|从事)(?P<mine>{_NAMES})(?=工作|的|出身)"
    f"|全[省市县区州](?P<ranked>{_NAMES})系统的?(?=平均|排名|第[一二三四五六七八九十0-9]|末|倒数|考核)"
    f"|(?P<called>{_NAMES})(?:人|干部|工作者|铁军)的?(?:本色|初心|形象|情怀|担当|使命|身份)",
)
_BEFORE = compiled_later(f"{FORMERLY}|20[0-9]{{2}}年|兄弟|其他部门|案例|案件")
_FEW, _MANY = 2, 8  # words of a line of work by which a text says hardly anything of it, and a great deal
_DIFFERENT = 3  # words of which that is told


def check(facts: Facts) -> Iterator[Finding]:
    for material in facts.asked:
        found = [*_stands_in(facts, material)]
        home = writer.home(facts, material)
        if home.lines and len(home.lines) <= _FEW:
            found += [*_promises(facts, material, home), *_of_another_unit(facts, material, home)]
        told = [each.span for each in found]
        found += [each for each in _in_charge_of(facts, material) if not any(map(each.span.overlaps, told))]
        found += [each for each in _by_frames(facts, material) if not any(each.span.overlaps(span) for span in told)]
        yield from sorted(found, key=lambda each: each.span)


def _by_frames(facts: Facts, material: MaterialFacts) -> Iterator[Finding]:
    for span, line, own in matters_of_lines.told_as_work(facts, material):
        message = f"此处写“{span.of(facts.text)}”，全文写的是{own}，其他地方没有写到{line}。"
        yield RULE.finding(span, message, _ADVICE)


def _in_charge_of(facts: Facts, material: MaterialFacts) -> Iterator[Finding]:
    for span, fields in charges.of_another(facts, material):
        message = f"此处写分管的是“{span.of(facts.text)}”，这{len(fields)}项全文其他地方都没有写到。"
        yield RULE.finding(
            span, message, "请核对是否本人分管的工作；确是的可忽略，问题、措施宜与分管的工作联系起来写。"
        )


def _stands_in(facts: Facts, material: MaterialFacts) -> Iterator[Finding]:
    """Yield a line of work in which the writer says he stands, and of which his text says nothing else."""
    if facts.template is None:
        return
    for span, field in _found(facts, material, _STANDS_IN, "said"):
        if not facts.template.subject.of_one and not _FOR_YEARS.match(facts.text, span.end):
            continue  # what others in that line do may be told of
        body = facts.text[material.outline.start : material.outline.end]
        line = lines_of_work.named(field)
        once = lines_of_work.count(field, body) == 1
        if once and not (line and lines_of_work.is_spoken_of(line, body.replace(field, ""))):
            message = f"此处写“{span.of(facts.text)}”，全文其他地方没有写到{field}。"
            yield RULE.finding(span, message, _ADVICE)


def _promises(facts: Facts, material: MaterialFacts, home: Home) -> Iterator[Finding]:
    """Yield another line of work where one's own is promised to thrive, or is said to be in one's charge."""
    for sought in (_PROMISED, _IN_CHARGE, _GOOD_AT):
        for span, field in _found(facts, material, sought, "field"):
            line = lines_of_work.named(field)
            about = clause_at if sought is _GOOD_AT else sentence_at
            sentence = about(facts.text, span.start).of(facts.text)
            if line is None or line in home.lines or (sought is _IN_CHARGE and field in _EVERYWHERE):
                continue
            if any(lines_of_work.is_spoken_of(each, sentence) for each in home.lines):
                continue
            body = facts.text[material.outline.front_end : material.outline.end]
            at_home = sum(len(lines_of_work.spoken_of(each, body)) for each in home.lines)
            away = len(lines_of_work.spoken_of(line, body.replace(field, "", 1)))
            if at_home >= _MANY and away <= _FEW and lines_of_work.count(field, body) <= _FEW:
                message = f"此处写“{field}”，{writer.unit_is_from(facts)}“{home.unit}”。"
                yield RULE.finding(span, message, _ADVICE)


def _found(facts: Facts, material: MaterialFacts, sought: Sought, group: str) -> Iterator[tuple[Span, str]]:
    """Yield what is sought and the line of work it names, where it is told of here and today."""
    outline = material.outline
    cases = material.answers(PartKind.CASE_ANALYSIS)
    year = facts.year(material)
    for start, match in sought.between(facts, outline.preface_span.start, outline.end):
        named = group if match[group] else str(match.lastgroup)
        span = Span(*match.span(named)).shifted(start)
        sentence = sentence_at(match.string, match.start()).of(match.string)  # 「…，那是2019年的事」 is told behind it
        now = sentence.replace(f"{year}年", "").replace(f"{year + 1}年", "") if year else sentence
        if not _BEFORE.search(now) and not any(span.overlaps(each) for each in cases):
            yield span, span.of(facts.text) if group == "field" else match["field"]


def _of_another_unit(facts: Facts, material: MaterialFacts, home: Home) -> Iterator[Finding]:
    """Yield the unit of the head where the text never speaks of its line of work, and of another all the time."""
    outline = material.outline
    at = facts.text.find(home.unit, outline.start, outline.preface_span.end)
    body = facts.text[outline.front_end : outline.end]
    if at < 0 or any(lines_of_work.is_spoken_of(line, body) for line in home.lines):
        return
    other, words = lines_of_work.most_spoken_of(body)
    told = Counter(words).most_common(_DIFFERENT)
    if len(words) >= _MANY and len(told) == _DIFFERENT:
        often = "、".join(f"“{word}”{count}处" for word, count in told)
        message = (
            f"这里的单位是“{home.unit}”，正文没有写到{home.lines[0].names[0]}，写的多是{other.names[0]}（{often}）。"
        )
        yield RULE.finding(Span(at, at + len(home.unit)), message, "请核对单位是否写对，正文是否本单位的材料。")


_ADVICE = "请核对与本单位、本人的工作是否一致；写的是原来的工作、其他单位的工作的可忽略，宜写明。"
_OF_ALL = (
    "县水利局党组领导班子2025年度民主生活会对照检查材料\n按照县委通知要求，检查如下。\n"
    + FIRST_ASPECT
    + "1.学得浅。{}\n"
)
_TEXT = (
    TITLE
    + "{}　林知远\n按照县委通知要求，检查如下。\n"
    + FIRST_ASPECT
    + "1.学得浅。{}\n（二）带头担当作为方面\n怕得罪人。\n二、原因剖析\n放松了学习。\n三、整改措施\n每月自学两次。{}\n"
)
_OF_WATER = "水库、河道、灌区跑得少，防汛、供水、水费、水网、泵站、堤防抓得不细。"

RULE = Rule(
    __name__,
    __doc__,
    check,
    Severity.HINT,
    Scope.MATERIAL,
    "材料须写本单位、本人的事（审核常见意见）",
    (
        Example(
            _TEXT.format("县水利局副局长", _OF_WATER, "为全县⟦交通运输⟧事业开好局。"),
            with_template=True,
        ),
        Example(_TEXT.format("⟦县农业农村局⟧副局长", _OF_WATER, ""), with_template=True),
        Example(
            _TEXT.format("县人民医院副院长", "在⟦教育系统⟧干了29年，集中学习12次，学习教育期间查摆2条。", ""),
            with_template=True,
        ),
        Example(
            _TEXT.format(
                "县水利局副局长", f"{_OF_WATER}分析原因，我分管的⟦职业教育⟧工作抓得松，⟦城市管理⟧执法大队由我分管。", ""
            ),
            with_template=True,
            shown=False,
        ),
        Example(
            _TEXT.format(
                "县水利局副局长",
                f"在水利战线工作了二十年，凭老经验办事。{_OF_WATER}曾在教育系统工作，2019年分管交通工作。分管教育工作时校车的事处理得急，那是2019年在镇里。我分管宣传、财政工作。",
                "为全县水利事业开好局，推动水利与农业农村工作高质量发展。",
            ),
            with_template=True,
        ),
        Example(
            _TEXT.format(
                "县水利局副局长",
                f"{_OF_WATER}总以为懂种地就能干好⟦农业⟧，没有守住⟦财政⟧干部的本色，低于全市⟦教育⟧系统平均水平，低于全市水利系统平均水平。",
                "",
            ),
            with_template=True,
        ),
        Example(
            _TEXT.format(
                "县水利局副局长",
                f"{_OF_WATER}总觉得⟦医保⟧工作是跟数字打交道，长期与⟦卷宗⟧打交道，长期从事⟦临床⟧和护理管理。曾在供销系统干过4年。",
                "",
            ),
            with_template=True,
            shown=False,
        ),
        Example(
            _OF_ALL.format("班子成员多数在⟦教育系统⟧工作超过十五年，宣讲在卫生系统，干得不多。"),
            with_template=True,
            subject=Subject.LEADERSHIP,
            shown=False,
        ),
        Example(
            _TEXT.format("县水利局副局长", f"{_OF_WATER}原来从事教育工作，懂水利就能管好农业，守住水利人的本色。", ""),
            with_template=True,
        ),
        Example(
            _TEXT.format(
                "县水利局副局长",
                f"我分管⟦刑事审判、少年审判和后勤装备⟧工作。{_OF_WATER}分管的灌区、泵站和河道工作抓得松，副局长李某分管采购、评审和绩效工作，曾分管渔政、移民和基建工作。",
                "把灌区、泵站管好。",
            ),
            with_template=True,
            shown=False,
        ),
        Example(_TEXT.format("白鹭镇副镇长", _OF_WATER, "为全镇农业农村工作再上台阶出力。"), with_template=True),
    ),
    quoted=Quoted.NEVER,
)
