"""Programmes known by themselves (Adipura, Proklim ...), contests in small letters, and years."""

import re

from awards.reading.marks import Mark
from awards.reading.text import Source

KNOWN = re.compile(
    r"\b(?:(?P<a>sertifikat adipura|plakat adipura|anugerah adipura|adipura|kalpataru|"
    r"adiwiyata(?: provinsi)?|"
    r"proklim|program kampung iklim(?: \(proklim\))?|kampung iklim(?: \(proklim\))?|"
    r"swasti saba|wahana tata nugraha|"
    r"(?:kota/kabupaten|kabupaten/kota|kota|kabupaten) layak anak(?: \(kla\))?|kla|"
    r"(?:anugerah )?parahita ekapraya(?: \(ape\))?|sakip|paritrana award|uhc awards?|"
    r"natamukti award|"
    r"nirwasita tantra|(?:indeks )?reformasi birokrasi)(?:\s+(?P<y>20\d\d))?)\b"
)
LOWER = re.compile(
    r"\b(?:lomba|kompetisi|kejuaraan|turnamen|kontes|festival|olimpiade|liga|seleksi|sayembara)"
    r"(?:\s+(?!bertajuk|bertema|diikuti|di[a-z]{5,}|me[mnr][a-z]{4,}|tingkat|pada|di|dari|yang|dan|dengan|untuk|se-|itu|ini|tersebut|dalam|oleh|antar|"
    r"kategori|"
    r"bidang|tahun|kali|melawan|setelah|usai|digelar|lewat|karena|sebagai|serupa|lain|bagi|"
    r"\d)[a-z0-9&'/-]+){1,4}"
)
YEAR = re.compile(
    r"\s*,?\s*(?:[ivx]{1,5}\s+)?(?:(?:kencana|pratama|madya|nindya|utama|lestari|mandiri|"
    r"wistara|wiwerda|padapa)\s+)?(?:(?:tingkat\s+)?(?:provinsi\s+)?"
    r"(?:jawa\s+\w+|jatim|indonesia|nasional|kota\s+\w+|"
    r"kabupaten\s+\w+)\s+)?\(?(?:tahun(?:\s+anggaran)?\s+|ta\s+)?((?:19|20)\d\d)\b\)?"
)


def find_programmes(source: Source, start: int, end: int, taken: list[Mark]) -> list[Mark]:
    """Return programmes and contests that need no capitals or trigger to be known."""
    found: list[Mark] = []

    def free(a: int, b: int) -> bool:
        return not any(m.start < b and a < m.end for m in [*taken, *found])

    for match in KNOWN.finditer(source.low, start, end):
        a, b = match.span("a")
        b = match.start("y") if match["y"] else b
        if (
            free(a, b)
            and (source.clean[a].isupper() or match["a"].startswith(("reformasi", "indeks")))
            and not source.low.endswith(("kim ", "tim "), 0, a)
        ):
            name = source.raw[a:b].strip()
            acronym = re.search(r"\((\w+)\)$", name)
            more = {"prize": True, "end": b}
            if acronym:
                more["abbreviation"], name = acronym[1], name[: acronym.start()].strip()
            mark = Mark("event", a, b, name, more)
            read_year(source, mark, b, end)
            found.append(mark)
    for match in LOWER.finditer(source.low, start, end):
        a, b = match.span()
        if (
            free(a, b)
            and (source.clean[a].islower() or a == start)
            and source.clean[a:b].split()[1][0].islower()
        ):
            found.append(Mark("event", a, b, source.raw[a:b], {"weak": True, "prize": False}))
    return found


def read_year(source: Source, mark: Mark, place: int, end: int) -> None:
    """Note the year that follows an event's name, and where it stands."""
    year = YEAR.match(source.low, place, end)
    if year:
        mark.more["year"] = int(year[1])
        mark.more["year_span"] = year.span(1)
        if not re.search(r"\b(?:tingkat|se-)", year[0]):
            mark.end = max(mark.end, year.end())
