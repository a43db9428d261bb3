"""The sitemap: an index of the parts that the rooms give, each part served by Django."""

from django.contrib.sitemaps.views import SitemapIndexItem
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from awards.sitemaps import SITEMAPS as AWARDS
from kim.sitemaps import SITEMAPS as KIM
from malangnews.api.catalogue import BY_NAME
from malangnews.core.sitemaps import PortalSitemap, last_changes
from malangnews.news.sitemaps import SITEMAPS as NEWS
from malangnews.news.sitemaps import recent_news
from malangnews.pages.sitemaps import SITEMAPS as PAGES


class PortalPagesSitemap(PortalSitemap):
    """Pages of no single room: they show samples of everything, and are as young as the rest."""

    as_young_as = ("berita", "penghargaan", "kim", "potensi")

    def items(self):
        latest = last_changes({name: SITEMAPS[name] for name in self.as_young_as})
        latest = max((day for parts in latest.values() for day in parts.values()), default=None)
        names = ("feed_list", "api:open_data", "api:api_guide", "sharing:embed_guide")
        pages = [reverse(name) for name in names]
        pages += [reverse("api:resource_guide", args=[name]) for name in BY_NAME]
        return [(page, latest) for page in pages]

    def location(self, item):
        return item[0]

    def lastmod(self, item):
        return item[1]


SITEMAPS = {**NEWS, **AWARDS, **KIM, **PAGES, "portal": PortalPagesSitemap}


@require_safe
def index(request):
    """List the parts, each with the day of its own youngest page; two queries or three.

    A section that says nothing of its parts is one; the news sitemap stands here while it has news.
    """
    known, items = last_changes(SITEMAPS), []
    for name, section in SITEMAPS.items():
        address = request.build_absolute_uri(reverse("sitemap_section", args=[name]))
        if issubclass(section, PortalSitemap):
            parts = known.get(name, {})
        else:
            parts = {1: section().get_latest_lastmod()}
        items += [
            SitemapIndexItem(address if part == 1 else f"{address}?p={part}", latest)
            for part, latest in sorted(parts.items())
        ]
    if fresh := recent_news().last_change():
        items.append(SitemapIndexItem(request.build_absolute_uri(reverse("news_sitemap")), fresh))
    context = {"sitemaps": items}
    return render(request, "sitemap_index.xml", context, content_type="application/xml")
