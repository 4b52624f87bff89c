"""问题和原因里写了做得好的事

检查什么：一条问题、原因或对照案例的反思里，是否写有“迎难而上”“一直坚持逐笔核查”“做到了每会必讲”“从未推诿”“当场谢绝”“没有停过一天”一类的话，前后没有转折。
为什么：这一条要查摆的是不足，写成做得好的，问题就不见了，前后也相反。
怎么改：写明实际差在哪里；确是做到了的，不列为问题，或移到上年度整改落实情况里写。
"""

from collections.abc import Iterator

from assistant.decisions import Stage
from assistant.facts.facts import Facts
from assistant.facts.items import ItemKind, items
from assistant.facts.sought import Sought
from assistant.facts.told_kinds import done_well
from assistant.finding import Finding, Severity
from assistant.language.sentences import CLAUSE, sentence_at, statement_at
from assistant.language.signs import SHORTCOMING, Sign
from assistant.patterns import compiled_later
from assistant.rules.example_material import FROM_THE_SECOND_ASPECT
from assistant.rules.rule import Example, Rule, Scope, in_section
from assistant.rules.substance import praise_in_passing
from assistant.rules.substance.praise_first import praised_first
from assistant.rules.substance.praise_in_passing import is_turned
from assistant.structure.outline import Section
from assistant.templates.template import PartKind
from assistant.text import Span

_BAD = "推诿|推脱|推托|拖延|拖拉|迟到|缺席|缺勤|早退|松懈|间断|中断|停歇|停止|停过|断过|超期|逾期|违[反规纪]|收受|接受|出过|发生过?|退缩|回避|动摇|放松|计较|抱怨|叫苦|隐瞒|留情面|离岗|脱岗|空岗|漏[报记填]|误[过了时]|耽误|懈怠|敷衍|搞过?特殊|给[^，。；]{2,10}可乘之机|让[^，。；]{1,8}(?:失望|白跑|多跑)|(?:迟到|缺席|请假|早退|离岗|收受|违规)过"
_HIMSELF = "(?:我们?|自己|本人|班子|党组|党委|支部)"
_DENIED = Sign(
    f"(?:从未|从来没有?|从没有?|一次[也都]没有?|从不)[^，。；：“”]{{0,6}}?(?:{_BAD})",
    "没有(?:停|断|歇|缺席|缺|迟到|漏|误|落下|落|耽误|请|离|推|拖|松)过?(?:哪怕)?[一半](?:天|次|件|笔|回|户|分钟|刻|步|个)",
    "(?:一直|始终|历来|一贯|从来都)(?:坚持|做到|按规定|按制度|按程序|严格按|严格执行|严格要求|主动|亲自|自觉|带头|保持)[^，。；：“”的]{2,}",
    "(?:每次|次次|回回|件件|条条|笔笔)都?(?:坚持|做到|按规定|按时|主动|亲自|认真|如实|及时)[^，。；：“”的]{2,}",
    "当[场面]就?(?:婉言|婉|严词|断然|坚决)?(?:谢绝|婉拒|拒收)|(?:婉言|严词|断然)(?:谢绝|拒绝)|第一时间就?(?:主动)?(?:向|找)[^，。；：“”]{1,10}?(?:说明|报告|汇报|上交|坦白|道歉)",
    "(?:我|自己|本人|班子|支部)?不(?:怕|畏|惧|避|回避)(?:矛盾|得罪人|困难|麻烦|吃苦|担责|难题|艰险|辛苦|挨骂)",
    "敢于(?:拍板|碰硬|担责|直面|较真|亮剑|动真|直言|揭短|批评|红脸)(?=[、，。；])|迎难而上|知难而进|连续(?:攻关|奋战|作战)|不等不靠|主动(?:认领|揽责|靠前|担责|请缨)|不推不拖|雷厉风行|说干就干|逢难必上",
    "(?:取得|实现)了?[^，。；“”]{0,6}?(?:突破性|重大|实质性|可喜)的?(?:进展|突破|成果)",
    f"(?:反映|体现|显示|展现|彰显|折射|说明)出?了?{_HIMSELF}[^，。；“”不没]{{0,12}}?(?:高度|十分|非常|特别|极其|极为|认真|尽心|尽职|勇于|敢于)(?:负责|尽责|重视|关心|用心|敬业|认真|担当)(?:的?(?:态度|精神|作风))?(?=[。；])",
    "(?:展现|彰显)出?了?[^，。；“”不没]{2,16}?(?:担当|作为|本色|情怀|作风|力量|形象|风采|精神)(?=[，。；])|(?:打下|奠定)了?[^，。；“”不没]{0,8}?(?:坚实|良好|扎实|牢固)的?基础(?=[，。；])",
    "(?:我|自己|本人|班子|真正|切实)都?做到了[^，。；：“”]{2,}|赢得了?[^，。；“”]{0,10}?(?:理解|支持|信任|尊重|口碑|赞誉)(?=[，。；])",
    "(?:形成|营造|呈现|保持|巩固)(?:出|起|和发展)?了?(?:[^，。；“”不没]{0,10}?)(?:团结|和谐|心齐|气顺|风清气正|争先创优|干事创业|奋发|积极|比学赶超|你追我赶|浓厚|良好|融洽)[^，。；“”不没]{0,10}?(?:局面|氛围|风气|态势|格局|生态)(?=[，。；])",
    cues=(
        "反映", "体现", "显示", "展现", "彰显", "折射", "说明", "局面", "氛围", "风气", "态势", "格局", "生态",
        "从未", "从来没", "从没", "从不", "一次也没", "一次都没", "没有停", "没有断", "没有歇", "没有缺", "没有迟", "没有漏", "没有误", "没有落",
        "没有耽", "没有请", "没有离", "没有推", "没有拖", "没有松", "一直", "始终", "历来", "一贯", "从来都", "每次", "次次", "回回", "件件", "条条", "笔笔", "谢绝",
        "婉拒", "拒收", "婉言", "严词", "断然", "第一时间", "不怕", "不畏", "不惧", "不避", "不回避", "敢于", "迎难而上", "知难而进", "连续攻关",
        "连续奋战", "连续作战", "不等不靠", "主动认", "主动揽", "主动靠", "主动担", "主动请", "不推不拖", "雷厉风行", "说干就干", "逢难必上", "取得", "实现", "打下", "奠定", "做到了", "赢得",
    ),
)  # fmt: skip
# What went well, in a statement where nothing at all tells what lacked
_WENT_WELL = Sought(
    (
        *("做到了", "打下", "奠定", "展现", "彰显", "得到", "赢得", "焕然一新", "样板", "标杆", "长足", "走上", "步入", "有力", "突破", "案结事了", "有效", "在县里交流", "在全", "理解"),
        *(on_time + done for on_time in ("如期", "按期", "按时", "提前", "全部", "顺利") for done in ("开工", "完工", "完成", "建成", "交付", "化解", "签约", "到位", "投用", "整改", "达标", "清零")),
    ),
    "做到了|(?:打下|奠定)了?[^，。；]{0,8}?基础|展现了?|彰显了?|得到了?(?:有效|充分|很好|及时|圆满|全面|较好|明显|切实)(?:的?(?:转化|落实|解决|体现|加强|提升|提高|改善|保障|好转|维护))|赢得了?[^，。；]{2,}|焕然一新|成[了为][^，。；]{0,8}(?:样板|标杆)"
    "|长足(?:的)?(?:进步|发展)|(?:走上|步入)了?[^，。；]{0,10}(?:轨道|正轨|快车道)|有力地?(?:推动|促进|保障|维护)了?|(?:重大|新的?|实质性|历史性)突破|案结事了|有效(?:转化|遏制|化解|提升|推动|解决|防范|保障)"
    "|(?:如期|按期|按时|提前|全部|顺利)(?:开工|完工|完成|建成|交付|化解|签约|到位|投用|整改|达标|清零)(?!率)",
)  # fmt: skip
_ONLY_SOME = compiled_later(
    "[0-9]|其中|却|才|就|也|还|仍|超[了期时]|逾期|拖|等|难|当[成作]|重.{1,4}轻|习近平|党中央|之前|过后|以后|后，|的时候|典型|案例|对方|表面|满足|自满|飘|沾沾|心里|嘴|需要|需|有待|差距|惭愧|红脸$"
)
# What was not, or only thought, wanted, asked for, or said
_NOT_SO = compiled_later(
    "[没未难缺少]|不(?!但|仅|断|只)|无法|要求|应当?|应该|必须|规定|觉得|认为|以为|希望|总想|想着|口头|嘴上|说是|自认|自以为|满足|如果|假如|即使|只有|怎样|如何|能否|是否|为了|学习|领会|强调|提出|号召|承诺|表态|誓|本来|过去|以前|曾|当年|刚|原来|虽|尽管|固然|一方面|本该|本应|对照|对标"
)
_OF_OTHERS = compiled_later(
    "他|她|同[志事]|班长|队长|师傅|组长|书记|主任|科长|局长|经理|厂长|老师|别人|人家|先进|典型|前辈|老一辈|英雄|烈士|模范|榜样|对方|企业|商户|群众|村民|居民|用户|患者|兄弟|有的|总书记|党中央|一些|个别|下属|供应商|老板|家属"
)
# In the clause before
_WANTED = compiled_later("要求|认为|觉得|以为|强调|希望|号召|应该|应当|虽|尽管|总想|规定|曾")
_SUBJECT = compiled_later("(?:有的|个别|他|她|同事|老党员|村民|群众|对方|前任|先进)")
# It names a quality that lacks, or goes on to what lacks: 「迎难而上的劲头」, 「敢于碰硬上」, 「始终坚持……不够」.
_LACKS = compiled_later(
    "的|上$|方面|不|少|弱|差|欠|没|未|难|松|淡|浅|才|只|凭|靠|老|埋头|习惯|惯|按部就班|观望|旁观|当[成作]|看[成作]|放在|等|拖|用(?:老|旧)|照搬|重.{1,4}轻|[变当]?成了|变[成为味]|走样|代[写笔办拟签]|别人|他人|下[面级属]|字面|了事|一次$"
)
# What follows turns it without a 但: 「当场婉拒了一次，第二次就收下了」, 「一次也没有迟到，人到心不到」
_UNDONE = compiled_later(
    "(?<!从)[不没未](?!断|少|仅|怕|但|只|等|推|拖|避|回避|停)|反而|^可(?!以|见|行|喜)|第二次|后来|[完过]就|应付|照抄|是抄|代写|变(?:成|味|样)|走(?:样|过场)|急躁|误会|误解|(?:对|轮到)自己|拖(?!欠)|压[了着]|晚[了到]|慢了|推了|一刀切|形式|返工|无[数底方]|年年|老一套|情绪|就[交放丢撒停散走收完]"
)
_AFTER = 2  # clauses behind it that may do so


def check(facts: Facts) -> Iterator[Finding]:
    for material in facts.asked:
        for item in items(facts, material):
            if item.kind is not ItemKind.MEASURE:
                where = "问题" if item.kind is ItemKind.PROBLEM else "原因"
                denied = False
                for finding in in_section(facts, _denied, item.section, where):
                    denied = True
                    yield finding
                if not denied and facts.shows(SHORTCOMING, item.section):
                    well = tuple(in_section(facts, _well, item.section, where))
                    yield from well or in_section(facts, _told_well, item.section, where)
        for fact in material.written(PartKind.CASE_ANALYSIS):
            for section in fact.answer.sections:
                yield from in_section(facts, _denied, section, "案例剖析")


def _denied(facts: Facts, section: Section, where: str) -> Iterator[Finding]:
    own = section.start + len(section.number)
    for start, end in facts.signs(_DENIED, own, section.end):
        sentence = sentence_at(facts.text, start)
        sentence = Span(max(sentence.start, own), min(sentence.end, section.end))
        clauses = [Span(*each.span()) for each in CLAUSE.finditer(facts.text, *sentence)]
        here = next(n for n, each in enumerate(clauses) if start < each.end)
        if facts.is_quoted(start) or not _is_own(facts.text, clauses[: here + 1], start, where == "案例剖析"):
            continue
        rest = facts.text[end : clauses[here].end]
        if _LACKS.search(rest) or _LACKS.search(_inside(facts.text[start:end])):
            continue
        following = [each.of(facts.text) for each in clauses[here + 1 :][:_AFTER]]
        if any(_UNDONE.search(each) and not _DENIED.pattern.search(each) for each in following):
            continue
        if not is_turned(facts.text, clauses[here + 1 :], sentence.end):
            yield _finding(Span(clauses[here].start, max(end, clauses[here].end)), where)
            return


def _well(facts: Facts, section: Section, where: str) -> Iterator[Finding]:
    """Yield the first statement below a heading that tells what went well, where no word of it, or of the next, tells what lacked."""
    for begin, match in _WENT_WELL.between(facts, section.heading_end, section.end):
        start, end = statement_at(facts.text, begin + match.start())
        start = max(start, section.heading_end)
        said = facts.text[start:end]
        lacking = SHORTCOMING.pattern.search(said) or _ONLY_SOME.search(said)
        other = _NOT_SO.search(said) or _OF_OTHERS.search(said[: begin + match.start() - start])
        if not (lacking or other or facts.is_quoted(start) or is_turned(facts.text, [], end)):
            yield _finding(Span(start, end), where)
            return


_NUMBERS = compiled_later("[0-9.]+")
_ROLL = 3  # numbers of a statement that only counts: 「职工118人，甲部12人、乙部9人」
_TELLING = 16  # characters; less is a scene of what lacked: 「我当着大伙摔了安全帽」


def _told_well(facts: Facts, section: Section, where: str) -> Iterator[Finding]:
    """Yield the first statement below a heading that by all its words tells what was done well, and is not turned.

    Where praise that is known by its wording stands, another check speaks of the item.
    """
    if facts.of_section(praise_in_passing.first, section) or praised_first(facts, section):
        return
    for begin, spans in facts.within(done_well, section.heading_end, section.end):
        for span in (each.shifted(begin) for each in spans):
            if (
                section.heading_end <= span.start
                and span.end <= section.end
                and span.end - span.start >= _TELLING
                and len(_NUMBERS.findall(facts.text, *span)) < _ROLL
                and not is_turned(facts.text, [], span.end)
            ):
                yield _finding(span, where)
                return


def _finding(span: Span, where: str) -> Finding:
    return RULE.finding(
        span,
        f"这一句写在{where}部分，所写似是做得好的事。",
        "这里要写的是不足：可写明实际差在哪里；确是做到了的，不宜列为问题。",
    )


def _inside(said: str) -> str:
    """Give what a sign says after the word that shows it: 「始终坚持」 may go on with what lacks."""
    return said[4:] if said.startswith(("一直", "始终", "历来", "一贯", "从来都", "每次", "次次", "回回")) else ""


def _is_own(text: str, clauses: list[Span], start: int, in_case: bool) -> bool:
    """Tell whether a clause tells what he did: not what was not, what was wanted, or what others did."""
    lead = text[clauses[-1].start : start]
    before = text[clauses[-2].start : clauses[-2].end] if len(clauses) > 1 else ""
    if _NOT_SO.search(lead) or _OF_OTHERS.search(lead):
        return False
    if in_case and not any(own in lead for own in ("我", "本人", "自己", "班子")):
        return False
    return not (_WANTED.search(before) or _SUBJECT.match(before))


RULE = Rule(
    __name__,
    __doc__,
    check,
    Severity.HINT,
    Scope.MATERIAL,
    "多地审核意见提到的“成绩多、问题少”（见于两处以上公开材料）",
    (
        Example(
            "一、存在的突出问题\n（一）带头强化政治忠诚方面\n1.报告不及时。三件大事隔天才报告，⟦另有两件我第一时间向县委作了报告⟧。\n"
            "2.攻坚劲头不足。管网改造停了两个月，⟦我迎难而上、连续攻关⟧，年底只铺了三公里。\n"
            f"3.自律不严。供应商请我吃饭，⟦我当场婉言谢绝⟧。\n4.批评少。会上没有人点破，⟦形成了团结和谐、心齐气顺的良好局面⟧。\n5.程序观念差。先开工后上会，⟦反映出我对工期高度负责⟧。\n{FROM_THE_SECOND_ASPECT}",
            with_template=True,
        ),
        Example(
            "一、存在的突出问题\n（一）带头强化政治忠诚方面\n1.学习时断时续。全年自学只有五次。⟦我做到了每会必讲、每讲必记⟧。\n2.市场管理松。占道拖了半年，⟦最终赢得了商户的理解⟧。\n"
            f"3.谋划不深。两个项目没有论证；⟦我多次带队外出对接，两个项目如期开工⟧。\n4.碰硬少。一件事压了三个月。⟦经过努力，市场管理走上了规范化轨道⟧。\n{FROM_THE_SECOND_ASPECT}",
            with_template=True,
        ),
        Example(
            "一、存在的突出问题\n（一）带头强化政治忠诚方面\n1.学习时断时续。嘴上做到了每会必讲，心里没有当回事。自以为做到了学深悟透。\n2.市场管理松。前任打下了好基础，我没有接着干。原定如期开工，到年底还停在纸上。\n"
            f"3.办件慢。全年受理386件，按期办结359件，超期27件。书记上门，才有效化解了矛盾。\n{FROM_THE_SECOND_ASPECT}",
            with_template=True,
        ),
        Example(
            "一、存在的突出问题\n（一）带头强化政治忠诚方面\n1.报告不及时。没有做到第一时间向县委报告。虽然一直坚持按时报表，但大事报得慢。\n"
            "2.攻坚劲头不足。迎难而上的劲头不足，总觉得不怕困难是年轻人的事，始终坚持老办法。一直坚持带队检查，却没有查过账。\n"
            f"3.自律不严。同事当场婉言谢绝，我却收下了。他送的茶叶，当场婉拒了一次，第二次就收下了。一次也没有迟到过，人到心不到。回回都坚持由办公室代写发言。雷厉风行变成了急躁。主动请缨带队帮扶，去了两次就交给副职。不等不靠成了自行其是。始终带头宣讲，讲的年年一个稿子。\n4.批评少。没有形成团结和谐的良好局面，离风清气正的氛围还差得远。\n5.程序观念差。反映出我对程序不够重视。\n{FROM_THE_SECOND_ASPECT}",
            with_template=True,
        ),
        Example(
            "一、存在的突出问题\n（一）带头强化政治忠诚方面\n1.巡线不细。漏巡了2处。⟦我守在泵房三天三夜，终于让全城通了水⟧。\n"
            f"2.接待不热情。6月有用户来信。来办证的那位老人，我让他下周再来。\n3.学习不深。读书少。书记带队走了一遍，排查得仔细，但我没有跟去。2004年到2009年我在库区当巡管员，哪段坝脚爱渗水都记在心里。我讲了一个钟头规程，没有一条落到班组。三个车间共有职工96人，铸造41人、机加33人、装配22人，谈话57人次。\n{FROM_THE_SECOND_ASPECT}",
            with_template=True,
            shown=False,
        ),
    ),
    Stage.REVIEW,
)
