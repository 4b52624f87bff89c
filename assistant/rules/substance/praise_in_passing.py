"""问题和原因里写有成绩

检查什么：一条问题或原因里，是否夹有“名列第一”“受到表扬”“得到群众认可”一类只讲成绩的话，前后没有转折。
为什么：查摆问题宜就事论事；问题中间写成绩，查摆就不够集中，审核时常会要求删去。
怎么改：成绩移到上年度整改落实情况里写，或者删去；用来说明差距的，补上一句差在哪里。
"""

from collections.abc import Iterator
from itertools import takewhile

from assistant.decisions import Stage
from assistant.facts.facts import Facts
from assistant.facts.items import ItemKind, items
from assistant.finding import Finding, Severity
from assistant.language.sentences import CLAUSE, sentence_at
from assistant.language.signs import ACCLAIM, SHORTCOMING
from assistant.patterns import compiled_later
from assistant.rules.example_material import FROM_THE_SECOND_ASPECT
from assistant.rules.rule import Example, Rule, Scope
from assistant.rules.substance.praise_first import praised_first
from assistant.structure.outline import Section
from assistant.text import Span

# What he only thought, wanted or was asked for; what is turned or compared with.
_ONLY_THOUGHT = compiled_later(
    # it is turned
    "就(?:放松|松|沾沾|满足|骄傲|自满|飘|懈怠|停|歇|止)"
    "|的(?:事|人|项目|单位|工作|时候)|(?<!人)才"
    # it is how he saw it
    "|看得|当[成作]|倒数|垫底|末位|靠后|认为|觉得|以为|感到|满足|自认|自以为|总想|一心|说是|嘴上|口头|声称"
    # it is what he wanted, or was asked for
    "|只要|追求|看重|在意|为了|想着|想要|盼|期望|希望|要求|目标|争取|力争|如果|假如|即使|要是"
    # it is not so
    "|怎样|如何|竟|居然|没|未|不(?!绝口)|难以|少|缺|看似|表面|号称|自我感觉"
)
# In the clause before
_THOUGHT = compiled_later("[^，]{0,6}(?:认为|觉得|以为|满足于|总想|为了|自认|要求|希望|争取|力争|把[^，]{1,6}当[成作])")
_TURN = compiled_later(
    "骄傲|自满|放松|沾沾自喜|松(?:劲|懈|了|口)|懈怠|歇|躺|优越感|产生了?|滋[生长]|但|却|然而|不过|可是|其实|实际上|事实上|^(?:实地|随机|下去|暗访|回头|细|一)[^，。；]{0,3}[看访问查]|^(?:改判|发回|投诉|差错|返工|退件|超期|流失)[^，。；]{0,6}[也却还]|^(?:都?是|多是|靠|其中|而(?!且)|只是|仍|还是|就|便|于是|因此|因而|所以|以致|导致|结果|与此|说明|可见|同.{0,12}相比)"
)
_TURNS = compiled_later("(?:但是?|然而|不过|可是)(?:也|还)?")
# 「获评优秀后，只开了1次」: when it was, not that it was
_AFTERWARDS = compiled_later("[^，。；]{0,6}?(?:之后|以后|以来|后)(?=[，。；])|(?<=后)(?=[，。；])")
_LEADING = compiled_later(
    "虽|尽管|固然|即便|纵然|一方面|相比|相对|比起|对比|本来|原本|过去|以前|曾|刚[进到入来]|起初|当初|早年|年轻时|同样是|人家"
)
_OTHERS = compiled_later(
    "兄弟|先进(?:地区|单位|县|市)|邻[县区市]|别[人的]|其他|外[县地市]|隔壁|(?<![国省市县区])同行|同[志事](?!们)|有的(?:同志|干部|单位|地[区方]|科室|部门|人)|他|她|典型|案例|案中"
)
# It turns nothing: what lacks is not said
_VAGUE = compiled_later(
    "^(?:但|当然|不过|然而)?，?(?:当然)?(?:也|还|仍|是|依然)*(?:存在|有)着?(?:一些|一定|不少|些许?|少许)?的?(?:不足|差距|欠缺|短板|问题|薄弱环节|(?:提升|改进|进步)的?空间)(?:之处)?$"
)
# What makes the shortcoming a small thing beside the praise that an item begins with
_BELITTLES = compiled_later("^(?:只是|只不过|就是(?!说)|无非|唯一(?:的)?(?:不足|遗憾))")
# A rate and no word of how good it is
_PLAIN_RATE = compiled_later("^[一-龥]{0,12}[率度](?:约?为|约|是|仅?有|在|(?P<reached>达到?))?[0-9.]+[%％](?:左右)?$")
_FELL_TO = compiled_later("[率度](?:由|从)[0-9.]+[%％](?:降|跌|退|滑|减)[到至为]")
# How many were given each mark, 「评为优秀的117人、合格的470人」, 「评为优秀的48节」
_ROLL = compiled_later("(?:评为|评定为?|获评|评出)[^，。；]{0,8}(?:的|等次)[0-9]+[一-龥]")
_SHORT_OF_AIM = compiled_later(
    "^(?:还|尚|相)?[差缺欠少]额?[0-9]|^还差|^(?:余下|其余|剩下|剩余)的?[0-9]|^(?:离|距|距离|比|较|与|同|低于|不及|没有?达到|未达到?|达不到)[^，。；]{0,16}(?:[差低少缺欠][^，。；]{0,4}[0-9]|目标|要求|平均|标准|[差低]距?)"
)
_CONCEDES = compiled_later("虽|尽管|固然")
_AFTER = 2  # clauses after it that may turn it


def check(facts: Facts) -> Iterator[Finding]:
    for material in facts.asked:
        for item in items(facts, material):
            if item.kind is ItemKind.MEASURE or not facts.shows(SHORTCOMING, item.section):
                continue  # an item of praise alone is another check's
            span = facts.of_section(first, item.section)
            if span:
                yield RULE.finding(
                    span.shifted(item.start),
                    f"这一句似在讲成绩，写在了{'问题' if item.kind is ItemKind.PROBLEM else '原因'}部分。",
                    "成绩可移到上年度整改落实情况里写，或者删去；用来说明差距的，可补一句差在哪里。",
                )


def first(facts: Facts, section: Section) -> Span | None:
    """Find the first clause of an item, relative to it, that is praise, and neither thought, wanted nor turned."""
    own = section.start + len(section.number)
    for start, end in facts.signs(ACCLAIM, own, section.end):
        sentence = sentence_at(facts.text, start)
        sentence = Span(max(sentence.start, own), min(sentence.end, section.end))
        if _AFTERWARDS.match(facts.text, end) or facts.in_case(start) or facts.is_quoted(start):
            continue
        if any(each.start <= start < each.end for each in praised_first(facts, section)):
            continue
        clauses = [Span(*each.span()) for each in CLAUSE.finditer(facts.text, *sentence)]
        here = next(n for n, each in enumerate(clauses) if start < each.end)
        if not _is_his(facts, clauses[: here + 1], Span(start, end)) or _is_plain_figure(facts.text, clauses, here):
            continue
        leads = sentence.start <= section.heading_end + 1 and any(
            _BELITTLES.match(each.of(facts.text)) for each in clauses[here + 1 :][:_AFTER]
        )
        if leads or not is_turned(facts.text, clauses[here + 1 :], sentence.end):
            return Span(clauses[here].start, max(end, clauses[here].end)).shifted(-section.start)
    return None


def _is_his(facts: Facts, clauses: list[Span], praise: Span) -> bool:
    """Tell whether the last of some clauses tells what was achieved: not what was thought, wanted, or another's.

    What stands in the praise itself is not asked: 「没有发生一起事故」 lacks nothing.
    """
    whole, before = clauses[-1].of(facts.text), facts.text[clauses[0].start : clauses[-1].start]
    said = facts.text[clauses[-1].start : praise.start] + facts.text[praise.end : clauses[-1].end]
    wanted = clauses[-2].of(facts.text) if len(clauses) > 1 else ""
    turn = _TURNS.match(whole)  # 「但满意度保持前列」 turns what lacks into praise
    lacks = facts.signs(SHORTCOMING, clauses[-1].start + (turn.end() if turn else 0), clauses[-1].end)
    lacking = any(not praise.start <= each.start < praise.end for each in lacks)
    thought = _ONLY_THOUGHT.search(said) or _THOUGHT.match(wanted)
    others = _OTHERS.search(facts.text, clauses[-1].start, praise.start)  # 「受到支部同志好评」 is of his own
    return not (lacking or thought or others or _LEADING.search(before + whole))


def _is_plain_figure(text: str, clauses: list[Span], here: int) -> bool:
    """Tell whether a clause is a rate that fell, or one of which nothing tells that it is good: 「满意度91%」, not 「满意度达到91%」."""
    if _FELL_TO.search(clauses[here].of(text)) or _ROLL.search(clauses[here].of(text)):
        return True
    rate = _PLAIN_RATE.match(clauses[here].of(text))
    if not (rate and rate["reached"]):
        return rate is not None
    following = clauses[here + 1].of(text) if here + 1 < len(clauses) else ""
    return _SHORT_OF_AIM.match(following) is not None


def is_turned(text: str, after: list[Span], end: int) -> bool:
    """Tell whether what follows a clause turns it into what lacks."""
    following = [each.of(text) for each in after]
    if not following:
        after_it = (each[0] for each in CLAUSE.finditer(text, end, text.find("\n", end) + 1 or len(text)))
        following = list(takewhile(lambda each: not _CONCEDES.search(each), after_it))  # what it turns is its own
    return any(_TURN.search(each) and not _VAGUE.match(each) for each in following[:_AFTER])


RULE = Rule(
    __name__,
    __doc__,
    check,
    Severity.HINT,
    Scope.MATERIAL,
    "多地审核意见提到的“成绩多、问题少”（见于两处以上公开材料）",
    (
        Example(
            "一、存在的突出问题\n（一）带头强化政治忠诚方面\n1.学习不够深入。全年自学只有五次，⟦读书体会得到县委组织部充分肯定⟧。\n6.补学不及时。全年缺席三次，⟦事后补学受到支部同志好评⟧。虽然按月交纳党费，但有一次晚了。\n"
            "3.程序不够规范。合同晚签了一个月，⟦但这一做法避免了合同风险⟧。学习领会敢于担当、敢于斗争的要求不深。\n"
            f"4.服务不细。有两件拖了五天，⟦居民个个都夸我热心⟧。\n5.协调少。我一年四季住在村里，⟦各项指标走在全市前列⟧，只是有两个村去得少。\n2.请示报告不及时。⟦办结率位居全市第一⟧。\n{FROM_THE_SECOND_ASPECT}",
            with_template=True,
        ),
        Example(
            "一、存在的突出问题\n（一）带头强化政治忠诚方面\n1.巡线不细。⟦近三年所管线路没有发生一起事故⟧，在全公司是少有的。漏巡了2处。\n2.接待不热情。⟦多年来我待用户如亲人⟧，有求必应。6月有用户投诉。\n5.“一岗双责”不平衡。全年听取经济工作汇报19次，听取廉政情况汇报只有2次。6.产值欠账。完成率90%，差额1.2亿元；修渠完成率92%，余下的96处没有动。\n4.评议走形式。5名党员的评语一模一样，审议时竟然一致通过。讲义气不讲原则，把班组当成山头，把弟兄当成自家人。\n3.安全弦松了。总觉得没有发生事故就是好。三年没有发生一起事故，思想上就松了。排队的人一多，我的嗓门越来越高。没有把安全当作头等大事。\n"
            f"{FROM_THE_SECOND_ASPECT}",
            with_template=True,
            shown=False,
        ),
        Example(
            "一、存在的突出问题\n（一）带头强化政治忠诚方面\n1.理论学习抓得比较紧，⟦多次受到局党组表扬⟧，但也存在一些不足。全年自学只有五次。\n"
            f"2.请示报告不及时。\n{FROM_THE_SECOND_ASPECT}",
            with_template=True,
        ),
        Example(
            "一、存在的突出问题\n（一）带头强化政治忠诚方面\n1.办件拖拉。全年工单640件，超期38件，按期办结率约为94%。窗口满意度92%，离96%的目标差4个百分点。管网覆盖率达到91%，还差9%没有通。\n"
            "4.评议走形式。民主评议589人，评为优秀的117人、合格的470人，有的支部轮流当。随机听课160节，评为优秀的48节、合格及以下的24节，讲得平。\n3.重办结轻满意。办结率由96%降到92%，我还说得过去。招生计划320人，实招288人，完成率90%。巡林8600次，办结率100%，实地看，有的是拍了照片就走。结案率居全市第一，改判率也居第一。\n"
            f"2.回访少。办件640件，逾期38件，⟦办结率达到94%⟧，位居全县第一。\n{FROM_THE_SECOND_ASPECT}",
            with_template=True,
        ),
        Example(
            "一、存在的突出问题\n（一）带头强化政治忠诚方面\n1.学习不够深入。集中学习受到表扬，但自学只有五次。总觉得排名全县第一，可以松口气。\n"
            "6.回访少。有居民说我不够热心，患者都说我脾气不好。\n2.请示报告不及时。虽然办结率位居全市第一，个别事项拖了两天。没有得到群众认可。兄弟县走在全省前列。\n"
            "5.为民不够用心。得到群众认可的事做得多，群众急着要办的事做得少。取得明显成绩就放松要求，获评优秀后，全年只开了1次会。\n"
            "4.把评为优秀看得太重。积分排名全系统第一，是职工代刷的。考核得到肯定，慢慢有了优越感。\n"
            f"3.满足于名列前茅。为了排名位居前列，月底突击结案。同样是忙，骨科支部就办得有声有色，说明不能怨忙。\n{FROM_THE_SECOND_ASPECT}",
            with_template=True,
        ),
    ),
    Stage.REVIEW,
)
