"""Links: a KIM or an award that the text names and the story is not linked to; bare addresses."""

import re
from collections.abc import Iterator

from malangnews.news.checks.papers import Finding, Manuscript
from malangnews.news.checks.sentences import any_of

ADDRESS = re.compile(r"\b(?:https?://|www\.)[^\s<>\"“”]+", re.IGNORECASE)


def kim_without_link(manuscript: Manuscript) -> Iterator[Finding]:
    """A known KIM that is named, at its first mention, when the story is not linked to it."""
    owner = {
        " ".join(spelling.split()).casefold(): kim.name
        for kim in manuscript.kims
        for spelling in kim.spellings
        if spelling.upper().startswith("KIM ")
    }
    told: set[str] = set()
    # All names are looked for, so that "KIM Sukun" is not seen in the longer name of a linked KIM.
    for match in re.finditer(rf"\b(?:{any_of(owner)})\b(?!-)", manuscript.body_text, re.IGNORECASE):
        name = owner[" ".join(match.group().split()).casefold()]
        if name not in manuscript.linked_kims and name not in told:
            told.add(name)
            why = f"{name} disebut, tetapi belum dipilih pada kolom KIM."
            yield manuscript.finding("kim-belum-ditautkan", *match.span(), why)


def award_without_link(manuscript: Manuscript) -> Iterator[Finding]:
    """A programme with its year that the registry has awards of, none of them linked."""
    linked = {(award.programme, award.year) for award in manuscript.linked_awards}
    for edition in manuscript.editions:
        if (edition.name, edition.year) in linked:
            continue
        spelling = any_of(edition.spellings)
        pattern = rf"\b(?:{spelling})(?:\s*\((?:{spelling})\))?(?:\s+tahun)?\s+{edition.year}\b"
        if match := re.search(pattern, manuscript.body_text):
            why = (
                f"{edition.name} {edition.year} ada di registri, tetapi belum satu pun "
                "penghargaannya dipilih pada kolom penghargaan."
            )
            yield manuscript.finding("penghargaan-belum-ditautkan", *match.span(), why)


def bare_address(manuscript: Manuscript) -> Iterator[Finding]:
    """A web address standing in the text, where a link on words should be."""
    for match in ADDRESS.finditer(manuscript.body_text):
        end = match.start() + len(match.group().rstrip(".,;:!?)]’'"))
        why = "Alamat situs tertulis mentah. Tautkan alamat ini pada kata yang menjelaskannya."
        yield manuscript.finding("alamat-mentah", match.start(), end, why)
