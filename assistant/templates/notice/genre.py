"""Whether a text is a notice that asks for materials, and if not, what it seems to be.

A material, a news report or a host's script names the same meetings and aspects; taking one for a notice would bring
in last year's aspects, so whatever is not clearly asking is refused with the reason.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.templates.notice.page import Page
from assistant.templates.template import MEETING_LABELS, MeetingKind
from assistant.text import Span

MEETING = re.compile("(?<!双重)(民主|组织)生活会")
_KINDS = {"民主": MeetingKind.DEMOCRATIC, "组织": MeetingKind.ORGANIZATIONAL}

_HEAD_LINES = 14
_SAMPLE = 30000
_TAIL = "(?:（[^（）]{1,14}）|[0-9]{1,2})?$"
_NOTICE = re.compile(
    f"(?:通知|通告|工作提示|温馨提示|提示|提醒|须知|指引|(?:工作|实施|召开)方案|工作安排|安排|要求|预告|的函){_TAIL}"
)
_AFTERWARDS = re.compile(
    "生活会[^，。]{0,14}(?:整改|情况的?报告|总结|清单|台账|公示)|整改(?![^，。]{0,8}生活会)[^，。]{0,8}(?:方案|通知)"
)
_OPINIONS = re.compile("征求[^，。]{0,30}意见|意见建议|批评意见")
_PREPARING = re.compile("(?:学习研讨|集中学习|谈心谈话|专题学习|学习资料|培训|民主测评|督导)[^，。]{0,10}")
_OTHER_WORK = re.compile("学习|教育|培训|述职|考核|党日|换届|党费|党课|发展党员|表彰|慰问")
_OTHER_TITLES = (
    (
        "疑为已写好的对照检查材料",
        f"(?:对照检查|检查材料|发言提纲|剖析材料|检视剖析|对照材料|发言材料|自我剖析){_TAIL}",
    ),
    ("疑为主持词或讲话", f"(?:主持词|主持稿|讲话|致辞|点评|动员|发言){_TAIL}"),
    (
        "疑为会后的报告、清单或记录",
        f"(?:报告|总结|汇报|情况|通报|纪要|记录|清单|台账|整改方案|审核意见|公示|简报|信息){_TAIL}",
    ),
    ("疑为制度或办事程序", f"(?:制度|办法|规定|规则|条例|流程|程序|细则){_TAIL}"),
    ("疑为心得或文章", f"(?:心得|体会|心得体会|感悟|有感|讨论|评论|解读|范文|模板){_TAIL}"),
)
_NUMBERED = re.compile(
    "[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]）|[0-9]{1,2}[.、]|第[一二三四五六七八九十]+条"
)
_ARTICLES = re.compile("(?:^|\n)第[一二三四五六七八九十]{1,3}条")
_TITLE_MATTER = re.compile("生活会|对照检查|检视|剖析|学习|评议|党员|制度|主持|讲话|整改")

_ADDRESSED = re.compile(r"(?:^|\n)[^\n。]{2,120}：(?=\n|[^\n]{6})")
_ADDRESSEE = re.compile(
    "各位?(?:党|单位|部门|支部|处室|科室|学院|系|委员|同志|成员|院|分|镇|乡|街道|村|社区|县|区|市|子公司|二级|基层|班级|成员)"
)
_AS_FOLLOWS = re.compile("(?:通知|提示|安排|要求|明确|提醒|部署|事项|方案)(?:[^，。\n]{0,6})如下")
_ASKING = re.compile(
    "请(?!假|示)[各于按认在将务大提抓及结对围严把做参注]|应(?:当)?(?:对照|围绕|报告|包括|重点|认真|紧扣|从|写)|须|务必|要(?:对照|围绕|认真|报告|联系|紧扣|聚焦|重点|从|把|在|深|按|严|撰写|查摆|逐|坚持|开门见山|包括|写)|不得|不少于|不超过|"
    "以内|(?:前|内)(?:报|送|完成|召开|提交|上交|交|发|给|定稿|反馈)|收到请|每人(?:准备|写|交)|每个写|要有事例|单独成段|@|拟(?:定|于)|初定|抓紧|交我|发我|兹定于|定于"
)
_TELLING = re.compile(
    "召开了|举行了|开展了|(?:上午|下午|日|近日)，[^。\n]{0,60}(?:召开|举行)|会上，|会议指出|会议强调|会议要求|会议认为|与会|主持会议|会议由|会前，|(?:通报|听取|进行|作|做|汇报)了|纷纷|一致(?:认为|表示)|逐一作|圆满"
)
_SELF = re.compile(
    "(?<![自“给发交报])我(?![们国党省市县区州乡镇村局委办厅处院校司团部单])|本人|(?:不够|不足|不深|不实|欠缺|(?<!找)差距|有待)"
)
_FINISHED = re.compile(
    "(?:对照检查|检视剖析|检视|剖析|检查|查摆)[^。\n]{0,12}(?:报告|汇报|剖析)?如下|作如下(?:对照检查|检视|剖析|发言)|形成(?:了|如下|此|本)[^。]{0,10}(?:对照检查|发言)材料|(?:现|兹)形成[^。]{0,10}(?:对照检查|发言)材料"
)
_SPEAKING = re.compile("^(?:各位领导|各位同志|同志们|各位党员)[，、：！]", re.MULTILINE)
_SPOKEN = re.compile(
    "现在开(?:始|会)|下面[，请]|首先[，请]|请[^。，]{1,12}(?:同志)?(?:发言|作对照检查|讲话)|会议到此|散会|今天(?:上午|下午|，|召开|我们)"
)
_MESSAGE = 600  # characters
_LABELS = re.compile(
    "(?:^|\n)(?:[0-9]{1,2}[.、])?(会议(?:名称|主题|时间)|(?:对照|查摆|检视)(?:方面|内容|重点)|(?:材料|提纲)(?:结构|字数|要求|篇幅)|(?:交稿|报送|提交|开会)时间|(?:班子|个人)(?:对照检查|发言)?(?:材料|提纲))(?=\t)"
)
_OF_MATERIAL = re.compile("生活会[^！？]*(?:材料|提纲)|(?:材料|提纲)[^！？]*生活会")
_SETS = re.compile(
    "(?:[0-9]|[一二三四五六七八九两]千|百)字(?:左右|以内|以上|之内|）|，|。|；|$)|(?:不少于|不超过|控制在)[0-9]+|"
    "前(?:必须|务必|请|统一)?[^，。；]{0,16}?(?:交|报|发|送|完成|提交)|(?:交|报|发|送)[^，。；]{0,10}前"
)
_CONVENED = re.compile(
    "(?:民主|组织)生活会(?:定于|定在|拟于|初定|暂定)|(?<![召公分展])开(?:一次|个|好)?(?:专题)?(?:民主|组织)生活会|[、）]关于[^，。\\n]{0,8}(?:民主|组织)生活会(?=\\n)|(?:召开|开好|组织好|开展好|举行|准备好|筹备|做好)[^，。；\n]{0,40}?(?<!双重)(?:民主|组织)生活会|(?<!双重)(?:民主|组织)生活会(?:的)?(?:个人|班子|党员)?(?:对照检查|检视剖析|发言|书面|剖析)?(?:材料|提纲)(?:的?(?:要求|撰写|准备))?[：:，]|(?<!双重)(?:民主|组织)生活会[^。；\n]{0,40}(?:召开|举行|进行|[旬日底末]开(?=[，。；]))"
)


@dataclass(frozen=True, slots=True)
class Title:
    """The line that names the text, in positions of `flat`."""

    text: str
    span: Span


def title(page: Page) -> Title | None:
    """Find the line that says what the text is; None where no line does."""
    candidates = []
    for n, (span, line) in enumerate(_lines(page.flat)):
        if n >= _HEAD_LINES or len(line) > 120:
            break
        if (
            not _NUMBERED.match(line)
            and line[-1] not in "。；，！："
            and len(line) >= 4
            and not line.startswith(("附件", "（", "〔"))
        ):
            candidates.append(Title(line, span))
    named = [each for each in candidates if _NOTICE.search(each.text) and not _OPINIONS.match(each.text)]
    about = [each for each in named if MEETING.search(each.text)]
    other = [each for each in candidates if _TITLE_MATTER.search(each.text) and len(each.text) <= 60]
    return next(iter(about or named or other), None)


def why_not(page: Page, heading: Title | None) -> str | None:
    """Say in one sentence why a text is no notice to write by; None where it is one."""
    flat = page.flat
    if not flat:
        return "没有读到通知的文字。"
    named = bool(heading and _NOTICE.search(heading.text))
    if not MEETING.search(flat):
        what = "这份通知" if named or _AS_FOLLOWS.search(flat) else "这段文字"
        return f"{what}没有提到民主生活会或组织生活会，没有从中读出要求。"
    if _is_table(flat[:_SAMPLE]):
        return None
    if heading is not None and (reason := _by_title(heading.text, named=named)):
        return reason
    return _by_wording(flat, heading, named=named)


def _by_title(text: str, *, named: bool) -> str | None:
    if not named:
        what = next((what for what, pattern in _OTHER_TITLES if re.search(pattern, text)), None)
        return f"这份文字{what}，不是布置会议的通知，没有从中读出要求。" if what else None
    signs = (
        (_AFTERWARDS.search(text), "这份通知的内容是会后整改或情况报告，不是撰写材料的要求。"),
        (
            _OPINIONS.search(text) and not re.search("材料(?:的)?(?:准备|撰写)", text),
            "这份通知用于征求意见，不是撰写材料的要求。",
        ),
        (
            not MEETING.search(text) and "民主评议" in text,
            "这份通知布置的是民主评议党员，没有要求撰写民主生活会或组织生活会材料。",
        ),
        (
            not MEETING.search(text) and _OTHER_WORK.search(text),
            "这份通知布置的是其他工作，只提到了生活会，没有从中读出要求。",
        ),
        (
            _PREPARING.search(text) and not re.search("开好|召开|做好", text),
            "这份通知的内容是会前学习、谈话等准备工作，不是撰写材料的要求。",
        ),
    )
    return next((reason for sign, reason in signs if sign), None)


def _by_wording(flat: str, heading: Title | None, *, named: bool) -> str | None:
    """Weigh asking against telling and confessing; a text that is named a notice need only call a meeting."""
    sample = flat[:_SAMPLE]
    called = bool((heading and MEETING.search(heading.text)) or _CONVENED.search(sample))
    if named:
        return None if called else "这份通知提到了民主生活会或组织生活会，但没有布置撰写会议材料。"
    asking = len(_ASKING.findall(sample)) + 3 * bool(_AS_FOLLOWS.search(sample)) + 2 * addressed(sample)
    telling = len(_TELLING.findall(sample))
    confessing = len(_SELF.findall(sample))
    often = confessing * 1000 > 6 * max(len(sample), 300) and confessing > asking
    signs = (
        (
            bool(_FINISHED.search(sample[:1200])) or often,
            "这份文字疑为已写好的对照检查材料，不是通知，没有从中读出要求。",
        ),
        (
            bool(_SPEAKING.search(sample[:400])) and len(_SPOKEN.findall(sample)) >= 2,
            "这份文字疑为主持词或讲话，不是布置会议的通知，没有从中读出要求。",
        ),
        (
            len(_ARTICLES.findall(sample)) >= 3,
            "这份文字疑为制度或办事程序，不是布置会议的通知，没有从中读出要求。",
        ),
        (
            telling >= max(asking, 1),
            "这份文字疑为会议报道或情况介绍，内容是已经开过的会，没有从中读出要求。",
        ),
        (
            (asking < 2 or not called) and not _is_message(sample),
            "这份文字似不是布置民主生活会或组织生活会的通知，没有从中读出要求。",
        ),
    )
    return next((reason for sign, reason in signs if sign), None)


def _is_table(sample: str) -> bool:
    """Tell whether it is a table of what is asked: 会议主题, 对照方面, 材料结构, 交稿时间, each in a row."""
    return len(set(_LABELS.findall(sample))) >= 3


def _is_message(sample: str) -> bool:
    """Tell whether it is a message in a few lines that says how long or by when the material of a meeting is to be."""
    return len(sample) <= _MESSAGE and _OF_MATERIAL.search(sample) is not None and _SETS.search(sample) is not None


def addressed(flat: str) -> bool:
    """Tell whether a line near the beginning addresses those who are asked (「各党支部：」)."""
    return any(_ADDRESSEE.search(match[0]) for match in _ADDRESSED.finditer(flat[:1500]))


def meetings(page: Page, heading: Title | None, sections: list[MeetingKind]) -> tuple[MeetingKind, ...]:
    """Tell which meetings the notice calls: those its title names, those its `sections` are headed by."""
    found: list[MeetingKind] = []
    if heading is not None:
        found += kinds_in(heading.text)
    found += sections
    if not found:
        match = _CONVENED.search(page.flat)
        opening = page.flat[match.start() : page.sentence(match.start()).end] if match else page.flat[:400]
        found += kinds_in(opening)
    if not found:
        found += kinds_in(page.flat)[:1]
    return tuple(dict.fromkeys(found))


def kinds_in(text: str) -> list[MeetingKind]:
    """List the meetings that a stretch of text names, each once."""
    return list(dict.fromkeys(_KINDS[match[1]] for match in MEETING.finditer(text)))


def label(kind: MeetingKind) -> str:
    return MEETING_LABELS[kind]


def _lines(flat: str) -> Iterator[tuple[Span, str]]:
    start = 0
    for line in flat[:3000].split("\n"):
        if line:
            yield Span(start, start + len(line)), line
        start += len(line) + 1
