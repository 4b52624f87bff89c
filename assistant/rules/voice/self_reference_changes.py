"""对班子的称谓前后不一致

检查什么：班子材料里对班子的称谓，是否有的写“党组”“局党组”，有的写“局党委”“党委班子”“常委会班子”；个人材料里署名、全文写的都是“局党组”，只有一处写“局党委”“提交党委会审议”的。
为什么：称谓一致，便于审阅，也不致误解为几个班子。
怎么改：全文用同一个称谓；确指不同班子的，可忽略。
"""

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from assistant.decisions import Stage
from assistant.facts import bodies_of_units, writer
from assistant.facts.facts import Facts
from assistant.facts.material_facts import MaterialFacts
from assistant.facts.sought import Sought
from assistant.finding import Finding, Severity
from assistant.language.sentences import clause_at
from assistant.language.signs import Sign
from assistant.patterns import compiled_later
from assistant.rules.example_material import FIRST_ASPECT, FROM_THE_SECOND_ASPECT
from assistant.rules.rule import Example, Rule, Scope
from assistant.templates.template import Subject
from assistant.text import Span

_UNIT = "医院|学校|学院|公司|集团|街道|[局镇乡厅院校]"
# 局党组班子, 镇党委, 党组会, and 党组 where a clause begins; not posts, nor 党委政府, 党委主体责任, 党委理论学习中心组.
_NOT_BODY = "(?!副?书记|委员|成员|织|理论|中心组|办|和?政府|主体|部门|领导下|[、（/])"
_BODY_NAME = Sign(
    f"(?:{_UNIT})?(?:党组|党委|党工委|党总支|党支部|支部委员会|支委会|支委|常委会|常委)(?:领导)?班子",
    f"(?:{_UNIT})?(?:党组|党委|党工委)(?:扩大)?会(?!议?室)",
    f"(?:[局镇乡厅]|街道)(?:党组|党委|党工委){_NOT_BODY}",
    f"(?:医院|学校|学院|公司|集团)(?:党组|党委|党工委){_NOT_BODY}",
    f"(?:(?<=[。；，：.．])|^)(?:党组|党委|党工委|常委会(?!议)){_NOT_BODY}",
    "(?<=[由经向被请])(?:党组|党工委)(?=副?书记|成员)",
)
_NAME = compiled_later(f"(?P<unit>{_UNIT})?(?P<body>.+?)(?P<form>(?:领导)?班子|(?:扩大)?会)?")
_TITLE = compiled_later(f"(?P<unit>{_UNIT})?(?P<body>党组|党委|党工委|党总支|党支部|常委会)")
# Of what rank a unit has its body is settled once: 「党组成员、副局长」 has no 局党委
_RANKS = ("党组", "党委", "党工委")
_IN_POST = compiled_later("(?P<body>党组|党委|党工委)(?=成员|委员|副?书记|领导班子|班子)")
# A body without its unit's name: of whatever rank it is said to be, it is the writer's own
_BARE = Sought(
    ("党组", "党委", "党工委"),
    "(?:^|(?<=[，。；：、在于经报交向开加由被请按据对以前是月日次过]))(?P<body>党组|党委|党工委)"
    "(?![织（(、/]|和?政府|部门|(?:领导|统一领导)下|主要领导干部)",
)
_OF_A_PLACE = compiled_later(
    "镇|乡|街道|村|社区|学校|医院|公司|集团|企业|各|政府|上级|联系|曾|(?<![方提议草预档答备图教])案|某"
)
_OFTEN = 3  # times: how a unit's body is called
_ALONE = ("党委", "党工委")  # where no 党组 can be meant beside it
_OF_FEW = ("党工委", "常委会")  # that units of a few kinds have, and none has above it
_BELOW = ("党总支", "党支部")
_OF_OTHERS = compiled_later("(?:各|下属|基层|所属|村|乡镇|县|级|直属|机关|其他)[^，。；]{0,2}$|[委业学部中]$")
# 「局党组」, not 「民政局党组」
_BEFORE_UNIT = compiled_later(r"(?:^|\W|[在由对向和与及经以把给为是从让使请报到按被])$")


class _Name(NamedTuple):
    span: Span
    unit: str
    body: str
    form: str


def check(facts: Facts) -> Iterator[Finding]:
    if facts.template is None:
        return
    if facts.template.subject not in (Subject.LEADERSHIP, Subject.BRANCH):
        for material in facts.asked:
            yield from _of_the_writers_own(facts, material)
        return
    for material in facts.materials:
        names = list(_names(facts, material)) if material.alignment else []
        title = _TITLE.search(material.outline.title or "")
        of_branch = facts.template.subject is Subject.BRANCH or (title and title["body"] in _BELOW)
        if of_branch:  # its 党委 is the one above
            title, names = None, [name for name in names if name.form.endswith("班子")]
        units = [name.unit for name in names if name.unit]
        unit = (title and title["unit"]) or max(units, key=units.count, default="")
        names = [name for name in names if name.unit in ("", unit)]
        bodies = [title["body"]] if title else [name.body for name in names]
        own = max(bodies, key=bodies.count, default="")
        # 党委 alone may be the one above; a 党组 alone in the text of a 党委 is not, nor a 党工委 in that of a 党组
        others = [
            name
            for name in names
            if name.body not in (own, own.removesuffix("会"))
            and (name.unit or name.form or own in _ALONE or name.body in _OF_FEW)
        ]
        if others:
            usual = _count(facts, [name for name in names if name.body == own])
            beside = f"另有{usual}" if usual else f"标题写的是“{own}”"
            yield _finding(others[0].span, f"对班子的称谓前后不一致：{_count(facts, others)}，{beside}。")


def _of_the_writers_own(facts: Facts, material: MaterialFacts) -> Iterator[Finding]:
    """Yield the one place where a person names the body of his own unit otherwise than his posts and all other places do."""
    outline = material.outline
    named = [each for each in bodies_of_units.named(facts, material) if each.body in _RANKS]
    post = _IN_POST.search(writer.head(facts, material))
    bodies = [each.body for each in named]
    own = post["body"] if post else max(bodies, key=bodies.count, default="")
    ours = {each.unit for each in named if each.body == own}
    at_home = [each.span for each in named if each.unit in ours and each.body != own]
    found = _BARE.between(facts, outline.front_end, outline.end)
    bare = [Span(*match.span("body")).shifted(start) for start, match in found if match["body"] != own]
    odd = [
        *at_home,
        *(span for span in bare if not _OF_A_PLACE.search(clause_at(facts.text, span.start).of(facts.text))),
    ]
    usually = facts.text.count(own, outline.start, outline.end) - facts.text.count(f"{own}织") if own else 0
    if len(odd) == 1 and usually >= _OFTEN:
        yield _finding(odd[0], f"此处写“{odd[0].of(facts.text)}”，署名和其他各处写的是“{own}”。")


def _names(facts: Facts, material: MaterialFacts) -> Iterator[_Name]:
    """Yield where the writers name their own body, not that of others: 各党支部班子, 基层党委班子, 民政局党组."""
    for span in facts.signs(_BODY_NAME, material.outline.start, material.outline.end):
        before = facts.text[max(0, span.start - 5) : span.start]
        name = _NAME.fullmatch(span.of(facts.text))
        if name and not _OF_OTHERS.search(before) and (not name["unit"] or _BEFORE_UNIT.search(before)):
            yield _Name(span, *(name[part] or "" for part in ("unit", "body", "form")))


def _finding(span: Span, message: str) -> Finding:
    advice = "同一份材料宜用同一个称谓，便于审阅。可统一称谓；确指不同班子的可忽略。"
    return RULE.finding(span, message, advice)


def _count(facts: Facts, names: list[_Name]) -> str:
    return "、".join(f"“{name}”{n}处" for name, n in Counter(each.span.of(facts.text) for each in names).most_common(3))


_TEXT = "{}\n" + FIRST_ASPECT + "1.{}\n" + FROM_THE_SECOND_ASPECT

RULE = Rule(
    __name__,
    __doc__,
    check,
    Severity.HINT,
    Scope.MATERIAL,
    "行文前后一致（审核经验，供参考）",
    tuple(
        Example(_TEXT.format(title, said), with_template=True, subject=subject)
        for subject, title, said in (
            (Subject.LEADERSHIP, "", "党组班子学习不深。局党组班子读原著不多，⟦党委班子⟧讨论也少。"),
            (Subject.LEADERSHIP, "某局党组对照检查材料", "与镇党委、民政局党组、基层党委班子谈得少，⟦局党委⟧讨论少。"),
            (Subject.LEADERSHIP, "某局党组对照检查材料", "党组研究少，会前由⟦党工委⟧书记审看，报街道党工委备案。"),
            (
                Subject.LEADERSHIP,
                "某医院党委对照检查材料",
                "医院党委研究少，⟦医院党组⟧高度重视。按县卫健局党组要求改。",
            ),
            (Subject.LEADERSHIP, "某镇党委对照检查材料", "党委议事多，⟦常委会⟧每半年听取一次汇报，县委常委会有要求。"),
            (Subject.LEADERSHIP, "某镇党委对照检查材料", "⟦党组⟧讨论也少。党组书记对镇党组成员提醒少。"),
            (
                Subject.BRANCH,
                "某局机关党支部对照检查材料",
                "支委会班子落实局党委班子的要求不够，党委会布置的学习落实慢。",
            ),
            (Subject.LEADERSHIP, "某局机关党支部对照检查材料", "发现代管账号的，上报局党组，支委自己也不硬气。"),
            (Subject.INDIVIDUAL, "", "对县委常委班子、局党组班子提意见少。"),
            (
                Subject.INDIVIDUAL,
                "某县水务局党组成员　林知远",
                "参加局党组学习少，按局党组要求改得慢，向⟦局党委⟧报告晚。同镇党委、县公安局党委对接少，各级党委都要求。",
            ),
            (
                Subject.INDIVIDUAL,
                "某县水务局党组成员　林知远",
                "参加局党组学习少，按局党组要求改得慢，报党组备案晚，⟦党工委⟧督办3次。县委和街道党工委、各级党委（党组）都要求。",
            ),
            (
                Subject.INDIVIDUAL,
                "某县人民医院党委委员　林知远",
                "参加医院党委学习少，按党委要求改得慢，经⟦党组⟧会讨论两次，向县卫健局党组报告。",
            ),
        )
    ),
    Stage.REVIEW,
)
