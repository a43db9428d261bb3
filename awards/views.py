"""The registry's public pages: an award, and what stands around it. The list: list_views.py."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from awards.cards.sharing import award_share_image
from awards.editions import edition_chips
from awards.models import Award, Edition, Handover, Organization, Person, Programme, Work
from awards.neighbours import editions_around, neighbours
from awards.organizers import organizers_of
from awards.records import STORIES, evidence, identity, own_source
from awards.schema import (
    award_things,
    edition_thing,
    handover_thing,
    organization_thing,
    person_thing,
    programme_thing,
    work_thing,
)
from awards.yearly import yearly
from malangnews.core.pages import find, gone, show
from malangnews.core.pagination import page_of
from malangnews.core.querysets import PublishableQuerySet
from malangnews.core.visitors import reader

PAGE_SIZE = 25


@require_safe
def award_detail(request, slug):
    """One award with everything that is known of it. A withdrawn one answers 410."""
    award = find(request, Award.objects.for_page(), slug)
    if award is None:
        return gone(request, Award.objects.all(), slug)
    organizers = organizers_of(award.edition, award.conferred[0])
    things = award_things(request, award, organizers) if award.is_public else []
    context = {
        "award": award,
        "crumbs": _crumbs(award.edition.programme, award.edition),
        "organizers": organizers,
        "handovers": award.handovers.published(),
        "stories": award.articles.published().newest_first().for_card()[:STORIES],
        "around": neighbours(award),
        "share_image": award_share_image(request, award),
        **identity(request, award, things, award.sources.all()),
    }
    return show(request, "awards/award_detail.html", award, context)


@require_safe
def programme_detail(request, slug):
    """A programme: who holds it, and its awards edition by edition."""
    rows = Programme.objects.published().select_related("organizer")
    programme = get_object_or_404(rows, slug=slug)
    awards = Award.objects.published().filter(edition__programme=programme)
    editions, found = edition_chips(programme), evidence(awards)
    counted = yearly(awards, "per-tahun", "Penghargaan menurut tahun", ajang=slug)
    thing = programme_thing(request, programme, editions)
    context = {
        "programme": programme,
        "editions": editions,
        "crumbs": _crumbs(),
        "yearly": counted,
        **found,
        **identity(request, programme, thing, found["sources"], counted),
        **_page(request, awards, programme.get_absolute_url()),
    }
    return render(request, "awards/programme_detail.html", context)


@require_safe
def edition_detail(request, slug, year):
    """A programme in one year: its facts and all its results."""
    rows = Edition.objects.published().with_last_change().for_page()
    edition = get_object_or_404(rows, programme__slug=slug, year=year)
    awards, editions = edition.awards.published(), edition_chips(edition.programme, edition.year)
    organizers, found = organizers_of(edition, edition.conferred_on), evidence(awards)
    context = {
        "edition": edition,
        "crumbs": _crumbs(edition.programme),
        "organizers": organizers,
        "awards": awards.best_first().for_card(),
        "editions": editions,
        **editions_around(editions),
        **found,
        **identity(request, edition, edition_thing(request, edition, organizers), found["sources"]),
    }
    return render(request, "awards/edition_detail.html", context)


@require_safe
def organization_detail(request, slug):
    """An organisation, as winner and as organiser."""
    rows = Organization.objects.published().prefetch_related("names")
    organization = get_object_or_404(rows, slug=slug)
    won = Award.objects.published().received_by(organization)
    given = Award.objects.published().organized_by(organization.pk)
    listed, found = _page(request, won, organization.get_absolute_url()), evidence(won | given)
    thing = organization_thing(request, organization, listed["page"])
    received = yearly(won, "diraih", "Diraih menurut tahun", penerima=f"lembaga-{slug}")
    conferred = yearly(given, "diberikan", "Diberikan menurut tahun", penyelenggara=slug)
    context = {
        "organization": organization,
        "crumbs": _crumbs(),
        "programmes": organization.programmes.published().with_award_count(),
        "co_organized": organization.co_organized_editions.published().for_card(),
        "won": received,
        "given": conferred,
        **found,
        **identity(request, organization, thing, found["sources"], received, conferred),
        **listed,
    }
    return render(request, "awards/organization_detail.html", context)


@require_safe
def person_detail(request, slug):
    """Somebody who received awards by name."""
    person = get_object_or_404(Person.objects.published(), slug=slug)
    awards = Award.objects.published().received_by(person)
    listed, found = _page(request, awards, person.get_absolute_url()), evidence(awards)
    counted = yearly(awards, "per-tahun", "Penghargaan menurut tahun", penerima=f"orang-{slug}")
    thing = person_thing(request, person, listed["page"])
    context = {
        "person": person,
        "crumbs": _crumbs(),
        "yearly": counted,
        **found,
        **identity(request, person, thing, found["sources"], counted),
        **listed,
    }
    return render(request, "awards/person_detail.html", context)


@require_safe
def work_detail(request, slug):
    """A work and what it won."""
    work = get_object_or_404(Work.objects.published().with_last_change(), slug=slug)
    # By key: through the relation SQLite reads every edition to sort these few awards.
    won = Award.objects.published().filter(pk__in=work.awards.order_by().values("pk"))
    awards, found = won.newest_first().for_card(), evidence(won)
    context = {
        "work": work,
        "crumbs": _crumbs(),
        "awards": awards,
        **found,
        **identity(request, work, work_thing(request, work, awards), found["sources"]),
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
    rows, found = awards.newest_first().for_card(), evidence(awards)
    sources = [*own_source(handover), *found["sources"]]
    context = {
        "handover": handover,
        "crumbs": _crumbs(),
        "awards": rows,
        **found,
        **identity(request, handover, handover_thing(request, handover, rows), sources),
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
    return render(request, template, {**_page(request, awards, address), **context})


def _page(request: HttpRequest, awards: PublishableQuerySet, address: str) -> dict[str, object]:
    """Return the page of ``awards`` that ``?page=`` asks for and its own canonical address."""
    page = page_of(request, awards.newest_first().for_card(), PAGE_SIZE)
    joint = "&" if "?" in address else "?"
    canonical = f"{address}{joint}page={page.number}" if page.number > 1 else address
    return {"page": page, "canonical": canonical}
