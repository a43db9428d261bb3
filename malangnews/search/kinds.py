"""The kinds of things that can be found: their public rows, and how a result shows one.

Rows that an editor has released are in the index, those of a later time with the time from which
they show; nothing else is.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from django.db.models import Min, Model, Prefetch, Q, QuerySet
from django.utils import timezone

from awards.models import Award, Programme, Work
from kim.models import Kecamatan, Kelurahan, Kim, Potential
from malangnews.core.dates import format_date
from malangnews.core.words import lines_of
from malangnews.news.models import Article
from malangnews.search import documents
from malangnews.search.documents import Document


def _public(model: type[Model], later_too: bool) -> QuerySet:
    """Return what is public now; ``later_too`` adds what is released for a time to come."""
    rows = model.objects.published()
    return rows | model.objects.scheduled() if later_too else rows


def _articles(later_too: bool) -> QuerySet:
    awards = Prefetch("awards", Award.objects.published().select_related("edition__programme"))
    return (
        _public(Article, later_too)
        .select_related("rubric")
        .prefetch_related(
            Prefetch("kims", to_attr="linked_kims"),
            Prefetch("kims", Kim.objects.published(), to_attr="public_kims"),
            awards,
            "kelurahan",
            "tags",
        )
    )


def _awards(later_too: bool) -> QuerySet:
    return _public(Award, later_too).for_card()


def _from_awards(model: type[Model], path: str, later_too: bool) -> QuerySet:
    """Return the rows that an award names, with the time from which one is public."""
    awards = _public(Award, later_too)
    first = Min(f"{path}__published_at", filter=Q(**{f"{path}__in": awards}))
    return model.objects.annotate(released_from=first).exclude(released_from=None)


def _programmes(later_too: bool) -> QuerySet:
    rows = _from_awards(Programme, "editions__awards", later_too)
    return rows.select_related("organizer")


@dataclass(frozen=True)
class Kind:
    """A kind of thing. ``rows`` gives those that are public, with those released for a time to
    come when it is asked with True; ``read`` what the index holds of one. In a list of results
    ``said`` stands above the name, and of ``lines`` the one that holds the words below it."""

    label: str
    model: type[Model]
    rows: Callable[[bool], QuerySet]
    read: Callable[[Model], Document]
    said: Callable[[Model], str]
    lines: Callable[[Model], list[str]]


KINDS: dict[str, Kind] = {
    "berita": Kind(
        "Berita",
        Article,
        _articles,
        documents.article,
        lambda row: f"Berita · {format_date(timezone.localdate(row.published_at))}",
        lambda row: [row.summary, *lines_of(row.body_html).split("\n")],
    ),
    "penghargaan": Kind(
        "Penghargaan",
        Award,
        _awards,
        documents.award,
        lambda row: f"Penghargaan · {row.edition.year}",
        lambda row: [row.recipient_names],
    ),
    "kim": Kind(
        "KIM",
        Kim,
        lambda later_too: _public(Kim, later_too).for_card(),
        documents.kim,
        lambda row: f"KIM · Kelurahan {row.kelurahan}, Kecamatan {row.kelurahan.kecamatan}",
        lambda row: [row.about, row.name_meaning],
    ),
    "kelurahan": Kind(
        "Kelurahan",
        Kelurahan,
        lambda later_too: Kelurahan.objects.select_related("kecamatan"),
        documents.kelurahan,
        lambda row: f"Kelurahan · Kecamatan {row.kecamatan}",
        lambda row: [row.about],
    ),
    "kecamatan": Kind(
        "Kecamatan",
        Kecamatan,
        lambda later_too: Kecamatan.objects.all(),
        documents.kecamatan,
        lambda row: "Kecamatan",
        lambda row: [],
    ),
    "potensi": Kind(
        "Potensi",
        Potential,
        lambda later_too: _public(Potential, later_too).select_related("kelurahan"),
        documents.potential,
        lambda row: f"{row.get_kind_display()} · Kelurahan {row.kelurahan}",
        lambda row: [row.summary, row.products],
    ),
    "ajang": Kind(
        "Ajang penghargaan",
        Programme,
        _programmes,
        documents.programme,
        lambda row: f"Ajang penghargaan · tingkat {row.get_level_display().lower()}",
        lambda row: [row.about],
    ),
    "karya": Kind(
        "Karya",
        Work,
        lambda later_too: _from_awards(Work, "awards", later_too),
        documents.work,
        lambda row: f"Karya · {row.get_kind_display().lower()}",
        lambda row: [row.about],
    ),
}


def documents_of(
    kind: str, rows: Iterable[int] | None = None, chunk: int = 500
) -> Iterator[Document]:
    """Yield what the index shall hold of a kind: of all released rows, or of those in ``rows``."""
    found = KINDS[kind].rows(True).order_by("pk")
    if rows is not None:
        found = found.filter(pk__in=rows)
    for row in found.iterator(chunk_size=chunk):
        yield KINDS[kind].read(row)
