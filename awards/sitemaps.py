"""The registry's part of the sitemap: every public page, with the time it really changed."""

from functools import cached_property

from django.db.models import Max, QuerySet
from django.urls import reverse

from awards.models import Award, Edition, Handover, Organization, Person, Programme, Work
from malangnews.core.sitemaps import PartedSitemap, PortalSitemap, newest

CHANGED = "updated_at"


class AwardSitemap(PartedSitemap):
    model = Award

    def rows(self) -> QuerySet:
        return self.model.objects.published().only("slug", CHANGED)

    def lastmod(self, row):
        return row.updated_at

    def moments(self):
        return [newest(self.model.objects.published(), CHANGED, self.size)]


class HandoverSitemap(AwardSitemap):
    model = Handover


class ProgrammeSitemap(PartedSitemap):
    """What has no life of its own changes with its awards: those on ``award_paths``."""

    model = Programme

    def rows(self) -> QuerySet:
        return self.model.objects.published().with_last_change()

    def lastmod(self, row):
        return row.last_change

    def moments(self):
        awards = Award.objects.published()
        paths = self.model.objects.all().award_paths
        return [
            newest(awards.filter(**{f"{path}__isnull": False}), CHANGED, self.size, path)
            for path in paths
        ]


class EditionSitemap(ProgrammeSitemap):
    model = Edition

    def rows(self) -> QuerySet:
        return super().rows().select_related("programme")


class OrganizationSitemap(ProgrammeSitemap):
    model = Organization


class PersonSitemap(ProgrammeSitemap):
    model = Person


class WorkSitemap(ProgrammeSitemap):
    model = Work


class RegistrySitemap(PortalSitemap):
    """The list itself and what is counted from it, as young as its latest award."""

    def items(self):
        pages = ["award_list", "award_data", "statistics", "year_book_list", "certificate_check"]
        return [f"awards:{page}" for page in pages]

    def location(self, name):
        return reverse(name)

    def lastmod(self, name):
        return self.latest

    @cached_property
    def latest(self):
        """One query for all of these pages."""
        return Award.objects.published().aggregate(latest=Max(CHANGED))["latest"]

    def moments(self):
        return [newest(Award.objects.published(), CHANGED)]


class YearBookSitemap(RegistrySitemap):
    """The book of each year with awards, as young as the latest of them."""

    def items(self):
        rows = Award.objects.published().counted_by_year()
        return list(rows.annotate(latest=Max(CHANGED)))

    def location(self, row):
        return reverse("awards:year_book", args=[row["edition__year"]])

    def lastmod(self, row):
        return row["latest"]


SITEMAPS = {
    "registri": RegistrySitemap,
    "buku-tahunan": YearBookSitemap,
    "penghargaan": AwardSitemap,
    "serah-terima": HandoverSitemap,
    "ajang": ProgrammeSitemap,
    "edisi": EditionSitemap,
    "lembaga": OrganizationSitemap,
    "orang": PersonSitemap,
    "karya": WorkSitemap,
}
