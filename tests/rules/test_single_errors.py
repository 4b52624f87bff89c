"""One slip at a time is put into clean text: it is found at its place, and mended back to the clean text."""

import random
import re
from typing import NamedTuple

import pytest

from assistant.decisions import Decisions, Profile
from assistant.facts.insertion import fresh
from assistant.files import template_shelf
from assistant.finding import Severity
from assistant.review import mending
from assistant.review.material import analyse
from assistant.rules.registry import RULES
from assistant.rules.rule import Group
from assistant.text import apply, canonical

PLACES = 8  # seeded places for each kind of slip
OURS = {rule.name for rule in RULES if rule.group in (Group.LEFTOVERS, Group.TYPOGRAPHY)} - {"leftover_placeholder"}
MORE = (
    "学习《关于贯彻〈中国共产党章程〉的实施意见（试行）》时，我在PPT上写过一句话：“纠治‘四风’不能停在口头上——要落到每一张签证单上。”"
    "“四个意识”“四个自信”不是挂在嘴边的，抓早、抓小……说到底先要抓自己；要问一问：案中人为什么一步一步走错？我局去年也有过苗头。"
)


@pytest.fixture(scope="module")
def clean(finished_sample):
    """Give a finished material with every kind of mark in it."""
    return finished_sample.replace("\n六、原因剖析", f"\n{MORE}\n六、原因剖析")


class Slip(NamedTuple):
    """A kind of slip: the rule that must see it, where it can happen, what comes there; `mended`: a safe fix undoes it."""

    rule: str
    pattern: str
    slip: str
    mended: bool = True


HAN = "[\u4e00-\u9fff]"
SLIPS = {
    "straight quotes": Slip("straight_quote", "“([^“”‘]+)”", r'"\1"'),
    "straight quotes, full width": Slip("straight_quote", "“([^“”‘]+)”", r"＂\1＂"),
    "straight quotes inside": Slip("straight_quote", "‘([^‘’]+)’", r"'\1'"),
    "straight opening quote": Slip("straight_quote", "“(?=[^“”‘]+”)", '"'),
    "straight closing quote": Slip("straight_quote", "(?<=[^”’。])”", '"'),
    "double inside double": Slip("quote_inside_quote", "‘([^‘’]+)’", r"“\1”"),
    "single outside": Slip("quote_inside_quote", "“([^“”‘。]+)”(?!“)", r"‘\1’"),
    "book marks inside book marks": Slip("quote_inside_quote", "〈([^〉]+)〉", r"《\1》"),
    "no closing quote": Slip("unpaired_quote", "“([^“”‘]+)”", r"“\1", False),
    "no opening quote": Slip("unpaired_quote", "“([^“”‘]+)”", r"\1”", False),
    "no closing single quote": Slip("unpaired_quote", "‘([^‘’]+)’", r"‘\1", False),
    "closing quote reversed": Slip("unpaired_quote", "“([^“”‘。？！]{1,20})”", r"“\1“"),
    "opening quote reversed": Slip("unpaired_quote", "“([^“”‘。？！]{1,20})”", r"”\1”"),
    "both quotes reversed": Slip("unpaired_quote", "“([^“”‘。？！]{1,20})”", r"”\1“"),
    "no closing book mark": Slip("unpaired_bracket", "《([^《》〈]+)》", r"《\1", False),
    "no opening book mark": Slip("unpaired_bracket", "《([^《》〈]+)》", r"\1》", False),
    "one book mark too many": Slip("unpaired_bracket", "《([^《》〈]+)》", r"《\1》》", False),
    "no closing bracket": Slip("unpaired_bracket", "（([^（）]{2,})）", r"（\1", False),
    "no opening bracket": Slip("unpaired_bracket", "（([^（）]{2,})）", r"\1）", False),
    "half-width brackets": Slip("half_width_bracket", "（([^（）]+)）", r"(\1)"),
    "one bracket half width": Slip("half_width_bracket", "（([^（）]+)）", r"（\1)"),
    "half-width comma": Slip("half_width_punctuation", "，", ","),
    "half-width comma with a blank": Slip("half_width_punctuation", "，", ", "),
    "half-width semicolon": Slip("half_width_punctuation", "；", ";"),
    "half-width colon": Slip("half_width_punctuation", "：", ":"),
    "half-width question mark": Slip("half_width_punctuation", "？", "?"),
    "half-width full stop": Slip("half_width_punctuation", rf"(?<={HAN})。(?=\n)", "."),
    "half-width full stop inside": Slip("half_width_punctuation", rf"(?<={HAN})。(?={HAN})", ".", False),
    "two commas": Slip("doubled_punctuation", "，", "，，"),
    "narrow full stop": Slip("half_width_punctuation", "。", "｡"),
    "two full stops": Slip("doubled_punctuation", "。", "。。"),
    "two enumeration commas": Slip("doubled_punctuation", f"(?<={HAN}{{2}})、", "、、"),
    "two semicolons": Slip("doubled_punctuation", "；", "；；"),
    "comma of both widths": Slip("doubled_punctuation", "，", ",，"),
    "comma before full stop": Slip("doubled_punctuation", rf"(?<={HAN})。", "，。", False),
    "comma after full stop": Slip("doubled_punctuation", rf"。(?={HAN})", "。，", False),
    "comma at the start": Slip("misplaced_punctuation", f"(?m)^(?={HAN}[^\n]{{30}})", "，", False),
    "comma before a bracket": Slip("misplaced_punctuation", "(?<=（[^（）]{2})）", "，）", False),
    "empty book marks": Slip("misplaced_punctuation", "《[^《》〈]+》", "《》", False),
    "three dots": Slip("ellipsis_or_dash", "……", "..."),
    "three full stops": Slip("ellipsis_or_dash", "……", "。。。"),
    "half an ellipsis": Slip("ellipsis_or_dash", "……", "…"),
    "two hyphens": Slip("ellipsis_or_dash", "——", "--"),
    "box lines": Slip("ellipsis_or_dash", "——", "──"),
    "half a dash": Slip("ellipsis_or_dash", "——", "—", False),
    "blank in a word": Slip("stray_space", rf"(?<={HAN}{{3}})(?={HAN}{{3}}[^\n]*[，。])", " "),
    "full-width blank in a word": Slip("stray_space", rf"(?<={HAN}{{3}})(?={HAN}{{3}}[^\n]*[，。])", "\u3000"),
    "blank in a heading": Slip(
        "stray_space", rf"(?m)(?<=^（[一二三四五]）带头{HAN})(?={HAN}{{3}}[^\n]*方面$)", " ", False
    ),
    "blank after a comma": Slip("stray_space", "，", "， "),
    "blank before a full stop": Slip("stray_space", rf"(?<={HAN}{{2}})。", "  。"),
    "blank inside quotes": Slip("stray_space", "“", "“ "),
    "blank after a number": Slip("stray_space", "(?m)^([一二三四五六七]、)", r"\1 "),
    "full-width digits": Slip("full_width_character", "(?<=年)1(?=月)|(?<=全年)12(?=次)", "１２", False),
    "full-width letters": Slip("full_width_character", "PPT", "ＰＰＴ"),
    "dot after 一": Slip("heading_mark", "(?m)^([一二三四五六七])、", r"\1."),
    "comma after 一": Slip("heading_mark", "(?m)^([一二三四五六七])、", r"\1，"),
    "comma after （一）": Slip("heading_mark", "(?m)^(（[一二三四五]）)", r"\1、"),
    "full stop after 1": Slip("heading_mark", r"(?m)^([12])\.", r"\1。"),
    "comma after 1": Slip("comma_after_number", r"(?m)^([12])\.", r"\1、"),
    "full stop after a heading": Slip("heading_full_stop", r"(?m)^(（[一二三四五]）[^。\n]{4,})$", r"\1。"),
    "no full stop at the end": Slip("missing_full_stop", r"(?<=[\u4e00-\u9fff])(?<!如下)。(?=\n)", ""),
    "comma at the end": Slip("missing_full_stop", r"(?<=[\u4e00-\u9fff])。(?=\n)", "，", False),
    "comma between quotes": Slip("comma_between_quotes", "”“", "”、“", False),
    "web residue": Slip("web_residue", r"(?m)^(?=.{30})|(?<=。)", "##paidbegin##"),
    "entity": Slip("web_residue", "(?<=。)(?=.)", "&nbsp;"),
    "entity for a quote": Slip("web_residue", "“([^“”‘]+)”", r"&ldquo;\1&rdquo;"),
    "list sign": Slip("markdown_residue", "(?m)^(?=[^\n]{30})", "- "),
    "tag": Slip("web_residue", "(?<=。)(?=.)", "<br />"),
    "heading sign": Slip("markdown_residue", "(?m)^(?=[一二三]、|（[一二三]）)", "## "),
    "quotation sign": Slip("markdown_residue", "(?m)^(?=.{30})", "> "),
    "rule": Slip("markdown_residue", "(?m)^(?=[一二三四]、)", "---\n", False),
    "page number": Slip("page_number", "(?m)^(?=[^\n]{30})", "- 3 -\n"),
    "page number in words": Slip("page_number", "(?m)^(?=[^\n]{30})", "第3页 共12页\n"),
    "sample in the title": Slip("sample_title", "(?<=^2025年度民主生活会个人对照检查材料)", "范文", False),
    "pieces in the title": Slip("sample_title", "(?<=^2025年度民主生活会个人对照检查材料)", "（精选3篇）", False),
    "number after the title": Slip("sample_title", "(?<=^2025年度民主生活会个人对照检查材料)", "1", False),
    "piece on its line": Slip("sample_title", "(?m)^(?=[^\n]{30}|[一二三]、)", "篇一：\n", False),
    "address": Slip("source_note", "(?<=。)(?=.)", "https://www.example.com/a/1.html", False),
    "source": Slip("source_note", "(?m)^(?=[^\n]{30})", "来源：某某公文网\n", False),
    "download": Slip("source_note", "(?<=。)", "点击下载全文", False),
    "another unit": Slip("other_unit", "我局", "我镇", False),
    "identity number": Slip("private_number", f"(?<=。)(?={HAN})", "11010519491231002X", False),
    "mobile number": Slip("private_number", f"(?<={HAN}，)(?={HAN})", "13800000000", False),
    "card number": Slip("private_number", f"(?<=。)(?={HAN})", "6222000000000000004", False),
    "secrecy mark": Slip("secrecy_mark", "^(?=2025)|(?m:^(?=一、))", "秘密★1年\n", False),
}


WRITER = Decisions(profile=Profile(unit="某市住房保障局"))


def analysed(text):
    return analyse(text, decisions=WRITER)


def ours(text):
    return list(analyse(text, decisions=WRITER, rules=[rule for rule in RULES if rule.name in OURS]).findings)


def safely_mended(text):
    """Carry out all safe fixes at once, as 全部修正 does."""
    planned = mending.plan(text, lambda changed: analysed(changed).findings)
    return apply(text, sorted(edit for each in planned for edit in each.edits))


def places(pattern, text, name):
    found = list(re.finditer(pattern, text))
    return random.Random(name).sample(found, min(PLACES, len(found)))


def test_clean_text_is_silent(clean):
    assert len(clean) > 1500
    assert canonical(clean) == clean
    assert ours(clean) == []


def test_a_fresh_page_is_silent():
    for template in template_shelf.shipped():
        assert ours(fresh(template)) == [], template.id


@pytest.mark.parametrize("name", SLIPS)
def test_slip_is_found_at_its_place(clean, name):
    slip = SLIPS[name]
    seen = places(slip.pattern, clean, name)
    assert seen
    for match in seen:
        put = match.expand(slip.slip)
        text = canonical(clean[: match.start()] + put + clean[match.end() :])
        low, high = match.start() - 1, match.start() + len(put) + 1

        found = [f for f in ours(text) if low < f.span.end and f.span.start < high]
        assert slip.rule in {f.rule for f in found}, text[low - 8 : high + 8]
        assert [f for f in ours(text) if f not in found] == [], "found elsewhere too"
        if slip.mended:
            assert safely_mended(text) == clean


def test_mending_all_twice_changes_nothing_more(clean):
    """Many slips at once: after all safe fixes nothing safe is left to mend."""
    for seed in range(60):
        text, rng = clean, random.Random(seed)
        for name in rng.sample(sorted(SLIPS), 6):
            found = list(re.finditer(SLIPS[name].pattern, text))
            if found:
                match = rng.choice(found)
                text = text[: match.start()] + match.expand(SLIPS[name].slip) + text[match.end() :]
        once = safely_mended(canonical(text))
        assert safely_mended(once) == once


def test_only_what_is_certain_must_be_mended(clean):
    certain = {"web_residue", "sample_title"}
    for name, slip in SLIPS.items():
        for match in places(slip.pattern, clean, name)[:2]:
            text = canonical(clean[: match.start()] + match.expand(slip.slip) + clean[match.end() :])
            assert {f.rule for f in ours(text) if f.severity is Severity.ERROR} <= certain


def test_no_noise_breaks_a_rule_or_makes_two_fixes_clash(clean):
    """Thirty random slips in a short stretch: rules still answer, and safe fixes never touch the same place."""
    marks = "，。、；：！？“”‘’（）《》〈〉【】[]()\",.;:?!'…—- 　\n#*>~1２Ａ一（）"
    for seed in range(150):
        rng = random.Random(seed)
        start = rng.randrange(len(clean) - 500)
        text = clean[start : start + 500]
        for _ in range(30):
            at = rng.randrange(len(text))
            put = rng.choice(marks) * rng.choice((0, 1, 1, 2))
            text = text[:at] + put + text[at + rng.randrange(2) :]
        safely_mended(canonical(text))
