from dataclasses import replace

from assistant.facts import gathering
from assistant.facts.last_year import answering, unsaid_rows
from assistant.facts.last_year.earlier_material import Row
from assistant.text import apply

ROWS = (
    Row("理论学习不够经常", ("每周自学理论",)),
    Row("走访困难群众少", ("每季度走访",)),
    Row("讲话长", ("不超过十分钟",)),
)
TITLE = "2025年度民主生活会个人对照检查材料\n"


def filled(text, template, listed=ROWS):
    facts = gathering.gather(text, template)
    material = facts.materials[0]
    answers = answering.answers(facts, material, listed)
    edits = unsaid_rows.edits(facts, material, unsaid_rows.of(answers))
    return apply(text, (*edits, *unsaid_rows.filling(text, answers)))


def test_only_what_is_said_nowhere_is_added_and_counted_on(individual_2025):
    text = (
        f"{TITLE}一、2024年度民主生活会整改措施落实情况\n1.理论学习不够经常的问题，今年自学41次。\n"
        "2.关于“走访困难群众少”的问题。【完成情况】\n\n二、存在的突出问题\n有。\n"
    )

    assert filled(text, individual_2025) == text.replace(
        "【完成情况】\n", "【完成情况】\n3.关于“讲话长”的问题。当时提出“不超过十分钟”。【完成情况】\n"
    )


def test_the_heading_comes_too_where_it_is_missing(individual_2025):
    text = f"{TITLE}一、存在的突出问题\n有。\n二、原因剖析\n有。\n"
    done = filled(text, individual_2025)

    assert done.startswith(
        f"{TITLE}一、2024年度民主生活会整改措施落实情况\n1.关于“理论学习不够经常”的问题。当时提出“每周自学理论”。【完成情况】\n2."
    )
    assert "【完成情况】\n二、存在的突出问题\n有。\n三、原因剖析\n" in done
    assert filled(done, individual_2025) == done


def test_what_the_list_tells_takes_the_place_of_what_is_to_fill(individual_2025):
    """Once, and nothing that the writer has written is changed; what stands nowhere comes at the end, in the same step."""
    told = ("自学41次", "去了6户", "")
    listed = tuple(replace(row, done=done) for row, done in zip(ROWS, told, strict=True))
    head = f"{TITLE}一、2024年度民主生活会整改措施落实情况\n1.理论学习不够经常的问题，已学完。\n"
    text = f"{head}2.关于“走访困难群众少”的问题。当时提出“每季度走访”。【完成情况】\n\n二、存在的突出问题\n有。\n"
    written = filled(text, individual_2025, listed)

    assert written == (
        f"{head}2.关于“走访困难群众少”的问题。当时提出“每季度走访”。去了6户。\n"
        "3.关于“讲话长”的问题。当时提出“不超过十分钟”。【完成情况】\n\n二、存在的突出问题\n有。\n"
    )
    assert filled(written, individual_2025, listed) == written


def test_a_paragraph_for_several_rows_keeps_its_place_to_fill(individual_2025):
    told = "关于“理论学习不够经常”“走访困难群众少”这2个问题。【完成情况】\n"
    text = f"{TITLE}一、2024年度民主生活会整改措施落实情况\n{told}\n二、存在的突出问题\n有。\n"
    listed = (replace(ROWS[0], done="自学41次"), ROWS[1])
    written = filled(text, individual_2025, listed)

    assert written == text.replace("【", "自学41次。【")
    assert filled(written, individual_2025, listed) == written
