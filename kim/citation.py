"""How the pages of this room are cited."""

import datetime as dt

from django.http import HttpRequest

from kim.models import Kelurahan, Kim
from malangnews.core.citation import Citation, cite
from malangnews.core.record import record

CONTAINER = "Atlas KIM Kota Malang"


def cite_kim(request: HttpRequest, kim: Kim) -> Citation:
    """Return the citation of a public group, as last saved."""
    return cite(request, kim, kim.name, CONTAINER, max(kim.updated_at, kim.published_at))


def cite_kelurahan(
    request: HttpRequest, kelurahan: Kelurahan, updated: dt.datetime | None = None
) -> Citation:
    """Return the citation of a kelurahan; ``updated`` is the last change of what its page lists."""
    return cite(request, kelurahan, f"Kelurahan {kelurahan}", CONTAINER, updated)


def identity(
    request: HttpRequest, row: Kim | Kelurahan, citation: Citation, about: dict
) -> dict[str, object]:
    """Return {citation, schema} of a public group or place; ``about`` is its schema.org thing."""
    published = getattr(row, "published_at", None)
    page = row.get_absolute_url()
    return {
        "citation": citation,
        "schema": record(request, citation, page, about, published=published),
    }
