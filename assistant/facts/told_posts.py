"""In which ways a text says that its writer holds a post, and whether he does, by what his name lines say."""

from __future__ import annotations

import re

from assistant.facts.facts import Facts
from assistant.facts.material_facts import MaterialFacts
from assistant.facts.sought import Sought
from assistant.facts.writer import Writer
from assistant.language.sentences import sentence_at
from assistant.language.signs import FORMERLY
from assistant.patterns import compiled_later

_HEADED = "市县区州镇乡村局厅处科股所院校部行站队馆园台厂"
_RANKS = f"[{_HEADED}]长|董事长|总经理|主席|书记|主任|秘书长|“?一把手”?|主要负责人|主要负责同志"
# rarer than 任 and 当, which stand in many words
_RANK_CUES = [*(f"{each}长" for each in f"{_HEADED}事书"), "总经理", "主席", "书记", "主任", "一把手", "主要负责"]
AS = Sought(
    _RANK_CUES,
    f"(?:我是|自己是|(?<!曾)(?<!先)(?:兼任|担任|当上?(?=[^，。；]{{2,8}}以来)))(?:一名|(?P<of>本?[\u4e00-\u9fff]{{0,6}}的?))?"
    f"(?<!副)(?P<post>(?:副|常务副|党组|党委|党工委|县委|市委|区委|镇党委|乡党委)?(?:{_RANKS}))"
    "(?=[，。；、“”]|我|抓|更|要|应|对|没|，|的责任|的职责|本应|带头|以来)",
)
FIRST_OR_SECOND = Sought(
    ("正职", "副"),
    "(?:作为|身为|当|任|干|担任|是)(?:一名)?"
    "(?P<post>正职|副职|副[局处科股所院校站镇乡馆]长|副主任|副书记)"
    "(?=[，。；、]|时间|多年|以来|的(?!同志)|后|这|我|久|期间|已有?|[一二两三四五六七八九十0-9])",
)
# 「我任镇党委书记后去看过6次」
SINCE_HE_IS = Sought(
    _RANK_CUES,
    f"(?:我|本人|自己)(?:担任|任|当上?)(?:本?[\u4e00-\u9fff]{{0,6}}?)(?<!副)(?P<post>(?:副|常务副|党组|党委|党工委|县委|市委|区委|镇党委|乡党委)?(?:{_RANKS}))(?=以?后|以来|期间|这[几些]?年|的时候)",
)
# 「协助局长开展研判」, by the 局长 himself
UNDER_ONESELF = Sought(
    ("协助", "配合", "陪同", "受", "向"),
    "(?:协助|配合|陪同|受|向)(?P<post>[市县区州镇乡村局厅处科股所院校部站馆]长|主任|董事长|总经理)(?=委托|开展|做好?|抓|报告|汇报|请示|主持|推进|研究|落实|把关|完成|统筹|处理|每|定期|调度|建议|提出)",
)
# Of what a post is: 财政局, 县委, 分管; none of the words by which one has to do with whoever holds it
_OF = (
    "(?:(?:政协|(?![的和与对向把在是了给同被由让协助配陪请受为找听替跟各每某其])[一-龥]){0,9}"
    "(?<=[省市县区州旗镇乡道村局厅委办部处科室院校所站队心司团厂矿行社支组府管馆园台会学系协联]))?"
)
_ANY_RANK = f"{_RANKS}|检察长|庭长|政委|教导员|指导员|护士长|总监"
_ANY_CUES = [*_RANK_CUES, "察长", "庭长", "护士长", "政委", "导员", "总监"]
_HELD = f"(?P<of>{_OF})(?P<post>(?:常务副|副)?(?:{_ANY_RANK}))"
# Where a word goes on that is no post, or somebody is told of who has to do with whoever holds it
_GOES_ON = (
    "(?!助理|级|制|室|会(?![上前后])|办|医|护|科员|技师|药|检|法官|员|团|台|单位|项目|工程|信箱|热线|候选|人选|之一|们|后备|，?(?:他|她|其|该同志|[一-龥]{2,3}同志)"
    "|的?(?:助手|参谋|搭档|下属|部下|秘书|爱人|妻|丈夫|儿子|女儿|家属|子女|同学|老师|学生|接班|朋友|代表|委托|同志|人))"
)
_NUMBER = "(?:第?(?:[0-9]+|[一二两三四五六七八九十几]+)个?(?:多|余)?)"
_SO_LONG = f"(?:以来|至今|，?(?:已经?|有|快|近|满|刚|整整|将近|接近|超过|了|也|都|就)*{_NUMBER}(?:年|个月|届|载)(?!后|之后|期间|前|度|[0-9]))"
# For how long, up to this day: 「到任镇党委书记已有5年」, 「在镇长岗位干了7年」, 「2021年3月任校长以来」
TENURE = Sought(
    _ANY_CUES,
    "(?:(?<!兼)(?<!挂)(?<![曾先后])(?:担任|出任|到任|接任|就任|履任|升任|提任|调任|现任|任职)|(?<![主责新前原曾先后历信委兼挂担出到接就升提调履现转离在])任|(?<![应适相担正妥便])当|(?<![骨才能实])干|(?<!叫)做"
    f"|(?<![现实存正])在|来到|走到|走上|坐上|(?<![达得看])到(?!任))(?:上|了)?{_HELD}"
    f"(?:这一|这个|的)?(?:一职|职务|岗位|位子|位置|任上)?上?(?:干|工作|待|坐)?{_SO_LONG}",
)
_HIMSELF = "(?P<himself>我|本人|自己)?"
# 「我作为局长审签时」, 「作为局党组成员、副局长，我直接牵头」: whatever he does as such
CALLED = Sought(
    ("作为", "身为"),
    f"(?:^|(?<=[，。；：、“”）.．是但而可却更且其时在得])){_HIMSELF}(?:作为|身为)(?:一名|一个|一位|本)?"
    f"(?:[一-龥]{{0,8}}(?:党组|党委|党工委|班子)(?:成员|委员|常委)、)?{_HELD}(?P<beside>(?:[、兼](?:常务副|副)?(?:{_ANY_RANK}))*){_GOES_ON}",
)
# 「作为局党组成员，我提意见少」
AMONG_LEADERS = Sought(
    ("作为", "身为"),
    f"(?:作为|身为)(?:一名|一个|一位)?(?P<post>(?P<of>{_OF}(?:党组|党委|党工委))(?:成员|委员))(?=[，。；、]|我|本人|的?[责职])",
)
# 「我这个局长当得不够格」, 「我既是镇党委书记又是镇长」
NAMED_SO = Sought(
    [who + so for who in ("我", "本人", "自己") for so in ("这", "既", "虽", "不仅", "毕竟", "好歹")],
    f"(?:我|本人|自己)(?:这[个名位任]|既是|既然是|虽然?是|虽为|不仅是|毕竟是|好歹是)(?:一名|一个|一位)?{_HELD}{_GOES_ON}",
)
# 「当了局长以后，听汇报多了」: what came with the post
BECAME = Sought(
    _ANY_CUES,
    f"(?:^|(?<=[，。；：])|(?<=[一二三四五六]是))(?:自从|自|从)?{_HIMSELF}(?:当了|当上了?|做了|干了|任|担任|接任|走上|走到|来到|到了?|提任|升任|坐上)"
    f"{_HELD}(?:这一|这个|的)?(?:岗位|职务|位子|位置|职位)?上?(?:以后|之后|后|以来|之初|期间|这[几些]年|，?时间[长久]了)",
)
# 「我联系支行长岗位查摆」
OF_THE_POST = Sought(
    ("岗位", "职责", "职务", "职位", "角色", "身份", "本职"),
    "(?:联系|结合|立足|对照|围绕|履行|对标|站在|聚焦|紧扣|扛起|(?<![可予给难])以)(?:自己|自身|本人|我)?(?:担任|任)?的?"
    f"{_HELD}的?(?:岗位|职责|职务|职位|角色|身份|本职)",
)
# 「从警26年」
IN_A_TRADE = Sought(
    ("从警", "从教", "从医", "行医", "执教", "从检", "从税"),
    "(?<![他她])(?P<post>从警|从教|从医|行医|执教|从检|从税)(?=[0-9一二两三四五六七八九十几多数近这]|以来|之初|至今|多年|时间)",
)
# Whoever is a plain member holds no post in the branch
PLAIN = Sought(("普通党员",), "(?:作为|身为|我是|自己是|我只是)(?:一名|一个|一位)?(?P<post>普通党员)(?!身份)")
# 「自己只是支部副书记」
IN_THE_BRANCH = Sought(
    ("支部", "总支"),
    "(?:自己|我)(?:只|就|毕竟|也|还)?是(?:一名)?(?P<post>(?:党?支部|总支)(?:副书记|书记|委员))(?=[，。；、的]|$)",
)
# Whom he talked with is another: 「与支部书记谈心」
TALKED_WITH = Sought(
    ("谈心", "谈话", "征求意见", "汇报思想"),
    "(?:[与同向跟和])(?P<post>(?:党)?(?:总支|支部)书记)(?:同志)?(?:[、，和与][^。；]{0,60}?)?(?:谈心|谈话|征求意见|汇报思想)",
)
# What the preface says where nothing signs: 「2021年3月起任免疫规划科科长」
TOLD_FIRST = Sought(
    _ANY_CUES,
    f"(?:现任|现为|起任|月任|年任|(?<!曾)(?<!先后)担任)(?P<head>{_OF}(?:常务副|副)?(?:{_ANY_RANK}))(?=[，。；（、]|至今|以来)",
)
_ELSEWHERE_TOO = compiled_later(
    "兼|挂|关工委|班主任|年级主任|工作队|先锋|突击|志愿|应急|服务队|宣讲团|领导小组|(?<![村居管])委会|(?:禁毒|安全?|食安|防火|绿化|双拥|爱卫|综治|平安|治[县市区省]|编)委(?!会)|指挥部|理事会|联合会|研究会|基金会|学会|协会|商会|团委|共青团|妇联|专家|河|林长|田长|路长|网格|联络|委员会"
)
_ONCE = compiled_later(f"{FORMERLY}|(?:工作|任职|任教)(?:时|期间|那)|那[几些]?年")
ANOTHERS = compiled_later(
    f"{FORMERLY}|(?:19|20)[0-9]{{2}}年|参加工作|毕业|调[任到入]|转任|后来|期间|爱人|妻|丈夫|父亲|母亲|儿子|女儿|亲属|某|[他她](?!们)|领导是|前任|案例|案件|通报|同志|总书记|榜样|先进|事迹"
)
_YEAR = compiled_later("(?:19|20)[0-9]{2}年")
_AT_WORK = compiled_later("参加工作(?=[0-9一二三四五六七八九十]+多?年)")
_WENT_ON = compiled_later("后来|转任|调[任到入离走]|离任|现任|才(?=[到来任调])|[他她](?!们)")
TO_THIS_DAY = ("以来", "至今")
_CASE = compiled_later("(?<![方提议草预档答备图教])案|通报")
SECOND = compiled_later("支部|总支|机关党委|工会|小组|协会|分管|联系|第一|包联|专班")
_BEFORE_RANK = compiled_later("^(?:常务副|副|党组|党委|党工委|县委|市委|区委|镇党委|乡党委)")
_OF_PARTY = compiled_later("党[委组]|党工委|党总支|支部")
_OF_GOVERNMENT = compiled_later("政府|行政")
# What a unit does by its name: 财政 of 县财政局; nothing of 本局, 县局, 分局
_LINE = compiled_later(
    "^(?:[本我全]|[一-龥]{0,3}?[省市县区州旗]委?)?([一-龥]{2,6}?)[局厅部](?:党[组委]|机关|领导|班子)?$"
)
_BETWEEN = compiled_later("[、兼]")
_FIRST_MAN = ("一把手", "主要负责人", "主要负责同志")


def has_been(written: str, own: str) -> bool:
    """Tell whether one of the writer's posts is a first or a second one, as it is written."""
    held = [post for post in own.split("、") if post != "委员"]
    return any(post.startswith("副") is written.startswith("副") for post in held) or not held


def or_told_first(facts: Facts, material: MaterialFacts, own: Writer) -> Writer:
    """Give the writer; with the post that the preface tells, where name lines and settings tell none but his trade."""
    if own.is_in_a_post:
        return own
    told = [match["head"] for _, match in TOLD_FIRST.between(facts, *material.outline.preface_span)]
    return Writer(f"{own.head}、{told[-1]}" if own.post else told[-1], own.name) if told else own


def is_held(match: re.Match[str], own: Writer) -> bool:
    """Tell whether all posts of a match may be the writer's: each as `agrees` has it, of the party group or not, in his own line of work."""
    body, first, *more = f"{match['of'] or ''}{match['post']}", match["post"], *_beside(match)
    if not all(agrees(post, own) for post in (first, *more)) or not own.may_be_of(body.removesuffix(first)):
        return False
    held = [post for post in own.post.split("、") if not post.startswith("副")]
    if first.strip("“”") in _FIRST_MAN and _OF_PARTY.search(body):
        return "书记" in held
    if first.strip("“”") in _FIRST_MAN and _OF_GOVERNMENT.search(body):
        return any(post not in ("书记", "委员") for post in held)
    return not (line := _LINE.search(match["of"] or "")) or _is_named(line[1], own.head)


def _beside(match: re.Match[str]) -> list[str]:
    beside = match.groupdict().get("beside") or ""
    return [post for post in _BETWEEN.split(beside) if post]


def _is_named(line: str, head: str) -> bool:
    """Tell whether a head has all characters of a line of work in their order: 卫健 in 卫生健康."""
    return re.search(".*".join(map(re.escape, line)), head) is not None


def is_rank_above(match: re.Match[str], own: Writer) -> bool:
    """Tell whether a post is that of the head whose deputy the writer is: 局长 of a 副局长."""
    return f"副{match['post']}" in own.post.split("、") and match["post"] not in own.post.split("、")


def is_beside(match: re.Match[str]) -> bool:
    """Tell whether a post is one that is held beside the one that is signed."""
    return bool(SECOND.search(match[0].removeprefix("联系").replace("分管副", "副")) or _ELSEWHERE_TOO.search(match[0]))


def is_once(match: re.Match[str]) -> bool:
    """Tell by what the sentence says before whether a post was held once, or another is spoken of."""
    before = match.string[: match.start()].rsplit("。", 1)[-1]
    return bool(_ONCE.search(before)) or (not match.groupdict().get("himself") and bool(_CASE.search(before)))


def is_past(match: re.Match[str]) -> bool:
    """Tell whether the sentence round a time in a post tells of somebody else, or that it is over."""
    sentence = sentence_at(match.string, match.start()).of(match.string)
    before, _, behind = sentence.partition(match[0])
    before = _YEAR.sub("", before) if match[0].endswith(TO_THIS_DAY) else before
    return bool(ANOTHERS.search(_AT_WORK.sub("", before)) or _WENT_ON.search(behind))


def agrees(written: str, own: Writer) -> bool:
    """Tell whether a post may be the writer's: the same word, 副 on both sides or on none."""
    bare = written.strip("“”")
    held = own.post.split("、")
    if bare in _FIRST_MAN:
        return any(not post.startswith("副") and post != "委员" for post in held)
    rank = _BEFORE_RANK.sub("", bare)
    deputy = "副" in bare
    return any(post.removeprefix("副") == rank and post.startswith("副") is deputy for post in held)
