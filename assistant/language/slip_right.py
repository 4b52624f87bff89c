"""What is right though the counts doubt it: turns that make words of their own, and the words of resources/slips/right.toml."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from assistant import paths, strict_toml
from assistant.language.multi_pattern import MultiPattern
from assistant.patterns import compiled_later
from assistant.text import Span

# What is said so, be it never counted; what has all its words fixed stands in resources/slips/right.toml
_TURN = compiled_later(
    "([一-龥])[一了不没是]\\1"  # 「转一转」, 「看了看」, 「好不好」, 「一是一」
    "|一[一-龥]了之|一[一-龥]到底|东([一-龥])\\2?、?西[一-龥]{1,2}"  # 「一转了之」, 「东抄抄、西摘摘」
    "|以[一-龥]代[一-龥]|靠[一-龥]吃[一-龥]饭?|逐[一-龥]逐[一-龥]|各[一-龥]各的[一-龥]?"  # 「逐段逐句」, 「各唱各的曲」
    "|[失有负][一-龥]之[责过嫌虞]|[上下进出回过起]不[来去]"  # 「失管之责」, 「水上不来」
    "|[拿捧端举提抬扛挑搬翻捡背]起[一-龥]"  # 「拿起书」
    "|[已曾未]与(?=[0-9]+[多余]?[个家名户所位])|(?<!一)只[一-龥](?=[一二两三四五六七八九十半几0-9])"  # 「已与12户」, 「只报3」
    "|(?<=[0-9])[条件户项]里(?!面)|(?<=[样课成书标剧副文])本只"  # 「18条里」, 「课本只」
    "|[这那]事(?=[我他她没不就还])|有只(?=[求重顾讲看抓图管想凭靠])"  # 「这事我」, 「有只求」
    "|补得(?!不[^上了齐清全完足及快够准细实牢]|[有以超擅违私利少低高])|检查[粗细松严紧偏](?=[，。；、])"  # 「补得完」, 「检查粗」
    "|[牵带领起出点摇]的头(?=[，。；、]|是|就)"  # 「别人牵的头」
    "|([我你他她谁])\\3(?=[就不也都还才没])"  # 「喊我我就」
    "|(?<=[，。；、：.．）])[一-龥]得[快慢深浅紧松实虚早晚急](?=[，。；])"  # 「传得快，化得慢」
    "|(?<=[一-龥]{2})成了(?=[一-龥])|(?<=[，；。])已(?=单独|另行|分别|如实)"  # 「谈话成了善后」
    "|(?<=[，；。])[饭菜茶酒烟](?:[回在到去]|不[接收碰沾])|[己人他我的图换落讨好]人缘|[表账件稿文单票]先(?=过|看|送|审|报|填|签)"  # 「饭回食堂吃」
)


@dataclass(frozen=True, slots=True)
class RightWords:
    """A file of words that are right though the counts doubt them."""

    format: int
    source: str
    words: tuple[str, ...]


@cache
def _right_words() -> MultiPattern:
    path = paths.resources() / "slips" / "right.toml"
    return MultiPattern(strict_toml.load(RightWords, path.read_text("utf-8"), path.name).words)


def places(paragraph: str) -> list[Span]:
    """Give where a paragraph has a turn or a word that is right."""
    found = [Span(at, at + len(word)) for at, word in _right_words().find(paragraph)]
    return [*found, *(Span(*match.span()) for match in _TURN.finditer(paragraph))]
