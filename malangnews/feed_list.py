"""``/umpan/``: what a feed is, and every feed that the portal has."""

from collections.abc import Iterable
from itertools import groupby
from typing import NamedTuple

from django.conf import settings
from django.db.models import Model
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from kim.models import Kelurahan
from malangnews.core.feeds import FILES
from malangnews.news.initials import public_initials
from malangnews.news.models import Rubric
from malangnews.news.tellers import kims_with_stories

LABELS = {"rss": "RSS", "atom": "Atom", "json": "JSON Feed"}


class FeedRow(NamedTuple):
    """One feed: what it is of, the page of that, and (label, address) of each of its forms."""

    name: str
    page: str
    forms: list[tuple[str, str]]


@require_safe
def feed_list(request):
    """Explain feeds and list them all, in four queries."""
    context = {
        "city": city_feeds(),
        "rubrics": rows_of("rubric", Rubric.objects.all()),
        "districts": district_feeds(),
        "kims": rows_of("kim", kims_with_stories()),
        "initials": initial_feeds(),
        "hub": settings.FEED_HUB,
    }
    return render(request, "feed_list.html", context)


def city_feeds() -> list[FeedRow]:
    """Return the feeds of all stories, all notes on them, all awards."""
    rooms = {
        "news:article": "Semua berita",
        "news:correction": "Ralat dan catatan redaksi",
        "awards:award": "Semua penghargaan",
    }
    return [_row(words, reverse(f"{room}_list"), room) for room, words in rooms.items()]


def rows_of(kind: str, things: Iterable[Model]) -> list[FeedRow]:
    """Return the feed of each thing that has a page and a slug."""
    return [
        _row(str(thing), thing.get_absolute_url(), f"news:{kind}", thing.slug) for thing in things
    ]


def district_feeds() -> list[tuple[str, list[FeedRow]]]:
    """Return (kecamatan, feeds of its kelurahan) of the whole city, by name."""
    places = Kelurahan.objects.select_related("kecamatan").order_by("kecamatan__name", "name")
    by_district = groupby(places, lambda place: place.kecamatan.name)
    return [(name, rows_of("kelurahan", inside)) for name, inside in by_district]


def initial_feeds() -> list[FeedRow]:
    """Return the feeds of all initials on public stories that an address can hold."""
    found = [row["initial__initials"] for row in public_initials()]
    return [
        _row(initials, reverse("news:initial_detail", args=[initials]), "news:initial", initials)
        for initials in found
        if "/" not in initials
    ]


def _row(name: str, page: str, feed: str, *args: str) -> FeedRow:
    forms = [(LABELS[form], reverse(f"{feed}_{form}", args=args)) for form in FILES]
    return FeedRow(name, page, forms)
