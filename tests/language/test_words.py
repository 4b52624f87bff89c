import logging
import os
import random
import subprocess
import sys
import tempfile
import threading
import time
import warnings
from importlib.util import find_spec
from pathlib import Path

import pytest

from assistant.language.words import Words
from assistant.text import canonical

INVENTED = (
    "林知远同志2025年到东郊片区走访13次，公租房投诉回访率由71.5%提高到98%；Wi-Fi、B超、GB/T 9704都要连成一片。\n"
    "学习不深、不透，“四个意识”树得不牢——这是我的问题……下一步，把𠮷祥里3号楼的漏水修好！"
)


@pytest.fixture(scope="module")
def words():
    made = Words()
    made.load()
    return made


@pytest.fixture(scope="module")
def jieba_itself(words, tmp_path_factory):
    """jieba with its dictionary made by itself."""
    tokenizer = type(words._tokenizer)()
    tokenizer.tmp_dir = str(tmp_path_factory.mktemp("jieba"))
    logging.getLogger("jieba").setLevel(logging.WARNING)
    tokenizer.initialize()
    return tokenizer


@pytest.fixture(scope="module")
def real_texts(samples):
    found = sorted((samples / "materials").glob("*.txt")) + sorted((samples / "notices").glob("*.txt"))
    return [canonical(path.read_text("utf-8")) for path in found]


def cut(words, text):
    return [span.of(text) for span in words.segment(text)]


def test_the_list_is_jiebas(words, jieba_itself):
    ours = words._tokenizer
    assert ours.total == jieba_itself.total
    keys = random.Random(1).sample(sorted(jieba_itself.FREQ), 40_000)
    assert [key for key in keys if ours.FREQ.get(key) != jieba_itself.FREQ[key]] == []
    assert [key for key in keys if f"{key}𠮷" in ours.FREQ] == []
    assert "" not in ours.FREQ


def test_words_are_jiebas(words, jieba_itself, finished_sample):
    for text in (INVENTED, finished_sample, ""):
        assert cut(words, text) == jieba_itself.lcut(text)
        for hmm in (True, False):
            assert words._tokenizer.lcut(text, HMM=hmm) == jieba_itself.lcut(text, HMM=hmm)


def test_words_are_jiebas_on_real_materials(words, jieba_itself, real_texts):
    for text in real_texts:
        assert cut(words, text) == jieba_itself.lcut(text)


def test_words_are_those_of_the_compiled_jieba(words, finished_sample, real_texts):
    rjieba = pytest.importorskip("rjieba", reason="这台机器没有rjieba，不作比较")
    for text in (finished_sample, *real_texts):  # in Latin words with a hyphen the two jiebas themselves differ
        assert cut(words, text) == rjieba.cut(text)


def test_loading_leaves_no_trace(tmp_path, monkeypatch, capfd):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    kept = sys.modules.get("pkg_resources")
    made = Words()
    with warnings.catch_warnings(record=True) as said:
        warnings.simplefilter("always")
        made.load()
        made.segment(INVENTED)

    assert list(tmp_path.iterdir()) == []
    assert not said
    assert capfd.readouterr() == ("", "")
    assert sys.modules.get("pkg_resources") is kept


def test_importing_jieba_says_nothing(tmp_path):
    """Not even where it has to be compiled, by a Python that dislikes how it is written."""
    code = "from assistant.language.words import Words; import sys; w = Words(); w.load(); sys.exit('pkg_resources' in sys.modules)"
    environment = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join(sys.path),
        "PYTHONPYCACHEPREFIX": str(tmp_path),
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", code], capture_output=True, text=True, env=environment, check=False
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_others_are_not_kept_waiting_while_it_loads(words):
    """The longest that a small piece of work waits beside a loading thread, in what this process computes meanwhile."""
    longest = []
    for _ in range(5):
        made = Words()
        thread = threading.Thread(target=made.load, args=(0.001,))
        thread.start()
        longest.append(0.0)
        while thread.is_alive():
            begun = time.process_time()
            sum(range(1000))
            time.sleep(0.0005)  # as Qt does at many calls: gives the interpreter away and wants it back
            longest[-1] = max(longest[-1], time.process_time() - begun)
        thread.join()
        assert made.loaded
    assert min(longest) < 0.03


@pytest.mark.parametrize(
    ("paragraph", "position", "word"),
    [
        ("带头强化政治忠诚", 0, "带头"),
        ("带头强化政治忠诚", 3, "强化"),
        ("召开民主生活会前", 4, "民主生活会"),
        ("召开民主生活会前", 7, "前"),
        ("2025年度，回访率98.5%以上", 0, "2025"),
        ("2025年度，回访率98.5%以上", 6, "，"),
        ("2025年度，回访率98.5%以上", 12, "98.5%"),
        ("执行GB/T 9704标准", 3, "GB/T"),
        ("执行GB/T 9704标准", 6, " "),
        ("到XX镇走访××次", 1, "XX"),
        ("到XX镇走访××次", 7, "××"),
        ("学习不够。制度不严。", 4, "。"),
        ("学习不够。制度不严。", 5, "制度"),
        ("学习不够。制度不严。", 10, "。"),
        ("他说：“好。”我说", 6, "”"),
        ("１２３号楼", 0, "１２３"),
        ("住在𠮷祥里", 2, "𠮷"),
        ("", 0, ""),
    ],
)
def test_word_at(words, paragraph, position, word):
    assert words.word_at(paragraph, position).of(paragraph) == word


def test_own_words_count_whole(words):
    text = "智慧住房平台上线，×县12345热线办结"
    assert words.word_at(text, 2).of(text) == "住房"
    assert words.word_at(text, 2, {"智慧住房"}).of(text) == "智慧住房"
    assert words.word_at(text, 4, {"智慧住房"}).of(text) == "平台"
    assert words.word_at(text, 13, {"×县12345热线", ""}).of(text) == "×县12345热线"
    assert words.word_at("带头人", 0, {"带头"}) == (0, 3)  # part of a longer word is no word


def test_a_sentence_without_end_is_cut_where_it_is_read(words):
    text = "理论学习，民主生活会，" * 1000
    asked = []
    words._tokenizer.lcut, lcut = lambda run: asked.append(run) or lcut(run), words._tokenizer.lcut
    try:
        assert words.word_at(text, 5 * 1100 + 2).of(text) == "学习"
        assert words.word_at(text, 5 * 1100 + 7).of(text) == "民主生活会"
    finally:
        del words._tokenizer.lcut
    assert len(asked) < 100


def test_words_cover_a_paragraph_without_gap(words, finished_sample):
    for paragraph in filter(None, (finished_sample + "\n" + INVENTED).split("\n")):
        at = 0
        while at < len(paragraph):
            span = words.word_at(paragraph, at)
            assert span.start == at < span.end
            assert {words.word_at(paragraph, inside) for inside in range(*span)} == {span}
            at = span.end


def test_stops_are_the_same_both_ways(words, finished_sample):
    for paragraph in filter(None, (finished_sample + "\n" + INVENTED).split("\n")):
        there, back = [0], [len(paragraph)]
        while there[-1] < len(paragraph):
            there.append(words.next_stop(paragraph, there[-1]))
        while back[-1] > 0:
            back.append(words.previous_stop(paragraph, back[-1]))
        assert there == back[::-1]


def test_blanks_are_stepped_over(words):
    text = "张三  李四"
    assert words.next_stop(text, 0) == 4
    assert words.previous_stop(text, 4) == 0
    assert words.previous_stop(text, 3) == 0
    assert words.next_stop("结尾 ", 0) == 3


def test_before_it_is_loaded_a_word_is_a_run():
    words, text = Words(), "认真学习2025年文件，见GB/T 9704。"
    assert not words.loaded
    assert cut(words, text) == ["认真学习", "2025", "年文件", "，", "见", "GB/T", " ", "9704", "。"]
    assert words.word_at(text, 1).of(text) == "认真学习"
    assert words.next_stop(text, 0) == 4


def test_terms_are_worth_listing(words):
    """What the list of words knows already would be said twice."""
    assert len(words._terms) == len(set(words._terms))
    for term in words._terms:
        assert len(words.segment(term)) > 1, term
        assert words.word_at(f"，{term}。", 1).of(f"，{term}。") == term


def test_the_package_brings_its_list():
    spec = find_spec("jieba")
    assert spec
    assert spec.origin
    assert Path(spec.origin).with_name("dict.txt").stat().st_size > 4_000_000
