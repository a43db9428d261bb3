"""A page of a register in the vocabulary of schema.org: the record, and the thing that it is about.

A record is a CreativeWork of the office with its permanent address, licence, last change and
sources; the thing (an organisation, an event ...) is what the rooms describe.
"""

import datetime as dt
from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.db.models import Model
from django.http import HttpRequest

from malangnews.core.citation import Citation
from malangnews.core.schema import CONTEXT, publisher
from malangnews.core.short import short_address


def record(
    request: HttpRequest,
    citation: Citation,
    page: str,
    about: dict | list[dict],
    sources: Iterable[Any] = (),
    published: dt.datetime | None = None,
) -> dict:
    """Return a public record for search engines.

    ``page`` is the path of its page, ``about`` what it describes (one thing, or several), and
    ``sources`` have title, publisher, url and published_on, as attributes or as keys.
    """
    office = publisher(request)
    data = {
        "@context": CONTEXT,
        "@type": "CreativeWork",
        "@id": citation.address,
        "identifier": citation.address,
        "url": request.build_absolute_uri(page),
        "name": citation.title,
        "isPartOf": {"@type": "CreativeWork", "name": citation.container},
        "publisher": {name: office[name] for name in ("@type", "@id", "name")},
        "license": settings.OPEN_DATA_LICENCE["url"],
        "inLanguage": "id",
        "isAccessibleForFree": True,
        "mainEntity" if isinstance(about, dict) else "about": about,
        "datePublished": published.isoformat() if published else "",
        "dateModified": citation.updated.isoformat() if citation.updated else "",
        "isBasedOn": [_source(source) for source in sources],
    }
    return stated(data)


def thing(request: HttpRequest, kind: str | list[str], row: Model, **facts: Any) -> dict:
    """Return what a row of a kind with short addresses is, named after itself.

    ``facts`` are further members of schema.org; empty ones are left out.
    """
    described = {
        "@type": kind,
        "@id": f"{short_address(request, row)}#subjek",
        "name": str(row),
        "url": request.build_absolute_uri(row.get_absolute_url()),
    }
    return stated({**described, **facts})


def stated(data: dict) -> dict:
    """Return ``data`` without what is not known."""
    return {name: value for name, value in data.items() if value not in ("", None, [], {})}


def _source(source: Any) -> dict:
    """Describe a source, a row or a dictionary of its values."""
    get = source.get if isinstance(source, dict) else lambda name: getattr(source, name)
    day = get("published_on")
    office = {"@type": "Organization", "name": get("publisher")} if get("publisher") else {}
    return stated(
        {
            "@type": "CreativeWork",
            "name": get("title") or get("url"),
            "url": get("url"),
            "publisher": office,
            "datePublished": day.isoformat() if day else "",
        }
    )
