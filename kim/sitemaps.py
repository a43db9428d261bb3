"""Addresses of the room for search engines.

A place has no date of its own: its page is as young as the youngest group, potential, award or
story on it, and no older than the city's coverage, which it shows.
"""

import datetime as dt
from collections.abc import Iterable

from django.db.models import F, Max, QuerySet
from django.db.models.functions import Coalesce
from django.urls import reverse

from kim.models import Boundary, Kelurahan, Kim, Potential
from malangnews.core.sitemaps import PartedSitemap, PortalSitemap, newest

CHANGED = "updated_at"
REVISED = Coalesce("revised_at", "published_at")


class KimSitemap(PartedSitemap):
    model = Kim

    def rows(self):
        return self.model.objects.published().only("slug", CHANGED)

    def lastmod(self, item):
        return item.updated_at

    def moments(self):
        return [newest(self.model.objects.published(), CHANGED, self.size)]


class PotentialSitemap(KimSitemap):
    model = Potential


class RoomSitemap(PortalSitemap):
    """The atlas and the directory of potentials, each as young as what it lists."""

    def items(self):
        pages = [("kim:kim_list", Kim), ("kim:potential_list", Potential)]
        if Boundary.objects.exists():
            pages.append(("kim:kim_map", Kim))
        latest = {model: latest_of(model) for model in (Kim, Potential)}
        return [(reverse(name), latest[model]) for name, model in pages]

    def location(self, item):
        return item[0]

    def lastmod(self, item):
        return item[1]

    def moments(self):
        return [newest(model.objects.published(), CHANGED) for model in (Kim, Potential)]


class KelurahanSitemap(PortalSitemap):
    def items(self):
        changes, city = changes_by_kelurahan(), latest_of(Kim)
        return [
            (place.get_absolute_url(), later(changes.get(place.pk), city))
            for place in Kelurahan.objects.only("slug")
        ]

    def location(self, item):
        return item[0]

    def lastmod(self, item):
        return item[1]

    def moments(self):
        return [newest(rows, changed) for rows, _, changed in on_pages_of_places()]


class KecamatanSitemap(KelurahanSitemap):
    as_young_as = ("kelurahan",)

    def moments(self):
        return []

    def items(self):
        changes, city = changes_by_kelurahan(), latest_of(Kim)
        found = {}
        for place in Kelurahan.objects.select_related("kecamatan").order_by("kecamatan"):
            address = place.kecamatan.get_absolute_url()
            found[address] = later(found.get(address), changes.get(place.pk), city)
        return list(found.items())


def later(*moments: dt.datetime | None) -> dt.datetime | None:
    """Return the latest that is known."""
    return max((moment for moment in moments if moment), default=None)


def latest_of(model) -> dt.datetime | None:
    """Return when the youngest public row was saved."""
    return model.objects.published().aggregate(latest=Max(CHANGED))["latest"]


def on_pages_of_places() -> Iterable[tuple[QuerySet, str, object]]:
    """Return (rows, path to their kelurahan, column of their change) of all that places show."""
    story, recipient = (
        Kelurahan._meta.get_field(name).related_model for name in ("articles", "receptions")
    )
    award = recipient._meta.get_field("award").related_model
    return (
        (Kim.objects.published(), "kelurahan", CHANGED),
        (Kim.objects.published().filter(serves__isnull=False), "serves", CHANGED),
        (Potential.objects.published(), "kelurahan", CHANGED),
        (story.objects.published().filter(kelurahan__isnull=False), "kelurahan", REVISED),
        *(
            (award.objects.published().filter(**{f"{path}__isnull": False}), path, CHANGED)
            for path in ("recipients__kelurahan", "recipients__kim__kelurahan")
        ),
    )


def changes_by_kelurahan() -> dict[int, dt.datetime]:
    """Return when the page of each kelurahan last changed, by key; one query."""
    parts = [
        rows.order_by()
        .annotate(page_of=F(path))
        .values_list("page_of")
        .annotate(latest=Max(changed))
        for rows, path, changed in on_pages_of_places()
    ]
    found: dict[int, dt.datetime] = {}
    for place, latest in parts[0].union(*parts[1:], all=True):
        found[place] = later(found.get(place), latest)
    return found


SITEMAPS = {
    "atlas": RoomSitemap,
    "kim": KimSitemap,
    "kelurahan": KelurahanSitemap,
    "kecamatan": KecamatanSitemap,
    "potensi": PotentialSitemap,
}
