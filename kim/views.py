"""The potentials, and the file of members.

Other pages of the room: atlas_views, group_views, place_views, map_views.
"""

from django.conf import settings
from django.http import HttpRequest
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from kim import potential_data
from kim.contact_links import contact_link
from kim.downloads import CSV, JSON, download, site_of
from kim.filters import kind_address, read_filter
from kim.member_data import members_csv, members_in_open_data
from kim.models import Potential
from kim.placing import mark_places
from kim.potential_schema import potential_thing
from kim.privacy import revalidated
from kim.story_pages import episodes_on, stories_on
from kim.trail import to_potential
from malangnews.core.pages import find, gone, show
from malangnews.core.pagination import page_of

POTENTIALS = 24
NEAR = 12


@require_safe
def potential_list(request):
    """The directory of potentials, by kind, kecamatan and kelurahan."""
    chosen = read_filter(request.GET)
    rows = Potential.objects.published()
    context = {
        "chosen": chosen,
        "facets": chosen.facets(rows),
        "page": page_of(request, chosen.apply(rows).for_card().with_story_count(), POTENTIALS),
        "files": _files(chosen.query),
        "columns": potential_data.COLUMNS,
        "licence": settings.OPEN_DATA_LICENCE,
        "note": potential_data.NOTE,
    }
    return render(request, "kim/potential_list.html", context)


@require_safe
@revalidated
def potential_detail(request, slug):
    """One potential of a kelurahan, with the contacts whose owners agreed."""
    potential = find(request, Potential.objects.for_card(), slug)
    if potential is None:
        return gone(request, Potential.objects.all(), slug)
    contacts = list(potential.contacts.published())
    near = Potential.objects.published().near(potential).select_related("kelurahan")
    context = {
        "potential": potential,
        "kind_url": kind_address(potential.kind),
        "crumbs": to_potential(potential.kelurahan),
        "placing": mark_places([potential.kelurahan]),
        "contacts": [
            {"contact": contact, "link": contact_link(contact.kind, contact.value)}
            for contact in contacts
        ],
        "near": list(near[:NEAR]),
        "episodes": list(episodes_on(potential)),
        "page": stories_on(request, potential),
    }
    if potential.is_public:
        context["schema"] = potential_thing(request, potential, contacts)
    return show(request, "kim/potential_detail.html", potential, context)


@require_safe
@revalidated
def potentials_csv(request):
    """Potentials under the filters of the directory as CSV."""
    rows, on, site = _chosen(request)
    file = potential_data.potentials_csv(rows, on, site)
    return download(file, CSV, "potensi-kelurahan.csv")


@require_safe
@revalidated
def potentials_json(request):
    """Potentials under the filters of the directory as JSON, with licence and columns."""
    rows, on, site = _chosen(request)
    source = site + reverse("kim:potential_list") + read_filter(request.GET).query
    file = potential_data.potentials_json(rows, on, site, source)
    return download(file, JSON, "potensi-kelurahan.json")


@require_safe
@revalidated
def members_file(request):
    """Members of public groups who agreed to be in open data, as CSV."""
    file = members_csv(members_in_open_data(), timezone.localdate(), site_of(request))
    return download(file, CSV, "pengurus-kim.csv")


def _chosen(request: HttpRequest) -> tuple:
    """Return (rows, today, site) of what a download holds."""
    rows = read_filter(request.GET).apply(Potential.objects.published())
    return potential_data.for_download(rows), timezone.localdate(), site_of(request)


def _files(query: str) -> list[dict[str, str]]:
    """Return {url, label, use} of the downloads for components/downloads.html."""
    return [
        {"url": reverse("kim:potentials_csv") + query, "label": "CSV", "use": "untuk lembar kerja"},
        {"url": reverse("kim:potentials_json") + query, "label": "JSON", "use": "untuk pemrogram"},
    ]
