"""The registry in the vocabulary of schema.org: who won what, at which event, with which work.

An edition is an Event of its programme, an EventSeries; whoever received an award, and the work
that won it, names it as ``award``. Only what the page itself shows.
"""

from collections.abc import Iterable

from django.http import HttpRequest

from awards.models import Award, Edition, Handover, Organization, Person, Programme, Recipient, Work
from awards.organizers import Organizer
from malangnews.core.dates import machine_date
from malangnews.core.record import stated, thing

KINDS = {
    Organization.Kind.MINISTRY: "GovernmentOrganization",
    Organization.Kind.PROVINCE: "GovernmentOrganization",
    Organization.Kind.CITY: "GovernmentOrganization",
    Organization.Kind.OFFICE: "GovernmentOrganization",
    Organization.Kind.COMPANY: "Corporation",
    Organization.Kind.MEDIA: "NewsMediaOrganization",
    Organization.Kind.SCHOOL: "EducationalOrganization",
}


def award_things(request: HttpRequest, award: Award, organizers: list[Organizer]) -> list[dict]:
    """Return what an award's record is about: its edition, its recipients and its work."""
    day, precision = award.conferred
    event = edition_thing(request, award.edition, organizers)
    if day:
        event["startDate"] = machine_date(day, precision)
    things = [event, *(_recipient(request, row, award) for row in award.recipients.all())]
    return things + ([work_thing(request, award.work, [award])] if award.work else [])


def edition_thing(request: HttpRequest, edition: Edition, organizers: list[Organizer]) -> dict:
    """Return an edition as an Event, its organisers under the names they bore then."""
    hosts = [
        {**_organization(request, host.organization), "name": host.name} for host in organizers
    ]
    programme = edition.programme
    return thing(
        request,
        "Event",
        edition,
        description=edition.theme,
        startDate=machine_date(edition.conferred_on, edition.conferred_on_precision),
        location={"@type": "Place", "name": edition.place} if edition.place else {},
        organizer=hosts,
        superEvent=thing(request, "EventSeries", programme),
    )


def programme_thing(request: HttpRequest, programme: Programme, editions: list[dict]) -> dict:
    """Return a programme as an EventSeries; ``editions`` are chips (awards.editions)."""
    organizer = programme.organizer
    return thing(
        request,
        "EventSeries",
        programme,
        alternateName=[name for name in (programme.abbreviation, *programme.alias_list) if name],
        description=programme.about,
        sameAs=programme.website,
        organizer=_organization(request, organizer) if organizer else {},
        subEvent=[
            {
                "@type": "Event",
                "name": f"{programme} {chip['label']}",
                "url": request.build_absolute_uri(chip["url"]),
            }
            for chip in editions
        ],
    )


def organization_thing(
    request: HttpRequest, organization: Organization, awards: Iterable[Award]
) -> dict:
    """Return an organisation with the awards that it won."""
    others = [organization.abbreviation, *(other.name for other in organization.names.all())]
    return {
        **_organization(request, organization),
        **stated(
            {
                "alternateName": [name for name in others if name],
                "description": organization.about,
                "sameAs": organization.website,
                "award": _names(awards),
            }
        ),
    }


def person_thing(request: HttpRequest, person: Person, awards: Iterable[Award]) -> dict:
    """Return a person with the awards that they received by name."""
    names = _names(awards)
    return thing(request, "Person", person, description=person.known_as, award=names)


def work_thing(request: HttpRequest, work: Work, awards: Iterable[Award]) -> dict:
    """Return a work with the awards that it won."""
    return thing(
        request,
        "CreativeWork",
        work,
        genre=work.get_kind_display(),
        description=work.about,
        sameAs=work.url,
        award=_names(awards),
    )


def handover_thing(request: HttpRequest, handover: Handover, awards: Iterable[Award]) -> dict:
    """Return a hand-over as an Event that is about the awards given there."""
    subjects = [thing(request, "CreativeWork", award) for award in awards if award.is_public]
    return thing(
        request,
        "Event",
        handover,
        name=handover.occasion,
        startDate=machine_date(handover.held_on),
        location={"@type": "Place", "name": handover.place},
        about=subjects,
    )


def _names(awards: Iterable[Award]) -> list[str]:
    return [str(award) for award in awards if award.is_public]


def _organization(request: HttpRequest, organization: Organization) -> dict:
    kind = KINDS.get(organization.kind, "Organization")
    return thing(request, kind, organization, name=organization.name)


def _recipient(request: HttpRequest, recipient: Recipient, award: Award) -> dict:
    """Return who received the award; a KIM that is not public is named only."""
    won = {"award": _names([award])}
    if recipient.kim_id and not recipient.kim.is_public:
        return {"@type": "Organization", "name": str(recipient), **won}
    if recipient.detail:  # a part of the whole that the name and the address are of
        won["description"] = str(recipient)
    if recipient.organization_id:
        return {**_organization(request, recipient.organization), **won}
    if recipient.kelurahan_id:
        kinds = ["AdministrativeArea", "GovernmentOrganization"]
        name = f"Kelurahan {recipient.kelurahan}"
        return thing(request, kinds, recipient.kelurahan, name=name, **won)
    kind = "Person" if recipient.person_id else "Organization"
    return thing(request, kind, recipient.target, **won)
