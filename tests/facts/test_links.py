"""Problem, cause, measure: what belongs together, on real materials beside a careful reader's links, and on invented ones."""

import json
from collections import Counter
from random import Random

import pytest

from assistant.anchors import Anchor
from assistant.decisions import Decisions, LinkChoice
from assistant.facts import links, themes
from assistant.facts.identify import guess
from assistant.facts.item_likeness import Likeness, Piece, Told
from assistant.facts.items import ItemKind, items
from assistant.files import template_shelf
from assistant.review.material import Memo, analyse
from assistant.strict_toml import DataError
from assistant.text import canonical

ORPHANS = {"problems": "p", "uncaused": "p", "causes": "c", "measures": "m"}


def material(text):
    found = guess(text, template_shelf.known())
    return analyse(text, found.template if found else None).facts


def place(gold, start):
    """Give the id of the item of a careful reader that holds a position; markup before its number counts."""
    fits = [item for item in gold if item["start"] - 15 <= start < item["end"]]
    return max(fits, key=lambda item: item["start"])["id"] if fits else None


@pytest.fixture(scope="module")
def scored(samples):
    """Score all real materials as ../shared/samples/score_links.py does."""
    count = Counter()
    for path in sorted((samples / "links").glob("*.json")):
        gold = json.loads(path.read_text("utf-8"))
        low, high = gold["range"]
        facts = material(canonical((samples / "materials" / gold["source"]).read_text("utf-8")))
        strength = {(one, other): how for one, other, how in gold["links"]}
        others = gold["causes"] + gold["measures"]
        doubtful = {item["id"] for item in gold["problems"] + others if item.get("doubtful")}
        sure = {pair for pair, how in strength.items() if how == "sure" and not doubtful & set(pair)}
        given, alone = set(), {kind: set() for kind in ORPHANS}
        for each in facts.materials:
            found = links.find(facts, each)
            given |= {
                (place(gold["problems"], link.problem.start), place(others, link.other.start))
                for link in found.links
                if low <= link.problem.start < high
            }
            told = {
                "problems": found.without_measure,
                "uncaused": found.without_cause,
                "causes": [item for item in found.without_problem if item.kind is ItemKind.CAUSE],
                "measures": [item for item in found.without_problem if item.kind is ItemKind.MEASURE],
            }
            for kind, ones in told.items():
                here = [item.start for item in ones if low <= item.start < high]
                alone[kind] |= {place(gold["problems"] + others, start) for start in here}
        judged = {pair for pair in given if pair in strength or not doubtful & set(map(str, pair))}
        count.update(given=len(judged), right=len(judged & set(strength)), sure=len(sure), found=len(sure & given))
        for kind, named in alone.items():
            count["alone"] += len(gold["orphans"][kind])
            count["named"] += len(named & set(gold["orphans"][kind]))
            if kind in ("problems", "uncaused"):
                letter = "m" if kind == "problems" else "c"
                count["false"] += sum(any(a == one and b[0] == letter for a, b in sure) for one in named)
            else:
                count["false"] += sum(any(b == one for _, b in sure) for one in named)
    return count


def test_nine_of_ten_links_in_real_materials_are_right(scored):
    assert scored["right"] >= 0.93 * scored["given"]


def test_the_sure_links_of_real_materials_are_found(scored):
    assert scored["found"] >= 0.84 * scored["sure"]


def test_what_stands_alone_in_real_materials_is_named(scored):
    assert scored["named"] >= scored["alone"] - 1
    assert scored["false"] == 0


def pairs(facts):
    found = links.find(facts, facts.materials[0])
    return {(link.problem.section.heading, link.other.section.heading) for link in found.links}


def test_plain_facts_are_linked_by_the_words_they_share(finished_sample, individual_2025):
    found = pairs(analyse(finished_sample, individual_2025).facts)

    assert {
        ("遇到难题绕着走", "难题到现场解决"),
        ("老办法用得多", "难题到现场解决"),
        ("学法用法还不够主动", "回应走在前"),
        ("自学常为事务性工作让路", "保证学习时间"),
        ("抓落实有时先易后难", "理论学习不够扎实"),
        ("遇到难题绕着走", "担当精神有所弱化"),
    } <= found


def test_of_measures_alone_the_same_is_found(finished_sample, individual_2025):
    """Rules ask no more, and the causes are not judged for them."""
    facts = analyse(finished_sample, individual_2025).facts
    whole, found = (ask(facts, facts.materials[0]) for ask in (links.find, links.find_measures))
    measures = [link for link in whole.links if link.other.kind is ItemKind.MEASURE]
    assert measures == list(found.links)
    assert len(measures) < len(whole.links)
    assert (found.items, found.without_measure) == (whole.items, whole.without_measure)
    assert list(found.without_problem) == [i for i in whole.without_problem if i.kind is ItemKind.MEASURE]


def test_nothing_is_said_to_stand_alone_where_little_is_understood(finished_sample, individual_2025):
    facts = analyse(finished_sample, individual_2025).facts
    found = links.find(facts, facts.materials[0])

    assert [*found.without_measure, *found.without_cause, *found.without_problem] == []


INVENTED = """2025年度民主生活会个人对照检查材料
一、存在的突出问题
（一）带头强化政治忠诚、提高政治能力方面
1.理论学习不够深入。读原著浅尝辄止，学用脱节，理论联系实际不够紧密。
2.政治敏锐性不强。对网上的错误言论、错误思潮批驳不够，维护意识形态阵地不够主动。
（二）带头固本培元、增强党性方面
1.批评放不开。组织生活会上相互批评辣味不足，怕伤和气，谈心谈话不经常。
（三）带头敬畏人民、敬畏组织、敬畏法纪方面
1.调查研究走马观花。下基层蹲点少，听取群众呼声不够，对群众急难愁盼的事解决得慢。
（四）带头干事创业、担当作为方面
1.担当精神不强。遇到难题绕着走，怕得罪人，攻坚的劲头不足，满足于过得去。
（五）带头坚决扛起管党治党责任方面
1.“一岗双责”落实不够。廉政谈话少，压力传导层层递减，对苗头问题抓早抓小不够。
二、原因剖析
（一）宗旨意识有所淡化。对群众感情不深，坐在机关听汇报多，走访调研少。
（二）理论武装不到位。放松了学习，以干代学，自学少。
（三）从严治党的责任感不强。对党风廉政建设重部署、轻落实，主体责任压得不实。
（四）担当的劲头减退。求稳怕乱，遇到矛盾不敢碰硬。
三、努力方向和整改措施
（一）履行从严治党责任。落实一岗双责，每季度廉政谈话一次，抓早抓小，层层传导压力。
（二）敢于担当作为。直面矛盾，带头啃硬骨头，不做老好人，对难题一抓到底。
（三）树牢宗旨意识。每月到基层蹲点调研两天，面对面听取群众诉求，为群众办实事。
（四）加强理论学习。每周自学原著，带头研讨，做好学习笔记，学用结合，指导实践。
"""


def test_the_order_of_causes_and_measures_does_not_matter(individual_2025):
    found = pairs(analyse(INVENTED, individual_2025).facts)

    assert {
        ("理论学习不够深入", "理论武装不到位"),
        ("理论学习不够深入", "加强理论学习"),
        ("调查研究走马观花", "宗旨意识有所淡化"),
        ("调查研究走马观花", "树牢宗旨意识"),
        ("担当精神不强", "担当的劲头减退"),
        ("担当精神不强", "敢于担当作为"),
        ("“一岗双责”落实不够", "从严治党的责任感不强"),
        ("“一岗双责”落实不够", "履行从严治党责任"),
    } <= found


def test_what_no_measure_answers_stands_alone(individual_2025):
    facts = analyse(INVENTED, individual_2025).facts
    found = links.find(facts, facts.materials[0])

    assert [item.section.heading for item in found.without_measure] == ["政治敏锐性不强", "批评放不开"]
    assert "政治敏锐性不强" in [item.section.heading for item in found.without_cause]


def test_a_sentence_about_all_problems_leaves_none_without_measure(individual_2025):
    text = INVENTED + "（五）抓好整改。对查摆的问题逐项制定措施，逐项整改销号。\n"
    facts = analyse(text, individual_2025).facts

    assert not links.find(facts, facts.materials[0]).without_measure


def choice(text, item, kind, *others):
    def anchor(words):
        at = text.index(words)
        return Anchor.of(text, at, at + len(words))

    return LinkChoice(anchor(item), kind, tuple(map(anchor, others)))


def test_what_the_writer_chooses_goes_before_what_is_found(individual_2025):
    chosen = choice(INVENTED, "2.政治敏锐性不强", "measure", "（四）加强理论学习")
    none = choice(INVENTED, "1.批评放不开", "cause")
    facts = analyse(INVENTED, individual_2025, decisions=Decisions(links=(chosen, none))).facts
    found = links.find(facts, facts.materials[0])
    named = {item.section.heading: item for item in found.items}
    link = found.of(named["政治敏锐性不强"], ItemKind.MEASURE)

    assert [(each.other.section.heading, each.chosen) for each in link] == [("加强理论学习", True)]
    assert named["政治敏锐性不强"] not in found.without_measure
    assert not found.of(named["批评放不开"], ItemKind.CAUSE)
    assert named["批评放不开"] not in found.without_cause


def test_a_choice_is_found_again_after_edits_and_sleeps_where_its_item_is_gone(individual_2025):
    chosen = choice(INVENTED, "2.政治敏锐性不强", "measure", "（四）加强理论学习")
    edited = INVENTED.replace("一、存在", "按照通知要求，检查如下。\n一、存在").replace("做好学习笔记，", "")
    gone = INVENTED.replace("2.政治敏锐性不强", "2.政治警觉性不强")
    for text, found in ((edited, True), (gone, False)):
        facts = analyse(text, individual_2025, decisions=Decisions(links=(chosen,))).facts
        assert any(link.chosen for link in links.find(facts, facts.materials[0]).links) is found


def test_what_was_put_right_holds_no_items_of_this_year(finished_sample):
    """Without a template the headings alone tell: 整改措施落实情况 are last year's measures."""
    facts = analyse(finished_sample).facts
    found = items(facts, facts.materials[0])
    kinds = [item.kind.value for item in found]

    assert (kinds.count("problem"), kinds.count("cause"), kinds.count("measure")) == (10, 4, 5)
    assert not any("整改" in item.section.heading for item in found)


def test_items_are_read_under_subheadings_of_an_aspect(individual_2025):
    text = (
        "一、存在的突出问题\n（一）带头强化政治忠诚、提高政治能力方面\n1.存在的问题\n（1）学得浅。\n（2）报得慢。\n2.原因剖析\n（1）松了劲。\n"
        "3.整改措施\n（1）每周自学。\n（二）带头固本培元、增强党性方面\n批评放不开。\n"
    )
    facts = analyse(text, individual_2025).facts
    kinds = [(item.kind.value, item.section.heading[:4]) for item in items(facts, facts.materials[0])]

    assert kinds == [
        ("problem", "学得浅"),
        ("problem", "报得慢"),
        ("cause", "松了劲"),
        ("measure", "每周自学"),
        ("problem", "带头固本"),
    ]


@pytest.mark.parametrize(
    "text", ["", "一、问题\n", "一、存在的问题\n（一）【待补】\n二、整改措施\n【待补】\n", "没有标题。" * 50]
)
def test_any_text_gives_a_result(text, individual_2025):
    facts = analyse(text, individual_2025).facts
    for each in facts.materials:
        assert not links.find(facts, each).links


def test_a_word_belongs_to_one_theme():
    wrong = 'format = 1\nsource = "s"\n' + "".join(
        f'[[themes]]\nid = "{theme}"\nname = "n"\nwhy = "w"\nwords = "学习"\n' for theme in ("one", "two")
    )
    with pytest.raises(DataError, match="“学习”"):
        themes.parse(wrong, "themes.toml")
    assert themes.of("理论学习抓得不紧，纪律松弛").keys() == {"study", "discipline"}


def test_the_causes_of_a_problem_stay_whatever_the_measures_are_called(finished_sample, individual_2025):
    """Else a link vanishes under the writer's hands when he words another chapter."""

    def causes(text):
        found = pairs(analyse(text, individual_2025).facts)
        named = {item.section.heading for item in items_of(text) if item.kind is ItemKind.CAUSE}
        return {pair for pair in found if pair[1] in named}

    def items_of(text):
        facts = analyse(text, individual_2025).facts
        return items(facts, facts.materials[0])

    measures = finished_sample.index("七、努力方向和整改措施")
    without = finished_sample[:measures] + finished_sample[measures:].replace("努力方向和整改措施", "附记", 1)
    assert ItemKind.MEASURE in {item.kind for item in items_of(finished_sample)}
    assert ItemKind.MEASURE not in {item.kind for item in items_of(without)}
    assert causes(finished_sample) == causes(without) != set()


def test_what_is_found_after_each_key_is_as_found_anew(finished_sample):
    """Of items that did not change it is remembered how alike they are; as long as no word became rarer or less rare."""
    chooser, memo, text = Random(5), Memo(), finished_sample
    template = template_shelf.find("2025-democratic-individual")
    keys = ["学", "走访", "化验", "12户", "。", "怕得罪人", "\n"]
    for _ in range(60):
        at = chooser.randrange(len(text))
        text = canonical(text[:at] + chooser.choice(keys) + text[at + chooser.choice([0, 0, 1, 30]) :])
        known, anew = analyse(text, template, memo=memo).facts, analyse(text, template).facts
        assert links.find(known, known.materials[0]) == links.find(anew, anew.materials[0])


def test_likeness_is_taken_over_only_while_what_is_rare_stays():
    def piece(text):
        return Piece(Told(ItemKind.PROBLEM, "学习", text, ""))

    one, other, third = piece("水费收缴拖延"), piece("水费减免拖延"), piece("化验报告")
    before = Likeness([one, other, third])
    assert before.row(one, [other, third]) == Likeness([one, other, third]).row(one, [other, third])

    for text in ("化验报告单", "化验报告，水费"):  # the first changes nothing between the others, the second does
        now = [one, other, piece(text)]
        assert before.of_next(now).row(one, [other]) == Likeness(now).row(one, [other])
    assert before.of_next(now).row(one, [other])[other] < before.row(one, [other])[other]


@pytest.mark.parametrize(
    ("heading", "body", "is_problem"),
    [
        ("改作风树新风", "我能按时下村。但走访不够深入，有时满足于听汇报。", True),
        ("严守纪律规矩", "对小事看得轻，请示报告有打折扣的时候。", True),
        ("联系群众方面", "一年只去了两次。", True),
        ("巡察反馈情况", "整改还不到位的有两条。", False),
        ("个人有关事项报告情况", "均已如实报告。", False),
        ("几点体会", "通过学习，我明白了自己该往哪里使劲。", False),
    ],
)
def test_a_heading_beside_the_aspects_that_tells_what_lacks_is_a_problem(heading, body, is_problem):
    template = template_shelf.find("2025-democratic-individual")
    text = (
        "2025年度民主生活会个人对照检查材料\n一、存在的突出问题\n（一）带头强化政治忠诚、提高政治能力方面\n读得少。\n"
        f"（二）{heading}\n{body}\n二、整改措施\n1.每月自学两次。\n"
    )
    facts = analyse(text, template).facts
    found = [item.section.heading for item in items(facts, facts.materials[0]) if item.kind is ItemKind.PROBLEM]

    assert (heading in found) == is_problem
