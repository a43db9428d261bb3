"""Who held an edition, under the names they bore at the time."""

import datetime as dt
from dataclasses import dataclass

from awards.models import Edition, Organization


@dataclass(frozen=True)
class Organizer:
    """An organiser as it was called that day; ``now`` is today's name where it differs."""

    organization: Organization
    name: str
    now: str
    is_main: bool


def organizers_of(edition: Edition, day: dt.date | None) -> list[Organizer]:
    """Return the programme's organiser and the edition's co-organisers, as named on ``day``.

    Without a day the last day of the edition's year decides.
    """
    day = day or dt.date(edition.year, 12, 31)
    main = edition.programme.organizer
    hosts = ([main] if main else []) + [
        host for host in edition.co_organizers.all() if host != main
    ]
    return [_named(host, day, host == main) for host in hosts]


def _named(organization: Organization, day: dt.date, is_main: bool) -> Organizer:
    name = organization.name_on(day)
    return Organizer(
        organization, name, "" if name == organization.name else organization.name, is_main
    )
