from dataclasses import replace

from assistant.decisions import Profile
from assistant.files import template_shelf
from assistant.files.draft import TemplateChoice
from assistant.templates import own_template
from assistant.text import Edit
from assistant.ui.dialogs.new_material import NewMaterial
from assistant.ui.dialogs.notes import NotesDialog, all_notes


def test_notes_are_found_again_even_under_other_template(sample, qtbot):
    actions = sample.wiring.actions
    fact = sample.wiring.analyser.material.part("loyalty")
    item = sample.wiring.analyser.material.items(fact)[0]
    actions.write_note(item.key, "三月那次专题会")
    material = sample.wiring.analyser.up_to_date()
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
    (note,) = all_notes(sample.wiring.analyser.up_to_date())
    assert (note.part, note.ask, note.text) == ("", item.question.ask, "三月那次专题会")
    assert "不在现在的本次要求里" in note.where


def test_a_note_leads_to_its_part(sample):
    sample.wiring.actions.write_note("duty/" + "x", "无主")
    sample.wiring._go_to_part("party_spirit")

    assert sample.editor.text[sample.editor.caret :].startswith("（二）带头固本培元")


def test_a_note_leads_to_where_its_part_belongs(sample):
    text = sample.editor.text
    start = text.index("（二）带头固本培元")
    end = text.index("（三）带头敬畏")
    sample.editor.apply([Edit(start, end, "")], "删")
    sample.wiring._go_to_part("party_spirit")

    assert sample.editor.caret == start
    assert sample.bars.messages() == ["文中还没有「固本培元、增强党性」，光标停在它该在的地方。"]
    sample.bars.choose("插入标题")
    assert "（二）带头固本培元、增强党性方面\n" in sample.editor.text


def test_notes_go_along_when_template_are_exchanged(sample, answers):
    actions = sample.wiring.actions
    fact = sample.wiring.analyser.material.part("loyalty")
    item = sample.wiring.analyser.material.items(fact)[0]
    actions.write_note(item.key, "找办公室对账")
    file = own_template.copy(template_shelf.shipped_file("2025-democratic"))
    aspects = (replace(file.aspects[0], id="first"), *file.aspects[1:])
    template_shelf.keep(replace(file, id="2025-notice", aspects=aspects))
    entry = next(each for each in template_shelf.entries() if each.id == "2025-notice-individual")
    answers.wish = NewMaterial(entry.load(), entry.choice(), Profile(), None)
    actions.exchange_template()
    material = sample.wiring.analyser.up_to_date()

    assert [(note.part, note.text) for note in all_notes(material)] == [("first", "找办公室对账")]
    assert sample.session.choices.decisions.notes[item.key] == "找办公室对账"
