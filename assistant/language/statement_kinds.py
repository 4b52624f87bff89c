"""What kind of statement one is: whether it tells what lacks, what was done well, or what is still to be done.

Several checks ask this one question. A word that tells what lacks answers it at once; where there is none, the pairs of
characters of the statement are weighed, as counts over right texts and told statements say (packaging/statement_kinds.py
makes the weights). So a wording that nobody listed is judged by what its parts usually tell.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from operator import add
from typing import NamedTuple

from assistant import paths
from assistant.language.signs import SHORTCOMING
from assistant.patterns import compiled_later
from assistant.strict_toml import DataError, build
from assistant.text_memory import remembered

_NUMBER = compiled_later("[0-9]+(?:[.][0-9]+)?")
_OWN_NUMBER = compiled_later(
    r"[\s　]*(?:[（(]?[一二三四五六七八九十0-9]{1,3}[）)、.．]|第?[一二三四五六七八九十]+(?:是|，))?[\s　]*"
)
_SHORTEST = 8  # characters that tell anything
_SHORTEST_FAULT = 12
_LONGEST_PART = 2  # characters
_COLUMNS = (
    4  # done well and to be done, each against what lacks; measures, and the account, against problems and causes
)
# From which scores on: five statements of 27 fresh texts by seven writers (96,000 characters) were wrongly beyond them.
_DONE_WELL, _INTENDED = 1.2, 2.4
# Whatever words stand in it: of 1560 statements of problems and causes in 50 fresh texts one was wrongly beyond the first.
_AS_MEASURE, _PLAINLY_AS_MEASURE, _AS_FAULT = 3.1, 4.0, -3.5
_AS_ACCOUNT = 3.6  # none was
_PLAINLY = 4.0  # from which on 才 in 人才, 难 in 攻坚克难 hint at nothing
# What is bad; that there was none of it lacks nothing: 「没有打过退堂鼓」, 「一件也没落下」
_BAD = (
    "推诿|推脱|推托|推给|拖延|拖拉|拖欠?|迟到|缺席|缺勤|缺课?|早退|松懈|间断|中断|断过?|停歇|停|超期|超时|逾期|违[反规纪法]|收受?|接受"
    "|出过?(?:事|错|问题|岔子|差错|纰漏)|发生|退缩|退堂鼓|回避|动摇|放松|计较|抱怨|怨言|叫苦|隐瞒|留情面|离岗|脱岗|空岗|漏|落下|落过?(?![到实地脚户在])|误|耽误"
    "|懈怠|敷衍|搞特殊|可乘之机|失望|白跑|多跑|差错|错漏|差池|纰漏|投诉|上访|信访|事故|案件|处分|退回|退件|退单|返工|例外|折扣|含糊|马虎|保留"
    "|私心|私用|反弹|死角|遗漏|瑕疵|破绽|疏漏|异议|二话|失实|克扣|偏袒|走样|红脸|喊过?[苦累]|皱过?眉|歇|休过|请过?假|红过?脸|绕道|服[气输]"
)
# That none of the bad was settled lacks all the same: 「没有一件信访是我办结的」
_SETTLED = "(?![^，。；]{0,8}(?:办结|化解|落实|处理|解决|答复|回访|整改|到位|完成|得到|解开|销号|过问|研究|分析))"
_EACH = "[件起次例笔名个天户处份人分点句丝刻步]"
_NONE_BAD = compiled_later(
    f"(?:[从毫绝决]未|[从毫绝决]不|从来没有?|从没有?|没有?过?|未曾?|不|无|零)(?:出现|发生|再|曾|有|能|让|给|因|敢|发|打|搞|叫|喊|说)?过?(?:任何|一?{_EACH}|半[点句天分])?[^，。；没不未]{{0,5}}?(?:{_BAD}){_SETTLED}"
    f"|一{_EACH}(?:也|都)?(?:没有?|未|不)(?:曾|有)?[^，。；没不未]{{0,4}}?(?:{_BAD}|少|差|多){_SETTLED}"
    "|不(?:落|漏|断|惧|畏|怕|等|推|拖|靠|绕|避|辞|厌|含糊|马虎)|[毫绝]不|不[差错少缺漏留]一|无[微一]不|零[一-鿿]{2}|滴水不漏|一丝不苟|一律不[接收见去吃]|雷打不动|没有一[个人]"
)
_NEGATIONS = frozenset("没不未无零")  # one is in whatever says that there was none of it
# What tells it of a statement without any of the usual words: that it came late, was thought, was left to others, or is another's
_LACKS_TOO = compiled_later(
    "却|零碎|零星|耽误|延误|积压|超[了期时]|逾期|掉队|下滑|落后|断档|滑坡|回落|虎头蛇尾|倒数|垫底|反而|误会|嘴上|口头|往后|早退|代[写笔办拟签替]|错的|抽走|流失"
    "|停在|一刀切|推了|转身|一般|就(?:交给|放|丢|走|由|让)|惯|总[是想觉认以]|往往|常常?(?=把|以|靠|是)|认为|觉得|以为|自认|心里|心想|满足|图(?![书纸表册像])|凭|靠(?!前)"
    "|当[成作耳]|看[成作]|让位|让路|远了|刚[到够]|[第后][0-9]+[天位]|排第|隔了?|才|就是|由着|有[0-9一二两三]+[次人家户个份篇条件名笔]|[0-9一二三四五六七八九]成|百分点"
    "|挑着|随便|讲条件|跟风|脱节|脱|两条线|递减|反复|抽查|回头|手机|本该|本应|应当?(?=[^，。；]{0,6}[0-9])|[计承原][划诺定][^，。；]{0,8}[0-9]|实际|结转|后补|补[的记签录]|事后"
    "|先[^，。；]{1,10}[，、]?[再后]|重[^，。；]{1,6}轻|多[是在]|多次要?求|年年|老[一套经办样本路]|凑|抄|等[着到了]|又|放[了着]|[占升降高低多减]了?[0-9.]+[%％]|下降"
    "|比[^，。；]{1,20}[多少低高]|之后|还是|听起来|是可以|够的|投诉|举报|处分|通报|立案|(?:^|，)[他她](?!山)|同志|别人|邻[县区镇]|有人|老师傅|[领群][导众]说|说[：“]|[“”]|典型|案[中例情由]|[涉同]案"
    "|习近平|党中央|中全会|怎[么样]|如何|要求(?![一-鿿]{1,8}的)|规定|应该|必须|如果|假如|即使|要是|虽|尽管|固然|曾|当年|当时|以前|过去|原来|本来|刚|最[长久慢晚远]的|人均|难(?!题|户|关|事)|脸红|红脸|有所|近视"
    "|照[着单旧样]|反正|何必|岔开|收下|收了|放进|签了?个?字|转给|转了|批给|交给|推给|看得|管得|变通|空档|水分|死角|走得|闭一只|一模一样|大同小异|责任|教育，|还需|需要|[有亟]待|待提|按(?:规范|规定|制度)|根子|平均[0-9]|跨年度|改址|[躲陪睡]|请假|为由|轮到|躺|嫌"
)

# When he was something else; what he did well then is told to show what is no more
_LONG_AGO = compiled_later(
    "(?:19[0-9]{2}|20[01][0-9])年|20[0-9]{2}年(?:[到至]|起|那|的时候)|那[些几]年|那阵|那会|年轻时|从前|早年"
)
# What nobody will do any more, or is to be done about what lacks, lacks nothing: 「不再等」, 「问题一件一件过」
_PROMISED = compiled_later(
    "(?:再也|决|绝)?不再?(?:混|怕|等|推|拖|搞|做|当|让|靠)[^，。；]{0,4}|(?:[难轻粗老旧新]|苗头性)?(?:问题|难题)|不少于|不低于|至少|硬骨头|短板|再难|成不成|没有[^，。；]{0,8}的"
)
# What happened on a day, to somebody, or has come to an end
HAPPENED = "[0-9]日(?!之?以?前|[起至到、])|前[0-9]{1,2}个月|月又(?=[新增出建])|被(?=[撤退通处投约问])|已(?:经|全部)?(?:完成|整改|办结|销号)[^的，。；]{0,4}[0-9]"
# What has been, or another wants or does, is not to be done: 「他每月要花6天」, 「本该一次讲清」, 「意识还需增强」
_NOT_TO_BE_DONE = compiled_later(
    HAPPENED
    + "|当(?:起了?)?(?:听众|观众|看客|过客|陪衬|老?好人|甩手|传声筒|二传手|摆设|耳边风|耳旁风|差事|包袱|门面|幌子)|一回[^，。；]{2,10}，一回|把[^，。；]{1,6}当[成作]|得[两一三][个人]|了(?![解然如结])|[去来看问说做办有到想学讲]过|本该|本应|[他她]|告诉|说[：“，]|需要|还需|[有亟]待|待[提加]|要求|规定|当时|曾|去年|全年|实际|只|却|总[是想觉]|往往|常常|习惯|觉得|认为|以为|口头|嘴上|怎[么样]|什么|如何|“|[畏怯缩]|犹豫|观望|瞻前顾后|左顾右盼|踌躇|提醒|强调|指出|总书记|党中央"
)
# The same where a statement is worded quite as measures are: 「全年」 and what stands in quotation marks may be in these
_NOT_SO_FAR = compiled_later(
    HAPPENED
    + "|[月日旬底]才|(?:推迟|晚|超期|逾期)了?[0-9]|把[^，。；]{1,6}当[成作]|了(?![解然如结])|本该|本应|需要|还需|[有亟]待|要求|规定|当时|去年|实际|只|却|还[未没存]|觉得|认为|以为|往往|常常|习惯"
)
# Without any of these nothing is worded as a measure; they are looked for first, since most problems have none
_MAY_BE_DUE = compiled_later(
    "[底月日年周]前|[年月周日天度]内|每|逐|不[少低超]|至少|一律|将|要|由|先|制定|修订|建立|健全|完善|严格|坚持|推行|实行|下一?步|开展|组织"
)
# Without any of these nothing is worded as an account
_OF_ACCOUNT = compiled_later("针对|整改|查摆|已|做到|全部|均|由[0-9]|比[^，。；]{1,10}[0-9]|[0-9]次，")
# What is to be done has some of these, however it is worded
_DEED = compiled_later(
    "请|(?<![以之])[会事班课][前后][^，。；]{0,12}[0-9]|(?:[上下]半年|[一二三四]季度)[^，。；0-9]{1,4}[0-9]+[^，。；]{0,2}(?=[、，。；]|$)|[底月日年]前|[年月周日天时]内|每(?:半?年|[月季周次天名人个])|不少于|不低于|不超过|至少|以内|今后|往后|下一步|再有|(?<!上)将(?!就)|一律|谁|凡|退回|当[场天]|重新|逐|的，|先[^，。；]{1,12}[后再]"
    "|(?<![主重首需只想简摘])要(?![求么害点是])|不[^，。；]{1,8}[就也都]?不|争取|力争|确保|坚持(?![不得])|[我由]来|批评|监督|以上|改|问题[0-9]|对应|针对|克服|没[^，。；]{1,10}不|说[：“]"
)


@dataclass(frozen=True, slots=True)
class WeightFile:
    """What the file of weights holds, as `Weights` says."""

    bias: tuple[int, ...]
    weights: dict[str, tuple[int, ...]]


class Weights(NamedTuple):
    """What single characters and pairs tell, in hundredths: done well and to be done, against what lacks; measures, and the account of last year, against problems and causes."""

    bias: tuple[int, int, int, int]
    of: Mapping[str, tuple[int, int, int, int]]


class Scores(NamedTuple):
    """How much more a statement tells one thing than another (natural logarithms).

    `done_well` and `intended` are against what lacks, where no word says that something does; `of_measures` is how much
    more it is worded as measures are than as problems and causes are, whatever words stand in it, `of_account` how much
    more as the account of last year is.
    """

    done_well: float
    intended: float
    of_measures: float
    of_account: float


@remembered(256)
def lacks(statement: str) -> bool:
    """Tell whether a word of it tells what lacked; that nothing bad happened lacks nothing."""
    found = SHORTCOMING.pattern.search(statement)
    return found is not None and (
        _NEGATIONS.isdisjoint(statement) or SHORTCOMING.pattern.search(_NONE_BAD.sub("", statement)) is not None
    )


def hints_at_lack(statement: str) -> bool:
    """Tell whether it tells in other ways that something lacked, or was thought, asked for, or done by another."""
    return (
        _LACKS_TOO.search(statement if _NEGATIONS.isdisjoint(statement) else _NONE_BAD.sub("", statement)) is not None
    )


@remembered(256)
def scores(statement: str) -> Scores:
    """Weigh what a statement tells."""
    bias, known = _weights()
    found = [known[part] for part in features(statement) if part in known]
    well, due, place, account = zip(bias, *found, strict=True)
    return Scores(sum(well) / 100, sum(due) / 100, sum(place) / 100, sum(account) / 100)


def is_done_well(statement: str) -> bool:
    """Tell whether it tells what was done well, and nothing of what lacked."""
    if len(statement) < _SHORTEST or lacks(statement) or _LONG_AGO.search(statement):
        return False
    done_well, intended, *_ = scores(statement)
    told = done_well > intended or _NOT_TO_BE_DONE.search(statement)
    return bool(told) and done_well > _DONE_WELL and (done_well > _PLAINLY or not hints_at_lack(statement))


def is_intended(statement: str) -> bool:
    """Tell whether it tells what is to be done, and nothing of how it was."""
    if len(statement) < _SHORTEST or (lacks(statement) and lacks(_PROMISED.sub("", statement))):
        return False
    if _NOT_TO_BE_DONE.search(statement):
        return False
    done_well, intended, *_ = scores(statement)
    return intended > max(_INTENDED, done_well)


def is_worded_as_measure(statement: str) -> bool:
    """Tell whether by all its words it is one of the measures, though some of these may tell what lacks."""
    if len(statement) < _SHORTEST or not _MAY_BE_DUE.search(statement) or _NOT_SO_FAR.search(statement):
        return False
    place = scores(statement).of_measures
    return place > _PLAINLY_AS_MEASURE or (place > _AS_MEASURE and not _NOT_TO_BE_DONE.search(statement))


def is_worded_as_account(statement: str) -> bool:
    """Tell whether by all its words it is of the account of what was put right since last year."""
    return (
        len(statement) >= _SHORTEST
        and _OF_ACCOUNT.search(statement) is not None
        and scores(statement).of_account > _AS_ACCOUNT
    )


def tells_deed(statement: str) -> bool:
    """Tell whether it says when, how often, by whom something is to be done, or that it no longer is."""
    return _DEED.search(statement) is not None


def is_worded_as_fault(statement: str) -> bool:
    """Tell whether by all its words it is one of the problems or causes, and says nothing that is to be done."""
    return len(statement) >= _SHORTEST_FAULT and not tells_deed(statement) and scores(statement).of_measures < _AS_FAULT


def features(statement: str) -> set[str]:
    """Give its characters and pairs; numbers are all the same one, and its own number is none of it."""
    said = f"^{_NUMBER.sub('0', statement[_OWN_NUMBER.match(statement).end() :]).strip()}$"  # type: ignore[union-attr]  # it may be empty
    return {*said, *map(add, said, said[1:])}


def parse(source: str, name: str) -> Weights:
    """Read the weights; `name` is how messages call the file. Raises DataError."""
    try:
        table = json.loads(source, object_pairs_hook=partial(_once_each, name))
    except DataError:
        raise
    except (ValueError, RecursionError):
        raise DataError(f"{name}：不是有效的JSON，请用 dev.py statement_kinds 重做") from None
    file = build(WeightFile, table, name)
    for part in file.weights:
        if not 0 < len(part) <= _LONGEST_PART:
            raise DataError(f"{name}.weights：“{part[:80]}”应为一个或两个字")
    return Weights(
        _row(file.bias, f"{name}.bias"),
        {part: _row(row, f"{name}.weights.{part}") for part, row in file.weights.items()},
    )


def _once_each(name: str, pairs: Sequence[tuple[str, object]]) -> dict[str, object]:
    """Make a table of keys that each stand there once; of two that are the same the first would be lost unsaid."""
    table = dict(pairs)
    if len(table) < len(pairs):
        twice = next(key for number, (key, _) in enumerate(pairs) if any(key == other for other, _ in pairs[:number]))
        raise DataError(f"{name}：“{twice[:80]}”写了两次")
    return table


def _row(row: tuple[int, ...], where: str) -> tuple[int, int, int, int]:
    if len(row) != _COLUMNS:
        raise DataError(f"{where}：应为{_COLUMNS}个整数，现为{len(row)}个")
    return row[0], row[1], row[2], row[3]


@cache
def _weights() -> Weights:
    path = paths.resources() / "kinds" / "statements.json"
    return parse(path.read_text("utf-8"), path.name)
