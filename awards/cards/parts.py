"""The words of a card, part by part, and what is left out first where there is too little room."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from awards.cards.lettering import drawable
from awards.cards.subjects import (
    LONGEST,
    NAMED,
    AwardSubject,
    YearSubject,
    firsts_in_words,
    levels_in_words,
    listing,
    programmes_in_words,
    thousands,
)


@dataclass(frozen=True)
class Part:
    """One paragraph of a card. Sizes are shares of the shape's unit.

    ``lines`` is how many look well.
    """

    role: str
    text: str
    weight: int
    size: float
    colour: str
    gap: float
    lines: int = 3
    leading: float = 1.22


def versions(subject: AwardSubject | YearSubject) -> Iterator[list[Part]]:
    """Yield the parts of a card, the fullest list first; the last can be as short as it gets."""
    if isinstance(subject, YearSubject):
        yield from _year_versions(subject)
        return
    subject = _cleaned(subject)
    bare = replace(subject, organizer="", participant_class="")
    yield _award(subject, NAMED)
    yield _award(replace(subject, organizer=""), NAMED)
    for most in (NAMED, 5, 3, 1):
        yield _award(bare, most)


def _cleaned(subject: AwardSubject) -> AwardSubject:
    words = ("rank", "level", "programme", "category", "participant_class", "organizer")
    clean = {name: drawable(getattr(subject, name)[:LONGEST]) for name in words}
    recipients = tuple(drawable(name[:LONGEST]) for name in subject.recipients)
    return replace(subject, recipients=recipients, **clean)


def _award(subject: AwardSubject, most: int) -> list[Part]:
    names = listing(subject.recipients, most)
    kicker = f"Tingkat {subject.level}".upper() if subject.level else ""
    # A category that only repeats the programme's name says nothing new.
    category = "" if subject.category == subject.programme else subject.category
    if category and not category.lower().startswith("kategori"):
        category = f"Kategori {category}"
    parts = [
        Part("kicker", kicker, 700, 0.26, "accent", 0, lines=1),
        Part("rank", subject.rank, 800, 1.0, "brand", 0.02, lines=1, leading=1.08),
        Part("category", category, 700, 0.46, "ink", 0.1, lines=2),
        Part("programme", f"{subject.programme} {subject.year}", 500, 0.36, "ink", 0.1, lines=2),
        Part("class", _labelled("Kelas", subject.participant_class), 500, 0.25, "muted", 0.08),
        Part("rule", "", 0, 0.05, "gold-bright", 0.26),
        Part("recipients", names, 800, 0.42, "ink", 0.26, lines=3),
        Part("organizer", _labelled("Penyelenggara", subject.organizer), 500, 0.25, "muted", 0.12),
    ]
    return [part for part in parts if part.text or part.role == "rule"]


def _labelled(label: str, words: str) -> str:
    return f"{label}: {words}" if words else ""


def _year_versions(subject: YearSubject) -> Iterator[list[Part]]:
    clean = tuple((drawable(name[:LONGEST]), count) for name, count in subject.programmes)
    for most in range(len(clean), -1, -1):
        programmes = programmes_in_words(clean[:most])
        parts = [
            Part("kicker", "PENGHARGAAN KOTA MALANG", 700, 0.26, "accent", 0, lines=1),
            Part("total", thousands(subject.total), 800, 1.9, "brand", 0, lines=1, leading=1.05),
            Part("what", f"penghargaan tahun {subject.year}", 700, 0.46, "ink", -0.18),
            Part("levels", levels_in_words(subject), 500, 0.34, "ink", 0.1),
            Part("firsts", firsts_in_words(subject), 500, 0.34, "ink", 0.04),
            Part("rule", "", 0, 0.05, "gold-bright", 0.26),
            Part("programmes", programmes, 600, 0.3, "ink", 0.24),
            Part("as-of", f"Keadaan registri {subject.as_of}", 500, 0.25, "muted", 0.12),
        ]
        yield [part for part in parts if part.text or part.role == "rule"]
