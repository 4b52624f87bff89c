"""Whose words stand in quotation marks: what is quoted at all, and what is given as said or written by another.

A term in marks (“一岗双责”) and what the writer himself said are quoted too, but nobody else's words: what is wrong there
is his to mend.
"""

from __future__ import annotations

from collections.abc import Iterator

from assistant.language.punctuation import Pair, pairing
from assistant.language.sentences import piece_start
from assistant.patterns import compiled_later

_SAYS = (
    "说(?![明法服])|讲(?![课究义解])|谈(?!心)|问(?![题责卷效政])|答(?!卷)|喊|叫|嚷|骂|劝|教导|写(?![实入])|念(?!头)|唱|云|曰|议论|评价|感慨|感叹|叹|打趣|调侃|玩笑|抱怨|埋怨|嘟囔|嘀咕|叮嘱|嘱咐|告诉|提醒|转告"
    "|反映|指出|直言|坦言|留言|发言|插话|回话|回复|[回顶来补撂丢][了下]?我?一?句|批评|批示|批注|评语|通报|反馈|投诉|诉苦|有言"
    "|短信|微信|消息|语音|来信|[信录音电话]+[里中上]|纸条上?|顺口溜|打油诗|民谣|歌谣|俗话|老话|古语|谚语|(?:原话|原文|措辞|理由|说法)[是为]"
)
# These also name what is quoted, 提出“三个不”, and lead to words only where a mark stands between
_STATES = "提|要求|强调|号召|规定|记载|表示|认为|意见|建议|告诫|勉励|点评|举例|话|道|诗"
_LEADS = compiled_later(f"(?:{_SAYS})[^，。；：“”]{{0,6}}[：:，,]?$|(?:{_STATES})[^，。；：“”]{{0,8}}[：:，,]$")
_COLON = compiled_later("(?<![是为叫])[：:]$")  # 「主题是：“」 leads to a name
# Whoever else may speak: persons, those of a unit, those whom one serves, those above, what is written
_ANYBODY = (
    "[他她]|同志|干部|群众|职工|党员|员工|代表|委员|[有旁别他工客病老]人|[队店社教]员|人家|大家|[一位名]{1,2}|有的|部分|个别|不少|几个"
    "|主任|书记|经理|师傅|老师|负责人|[科局所镇县市乡院校股处部组]长|老[^，。；：年实]|小[^，。；：](?=[，说讲问])|大[爷娘妈叔伯哥嫂姐]"
    "|业主|商户|摊主|居民|村民|租户|患者|家长|家属|学生|企业|客户|用户|司机|护士|医生|民警|母亲|父亲|妻子|爱人|丈夫|孩子|女儿|儿子"
    "|[阿大]姨|专家|来访|领导|上级|组织|班子|巡[视察]组|督[查导]组|检查组|考核组|纪检"
    "|通报|通知|文件|工单|(?:巡[视察]|审计|检查|督查|调查|考核)[^，。；]{0,4}报告|《|条例|准则|古人|先贤|诗|俗话|老话|古语|短信|微信|来信|[信录音电话]+[里中上]|纸条|帖子|网[友上]|留言"
)
# 「“…”一位同志说」, 「“…”面对这样的问题」, 「“…”这句话」
_FOLLOWED = compiled_later(
    f"[，。]?(?:这是|这就是|——)?[^，。；：“”我]{{0,8}}?(?:{_ANYBODY})[^，。；：“”我]{{0,6}}?(?:{_SAYS})"
    "|[，。；]?(?:[^，。；“”]{0,6}的)?(?:[这那][句番些]?话|面对[这那]?样?的?(?:问题|质问|追问|话))"
)
_OTHER = compiled_later(_ANYBODY)
# The writer as he who speaks, not 「我局的同志」, 「我的老领导」, nor as he who heard or read it: 「我听见门外有人说」
_ONESELF = compiled_later(
    "我(?!们?[局镇乡县市区省校院厅处科股所站]|们?的|[^，。；]{0,4}(?:听|看到|看见|读|记得|收到|接到|发现|碰到|遇到|碰见|翻到))|本人|自己"
)
_SPEAKER = compiled_later(f"{_SAYS}|{_STATES}|{_ANYBODY}")  # who or what a colon may lead from: 「他摆摆手：“」
_CLAUSE_MARKS = "，；,;：:"
_SENTENCE_MARKS = "。！？\n"
_BETWEEN = compiled_later("[、，；和与及又还也]{0,2}")  # two quotations in a row


def is_quoted(paragraph: str, position: int) -> bool:
    """Tell whether a position of a paragraph stands in quotation marks that are closed again."""
    return next(_around(paragraph, position), None) is not None


def is_of_another(paragraph: str, position: int) -> bool:
    """Tell whether a position of a paragraph stands in words that are given as said or written by somebody else.

    Of whom they are is told by what leads to the outermost marks, or by what follows them. False where nothing tells it.
    """
    outermost = next(_around(paragraph, position), None)
    return outermost is not None and _is_said_by_another(paragraph, outermost)


def _around(paragraph: str, position: int) -> Iterator[Pair]:
    """Yield the quotation marks around a position, the outermost first."""
    if "“" in paragraph or '"' in paragraph or "＂" in paragraph:
        for pair in pairing(paragraph).pairs:
            if pair.family == "“" and pair.opening < position < pair.closing:
                yield pair


def _is_said_by_another(paragraph: str, pair: Pair) -> bool:
    """Tell whether somebody else is said to have said what a pair of marks holds."""
    start = piece_start(paragraph, pair.opening, _SENTENCE_MARKS)
    lead = paragraph[start : pair.opening]
    before = next(
        (each for each in pairing(paragraph).pairs if start <= each.opening and _precedes(paragraph, each, pair)), None
    )
    if before:
        return _is_said_by_another(paragraph, before)
    if _COLON.search(lead):
        return _SPEAKER.search(lead) is not None and not _is_own(lead)
    if _LEADS.search(lead):
        return not _is_own(lead)
    return _FOLLOWED.match(paragraph, pair.closing + 1) is not None


def _precedes(paragraph: str, one: Pair, other: Pair) -> bool:
    """Tell whether a quotation goes on in the next: “…”“…”."""
    if one.family != "“" or one.closing >= other.opening:
        return False
    return _BETWEEN.fullmatch(paragraph, one.closing + 1, other.opening) is not None


def _is_own(lead: str) -> bool:
    """Tell whether it is the writer who speaks: he is named, and first, in the nearest clause that names anybody."""
    end = len(lead.rstrip(_CLAUSE_MARKS))
    while end > 0:
        begin = piece_start(lead, end, _CLAUSE_MARKS)
        own, other = _ONESELF.search(lead, begin, end), _OTHER.search(lead, begin, end)
        if own or other:
            return bool(own and (not other or own.start() < other.start()))
        end = begin - 1
    return False
