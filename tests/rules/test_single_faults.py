"""Complete materials without a fault stay silent; a single fault put into one is found where it stands."""

import os
import random
import re
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest

from assistant.certainty import Certainty
from assistant.decisions import Decisions, Stage
from assistant.facts import insertion
from assistant.files import template_shelf
from assistant.finding import Severity
from assistant.review.material import Memo, analyse
from assistant.rules.registry import RULES
from assistant.rules.rule import Group
from assistant.structure.parsing import parse
from assistant.templates.template import Length, PartKind, ProblemLimits, Share, Subject

CLEAN = sorted((Path(__file__).parents[1] / "cases" / "clean").glob("*.txt"))
OURS = {rule.name for rule in RULES if rule.group in (Group.STRUCTURE, Group.SUBSTANCE, Group.VOICE)} - {
    "missing_part",
    "length_out_of_range",
}
SEEDS = range(int(os.environ.get("SEEDS", "3")))


def read(path):
    return path.read_text("utf-8").removesuffix("\n"), template_shelf.find(path.stem)


MEMO = Memo()
ASKED = [rule for rule in RULES if rule.name in OURS]


def found(text, template):
    return list(analyse(text, template, rules=ASKED, memo=MEMO).findings)


@pytest.mark.parametrize("path", CLEAN, ids=lambda path: path.stem)
def test_a_clean_material_is_left_alone(path):
    text, template = read(path)
    assert [(f.rule, f.span.of(text), f.message) for f in found(text, template)] == []
    assert not [f for f in analyse(text, template).findings if f.severity is Severity.ERROR]


# Each fault gives the text with it, the rule that should speak, and a place that its finding should touch; None where
# the material offers no place for it.


def rows(text, style, least=3):
    """List the rows of at least so many siblings whose numbers match a pattern, each standing at a line's start."""
    tops = parse(text).materials[0]
    families = [tops.sections, *(section.children for section in tops.walk())]
    kept = [[s for s in family if s.leading and re.fullmatch(style, s.number)] for family in families]
    return [row for row in kept if len(row) >= least]


def swap(text, section, number):
    return text[: section.start] + number + text[section.start + len(section.number) :]


def number_left_out(text, random):
    row = random.choice(rows(text, "（.+）"))
    at = random.randrange(1, len(row))
    for section in reversed(row[at:]):
        text = swap(text, section, f"（{'一二三四五六七八九'[section.value]}）")
    return text, "numbering_gap", row[at].start


def number_twice(text, random):
    row = random.choice(rows(text, "（.+）"))
    at = random.randrange(1, len(row))
    return swap(text, row[at], row[at - 1].number), "numbering_repeated", row[at].start


def chapter_number_twice(text, random):
    row = random.choice(rows(text, ".、"))
    at = random.randrange(2, len(row))  # a second 一、 begins another material
    return swap(text, row[at], row[at - 1].number), "numbering_repeated", row[at].start


def chapter_left_out(text, random):
    row = random.choice(rows(text, ".、"))
    at = random.randrange(1, len(row))
    for section in reversed(row[at:]):
        text = swap(text, section, f"{'一二三四五六七八九'[section.value]}、")
    return text, "numbering_gap", row[at].start


def other_style(text, random):
    row = random.choice(rows(text, "（.+）"))
    at = random.randrange(1, len(row))
    return swap(text, row[at], f"{at + 1}."), "numbering_mixed", row[at].start


def chapter_style_below(text, random):
    row = random.choice(rows(text, "（.+）"))
    last = row[-1]
    if last.value == len(parse(text).materials[0].sections) + 1:
        return None  # as good a chapter as any
    return swap(text, last, f"{last.number[1:-1]}、"), "numbering_mixed", last.start


def chapter_in_digits(text, random):
    row = random.choice(rows(text, ".、"))
    at = random.randrange(1, len(row))
    return swap(text, row[at], f"{at + 1}."), "numbering_mixed", row[at].start


def spoken_mixed(text, random):
    places = list(re.finditer(r"二是(?=[^\n]*。三是)", text))
    if not places:
        return None
    match = random.choice(places)
    return text[: match.start()] + "第二，" + text[match.end() :], "numbering_mixed", match.start()


def level_left_out(text, random):
    chapter = next((s for s in parse(text).materials[0].sections if s.children and s.children[0].number == "1."), None)
    if chapter is None:
        return None
    for child in reversed(chapter.children):
        text = swap(text, child, f"（{child.value}）")
    return text, "level_jump", chapter.children[0].start


def heading_twice(text, random):
    alone = [row for row in rows(text, "（.+）") if all(s.paragraph_end == s.heading_end for s in row)]
    if not alone:
        return None
    row = random.choice(alone)
    one, two = random.sample(row, 2)
    one, two = (one, two) if one.start < two.start else (two, one)
    changed = text[: two.start] + two.number + one.heading + text[two.heading_end :]
    return changed, "repeated_heading", two.start


def paragraphs(text):
    lines, at = [], 0
    for line in text.split("\n"):
        lines.append((at, line))
        at += len(line) + 1
    return lines


def paragraph_twice(text, random):
    long = [
        (at, line) for at, line in paragraphs(text) if len(line) > 60 and not re.match("[（一二三四五六七0-9]", line)
    ]
    if not long:
        return None
    at, line = random.choice(long)
    end = text.rindex("\n") if random.random() < 0.5 else at + len(line)
    return f"{text[:end]}\n{line}{text[end:]}", "repeated_passage", end + 1


def passage_twice(text, random):
    sentences = list(re.finditer("(?<=。)[^。\n“《0-9一二三四五六（：]{26,}。", text))
    if not sentences:
        return None
    sentence = random.choice(sentences)[0]
    place = text.rindex("。") + 1
    return text[:place] + sentence + text[place:], "repeated_passage", place


def two_materials(text, random):
    title = text.split("\n")[0]
    return f"{text}\n{title}\n{text.partition(chr(10))[2]}", "several_materials", len(text) + 1


def aspects(text, template):
    material = analyse(text, template).facts.materials[0]
    return [f.answer.sections[0] for f in material.parts if f.part.kind is PartKind.ASPECT and f.answer.sections]


def body_replaced(text, random, template, body):
    section = random.choice(aspects(text, template))
    number = "1." if section.children and section.children[0].style else ""
    start = section.heading_end if text[section.heading_end] == "\n" else section.heading_end + 1
    return text[:start] + "\n" + number + body + "\n" + text[section.end :].lstrip("\n"), section.start


def no_problem(text, random, template):
    changed, at = body_replaced(
        text, random, template, "认真落实各项部署，扎实开展学习，坚持把责任扛在肩上，各项任务圆满完成，得到群众好评。"
    )
    return changed, "aspect_without_problem", at


def no_instance(text, random, template):
    changed, at = body_replaced(
        text, random, template, "思想认识不够到位，联系实际不够紧密，主动性不强，工作标准还有差距，创新意识有待加强。"
    )
    return changed, "aspect_without_instance", at


def heading_slip(text, random, template):
    wide = [s for s in aspects(text, template) if len(s.heading) > 10]
    if not wide or template.year is None:  # a general outline asks for no wording
        return None
    section = random.choice(wide)
    place = section.start + len(section.number) + random.randrange(3, len(section.heading) - 3)
    if text[place] in "、，方面“”带头" or text[place - 1] == text[place]:
        return None
    return text[:place] + text[place + 1 :], "aspect_heading_differs", place - 1


def leaves(text, template):
    found = []
    for section in aspects(text, template):
        found += list(section.children) or [section]
    return found


def into_problem(text, random, template, sentence, *, after_heading=False):
    leaf = random.choice(
        [leaf for leaf in leaves(text, template) if "\n" not in text[leaf.start : leaf.end - 1]]
        or leaves(text, template)
    )
    stop = text.index("。", leaf.heading_end) if after_heading else text.rindex("。", leaf.start, leaf.end)
    return text[: stop + 1] + sentence + text[stop + 1 :], stop + 1


def praise_before(text, random, template):
    sentence = "一年来，坚持把学习放在首位，认真参加各类活动。带头完成分工任务，取得较好成效。"
    numbered = [
        s for s in leaves(text, template) if re.match(r"\d\.", s.number) and text.count("。", s.start, s.end) > 1
    ]
    if not numbered:
        return None
    leaf = random.choice(numbered)
    stop = text.index("。", leaf.heading_end)
    return text[: stop + 1] + sentence + text[stop + 1 :], "praise_first", stop + 1


def others(text, random, template):
    if template.subject not in (Subject.INDIVIDUAL, Subject.MEMBER):
        return None
    leaf = random.choice([leaf for leaf in leaves(text, template) if not re.search("我|自己|分管|提醒", leaf.heading)])
    sentence = random.choice(
        ["部分班子成员满足于听辅导，读原著不多。", "我们班子对政策研究不深。", "个别党员干部作风漂浮。"]
    )
    changed = text[: leaf.heading_end + 1] + sentence + text[leaf.end - 1 :]
    return changed, "others_for_oneself", leaf.heading_end + 1


def writer(text, random, template):
    if template.subject not in (Subject.LEADERSHIP, Subject.BRANCH):
        return None
    changed, at = into_problem(text, random, template, random.choice(["我对此重视不够。", "本人也没有及时跟进。"]))
    return changed, "writer_in_leadership_text", at


def body_names(text, random, template):
    if template.subject is not Subject.LEADERSHIP:
        return None
    changed, at = into_problem(text, random, template, "党组班子议得少，党委班子抓得不紧。")
    return changed, "self_reference_changes", at


def heavy(text, random, template):
    if "政治" not in text:
        return None
    section = random.choice(aspects(text, template))
    start = section.heading_end + 1
    word = random.choice(["理想信念动摇", "对党不够忠诚", "政治立场不坚定"])
    return text[:start] + f"\n有时{word}，学习不深。\n" + text[section.end :], "heavy_judgement", start + 3


def causes(text, template):
    fact = next(f for f in analyse(text, template).parts if f.part.kind is PartKind.CAUSE)
    return [child for section in fact.answer.sections for child in section.children]


def outside(text, random, template):
    if not causes(text, template):
        return None
    cause = random.choice(causes(text, template))
    sentence = f"{cause.number}{random.choice(['事多人少。全年任务重、人手紧，忙不过来。', '受疫情影响。几项工作都推后了。'])}\n"
    return text[: cause.start] + sentence + text[cause.end :], "causes_only_external", cause.start


def vague_measures(text, random, template):
    fact = next(f for f in analyse(text, template).parts if f.part.kind is PartKind.MEASURE)
    section = fact.answer.sections[0]
    words = ["提高政治站位，强化理论武装", "树牢宗旨意识，改进工作作风", "敢于担当作为，主动破解难题"]
    body = "".join(f"\n（{n}）{random.choice(words)}。把责任扛在肩上，久久为功。" for n in "一二三")
    return text[: section.heading_end] + body, "measures_without_deadline", section.start


def stock(text, random, template):
    fact = next(f for f in analyse(text, template).parts if f.part.kind is PartKind.PROBLEMS)
    phrase = "学习不够深入，作风不够扎实，担当精神不足，还有差距，有待进一步加强。"
    section = fact.answer.sections[0]
    body = re.sub("。(?=\n|$)", f"。{phrase}", text[section.start : section.end])
    return text[: section.start] + body + text[section.end :], "stock_phrases", section.start


def claimed(text, random):
    places = list(
        re.finditer(
            "(?<=查摆了)[0-9](?=个方面)|(?<=5个方面)10(?=个问题)|(?<=以下)六(?=个方面)|(?<=主要有)三(?=点)|(?<=从)四(?=个方面)",
            text,
        )
    )
    if not places:
        return None
    match = random.choice(places)
    wrong = "七" if not match[0].isdecimal() else str(int(match[0]) + random.choice([1, 2]))
    return text[: match.start()] + wrong + text[match.end() :], "count_mismatch", match.start()


def measures_claimed(text, random):
    if "明确了整改措施" not in text:
        return None
    at = text.index("明确了整改措施") + 2
    return text[:at] + f"了{random.choice('二三七九')}条整改措施" + text[at + 5 :], "count_mismatch", at + 1


def no_title(text, random):
    rest = text.partition("\n")[2]
    return (rest, "missing_title", 0) if len(text) > 900 else None


def heading_run_in(text, random):
    row = random.choice(rows(text, "（.+）"))
    section = random.choice(row[1:])  # the first would be taken for the end of the heading above it
    return text[: section.start - 1] + text[section.start :], "heading_run_in", section.start - 1


def heading_uneven(text, random):
    places = list(re.finditer("(?m)(?<=^（.）).{4,40}?(?=方面。?$)", text))
    if not places:
        return None
    match = random.choice(places)
    return text[: match.end()] + text[match.end() + 2 :], "aspect_heading_uneven", match.end() - 2


def share_wrong(text, random, template):
    if "查摆了5个方面10个问题" not in text:
        return None
    shares = "，其中政治忠诚方面2个、固本培元方面3个"
    at = text.index("10个问题") + 5
    made = text[:at] + shares + text[at:]
    return made, "count_mismatch", at + len(shares) - 2


FAULTS = [
    number_left_out, number_twice, chapter_number_twice, chapter_left_out, other_style, chapter_style_below,
    chapter_in_digits, spoken_mixed, level_left_out, heading_twice, paragraph_twice, passage_twice,
    two_materials, no_title, heading_run_in, heading_uneven, claimed, measures_claimed,
]  # fmt: skip
FAULTS_OF_SUBSTANCE = [
    no_problem, no_instance, heading_slip, praise_before, others, writer, body_names, heavy, outside, vague_measures,
    stock, share_wrong,
]  # fmt: skip


@pytest.mark.parametrize("fault", [*FAULTS, *FAULTS_OF_SUBSTANCE], ids=lambda fault: fault.__name__)
def test_a_single_fault_is_found_at_its_place(fault):
    tried = 0
    for path in CLEAN:
        text, template = read(path)
        for seed in SEEDS:
            source = random.Random(f"{fault.__name__} {path.stem} {seed}")
            made = fault(text, source, template) if fault in FAULTS_OF_SUBSTANCE else fault(text, source)
            if made is None:
                continue
            tried += 1
            changed, rule, place = made
            said = [f for f in found(changed, template) if f.rule == rule or f.span.start == place]
            around = changed[max(0, place - 20) : place + 60]
            assert said, f"{path.stem} {seed}: {rule} 未见 {around!r}"
            if rule.startswith("numbering_"):
                told = [f for f in found(changed, template) if f.rule.startswith("numbering_")]
                assert len(told) == 1, (path.stem, seed, around, told)
            assert any(f.span.start - 12 <= place < f.span.end + 60 for f in said), (path.stem, seed, around, said)
    assert tried


def test_headings_that_the_program_proposes_are_not_found_fault_with():
    for template in template_shelf.shipped():
        body = "3月督办的一件事没有按时办完，去了两次才解决，说到底是怕麻烦。"
        lines = insertion.fresh(template).split("\n")
        text = "\n".join(f"{line}\n{body}" if re.match("[一二三四五六七八九十（]", line) else line for line in lines)
        told = [f for f in found(text, template) if f.rule not in ("repeated_passage", "measures_without_deadline")]
        assert [(f.rule, f.span.of(text)) for f in told] == [], template.id


def test_what_the_notice_limits_is_counted():
    text, template = read(CLEAN[0])
    asked = replace(
        template, share=Share((PartKind.PROBLEMS, PartKind.CAUSE), Fraction(9, 10), said="问题和原因不少于九成。")
    )
    findings = [f for f in found(text, asked) if f.rule == "share_below_requirement"]
    assert [f.basis for f in findings] == ["问题和原因不少于九成。"]
    material = analyse(text, asked)
    size = sum(material.facts.materials[0].part(name).length for name in ("problems", "cause"))
    whole = material.facts.length(0, len(text))
    assert f"占{size * 100 // whole}%（{size}/{whole}字），通知要求不少于90%" in findings[0].message

    assert "或充实这些部分约" in findings[0].advice
    narrow = replace(asked, length=Length(0, whole + 10, Certainty.NOTICE))  # more would be too much
    told = next(f for f in found(text, narrow) if f.rule == "share_below_requirement")
    assert told.advice.startswith(f"全文以{whole + 10}字为限，可压缩其他部分约")
    assert "充实" not in told.advice

    limits = ProblemLimits(per_aspect=3, total=99, with_instances=True, said="每个方面不少于3个问题。")
    text, template = read(next(path for path in CLEAN if path.stem == "2023-democratic-2-leadership"))
    findings = [
        f for f in found(text, replace(template, problem_limits=limits)) if f.rule == "fewer_problems_than_asked"
    ]
    assert [f.message for f in findings] == ["这一方面写了2个问题，要求不少于3个。"] * 6
    findings = found(text, replace(template, problem_limits=replace(limits, per_aspect=2)))
    assert [f.message for f in findings] == ["全文写了12个问题，要求不少于99个。"]


@pytest.mark.parametrize(
    ("certainty", "least", "most", "message", "advice"),
    [
        (Certainty.NOTICE, 5000, 6000, "全文{size}字，本次要求5000至6000字，少{less}字。", "可补充具体的事。"),
        (Certainty.NOTICE, 0, 500, "全文{size}字，本次要求不超过500字，多{more}字。", "可压缩重复的话。"),
        (
            Certainty.MEMORY,
            5000,
            6000,
            "全文{size}字。未见通知规定字数，这类材料一般5000至6000字，供参考。",
            "篇幅请以本单位通知为准。",
        ),
        (Certainty.MEMORY, 1800, 3000, "", ""),
    ],
)
def test_what_is_only_usual_is_spoken_of_where_a_text_is_far_from_it(certainty, least, most, message, advice):
    text, template = read(next(path for path in CLEAN if path.stem == "2024-democratic-individual"))
    material = analyse(text, replace(template, length=Length(least, most, certainty)))
    size = material.facts.length(0, len(text))
    told = [(f.message, f.advice) for f in material.findings if f.rule == "length_out_of_range"]
    drafted = analyse(text, material.template, decisions=Decisions(stage=Stage.DRAFT))
    assert not [each for each in drafted.findings if each.rule == "length_out_of_range"]  # as the stage says of itself
    expected = message.format(size=size, less=least - size, more=size - most)
    assert told == ([(expected, advice)] if message else [])


@pytest.mark.parametrize(("stage", "told"), [(Stage.DRAFT, 0), (Stage.REVIEW, 1)])
def test_too_short_a_text_with_an_empty_part_is_told_where_it_is_handed_on(stage, told):
    text, template = read(next(path for path in CLEAN if path.stem == "2024-democratic-individual"))
    heading = next(
        each for each in analyse(text, template).parts if each.part.kind is PartKind.MEASURE
    ).answer.sections[0]
    text = text[: heading.heading_end] + text[heading.end :]
    template = replace(template, length=Length(9000, 9900, Certainty.NOTICE))
    material = analyse(text, template, decisions=Decisions(stage=stage))

    assert sum(each.rule == "length_out_of_range" for each in material.findings) == told
