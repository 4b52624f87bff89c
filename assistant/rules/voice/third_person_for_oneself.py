"""自述似用了“他”

检查什么：个人材料、班子材料的前言、上年度整改、问题、原因、措施里，是否写到“他”“她”“其”“其本人”“该同志”（如“他没有过问”“由他牵头”“见不到他几回”），而本句和前一句没有提到他人；个人材料是否用本人的姓加职务（如“林副主任”）、别人的姓加本人的职务（林副主任写“李副主任没有过问”）“这位副主任”或本人的姓名写自己的事。
为什么：个人材料以“我”或“本人”自述，班子材料以“班子”自述，用“他”看不出说的是谁。
怎么改：改为“我”或“本人”；确指他人的，写清所指（如“一位同志”“分管科室负责人”），不必写姓名。
"""

import re
from collections.abc import Iterable, Iterator

from assistant.facts import writer
from assistant.facts.cued import cued
from assistant.facts.facts import Facts
from assistant.facts.material_facts import MaterialFacts
from assistant.facts.paragraph_facts import ParagraphFacts
from assistant.facts.writer import Writer
from assistant.finding import Finding, Quoted, Severity
from assistant.language.names import SURNAMES, WORDS_AS_WELL
from assistant.patterns import compiled_later
from assistant.rules.example_material import FIRST_ASPECT, FROM_THE_SECOND_ASPECT
from assistant.rules.rule import Example, Rule, Scope
from assistant.structure.outline import Section
from assistant.templates.template import PartKind, Subject
from assistant.text import Span

# Wherever it stands, it takes up somebody; not 其他, 利他, 他乡, nor 其 of a thing
_HE = compiled_later(
    "(?P<who>其本人|该同志|(?<![其吉利排])[他她](?![们人山乡国省市县日处项家俩妈爸儿女老母父妻爱孩手身])"
    "|(?<![，；：].)(?<![，；：])(?:(?<=[。”.．）])|^|(?<=[一二三四五六七八九]是))其(?=对分管|思想|作为|分管|担任|学习[不上]|批评|抓[^手]|没有|总[认觉想以]|在(?:思想|学习|工作|作风|分管|抓)|自己)"
    "|(?<=[，；])其(?=按时|只|没有|从未|总[是认觉想以]|常常|主动|先后|带头|每[周月天年次]))"
)
_BESIDE_ME = compiled_later(  # 「我陪他」, 「怕得罪人，今天说了他」
    "(?:知道|听说|得知|发现|看[见到]|我[^，。；自己的]{0,4}|(?:得罪人|好人|情面|和气)[^。]{0,12}。?[^。]*[说管惹查罚]了)$"
)
# A name at the head of a clause: 「秦宝山两回脱岗」
_SURNAMES = "".join(each for each in SURNAMES if each not in WORDS_AS_WELL)
_NAMED_ONE = compiled_later(f"(?:^|[，。；、：])[{_SURNAMES}][一-龥]{{2}}(?=[一-龥])")
_OF_ONESELF = compiled_later("我(?!们)|本人|自己|党员|作为|身份")
_OTHERS = compiled_later(
    "同志|干部|群众|总监|职工|党员(?!身份|意识|领导|干部|大会|活动|责任|登记|学习)|居民|村民|租户|住户|老板|负责|科长|主任|书记|局长|老人|学生|孩子|徒弟|妻|丈夫|儿子|女儿|家属|家人|亲|同事|队员|艺人|当事人|"
    "支书|的人(?=[，。])|[老小][一-龥](?=[，。说把在来去给问])|大[爷娘妈叔伯哥嫂]|阿[婆姨公]|奶奶|爷爷|姑娘|小伙|司机|护士|家长|娃|"
    "案中人|[害事案证请办诉理告责保伤病客友邻托]人|来访|对方|有人|[一二两三几多名位]人|[一两二三四五六七八九十几数多余这那各每有全0-9][名位](?!置)|师傅|老师|患者|企业|他人|别人|谁|弟|哥|姐|经理|(?<![动全超满党])员|(?<![最延增较特专擅漫更])长(?![期效远短年时])|户|代表|委员|记者|总书记|"
    f"[老小大](?![康金车时区组学于路巷麦米城党干年师说])[{SURNAMES}]|[{SURNAMES}][伯叔婶姨嫂爷奶]|老[汉太]|大户|[{SURNAMES}][一-龥]{{1,2}}(?=[说讲问]|告诉|反映|提醒|找[我到]|来[找问])|[{SURNAMES}][\u4e00-\u9fff]?某"
)
# Whom alone 该同志 takes up: no tenant, no patient.
_COMRADES = compiled_later(
    "同志|干部|党员(?!身份|意识|领导|干部)|负责|科长|主任|书记|局长|同事|队员|老师|师傅|经理|代表|委员|[一二两三几多名位0-9]人|[一二两三1-9][名位]|"
    f"[{SURNAMES}][\u4e00-\u9fff]?某"
)
# Those whom one serves, spoken of as a whole: 「用户报了3次，他前两次只调了阀门」; what one of them says or does is his.
_SERVED = compiled_later("(?<![位名个户家])(?<!有的)(?:用户|客户|业主|商户|群众)(?!代表|家)")
_DOES_AS_THEY = compiled_later(
    "[他她](?:在电话|不|说|问|来|找|家|急|忙|等|去|抱|没(?:有)?(?:说|来|等)|还|也|的|想|怕|担心|曾|先后|多次|反映|又|对我|是|看|听|跟|觉得|认为)"
)
# Who was told or asked did this, not who told or asked him: 「材料员提醒过我，她嫌费时间」
_TOLD_ME = compiled_later(
    "(?:提醒|劝|催|批评|叮嘱|嘱咐|请|约|送给?|塞给?|托|问)[过了]?我[^，。；]{0,16}，(?P<who>[他她])(?=嫌|碍于|抹不开|不好意思|没好意思|没有?(?:拒绝|推辞|当回事|放在心上|听进去|照办|理会)|当耳边风|收下|推掉)"
)
# 「副主任医师」: what one is called by, nobody who could be meant
_CALLED_BY = compiled_later("副?主任(?=[医护药技检]?[师士])|主任科员|[入预]党|新党员|书记处|主任医")
# 「他1997年6月入党，到今年已有28年党龄」: of whom a text of one's own tells such
_OF_A_LIFE = compiled_later(
    "[他她](?:于|是)?(?:19|20)[0-9]{2}年(?:[0-9]{1,2}月)?(?:光荣|正式)?(?:入党|加入中国共产党|参加工作)[^。]{0,14}(?:党龄|工龄|已有|至今|到今年|到现在)"
)
# Of the sentence before 他 takes up one who did something there, not those who are spoken of as a whole
_AS_A_WHOLE = compiled_later(
    "(?:群众|职工|居民|村民|租户|住户|学生|老师|教师|患者|企业|家长|干部|党员|(?:广大|各位|全体|其他|给|向|对|与|和|班子|部门|基层|科室|股室|机关|单位|身边)同志|用户|客户|商户|民警|员工|人员|负责人|成员|老人|户)"
    "(?![说来找反问打提要带拿给对向在跟同去哭急等写讲当])"
)
_PRONOUN = compiled_later("[他她](?!们|人)")
_ITEM = compiled_later("(?:^|[。；])[一二三四五六七八九]是")
# People told by their number, or as a whole, whom no 他 takes up: 「涉及家长760多人，他召集过2次协调会」.
_MANY = compiled_later(
    "(?:[0-9]{2,}|[2-9]|[两二三四五六七八九十]+)[多余]?(?:名|位|个|户次?|家|人次?)"
    "(?:[^，。；、]{0,6}?(?:负责人|干部|同志|党员|职工|家长|群众|居民|村民|租户|商户|摊主|业主|患者|学生|企业|代表|委员))?"
    "|(?:家长|群众|居民|村民|职工|租户|商户|摊主|业主|患者|学生|企业|干部|农户)(?:[0-9]{2,}|[2-9])[多余]?(?:名|位|户次?|家|人次?)"
    "|乡亲们?(?![说来找问])|群众(?=诉求|观念|感情|工作|意识|立场|路线|利益|期盼|需求|满意|身边|冷暖|呼声|关切)|(?:基层|广大|全体|其他)(?:同志|干部|党员|职工|群众)|同志们|干部职工|干部群众"
)
_OWN = compiled_later(
    "党员干部|普通党员|领导干部|班子成员|共产党员|人大代表|我[^，。；]{0,8}(?:主任|书记|局长|科长|员)"
    "|(?:担任|任|当上?)[^，。；]{0,6}(?:主任|书记|[一-龥]长)(?=以来|以后|后)"
)

_OWN_PARTS = (
    PartKind.PREVIOUS_RECTIFICATION,
    PartKind.DECLARATIONS,
    PartKind.PROBLEMS,
    PartKind.CAUSE,
    PartKind.MEASURE,
)


def check(facts: Facts) -> Iterator[Finding]:
    if facts.template is None:
        return
    of_one = facts.template.subject.of_one
    for material in facts.asked:
        places = [Span(section.start, section.end) for section in _places(material, _OWN_PARTS)]
        for place in (*places, material.outline.preface_span):
            yield from _in_place(facts, place, of_one=of_one)
        own = writer.of(facts, material)
        called = _named(own) if of_one else None
        if called is None:
            continue
        for section in _places(material, (*_OWN_PARTS, PartKind.CASE_ANALYSIS)):
            yield from _by_name(facts, section, own.name, called)
        if other := _as_another(own):
            for section in _places(material, (PartKind.PROBLEMS, PartKind.CAUSE)):
                yield from _by_another_name(facts, section, own.name, other)


def _named(own: Writer) -> re.Pattern[str] | None:
    """Give how others would call the writer: 林副主任, 林知远, 知远同志."""
    if len(own.name) < 2 or own.name[0] not in SURNAMES:
        return None
    ranks = {post.removeprefix("副") for post in own.post.split("、")} - {"", "委员"}
    called = [re.escape(own.name), *(f"{own.name[0]}副?{re.escape(rank)}" for rank in sorted(ranks))]
    if len(own.name) > 2:
        called.append(f"{re.escape(own.name[1:])}同志")
    short = "".join(sorted({post[-2] for post in ranks if post in ("局长", "院长", "校长")}))
    if own.name[0] not in f"{WORDS_AS_WELL}康年学组林":  # 小康, 老年: as workmates say it, at the head of a clause
        called.append(
            f"(?<=[。；，])(?P<nick>[老小]{own.name[0]}{f'|{own.name[0]}[{short}]' if short else ''})(?=[一-龥])(?!长)"
        )
    if len(own.name) == 3:  # one character apart, as one's own name is mistyped or another's is left standing
        first, second, third = map(re.escape, own.name)
        called.append(f"(?P<near>{first}(?:{second}[一-龥]|[一-龥]{third}))(?=同志)")
    if ranks:  # 「这位副县长」, of whom nothing has been said
        called.append(
            f"(?P<this>(?:这[位名]|该)(?:{'|'.join(re.escape(post) for post in own.post.split('、') if post)}))"
        )
    return re.compile(f"(?<![我人叫是])(?P<who>{'|'.join(called)})(?:同志)?(?![“”》])")


def _by_name(facts: Facts, section: Section, name: str, called: re.Pattern[str]) -> Iterator[Finding]:
    words = (name[0], name[1:], "这位", "这名", "该副")
    for index in sorted({index for word in words for index in _with(word, facts, section)}):
        start, text = facts.starts[index], facts.paragraphs[index].text
        for match in called.finditer(text, max(0, section.start - start), section.end - start):
            this = match.groupdict().get("this")
            if this and this.lstrip("这位名该") in text[: match.start()]:
                continue
            beside = f"与署名的“{name}”只差一字，" if match.groupdict().get("near") else ""
            message = f"此处写“{match[0]}”，{beside}似指本人；个人材料一般以“我”或“本人”自述。"
            advice = "指本人的请改为“我”或“本人”；确指另一位同志的可忽略。"
            span = Span(*match.span("who")).shifted(start)
            severity = (
                Severity.HINT if this or match.groupdict().get("nick") else RULE.severity
            )  # another may be called so
            yield RULE.finding(span, message, advice, severity=severity)


def _by_another_name(facts: Facts, section: Section, name: str, called: re.Pattern[str]) -> Iterator[Finding]:
    """Yield the one place where somebody of another name, with the writer's own post, does what the writer tells of himself."""
    for match in called.finditer(facts.text, section.start, section.end):
        if facts.text.count(match["who"]) == 1:
            message = f"此处写“{match['who']}”，署名的是“{name}”，所任的是同一职务；个人材料一般以“我”或“本人”自述。"
            advice = "指本人的请改为“我”或“本人”；确指另一位同志的可忽略，不必写姓名。"
            yield RULE.finding(Span(*match.span("who")), message, advice, severity=Severity.HINT)


def _as_another(own: Writer) -> re.Pattern[str] | None:
    """Give how a man of another name who holds the writer's post would be called: 「李副部长审核时没有看出来」."""
    posts = [post for post in own.post.split("、") if post.endswith(("长", "主任", "书记", "经理", "主席"))]
    if not own.name or not posts:
        return None
    called = "|".join(re.escape(post.removeprefix("副")) for post in posts)
    surnames = _SURNAMES.replace(own.name[0], "")
    return re.compile(
        f"(?:^|(?<=[，。；：])|(?<=[一二三四五六七八九]是))(?P<who>[{surnames}]副?(?:{called}))(?!说|[^，。；]{{0,8}}(?:提醒|问|批评|点名|过问)我|反映|提|找|来|当面|告诉|指出|批评|要求|认为|同志|[、，和与同对向])"
    )


def _with(word: str, facts: Facts, section: Section) -> Iterator[int]:
    """Yield the paragraphs of a section that have a word, by their index."""
    at = facts.text.find(word, section.start, section.end)
    while at >= 0:
        index = facts.paragraph_at(at)
        yield index
        at = facts.text.find(word, facts.starts[index] + len(facts.paragraphs[index].text), section.end)


def _places(material: MaterialFacts, kinds: Iterable[PartKind]) -> Iterator[Section]:
    seen: set[int] = set()
    for kind in kinds:
        for fact in material.written(kind):
            for section in fact.answer.sections:
                if section.start not in seen:
                    seen.add(section.start)
                    yield section


def _in_place(facts: Facts, place: Span, *, of_one: bool) -> Iterator[Finding]:
    whose, instead = ("个人", "“我”或“本人”") if of_one else ("班子", "“班子”")
    first = facts.starts[facts.paragraph_at(place.start)]
    for start, spans in facts.where(_of_nobody_else, first, place.end):
        for span in spans:
            yield RULE.finding(
                span.shifted(start),
                f"此处写“{span.shifted(start).of(facts.text)}”，前面没有提到他人；{whose}材料一般以{instead}自述。",
                f"指{'本人' if of_one else '班子'}的请改为{instead}；确指他人的，请写清所指（如“一位同志”），不必写姓名。",
                severity=Severity.HINT,  # whom it is may be told by words that nobody listed
            )


@cued("他", "她", "其", "该同志")
def _of_nobody_else(paragraph: ParagraphFacts) -> tuple[Span, ...]:
    """Give where a paragraph says 他 or the like and has spoken of nobody before."""
    text = paragraph.text
    found = [match for match in _HE.finditer(text) if _is_of_nobody_else(text, match)]
    return tuple(sorted({Span(*match.span("who")) for match in (*found, *_TOLD_ME.finditer(text))}))


def _is_of_nobody_else(text: str, match: re.Match[str]) -> bool:
    before, who = text[: match.start()], match["who"]
    if _OF_A_LIFE.match(text, match.start("who")):
        return True
    if len(who) == 1 and who != "其" and (_BESIDE_ME.search(before) or _NAMED_ONE.search(before.rsplit("。", 1)[-1])):
        return False
    if who == "其" and before.endswith(("，", "；")) and not _OF_ONESELF.search(before.rsplit("。", 1)[-1]):
        return False  # of a thing
    rest = re.split("[。；]", text[match.end() :], maxsplit=1)[0]
    if "，我" not in rest and not _DOES_AS_THEY.match(text, match.start("who")):
        before = _SERVED.sub("", before)
    others = _OTHERS if len(who) == 1 else _COMRADES
    return not others.search(_MANY.sub("", _CALLED_BY.sub("", _OWN.sub("", _own_item(before)))))


def _own_item(before: str) -> str:
    """Give what the problem at hand says shortly before a place: of whom 「一是」 spoke, 「二是」 does not speak.

    Whom a 他 takes up stands in its own sentence or in the one before, or before another 他.
    """
    *earlier, last, here = ["", "", *re.split("(?<=。)", _ITEM.split(before)[-1])]
    told = f"{_AS_A_WHOLE.sub('', last)}{here}"
    while earlier and _PRONOUN.search(told):
        told = f"{_AS_A_WHOLE.sub('', earlier.pop())}{told}"
    return told


RULE = Rule(
    __name__,
    __doc__,
    check,
    Severity.ADVICE,
    Scope.MATERIAL,
    "材料须写本人的事（审核常见意见）",
    (
        Example(
            f"{FIRST_ASPECT}1.学习不深。⟦他⟧在学习上满足于听辅导，⟦其本人⟧没有通读原著。\n{FROM_THE_SECOND_ASPECT}",
            with_template=True,
        ),
        Example(
            f"2025年度民主生活会个人对照检查材料\n某市住房保障中心副主任　林知远\n{FIRST_ASPECT}1.学习不深。⟦林副主任⟧没有及时补上，租户说“林主任来得少”，我是林知远。\n{FROM_THE_SECOND_ASPECT}",
            with_template=True,
        ),
        Example(
            f"2025年度民主生活会个人对照检查材料\n某市住房保障中心副主任　林知远\n{FIRST_ASPECT}1.学习不深。⟦林知达⟧同志没有及时补上，林知达科长来过，林怀安同志提醒过我。\n{FROM_THE_SECOND_ASPECT}",
            with_template=True,
            shown=False,
        ),
        Example(
            f"2025年度民主生活会个人对照检查材料\n某县水务局党组成员、副局长　郝知远\n{FIRST_ASPECT}1.学习不深。⟦郝局⟧今年53岁，⟦老郝⟧签字时看价格多。同小郝谈过。\n{FROM_THE_SECOND_ASPECT}",
            with_template=True,
            shown=False,
        ),
        Example(
            f"2025年度民主生活会个人对照检查材料\n某市住房保障中心副主任　林知远\n{FIRST_ASPECT}1.学习不深。材料雷同，⟦李副主任⟧审核时没有看出来；王副主任提醒过我，陈副主任说得对，何科长没有催。\n{FROM_THE_SECOND_ASPECT}",
            with_template=True,
            shown=False,
        ),
        Example(
            f"{FIRST_ASPECT}1.怕碰硬。涉及家长760多人，⟦他⟧召集过2次协调会。\n{FROM_THE_SECOND_ASPECT}",
            with_template=True,
        ),
        Example(
            f"{FIRST_ASPECT}1.回应群众诉求慢。看最长的一件拖了三天，基层同志报了4种台账，⟦他⟧先想到的是完成进度，⟦她⟧当时没有过问。\n{FROM_THE_SECOND_ASPECT}",
            with_template=True,
            shown=False,
        ),
        Example(
            f"{FIRST_ASPECT}1.派单慢。党员大会4次，⟦她⟧参加3次。用户3月、5月报了3次，⟦他⟧前两次只调了阀门，事后⟦他⟧没有查。材料员提醒过我一次，⟦她⟧嫌费时间。\n{FROM_THE_SECOND_ASPECT}",
            with_template=True,
            shown=False,
        ),
        Example(
            f"{FIRST_ASPECT}1.派单慢。用户报了3次，她前两次来电话，我没有去。材料员小韩提醒过我，她说不费事；小陶下半年没谈过，他11月提出调岗。\n{FROM_THE_SECOND_ASPECT}",
            with_template=True,
            shown=False,
        ),
        Example(
            f"{FIRST_ASPECT}1.站位不高。居民意见多。⟦他⟧盯着报表看。⟦其⟧对分管工作抓得松。申报副主任医师，⟦其本人⟧没有通过。给同事提意见少。⟦他⟧2003年入党，至今已有22年党龄，松了劲。\n{FROM_THE_SECOND_ASPECT}",
            with_template=True,
            shown=False,
        ),
        Example(
            f"收到对⟦他⟧的意见9条。\n{FIRST_ASPECT}1.站位不高。由⟦他⟧牵头的3项只办了1项，但⟦他⟧没有催，说明⟦她⟧不上心。村支书提醒过我，但他说得轻；抄表员反映的事，由他经手的我没有核对。\n{FROM_THE_SECOND_ASPECT}",
            with_template=True,
            shown=False,
        ),
        Example(
            f"{FIRST_ASPECT}1.站位不高。一位居民找到我。他等了半天。他走后我没有过问。有个股长找来，他先到的现场；一位老党员来问，她当时没有走。受害人来问，他等了20天。制度定得粗，其在基层难以落实。\n{FROM_THE_SECOND_ASPECT}",
            with_template=True,
            shown=False,
        ),
        Example(
            f"{FIRST_ASPECT}1.⟦该同志⟧对分管工作抓得不紧。\n（二）带头固本培元方面\n租户反映的情况，⟦该同志⟧要是常去就能看到。\n{FROM_THE_SECOND_ASPECT}",
            with_template=True,
        ),
        Example(
            f"{FIRST_ASPECT}1.批评放不开。一位租户当面说了，他的话我记着。对科室同志，他在会上讲的我没有接。其他工作也慢。\n2.听意见少。种粮大户谷满仓说，他那片田风大，我没有采纳。其次，9月大风，他的稻子倒了三成。秦满仓那片田，今年由他选种，我陪他选，后来才知道他早有打算。李老汉家我去过一趟，他倒留我吃饭。\n{FROM_THE_SECOND_ASPECT}",
            with_template=True,
        ),
        Example(
            f"{FIRST_ASPECT}1.脾气急。对老支书拍过桌子，他没有回嘴。我怕得罪人，站就这么大，今天说了他，明天还要同桌吃饭。去年质监站1人受到处分，该同志十三年没有轮岗。\n{FROM_THE_SECOND_ASPECT}",
            with_template=True,
        ),
        Example(
            f"{FIRST_ASPECT}1.学习不深。⟦他⟧在学习上满足于听辅导，林知远在学习上抓得不紧。\n{FROM_THE_SECOND_ASPECT}",
            with_template=True,
            subject=Subject.LEADERSHIP,
        ),
    ),
    quoted=Quoted.NEVER,
)
