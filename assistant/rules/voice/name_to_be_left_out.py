"""他人姓名、企业名称是否宜写

检查什么：问题、原因里（个人材料的前言、上年度整改里也）是否点了同事、群众的姓名和企业的全称；引号里的话、案例剖析、署名和领导人姓名不查。
为什么：查摆只写本人，不点他人姓名；材料要在会上宣读、会后归档，一般不写出姓名。
怎么改：改成“一名分管科室的同志”“一位租户”“一家企业”一类的写法。
"""

import re
from bisect import bisect_left
from collections.abc import Iterator

from assistant.facts.facts import Facts
from assistant.facts.material_facts import MaterialFacts
from assistant.facts.paragraph_facts import ParagraphFacts
from assistant.finding import Finding, Quoted, Severity
from assistant.language.names import OFTEN_GIVEN, SURE_NAME, SURNAMES, WORDS_AS_WELL
from assistant.patterns import compiled_later
from assistant.rules.example_material import FIRST_ASPECT, FROM_THE_SECOND_ASPECT
from assistant.rules.rule import Example, Rule, Scope
from assistant.templates.template import PartKind
from assistant.text import Span

# Surnames that begin no common word.
_SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙朱胡郭林罗郑梁谢宋唐许韩冯邓曹彭曾肖董袁潘蒋蔡余杜叶苏魏吕丁沈姚卢姜崔钟谭陆汪范廖贾韦付傅邹孟秦邱尹薛闫阎侯陶贺郝龚邵覃戴莫孔汤"
    "施樊葛邢乔伍庞颜倪庄聂鲁岳翟殷詹耿俞柳祝梅童凌毕霍谷"
)
_GIVEN = "[\u4e00-\u9fff]{1,2}(?<![副由让请把被给向对经归找催陪跟叫使等问靠送替帮])"  # 「党费由会计代扣」, 「方案经书记看过」
_TITLES = "同志|科长|股长|主任|局长|所长|院长|校长|经理|老板|师傅|老师|书记|队长|站长|会计|医生|工程师"
_PEOPLE = "会计|文书|出纳|保管员|护林员|网格员|村医|村支书|村主任|同事|科员|干部|租户|居民|村民|职工|徒弟|老板|群众|(?<!企)业主|商户|队员|司机|党员|贫困户|困难户|副职|科长|股长"
# Whoever holds one is often named behind it: 「财务总监周建明」
_POSTS = "[局处科股所院校站镇乡馆队厂组园行台县区市村班社屯团庭会]长|护士长|秘书长|检察长|董事长|主任|书记|经理|主席|总监|总工|总师|指导员|教导员|政委|委员|干事|主管|师傅|(?:工程|会计|经济|审计|农艺|医)师"
# A character that a given name may have: none of those by which sentences are built, or units and posts called
_LETTER = "(?:(?!同志|[的了在是有和对不从到与及或者各位事分管负责党班部没把就也都让给向说提来去做这那每个些被由等中于因而且但却只仅已将会要需须他其她我你们某上下里内外前后时间问题任书员长干办委局站所室老师伯叔婶姨嫂爷奶])[\u4e00-\u9fff])"
# Words that begin as names do: 「经主席许可」, 「队伍」, 「中心周边」
_WORDS = (
    "周[密边围期末一二三四五六日到全知转详]|张[口贴扬望罗榜开嘴挂]|陈[述列旧设规]|黄[牌金色河海线]|余[下额热税]|杜绝|付[出款诸清费]|施[工行压展策救加以教划]|许[诺可久多]|卓[越有著]"
    "|程[序度式]|范[围本例畴高院学]|苏醒|郑重|谢绝|曾[经多任报就参两几三]|肖像|钟[情头点]|陆[续地军运海]|林[业地木权场区长草芝争海]|胡[乱说]|罗列|徐徐|汤药|毕业|谷[底物雨]|殷切|顾[虑及全此客大得多]|童年|祝[贺福愿]"
    "|陶[冶瓷]|贺[信电年]|戴[着帽]|莫[名大]|庞[大杂]|庄[严重稼户]|鲁莽|耿直|凌[晨乱]|董事|伍|郭庄|王牌|高[度质标效等]|方|马[上路]|常[委态住年]|江|田[间野头]|石[油化]|史|钱[款物]|游[憩客戏]|康复|齐[全抓心]"
    "|纪[检委律]|包[村联保片]|单位|管[理委]|项目|章[程]|易[于地发]|温[度情]|何[时以况必为种等处人地]|古[城镇]|季[度节]|梁上|赵庄|李庄|孔子|叶"
)
_NAMED_BY_POST = f"{_SURNAMES}何马高田石夏江钱常温康牛齐易章兰焦左宁舒柯季苗曲翁冉骆蓝游辛柴鲍华喻祁滕饶艾欧裴顾卓"
_OF_NAMES_ALONE = "".join(letter for letter in SURNAMES if letter not in WORDS_AS_WELL)  # before 同志, as no word is
_PLACES = ("党委", "黄海", "林海", "余波", "汪洋", "朱红", "林森")  # names that are words or places too
_PERSON = (
    f"(?:(?<=[同和与给找跟让请被由、，。；：对为]))(?P<first>[{_SURNAMES}]{_GIVEN}|[{SURNAMES}][{OFTEN_GIVEN}]{{1,2}})(?=(?:副?(?:{_TITLES}))(?![\u4e00-\u9fff]?精神))"
    f"|(?:(?<=[同和与给找被向、，。；：对]))(?P<third>[{_SURNAMES}])(?=副?(?:科长|股长|局长|主任|所长|院长|经理|老板|师傅|队长|站长)(?:[，。；、的]|说|反映|提|找|来|当面|在))"
    f"|(?:{_PEOPLE})(?P<second>[{_SURNAMES}][\u4e00-\u9fff]{{2}})(?=[，。；、的]|说|反映|提出|提|找|来|当面|同志|在|送|打|问|向|给|把|对|要)"
    f"|(?:股室|科室|处室|单位|部门|支部|村里|企业)(?P<fourth>[{_SURNAMES}][\u4e00-\u9fff]{{1,2}})(?=同志(?![\u4e00-\u9fff]?精神))"
    f"|(?:班子[里中]?|班子成员|党组|分管|[局院校镇乡科室站]里)(?P<member>[{_SURNAMES}][{OFTEN_GIVEN}]{{1,2}})(?=同志(?![一-鿿]?精神))"
    f"|(?:{_PEOPLE}|{_POSTS})(?P<titled>(?!{_WORDS})[{_NAMED_BY_POST}](?:{_LETTER}{{2}}|{_LETTER}(?=[，。；、]|分管|同志|负责|牵头|带|说|提|对|在|的)))"
    f"|(?:的)(?P<mate>[{_SURNAMES}][\u4e00-\u9fff]{{2}})(?=同志(?!们|的|[\u4e00-\u9fff]?精神))"
    f"|(?:[股处所站队室局办厂]|(?<!干)部|(?<!各)科|中心|公司|社区|车间|班组|工区)(?P<worker>(?!{_WORDS})[{_SURNAMES}]{_LETTER}{{2}})"
    f"|(?:(?<=[，。；：、同和与给找跟让请被由向对])|(?<=[一二三四五六]是))(?P<comrade>(?!{_WORDS})[{_OF_NAMES_ALONE}]{_LETTER}{{2}})(?=同志(?!们|的|[一-龥]?精神))"
    f"|(?P<sure>(?!{_WORDS}){SURE_NAME})(?![省市县区镇乡村庄屯路街巷桥江河湖山岛]|社区|水库|小区|同志?[一-龥]{{0,2}}精神|同志?先进|[案式])"
    f"|(?:(?<=[。；，：])|(?<=[一二三四五]是))(?P<subject>[{_SURNAMES}][{OFTEN_GIVEN}]{{1,2}}|(?!{_WORDS})[{_SURNAMES}]{_LETTER}{{2}})(?=认为|觉得|以为|提出|反映|主张|没有|总是|在会上|对此|把|向我|找我|在|对|说|多次|经常|长期|分管|未)"
)
_FIRM = "[\u4e00-\u9fff]{3,12}(?:有限(?:责任)?公司|股份公司|集团公司)"
_NAMED = compiled_later(_PERSON)
_SURE = compiled_later(SURE_NAME)
_NAMED_OR_FIRM = compiled_later(f"{_PERSON}|(?P<firm>{_FIRM})")
_TITLE_AFTER = compiled_later(f"副?(?:{_TITLES})")
_PERSON_BEFORE = compiled_later(f"(?:{_PEOPLE}|副?(?:{_POSTS}))$")
_LONGEST = 4  # characters of what stands before a name and says who it is
_LEADERS = compiled_later(
    "习近平|毛泽东|邓小平|江泽民|胡锦涛|周恩来|刘少奇|朱德|焦裕禄|孔繁森|雷锋|黄大年|张富清|黄文秀|廖俊波|李大钊|方志敏|谷文昌|杨善洲|王进喜|张桂梅|钟南山"
)
_NO_NAME = compiled_later(
    "[的了在是有和对不从向到与及或者各位全多高大小老主副总分管单负何事认应能要会议题时问上下中前后里外]|党|班|部|科|局|处|支|组|一|个|任|书|同$|志|员|长|干"
)

# Who heads a unit: before the name, 「党组书记、院长」
_POST_BEFORE = compiled_later(
    "(?:书记|[局院校站镇乡县区市处厂]长|主任|主席|董事长|总经理|行长|台长|社长|专员|所长|庭长|检察长|大队长|支队长|馆长|组长)$"
)
_ANY_POST = compiled_later("(?:[长记任师席理]|委员)$")
_LONGEST_POST = 4
_IS_HIS = compiled_later("我[叫是]$")
_REPORTS_TO, _REPORTED = (
    compiled_later("[向请经由]$"),
    compiled_later("(?:同志)?(?:报告|汇报|请示|说明|请教|监督|审定|签发)"),
)
_REMINDS = compiled_later(
    "(?:同志)?(?:当面|及时|多次|[1一两]次)?(?:提醒|指出|点出|点醒|批评了?我|负责，|接手|接任|牵头负责)"
)
_BEFORE_FIRM = compiled_later(
    "(?:[和与同对向给由为是把被在的了过、，。]|分管|联系|服务|帮助|关于)(?=[^和与同对向给由为是把被在的了过、，。]{3,}$)"
)
# After such a surname alone it is an office or a trade: 「林业站长」, 「施工队长」.
_TRADE = compiled_later("[委检办技业工政保目间监务度体面序店稼路区可防]$")
_NO_LETTER = compiled_later("[的了在是有和对不从到与及或者各位事分管负责党班部]")


def check(facts: Facts) -> Iterator[Finding]:
    for material in facts.asked:
        spared = material.answers(PartKind.CASE_ANALYSIS)
        front = facts.text[material.outline.start : material.outline.front_end]  # who is named there writes
        seen: set[int] = set()
        for place, firms_too in _places(facts, material):
            for span, firm in _named(facts, place):
                if span.start in seen or (firm and not firms_too) or any(span.overlaps(each) for each in spared):
                    continue
                if firm or not (
                    span.of(facts.text) in front or _is_named_duly(facts.text, span, material.outline.preface_span.end)
                ):
                    seen.add(span.start)
                    yield _finding(facts, span, firm=firm)


def _is_named_duly(text: str, span: Span, preface_end: int) -> bool:
    """Tell whether somebody is named as whoever heads, reminds or is reported to: 「与局长孟怀瑾谈心」, 「直到谷满仓同志提醒」."""
    posted = _ANY_POST.search(text, max(0, span.start - 2), span.start)
    comrade = text.startswith("同志", span.end)
    if (span.start < preface_end and (posted or comrade)) or _IS_HIS.search(text, max(0, span.start - 2), span.start):
        return True
    known = text.find(span.of(text), 0, preface_end)
    introduced = known >= 0 and _POST_BEFORE.search(text, max(0, known - _LONGEST_POST), known) is not None
    reported = _REPORTS_TO.search(text, max(0, span.start - 1), span.start) and _REPORTED.match(text, span.end)
    return bool((introduced and comrade) or reported or _REMINDS.match(text, span.end))


def _places(facts: Facts, material: MaterialFacts) -> Iterator[tuple[Span, bool]]:
    """Yield where names are left out, and whether those of firms are: who tells of himself names nobody before that either."""
    for kind in (PartKind.PROBLEMS, PartKind.CAUSE):
        for fact in material.written(kind):
            yield from ((Span(section.start, section.end), True) for section in fact.answer.sections)
    if facts.template is not None and facts.template.subject.of_one:
        yield material.outline.preface_span, False
        for fact in material.written(PartKind.PREVIOUS_RECTIFICATION):
            yield from ((Span(section.start, section.end), False) for section in fact.answer.sections)


def _named(facts: Facts, place: Span) -> Iterator[tuple[Span, bool]]:
    """Find the names in a stretch, and whether each is a firm's."""
    for start, match in _matches(facts, place):
        group = next(name for name, value in match.groupdict().items() if value)
        span = Span(*match.span(group)).shifted(start)
        name = match[group]
        if _LEADERS.search(name) or (group != "firm" and _may_be_words(name) and _never(group).search(name[1:])):
            continue
        if group in ("worker", "subject", "first") and name[:2] in _PLACES:
            continue
        if group == "first" and len(name) == 2 and _TRADE.search(name):
            continue
        if group == "firm":
            own = facts.profile.unit
            if own and (own in name or name in own):
                continue
            name_at = _BEFORE_FIRM.search(name)
            span = Span(span.start + (name_at.end() if name_at else 0), span.end)
            if span.end - span.start == len("集团公司"):
                continue  # one's own, which bears no name
        yield span, group == "firm"


def _may_be_words(name: str) -> bool:
    """Tell whether a name could be part of words: 「罗志远」 is a name for sure."""
    return _SURE.fullmatch(name) is None


def _matches(facts: Facts, place: Span) -> Iterator[tuple[int, re.Match[str]]]:
    """Yield what is found in a stretch of text, with where the paragraph begins that it is in."""
    for index in range(facts.paragraph_at(place.start), bisect_left(facts.starts, place.end)):
        start = facts.starts[index]
        for match in facts.paragraphs[index].kept(_found):
            if place.start <= start + match.start() and start + match.end() <= place.end:
                yield start, match


def _found(paragraph: ParagraphFacts) -> tuple[re.Match[str], ...]:
    pattern = _NAMED_OR_FIRM if "公司" in paragraph.text else _NAMED
    return tuple(pattern.finditer(paragraph.text))


def _never(group: str) -> re.Pattern[str]:
    """Give what no given name has; behind a post or a unit more is a name."""
    return _NO_LETTER if group in ("titled", "worker", "comrade", "subject", "mate") else _NO_NAME


def _instead(text: str, span: Span, *, firm: bool) -> str:
    """Say what may stand there instead: what the text calls the one who is named, without the name."""
    if firm:
        return "“一家企业”"
    title = _TITLE_AFTER.match(text, span.end)
    if title and title[0] != "同志":
        return f"“一位{title[0]}”"
    before = _PERSON_BEFORE.search(text, max(0, span.start - _LONGEST), span.start)
    return f"“一位{before[0]}”" if before else "“一位同志”"


def _finding(facts: Facts, span: Span, *, firm: bool) -> Finding:
    return RULE.finding(
        span,
        f"此处写“{span.of(facts.text)}”，是否宜写明，请酌定。",
        f"材料要宣读、归档，查摆时一般不写{'企业名称' if firm else '他人姓名'}。可改成{_instead(facts.text, span, firm=firm)}；确需写明的可忽略。",
    )


RULE = Rule(
    __name__,
    __doc__,
    check,
    Severity.HINT,
    Scope.MATERIAL,
    "查摆只写本人、不点他人（往年通行做法，请以本单位通知为准）",
    (
        Example(
            f"{FIRST_ASPECT}1.批评放不开。给⟦孟怀瑾⟧同志提意见轻，租户⟦谷满仓⟧反映的事没有接。\n{FROM_THE_SECOND_ASPECT}",
            with_template=True,
        ),
        Example(
            f"{FIRST_ASPECT}1.批评放不开。对分管股室⟦孟怀瑾⟧同志办件慢的事说得轻，对分管部门负责同志也是。\n{FROM_THE_SECOND_ASPECT}",
            with_template=True,
        ),
        Example(
            f"{FIRST_ASPECT}1.批评放不开。明知维修科⟦王建国⟧派单有拖延，没有说。⟦张明⟧认为牵涉面广，班子里⟦张丽萍⟧同志分管的窗口，副局长⟦李建华⟧分管的科室，黄海对面的码头没有去，林海对此有感情，账号交给借调的⟦陈小曼⟧同志，副镇长⟦何大山⟧推诿河道的事，副局长何时分管、副主任分管的事。\n{FROM_THE_SECOND_ASPECT}",
            with_template=True,
        ),
        Example(
            f"我叫李国强，与局党组书记卢文渊谈心1次，同局长魏承志同志、组织委员田秀英谈过。\n{FIRST_ASPECT}1.批评放不开。给总工程师⟦裴少峰⟧、纪检委员⟦舒望秋⟧提的意见轻，房管科⟦廖志鹏⟧派单拖延，⟦顾远舟⟧同志也是，我让⟦骆正阳⟧同志去催，⟦汤若水⟧多次改期。支部书记许多话没有说，队伍陈旧观念没有改，主任周末也在，业主张贴的、企业主张的，林地调处林权的事，其他同志提的意见，请纪检组同志指出，听耿大叔说，第二天才向魏承志同志报告，直到孟怀瑾同志提醒才补上，后来办公室主任何蓉提醒我。\n{FROM_THE_SECOND_ASPECT}",
            with_template=True,
            shown=False,
        ),
        Example(
            f"{FIRST_ASPECT}1.批评放不开。怕提意见得罪⟦郑国栋⟧副院长，⟦罗志远⟧副主任怕得罪人，患者⟦赵桂兰⟧反复问药怎么吃，住河沿的⟦马德福⟧大爷没有等到。林海村、松柏路去得少，各项规范健康管理，学习王继才同志的先进事迹。\n{FROM_THE_SECOND_ASPECT}",
            with_template=True,
            shown=False,
        ),
        Example(
            f"{FIRST_ASPECT}1.服务企业少。对⟦枫桥机械有限公司⟧的诉求办得慢。\n{FROM_THE_SECOND_ASPECT}",
            with_template=True,
        ),
        Example(
            f"{FIRST_ASPECT}1.批评放不开。给科室同志提意见轻，对分管同志、和主要负责同志谈得少，租户“谷满仓”三个字写在留言本上，学习焦裕禄同志不够。方案由书记审定，党费由会计代扣，任务让站长代办，成天找局长。同纪委书记、纪检组长谈过，找施工队长、车间主任问过，由项目经理签字，请林业站长到场。\n{FROM_THE_SECOND_ASPECT}",
            with_template=True,
        ),
    ),
    quoted=Quoted.NEVER,
)
