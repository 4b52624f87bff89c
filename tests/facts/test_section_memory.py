"""What is made of sections is made again only where something changed in or beside them, and is then what it would be anew."""

from random import Random

from assistant.facts.gathering import gather
from assistant.facts.paragraph_facts import remembering
from assistant.text import canonical

TEXT = "一、问题\n（一）学习方面\n学得浅。\n读得少。\n（二）担当方面\n怕难。\n绕着走。\n二、原因\n松了。\n三、措施\n补上。\n"


class Writing:
    """Texts that follow each other; tells of which sections a function was asked in the last of them."""

    def __init__(self, make):
        self._make, self._observe, self._columns, self._asked = make, remembering(), None, []

    def asked_after(self, text):
        self._asked.clear()
        facts = gather(text, None, observe=self._observe, before=self._columns)
        self._columns = facts.columns
        for section in facts.outline.walk():
            assert facts.of_section(self._remembered, section) == self._make(facts, section)
        return list(self._asked)

    def _remembered(self, facts, section):
        self._asked.append(section.heading)
        return self._make(facts, section)


def said(facts, section):
    return facts.text[section.start : section.end]


def in_case(facts, section):
    return facts.in_case(section.heading_end)


def items_below(facts, section):
    return [(each.start - section.start, each.heading) for each in section.children]


def test_only_of_what_changed_and_what_stands_beside_it_is_asked_again():
    writing = Writing(said)
    assert writing.asked_after(TEXT) == ["问题", "学习方面", "担当方面", "原因", "措施"]
    assert writing.asked_after(TEXT) == []
    later = TEXT.replace("绕着走", "绕着难题走")
    assert writing.asked_after(later) == ["问题", "担当方面", "原因"]
    assert writing.asked_after(later.replace("学得浅。", "学得浅。\n用得少。")) == ["问题", "学习方面"]


def test_a_heading_above_that_speaks_of_a_case_asks_again():
    writing = Writing(in_case)
    lines = "一、问题\n说在前面。\n（一）学习方面\n学得浅。\n二、原因\n松了。\n"
    assert "学习方面" in writing.asked_after(lines)
    assert "学习方面" in writing.asked_after(lines.replace("一、问题", "一、案例"))


def test_a_section_that_is_cut_is_another():
    facts = gather(TEXT, None)
    whole = facts.outline.materials[0].sections[0]
    cut = whole._replace(end=whole.children[1].start, children=whole.children[:1])
    assert facts.of_section(said, whole).endswith("绕着走。\n")
    assert facts.of_section(said, cut).endswith("读得少。\n")


def test_what_is_remembered_is_what_it_would_be_anew_whatever_is_written():
    chooser = Random(9)
    writings = [Writing(make) for make in (said, in_case, items_below)]
    text = TEXT
    for _ in range(300):
        at = chooser.randrange(len(text) + 1)
        new = chooser.choice(["字", "\n", "（三）案例方面\n", "1.", "一是想。二是做。", "四、", "。", ""])
        text = canonical(text[:at] + new + text[at + chooser.choice([0, 0, 1, 3, 9]) :]) or TEXT
        for writing in writings:  # which of its sections are asked of is tested above; here that they are right
            writing.asked_after(text)
