"""The pages of kelurahan and kecamatan."""

from django.db.models import Prefetch
from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from kim.atlas import build_atlas
from kim.citation import cite_kelurahan, identity
from kim.coverage import coverage
from kim.geography import draw_outline
from kim.honours import awards_of_kelurahan
from kim.models import Kecamatan, Kelurahan, Kim, KimMilestone, Potential
from kim.place_figures import place_figures
from kim.schema import kelurahan_thing
from kim.story_pages import episodes_in, stories_on
from kim.trail import to_kecamatan, to_room


@require_safe
def kelurahan_detail(request, slug):
    """One kelurahan: figures, groups and documents, potentials, awards, stories, neighbours."""
    places = Kelurahan.objects.select_related("kecamatan", "boundary")
    kelurahan = get_object_or_404(places, slug=slug)
    cover, honours = coverage(), awards_of_kelurahan(kelurahan)
    documents = Prefetch("milestones", KimMilestone.objects.in_order())
    groups = Kim.objects.published().around(kelurahan).with_state().for_card()
    kims = list(groups.prefetch_related(documents))
    potentials = list(kelurahan.potentials.published().by_kind())
    page, episodes = stories_on(request, kelurahan), list(episodes_in(kelurahan))
    changed = [row.updated_at for row in (*kims, *honours.awards)]
    citation = cite_kelurahan(request, kelurahan, max(changed, default=None))
    about = kelurahan_thing(request, kelurahan, honours.awards)
    boundary = getattr(kelurahan, "boundary", None)
    context = {
        "kelurahan": kelurahan,
        "crumbs": to_kecamatan(kelurahan.kecamatan),
        "today": timezone.localdate(),
        "figures": place_figures(kelurahan, kims, potentials, episodes, page, honours),
        "tile": cover.tile(kelurahan.slug),
        "atlas": build_atlas(cover.tiles, kelurahan.slug),
        "boundary": boundary,
        "outline": boundary and draw_outline(boundary.polygons),
        "kims": kims,
        "potentials": potentials,
        "honours": honours,
        "episodes": episodes,
        "page": page,
        "neighbours": kelurahan.neighbours.all(),
        **identity(request, kelurahan, citation, about),
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
