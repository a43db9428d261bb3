"""Pages of KIM and the places they come from."""

from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from kim.atlas import build_atlas
from kim.citation import cite_kelurahan, cite_kim
from kim.coverage import coverage
from kim.days import asked_day, year_links
from kim.figures import compare_nearest
from kim.filters import kind_address, read_filter
from kim.honours import awards_of_kelurahan, awards_of_kim
from kim.models import Kecamatan, Kelurahan, Kim, Potential, StatedKimFigure
from kim.schema import kelurahan_thing, kim_thing
from kim.standing import standing
from kim.timeline import timeline
from kim.trail import to_kecamatan, to_kelurahan, to_potential, to_room
from malangnews.core.citation import Citation
from malangnews.core.pages import find, gone, show
from malangnews.core.pagination import page_of
from malangnews.core.record import record

STORIES = 8
POTENTIALS = 24


@require_safe
def kim_list(request):
    """Atlas and directory, today or on the day ``?pada=``."""
    asked = asked_day(request.GET.get("pada", ""), timezone.localdate())
    cover, history = coverage(asked.day), timeline()
    stated = list(StatedKimFigure.objects.all())
    context = {
        "asked": asked,
        "coverage": cover,
        "atlas": build_atlas(cover.tiles),
        "days": year_links(history.years(), asked),
        "stated": stated,
        "compared": compare_nearest(stated, asked.day, history),
    }
    return render(request, "kim/kim_list.html", context)


@require_safe
def kim_detail(request, slug):
    """One group: what it is, what proves it, what it won and what was written of it."""
    rows = Kim.objects.for_card().prefetch_related("milestones", "accounts", "serves")
    kim = find(request, rows, slug)
    if kim is None:
        return gone(request, Kim.objects.all(), slug)
    honours = awards_of_kim(kim)
    context = {
        "kim": kim,
        "crumbs": to_kelurahan(kim.kelurahan),
        "standing": standing(kim.milestones.all(), timezone.localdate()),
        "atlas": build_atlas(coverage().tiles, kim.kelurahan.slug),
        "honours": honours,
        "page": _stories(request, kim),
    }
    if kim.is_public:
        about = kim_thing(request, kim, honours.awards)
        context |= _identity(request, kim, cite_kim(request, kim), about)
    return show(request, "kim/kim_detail.html", kim, context)


@require_safe
def kelurahan_detail(request, slug):
    """One kelurahan: figures, groups, potentials, awards, stories and neighbours."""
    kelurahan = get_object_or_404(Kelurahan.objects.select_related("kecamatan"), slug=slug)
    cover, honours = coverage(), awards_of_kelurahan(kelurahan)
    kims = Kim.objects.published().around(kelurahan).with_state().for_card()
    changed = [row.updated_at for row in (*kims, *honours.awards)]
    citation = cite_kelurahan(request, kelurahan, max(changed, default=None))
    about = kelurahan_thing(request, kelurahan, honours.awards)
    context = {
        "kelurahan": kelurahan,
        "crumbs": to_kecamatan(kelurahan.kecamatan),
        "tile": cover.tile(kelurahan.slug),
        "atlas": build_atlas(cover.tiles, kelurahan.slug),
        "kims": kims,
        "potentials": kelurahan.potentials.published().by_kind(),
        "honours": honours,
        "page": _stories(request, kelurahan),
        "neighbours": kelurahan.neighbours.all(),
        **_identity(request, kelurahan, citation, about),
    }
    return render(request, "kim/kelurahan_detail.html", context)


@require_safe
def kecamatan_detail(request, slug):
    """One kecamatan: its part of the atlas, its groups and potentials."""
    kecamatan = get_object_or_404(Kecamatan, slug=slug)
    cover = coverage()
    if not kecamatan.kelurahan.exists():
        raise Http404
    context = {
        "kecamatan": kecamatan,
        "crumbs": to_room(),
        "coverage": cover,
        "district": cover.district(kecamatan.slug),
        "atlas": build_atlas(cover.spotlight(kecamatan.slug)),
        "potentials": Potential.objects.published().in_kecamatan(slug).by_kind().for_card(),
    }
    return render(request, "kim/kecamatan_detail.html", context)


@require_safe
def potential_list(request):
    """The directory of potentials, by kind and kecamatan."""
    chosen = read_filter(request.GET)
    rows = Potential.objects.published()
    context = {
        "chosen": chosen,
        "facets": chosen.facets(rows),
        "page": page_of(request, chosen.apply(rows).for_card(), POTENTIALS),
    }
    return render(request, "kim/potential_list.html", context)


@require_safe
def potential_detail(request, slug):
    """One potential of a kelurahan."""
    potential = find(request, Potential.objects.for_card(), slug)
    if potential is None:
        return gone(request, Potential.objects.all(), slug)
    kelurahan = potential.kelurahan
    context = {
        "potential": potential,
        "kind_url": kind_address(potential.kind),
        "crumbs": to_potential(kelurahan),
        "atlas": build_atlas(coverage().tiles, kelurahan.slug),
        "others": kelurahan.potentials.published().exclude(pk=potential.pk),
        "page": _stories(request, potential),
    }
    return show(request, "kim/potential_detail.html", potential, context)


def _stories(request: HttpRequest, thing: Kim | Kelurahan | Potential):
    """Return the page of public stories on ``thing`` that ``?page=`` asks for."""
    return page_of(request, thing.articles.published().newest_first().for_card(), STORIES)


def _identity(
    request: HttpRequest, row: Kim | Kelurahan, citation: Citation, about: dict
) -> dict[str, object]:
    """Return {citation, schema} of a public group or place."""
    published = getattr(row, "published_at", None)
    page = row.get_absolute_url()
    return {
        "citation": citation,
        "schema": record(request, citation, page, about, published=published),
    }
