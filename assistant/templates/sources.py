"""What kind of place a source of shipped templates is, and how it is told: by number and kind, never by address.

The addresses stay in the files, to be looked up again. Many texts were found only where others had copied them to; what
rests on such places alone is called usual practice (`Certainty.MEMORY`), which a test holds the shipped files to.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum

from assistant.patterns import compiled_later

_HOST = compiled_later("https?://([^/:]+)")


class SourceKind(Enum):
    GOVERNMENT = "government"
    SCHOOL = "school"  # universities, schools, academies
    PRESS = "press"
    COPY = "copy"  # the text stands there, but the domain is another's, or whose it is cannot be told
    SAMPLES = "samples"  # sites of sample texts and of exam courses
    DOCUMENT = "document"  # a document of the Party, named
    DESCRIBED = "described"  # told in words: a report of the agency, public materials, the notice

    @property
    def reliable(self) -> bool:
        """Whether it can stand for what is said."""
        return self not in (SourceKind.COPY, SourceKind.SAMPLES)


_DOMAINS = {
    SourceKind.GOVERNMENT: ("gov.cn",),
    SourceKind.SCHOOL: ("edu.cn", "hbu.cn", "xhedu.sh.cn", "czedu.cn", "caas.net.cn"),
    SourceKind.PRESS: (
        *("news.cn", "people.com.cn", "chinadaily.com.cn", "rednet.cn"),
        *("yanews.cn", "ndnews.cn", "xjrb.com", "crec.joyhua.cn"),
    ),
    SourceKind.SAMPLES: ("dawenge.com", "laowenbi.com", "ktvzpbj.com", "huatu.com"),
    SourceKind.COPY: (
        *("wakesea.com", "syxqht.com", "spwnfw.com", "investchn.com", "lfdjt.com", "sxfhtxs.com", "zhanhuei.com"),
        *("xzgdsf.com", "yxdsfc.com", "tiho88.cn", "zhonghuiplc.com", "cqybh2011.com", "lyrickcorp.com"),
        *("billyjoesbistro.com", "tynfs.cn", "thesemireformednerd.com", "gujingglobal.com", "simplymmj.com"),
        *("hnslxg.cn", "ahdss.com", "ccutchi.com"),
    ),
}


def kind_of(source: str) -> SourceKind | None:
    """Tell what kind of place a source is; None where its domain is not known."""
    if "://" not in source:
        return SourceKind.DOCUMENT if source.startswith("《") else SourceKind.DESCRIBED
    address = _HOST.match(source)
    host = f".{address[1]}" if address else ""
    return next(
        (kind for kind, domains in _DOMAINS.items() if any(host.endswith(f".{domain}") for domain in domains)), None
    )


def told(sources: Sequence[str]) -> str:
    """Say in one line where a template comes from: 「来源：公开报道3处（其中政府、高校网站2处）」; "" for nothing."""
    kinds = [(source, kind_of(source)) for source in sources]
    named = [source for source, kind in kinds if kind in (SourceKind.DOCUMENT, SourceKind.DESCRIBED)]
    reports = [kind for _, kind in kinds if kind not in (SourceKind.DOCUMENT, SourceKind.DESCRIBED, SourceKind.SAMPLES)]
    official = sum(kind in (SourceKind.GOVERNMENT, SourceKind.SCHOOL) for kind in reports)
    press = reports.count(SourceKind.PRESS)
    if official:
        named.append(f"公开报道{len(reports)}处（其中政府、高校网站{official}处）")
    elif press:
        named.append(f"公开报道{len(reports)}处（其中媒体网站{press}处）")
    elif len(named) < len(sources):
        named.append(f"网上转载的材料{len(sources) - len(named)}处")
    return f"来源：{'；'.join(named)}" if named else ""
