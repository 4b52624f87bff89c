"""All shipped files load, and template, outline, rules and Word agree with each other for every one of them."""

import re

import pytest

from assistant import insertion, paths, requirements
from assistant.facts import State
from assistant.material import analyse
from assistant.readers import docx as reader
from assistant.template import Need
from assistant.writers import docx as writer

TEMPLATES = requirements.shipped()


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda template: template.id)
def test_a_fresh_material_matches_its_own_template(template):
    """The closing property: it has nothing to find but that it is not written, and comes back from Word unchanged."""
    text = insertion.fresh(template)
    material = analyse(text, template)

    assert {finding.rule for finding in material.findings} == {"empty_section"}
    assert material.facts.placeholders == ()
    expected = [part.id for part, _ in template.all_parts()]
    assert [fact.part.id for fact in material.parts] == expected
    assert {fact.state for fact in material.parts} == {State.EMPTY}
    for fact in material.parts[1:]:
        assert [section.heading for section in fact.answer.sections] == [fact.part.heading]
    word = writer.write(text.removesuffix("\n"), requirements.layout("gb9704"))
    assert reader.read(word).text == text.removesuffix("\n")


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda template: template.id)
def test_template_is_complete(template):
    assert template.sources
    for part, parent in template.all_parts():
        assert part.hint, part.id
        assert len(part.hint) <= 40, part.hint
        assert "！" not in part.hint
        questions = [question.id for question in part.questions]
        assert len(questions) == len(set(questions)), part.id
        if parent and template.year and template.year >= 2020 and part.need is Need.REQUIRED:
            assert 5 <= len(questions) <= 9, part.id


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda template: template.id)
def test_questions_are_asked_well(template):
    """One scene each, answerable in a line; no slogans, no blame."""
    for frame in template.frames:
        for part in frame.aspects:
            for question in part.questions:
                assert 12 <= len(question.ask) <= 62, question.ask
                assert question.ask.endswith(("？", "。")), question.ask
                assert not re.search("是否深入|到位不到位|！", question.ask), question.ask


def test_ids_are_unique():
    ids = [entry.id for entry in requirements.entries()]

    assert len(ids) == len(set(ids))


def test_a_file_is_named_by_its_id():
    for path in paths.shipped("templates", "*.toml"):
        assert f'\nid = "{path.stem}"\n' in path.read_text("utf-8")


def test_layouts_hold_the_national_standard():
    standard = requirements.layout("gb9704")

    assert (standard.lines_per_page, standard.characters_per_line) == (22, 28)
    height_twips = (standard.page.height_mm - standard.page.top_mm - standard.page.bottom_mm) / 25.4 * 1440
    assert standard.line_twips * 22 <= height_twips < (standard.line_twips + 1) * 22
