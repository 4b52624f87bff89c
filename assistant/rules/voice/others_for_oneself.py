"""似以他人的问题代替本人的问题

检查什么：个人材料的问题和原因里，写的是否“部分班子成员”“个别干部”“我们班子”，而不是本人。
为什么：以班子问题代替个人问题、以他人代替自己，是审核时要防止的“五个代替”之一。
怎么改：指本人的，改为“我”；写所管干部的，补写本人应负的教育管理责任；属正常叙述的可忽略。
"""

from collections.abc import Iterator

from assistant.facts.facts import Facts
from assistant.facts.material_facts import MaterialFacts
from assistant.finding import Finding, Quoted, Severity
from assistant.language.sentences import sentence_at
from assistant.language.signs import SHORTCOMING, Sign
from assistant.patterns import compiled_later
from assistant.rules.example_material import FIRST_ASPECT, FROM_THE_SECOND_ASPECT
from assistant.rules.rule import Example, Rule, Scope
from assistant.structure.outline import Section
from assistant.templates.template import PartKind, Subject
from assistant.text import Span

_SOME = "(?:部分|个别|少数|有的|有些|一些)"
_BEGINS = "(?:(?<=[。；，：,;.．）)])|(?<=[。！？]”)|(?<=[一二三四五六七八九]是)|^)"  # a clause or an item
_OTHERS = Sign(
    rf"(?:{_BEGINS}|(?<=比如)|(?<=例如)|(?<=主要是)|(?<=在于))(?:比如，|例如，)?(?:我们|咱们|本)?{_SOME}(?:的)?(?:领导)?(?:年轻|老|中层|基层|[站所股科室村社区]{{1,2}})?(?:班子成员|支部委员|支委|委员|党员干部|领导干部|干部|同志|党员|职工|员工|负责人|[站所股科]长)",
    r"(?:(?<=反映出)|(?<=反映了)|(?<=说明)|(?<=暴露出)|(?<=暴露了)|(?<=体现出)|(?<=折射出))我们(?:领导)?班子(?!之间)",
    rf"{_BEGINS}(?:班子个别成员|班子部分成员|班子成员中|我们(?:领导)?班子|我们(?:党组|党委|支部|单位|科室|部门)|[局院校镇乡厅]?领导班子|班子成员)(?!.{{0,4}}(?:之间|对我|向我|给我|指出|反映|提|开[过了会]|议[过定了]|分工|换届|商定|安排我))",
    cues=("部分", "个别", "少数", "有的", "有些", "一些", "班子", "我们"),
)
_FAILING = "不|没|未|少|缺|宽|松|软|失|差|弱|难以|流于|放任|滞后|简单|迟"
_DUTY = "教育|管理|监督|督促|提醒|约束|培养|带动|监管|管教|督导|督查|批评|纠正|制止|过问|指导|引导|帮助|帮带|考核|问责|谈话|传导|把关|关心|严管"
# Where the root of one's own failings is said to lie: 「根子都在我们班子身上」
_ROOT = Sign(
    "(?:根子|根源|症结|责任|原因|问题)[^，。；]{0,3}(?:出)?在(?=我们|班子)(?P<who>我们(?:领导)?(?:班子|党组|党委|支部|支委会|单位|科室|部门)?|(?:领导)?班子)(?:自身|自己)?(?=身上|[，。；])",
    cues=("根子", "根源", "症结", "责任", "原因", "问题"),
)
# What the writer had to do with the shortcomings of those he manages: he did not educate, or looked away.
_OWN_DUTY = Sign(
    f"(?:{_DUTY})[^。]{{0,8}}(?:{_FAILING})|(?:没有|没|未|不够|没能|不敢|不愿|不想|不善|很少|疏于|怠于|缺少|缺乏)[^。，]{{0,10}}(?:{_DUTY}|指出|点破)",
    "失管|失察|失教|失之于|听之任之|睁一只眼|姑息|迁就|放任|纵容|包容|要求不严|抓得不严|管得不|带队伍|压力传导",
    f"(?:分管|所辖|下属|所带)(?=[^。]{{0,20}}{_SOME}的?(?:班子|领导|党员|干部|同志))",
)
# 「我作为分管领导负有责任」, 「我没有及时提醒」 in the sentence after.
_ADMISSION = Sign(
    f"(?:我(?!们)|本人|自己)[^。]{{0,24}}(?:(?:负有?|担负|承担|有着?)[^。，]{{0,8}}责任|责任在我|失察|反思|根子|(?:不|没|未|少|缺)[^。，]{{0,10}}(?:{_DUTY}|指出|点破)|(?:{_DUTY})[^。]{{0,8}}(?:{_FAILING}))",
    "(?:责任|根子)[^。，]{0,4}在(?:我|自己|本人)",
)
# What they say: 「有的同志当面对我说：“…”」, 「个别同志私下说我」, 「有的干部向我反映」; whose fault that is their words tell
_SAY = "说|讲|问|写|劝|骂|笑|提醒|批评|埋怨|抱怨|议论|评价|反映|提出|指出|反馈|提(?:了|过)?[^，。；“]{0,4}(?:意见|建议)"
_SPEAKS = compiled_later(
    "[^，。；：“不没未少难缺]{0,12}?(?:"
    f"(?:{_SAY}|谈|喊|直言|坦言|开玩笑)(?:得直|得重|道|过|了|到|起|的?是)?[：:，“]"
    f"|(?:{_SAY}|认为|觉得|感到)[^，。；“]{{0,4}}?，?(?:我(?!们)|本人|班子)"
    f"|[向给对找跟同](?:我(?!们)|本人)[^，。；“]{{0,8}}?(?:{_SAY}|谈|诉))"
)
# What came to be known only afterwards
_TOO_LATE = Sign("才(?:知道|得知|发现|想起|想到|过问|补上|补报|上报|意识到)", cues=("才",))
_AND_ONESELF = compiled_later("(?:我(?!们)|本人)(?:作为|身为|负|首先|更|也|要|应|难|没|不|自己|带头)")
_WHO = compiled_later("(?:比如，?|例如，?)")


def check(facts: Facts) -> Iterator[Finding]:
    if facts.template is None or facts.template.subject not in (Subject.INDIVIDUAL, Subject.MEMBER):
        return
    for material in facts.materials:
        for section in _places(material):
            for span in facts.signs(_OTHERS, section.start, section.end):
                if _is_instead(facts, span):
                    yield _finding(facts, span)
            for span in facts.signs(_ROOT, section.start, section.end):
                sentence = sentence_at(facts.text, span.start)
                if not _AND_ONESELF.search(facts.text, sentence.start, sentence.end):
                    yield _finding(facts, Span(span.start + span.of(facts.text).rindex("在") + 1, span.end))


def _places(material: MaterialFacts) -> Iterator[Section]:
    seen: set[int] = set()
    for kind in (PartKind.PROBLEMS, PartKind.CAUSE):
        for fact in material.written(kind):
            for section in fact.answer.sections:
                if section.start not in seen:
                    seen.add(section.start)
                    yield section


def _is_instead(facts: Facts, span: Span) -> bool:
    """Tell whether others fall short here, and nothing says that the writer failed to educate or supervise them.

    Said in the same sentence, the one that leads to it, or as an admission directly after; 我 alone says nothing.
    """
    if _SPEAKS.match(facts.text, span.end) or "案例" in sentence_at(facts.text, span.start).of(facts.text):
        return False
    index = facts.paragraph_at(span.start)
    paragraph, start = facts.paragraphs[index], facts.starts[index]
    at = Span(span.start - start, span.end - start)
    items = [mark.start for mark in paragraph.marks]
    low = max((item for item in items if item <= at.start), default=0)
    high = min((item for item in items if item >= at.end), default=len(paragraph.text))
    before = paragraph.text.rfind("。", low, at.start)
    first = max(low, paragraph.text.rfind("。", low, max(low, before)) + 1)
    last = paragraph.text.find("。", at.end, high) + 1 or high
    after = paragraph.text.find("。", last, high) + 1 or high
    duty = facts.signs(_OWN_DUTY, start + first, start + last)
    admitted = facts.signs(_ADMISSION, start + last, start + after)
    if any(admitted) or any(not span.overlaps(each) for each in duty):
        return False
    return any(any(facts.signs(sign, span.end, start + last)) for sign in (SHORTCOMING, _TOO_LATE))


def _finding(facts: Facts, span: Span) -> Finding:
    opening = _WHO.match(span.of(facts.text))
    who = Span(span.start + (opening.end() if opening else 0), span.end)
    return RULE.finding(
        who,
        f"此处写“{who.of(facts.text)}”，而本材料是个人材料。",
        "审核时常会问到是否以他人问题代替本人问题。指本人的请改为“我”；写所管干部的，请补写本人应负的教育管理责任；属正常叙述的可忽略。",
    )


RULE = Rule(
    __name__,
    __doc__,
    check,
    Severity.HINT,
    Scope.MATERIAL,
    "审核时要防止的“五个代替”，请以本单位通知为准",
    (
        *(
            Example(f"{FIRST_ASPECT}1.{written}\n{FROM_THE_SECOND_ASPECT}", with_template=True)
            for written in (
                "担当不够。一件事拖了一年，主要是⟦个别老同志⟧不讲大局，不愿配合。",
                "学习不深。⟦部分班子成员⟧满足于听辅导。自己是学工科的，我读原著不多。",
                "⟦部分班子成员⟧抓得不紧，与分管工作结合少。专家论证会上，我倾向于采用较为稳妥的方案。",
                "研究不透。⟦我们班子⟧结合实际研究不够。在分管领域，个别干部作风拖拉。",
                "研究不透。根子都在⟦我们班子⟧身上。根子在我们班子身上，我作为班长负首责；根子都在我自己身上。",
                "掌握情况少。干部酒驾被查处，⟦我们班子⟧事后看通报才知道。我们班子在会上研究过。",
                "研究不透。有的干部拖拉，我没有当面指出。个别干部拖拉。我作为主要负责人，负有责任。",
                "听意见少。有的同志当面对我说：“布置多、检查少，抓得不实。”个别同志私下说我怕得罪人，遇事不敢管。部分干部给我提意见，说会风不实。",
                "听意见少。老同志提醒我：“要沉下去。有的干部作风不实，会上也没有人说。”⟦有的同志⟧提意见不痛不痒，工作拖拉。",
                "听意见少。班子成员之间谈心不够。对干部教育监督不够，个别干部纪律意识不强。",
            )
        ),
        Example(
            f"{FIRST_ASPECT}1.学习不深。部分班子成员满足于听辅导。\n{FROM_THE_SECOND_ASPECT}",
            with_template=True,
            subject=Subject.LEADERSHIP,
        ),
    ),
    quoted=Quoted.NEVER,
)
