"""What a text says of a line of work that is not the writer's, where only his own could stand.

"与卷宗打交道" and "请各业务庭提意见" are said of one's own work and one's own rooms. A text of another line that says so
once, and speaks of that line nowhere else, has it from another's text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import islice
from typing import NamedTuple

from assistant.facts import lines_of_work, words_of_lines, writer
from assistant.facts.facts import Facts
from assistant.facts.lines_of_work import Line
from assistant.facts.material_facts import MaterialFacts
from assistant.facts.sought import Sought
from assistant.facts.words_of_lines import Frames, Said
from assistant.language.sentences import clause_at, sentence_at
from assistant.language.signs import FORMERLY
from assistant.patterns import compiled_later
from assistant.templates.template import PartKind
from assistant.text import Span

_YEARS = "(?:已经?|整整|近|快|将近|了|过|满)?(?:[0-9]+|[一二三四五六七八九十]+|几|多)[多余几来]?(?:年|个年头)"
# What every unit has to do with, whatever its line
_EVERYWHERE = "财政 审计 统计 卫生 教育 教学 宣传 统战 组织 纪检 档案 信访 消防 双拥 就业 气象 政务服务 应急管理 纪检监察 街道社区 粮食储备 医疗 交通 司法行政"
_NAMES = "|".join(name for name in lines_of_work.names() if name not in _EVERYWHERE.split())
_WORK_CUES = (
    "在 到 干 搞 从事 投身 扎根 打交道 得 认为 以为 感到 当作 看作 结合 立足 联系 是否 让 学 研究 熟悉 精通 业务 作为 身为 一名 老 当好 做好"
    " 一直 一辈子 长期 多年 常年 是搞 工作 事业 系统 行业 队伍 战线 领域 干部 改革 任务"
)
# Where one's own work is told of, `said` being the stretch that names it
_OF_WORK = Sought(
    _WORK_CUES.split(),
    # 「在供销系统干了29年」「从事医保工作20多年」
    f"(?:在|到|干|搞|从事|投身|扎根|做)(?P<s1>[^，。；：“”0-9]{{2,14}}?)(?:[上里中]?(?:工作|干|摸爬滚打|从业|任职|服务)?(?:了|过|着)?){_YEARS}"
    # 「总觉得医保工作是…」
    "|(?:[觉显]得|认为|以为|感到|感觉)(?P<s2>[^，。；：“”]{2,10}?)(?:工作|管理|业务|这一行|这行|部门|事业|系统|这项工作|这活)?"
    "(?=就?是|以|[偏较很最]|重在|主要|无非|不过|只[要是有]|靠|讲究|专业性|技术性)"
    # 「与卷宗和判决打交道」
    "|[与跟同和](?P<s3>[^，。；：“”]{2,14}?)打(?:了)?[一-龥0-9]{0,6}交道"
    # 「结合优抚工作」
    "|(?:结合|立足|联系(?=[^，。；：“”]{2,10}?(?:工作|业务)(?:研究|谈|讲|想|查|思考|实际)))(?:自己的?|本职|分管的?|手头的?)?(?P<s4>[^，。；：“”]{2,10}?)(?:工作|业务|岗位|实际|实践|领域)"
    # 「是否坐上准点车、满意车」
    "|(?:是否|能否|让[一-龥]{2,4}|使[一-龥]{2,4})(?:真正|都|能)?[坐用喝住吃看走乘上读享领办拿](?:上|到|得起|得上|好)?(?P<s5>[^，。；：]{2,12})"
    # 「对医保政策学得浅」「业务上只钻研审判」
    "|对(?P<s6>[^，。；：“”]{2,10}?)(?:的)?(?:政策|业务|法规|知识|技术|专业|规程|流程|领域|工作)?(?:的)?(?:学习|学得|学|研究|钻研|不熟|一知半解|掌握|了解|吃得)"
    "|(?:熟悉|精通|钻研|不懂|熟知|学习)(?P<s7>[^，。；：“”]{2,10}?)(?:政策|业务|法规|知识|技术|专业|规程)"
    # 「作为医保人」「当一名供销人」
    "|(?:作为|身为|一名|当好|做好|老)(?P<s8>[一-龥]{2,6}?)(?:人|干部|工作者|战线|系统|卫士|铁军|职工)(?=[，。；、]|的|[应要就])"
    # 「推动医保工作」「医保事业」, by names that are nobody's else
    f"|(?P<s10>{_NAMES})(?:工作|事业|系统|业务|行业|队伍|战线|领域|干部|改革|任务|中心工作)"
    # 「抓审判的」「搞就业的」
    "|(?:是|就是个?|一直|一辈子|长期|多年|常年)(?:搞|干|管|从事|做|抓)(?P<s9>[^，。；：“”]{2,8}?)(?:工作|的|出身|这一行)(?=[，。；、”])"
    # 「长期从事临床和护理管理」
    "|(?:长期|一直|多年来?|常年|始终)(?:从事|在)(?P<s11>[^，。；：“”]{2,12}?)(?:工作|管理|一线|岗位)?(?:上|中)?(?=[，。；])",
)
_ENDS = "(?:的?(?:期待|期盼|关切|诉求|意见|呼声|信任|需求|需要|感受|厚望|难处|冷暖))"
_PEOPLE_CUES = (
    "回应 顺应 满足 辜负 对得起 倾听 听取 征求 让 位 名 请 安排 由 报 向 站在 角度 面对 对待 服务 面对面 责任人 要求 组织 督促 交 责成 送 给"
    " 收集 关注 体会 体谅 理解 替 为 心 贴近 走近 亲近 和 与 跟 同"
)
# Whom one serves, asks and has in one's house
_OF_PEOPLE = Sought(
    _PEOPLE_CUES.split(),
    f"(?:回应|顺应|满足|辜负|对得起|倾听|听取|征求|收集|关注|体会|体谅|理解)了?(?P<s1>[^，。；：“”]{{2,14}}?){_ENDS}"
    "|让(?P<s2>[^，。；：“”]{2,8}?)(?:满意|放心|受益|得实惠|少跑|安心|舒心|暖心|认可)"
    "|[0-9一两二三四五六七八九十几多](?:名|位|户)(?P<s3>[^，。；：“”]{2,14}?)(?:对|提|说|反映|评|打分|填|参加|来|当面|向)"
    "|(?:请|安排|由|要求|组织|督促|责成)(?:各|全体|每个|所有|相关|有关|分管)?(?P<s4>[一-龥]{2,10}?)"
    "(?=每|逐|至少|起草|通报|汇总|牵头|负责|督办|提|审核|把关|检查|核对|评议|监督|填|打分|记录|在|按|于|对|，|、|和|[0-9])"
    "|(?:报|向|交|送|给)(?:各|全体|每个)?(?P<s5>[一-龥]{2,8}?)(?:备案|备查|报告|汇报|存档|通报|公开|公示|述职|反馈|承诺|汇总)"
    "|(?:站在|从(?=[一-龥]{2,8}?的?角度)|替|为|面对|对待|服务|服务好|心系|心里装着|贴近|走近|亲近)(?P<s6>[一-龥]{2,8}?)(?:的?角度|着想|的?立场|[，。；、]|时|不够|的)"
    "|[和与跟同](?P<s7>[^，。；：“”]{2,10}?)(?:面对面|(?:提醒|廉政|交流)?谈[心话]|聊|交心|沟通|拉家常|交朋友|坐下来|说话)"
    "|责任人(?:为|：|是)?(?P<s8>[一-龥]{2,8}?)(?=主任|负责人|组长|庭长|科长|[，。；、])",
)
_STRETCHES = [f"s{number}" for number in range(1, 12)]
_WORK = Frames(_OF_WORK, _STRETCHES, words_of_lines.NAMES_TOO)
_PEOPLE = Frames(_OF_PEOPLE, _STRETCHES, words_of_lines.OF_LINES)
# Where another's people and rooms come in: in a journey, in help for others, in a case, in one's family
_BESIDES = compiled_later(
    f"{FORMERLY}|联系|帮扶|包联|包[村保抓]|指导|列席|督导|结对|共建|挂点|下派|应邀|邀请|会同|联合|对接|协调|配合|走访|调研|宣讲|授课|科普|慰问"
    "|座谈|会议|精神|培训|报告会|捐|助学|志愿|支教|义诊|子女|女儿|儿子|孩子|妻|爱人|父|母亲|家里|家中|家属|像|如同|好比|一样|似的|那样|案例|外[县地]|邻县|某|兄弟|其他部门"
    "|毕业|实习|抽查|抽检|执法|事故|受伤|参观|跨界|转岗|挂职|驻村"
)
# A quarrel or a complaint may be about anything, whoever hears it: 「山林权属纠纷」
_QUARREL = compiled_later("纠纷|权属|积案|包案|信访事项|来信来访|调处")
# In whose sentences it is told what they do, not what the writer does
_HOUSES = compiled_later("学校|医院|校园|小区|企业|银行")
# Whose deed it is: 「气象台发了寒潮、暴雨预警」
_ANOTHERS_DEED = compiled_later(
    "[一-龥]{2}(?:台|局|站|所|办|部门|中心|公司)(?:发|说|来电|送|通报|公布|下发|发布|预报)[^。；]{0,16}$"
)
# What a whole county is like: 「县里水库移民多」, of one who is there for all lines
_OF_ALL_LINES = frozenset(("纪检监察", "组织", "宣传", "统战"))
_OF_THE_COUNTY = compiled_later("(?:^|[，。；])(?:[县市区镇省]里|[全我本][县市区镇省]|当地|辖区)[^，。；]{0,8}$")
_A_PLACE = compiled_later("(?<!城)镇(?!化)|乡(?![村镇])|街道|社区|村(?=党|支|“?两委|委)")
_BY_THE_WAY = 2  # times that a text may name what is of another line, and of others too


class Foreign(NamedTuple):
    """A word of another line where one's own belongs: where it stands, that line's name, and the writer's own."""

    span: Span
    line: str
    own: str


def told_as_work(facts: Facts, material: MaterialFacts) -> Iterator[Foreign]:
    """Yield the lines of work, and what is dealt with in them, that are told of as the writer's own work."""
    yield from _foreign(facts, material, _WORK)


def told_as_people(facts: Facts, material: MaterialFacts) -> Iterator[Foreign]:
    """Yield the people and rooms of other lines whom the writer serves, asks or hands on to as his own."""
    yield from _foreign(facts, material, _PEOPLE)


def told_anywhere(facts: Facts, material: MaterialFacts) -> Iterator[Foreign]:
    """Yield what hardly anybody but those of another line speaks of, where one sentence of the text alone does."""
    scene = facts.once(_scene, material)
    if scene is None:
        return
    own, kin, cases, begin, end = scene
    found: dict[str, Said] = {}
    for span, line in words_of_lines.of_trades.between(facts, begin, end):
        if line.names[0] not in kin:
            found.setdefault(line.names[0], (span, line))
    for span, line in found.values():
        sentence = sentence_at(facts.text, span.start).of(facts.text)
        before = facts.text[sentence_at(facts.text, span.start).start : span.start]
        others = _ANOTHERS_DEED.search(before) or (own in _OF_ALL_LINES and _OF_THE_COUNTY.search(before))
        if others:
            continue
        beside = any(span.overlaps(each) for each in cases) or _BESIDES.search(sentence) or _HOUSES.search(sentence)
        beside = beside or _QUARREL.search(clause_at(facts.text, span.start).of(facts.text))
        if not beside and _is_alone(facts, span, line):
            yield Foreign(span, line.names[0], own)


class _Scene(NamedTuple):
    """What all that is looked for is held against, and where: from the preface on, cases apart."""

    own: str  # the writer's first line of work, by its first name
    kin: frozenset[str]
    cases: Sequence[Span]
    begin: int
    end: int


def _scene(facts: Facts, material: MaterialFacts) -> _Scene | None:
    """Give what is known of a writer's line of work; None where nothing is."""
    own = _first_names(_own(facts, material))
    outline = material.outline
    cases = material.answers(PartKind.CASE_ANALYSIS)
    return _Scene(own[0], _kin_of(own), cases, outline.preface_span.start, outline.end) if own else None


def _own(facts: Facts, material: MaterialFacts) -> tuple[Line, ...]:
    if facts.template is None:
        return ()
    home = writer.home(facts, material)
    return home.lines or ((lines_of_work.of_places(),) if _A_PLACE.search(home.unit) else ())


def _first_names(lines: Iterable[Line]) -> tuple[str, ...]:
    """Call each line by what no other is called, which is sooner compared than all of a line."""
    return tuple([line.names[0] for line in lines])


@cache
def _kin_of(own: tuple[str, ...]) -> frozenset[str]:
    """Give the lines that are those of a writer, or stand near one of them."""
    lines = [line for line in lines_of_work.shipped() if line.names[0] in own]
    return frozenset(_first_names(line for line in lines_of_work.shipped() if lines_of_work.is_kin(line, lines)))


def _foreign(facts: Facts, material: MaterialFacts, frames: Frames) -> Iterator[Foreign]:
    scene = facts.once(_scene, material)
    if scene is None:
        return
    own, kin, cases, begin, end = scene
    for index, lines in facts.telling(frames.lines, facts.starts[facts.paragraph_at(begin)], end):
        if kin.issuperset(lines):
            continue
        start = facts.starts[index]
        for frame, words in facts.paragraphs[index].kept(frames.said):
            if begin <= start + frame.start and start + frame.end <= end:
                told = [(span.shifted(start), line) for span, line in words if line.names[0] not in kin]
                strange = (each for each in told if _is_strange(facts, each, cases))
                yield from (Foreign(span, line.names[0], own) for span, line in islice(strange, 1))


def _is_strange(facts: Facts, said: Said, cases: Sequence[Span]) -> bool:
    """Tell whether nothing shows why a word of another line stands in a frame."""
    span, line = said
    if any(span.overlaps(each) for each in cases):
        return False
    return not _BESIDES.search(clause_at(facts.text, span.start).of(facts.text)) and _is_alone(facts, span, line)


def _is_alone(facts: Facts, span: Span, line: Line) -> bool:
    """Tell whether the rest of the text has nothing of that line alone, and hardly a word of what others speak of too."""
    sentence = sentence_at(facts.text, span.start)
    rest = facts.text[: sentence.start] + facts.text[sentence.end :]
    if any(word in rest for word in (*line.trade, span.of(facts.text))):
        return False
    return sum(rest.count(word) for word in line.matters) <= _BY_THE_WAY
