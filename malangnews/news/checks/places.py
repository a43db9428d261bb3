"""Places: a kelurahan lies in one kecamatan, and a story is told from one place."""

import re
from collections.abc import Iterator

from malangnews.news.checks.papers import Finding, Manuscript
from malangnews.news.checks.sentences import any_of

DATELINE = re.compile(
    r"\s*(?P<place>[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,3}),?\s*\([\w.-]+\)\s*[–—-]\s"
)


def kelurahan_in_kecamatan(manuscript: Manuscript) -> Iterator[Finding]:
    """A kelurahan that is placed in a kecamatan it does not lie in."""
    lies_in = {
        " ".join(spelling.split()).casefold(): place.kecamatan
        for place in manuscript.kelurahan
        for spelling in place.spellings
    }
    all_kecamatan = {place.kecamatan for place in manuscript.kelurahan}
    # "Klojen, Kecamatan Sukun" may be two kecamatan; "Kelurahan Klojen, ..." may not.
    plain = [name for name in lies_in if name not in {one.casefold() for one in all_kecamatan}]
    kecamatan = any_of(all_kecamatan)
    pattern = re.compile(
        rf"\b(?:Kelurahan\s+(?P<full>{any_of(lies_in)})|(?P<plain>{any_of(plain)}))"
        r"\s*[,(]?\s*(?:(?:di|wilayah)\s+)*"
        rf"(?P<where>(?P<label>Kecamatan|Kec\.)\s+(?P<kecamatan>{kecamatan}))\b"
        # "..., Kecamatan Lowokwaru dan Klojen" names them in order: leave it to a person.
        rf"(?!\s*(?:,|/|dan)\s*(?:dan\s+)?(?:Kecamatan\s+)?(?:{kecamatan})\b)",
        re.IGNORECASE,
    )
    for match in pattern.finditer(manuscript.body_text):
        name = match["full"] or match["plain"]
        right = lies_in[" ".join(name.split()).casefold()]
        if match["kecamatan"].casefold() != right.casefold():
            why = f"Kelurahan {name} terletak di Kecamatan {right}."
            mend = f"{match['label']} {right}"
            yield manuscript.finding("kecamatan", *match.span("where"), why, mend)


def dateline_in_body(manuscript: Manuscript) -> Iterator[Finding]:
    """A dateline typed into the text that names another place than the field does."""
    match = DATELINE.match(manuscript.body_text)
    place = manuscript.dateline_place.strip()
    if match and place and match["place"].casefold() != place.casefold():
        why = f"Isi berita dibuka dari {match['place']}, tetapi kolom tempat berisi {place}."
        yield manuscript.finding("dateline", *match.span("place"), why, place)
