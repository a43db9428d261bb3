"""How a story is put before its reader: dateline, makers, chips, links. No queries, but for
what ``Embeds`` has loaded before."""

from collections.abc import Iterable

from django.urls import reverse

from malangnews.core.text import run_in
from malangnews.news.embeds import Embeds
from malangnews.news.models import Article, Byline, Rubric

PORTAL = "malangnews"


def body_with_dateline(article: Article, embeds: Embeds) -> str:
    """Return the body, its marks filled in, opened by "Klojen (malangnews) –" if it has a place."""
    body = embeds.fill(article.body_html)
    if not article.dateline_place or not body:
        return body
    return run_in(body, f"{article.dateline_place} ({PORTAL})")


def contributors(article: Article) -> list[Byline]:
    """Return the bylines of those who contributed: initials of the office, or KIM."""
    role = Byline.Role.CONTRIBUTOR
    return [byline for byline in article.bylines.all() if byline.role == role]


def kim_writers(article: Article) -> list[Byline]:
    """Return the bylines of the KIM that wrote a story; only of those that are public."""
    role = Byline.Role.WRITER
    return [byline for byline in article.bylines.all() if byline.role == role and byline.kim_id]


def kim_links(article: Article) -> list[dict]:
    """Return the KIM of a story loaded by ``for_page()``, for components/people.html."""
    return [
        {
            "name": kim.name,
            "url": kim.get_absolute_url(),
            "note": f"Kelurahan {kim.kelurahan}, {kim.kelurahan.kecamatan}",
        }
        for kim in article.public_kims
    ]


def kelurahan_links(article: Article) -> list[dict]:
    """Return the kelurahan of a story, for components/people.html."""
    return [
        {
            "name": place.name,
            "url": place.get_absolute_url(),
            "note": f"Kecamatan {place.kecamatan}",
        }
        for place in article.kelurahan.all()
    ]


def potential_links(article: Article) -> list[dict]:
    """Return the potentials of a story loaded by ``for_page()``, for components/people.html."""
    return [
        {
            "name": potential.name,
            "url": potential.get_absolute_url(),
            "note": f"{potential.get_kind_display()}, Kelurahan {potential.kelurahan}",
        }
        for potential in article.public_potentials
    ]


def tag_chips(article: Article) -> list[dict]:
    """Return a chip for every tag that has an address (one of signs only has none)."""
    return [
        {"label": tag.name, "url": reverse("news:tag_detail", args=[tag.slug])}
        for tag in article.tags.all()
        if tag.slug
    ]


def rubric_kicker(rubric: Rubric) -> str:
    """Return "Rubrik mingguan" for a rubric with a rhythm, else "Rubrik"."""
    if rubric.cadence == Rubric.Cadence.NONE:
        return "Rubrik"
    return f"Rubrik {rubric.get_cadence_display().lower()}"


def rubric_chips(rubrics: Iterable[Rubric], current: Rubric | None = None) -> list[dict]:
    """Return chips for all news and for each rubric (from ``with_counts()``) that has stories."""
    everything = {
        "label": "Semua berita",
        "url": reverse("news:article_list"),
        "selected": current is None,
    }
    return [everything] + [
        {
            "label": rubric.name,
            "url": rubric.get_absolute_url(),
            "count": rubric.article_count,
            "selected": rubric == current,
        }
        for rubric in rubrics
        if rubric.article_count or rubric == current
    ]
