"""The registry's part of the sitemap: every public page, with the time it really changed."""

from django.contrib.sitemaps import Sitemap
from django.db.models import Max, QuerySet
from django.urls import reverse
from django.utils.functional import cached_property

from awards.models import Award, Edition, Handover, Organization, Person, Programme, Work


class RowsSitemap(Sitemap):
    """Reads its rows once an answer: the index asks for their number and for the latest change."""

    model = Award

    @cached_property
    def rows(self) -> list:
        return list(self.queryset())

    def queryset(self) -> QuerySet:
        return self.model.objects.published().only("slug", "updated_at").order_by("pk")

    def items(self):
        return self.rows

    def lastmod(self, row):
        return row.updated_at


class AwardSitemap(RowsSitemap):
    grows = True
    limit = 5000

    def items(self):
        return self.queryset()

    def get_latest_lastmod(self):
        """One query for the index, instead of every award."""
        return Award.objects.published().aggregate(latest=Max("updated_at"))["latest"]


class HandoverSitemap(RowsSitemap):
    model = Handover


class ProgrammeSitemap(RowsSitemap):
    """What has no life of its own changes with its awards."""

    model = Programme

    def queryset(self):
        return self.model.objects.published().with_last_change().order_by("pk")

    def lastmod(self, row):
        return row.last_change


class EditionSitemap(ProgrammeSitemap):
    model = Edition

    def queryset(self):
        return super().queryset().select_related("programme")


class OrganizationSitemap(ProgrammeSitemap):
    model = Organization


class PersonSitemap(ProgrammeSitemap):
    model = Person


class WorkSitemap(ProgrammeSitemap):
    model = Work


class RegistrySitemap(Sitemap):
    """The list itself, as young as its latest award."""

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
        return Award.objects.published().aggregate(latest=Max("updated_at"))["latest"]


class YearBookSitemap(Sitemap):
    """The book of each year with awards, as young as the latest of them."""

    @cached_property
    def years(self) -> list[dict]:
        rows = Award.objects.published().counted_by_year()
        return list(rows.annotate(latest=Max("updated_at")))

    def items(self):
        return self.years

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
