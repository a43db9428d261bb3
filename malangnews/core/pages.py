"""The page of one publishable row: who may open it, and what is said when it is gone."""

from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from malangnews.core.querysets import PublishableQuerySet
from malangnews.core.visitors import keep_private, reader


def find(request: HttpRequest, rows: PublishableQuerySet, slug: str) -> Model | None:
    """Return the row at ``slug`` if this reader may see it, else None."""
    return rows.visible_to(reader(request)).filter(slug=slug).first()


def gone(request: HttpRequest, rows: PublishableQuerySet, slug: str) -> HttpResponse:
    """Answer 410 with the reason for what the public once saw; raise Http404 for anything else."""
    row = get_object_or_404(rows.gone(), slug=slug)
    return render(request, "410.html", {"object": row}, status=410)


def show(request: HttpRequest, template: str, row: Model, context: dict) -> HttpResponse:
    """Render the page of ``row``; what is not public is kept from caches and search engines."""
    response = render(request, template, context)
    return response if row.is_public else keep_private(response)
