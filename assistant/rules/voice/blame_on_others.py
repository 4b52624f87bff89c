"""似在说别人的不是

检查什么：问题、原因和上年度整改情况里，是否有“他水平确实不行”“部门推来推去”一类说他人不是的话，而这一句里没有写自己差在哪里。
为什么：对照检查查的是自己（班子查的是班子）；说他人的不是，审核时一般会要求改写，传阅时也容易伤人。
怎么改：写自己（班子）在这件事上没有做到什么；所管干部有问题的，写自己的教育管理责任。
"""

from collections.abc import Iterator

from assistant.facts.facts import Facts
from assistant.facts.items import ItemKind, items
from assistant.facts.sought import Sought
from assistant.finding import Finding, Severity
from assistant.language.punctuation import quoted
from assistant.language.sentences import piece_start, sentence_at
from assistant.patterns import compiled_later
from assistant.rules.example_material import FIRST_ASPECT, FROM_THE_SECOND_ASPECT
from assistant.rules.rule import Example, Rule, Scope, in_section
from assistant.structure.outline import Section
from assistant.templates.template import PartKind
from assistant.text import Span

_FAULT = Sought(
    ("拉惯", "沓惯", "散惯", "懒惯", "毛病", "水平", "素质", "老好人", "推来推去", "踢皮球", "胡搅", "刺头", "和稀泥", "不作为", "不听招呼", "不服管", "管不住", "管不了", "后腿", "耍滑", "不讲理", "不讲道理",
     "好歹", "刁", "故意", "无理取闹", "意识", "能力", "从来不", "从不", "卡在", "都怪", "全怪", "只怪", "要怪", "换了谁", "换成谁", "给耽误", "给拖累", "给连累", "说了不听", "撑腰", "不配合", "不支持"),
    # how they are
    "(?:拖拉|拖沓|懒散|松散|懒)惯了|毛病(?:最|更|一大堆|也不少|太)多?"
    "|(?:水平|能力)(?:确实|实在|也|太|根本|本来就){1,2}(?:不行|差|低|有限)|素质(?:太|实在|确实|也|本来就){0,2}(?:差|低)"
    "|老好人|推来推去|踢皮球|胡搅蛮缠|刺头|和稀泥|不作为|不听招呼|不服管|管不[住了]|[拖扯]后腿|耍滑|(?:蛮)?不讲(?:道)?理|不识好歹|刁(?:民|难|钻)"
    "|故意(?:卡|拖|刁难|为难)"
    "|无理取闹|(?:意识|能力)(?:太|实在|确实){0,2}(?:差|淡薄|不行)"
    # what they do, or leave undone
    "|从来?不(?:给|看|管|来|听|配合|支持|学)|卡在(?:他|她|它|人家)"
    # what they have done to others
    "|[都全只要]怪|换[了成]谁[都也]|给(?:耽误|拖累|连累)"
    "|说了不听|(?:不给|没人给)[^，。；]{0,4}?撑腰|不配合|不支持",
)  # fmt: skip
_WHO = (
    "他|她|人家|(?<![大从])小[一-鿿]|老[一-鿿](?!人|好|问|毛)|科里|[镇乡县村局站所股科处][里上]的?|[站所股科处局镇乡县村院校组]长|干部|书记|主任|同志|同事|[职收办护驾店队]员|护士|司机|会计|出纳|委员|个个|部门|企业|群众|村民|家长|患者|居民|[那这]帮|[那这]些人"
    "|街道|对方|上级|领导|下属|年轻人|商户|业主|施工方|物业|几个"
)
_SOMEBODY = compiled_later(_WHO)
_ONESELF = compiled_later("我(?!们?的?进度)|本人|班子|我们|[大自]家(?!长)|(?<![员长他她们人])自己")
# What he thought, or what others told of him, or that he looked on: his own fault after all
_TOLD = compiled_later(
    "不是|并非|觉得|认为|以为|埋怨|抱怨|怪罪|怨|嫌|总想|借口|推脱|理由|说我|说你|批评|指出|反映|不(?:能|该|应)[^，。；]{0,4}(?:推|怪)|没有(?:去|想|教|管|帮|提醒)|当[成作]|怕|担心|面对|对于?|针对|由于我|其实是我|我没|我也|我却|我只|我不|我就|我怕|我看|责任在我|我有|听之任之|放任|眼睛"
)


def check(facts: Facts) -> Iterator[Finding]:
    for material in facts.asked:
        last_year = material.of_kind(PartKind.PREVIOUS_RECTIFICATION)
        for section in last_year.answer.sections if last_year else ():
            yield from in_section(facts, _found, section)
        for item in items(facts, material):
            if item.kind is not ItemKind.MEASURE:
                yield from in_section(facts, _found, item.section)


def _found(facts: Facts, section: Section) -> Iterator[Finding]:
    for begin, match in _FAULT.between(facts, section.heading_end, section.end):
        span = Span(*match.span()).shifted(begin)
        if _is_of_another(facts, span):
            yield RULE.finding(
                span,
                f"{quoted(span.of(facts.text))}似在说别人的不是，这一句里暂未见到自己差在哪里。",
                "查摆的是自己（班子）。可写自己在这件事上没有做到什么；所管干部有问题的，写自己的教育管理责任。",
            )
            return  # one is enough to look at the whole item


def _is_of_another(facts: Facts, span: Span) -> bool:
    """Tell whether somebody else is named right before, and nobody else is meant to have said or thought so.

    Where the clause names nobody, who is told of before goes on: 「我当老好人，亏待了群众，也耽误了同志」.
    """
    text = facts.text
    sentence = sentence_at(text, span.start)
    before, after = text[sentence.start : span.start], text[span.end : sentence.end]
    clause = before[piece_start(before, len(before), "，；：。") :]
    named = _SOMEBODY.search(clause) or (not _ONESELF.search(before[-24:]) and _SOMEBODY.search(before[-16:]))
    of_others_words = facts.in_case(span.start) or facts.is_quoted(span.start)
    if not named or _ONESELF.search(clause) or of_others_words:
        return False
    return not (_TOLD.search(before[-14:] + text[span.start : span.end]) or _TOLD.search(after))


RULE = Rule(
    __name__,
    __doc__,
    check,
    Severity.HINT,
    Scope.MATERIAL,
    "审核时要防止的“五个代替”，请以本单位通知为准",
    (
        Example(
            f"{FIRST_ASPECT}1.进度慢。管网图纸催了三回都没有交来，办公室的干部⟦拖拉惯了⟧，图纸到年底也没有齐。\n"
            f"2.协调少。企业压着不签，审批部门⟦推来推去⟧，一件事拖了五个月。\n3.监督软。财务股小林⟦毛病最多⟧，每天迟到。\n4.审核粗。账上错了三笔，村会计个个⟦素质太低⟧。\n{FROM_THE_SECOND_ASPECT}",
            with_template=True,
        ),
        Example(
            f"{FIRST_ASPECT}1.进度慢。办公室的干部拖拉惯了，我看在眼里没有说。总觉得审批部门推来推去，怨不着自己。\n"
            f"2.自己毛病最多的是急躁，我对群众不作为的反映没有当回事。有群众说我和稀泥。商户写信说：“等了一年。审批部门推来推去，没有答复。”我图省事，亏待了住户，也耽误了同事。\n{FROM_THE_SECOND_ASPECT}",
            with_template=True,
        ),
    ),
)
