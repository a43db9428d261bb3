"""How the pages of the registry are cited, and those of the KIM room beside them."""

import datetime as dt
from collections.abc import Callable

from django.db.models import Model
from django.http import HttpRequest

from awards.models import Award, Edition, Handover, Organization, Person, Programme, Work
from kim.citation import cite_kelurahan, cite_kim
from kim.models import Kelurahan, Kim
from malangnews.core.citation import Citation, cite
from malangnews.core.dates import format_date

CONTAINER = "Registri Penghargaan Kota Malang"


def award_title(award: Award) -> str:
    """Return the title of an award in a citation: "Terbaik I Situs Web, Anugerah Humas 2023"."""
    rank = " ".join(filter(None, [award.rank_label, award.category]))
    return f"{rank}, {award.edition}"


def handover_title(handover: Handover) -> str:
    """Return the title of a hand-over in a citation, with its day."""
    return f"Serah terima penghargaan {format_date(handover.held_on)}: {handover.occasion}"


TITLES: dict[type[Model], Callable[..., str]] = {
    Award: award_title,
    Handover: handover_title,
    Programme: lambda programme: programme.name,
    Edition: str,
    Organization: lambda organization: f"Penghargaan {organization.name}",
    Person: lambda person: f"Penghargaan {person.name}",
    Work: lambda work: f"Penghargaan karya {work.title}",
}


def citation_of(request: HttpRequest, row: Model, changed: dt.datetime | None = None) -> Citation:
    """Return the citation of a public row of a kind with short addresses (core/short.py).

    What has no life of its own changes with its awards: ``changed`` says when, or the row comes
    from a queryset ``with_last_change()``; without either no date is claimed.
    """
    if isinstance(row, Kim):
        return cite_kim(request, row)
    if isinstance(row, Kelurahan):
        return cite_kelurahan(request, row)
    if isinstance(row, Award | Handover):
        updated = max(row.updated_at, row.published_at)
    else:
        updated = changed or getattr(row, "last_change", None)
    return cite(request, row, TITLES[type(row)](row), CONTAINER, updated)
