"""The search page."""

from django.core.paginator import Paginator
from django.shortcuts import render
from django.views.decorators.http import require_safe

from malangnews.core.pagination import positive_int
from malangnews.news.models import Rubric
from malangnews.search.engine import MOST, Found
from malangnews.search.engine import search as look
from malangnews.search.excerpts import wanted_forms
from malangnews.search.filters import read_filters
from malangnews.search.misses import remember
from malangnews.search.models import Pin
from malangnews.search.names import proper_words
from malangnews.search.results import results

PAGE_SIZE = 20


@require_safe
def search(request):
    """Search all rooms: ``?q=`` the words, ``?jenis=`` and others narrow them, ``?urut=baru``."""
    filters = read_filters(request.GET)
    found = look(filters.query, filters.kind, filters.marks, filters.newest)
    if found.words and not found.hits and not filters.is_narrowed:
        remember(found.words)
    meant = " ".join(found.meant.words) if found.meant else ""
    shown = found if found.hits or not found.meant else found.meant
    page = Paginator(shown.hits[:MOST], PAGE_SIZE).get_page(positive_int(request.GET.get("page")))
    context = {
        "query": filters.query,
        "filters": filters,
        "found": found,
        "instead": meant if shown is found.meant else "",
        "suggestion": "" if shown is found.meant else meant,
        "suggestion_url": filters.address(q=meant),
        "total": shown.count,
        "has_more": shown.has_more,
        "kinds": filters.kinds(shown),
        "orders": filters.orders(),
        "facets": filters.facets(shown),
        "page": page,
        "results": results(page.object_list, _wanted(shown)),
        "pin": Pin.objects.filter(words__iexact=filters.query).first() if found.words else None,
        "rubrics": [] if found.words else Rubric.objects.with_stories(),
    }
    response = render(request, "search/search.html", context)
    response.headers["X-Robots-Tag"] = "noindex"
    return response


def _wanted(found: Found) -> frozenset[str]:
    """Return the words and stems to mark in the results."""
    if found.expression is None:
        return frozenset()
    phrases = [phrase for part in found.expression.parts for phrase in (part.words, *part.others)]
    return wanted_forms(phrases, proper_words())
