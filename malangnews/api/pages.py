"""Pages below /data/: what open data there is, and how programs ask for it."""

from django.conf import settings
from django.http import Http404
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from awards.exports.about import PUBLISHER, About
from kim.downloads import site_of
from malangnews.api import guide
from malangnews.api.asking import MOST, USUAL
from malangnews.api.catalogue import BY_NAME, RESOURCES
from malangnews.api.datasets import datasets, latest_change
from malangnews.api.schema import catalogue_schema
from malangnews.core.problems import TITLES

TITLE = "Data terbuka malangnews"
#: What is to be said of each problem beyond its title.
ADVICE = {
    400: "Penandanya terpotong, atau alamatnya memuat tanda yang tidak terbaca.",
    404: "Tidak ada yang terbit di alamat itu, atau penandanya bukan dari daftar itu.",
    405: "API hanya menjawab GET, HEAD, dan OPTIONS.",
    410: "Pernah terbit, lalu ditarik; alasannya tertulis dalam detail. Hapus salinan Anda.",
    422: "Parameter yang tidak dikenal, diulang, atau nilainya keliru; errors menyebutnya satu per "
    "satu.",
    429: "Tunggu sebanyak detik dalam Retry-After.",
}


@require_safe
def open_data(request):
    """Every set of open data, with its files; nine queries."""
    sets = datasets()
    page = request.build_absolute_uri(reverse("api:open_data"))
    said = About(TITLE, page, page, sum(one.count for one in sets), latest_change(sets))
    context = {
        "sets": sets,
        "about": said,
        "publisher": PUBLISHER,
        "licence": settings.OPEN_DATA_LICENCE,
        "schema": catalogue_schema(request, sets),
    }
    return render(request, "api/open_data.html", context)


@require_safe
def api_guide(request):
    """How the API is asked, what it answers, and what it refuses; three queries."""
    site, example = site_of(request), BY_NAME["kelurahan"]
    address = site + guide.address_of(example)
    context = {
        "crumbs": [("Data terbuka", reverse("api:open_data"))],
        "resources": RESOURCES,
        "command": f"curl '{address}?per_halaman=1'",
        "sample": guide.sample_of(example, site),
        "limit": settings.API_REQUESTS_PER_MINUTE,
        "usual": USUAL,
        "most": MOST,
        "problems": [(status, title, ADVICE[status]) for status, title in TITLES.items()],
        "licence": settings.OPEN_DATA_LICENCE,
        "site": site,
    }
    return render(request, "api/api_guide.html", context)


@require_safe
def resource_guide(request, slug):
    """One resource: its addresses, parameters and fields, and an answer as it is now."""
    if slug not in BY_NAME:
        raise Http404
    resource, site = BY_NAME[slug], site_of(request)
    context = {
        "crumbs": [
            ("Data terbuka", reverse("api:open_data")),
            ("API", reverse("api:api_guide")),
        ],
        "resource": resource,
        "list_address": reverse(f"api:{resource.name}"),
        "single": guide.address_of(resource, True) if resource.has_details else "",
        "command": f"curl '{site}{guide.address_of(resource)}?per_halaman=1'",
        "parameters": guide.parameters_of(resource),
        "fields": guide.fields_of(resource),
        "sample": guide.sample_of(resource, site),
    }
    return render(request, "api/resource_guide.html", context)
