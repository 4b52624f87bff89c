"""By which words the text of one kind of unit is known from the others': 患者 of a hospital, 师生 of a school, 车间主任 of a firm."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from assistant.facts import writer
from assistant.facts.facts import Facts
from assistant.facts.material_facts import MaterialFacts
from assistant.facts.sought import Sought
from assistant.language.sentences import sentence_at
from assistant.patterns import compiled_later
from assistant.text import Span
from assistant.text_memory import remembered


class _Words(NamedTuple):
    """What the texts of one kind of unit speak of: a pattern, and the words of which one stands wherever it does."""

    pattern: str
    cues: tuple[str, ...]


def _anywhere(words: str) -> _Words:
    return _Words(words, tuple(words.split("|")))


_OF_HOSPITALS = _anywhere("患者|病人|门诊|病房|病历|住院部|医护|查房|处方|手术台|主治医师|诊疗")
_OF_SCHOOLS = _anywhere(
    "师生|学生家长|学生和家长|对学生|家长会|监考|期末考|教职工|课堂教学|教学楼|班主任|义务教育|职业教育|校园安全|课后服务|升学率"
)
_ROOM_NAMES = "教务处|教务科|政教处|德育处|教研组|年级组|备课组|医务科|护理部|药剂科|住院部|门诊部"
# Only who is in that house hands on to them
_ROOMS = _Words(
    f"(?:(?<=[转送交]给)|(?<=[交由请报经])|(?<=安排)|(?<=会同)|(?<=组织)|(?<=要求))(?:{_ROOM_NAMES})",
    tuple(_ROOM_NAMES.split("|")),
)
_FIRM_POSTS = "车间主任|班组长|厂长|财务总监|董事会|董事长|总经理"
# Whom one asks or reports to is of one's own unit
_AT_A_FIRM = _Words(f"(?<=[请由报送交])(?:本?公司)?(?:{_FIRM_POSTS})", tuple(_FIRM_POSTS.split("|")))


def _of_others(*theirs: _Words) -> Sought:
    return Sought([cue for each in theirs for cue in each.cues], "|".join(each.pattern for each in theirs))


# The first kind that a unit's name fits, and what its text does not speak of
_THEIRS = (
    (
        compiled_later("医院|卫生院|卫健|疾控|妇幼|卫生服务中心|卫生室"),
        _of_others(_OF_SCHOOLS, _AT_A_FIRM),
    ),
    (compiled_later("学校|小学|中学|幼儿园|教育局"), _of_others(_OF_HOSPITALS, _AT_A_FIRM)),
    (
        compiled_later("公司|集团|供热|供电|燃气|烟草|粮食|银行"),
        _of_others(_OF_SCHOOLS, _OF_HOSPITALS),
    ),
    (
        compiled_later(
            "法院|检察院|水务|税务|交通|住房|住建|图书馆|市场监督|市场监管|统计|档案|审计|财政|林业|应急管理"
            "|自然资源|生态环境"
        ),
        _of_others(_OF_SCHOOLS, _OF_HOSPITALS, _AT_A_FIRM, _ROOMS),
    ),
    (compiled_later("镇|乡|街道|村|社区|局|委|办公室|中心"), _of_others(_AT_A_FIRM, _ROOMS)),
)
_FEW = 2  # times: what a text speaks of more often is its own matter
# Whose office looks after schools and hospitals speaks of them
_IS_SEEN_TO = compiled_later("(?:学校|校园|幼儿园|医院)(?:食堂|周边|门口|建设|项目)|抽查|抽检|执法|检查(?!材料)")


def of_other_kinds(facts: Facts, material: MaterialFacts) -> Iterator[tuple[Span, str]]:
    """Yield what only the texts of another kind of unit speak of, and the writer's unit as the head names it.

    Nothing is yielded of a unit of no known kind, nor of what the text speaks of more than a few times.
    """
    own = writer.home(facts, material).unit
    theirs = _words_of_others(own)
    found = list(theirs.between(facts, material.outline.front_end, material.outline.end)) if theirs else []
    for start, match in found if len(found) <= _FEW else ():
        if not _IS_SEEN_TO.search(sentence_at(facts.text, start + match.start()).of(facts.text)):
            yield Span(*match.span()).shifted(start), own


@remembered(16)  # after a key the unit is the same
def _words_of_others(unit: str) -> Sought | None:
    return next((theirs for kind, theirs in _THEIRS if kind.search(unit)), None)
