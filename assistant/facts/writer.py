"""Who writes a material: from the user's own settings, else from its name lines."""

from __future__ import annotations

from typing import NamedTuple

from assistant.decisions import Profile
from assistant.facts import name_lines
from assistant.facts.facts import Facts
from assistant.facts.material_facts import MaterialFacts
from assistant.patterns import compiled_later
from assistant.text_memory import remembered

_POST = compiled_later(
    "副?(?:书记|主任|[市县区州镇乡村局厅处科股所院校部行站队组社厂馆园台团]长|主席|总?经理|董事长|委员|主管|调研员|秘书长|校长)"
)

_NO_HEAD = ("委员", "主管", "调研员", "秘书长", "经理")


class Writer(NamedTuple):
    """Post and name as the text or the settings give them; `head` is all that stands with the name, unit and post."""

    head: str
    name: str

    @property
    def post(self) -> str:
        """The posts at the end of the head: 「党组成员、副局长」; "" where none is known."""
        return _posts(self.head)

    @property
    def is_first(self) -> bool:
        """Whether one of the posts is that of a head: 局长, 党委书记; not 副局长, 委员."""
        return any(not post.startswith("副") and not post.endswith(_NO_HEAD) for post in self.post.split("、") if post)


@remembered(16)  # after a key the same lines stand there
def _posts(head: str) -> str:
    return "、".join([match[0] for match in _POST.finditer(head)])


def of(facts: Facts, material: MaterialFacts) -> Writer:
    """Tell who writes; both are empty where nothing tells it."""
    profile = facts.profile
    written = signed(facts, material)
    head = f"{profile.unit}{profile.post}" if profile.post else written.head
    return Writer(head, profile.name.strip() or written.name)


def unit(facts: Facts, material: MaterialFacts) -> str:
    """Give the writer's unit: as it was filled in, else as the name lines tell it; "" where neither does."""
    return facts.profile.unit.strip() or facts.once(_in_lines, material).unit


def unit_is_from(facts: Facts) -> str:
    """Say where the writer's unit is known from, as a finding goes on to name it."""
    return "新建材料时填写的单位是" if facts.profile.unit.strip() else "署名或标题里的单位是"


def head(facts: Facts, material: MaterialFacts) -> str:
    """Give what tells whose text it is, a line each: the unit, the title, the name lines."""
    return facts.once(_head, material)


def _head(facts: Facts, material: MaterialFacts) -> str:
    outline = material.outline
    return "\n".join((unit(facts, material), outline.title or "", outline.byline_span.of(facts.text)))


def signed(facts: Facts, material: MaterialFacts) -> Writer:
    """Tell who the name lines say that writes, whatever the settings say."""
    return facts.once(_signed, material)


def _signed(facts: Facts, material: MaterialFacts) -> Writer:
    found = facts.once(_in_lines, material)
    return Writer(f"{found.unit}{found.post}", found.name)


def _in_lines(facts: Facts, material: MaterialFacts) -> Profile:
    return name_lines.of(facts.text, material.outline)
