"""What can be searched: one shelf for each kind of thing, public rows only."""

from collections.abc import Callable
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q, QuerySet

from awards.models import Award, Programme
from kim.models import Kelurahan, Kim, Potential
from malangnews.news.models import Article


@dataclass(frozen=True)
class Shelf:
    """One kind of thing.

    ``key`` names it in an address, ``label`` to readers; ``template`` draws one row; ``matching``
    takes words and returns the rows that hold every one of them; ``is_wide`` rows need a line each.
    """

    key: str
    label: str
    template: str
    matching: Callable[[list[str]], QuerySet]
    is_wide: bool = False


def _holding(rows: QuerySet, words: list[str], *fields: str) -> QuerySet:
    """Return the rows that hold every word, in any case, in any of ``fields``."""
    for word in words:
        rows = rows.filter(Q(*((f"{name}__icontains", word) for name in fields), _connector=Q.OR))
    return rows


def articles(words: list[str]) -> QuerySet:
    """Stories by title, summary, text, rubric, tags and the KIM they tell of, newest first.

    A text holds the name that a KIM had when it was written; readers look for that of today.
    """
    rows = Article.objects.published()
    for word in words:
        fields = ("title", "summary", "body_html", "dateline_place", "rubric__name")
        own = Q(*((f"{name}__icontains", word) for name in fields), _connector=Q.OR)
        tagged = Article.objects.filter(pk=OuterRef("pk"), tags__name__icontains=word)
        named = Kim.objects.published().filter(name__icontains=word)
        told = Article.kims.through.objects.filter(kim__in=named).values("article_id")
        rows = rows.filter(own | Q(Exists(tagged)) | Q(pk__in=told))
    return rows.newest_first().for_card()


def awards(words: list[str]) -> QuerySet:
    """Awards as the registry's own search finds them, newest first."""
    return Award.objects.published().matching(words).newest_first().for_card()


def kims(words: list[str]) -> QuerySet:
    """KIM by name, other spellings, meaning of the name and kelurahan."""
    fields = ("name", "aliases", "name_meaning", "about", "kelurahan__name", "kelurahan__aliases")
    return _holding(Kim.objects.published().for_card(), words, *fields).order_by("name", "pk")


def kelurahan(words: list[str]) -> QuerySet:
    """Kelurahan by name, other spellings, codes and kecamatan."""
    fields = ("name", "aliases", "about", "postal_code", "code", "kecamatan__name")
    rows = Kelurahan.objects.select_related("kecamatan")
    return _holding(rows, words, *fields).order_by("name", "pk")


def potentials(words: list[str]) -> QuerySet:
    """Potentials by name, summary, place and kelurahan."""
    fields = ("name", "summary", "place", "kelurahan__name")
    return _holding(Potential.objects.published().for_card(), words, *fields).order_by("name", "pk")


def programmes(words: list[str]) -> QuerySet:
    """Programmes with public awards, by name, other spellings and organiser."""
    fields = ("name", "abbreviation", "aliases", "organizer__name", "organizer__abbreviation")
    rows = Programme.objects.published().select_related("organizer")
    return _holding(rows, words, *fields).order_by("name", "pk")


SHELVES = (
    Shelf("berita", "Berita", "search/_article.html", articles, is_wide=True),
    Shelf("penghargaan", "Penghargaan", "search/_award.html", awards),
    Shelf("kim", "KIM", "search/_kim.html", kims),
    Shelf("kelurahan", "Kelurahan", "search/_kelurahan.html", kelurahan),
    Shelf("potensi", "Potensi", "search/_potential.html", potentials),
    Shelf("ajang", "Ajang penghargaan", "search/_programme.html", programmes),
)
