"""The sitemap: an index of the parts that the rooms give, each part served by Django."""

from django.contrib.sitemaps.views import SitemapIndexItem
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from awards.sitemaps import SITEMAPS as AWARDS
from kim.sitemaps import SITEMAPS as KIM
from malangnews.news.sitemaps import SITEMAPS as NEWS

SITEMAPS = {**NEWS, **AWARDS, **KIM}


@require_safe
def index(request):
    """List the parts. Only those that grow without end are counted, so the index stays cheap."""
    items = []
    for section, part in SITEMAPS.items():
        site = part()
        grows = getattr(site, "grows", False)
        address = request.build_absolute_uri(reverse("sitemap_section", args=[section]))
        last = site.get_latest_lastmod() if grows else None
        items.append(SitemapIndexItem(address, last))
        pages = site.paginator.num_pages if grows else 1
        items += [SitemapIndexItem(f"{address}?p={page}", last) for page in range(2, pages + 1)]
    context = {"sitemaps": items}
    return render(request, "sitemap_index.xml", context, content_type="application/xml")
