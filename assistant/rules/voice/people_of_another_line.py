"""所说的人和物似是其他行业的

检查什么：供水公司、交通局一类单位的个人材料里，只有一处写到“学生”“病床”“农机”一类其他行业才天天打交道的人和物的，如“把学生教好就是好党员”“我也分管农机购置补贴”“就是个教书的”；“树立人民教师的良好形象”一类，写的是其他行业的人的；各行业各有几十个天天打交道的人和物（“渔民代表”“织机断纱”“球员”“庭审”），全文没有写到那一行、只有一句写到的，也提示（镇街、政府一类什么都管的单位除外）。
为什么：全文写的都是本行的事，只有一处写到其他行业，多是从别人的材料里移来时漏改的。
怎么改：改为本单位、本人的事；确与工作有关的，写明是什么事、在哪里。
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assistant.facts import lines_of_work, writer
from assistant.facts.facts import Facts
from assistant.facts.lines_of_work import Line
from assistant.facts.material_facts import MaterialFacts
from assistant.facts.sought import Sought
from assistant.facts.words_of_lines import Said, Standing
from assistant.finding import Finding, Severity
from assistant.language.sentences import clause_at, sentence_at
from assistant.patterns import compiled_later
from assistant.rules.rule import Example, Rule, Scope
from assistant.templates.template import PartKind
from assistant.text import Span

_MARKS = Standing(lines_of_work.whose(lambda line: line.marks))
# What the writer says that he is, or is in charge of: 「分管2个股室和卫生院」, 「作为中学教师」
_HELD = lines_of_work.whose(lambda line: line.held)
_ONESELF = Sought(
    ("分管", "主管", "作为", "身为", "我是", "自己是", "就是个"),
    f"(?:(?<!未)分管|(?<!未)主管|作为|身为|我是|自己是|就是个)(?:一名|一个|名|个|的|了|着){{0,2}}[^，。；：“”]{{0,10}}?(?P<said>{'|'.join(_HELD)})(?=[^，。；：]{{0,6}}[，。；、])",
)
# By what name the writer stands for his calling: 「树立人民教师的良好形象」
_CALLED = lines_of_work.whose(lambda line: line.callings)
_CALLING = Sought(
    _CALLED,
    "(?:树立|树好|展现|维护|塑造|守住|永葆|擦亮|珍惜|牢记|无愧于|不愧为|对得起|不辜负|争做|争当|当好|做好|做一名|当一名)"
    f"[^，。；：“”]{{0,8}}?(?P<said>{'|'.join(_CALLED)})"
    "(?=[，。；]|(?:这一|这个|的)?(?:良好|光荣|光辉|崭新)?(?:形象|家风|荣誉|称号|本色|职责|身份|初心|使命|风采))",
)
# Where such people and things come in without being one's work: in their own house, in one's family, as a likeness,
# counted among those whom something befell, in what is told of the past or of others
_BESIDES = compiled_later(
    "学校|中学(?!习)|小学|高中|校园|幼儿园|大学|医院|卫生院|诊所|看病|住院|就医|体检|养老|敬老|镇|村|农户|农田|社区|宣讲|授课|讲课|科普|帮扶|慰问|走访|座谈|结对|捐|助学|志愿|支教|义诊"
    "|子女|女儿|儿子|孩子|妻|爱人|父|母亲|家里|家中|像|如同|好比|一样|似的|那样|劲头|请教|案例|外县|邻县|某|曾|以前|原来|当年|那时|毕业|实习|见习|抽查|检查|执法|联合|事故|受伤|救"
    "|家长|家属|师傅|求学|入学|上学|放学|读书|“"
)
_AT_LESSONS = compiled_later(
    "培训|大会|比赛|活动|领学|党课|集中学习|学习会"
)  # where there are lessons without a school
# The people, tools and work of all lines, also of those of which no unit is known by its name
_PEOPLE_AND_WORK = Standing(lines_of_work.whose(lambda line: (*line.inside, *line.served)))
# Whoever governs, or looks into the affairs of all, speaks of whatever there is
_GOVERNS = compiled_later(
    "政府|[镇乡]|街道|村|社区(?!卫生)|[省市县区州旗]委(?!员)|组织部|宣传部|纪委|监委|巡察|发展|工信|商务|人大|政协|信访|国资|党校|应急|市场监|机关事务|行政审批|政务|招商|人力资源|人社"
)
# What only looks into the books of others, or judges them, speaks of those whom they serve
_LOOKS_INTO = compiled_later(
    "审计|统计|财政|税务|法院|检察|公安|派出所|司法|消防|银行|农商|信用社|保险|自然资源|生态环境"
)
# Where a line is told of as another's: seen to, met on the way, in a row of all sorts of people, in a saying
_ANOTHERS = compiled_later(
    "企业|项目|园区|调研|外出|参观|视频|影片|书中|小说|招商|展会|(?<![储款住租用客农商])户|人家|出身|家庭|亲[戚属友]|朋友|同学|邻居|上访|信访|投诉|举报|伤|亡|火灾|险情|征[地收拆]|遗失|纠纷|诉讼|官司|起诉|律师|采购|维修|承包|租赁|租用|会议室|"
    "委托|抢险|志愿|双报到|共建|联系|部门|单位|行业|各界|不同|包括|在内|等人|之一|路过|途经|沿线|周边|附近|连同"
)
_OF_ONE = compiled_later("(?:[一二两三几多0-9余][名位个]|退休|下岗|返乡|年轻|当地|附近)[^，。；]{0,3}$")
_BEFALLEN = compiled_later("[0-9一二两三四五六七八九十几多余](?:名|位|个|户)$")
_AROUND = 10  # characters beside a clause that may tell whose people or things it speaks of
_MANY = 8  # words of one's own line of work, by which a text is known to be of it


def check(facts: Facts) -> Iterator[Finding]:
    if facts.template is None or not facts.template.subject.of_one:
        return
    for material in facts.asked:
        told = list(_of_lines(facts, material))
        yield from told
        for each in _in_one_sentence(facts, material):
            if not any(each.span.overlaps(other.span) for other in told):
                yield each


def _of_lines(facts: Facts, material: MaterialFacts) -> Iterator[Finding]:
    """Yield what marks another of the lines of work whose texts speak of nothing else."""
    own = writer.home(facts, material).lines
    found = list(_lone(facts, material, own)) if own and all(line.narrow for line in own) else []
    if found and _is_of(facts, material, own):
        for span, line in found:
            message = f"此处写“{span.of(facts.text)}”，全文写的是{own[0].names[0]}，其他地方没有写到{line.names[0]}。"
            yield RULE.finding(span, message, "请核对与本单位、本人的工作是否一致；确与工作有关的可忽略。")


def _is_of(facts: Facts, material: MaterialFacts, own: Sequence[Line]) -> bool:
    body = facts.text[material.outline.front_end : material.outline.end]
    return sum(len(lines_of_work.spoken_of(line, body)) for line in own) >= _MANY


def _lone(facts: Facts, material: MaterialFacts, own: Sequence[Line]) -> Iterator[Said]:
    """Yield what marks another line of work in the one sentence that speaks of that line, with the line.

    Of a line without marks in the text also what the writer says that he is, or is in charge of.
    """
    begin, end = material.outline.preface_span.start, material.outline.end
    cases = material.answers(PartKind.CASE_ANALYSIS)
    found: dict[str, list[Said]] = {}
    for span, line in _MARKS.between(facts, begin, end):
        if lines_of_work.is_apart(line, own):
            found.setdefault(line.names[0], []).append((span, line))
    for each in found.values():
        sentences = {sentence_at(facts.text, span.start) for span, _ in each}
        if len(sentences) == 1 and _is_told_of_oneself(facts, each[0][0], cases):
            yield each[0]
    for start, match in (*_ONESELF.between(facts, begin, end), *_CALLING.between(facts, begin, end)):
        said = match["said"]
        line = _HELD.get(said) or _CALLED[said]
        once = facts.text.count(said, begin, end) == 1
        if once and line.names[0] not in found and lines_of_work.is_apart(line, own):
            yield Span(*match.span("said")).shifted(start), line


def _in_one_sentence(facts: Facts, material: MaterialFacts) -> Iterator[Finding]:
    """Yield the first of the words of another line in the one sentence of a material that speaks of it."""
    head = f"{writer.unit(facts, material)}{writer.of(facts, material).head}"  # not the title: 织 of 组织生活会
    begin, end = material.outline.preface_span.end, material.outline.end
    found = _PEOPLE_AND_WORK.between(facts, begin, end) if head and not _GOVERNS.search(head) else ()
    told: dict[Span, list[Said]] = {}
    for span, line in found:
        told.setdefault(sentence_at(facts.text, span.start), []).append((span, line))
    for sentence, words in told.items():
        span, line = words[0]
        if any(other is not line for _, other in words) or lines_of_work.has_to_do_with(line, head):
            continue
        if "教育" in line.names and _AT_LESSONS.search(sentence.of(facts.text)):
            continue
        only_served = all(each.of(facts.text) in line.served for each, _ in words)
        if (only_served and _LOOKS_INTO.search(head)) or _is_met(facts, material, span, sentence, len(words)):
            continue
        around = facts.text[material.outline.start : sentence.start] + facts.text[sentence.end : end]
        if not lines_of_work.is_told_of(line, around):
            message = f"此处写“{span.of(facts.text)}”，署名或标题里的单位、其他地方都没有写到{line.names[0]}。"
            yield RULE.finding(span, message, "请核对与本单位、本人的工作是否一致；确与工作有关的可忽略。")


def _is_met(facts: Facts, material: MaterialFacts, span: Span, sentence: Span, words: int) -> bool:
    """Tell whether people or things of another line stand where one meets them; so many words of it are surer."""
    if any(span.overlaps(each) for each in material.answers(PartKind.CASE_ANALYSIS)):
        return True
    clause, before = clause_at(facts.text, span.start), facts.text[sentence.start : span.start]
    begin, end = max(sentence.start, clause.start - _AROUND), min(sentence.end, clause.end + _AROUND)
    text = facts.text[begin : span.start] + facts.text[span.end : end]
    return bool(_ANOTHERS.search(text) or (words == 1 and _BESIDES.search(text)) or _OF_ONE.search(before))


def _is_told_of_oneself(facts: Facts, span: Span, cases: Sequence[Span]) -> bool:
    """Tell whether what marks another's work stands where the writer speaks of his own."""
    sentence = sentence_at(facts.text, span.start)
    text = sentence.of(facts.text)
    before = facts.text[sentence.start : span.start]
    if any(span.overlaps(each) for each in cases) and "我" not in text.replace("我们", ""):
        return False
    in_charge = before.endswith(("分管", "主管", "分管的", "主管的"))
    return in_charge or not (_BESIDES.search(text) or _AT_LESSONS.search(text) or _BEFALLEN.search(before))


_TEXT = (
    "2025年度组织生活会个人对照检查材料\n{}　林知远\n按照支部通知要求，检查如下。\n一、存在的突出问题\n（一）政治纪律方面\n1.学得浅。{}\n（二）组织纪律方面\n怕得罪人。\n"
    "二、原因剖析\n放松了学习。{}\n三、整改措施\n每月自学两次。\n"
)
_OF_WATER = "供水、水厂、管网、水表、漏损、停水、水质的事抓得不细，供水服务差。"

RULE = Rule(
    __name__,
    __doc__,
    check,
    Severity.HINT,
    Scope.MATERIAL,
    "材料须写本人的事（审核常见意见）",
    (
        Example(
            _TEXT.format("枫林市供水公司第二党支部", _OF_WATER, "总觉得把⟦学生⟧教好就行，怕用户多心。"),
            with_template=True,
        ),
        Example(
            _TEXT.format(
                "枫林市供水公司第二党支部",
                _OF_WATER,
                "树立⟦人民教师⟧的良好形象，我也分管⟦农机⟧购置补贴，没有想一想⟦病床⟧上的人。作为⟦中学⟧教师，松了劲。",
            ),
            with_template=True,
            shown=False,
        ),
        Example(
            _TEXT.format(
                "枫林市供水公司第二党支部",
                f"{_OF_WATER}到中学给学生讲节水课少，有2名学生洗不上澡。没有像对病人那样上心。",
                "不因好差事就争做人民警察的朋友，女儿读小学，老师说学生要早睡。领学人提前备课，党课也写出教案。",
            ),
            with_template=True,
        ),
        Example(
            _TEXT.format(
                "某县统计局党组书记、局长",
                "调查户的事问得少。",
                "和⟦球员⟧、教练员面对面的时间少了，怕得罪人。⟦挡车工⟧的难处想得少。",
            ),
            with_template=True,
        ),
        Example(
            _TEXT.format(
                "枫林市住房保障中心",
                "先请⟦渔民⟧代表提问题。催⟦庭审⟧进度慢。",
                "前一段听⟦戏迷⟧的意见少。看⟦矿灯⟧、瓦斯的数少。",
            ),
            with_template=True,
            shown=False,
        ),
        Example(  # of whom one hears, whom one meets or sees to, or of whom the text speaks elsewhere too
            _TEXT.format(
                "枫林市住房保障中心",
                "作出警告3件。连做夜班的护士、乘务员在内，催办少。一名退休球员来问过。联系的企业里有织机，走访过渔民。路过看守所，去过。像球员那样拼。",
                "儿子怕月考，爱人是讲解员。信访件里有储户。起火时消防员先到，抢险慢。被起诉后旁听庭审一次。火场演练活动少，某案里的嫌疑人。",
            ),
            with_template=True,
            shown=False,
        ),
        Example(
            _TEXT.format("枫林市白鹭镇", "怕得罪储户和球员。", "对渔民说得少，织机、纱锭看得少。"),
            with_template=True,
            shown=False,
        ),
        Example(
            _TEXT.format("白鹭镇第二党支部", _OF_WATER, "总觉得把学生教好就行。"),
            with_template=True,
        ),
    ),
)
