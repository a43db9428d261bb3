"""Addresses of rows that were merged lead on to the row that they became."""

from collections.abc import Callable
from functools import wraps

from django.http import Http404, HttpRequest, HttpResponsePermanentRedirect
from django.urls import reverse

from awards.merging import MODELS
from awards.models import FormerAddress, Kind


def leads_on(kind: Kind) -> Callable:
    """Decorate the page of a row of ``kind``: what it does not find may have been merged."""

    def decorate(view):
        @wraps(view)
        def led(request: HttpRequest, slug: str, **kwargs):
            try:
                return view(request, slug=slug, **kwargs)
            except Http404:
                now = _destination(kind, slug, **kwargs)
                if now is None:
                    raise
                query = request.META.get("QUERY_STRING", "")
                return HttpResponsePermanentRedirect(f"{now}?{query}" if query else now)

        return led

    return decorate


def _destination(kind: Kind, slug: str, year: int | None = None) -> str | None:
    """Return where the public finds today what stood at a former address; None if nowhere."""
    if year is None:
        found = _row(kind, slug)
        return found.get_absolute_url() if found else None
    if edition := _row(Kind.EDITION, f"{slug}/{year}"):
        return edition.get_absolute_url()
    programme = _row(Kind.PROGRAMME, slug)
    edition = programme and programme.editions.published().filter(year=year).first()
    return reverse("awards:edition_detail", args=[programme.slug, year]) if edition else None


def _row(kind: Kind, address: str):
    former = FormerAddress.objects.filter(kind=kind, address=address).first()
    if former is None:
        return None
    return MODELS[kind]._default_manager.published().filter(pk=former.leads_to).first()
