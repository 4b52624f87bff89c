"""The inputs of ../shared/cases through the public doors; each does what their README expects. Not part of the project."""

import io
import json
import re
import shutil
import time
import tracemalloc

import pytest

from assistant.commands import cli
from assistant.files import journals, kept_file, opening, own_shelf, settings, shipped_shelf, template_shelf
from assistant.files.readers import docx as docx_reader
from assistant.files.readers import xlsx
from assistant.reading import Unreadable
from assistant.strict_toml import DataError
from assistant.templates.notice import notice

FIVE = (
    "带头强化政治忠诚、提高政治能力",
    "带头固本培元、增强党性",
    "带头敬畏人民、敬畏组织、敬畏法纪",
    "带头干事创业、担当作为",
    "带头坚决扛起管党治党责任",
)
THEME = "锲而不舍落实中央八项规定精神，以优良作风凝心聚力"


@pytest.fixture(scope="module")
def cases(samples):
    folder = samples.parent / "cases"
    if not folder.is_dir():
        pytest.skip("没有 ../shared/cases，跳过")
    return folder


@pytest.fixture
def run(capsys):
    def _run(*arguments):
        code = cli.main([str(argument) for argument in arguments])
        captured = capsys.readouterr()
        return code, captured.out, captured.err

    return _run


@pytest.fixture
def checked(run, cases):
    """Check a case: what JSON says of it."""

    def _checked(name, *options):
        _, out, _ = run("check", cases / name, "--json", *options)
        return json.loads(out)

    return _checked


def told(answer, *rules):
    """Give what findings of some rules (none: all but missing parts and lengths) lie on."""
    beside = {"missing_part", "length_out_of_range"}
    found = [f for f in answer["findings"] if (f["rule"] in rules if rules else f["rule"] not in beside)]
    return [f["text"].strip() or f["message"] for f in found]


def missing(answer, severity="error"):
    return [
        f["message"] for f in answer["findings"] if f["rule"] == "missing_part" and f["severity"] in severity.split()
    ]


TEXTS = {
    "01-numstylelink.docx": "一、存在的突出问题\n（一）带头强化政治忠诚方面\n1.学习不深，有时读过就算。\n（二）带头担当作为方面\n二、原因剖析\n放松了学习。\n三、整改措施\n每月自学两次。",
    "03-sym.docx": "是否报告个人事项：☑是□否\n减少文件≥30件，完成率±5%",
    "04-pagebreak.docx": "一、存在的突出问题\n学习不深，有时读过就算。\n二、原因剖析\n放松了学习。\n以上是我的剖析。\n三、整改措施\n每月自学两次。",
    "06-alternate.docx": "一、存在的突出问题\n学习不深。\n（一）带头担当方面",
    "43-ledger.docx": "一、上年度整改落实情况\n序号\t问题\t整改措施\t完成情况\n1\t学习不深\t每月自学两次；每季研讨一次\t已完成\n2\t下村少\t每月下村三天\t正在推进\n二、存在的突出问题\n学习不深。",
    "44-form.docx": "姓名\t林某\t职务\t副局长\n存在问题\n（一）带头强化政治忠诚方面\n1.学习不深。\n（二）带头担当作为方面\n1.怕得罪人。\n原因剖析\n放松学习。\n整改措施\n每月自学两次。",
    "45-list-restart.docx": "一、存在的突出问题\n（一）带头强化政治忠诚方面\n1.学习不深。\n2.联系实际少。\n3.请示报告慢。\n（二）带头担当作为方面\n1.怕得罪人。\n2.遇难题绕着走。\n3.老办法用得多。",
    "46-dropcap.docx": "按照通知要求，现对照检查如下。\n一、存在的问题\n学习不深。",
    "12-kangxi.txt": "一、存在的突出问题\n（一）带头强化政治忠诚、提高政治能力方面\n1.学习不深，对习总书记重要讲话领会不透。\n（二）带头固本培元、增强党性方面\n1.自学常给事务让路。\n二、原因剖析\n放松了学习。\n三、整改措施\n每月自学两次。",
    "40-nul-tail.txt": "一、存在的问题\n学习不深。",
    "40b-ctrlz.txt": "一、存在的问题\n学习不深。",
    "40d-trunc-utf8.txt": "一、存在的问题\n学习不深",
    "15-html-bom.doc": "一、存在的问题",
    "15b-html-comment.doc": "一、存在的问题",
    "15d-html-utf16.doc": "一、存在的问题",
}
TITLE = "2025年度民主生活会个人对照检查材料\n"


@pytest.mark.parametrize("name", TEXTS)
def test_text(run, cases, name):
    code, out, _ = run("text", cases / name)

    assert (code, out.rstrip("\n")) == (0, TITLE + TEXTS[name])


def test_text_of_archives_and_messages(run, cases):
    assert run("text", cases / "15f-mht.doc")[1] == "一、存在\n"
    assert run("text", cases / "15h-rtf-bom.doc")[1] == "一\n"
    assert "存在的突出问题" in run("text", cases / "02-altchunk.docx")[1]


@pytest.mark.parametrize("name", ["12b-kangxi-sample.txt", "12c-kangxi.docx"])
def test_look_alikes_are_folded_and_said_once(checked, cases, name):
    answer = checked(name)

    assert answer["notes"] == ["文中的字形相近的特殊字166个已换成通用的字或删去"]
    assert told(answer) == []
    assert not re.search("[\u2e80-\u2fdf]", opening.read(cases / name).text)


def test_what_cannot_be_seen_is_taken_out(checked):
    answer = checked("13-invisible.txt")

    assert told(answer, "form_of_address", "fixed_wording", "mistaken_word") == ["习总书记", "四个意识", "民主升活会"]
    assert len(answer["notes"]) == 1


@pytest.mark.parametrize(("name", "year"), [("14-circle-zero.txt", "二○二四"), ("14d-digits.txt", "2024")])
def test_years_are_known_however_written(checked, name, year):
    answer = checked(name)

    assert answer["template"] == "2025-democratic-individual"
    assert told(answer, "other_year") == [year, year]


def test_a_prompt_of_a_control_is_to_be_filled_in(checked):
    answer = checked("05-sdt-placeholder.docx")

    assert told(answer, "leftover_placeholder") == ["【单击或点击此处输入文字】", "【单击此处输入日期】"]
    assert answer["notes"] == ["没有填写的填空处，按其中的提示语带入（2处）"]


NOTED = {
    "41-tracked-comments.docx": ["有修订：删除的文字未带入，插入的文字已带入（2处）", "批注未带入（1处）"],
    "42-header.docx": ["页眉有密级标志“机密★1年”，请核对"],
    "43-ledger.docx": ["表格已按行转成文字（1处）"],
    "44-form.docx": ["表格已按行转成文字（1处）"],
    "40-nul-tail.txt": ["文件末尾有一段空白数据，没有文字，未带入"],
    "40b-ctrlz.txt": ["文件末尾的结束记号未带入，不影响正文"],
    "40d-trunc-utf8.txt": ["文件末尾不完整，最后半个字未带入"],
}


@pytest.mark.parametrize("name", NOTED)
def test_all_doors_say_what_was_left_out(run, checked, cases, tmp_path, name):
    for command in (
        ["text"],
        ["outline"],
        ["check"],
        ["export", "-o", tmp_path / "稿.docx"],
        ["report", "-o", tmp_path / "果.html"],
    ):
        err = run(command[0], cases / name, *command[1:])[2]
        assert all(note in err for note in NOTED[name]), command
    assert checked(name)["notes"] == NOTED[name]
    folder = tmp_path / "材料"
    folder.mkdir()
    shutil.copy(cases / name, folder)
    run("batch", folder, "-o", tmp_path / "表.xlsx")
    cells = [cell for table in xlsx.tables((tmp_path / "表.xlsx").read_bytes()).found for row in table for cell in row]
    assert all(any(note.split("（")[0].split("“")[0] in cell for cell in cells) for note in NOTED[name])
    page = (tmp_path / "果.html").read_text("utf-8")
    assert all(note in page for note in NOTED[name])


@pytest.mark.parametrize(
    ("name", "part"), [("43-ledger.docx", "previous"), ("44-form.docx", "cause"), ("44-form.docx", "measure")]
)
def test_parts_in_tables_are_found(checked, name, part):
    found = next(each for each in checked(name)["parts"] if each["id"] == part)

    assert found["sections"]


@pytest.mark.parametrize(
    ("name", "said"),
    [("16-ofd.ofd", "OFD"), ("16b-wechat.zip", "压缩包"), ("16c-xlsx.docx", "表格")],
)
def test_what_cannot_be_read_is_named_with_the_way_out(run, cases, name, said):
    code, out, err = run("text", cases / name)

    assert (code, out) == (2, "")
    assert said in err
    assert re.search("请先?", err)


def test_slips_between_right_sentences(checked):
    found = told(checked("20-lint.txt"))

    assert {"﹐", "﹑", "﹔", "％", "约20次左右", "等等……", "截止", "２", "５０"} <= set(found)
    text = "截止12月底"
    assert text
    right = (checked("20-lint.txt")["findings"])[-1]
    assert right["text"] == "截止"  # nothing on what comes after it: the right sentences


def test_reversed_and_strange_quotation_marks(checked):
    answer = checked("21-lint2.txt")
    lines = {f["line"] for f in answer["findings"]}

    assert {1, 2, 3, 7, 9, 10, 11, 12, 13, 16, 17} <= lines
    assert next(f["message"] for f in answer["findings"] if f["line"] == 1).startswith("这一段的4个引号方向")
    assert told(answer, "corner_quote") == ["「"]


def test_nothing_on_right_sentences(checked):
    assert told(checked("22-lint3.txt")) == []


MARKED = {"23-bold.txt": 14, "24-ai-bold.txt": 17, "34-h5-hash.txt": 8}


@pytest.mark.parametrize("name", MARKED)
@pytest.mark.parametrize("stage", ["draft", "review", "final"])
def test_markdown_is_one_card_at_every_stage(checked, name, stage):
    answer = checked(name, "--stage", stage)
    cards = [f for f in answer["findings"] if f["rule"] == "markdown_residue"]

    assert [f["message"].split("（")[1].split("，")[0] for f in cards] == [f"共{MARKED[name]}处"]
    assert cards[0]["fix"]["safe"]


@pytest.mark.parametrize("name", MARKED)
def test_markdown_never_gets_out(run, cases, tmp_path, name):
    run("export", cases / name, "-o", tmp_path / "稿.docx")
    out = docx_reader.read((tmp_path / "稿.docx").read_bytes()).text
    assert not re.search(r"^#|__|^[-*] ", out, re.MULTILINE)
    assert out.count("**") == (1 if "23" in name else 0)  # 「某镇（**镇）」 is to be filled in, and said to be


def test_broken_lines_come_before_all_else(checked, run, cases):
    answer = checked("30-hard-wrapped.txt")

    assert {f["rule"] for f in answer["findings"]} == {"broken_line"}
    assert answer["findings"][0]["fix"]


def test_a_page_from_the_web(checked):
    answer = checked("31-web-sample.txt")

    assert told(answer, "source_note") == ["浏览量:34", "发布时间:2026-01-30"]
    assert told(answer, "unpaired_quote") == ["”"]
    assert missing(answer) == []


@pytest.mark.parametrize("name", ["32-no-title-prev-in-preface.txt", "33-last-year-count.txt"])
def test_last_years_count_is_no_claim(checked, name):
    answer = checked(name)

    assert told(answer, "count_mismatch") == []
    assert "2024年度民主生活会整改措施落实情况" not in "".join(missing(answer, "error advice hint"))


@pytest.mark.parametrize("name", ["34-h2-brack-num", "34-h5-hash", "34-s1", "34-s12", "34-s5", "34-s8"])
def test_headings_otherwise_written(checked, name):
    answer = checked(f"{name}.txt")
    found = {part["id"] for part in answer["parts"] if part["sections"]}

    assert {"problems", "cause", "measure"} <= found
    assert len([part for part in answer["parts"] if part["parent"] == "problems" and part["sections"]]) == 5
    assert [f for f in answer["findings"] if f["severity"] == "error"] == []


def asked(cases, name):
    return notice.read(opening.read(cases / name).text)


def aspects(template):
    return [each.text for each in template.aspects]


def test_a_notice_without_a_title(cases):
    (found,) = asked(cases, "50-notice-form-material.txt").templates

    assert aspects(found) == ["理想信念", "党的纪律", "作风建设", "作用发挥"]
    assert (found.hand_in.value.isoformat(), found.subjects[0].value) == ("2026-01-10", "member")
    assert (found.theme, dict(found.lengths)) == (None, {})


def test_a_notice_of_two_subjects(cases):
    found = {each.subjects[0].value: each for each in asked(cases, "51-notice-two-subjects.txt").templates}

    assert aspects(found["branch"]) == ["执行上级决定", "严格组织生活", "加强党员教育管理", "联系服务群众"]
    assert aspects(found["member"]) == ["坚定理想信念", "遵守党的纪律", "发挥先锋模范作用", "改进作风"]
    assert {each.hand_in.value.isoformat() for each in found.values()} == {"2025-03-10"}


@pytest.mark.parametrize("name", ["52-theme-0.txt", "52-theme-1.txt"])
def test_a_theme_after_another_sentence(cases, name):
    (found,) = asked(cases, name).templates

    assert found.theme.value == THEME
    assert tuple(aspects(found)) == FIVE
    assert found.hand_in.value.isoformat() == "2026-01-08"


def test_a_chat_message(cases):
    read = asked(cases, "53-wechat-w2.txt")
    (found,) = read.templates

    (length,) = found.lengths.values()
    assert (length.value.least, length.value.most) == (3150, 3850)
    assert length.said.startswith("【温馨提示】")
    assert found.problems_per_aspect.value == 3
    assert found.hand_in.value.isoformat() == "2026-01-09"
    assert [part.kind.value for part in found.parts] == ["problems", "case_analysis"]
    assert (found.year, found.theme, aspects(found)) == (None, None, [])
    assert any("五个带头" in each for each in read.told)


def test_questions_and_answers(cases):
    read = asked(cases, "54-notice-qa.txt")
    (found,) = read.templates

    lengths = {subject.value: (each.value.least, each.value.most) for subject, each in found.lengths.items()}
    assert lengths == {"leadership": (0, 5000), "individual": (3000, 4000)}
    assert tuple(aspects(found)) == FIVE
    assert found.hand_in.value.isoformat() == "2026-01-08"
    assert str(found.share.value.least) == "2/3"
    assert any("春节前" in each for each in read.told)


LIMIT = 2.0  # seconds
MOST = 300e6  # bytes


@pytest.fixture
def measured():
    tracemalloc.start()
    began = time.process_time()
    yield
    took, peak = time.process_time() - began, tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert took < LIMIT * 4  # watching the memory slows all down
    assert peak < MOST


@pytest.mark.usefixtures("measured")
def test_unclosed_fields(run, cases, tmp_path):
    path = cases / "torture" / "fld2000.docx"

    assert run("text", path)[1] == "x\n"
    assert run("report", path, "-o", tmp_path / "果.html")[0] in (0, 1)
    assert run("compare", path, path, "-o", tmp_path / "比.docx")[0] in (0, 1)


@pytest.mark.usefixtures("measured")
@pytest.mark.parametrize("name", ["q00005", "q00042", "q00285"])
def test_requirements_that_cannot_be_kept(cases, name):
    path = cases / "torture" / f"{name}.duizhaoreq"
    try:
        shipped_shelf.understand(path.read_text("utf-8"), name)
    except (DataError, Unreadable) as error:
        assert re.search("[一-龥]", str(error))
    folder = own_shelf.folder()
    folder.mkdir(parents=True, exist_ok=True)
    (folder / path.name).write_bytes(path.read_bytes())
    assert [own.path for own in own_shelf.every()] == [folder / path.name]
    assert template_shelf.find("2025-democratic-individual")  # the good ones go on working


@pytest.mark.usefixtures("measured")
@pytest.mark.parametrize("number", range(5))
def test_settings_and_journals_that_are_damaged(cases, tmp_path, monkeypatch, number):
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.setenv("DUIZHAO_HOME", str(home))
    settings._file().write_bytes((cases / "torture" / f"settings{number}.json").read_bytes())
    folder = kept_file.folder()
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "甲.journal").write_bytes((cases / "torture" / f"journal{number}.journal").read_bytes())

    known = settings.load()
    settings.save(known._replace(name="林知远"))
    assert settings.load().name == "林知远"
    found = list(journals.abandoned())
    assert all(each.draft.text.startswith("甲乙丙") for each in found)


def test_a_draft_with_odd_values(run, cases):
    code, out, err = run("text", cases / "torture" / "d00045.duizhao")

    assert code == 0 or re.search("[一-龥]", err)
    assert io.StringIO(out).readline() == "2025年度民主生活会个人对照检查材料\n"
