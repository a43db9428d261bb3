"""How the pages of this room are cited."""

import datetime as dt

from django.http import HttpRequest

from kim.models import Kelurahan, Kim
from malangnews.core.citation import Citation, cite

CONTAINER = "Atlas KIM Kota Malang"


def cite_kim(request: HttpRequest, kim: Kim) -> Citation:
    """Return the citation of a public group, as last saved."""
    return cite(request, kim, kim.name, CONTAINER, max(kim.updated_at, kim.published_at))


def cite_kelurahan(
    request: HttpRequest, kelurahan: Kelurahan, updated: dt.datetime | None = None
) -> Citation:
    """Return the citation of a kelurahan; ``updated`` is the last change of what its page lists."""
    return cite(request, kelurahan, f"Kelurahan {kelurahan}", CONTAINER, updated)
