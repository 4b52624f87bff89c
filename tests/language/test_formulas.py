"""Formulas said word for word: one word that is another is found, whichever it is; what may be said so is let be."""

import pytest

from assistant.language import fixed_sets, formulas, phrases
from assistant.language.cues import standing_in
from assistant.strict_toml import DataError

WRONG = [
    ("没有做到慎独、慎初、慎微、慎交。", "慎交"),
    ("对“明大德、守公德、严师德”理解不深。", "严师德"),
    ("“惩前毖后、治病求人”的方针没有坚持好。", "治病求人"),
    ("坚持“团结——批评——自我批评”的方针不够。", "自我批评"),
    ("世界观、人生观、道德观没有拧紧。", "道德观"),
    ("从群众中来、到百姓中去做得少。", "到百姓中去"),
    ("以学铸魂、以学增智、以学正风、以学促行没有做到。", "以学促行"),
    ("能者上、优者奖、平者让、劣者汰的导向不鲜明。", "平者让"),
    ("对发现问题、形成威慑、推动改革、促进发展领会不够。", "形成威慑"),
    ("对金融工作的政治性、商业性认识不足。", "商业性"),
    ("做好科技金融、绿色金融、普惠金融、产业金融、数字金融。", "产业金融"),
    ("健全医疗、医保、医护协同发展的机制。", "医护"),
    ("填报插手具体案件处理“四个规定”的情况。", "四个规定"),
    ("没有兜牢保基本民生、保工资、保稳定的底线。", "保稳定"),
    ("不摘责任、不摘政策、不摘项目、不摘监管。", "不摘项目"),
    ("管行业必须管安全、管业务必须管安全、管经营必须管安全。", "管经营"),
    ("以水定城、以水定地、以水定人、以水定量。", "以水定量"),
    ("坚持精准治污、科学治污、依规治污。", "依规"),
    ("脚力、眼力、脑力、心力不足。", "心力"),
    ("为社会主义奋斗终身的誓言。", "社会主义"),
    ("对“形式主义、官僚主义、个人主义和奢靡之风”查得不深。", "个人主义"),
    ("个别决定、会议酝酿的程序走了样。", "个别决定、会议酝酿"),
    ("落实立德育人根本任务不够。", "育人"),
    ("坚持对党忠诚、敢于创新、治企有方、兴企有为、清正廉洁。", "敢于创新"),
    ("习近平总书记关于党的自我批评的重要思想", "批评"),
    ("国家金融监管管理总局的通报。", "监管"),
    ("深入贯彻中央八项规定精神集中学习期间。", "集中学习"),
]
RIGHT = [
    "有则改之、无则加勉，言者无罪、闻者足戒。",
    "树立正确的权力观、政绩观、事业观，拧紧世界观、人生观、价值观这个“总开关”。",
    "坚持“团结——批评——团结”。",
    "党委领导下的校长负责制，党委领导下的院长负责制。",
    "学懂弄通上还有差距，敢于担当、敢于斗争、保持斗争精神。",
    "不断巩固拓展经济稳中向好势头，巩固拓展主题教育成果，守牢不发生规模性返贫底线。",
    "群众反映、巡视巡察、全面从严治党检查的结果。",
    "旗帜鲜明讲政治、严守党的纪律。",
    "严谨细致、极端负责，公道正派、敢抓敢管。",
    "对党忠诚、为党分忧、为党尽责。",
    "习近平总书记关于党的自我革命的重要论述。",
    "法治政府、法治社会一体建设，先进制造、绿色发展。",
    "做大做优做强，自治、法治、德治相结合。",
    "形式主义、官僚主义、个人主义、好人主义。",
]


@pytest.mark.parametrize(("text", "wrong"), WRONG)
def test_one_word_that_is_another(text, wrong):
    """It is found by all others, and told as the formula has it."""
    assert [each.span.of(text) for each in formulas.find(text, standing_in(text))] == [wrong]


@pytest.mark.parametrize("text", RIGHT)
def test_what_may_be_said(text):
    """Formulas as they are, other formulas, and everyday words beside one word of a formula."""
    assert not list(formulas.find(text, standing_in(text)))


def test_every_formula_is_found_with_any_of_its_words_changed():
    """Each judged word between two others is looked for in every formula, and each formula as it is is let be."""
    for each in formulas.shipped():
        assert not list(formulas.find(each.told, standing_in(each.told))), each.told
        for at in range(1, len(each.words) - 1):
            if each.judged[at] and len(each.words[at]) > 1 and sum(map(len, each.words)) > 6:
                other = "丑" + each.words[at][1:]
                spoilt = "".join((*each.words[:at], other, *each.words[at + 1 :]))
                assert any(w.span.of(spoilt) == other for w in formulas.find(spoilt, standing_in(spoilt))), spoilt


def test_a_formula_of_which_two_words_stand_nowhere_is_not_looked_for(monkeypatch):
    """It would be another but for one word, or all of its words in another order."""
    asked = []
    monkeypatch.setattr(formulas, "_at", lambda _text, formula, *_: asked.append(formula.told) or ())
    for text in ("慎独、慎初是要紧的。", "慎独、慎初、慎微是要紧的。"):
        list(formulas.find(text, standing_in(text)))

    assert set(asked) == {"慎独、慎初、慎微、慎友"}
    assert len(asked) == 3


def test_what_is_too_short_or_there_twice():
    """A word is not told by two characters beside it."""
    head = 'format = 1\n[[formulas]]\nsource = "甲"\ncertainty = "memory"\nlines = """\n'
    with pytest.raises(DataError, match="太短"):
        formulas.parse(f'{head}有空 来看\n"""', "甲")
    with pytest.raises(DataError, match="重复"):
        formulas.parse(f'{head}敢于斗争 、 善于斗争\n敢于斗争 、 善于斗争\n"""', "甲")


def test_a_member_that_stands_alone():
    """One word of a set's shape behind its name is held against it, one without the name is not."""
    for text, wrong in [
        ("对照“三严三实”要求，在严以修德上放松了。", ["严以修德"]),
        ("对照“三严三实”，在严以律己上放松了。", []),
        ("对照“三严三实”要求，严以治家不够。", []),
        ("家风上没有做到严以修德。", []),
        ("对照“三实三严”要求，差距不小。", ["三实三严"]),
        ("“一课三会”坚持得不好，“三严三实”记得牢。", ["一课三会"]),
    ]:
        assert [each.span.of(text) for each in fixed_sets.find(text, standing_in(text))] == wrong


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("学习习近平依法治国思想不深。", "依法治国"),
        ("学习习近平全面依法治国思想不深。", "全面依法治国"),
        ("学习习近平教育强国思想。", "教育强国"),
        ("学习习近平法治思想、习近平生态文明思想、习近平经济思想。", ""),
        ("学习习近平新时代中国特色社会主义思想和习近平强军思想。", ""),
        ("没有把“国之大计”落到每一块地上。", "“国之大计”"),
        ("教育是“国之大计”、党之大计。", ""),
        ("上级公司党委巡查指出问题19个。", "巡查"),
        ("公司安全部每月巡查两次，党委巡察指出问题19个。", ""),
        ("严格执行民主决策制，坚持民主集中制、民主评议制。", "民主决策制"),
        ("以普通党员身份接受民主评审，开展民主评议、民主评优。", "评审"),
        ("县纪委第二巡察组反馈问题，县委第二巡察组、县纪委监委派驻纪检监察组。", "纪委"),
        ("《习近平谈治国理政》第六卷读了一半，第五卷读完。", "第六卷"),
        ("中央八项规定及其实施意见精神落实不够。", "中央八项规定及其实施意见精神"),
        ("中央八项规定及其实施细则精神，市委实施意见精神。", ""),
        ("没有把“国之重者”记在心里。", "“国之重者”"),
        ("读原文、学原理、悟原著的功夫不深。", "读原文、学原理、悟原著"),
    ],
)
def test_closed_sets_of_names(text, wrong):
    """Named thoughts and the like are told by what they may be, not by lists of what they are not."""
    found = [hit.span.of(text) for hit in phrases.shipped().find(text) if hit.rule == "fixed_wording"]
    assert found == ([wrong] if wrong else [])
