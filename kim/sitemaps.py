"""Addresses of the room for search engines. Places have no date of change and claim none."""

from django.contrib.sitemaps import Sitemap
from django.urls import reverse

from kim.models import Kecamatan, Kelurahan, Kim, Potential


class RoomSitemap(Sitemap):
    def items(self):
        return ["kim:kim_list", "kim:potential_list"]

    def location(self, item):
        return reverse(item)


class KimSitemap(Sitemap):
    def items(self):
        return Kim.objects.published()

    def lastmod(self, item):
        return item.updated_at


class PotentialSitemap(Sitemap):
    def items(self):
        return Potential.objects.published()

    def lastmod(self, item):
        return item.updated_at


class KelurahanSitemap(Sitemap):
    def items(self):
        return Kelurahan.objects.all()


class KecamatanSitemap(Sitemap):
    def items(self):
        return Kecamatan.objects.all()


SITEMAPS = {
    "atlas": RoomSitemap,
    "kim": KimSitemap,
    "kelurahan": KelurahanSitemap,
    "kecamatan": KecamatanSitemap,
    "potensi": PotentialSitemap,
}
