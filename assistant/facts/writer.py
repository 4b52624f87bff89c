"""Who writes a material: his name, posts, unit and places, from the user's own settings, else from title and name lines.

What the checks of 人称与署名 ask about the writer, they ask this: what it does not name is, where only his own could stand,
another's.
"""

from __future__ import annotations

from typing import NamedTuple

from assistant.decisions import Profile
from assistant.facts import lines_of_work, name_lines
from assistant.facts.facts import Facts
from assistant.facts.lines_of_work import Line
from assistant.facts.material_facts import MaterialFacts
from assistant.language import units
from assistant.patterns import compiled_later
from assistant.text_memory import remembered

_POST = compiled_later(
    "第一书记|副?(?:书记|主任|[市县区州镇乡村局厅处科股所院校部行站队组社厂馆园台团庭]长|检察长|主席|总?经理|董事长|委员|主管|调研员|秘书长|校长|政委|教导员|指导员|护士长|总监)"
    "|工程师|民警|科员|办事员|护士(?!长)|医师|教师|讲师|会计|网格员|技术员"
)
# Of which Party body a 书记 is by what stands before him: 「农村水利处党支部书记」
_IN_THE_BRANCH = compiled_later("支部|总支|支委")
_OF_LEADERS = compiled_later("党组|党委|工委|[省市县区州旗](?:委|党委)$")
_BESIDES = compiled_later("机关党委|直属党委|纪委|团委|工会")

_RANKS = "市县区旗州镇乡"
# 「澄河县水利局」, 「中共澄河县委」: places as the head of a material names them, from the highest down
_PLACES = compiled_later(
    f"(?:^|(?<=[ 　\\n省{_RANKS}])|(?<=中共)|(?<=国网)|(?<=中国))(?!中共|国网|中国)(?P<place>[一-龥]{{2,4}}?)(?P<rank>[{_RANKS}]|街道)(?=[^域里长场管划级直属属]|$)"
)
NO_PLACE = compiled_later("开发|高新|经开|新区|工业|示范|保税|中共|某|全[省市县]|本[市县]|城$|[的和与年度会关于]")

_TRADE_NAMES = ("工程师", "民警", "科员", "办事员", "护士", "医师", "教师", "讲师", "会计", "网格员", "技术员")
_NO_HEAD = ("委员", "主管", "调研员", "秘书长", "经理", *_TRADE_NAMES)


class Writer(NamedTuple):
    """Post and name as the text or the settings give them; `head` is all that stands with the name, unit and post."""

    head: str
    name: str

    @property
    def post(self) -> str:
        """The posts at the end of the head: 「党组成员、副局长」; "" where none is known."""
        return _posts(self.head)

    @property
    def is_in_a_post(self) -> bool:
        """Whether a post is known that is more than a trade: 工程师, 民警."""
        return any(post not in _TRADE_NAMES for post in self.post.split("、") if post)

    @property
    def is_first(self) -> bool:
        """Whether one of the posts is that of a head: 局长, 党委书记; not 副局长, 委员."""
        return any(not post.startswith("副") and not post.endswith(_NO_HEAD) for post in self.post.split("、") if post)

    @property
    def tells_all(self) -> bool:
        """Whether no other post is to be thought of: who signs as 书记 of a branch alone has one that he does not tell."""
        in_the_branch = _IN_THE_BRANCH.search(self.head) and not self._is_a_leaders
        return not in_the_branch or any(not post.endswith(("书记", "委员")) for post in self.post.split("、") if post)

    @property
    def _is_a_leaders(self) -> bool:
        return _OF_LEADERS.search(_BESIDES.sub("", self.head)) is not None

    def may_be_of(self, body: str) -> bool:
        """Tell whether he may be 书记 or a member of a Party body: who is of a branch and a house, or works in his trade, is none of the 党组's."""
        if not _OF_LEADERS.search(body) or _BESIDES.search(body) or _IN_THE_BRANCH.search(body):
            return True
        if self._is_a_leaders or not self.post:
            return True
        return self.is_in_a_post and not (_IN_THE_BRANCH.search(self.head) and self.tells_all)


@remembered(16)  # after a key the same lines stand there
def _posts(head: str) -> str:
    return "、".join([match[0] for match in _POST.finditer(head)])


class Home(NamedTuple):
    """Where the writer is at home.

    `unit` is his unit, `head` all lines that tell whose text it is, `kinds` what the people of his unit may call it (局, 院),
    `lines` the lines of work it is of, `places` those that these lines name, each with its rank.
    """

    unit: str
    head: str
    kinds: frozenset[str]
    lines: tuple[Line, ...]
    places: dict[str, str]


def home(facts: Facts, material: MaterialFacts) -> Home:
    """Describe where the writer is at home, as far as title, name lines and settings tell."""
    return facts.once(_home, material)


def _home(facts: Facts, material: MaterialFacts) -> Home:
    lines = head(facts, material)
    named, kinds = units.own_names(lines)
    own = unit(facts, material)
    places = {at["place"]: at["rank"] for at in _PLACES.finditer(lines) if not NO_PLACE.search(at["place"])}
    return Home(own or named, lines, kinds, lines_of_work.of_unit(own or named), places)


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
