import datetime
import io
import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import docx
import pytest

from assistant.commands import cli
from assistant.decisions import Decisions, Ignored, Stage
from assistant.files import layouts
from assistant.files.draft import Draft, encode
from assistant.files.trouble import Unwritable
from assistant.files.writers import docx as word_writer
from assistant.files.writers import report as writer
from assistant.finding import Finding, Fix, Severity
from assistant.review import progress, report, report_html
from assistant.review.material import analyse
from assistant.text import Edit, Span

DAY = datetime.date(2026, 1, 9)
EVIL = '"><script>alert(1)</script>&amp;<b onclick=x>'


@pytest.fixture
def unfinished(finished_sample, individual_2025):
    """The sample with one aspect taken out and a placeholder left."""
    start, end = finished_sample.index("（三）带头敬畏"), finished_sample.index("（四）带头")
    text = finished_sample[:start] + finished_sample[end:]
    return analyse(text.replace("集中学习3次", "集中学习XX次"), individual_2025)


class _Page(HTMLParser):
    def __init__(self):
        super().__init__()
        self.tags, self.addresses, self.text = [], [], []

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.addresses += [value for name, value in attrs if name in ("src", "href", "data", "action", "background")]

    def handle_data(self, data):
        self.text.append(data)


def word(made):
    return writer.form_of(Path("报告.DOCX"))(made)


def page(html):
    parsed = _Page()
    parsed.feed(html)
    return parsed


def test_headline_parts_and_places(unfinished):
    made = report.of(unfinished, "材料.docx", DAY)
    told = dict(made.headline)

    assert made.title == "2025年度民主生活会个人对照检查材料"
    assert told["文件"] == "材料.docx"
    assert told["要求"] == "2025年度民主生活会 · 班子成员个人"
    assert told["字数"].startswith(f"{unfinished.length}字")
    assert told["结果"] == "，".join(f"{s.label}{unfinished.count(s)}处" for s in Severity)
    assert told["检查"] == "2026年1月9日，按定稿"
    states = {part.name: part.state for part in made.parts}
    assert states["敬畏人民、敬畏组织、敬畏法纪"] == "缺"
    assert states["整改措施"] == "已写"
    assert [group.title for group in made.groups] == [
        f"{severity.label}{unfinished.count(severity)}项" for severity in Severity if unfinished.count(severity)
    ]
    assert made.groups[0].places[0].where == report.MISSING
    assert sum(len(group.places) for group in made.groups) == len(unfinished.findings)
    place = next(place for group in made.groups for place in group.places if place.marked == "XX")
    assert place.before.endswith("会前我参加集中学习")
    assert place.before.startswith("…2025年度")  # no number is cut
    assert place.after.startswith("次，自学")
    assert "标题和前言" in place.where


def test_a_length_that_no_notice_asks_for_is_only_usual(unfinished):
    assert "请以本单位通知为准" in dict(report.of(unfinished, "", DAY).headline)["字数"]


def test_the_stage_is_told(finished_sample):
    material = analyse(finished_sample, decisions=Decisions(stage=Stage.DRAFT))

    assert dict(report.of(material, "", DAY).headline)["检查"].endswith("按草稿")
    assert dict(report.of(material, "", DAY).headline)["要求"].startswith("没有认出")


def test_a_short_fix_is_written_out():
    material = analyse("一、甲\n共三点。\n")
    at = material.text.index("三")
    place, whole = Span(at, at + 1), Span(0, len(material.text))
    fixes = [
        (place, Fix("照实数改", (Edit(at, at + 1, "两"),)), "照实数改（“三”改为“两”）"),
        (place, Fix("删去", (Edit(at, at + 1, ""),)), "删去（删去“三”）"),
        (place, Fix("重新编号", (Edit(0, 1, "二"), Edit(at, at + 1, "两"))), "重新编号"),
        (whole, Fix("重写", (Edit(0, 1, "二"),)), "重写"),
    ]
    found = tuple(Finding("count_mismatch", Severity.HINT, span, "数", fix=fix) for span, fix, _ in fixes)
    made = report.of(replace(material, findings=found), "", DAY)

    assert [each.fix for group in made.groups for each in group.places] == [told for *_, told in fixes]


def test_html_holds_all_and_loads_nothing(unfinished):
    html = report_html.html(report.of(unfinished, "材料.docx", DAY))
    parsed = page(html)

    assert not parsed.addresses
    assert not {"script", "img", "link", "iframe", "object"} & set(parsed.tags)
    assert "@import" not in html
    assert "url(" not in html
    assert "@page { size: A4" in html
    missing = sum(finding.span.start == finding.span.end for finding in unfinished.findings)
    assert parsed.tags.count("article") == len(unfinished.findings)
    assert missing == 1
    assert parsed.tags.count("mark") == len(unfinished.findings) - missing
    text = "".join(parsed.text)
    assert all(finding.message in text and finding.basis in text for finding in unfinished.findings)


def test_html_escapes_whatever_it_is_given(individual_2025):
    text = f"{EVIL}\n一、{EVIL}存在的问题\n（一）{EVIL}方面\n下乡XX次{EVIL}，<姓名>。\n三、{EVIL}\n\n"
    html = report_html.html(report.of(analyse(text, individual_2025), f"{EVIL}\x07\ud800.docx", DAY))
    parsed = page(html)

    html.encode("utf-8")
    assert EVIL in "".join(parsed.text)
    assert set(parsed.tags) <= set(
        page(report_html.html(report.of(analyse("一、甲\nXX\n", individual_2025), "", DAY))).tags
    )


def test_what_repeats_itself_is_told_once(individual_2025):
    text = "对照检查材料\n一、存在的问题\n" + "".join(f"第{n}次下乡XX次。\n" for n in "一二三") + "参加学习XX个小时。\n"
    material = analyse(text, individual_2025)
    made = report.of(material, "", DAY)
    (place,) = (each for group in made.groups for each in group.places if each.marked == "XX")

    assert place.where == ("一、存在的问题，“第一次下乡XX次。”“第二次下乡XX次。”“第三次下乡XX次。”等4句，同样的共4处")
    assert "“XX次”" in place.message
    assert report.heading(place) in "".join(page(report_html.html(made)).text)
    assert "等4句，同样的共4处" in "\n".join(p.text for p in docx.Document(io.BytesIO(word(made))).paragraphs)


def test_a_missing_part_is_told_with_where_it_goes(unfinished, individual_2025):
    place = report.of(unfinished, "", DAY).groups[0].places[0]
    assert (place.where, place.marked) == (report.MISSING, "")
    assert place.before.startswith("宜写在这一部分之前：（四）带头")
    last = report.of(analyse("对照检查材料\n一、存在的问题\n我有不足。\n", individual_2025), "", DAY).groups[0]
    assert "宜写在文末。" in {each.before for each in last.places}


def test_nothing_speaks_of_clicking_outside_the_window(capsys, unfinished, tmp_path):
    (tmp_path / "稿.txt").write_text(unfinished.text, "utf-8")
    for form in ([], ["--json"], ["--sarif"]):
        cli.main(["check", str(tmp_path / "稿.txt"), *form])
    told = capsys.readouterr().out + report_html.html(report.of(unfinished, "", DAY))

    assert "用“已在别处说明”标明" in told
    assert not re.search("请点[“「]", told)


def test_what_is_set_aside_is_counted(capsys, unfinished, individual_2025, tmp_path):
    at = unfinished.text.index("XX")
    ignored = next(each for each in unfinished.findings if each.span.start == at)
    decisions = Decisions(ignored=(Ignored.of(ignored, unfinished.text),), rules_off=frozenset({"missing_part"}))
    material = analyse(unfinished.text, individual_2025, decisions=decisions)
    (tmp_path / "稿.duizhao").write_bytes(encode(Draft(unfinished.text, None, decisions)))
    cli.main(["check", str(tmp_path / "稿.duizhao")])

    assert dict(report.of(material, "", DAY).headline)["结果"].endswith("；另有1处已由本人忽略；本材料不再检查的有1项")
    assert "；另有1处已由本人忽略；本材料不再检查的有1项" in capsys.readouterr().out
    quiet = dict(report.of(unfinished.quietly(), "", DAY).headline)["结果"]
    assert ("现在只列必改" in quiet) == any(each.severity is not Severity.ERROR for each in unfinished.findings)


def test_without_a_title_the_file_names_the_report():
    assert report.of(analyse("一、甲\n学得浅。\n"), "甲.docx", DAY).title == "甲.docx"


def test_nothing_found_is_said(finished_sample, individual_2025):
    made = report.of(analyse(finished_sample, individual_2025), "", DAY)

    assert not made.groups
    assert progress.NO_FINDINGS in report_html.html(made)
    assert progress.NO_FINDINGS in [p.text for p in docx.Document(io.BytesIO(word(made))).paragraphs]


def test_word_holds_all(unfinished):
    document = docx.Document(io.BytesIO(word(report.of(unfinished, "材料\x07.docx", DAY))))
    text = "\n".join(paragraph.text for paragraph in document.paragraphs)
    marked = [run.text for p in document.paragraphs for run in p.runs if run.font.highlight_color]

    assert all(finding.message in text and finding.advice in text for finding in unfinished.findings)
    assert len(marked) == len(unfinished.findings) - 1  # what is missing has no words to mark
    assert "XX" in marked
    headline, parts = document.tables
    assert [cell.text for cell in headline.rows[0].cells] == ["文件", "材料.docx"]
    assert ["整改措施", "已写"] in [[cell.text for cell in row.cells][:2] for row in parts.rows]
    assert document.core_properties.author == ""


def test_the_command(capsys, tmp_path):
    source = tmp_path / "材料.txt"
    source.write_text("2025年度民主生活会个人对照检查材料\n一、存在的问题\n下乡XX次。\n", "utf-8")
    before = source.read_bytes()
    for name in ("报告.html", "报告.docx"):
        assert cli.main(["report", str(source), "-o", str(tmp_path / name)]) == 1
        assert (tmp_path / name).read_bytes()
    for name in ("报告.pdf", "报告", "材料.txt"):
        assert cli.main(["report", str(source), "-o", str(tmp_path / name)]) == 2
        assert "只能写成网页" in capsys.readouterr().err

    assert source.read_bytes() == before
    assert re.search("检查</th><td>.*按草稿", stage(tmp_path, source))


def stage(tmp_path, source):
    cli.main(["report", str(source), "-o", str(tmp_path / "稿.html"), "--stage", "draft"])
    return (tmp_path / "稿.html").read_text("utf-8")


def test_the_material_is_never_written_over(capsys, tmp_path, finished_sample):
    source = tmp_path / "材料.docx"
    source.write_bytes(word_writer.write(finished_sample, layouts.named("gb9704")))
    before = source.read_bytes()

    assert cli.main(["report", str(source), "-o", str(tmp_path / "." / "材料.docx")]) == 2
    assert "程序不覆盖" in capsys.readouterr().err
    assert source.read_bytes() == before


def test_other_names_are_refused(tmp_path):
    with pytest.raises(Unwritable, match=r"\.html"):
        writer.form_of(tmp_path / "报告.doc")
