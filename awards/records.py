"""What every page of a record has beside its own facts: stories, sources, citation, JSON-LD."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Model
from django.http import HttpRequest

from awards.citation import citation_of
from awards.querysets import AwardQuerySet
from awards.yearly import Yearly
from malangnews.core.models import Sourced
from malangnews.core.record import record

STORIES = 6
MOST_SOURCES = 12


def evidence(awards: AwardQuerySet) -> dict[str, list]:
    """Return the latest stories of ``awards`` and the sources that they rest on; three queries.

    ``more_stories`` is true when there are others; each source knows how many there are in all.
    """
    stories = list(awards.stories()[: STORIES + 1])
    return {
        "stories": stories[:STORIES],
        "more_stories": len(stories) > STORIES,
        "sources": list(awards.sources()[:MOST_SOURCES]),
    }


def own_source(row: Sourced) -> list[dict[str, object]]:
    """Return the source that a row itself names, as those of awards are told; none without one."""
    named = {"title": row.source_name, "url": row.source_url, "publisher": "", "published_on": None}
    return [named] if row.source_name or row.source_url else []


def identity(
    request: HttpRequest,
    row: Model,
    about: dict | list[dict],
    sources: Iterable[Any],
    *counted: Yearly | None,
) -> dict[str, object]:
    """Return {citation, schema} of a record; nothing for one that the public may not see.

    ``about`` is what it describes (awards.schema), ``sources`` what its facts were taken from,
    ``counted`` its awards, with the latest change among them.
    """
    if not getattr(row, "is_public", True):
        return {}
    changed = max((awards.changed for awards in counted if awards), default=None)
    citation = citation_of(request, row, changed)
    published = getattr(row, "published_at", None)
    page = row.get_absolute_url()
    schema = record(request, citation, page, about, sources, published)
    return {"citation": citation, "schema": schema}
