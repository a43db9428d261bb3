"""The registry's public pages: the list, an award, and what stands around it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from awards.editions import edition_chips
from awards.facets import facets
from awards.figures import registry_figures, stated_beside
from awards.filters import read_filters
from awards.models import Award, Edition, Handover, Organization, Person, Programme, Work
from awards.organizers import organizers_of
from awards.statistics import totals
from malangnews.core.pages import find, gone, show
from malangnews.core.pagination import page_of
from malangnews.core.querysets import PublishableQuerySet
from malangnews.core.visitors import reader

PAGE_SIZE = 25
STORIES = 6


@require_safe
def award_list(request):
    """The registry: filters with counts, figures, officials' figures beside them, the awards."""
    filters = read_filters(request.GET)
    awards = filters.narrow(Award.objects.published())
    context = {
        "filters": filters,
        "facets": facets(filters),
        "figures": registry_figures(totals(awards), filters),
        "stated": stated_beside(filters.year),
    }
    return _render_list(request, "awards/award_list.html", awards, filters.address(), **context)


@require_safe
def award_detail(request, slug):
    """One award with everything that is known of it. A withdrawn one answers 410."""
    award = find(request, Award.objects.for_page(), slug)
    if award is None:
        return gone(request, Award.objects.all(), slug)
    results = list(award.edition.awards.published().best_first().for_card())
    place = results.index(award) if award in results else None
    context = {
        "award": award,
        "crumbs": _crumbs(award.edition.programme, award.edition),
        "organizers": organizers_of(award.edition, award.conferred[0]),
        "handovers": award.handovers.published(),
        "stories": award.articles.published().newest_first().for_card()[:STORIES],
        "others": [result for result in results if result != award],
        "previous": results[place - 1] if place else None,
        "following": results[place + 1] if place is not None and results[place + 1 :] else None,
    }
    return show(request, "awards/award_detail.html", award, context)


@require_safe
def programme_detail(request, slug):
    """A programme: who holds it, and its awards edition by edition."""
    rows = Programme.objects.published().select_related("organizer")
    programme = get_object_or_404(rows, slug=slug)
    awards = Award.objects.published().filter(edition__programme=programme)
    context = {
        "programme": programme,
        "editions": edition_chips(programme),
        "crumbs": _crumbs(),
    }
    path = programme.get_absolute_url()
    return _render_list(request, "awards/programme_detail.html", awards, path, **context)


@require_safe
def edition_detail(request, slug, year):
    """A programme in one year: its facts and all its results."""
    rows = Edition.objects.published().for_page()
    edition = get_object_or_404(rows, programme__slug=slug, year=year)
    awards = edition.awards.published()
    context = {
        "edition": edition,
        "crumbs": _crumbs(edition.programme),
        "organizers": organizers_of(edition, edition.conferred_on),
        "awards": awards.best_first().for_card(),
        "editions": edition_chips(edition.programme, edition.year),
        "stories": awards.stories()[:STORIES],
    }
    return render(request, "awards/edition_detail.html", context)


@require_safe
def organization_detail(request, slug):
    """An organisation, as winner and as organiser."""
    rows = Organization.objects.published().prefetch_related("names")
    organization = get_object_or_404(rows, slug=slug)
    context = {
        "organization": organization,
        "crumbs": _crumbs(),
        "programmes": organization.programmes.published().with_award_count(),
        "co_organized": organization.co_organized_editions.published().for_card(),
    }
    won = Award.objects.published().received_by(organization)
    path = organization.get_absolute_url()
    return _render_list(request, "awards/organization_detail.html", won, path, **context)


@require_safe
def person_detail(request, slug):
    """Somebody who received awards by name."""
    person = get_object_or_404(Person.objects.published(), slug=slug)
    awards = Award.objects.published().received_by(person)
    context = {"person": person, "crumbs": _crumbs(), "stories": awards.stories()[:STORIES]}
    path = person.get_absolute_url()
    return _render_list(request, "awards/person_detail.html", awards, path, **context)


@require_safe
def work_detail(request, slug):
    """A work and what it won."""
    work = get_object_or_404(Work.objects.published(), slug=slug)
    awards = work.awards.published()
    context = {
        "work": work,
        "crumbs": _crumbs(),
        "awards": awards.newest_first().for_card(),
        "stories": awards.stories()[:STORIES],
    }
    return render(request, "awards/work_detail.html", context)


@require_safe
def handover_detail(request, slug):
    """A hand-over: when, where, by whom, and which awards. A withdrawn one answers 410."""
    handover = find(request, Handover.objects.all(), slug)
    if handover is None:
        return gone(request, Handover.objects.all(), slug)
    awards = handover.awards.published()
    if not handover.is_public:
        awards = handover.awards.visible_to(reader(request))
    context = {
        "handover": handover,
        "crumbs": _crumbs(),
        "awards": awards.newest_first().for_card(),
        "stories": awards.stories()[:STORIES],
    }
    return show(request, "awards/handover_detail.html", handover, context)


def _crumbs(*rows: Programme | Edition) -> list[tuple[str, str]]:
    """The way down to a page: the registry, then the programme and the edition's year."""
    names = (str(row.year) if isinstance(row, Edition) else row.short_name for row in rows)
    steps = [(name, row.get_absolute_url()) for name, row in zip(names, rows, strict=True)]
    return [("Penghargaan", reverse("awards:award_list")), *steps]


def _render_list(
    request: HttpRequest, template: str, awards: PublishableQuerySet, address: str, **context
) -> HttpResponse:
    """Render the page of ``awards`` that ``?page=`` asks for, under its own canonical address."""
    page = page_of(request, awards.newest_first().for_card(), PAGE_SIZE)
    joint = "&" if "?" in address else "?"
    canonical = f"{address}{joint}page={page.number}" if page.number > 1 else address
    return render(request, template, {"page": page, "canonical": canonical, **context})
