from assistant.draft import TemplateChoice
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
