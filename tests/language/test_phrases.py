"""The wording lists: every entry is proved, and none hits right Chinese."""

import re
import sys
from pathlib import Path

import pytest

from assistant import paths
from assistant.files import template_shelf
from assistant.finding import Severity
from assistant.language import doubled_words, phrases
from assistant.language.multi_pattern import MultiPattern
from assistant.language.phrase_file import parse
from assistant.language.phrases import Phrases
from assistant.review.material import analyse
from assistant.rules.registry import RULES
from assistant.strict_toml import DataError
from assistant.text import apply, canonical

FILES = [parse(path.read_text("utf-8"), path.name) for path in paths.shipped("phrases", "*.toml")]
PAIRS = [(file, group, *pair) for file in FILES for group in file.words for pair in group.each()]
ALL = phrases.shipped()

HEAD = """format = 1
rule = "mistaken_word"
source = "通行的汉语词典"
says = "此处写「{written}」，通行写法「{right}」。"
advice = "请核对。"
"""

# Entries of jieba's dictionary that are the very slips meant here.
BY_CHANCE = Path(__file__).parents[1] / "cases" / "right_by_chance.txt"
JUDGING_WORDS = ("mistaken_word", "structural_particle", "dropped_half")
SLIPS = Path(__file__).parents[1] / "cases" / "slips_in_dictionary.txt"


def found(text, rule=None):
    return [hit for hit in ALL.find(text) if rule is None or hit.rule == rule]


def fixed(text):
    """Carry out all fixes."""
    return apply(text, [edit for hit in ALL.find(text) if hit.fix for edit in hit.fix.edits])


def test_there_are_enough_pairs_and_none_twice():
    wrong = [wrong for _, _, wrong, _ in PAIRS]

    assert len(wrong) >= 300
    assert len(wrong) == len(set(wrong))


@pytest.mark.parametrize("marks", ["“”", "「」", '""', "‘’", "《》"])
def test_what_stands_in_marks_of_any_kind_is_quoted(marks):
    assert not found(f"增强{marks[0]}四个意识、四个自信{marks[-1]}。", "fixed_wording")
    assert len(found("增强四个意识、四个自信。", "fixed_wording")) == 2


def test_a_list_bears_the_name_of_a_rule_that_there_is():
    assert {file.rule for file in FILES} <= {rule.name for rule in RULES}
    for path in paths.shipped("phrases", "*.toml"):
        assert parse(path.read_text("utf-8"), path.name).rule == path.stem.partition("-")[0]


def test_every_pair_is_found_in_its_place_and_mended():
    missed = 0
    for file, group, wrong, right in PAIRS:
        text = f"会前准备，{wrong}，记录在案。"
        hits = found(text, file.rule)
        if group.least_gain and not hits:  # counts say that the right form, too, hardly stands alone between commas
            missed += 1
            continue

        assert [(hit.span.of(text), hit.span.start) for hit in hits] == [(wrong, 5)], wrong
        assert hits[0].fix, wrong
        assert fixed(text) == f"会前准备，{right}，记录在案。", wrong
    assert missed < len(PAIRS) * 0.03


def says_true(why, wrong, right):
    """Hold what a reason says of a slip against the slip: what is missing, too much, or in another order."""
    if "次序似颠倒" in why:
        return wrong != right and sorted(wrong) == sorted(right)
    if "似漏" in why:
        return len(wrong) < len(right)
    if "似多" in why:
        return len(wrong) > len(right)
    if "错了字" in why or "同音字" in why:
        return len(wrong) == len(right) and sorted(wrong) != sorted(right)
    return True


def test_a_reason_is_true_of_every_pair_that_it_is_given_for():
    assert not [(group.why, wrong, right) for _, group, wrong, right in PAIRS if not says_true(group.why, wrong, right)]


def test_a_reason_is_true_of_all_that_a_pattern_lists():
    seen = 0
    for file in FILES:
        for entry in file.patterns:
            if entry.to and re.fullmatch("[\u4e00-\u9fff、|]+", entry.find):
                for wrong in entry.find.split("|"):
                    seen += 1
                    assert says_true(entry.why, wrong, entry.to), (entry.why, wrong)
    assert seen > 40


@pytest.mark.parametrize(
    ("text", "message", "advice"),
    [
        ("习近平新世代中国特色社会主义思想", "", "须一字不差"),
        ("习近平新时代特色社会主义思想", "", "须一字不差"),
        ("以习近平同志为首的党中央", "", "须一字不差"),
        ("以习近平同志为核心党中央", "", "须一字不差"),
        ("政治判断力、政治领悟力和政治执行力", "", "次序固定，用顿号分开"),
        ("系列讲话、指示批示精神", "", "请核对有无漏字"),
        ("从严治党政治责任", "“全面从严治党政治责任”", "“全面”二字"),
        ("从严治党主体职责", "“全面从严治党主体责任”", "公开文件里通常这样写"),
        ("纠四风", "“四风”没有加引号", "通常加引号"),
        ("牢记国之大事", "“国之大者”", "名称是固定的"),
        ("捍卫“两个维护”", "“做到‘两个维护’”", "通常与“做到”搭配"),
        ("“两个确立”的决定性作用", "", "须一字不差"),
        ("急难愁胖", "", "须一字不差"),
        ("组织生活会议上", "写“组织生活会议”，与通行表述“组织生活会”", "会议的名称"),
        ("巩固扩展脱贫攻坚成果上", "表述“巩固拓展脱贫攻坚成果”不", "公开文件里通常这样写"),
        ("党史学习教肓", "", "须一字不差"),
        ("县委巡查组", "“巡察”", "不写作“巡查”"),
        ("党小组民主生活会", "党小组召开", "民主生活会由领导班子召开"),
    ],
)
def test_what_is_told_fits_what_is_found(text, message, advice):
    (hit,) = found(text, "fixed_wording")
    assert message in hit.message
    assert advice in hit.advice


def test_the_right_form_is_found_in_the_lines():
    assert [group.right_of(wrong) for _, group, wrong, _ in PAIRS] == [right for _, _, _, right in PAIRS]


def test_what_is_right_is_silent():
    for file, _, _, right in PAIRS:
        assert not found(f"会前准备，{right}，记录在案。", file.rule), right


@pytest.mark.parametrize(
    "text",
    BY_CHANCE.read_text("utf-8").split(),
)
def test_one_words_end_and_the_next_ones_beginning_are_no_slip(text):
    """Right words in whose middle a listed form stands by chance; the counts, or nobody, know better."""
    whole = f"按要求{text}，"
    assert not [hit for hit in ALL.find(whole) if hit.rule == "mistaken_word"]
    assert not list(doubled_words.find(whole))


def test_public_reports_show_no_slips(public_reports):
    """What a list of slips finds in sixteen government reports would be false."""
    told = [hit.message for line in public_reports for hit in ALL.find(line) if hit.rule in JUDGING_WORDS]
    assert told == []


def test_no_word_of_the_dictionary_holds_a_wrong_form():
    """Every entry of a big dictionary is looked at; what is found there are slips that it lists itself."""
    jieba = pytest.importorskip("jieba", reason="没有jieba的词典，跳过")
    with jieba.get_dict_file() as file:
        words = [line.split()[0] for line in file.read().decode("utf-8").splitlines()]
    assert len(words) > 100_000
    slips = {word for word in words if found(word, "mistaken_word")}

    assert slips == set(SLIPS.read_text("utf-8").split())


def test_notices_and_samples_are_right(finished_sample):
    """Headings, themes and hints of every shipped template, and the finished sample, show nothing."""
    for template in template_shelf.shipped():
        theme = template.theme.text if template.theme else ""
        said = [theme, *(text for part, _ in template.all_parts() for text in (part.heading, part.hint))]
        for text in said:
            assert not [hit for hit in ALL.find(text) if not hit.periods], text
    for paragraph in finished_sample.split("\n"):
        assert not [hit for hit in ALL.find(paragraph) if not hit.periods], paragraph


def test_both_searches_give_the_same(finished_sample, long):
    """What is soon read is looked through without ahocorasick_rs, as all is where that is missing."""
    known = ALL._multi_pattern.every
    plain, compiled = Phrases(FILES), Phrases(FILES)
    plain._multi_pattern = MultiPattern(known, compiled=False)
    compiled._multi_pattern = MultiPattern(known, soon_read=0)
    text = "，".join(wrong for _, _, wrong, _ in PAIRS[:: 1 if long else 4])
    for paragraph in (*finished_sample.split("\n"), text, "自", "自已经手的事", "再接再励再接再厉"):
        assert plain._multi_pattern.find(paragraph) == compiled._multi_pattern.find(paragraph)
        assert plain.find(paragraph) == compiled.find(paragraph)
    assert plain._multi_pattern._automaton is None
    assert compiled._multi_pattern._automaton


@pytest.mark.parametrize("compiled", [False, True])
def test_patterns_overlap_and_nest(compiled):
    needles = MultiPattern(["再接", "再接再励", "接再", "励", "再接再"], compiled=compiled, soon_read=0)

    assert needles.find("要再接再励。") == [(1, "再接"), (1, "再接再"), (1, "再接再励"), (2, "接再"), (4, "励")]
    assert sorted(needles.words("要再接再励，再接。")) == ["再接", "再接", "再接再", "再接再励", "励", "接再"]
    assert needles.standing_in("要再接，再接。") == {"再接"}
    assert needles.find("") == needles.words("") == []
    assert MultiPattern([], compiled=compiled, soon_read=0).find("字") == []
    assert MultiPattern(["等等"], compiled=compiled, soon_read=0).find("等等等") == [(0, "等等"), (1, "等等")]


@pytest.mark.parametrize("before", ["", "要", "要求"])
@pytest.mark.parametrize("behind", ["", "了", "了吗"])
@pytest.mark.parametrize(
    "word", ["励", "再接", "再接再", "再接再励", "再再再再", "𠮷", "𠮷再", "再𠮷", "再𠮷接", "a", "a接", "\ud800再接"]
)
def test_a_word_is_found_wherever_it_stands_whatever_its_characters(word, before, behind):
    """It is looked up by a pair of characters, which may begin at an even place or at an odd one."""
    others = ["厉", "接励", "接接", "再接厉", "接再接再", "𠮷励", "𠮷接再"]  # which share characters or the pair
    needles = MultiPattern([*others, word], compiled=False)

    assert needles.find(f"{before}{word}{behind}") == [(len(before), word)]
    assert needles.find(f"{before}{word[:-1]}，{behind}") == []


def test_an_automaton_is_made_when_much_has_been_read():
    needles = MultiPattern(["再接"], soon_read=20)
    found = [(needles.find("要再接再励。"), needles._automaton is not None) for _ in range(5)]

    assert found == [([(1, "再接")], False)] * 3 + [([(1, "再接")], True)] * 2


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("坚定“四个意识”", "增强“四个意识”"),
        ("坚定“四个自信”、增强“四个意识”", "增强“四个意识”、坚定“四个自信”"),
        ('做到"四个自信"', '坚定"四个自信"'),
        ("拥护“两个维护”", "做到“两个维护”"),
        ("深刻领悟“两个确立”决定性意义", "深刻领悟“两个确立”的决定性意义"),
        ("同以习近平为核心的党中央保持一致", "同以习近平同志为核心的党中央保持一致"),
        ("习近平新世代中国特色社会主义思想", "习近平新时代中国特色社会主义思想"),
        ("学近平新时代中国特色社会主义思想", "学习近平新时代中国特色社会主义思想"),
        ("运用近平新时代中国特色社会主义思想", "运用习近平新时代中国特色社会主义思想"),
        ("学懂主席新时代中国特色社会主义思想", "学懂习近平新时代中国特色社会主义思想"),
        ("习近平中国特色社会主义思想", "习近平新时代中国特色社会主义思想"),
        ("习近平新时代中国特色社会主义，", "习近平新时代中国特色社会主义思想，"),
        ("落实中央八项规定和实施细则精神", "落实中央八项规定及其实施细则精神"),
        ("根本问题怀“国之大者”", "根本问题，心怀“国之大者”"),
        ("胸有大局、怀“国之大者”，常怀“国之大者”", "胸有大局、心怀“国之大者”，常怀“国之大者”"),
        ("始终牢记使命、不忘初心", "始终不忘初心、牢记使命"),
        (
            "开展学习习近平新时代中国特色社会主义思想主题教育",
            "开展学习贯彻习近平新时代中国特色社会主义思想主题教育",
        ),
        ("习近平总书记新时代中国特色社会主义思想", "习近平新时代中国特色社会主义思想"),
        ("系列学习学原著、读原文、悟原理", "系列学习读原著、学原文、悟原理"),
        ("坚持学懂做实弄通", "坚持学懂弄通做实"),
        ("自我净化、自我革新、自我完善、自我提高", "自我净化、自我完善、自我革新、自我提高"),
        ("创新、协调、绿色、共享、开放", "创新、协调、绿色、开放、共享"),
        ("在政治上思想上行动上同党中央保持一致", "在思想上政治上行动上同党中央保持一致"),
        ("人大工作的重要批示、批示精神", "人大工作的重要指示批示精神"),
        ("坚持和完善人民代表大会制度的重要论述", None),
        ("关于坚持和完善人民代表大会制度的重要论述", "关于坚持和完善人民代表大会制度的重要思想"),
        ("党支部民主生活会", "党支部组织生活会"),
        ("2022年度专题民主生活会", "2022年度民主生活会"),
        ("2023年度专题民主生活会", None),
        ("增强“四个意识”、坚定“四个自信”、做到“两个维护”", None),
        ("树牢“四个意识”，坚定“四个自信”，坚决做到“两个维护”", None),
        ("树牢“四个意识”，坚定“四个自信”，勇于担当作为", None),
        ("“增强四个意识、坚定四个自信”这句话", None),
        ("开放、共享的平台", None),
        ("监管的较多", "监管得较多"),
        ("得到很好的贯彻落实", None),
        ("制度考虑的不周全", "制度考虑得不周全"),
        ("坚决的同不良风气作斗争", "坚决地同不良风气作斗争"),
        ("不能及时的发现，取的成效", "不能及时地发现，取得成效"),
        ("改造思想的不多", None),
        ("真正的解决问题的办法", None),
        ("党的建没成果，新修建没有水源", "党的建设成果，新修建没有水源"),
        ("制度建全，构建全国统一大市场", "制度健全，构建全国统一大市场"),
        ("问题以经存在，可以经营", "问题已经存在，可以经营"),
        ("长期已来抓得不紧，今年已来电三次", "长期以来抓得不紧，今年已来电三次"),
        ("学习习书记重要讲话", "学习习近平总书记重要讲话"),
        ("落实落实不够，学习学习不深，了了解情况", "落实不够，学习不深，了解情况"),
        ("要学习学习，一了了之", None),
        ("责任意思不强，有三个意思", "责任意识不强，有三个意思"),
        ("”四个意识“和&ldquo;两个维护&rdquo;，“ 国之大者”", None),
        ('"增强四个意识、坚定四个自信"这句话', None),
        ("学习总书记重要讲话", None),
        ("学习近平总书记讲话", "学习习近平总书记讲话"),
        ("学习近平同志当年的作风", None),
        ("以习近平同志为核心的中央领导集体", None),
        ("习近平新时代中国特色社会主义 思想", None),
        ("习近平新时代中国特色社会主义经济思想", None),
        ("就发扬民主集中制度上的优势", "就发扬民主集中制上的优势"),
        ("《坚定四个自信》《习总书记讲话》", None),
        ("基层党组织组织生活会开得少，党组织组织开展活动少，各级党组织组织力不强", None),
        ("驰而不息纠“四风”树新风", None),
        ("统筹国内国际两个大局，统筹国内、国际两个大局", None),
        ("胸怀两个大局", "胸怀“两个大局”"),
        ("充分发挥把方向、管大局、促落实的领导作用", None),
        ("中央巡视组、司法部党组巡视组、国家税务总局党委巡视、北京市委巡视、自治区党委巡视反馈", None),
        ("以“强化创新理论武装，树牢‘四个意识’，坚定‘四个自信’，坚决做到‘两个维护’，勇于担当作为”为主题", None),
        ("牢固树立“四个意识”，坚定“四个自信”", None),
        ("党的二十届三中全会关于“十五五”规划的建议", "党的二十届四中全会关于“十五五”规划的建议"),
        ("党的二十届四中全会部署进一步全面深化改革", "党的二十届三中全会部署进一步全面深化改革"),
        ("二十届三中全会部署进一步全面深化改革，四中全会公报", None),
        ("运用“批评—团结—批评”公式", "运用“团结—批评—团结”公式"),
        ("运用“团结—批评—团结”公式不够", None),
        ("谈心交心不深入，谈心交心少", None),
        ("县委巡查组指出，安全生产巡查组反馈，日常巡查整改", "县委巡察组指出，安全生产巡查组反馈，日常巡查整改"),
        ("谋划十五五时期的工作，对十五五规划建议学得浅", "谋划“十五五”时期的工作，对“十五五”规划建议学得浅"),
        ("走访十四五岁的学生，来了十四五个，第十五五年规划", None),
        ("有时报有应付的想法，报着侥幸心理，向组织报有关思想情况，上报有误", "有时抱有应付的想法，抱着侥幸心理，向组织报有关思想情况，上报有误"),
        ("虚荣心做祟，私心做怪，不做怪事", "虚荣心作祟，私心作怪，不做怪事"),
        ("自己必需完成的事，所必需完成的程序，副面影响", "自己必须完成的事，所必需完成的程序，负面影响"),
        ("能及时的提高自己的觉悟", "能及时地提高自己的觉悟"),
        ("每前进一步，学习就跟进一步，向前迈进一步。", None),
        ("胡锦涛总书在讲话中，丛书总书目", "胡锦涛总书记在讲话中，丛书总书目"),
        ("三个代表重要思想，三会一课记录", "“三个代表”重要思想，“三会一课”记录"),
    ],
)  # fmt: skip
def test_formulations(text, right):
    assert fixed(text) == (right or text)
    assert bool(found(text)) == bool(right)


def test_marks_in_what_is_spoken_of_are_the_inner_ones():
    (hit,) = ALL.find("践行“四个意识”，增强本领。")
    assert hit.message == "此处写“践行‘四个意识’”，与通行表述“增强‘四个意识’”不一致。"


@pytest.mark.parametrize(
    ("text", "basis", "advice"),
    [
        ("学习抓的不实。", "现代汉语的通行用法", "引用原文的可忽略。"),  # no unit's notice lays down grammar
        ("带头伟大建党精神。", "文字通顺（审核经验，供参考）", "本意如此的可忽略。"),
        ("整改过程中加强加强。", "文字通顺（审核经验，供参考）", "引用原文的可忽略。"),
        ("坚持不敢腐、不想腐、不能腐。", "《中国共产党章程》", "引用原文的可忽略。"),
        ("传达习近平总书讲话。", "党内正式文稿的规范称谓", "引用原文的可忽略。"),
        ("创新、协调、开放、绿色、共享。", "通行的规范表述（只见于一处公开材料，供参考）", "引用原文的可忽略。"),
        ("会前谈心交心。", "通行的规范表述（见于两处以上公开材料）", "不是指这项制度的可忽略。"),
    ],
)
def test_the_basis_and_what_may_be_ignored_fit_what_is_found(text, basis, advice):
    (hit,) = ALL.find(text)
    assert hit.basis == basis
    assert hit.advice.endswith(advice)
    assert hit.advice.count("忽略") == 1


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("召开民主生活会议。", "此处写“民主生活会议”，与通行表述“民主生活会”不一致。"),
        ("县委巡查反馈的问题。", "此处写“巡查”，与通行表述“巡察”不一致。"),
        ("“两个确立”决定性意义。", "此处“两个确立”后面写“决定性意义”，通行表述为“‘两个确立’的决定性意义”。"),
    ],
)
def test_what_is_usual_is_told_of_what_is_written(text, message):
    (hit,) = found(text, "fixed_wording")
    assert hit.message == message


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("对家长的焦急没有感同受。", "对家长的焦急没有感同身受。"), ("错过了处置时的机，", "错过了处置的时机，"),
        ("以这起案件为镜监召开大会。", "以这起案件为镜鉴召开大会。"), ("对此我深感失查。", "对此我深感失察。"),
        ("做下来听意见少。", "坐下来听意见少。"), ("没有久久功的劲头。", "没有久久为功的劲头。"),
    ],
)  # fmt: skip
def test_words_that_lost_or_exchanged_a_character(text, right):
    (hit,) = found(text, "mistaken_word")
    assert apply(text, hit.fix.edits) == right


@pytest.mark.parametrize(
    "text", ["那时的机关人少。", "同时的机会不多。", "这件事做下来用了三天。", "眼镜监督抽查四次。", "一件一件做下来，"]
)
def test_the_same_characters_in_other_words_are_right(text):
    assert not found(text, "mistaken_word")


# What a careful reader lists for the real materials (../shared/domain): rule and the words to be underlined.
SEEDS = {
    "000": [
        ("mistaken_word", "如向走好"), ("mistaken_word", "认真析"), ("mistaken_word", "见仓起底"),
        ("structural_particle", "很好的贯彻落实"), ("structural_particle", "很好的运用马克思主义"),
        ("fixed_wording", "政治判断力、领悟力和执行力"), ("fixed_wording", "系列重要讲话指示批示精神"),
        ("fixed_wording", "民主集中制度"), ("fixed_wording", "从严治党主体责任"),
        ("fixed_wording", "巩固脱贫攻坚成果和乡村振兴有效衔接"), ("fixed_wording", "谈心交心"),
    ],
    "001": [
        ("fixed_wording", "”坚定"), ("fixed_wording", "怀"), ("form_of_address", "习总书记"),
        ("fixed_wording", "贯彻落实“两个确立”"), ("fixed_wording", "政治判断力、领悟力、执行力"),
        ("fixed_wording", "不敢腐、不想腐、不能腐"), ("mistaken_word", "组和监督"), ("fixed_wording", "专题民主生活会"),
    ],
    "003": [
        ("mistaken_word", "不显着"), ("fixed_wording", "政治三力"), ("fixed_wording", "党史学习主题教育"),
        ("fixed_wording", "批示、批示"), ("fixed_wording", "巡查"), ("structural_particle", "做的不好"),
        ("structural_particle", "学习的不全面"), ("structural_particle", "打的不牢"), ("fixed_wording", "谈心交心"),
    ],
}  # fmt: skip


@pytest.mark.parametrize("number", SEEDS)
def test_errors_of_real_materials_are_found(samples, number):
    path = next(iter((samples / "materials").glob(f"{number}_*.txt")))
    text = canonical(path.read_text("utf-8"))
    seen = {(hit.rule, hit.span.of(line)) for line in text.split("\n") for hit in ALL.find(line)}

    assert set(SEEDS[number]) - seen == set()


def test_after_the_safe_fixes_nothing_safe_is_left(samples):
    for path in sorted((samples / "materials").glob("*.txt")):
        for line in canonical(path.read_text("utf-8")).split("\n"):
            text = apply(line, [e for hit in ALL.find(line) if hit.fix and hit.fix.safe for e in hit.fix.edits])
            assert not [hit for hit in ALL.find(text) if hit.fix and hit.fix.safe], text


@pytest.mark.parametrize(
    ("entry", "told"),
    [
        ('[[words]]\nsource = ""\ncertainty = "memory"\nseverity = "advice"\nwhy = "x"\npairs = "甲 乙"', "仅凭记忆的只能提示"),
        ('[[words]]\nsource = ""\ncertainty = "one_source"\nseverity = "error"\nwhy = "x"\npairs = "甲 乙"', "必改须有两处来源"),
        ('[[words]]\nsource = ""\ncertainty = "one_source"\nseverity = "hint"\nwhy = "x"\npairs = "甲"', "误写 空格 通行写法"),
        ('[[words]]\nsource = ""\ncertainty = "one_source"\nseverity = "hint"\nwhy = "x"', "缺少 pairs"),
        ('kind = "x"', "没有认出的键"),
    ],
)  # fmt: skip
def test_a_slip_in_a_list_is_answered(entry, told):
    with pytest.raises(DataError, match=told):
        parse(f"{HEAD}{entry}\n", "表.toml")


@pytest.mark.skipif(sys.platform == "win32", reason="多半是在Wine里，那里的快慢不作数")
def test_lists_are_shipped_with_the_package():
    project = (Path(__file__).resolve().parents[2] / "pyproject.toml").read_text("utf-8")

    assert '"assistant.resources.phrases"' in project


def findings(text, template, rule):
    return [(f.span.of(text), f.severity) for f in analyse(text, template).findings if f.rule == rule]


@pytest.mark.parametrize(
    ("was", "becomes", "seen"),
    [
        ("2025年度民主生活会个人对照检查材料", "2024年度民主生活会个人对照检查材料", ["2024"]),
        ("（2026年1月）", "（2025年1月）", ["2025"]),
        ("（2026年1月）", "（2025年12月）", []),
        ("按照中心党组2025年度民主生活会", "按照《关于开好2024年度县以上党和国家机关党员领导干部民主生活会的通知》", ["2024"]),
        ("按照中心党组2025年度民主生活会", "按照中心党组2024年度民主生活会整改要求和今年", []),
        ("一、2024年度民主生活会整改", "一、2023年度民主生活会整改", ["2023"]),
        ("2月底前走访完", "2024年2月底前走访完", ["2024"]),
        ("2月底前走访完", "2026年2月底前走访完", []),
        ("当时只想着", "2023年以来只想着", []),
    ],
)  # fmt: skip
def test_other_years(finished_sample, individual_2025, was, becomes, seen):
    assert was in finished_sample
    text = finished_sample.replace(was, becomes, 1)

    assert [shown for shown, _ in findings(text, individual_2025, "other_year")] == seen


@pytest.mark.parametrize(
    ("was", "becomes", "seen"),
    [
        ("当时只想着", "抓新冠肺炎防治时只想着", [("新冠肺炎", Severity.ADVICE)]),
        ("当时只想着", "抓脱贫攻坚任务时只想着", [("脱贫攻坚任务", Severity.HINT)]),
        ("当时只想着", "巩固拓展脱贫攻坚成果时只想着", []),
        ("当时只想着", "2021年抓新冠肺炎防治时只想着", []),
        ("当时只想着", "谋划“十五五”规划时只想着", []),
        ("当时只想着", "学习《信访条例》时只想着", [("《信访条例》", Severity.HINT)]),
        ("上年度我查摆问题8个", "上年度我查摆问题8个。抓扶贫办的事", []),  # in what is told of last year
    ],
)
def test_dated_terms(finished_sample, individual_2025, was, becomes, seen):
    assert was in finished_sample
    text = finished_sample.replace(was, becomes, 1)

    assert findings(text, individual_2025, "dated_term") == seen


def test_what_the_notice_says_is_never_dated():
    """A notice may use an old term; its own headings and theme are not judged."""
    for template in template_shelf.shipped():
        words = "。\n".join(
            [template.theme.text if template.theme else "", *(p.heading for p, _ in template.all_parts())]
        )
        text = f"{template.title}\n围绕主题，查摆如下。\n一、存在的突出问题\n{words}。"
        assert findings(text, template, "dated_term") == [], template.id


def test_looking_through_a_text_leaves_nothing_with_it():
    """Texts are kept for as long as what was found in them; Python would keep their UTF-8, too."""
    text = "".join(("学习", "不够深入" * 50))
    size = sys.getsizeof(text)

    assert MultiPattern(["不够", "够深"], soon_read=0).find(text)[:2] == [(2, "不够"), (3, "够深")]
    assert sys.getsizeof(text) == size
