"""What the index holds of one thing: its names, its lead, its text, its marks."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from awards.models import Award, Programme, Work
from kim.models import Kecamatan, Kelurahan, Kim, Potential
from malangnews.core.words import lines_of
from malangnews.news.models import Article


@dataclass(frozen=True)
class Document:
    """``names`` are ways to write what it is called, the first as it is shown; ``order`` is the
    time that it is ranked by, None before all others."""

    kind: str
    row: int
    names: list[str]
    lead: list[str]
    body: str = ""
    marks: frozenset[str] = frozenset()
    order: dt.datetime | None = None
    visible_from: dt.datetime | None = None
    visible_until: dt.datetime | None = None


def _marks(**values: Iterable[object]) -> frozenset[str]:
    """Return marks such as "y2023" from y=[2023]; what is empty gives none."""
    return frozenset(f"{name}{value}" for name, found in values.items() for value in found if value)


def _noon(day: dt.date) -> dt.datetime:
    return dt.datetime(day.year, day.month, day.day, 5, tzinfo=dt.UTC)


def article(row: Article) -> Document:
    """Return what the index holds of a story, with the names of today of what it tells of."""
    rubric = [row.rubric.name] if row.rubric else []
    places = list(row.kelurahan.all())
    programmes = {award.edition.programme for award in row.awards.all()}
    return Document(
        "berita",
        row.pk,
        names=[row.title],
        lead=[
            row.summary,
            row.dateline_place,
            *rubric,
            *(tag.name for tag in row.tags.all()),
            *(kim.name for kim in row.public_kims),
            *(place.name for place in places),
            *(f"{one.name} {one.abbreviation}" for one in programmes),
        ],
        body=lines_of(row.body_html),
        marks=_marks(
            y=[row.published_at.year],
            r=[row.rubric_id],
            p=[place.pk for place in places],
            k=[kim.pk for kim in row.linked_kims],
            a=[one.pk for one in programmes],
        ),
        order=row.published_at,
        visible_from=row.published_at,
        visible_until=row.published_until,
    )


def award(row: Award) -> Document:
    """Return what the index holds of an award."""
    programme = row.edition.programme
    recipients = [recipient.target for recipient in row.recipients.all()]
    places = {
        getattr(recipient, "kelurahan_id", None)
        or (isinstance(recipient, Kelurahan) and recipient.pk)
        for recipient in recipients
    }
    day = row.conferred[0] or dt.date(row.edition.year, 12, 31)
    return Document(
        "penghargaan",
        row.pk,
        names=[
            " ".join([programme.name, programme.abbreviation, str(row.edition.year), row.title])
        ],
        lead=[
            f"Penghargaan tingkat {programme.get_level_display()}",
            row.participant_class,
            *filter(None, [programme.organizer and programme.organizer.name]),
            *(str(one) for one in recipients if one),
            *filter(None, [row.work and row.work.title]),
        ],
        body=row.remarks,
        marks=_marks(
            y=[row.edition.year],
            l=[programme.level],
            p=places,
            a=[programme.pk],
            k=[one.pk for one in recipients if isinstance(one, Kim)],
        ),
        order=_noon(day),
        visible_from=row.published_at,
    )


def kim(row: Kim) -> Document:
    """Return what the index holds of a group."""
    place = row.kelurahan
    return Document(
        "kim",
        row.pk,
        names=[row.name, *row.alias_list],
        lead=[place.name, place.kecamatan.name, row.name_meaning, row.about],
        marks=_marks(p=[place.pk]),
        visible_from=row.published_at,
    )


def kelurahan(row: Kelurahan) -> Document:
    """Return what the index holds of a kelurahan."""
    spellings = [row.name, *row.alias_list]
    return Document(
        "kelurahan",
        row.pk,
        names=[*spellings, *(f"Kelurahan {name}" for name in spellings)],
        lead=[f"Kecamatan {row.kecamatan.name}", row.postal_code, row.about],
        body=row.code.replace(".", " "),
        marks=_marks(p=[row.pk]),
    )


def kecamatan(row: Kecamatan) -> Document:
    """Return what the index holds of a kecamatan."""
    return Document("kecamatan", row.pk, [row.name, f"Kecamatan {row.name}"], [row.code])


def potential(row: Potential) -> Document:
    """Return what the index holds of a potential."""
    return Document(
        "potensi",
        row.pk,
        names=[row.name],
        lead=[
            f"Potensi {row.get_kind_display()}",
            row.kelurahan.name,
            row.summary,
            row.products,
            row.place,
        ],
        marks=_marks(p=[row.kelurahan_id]),
        order=row.published_at,
        visible_from=row.published_at,
    )


def programme(row: Programme) -> Document:
    """Return what the index holds of a programme."""
    giver = row.organizer
    return Document(
        "ajang",
        row.pk,
        names=[row.name, *filter(None, [row.abbreviation]), *row.alias_list],
        lead=[
            f"Ajang lomba tingkat {row.get_level_display()}",
            *([giver.name, giver.abbreviation] if giver else []),
        ],
        body=row.about,
        marks=_marks(l=[row.level], a=[row.pk]),
        visible_from=row.released_from,
    )


def work(row: Work) -> Document:
    """Return what the index holds of a work that won."""
    return Document(
        "karya",
        row.pk,
        names=[row.title],
        lead=[row.get_kind_display(), row.about],
        order=row.released_from,
        visible_from=row.released_from,
    )
