"""Names of KIM and kelurahan, and the initials under a story: spelt as the registry has them."""

import re
from collections.abc import Iterator

from malangnews.news.checks.papers import Finding, Manuscript
from malangnews.news.checks.spelling import nearest

WORD = r"[A-Z][\w'’-]*"
LABELLED = re.compile(rf"\b(?P<label>Kelurahan|KIM)\)?\s+(?P<name>{WORD}(?:[ \xa0]+{WORD}){{0,2}})")
LONG_WORD = re.compile(r"\b[A-Z][a-z]{8,}\b")
ELSEWHERE = re.compile(r"[^.\n]{0,60}\b(?:Kota|Kabupaten)\s+(?!Malang\b)[A-Z]")
SIGNED = re.compile(r"[.?!…\"”’)]\s*\((?P<all>[a-z]{2,4}|[a-z]{2,6}(?:/[a-z]{2,6})+)\)\s*$")


def misspelt_names(manuscript: Manuscript) -> Iterator[Finding]:
    """A KIM or kelurahan whose spelling is a letter or two away from a known one."""
    places = {spelling for place in manuscript.kelurahan for spelling in place.spellings}
    kims = {spelling for kim in manuscript.kims for spelling in kim.spellings}
    kims = {re.sub(r"^KIM\s+", "", name) for name in kims}
    kecamatan = {place.kecamatan for place in manuscript.kelurahan}
    known = {name.casefold() for name in places | kims | kecamatan}
    seen: set[int] = set()
    for match in LABELLED.finditer(manuscript.body_text):
        names = places if match["label"] == "Kelurahan" else kims
        if ELSEWHERE.match(manuscript.body_text, match.end()):
            continue
        for length, right in _readings(match["name"], names, known):
            start = match.start("name")
            seen.update(range(start, start + length))
            kind = "kelurahan" if match["label"] == "Kelurahan" else "KIM"
            why = f"Mungkin maksudnya {right}: begitulah ejaan {kind} itu di registri."
            yield manuscript.finding("ejaan-nama", start, start + length, why, right)
    long_names = {name for name in places if len(name) >= 9}
    for match in LONG_WORD.finditer(manuscript.body_text):
        if match.start() in seen or match.group().casefold() in known:
            continue
        if right := nearest(match.group(), long_names, most=1):
            why = f"Mungkin maksudnya {right}: begitulah ejaan kelurahan itu di registri."
            yield manuscript.finding("ejaan-nama", *match.span(), why, right)


def _readings(words: str, names: set[str], known: set[str]) -> Iterator[tuple[int, str]]:
    """Yield length and right spelling of the misspelt name that ``words`` begin with, if any."""
    ends = [match.end() for match in re.finditer(r"\S+", words)]
    for end in reversed(ends):
        if " ".join(words[:end].split()).casefold() in known:
            return
    for end in reversed(ends):
        if right := nearest(" ".join(words[:end].split()), names):
            yield end, right
            return


def initials_of_nobody(manuscript: Manuscript) -> Iterator[Finding]:
    """Initials at the end of the text that nobody of the office holds."""
    match = SIGNED.search(manuscript.body_text)
    if not match:
        return
    for one in re.finditer(r"[a-z]+", match["all"]):
        if one.group() not in manuscript.initials:
            start = match.start("all") + one.start()
            why = f"Tidak ada yang memakai inisial “{one.group()}”."
            yield manuscript.finding("inisial", start, start + len(one.group()), why)
