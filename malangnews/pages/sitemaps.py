"""The part of the sitemap with the pages that staff write."""

from django.contrib.sitemaps import Sitemap

from malangnews.pages.dates import changed_at
from malangnews.pages.models import Page


class PageSitemap(Sitemap):
    def items(self):
        fields = ("slug", "published_at", "updated_at")
        return Page.objects.published().order_by("slug").only(*fields)

    def lastmod(self, page):
        return changed_at(page)


SITEMAPS = {"laman": PageSitemap}
