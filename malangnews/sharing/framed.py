"""Makes a view one that any site may frame, whatever it answers."""

from collections.abc import Callable
from functools import wraps

from django.db.models import Model
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from malangnews.core.policy import allow_every_frame


def framed(model: type[Model]) -> Callable:
    """Decorate a view with a ``slug`` that shows a public row of ``model``.

    What it does not find is answered by a card too: 410 for what the public once saw, else 404.
    The page's own answer is nothing that a frame shows. A view so made is the same for everybody.
    """

    def decorate(view):
        @wraps(view)
        def inner(request: HttpRequest, slug: str) -> HttpResponse:
            try:
                answer = view(request, slug=slug)
            except Http404:
                answer = _closed(request, model, slug)
            answer.headers["X-Robots-Tag"] = "noindex"
            return allow_every_frame(answer)

        return inner

    return decorate


def _closed(request: HttpRequest, model: type[Model], slug: str) -> HttpResponse:
    """Say in a card that there is nothing to show, or nothing any more."""
    rows = model._default_manager
    is_gone = hasattr(rows, "gone") and rows.gone().filter(slug=slug).exists()
    context = {"is_gone": is_gone, "what": str(model._meta.verbose_name)}
    return render(request, "sharing/closed.html", context, status=410 if is_gone else 404)
