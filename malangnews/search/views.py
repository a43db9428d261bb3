"""The search page."""

from urllib.parse import urlencode

from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from malangnews.core.pagination import page_of
from malangnews.news.models import Rubric
from malangnews.search.engine import Found, find, read_words

PAGE_SIZE = 20


@require_safe
def search(request):
    """Search all rooms. ``?q=`` the words; ``?jenis=`` one kind only, page by page."""
    words = read_words(request.GET.get("q", ""))
    query = " ".join(words)
    groups = find(words) if words else []
    chosen = next((group for group in groups if group.shelf.key == request.GET.get("jenis")), None)
    context = {
        "query": query,
        "groups": [_with_address(group, query) for group in groups if group.count],
        "total": sum(group.count for group in groups),
        "chips": _chips(groups, chosen, query),
        "chosen": chosen,
        "page": page_of(request, chosen.shelf.matching(words), PAGE_SIZE) if chosen else None,
        "rubrics": [] if words else Rubric.objects.with_stories(),
    }
    response = render(request, "search/search.html", context)
    response.headers["X-Robots-Tag"] = "noindex"
    return response


def _with_address(group: Found, query: str) -> dict[str, object]:
    return {"found": group, "url": _address(query, group.shelf.key)}


def _chips(groups: list[Found], chosen: Found | None, query: str) -> list[dict[str, object]]:
    """Return chips for everything and for each kind with results."""
    total = sum(group.count for group in groups)
    everything = {
        "label": "Semua",
        "count": total,
        "url": _address(query),
        "selected": chosen is None,
    }
    return [everything] + [
        {
            "label": group.shelf.label,
            "count": group.count,
            "url": _address(query, group.shelf.key),
            "selected": group is chosen,
        }
        for group in groups
        if group.count or group is chosen
    ]


def _address(query: str, kind: str = "") -> str:
    values = {"q": query, "jenis": kind}
    return f"{reverse('search:search')}?{urlencode({k: v for k, v in values.items() if v})}"
