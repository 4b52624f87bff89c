from dataclasses import replace

from assistant import proposal, requirements
from assistant.decisions import Profile
from assistant.draft import TemplateChoice
from assistant.text import Edit
from assistant.ui.new_material_dialog import Wish
from assistant.ui.notes import NotesDialog, all_notes


def test_notes_are_found_again_even_under_other_requirements(sample, qtbot):
    deeds = sample.guidance.deeds
    fact = sample.guidance.analyser.material.part("loyalty")
    item = sample.guidance.analyser.material.items(fact)[0]
    deeds.write_note(item.key, "三月那次专题会")
    material = sample.guidance.analyser.up_to_date()
    dialog = NotesDialog(None, material)
    qtbot.addWidget(dialog)

    assert [(note.part, note.ask, note.text) for note in all_notes(material)] == [
        ("loyalty", item.question.ask, "三月那次专题会")
    ]
    dialog._search.setText("四月")
    assert dialog.shown() == []
    dialog._search.setText("专题会")
    assert dialog.shown() == ["三月那次专题会"]

    choices = sample.session.choices
    sample.session.show_choices(choices._replace(template=TemplateChoice("2021-democratic-individual")))
    (note,) = all_notes(sample.guidance.analyser.up_to_date())
    assert (note.part, note.ask, note.text) == ("", item.question.ask, "三月那次专题会")
    assert "不在现在的本次要求里" in note.where


def test_a_note_leads_to_its_part(sample):
    sample.guidance.deeds.write_note("duty/" + "x", "无主")
    sample.guidance._go_to_part("party_spirit")

    assert sample.editor.text[sample.editor.caret :].startswith("（二）带头固本培元")


def test_a_note_leads_to_where_its_part_belongs(sample):
    text = sample.editor.text
    start = text.index("（二）带头固本培元")
    end = text.index("（三）带头敬畏")
    sample.editor.apply([Edit(start, end, "")], "删")
    sample.guidance._go_to_part("party_spirit")

    assert sample.editor.caret == start
    assert sample.bars.messages() == ["文中还没有「固本培元、增强党性」，光标停在它该在的地方。"]
    sample.bars.choose("插入标题")
    assert "（二）带头固本培元、增强党性方面\n" in sample.editor.text


def test_notes_go_along_when_requirements_are_exchanged(sample, answers):
    deeds = sample.guidance.deeds
    fact = sample.guidance.analyser.material.part("loyalty")
    item = sample.guidance.analyser.material.items(fact)[0]
    deeds.write_note(item.key, "找办公室对账")
    file = proposal.copy(requirements.shipped_file("2025-democratic"))
    aspects = (replace(file.aspects[0], id="first"), *file.aspects[1:])
    requirements.keep(replace(file, id="2025-notice", aspects=aspects))
    entry = next(each for each in requirements.entries() if each.id == "2025-notice-individual")
    answers.wish = Wish(entry.load(), entry.choice(), Profile(), None)
    deeds.exchange_requirements()
    material = sample.guidance.analyser.up_to_date()

    assert [(note.part, note.text) for note in all_notes(material)] == [("first", "找办公室对账")]
    assert sample.session.choices.decisions.notes[item.key] == "找办公室对账"
