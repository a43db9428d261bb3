"""What is written beside a card: the alt text of the picture, and a caption ready to post."""

from dataclasses import dataclass

from awards.cards.subjects import (
    AwardSubject,
    YearSubject,
    firsts_in_words,
    levels_in_words,
    listing,
    programmes_in_words,
    thousands,
)


@dataclass(frozen=True)
class CardTexts:
    """``alt`` tells what the picture shows to those who do not see it; ``caption`` is posted."""

    alt: str
    caption: str


def award_texts(subject: AwardSubject, address: str) -> CardTexts:
    """Return the texts of an award's card; every recipient is named. ``address`` is its page."""
    names = listing(subject.recipients, len(subject.recipients))
    category = subject.category if subject.category != subject.programme else ""
    if category and not category.lower().startswith("kategori"):
        category = f"kategori {category}"
    event = f"{subject.programme} {subject.year}"
    won = " ".join(filter(None, [subject.rank, category]))
    level = f"tingkat {subject.level.lower()}" if subject.level else ""
    scope = [
        f"Kelas peserta: {subject.participant_class}." if subject.participant_class else "",
        f"Penyelenggara: {subject.organizer}." if subject.organizer else "",
    ]
    shown = ", ".join(filter(None, [won, event, level, f"diraih {names}" if names else ""]))
    told = ", ".join(filter(None, [f"{names or 'Kota Malang'} meraih {won} pada {event}", level]))
    details = " ".join(filter(None, scope))
    return CardTexts(
        alt=" ".join(filter(None, [f"Kartu penghargaan: {shown}.", details])),
        caption="\n\n".join(filter(None, [f"{told}.", details, f"Catatan dan sumber: {address}"])),
    )


def year_texts(subject: YearSubject, address: str) -> CardTexts:
    """Return the texts of a year's card. ``address`` is where the awards behind it stand."""
    told = f"{thousands(subject.total)} penghargaan Kota Malang tahun {subject.year}"
    details = [
        f"{told} tercatat di registri: {levels_in_words(subject)}",
        firsts_in_words(subject),
        programmes_in_words(subject.programmes),
        f"Keadaan registri {subject.as_of}",
    ]
    text = " ".join(f"{detail}." for detail in details if detail)
    return CardTexts(
        alt=f"Kartu tahun {subject.year}: {text}",
        caption=f"{text}\n\nSemua catatan dan sumber: {address}",
    )
