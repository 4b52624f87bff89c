from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from assistant.decisions import Profile
from assistant.files import own_shelf, shipped_shelf, template_shelf
from assistant.files.draft import TemplateChoice
from assistant.templates import own_template
from assistant.text import Edit
from assistant.ui.dialogs.new_material import NewMaterial
from assistant.ui.dialogs.notes import NotesDialog, all_notes


def test_notes_are_found_again_even_under_other_template(sample, qtbot):
    deciding = sample.wiring.deciding
    fact = sample.wiring.analyser.material.part("loyalty")
    item = sample.wiring.analyser.material.items(fact)[0]
    deciding.write_note(item.key, "三月那次专题会")
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
    assert "本次要求中已无此提问" in note.where


def test_a_note_leads_to_its_part(sample):
    sample.wiring.deciding.write_note("duty/" + "x", "无主")
    sample.wiring.text_windows._go_to_part("party_spirit")

    assert sample.editor.text[sample.editor.caret :].startswith("（二）带头固本培元")


def test_a_note_leads_to_where_its_part_belongs(sample):
    text = sample.editor.text
    start = text.index("（二）带头固本培元")
    end = text.index("（三）带头敬畏")
    sample.editor.apply([Edit(start, end, "")], "删")
    sample.wiring.text_windows._go_to_part("party_spirit")

    assert sample.editor.caret == start
    assert sample.bars.messages() == ["文中还没有“固本培元、增强党性”，光标已移到应写的位置。"]
    sample.bars.choose("插入标题")
    assert "（二）带头固本培元、增强党性方面\n" in sample.editor.text


def test_notes_go_along_when_template_are_exchanged(sample, answers):
    deciding = sample.wiring.deciding
    fact = sample.wiring.analyser.material.part("loyalty")
    item = sample.wiring.analyser.material.items(fact)[0]
    deciding.write_note(item.key, "找办公室对账")
    file = own_template.copy(shipped_shelf.read("2025-democratic"))
    aspects = (replace(file.aspects[0], id="first"), *file.aspects[1:])
    own_shelf.keep(replace(file, id="2025-notice", aspects=aspects))
    entry = next(each for each in template_shelf.entries() if each.id == "2025-notice-individual")
    answers.wish = NewMaterial(entry.load(), entry.choice(), Profile(), None)
    sample.wiring.exchange.choose()
    material = sample.wiring.analyser.up_to_date()

    assert [(note.part, note.text) for note in all_notes(material)] == [("first", "找办公室对账")]
    assert sample.session.choices.decisions.notes[item.key] == "找办公室对账"


def test_a_note_is_put_into_the_text_from_the_list_and_stays(sample, qtbot):
    actions, deciding = sample.wiring.actions, sample.wiring.deciding
    fact = sample.wiring.analyser.material.part("loyalty")
    item = sample.wiring.analyser.material.items(fact)[0]
    deciding.write_note(item.key, "三月那次专题会没有发言。")
    sample.editor.go_to(0)
    before = sample.editor.text
    dialog = NotesDialog(None, sample.wiring.analyser.up_to_date())
    qtbot.addWidget(dialog)
    dialog.into_text.connect(actions.insert_note)
    assert not dialog._insert.isEnabled()
    dialog._list.setCurrentItem(dialog._list.topLevelItem(0))
    dialog._insert.click()
    text = sample.editor.text
    assert "三月那次专题会没有发言。\n（二）带头固本培元" in text
    assert sample.session.choices.decisions.notes[item.key]
    sample.history.undo()
    assert sample.editor.text == before


def test_a_note_is_saved_or_put_where_the_caret_is_by_buttons_that_keys_reach(sample, qtbot):
    sample.show()
    text = sample.editor.text
    place = text.index("\n", text.index("（二）带头固本培元") + 30)
    sample.editor.go_to(place - 2)
    sample.wiring.analyser.analyse_now()
    side = sample.wiring.side
    side._note.open(next(iter(side._cards.items.values())))
    side._note._edit.setPlainText("夏天的读书会只去了一次。")
    qtbot.keyClick(side._note._edit, Qt.Key.Key_Tab)
    button = sample.focusWidget()
    assert button.text() == "写进正文"
    assert side._note.isVisible()
    qtbot.keyClick(button, Qt.Key.Key_Space)
    assert sample.editor.text[place : place + 13] == "\n夏天的读书会只去了一次。"
    assert not side._note.isVisible()
    side._note.open(next(iter(side._cards.items.values())))
    side._note._edit.setPlainText("另一句")
    save = next(each for each in side._note.findChildren(QPushButton) if each.text() == "保存")
    save.click()
    assert "另一句" in sample.session.choices.decisions.notes.values()
    assert "另一句" not in sample.editor.text
